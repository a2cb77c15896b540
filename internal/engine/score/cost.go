package score

import (
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

// Cost is how many points of the total a finding takes at a level, before its part is used up.
func Cost(f *rule.Finding, level kb.Level) float64 {
	part, share := fault(f)
	return share * float64(weights[level][part])
}
