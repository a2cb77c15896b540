package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"strings"

	"github.com/standfirst/standfirst/internal/engine/fact"
)

type labelQuantity struct {
	Value, Low, High float64
	Unit, Per        string
}

// UnmarshalJSON takes a bare number too: the unit is then the metric's.
func (q *labelQuantity) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] != '{' {
		return json.Unmarshal(b, &q.Value)
	}
	type plain labelQuantity
	return json.Unmarshal(b, (*plain)(q))
}

type labelMetric struct {
	Text, Kind, Unit, Bound, Direction, Of, Per, Noun string
	Value                                             *float64
	Low, High, Percentile, Change                     float64
	From, To                                          *labelQuantity
}

// metrics holds the readings of metrics.jsonl against their labels: every slot exactly.
func metrics(ev *evaluation) error { return metricsIn(ev, "data/metrics.jsonl", "") }

func metricsIn(ev *evaluation, file, prefix string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	total, right, found, extra, noneLines, noneWrong := 0, 0, 0, 0, 0, 0
	slots := map[string][2]int{}
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		var x struct {
			Text    string
			Metrics []labelMetric
		}
		if err := json.Unmarshal(sc.Bytes(), &x); err != nil {
			return err
		}
		var r fact.Reading
		ev.reader.Read(&r, x.Text, ev.asOf)
		var got []*fact.Fact
		for i := range r.Facts {
			if r.Facts[i].Kind == fact.Metric {
				got = append(got, &r.Facts[i])
			}
		}
		if len(x.Metrics) == 0 {
			noneLines++
			if len(got) > 0 {
				noneWrong++
				for _, g := range got {
					ev.disagree(prefix+"metrics", x.Text, "no metric", describe(&r, g))
				}
			}
			continue
		}
		used := map[*fact.Fact]bool{}
		at := 0
		for _, want := range x.Metrics {
			total++
			k := strings.Index(x.Text[at:], want.Text)
			if k < 0 {
				at, k = 0, strings.Index(x.Text, want.Text)
			}
			start, end := at+k, at+k+len(want.Text)
			var best *fact.Fact
			overlap := 0
			for _, g := range got {
				if o := min(g.Span.End, end) - max(g.Span.Start, start); o > overlap && !used[g] {
					best, overlap = g, o
				}
			}
			if best == nil {
				ev.disagree(prefix+"metrics", x.Text, fmt.Sprintf("%q %s", want.Text, want.Kind), "nothing")
				continue
			}
			at = start
			used[best] = true
			found++
			wrong := compare(&r, best, want, slots)
			if len(wrong) == 0 {
				right++
			} else {
				ev.disagree(prefix+"metrics", x.Text, fmt.Sprintf("%q %s", want.Text, strings.Join(wrong, "; ")), describe(&r, best))
			}
		}
		for _, g := range got {
			if !used[g] {
				extra++
				ev.disagree(prefix+"metrics", x.Text, "nothing", describe(&r, g))
			}
		}
	}
	goal := func(g float64) float64 {
		if prefix != "" {
			return 0
		}
		return g
	}
	ev.row(prefix+"metrics: found", ratio(found, total), goal(.97))
	ev.row(prefix+"metrics: extra", ratio(extra, total), 0)
	ev.row(prefix+"metrics: all slots right", ratio(right, total), goal(.95))
	for _, s := range []string{"kind", "value", "unit", "percentile", "bound", "direction", "per", "of", "noun"} {
		ev.row(prefix+"metrics: "+s, ratio(slots[s][0], slots[s][1]), goal(.95))
	}
	ev.row(prefix+"metrics: silent lines", ratio(noneLines-noneWrong, noneLines), goal(.95))
	return sc.Err()
}

func compare(r *fact.Reading, f *fact.Fact, want labelMetric, slots map[string][2]int) (wrong []string) {
	m := &r.Metric[f.Metric]
	check := func(slot string, ok bool, got, want any) {
		s := slots[slot]
		s[1]++
		if ok {
			s[0]++
		} else {
			wrong = append(wrong, fmt.Sprintf("%s %v", slot, want))
		}
		slots[slot] = s
	}
	check("kind", m.Kind.String() == want.Kind, m.Kind, want.Kind)
	check("percentile", m.Percentile == want.Percentile, m.Percentile, want.Percentile)
	check("bound", m.Bound.String() == want.Bound, m.Bound, want.Bound)
	dir := [...]string{"down", "", "up"}[m.Direction+1]
	check("direction", dir == want.Direction, dir, want.Direction)
	near := func(a, b float64) bool {
		return math.Abs(a-b) <= 1e-6*math.Max(1e-3, math.Abs(b)) || math.Abs(a-b) < 6e-4 && math.Abs(b) < 30 && b != 0 && math.Abs(a-b)/math.Abs(b) < .002
	}
	side := func(has bool, q fact.Quantity, l *labelQuantity) bool {
		if l == nil {
			return !has
		}
		return has && near(q.Value, l.Value) && near(q.Low, l.Low) && near(q.High, l.High)
	}
	value := side(m.HasFrom, m.From, want.From) && side(m.HasTo, m.To, want.To)
	switch {
	case want.Value != nil:
		value = value && m.HasValue && near(m.Value.Value, *want.Value)
	case want.High != 0:
		value = value && m.HasValue && near(m.Value.Low, want.Low) && near(m.Value.High, want.High)
	}
	if want.Change != 0 {
		value = value && m.HasStated && near(m.Stated, want.Change)
	} else {
		value = value && !m.HasStated
	}
	check("value", value, "", fmt.Sprintf("%v", show(want)))
	unit, wantUnit := m.Value.Unit, want.Unit
	per, wantPer := m.Value.Per, want.Per
	if m.HasTo {
		unit, per = m.To.Unit, m.To.Per
	} else if m.HasFrom {
		unit, per = m.From.Unit, m.From.Per
	}
	if want.To != nil {
		wantUnit = orElse(want.To.Unit, want.Unit)
		if want.To.Per != "" {
			wantPer = want.To.Per
		}
	} else if want.From != nil {
		wantUnit = orElse(want.From.Unit, want.Unit)
		if want.From.Per != "" {
			wantPer = want.From.Per
		}
	}
	if wantUnit != "" {
		check("unit", unit == wantUnit, unit, wantUnit)
	}
	switch wantPer {
	case "", "day", "week", "month", "quarter", "year", "night":
		if wantPer == "night" {
			wantPer = "day"
		}
		if want.Change == 0 || want.From != nil {
			check("per", per == wantPer, per, wantPer)
		}
	}
	check("of", lower(r.Doc.Text[m.Of.Start:m.Of.End]) == lower(want.Of), "", want.Of)
	if want.Noun != "" {
		check("noun", lower(r.Doc.Text[m.Noun.Start:m.Noun.End]) == want.Noun, "", want.Noun)
	}
	return wrong
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

func lower(s string) string { return strings.ToLower(s) }

func show(m labelMetric) string {
	b, _ := json.Marshal(struct {
		V        *float64       `json:",omitempty"`
		L, H, C  float64        `json:",omitempty"`
		From, To *labelQuantity `json:",omitempty"`
	}{m.Value, m.Low, m.High, m.Change, m.From, m.To})
	return string(b)
}

func describe(r *fact.Reading, f *fact.Fact) string {
	s := fmt.Sprintf("%q", r.Text(f))
	if f.Kind == fact.Metric {
		m := &r.Metric[f.Metric]
		s += fmt.Sprintf(" %s %s dir=%d p=%v of=%q noun=%q", m.Kind, m.Bound, m.Direction, m.Percentile, r.Doc.Text[m.Of.Start:m.Of.End], r.Doc.Text[m.Noun.Start:m.Noun.End])
		if m.HasValue {
			s += fmt.Sprintf(" value=%v", m.Value)
		}
		if m.HasFrom {
			s += fmt.Sprintf(" from=%v", m.From)
		}
		if m.HasTo {
			s += fmt.Sprintf(" to=%v", m.To)
		}
		if m.HasStated {
			s += fmt.Sprintf(" stated=%v", m.Stated)
		}
	}
	return s
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 1
	}
	return float64(a) / float64(b)
}
