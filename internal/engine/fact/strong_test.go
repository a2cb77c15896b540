package fact

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/standfirst/standfirst/internal/engine/kb"
)

// TestStrongTextsShowJudgment reads the strong summaries of the development corpus: at senior and staff each shows a trade-off, or
// an artifact of that level.
func TestStrongTextsShowJudgment(t *testing.T) {
	var r Reading
	for _, line := range strings.Split(strings.TrimSpace(corpusFile(t, "strong.jsonl")), "\n") {
		var c struct{ ID, Level, Text string }
		if err := json.Unmarshal([]byte(line), &c); err != nil {
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

// TestDump prints the facts of a corpus file, for reading: STANDFIRST_DUMP=summaries.jsonl go test -run TestDump -v.
func TestDump(t *testing.T) {
	name := os.Getenv("STANDFIRST_DUMP")
	if name == "" {
		t.Skip("set STANDFIRST_DUMP to a corpus file to print its facts")
	}
	var r Reading
	for _, line := range strings.Split(strings.TrimSpace(corpusFile(t, name)), "\n") {
		var c struct{ ID, Text string }
		if err := json.Unmarshal([]byte(line), &c); err != nil {
			t.Fatal(err)
		}
		readRows(t, &r, c.Text)
		t.Logf("%s: %s\n    %s", c.ID, c.Text, listFacts(&r))
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
