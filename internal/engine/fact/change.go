package fact

import (
	"github.com/standfirst/standfirst/internal/engine/lex"
)

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
		if r.twoAxes(k, end) {
			continue
		}
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

// twoAxes pairs both axes of "6,500 a second at p99 of 38 ms, up from 1,900 at 140 ms".
func (r *Reading) twoAxes(k, end int) bool {
	if k+3 >= end {
		return false
	}
	x, y, a, b := &r.amounts[k], &r.amounts[k+1], &r.amounts[k+2], &r.amounts[k+3]
	i := int(y.last)
	if r.sym(i) == ',' || r.sym(i) == '(' {
		i++
	}
	if x.used || y.used || a.used || b.used || !r.in(i, "up", "down") || r.w(i+1) != "from" || int(a.first) != i+2 || !comparable(x, a) || !comparable(y, b) || x.dim == y.dim {
		return false
	}
	if j := int(a.last); !r.in(j, "at", "and", "with") || int(b.first)-j > 4 {
		return false
	}
	r.pair(a, x, k+2, k)
	r.pair(b, y, k+3, k+1)
	// Each keeps the words of its own value: the two would lie across each other otherwise.
	for n := len(r.drafts) - 2; n < len(r.drafts); n++ {
		d := &r.drafts[n]
		d.first, d.last = int(r.amounts[d.to].first), int(r.amounts[d.to].last)
	}
	return true
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

func (r *Reading) toSideOf(d *draft, begin, end int) {
	for k := begin; k < end; k++ {
		if int(r.amounts[k].first) >= d.last {
			r.toSide(d, k, end)
			return
		}
	}
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
