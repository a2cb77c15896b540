package rules

import (
	"strconv"

	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var buriedLede = &rule.Rule{
	ID:       "buried-lede",
	Title:    "The strongest outcome comes last",
	Why:      "The first scan reads some thirty words; an outcome behind them is not seen.",
	Mend:     "Move the outcome into the first sentence, beside the title.",
	Group:    rule.Opening,
	Severity: rule.Warning,
	Needs:    []fact.Kind{fact.Metric},
	Run:      runBuriedLede,
}

// runBuriedLede looks for the strongest number of the text: one that stands only in the last part, behind sentences that say less.
func runBuriedLede(p *rule.Pass) {
	if p.Doc.Words < 42 {
		return
	}
	first := -1
	for i := range p.Facts {
		if strongOutcome(p, i) {
			first = i
			break
		}
	}
	if first < 0 {
		return
	}
	before := wordsBefore(p, int(p.Facts[first].First))
	if before < 30 || before*100 < p.Doc.Words*52 {
		return
	}
	// Concrete work in front is no generality: an artifact, a pattern, a decision, an outcome.
	concrete := 0
	for i := 0; i < first; i++ {
		switch f := &p.Facts[i]; f.Kind {
		case fact.Artifact, fact.Pattern, fact.Tradeoff, fact.Outcome, fact.Project, fact.Contribution:
			concrete++
		case fact.Metric:
			if k := p.Metric[f.Metric].Kind; k != fact.Scale && k != fact.Other {
				concrete++
			}
		}
	}
	if concrete > 1 {
		return
	}
	f := p.ReportFact(first, "“"+p.Text(&p.Facts[first])+"” is the strongest thing here and comes after "+strconv.Itoa(before)+" words.")
	f.Fixes = append(f.Fixes, rule.Fix{Title: "Move it into the first sentence", Facts: []int32{int32(first)}, Asks: []string{"What was the system that reached it, in three words?"}})
}

// strongOutcome reports whether fact i is a number of a running system, of the kinds that count as an outcome.
func strongOutcome(p *rule.Pass, i int) bool {
	f := &p.Facts[i]
	if f.Kind != fact.Metric {
		return f.Kind == fact.Outcome && f.Metric >= 0
	}
	m := &p.Metric[f.Metric]
	switch m.Kind {
	case fact.Throughput, fact.Latency, fact.Volume, fact.Uptime, fact.Cost, fact.Incident:
		return true
	case fact.PercentChange:
		return m.HasFrom || m.HasTo || !vague(p.Doc.Text[m.Of.Start:m.Of.End]) // "40% better performance" is no lede
	case fact.Adoption, fact.DataSize:
		return m.HasFrom || m.HasStated || m.Value.Value >= 100
	case fact.Scale:
		return m.HasFrom && m.HasTo || m.Value.Value >= 10_000 // "600K sockets" is a load, "12 topics" is none
	}
	return m.HasFrom && m.HasTo
}

// wordsBefore counts the words in front of token i.
func wordsBefore(p *rule.Pass, i int) int {
	n := 0
	for k := 0; k < i; k++ {
		if p.Doc.CountsAsWord(k) {
			n++
		}
	}
	return n
}
