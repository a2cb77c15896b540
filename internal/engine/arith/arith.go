// Package arith does the sums that a reviewer does in their head: what a change comes to, what a day's volume is a second,
// how long an availability lets a system be down, and whether the numbers of a text agree with each other.
//
// The checks allocate nothing; [Notes] says their results in words. The rules about truth use the same checks, so a finding
// and a note can never disagree.
package arith

import "github.com/standfirst/standfirst/internal/engine/fact"

// Note is one sum.
type Note struct {
	Facts  []int32 // indexes of the facts it is about
	Says   string
	Agrees bool // false where the text contradicts itself
}

// Notes are the sums of a text, in the order of its facts.
func Notes(r *fact.Reading) []Note {
	var out []Note
	add := func(n Note) { out = append(out, n) }
	for i := range r.Facts {
		f := &r.Facts[i]
		if f.Kind == fact.Years {
			if whole := TooManyYears(r, i); whole >= 0 {
				add(Note{ids(whole, i), exact(f.Years) + " years do not fit into the " + exact(r.Facts[whole].Years) + " years in all", false})
			}
			continue
		}
		if f.Metric < 0 {
			continue
		}
		m := &r.Metric[f.Metric]
		if Impossible(m) {
			add(Note{ids(i), "a cut of " + percent(abs(m.Stated)) + " would leave less than nothing; 100% is all there is", false})
		} else if c, ok := CheckChange(m); ok {
			add(Note{ids(i), c.Says(m), c.Agrees})
		}
		if says, rate, agrees := volume(r, i); says != "" {
			n := Note{ids(i), says, agrees}
			if rate >= 0 {
				n.Facts = ids(i, rate)
			}
			add(n)
		}
		if says, down, agrees := uptime(r, i); says != "" {
			n := Note{ids(i), says, agrees}
			if down >= 0 {
				n.Facts = ids(i, down)
			}
			add(n)
		}
		if k, agrees := nextPercentile(r, i); k >= 0 {
			sign := " ≤ "
			if !agrees {
				sign = " cannot be more than "
			}
			add(Note{ids(i, k), percentileOf(r, i) + sign + percentileOf(r, k), agrees})
		}
	}
	return out
}

// ids lists facts in the order of the text.
func ids(facts ...int) []int32 {
	out := make([]int32, len(facts))
	for i, f := range facts {
		k := i
		for ; k > 0 && out[k-1] > int32(f); k-- {
			out[k] = out[k-1]
		}
		out[k] = int32(f)
	}
	return out
}

// TooManyYears finds, for a fact of years spent on a part of the work, the total that they do not fit into, or -1.
func TooManyYears(r *fact.Reading, i int) int {
	f := &r.Facts[i]
	if f.Kind != fact.Years || f.Scope != fact.Focus && f.Scope != fact.Employment {
		return -1
	}
	last := false // "the last 8 years on Kafka" is a part of the whole
	for i := max(0, int(f.First)-3); i < int(f.Last); i++ {
		switch r.Doc.Str(i) {
		case "last", "past", "latest", "recent":
			last = true
		}
	}
	for k := range r.Facts {
		// Years of one technology beside years of another contradict nothing: "15 years of Kubernetes, 25 of Java".
		if t := &r.Facts[k]; !last && t.Kind == fact.Technology && t.First >= f.Last && t.First-f.Last <= 2 {
			return -1
		}
	}
	for k := range r.Facts {
		t := &r.Facts[k]
		if t.Kind == fact.Years && t.Scope == fact.Total && t.Years > 0 && f.Years > t.Years+0.99 && (t.Bound == fact.Exact || t.Bound == fact.AtMost || t.Bound == fact.Under) {
			return k
		}
	}
	return -1
}

func low(q fact.Quantity) float64 {
	if q.High > 0 {
		return q.Low
	}
	return q.Value
}

func high(q fact.Quantity) float64 {
	if q.High > 0 {
		return q.High
	}
	return q.Value
}

func abs(x float64) float64 {
	if x < 0 {
		return -x
	}
	return x
}

// now is the value that a measure stands at: what it became, or what it is.
func now(m *fact.Measure) (fact.Quantity, bool) {
	if m.HasTo {
		return m.To, true
	}
	return m.Value, m.HasValue
}

func sameSentence(r *fact.Reading, i, k int) bool { return r.Facts[i].Sentence == r.Facts[k].Sentence }

func sameBundle(r *fact.Reading, i, k int) bool {
	return r.Facts[i].Bundle != 0 && r.Facts[i].Bundle == r.Facts[k].Bundle
}
