package rules

import (
	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var stuffing = &rule.Rule{
	ID:       "stuffing",
	Title:    "The same name again and again",
	Why:      "Saying a technology's name many times does not make the match better, and a person who reads it hears a machine being fed.",
	Mend:     "Name it once where it carries the outcome; let the rest of the text show what was done with it.",
	Group:    rule.Stack,
	Severity: rule.Suggestion,
	Needs:    []fact.Kind{fact.Technology},
	Sources:  []string{"standfirst-rubric"},
	Run:      runStuffing,
}

const stuffed = 4

func runStuffing(p *rule.Pass) {
	for i := range p.Facts {
		f := &p.Facts[i]
		if f.Kind != fact.Technology || f.Use == fact.Employer {
			continue
		}
		count := 0
		for k := 0; k <= i; k++ {
			if o := &p.Facts[k]; o.Kind == fact.Technology && o.Row == f.Row {
				count++
			}
		}
		if count == stuffed {
			p.ReportFact(i, p.TechnologyOf(f).Name+" is named at least four times.")
		}
	}
}
