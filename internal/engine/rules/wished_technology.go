package rules

import (
	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var wishedTechnology = &rule.Rule{
	ID:       "wished-technology",
	Title:    "A technology that you only want to learn",
	Why:      "Among the things you know, one that you want to learn weakens the others: the reader cannot tell which is which.",
	Mend:     "Keep the stack to what ran in production; a wish may stand in the closing line.",
	Group:    rule.Stack,
	Severity: rule.Suggestion,
	Needs:    []fact.Kind{fact.Technology},
	Sources:  []string{"standfirst-rubric"},
	Run:      runWishedTechnology,
}

func runWishedTechnology(p *rule.Pass) {
	t := tokens{p}
	end := t.ending().Start
	for i := range p.Facts {
		f := &p.Facts[i]
		if f.Kind != fact.Technology || f.Use != fact.Wished || t.fact(fact.Closing, int(f.First)) >= 0 {
			continue
		}
		if len(p.Doc.Sentences) > 1 && f.Span.Start >= end {
			return // the closing
		}
		p.ReportFact(i, p.TechnologyOf(f).Name+" stands among your skills and is something you want to learn.")
		return
	}
}
