package rules

import (
	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var noTitle = &rule.Rule{
	ID:       "no-title",
	Title:    "No title",
	Why:      "Without a title a reader cannot tell which role to read for.",
	Mend:     "Open with the title that you hold or aim at: backend engineer, Java developer.",
	Group:    rule.Opening,
	Severity: rule.Suggestion,
	Run:      runNoTitle,
}

func runNoTitle(p *rule.Pass) {
	if p.Has(fact.Title) || p.Doc.Words < 12 {
		return
	}
	if p.Level.Verdict == kb.Entry && (p.Has(fact.Project) || p.Has(fact.Education) || p.Has(fact.Contribution)) {
		return // an entry text may open with what was shipped
	}
	f := p.Report(tokens{p}.opening(), "Nothing here says what you are by trade.")
	f.Ask("Open with a title", "Which title do you hold, or aim at?")
}
