package fact

import (
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/lex"
	"github.com/standfirst/standfirst/internal/engine/text"
)

// measures joins amounts into metrics: a value, a change from one value to another, or a relative change. It works sentence
// by sentence: pairs first, then relative changes, then what stands alone.
func (r *Reading) measures() {
	k := 0
	for s := range r.Doc.Sentences {
		last := int(r.Doc.Sentences[s].Last)
		begin := k
		for k < len(r.amounts) && int(r.amounts[k].first) < last {
			k++
		}
		r.drafts = r.drafts[:0]
		r.pairs(begin, k)
		r.factors(int(r.Doc.Sentences[s].First), last, begin, k)
		r.relatives(begin, k)
		r.singles(begin, k)
		r.sortDrafts()
		r.shares()
		for i := range r.drafts {
			r.percentile(&r.drafts[i], i)
		}
		for i := range r.drafts {
			r.emit(i)
		}
		r.shareAxes()
		r.bundle()
	}
}

// draft is a metric on its way.
type draft struct {
	first, last int // tokens
	from, to    int // amounts of a change, or -1
	value       int // amount of a plain value, or -1
	stated      float64
	hasStated   bool
	factor      bool
	rangeLow    float64
	rangeHigh   float64
	bound       Bound
	dir         Direction
	percentile  float64
	pFirst      int // tokens of the percentile, equal where there is none
	pLast       int
	verb        int // token of the verb that moved it, or -1
	fact        int // index into r.Facts once emitted, or -1
}

func (r *Reading) newDraft(first, last int) *draft {
	r.drafts = append(r.drafts, draft{first: first, last: last, from: -1, to: -1, value: -1, verb: -1, fact: -1})
	return &r.drafts[len(r.drafts)-1]
}

func (r *Reading) sortDrafts() {
	d := r.drafts
	for i := 1; i < len(d); i++ {
		for k := i; k > 0 && d[k].first < d[k-1].first; k-- {
			d[k], d[k-1] = d[k-1], d[k]
		}
	}
}

// comparable reports whether two amounts can be the sides of one change.
func comparable(a, b *amount) bool {
	if a.dim == b.dim {
		if a.dim == money {
			return a.currency == b.currency
		}
		return true
	}
	return !a.glued && a.dim == counts && a.noun < 0 || !b.glued && b.dim == counts && b.noun < 0 || a.dim == rates && b.dim == counts || a.dim == counts && b.dim == rates
}

// pairs finds changes from one amount to another.
func (r *Reading) pairs(begin, end int) {
	for k := begin; k+1 < end; k++ {
		a, b := &r.amounts[k], &r.amounts[k+1]
		if a.used || b.used || !comparable(a, b) || r.adjectival(a) || r.adjectival(b) {
			continue
		}
		way := r.connects(a, b)
		if way == 0 {
			// "from 410 machines in three zones to 190": an amount may stand between the two sides.
			if k+2 < end && r.w(int(a.first)-1) == "from" && !r.amounts[k+2].used && comparable(a, &r.amounts[k+2]) && r.amounts[k+2].dim != b.dim {
				c := &r.amounts[k+2]
				if w := r.w(int(c.first) - 1); (w == "to" || w == "into") && int(c.first)-int(a.last) < 10 {
					r.pair(a, c, k, k+2)
				}
			}
			continue
		}
		if way > 0 {
			r.pair(a, b, k, k+1)
		} else {
			r.pair(b, a, k+1, k)
		}
	}
}

// adjectival reports a count that describes a noun: "a 1.2-million-line monolith" is no side of a change.
func (r *Reading) adjectival(a *amount) bool {
	return a.dim == counts && a.nounLast > a.nounFirst && r.is(int(a.nounFirst), lex.Hyphen)
}

// connects reads the words between two amounts: 1 where the first changed into the second, -1 the other way, 0 otherwise.
func (r *Reading) connects(a, b *amount) int {
	i, j := int(a.last), int(b.first)
	if j-i > 8 {
		return 0
	}
	// "90 s before, 3 s after", "380 machines then, 160 now"
	if (r.w(i) == "before" || r.w(i) == "then") && j-i <= 3 {
		if w := r.w(int(b.last)); w == "after" || w == "now" || w == "today" || w == "since" {
			return 1
		}
	}
	from := r.w(int(a.first)-1) == "from" || r.w(int(a.first)-1) == "was" || r.w(int(a.first)-2) == "from"
	// The number itself may stand after bound words: "to under 3 seconds".
	switch {
	case j == i:
		return 0
	case r.sym(i) == '→' && j == i+1:
		return 1
	case r.sym(i) == '(' || r.sym(i) == ',' || r.sym(i) == '—' || r.sym(i) == ';':
		w := i + 1
		for r.w(w) == "it" || r.w(w) == "which" || r.w(w) == "that" {
			w++
		}
		switch r.w(w) {
		case "was", "were", "previously", "formerly", "before", "originally", "instead", "versus", "vs", "against", "from", "used", "not":
			if r.w(w) == "from" && j != w+1 {
				return 0
			}
			if j-w <= 4 && !r.clauseBetween(w, j) {
				return -1
			}
		case "down", "up":
			if r.w(w+1) == "from" && j == w+2 {
				return -1
			}
			if r.w(w+1) == "to" && j == w+2 {
				return 1
			}
		case "now", "then", "today":
			if j == w+1 && r.sym(i) != ';' {
				return 1
			}
		}
		return 0
	}
	words := 0
	dir := 0
	if a.dim == times && b.dim == times && r.replaced(i, j) && (r.in(int(a.first)-1, "needed", "took", "ran", "required", "lasted") || r.w(int(a.first)-2) == "ran") {
		return 1 // "the export that needed nine hours is done in 50 minutes"
	}
	if a.dim == b.dim && a.dim == times && !r.clauseBetween(i, j) {
		for k := i; k < j; k++ {
			if r.w(k) == "now" && r.sym(i) != ',' {
				return 1 // "ran for 2 days now ends within 3 hours"
			}
		}
	}
	for k := i; k < j; k++ {
		switch w := r.w(k); w {
		case "to", "into":
			if dir == 0 {
				dir = 1
			}
		case "from":
			if dir == 0 {
				dir = -1
			}
		case "down", "up", "a", "an", "the", "just", "only", "about", "under", "over", "well", "and", "now", "each", "per", "of", "day", "then", "back", "below", "roughly", "still", "on", "its":
			if w == "and" && dir == 0 {
				return 0
			}
		case "page", "user", "request", "node", "order", "job":
			if r.w(k-1) != "per" {
				words++
			}
		case "was", "instead", "rather", "where", "before", "against", "versus", "vs":
			if dir == 0 {
				dir = -1
			}
		case "than":
			if r.w(k-1) != "rather" {
				return 0
			}
		case "at":
			return 0
		default:
			if r.sym(k) == '→' {
				dir = 1
				continue
			}
			if r.kind(k) == lex.Punct && r.sym(k) != '/' && r.sym(k) != '(' && r.sym(k) != ')' {
				return 0
			}
			words++
		}
	}
	if dir < 0 && r.w(i) == "from" && (b.noun >= 0 && b.noun != a.noun || b.noun < 0 && b.nounLast > b.nounFirst || !b.glued && b.unit == 0 && a.dim != counts) {
		return 0 // "65K req/s from two data centres"
	}
	if dir > 0 && a.dim == counts && b.dim == counts && a.nounLast > a.nounFirst && b.nounLast > b.nounFirst && !from &&
		(a.per != "" && b.per == "" || r.low[a.nounLast-1] != r.low[b.nounLast-1]) && !(a.noun >= 0 && a.noun == b.noun) {
		return 0 // "moves 4M transactions a day to three consumers"
	}
	if dir == 0 || words > 4 || words > 0 && dir > 0 && !from && !r.changeVerbNear(int(a.first)) {
		return 0
	}
	if dir > 0 && r.w(j-1) == "to" && r.w(j-2) == "up" && b.bound == Exact && !from && !r.changeVerbNear(int(a.first)) {
		return 0
	}
	if dir > 0 && !from && a.dim == times && b.dim == times && a.glued && b.glued && a.calendar && !r.changeVerbNear(int(a.first)) {
		return 0
	}
	if dir > 0 && !from && b.value == 0 && b.noun < 0 && a.dim == counts && words <= 2 {
		return dir // "400 a week to zero"
	}
	if dir > 0 && !from && !r.changeVerbNear(int(a.first)) && !(a.dim == times || a.dim == ratios || a.noun >= 0 || b.noun >= 0 || a.dim == bytes || a.dim == money || b.dim == rates) {
		return 0
	}
	return dir
}

// replaced reports whether the words [i, j) are a main verb that a new duration completes.
func (r *Reading) replaced(i, j int) bool {
	verb := false
	for k := i; k < j; k++ {
		switch r.at(k) {
		case mark, conjunction, breaker, relative:
			return false
		case predicate, auxiliary:
			verb = true
		}
	}
	return verb || isPlural(r.w(i)) && j-i == 2 && r.w(i+1) == "in" || r.w(i) == "now"
}

func (r *Reading) clauseBetween(i, j int) bool {
	for k := i; k < j; k++ {
		if r.clauseEnd(k) {
			return true
		}
	}
	return false
}

// pair makes the change of two amounts and lets each lend the other its unit, noun and period.
func (r *Reading) pair(a, b *amount, ai, bi int) {
	switch {
	case a.nines && b.dim == counts && b.value >= 1 && b.value <= 9:
		b.value, b.dim, b.nines, b.decimals = nines(b.value), ratios, true, 9
	case b.nines && a.dim == counts && a.value >= 1 && a.value <= 9:
		a.value, a.dim, a.nines, a.decimals = nines(a.value), ratios, true, 9
	case a.dim == counts && !a.glued && a.unit == 0 && b.unit != 0 && b.dim != counts && a.noun < 0:
		a.value, a.low, a.high = inUnit(a.value, b), inUnit(a.low, b), inUnit(a.high, b)
		a.dim, a.currency, a.calendar, a.points = b.dim, b.currency, b.calendar, b.points
		if b.dim == bytes && a.per == "" && b.perScale == 1 {
			a.per, a.perScale = b.per, b.perScale
		}
	case b.dim == counts && !b.glued && b.unit == 0 && a.unit != 0 && a.dim != counts && b.noun < 0:
		b.value, b.low, b.high = inUnit(b.value, a), inUnit(b.low, a), inUnit(b.high, a)
		b.dim, b.currency, b.calendar, b.points = a.dim, a.currency, a.calendar, a.points
	case a.dim == money && b.dim == counts:
		b.dim, b.currency = money, a.currency
	case b.dim == money && a.dim == counts:
		a.dim, a.currency = money, b.currency
	}
	if a.dim == counts && b.dim == counts {
		lend := func(x, y *amount) {
			// "from 4 to 48 partitions", "900K to 4.4M points/s": the bare side shares magnitude only where it was written once.
			if x.noun < 0 && x.nounFirst == x.nounLast {
				x.noun, x.nounFirst, x.nounLast = y.noun, y.nounFirst, y.nounLast
			}
		}
		lend(a, b)
		lend(b, a)
	}
	if a.per == "" {
		a.per, a.perScale = b.per, b.perScale
	} else if b.per == "" {
		b.per, b.perScale = a.per, a.perScale
	}
	a.used, b.used = true, true
	d := r.newDraft(int(min(a.first, b.first)), int(max(a.last, b.last)))
	d.from, d.to = ai, bi
	d.bound = b.bound
	d.dir = direction(a.top(), b.top())
	if w := r.w(d.last); bi > ai && (r.w(int(a.last)) == "before" || r.w(int(a.last)) == "then") && (w == "after" || w == "now") {
		d.last++
	}
	// A bracket opened inside closes inside.
	if r.sym(d.last) == ')' {
		for k := d.first; k < d.last; k++ {
			if r.sym(k) == '(' {
				d.last++
				break
			}
		}
	}
}

func (a *amount) top() float64 {
	if a.ranged {
		return a.high
	}
	return a.value
}

func inUnit(v float64, u *amount) float64 {
	if u.dim == ratios {
		return percent(v, 2)
	}
	if u.unit < 1 && u.unit > 0 {
		return scaled(v, u.unit)
	}
	return v * u.unit
}

func direction(from, to float64) Direction {
	switch {
	case to < from:
		return Down
	case to > from:
		return Up
	}
	return Flat
}

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

func (r *Reading) toSideOf(d *draft, begin, end int) {
	for k := begin; k < end; k++ {
		if int(r.amounts[k].first) >= d.last {
			r.toSide(d, k, end)
			return
		}
	}
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

// pairSoon finds the change that the object of a verb of change ends in: "halved the fleet (from 410 to 190)".
func (r *Reading) pairSoon(i, last int) *draft {
	for k := i; k < last && k < i+11; k++ {
		if r.sym(k) == ';' || r.sym(k) == '.' || r.sym(k) == ',' && r.w(k+1) != "from" {
			return nil
		}
		for n := range r.drafts {
			if d := &r.drafts[n]; d.from >= 0 && d.first == k {
				return d
			}
		}
	}
	return nil
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

// toSide takes the value that a relative change ends at: "fell by 70%, to 1.2 MB a day", "quadrupled to 80k".
func (r *Reading) toSide(d *draft, k, end int) {
	if k >= end {
		return
	}
	b := &r.amounts[k]
	i := d.last
	if r.sym(i) == ',' || r.sym(i) == '(' || r.w(i) == "down" || r.w(i) == "up" {
		i++
	}
	if b.used || r.w(i) != "to" || int(b.first) != i+1 || b.dim == ratios && d.value >= 0 && r.amounts[d.value].dim == ratios && b.value > 1 {
		return
	}
	b.used = true
	d.to, d.value, d.bound = k, -1, b.bound
	d.last = int(b.last)
}

func (r *Reading) amountBetween(lo, hi int) bool {
	for k := range r.amounts {
		if f := int(r.amounts[k].first); f >= lo && f < hi {
			return true
		}
	}
	return false
}

// stretch widens a pair over its stated percentage, brackets included.
func (r *Reading) stretch(d *draft, first, last int) {
	d.first, d.last = min(d.first, first), max(d.last, last)
	open := 0
	for k := d.first; k < d.last; k++ {
		switch r.sym(k) {
		case '(':
			open++
		case ')':
			open--
		}
	}
	for open > 0 && d.last < len(r.low) && d.last < last+5 {
		if r.sym(d.last) == ')' {
			open--
		}
		d.last++
	}
}

// pairBeside finds the pair that a percentage belongs to: next to it with nothing but a bracket and small words between.
func (r *Reading) pairBeside(first, last int) *draft {
	for n := range r.drafts {
		d := &r.drafts[n]
		if d.from < 0 || d.hasStated {
			continue
		}
		lo, hi := d.last, first
		if first < d.first {
			lo, hi = last, d.first
			// "a 62% reduction in query time on the claims database, from 340 ms to 130 ms"
			if r.w(hi-1) == "from" && hi-lo <= 12 && (r.sym(hi-2) == ',' || r.sym(hi-2) == '(' || r.sym(hi-2) == '—') && !r.amountBetween(lo, hi) {
				return d
			}
		}
		if hi-lo > 6 {
			continue
		}
		ok := true
		for k := lo; k < hi && ok; k++ {
			switch r.w(k) {
			case "(", ")", ",", "a", "an", "by", "at", "—", "reduction", "drop", "cut", "decrease", "improvement", "increase", "from", "i.e.", "or", "the", "=", "about", "some", "down", "up", "that", "is", "gain", "growth", "less", "fewer", "faster", "lower", "more", ":", "minus", "saving":
			default:
				ok = r.percent(k)
			}
		}
		if ok {
			return d
		}
	}
	return nil
}

// changeSign decides whether a ratio or multiple is a change, and which way: by the words after it, a "by" before it, or a
// verb of change whose object it follows.
func (r *Reading) changeSign(a *amount, first, last int) (sign int, verb int) {
	from, to := r.sentence(first)
	verb = -1
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

// singles makes a draft of every amount that is a metric by itself.
func (r *Reading) singles(begin, end int) {
	for k := begin; k < end; k++ {
		a := &r.amounts[k]
		if a.used || !r.standsAlone(a) {
			continue
		}
		d := r.newDraft(int(a.first), int(a.last))
		d.value, d.bound = k, a.bound
		from, _ := r.sentence(d.first)
		prev := r.w(d.first - 1)
		switch {
		case prev == "from" && r.w(int(a.last)) != "to":
			// "down from 40": the other side is not said in numbers.
			if v := r.changeVerb(from, d.first); v >= 0 || r.w(d.first-2) == "down" || r.w(d.first-2) == "up" {
				d.from, d.value = k, -1
				d.dir = Direction(r.sideSign(from, d.first))
			}
		case prev == "to" || prev == "into":
			if v := r.changeVerb(from, d.first); v >= 0 && !r.clauseBetween(v, d.first) {
				d.to, d.value, d.verb = k, -1, v
				d.dir = Direction(r.verbSign(v))
			}
		case r.in(d.first-1, "fell", "dropped", "rose", "climbed", "grew", "shrank", "sank", "jumped") && a.bound != Exact && a.bound != About:
			// "fell below 0.01%", "climbed past 100,000"
			d.to, d.value, d.verb = k, -1, d.first-1
			d.dir = Direction(r.verbSign(d.verb))
		case r.in(d.first-1, "deleted", "retired", "decommissioned") || prev == "of" && r.w(d.first-2) == "rid":
			d.dir = Down
		case prev == "became" || prev == "reached" && r.w(d.first-2) == "now":
			d.to, d.value, d.dir = k, -1, Up
		case prev == "was" && r.sym(d.first-2) == '(':
			d.from, d.value = k, -1
		default:
			if v := r.changeVerb(from, d.first); v >= 0 && d.first-v <= 5 && !r.clauseBetween(v, d.first) && (prev == "by" || v == d.first-1) {
				if s := r.verbSign(v); s != 0 {
					d.dir, d.verb = Direction(s), v
				}
			}
			if u := r.unitAt(d.last, "direction"); u != nil && a.dim != counts {
				switch r.w(d.last) {
				case "faster", "less", "fewer", "lower", "cheaper", "shorter", "quicker", "smaller", "off":
					d.dir = Down
				case "more", "longer", "slower", "higher":
					d.dir = Up
				}
			}
		}
	}
}

func (r *Reading) sideSign(from, i int) int {
	switch r.w(i - 2) {
	case "down":
		return -1
	case "up":
		return 1
	}
	if v := r.changeVerb(from, i); v >= 0 {
		return r.verbSign(v)
	}
	return 0
}

// standsAlone decides whether an amount that is in no change measures something.
func (r *Reading) standsAlone(a *amount) bool {
	first, last := int(a.first), int(a.last)
	from, to := r.sentence(first)
	prev := r.w(first - 1)
	if a.dim == counts && a.bound != Exact && a.value >= 100 && r.in(first-1, "fell", "dropped", "rose", "climbed", "grew", "jumped") {
		return true
	}
	switch a.dim {
	case times:
		return r.operationTime(a, first, last, from, to)
	case ratios:
		return !a.points || a.value > 0
	case multiples:
		return r.w(last) == "the" && (r.w(last+1) == "record" || r.w(last+1) == "previous" || r.w(last+1) == "usual" || r.w(last+1) == "normal" || r.w(last+1) == "old" || r.w(last+1) == "expected" || r.w(last+1) == "average")
	case bytes, rates:
		return true
	case money:
		return true
	}
	if prev == "of" && r.in(first-2, "place", "prize") {
		return false
	}
	if a.per != "" {
		return a.noun >= 0 || a.nounLast > a.nounFirst || a.value >= 100 || prev == "to"
	}
	if a.noun >= 0 {
		switch u := &r.Base.Units[a.noun]; u.Kind {
		case "org", "contribution":
			return false
		case "other":
			return a.value >= 1 && !(a.word && a.value == 1)
		case "incident":
			return true
		case "adoption":
			if r.w(int(a.nounLast)-1) == "people" && a.value < 20 && a.per == "" {
				return false // who runs it, not who uses it
			}
			return !(a.word && a.value == 1)
		default:
			return !(a.word && a.value == 1)
		}
	}
	if r.in(int(a.nounLast)-1, "drills", "audits", "attempts", "times", "sprints", "tries") {
		return false
	}
	return a.nounLast > a.nounFirst && !a.word && a.value >= 10
}

// operationTime tells the duration of an operation from a span of calendar time: "in eleven months", "for ten weeks".
func (r *Reading) operationTime(a *amount, first, last, from, to int) bool {
	if !a.glued {
		return false
	}
	prev := r.w(first - 1)
	if prev == "every" {
		return false
	}
	if !a.calendar {
		switch r.w(last) {
		case "shift", "shifts", "workday", "course", "hackathon", "event", "week", "weeks", "meeting", "meetings", "interview", "call", "calls", "talk":
			return false
		}
		if r.is(last, lex.Hyphen) && r.w(last) == "long" {
			return false
		}
		if a.unit >= 3600 && r.is(last-1, lex.Hyphen) && r.w(first-1) != "a" && r.kind(last) == lex.Word {
			return false
		}
		switch r.w(last) {
		case "timeout", "timeouts", "ttl", "window", "windows", "interval", "retention", "buckets", "bucket":
			return false
		}
		return true
	}
	switch prev {
	case "over", "for", "past", "last", "next", "first", "during", "across", "after", "since", "another", "previous", "every", "inside", "recent", "final", "these":
		return false
	case "in", "within", "the", "of":
		return r.subjectIsTime(from, first)
	}
	if a.bound == AtLeast && (r.w(first) == "over" || r.w(first) == "more") && !r.subjectIsTime(from, first) {
		return false
	}
	switch r.w(last) {
	case "ago", "later", "long", "old", "project", "course", "before", "after", "straight", "running", "earlier", "apart", "into", "behind", "program", "programme", "contract", "internship", "migration", "rollout":
		return false
	}
	if a.unit >= 604800 && r.w(first-1) == "took" {
		return false // a project's length
	}
	return r.subjectIsTime(from, first) || prev == "to" && r.changeVerb(from, first) >= 0
}

// subjectIsTime reports whether the clause speaks of how long something takes.
func (r *Reading) subjectIsTime(from, i int) bool {
	for k := i - 1; k >= from && k > i-9; k-- {
		switch r.w(k) {
		case "time", "times", "lag", "latency", "delay", "takes", "took", "take", "recovery", "duration", "wait", "staleness", "onboarding", "turnaround", "lead", "cycle", "reconciliation", "settlement", "rto", "rpo", "mttr", "restore", "restores", "restoring":
			return true
		}
		if r.clauseEnd(k) || r.sym(k) == ',' {
			return false
		}
	}
	return false
}

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

// emit turns a draft into a metric fact.
func (r *Reading) emit(n int) {
	d := &r.drafts[n]
	m := Measure{Bound: d.bound, Direction: d.dir, Percentile: d.percentile, HasStated: d.hasStated, Stated: d.stated, Factor: d.factor}
	main := -1
	for _, k := range [...]int{d.to, d.from, d.value} {
		if k >= 0 {
			main = k
			break
		}
	}
	if d.from >= 0 {
		m.HasFrom, m.From = true, r.quantity(&r.amounts[d.from])
	}
	if d.to >= 0 {
		m.HasTo, m.To = true, r.quantity(&r.amounts[d.to])
	}
	if d.value >= 0 && !d.hasStated {
		m.HasValue, m.Value = true, r.quantity(&r.amounts[d.value])
	}
	if d.rangeHigh > 0 {
		m.HasStated = false
		m.HasValue, m.Value = true, Quantity{Low: d.rangeLow, High: d.rangeHigh, Unit: "ratio"}
	}
	from, to := r.sentence(d.first)
	of := r.ofWhat(d, from, to)
	if !of.empty() && !r.nounSays(d, main) {
		m.Of = r.Doc.SpanOf(of.first, of.last)
	}
	var noun phrase
	if main >= 0 {
		noun = r.countedNoun(d, &r.amounts[main])
	}
	kind, ok := r.measureKind(d, main, from, to, of)
	if !ok {
		return
	}
	if noun.empty() && r.counted(d, main, of, kind) {
		noun = of
		if isAdjective(r.w(noun.first)) && noun.last > noun.first+1 && r.w(noun.last-1) != "users" {
			noun.first++ // "daily orders": the period is none of the noun
		}
		m.Of = text.Span{}
	}
	if !noun.empty() {
		m.Noun = r.Doc.SpanOf(noun.first, noun.last)
	}
	m.Kind = kind
	if kind == Cost && m.HasValue && m.Direction == Flat && !m.HasStated && r.saving(d, from) {
		m.Direction = Down
	}
	r.periodInFront(d, main, of, &m)
	if kind == Uptime && m.HasValue && m.Value.Unit == "count" {
		return
	}
	r.Metric = append(r.Metric, m)
	r.claim(d.first, d.last, Metric)
	f := r.add(Metric, d.first, d.last)
	f.Metric = int32(len(r.Metric) - 1)
	d.fact = len(r.Facts) - 1
}

// periodInFront takes a period that stands before the number: "Night pages per week: 12", "weekly pages from 55 to 9",
// "Daily load: 22M orders", "Annually, 75 million forms".
func (r *Reading) periodInFront(d *draft, main int, of phrase, m *Measure) {
	if main < 0 || m.Kind == Adoption || r.amounts[main].dim != counts || r.amounts[main].per != "" || m.Kind == Scale && r.amounts[main].noun >= 0 || m.Kind == DataSize {
		return
	}
	per := ""
	if of.said() {
		if isAdjective(r.w(of.first)) || of.first > 0 && isAdjective(r.w(of.first-1)) {
			k := of.first
			if !isAdjective(r.w(k)) {
				k--
			}
			if m.Kind != Adoption {
				per = r.period(k).Per
			}
		} else if p, _ := r.periodAfter(of.rawLast); p != nil {
			per = p.Per
			if p.Scale <= 3600 {
				r.perSecond(m, p.Scale)
				return
			}
		}
	}
	from, _ := r.sentence(d.first)
	if per == "" && isAdjective(r.w(from)) && (m.Kind == Volume || m.Kind == Scale) && !m.HasFrom {
		for k := from + 1; k < d.first; k++ {
			if r.sym(k) == ':' && k-from <= 3 || r.sym(k) == ',' && k == from+1 {
				per = r.period(from).Per
			}
		}
	}
	if per == "" {
		return
	}
	if m.Kind == Scale {
		m.Kind = Volume
	}
	if m.HasValue {
		m.Value.Per = per
	}
	if m.HasFrom {
		m.From.Per = per
	}
	if m.HasTo {
		m.To.Per = per
	}
}

// perSecond turns counts into a rate: "Reads per second climbed past 100,000".
func (r *Reading) perSecond(m *Measure, scale float64) {
	m.Kind = Throughput
	for _, q := range [...]*Quantity{&m.Value, &m.From, &m.To} {
		if q.Unit == "count" {
			q.Value, q.Low, q.High, q.Unit = q.Value/scale, q.Low/scale, q.High/scale, "1/s"
		}
	}
}

// countedNoun is the noun of a count: its own, or that of the other side of a change.
func (r *Reading) countedNoun(d *draft, a *amount) phrase {
	if d.from >= 0 && a.nounLast == a.nounFirst {
		a = &r.amounts[d.from]
	}
	if a.dim == bytes || a.dim == money {
		return phrase{}
	}
	return phrase{first: int(a.nounFirst), last: int(a.nounLast)}
}

// nounSays reports a count whose noun says what it is of: only a rate of work has a system beside it.
func (r *Reading) nounSays(d *draft, main int) bool {
	if main < 0 || d.hasStated && d.from < 0 && d.to < 0 {
		return false
	}
	a := &r.amounts[main]
	return a.dim == counts && !r.countedNoun(d, a).empty() && !(a.perScale > 0 && a.perScale <= 3600 && r.flows(a))
}

// counted reports whether the phrase that a metric is of is what its number counts: "pages down from 40 a week", "deadlocks
// fell 80%".
func (r *Reading) counted(d *draft, main int, of phrase, kind MeasureKind) bool {
	if of.empty() {
		return false
	}
	if main >= 0 && r.amounts[main].dim == counts {
		return !d.hasStated || d.from >= 0 || d.to >= 0 && isPlural(r.w(of.last-1))
	}
	if !d.hasStated || d.from >= 0 || d.to >= 0 {
		return false
	}
	k, plural := r.phraseKind(of)
	return plural && k == kind
}

// quantity is an amount in base units.
func (r *Reading) quantity(a *amount) Quantity {
	q := Quantity{Value: a.value, Low: a.low, High: a.high}
	if a.ranged {
		q.Value = 0
	}
	scale := func(by float64) {
		q.Value, q.Low, q.High = q.Value/by, q.Low/by, q.High/by
	}
	switch a.dim {
	case times:
		q.Unit, q.Per = "s", a.per
	case ratios:
		q.Unit, q.Per = "ratio", a.per
	case multiples:
		q.Unit = "x"
	case money:
		q.Unit, q.Per = a.currency, a.per
	case rates:
		q.Unit = "1/s"
	case bytes:
		q.Unit, q.Per = "bytes", a.per
		if a.perScale > 0 && a.perScale <= 3600 {
			scale(a.perScale)
			q.Unit, q.Per = "bytes/s", ""
		}
	default:
		q.Unit, q.Per = "count", a.per
		if a.perScale > 0 && a.perScale <= 3600 && r.flows(a) {
			scale(a.perScale)
			q.Unit, q.Per = "1/s", ""
		}
	}
	return q
}

// flows reports whether a count over a short period is a rate of work: deploys and pages an hour are not.
func (r *Reading) flows(a *amount) bool {
	if a.noun < 0 {
		return true
	}
	switch r.Base.Units[a.noun].Kind {
	case "incident", "other", "org":
		return a.per == "second"
	}
	return true
}

// measureKind decides what a draft measures.
func (r *Reading) measureKind(d *draft, main, from, to int, of phrase) (MeasureKind, bool) {
	about := r.subjectKind(d, from, to, of.first, of.last)
	if of.said() && d.hasStated {
		about, _ = r.phraseKind(of)
		switch {
		case r.speedWord(d) || d.percentile > 0:
			about = Latency
		case r.in(d.first-1, "cost", "costs") && d.hasStated:
			about = Cost
		}
	}
	if main < 0 || d.hasStated && d.from < 0 && d.to < 0 {
		// A relative change has its subject's kind.
		if main >= 0 && r.amounts[main].noun >= 0 {
			return r.nounKind(&r.amounts[main])
		}
		return about, true
	}
	a := &r.amounts[main]
	switch a.dim {
	case times:
		if about == Uptime && r.near(from, to, d, "downtime") {
			return Uptime, true
		}
		return Latency, true
	case rates:
		return Throughput, true
	case bytes:
		if a.perScale > 0 && a.perScale <= 3600 {
			return Throughput, true
		}
		if a.per != "" {
			return Volume, true
		}
		for k := of.rawFirst; k < of.rawLast; k++ {
			if r.in(k, "image", "images", "payload", "payloads", "memory", "heap", "binary", "bundle") {
				return Other, true
			}
		}
		if r.near(from, to, d, "memory", "heap", "rss", "image", "images", "binary", "footprint", "bundle", "ram", "payload", "payloads", "bodies", "body", "jar") {
			return Other, true
		}
		return DataSize, true
	case money:
		return r.moneyKind(d, a, from, to), true
	case ratios:
		fails := r.failing(d, from)
		if !of.empty() {
			if k, _ := r.phraseKind(of); k == Incident && r.w(d.last) != "success" && !r.near(from, to, d, "success") {
				fails = true
			}
		}
		if fails {
			return Incident, true
		}
		return r.ratioKind(d, a, about, from, to)
	case multiples:
		if about == PercentChange {
			return Other, true
		}
		return about, true
	}
	if a.per != "" {
		if a.perScale <= 3600 && r.flows(a) {
			return Throughput, true
		}
	}
	if a.noun >= 0 {
		k, ok := r.nounKind(a)
		switch u := &r.Base.Units[a.noun]; {
		case u.Kind == "org" && d.from >= 0 && d.to >= 0:
			return Other, true // a team that grew
		case k == Volume && a.per == "" && r.heldAsData(d, a):
			return DataSize, true
		case k == Volume && a.per == "" && a.value < 1000 && d.from < 0 && r.in(int(a.nounLast)-1, "jobs", "checks", "workflows", "batches", "runs", "tasks", "streams"):
			return Scale, true
		case k == Scale && a.value >= 1e8 && r.in(int(a.nounLast)-1, "nodes"):
			return DataSize, true
		case k == Volume && r.is(int(a.nounFirst), lex.Hyphen):
			return Scale, true
		case k == DataSize && r.in(int(a.nounLast)-1, "tables", "files", "keys") && a.value < 5000 && a.per == "":
			return Scale, true
		case k == Volume && a.per != "" && a.per != "year" && r.in(int(a.nounLast)-1, "downloads", "installs"):
			return Adoption, true
		case k == Volume && r.in(int(a.nounLast)-1, "changes", "merges", "builds") && a.perScale > 3600 && a.value < 5000:
			return Other, true
		case k == Volume && r.lostBefore(d, from):
			return Incident, true
		case k == Scale && a.per == "" && r.usedAt(d):
			return Adoption, true
		case k == Volume && d.from >= 0 && d.to >= 0 && a.per == "" && r.perUnit(d):
			return Other, true
		}
		return k, ok
	}
	if of.said() && (a.nounLast == a.nounFirst) && !of.empty() {
		if u := r.headKind(of); u != "" {
			switch u {
			case "incident":
				return Incident, true
			case "adoption":
				return Adoption, true
			case "other":
				return Other, true
			case "scale":
				if a.per == "" {
					return Scale, true
				}
			}
		}
		if incidentAdjective(r.w(of.first)) {
			return Incident, true
		}
	}
	if a.nounLast > a.nounFirst && r.w(int(a.nounLast)-1) == "times" {
		return Other, true
	}
	if a.per != "" {
		if about == Incident {
			return Incident, true
		}
		return Volume, true
	}
	if d.from >= 0 || d.to >= 0 {
		if about != PercentChange {
			return about, true
		}
		return Other, true
	}
	return Scale, true
}

// headKind is the kind of the counted noun that heads a phrase, "" where it has none.
func (r *Reading) headKind(p phrase) string {
	l := p.last
	for k := p.first; k < p.last; k++ {
		if r.at(k) == preposition {
			l = k
			break
		}
	}
	return r.headUnit(l, p.first)
}

// heldAsData reports whether what is counted is stored: "a store holding 5 trillion points".
func (r *Reading) heldAsData(d *draft, a *amount) bool {
	for k := d.first - 1; k >= 0 && k > d.first-4; k-- {
		switch r.w(k) {
		case "holding", "holds", "stores", "storing", "stored", "archive", "store", "keeps", "archived", "index", "indexed", "indexes", "indexing":
			return true
		}
	}
	return false
}

// lostBefore reports whether the clause says that what is counted got lost or went wrong.
func (r *Reading) lostBefore(d *draft, from int) bool {
	for k := d.first - 1; k >= from && k > d.first-5; k-- {
		switch r.w(k) {
		case "lost", "dropped", "duplicated", "losing", "dropping", "corrupted", "missed", "failed":
			return true
		}
		if r.clauseEnd(k) {
			return false
		}
	}
	a := r.mainAmount(d)
	return a != nil && a.nounLast > a.nounFirst && (incidentAdjective(r.w(int(a.nounFirst))) || r.in(int(a.nounFirst), "duplicate", "double", "false"))
}

// usedAt reports "in use at", "in daily use by", "depend on" about a count of places.
func (r *Reading) usedAt(d *draft) bool {
	if r.in(d.first-1, "at", "by", "in") && r.w(d.first-2) == "use" {
		return true
	}
	return r.in(d.last, "depend", "rely", "use", "adopted", "trust", "follow", "followed", "consume") || r.w(d.last) == "now" && r.in(d.last+1, "depend", "rely", "use")
}

// perUnit reports a count per thing: "1,400 queries per page to 6".
func (r *Reading) perUnit(d *draft) bool {
	for k := d.first; k < d.last; k++ {
		if r.w(k) == "per" {
			return true
		}
	}
	return false
}

func (r *Reading) nounKind(a *amount) (MeasureKind, bool) {
	switch k := r.Base.Units[a.noun].Kind; k {
	case "adoption":
		if a.per != "" && a.per != "month" && a.per != "day" && a.per != "week" {
			return Volume, true
		}
		return Adoption, true
	case "volume":
		return Volume, true
	case "data_size":
		if a.per != "" {
			return Volume, true
		}
		return DataSize, true
	case "scale":
		if a.per != "" {
			return Volume, true
		}
		if r.adopts(a) {
			return Adoption, true
		}
		return Scale, true
	case "incident":
		return Incident, true
	case "org":
		return Other, false
	case "contribution":
		return Other, false
	}
	return Other, true
}

// adopts reports whether the counted things use something: "adopted by 34 repositories", "41 services adopted".
func (r *Reading) adopts(a *amount) bool {
	for k := int(a.first) - 4; k < int(a.last)+4; k++ {
		switch r.w(k) {
		case "adopted", "adopt", "adopts", "adoption", "adopting":
			return true
		case "use", "uses", "used":
			return r.w(int(a.first)-1) == "by" || r.w(int(a.first)-1) == "at" || k >= int(a.last)
		}
	}
	return false
}

// speedWord reports "faster" or its like behind a relative change: then a duration is meant.
func (r *Reading) speedWord(d *draft) bool {
	for k := d.first; k < d.last+2; k++ {
		switch r.w(k) {
		case "faster", "quicker", "slower", "shorter", "sooner":
			return true
		}
	}
	return false
}

// near reports whether one of the words stands in the draft's clause.
func (r *Reading) near(from, to int, d *draft, words ...string) bool {
	lo, hi := d.first, d.last
	for lo > from && lo > d.first-10 && !r.clauseEnd(lo-1) {
		lo--
	}
	for hi < to && hi < d.last+6 && !r.clauseEnd(hi) && r.sym(hi) != ',' {
		hi++
	}
	for k := lo; k < hi; k++ {
		w := r.w(k)
		for _, x := range words {
			if w == x {
				return true
			}
		}
	}
	return false
}

func (r *Reading) moneyKind(d *draft, a *amount, from, to int) MeasureKind {
	if r.near(from, to, d, "saved", "saving", "savings", "saves", "save", "cost", "costs", "costing", "spend", "spending", "bill", "bills", "budget", "cheaper", "infra", "invoice", "licence", "license", "licences", "licenses", "fees", "wasted", "opex", "expense", "hosting", "spent", "charged", "price", "rent", "fee") || d.dir == Down || a.top() < 1 || a.top() < 1e6 && r.in(d.first-1, "for", "costs", "cost") || r.saving(d, from) {
		return Cost
	}
	return Volume
}

// failing reports a failure as the subject of a share: "throttling hit 37% of tenants".
func (r *Reading) failing(d *draft, from int) bool {
	for k := d.first - 1; k >= from && k > d.first-4; k-- {
		switch r.w(k) {
		case "throttling", "failures", "failing", "timeouts", "duplicates", "declines":
			return true
		}
	}
	return false
}

// ratioKind tells uptime, failures and plain shares apart.
func (r *Reading) ratioKind(d *draft, a *amount, about MeasureKind, from, to int) (MeasureKind, bool) {
	if a.value >= 0.98 && a.value <= 1 && r.near(from, to, d, "availability", "available", "uptime", "slo", "slos", "sla", "slas", "reliability", "up", "objective", "target") {
		return Uptime, true
	}
	if a.value >= 0.99 && a.value < 1 && a.decimals > 0 && (r.w(d.last) == "availability" || r.w(d.last) == "uptime" || r.w(d.last) == "reliability" || about == Uptime) {
		return Uptime, true
	}
	if a.nines || a.value >= 0.99 && a.value < 1 && a.decimals > 0 && about == PercentChange && !r.near(from, to, d, "success", "accuracy", "recall", "hit", "coverage", "precision", "accepted", "delivered", "correct", "succeed", "succeeded") {
		return Uptime, true
	}
	if about == Incident {
		return Incident, true
	}
	if about == Uptime && a.value > 0.9 {
		return Uptime, true
	}
	return Other, true
}

// subject is the kind of metric that the words around a draft speak of; PercentChange where they name none. Words of measure
// ("latency", "cost") weigh more than counted nouns, and those only as the head of what is measured.
func (r *Reading) subjectKind(d *draft, from, to, ofFirst, ofLast int) MeasureKind {
	lo, hi := d.first, d.last
	for lo > from && lo > d.first-10 && !r.clauseEnd(lo-1) && r.sym(lo-1) != ',' {
		lo--
	}
	for hi < to && hi < d.last+8 && !r.clauseEnd(hi) && r.sym(hi) != ',' && !(r.preposition(hi) && r.w(hi) != "of" && r.w(hi) != "in" && r.w(hi) != "on" && r.w(hi) != "off" && r.w(hi) != "for") {
		hi++
	}
	if d.verb >= 0 && d.verb >= from && d.verb < lo {
		lo = d.verb
	}
	best, rank := PercentChange, 1<<30
	for k := lo; k < hi; k++ {
		if k >= d.first && k < d.last && (k < d.pFirst || k >= d.pLast) && r.kind(k) == lex.Number {
			continue
		}
		kind, ok := r.measureNoun(k)
		if !ok {
			continue
		}
		gap := d.first - k
		if k >= d.last {
			gap = k - d.last + 1
		}
		if k >= d.first && k < d.last {
			gap = 0
		}
		if r.unitAt(k, "noun") != nil && !measureTail(r.w(k)) {
			// A counted noun must be the head of its phrase.
			if r.kind(k+1) == lex.Word && r.at(k+1) == nominal && r.at(k) != predicate || r.at(k) == predicate && k+1 < d.first && k != ofLast-1 {
				continue
			}
			gap += 6
			if kind == Incident {
				gap -= 4
			}
			if r.w(k-1) == "of" || r.w(k-1) == "per" || r.preposition(k-1) && k < d.first {
				gap += 6
			}
		}
		if gap < rank {
			best, rank = kind, gap
		}
	}
	if best == PercentChange && d.percentile > 0 {
		return Latency
	}
	return best
}

// measureNoun is the kind of metric that a word by itself speaks of.
func (r *Reading) measureNoun(i int) (MeasureKind, bool) {
	switch w := r.w(i); w {
	case "latency", "latencies", "response", "startup", "lag", "delay", "duration", "staleness", "recovery", "mttr", "ttfb", "p99", "p95", "p50", "rto", "rpo", "lead-time", "turnaround", "faster", "slower", "quicker":
		return Latency, true
	case "start", "starts", "boot", "boots":
		return Latency, r.w(i-1) == "cold" || r.w(i-1) == "warm"
	case "pager", "paging":
		return Incident, true
	case "time", "times":
		if r.w(i-1) == "on" || r.w(i-1) == "real" || r.w(i-1) == "full" || r.w(i-1) == "part" || r.w(i-1) == "first" || r.w(i-1) == "third" || r.is(i, lex.Hyphen) && r.w(i-1) != "run" {
			return 0, false
		}
		return Latency, true
	case "throughput", "rps", "qps", "tps", "iops", "ingest", "ingestion":
		return Throughput, true
	case "availability", "uptime", "slo", "sla", "downtime":
		return Uptime, true
	case "cost", "costs", "spend", "bill", "bills", "spending", "expenses", "egress", "fees", "invoice", "budget", "cheaper", "licence", "license":
		return Cost, true
	case "traffic", "volume", "load":
		if r.w(i-1) == "page" || r.w(i+1) == "time" || r.w(i+1) == "times" || r.w(i+1) == "test" {
			return 0, false
		}
		return Volume, true
	case "storage", "disk":
		return DataSize, true
	case "cpu", "memory", "conversion", "retries", "coverage", "error":
		return 0, false
	}
	if _, end := r.percentileAt(i); end > i {
		return Latency, true
	}
	if u := r.unitAt(i, "noun"); u != nil {
		switch u.Kind {
		case "incident":
			if r.w(i) == "error" || r.w(i) == "errors" && (r.w(i+1) == "rate" || r.w(i+1) == "rates") {
				return 0, false
			}
			return Incident, true
		case "adoption":
			if r.w(i+1) == "time" || r.w(i-1) == "per" {
				return 0, false
			}
			return Adoption, true
		case "data_size":
			return DataSize, true
		case "scale":
			if r.w(i) == "service" || r.w(i) == "system" || r.w(i) == "pipeline" || r.w(i) == "database" || r.w(i) == "api" || r.w(i) == "queue" || r.w(i) == "cache" || r.w(i) == "endpoint" || r.w(i) == "gateway" || r.w(i) == "feed" || r.w(i) == "cluster" || r.w(i) == "model" || r.w(i) == "module" {
				return 0, false
			}
			return Scale, true
		case "volume":
			return Volume, true
		case "other":
			return Other, true
		}
	}
	return 0, false
}

// bundle links neighbouring metrics of a sentence that are axes of one claim: "28K RPS at p99 under 65 ms across three regions".
func (r *Reading) bundle() {
	prev := -1
	for i := range r.drafts {
		d := &r.drafts[i]
		if d.fact < 0 {
			continue
		}
		if prev >= 0 && r.sameClaim(r.drafts[prev].last, d.first) {
			p := &r.Facts[r.drafts[prev].fact]
			if p.Bundle == 0 {
				r.bundles++
				p.Bundle = r.bundles
			}
			r.Facts[d.fact].Bundle = p.Bundle
		}
		prev = i
	}
}

func (r *Reading) sameClaim(i, j int) bool {
	if j-i > 7 {
		return false
	}
	link := false
	for k := i; k < j; k++ {
		switch r.w(k) {
		case "at", "with", "across", "under", "over", "in", "on", "from", "for", "through":
			link = true
		case "and", ",", "plus":
			link = link || j-i <= 3
		}
		if r.sym(k) == ';' || r.sym(k) == '.' || r.sym(k) == '—' || r.sym(k) == '•' || r.sym(k) == ':' {
			return false
		}
		if r.verbForm(k) {
			return false
		}
	}
	return link
}
