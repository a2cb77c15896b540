package rules

import (
	"strconv"

	"github.com/standfirst/standfirst/internal/engine/rule"
)

var sentenceCount = &rule.Rule{
	ID:       "sentence-count",
	Title:    "More sentences than a scan takes in",
	Why:      "A summary is two to four sentences; more of them read as a cover letter.",
	Mend:     "Join what belongs together and move the rest to the experience section.",
	Group:    rule.Form,
	Severity: rule.Warning,
	Run:      runSentenceCount,
}

func runSentenceCount(p *rule.Pass) {
	n := 0
	for i := range p.Doc.Sentences {
		if p.Doc.Sentences[i].Words > 0 {
			n++
		}
	}
	if n < 5 {
		return
	}
	t := tokens{p}
	f := p.Report(t.ending(), strconv.Itoa(n)+" sentences; two to four carry a summary.")
	if n == 5 {
		f.Less(rule.Suggestion)
	}
}
