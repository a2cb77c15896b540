package rules

import (
	"strconv"

	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var patternSalad = &rule.Rule{
	ID:       "pattern-salad",
	Title:    "Patterns with no system under them",
	Why:      "Several patterns and no number or system to hang them on read as a glossary.",
	Mend:     "Keep the one that you can defend for ten minutes, and say what it carried.",
	Group:    rule.Judgment,
	Severity: rule.Warning,
	Needs:    []fact.Kind{fact.Pattern},
	Run:      runPatternSalad,
}

func runPatternSalad(p *rule.Pass) {
	n, first, last := 0, -1, -1
	for i := range p.Facts {
		switch f := &p.Facts[i]; f.Kind {
		case fact.Pattern:
			if n++; first < 0 {
				first = i
			}
			last = i
		case fact.Metric, fact.Outcome, fact.Artifact, fact.Tradeoff:
			return
		}
	}
	if n < 4 {
		return
	}
	f := p.Report(p.Span(int(p.Facts[first].First), int(p.Facts[last].Last)), strconv.Itoa(n)+" patterns, and no number or system that they carried.")
	f.Facts = []int32{int32(first), int32(last)}
}
