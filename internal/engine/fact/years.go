package fact

import (
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/lex"
)

// stint is a span of years as it is being read: tokens with the bound words, the value and how it was said.
type stint struct {
	first, last int     // with bound words
	number      int     // first token of the number
	value       float64 // in years
	bound       Bound
	months      bool // no unit of a year or more
	glued       bool // "5-year": an adjective
	indefinite  bool // "a year"
}

// soft marks, until settleYears has run, a fact whose words do not say experience outright.
const soft = -2

// years reads Years facts: time spent in the trade or, with another scope, elsewhere. Durations of work and of effects, ages,
// rates and plans are none. The tokens are claimed, so that they are no metric.
func (r *Reading) years() {
	start := len(r.Facts)
	unit := -1 // the next token that may be a unit, or a number that needs none
	for i := 0; i < len(r.low); {
		if r.word(i) == "since" {
			if end := r.since(i); end > i {
				i = end
				continue
			}
		}
		for unit < i {
			if unit = r.nextUnit(unit + 1); unit < 0 {
				unit = len(r.low) + farthest
			}
		}
		var s stint
		ok := false
		if unit-i < farthest {
			s, ok = r.stintAt(i)
		}
		if !ok {
			if end := r.partial(i, start); end > i {
				i = end
				continue
			}
			i++
			continue
		}
		if scope, firm, ok := r.experience(&s); ok {
			f := r.addYears(s.first, s.last, s.value, s.bound, scope)
			if !firm && scope == Total {
				f.Row = soft
			}
		}
		i = max(s.last, i+1)
	}
	r.settleYears(start)
}

func (r *Reading) addYears(first, last int, v float64, b Bound, s Scope) *Fact {
	r.claim(first, last, Years)
	f := r.add(Years, first, last)
	f.Years, f.Bound, f.Scope = v, b, s
	return f
}

// farthest is how many tokens a span may start before its unit: "a little over four and a half years".
const farthest = 10

// nextUnit is the first token from i that is a calendar unit or a number with something glued to it; -1 where there is none.
func (r *Reading) nextUnit(i int) int {
	for ; i < len(r.low); i++ {
		if n := r.Doc.Tokens[i].Num; n >= 0 {
			x := &r.Doc.Numbers[n]
			if x.Plus {
				return i
			}
			if x.SuffixEnd > x.SuffixStart {
				if c := r.Doc.Text[x.SuffixStart] | 0x20; c == 'y' || c == 'm' && x.SuffixEnd-x.SuffixStart > 2 {
					return i
				}
			}
			continue
		}
		if s := r.low[i]; len(s) > 1 {
			switch s[0] | 0x20 {
			case 'y', 'm', 'd':
				if _, ok := r.timeWord(i); ok {
					return i
				}
			}
		}
	}
	return -1
}

// timeWord is the length in years of the calendar unit at token i.
func (r *Reading) timeWord(i int) (float64, bool) {
	switch {
	case r.in(i, "years", "year", "yrs", "yr", "yoe", "y.o.e.", "year's", "years'"):
		return 1, true
	case r.in(i, "months", "month", "mos", "mths"):
		return 1.0 / 12, true
	case r.in(i, "decade", "decades"):
		return 10, true
	}
	return 0, false
}

// boundWords reads words of a bound before a number and where they end.
func (r *Reading) boundWords(i int) (Bound, int) {
	b, start := Exact, i
	switch r.word(i) {
	case "well", "just", "a", "over", "above", "exceeding", "beyond", "more", "greater", "at", "upwards", "no", "nearly", "almost", "about", "around", "roughly", "approximately", "approx", "circa", "some",
		"approaching", "~", ">", "≥", "<", "close", "under", "barely", "less", "fewer", "up":
	default:
		return b, i
	}
	for range 3 {
		switch {
		case r.in(i, "well", "just", "a") && (r.in(i+1, "over", "under", "above") || r.in(i+1, "little", "bit") && r.in(i+2, "over", "under", "more")):
			i++
			if r.in(i, "little", "bit") {
				i++
			}
			continue
		case r.in(i, "over", "above", "exceeding", "beyond"):
			b, i = Over, i+1
		case r.in(i, "more", "greater") && r.in(i+1, "than"):
			b, i = Over, i+2
		case r.in(i, "at") && r.in(i+1, "least"):
			b, i = AtLeast, i+2
		case r.in(i, "upwards") && r.in(i+1, "of"), r.in(i, "no") && r.in(i+1, "less") && r.in(i+2, "than"):
			b, i = AtLeast, i+2
			if r.in(i, "than") {
				i++
			}
		case r.in(i, "nearly", "almost", "about", "around", "roughly", "approximately", "approx", "circa", "some", "approaching"):
			b, i = About, i+1
			if r.sym(i) == '.' && r.in(i-1, "approx") {
				i++
			}
		case r.sym(i) == '~':
			b, i = About, i+1
		case r.sym(i) == '>', r.sym(i) == '≥':
			b, i = Over, i+1
		case r.sym(i) == '<':
			b, i = Under, i+1
		case r.in(i, "close") && r.in(i+1, "to"):
			b, i = About, i+2
		case r.in(i, "under"), r.in(i, "barely"):
			b, i = Under, i+1
		case r.in(i, "less", "fewer") && r.in(i+1, "than"):
			b, i = Under, i+2
		case r.in(i, "up") && r.in(i+1, "to"):
			b, i = AtMost, i+2
		}
	}
	if b == Exact {
		return b, start
	}
	return b, i
}

// stintAt reads a span of years at token i: "9+ years", "nearly a decade", "5 years 6 months", "a year and a half".
func (r *Reading) stintAt(i int) (s stint, ok bool) {
	if r.taken(i) {
		return s, false
	}
	s.first = i
	bound, k := r.boundWords(i)
	s.bound, s.number = bound, k
	if k >= len(r.low) || r.taken(k) {
		return s, false
	}
	if k == i && !r.countWord(i) {
		return s, false
	}
	unit := 0.0
	switch {
	case r.kind(k) == lex.Number:
		n := r.Doc.Numbers[r.Doc.Tokens[k].Num]
		if n.Currency != 0 || n.Percent || n.Neg || n.Groups > 1 || n.Value > 1200 {
			return s, false
		}
		s.value = n.Value
		if n.Plus && s.bound == Exact {
			s.bound = AtLeast
		}
		if n.SuffixEnd > n.SuffixStart {
			switch suffix := r.Doc.Text[n.SuffixStart:n.SuffixEnd]; {
			case lex.EqualFold(suffix, "y"), lex.EqualFold(suffix, "yr"), lex.EqualFold(suffix, "yrs"), lex.EqualFold(suffix, "years"), lex.EqualFold(suffix, "year"), lex.EqualFold(suffix, "yoe"):
				unit = 1
			case lex.EqualFold(suffix, "months"), lex.EqualFold(suffix, "mos"):
				unit = 1.0 / 12
			default:
				return s, false
			}
		}
		k++
		if r.kind(k) == lex.Number && r.is(k, lex.Hyphen) || r.sym(k) == '—' && r.kind(k+1) == lex.Number || r.in(k, "to") && r.kind(k+1) == lex.Number {
			if r.kind(k) != lex.Number {
				k++
			}
			m := r.Doc.Numbers[r.Doc.Tokens[k].Num]
			if m.Currency != 0 || m.Percent || m.Value > 60 || m.SuffixEnd > m.SuffixStart {
				return s, false
			}
			s.bound = AtLeast
			k++
		}
	case r.in(k, "a", "an", "one") && (r.in(k+1, "year", "decade", "month") || r.in(k+1, "full", "good", "solid", "whole") && r.in(k+2, "year", "decade")):
		s.value, s.indefinite = 1, r.in(k, "a", "an")
		k++
		if r.in(k, "full", "good", "solid", "whole") {
			k++
		}
	case r.in(k, "half"), r.in(k, "a") && r.in(k+1, "half"):
		if r.in(k, "a") {
			k++
		}
		k++
		s.value = 0.5
		if r.sym(k) == '+' {
			s.bound, k = AtLeast, k+1
		}
		if r.in(k, "of") {
			k++
		}
		if r.in(k, "a") {
			k++
		}
		if !r.in(k, "year", "decade") {
			return s, false
		}
	case r.in(k, "decade") && s.bound != Exact && k > i:
		s.value = 1
	default:
		v, next := r.wordNumber(k)
		if next == k || r.in(k, "a", "an") || v > 60 {
			return s, false
		}
		s.value, k = v, next
		if r.in(k, "and") && r.in(k+1, "a") && r.in(k+2, "half") {
			s.value, k = s.value+0.5, k+3
		}
	}
	if unit == 0 {
		for range 3 {
			switch {
			case r.sym(k) == '+' && s.bound <= AtLeast:
				s.bound, k = AtLeast, k+1
			case r.in(k, "plus", "or"):
				if r.in(k, "or") {
					if !r.in(k+1, "more") {
						return s, false
					}
					k++
				}
				if s.bound == Exact {
					s.bound = AtLeast
				}
				k++
			case r.in(k, "full", "solid", "good", "long", "consecutive", "calendar", "happy", "whole", "odd", "strong") && !r.is(k, lex.Hyphen):
				k++
			case r.in(k, "of") && s.bound == AtLeast: // "4+ of years", as people write
				if _, ok := r.timeWord(k + 1); !ok {
					return s, false
				}
				k++
			}
		}
		u, ok := r.timeWord(k)
		if !ok {
			return s, r.bareYears(&s, k)
		}
		unit = u
		s.glued = r.is(k, lex.Hyphen)
		k++
	}
	s.value *= unit
	s.months = unit < 1
	// "5 years 6 months", "a year and a half".
	if unit == 1 {
		j := k
		if r.in(j, "and", "&") || r.sym(j) == ',' {
			j++
		}
		if r.in(j, "a") && r.in(j+1, "half") && r.in(j-1, "and") {
			s.value, k = s.value+0.5, j+2
		} else if r.kind(j) == lex.Number && r.in(j+1, "months", "month", "mos") {
			if m := r.Doc.Numbers[r.Doc.Tokens[j].Num]; m.Value < 12 && m.Currency == 0 {
				s.value, k = s.value+m.Value/12, j+2
			}
		} else if v, next := r.wordNumber(j); next > j && v < 12 && r.in(next, "months", "month") {
			s.value, k = s.value+v/12, next+1
		}
	} else if unit == 10 && r.in(k, "and") && r.in(k+1, "a") && r.in(k+2, "half") {
		s.value, k = s.value*1.5, k+3
	}
	s.value = float64(int(s.value*100+0.5)) / 100
	s.last = k
	return s, s.value <= 60
}

// countWord reports whether a number may start at token i, in digits or in words.
func (r *Reading) countWord(i int) bool {
	switch r.word(i) {
	case "a", "an", "one", "half":
		return true
	}
	return r.kind(i) == lex.Number || r.numeralAt(i)
}

// taken reports whether token i belongs to a technology or a title.
func (r *Reading) taken(i int) bool { return r.claimed(i, Technology) || r.claimed(i, Title) }

// bareYears takes "5+ backend experience", where the unit was left out, for years.
func (r *Reading) bareYears(s *stint, k int) bool {
	n := r.Doc.Tokens[s.number].Num
	if n < 0 || !r.Doc.Numbers[n].Plus || s.value > 45 || s.value != float64(int(s.value)) {
		return false
	}
	for j := k; j < k+3; j++ {
		if r.in(j, "experience", "exp") {
			s.last = k
			return true
		}
		if r.kind(j) != lex.Word {
			return false
		}
	}
	return false
}

// reach is how many tokens ahead of a span "experience" may stand.
const reach = 9

// experienceAhead reports whether the noun phrase after token i ends on experience, and whether it says so in full: a background
// or a career may be something else.
func (r *Reading) experienceAhead(i int) (found, full bool) {
	_, to := r.sentence(max(0, i-1))
	for k := i; k < min(to, i+reach); k++ {
		switch {
		case r.in(k, "experience", "experiences", "expertise", "experienced", "exp", "expirience", "experiance", "yoe"):
			return true, true
		case r.in(k, "career", "background", "tenure", "veteran"):
			return true, false
		case r.sym(k) == ',' || r.sym(k) == '/' || r.sym(k) == '\'' || r.sym(k) == '&' || r.in(k, "of", "and", "in", "or", "total", "plus"):
			continue
		case r.kind(k) == lex.Punct || k > i && (r.preposition(k) && !r.is(k, lex.Hyphen) || r.kind(k) == lex.Number):
			return false, false
		}
	}
	return false, false
}

// tradeAhead reports whether what follows "of", "in" or "on" is work of the trade.
func (r *Reading) tradeAhead(i int) bool {
	_, to := r.sentence(max(0, i-1))
	for k := i; k < min(to, i+6); k++ {
		if r.taken(k) || r.in(k, "development", "engineering", "programming", "coding", "software", "backend", "tech", "technology", "industry", "it", "developer", "developing",
			"building", "designing", "writing", "devops", "infrastructure", "microservices", "distributed", "coder", "architecture", "startups", "start-ups", "services", "systems", "pipelines", "apis", "jvm",
			"web", "saas", "api", "platform", "platforms", "full", "fullstack", "applications", "database", "databases", "server", "servers", "sre", "data", "automation", "computing") {
			return true
		}
		if t, ok := r.term(kb.KindTitle, k); ok && r.tradeTitle(&r.Base.Titles[t.Row], k) {
			return true
		}
		if r.in(k, "i", "we", "before", "now", "he", "she", "who", "years", "year", "yrs") || r.kind(k) == lex.Punct && r.sym(k) != '/' && r.sym(k) != ',' {
			return false
		}
	}
	return false
}

// tradeTitle reports whether a row that starts at token i names the trade: an officer or an analyst may be anything.
func (r *Reading) tradeTitle(row *kb.Title, i int) bool {
	switch row.Role {
	case "title":
		return true
	case "head":
		return r.in(i, "engineer", "developer", "programmer", "coder", "architect", "sre", "sde", "swe", "dba", "dev", "technologist")
	case "field":
		return !r.in(i, "product", "operations", "production", "quality", "test", "research", "support", "professional", "team", "build", "release", "certified", "experienced", "contract", "independent",
			"language", "games", "game", "banking", "trading", "billing", "automation", "design", "scientific", "network", "computer", "security", "enterprise", "analytics", "search", "ui", "ux", "core")
	}
	return false
}

// industry reports whether "in …" names the trade itself: "in software", "in the industry".
func (r *Reading) industry(i int) bool {
	if r.in(i, "the", "backend", "back", "web", "commercial", "professional") {
		i++
	}
	if r.in(i, "end") {
		i++
	}
	return r.in(i, "software", "industry", "it", "tech", "technology", "engineering", "programming", "development", "backend", "coding", "field", "business", "trade") && !r.is(i+1, lex.Hyphen)
}

// titleBefore reports whether a title stands in the sentence before token i.
func (r *Reading) titleBefore(i int) bool {
	from, _ := r.sentence(i)
	for k := i - 1; k >= from; k-- {
		if r.claimed(k, Title) {
			return true
		}
	}
	return false
}

// experience decides whether a span of years is experience, of which scope, and whether the words say so outright.
func (r *Reading) experience(s *stint) (scope Scope, firm, ok bool) {
	from, to := r.sentence(s.number)
	if r.sym(from) == '•' {
		from++
	}
	p := s.first - 1 // the word before
	for p >= from && r.in(p, "my", "his", "her", "a", "an", "the", "total", "some", "me") && !r.claimed(p, Title) && !r.in(p, "the") {
		p--
	}
	starts := p < from
	n := s.last
	if r.sym(n) == '\'' || r.kind(n) == lex.Clitic {
		n++
	}
	if r.in(n, "and") && r.in(n+1, "counting") {
		n += 2
	}
	if r.sym(n) == '+' {
		n++
	}
	if r.in(n, "in") && r.in(n+1, "total", "all") || r.in(n, "overall", "altogether", "total") {
		n++
		if r.in(n, "total", "all") {
			n++
		}
	}
	ends := n >= to || r.kind(n) == lex.Punct || r.is(n, lex.LineStart)
	if r.in(n, "old", "ahead", "early", "late", "later", "earlier", "apart", "straight", "running", "degree", "behind", "out") && !r.in(n+1, "of") || r.in(n, "old") {
		return 0, false, false
	}
	if r.in(n, "internship", "internships", "intern", "traineeship", "placement", "apprenticeship", "werkstudent") || r.in(n, "of") && r.in(n+1, "internship", "internships") ||
		r.in(n, "as") && (r.in(n+1, "intern") || r.in(n+2, "intern", "trainee", "apprentice") || r.in(n+3, "intern", "trainee")) ||
		r.in(p, "of", "for") && r.in(p-1, "internship", "internships", "intern") || r.sym(p) == '(' && r.in(p-1, "internship", "intern") {
		return Internship, true, true
	}
	exp, full := r.experienceAhead(n)
	if r.in(s.last-1, "yoe") || r.yoeGlued(s.number) {
		exp, full = true, true
	}
	if s.glued {
		if !exp {
			return 0, false, false
		}
	} else if r.in(n, "roadmap", "contract", "plan", "programme", "program", "course", "warranty", "horizon", "backlog", "window", "retention", "history", "anniversary", "lease", "deal", "project", "sabbatical", "break", "gap") {
		return 0, false, false
	}
	// Another career.
	before := r.later(s.last, "before") && !ends
	left := r.in(p, "after", "following", "from", "left") || r.in(p, "of") && r.in(p-1, "instead")
	formerly := false
	for k := s.first - 1; k >= max(from, s.first-6); k-- {
		if r.kind(k) == lex.Punct && !r.in(k-1, "formerly", "previously", "changer", "switcher") || r.claimed(k, Title) && !r.in(k, "changer", "switcher") {
			break
		}
		if r.in(k, "former", "formerly", "ex", "previously", "prior", "transitioning", "transitioned", "changer", "switcher", "earlier", "switched", "switching", "retrained", "changed") {
			formerly = true
		}
	}
	if formerly && r.in(p, "for") && !s.months {
		return Prior, true, true
	}
	if (left || formerly || before || r.in(p, "of")) && !s.glued {
		if r.otherCareer(n, p) {
			if left || formerly || before {
				return Prior, true, true
			}
		}
	}
	if r.in(n, "as") && !s.glued {
		if r.tradeAhead(n+1) || r.owned(n+1) {
			return Total, true, true
		}
		return Prior, true, !ends
	}
	// "the last four years", "five of them".
	if r.in(p, "last", "past", "latest", "recent", "previous", "including", "which", "incl", "recently") {
		if exp && !r.in(p-1, "the", "for") {
			return Total, true, true
		}
		if r.in(p, "including", "incl", "which") {
			return Focus, true, true
		}
		if r.lasting(n) && !r.yearsBefore() {
			return Total, false, true
		}
		if r.perfect(from, s.first) && (r.ing(n) || r.in(n, "as")) && !r.yearsBefore() {
			return Total, false, true
		}
		if r.in(n, "on", "in", "at", "with", "of", "spent", "leading", "as") && !(r.in(p-1, "the") && r.in(p-2, "over", "in", "during", "within") && !exp && !r.ing(n)) || r.ing(n) {
			return Focus, true, true
		}
		if exp {
			return Total, true, true
		}
		return Focus, true, starts || r.in(p-2, "for", "spent")
	}
	if exp {
		return Total, full || r.titleBefore(s.first), true
	}
	if r.in(n, "ago") {
		for k := s.first - 1; k >= max(from, s.first-7); k-- {
			if r.in(k, "started", "began", "programming", "coding", "start", "begun", "career", "entered", "joined", "migrated", "switched", "moved", "turned") {
				return Total, false, r.in(k, "programming", "coding", "career", "migrated", "switched", "turned", "entered") || r.back(from, k+3, "programming", "coding", "career", "developer", "software")
			}
		}
		return 0, false, false
	}
	if r.in(p, "in", "within", "every", "per", "each", "next", "during", "first", "by", "this", "took", "takes", "lasted", "over", "until", "another", "late", "than", "under", "to", "ran") {
		return 0, false, false
	}
	if s.indefinite && s.bound == Exact && !r.in(p, "with", "have", "has", "spent", "having", "after", "for", "about", "is") && !starts {
		return 0, false, false // a rate: "$400B a year"
	}
	of := r.in(n, "of")
	trade := r.in(n, "in", "on", "of", "with", "across", "using", "behind", "inside", "around", "doing") && r.tradeAhead(n+1)
	if of && !trade && !r.ing(n+1) {
		return 0, false, false
	}
	if s.months && (r.in(p, "for") || s.bound == Over || s.bound == Under) && !r.in(p, "with", "has", "have") && !(starts && trade) {
		return 0, false, false
	}
	if s.months && s.bound == Exact && !ends && !trade && !r.in(p, "with", "has", "have", "after") {
		return 0, false, false
	}
	if r.in(p, "for") {
		perfect := r.perfect(from, p) || r.lasting(n)
		switch {
		case s.months:
			return 0, false, false
		case perfect, ends && r.titleBefore(p) && !r.verbSince(p), trade && r.titleBefore(p) && !r.verbSince(p):
			return Total, false, true
		}
		return Focus, true, r.workBefore(from, p)
	}
	if left || r.in(p, "spent", "with", "has", "have", "having", "bring", "brings", "bringing", "got", "gained", "combining", "offering", "plus", "hold", "holds", "is", "are", "for", "'ve", "clocked", "accumulated") {
		if r.in(p, "is", "are") && !ends {
			return 0, false, false
		}
		if r.in(n, "at") && !r.titleBefore(p) && r.yearsBefore() {
			return Employment, true, true
		}
		if ends || trade || r.ing(n) || r.in(n, "in", "at", "with", "on", "across", "behind", "under", "for", "inside", "shipping", "as", "and") {
			firm = r.in(n, "in") && r.industry(n+1) || r.titleBefore(p) && !r.in(p, "spent") && !r.in(n, "at")
			return Total, firm, true
		}
		return 0, false, false
	}
	if r.in(p, "of") {
		if r.in(p-1, "record", "total", "experience", "history", "career", "veteran", "background", "minimum", "engineer", "developer") {
			return Total, true, true
		}
		return 0, false, false
	}
	if r.in(p, "experience", "total", "exp", "career", "tenure") || r.sym(p) == ':' && r.in(p-1, "experience", "exp") {
		return Total, true, true
	}
	titled := r.titleBefore(s.first)
	mark := !starts && r.kind(p) == lex.Punct
	if starts || mark || r.claimed(max(p, 0), Title) || r.in(p, "and") {
		tail := ends || trade || r.ing(n) || r.in(n, "in", "mostly", "at", "mainly", "on", "across", "with", "shipping", "behind")
		switch {
		case r.in(n, "in") && r.industry(n+1):
			return Total, true, tail
		case titled && tail && !r.verbSince(s.first):
			return Total, !s.months && !r.in(n, "at"), true
		case starts && (ends || tail) && !s.months && !s.indefinite && r.titledText() && (ends || trade || r.in(n, "in", "at", "with", "mostly", "across")):
			return Total, ends, !r.yearsBefore()
		case starts && tail && r.opensLine(s):
			return Total, trade, trade || r.ing(n) || ends || r.in(n, "in", "across", "at", "on")
		case trade:
			return Total, false, true
		}
		return 0, false, false
	}
	// "Oracle 5 years 2 months": a line of an employer.
	if ends && r.is(p, lex.Capital) && r.kind(p) == lex.Word && s.value > 0 && p-from < 5 {
		return Employment, true, true
	}
	return 0, false, false
}

// yoeGlued reports "10YOE".
func (r *Reading) yoeGlued(i int) bool {
	if r.kind(i) != lex.Number {
		return false
	}
	n := r.Doc.Numbers[r.Doc.Tokens[i].Num]
	return n.SuffixEnd > n.SuffixStart && lex.EqualFold(r.Doc.Text[n.SuffixStart:n.SuffixEnd], "yoe")
}

// lasting reports whether "I have been building", "I have worked as" follows at token i: what the span tells of is the trade.
func (r *Reading) lasting(i int) bool {
	if r.sym(i) == ',' {
		i++
	}
	if !r.in(i, "i", "he", "she", "they") || !(r.in(i+1, "have", "has") || r.kind(i+1) == lex.Clitic) {
		return false
	}
	return r.in(i+2, "been") && (r.ing(i+3) || r.in(i+3, "a", "an")) || r.in(i+2, "worked") && (r.in(i+3, "as") || r.in(i+3, "in") && r.industry(i+4)) || r.in(i+2, "programmed", "coded")
}

// opensLine reports whether the span opens the first sentence or a line.
func (r *Reading) opensLine(s *stint) bool {
	return r.sentenceOf(s.number) == 0 || r.is(s.first, lex.LineStart) || r.sym(s.first-1) == '•'
}

// owned reports whether a title begins within a few words of token i.
func (r *Reading) owned(i int) bool {
	for k := i; k < i+4 && k < len(r.low); k++ {
		if r.claimed(k, Title) {
			return true
		}
		if r.kind(k) != lex.Word {
			return false
		}
	}
	return false
}

// otherCareer reports whether "in …", "as …" or "of …" around a span of years is not the trade.
func (r *Reading) otherCareer(n, p int) bool {
	switch {
	case r.in(n, "as", "in", "with", "at", "on"):
		return !r.tradeAhead(n+1) && !r.owned(n+1) && !r.industry(n+1)
	case r.in(n, "of"):
		return !r.tradeAhead(n + 1)
	case r.ing(n):
		return !r.tradeAhead(n) && !r.in(n, "building", "developing", "programming", "coding", "shipping", "designing", "scaling", "running", "operating", "writing")
	case r.in(p, "of"): // "a former nurse of eight years"
		return !r.claimed(p-1, Title)
	}
	return false
}

// perfect reports whether the clause up to token i says "have" or "been": something that lasts.
func (r *Reading) perfect(from, i int) bool {
	for k := i - 1; k >= from && k > i-16; k-- {
		if r.in(k, "have", "has", "been", "'ve", "’ve", "having") {
			return true
		}
		if r.clauseEnd(k) {
			return false
		}
	}
	return false
}

// workBefore reports whether a verb of the trade stands between from and i: "ran Kafka for four years".
func (r *Reading) workBefore(from, i int) bool {
	for k := i - 1; k >= from && k > i-10; k-- {
		if r.clauseEnd(k) {
			return false
		}
		if r.in(k, "ran", "run", "running", "worked", "working", "work", "built", "build", "building", "wrote", "written", "writing", "maintained", "maintaining", "owned", "operated", "led", "coding", "programming", "developed", "developing") {
			return true
		}
	}
	return false
}

// verbSince reports whether a verb stands between the last title and token i: what follows then is no apposition.
func (r *Reading) verbSince(i int) bool {
	for k := i - 1; k >= 0 && !r.claimed(k, Title); k-- {
		if m, ok := r.term(kb.KindVerb, k); ok && !r.ing(k) && !r.is(k, lex.Hyphen) && !r.is(k+1, lex.Hyphen) && r.Base.Verbs[m.Row].Family != "" && !r.in(k, "based", "focused", "specialized", "specialised", "specializing", "lead") && !r.claimed(k, Technology) {
			return true
		}
		if r.in(k, "who", "that", "which", "fell", "moved", "dropped", "went") || r.sym(k) == ';' && k < i-1 {
			return true
		}
	}
	return false
}

// titledText reports whether a title was read anywhere in the text.
func (r *Reading) titledText() bool {
	for i := range r.Facts {
		if r.Facts[i].Kind == Title {
			return true
		}
	}
	return false
}

// yearsBefore reports whether a total was read already.
func (r *Reading) yearsBefore() bool {
	for i := range r.Facts {
		if r.Facts[i].Kind == Years && (r.Facts[i].Scope == Total) {
			return true
		}
	}
	return false
}

// since reads "since 2016" where it tells how long the writer has been at work, and returns the token after it.
func (r *Reading) since(i int) int {
	k := i + 1
	if r.in(k, "about", "around", "early", "late", "mid", "at", "the") {
		k++
	}
	month := 0
	if m := r.monthNumber(k); m > 0 {
		month, k = m, k+1
		if r.sym(k) == ',' || r.sym(k) == '.' {
			k++
		}
	}
	if !r.yearLike(k) {
		return i
	}
	year := int(r.Doc.Numbers[r.Doc.Tokens[k].Num].Value)
	day := kb.Day(year*10000 + month*100)
	if r.AsOf == 0 || year > r.AsOf.Year() {
		return i
	}
	value := float64(r.AsOf.Year() - year)
	if month > 0 {
		value = float64(int(day.Years(r.AsOf)*10)) / 10
	}
	if value < 0 {
		return i
	}
	end := k + 1
	from, _ := r.sentence(i)
	if r.sym(from) == '•' {
		from++
	}
	scope, firm, ok := r.sinceScope(i, end, from)
	if !ok {
		return i
	}
	f := r.addYears(i, end, value, About, scope)
	f.Since = int32(year)
	if month > 0 {
		f.Bound = Exact
	}
	if !firm && scope == Total {
		f.Row = soft
	}
	return end
}

func (r *Reading) sinceScope(i, end, from int) (Scope, bool, bool) {
	p := i - 1
	if r.sym(p) == '(' || r.sym(p) == ',' {
		p--
	}
	if p < from {
		// "Since 2022 building …", "Since 2016 I have built …".
		if r.sym(end) == ',' {
			end++
		}
		if r.ing(end) && r.tradeAhead(end) || r.in(end, "i") && r.tradeAhead(end+1) {
			if r.yearsBefore() {
				return Focus, true, true
			}
			return Total, false, true
		}
		return 0, false, false
	}
	if p >= 0 && r.claimed(p, Title) {
		return Total, true, true
	}
	// "at Acme since 2015", "with the same bank since 2019".
	for k := p; k >= max(from, p-4); k-- {
		if r.in(k, "at", "with", "for", "@") && (r.is(k+1, lex.Capital) || r.in(k+1, "the", "a", "an")) && k < p {
			if r.in(k, "at", "@") || r.in(k-1, "working", "worked", "work", "been", "employed") || r.claimed(max(k-1, 0), Title) || r.kind(k-1) == lex.Punct {
				return Employment, true, true
			}
			return 0, false, false
		}
		if r.kind(k) == lex.Punct || r.preposition(k) {
			break
		}
	}
	for k := p; k >= max(from, p-6); k-- {
		if r.clauseEnd(k) || r.sym(k) == ',' {
			break
		}
		if r.in(k, "programming", "coding", "building", "developing", "writing", "engineer", "developer", "shipping", "working", "development", "engineering", "designing") {
			if r.in(k, "engineering", "development") && !r.in(k-1, "software", "backend", "web", "in", "end") {
				continue
			}
			sum := r.yearsBefore()
			if sum {
				return Focus, true, true
			}
			return Total, false, true
		}
		if r.in(k, "in") && r.industry(k+1) {
			return Total, true, true
		}
	}
	return 0, false, false
}

// monthNumber is the number of the month that token i names, or 0.
func (r *Reading) monthNumber(i int) int {
	switch {
	case r.in(i, "january", "jan"):
		return 1
	case r.in(i, "february", "feb"):
		return 2
	case r.in(i, "march", "mar"):
		return 3
	case r.in(i, "april", "apr"):
		return 4
	case r.in(i, "may"):
		return 5
	case r.in(i, "june", "jun"):
		return 6
	case r.in(i, "july", "jul"):
		return 7
	case r.in(i, "august", "aug"):
		return 8
	case r.in(i, "september", "sep", "sept"):
		return 9
	case r.in(i, "october", "oct"):
		return 10
	case r.in(i, "november", "nov"):
		return 11
	case r.in(i, "december", "dec"):
		return 12
	}
	return 0
}

// partial reads a part of a total said without its unit: "the last six in …", "five of them in Rust".
func (r *Reading) partial(i, start int) int {
	if len(r.Facts) == start || r.taken(i) {
		return i
	}
	prev := &r.Facts[len(r.Facts)-1]
	if r.kind(i) == lex.Punct || prev.Kind != Years || int(prev.Sentence) < r.sentenceOf(i)-1 {
		return i
	}
	switch r.word(i) {
	case "the", "my", "last", "past", "latest", "most", "including", "incl":
	default:
		if !r.countWord(i) {
			return i
		}
	}
	k, last := i, false
	if r.in(k, "the", "my") && r.in(k+1, "last", "past", "latest", "most", "recent") {
		k++
	}
	if r.in(k, "last", "past", "latest") {
		k, last = k+1, true
	} else if r.in(k, "most") && r.in(k+1, "recent") {
		k, last = k+2, true
	} else if r.in(k, "including", "incl") {
		k, last = k+1, true
	} else if k > i {
		return i
	}
	var v float64
	var next int
	if r.kind(k) == lex.Number {
		n := r.Doc.Numbers[r.Doc.Tokens[k].Num]
		if n.Currency != 0 || n.Percent || n.SuffixEnd > n.SuffixStart || n.Value > 40 {
			return i
		}
		v, next = n.Value, k+1
	} else if v, next = r.wordNumber(k); next == k || v > 40 {
		return i
	}
	if !last {
		if r.in(next, "of") && r.in(next+1, "them", "those", "these", "which", "that") {
			next += 2
		} else {
			return i
		}
	}
	if v == 0 || v > prev.Years && prev.Scope == Total || !(r.in(next, "in", "on", "at", "with", "as", "of", "spent", "focused", "leading", "for", "inside", "behind") || r.ing(next) ||
		r.kind(next) == lex.Punct && r.sym(next) != '/' && last) {
		return i
	}
	r.addYears(i, next, v, Exact, Focus)
	return next
}

// settleYears decides which of several spans is the total: the largest that the text calls experience. Lines that each name
// a job add up and stay; the rest become a focus, or time at one employer.
func (r *Reading) settleYears(start int) {
	best, firm, jobs, totals := -1, false, 0, 0
	for i := start; i < len(r.Facts); i++ {
		f := &r.Facts[i]
		if f.Scope != Total {
			continue
		}
		totals++
		if s := r.Doc.Sentences[f.Sentence]; int(s.First) == int(f.First) || s.Bullet && int(s.First)+1 == int(f.First) {
			for k := int(f.Last); k < int(s.Last); k++ {
				if r.claimed(k, Title) && r.is(int(s.First), lex.LineStart) {
					jobs++
					break
				}
			}
		}
		hard := f.Row != soft
		if best < 0 || hard && !firm || hard == firm && f.Years > r.Facts[best].Years {
			best, firm = i, hard
		}
	}
	for i := start; i < len(r.Facts); i++ {
		f := &r.Facts[i]
		if f.Scope == Total && i != best && !(jobs > 1 && jobs == totals) {
			f.Scope = Focus
			if r.in(int(f.Last), "at") || r.kind(int(f.Last)) == lex.Punct && r.employerBefore(int(f.First)) {
				f.Scope = Employment
			}
		}
		if f.Row == soft {
			f.Row = -1
		}
	}
}

// employerBefore reports whether "at Name" stands right before token i.
func (r *Reading) employerBefore(i int) bool {
	for k := i - 1; k > i-5 && k >= 0; k-- {
		if r.in(k, "at", "@") {
			return true
		}
	}
	return false
}

// TotalYears is the time in the trade that the text gives, or -1, and how it is bound.
func (r *Reading) TotalYears() (float64, Bound) {
	total, bound := -1.0, Exact
	for i := range r.Facts {
		if f := &r.Facts[i]; f.Kind == Years && f.Scope == Total {
			if total < 0 {
				total = 0
			}
			total += f.Years
			bound = max(bound, f.Bound)
		}
	}
	return total, bound
}
