package fact

import (
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/lex"
	"github.com/standfirst/standfirst/internal/engine/text"
)

// technologies reads Technology facts. A name that is also an ordinary word counts only in technical context: beside another
// technology, before a noun of the trade, after a word of making, with a version, or near one of its cues.
func (r *Reading) technologies() {
	r.techs = r.techs[:0]
	sure := false
	for n := range r.Terms {
		m := &r.Terms[n]
		if m.Kind != kb.KindTechnology || r.blocked(m) || r.inAddress(m) {
			continue
		}
		t := &r.Base.Technologies[m.Row]
		c := candidate{term: int32(n)}
		if !t.Ambiguous || m.Last-m.First > 1 && !r.is(int(m.First)+1, lex.Hyphen) || !m.Exact && !r.saysName(m, t.Name) {
			c.taken = true
			sure = true
			r.claim(int(m.First), int(m.Last), Technology)
		}
		r.techs = append(r.techs, c)
	}
	// A taken name settles its neighbours in a list, and those theirs.
	for range 3 {
		again := false
		for k := range r.techs {
			c := &r.techs[k]
			if c.taken {
				continue
			}
			m := &r.Terms[c.term]
			if r.technical(m, sure) {
				c.taken, again = true, true
				r.claim(int(m.First), int(m.Last), Technology)
			}
		}
		if !again {
			break
		}
	}
	for k := range r.techs {
		if !r.techs[k].taken {
			continue
		}
		m := r.Terms[r.techs[k].term]
		last := int(m.Last)
		version, end := r.version(&m)
		r.claim(int(m.First), end, Technology)
		if n := len(r.Facts); n > 0 && r.sym(int(m.First)-1) == '(' && int(r.Facts[n-1].Last) == int(m.First)-1 && r.Facts[n-1].Row == m.Row {
			continue // "JavaScript (ES6+)" names it twice
		}
		f := r.add(Technology, int(m.First), end)
		f.Row = m.Row
		f.Version = version
		f.Glued = r.is(int(m.First), lex.Hyphen) || r.is(last, lex.Hyphen)
		f.Use = r.use(&m, end)
	}
}

// candidate is a match that may be a technology.
type candidate struct {
	term  int32
	taken bool
}

// saysName reports whether the match is the row's own name and no other spelling of it.
func (r *Reading) saysName(m *kb.Match, name string) bool {
	sp := r.Doc.SpanOf(int(m.First), int(m.Last))
	s := r.Doc.Text[sp.Start:sp.End]
	if len(s) != len(name) {
		return false
	}
	for i := 0; i < len(s); i++ {
		a, b := s[i], name[i]
		if a-'A' < 26 {
			a += 'a' - 'A'
		}
		if b-'A' < 26 {
			b += 'a' - 'A'
		}
		if a != b {
			return false
		}
	}
	return true
}

// blocked reports whether a longer phrase in which the row is not meant covers the match.
func (r *Reading) blocked(m *kb.Match) bool {
	for i := max(0, int(m.First)-6); i <= int(m.First); i++ {
		if r.kindsAt[i]&(1<<kb.KindNever) == 0 {
			continue
		}
		for n := int(r.termAt[i]); n < len(r.Terms) && int(r.Terms[n].First) == i; n++ {
			if t := &r.Terms[n]; t.Kind == kb.KindNever && t.Of == m.Kind && t.Row == m.Row && t.Last >= m.Last && t.Last-t.First > m.Last-m.First {
				return true
			}
		}
	}
	return false
}

// inAddress reports whether the match is a part of a path or handle ("@docker").
func (r *Reading) inAddress(m *kb.Match) bool {
	return r.sym(int(m.First)-1) == '@' && !r.is(int(m.First), lex.Space)
}

// technical decides whether an ambiguous name is meant as the technology.
func (r *Reading) technical(m *kb.Match, sure bool) bool {
	t := &r.Base.Technologies[m.Row]
	first, last := int(m.First), int(m.Last)
	cased := m.Exact || r.is(first, lex.Capital) == (t.Name[0]-'A' < 26) && (r.is(first, lex.Capital) || t.Name[0]-'a' < 26)
	upper := !m.Exact && r.is(first, lex.Upper) && t.Name != upperOf(t.Name) && !r.shouting()
	if upper {
		cased = false
	}
	single := last-first == 1 && r.Doc.Tokens[first].End-r.Doc.Tokens[first].Start == 1
	from, to := r.sentence(first)
	opens := first == from || first == from+1 && r.kind(from) == lex.Punct

	// Glued before another word: "Go-based", "Rust-powered".
	if cased && r.is(last, lex.Hyphen) && !r.is(first, lex.Hyphen) {
		switch r.w(last) {
		case "based", "backed", "powered", "native", "driven", "first", "only", "heavy", "centric", "like", "style", "side", "hosted":
			return true
		}
	}
	if r.is(first, lex.Hyphen) || r.is(last, lex.Hyphen) && !single {
		return false
	}
	// A version.
	if v, end := r.version(m); !v.Empty() && cased && (!r.yearLike(last) || end > last+1) && !single {
		if n := r.Doc.Tokens[end-1].Num; n >= 0 && r.Doc.Numbers[n].Groups > 0 || r.knownCycle(t, r.Doc.Text[v.Start:v.End]) || sure {
			return true
		}
	}
	left, right := r.listed(first, -1), r.listed(last, +1)
	if left == sureNeighbour || right == sureNeighbour {
		if cased || !single && !opens && r.commaList(first, last) {
			return true
		}
	}
	if !cased {
		return false
	}
	if (left == likelyNeighbour || right == likelyNeighbour) && sure {
		return true
	}
	if left == likelyNeighbour && right == likelyNeighbour {
		return true
	}
	if !opens || single {
		switch r.w(first - 1) {
		case "in", "using", "with", "on", "via", "into", "to", "from", "of", "through", "behind", "than":
			if r.making(from, first-1) {
				if w := r.w(last); !single || w != "major" && w != "class" {
					return !r.nameFollows(last)
				}
			}
		case "golang", "proficient", "senior", "use", "used", "uses", "run", "runs", "write", "writes", "wrote", "learn", "prefer", "idiomatic", "production":
			if sure || r.making(from, to) {
				return !r.nameFollows(last)
			}
		}
	}
	if r.tradeNoun(last) {
		return true
	}
	if single {
		return false
	}
	for i := max(from, first-8); i < min(to, last+8); i++ {
		if i >= first && i < last {
			continue
		}
		for _, cue := range t.Cues {
			if r.phraseAt(i, cue) {
				return true
			}
		}
	}
	return false
}

func upperOf(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i]-'a' < 26 {
			return ""
		}
	}
	return s
}

// shouting reports whether the text is written in capitals, so that casing says nothing.
func (r *Reading) shouting() bool {
	up, words := 0, 0
	for i := range r.Doc.Tokens {
		t := &r.Doc.Tokens[i]
		if t.Kind == lex.Word && t.End-t.Start > 2 {
			words++
			if t.Flags&lex.Upper != 0 {
				up++
			}
		}
	}
	return words > 3 && up*3 > words*2
}

// phraseAt reports whether the words of a cue stand at token i.
func (r *Reading) phraseAt(i int, cue string) bool {
	for cue != "" {
		word := cue
		for k := 0; k < len(cue); k++ {
			if cue[k] == ' ' {
				word = cue[:k]
				break
			}
		}
		if i >= len(r.low) || !lex.EqualFold(r.Doc.Str(i), word) {
			return false
		}
		cue = cue[len(word):]
		if cue != "" {
			cue = cue[1:]
		}
		i++
	}
	return true
}

type neighbour uint8

const (
	noNeighbour     neighbour = iota
	likelyNeighbour           // another capitalised ambiguous name
	sureNeighbour             // a technology
)

// listed looks from a match over a list's marks ("," "/" "and" "(") to the next name on one side.
func (r *Reading) listed(i, step int) neighbour {
	k := i
	if step < 0 {
		k--
	}
	marks := 0
	for ; k >= 0 && k < len(r.low) && marks < 3; k += step {
		switch r.w(k) {
		case ",", "/", "and", "&", "+", "(", ")", "or", "|", "•", "plus", "then", "with":
			marks++
			continue
		}
		break
	}
	if marks == 0 {
		// "Ruby on Rails" style neighbours without a mark count too: "Go gRPC services", "Spring JPA".
		if k >= 0 && k < len(r.low) && r.claimed(k, Technology) && r.is(max(i, k), lex.Space) {
			return sureNeighbour
		}
		return noNeighbour
	}
	if k < 0 || k >= len(r.low) {
		return noNeighbour
	}
	if step < 0 && r.kind(k) == lex.Number && r.claimed(k, Technology) || r.claimed(k, Technology) {
		return sureNeighbour
	}
	if step < 0 && r.kind(k) == lex.Number && k > 0 && r.claimed(k-1, Technology) { // "Java 21, Spring"
		return sureNeighbour
	}
	for n := range r.techs {
		m := &r.Terms[r.techs[n].term]
		if (step > 0 && int(m.First) == k || step < 0 && int(m.Last) == k+1) && r.is(int(m.First), lex.Capital) {
			return likelyNeighbour
		}
	}
	return noNeighbour
}

// commaList reports whether the match stands between list marks, where people write names in lower case.
func (r *Reading) commaList(first, last int) bool {
	mark := func(s rune) bool {
		return s == ',' || s == '/' || s == '(' || s == ')' || s == '|' || s == '•' || s == '+' || s == '&'
	}
	before := mark(r.sym(first-1)) || r.w(first-1) == "and" || r.w(first-1) == "in" || r.w(first-1) == "using" || r.w(first-1) == "with"
	after := mark(r.sym(last)) || r.sym(last) == '.' || r.sym(last) == ';' || r.w(last) == "and" || last >= len(r.low)
	return before && after
}

// nameFollows reports whether the next word makes the name a person's, a place's or a season's.
func (r *Reading) nameFollows(i int) bool {
	if r.yearLike(i) {
		return true
	}
	if r.kind(i) == lex.Word && r.is(i, lex.Capital|lex.Space) && !r.claimed(i, Technology) && !r.tradeNoun(i) {
		_, tech := r.term(kb.KindTechnology, i)
		_, title := r.term(kb.KindTitle, i)
		return !tech && !title
	}
	return false
}

// yearLike reports whether token i is a calendar year.
func (r *Reading) yearLike(i int) bool {
	if r.kind(i) != lex.Number {
		return false
	}
	t := r.Doc.Tokens[i]
	n := r.Doc.Numbers[t.Num]
	return t.End-t.Start == 4 && n.Value >= 1960 && n.Value < 2060 && !n.Grouped && n.Decimals == 0
}

// making reports whether the words of a sentence up to token i speak of building software.
func (r *Reading) making(from, i int) bool {
	for k := max(from, i-9); k < i && k < len(r.low); k++ {
		if r.claimed(k, Technology) {
			return true
		}
		if m, ok := r.term(kb.KindVerb, k); ok {
			switch r.Base.Verbs[m.Row].Family {
			case "technical", "impact":
				return true
			}
		}
		if m, ok := r.term(kb.KindTitle, k); ok && (r.Base.Titles[m.Row].Role == "title" || r.Base.Titles[m.Row].Role == "head") {
			return true
		}
		switch r.w(k) {
		case "written", "rewritten", "experience", "experienced", "service", "services", "microservices", "code", "programming", "develop",
			"developing", "development", "backend", "api", "apis", "coding", "built", "software", "systems", "engineer", "developer", "years",
			"wrote", "rewrite", "rewrote", "ported", "port", "specializing", "specialising", "specialized", "proficient", "expert", "skilled",
			"knowledge", "fluent", "stack", "working", "applications", "learn", "learning", "master", "moved", "migrated", "work", "mostly":
			return true
		}
	}
	return false
}

// tradeNoun reports whether token i is a noun that follows a technology's name in the trade.
func (r *Reading) tradeNoun(i int) bool {
	if !r.is(i, lex.Space) && !r.is(i, lex.Hyphen) {
		return false
	}
	switch r.w(i) {
	case "developer", "developers", "engineer", "engineers", "programmer", "programmers", "service", "services", "microservice", "microservices", "backend",
		"backends", "code", "codebase", "codebases", "application", "applications", "app", "apps", "api", "apis", "framework", "library", "libraries",
		"monolith", "monoliths", "stack", "server", "servers", "worker", "workers", "pipeline", "pipelines", "sdk", "binary", "daemon", "daemons",
		"gateway", "cluster", "clusters", "programming", "ecosystem", "runtime", "rewrite", "port", "migration", "script", "scripts", "cli", "compiler",
		"toolchain", "module", "modules", "package", "packages", "crate", "crates", "gem", "gems", "lambdas", "containers", "consumer", "consumers",
		"producer", "producers", "proxy", "sidecar", "agent", "agents", "plugin", "plugins", "handler", "handlers", "orm", "middleware",
		"dev", "devs", "expert", "experts", "specialist", "expertise", "experience", "project", "projects", "repo", "repos", "monorepo", "deployment", "deployments", "charts", "chart", "manifests", "playbooks",
		"cookbooks", "jobs", "dags", "streams", "endpoints", "templates", "functions", "routines", "tests", "tooling", "client", "clients":
		return true
	}
	return false
}

// version reads the version that follows a name, and where the fact ends with it.
func (r *Reading) version(m *kb.Match) (text.Span, int) {
	last := int(m.Last)
	// Glued to the letters: "Java21", "Go1.22".
	if m.Last-m.First == 1 {
		t := r.Doc.Tokens[m.First]
		if t.Kind == lex.Word && t.Flags&lex.HasDigit != 0 {
			s := r.Doc.Str(int(m.First))
			if n := kb.NameLen(s); n > 1 && n < len(s) && lex.EqualFold(s[:n], r.Base.Text(r.Words[m.First])) {
				return text.Span{Start: int(t.Start) + n, End: int(t.End)}, last
			}
		}
	}
	i := last
	if w := r.w(i); w == "version" || w == "v" || w == "ver" {
		i++
	}
	open := r.sym(i) == '(' && r.kind(i+1) == lex.Number && r.sym(i+2) == ')'
	if open {
		i++
	}
	if i >= len(r.low) || r.is(i, lex.Hyphen) && r.kind(i) != lex.Number {
		return text.Span{}, last
	}
	t := r.Doc.Tokens[i]
	switch {
	case t.Kind == lex.Word && t.Flags&lex.HasDigit != 0 && (r.Doc.Text[t.Start]|0x20) == 'v' && t.End-t.Start > 1 && r.Doc.Text[t.Start+1]-'0' < 10:
		return text.Span{Start: int(t.Start) + 1, End: int(t.End)}, i + 1
	case t.Kind != lex.Number:
		return text.Span{}, last
	}
	n := r.Doc.Numbers[t.Num]
	v := text.Span{Start: int(t.Start), End: int(t.End)}
	if n.Currency != 0 || n.Percent || n.Neg || n.Grouped || n.SuffixEnd > n.SuffixStart || r.Doc.Text[t.Start] == '.' {
		return text.Span{}, last
	}
	if n.Plus {
		v.End--
	}
	row := &r.Base.Technologies[m.Row]
	known := r.knownCycle(row, r.Doc.Text[v.Start:v.End])
	if n.Groups == 0 {
		switch {
		case r.yearLike(i):
			if !known || r.is(i+1, lex.Dash) || r.is(i, lex.Hyphen) {
				return text.Span{}, last
			}
		case n.Value > 99 || n.Value == 0:
			if !known {
				return text.Span{}, last
			}
		}
		if u, ok := r.term(kb.KindUnit, i+1); ok && !r.is(i+1, lex.ParaStart) {
			switch k := r.Base.Units[u.Row]; {
			case k.Is == "noun" && known:
			case k.Is == "bound" || k.Is == "direction" || k.Is == "numeral" || k.Is == "period":
			default:
				return text.Span{}, last
			}
		}
	} else if u, ok := r.term(kb.KindUnit, i+1); ok && r.Base.Units[u.Row].Is != "noun" && r.Base.Units[u.Row].Is != "bound" && !known && r.Base.Units[u.Row].Is != "numeral" {
		return text.Span{}, last
	}
	if open {
		return v, i + 2
	}
	return v, i + 1
}

// knownCycle reports whether the technology has a release line of that version.
func (r *Reading) knownCycle(t *kb.Technology, v string) bool { return CycleOf(t, v) != nil }

// CycleOf finds the release line that a version belongs to: its own, or the line it is a patch of ("3.4.1" of "3.4").
func CycleOf(t *kb.Technology, v string) *kb.Cycle {
	if len(v) > 2 && (v[len(v)-2:] == ".x" || v[len(v)-2:] == ".X") {
		v = v[:len(v)-2]
	}
	var best *kb.Cycle
	for i := range t.Cycles {
		c := &t.Cycles[i]
		if len(c.Version) > len(v) || v[:len(c.Version)] != c.Version {
			continue
		}
		if len(c.Version) == len(v) {
			return c
		}
		if v[len(c.Version)] == '.' && (best == nil || len(c.Version) > len(best.Version)) {
			best = c
		}
	}
	if best == nil && len(v) > 2 && v[len(v)-2:] == ".0" {
		return CycleOf(t, v[:len(v)-2])
	}
	return best
}

// use decides in which way a technology is named.
func (r *Reading) use(m *kb.Match, end int) Use {
	first := int(m.First)
	row := &r.Base.Technologies[m.Row]
	from, to := r.sentence(first)
	prev, next := r.w(first-1), r.w(end)
	if row.Employer {
		switch next {
		case "inc", "inc.", "ltd", "corp", "corp.", "gmbh", "llc", "plc", "labs":
			return Employer
		}
		k := first - 1
		if r.w(k) == "the" {
			k--
		}
		switch r.w(k) {
		case "at", "@", "joined", "joining":
			if !r.is(end, lex.Hyphen) && r.w(end) != "scale" && !r.measureWord(end) {
				return Employer
			}
		case "for":
			switch r.w(k - 1) {
			case "work", "worked", "working", "engineer", "developer", "consultant", "contractor", "contracted":
				return Employer
			}
		}
		if r.employed(first, from) {
			return Employer
		}
		if r.sym(end) == '\'' || r.kind(end) == lex.Clitic {
			switch r.w(end + 1) {
			case "platform", "engineering", "team", "infrastructure", "payments":
				return Employer
			}
		}
	}
	if r.is(first, lex.Hyphen) {
		switch prev {
		case "non", "anti":
			return Refused
		case "ex", "post", "pre":
			return Former
		}
	}
	if u, ok := r.wished(first, from); ok {
		return u
	}
	if r.refused(first, from) {
		return Refused
	}
	switch prev {
	case "no", "not", "without", "never", "nor", "neither", "zero":
		if !(prev == "not" && (next == "only" || r.w(first-2) == "if")) {
			return Refused
		}
	case "over", "than", "of":
		if prev == "over" && r.chose(from, first) || prev == "than" && r.w(first-2) == "rather" || prev == "of" && r.w(first-2) == "instead" && !r.back(from, first, "replaced", "replacing", "moved") {
			return Refused
		}
		if prev == "of" && r.w(first-2) == "instead" {
			return Former
		}
	}
	if r.former(m, end, from, to) {
		return Former
	}
	return Current
}

// refused reads "never touched Java", "has not used PHP", "would rather not use Oracle", "argued against a GraphQL gateway".
func (r *Reading) refused(first, from int) bool {
	k := first - 1
	for k >= from && k > first-5 {
		switch r.w(k) {
		case "against":
			switch r.w(k - 1) {
			case "argued", "arguing", "decided", "voted", "advised", "deciding", "spoke":
				return true
			}
			return false
		case "used", "use", "using", "touched", "written", "wrote", "worked", "tried", "know", "known", "run", "learned", "adopt":
			switch r.w(k - 1) {
			case "never", "not", "don't", "didn't", "haven't", "hasn't", "won't":
				return true
			}
			return false
		case "a", "an", "the", "with", "in", "any", "wide", "company", "second", "new", "full", "whole", "central":
			k--
			continue
		}
		return false
	}
	return false
}

// employed reads the later names of "worked at HashiCorp, Elastic and MongoDB".
func (r *Reading) employed(first, from int) bool {
	names := 0
	for k := first - 1; k >= from && k > first-24; k-- {
		switch w := r.w(k); {
		case w == "at" || w == "@":
			if names == 0 {
				return false
			}
			switch r.w(k - 1) {
			case "worked", "employed", "working", "work", "engineer", "developer", "interned", "roles", "jobs", "stints", "previously", "formerly", "ex", "years":
				return true
			}
			return false
		case w == "," || w == "and" || w == "&" || w == "or" || w == "then":
		case w == "inc" || w == "inc." || w == "." || w == "labs" || w == "ltd":
		case r.is(k, lex.Capital) && r.kind(k) == lex.Word:
			names++
		default:
			return false
		}
	}
	return false
}

func (r *Reading) measureWord(i int) bool {
	switch r.w(i) {
	case "latency", "throughput", "speed", "level", "cost", "price":
		return true
	}
	return r.kind(i) == lex.Number
}

// back reports whether one of the words stands between from and i.
func (r *Reading) back(from, i int, words ...string) bool {
	for k := i - 1; k >= from && k > i-14; k-- {
		for _, w := range words {
			if r.w(k) == w {
				return true
			}
		}
	}
	return false
}

func (r *Reading) chose(from, i int) bool {
	return r.back(from, i, "chose", "choose", "choosing", "chosen", "picked", "preferred", "prefer", "selected", "favoured", "favored", "argued")
}

// wished reports a technology that the person wants to learn: in the clause after a wish, with only names and list words between.
func (r *Reading) wished(first, from int) (Use, bool) {
	for n := range r.Says {
		m := &r.Says[n]
		if m.Kind != kb.KindPhrase || r.Base.Phrases[m.Row].Kind != "wish" {
			continue
		}
		if int(m.First) <= first && first < int(m.Last) {
			return Wished, true
		}
		if int(m.Last) > first || int(m.First) < from {
			continue
		}
		if r.onlyNames(int(m.Last), first) {
			return Wished, true
		}
	}
	k := first - 1
	for ; k >= from && k > first-12; k-- {
		switch r.w(k) {
		case "learn", "learning", "master", "mastering", "explore", "exploring", "study", "studying":
			if !r.onlyNames(k+1, first) {
				return Current, false
			}
			switch r.w(k - 1) {
			case "machine", "deep", "reinforcement", "e", "while", "after", "by", "spent", "after-hours", "year", "months":
				return Current, false
			}
			return Wished, true
		}
	}
	return Current, false
}

// onlyNames reports whether only technologies, list words and marks stand in [i, end).
func (r *Reading) onlyNames(i, end int) bool {
	loose := 0
	for ; i < end; i++ {
		if r.claimed(i, Technology) {
			continue
		}
		switch r.w(i) {
		case ",", "and", "or", "/", "&", "(", ")", "both", "more", "the", "about", "with", "new", "like", "such", "as", "languages", "in", "of", "e.g.", "a", "also", "some", "deeper", "into", "advanced", "properly", ":":
		default:
			loose++
		}
	}
	return loose <= 1
}

// former reports a technology that was left: the first of "from X to Y" and "X to Y", the object of a verb of replacing.
func (r *Reading) former(m *kb.Match, end, from, to int) bool {
	first := int(m.First)
	// The noun phrase that the name stands in: "a Celery cluster", "Spring 4 monolith".
	left := first
	for left > from && left > first-4 {
		w := r.w(left - 1)
		if w == "a" || w == "an" || w == "the" || w == "our" || w == "old" || w == "legacy" || w == "its" || w == "aging" || w == "ageing" || w == "existing" || w == "monolithic" || w == "my" ||
			r.claimed(left-1, Technology) || w == "/" || r.sym(left-1) == ',' && r.claimed(left-2, Technology) || w == "and" && r.claimed(left-2, Technology) || w == "self" || w == "hosted" || r.is(left-1, lex.Hyphen) {
			left--
			continue
		}
		break
	}
	right := end
	for right < to && right < end+4 {
		if r.kind(right) != lex.Word || r.preposition(right) || r.w(right) == "and" {
			break
		}
		right++
	}
	before, after := r.w(left-1), r.w(right)
	toName := func(i int) bool { // a technology follows soon after a word of direction
		for k := i + 1; k < min(to, i+8); k++ {
			if r.claimed(k, Technology) {
				return true
			}
			if _, ok := r.term(kb.KindTechnology, k); ok {
				return true
			}
			if r.clauseEnd(k) {
				break
			}
		}
		return false
	}
	moved := func() bool {
		return r.back(from, left, "migrated", "migrating", "migration", "moved", "moving", "move", "ported", "porting", "port", "rewrote", "rewriting", "rewrite", "converted",
			"transitioned", "switched", "took", "led", "replatformed", "carved", "upgraded", "upgrading", "modernized", "modernised", "split", "broke", "decomposed", "replaced", "replacing", "strangled")
	}
	switch before {
	case "from":
		if after == "to" || after == "into" || after == "onto" || r.sym(right) == '→' {
			return true
		}
		return moved() && toName(left-1)
	case "off", "away", "retired", "retiring", "decommissioned", "sunset", "sunsetted", "formerly", "previously", "ditched", "dropped", "deprecated", "killed", "removed", "abandoned", "eliminated":
		return before != "off" || r.w(left-2) != "one"
	case "replaced", "replacing", "replace", "replaces", "displaced", "swapped", "superseded", "superseding":
		return !r.passive(left - 1)
	case "was":
		return r.sym(left-2) == '('
	}
	if after == "to" || after == "onto" || after == "into" || r.sym(right) == '→' {
		// "Oracle to Postgres 16" is a move; "Kafka into Postgres" and "Kafka to S3" are a road.
		if r.claimedSoon(right+1, to) && (moved() || r.sym(right) == '→' || right == end && after == "to" && r.sameCategory(m, right+1, to)) {
			return true
		}
	}
	if (after == "in" || after == "as") && r.back(max(from, left-3), left, "rewrote", "rewriting", "reimplemented", "rebuilt", "ported") && toName(right) {
		return true
	}
	if after == "with" || after == "by" {
		return r.back(max(from, left-3), left, "replaced", "replacing", "replace", "swapped") && toName(right)
	}
	return false
}

// sameCategory reports whether the next technology from token i is of the match's own category.
func (r *Reading) sameCategory(m *kb.Match, i, to int) bool {
	for k := i; k < min(to, i+5); k++ {
		if n, ok := r.term(kb.KindTechnology, k); ok {
			return r.Base.Technologies[n.Row].Category == r.Base.Technologies[m.Row].Category
		}
	}
	return false
}

func (r *Reading) claimedSoon(i, to int) bool {
	for k := i; k < min(to, i+5); k++ {
		if r.claimed(k, Technology) {
			return true
		}
	}
	return false
}

// passive reports "was replaced", where what follows is the new.
func (r *Reading) passive(i int) bool {
	switch r.w(i - 1) {
	case "was", "were", "been", "be", "being", "is":
		return true
	}
	return false
}

// preposition reports whether token i is a preposition.
func (r *Reading) preposition(i int) bool {
	return uint(i) < uint(len(r.class)) && r.class[i]&isPreposition != 0
}

func preposes(w string) bool {
	switch w {
	case "in", "on", "at", "to", "for", "with", "by", "from", "of", "into", "onto", "over", "under", "across", "behind", "through", "without", "within",
		"per", "via", "than", "between", "after", "before", "during", "since", "until", "as", "against", "off", "around", "above", "below", "among", "that", "which", "while", "when", "where", "who", "so", "because", "but":
		return true
	}
	return false
}
