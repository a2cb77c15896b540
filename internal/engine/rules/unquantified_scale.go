package rules

import (
	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var unquantifiedScale = &rule.Rule{
	ID:       "unquantified-scale",
	Title:    "Scale without a number",
	Why:      "Everyone claims it, so it says nothing until a number stands beside it.",
	Mend:     "Give the number, highest in this order: throughput, latency, volume, availability, cost.",
	Group:    rule.Scale,
	Severity: rule.Warning,
	Run:      runUnquantifiedScale,
}

func runUnquantifiedScale(p *rule.Pass) {
	sentence := -1
	for n := nextSaying(p, "scale-word", 0); n >= 0; n = nextSaying(p, "scale-word", n+1) {
		m := &p.Says[n]
		s := p.Doc.SentenceOf(int(m.First))
		light := p.Base.Phrases[m.Row].Light
		if s == sentence || backed(p, s, int(m.First), light) || inWish(p, int(m.First)) {
			continue
		}
		sentence = s
		first, last := int(m.First), int(m.Last)
		f := p.Report(p.Span(first, last), "“"+p.Doc.Text[p.Span(first, last).Start:p.Span(first, last).End]+"” claims scale and gives no number.")
		f.Ask("Give the number", "How many requests a second, at which latency?", "How many users, events or rows?")
		if light {
			f.Less(rule.Suggestion)
		}
		ease(p)
	}
}

// backed reports whether a number of the sentence, or of the next where the word is a light one, bears the claim out.
func backed(p *rule.Pass, sentence, at int, light bool) bool {
	for i := range p.Facts {
		f := &p.Facts[i]
		if f.Kind != fact.Metric && f.Kind != fact.Outcome {
			continue
		}
		near := int(f.Sentence) == sentence || int(f.Sentence) == sentence+1 && (light || int(f.First)-at < 24) || int(f.Sentence) == sentence-1 && light
		if !near {
			continue
		}
		if f.Kind == fact.Outcome {
			if f.Metric < 0 && saidIn(p, "scale-word", int(f.First), int(f.Last)) {
				continue // "without breaking a sweat" is the claim again
			}
			return true
		}
		switch p.Metric[f.Metric].Kind {
		case fact.PercentChange, fact.Scale, fact.Other: // a count in another sentence is about something else
			if int(f.Sentence) == sentence {
				return true
			}
		default:
			return true
		}
	}
	return false
}

// inWish reports whether token i stands in the closing, where people say what they want.
func inWish(p *rule.Pass, i int) bool { return tokens{p}.fact(fact.Closing, i) >= 0 }
