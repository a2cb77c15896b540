package rules

import "github.com/standfirst/standfirst/internal/engine/rule"

var softSkill = &rule.Rule{
	ID:       "soft-skill",
	Title:    "A soft skill claimed",
	Why:      "A trait is what people say of themselves; a reader believes what others could open, join or repeat.",
	Mend:     "Name the thing that shows it: a design document that teams signed, a review you chair, an engineer you brought up.",
	Group:    rule.Voice,
	Severity: rule.Warning,
	Sources:  []string{"standfirst-rubric", "stack-overflow-resume-guide"},
	Run:      runSoftSkill,
}

func runSoftSkill(p *rule.Pass) {
	runVoice(p, "soft-skill", " is a view of yourself; nothing in it can be checked.", "apology")
}
