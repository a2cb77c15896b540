package arith

import "github.com/standfirst/standfirst/internal/engine/fact"

// Change is a change from one value to another, beside what the text says it comes to.
type Change struct {
	Computed  float64 // relative: -0.378 is a cut of 37.8 %
	Stated    float64
	HasStated bool
	Agrees    bool
	Points    bool // the text states the difference in percentage points
}

// CheckChange reckons the change of a measure that has both sides. Computed and stated agree when rounding either side, as
// far as the text rounds, can make them equal.
func CheckChange(m *fact.Measure) (Change, bool) {
	if !m.HasFrom || !m.HasTo || m.From.Unit != m.To.Unit || m.From.Per != m.To.Per || m.From.High > 0 || m.To.High > 0 {
		return Change{}, false
	}
	from, to := m.From.Value, m.To.Value
	if from <= 0 || to < 0 || from == to {
		return Change{}, false
	}
	c := Change{Computed: to/from - 1, Stated: m.Stated, HasStated: m.HasStated, Agrees: true}
	if !m.HasStated || Impossible(m) {
		return c, true
	}
	lo, hi := spread(from, to, m.Bound)
	if m.Factor {
		c.Agrees = factorAgrees(m.Stated, lo, hi)
		return c, true
	}
	c.Agrees = percentAgrees(m.Stated, lo, hi)
	if !c.Agrees && m.From.Unit == "ratio" && percentAgrees(m.Stated, to-from-rounding(to)-rounding(from), to-from+rounding(to)+rounding(from)) {
		c.Agrees, c.Points = true, true
	}
	return c, true
}

// Impossible reports a reduction by more than the whole.
func Impossible(m *fact.Measure) bool {
	return m.HasStated && !m.Factor && (m.Stated < -1.0001 || m.Direction == fact.Down && m.Stated > 1.0001)
}

// spread is the smallest and largest relative change that two rounded values can stand for.
func spread(from, to float64, b fact.Bound) (lo, hi float64) {
	rf, rt := rounding(from), rounding(to)
	if b != fact.Exact {
		rf, rt = max(rf, from*0.05), max(rt, to*0.05)
	}
	return (to-rt)/(from+rf) - 1, (to+rt)/(from-rf) - 1
}

// rounding is how far a number may be from what was measured: half of its last digit. A small whole number is taken to be
// nearly exact, and no number to be off by more than a few hundredths: nobody rounds 100 to the nearest hundred, and "from
// 3 s to 2 s" is not half.
func rounding(x float64) float64 {
	if x <= 0 {
		return 0
	}
	scale := 1.0
	for x*scale < 1 { // 0.82 s is said as 820 ms
		scale *= 1000
	}
	shown := x * scale
	for step := 1.0; step > 1e-5; step /= 10 {
		n := shown / step
		if abs(n-float64(int64(n+0.5))) > 1e-6*n {
			continue
		}
		if step < 1 {
			return min(step/2/scale, x*0.04)
		}
		for shown >= 1000*step && float64(int64(shown/(10*step)))*10*step == shown {
			step *= 10 // 28,000 was rounded to thousands
		}
		return min(step/2/scale, x*0.015)
	}
	return 0
}

// percentAgrees compares a stated percentage with the range that the values leave. Whole tens are allowed to be rounded
// to tens, as far as a reader forgives it.
func percentAgrees(stated, lo, hi float64) bool {
	s := abs(stated) * 100
	slack := 0.0055
	switch n := int64(s + 0.5); {
	case abs(s-float64(n)) > 0.001: // 37.5 %
		slack = 0.0015
	case n%10 == 0 && n < 100:
		slack = 0.025
	case n%5 == 0 && n < 100:
		slack = 0.0125
	case n >= 100: // a rise to more than double is told in round numbers
		slack = float64(n) * 0.0005
	}
	return stated+slack >= lo && stated-slack <= hi || opposite(stated, lo, hi, slack)
}

// opposite lets an unsigned percentage stand for a cut where the text does not say which way ("38 % on p99").
func opposite(stated, lo, hi, slack float64) bool {
	return stated > 0 && stated <= 1 && hi < 0 && -stated+slack >= lo && -stated-slack <= hi
}

// factorAgrees compares "4x", "halved", "a third of" with the range that the values leave, as ratios above one.
func factorAgrees(stated, lo, hi float64) bool {
	s, a, b := 1+stated, 1+lo, 1+hi
	if s <= 0 || a <= 0 {
		return true // not a factor that can be compared
	}
	if b < 1 {
		a, b = 1/b, 1/a
		if s < 1 {
			s = 1 / s
		}
	}
	slack := 0.5
	switch n := float64(int64(s + 0.5)); {
	case abs(s-n) > 0.01:
		slack = 0.15
	case n <= 2:
		slack = 0.25
	case n >= 10:
		slack = n * 0.06
	}
	// "4x more" and "4 times as much" are one apart and both are meant.
	return s+slack >= a && s-slack <= b || s > 1 && s+1+0.1 >= a && s+1-0.1 <= b
}

// Says is the sum in words.
func (c Change) Says(m *fact.Measure) string {
	s := Amount(m.From) + " to " + Amount(m.To) + " is " + move(c.Computed)
	if !c.HasStated || m.Factor && c.Agrees {
		return s // "3x less" says no percentage that could be repeated
	}
	joint := "; the text says "
	if !c.Agrees {
		joint = ", but the text says "
	}
	switch {
	case c.Points:
		return Amount(m.From) + " to " + Amount(m.To) + " is " + exact(round(abs(m.To.Value-m.From.Value)*100, 2)) + " percentage points; the text says " + percent(abs(c.Stated))
	case m.Factor:
		return s + joint + factor(c.Stated)
	}
	return s + joint + percent(abs(c.Stated))
}

// move says a relative change: "a 37.8% cut", "a 45% rise", "4 times as much".
func move(x float64) string {
	switch {
	case x <= -1:
		return "a cut to nothing"
	case x < 0:
		return article(abs(x)) + percent(abs(x)) + " cut"
	case x < 1:
		return article(x) + percent(x) + " rise"
	}
	return approx(1+x) + " times as much"
}

// article is "a " or "an ", as the percentage is spoken: an 8%, an 11%, an 18%, an 80% cut.
func article(x float64) string {
	p := percent(x)
	if p[0] == '8' || p[0] == 'o' || len(p) > 1 && (p[:2] == "11" || p[:2] == "18") && (len(p) == 3 || p[2] == '.') {
		return "an "
	}
	return "a "
}

// factor says a stated change that the text gave as a factor.
func factor(stated float64) string {
	s := 1 + stated
	if s > 0 && s < 1 {
		if abs(s-0.5) < 0.001 {
			return "half"
		}
		return approx(1/s) + "× less"
	}
	return approx(s) + "×"
}
