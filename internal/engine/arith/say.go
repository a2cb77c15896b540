package arith

import (
	"math"
	"strconv"

	"github.com/standfirst/standfirst/internal/engine/fact"
)

// Amount says a quantity in its natural unit: "820 ms", "28,000 a second", "99.99%", "$11K a month", "80 GB".
func Amount(q fact.Quantity) string { return amountOf(q, "") }

func amountOf(q fact.Quantity, noun string) string {
	s := ""
	if q.High > 0 {
		from, to := one(q.Low, q.Unit), one(q.High, q.Unit)
		if n := unitLen(from, to); n > 0 {
			from = from[:len(from)-n] // "40 to 60 ms", not "40 ms to 60 ms"
		}
		s = from + " to " + to
	} else {
		s = one(q.Value, q.Unit)
	}
	if noun != "" {
		s += " " + noun
	}
	switch q.Per {
	case "":
		return s
	case "hour":
		return s + " an hour"
	}
	return s + " a " + q.Per
}

// unitLen is the length of the words that two amounts both end in.
func unitLen(a, b string) int {
	for i := 0; i < len(a); i++ {
		if a[i] == ' ' || a[i] == '%' {
			if n := len(a) - i; n < len(b) && b[len(b)-n:] == a[i:] {
				return n
			}
		}
	}
	return 0
}

func one(v float64, unit string) string {
	switch unit {
	case "s":
		return Duration(v)
	case "1/s":
		return exact(v) + " a second"
	case "bytes":
		return size(v)
	case "bytes/s":
		return size(v) + " a second"
	case "ratio":
		return exact(round(v*100, 6)) + "%"
	case "x":
		return exact(v) + "×"
	case "", "count":
		return exact(v)
	}
	n := exact(v)
	if v >= 10_000 && v < 1e6 && math.Mod(v, 100) == 0 {
		n = exact(v/1000) + "K"
	}
	switch unit {
	case "USD":
		return "$" + n
	case "EUR":
		return "€" + n
	case "GBP":
		return "£" + n
	}
	return n + " " + unit
}

// Duration says seconds as people do: "820 ms", "52 min 36 s", "3 days 16 h".
func Duration(s float64) string {
	two := func(big float64, bigName string, small float64, smallName string) string {
		n := math.Round(s / small)
		b := math.Floor(n * small / big)
		rest := n - math.Round(b*big/small)
		name := bigName
		if bigName == "day" {
			name = " days"
			if b == 1 {
				name = " day"
			}
		}
		if rest == 0 {
			return exact(b) + name
		}
		return exact(b) + name + " " + exact(rest) + smallName
	}
	switch {
	case s <= 0:
		return "0 s"
	case s < 1e-3:
		return exact(sig(s*1e6, 6)) + " µs"
	case s < 1:
		return exact(sig(s*1e3, 6)) + " ms"
	case s < 120:
		return exact(sig(s, 4)) + " s"
	case s < 5400:
		return two(60, " min", 1, " s")
	case s < 48*3600:
		return two(3600, " h", 60, " min")
	}
	for _, c := range [...]struct {
		in   float64
		name string
	}{{year, " year"}, {year / 12, " month"}, {7 * 86400, " week"}} {
		if n := math.Round(s / c.in); n >= 1 && abs(s/c.in-n) < 0.012*n {
			if n == 1 {
				return exact(n) + c.name
			}
			return exact(n) + c.name + "s"
		}
	}
	if s >= 14*86400 {
		return exact(math.Round(s/86400)) + " days"
	}
	return two(86400, "day", 3600, " h")
}

func size(b float64) string {
	names := [...]string{" bytes", " KB", " MB", " GB", " TB", " PB", " EB"}
	i := 0
	for b >= 1000 && i < len(names)-1 {
		b /= 1000
		i++
	}
	return exact(sig(b, 6)) + names[i]
}

// percent says a ratio with as many digits as it needs: "37.8%", "38%", "99.95%".
func percent(x float64) string {
	digits := 1
	if p := abs(x); p >= 0.995 && p < 1 || p < 0.01 {
		digits = 2
	}
	p := round(x*100, digits)
	if abs(x) < 1 && abs(p) >= 100 {
		return "over 99.99%" // nearly all is not all
	}
	return exact(p) + "%"
}

// Percent says a relative change or a share: 0.378 is "37.8%".
func Percent(x float64) string { return percent(x) }

// approx says a computed number with three digits.
func approx(x float64) string { return exact(sig(x, 3)) }

// exact says a number as it is: thousands are grouped, and round millions and more get their letter.
func exact(x float64) string {
	for _, m := range [...]struct {
		by   float64
		name string
	}{{1e12, "T"}, {1e9, "B"}, {1e6, "M"}} {
		if abs(x) >= m.by {
			if y := x / m.by; sig(y, 4) == sig(y, 12) {
				return plain(y) + m.name
			}
			break
		}
	}
	return plain(x)
}

// plain writes a number with grouped thousands. Four digits stay together: 1500, 12,400.
func plain(x float64) string {
	var buf [40]byte
	s := strconv.AppendFloat(buf[:0], sig(x, 12), 'f', -1, 64)
	whole := 0
	for whole < len(s) && s[whole] != '.' {
		whole++
	}
	start := 0
	if len(s) > 0 && s[0] == '-' {
		start = 1
	}
	if whole-start <= 4 {
		return string(s)
	}
	out := make([]byte, 0, len(s)+8)
	for i, c := range s {
		if i > start && i < whole && (whole-i)%3 == 0 {
			out = append(out, ',')
		}
		out = append(out, c)
	}
	return string(out)
}

// sig rounds to n significant digits.
func sig(x float64, n int) float64 {
	if x == 0 || math.IsInf(x, 0) || math.IsNaN(x) {
		return 0
	}
	var buf [40]byte
	y, err := strconv.ParseFloat(string(strconv.AppendFloat(buf[:0], x, 'e', n-1, 64)), 64)
	if err != nil {
		return x
	}
	return y
}

// round rounds to n digits after the point.
func round(x float64, n int) float64 {
	p := math.Pow10(n)
	return math.Round(x*p) / p
}
