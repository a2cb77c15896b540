package rules

import (
	"github.com/standfirst/standfirst/internal/engine/arith"
	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var percentileOrder = &rule.Rule{
	ID:       "percentile-order",
	Title:    "Percentiles out of order",
	Why:      "A higher percentile is never faster than a lower one of the same thing; a reader who knows that stops believing the rest.",
	Mend:     "Check which percentile each value belongs to, and that both are of the same path and time.",
	Group:    rule.Truth,
	Severity: rule.Warning,
	Needs:    []fact.Kind{fact.Metric},
	Sources:  []string{"standfirst-rubric"},
	Run:      runPercentileOrder,
}

func runPercentileOrder(p *rule.Pass) {
	for i := range p.Facts {
		if p.Facts[i].Kind != fact.Metric {
			continue
		}
		if k := arith.Disordered(p.Reading, i); k >= 0 {
			f := p.ReportFact(i, "“"+p.Text(&p.Facts[i])+"” and “"+p.Text(&p.Facts[k])+"” cannot both be so: a higher percentile is never lower.")
			f.Facts = append(f.Facts, int32(k))
		}
	}
}
