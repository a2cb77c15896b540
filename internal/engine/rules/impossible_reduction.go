package rules

import (
	"github.com/standfirst/standfirst/internal/engine/arith"
	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var impossibleReduction = &rule.Rule{
	ID:       "impossible-reduction",
	Title:    "A reduction of more than everything",
	Why:      "Nothing can fall by more than 100%; the number was meant as something else, and the reader cannot know what.",
	Mend:     "Say it as from and to, or as a factor: “four times faster”, “from 900 ms to 220 ms”.",
	Group:    rule.Truth,
	Severity: rule.Error,
	Needs:    []fact.Kind{fact.Metric},
	Sources:  []string{"standfirst-rubric"},
	Run:      runImpossibleReduction,
}

func runImpossibleReduction(p *rule.Pass) {
	for i := range p.Facts {
		f := &p.Facts[i]
		if f.Kind != fact.Metric || f.Metric < 0 || !arith.Impossible(&p.Metric[f.Metric]) {
			continue
		}
		p.ReportFact(i, "“"+p.Text(f)+"” takes away more than there was: 100% is all of it.").
			Ask("Say it as from and to", "What was the value before, and what is it now?")
	}
}
