package arith

import (
	"strings"

	"github.com/standfirst/standfirst/internal/engine/fact"
)

// Downtime is how many seconds a year an availability leaves, and whether the measure is an availability.
func Downtime(m *fact.Measure) (float64, bool) {
	q, ok := now(m)
	if !ok || m.Kind != fact.Uptime || q.Unit != "ratio" || q.High > 0 || q.Value <= 0.5 || q.Value >= 1 {
		return 0, false
	}
	// 1-0.9999 is not exactly a ten-thousandth.
	return round(1-q.Value, 12) * year, true
}

// StatedDowntime finds, for an availability, a downtime that the text states beside it, in seconds a year.
func StatedDowntime(r *fact.Reading, i int) (k int, perYear float64) {
	for k = range r.Facts {
		o := measure(r, k)
		if o == nil || k == i || o.Kind != fact.Uptime || !sameSentence(r, i, k) {
			continue
		}
		q, ok := now(o)
		if !ok || q.Unit != "s" {
			continue
		}
		if times := timesYear(r, k); times > 0 {
			return k, high(q) * times
		}
	}
	return -1, 0
}

// timesYear reads over which period a downtime is counted: the first word of a period behind it in the sentence.
func timesYear(r *fact.Reading, k int) float64 {
	f := &r.Facts[k]
	last := int(r.Doc.Sentences[f.Sentence].Last)
	for t := int(f.First); t < last && t < int(f.Last)+8; t++ {
		switch w := r.Doc.Str(t); {
		case fold(w, "year") || fold(w, "yearly") || fold(w, "annual") || fold(w, "annually"):
			return 1
		case fold(w, "quarter"):
			return 4
		case fold(w, "month") || fold(w, "monthly"):
			return 12
		case fold(w, "week") || fold(w, "weekly"):
			return 365.25 / 7
		}
	}
	return 0
}

func fold(a, b string) bool { return strings.EqualFold(a, b) }

// DowntimeAgrees compares an availability with a downtime a year that the text states: more than it leaves is a
// contradiction, less is merely better.
func DowntimeAgrees(allowed, stated float64) bool { return stated <= allowed*1.1 }

func uptime(r *fact.Reading, i int) (says string, down int, agrees bool) {
	m := measure(r, i)
	if m == nil {
		return "", -1, true
	}
	allowed, ok := Downtime(m)
	if !ok {
		return "", -1, true
	}
	q, _ := now(m)
	says = Amount(q) + " allows " + Duration(allowed) + " down a year"
	k, stated := StatedDowntime(r, i)
	if k < 0 {
		return says, -1, true
	}
	if !DowntimeAgrees(allowed, stated) {
		return says + ", but the text says " + Duration(stated), k, false
	}
	return says + "; the text says " + Duration(stated), k, true
}

// Disordered finds, for a latency at a percentile, the latency of the same thing at a higher percentile that is lower, or -1.
func Disordered(r *fact.Reading, i int) int {
	if k, agrees := nextPercentile(r, i); k >= 0 && !agrees {
		return k
	}
	return -1
}

// nextPercentile finds the measure of the same thing at the next higher percentile, or one that contradicts, and whether the
// two are in order.
func nextPercentile(r *fact.Reading, i int) (k int, agrees bool) {
	m := measure(r, i)
	if m == nil || m.Percentile == 0 || m.Kind != fact.Latency {
		return -1, true
	}
	v, ok := now(m)
	if !ok {
		return -1, true
	}
	k = -1
	best := 101.0
	for j := range r.Facts {
		o := measure(r, j)
		if j == i || o == nil || o.Kind != fact.Latency || o.Percentile <= m.Percentile || !sameSentence(r, i, j) || !sameSubject(r, i, j) {
			continue
		}
		w, ok := now(o)
		if !ok || w.Unit != v.Unit {
			continue
		}
		if !ordered(v, m.Bound, w, o.Bound) || m.HasFrom && o.HasFrom && m.From.Unit == o.From.Unit && low(m.From) > high(o.From) {
			return j, false
		}
		if o.Percentile < best {
			best, k = o.Percentile, j
		}
	}
	return k, true
}

// ordered reports whether the lower percentile can be no more than the higher one. "p50 under 90 ms, p99 80 ms" can.
func ordered(v fact.Quantity, vb fact.Bound, w fact.Quantity, wb fact.Bound) bool {
	if vb == fact.Under || vb == fact.AtMost || wb == fact.AtLeast || wb == fact.Over {
		return !(vb == wb && low(v) > high(w))
	}
	return low(v) <= high(w)
}

func percentileOf(r *fact.Reading, i int) string {
	m := measure(r, i)
	q, _ := now(m)
	return "p" + exact(m.Percentile) + " at " + Amount(q)
}
