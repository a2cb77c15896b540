package rules

import (
	"github.com/standfirst/standfirst/internal/engine/arith"
	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var focusExceedsTotal = &rule.Rule{
	ID:       "focus-exceeds-total",
	Title:    "A part longer than the whole",
	Why:      "The years on one thing cannot be more than all the years, and these two stand in one short text.",
	Mend:     "Correct whichever of the two is out of date.",
	Group:    rule.Truth,
	Severity: rule.Warning,
	Needs:    []fact.Kind{fact.Years},
	Sources:  []string{"standfirst-rubric"},
	Run:      runFocusExceedsTotal,
}

func runFocusExceedsTotal(p *rule.Pass) {
	for i := range p.Facts {
		if k := arith.TooManyYears(p.Reading, i); k >= 0 {
			f := p.ReportFact(i, "“"+p.Text(&p.Facts[i])+"” is longer than the “"+p.Text(&p.Facts[k])+"” of the whole career.")
			f.Facts = append(f.Facts, int32(k))
		}
	}
}
