package fact

import (
	"github.com/standfirst/standfirst/internal/engine/lex"
)

// shares reads "99% of searches finish under 180 ms" as the 99th percentile of the time.
func (r *Reading) shares() {
	for n := 0; n+1 < len(r.drafts); n++ {
		d, t := &r.drafts[n], &r.drafts[n+1]
		if d.value < 0 || d.hasStated || t.value < 0 || r.w(d.last) != "of" || t.first-d.last > 10 {
			continue
		}
		a, b := &r.amounts[d.value], &r.amounts[t.value]
		if a.dim != ratios || a.value < 0.5 || a.value >= 1 || b.dim != times || b.bound != Under && b.bound != AtMost && r.w(t.first-1) != "in" {
			continue
		}
		if r.clauseBetween(d.last, t.first) {
			continue
		}
		t.percentile, t.pFirst, t.pLast, t.first = percentOf(a.value), d.first, d.last, d.first
		r.drafts = append(r.drafts[:n], r.drafts[n+1:]...)
	}
}

func percentOf(v float64) float64 { return float64(int64(v*1e5+0.5)) / 1e3 }

// percentileAt reads a percentile at token i: "p99", "P99.9", "99th percentile", "median", and where it ends.
func (r *Reading) percentileAt(i int) (float64, int) {
	w := r.w(i)
	if r.kind(i) == lex.Word && len(w) >= 3 && (w[0]|0x20) == 'p' && w[1]-'0' < 10 && w[2]-'0' < 10 {
		v, k := float64(w[1]-'0')*10+float64(w[2]-'0'), 3
		if k < len(w) && w[k] == '.' {
			f := 0.1
			for k++; k < len(w) && w[k]-'0' < 10; k++ {
				v += float64(w[k]-'0') * f
				f /= 10
			}
			v = float64(int64(v*1000+0.5)) / 1000
		} else if k+1 == len(w) && w[1] == '9' && w[2] == '9' && w[3] == '9' {
			v, k = 99.9, 4 // p999
		} else if k+2 == len(w) && w[3] == '9' && w[4] == '9' {
			v, k = 99.99, 5
		}
		if k == len(w) {
			return v, i + 1
		}
		return 0, i
	}
	if w == "tp99" || w == "tp95" || w == "tp90" || w == "tp50" {
		return float64(w[2]-'0')*10 + float64(w[3]-'0'), i + 1
	}
	if w == "median" {
		return 50, i + 1
	}
	if w == "ninety" && r.w(i+2) == "percentile" {
		switch r.w(i + 1) {
		case "fifth":
			return 95, i + 3
		case "ninth":
			return 99, i + 3
		}
	}
	if r.kind(i) == lex.Number {
		if r.sym(i+1) == '%' && r.w(i+2) == "ile" {
			return r.Doc.Numbers[r.Doc.Tokens[i].Num].Value, i + 3
		}
		t := r.Doc.Tokens[i]
		n := r.Doc.Numbers[t.Num]
		s := r.Doc.Text[n.SuffixStart:n.SuffixEnd]
		if (s == "th" || s == "st" || s == "nd" || s == "rd") && n.Value > 0 && n.Value < 100 {
			if p := r.w(i + 1); p == "percentile" || p == "pct" || p == "percentiles" || p == "centile" || p == "ile" {
				return n.Value, i + 2
			}
		}
		if (r.w(i+1) == "percentile" || r.w(i+1) == "th") && n.SuffixEnd == n.SuffixStart {
			if r.w(i+1) == "th" && r.w(i+2) == "percentile" {
				return n.Value, i + 3
			}
			if r.w(i+1) == "percentile" {
				return n.Value, i + 2
			}
		}
	}
	return 0, i
}

// percentile finds the percentile of a duration: before it in the clause, or right behind.
func (r *Reading) percentile(d *draft, n int) {
	if d.percentile > 0 {
		return
	}
	if !r.isTime(d) && !(d.hasStated && d.from < 0 && d.to < 0) {
		return
	}
	from, to := r.sentence(d.first)
	// Behind: "35 ms at p99", "48 ms p95", "65 ms (p99)", "(p99: 65 ms)".
	k := d.last
	if r.isTime(d) {
		for k < to && k < d.last+4 {
			switch r.w(k) {
			case "at", "(", "the", "for", "in", "on", "more", "less", "slower", "faster":
				k++
				continue
			case "per":
				if r.kind(k+1) == lex.Word && k == d.last {
					k += 2
					continue
				}
			}
			break
		}
		if v, end := r.percentileAt(k); v > 0 && !r.ownsNext(end, n) {
			d.percentile, d.pFirst, d.pLast = v, k, end
			if r.sym(k-1) == '(' && r.sym(end) == ')' {
				end++
			}
			d.last = end
			return
		}
	}
	// Inside: "from 210 ms p99 to 35 ms".
	for k := d.first; k < d.last; k++ {
		if v, end := r.percentileAt(k); v > 0 {
			d.percentile, d.pFirst, d.pLast = v, k, end
			return
		}
	}
	stop := from
	if n > 0 {
		stop = max(stop, r.drafts[n-1].last)
	}
	for k := d.first - 1; k >= stop && k > d.first-14; k-- {
		if r.sym(k) == ';' || r.sym(k) == '.' || r.sym(k) == ',' {
			break
		}
		if v, end := r.percentileAt(k); v > 0 && end <= d.first {
			d.percentile, d.pFirst, d.pLast = v, k, end
			if r.isTime(d) || d.hasStated {
				d.first = k
			}
			return
		}
		// "the 99th percentile": the digits stand before the word.
	}
}

// ownsNext reports whether what stands at token i is the value that a percentile before it belongs to ("48 ms, p99 120 ms").
func (r *Reading) ownsNext(i, n int) bool {
	for n++; n < len(r.drafts); n++ {
		d := &r.drafts[n]
		if d.first >= i && d.first <= i+2 && r.isTime(d) && r.sym(i) != ',' && r.sym(i) != ')' && r.sym(i) != ';' && r.w(i) != "and" {
			return true
		}
	}
	return false
}

func (r *Reading) isTime(d *draft) bool {
	for _, k := range [...]int{d.value, d.from, d.to} {
		if k >= 0 && r.amounts[k].dim == times {
			return true
		}
	}
	return false
}
