package rules

import (
	"testing"

	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

const cleanText = "Senior engineer, nine years, mostly Go. I run the toll pipeline of a road operator: 1.3M events a second from 14 regions into ClickHouse, late by less than 30 s at p99.9. We dropped exactly-once in the collectors and made the sums idempotent instead, which halved the fleet. Author of the error-budget policy that billing has used since 2024. Looking for work on systems where being wrong costs money."

func TestRulesAllocateNothing(t *testing.T) {
	rd := fact.Reader{Base: kb.Default()}
	var reading fact.Reading
	rd.Read(&reading, cleanText, kb.Day(20261123))
	for _, r := range All {
		if !r.AppliesTo(reading.Level.Verdict) {
			continue
		}
		p := rule.Pass{Reading: &reading, Rule: r}
		r.Run(&p)
		if len(p.Findings) > 0 {
			if p.Findings[0].Severity >= rule.Warning {
				t.Errorf("%s warns of a clean text: %s", r.ID, p.Findings[0].Message)
			}
			continue // a suggestion allocates its words
		}
		if n := testing.AllocsPerRun(20, func() { r.Run(&p) }); n > 0 {
			t.Errorf("%s allocates %v times on a clean text", r.ID, n)
		}
	}
}

func BenchmarkRules(b *testing.B) {
	rd := fact.Reader{Base: kb.Default()}
	var reading fact.Reading
	rd.Read(&reading, cleanText, kb.Day(20261123))
	for _, r := range All {
		b.Run(r.ID, func(b *testing.B) {
			p := rule.Pass{Reading: &reading, Rule: r}
			for b.Loop() {
				r.Run(&p)
			}
		})
	}
}
