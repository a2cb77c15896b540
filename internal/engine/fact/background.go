package fact

import (
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/lex"
)

// backgrounds reads Education, Project and Contribution facts: what stands in for paid work at the start of a career.
func (r *Reading) backgrounds() {
	for i := 0; i < len(r.low); {
		// The first word says which of the long looks are worth it.
		said, counted, titled := r.class[i]&mayBackground != 0, r.kind(i) == lex.Number || r.numeralAt(i), r.claimed(i, Title)
		if said || titled {
			if end := r.educationAt(i); end > i {
				r.add(Education, i, end)
				i = end
				continue
			}
		}
		if said || counted {
			if end, number := r.contributionAt(i); end > i {
				if number {
					r.claim(i, r.numberEnd(i), Contribution)
				}
				r.add(Contribution, i, end)
				i = end
				continue
			}
		}
		if said {
			if end := r.projectAt(i); end > i {
				r.add(Project, i, end)
				i = end
				continue
			}
		}
		i++
	}
}

// backgroundWord reports a word that a fact of a background may start with.
func backgroundWord(w string) bool {
	switch w {
	case "bsc", "b.sc", "b.sc.", "msc", "m.sc", "m.sc.", "b.s.", "m.s.", "b.s", "m.s", "b.tech", "btech", "m.tech", "mtech", "b.eng", "beng", "m.eng", "meng", "phd", "ph.d", "ph.d.", "mba", "b.a.",
		"b.e.", "b.a", "b.e", "mca", "bca", "bachelor", "bachelors", "diploma", "doctorate", "hnd", "licence", "bs", "ms", "be", "ba", "ma", "master", "masters", "degree", "degrees", "associate",
		"graduating", "graduates", "graduated", "class", "expected", "coursework", "cgpa", "gpa", "bootcamp", "bootcamps", "boot", "night", "evening", "conversion", "university", "online", "code",
		"coding", "self", "final", "penultimate", "third", "second", "fourth", "first",
		"contributor", "committer", "contributed", "contribute", "contributes", "contributing", "contributions", "merged", "maintainer", "maintain", "maintains", "maintaining", "maintained", "open",
		"side", "personal", "pet", "hobby", "academic", "capstone", "course", "hackathon", "weekend", "independent", "solo", "portfolio", "my", "author", "creator":
		return true
	}
	return false
}

// educationAt reads a degree, a course or what says that one is under way, and returns the token after it.
func (r *Reading) educationAt(i int) int {
	if r.in(i-1, "scrum", "git", "web", "build", "from", "release") && r.in(i, "master") {
		return i
	}
	if k := r.degree(i); k > i {
		return r.studied(k)
	}
	switch {
	case r.in(i, "graduating", "graduates", "graduated", "graduate") && (r.in(i+1, "in", "this", "next", "from") || r.yearLike(i+1)) && !r.in(i, "graduate") || r.in(i, "class") && r.in(i+1, "of") && r.yearLike(i+2),
		r.in(i, "expected") && r.in(i+1, "graduation"):
		return r.studied(i + 1)
	case r.in(i, "coursework"), r.in(i, "cgpa", "gpa"):
		return i + 1
	case r.in(i, "bootcamp", "bootcamps") && !r.in(i-1, "no", "taught", "ran", "onboarding") && !r.in(i-2, "taught", "ran"):
		if r.in(i+1, "graduate", "grad") {
			return i + 2
		}
		return i + 1
	case r.in(i, "boot") && r.in(i+1, "camp"):
		return i + 2
	case r.in(i, "night", "evening", "conversion", "university", "online") && r.in(i+1, "course", "courses", "school", "classes"), r.in(i, "code", "coding") && r.in(i+1, "school", "academy"):
		return i + 2
	case r.in(i, "self") && r.in(i+1, "taught") && r.is(i+1, lex.Hyphen):
		return i + 2
	case r.in(i, "final", "penultimate", "third", "second", "fourth", "first") && r.in(i+1, "year") && (r.is(i+1, lex.Hyphen) || r.in(i+2, "of", "student", "undergraduate")) && r.later(i, "student", "degree", "university", "b.tech", "bachelor", "studies", "undergraduate", "college"):
		return r.studied(i + 2)
	}
	if m, ok := r.term(kb.KindTitle, i); ok && r.claimed(i, Title) {
		last := int(m.Last) - 1
		if r.in(last, "graduate", "grad", "student", "undergraduate", "undergrad") {
			return int(m.Last)
		}
	}
	for n := range r.Says {
		m := &r.Says[n]
		if !r.claimed(i, Title) {
			break
		}
		if m.Kind == kb.KindTitle && int(m.First) == i && r.Base.Titles[m.Row].Title == "college year" {
			return r.studied(int(m.Last))
		}
	}
	return i
}

// degree reads the name of a degree at token i.
func (r *Reading) degree(i int) int {
	switch {
	case r.in(i, "bsc", "b.sc", "b.sc.", "msc", "m.sc", "m.sc.", "b.s.", "m.s.", "b.s", "m.s", "b.tech", "btech", "m.tech", "mtech", "b.eng", "beng", "m.eng", "meng", "phd", "ph.d", "ph.d.", "mba", "b.a.", "b.e.", "b.a", "b.e",
		"mca", "bca", "bachelor", "bachelors", "diploma", "doctorate", "hnd", "licence"):
		if r.sym(i+1) == '.' && !r.is(i+1, lex.Space) && r.in(i+2, "in", "of", "computer", "software") {
			return i + 2
		}
		return i + 1
	case r.in(i, "bs", "ms", "be", "ba", "ma") && r.is(i, lex.Upper) && (r.in(i+1, "in") || r.in(i+1, "computer", "software", "degree") && r.is(i, lex.Upper)) && !r.shouting():
		return i + 1
	case r.in(i, "master", "masters") && (r.kind(i+1) == lex.Clitic || r.in(i+1, "degree", "thesis", "student", "program", "programme", "'s") || r.in(i+1, "of") && r.is(i+2, lex.Capital) || r.in(i+1, "in") && r.is(i, lex.Capital)):
		return i + 1
	case r.in(i, "degree", "degrees") && !r.in(i-1, "no", "cs", "high", "a", "some", "certain", "the", "without") && !r.in(i+1, "of") || r.in(i, "degree") && r.in(i+1, "in"):
		return i + 1
	case r.in(i, "associate") && r.in(i+1, "degree"):
		return i + 2
	}
	return i
}

// studied takes in what a degree is in, where and when: "'s degree in Computer Science (May 2026)".
func (r *Reading) studied(k int) int {
	if r.kind(k) == lex.Clitic {
		k++
	}
	if r.in(k, "degree", "thesis", "student") {
		k++
	}
	for r.in(k, "in", "of", "from", "at") || k < len(r.low) && r.named(k) && r.is(k, lex.Space) && !r.is(k, lex.LineStart) {
		start := k
		if r.in(k, "in", "of", "from", "at") {
			k++
			if r.in(k, "a", "an", "the", "my") {
				k++
			}
		}
		end := k
		for n := 0; n < 7 && k < len(r.low) && !r.claimed(k, Years) && r.kind(k) != lex.Punct && !r.is(k, lex.LineStart); n++ {
			if r.named(k) || r.studySubject(k) || r.yearLike(k) {
				k++
				end = k
				continue
			}
			if !r.in(k, "of", "and", "for", "the") {
				break
			}
			k++
		}
		if k = end; end <= start+1 && r.in(start, "in", "of", "from", "at") {
			k = start
			break
		}
		if k == start {
			break
		}
	}
	// "(May 2026)", ", 2024".
	if r.sym(k) == ',' && r.yearLike(k+1) {
		return k + 2
	}
	if r.sym(k) == '(' {
		for j := k + 1; j < k+5; j++ {
			if r.sym(j) == ')' && r.yearLike(j-1) {
				return j + 1
			}
		}
	}
	return k
}

// named reports whether token i is part of a name: capitalised, and no title of the writer.
func (r *Reading) named(i int) bool {
	return r.kind(i) == lex.Word && r.is(i, lex.Capital) && (!r.claimed(i, Title) || r.in(i, "computer", "science"))
}

// studySubject reports whether token i is a word for what people study.
func (r *Reading) studySubject(i int) bool {
	return r.in(i, "computer", "computing", "science", "sciences", "software", "engineering", "mathematics", "maths", "math", "physics", "informatics", "information", "technology", "data", "electrical",
		"electronics", "statistics", "systems", "mechanical", "applied", "business", "economics", "cybersecurity", "networks", "chemistry", "biology", "b.tech", "bsc", "msc", "degree", "university", "college")
}

// numberEnd is the token after the number at token i.
func (r *Reading) numberEnd(i int) int {
	if r.kind(i) == lex.Number {
		return i + 1
	}
	if _, next := r.wordNumber(i); next > i {
		return next
	}
	return i
}

// contributionAt reads work given to somebody else's code: "60+ merged PRs", "contributor to Cilium". It returns the token
// after it, and whether it starts with a count.
func (r *Reading) contributionAt(i int) (int, bool) {
	if k := r.numberEnd(i); k > i && r.free(i) {
		if r.kind(i) == lex.Number {
			if n := r.Doc.Numbers[r.Doc.Tokens[i].Num]; n.Currency != 0 || n.Percent || n.SuffixEnd > n.SuffixStart && r.Doc.Text[n.SuffixStart:n.SuffixEnd] != "k" {
				return i, false
			}
		}
		noun, merged := k, false
		for noun < k+3 && r.in(noun, "merged", "accepted", "upstream", "open", "source", "small", "reviewed", "landed", "code") {
			merged = merged || r.in(noun, "merged", "accepted", "upstream", "open", "landed")
			noun++
		}
		var end int
		switch {
		case r.in(noun, "prs", "pr", "patches", "commits", "contributions", "patch"):
			end = noun + 1
		case r.in(noun, "pull", "merge") && r.in(noun+1, "requests", "request"):
			end = noun + 2
		default:
			return i, false
		}
		if r.in(end, "merged", "accepted", "landed", "upstreamed") {
			end, merged = end+1, true
		}
		if r.in(end, "to", "into", "in", "upstream") {
			if stop := r.namedObject(end + 1); stop > end+1 {
				return stop, true
			}
		}
		if merged || r.in(end, "to", "into") {
			return end, true
		}
		return i, false
	}
	switch {
	case r.in(i, "contributor", "committer", "contributed", "contribute", "contributes", "contributing", "contributions") && r.in(i+1, "to"):
		if r.outside(i + 2) {
			return r.namedObject(i + 2), false
		}
	case r.in(i, "merged") && (r.in(i+1, "prs") || r.in(i+1, "pull") && r.in(i+2, "requests")):
		k := i + 2
		if r.in(k, "requests") {
			k++
		}
		if r.in(k, "into", "in", "to") {
			k = r.namedObject(k + 1)
		}
		return k, false
	case r.in(i, "maintainer", "maintain", "maintains", "maintaining", "maintained") && (r.in(i+1, "of") || r.in(i, "maintain", "maintains", "maintaining", "maintained")):
		k := i + 1
		if r.in(k, "of") {
			k++
		}
		if r.openSource(k) || r.in(i, "maintainer") && (r.is(k, lex.Capital) || r.claimed(max(k, 0)%max(len(r.owner), 1), Technology)) {
			return r.namedObject(k), false
		}
	case r.in(i, "open") && r.in(i+1, "source") && r.in(i+2, "contributor", "contributions", "maintainer", "committer"):
		k := i + 3
		if r.in(k, "to", "of") {
			k = r.namedObject(k + 1)
		}
		return k, false
	}
	return i, false
}

// outside reports whether a project that others own stands at token i: a name, a technology or "open-source …".
func (r *Reading) outside(i int) bool {
	for k := i; k < min(i+4, len(r.low)); k++ {
		switch {
		case r.claimed(k, Technology), r.is(k, lex.Capital) && r.kind(k) == lex.Word && r.is(k, lex.Space), r.in(k, "open") && r.in(k+1, "source"), r.in(k, "oss", "cncf", "apache", "linux"):
			return true
		case r.in(k, "the", "several", "a", "an", "various", "many", "projects", "popular", "like", "core"):
		default:
			return false
		}
	}
	return false
}

// openSource reports whether "open-source" stands within a few words from token i.
func (r *Reading) openSource(i int) bool {
	for k := i; k < i+6; k++ {
		if r.in(k, "open") && r.in(k+1, "source") || r.in(k, "oss") {
			return true
		}
		if r.clauseEnd(k) || k >= len(r.low) {
			return false
		}
	}
	return false
}

// namedObject is the token after the noun phrase at token i.
func (r *Reading) namedObject(i int) int {
	_, to := r.sentence(max(0, min(i, len(r.low))-1))
	k := i
	for n := 0; k < to && n < 7; n, k = n+1, k+1 {
		if r.sym(k) == '/' {
			continue
		}
		if r.kind(k) == lex.Punct || k > i && (r.preposition(k) || r.in(k, "and", "or", "is", "are", "was", "has")) || r.is(k, lex.ParaStart) {
			break
		}
	}
	return k
}

// projectAt reads something of the writer's own: "my stock-alert API", "a side project", "an open-source orchestrator".
func (r *Reading) projectAt(i int) int {
	switch {
	case r.in(i, "side", "personal", "pet", "hobby", "academic", "university", "capstone", "diploma", "course", "class", "hackathon", "weekend", "independent", "solo", "portfolio") && r.in(i+1, "project", "projects"):
		return i + 2
	case r.in(i, "capstone"):
		return i + 1
	case r.in(i, "open") && r.in(i+1, "source"):
		for k := i + 2; k < i+5 && r.kind(k) == lex.Word && !r.preposition(k) && !r.in(k, "and"); k++ {
			if r.projectNoun(k) {
				return k + 1
			}
		}
	case r.in(i, "my") && !r.in(i+1, "team", "company", "current", "last", "previous"):
		for k := i + 1; k < i+6 && (r.kind(k) == lex.Word || r.kind(k) == lex.Clitic); k++ {
			if r.preposition(k) || r.in(k, "and", "is") {
				break
			}
			if r.projectNoun(k) && !r.projectNoun(k+1) && r.in(k+1, "runs", "serves", "has", "handles", "answers", "is", "helps", "lets", "tracks", "won", "used", "which", "that", "with", "on", "processes", "keeps", "sends") ||
				r.projectNoun(k) && r.sym(k+1) == '(' {
				return k + 1
			}
		}
	case r.in(i, "built", "made", "wrote", "launched", "created", "shipped", "developed") && r.in(i+1, "and"), r.in(i, "author", "creator") && r.in(i+1, "of"):
		if r.in(i, "author", "creator") && r.openSource(i+2) {
			return r.namedObject(i + 2)
		}
	}
	return i
}

func (r *Reading) projectNoun(i int) bool {
	return r.in(i, "project", "projects", "api", "app", "application", "bot", "service", "site", "website", "tool", "platform", "server", "library", "game", "compiler", "engine", "parser", "orchestrator",
		"framework", "database", "scheduler", "cli", "package", "plugin", "client", "crawler", "scraper", "tracker", "planner", "judge", "interpreter", "emulator", "backend", "system", "gateway", "proxy", "driver",
		"sdk", "store", "queue", "broker", "index", "exporter", "operator", "extension", "simulator", "marketplace", "editor", "toolkit", "linter")
}
