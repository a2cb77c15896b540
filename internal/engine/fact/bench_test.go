package fact

import (
	"testing"

	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/guide"
)

// BenchmarkRead reads the summaries of the gallery and their weak twins: strong and weak prose of every level. Its ns/700B is
// what a summary of 700 bytes costs. The parts that need no reading before them have figures of their own; for the extractors,
// ask a profile of "all" to list Read by line.
func BenchmarkRead(b *testing.B) {
	var texts []string
	size := 0
	for _, x := range guide.Default().Examples {
		texts = append(texts, x.Text, x.Weak)
		size += len(x.Text) + len(x.Weak)
	}
	rd, r := Reader{Base: kb.Default()}, Reading{}
	measure := func(name string, one func(s string)) {
		b.Run(name, func(b *testing.B) {
			for _, s := range texts {
				one(s)
			}
			b.ReportAllocs()
			for b.Loop() {
				for _, s := range texts {
					one(s)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(size)*700, "ns/700B")
		})
	}
	words := func(s string) {
		r.Doc.Lex(s)
		r.Words = rd.Base.Annotate(&r.Doc, r.Words[:0])
	}
	measure("all", func(s string) { rd.Read(&r, s, asOfTests) })
	measure("words", words)
	measure("words+terms", func(s string) {
		words(s)
		r.Terms = rd.Base.Terms(&r.Doc, r.Words, r.Terms[:0])
	})
	measure("words+sayings", func(s string) {
		words(s)
		r.Says = rd.Base.Sayings(&r.Doc, r.Words, r.Says[:0])
	})
}
