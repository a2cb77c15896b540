package rules

import (
	"github.com/standfirst/standfirst/internal/engine/arith"
	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var percentDisagrees = &rule.Rule{
	ID:       "percent-disagrees",
	Title:    "A percentage that its own numbers do not give",
	Why:      "Reviewers do the sum in their heads, and one that does not come out puts every other number in doubt.",
	Mend:     "Correct the percentage or the two values; where rounding is meant, say “about”.",
	Group:    rule.Truth,
	Severity: rule.Warning,
	Needs:    []fact.Kind{fact.Metric},
	Sources:  []string{"standfirst-rubric"},
	Run:      runPercentDisagrees,
}

func runPercentDisagrees(p *rule.Pass) {
	for i := range p.Facts {
		f := &p.Facts[i]
		if f.Kind != fact.Metric || f.Metric < 0 {
			continue
		}
		m := &p.Metric[f.Metric]
		if arith.Impossible(m) {
			continue
		}
		if c, ok := arith.CheckChange(m); ok && c.HasStated && !c.Agrees {
			p.ReportFact(i, c.Says(m)+".")
		}
	}
}
