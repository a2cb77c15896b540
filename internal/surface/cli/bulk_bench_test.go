package cli

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"testing"
	"time"

	"github.com/standfirst/standfirst/internal/engine/report"
	"github.com/standfirst/standfirst/internal/guide"
)

// BenchmarkBulk is check --from jsonl --format jsonl over the gallery and its weak twins; the figure to look at is summaries/s, a core.
func BenchmarkBulk(b *testing.B) {
	var in []byte
	n := 0
	for len(in) < 2<<20 {
		for _, e := range guide.Default().Examples {
			for _, s := range []string{e.Text, e.Weak} {
				in = append(in, `{"id":"`...)
				in = strconv.AppendInt(in, int64(n), 10)
				in = append(in, `","text":`...)
				in = report.AppendString(in, s)
				in = append(in, "}\n"...)
				n++
			}
		}
	}
	b.SetBytes(int64(len(in)))
	b.ReportAllocs()
	for b.Loop() {
		var errs bytes.Buffer
		sys := System{In: bytes.NewReader(in), Out: io.Discard, Err: &errs, Env: func(string) string { return "" }, Now: time.Now}
		if status := Run([]string{"check", "--no-config", "--from", "jsonl", "--format", "jsonl", "-"}, sys); status == Broken {
			b.Fatal(fmt.Sprint(errs.String()))
		}
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "summaries/s")
}
