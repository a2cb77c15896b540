package fact

import (
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/lex"
)

// ofWhat finds the noun phrase that a metric is of, as tokens. Equal bounds mean that the clause does not say plainly.
//
// In this order: what stands between the percentile and the value; what follows behind ("40 ms on the quote path", "a 38%
// reduction in checkout latency"); the object of the clause's verb; its subject; a bare label before a colon.
func (r *Reading) ofWhat(d *draft, from, to int) (int, int) {
	a := r.mainAmount(d)
	relative := d.hasStated && d.from < 0 && d.to < 0
	if a != nil && a.dim == counts && !relative && !(a.perScale > 0 && a.perScale <= 3600) && (a.nounLast > a.nounFirst || a.per != "") {
		return 0, 0 // a count is of its noun
	}
	if f, l := r.ofInside(d); l > f {
		return f, l
	}
	if f, l := r.ofBehind(d, a, relative, to); l > f {
		return f, l
	}
	return r.ofClause(d, from)
}

func (r *Reading) mainAmount(d *draft) *amount {
	for _, k := range [...]int{d.to, d.from, d.value} {
		if k >= 0 {
			return &r.amounts[k]
		}
	}
	return nil
}

// measureWord are words that close a measured noun phrase and do not belong to it.
func measureTail(w string) bool {
	switch w {
	case "latency", "latencies", "throughput", "time", "times", "rate", "rates", "ratio", "availability", "uptime", "cost", "costs", "spend", "spending", "bill", "bills", "lag", "delay",
		"delays", "duration", "use", "usage", "utilisation", "utilization", "footprint", "coverage", "volume", "volumes", "size", "count", "frequency", "performance", "adoption", "speed", "response",
		"mttr", "rto", "rpo", "slo", "sla", "median", "traffic", "downtime", "load", "capacity", "efficiency", "reliability", "success", "percentile":
		return true
	}
	return false
}

// leadingWord are words that open a noun phrase and do not belong to it.
func leadingWord(w string) bool {
	switch w {
	case "the", "a", "an", "our", "my", "its", "their", "his", "her", "your", "this", "that", "these", "those", "both", "all", "each", "every", "some", "same",
		"tail", "median", "peak", "average", "mean", "typical", "overall", "total", "daily", "monthly", "weekly", "annual", "yearly", "sustained", "worst":
		return true
	}
	return false
}

// trim cuts measure words, articles and adverbs from the ends of a noun phrase.
func (r *Reading) trim(f, l int) (int, int) {
	for l > f {
		w := r.w(l - 1)
		if measureTail(w) || r.kind(l-1) == lex.Punct || r.kind(l-1) == lex.Clitic || isAdverb(w) || w == "down" || w == "up" || w == "case" && r.w(l-2) == "worst" || w == "of" || w == "last" {
			l--
			continue
		}
		if _, end := r.percentileAt(l - 1); end == l {
			l--
			continue
		}
		break
	}
	for f < l {
		w := r.w(f)
		if leadingWord(w) || r.kind(f) == lex.Punct || isAdverb(w) {
			f++
			continue
		}
		if v, end := r.percentileAt(f); v > 0 {
			f = end
			if r.w(f) == "of" {
				f++
			}
			continue
		}
		if w == "end" && r.w(f+1) == "to" && r.w(f+2) == "end" {
			f += 3
			continue
		}
		break
	}
	if l <= f {
		return 0, 0
	}
	if l == f+1 {
		switch r.w(f) {
		case "it", "they", "them", "i", "we", "this", "that", "which", "data", "who", "us", "what", "everything", "nothing", "one", "mttr", "production", "end", "half", "peak", "life":
			return 0, 0
		}
	}
	return f, l
}

func isAdverb(w string) bool {
	switch w {
	case "steadily", "roughly", "nearly", "almost", "now", "also", "then", "consistently", "well", "just", "only", "again", "gradually", "already", "still", "further", "alone", "itself", "today", "currently", "never", "always", "typically", "reliably":
		return true
	}
	return false
}

// nounRun is where the noun phrase that starts at token i ends, at the latest before token to. Its own "of" belongs to it.
func (r *Reading) nounRun(i, to int) int {
	k := i
	for k < to && k < i+10 {
		w := r.w(k)
		switch {
		case r.kind(k) == lex.Punct && !(r.sym(k) == '/' && k > i), r.kind(k) == lex.Clitic && k == i:
			return k
		case r.kind(k) == lex.Number && r.owner[k] == 0 && !r.is(k+1, lex.Hyphen):
			return k
		case k == i && (leadingWord(w) || isAdverb(w)):
		case w == "of" && k > i && r.kind(k+1) == lex.Word:
		case r.preposition(k) || r.boundary(w):
			return k
		case r.is(k, lex.Hyphen) || r.is(k+1, lex.Hyphen) || r.claimed(k, Technology):
		case r.finite(k):
			return k
		}
		k++
	}
	return k
}

// boundary are words that end a noun phrase and are no preposition.
func (r *Reading) boundary(w string) bool {
	switch w {
	case "and", "or", "is", "are", "was", "were", "be", "been", "has", "have", "had", "it", "i", "we", "they", "could", "can", "would", "will", "should", "may", "might", "must", "did", "do", "does",
		"whose", "which", "that", "who", "not", "now", "while", "once", "because", "so", "where", "when", "then", "never", "no", "there", "but", "whenever", "if", "until", "with", "down", "up", "out", "plus":
		return true
	}
	return false
}

// finite reports a verb that is no noun where it stands: a past form, or an -s form that something follows which a verb takes.
func (r *Reading) finite(k int) bool {
	w := r.w(k)
	if m, ok := r.term(kb.KindVerb, k); ok {
		if r.verbForm(k) {
			return true
		}
		v := &r.Base.Verbs[m.Row]
		for _, n := range v.Nouns {
			if n == w {
				return len(w) > 3 && w[len(w)-1] == 's' && r.takesObject(k+1)
			}
		}
		return true
	}
	n := len(w)
	switch {
	case n > 4 && w[n-2:] == "ed" && r.kind(k+1) != lex.Word:
		return true
	case n > 4 && w[n-2:] == "ed" && w[n-3] != 'e':
		return r.preposition(k+1) || r.takesObject(k+1)
	case n > 3 && w[n-1] == 's' && w[n-2] != 's' && !r.is(k, lex.Capital):
		return r.takesObject(k + 1)
	}
	switch w {
	case "fell", "went", "took", "grew", "rose", "came", "ran", "sat", "held", "kept", "got", "won", "sank", "shrank", "stood", "met", "gave", "drew", "hit", "lost", "saw", "sees", "see", "keep", "hold", "serve", "run", "take", "handle", "finish", "stay", "cost", "answer", "land":
		return true
	}
	return false
}

// takesObject reports what a verb in -s is followed by: an amount, an article, an adverb, "at", "nothing" …
func (r *Reading) takesObject(k int) bool {
	switch r.w(k) {
	case "the", "a", "an", "our", "at", "from", "by", "to", "under", "within", "below", "in", "about", "over", "around", "up", "nothing", "pace", "roughly", "nearly", "almost", "more", "less", "its", "between", "only", "just", "~", "<", "≤", ">", "≥", "some", "every", "each", "well", "no", "above", "half":
		return true
	}
	if u := r.unitAt(k, "numeral"); u != nil {
		return true
	}
	return r.kind(k) == lex.Number
}

// ofInside reads what stands between the percentile and the value: "p99 checkout latency (820 ms", "p95 of the feed under 40 ms".
func (r *Reading) ofInside(d *draft) (int, int) {
	if d.pLast <= d.pFirst || d.pFirst != d.first || r.kind(d.pFirst) == lex.Number && r.w(d.pLast) == "of" && r.w(d.pLast-1) != "percentile" {
		if d.pLast > d.pFirst && d.pFirst == d.first && r.w(d.pLast) == "of" { // "99% of searches finish under"
			return r.trim(d.pLast+1, r.nounRun(d.pLast+1, d.last))
		}
		return 0, 0
	}
	k := d.pLast
	switch r.w(k) {
	case "of", "for", "on", "in":
		k++
	}
	e := r.nounRun(k, d.last)
	if f, l := r.trim(k, e); l > f {
		return f, l
	}
	switch r.w(e) {
	case "of", "on", "for", "in":
		return r.trim(e+1, r.nounRun(e+1, d.last))
	}
	return 0, 0
}

func (r *Reading) ofBehind(d *draft, a *amount, relative bool, to int) (int, int) {
	k := d.last
	if relative || a != nil && a.dim == ratios {
		word := false
		for k < to && k < d.last+4 {
			w := r.w(k)
			if r.unitAt(k, "direction") != nil || measureTail(w) && (r.w(k+1) == "of" || r.w(k+1) == "for" || r.w(k+1) == "in" || r.w(k+1) == "on" || r.w(k+1) == "across" || r.w(k+1) == "out") {
				word = true
				k++
				continue
			}
			break
		}
		if r.w(k) == "out" && r.w(k+1) == "of" {
			k++
		}
		switch w := r.w(k); {
		case w == "of" || w == "off" || word && (w == "in" || w == "for" || w == "on") || !relative && (w == "for" || w == "on"):
			if r.kind(k+1) != lex.Number && !r.month(k+1) && !r.circumstance(k+1, to) {
				return r.trim(k+1, r.nounRun(k+1, to))
			}
		case relative && (word || d.factor) && d.value >= 0 && r.kind(k) == lex.Word && !r.preposition(k) && !r.boundary(w) && w != "than" && !r.verbForm(k):
			e := r.nounRun(k, to)
			if f, l := r.trim(k, e); f < l {
				return f, l
			}
			for q := e; q < min(to, e+2); q++ {
				switch r.w(q) {
				case "of", "on", "for", "in":
					return r.trim(q+1, r.nounRun(q+1, to))
				}
			}
		}
		if relative && d.verb >= 0 && d.value < 0 {
			return r.object(d.verb+1, to) // "halved the write throughput"
		}
		if !relative {
			return 0, 0
		}
	}
	if a == nil || relative {
		return 0, 0
	}
	switch a.dim {
	case times:
		switch r.w(k) {
		case "of", "on", "for":
			if r.kind(k+1) != lex.Number && !r.circumstance(k+1, to) {
				return r.trim(k+1, r.nounRun(k+1, to))
			}
		}
		if d.value >= 0 && r.is(k, lex.Space) && r.kind(k) == lex.Word && !r.preposition(k) && !r.boundary(r.w(k)) && !r.verbForm(k) && !isAdverb(r.w(k)) && r.unitAt(k, "direction") == nil && r.w(d.first-1) != "at" {
			return r.trim(k, r.nounRun(k, to)) // "sub-10 ms feature lookups"
		}
	case money, bytes:
		if (r.w(k) == "of" || r.w(k) == "in") && r.kind(k+1) == lex.Word {
			return r.trim(k+1, r.nounRun(k+1, to))
		}
	}
	return 0, 0
}

// circumstance reports a phrase that says when or where something was measured and not what: "on Black Friday", "for 4 months".
func (r *Reading) circumstance(k, to int) bool {
	e := r.nounRun(k, to)
	if r.kind(k) == lex.Number || r.unitAt(k, "numeral") != nil {
		return true
	}
	for q := k; q < e; q++ {
		switch r.w(q) {
		case "peak", "average", "weekdays", "weekends", "production", "season", "seasons", "day", "days", "month", "months", "year", "years", "week", "weeks", "night", "hour", "hours", "hardware", "disks", "machine", "machines", "nodes", "hosts",
			"pods", "cores", "mobile", "friday", "monday", "sunday", "christmas", "record", "top", "free", "good", "time", "first", "laptop", "instances", "load", "quarter", "quarters", "node", "pod", "core", "box", "boxes", "server", "servers":
			return true
		}
	}
	return false
}

// object is the noun phrase at token i, or the one behind it when it is only a measure: "the throughput of the label queue".
func (r *Reading) object(i, to int) (int, int) {
	e := i
	for e < to && (leadingWord(r.w(e)) || measureTail(r.w(e)) || r.percent(e)) {
		e++
	}
	if e > i && (r.w(e) == "of" || r.w(e) == "on" || r.w(e) == "for" || r.w(e) == "in") && measureTail(r.w(e-1)) {
		return r.trim(e+1, r.nounRun(e+1, to))
	}
	e = r.nounRun(i, to)
	// "the indexing rate of our product search": behind a measure stands the system.
	for k := i; k+1 < e; k++ {
		if measureTail(r.w(k)) && r.w(k+1) == "of" {
			return r.trim(k+2, e)
		}
	}
	if f, l := r.trim(i, e); l > f {
		return f, l
	}
	switch r.w(e) {
	case "of", "on", "for", "in":
		return r.trim(e+1, r.nounRun(e+1, to))
	}
	return 0, 0
}

func (r *Reading) percent(i int) bool {
	v, _ := r.percentileAt(i)
	return v > 0
}

// ofClause reads the clause before the value: the object of its verb, or its subject.
func (r *Reading) ofClause(d *draft, from int) (int, int) {
	end := d.first
	start := end
	for start > from {
		k := start - 1
		w := r.w(k)
		if r.kind(k) == lex.Punct && r.sym(k) != '/' && r.sym(k) != '"' && !(r.sym(k) == '(' && k == end-1) && !(r.sym(k) == ',' && k == end-1 && r.sentenceHasOneComma(from, k)) {
			break
		}
		if w == "while" || w == "once" || w == "because" || w == "so" || w == "where" || w == "when" || w == "whose" || w == "but" || w == "until" {
			break
		}
		if w == "and" && (r.finite(start) || r.w(start) == "it" || r.w(start) == "i" || r.w(start) == "we") {
			break
		}
		start--
	}
	if r.sym(start-1) == ':' {
		if start == end {
			// A bare label: "Replica lag: 90 s".
			for k := from; k < start-1; k++ {
				if r.finite(k) && !r.is(k+1, lex.Hyphen) {
					return 0, 0
				}
			}
			f := from
			if r.sym(f) == '•' {
				f++
			}
			return r.object(f, start-1)
		}
	}
	i := start
	for i < end && (r.kind(i) == lex.Punct || isAdverb(r.w(i)) || r.w(i) == "i" || r.w(i) == "we" || r.w(i) == "and" || r.w(i) == "to") {
		i++
	}
	// A relative clause: the noun before "that" or "which".
	for k := end - 1; k > i; k-- {
		if w := r.w(k); w == "that" || w == "which" {
			if !r.finite(k+1) && !r.boundary(r.w(k+1)) { // "proved that checkout stands 50K RPS"
				e := r.nounRun(k+1, end)
				return r.trim(k+1, e)
			}
			return r.phraseBefore(i, k)
		}
	}
	if _, ok := r.term(kb.KindVerb, i); ok && r.finite(i) || r.gerund(i) {
		m, _ := r.term(kb.KindVerb, i)
		k := i + 1
		if int(m.Last) > k {
			k = int(m.Last)
		}
		return r.objectBefore(k, end)
	}
	// Subject first.
	f, l := r.object(i, end)
	if l > f && l < end {
		// "Backend engineer on the fare engine" is a person and not a system.
		if _, title := r.term(kb.KindTitle, l-1); title && r.preposition(l) {
			return r.trim(l+1, r.nounRun(l+1, end))
		}
	}
	return f, l
}

// objectBefore is the object that starts at token k and ends before the value.
func (r *Reading) objectBefore(k, end int) (int, int) {
	for k < end && (r.w(k) == "down" || r.w(k) == "up" || r.w(k) == "out" || r.w(k) == "off" || r.w(k) == "back") {
		k++
	}
	if f, l := r.object(k, end); l > f {
		return f, l
	}
	// "Cut from 11 s": nothing between.
	return 0, 0
}

func (r *Reading) gerund(i int) bool {
	w := r.w(i)
	return len(w) > 5 && w[len(w)-3:] == "ing" && (leadingWord(r.w(i+1)) || r.w(i+1) == "up")
}

// phraseBefore is the noun phrase that ends before token k and starts at i or after the last verb or preposition before it.
func (r *Reading) phraseBefore(i, k int) (int, int) {
	f := k
	for f > i {
		w := r.w(f - 1)
		if r.kind(f-1) == lex.Punct || r.boundary(w) || r.preposition(f-1) && w != "of" {
			break
		}
		if r.finite(f-1) && !r.is(f, lex.Hyphen) {
			break
		}
		f--
		if leadingWord(w) && r.w(f-1) != "of" {
			break
		}
	}
	return r.trim(f, k)
}

// sentenceHasOneComma lets a comma right before "from 4k to 12k" pass.
func (r *Reading) sentenceHasOneComma(from, k int) bool { return r.w(k+1) == "from" }

// verbAny reports whether token i is a form of a verb that is not plainly a noun.
func (r *Reading) verbAny(i int) bool {
	_, ok := r.term(kb.KindVerb, i)
	return ok && r.finite(i)
}
