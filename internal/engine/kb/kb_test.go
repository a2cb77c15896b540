package kb

import (
	"testing"

	"github.com/standfirst/standfirst/internal/engine/lex"
)

func BenchmarkDecode(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, ok := Decode(blob); !ok {
			b.Fatal("bad blob")
		}
	}
}

func BenchmarkMatch(b *testing.B) {
	base := Default()
	var d lex.Doc
	d.Lex("Senior engineer, nine years, mostly Go. I run the metering pipeline of a cloud provider: 2.3M events a second from 14 regions into ClickHouse, late by less than 30 s at p99.9, and every invoice reproducible from the log. We dropped exactly-once in the collectors and made the aggregation idempotent instead, which halved the fleet (from 410 to 190 machines) and the pager load. Author of the error-budget policy that the billing group has used since 2024. Looking for work on systems where being wrong costs money.")
	var w []Word
	var m, s []Match
	b.Run("annotate", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			w = base.Annotate(&d, w[:0])
		}
	})
	b.Run("terms", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			m = base.Terms(&d, w, m[:0])
		}
	})
	b.Run("sayings", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			s = base.Sayings(&d, w, s[:0])
		}
	})
}
