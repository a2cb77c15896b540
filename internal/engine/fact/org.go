package fact

import (
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/lex"
)

// orgs reads Org facts: a company or team with its head count, its field of business or both. The head count is claimed, so
// that it is no metric; what else is counted ("a chain of 1,400 stores") is left alone.
func (r *Reading) orgs() {
	for i := 0; i < len(r.low); i++ {
		if !r.free(i) {
			continue
		}
		if end := r.sizedOrg(i); end > i {
			i = end - 1
			continue
		}
		if end := r.orgOf(i); end > i {
			i = end - 1
			continue
		}
		if end := r.fieldOrg(i); end > i {
			i = end - 1
		}
	}
}

// count reads a whole number of people at token i, a range as its upper end.
func (r *Reading) count(i int) (n int32, next int) {
	if i >= len(r.low) || !r.free(i) {
		return 0, i
	}
	if r.kind(i) == lex.Number {
		v := r.Doc.Numbers[r.Doc.Tokens[i].Num]
		if v.Currency != 0 || v.Percent || v.Neg || v.Groups > 1 || v.Decimals > 0 && v.SuffixEnd == v.SuffixStart {
			return 0, i
		}
		x := v.Value
		if v.SuffixEnd > v.SuffixStart {
			if s := r.Doc.Text[v.SuffixStart:v.SuffixEnd]; s != "k" && s != "K" {
				return 0, i
			}
			x *= 1000
		}
		i++
		if r.kind(i) == lex.Number && r.is(i, lex.Hyphen) || (r.sym(i) == '—' || r.in(i, "to")) && r.kind(i+1) == lex.Number {
			if r.kind(i) != lex.Number {
				i++
			}
			if m := r.Doc.Numbers[r.Doc.Tokens[i].Num]; m.SuffixEnd == m.SuffixStart && m.Currency == 0 && !m.Percent {
				x, i = m.Value, i+1
			}
		}
		if x < 1 || x > 5e6 {
			return 0, i
		}
		return int32(x), i
	}
	v, next := r.wordNumber(i)
	if next == i || r.in(i, "a", "an") || v < 1 || v > 5e6 {
		return 0, i
	}
	return int32(v), next
}

// people reports whether token i is a noun that a head count counts.
func (r *Reading) people(i int) bool {
	switch r.word(i) {
	case "person", "people", "persons", "engineer", "engineers", "developer", "developers", "dev", "devs", "employee", "employees", "programmer", "programmers", "staff", "head",
		"strong", "man", "member", "members", "colleagues", "specialists", "contractors", "seat", "human", "humans", "folks", "sres", "technologist", "technologists":
		return true
	}
	return false
}

// orgNoun is the noun for an employer or a part of one at token i.
func (r *Reading) orgNoun(i int) (kb.Match, bool) {
	m, ok := r.term(kb.KindDomain, i)
	if !ok || r.blocked(&m) {
		return m, false
	}
	if r.Base.Domains[m.Row].Org {
		return m, true
	}
	// "card issuer", "cloud provider", "airline": a field's word that is or ends on the noun.
	return m, r.in(int(m.Last)-1, "airline", "hospital", "university", "brokerage", "neobank", "ministry", "municipality", "acquirer", "marketplace", "casino", "fund") || m.Last-m.First > 1 && r.in(int(m.Last)-1, "company", "provider", "issuer", "operator", "exchange", "studio", "agency", "firm", "bank", "union", "processor", "maker", "manufacturer",
		"fund", "network", "vendor", "carrier", "lab", "institute", "authority", "board", "provider", "group", "marketplace", "institution")
}

// orgPhrase reads "[word]{0,4} noun" from token i: where it ends, and its field of business.
func (r *Reading) orgPhrase(i int) (end int, domain int32, person, ok bool) {
	domain = -1
	for k := i; k < i+6 && k < len(r.low); k++ {
		if k > i && (r.kind(k) == lex.Punct || r.is(k, lex.LineStart)) && r.sym(k) != '/' || r.preposition(k) || r.kind(k) == lex.Number && k > i {
			break
		}
		m, found := r.term(kb.KindDomain, k)
		if !found || r.blocked(&m) {
			continue
		}
		if n, noun := r.orgNoun(k); noun {
			// The last of a run of nouns is the employer: "bank technology group".
			d := &r.Base.Domains[n.Row]
			end, ok, person = int(n.Last), true, d.Person || !d.Org
			if !d.Org {
				domain = n.Row
			} else if domain < 0 {
				domain = n.Row
			}
			if next, more := r.orgNoun(end); !more || next.First < n.Last || r.is(end, lex.LineStart) {
				return end, domain, person, true
			}
		} else if domain < 0 || r.Base.Domains[domain].Org {
			domain = m.Row
		}
		k = int(m.Last) - 1
	}
	return end, domain, person, ok
}

// sizedOrg reads "600-engineer e-commerce platform" and returns the token after it.
func (r *Reading) sizedOrg(i int) int {
	if r.kind(i) != lex.Number && !r.numeralAt(i) {
		return i // no count starts otherwise
	}
	n, k := r.count(i)
	if k == i || !r.people(k) {
		return i
	}
	glued := r.is(k, lex.Hyphen)
	plural := r.in(k, "people", "engineers", "developers", "employees", "members", "devs", "programmers", "colleagues", "persons", "specialists", "contractors", "humans", "folks", "sres", "technologists")
	if !glued && (plural || !r.in(k, "person", "strong", "engineer", "developer", "employee", "man", "people", "head", "seat", "programmer")) {
		return i
	}
	last := k + 1
	end, domain, _, ok := r.orgPhrase(last)
	if !ok {
		if !glued || r.kind(last) != lex.Word || r.preposition(last) {
			return i
		}
		end = last + 1
		if r.in(last, "engineering", "product", "backend", "platform", "data", "software", "infrastructure") && r.kind(last+1) == lex.Word && !r.preposition(last+1) {
			end++
		}
	}
	r.addOrg(i, end, n, domain)
	r.claim(i, last, Org)
	return end
}

func (r *Reading) addOrg(first, last int, size, domain int32) {
	f := r.add(Org, first, last)
	f.Size, f.Domain = size, domain
}

// orgOf reads "team of 5", "start-up of 12 people", "an organisation of 20 teams and 90+ engineers".
func (r *Reading) orgOf(i int) int {
	m, ok := r.orgNoun(i)
	team := false
	switch r.word(i) {
	case "team", "squad", "crew", "tribe", "pod", "department", "group", "org", "staff":
		team = true
	}
	end := i + 1
	if ok {
		end = int(m.Last)
	} else if !team {
		return i
	}
	if r.sym(end) == '(' {
		if n, k := r.count(end + 1); k > end+1 && r.people(k) && r.sym(k+1) == ')' {
			r.addOrg(i, k+2, n, r.domainOf(m, ok))
			r.claim(end+1, k+1, Org)
			return k + 2
		}
		return i
	}
	if r.in(end, "lead") { // "team lead (group of 3-7 people)" starts at "group"
		return i
	}
	if !r.in(end, "of", "with") {
		return i
	}
	k := end + 1
	for r.in(k, "about", "around", "over", "nearly", "roughly", "some", "up", "to", "almost", "approximately", "more", "than") || r.sym(k) == '~' {
		k++
	}
	n, next := r.count(k)
	if next == k {
		return i
	}
	domain := r.domainOf(m, ok)
	// Up to two words may describe the people.
	noun := next
	for noun < next+3 && !r.people(noun) && r.kind(noun) == lex.Word && !r.preposition(noun) && !r.in(noun, "and") {
		noun++
	}
	switch {
	case r.people(noun) && noun < next+3:
		r.addOrg(i, noun+1, n, domain)
		r.claim(k, noun+1, Org)
		return noun + 1
	case r.in(next, "teams", "squads", "groups", "departments") && r.in(next+1, "and"):
		if n2, k2 := r.count(next + 2); k2 > next+2 && r.people(k2) {
			r.addOrg(i, k2+1, n2, domain)
			r.claim(k, k2+1, Org)
			return k2 + 1
		}
	case r.in(end, "of") && (next >= len(r.low) || r.kind(next) == lex.Punct || r.preposition(next) || r.is(next, lex.LineStart) || r.in(next, "and", "i") || r.ing(next)) &&
		(team || ok && r.Base.Domains[m.Row].Org) && !(r.in(i, "group") && r.sym(next) == '%'):
		r.addOrg(i, next, n, domain)
		r.claim(k, next, Org)
		return next
	case ok && r.in(end, "of") && !team:
		// Something else is counted: the field stays, the number is a metric's.
		r.addOrg(i, end, 0, domain)
		return end
	}
	return i
}

func (r *Reading) domainOf(m kb.Match, ok bool) int32 {
	if !ok {
		return -1
	}
	// The word before the noun may name the field: "grocery chain".
	for k := int(m.First) - 1; k >= max(0, int(m.First)-3); k-- {
		if t, found := r.term(kb.KindDomain, k); found && t.Last == m.First && !r.Base.Domains[t.Row].Org && !r.blocked(&t) {
			return t.Row
		}
	}
	return m.Row
}

// fieldOrg reads an employer told by its field: "at a ride-hailing company", "for an insurer".
func (r *Reading) fieldOrg(i int) int {
	k := i + 1
	switch r.word(i) {
	case "at", "for", "with", "in":
		switch r.word(k) {
		case "a", "an", "the":
			return i // the determiner starts it
		}
	case "a", "an", "the":
		switch r.word(i - 1) {
		case "at", "for", "with", "in", "of", "inside", "joined", "from", "by", "to":
		default:
			return i
		}
	default:
		return i
	}
	if !r.free(k) || r.kind(k) != lex.Word {
		return i
	}
	from, _ := r.sentence(i)
	if r.wish(from, i) {
		return i
	}
	end, domain, person, ok := r.orgPhrase(k)
	if !ok || !person || r.is(end, lex.Hyphen) {
		return i
	}
	if n, noun := r.orgNoun(end - 1); noun && r.Base.Domains[n.Row].Org && r.in(end-1, "team", "teams", "department", "division", "site", "app", "product", "client", "clients", "organisation", "group", "network", "shop", "lab", "chain", "foundation", "provider", "operator", "broker", "business", "processor", "enterprise") {
		if domain == n.Row {
			return i // a noun that says nothing of the business
		}
	}
	if c := end - 1; len(r.w(c)) > 1 && r.w(c)[len(r.w(c))-1] == 's' && !r.in(c, "business") {
		return i // others, in the plural
	}
	// The size may follow: "an insurer of 900".
	first := k
	if r.in(end, "of") {
		j := end + 1
		if n, next := r.count(j); next > j && r.people(next) {
			r.addOrg(first, next+1, n, domain)
			r.claim(j, next+1, Org)
			return next + 1
		} else if next > j && (next >= len(r.low) || r.kind(next) == lex.Punct) {
			r.addOrg(first, next, n, domain)
			r.claim(j, next, Org)
			return next
		}
	}
	r.addOrg(first, end, 0, domain)
	return end
}
