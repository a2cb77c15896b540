package rules

import (
	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var weakMetric = &rule.Rule{
	ID:       "weak-metric",
	Title:    "Only numbers that say little",
	Why:      "Counts of services, teams or percent of something unnamed are context; a rate or a latency is an outcome.",
	Mend:     "Add one of these: requests a second, p99, events a day, availability, money saved, incidents avoided.",
	Group:    rule.Scale,
	Severity: rule.Suggestion,
	Levels:   []kb.Level{kb.Mid, kb.Senior, kb.Staff},
	Needs:    []fact.Kind{fact.Metric},
	Run:      runWeakMetric,
}

func runWeakMetric(p *rule.Pass) {
	last := -1
	for i := range p.Facts {
		f := &p.Facts[i]
		if f.Kind == fact.Outcome {
			return
		}
		if f.Kind != fact.Metric {
			continue
		}
		switch p.Metric[f.Metric].Kind {
		case fact.Scale, fact.Other:
			last = i
		default:
			return
		}
	}
	if last >= 0 {
		p.ReportFact(last, "“"+p.Text(&p.Facts[last])+"” is context; no number here says what the system does.")
	}
}
