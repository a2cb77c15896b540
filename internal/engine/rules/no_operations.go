package rules

import (
	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var noOperations = &rule.Rule{
	ID:       "no-operations",
	Title:    "Nothing on running it",
	Why:      "Service levels, tracing and on-call are how a senior summary is told from a feature list.",
	Mend:     "Say how it was run: an SLO with its number, p99, tracing, the on-call rota, a post-incident review.",
	Group:    rule.Operations,
	Severity: rule.Warning,
	Levels:   []kb.Level{kb.Senior, kb.Staff},
	Run:      runNoOperations,
}

func runNoOperations(p *rule.Pass) {
	if p.Doc.Words < 30 {
		return
	}
	for i := range p.Facts {
		switch f := &p.Facts[i]; f.Kind {
		case fact.Practice:
			if p.Base.Practices[f.Row].Operations {
				return
			}
		case fact.Metric:
			if m := &p.Metric[f.Metric]; m.Percentile > 0 || m.Kind == fact.Uptime || m.Kind == fact.Incident || m.Kind == fact.Latency {
				return
			}
		case fact.Artifact, fact.Outcome:
			return
		case fact.Technology:
			if p.TechnologyOf(f).Category == "observability" && f.Use == fact.Current {
				return
			}
		}
	}
	t := tokens{p}
	f := p.Report(t.opening(), "Nothing here says how your systems are run.")
	f.Ask("Say how you ran it", "Which service level did it hold?", "Were you on call for it, and what did the last incident change?")
	if !p.Has(fact.Metric) {
		f.Less(rule.Suggestion) // the missing number comes first
	}
}
