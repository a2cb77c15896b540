package fact

import (
	"testing"

	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/guide"
)

// galleryTexts are the summaries of the gallery and their weak twins: strong and weak prose of every level.
func galleryTexts() (out []string) {
	for _, x := range guide.Default().Examples {
		out = append(out, x.Text, x.Weak)
	}
	return out
}

// BenchmarkRead reads the whole gallery; ns/700B is what a summary of 700 bytes costs.
func BenchmarkRead(b *testing.B) {
	texts := galleryTexts()
	size := 0
	for _, s := range texts {
		size += len(s)
	}
	rd, r := Reader{Base: kb.Default()}, Reading{}
	for _, s := range texts {
		rd.Read(&r, s, asOfTests)
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range texts {
			rd.Read(&r, s, asOfTests)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(size)*700, "ns/700B")
}
