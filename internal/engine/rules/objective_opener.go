package rules

import (
	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/lex"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var objectiveOpener = &rule.Rule{
	ID:       "objective-opener",
	Title:    "Opens with what you want",
	Why:      "A first sentence about the job you hope for tells the reader that there is no work to lead with, even where there is.",
	Mend:     "Open with a system that you shipped and what it does now; keep the wish for one line at the end.",
	Group:    rule.Opening,
	Severity: rule.Warning,
	Sources:  []string{"standfirst-rubric", "codecademy-no-experience"},
	Run:      runObjectiveOpener,
}

func runObjectiveOpener(p *rule.Pass) {
	if len(p.Doc.Sentences) == 0 {
		return
	}
	t := tokens{p}
	first, last := t.sentence(int(t.Doc.Sentences[t.firstSentence()].First))
	begin, end := t.wishOpens(first, last)
	if begin < 0 {
		begin, end = t.objectiveSaid(first, last)
	}
	if begin < 0 || t.apologyCovers(begin, end) || saidIn(p, "layoff", begin, end) {
		return
	}
	f := p.Report(p.Span(begin, end), "The first sentence says what you want, "+quoted(t.words(begin, end))+", before anything that you have done.")
	if t.changesCareer() {
		f.Less(rule.Suggestion)
		f.Mend = "Open with the first thing you built, however small, and let one clause say which trade you come from; the wish closes the text."
	}
	f.Ask("Open with shipped work", "Which system or project did you ship, and who uses it?")
}

// wishOpens finds a wish in the first words of a sentence: where it starts and where its clause ends, or -1.
func (t tokens) wishOpens(first, last int) (int, int) {
	i := first
	for i < last && i < first+5 && t.in(i, "i", "'m", "’m", "am", "im", "'d", "’d", "currently", "actively", "now", "really", "eagerly", "presently", "at", "present", "always", "a", "an", "very", "highly", "also", "and", "summary", "profile", "about", "me", ":") {
		if t.in(i, "a", "an") && t.personalPlace(i, last) {
			return first, t.wishEnd(i, last)
		}
		i++
	}
	if t.wishHead(i, last) {
		return first, t.wishEnd(i, last)
	}
	if t.wishLabel(first, last) {
		return first, t.wishEnd(first, last)
	}
	for k := first + 1; k < min(last, first+6); k++ {
		if t.in(k, "wanted", "sought", "desired") && t.in(k-1, "role", "position", "job", "post", "employment", "opportunity", "placement", "internship") {
			return first, k + 1
		}
	}
	// "Time for a change: I want …": a few empty words in front.
	for k := first; k < min(last, first+12); k++ {
		if t.fact(fact.Technology, k) >= 0 || t.fact(fact.Years, k) >= 0 || t.fact(fact.Metric, k) >= 0 || t.fact(fact.Title, k) >= 0 || t.kind(k) == lex.Number {
			break
		}
		if t.sym(k) != ':' && t.sym(k) != ',' && t.sym(k) != '—' && t.sym(k) != ';' {
			continue
		}
		n := k + 1
		for t.in(n, "i", "'m", "’m", "am", "im", "'d", "’d", "now", "currently") {
			n++
		}
		if n > k+1 && t.wishHead(n, last) {
			return first, t.wishEnd(n, last)
		}
	}
	// "Motivated graduate, currently seeking …": a person with nothing done yet.
	for k := first; k < min(last, first+9); k++ {
		if t.kind(k) == lex.Number || t.fact(fact.Years, k) >= 0 {
			break
		}
		row, end, ok := t.term(kb.KindTitle, k)
		if !ok && !t.in(k, "candidate", "applicant", "professional", "individual", "person", "fresher", "graduate", "student", "alumnus", "jobseeker") {
			continue
		}
		if ok && t.Base.Titles[row].Role != "head" && t.Base.Titles[row].Role != "title" {
			continue
		}
		if !ok {
			end = k + 1
		}
		for t.sym(end) == ',' || t.in(end, "currently", "actively", "now", "who", "is", "eagerly", "presently") {
			end++
		}
		if end < last && (t.in(end, "desires", "wants", "wishes", "wishing", "hopes", "hoping", "aims", "aiming", "seeks", "seeking", "looking", "searching", "pursuing", "desiring", "longing", "aspiring", "hunting") || t.seq(end, "in", "search", "of") || t.seq(end, "in", "need", "of")) && t.wishHead(end, last) {
			return first, t.wishEnd(end, last)
		}
	}
	return -1, -1
}

// wishHead reports whether the words at token i begin to say what the writer wants of a job.
func (t tokens) wishHead(i, last int) bool {
	switch {
	case t.in(i, "looking", "searching", "hunting", "look", "search", "on"):
		if t.in(i, "on") {
			return t.seq(i, "on", "the", "lookout", "for") || t.seq(i, "on", "the", "hunt", "for")
		}
		return (t.in(i+1, "for", "to") || t.in(i+2, "for", "to") && t.in(i+1, "forward", "out", "actively")) && t.jobSoon(i+1, last)
	case t.in(i, "seeking", "seek", "seeks", "pursuing", "desiring", "desire", "desires", "longing", "craving"):
		return t.jobSoon(i+1, last)
	case t.in(i, "in"):
		return t.in(i+1, "search", "pursuit", "quest", "need", "want") && t.in(i+2, "of", "for")
	case t.in(i, "hoping", "hope", "hopes", "wishing", "wishes", "aspires", "aspiring", "aspire", "intending", "intend", "striving", "aiming", "aim", "aims", "dreaming", "planning", "longing", "applying"):
		return t.in(i+1, "to", "for", "that", "of") && (t.in(i, "hoping", "hope", "wishing", "aspire", "aspiring") || t.jobSoon(i+1, last))
	case t.in(i, "want", "wants", "wanting", "wish", "need") && t.in(i+1, "a", "an", "my", "the", "to", "work"):
		return t.jobSoon(i+1, last)
	case t.in(i, "would"):
		return t.in(i+1, "like", "love", "enjoy", "appreciate", "be") && t.jobSoon(i+2, last)
	case t.in(i, "like", "love") && t.in(i-1, "'d", "’d"):
		return t.jobSoon(i+1, last)
	case t.in(i, "eager", "keen", "ready", "interested", "open", "excited", "motivated", "determined", "available", "willing", "happy", "curious", "enthusiastic", "anxious", "impatient", "prepared", "hungry", "driven"):
		return t.in(i+1, "to", "in", "for", "on", "about") && t.jobSoon(i+2, last)
	case t.in(i, "to"):
		return t.in(i+1, "obtain", "secure", "gain", "get", "find", "join", "pursue", "attain", "acquire", "land", "become", "utilize", "utilise", "work", "contribute", "grow", "enhance", "be", "leverage", "apply", "use", "start", "begin", "build",
			"make", "continue", "learn", "develop", "seek", "give", "bring", "excel", "achieve", "put", "take", "advance", "establish", "launch", "explore", "serve", "succeed", "step", "move", "reach") &&
			t.jobSoon(i+2, last) && t.purposeless(i, last)
	}
	return false
}

// purposeless reports whether no main clause follows "To cut checkout …, I moved …".
func (t tokens) purposeless(i, last int) bool {
	for k := i; k < last; k++ {
		if t.sym(k) == ',' && t.in(k+1, "i", "we", "my") || t.in(k, "i", "we") && k > i+3 && !t.in(k-1, "where", "which", "that", "so") {
			return false
		}
	}
	return true
}

// jobSoon reports whether what is wanted is a job, a team or growth: one of the next words says so.
func (t tokens) jobSoon(i, last int) bool {
	for k := i; k < min(last, i+13); k++ {
		if t.sym(k) == ';' || t.sym(k) == '.' {
			return false
		}
		if t.in(k, "role", "roles", "position", "positions", "job", "jobs", "opportunity", "opportunities", "challenge", "challenges", "career", "careers", "company", "companies", "organisation", "organization", "team", "teams",
			"employer", "firm", "placement", "internship", "vacancy", "post", "employment", "growth", "skills", "potential", "responsibility", "responsibilities", "traineeship", "apprenticeship", "gig", "workplace", "environment", "environments",
			"startup", "start-up", "home", "lead", "difference", "experience", "path", "profession", "professionally", "mentorship", "culture", "future", "work", "industry", "community", "group", "institution", "place") {
			return true
		}
		if t.in(k, "learn", "grow", "join", "become", "switch", "move", "moving", "joining", "contribute", "change", "transition", "advance", "progress", "improve", "develop", "apply", "pivot", "relocate", "deepen", "specialise", "specialize", "step", "working", "part", "leading") && k <= i+4 {
			return true
		}
	}
	return false
}

// wishLabel reports whether a sentence starts by naming a goal: "Objective:", "My dream is", "What I want is", "The ideal job".
func (t tokens) wishLabel(first, last int) bool {
	i := first
	for i < min(last, first+3) && t.in(i, "my", "the", "career", "professional", "job", "main", "primary", "personal", "current", "ultimate", "long", "short", "term", "biggest", "next", "immediate") {
		i++
	}
	own := t.find(first, i, "my", "career", "professional") >= 0
	if t.in(i, "objective", "objectives", "goal", "goals", "aim", "aims", "dream", "ambition", "ambitions", "aspiration", "aspirations", "intention", "wish", "purpose", "target", "desire", "statement", "mission", "hope", "plan", "objektive") {
		if t.in(i+1, "statement") {
			i++
		}
		if t.sym(i+1) == ':' || t.sym(i+1) == '—' || t.sym(i+1) == '•' {
			return true
		}
		if own && t.in(i+1, "is", "are", "has", "would", "remains", "now", "for", "in", "right", "today") {
			_, last := t.sentence(first)
			return t.jobSoon(i+1, last)
		}
	}
	if t.seq(first, "it", "is", "my") || t.seq(first, "it", "'s", "my") {
		return t.find(first+3, min(last, first+6), "intention", "goal", "aim", "dream", "wish", "ambition", "desire", "hope", "objective", "aspiration") >= 0
	}
	if t.in(first, "what") && t.find(first+1, min(last, first+4), "i") >= 0 {
		return t.find(first+1, min(last, first+7), "want", "seek", "search", "wish", "look", "looking", "need", "hope", "desire") >= 0
	}
	if t.in(first, "the", "my") && t.in(first+1, "ideal", "perfect", "right", "next", "dream", "best") && t.in(first+2, "job", "role", "position", "company", "team", "place", "workplace", "employer", "step", "opportunity", "challenge", "environment") {
		return t.find(first+3, min(last, first+8), "me", "would", "is", "will", "should", "has", "lets", "offers") >= 0
	}
	return false
}

// personalPlace reports whether "a position where I …" starts at token i.
func (t tokens) personalPlace(i, last int) bool {
	for k := i + 1; k < min(last, i+6); k++ {
		if t.in(k, "position", "role", "job", "place", "opportunity", "company", "team", "workplace", "environment", "career", "organisation", "organization", "internship") {
			if t.in(k+1, "where", "in", "that", "which", "with", "to", "at", "as", "within") {
				return t.find(k+1, min(last, k+9), "i", "me", "my") >= 0
			}
			return false
		}
	}
	return false
}

// objectiveSaid finds an objective that a row of the knowledge base knows, where nothing that was done stands before it.
func (t tokens) objectiveSaid(first, last int) (int, int) {
	for n := nextSaying(t.Pass, "objective", 0); n >= 0; n = nextSaying(t.Pass, "objective", n+1) {
		m := &t.Says[n]
		f, l := int(m.First), int(m.Last)
		if f >= last {
			break
		}
		if t.in(first, "my") && (!t.jobSoon(first+1, last) || t.find(first+1, first+5, "goal", "goals", "aim", "objective", "dream", "ambition", "aspiration", "purpose", "plan", "wish", "intention", "hope", "desire", "ideal") < 0) {
			continue // "My aim is always to go the extra mile", "My main work is a routing API"
		}
		if t.sym(l-1) == ',' || t.sym(l) == ',' && l-first <= 2 || t.in(first, "to") && !t.purposeless(first, last) {
			continue
		}
		if f > first && (t.factIn(fact.Metric, first, f) >= 0 || t.factIn(fact.Outcome, first, f) >= 0 || t.factIn(fact.Ownership, first, f) >= 0) {
			continue
		}
		// Behind a title and years it is the opening only where more text follows and none of it was told yet.
		told := t.factIn(fact.Technology, first, f) >= 0 || t.factIn(fact.Years, first, f) >= 0
		if told && (len(t.Doc.Sentences) == 1 || t.factIn(fact.Technology, first, f) >= 0 && !t.selfServing(f, l)) || f-first > 24 || !told && f-first > 14 {
			continue
		}
		return first, t.wishEnd(f, last)
	}
	return -1, -1
}

// selfServing reports a wish to grow, learn or use one's skills: it asks and offers nothing.
func (t tokens) selfServing(first, last int) bool {
	return t.find(first, last, "grow", "growth", "learn", "utilize", "utilise", "leverage", "enhance", "develop", "advance", "skills", "potential", "career") >= 0
}

// wishEnd is where the clause of a wish ends.
func (t tokens) wishEnd(i, last int) int {
	for k := i + 3; k < last; k++ {
		if t.sym(k) == ';' || t.sym(k) == '.' || t.sym(k) == ',' && k > i+6 {
			return k
		}
	}
	if t.sym(last-1) == '.' && last-1 > i {
		return last - 1
	}
	return last
}

// apologyCovers reports whether the apology rule speaks of the same words: a wish to be an engineer at all, with no role or
// company named.
func (t tokens) apologyCovers(begin, end int) bool {
	for n := nextSaying(t.Pass, "apology", 0); n >= 0; n = nextSaying(t.Pass, "apology", n+1) {
		m := &t.Says[n]
		if int(m.First) >= end || int(m.Last) <= begin || t.Base.Phrases[m.Row].Light {
			continue
		}
		return t.find(begin, end, "role", "roles", "position", "positions", "job", "opportunity", "opportunities", "company", "organisation", "organization", "team", "employer", "goal", "objective", "internship", "firm", "career", "house", "institution", "environment", "place", "post") < 0
	}
	return false
}

// changesCareer reports whether the text tells of another trade before this one.
func (t tokens) changesCareer() bool {
	for i := range t.Facts {
		if f := &t.Facts[i]; f.Kind == fact.Years && f.Scope == fact.Prior {
			return true
		}
	}
	return t.find(0, len(t.Doc.Tokens), "changer", "switcher", "former", "formerly") >= 0
}
