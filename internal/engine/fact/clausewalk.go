package fact

import (
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/lex"
)

// ofClause reads the clause before the value: the object of its verb, its subject, or a bare label before a colon.
func (r *Reading) ofClause(d *draft, from int) phrase {
	end := d.first
	if d.value >= 0 && r.signed(&r.amounts[d.value]) != 0 && r.at(end-1) == mark && end-1 > from {
		end--
	}
	start := r.clauseOf(end, from)
	if start == end-1 && r.w(start) == "from" && r.sym(start-1) == ':' {
		return r.label(start-1, from)
	}
	if start == end || start == end-1 && r.sym(start) == '(' {
		if r.sym(start-1) == ':' {
			return r.label(start-1, from)
		}
		if r.sym(start-1) == ',' && r.w(start) == "from" {
			return phrase{}
		}
	}
	return r.ofWords(start, end, from)
}

// clauseOf is where the clause that ends at token end starts: behind a mark, or behind a word that opens a clause.
func (r *Reading) clauseOf(end, from int) int {
	start := end
	for start > from {
		k := start - 1
		switch r.at(k) {
		case mark:
			switch r.sym(k) {
			case '/', '"', '\'', '~', '<', '>', '≤', '≥':
				start--
				continue
			case '(':
				if k == end-1 {
					start--
					continue
				}
			case ')':
				// "(p99)", "(64 shards)" inside a phrase.
				if o := r.opening(k, from); o > from {
					start = o
					continue
				}
			case ',':
				// A comma right before "from 4k to 12k" or around an aside lets the clause go on.
				if k == end-1 && (r.w(end) == "from" || r.w(end-1) == "from") || r.w(k+1) == "from" && k >= end-2 {
					start--
					continue
				}
				if r.w(k+1) == "which" {
					start--
					continue
				}
			}
			return start
		case breaker:
			if r.at(k-1) == relative { // "reports that once ran overnight"
				start--
				continue
			}
			return start
		case conjunction:
			if r.at(start) == predicate || r.at(start) == pronoun || r.at(start) == auxiliary || start < end && r.at(start) == adverb && r.at(start+1) == predicate {
				return start
			}
			if r.verbIn(start, end) && r.w(k) == "and" {
				return start
			}
			// "at 14K per second and p99 of 55 ms": axes, or two names before one head.
			if r.amountBefore(k, from) || r.w(end-1) == "from" && r.amountInClause(k, from) {
				return start
			}
		}
		start--
	}
	return start
}

// verbIn reports whether a clause of its own stands in [i, j).
func (r *Reading) verbIn(i, j int) bool {
	for k := i + 1; k < j; k++ {
		if (r.at(k) == predicate || r.at(k) == auxiliary) && r.at(k-1) != relative {
			return true
		}
	}
	return false
}

// amountBefore reports whether an amount ends right before token k.
func (r *Reading) amountBefore(k, from int) bool {
	for n := range r.drafts {
		if l := r.drafts[n].last; l <= k && l >= k-1 && l > from {
			return true
		}
	}
	return false
}

// amountInClause reports whether the words before token k hold a metric already, back to a mark.
func (r *Reading) amountInClause(k, from int) bool {
	for k > from && r.at(k-1) != mark {
		k--
		for n := range r.drafts {
			if r.drafts[n].last == k+1 {
				return true
			}
		}
	}
	return false
}

func (r *Reading) opening(k, from int) int {
	for i := k - 1; i > from && i > k-8; i-- {
		if r.sym(i) == '(' {
			return i
		}
	}
	return -1
}

// label is what stands before a colon, when it is a bare noun phrase.
func (r *Reading) label(colon, from int) phrase {
	f := colon
	for f > from && !(r.at(f-1) == mark && r.sym(f-1) != '/' && r.sym(f-1) != '(' && r.sym(f-1) != ')') {
		f--
		if r.sym(f) == ')' {
			if o := r.opening(f, from); o > from {
				f = o
			}
		}
	}
	measured := false
	for k := f; k < colon; k++ {
		switch r.at(k) {
		case predicate, auxiliary, pronoun, relative, breaker:
			if r.w(k) != "deploy" {
				return phrase{}
			}
		case nominal:
			measured = measured || measureTail(r.w(k)) || r.w(k) == "load"
		}
	}
	p := r.object(f, colon)
	e := p.rawLast
	if r.w(e) == "in" && r.claimed(e+1, Technology) && r.at(e+1) == nominal && !p.empty() {
		return p
	}
	if q := r.person(p, colon); q.said() {
		return phrase{}
	}
	if r.in(e, "during", "after", "per", "about", "at") && !p.empty() {
		return p
	}
	if e < colon && p.first < p.last && p.last <= e && r.at(e) == preposition && !measured && !r.percentileIn(f, colon) && r.w(e) != "per" && r.w(e) != "of" {
		return phrase{rawFirst: p.rawFirst, rawLast: p.rawLast}
	}
	return p
}

func (r *Reading) percentileIn(i, j int) bool {
	for k := i; k < j; k++ {
		if r.percent(k) {
			return true
		}
	}
	return false
}

// ofWords reads the words [i, end) of a clause before its value.
func (r *Reading) ofWords(start, end, from int) phrase {
	i := start
	for i < end && (r.at(i) == adverb || r.at(i) == conjunction || r.at(i) == mark || r.w(i) == "i" || r.w(i) == "we" || r.sym(i) == '•' || r.w(i) == "to" && i == start) {
		i++
	}
	for i < end && r.at(i) == auxiliary {
		i++
	}
	if i >= end {
		return phrase{}
	}
	// "Spot nodes cut the bill by 31%": what a verb moves is its object.
	for k := end - 1; k > i; k-- {
		if r.at(k) == predicate && (r.verbSign(k) != 0 || r.in(k, "took", "brought", "taken")) && (r.at(k+1) == determiner || r.at(k+1) == nominal) && k+1 < end {
			if p := r.object(k+1, end); !p.empty() || p.said() && !r.relativeBefore(i, k) {
				return p
			}
		}
	}
	// A relative clause: the noun before "that" or "which".
	for k := end - 1; k > i; k-- {
		if r.at(k) != relative || r.w(k) == "what" || r.w(k) == "how" {
			continue
		}
		if r.at(k+1) == nominal && r.w(k) == "that" || r.at(k+1) == determiner && r.w(k) == "that" { // "proved that checkout stands 50K RPS"
			if p := r.trim(k+1, r.nounRun(k+1, end)); !p.empty() {
				return p
			}
		}
		if r.main(k+1, end) {
			// "The export that needed nine hours is done": the number is the main clause's.
			return r.subject(i, k)
		}
		return r.antecedent(i, k)
	}
	switch {
	case r.at(i) == predicate:
		return r.ofPredicate(i, end, start, from)
	case r.at(i) == pronoun:
		return r.itsNoun(start, from)
	case r.at(i) == preposition:
		return r.afterOpening(i, end)
	}
	return r.subject(i, end)
}

// relativeBefore reports whether a relative pronoun stands in [i, k).
func (r *Reading) relativeBefore(i, k int) bool {
	for ; i < k; i++ {
		if r.at(i) == relative {
			return true
		}
	}
	return false
}

// main reports whether a second verb follows the relative clause's own, so that the clause before it goes on.
func (r *Reading) main(k, end int) bool {
	n := 0
	for ; k < end; k++ {
		if r.at(k) == predicate || r.at(k) == auxiliary && r.at(k-1) != relative && r.at(k-1) != auxiliary {
			n++
		}
	}
	return n > 1
}

// antecedent is the noun that a relative clause hangs on: of a person, the system that the person stands for.
func (r *Reading) antecedent(i, k int) phrase {
	if r.sym(k-1) == ',' || r.sym(k-1) == ')' {
		// ", which": the first noun phrase behind the verb or the title before it.
		if r.sym(k-1) == ')' {
			k = r.opening(k-1, i)
		} else {
			k--
		}
		if r.sym(k-1) == ')' {
			if o := r.opening(k-1, i); o > i {
				k = o
			}
		}
		if r.at(i) == predicate {
			return r.object(i+1, k)
		}
		return r.subject(i, k)
	}
	f := k
	for f > i {
		switch r.at(f - 1) {
		case nominal, numeral:
			f--
			continue
		case determiner:
			f--
		}
		break
	}
	return r.trim(f, k)
}

// ofPredicate: the verb's object; for a verb of systems in the present without one, the subject of the clause before.
func (r *Reading) ofPredicate(i, end, start, from int) phrase {
	k := i + 1
	if m, ok := r.term(kb.KindVerb, i); ok && int(m.Last) > k && int(m.Last) <= end && int(m.Last)-i <= 3 {
		k = int(m.Last)
	}
	for k < end && (r.at(k) == adverb || r.w(k) == "off") {
		k++
	}
	if r.at(k) == pronoun && r.w(k) == "it" && k+1 >= end-1 {
		return r.itsNoun(start, from)
	}
	if r.w(k) == "from" || r.w(k) == "to" || k >= end || r.at(k) == preposition || r.at(k) == numeral {
		if r.at(start-1) == conjunction && !isPast(r.w(i)) {
			return r.sharedSubject(start-1, from)
		}
		if k < end && r.w(k) == "with" {
			return r.trim(k+1, r.nounRun(k+1, end))
		}
		if q := k + 1; k < end && r.at(k) == preposition && r.w(k) != "from" && r.w(k) != "to" && q < end && r.at(q) != numeral && r.w(k) != "at" {
			return r.trim(q, r.nounRun(q, end))
		}
		return phrase{}
	}
	// "Kept p99 under 80 ms": the statistic alone says nothing.
	p := r.object(k, end)
	if p.rawLast < end && (r.w(p.rawLast) == "with" || r.w(p.rawLast) == "for" || r.w(p.rawLast) == "on") && p.last > p.first && r.kind(p.rawLast+1) == lex.Word {
		// "Handles auctions with bids confirmed in 40 ms", "an API with a p99 of"
		q := r.trim(p.rawLast+1, r.nounRun(p.rawLast+1, end))
		if !q.empty() && q.rawLast < end && r.at(q.rawLast) == predicate {
			return q
		}
	}
	return p
}

// itsNoun finds what "it" stands for: the object of the clause before, in the same sentence.
func (r *Reading) itsNoun(start, from int) phrase {
	k := start
	for k > from && r.at(k-1) != conjunction && r.at(k-1) != mark {
		k--
	}
	if k <= from || r.w(k-1) != "and" {
		return phrase{}
	}
	s := r.clauseOf(k-1, from)
	if r.at(s) != predicate {
		return phrase{}
	}
	return r.object(s+1, k-1)
}

// sharedSubject is the subject of the clause that ends before token k, for a verb that shares it.
func (r *Reading) sharedSubject(k, from int) phrase {
	s := r.clauseOf(k, from)
	for s > from && s >= k-1 && r.at(s-1) != mark { // nothing but another conjunct
		s = r.clauseOf(s-1, from)
	}
	if r.sym(s-1) == ',' && (r.at(s) == auxiliary || r.at(s) == predicate) {
		// "My project, a bus API in Flask, has 800 users and answers in …": the apposition names the system.
		p := r.clauseOf(s-1, from)
		return r.subject(p, s-1)
	}
	if r.at(s) == predicate {
		return phrase{}
	}
	return r.subject(s, k)
}

// afterOpening reads a clause that opens with a circumstance: "in return a lost region loses no order".
func (r *Reading) afterOpening(i, end int) phrase {
	if r.w(i) == "from" || r.w(i) == "at" || r.w(i) == "to" || r.w(i) == "within" {
		return phrase{}
	}
	e := r.nounRun(i+1, end)
	if r.at(e) == determiner {
		return r.subject(e, end)
	}
	if e < end && r.at(e) == predicate {
		return r.trim(i+1, e)
	}
	return phrase{}
}

// subject is the noun phrase that opens a clause; a place belongs to it where its verb stands behind the place: "CPU on the
// gateway fell".
func (r *Reading) subject(i, end int) phrase {
	p := r.object(i, end)
	if p.empty() {
		return p
	}
	// "Backend engineer on the fare engine", "Owner of a fan-out": a person and not a system.
	if q := r.person(p, end); q.said() {
		return q
	}
	e := p.rawLast
	if p.last > e || p.rawFirst < i {
		return p
	}
	// "PostgreSQL queries on the hot path stay": the place is part of the subject.
	switch r.w(e) {
	case "on", "from", "between", "in":
		n := r.nounRun(e+1, end)
		if r.w(n) == "to" && r.w(e) == "from" {
			n = r.nounRun(n+1, end)
		}
		if n > e+1 && r.at(e+1) != numeral && (r.at(n) == predicate || r.at(n) == auxiliary || r.at(n) == adverb && r.at(n+1) == predicate) && p.last == e {
			p.last, p.rawLast = n, e
			return p
		}
	case "with", "that":
		if q := r.trim(e+1, r.nounRun(e+1, end)); r.at(q.rawLast) == predicate && !q.empty() && q.rawLast < end {
			return q
		}
	}
	// "My main work is a routing API with": what the subject is, is what is measured.
	if r.at(e) == auxiliary && (r.w(e) == "is" || r.w(e) == "was") && r.at(e+1) == determiner && e+2 < end {
		if q := r.trim(e+1, r.nounRun(e+1, end)); !q.empty() {
			return q
		}
	}
	return p
}

// person steps from a title to the system that stands behind it.
func (r *Reading) person(p phrase, end int) phrase {
	f, l := p.first, p.last
	for k := f; k < l; k++ {
		if r.w(k) == "of" && (r.w(k-1) == "owner" || r.w(k-1) == "author" || r.w(k-1) == "maintainer" || r.w(k-1) == "lead") {
			return r.trim(k+1, l)
		}
	}
	if r.claimed(l-1, Title) || r.w(l-1) == "engineer" || r.w(l-1) == "developer" {
		k := p.rawLast
		switch r.w(k) {
		case "on", "of", "for", "behind":
			q := r.trim(k+1, r.nounRun(k+1, end))
			// "the fare engine of a rail operator": the system, not its owner.
			for n := q.first; n < q.last; n++ {
				if r.w(n) == "of" {
					q.last = n
				}
			}
			return q
		}
		return phrase{rawFirst: p.rawFirst, rawLast: p.rawLast}
	}
	return phrase{}
}
