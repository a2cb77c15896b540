package rules

import (
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var hedge = &rule.Rule{
	ID:       "hedge",
	Title:    "A hedge",
	Why:      "“Familiar with” and “basic knowledge of” take back the claim in the moment it is made; from a senior they read as never having used it.",
	Mend:     "Name what you built with it, or leave it to the skills section.",
	Group:    rule.Voice,
	Severity: rule.Warning,
	Sources:  []string{"standfirst-rubric", "resumeworded-levels"},
	Run:      runHedge,
}

func runHedge(p *rule.Pass) {
	begun := len(p.Findings)
	runVoice(p, "hedge", " takes back what it says.", "apology", "filler", "soft-skill", "weak-ownership", "wish", "vague-closing")
	for i := begun; i < len(p.Findings); i++ {
		if p.Level.Verdict < kb.Senior {
			p.Findings[i].Less(rule.Suggestion)
		}
	}
}
