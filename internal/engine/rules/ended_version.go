package rules

import (
	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var endedVersion = &rule.Rule{
	ID:       "ended-version",
	Title:    "The version has ended",
	Why:      "A version out of support reads as a system left behind, unless the text says that you moved off it.",
	Mend:     "Name the version you run now, or say that you moved off this one.",
	Group:    rule.Stack,
	Severity: rule.Suggestion,
	Needs:    []fact.Kind{fact.Technology},
	Run:      runEndedVersion,
}

func runEndedVersion(p *rule.Pass) {
	day := p.AsOf
	if p.Base.Date != 0 && p.Base.Date < day {
		day = p.Base.Date
	}
	for i := range p.Facts {
		f := &p.Facts[i]
		if f.Kind != fact.Technology || f.Use != fact.Current || f.Version.Empty() {
			continue
		}
		c := fact.CycleOf(p.TechnologyOf(f), p.Doc.Text[f.Version.Start:f.Version.End])
		if c == nil || c.Ended == 0 || c.Ended >= day || leftBehind(p, int(f.First)) {
			continue
		}
		p.ReportFact(i, p.TechnologyOf(f).Name+" "+c.Version+" has been out of support since "+c.Ended.String()+".")
	}
}

// leftBehind reports whether the words before token i say that what stands there is gone: "retired the last Python 2.7 import".
func leftBehind(p *rule.Pass, i int) bool {
	t := tokens{p}
	first, _ := t.clause(i)
	return t.find(max(first, i-6), i, "retired", "retiring", "retire", "replaced", "replacing", "removed", "decommissioned", "sunset", "killed", "ended", "outlived", "off", "from") >= 0
}
