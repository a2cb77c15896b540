package fact

import "github.com/standfirst/standfirst/internal/engine/lex"

// shareAxes gives the metrics of one list what one of them is of: "an ingest service at 45K req/s, p99 under 30 ms and 99.98%
// availability" are three axes of one service, and "p50 of 3 ms, p95 of 9 ms and p99 of 21 ms on checks" of one operation.
func (r *Reading) shareAxes() {
	for i := 1; i < len(r.drafts); i++ {
		if r.axis(i) {
			// "Berth holds at 14K per second and p99 of 55 ms": what is counted is what the other axis is of.
			if a, m := r.measure(i-1), r.measure(i); a != nil && m != nil && a.Of.Empty() && m.Of.Empty() && r.takesAxis(m) && a.Kind == Throughput &&
				!a.Noun.Empty() && a.Noun.End < r.Facts[r.drafts[i-1].fact].Span.Start {
				m.Of = a.Noun
			}
			if of := r.measure(i - 1); of != nil && !of.Of.Empty() && r.ownsList(i-1) {
				if m := r.measure(i); m != nil && m.Of.Empty() && r.takesAxis(m) {
					m.Of = of.Of
				}
			}
		}
	}
	for i := len(r.drafts) - 2; i >= 0; i-- {
		a, b := r.measure(i), r.measure(i+1)
		if a == nil || b == nil || !r.axis(i+1) || !a.Of.Empty() || b.Of.Empty() || a.Kind != b.Kind || a.Percentile == 0 || b.Percentile == 0 {
			continue
		}
		if b.Of.Start > r.Facts[r.drafts[i+1].fact].Span.End-1 {
			a.Of = b.Of
		}
	}
}

// measure is the metric of draft i, or nil where it gave none.
func (r *Reading) measure(i int) *Measure {
	if f := r.drafts[i].fact; f >= 0 {
		return &r.Metric[r.Facts[f].Metric]
	}
	return nil
}

// takesAxis: counts have nouns, money and sizes their own words.
func (r *Reading) takesAxis(m *Measure) bool {
	switch m.Kind {
	case Throughput, Latency, Uptime:
		return !m.HasStated
	}
	return false
}

// ownsList reports whether the list that draft i opens is the list of what it is of: the phrase stands before it and leads to it
// by "at", "with" or a verb, or is a label.
func (r *Reading) ownsList(i int) bool {
	m := r.measure(i)
	return m.Of.End <= r.Facts[r.drafts[i].fact].Span.Start && m.Noun.Empty() || m.Of.End <= r.Facts[r.drafts[i].fact].Span.Start && r.drafts[i].verb < 0
}

// axis reports whether nothing but a joint stands between draft i and the one before it.
func (r *Reading) axis(i int) bool {
	lo, hi := r.drafts[i-1].last, r.drafts[i].first
	if hi-lo > 5 {
		return false
	}
	joint := false
	for k := lo; k < hi; k++ {
		switch r.w(k) {
		case "and", "with", "at", "a", "an", "both":
			joint = true
			continue
		}
		if s := r.sym(k); s == ',' || s == '/' {
			joint = true
			continue
		}
		if measureTail(r.w(k)) || r.unitAt(k, "bound") != nil {
			continue
		}
		// "12k rps at on-sale and a p99": when, not what.
		if k == lo+1 && r.w(lo) == "at" || r.is(k, lex.Hyphen) && k <= lo+3 && r.w(lo) == "at" {
			continue
		}
		return false
	}
	return joint
}
