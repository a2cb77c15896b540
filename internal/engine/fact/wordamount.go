package fact

import "github.com/standfirst/standfirst/internal/engine/lex"

// saidInWords reads amounts that words say without a plain numeral: fractions, factors, odds, "half an hour".
func (r *Reading) saidInWords(i, start int, bound Bound) (amount, bool) {
	if r.kind(i) != lex.Number {
		switch r.w(i) { // few words begin one
		case "a", "an", "one", "half", "two", "three", "four", "twice", "none":
		default:
			return amount{}, false
		}
	}
	a := amount{noun: -1, word: true, glued: true, bound: bound, num: int32(i), first: int32(start)}
	end := 0
	switch w := r.w(i); w {
	case "a", "an", "one", "half", "two", "three", "four", "twice":
		switch {
		case r.halfTime(i, &a, &end):
		case w == "twice" && (r.w(i+1) == "the" || r.w(i+1) == "as" && r.inWords(i+2) || r.in(i+1, "fewer", "faster", "cheaper", "smaller")):
			a.value, a.dim, a.unit = 2, multiples, 1
			a.remains = r.in(i+1, "the", "as")
			end = i + 1
		case w == "a" && r.w(i+1) == "factor" && r.w(i+2) == "of":
			b, next, ok := r.numeral(i + 3)
			if !ok {
				return a, false
			}
			a.value, a.dim, a.unit = b.value, multiples, 1
			end = next
		default:
			v, next := r.fraction(i)
			if v == 0 || !r.partSays(i, next, start, &a) {
				return a, false
			}
			a.value, a.dim, a.unit, a.decimals = v, ratios, 0.01, 3
			end = next
		}
	case "none":
		if r.w(i-1) != "to" {
			return a, false
		}
		a.glued, end = false, i+1
	default:
		if r.kind(i) != lex.Number {
			return a, false
		}
		n := r.Doc.Numbers[r.Doc.Tokens[i].Num]
		switch {
		case n.Value == 1 && r.w(i+1) == "in" && r.kind(i+2) == lex.Number && n.SuffixEnd == n.SuffixStart:
			b, next, ok := r.digits(i + 2)
			if !ok || b.value < 3 || b.dim != counts || r.yearLike(i+2) && !r.is(i+3, lex.Hyphen) && b.value < 2100 && b.value > 1900 {
				return a, false
			}
			a.value, a.dim, a.unit, a.decimals = 1/b.value, ratios, 0.01, 9
			end = next
		case n.Groups > 1:
			v := dottedThousands(r.Doc.Text[r.Doc.Tokens[i].Start:r.Doc.Tokens[i].End])
			if v == 0 {
				return a, false
			}
			a.value, a.glued, a.word = v, false, false
			a.numEnd = int32(i + 1)
			a.last = int32(r.nounAndPeriod(&a, i+1))
			return a, true
		default:
			return a, false
		}
	}
	a.numEnd, a.last, a.nounFirst, a.nounLast = int32(end), int32(end), int32(end), int32(end)
	return a, true
}

// inWords are what a comparison "twice as …" ends in.
func (r *Reading) inWords(i int) bool {
	return r.in(i, "many", "much", "often", "fast", "large", "big")
}

// halfTime reads "half an hour", "a quarter of a second", "in a second".
func (r *Reading) halfTime(i int, a *amount, end *int) bool {
	v, k := 1.0, 0
	switch {
	case r.w(i) == "half" && r.in(i+1, "a", "an"):
		v, k = 0.5, i+2
	case r.w(i) == "a" && r.w(i+1) == "quarter" && r.w(i+2) == "of" && r.in(i+3, "a", "an"):
		v, k = 0.25, i+4
	case r.in(i, "a", "an") && r.in(i-1, "in", "within", "under", "below"):
		k = i + 1
		if r.kind(k+1) == lex.Word && !r.preposition(k+1) && !r.in(k+1, "and", "thanks", "or", "now", "on", "at", "even") || r.is(k+1, lex.Hyphen) {
			return false
		}
	default:
		return false
	}
	u := r.unitAt(k, "time")
	if u == nil || pluralTime(r.w(k)) || u.Scale >= 86400 {
		return false
	}
	a.value, a.dim, a.unit = v*u.Scale, times, u.Scale
	*end = k + 1
	return true
}

// fraction reads a fraction: "half", "a third", "two thirds", "four fifths", and where it ends.
func (r *Reading) fraction(i int) (float64, int) {
	n, k := 1.0, i
	switch w := r.w(i); {
	case w == "half":
		return 0.5, i + 1
	case w == "a" || w == "one":
		k++
	default:
		u := r.unitAt(i, "numeral")
		if u == nil {
			return 0, i
		}
		n = u.Scale
		k++
	}
	parts := 0.0
	switch r.w(k) {
	case "third", "thirds":
		parts = 3
	case "quarter", "quarters":
		parts = 4
	case "fifth", "fifths":
		parts = 5
	case "sixth", "sixths":
		parts = 6
	case "eighth", "eighths":
		parts = 8
	case "tenth", "tenths":
		parts = 10
	case "half":
		parts = 2
	}
	if parts == 0 || n >= parts {
		return 0, i
	}
	return float64(int64(n/parts*1000+0.5)) / 1000, k + 1
}

// partSays decides whether a fraction is a change: "by a third", "a fifth fewer", "half the instances", "for a third of the fee".
func (r *Reading) partSays(i, next, start int, a *amount) bool {
	switch {
	case r.w(start-1) == "by" || r.w(start-1) == "in" && r.w(i) == "half":
		return true
	case r.w(start-2) == "by" && r.in(start-1, "more", "nearly", "about"):
		return true
	}
	if u := r.unitAt(next, "direction"); u != nil && r.w(next) != "off" {
		return true
	}
	a.remains = true
	switch {
	case r.w(next) == "as" && r.inWords(next+1):
		return true
	case r.w(i) == "half" && r.in(next, "the", "of") && r.kind(next+1) == lex.Word:
		return start == 0 || r.sym(start-1) != 0 || r.in(start-1, "with", "on", "for", "at", "and", "needs", "uses", "using", "to")
	case r.w(next) == "of" && r.in(start-1, "for", "at", "to") && r.in(next+1, "the", "its", "our", "what"):
		return true
	}
	return false
}

// dottedThousands reads "5.000.000"; 0 for anything else.
func dottedThousands(s string) float64 {
	v, run, groups := 0.0, 0, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c-'0' < 10:
			v = v*10 + float64(c-'0')
			run++
		case c == '.' && (run == 3 || groups == 0 && run > 0 && run <= 3):
			groups++
			run = 0
		default:
			return 0
		}
	}
	if groups < 2 || run != 3 {
		return 0
	}
	return v
}
