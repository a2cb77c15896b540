package rules

import (
	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var metricWithoutTradeoff = &rule.Rule{
	ID:       "metric-without-tradeoff",
	Title:    "A number without its price",
	Why:      "At this level a reader knows that every gain cost something; a number alone looks lucky or inflated.",
	Mend:     "Add what you accepted in exchange, or what you chose it over.",
	Group:    rule.Judgment,
	Severity: rule.Warning,
	Levels:   []kb.Level{kb.Senior, kb.Staff},
	Needs:    []fact.Kind{fact.Metric},
	Run:      runMetricWithoutTradeoff,
}

func runMetricWithoutTradeoff(p *rule.Pass) {
	if p.Has(fact.Tradeoff) {
		return
	}
	best := -1
	for i := range p.Facts {
		f := &p.Facts[i]
		if f.Kind != fact.Metric {
			continue
		}
		switch m := &p.Metric[f.Metric]; m.Kind {
		case fact.Throughput, fact.Latency, fact.Volume, fact.Uptime, fact.Cost, fact.Incident, fact.PercentChange:
			if best < 0 || m.Kind < p.Metric[p.Facts[best].Metric].Kind {
				best = i
			}
		case fact.Adoption, fact.DataSize:
			if (m.HasFrom || m.HasStated) && best < 0 {
				best = i
			}
		}
	}
	if best < 0 {
		return
	}
	f := p.ReportFact(best, "“"+p.Text(&p.Facts[best])+"”: what did it cost, or what did you decide against?")
	if p.Level.Verdict == kb.Senior && hasPattern(p) {
		f.Less(rule.Suggestion) // a pattern by its name is most of the judgment that is missed here
	}
	f.Ask("Add the trade-off", "What did you accept in exchange?", "Which other way did you decide against, and why?")
}

// hasPattern reports whether a pattern is named that is no umbrella.
func hasPattern(p *rule.Pass) bool {
	for i := range p.Facts {
		if f := &p.Facts[i]; f.Kind == fact.Pattern && !p.PatternOf(f).Umbrella {
			return true
		}
	}
	return false
}
