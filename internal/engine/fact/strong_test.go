package fact

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/standfirst/standfirst/internal/engine/kb"
)

// TestStrongTextsShowJudgment reads the strong summaries of the development corpus: at senior and staff each shows a trade-off, or
// an artifact of that level.
func TestStrongTextsShowJudgment(t *testing.T) {
	var r Reading
	for sc := corpus(t, "strong.jsonl"); sc.Scan(); {
		var c struct{ ID, Level, Text string }
		if err := json.Unmarshal(sc.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		readRows(t, &r, c.Text)
		t.Logf("%s %s: %s", c.ID, c.Level, listFacts(&r))
		if c.Level != "senior" && c.Level != "staff" {
			continue
		}
		ok := false
		for i := range r.Facts {
			f := &r.Facts[i]
			ok = ok || f.Kind == Tradeoff || f.Kind == Artifact && f.Level >= kb.Staff || f.Kind == Outcome && c.Level == "senior"
		}
		if !ok {
			t.Errorf("%s shows no judgment", c.ID)
		}
	}
}

// TestReadingJudgmentAllocatesNothing holds the extractors to the promise of package fact.
func TestReadingJudgmentAllocatesNothing(t *testing.T) {
	const s = "Staff engineer. Wrote the storage standard that 12 teams build to, argued a rewrite down in favour of a cache, accepting five-minute staleness. " +
		"A transactional outbox from Postgres into Kafka, no lost event in two years; Raft for the metadata. Deliberately kept one write region."
	var r Reading
	readRows(t, &r, s)
	if n := testing.AllocsPerRun(50, func() { readRows(t, &r, s) }); n > 0 {
		t.Errorf("%v allocations a reading", n)
	}
}

func BenchmarkReading(b *testing.B) {
	const s = "Staff engineer. Wrote the storage standard that 12 teams build to, argued a rewrite down in favour of a cache, accepting five-minute staleness. " +
		"A transactional outbox from Postgres into Kafka, no lost event in two years; Raft for the metadata. Deliberately kept one write region."
	var r Reading
	readRows(b, &r, s)
	b.ReportAllocs()
	for b.Loop() {
		readRows(b, &r, s)
	}
}

// TestShuffledWordsAreRead reads word salads made of all example lines: any order of words must be read, with every fact in range
// and every placement pointing at a fact.
func TestShuffledWordsAreRead(t *testing.T) {
	set, _ := rowSet()
	var words []string
	for _, e := range set.Examples {
		words = append(words, strings.Fields(e.Text)...)
	}
	rng := rand.New(rand.NewPCG(1, 2))
	var r Reading
	for range 1500 {
		var b strings.Builder
		for range 3 + rng.IntN(50) {
			b.WriteString(words[rng.IntN(len(words))])
			b.WriteByte(" ,;\n"[min(3, rng.IntN(60)/18)])
		}
		readRows(t, &r, b.String())
		for i := range r.Facts {
			f := &r.Facts[i]
			if f.First < 0 || f.Last <= f.First || int(f.Last) > len(r.Doc.Tokens) || f.Span.Empty() {
				t.Fatalf("%v [%d,%d) in %q", f.Kind, f.First, f.Last, b.String())
			}
			for _, k := range f.Placed {
				if int(k) > len(r.Facts) {
					t.Fatalf("placed with fact %d of %d", k, len(r.Facts))
				}
			}
			r.Unmet(f)
			r.Misplaced(f)
		}
	}
}
