package rules

import (
	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var noClosing = &rule.Rule{
	ID:       "no-closing",
	Title:    "Does not say what you want next",
	Why:      "A reader with an open role looks for whether you want it; without a closing they have to guess.",
	Mend:     "End with one line on the role, the system or the team that you want next.",
	Group:    rule.Close,
	Severity: rule.Suggestion,
	Sources:  []string{"standfirst-rubric"},
	Run:      runNoClosing,
}

// closingFrom is the length from which a closing is missed: a shorter text lacks more than that.
const closingFrom = 30

func runNoClosing(p *rule.Pass) {
	if p.Doc.Words < closingFrom || p.Has(fact.Closing) {
		return
	}
	t := tokens{p}
	n := len(p.Doc.Sentences)
	last := &p.Doc.Sentences[n-1]
	for _, kind := range [...]string{"wish", "vague-closing", "objective"} {
		if saidIn(p, kind, int(last.First), int(last.Last)) {
			return
		}
	}
	if first, end := t.sentence(0); t.wishesAt(first, end) {
		return // the opening rule already sends the wish to the end
	}
	if t.wishWord(int(last.First), int(last.Last)) {
		return
	}
	p.Report(t.ending(), "The text ends without a word on what you want next.").Ask("Add a closing", "Which role, kind of system or team do you want next?")
}

func (t tokens) wishesAt(first, last int) bool {
	if begin, _ := t.wishOpens(first, last); begin >= 0 {
		return true
	}
	begin, _ := t.objectiveSaid(first, last)
	return begin >= 0
}

// wishWord reports whether a sentence holds a word of wanting anywhere: a closing may be a clause of its last sentence.
func (t tokens) wishWord(first, last int) bool {
	for i := first; i < last; i++ {
		if t.in(i, "seeking", "seek", "seeks", "want", "wants", "wanted", "hoping", "hope", "hopes", "next", "eager", "keen", "ideally", "wish", "aiming", "interested", "prefer", "targeting", "pursuing", "goal", "ambition", "curious") ||
			t.in(i, "looking", "ready", "open", "available", "applying", "searching") && t.in(i+1, "for", "to", "now", "next") || t.in(i, "would", "'d", "’d") && t.in(i+1, "like", "love", "enjoy") || t.seq(i, "am", "after") || t.seq(i, "'m", "after") || t.seq(i, "’m", "after") {
			return true
		}
	}
	return false
}
