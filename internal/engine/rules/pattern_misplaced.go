package rules

import (
	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var patternMisplaced = &rule.Rule{
	ID:       "pattern-misplaced",
	Title:    "A pattern out of its relationship",
	Why:      "A pattern named on the wrong thing, or on nothing, tells a reviewer that the word was borrowed.",
	Mend:     "Name what the pattern stands between.",
	Group:    rule.Judgment,
	Severity: rule.Warning,
	Needs:    []fact.Kind{fact.Pattern},
	Run:      runPatternMisplaced,
}

func runPatternMisplaced(p *rule.Pass) {
	for i := range p.Facts {
		f := &p.Facts[i]
		if f.Kind != fact.Pattern {
			continue
		}
		row := p.PatternOf(f)
		if _, _, ok := p.Misplaced(f); ok {
			why := row.WrongWhy
			if why == "" {
				why = "It does not belong there."
			}
			g := p.ReportFact(i, "“"+p.Text(f)+"” stands on the wrong thing.")
			g.Mend = why
			continue
		}
		if need, missing := p.Unmet(f); missing && !concrete(p, int(f.Sentence)) {
			g := p.ReportFact(i, "“"+p.Text(f)+"” wants "+thingNames(p, need)+" beside it.")
			g.Ask("Say what it stands on", "Between which systems did "+row.Name+" stand?")
			g.Less(rule.Suggestion)
		}
	}
}

// concrete reports whether the sentence shows a system by other means: a number, a decision, a technology.
func concrete(p *rule.Pass, sentence int) bool {
	for i := range p.Facts {
		f := &p.Facts[i]
		if int(f.Sentence) != sentence {
			continue
		}
		switch f.Kind {
		case fact.Metric, fact.Tradeoff, fact.Outcome, fact.Artifact:
			return true
		case fact.Technology:
			switch p.TechnologyOf(f).Category {
			case "language", "runtime", "framework", "library":
			default:
				return f.Use <= fact.Former
			}
		}
	}
	return false
}

// thingNames lists what would meet a need, as a message says it.
func thingNames(p *rule.Pass, need []kb.Thingish) string {
	s := ""
	need = need[:min(len(need), 3)]
	for i, n := range need {
		name := ""
		switch n.Kind {
		case kb.KindThing:
			name = p.Base.Things[n.Row].Name
		case kb.KindTechnology:
			name = p.Base.Technologies[n.Row].Name
		case kb.KindPattern:
			name = p.Base.Patterns[n.Row].Name
		}
		switch {
		case i == 0:
		case i == len(need)-1:
			s += " or "
		default:
			s += ", "
		}
		s += name
	}
	return s
}
