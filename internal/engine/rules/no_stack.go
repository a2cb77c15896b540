package rules

import (
	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var noStack = &rule.Rule{
	ID:       "no-stack",
	Title:    "No technology is named",
	Why:      "Stack relevance is the first thing that is looked for; without a name there is nothing to find.",
	Mend:     "Name the language, the framework and the datastore of your last system, with a version.",
	Group:    rule.Stack,
	Severity: rule.Warning,
	Run:      runNoStack,
}

func runNoStack(p *rule.Pass) {
	for i := range p.Facts {
		if f := &p.Facts[i]; f.Kind == fact.Technology && f.Use <= fact.Former {
			return
		}
	}
	if p.Doc.Words < 15 {
		return
	}
	f := p.Report(tokens{p}.opening(), "No language, framework or datastore is named.")
	f.Ask("Name the stack", "Which language, framework, datastore and broker did your last system stand on, and in which versions?")
	if p.Level.Verdict == kb.Staff {
		f.Less(rule.Suggestion) // a staff text may lead with scope
	}
}
