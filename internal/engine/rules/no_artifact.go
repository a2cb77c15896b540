package rules

import (
	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var noArtifact = &rule.Rule{
	ID:       "no-artifact",
	Title:    "No artifact that others use",
	Why:      "A staff engineer is known by what other teams build on: a standard, a charter, a review board.",
	Mend:     "Name one artifact, and how many teams or services follow it.",
	Group:    rule.Judgment,
	Severity: rule.Warning,
	Levels:   []kb.Level{kb.Staff},
	Run:      runNoArtifact,
}

func runNoArtifact(p *rule.Pass) {
	if p.Doc.Words < 25 {
		return
	}
	for i := range p.Facts {
		if f := &p.Facts[i]; f.Kind == fact.Artifact {
			return
		}
	}
	at := tokens{p}.opening()
	if i := p.OwnTitle(); i >= 0 {
		at = p.Facts[i].Span
	}
	f := p.Report(at, "No artifact is named that other engineers use.")
	f.Ask("Name the artifact", "Which document, standard or board of yours do other teams follow, and how many do?")
	if !p.Has(fact.Metric) && !p.Has(fact.Outcome) {
		f.Less(rule.Suggestion) // the missing number comes first
	}
}
