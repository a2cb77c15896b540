package rules

import (
	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var metricWithoutSubject = &rule.Rule{
	ID:       "metric-without-subject",
	Title:    "A percentage of nothing in particular",
	Why:      "A reviewer will ask: forty percent of what, from what?",
	Mend:     "Name what was measured and its values before and after.",
	Group:    rule.Scale,
	Severity: rule.Suggestion,
	Needs:    []fact.Kind{fact.Metric},
	Run:      runMetricWithoutSubject,
}

func runMetricWithoutSubject(p *rule.Pass) {
	for i := range p.Facts {
		f := &p.Facts[i]
		if f.Kind != fact.Metric {
			continue
		}
		m := &p.Metric[f.Metric]
		if m.Kind != fact.PercentChange || m.HasFrom || m.HasTo {
			continue
		}
		of := p.Doc.Text[m.Of.Start:m.Of.End]
		if !vague(of) {
			continue
		}
		p.ReportFact(i, "“"+p.Text(f)+"” of what, and from which value?").Ask("Say what was measured", "What was measured, and what was it before and after?")
	}
}

// vague reports a subject that measures nothing by itself.
func vague(of string) bool {
	switch of {
	case "", "performance", "system", "efficiency", "productivity", "application", "overall performance", "system performance", "application performance", "operational efficiency", "system efficiency", "team productivity", "developer productivity", "process", "processes", "quality", "scalability":
		return true
	}
	return false
}
