package rules

import "github.com/standfirst/standfirst/internal/engine/rule"

var thirdPerson = &rule.Rule{
	ID:       "third-person",
	Title:    "Third person",
	Why:      "A summary that speaks of its own writer as “he” or by name reads as copied from somewhere else, and spends words on the subject.",
	Mend:     "Drop the subject and open with the title or the verb: “Backend engineer, six years …”, “Moved …”.",
	Group:    rule.Voice,
	Severity: rule.Suggestion,
	Sources:  []string{"standfirst-rubric"},
	Run:      runThirdPerson,
}

func runThirdPerson(p *rule.Pass) {
	t := tokens{p}
	for n := nextSaying(p, "third-person", 0); n >= 0; n = nextSaying(p, "third-person", n+1) {
		m := &p.Says[n]
		first, last := int(m.First), int(m.Last)
		if t.find(0, len(p.Doc.Tokens), "I", "my", "me") >= 0 && !t.in(first, "he", "she") {
			continue
		}
		first, last = t.tidy(first, last)
		p.Report(p.Span(first, last), quoted(t.words(first, last))+" speaks of you as of somebody else.")
		return // once a text
	}
}
