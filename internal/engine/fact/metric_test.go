package fact

import (
	"bufio"
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/standfirst/standfirst/internal/engine/kb"
)

// metricsOf writes the metrics of a text as the table below does: kind, value, direction, percentile, of and noun.
func metricsOf(r *Reading) string {
	var out []string
	for i := range r.Facts {
		f := &r.Facts[i]
		if f.Kind != Metric {
			continue
		}
		m := &r.Metric[f.Metric]
		s := m.Kind.String()
		if m.HasFrom || m.HasTo {
			s += " "
			if m.HasFrom {
				s += amountText(m.From)
			}
			s += "→"
			if m.HasTo {
				s += amountText(m.To)
			}
		}
		if m.HasValue {
			s += " " + amountText(m.Value)
		}
		if m.HasStated {
			s += " by " + strconv.FormatFloat(m.Stated, 'g', 3, 64)
		}
		if m.Bound != Exact {
			s += " " + m.Bound.String()
		}
		if m.Percentile > 0 {
			s += " p" + strconv.FormatFloat(m.Percentile, 'g', -1, 64)
		}
		if m.Direction != Flat {
			s += [...]string{" down", "", " up"}[m.Direction+1]
		}
		if !m.Of.Empty() {
			s += " of " + r.Doc.Text[m.Of.Start:m.Of.End]
		}
		if !m.Noun.Empty() {
			s += " noun " + r.Doc.Text[m.Noun.Start:m.Noun.End]
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func amountText(q Quantity) string {
	s := strconv.FormatFloat(q.Value, 'g', 6, 64)
	if q.High != 0 {
		s = strconv.FormatFloat(q.Low, 'g', 6, 64) + "–" + strconv.FormatFloat(q.High, 'g', 6, 64)
	}
	s += q.Unit
	if q.Per != "" {
		s += "/" + q.Per
	}
	return s
}

func TestZZ(t *testing.T) {
	f, err := os.Open(os.Getenv("ZZ"))
	if err != nil {
		t.Skip()
	}
	rd := Reader{Base: kb.Default()}
	for sc := bufio.NewScanner(f); sc.Scan(); {
		var r Reading
		rd.Read(&r, sc.Text(), asOfTests)
		println("{" + strconv.Quote(sc.Text()) + ", " + strconv.Quote(metricsOf(&r)) + "},")
	}
}

// FuzzMetrics: no input panics, and every span stands on character boundaries.
func FuzzMetrics(f *testing.F) {
	for _, s := range []string{"Cut p99 from 820ms → 510ms (38% less) on the quote path.", "5.000.000 a day, 1 in 20,000 to 0", "half a, twice the, a third of the", "— −5% +120 % of", "• 28K\xff RPS é of of of", "from to from 3 to"} {
		f.Add(s)
	}
	rd := Reader{Base: kb.Default()}
	var r Reading
	f.Fuzz(func(t *testing.T, s string) {
		rd.Read(&r, s, asOfTests)
		for i := range r.Facts {
			if r.Facts[i].Kind != Metric {
				continue
			}
			m := &r.Metric[r.Facts[i].Metric]
			for _, sp := range [...][2]int{{r.Facts[i].Span.Start, r.Facts[i].Span.End}, {m.Of.Start, m.Of.End}, {m.Noun.Start, m.Noun.End}} {
				if sp[0] < 0 || sp[1] < sp[0] || sp[1] > len(s) || sp[0] < len(s) && utf8.ValidString(s) && !utf8.RuneStart(s[sp[0]]) || sp[1] < len(s) && utf8.ValidString(s) && !utf8.RuneStart(s[sp[1]]) {
					t.Fatalf("%q: span %v", s, sp)
				}
			}
		}
	})
}
