package engine

import (
	"testing"

	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/guide"
)

// Lexing, reading and running the rules allocate nothing for a text in which no rule finds a fault.
func BenchmarkRead(b *testing.B) {
	e := New(kb.Default(), Options{})
	texts := faultless(e)
	s := e.pool.Get().(*session)
	bytes := 0
	for _, t := range texts {
		bytes += len(t)
	}
	b.SetBytes(int64(bytes / len(texts)))
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		e.read(s, texts[i%len(texts)], CheckOptions{AsOf: 20261123})
		e.run(s, CheckOptions{AsOf: 20261123})
		i++
	}
}

func TestReadAllocatesNothing(t *testing.T) {
	if raced {
		t.Skip("the race detector allocates for itself")
	}
	e := New(kb.Default(), Options{})
	s := e.pool.Get().(*session)
	for _, str := range faultless(e) {
		n := testing.AllocsPerRun(5, func() {
			e.read(s, str, CheckOptions{AsOf: 20261123})
			e.run(s, CheckOptions{AsOf: 20261123})
		})
		if n != 0 {
			t.Fatalf("%v allocations for %q", n, str) // one is enough to look at
		}
	}
}

// faultless are the texts of the gallery in which no rule finds a fault.
func faultless(e *Engine) (out []string) {
	s := e.pool.Get().(*session)
	for _, x := range guide.Default().Examples {
		e.read(s, x.Text, CheckOptions{AsOf: 20261123})
		e.run(s, CheckOptions{AsOf: 20261123})
		if len(s.pass.Findings) == 0 {
			out = append(out, x.Text)
		}
	}
	return out
}
