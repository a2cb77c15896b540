package rules

import (
	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var noVersion = &rule.Rule{
	ID:       "no-version",
	Title:    "No version is named",
	Why:      "A version shows that you still write the code.",
	Mend:     "Give the version of the one technology that you know best: Java 21, Postgres 17.",
	Group:    rule.Stack,
	Severity: rule.Suggestion,
	Levels:   []kb.Level{kb.Mid, kb.Senior, kb.Staff},
	Needs:    []fact.Kind{fact.Technology},
	Run:      runNoVersion,
}

func runNoVersion(p *rule.Pass) {
	first, n := -1, 0
	for i := range p.Facts {
		f := &p.Facts[i]
		if f.Kind != fact.Technology || f.Use != fact.Current {
			continue
		}
		if !f.Version.Empty() {
			return
		}
		if len(p.TechnologyOf(f).Cycles) > 0 {
			if n++; first < 0 {
				first = i
			}
		}
	}
	if n >= 2 {
		p.ReportFact(first, "No technology here has a version.").Ask("Add one version", "Which version of "+p.TechnologyOf(&p.Facts[first]).Name+" did you run?")
	}
}
