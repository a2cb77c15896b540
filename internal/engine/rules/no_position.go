package rules

import (
	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var noPosition = &rule.Rule{
	ID:       "no-position",
	Title:    "No position taken",
	Why:      "At staff level the decision that you argued for, or against, says more than what was built.",
	Mend:     "Say what you argued against, or left unbuilt, and why.",
	Group:    rule.Judgment,
	Severity: rule.Suggestion,
	Levels:   []kb.Level{kb.Staff},
	Run:      runNoPosition,
}

func runNoPosition(p *rule.Pass) {
	if p.Has(fact.Tradeoff) || p.Doc.Words < 40 || hasOutcomeMetric(p) {
		return
	}
	i := p.OwnTitle()
	if i < 0 {
		return
	}
	p.ReportFact(i, "Nothing here was argued for or against.").Ask("Take a position", "What did you argue against, or decide not to build, and why?")
}

// hasOutcomeMetric reports whether the rule on numbers without their price speaks already.
func hasOutcomeMetric(p *rule.Pass) bool {
	for i := range p.Facts {
		if p.Facts[i].Kind == fact.Metric && p.Metric[p.Facts[i].Metric].Kind <= fact.PercentChange {
			return true
		}
	}
	return false
}
