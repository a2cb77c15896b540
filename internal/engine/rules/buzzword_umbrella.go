package rules

import (
	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/lex"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var buzzwordUmbrella = &rule.Rule{
	ID:       "buzzword-umbrella",
	Title:    "An umbrella word with nothing under it",
	Why:      "It names a field and not a thing you did; every second summary has it.",
	Mend:     "Name the pattern, and what it stood on: an outbox from Postgres into Kafka.",
	Group:    rule.Judgment,
	Severity: rule.Warning,
	Run:      runBuzzwordUmbrella,
}

func runBuzzwordUmbrella(p *rule.Pass) {
	t := tokens{p}
	sentence := -1
	report := func(first, last int, light bool) {
		s := p.Doc.SentenceOf(first)
		if s == sentence || t.fact(fact.Title, first) >= 0 || inWish(p, first) || substance(p, s, first, last) {
			return
		}
		sentence = s
		sp := p.Span(first, last)
		f := p.Report(sp, "“"+p.Doc.Text[sp.Start:sp.End]+"” names a field and no pattern, system or number.")
		f.Ask("Name what stands under it", "Which pattern did you use, and between which systems?")
		if light || scaleClaimed(p, s) || saidIn(p, "filler", first-1, last) || saidIn(p, "soft-skill", first, last) {
			f.Less(rule.Suggestion)
		}
		ease(p)
	}
	for n := nextSaying(p, "umbrella", 0); n >= 0; n = nextSaying(p, "umbrella", n+1) {
		m := &p.Says[n]
		report(int(m.First), int(m.Last), p.Base.Phrases[m.Row].Light)
	}
}

// substance reports whether the sentence gives an umbrella word something to cover: a pattern, a number, an artifact, or a
// technology that it stands on.
func substance(p *rule.Pass, sentence, first, last int) bool {
	t := tokens{p}
	for i := range p.Facts {
		f := &p.Facts[i]
		if int(f.Sentence) != sentence || int(f.First) >= first && int(f.Last) <= last {
			continue // what is part of the umbrella's own words is not under it
		}
		switch f.Kind {
		case fact.Pattern, fact.Artifact, fact.Tradeoff, fact.Outcome, fact.Contribution:
			return true
		case fact.Metric:
			// "at two companies" counts employers, not what was built.
			if m := &p.Metric[f.Metric]; m.Kind < fact.Adoption || m.Value.Value > 12 || m.HasFrom || !t.in(int(f.First)-1, "at", "for", "in", "with") {
				return true
			}
		case fact.Technology:
			// "event-driven ledger on Kafka", "event-driven services, Kafka-backed"
			if d := int(f.First) - last; d >= 0 && d <= 4 && (t.in(int(f.First)-1, "on", "over", "through", "atop", "behind") || t.in(int(f.Last), "backed", "based") && t.is(int(f.Last), lex.Hyphen)) {
				return true
			}
		}
	}
	return false
}

// scaleClaimed reports whether unquantified-scale warns of a sentence: one warning there is enough.
func scaleClaimed(p *rule.Pass, sentence int) bool {
	for n := nextSaying(p, "scale-word", 0); n >= 0; n = nextSaying(p, "scale-word", n+1) {
		m := &p.Says[n]
		if p.Doc.SentenceOf(int(m.First)) == sentence && !p.Base.Phrases[m.Row].Light && !backed(p, sentence, int(m.First), false) {
			return true
		}
	}
	return false
}
