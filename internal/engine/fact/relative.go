package fact

import (
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/lex"
)

// factors finds verbs and adjectives that are a change by themselves: "halved", "doubled", "tenfold".
func (r *Reading) factors(first, last, begin, end int) {
	for i := first; i < last; i++ {
		w := r.w(i)
		if n := len(w); n > 4 && w[n-4:] == "fold" && r.owner[i] == 0 {
			if v := foldValue(w[:n-4]); v > 0 {
				d := r.newDraft(i, i+1)
				d.stated, d.hasStated, d.factor, d.dir = v-1, true, true, Up
				if r.downSide(i) {
					d.stated, d.dir = 1/v-1, Down
				}
				r.toSideOf(d, begin, end)
			}
			continue
		}
		v := r.factorVerb(i)
		if v == nil {
			continue
		}
		// With from/to or a number of its own in the clause the verb is only their direction.
		if p := r.pairSoon(i+1, last); p != nil {
			if !p.hasStated && p.verb < 0 {
				p.stated, p.hasStated, p.factor, p.verb = v.Factor-1, true, true, i
				p.first = i
			}
			continue
		}
		start := i
		b := Exact
		if u := r.unitAt(i-1, "bound"); u != nil {
			b, start = parseBound(u.Kind), i-1
		} else if r.w(i-2) == "more" && r.w(i-1) == "than" {
			b, start = AtLeast, i-2
		}
		d := r.newDraft(start, i+1)
		d.stated, d.hasStated, d.factor, d.verb, d.bound = v.Factor-1, true, true, i, b
		if r.w(i+1) == "twice" {
			d.stated = v.Factor*v.Factor - 1
			d.last++
		}
		d.dir = Up
		if v.Factor < 1 {
			d.dir = Down
		}
		r.toSideOf(d, begin, end)
	}
}

// factorVerb is the row of a verb that is a change by itself.
func (r *Reading) factorVerb(i int) *kb.Verb {
	m, ok := r.term(kb.KindVerb, i)
	if !ok {
		return nil
	}
	v := &r.Base.Verbs[m.Row]
	if v.Factor == 0 || v.Factor == 1 || int(m.Last)-i != 1 || r.w(i) == "half" || r.w(i) == "double" && !r.subjectBefore(i) || r.w(i) == "triple" || r.owner[i] != 0 {
		return nil
	}
	if r.is(i, lex.Hyphen) || r.is(i+1, lex.Hyphen) || r.w(i+1) == "entry" || r.w(i+1) == "down" {
		return nil
	}
	return v
}

// isFold reports "tenfold" and its like.
func isFold(w string) bool {
	n := len(w)
	return n > 4 && w[n-4:] == "fold" && foldValue(w[:n-4]) > 0
}

func (r *Reading) subjectBefore(i int) bool {
	switch r.w(i - 1) {
	case "i", "we", "to", "and", "which", "that":
		return true
	}
	return false
}

func foldValue(w string) float64 {
	switch w {
	case "two":
		return 2
	case "three":
		return 3
	case "four":
		return 4
	case "five":
		return 5
	case "six":
		return 6
	case "seven":
		return 7
	case "eight":
		return 8
	case "nine":
		return 9
	case "ten":
		return 10
	case "twelve":
		return 12
	case "twenty":
		return 20
	case "thirty":
		return 30
	case "forty":
		return 40
	case "fifty":
		return 50
	case "hundred":
		return 100
	case "thousand":
		return 1000
	}
	return 0
}

// relatives finds relative changes: "by 38%", "a 38% reduction", "73% fewer", "4x throughput".
func (r *Reading) relatives(begin, end int) {
	for k := begin; k < end; k++ {
		a := &r.amounts[k]
		if a.used || a.dim != ratios && a.dim != multiples {
			continue
		}
		first, last := int(a.first), int(a.last)
		sign, verb := r.changeSign(a, first, last)
		if a.remains {
			sign = 1
			if a.value < 1 {
				sign = -1
			}
		}
		if s := r.signed(a); s != 0 {
			sign, verb = s, -1
		}
		if sign == 0 {
			continue
		}
		a.used = true
		v := a.value
		low, high := a.low, a.high
		if a.remains {
			v = round3(v - 1)
		} else if a.dim == multiples {
			if sign < 0 && v > 1 {
				v = 1/v - 1
			} else {
				v--
			}
		} else {
			v *= float64(sign)
		}
		// A relative change beside a from/to pair is the pair's own statement.
		if p := r.pairBeside(first, last); p != nil {
			if a.dim == multiples && p.dir == Down && v > 0 {
				v = 1/(v+1) - 1
				p.factor = true
			}
			p.stated, p.hasStated = v, true
			p.factor = p.factor || a.dim == multiples
			if p.dir == Down && v > 0 || p.dir == Up && v < 0 {
				p.stated = -v
			}
			r.stretch(p, first, last)
			continue
		}
		d := r.newDraft(first, last)
		d.stated, d.hasStated, d.factor, d.bound, d.verb = v, true, a.dim == multiples, a.bound, verb
		d.value = k
		r.toSide(d, k+1, end)
		if a.ranged {
			d.rangeLow, d.rangeHigh = low, high
		}
		d.dir = Direction(sign)
	}
}

func round3(v float64) float64 {
	if v < 0 {
		return -round3(-v)
	}
	return float64(int64(v*1000+0.5)) / 1000
}

// signed is the way that a sign before a percentage says: "p99: −55%", "deploys +120 %".
func (r *Reading) signed(a *amount) int {
	i := int(a.num)
	if a.dim != ratios || r.kind(i) != lex.Number {
		return 0
	}
	if r.Doc.Numbers[r.Doc.Tokens[i].Num].Neg {
		return -1
	}
	if r.is(i, lex.Space) {
		return 0
	}
	switch r.sym(i - 1) {
	case '—':
		return -1
	case '+':
		return 1
	}
	return 0
}

// changeSign decides whether a ratio or multiple is a change, and which way: by the words after it, a "by" before it, or a
// verb of change whose object it follows.
func (r *Reading) changeSign(a *amount, first, last int) (sign int, verb int) {
	from, to := r.sentence(first)
	// The words behind: "38% reduction", "73% fewer pages", "4x faster", "40% off the bill".
	for k := last; k < min(to, last+4); k++ {
		if u := r.unitAt(k, "direction"); u != nil {
			if u.Kind == "down" {
				if w := r.w(k); (w == "off" || w == "cut" || w == "fall" || w == "drop") && k > last {
					break
				}
				return -1, r.changeVerb(from, first)
			}
			if w := r.w(k); w == "up" || w == "longer" || w == "slower" {
				if k > last {
					break
				}
			}
			if w := r.w(k); w == "improvement" || w == "gain" || w == "better" {
				if r.downMeasure(k, to) || r.downMeasureBefore(from, first) {
					return -1, r.changeVerb(from, first)
				}
			}
			return +1, r.changeVerb(from, first)
		}
		if r.kind(k) != lex.Word || r.preposition(k) || r.stopWord(k) {
			break
		}
	}
	v, dir := r.changeVerb(from, first), 0
	if v >= 0 {
		dir = r.verbSign(v)
	}
	before := r.w(first - 1)
	switch before {
	case "by":
		if dir != 0 {
			return dir, v
		}
		if v >= 0 {
			return -1, v
		}
		return 0, -1
	}
	if a.dim == multiples {
		// "4x throughput", "10x the load", "grew 3x".
		if dir != 0 && v >= 0 && r.w(last) != "the" {
			return dir, v
		}
		if r.w(last) == "as" && r.inWords(last+1) || before == "up" {
			return +1, -1
		}
		if before == "down" {
			return -1, -1
		}
		if r.w(last) == "the" || r.w(last) == "as" {
			for k := last + 1; k < last+4; k++ {
				switch r.w(k) {
				case "throughput", "capacity", "speed":
					return +1, -1
				}
			}
			return 0, -1
		}
		if r.kind(last) == lex.Word && !r.preposition(last) {
			switch r.w(last) {
			case "throughput", "traffic", "load", "volume", "growth", "capacity", "revenue", "performance", "scale", "speedup", "speed", "write", "read", "ingest", "return":
				return +1, v
			}
		}
		return 0, -1
	}
	// "cut infra spend 31%", "saved 40%": the verb's object stands before, or the number is the object.
	if dir != 0 && v >= 0 && first-v <= 7 && !r.clauseBetween(v+1, first) && before != "to" && before != "at" && before != "of" && before != "under" && before != "for" && before != "in" && before != "above" && before != "below" && before != "over" && before != "with" && before != "from" && before != "and" && a.bound != Under || before == "some" && dir != 0 {
		if r.w(last) == "of" && v == first-1 {
			return dir, v // "cut 40% of the bill"
		}
		return dir, v
	}
	return 0, -1
}

// changeVerb is the nearest verb that moves a number before token i in its clause, or -1.
func (r *Reading) changeVerb(from, i int) int {
	for k := i - 1; k >= from && k > i-12; k-- {
		if m, ok := r.term(kb.KindVerb, k); ok && r.Base.Verbs[m.Row].Direction != "" {
			return k
		}
		switch r.w(k) {
		case "cut", "down", "fell", "dropped", "reducing", "saving":
			return k
		}
		if r.clauseEnd(k) {
			return -1
		}
	}
	return -1
}

// verbSign is the way a verb of change moves its number.
func (r *Reading) verbSign(v int) int {
	if m, ok := r.term(kb.KindVerb, v); ok {
		switch r.Base.Verbs[m.Row].Direction {
		case "down":
			return -1
		case "up":
			return +1
		}
		switch r.w(v) {
		case "improved", "improving", "improve", "improves":
			if r.downMeasure(v+1, len(r.low)) {
				return -1
			}
			return +1
		case "sped", "speed", "accelerated", "accelerating":
			return -1
		}
		return 0
	}
	switch r.w(v) {
	case "cut", "down", "fell", "dropped", "reducing", "saving":
		return -1
	}
	return 0
}

// downMeasure reports whether a measure that is better when lower stands within a few words after token i.
func (r *Reading) downMeasure(i, to int) bool {
	for k := i; k < min(to, i+6); k++ {
		if downWord(r.w(k)) {
			return true
		}
		if r.clauseEnd(k) || r.sym(k) == ',' {
			return false
		}
	}
	return false
}

func (r *Reading) downMeasureBefore(from, i int) bool {
	for k := i - 1; k >= from && k > i-6; k-- {
		if downWord(r.w(k)) {
			return true
		}
		if r.clauseEnd(k) {
			return false
		}
	}
	return false
}

func downWord(w string) bool {
	switch w {
	case "latency", "latencies", "time", "times", "cost", "costs", "spend", "bill", "duration", "lag", "delay", "errors", "failures", "startup", "load", "boot", "wait":
		return true
	}
	return false
}

// downSide reports whether a factor at token i is a shrinking one: "tenfold reduction", "fell tenfold".
func (r *Reading) downSide(i int) bool {
	from, _ := r.sentence(i)
	for k := i + 1; k < i+3; k++ {
		if u := r.unitAt(k, "direction"); u != nil {
			return u.Kind == "down"
		}
	}
	if v := r.changeVerb(from, i); v >= 0 {
		return r.verbSign(v) < 0
	}
	return false
}
