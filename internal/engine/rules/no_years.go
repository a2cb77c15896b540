package rules

import (
	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var noYears = &rule.Rule{
	ID:       "no-years",
	Title:    "No years of experience",
	Why:      "A reader looks for the years within the first words and guesses low when there are none.",
	Mend:     "Say how many years, beside the title.",
	Group:    rule.Opening,
	Severity: rule.Suggestion,
	Levels:   []kb.Level{kb.Mid, kb.Senior, kb.Staff},
	Run:      runNoYears,
}

func runNoYears(p *rule.Pass) {
	for i := range p.Facts {
		if f := &p.Facts[i]; f.Kind == fact.Years && f.Scope != fact.Prior && f.Scope != fact.Internship {
			return
		}
	}
	if p.Doc.Words < 20 {
		return
	}
	at := tokens{p}.opening()
	if i := p.OwnTitle(); i >= 0 {
		at = p.Facts[i].Span
	}
	p.Report(at, "The years are missing beside the title.").Ask("Add the years", "How many years have you worked in the trade?")
}
