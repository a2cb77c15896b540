package fact

import (
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/lex"
)

// dimension is what an amount is measured in.
type dimension uint8

const (
	counts dimension = iota
	times
	bytes
	money
	ratios
	multiples
	rates // per second by its own word: "RPS"
)

// amount is a number with its unit, noun, period and bound, before it is known what it says.
type amount struct {
	first, last int32 // tokens with bound, unit, noun and period
	num, numEnd int32 // tokens of the number, its magnitude and its unit
	value       float64
	low, high   float64
	ranged      bool
	glued       bool    // the unit stands with the number: it needs none from a partner
	unit        float64 // scale to base units that value has been multiplied with already; 0: no unit was written
	decimals    int8
	dim         dimension
	currency    string
	per         string  // period, or ""
	perScale    float64 // seconds of the period
	nounFirst   int32   // tokens of the noun, equal where there is none
	nounLast    int32
	noun        int32 // row of Units for the counted noun, or -1
	bound       Bound
	calendar    bool // a time unit of a day or more
	word        bool // written in words
	points      bool // percentage points
	remains     bool // what is left or reached, not what went: "a third of the fee", "twice the traffic"
	nines       bool // said as a number of nines
	used        bool
}

// readAmounts finds every number that may measure something. Versions, years, dates and ordinals are none.
func (r *Reading) readAmounts() {
	for i := 0; i < len(r.low); {
		if !r.mayMeasure(i) {
			i++
			continue
		}
		a, ok := r.amountAt(i)
		if !ok {
			i++
			continue
		}
		r.amounts = append(r.amounts, a)
		i = max(int(a.last), i+1)
	}
}

// mayMeasure refuses at once what no amount starts with, which is nearly every word.
func (r *Reading) mayMeasure(i int) bool {
	if r.kind(i) == lex.Number {
		return true
	}
	if _, ok := r.term(kb.KindUnit, i); ok {
		return true
	}
	switch r.w(i) {
	case "a", "an", "none", "twice", "sub":
		return true
	}
	return false
}

// numeral reads a number at token i: digits or words, with magnitudes. It returns the token after it.
func (r *Reading) numeral(i int) (a amount, next int, ok bool) {
	a.noun = -1
	if r.kind(i) == lex.Number {
		return r.digits(i)
	}
	if r.kind(i) != lex.Word || r.is(i, lex.Hyphen) && r.w(i-1) != "sub" {
		return a, i, false
	}
	v, next := r.wordNumber(i)
	if next == i {
		return a, i, false
	}
	a.value, a.word = v, true
	a.num, a.numEnd = int32(i), int32(next)
	return a, next, true
}

// wordNumber reads a number written in words: "three hundred", "twenty-five", "half a million", "a dozen", "two million".
func (r *Reading) wordNumber(i int) (float64, int) {
	start := i
	if w := r.w(i); w == "a" || w == "an" {
		if u := r.unitAt(i+1, "magnitude"); u != nil {
			return u.Scale, i + 2
		}
		if r.w(i+1) == "dozen" {
			return 12, i + 2
		}
		return 0, start
	}
	total, current, seen := 0.0, 0.0, false
	for i < len(r.low) {
		if u := r.unitAt(i, "numeral"); u != nil {
			if u.ID == "half" {
				if w := r.w(i + 1); w == "a" || w == "an" {
					if m := r.unitAt(i+2, "magnitude"); m != nil {
						return m.Scale / 2, i + 3
					}
				}
				return 0, start
			}
			if seen && (u.Scale >= 10 || int64(current)%10 != 0) && current < 100 {
				break
			}
			current += u.Scale
			seen = true
			i++
			continue
		}
		if u := r.unitAt(i, "magnitude"); u != nil && seen {
			if u.Scale == 100 {
				current *= 100
			} else {
				total += current * u.Scale
				current = 0
			}
			i++
			continue
		}
		if r.w(i) == "and" && seen && current >= 100 && r.numeralAt(i+1) {
			i++
			continue
		}
		break
	}
	if !seen {
		return 0, start
	}
	return total + current, i
}

// unitAt is the unit row that starts at token i, when it is of the wanted sort.
func (r *Reading) unitAt(i int, is string) *kb.Unit {
	if m, ok := r.term(kb.KindUnit, i); ok {
		if u := &r.Base.Units[m.Row]; u.Is == is {
			return u
		}
	}
	return nil
}

// digits reads a Number token with what is glued to it and a magnitude word after it.
func (r *Reading) digits(i int) (a amount, next int, ok bool) {
	a.noun = -1
	t := r.Doc.Tokens[i]
	n := r.Doc.Numbers[t.Num]
	if n.Groups > 1 {
		return a, i, false
	}
	a.value, a.decimals = n.Value, n.Decimals
	a.num, a.numEnd = int32(i), int32(i+1)
	if n.Plus {
		a.bound = AtLeast
	}
	next = i + 1
	switch n.Currency {
	case '$':
		a.dim, a.currency, a.glued = money, "USD", true
	case '€':
		a.dim, a.currency, a.glued = money, "EUR", true
	case '£':
		a.dim, a.currency, a.glued = money, "GBP", true
	case '¥':
		a.dim, a.currency, a.glued = money, "JPY", true
	case '₹':
		a.dim, a.currency, a.glued = money, "INR", true
	}
	if n.Percent {
		a.value, a.dim, a.glued, a.unit = percent(a.value, n.Decimals), ratios, true, 0.01
		return a, next, true
	}
	if n.SuffixEnd > n.SuffixStart {
		suffix := r.Doc.Text[n.SuffixStart:n.SuffixEnd]
		if !r.suffix(&a, suffix, i) {
			return a, i, false
		}
	}
	// A magnitude word: "1.2 million", "28 K".
	if m, found := r.term(kb.KindUnit, next); found && a.dim != times && a.dim != bytes {
		u := &r.Base.Units[m.Row]
		if u.Is == "magnitude" && m.Last-m.First == 1 && (u.Scale > 100 || !a.glued) && r.w(next) != "m" && r.w(next) != "b" {
			a.value *= u.Scale
			next = int(m.Last)
			a.numEnd = int32(next)
			if r.sym(next) == '+' && !r.is(next, lex.Space) {
				a.bound = AtLeast
				next++
				a.numEnd = int32(next)
			}
		}
	}
	return a, next, true
}

// percent turns a percentage into a ratio, rounded to the digits that were written so that 99.95 % is 0.9995.
func percent(v float64, decimals int8) float64 {
	p := 100.0
	for range decimals {
		v *= 10
		p *= 10
	}
	return float64(int64(v+0.5)) / p
}

// scaled multiplies by a unit without the noise of a binary fraction: 820 ms is 0.82 s.
func scaled(v, scale float64) float64 {
	if scale > 0 && scale < 1 {
		inverse := 1 / scale
		return v / float64(int64(inverse+0.5))
	}
	return v * scale
}

// suffix reads the letters glued to digits.
func (r *Reading) suffix(a *amount, s string, i int) bool {
	switch s {
	case "m":
		// Million before a noun or of money; minutes otherwise.
		if a.dim == money || r.kind(i+1) == lex.Word && r.is(i+1, lex.Space) && r.nounAhead(i+1) {
			a.value *= 1e6
			return true
		}
		a.value, a.dim, a.glued, a.unit = a.value*60, times, true, 60
		return true
	case "B", "b", "T":
		// Billion and trillion of money or before a noun; bytes and terabytes otherwise.
		if a.dim == money || r.kind(i+1) == lex.Word && r.is(i+1, lex.Space) {
			if a.value *= 1e9; s == "T" {
				a.value *= 1e3
			}
			return true
		}
		if s != "B" {
			return false
		}
	case "st", "nd", "rd", "th", "D", "G":
		return false
	}
	if u := r.Base.UnitOf(s); u >= 0 {
		return r.applyUnit(a, &r.Base.Units[u])
	}
	// A magnitude and a unit in one: "5kRPS", "3MB" is a unit of its own.
	if len(s) > 2 {
		if u := r.Base.UnitOf(s[:1]); u >= 0 && r.Base.Units[u].Is == "magnitude" {
			if k := r.Base.UnitOf(s[1:]); k >= 0 && r.Base.Units[k].Is == "rate" {
				a.value *= r.Base.Units[u].Scale
				return r.applyUnit(a, &r.Base.Units[k])
			}
		}
	}
	return false
}

func (r *Reading) applyUnit(a *amount, u *kb.Unit) bool {
	switch u.Is {
	case "magnitude":
		a.value *= u.Scale
	case "time":
		a.value, a.dim, a.glued, a.unit = scaled(a.value, u.Scale), times, true, u.Scale
		a.calendar = u.Scale >= 86400
	case "bytes":
		a.value, a.dim, a.glued, a.unit = a.value*u.Scale, bytes, true, u.Scale
	case "bits":
		a.value, a.dim, a.glued, a.unit = a.value*u.Scale, bytes, true, u.Scale
		a.per, a.perScale = "second", 1
	case "ratio":
		a.value, a.dim, a.glued, a.unit = scaled(a.value, u.Scale), ratios, true, u.Scale
		a.points = u.Kind == "points"
	case "multiple":
		a.dim, a.glued, a.unit = multiples, true, 1
	case "money":
		a.value, a.dim, a.glued, a.currency = scaled(a.value, u.Scale), money, true, u.Kind
	case "rate":
		a.value, a.dim, a.glued, a.unit = a.value/u.Scale, rates, true, 1/u.Scale
	default:
		return false
	}
	return true
}

// nounAhead reports whether a counted noun stands within a few words from token i, before any mark.
func (r *Reading) nounAhead(i int) bool {
	for k := i; k < i+4 && r.kind(k) == lex.Word; k++ {
		if u := r.unitAt(k, "noun"); u != nil {
			return true
		}
		if r.preposition(k) {
			return false
		}
	}
	return false
}

// amountAt reads an amount that starts at token i, its bound words included.
func (r *Reading) amountAt(i int) (amount, bool) {
	none := amount{}
	start := i
	bound, hasBound, sub := Exact, false, false
	// "sub-50ms", "sub-second".
	if r.w(i) == "sub" && r.is(i+1, lex.Hyphen) {
		if u := r.unitAt(i+1, "time"); u != nil {
			a := amount{noun: -1, value: scaled(1, u.Scale), dim: times, glued: true, unit: u.Scale, bound: Under, word: true,
				num: int32(i), numEnd: int32(i + 2), first: int32(i), last: int32(i + 2)}
			return a, true
		}
		i++
		bound, hasBound = Under, true
		sub = true
	} else {
		for range 2 {
			m, ok := r.term(kb.KindUnit, i)
			if !ok || r.Base.Units[m.Row].Is != "bound" {
				break
			}
			bound, hasBound = parseBound(r.Base.Units[m.Row].Kind), true
			i = int(m.Last)
			if r.sym(i) == '.' && r.in(i-1, "approx", "ca") {
				i++
			}
			if r.w(start) == "over" && i == start+1 && r.overWhat(start) {
				hasBound, bound, start = false, Exact, i // "joins over 150K records/s"
			}
			if r.w(i) == "of" || r.w(i) == "an" {
				i++
			}
		}
	}
	if i >= len(r.low) || r.owner[i] != 0 {
		return none, false
	}
	if a, ok := r.saidInWords(i, start, bound); ok {
		return a, true
	}
	if r.kind(i) == lex.Number && !sub && !r.measurable(i) {
		return none, false
	}
	if a, ok := r.ninesAt(i); ok {
		a.bound, a.first = bound, int32(start)
		return a, true
	}
	currency := (*kb.Unit)(nil)
	if u := r.unitAt(i, "money"); u != nil && r.kind(i+1) == lex.Number && r.is(i, lex.Upper) {
		currency = u // "USD 1.2bn"
		i++
	}
	a, next, ok := r.numeral(i)
	if ok && currency != nil {
		a.dim, a.glued, a.currency = money, true, currency.Kind
		i--
	}
	if !ok && r.w(i) == "a" && r.w(i+1) == "quarter" && r.w(i+2) == "of" && r.w(i+3) == "a" {
		if u := r.unitAt(i+4, "magnitude"); u != nil {
			a, next, ok = amount{noun: -1, value: u.Scale / 4, word: true, num: int32(i), numEnd: int32(i + 5)}, i+5, true
		}
	}
	if !ok && hasBound && (r.w(i) == "a" || r.w(i) == "an" || r.w(i) == "one") {
		// "less than a minute"
		if u := r.unitAt(i+1, "time"); u != nil && !pluralTime(r.w(i+1)) {
			a, next, ok = amount{noun: -1, value: 1, word: true, num: int32(i), numEnd: int32(i + 1)}, i+1, true
		}
	}
	if !ok {
		return none, false
	}
	if hasBound && (a.bound == Exact || bound != About) {
		a.bound = bound
	}
	a.first = int32(start)
	if r.w(next) == "ish" && r.is(next, lex.Hyphen) {
		a.bound = About
		next++
	}
	next = r.rangeEnd(&a, next, i)
	next = r.unitWords(&a, next)
	next = r.compoundTime(&a, next)
	next = r.nounAndPeriod(&a, next)
	if a.dim == counts && !a.glued && a.decimals > 0 && a.value <= 1 && r.scored(i) {
		a.dim, a.glued, a.unit, a.noun = ratios, true, 0.01, -1
		next = int(a.numEnd)
		a.nounFirst, a.nounLast = int32(next), int32(next)
	}
	if r.w(next) == "or" && r.in(next+1, "less", "fewer", "faster", "under") {
		a.bound = AtMost
		next += 2
	} else if r.w(next) == "or" && r.in(next+1, "more", "better", "higher") {
		a.bound = AtLeast
		next += 2
	}
	a.last = int32(next)
	if !hasBound {
		a.first = int32(i)
	}
	if a.word && a.dim == counts && a.nounLast == a.nounFirst && a.per == "" && !(a.value >= 1000) {
		// A bare word such as "one" measures nothing unless a partner gives it a unit.
		if r.w(i) == "one" && r.w(next) != "to" && r.sym(next) != '→' && r.w(i-1) != "into" {
			return none, false
		}
	}
	return a, true
}

// scored reports a score between 0 and 1 by its name: "recall 0.96", "precision from 0.82".
func (r *Reading) scored(i int) bool {
	for k := i - 1; k >= 0 && k > i-7; k-- {
		switch r.w(k) {
		case "recall", "precision", "accuracy", "f1", "auc", "ndcg", "score", "mrr", "hit":
			return true
		}
		if r.clauseEnd(k) {
			return false
		}
	}
	return false
}

// ninesAt reads an availability said in nines: "five nines", "five-9s", "three and a half nines".
func (r *Reading) ninesAt(i int) (amount, bool) {
	n := 0.0
	switch {
	case r.numeralAt(i):
		n = r.unitAt(i, "numeral").Scale
	case r.kind(i) == lex.Number:
		n = r.Doc.Numbers[r.Doc.Tokens[i].Num].Value
		if r.w(i) == "9s" || r.Doc.Tokens[i].End-r.Doc.Tokens[i].Start > 3 {
			return amount{}, false
		}
	}
	k := i + 1
	if r.w(k) == "and" && r.w(k+1) == "a" && r.w(k+2) == "half" {
		n += 0.5
		k += 3
	}
	if n < 1 || n > 9 || r.w(k) != "nines" && r.w(k) != "9s" && !(r.w(k) == "9" && r.w(k+1) == "s") {
		return amount{}, false
	}
	return amount{noun: -1, value: nines(n), dim: ratios, glued: true, unit: 0.01, decimals: 9, nines: true, word: true,
		num: int32(i), numEnd: int32(k + 1), first: int32(i), last: int32(k + 1), nounFirst: int32(k + 1), nounLast: int32(k + 1)}, true
}

// nines is the ratio of a number of nines: 0.999 for three, 0.9995 for three and a half.
func nines(n float64) float64 {
	p := 1.0
	for range int(n) {
		p *= 10
	}
	if n > float64(int(n)) {
		p *= 2
	}
	return (p - 1) / p
}

func parseBound(s string) Bound {
	switch s {
	case "about":
		return About
	case "at_least":
		return AtLeast
	case "at_most":
		return AtMost
	case "under":
		return Under
	}
	return Exact
}

// measurable refuses numbers that are no amounts: years, dates, list numbers, parts of names and of ordinals.
func (r *Reading) measurable(i int) bool {
	t := r.Doc.Tokens[i]
	n := r.Doc.Numbers[t.Num]
	if r.sym(i-1) == '\'' && t.Flags&lex.Space == 0 && n.SuffixEnd-n.SuffixStart == 1 && n.Value >= 20 && n.Value < 100 {
		return false // "the '80s"
	}
	if t.Flags&lex.Hyphen != 0 {
		// "COVID-19", "T-1000"; a range's second half is read with its first, and "top-10" counts nothing.
		if r.kind(i-1) == lex.Word {
			return false
		}
		if r.kind(i-1) == lex.Number {
			return false
		}
	}
	if r.sym(i-1) == '#' && !r.is(i, lex.Space) {
		return false
	}
	if r.yearLike(i) {
		switch r.w(i - 1) {
		case "in", "since", "until", "by", "of", "from", "to", "for", "during", "after", "before", "and", ",", "(", "—", "early", "late", "mid", "summer", "spring", "fall", "autumn", "winter", "class", "year":
			if _, ok := r.term(kb.KindUnit, i+1); !ok || r.unitAt(i+1, "bound") != nil || r.unitAt(i+1, "time") != nil {
				return false
			}
		}
		if r.is(i+1, lex.Hyphen) || r.month(i-1) || r.sym(i+1) == '.' || r.sym(i+1) == ')' {
			return false
		}
	}
	if r.month(i-1) && n.Value <= 31 && n.SuffixEnd == n.SuffixStart && !n.Percent || r.month(i+1) && n.Value <= 31 && !r.is(i+1, lex.Hyphen) && n.SuffixEnd == n.SuffixStart && !n.Percent {
		return false
	}
	switch r.w(i - 1) {
	case "iso", "soc", "rfc", "pci", "gdpr", "article", "http", "ipv", "sha", "base", "utf":
		return false
	case "top", "step", "level", "phase", "tier", "figure", "version", "v", "part", "chapter", "section", "page", "room", "grade", "series", "sev", "priority", "fortune", "web", "industry", "layer", "number", "no.", "gpa", "cgpa":
		return false
	}
	if r.sym(i-1) == '+' && r.w(i-2) == "n" {
		return false // "N+1 queries"
	}
	// "24/7", "A/B 50/50", "10/2024".
	if r.sym(i+1) == '/' && r.kind(i+2) == lex.Number && !r.is(i+1, lex.Space) || r.sym(i-1) == '/' && r.kind(i-2) == lex.Number && !r.is(i, lex.Space) {
		return false
	}
	return true
}

func (r *Reading) month(i int) bool {
	if !r.is(i, lex.Capital) {
		return false
	}
	switch r.w(i) {
	case "jan", "january", "feb", "february", "mar", "march", "apr", "april", "may", "jun", "june", "jul", "july", "aug", "august",
		"sep", "sept", "september", "oct", "october", "nov", "november", "dec", "december",
		"Jan", "January", "Feb", "February", "Mar", "March", "Apr", "April", "May", "Jun", "June", "Jul", "July", "Aug", "August",
		"Sep", "Sept", "September", "Oct", "October", "Nov", "November", "Dec", "December":
		return true
	}
	return false
}

// rangeEnd reads the second half of a range: "8–10K", "between 2 and 3 s", "3 to 5 million events".
func (r *Reading) rangeEnd(a *amount, next, start int) int {
	i := next
	joined := r.is(i, lex.Hyphen) && r.kind(i) == lex.Number
	between := r.w(start-1) == "between" && r.w(i) == "and"
	if !joined && !between && !(r.w(i) == "to" && !a.glued && a.dim == counts && a.unit == 0) {
		return next
	}
	if !joined {
		i++
	}
	if r.kind(i) != lex.Number || r.yearLike(i) && joined && r.yearLike(i-1) {
		return next
	}
	b, end, ok := r.digits(i)
	if !ok || b.value <= 0 {
		return next
	}
	if !joined && !between {
		// "3 to 5 million events" is a range; "5 to 38 engineers" is growth.
		if a.value <= 0 || r.w(start-1) == "from" || b.value < a.value && !(b.dim == ratios && a.dim == counts && b.value*100 > a.value) || r.w(start-1) != "by" && r.changeVerbNear(start) {
			return next
		}
	}
	c := b
	c.first, c.num, c.bound = a.first, a.num, a.bound
	low := a.value
	if a.glued || a.unit != 0 {
		c.low = low
	} else {
		// The first half takes the second's magnitude and unit.
		t := r.Doc.Tokens[i]
		c.low = low
		if raw := r.Doc.Numbers[t.Num].Value; raw != 0 {
			c.low = low * (b.value / raw)
		}
		if low >= b.value {
			c.low = low
		}
	}
	c.high = b.value
	if !joined && !between && r.w(start-1) != "by" && c.high > 4*c.low {
		return next
	}
	c.ranged = true
	c.numEnd = int32(end)
	*a = c
	if between {
		a.first--
	}
	return end
}

func (r *Reading) changeVerbNear(i int) bool {
	from, _ := r.sentence(i)
	for k := i - 1; k >= from && k > i-9; k-- {
		if m, ok := r.term(kb.KindVerb, k); ok && r.Base.Verbs[m.Row].Direction != "" {
			return true
		}
		switch r.w(k) {
		case "went", "from", "moved", "took", "grew", "growth", "migration", "expanded", "team":
			return true
		}
		if r.clauseEnd(k) {
			return false
		}
	}
	return false
}

// unitWords reads the unit that stands after the number as a word, or joined by a hyphen.
func (r *Reading) unitWords(a *amount, i int) int {
	if a.glued && a.dim != money && a.dim != counts {
		return i
	}
	if a.dim == money {
		return i
	}
	if a.dim == counts {
		switch r.sym(i) {
		case '€':
			a.dim, a.glued, a.currency = money, true, "EUR"
		case '£':
			a.dim, a.glued, a.currency = money, true, "GBP"
		}
		if a.dim == money {
			a.numEnd = int32(i + 1)
			return i + 1
		}
	}
	m, ok := r.term(kb.KindUnit, i)
	if !ok {
		return i
	}
	u := &r.Base.Units[m.Row]
	switch u.Is {
	case "time", "bytes", "bits", "ratio", "multiple", "rate", "money":
		if u.Is == "time" && len(r.w(i)) == 1 && r.is(i, lex.Capital) {
			return i
		}
		if u.Is == "multiple" && r.w(i) == "times" && r.w(i+1) == "a" {
			return i // "three times a week"
		}
		low, high := a.low, a.high
		if u.Is == "money" && a.dim == money {
			return i
		}
		if !r.applyUnit(a, u) {
			return i
		}
		if a.ranged {
			f := a.value / high
			a.low, a.high = low*f, high*f
		}
		if u.Is == "ratio" && a.decimals > 0 {
			a.value = percent(a.value*100, a.decimals)
		}
		a.numEnd = m.Last
		return int(m.Last)
	}
	return i
}

// compoundTime adds the smaller unit of "1h 40m" or "2 min 30 s".
func (r *Reading) compoundTime(a *amount, i int) int {
	if a.dim != times || a.unit < 60 || a.ranged || r.kind(i) != lex.Number || !r.is(i, lex.Space) {
		return i
	}
	b, end, ok := r.digits(i)
	if !ok {
		return i
	}
	end = r.unitWords(&b, end)
	if b.dim != times || b.unit >= a.unit || b.value >= a.unit {
		return i
	}
	a.value += b.value
	a.numEnd = int32(end)
	return end
}
