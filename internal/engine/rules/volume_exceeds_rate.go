package rules

import (
	"github.com/standfirst/standfirst/internal/engine/arith"
	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var volumeExceedsRate = &rule.Rule{
	ID:       "volume-exceeds-rate",
	Title:    "More in a day than the rate allows",
	Why:      "A day's volume, spread over its seconds, is the average rate; it cannot be above the peak that the text gives.",
	Mend:     "Check the period and the magnitude of both numbers.",
	Group:    rule.Truth,
	Severity: rule.Warning,
	Needs:    []fact.Kind{fact.Metric},
	Sources:  []string{"standfirst-rubric"},
	Run:      runVolumeExceedsRate,
}

func runVolumeExceedsRate(p *rule.Pass) {
	for i := range p.Facts {
		f := &p.Facts[i]
		if f.Kind != fact.Metric || f.Metric < 0 {
			continue
		}
		k := arith.Exceeds(p.Reading, i)
		if k < 0 {
			continue
		}
		mean, _ := arith.Average(&p.Metric[f.Metric])
		g := p.ReportFact(i, "“"+p.Text(f)+"” is "+arith.Amount(fact.Quantity{Value: roundRate(mean), Unit: "1/s"})+" on average, more than “"+p.Text(&p.Facts[k])+"”.")
		g.Facts = append(g.Facts, int32(k))
	}
}

// roundRate keeps three digits of a rate, as many as a head keeps.
func roundRate(x float64) float64 {
	step := 1.0
	for x/step >= 1000 {
		step *= 10
	}
	if x >= 100 {
		return float64(int64(x/step+0.5)) * step
	}
	return float64(int64(x*10+0.5)) / 10
}
