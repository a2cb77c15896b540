package rules

import (
	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var missingCategory = &rule.Rule{
	ID:       "missing-category",
	Title:    "A layer of the stack is missing",
	Why:      "Language, framework, datastore and broker together tell what was built; a framework alone leaves the reader guessing.",
	Mend:     "Name the missing layer where you name the others.",
	Group:    rule.Stack,
	Severity: rule.Suggestion,
	Needs:    []fact.Kind{fact.Technology},
	Run:      runMissingCategory,
}

func runMissingCategory(p *rule.Pass) {
	code, data, n, last := false, false, 0, -1
	for i := range p.Facts {
		f := &p.Facts[i]
		if f.Kind != fact.Technology || f.Use != fact.Current {
			continue
		}
		n++
		last = i
		t := p.TechnologyOf(f)
		switch t.Category {
		case "language", "runtime", "framework", "library", "orm":
			code = true
		case "datastore", "cache", "search", "vector-store", "warehouse", "broker", "streaming":
			data = true
		}
		code = code || t.Specialty != ""
	}
	switch {
	case n < 3:
	case !code:
		p.ReportFact(last, "The language you write in is not named.").Ask("Name the language", "Which language, in which version?")
	case !data && p.Level.Verdict >= kb.Mid:
		p.ReportFact(last, "No datastore or broker is named.").Ask("Name what holds the data", "Which datastore or broker stood behind it?")
	}
}
