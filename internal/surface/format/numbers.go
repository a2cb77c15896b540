package format

import "strconv"

// count says how many, in digits, with the noun in its number.
func count(n int, noun string) string {
	s := strconv.Itoa(n) + " " + noun
	if n == 1 {
		return s
	}
	if len(s) > 1 && s[len(s)-1] == 'x' {
		return s + "es"
	}
	return s + "s"
}

// years says a number of years.
func years(y float64) string {
	s := strconv.FormatFloat(y, 'f', -1, 64)
	if y != float64(int(y)) {
		s = strconv.FormatFloat(y, 'f', 1, 64)
	}
	if s == "1" {
		return "1 year"
	}
	return s + " years"
}
