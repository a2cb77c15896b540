package rules

import (
	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var noMetric = &rule.Rule{
	ID:       "no-metric",
	Title:    "No number of a running system",
	Why:      "A summary without one outcome is believed to have none.",
	Mend:     "Give one number that your system reached: requests a second, p99, users, cost, incidents.",
	Group:    rule.Scale,
	Severity: rule.Warning,
	Run:      runNoMetric,
}

func runNoMetric(p *rule.Pass) {
	if p.Doc.Words < 25 {
		return
	}
	for i := range p.Facts {
		if k := p.Facts[i].Kind; k == fact.Metric || k == fact.Outcome {
			return
		}
	}
	t := tokens{p}
	at := t.opening()
	for i := range p.Facts {
		if p.Facts[i].Kind == fact.Ownership {
			at = t.sentenceSpan(int(p.Facts[i].Sentence))
			break
		}
	}
	f := p.Report(at, "There is no number that a system of yours reached.")
	f.Ask("Add one outcome", "How much traffic did your last system take, and at which latency?", "What was it before you changed it?")
	if p.Level.Verdict == kb.Entry {
		f.Less(rule.Suggestion)
	}
}
