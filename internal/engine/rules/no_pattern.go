package rules

import (
	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var noPattern = &rule.Rule{
	ID:       "no-pattern",
	Title:    "No pattern is named",
	Why:      "A pattern by its name, in its place, is the shortest proof of judgment.",
	Mend:     "Name the one pattern that your system stands on, and what it stands between.",
	Group:    rule.Judgment,
	Severity: rule.Suggestion,
	Levels:   []kb.Level{kb.Senior, kb.Staff},
	Run:      runNoPattern,
}

func runNoPattern(p *rule.Pass) {
	if p.Has(fact.Pattern) || p.Has(fact.Tradeoff) || p.Doc.Words < 40 {
		return
	}
	for i := range p.Facts {
		if f := &p.Facts[i]; f.Kind == fact.Metric || f.Kind == fact.Ownership {
			p.ReportFact(i, "No pattern or decision stands behind this.").Ask("Name the pattern", "Which pattern made it work, and between which systems?")
			return
		}
	}
}
