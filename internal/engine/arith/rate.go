package arith

import (
	"strings"

	"github.com/standfirst/standfirst/internal/engine/fact"
)

// seconds of the periods that a volume keeps.
func seconds(per string) float64 {
	switch per {
	case "second":
		return 1
	case "minute":
		return 60
	case "hour":
		return 3600
	case "day":
		return 86400
	case "week":
		return 7 * 86400
	case "month":
		return year / 12
	case "quarter":
		return year / 4
	case "year":
		return year
	}
	return 0
}

const year = 365.25 * 86400

// Average is what a volume over a period is a second, on average, and whether the measure is such a volume.
func Average(m *fact.Measure) (float64, bool) {
	q, ok := now(m)
	s := seconds(q.Per)
	if !ok || s <= 1 || q.Unit != "count" && q.Unit != "bytes" || m.Kind != fact.Volume && m.Kind != fact.Throughput {
		return 0, false
	}
	return low(q) / s, low(q) > 0
}

// Exceeds finds, for a volume, the stated rate of the same thing that its average is above, or -1: an average cannot exceed
// the peak.
func Exceeds(r *fact.Reading, i int) int {
	if k, agrees := rateBeside(r, i); k >= 0 && !agrees {
		return k
	}
	return -1
}

// rateBeside finds the stated rate of what a volume counts, and whether the average stays within it.
func rateBeside(r *fact.Reading, i int) (rate int, agrees bool) {
	m := measure(r, i)
	if m == nil {
		return -1, true
	}
	mean, ok := Average(m)
	if !ok {
		return -1, true
	}
	rate = -1
	best := 0.0
	for k := range r.Facts {
		o := measure(r, k)
		if o == nil || k == i || o.Kind != fact.Throughput {
			continue
		}
		q, ok := now(o)
		if !ok || !(q.Unit == "1/s" && !isBytes(m) || q.Unit == "bytes/s" && isBytes(m)) || !sameThing(r, i, k) {
			continue
		}
		if v := high(q); v > best { // of several rates the highest is the peak
			best, rate = v, k
		}
	}
	if rate < 0 {
		return -1, true
	}
	slack := 1.05
	o := measure(r, rate)
	if m.Bound == fact.About || o.Bound == fact.About {
		slack = 1.25
	}
	free := o.Bound == fact.AtLeast || o.Bound == fact.Over || m.Bound == fact.AtMost || m.Bound == fact.Under
	return rate, free || mean <= best*slack
}

func isBytes(m *fact.Measure) bool {
	q, _ := now(m)
	return q.Unit == "bytes"
}

func measure(r *fact.Reading, i int) *fact.Measure {
	if f := &r.Facts[i]; f.Kind == fact.Metric && f.Metric >= 0 {
		return &r.Metric[f.Metric]
	}
	return nil
}

// sameThing reports whether a volume and a rate count the same: the same noun, of the same subject or in the same sentence.
// A batch makes any number of rows out of one request, so different nouns are never compared.
func sameThing(r *fact.Reading, i, k int) bool {
	a, b := counted(r, i), counted(r, k)
	if a == "" && b == "" || a == "" || b == "" {
		return sameBundle(r, i, k)
	}
	if !sameNoun(a, b) {
		return false
	}
	return sameSentence(r, i, k) || sameBundle(r, i, k) || sameSubject(r, i, k)
}

// counted is the noun of a measure: the text's own, or what its unit stands for.
func counted(r *fact.Reading, i int) string {
	m := measure(r, i)
	if s := r.Doc.Text[m.Noun.Start:m.Noun.End]; s != "" {
		if n := strings.LastIndexByte(s, ' '); n >= 0 {
			return s[n+1:] // the head: "payment events" are events
		}
		return s
	}
	s := r.Text(&r.Facts[i])
	for n := 0; n+3 <= len(s); n++ {
		switch {
		case strings.EqualFold(s[n:n+3], "rps"):
			return "requests"
		case strings.EqualFold(s[n:n+3], "qps"):
			return "queries"
		case strings.EqualFold(s[n:n+3], "tps"):
			return "transactions"
		}
	}
	return ""
}

func sameNoun(a, b string) bool {
	a, b = singular(a), singular(b)
	return strings.EqualFold(a, b) || isRequest(a) && isRequest(b)
}

func isRequest(s string) bool {
	return strings.EqualFold(s, "request") || strings.EqualFold(s, "req") || strings.EqualFold(s, "call") || strings.EqualFold(s, "rp")
}

func singular(s string) string {
	switch {
	case len(s) > 4 && strings.EqualFold(s[len(s)-3:], "ies"):
		return s[:len(s)-3]
	case len(s) > 4 && (s[len(s)-1]|0x20) == 'y':
		return s[:len(s)-1]
	case len(s) > 2 && (s[len(s)-1]|0x20) == 's':
		return s[:len(s)-1]
	}
	return s
}

// sameSubject reports whether two measures are of the same thing, or one of them does not say of what.
func sameSubject(r *fact.Reading, i, k int) bool {
	a, b := measure(r, i).Of, measure(r, k).Of
	x, y := r.Doc.Text[a.Start:a.End], r.Doc.Text[b.Start:b.End]
	return x == "" || y == "" || strings.EqualFold(x, y) || a.Overlaps(b)
}

// volume says what a volume is a second, and a monthly bill a year.
func volume(r *fact.Reading, i int) (says string, rate int, agrees bool) {
	m := measure(r, i)
	if m == nil {
		return "", -1, true
	}
	q, ok := now(m)
	if ok && m.Kind == fact.Cost && q.Per == "month" && len(q.Unit) == 3 && q.High == 0 {
		return Amount(q) + " is " + Amount(fact.Quantity{Value: q.Value * 12, Unit: q.Unit, Per: "year"}), -1, true
	}
	mean, ok := Average(m)
	if !ok || seconds(q.Per) < 86400 {
		return "", -1, true
	}
	noun := ""
	if m.Noun.End > m.Noun.Start && q.Unit == "count" {
		noun = r.Doc.Text[m.Noun.Start:m.Noun.End]
	}
	each := ""
	switch {
	case q.Unit == "bytes":
		each = size(sig(mean, 3)) + " a second"
	case mean >= 1:
		each = approx(mean) + " a second"
	case mean*60 >= 1:
		each = approx(mean*60) + " a minute"
	case mean*3600 >= 1:
		each = approx(mean*3600) + " an hour"
	default:
		return "", -1, true
	}
	says = amountOf(q, noun) + " is " + each + " on average"
	rate, agrees = rateBeside(r, i)
	if rate < 0 {
		return says, rate, true
	}
	peak, _ := now(measure(r, rate))
	top := Amount(fact.Quantity{Value: high(peak), Unit: peak.Unit})
	if !agrees {
		return says + ", more than the " + top + " that the text says", rate, false
	}
	return says + ", within the " + top + " that the text says", rate, true
}
