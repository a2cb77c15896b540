package rules

import (
	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

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
	begun := len(p.Findings)
	runVoice(p, "soft-skill", " is a view of yourself; nothing in it can be checked.", "apology")
	// What is wanted next is no trait: "I would like to work on logistics".
	kept := p.Findings[:begun]
	for _, f := range p.Findings[begun:] {
		if !inClosing(p, f.Span.Start) {
			kept = append(kept, f)
		}
	}
	p.Findings = kept
}

// inClosing reports whether the byte stands in the closing.
func inClosing(p *rule.Pass, at int) bool {
	for i := range p.Facts {
		if f := &p.Facts[i]; f.Kind == fact.Closing && f.Span.Start <= at && at < f.Span.End {
			return true
		}
	}
	return false
}
