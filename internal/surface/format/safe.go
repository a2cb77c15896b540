package format

import (
	"strings"
	"unicode/utf8"
)

// Safe takes from words what would steer a terminal: control characters, and marks that turn the direction of what follows.
// Everything that is printed and was not written by us goes through it.
func Safe(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' || c == 0x7f || c >= 0x80 {
			return safeFrom(s, i)
		}
	}
	return s
}

func safeFrom(s string, i int) string {
	var b strings.Builder
	b.WriteString(s[:i])
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		b.WriteString(shown(r, n, s[i:i+n]))
		i += n
	}
	return b.String()
}

// shown is how one character is printed.
func shown(r rune, n int, itself string) string {
	switch {
	case r == utf8.RuneError && n <= 1:
		return "\uFFFD"
	case r == '\t' || r == '\n' || r == '\r':
		return " "
	case r < ' ':
		return string(rune(0x2400) + r) // the picture of the control character
	case r == 0x7f:
		return "\u2421"
	case r >= 0x80 && r < 0xa0:
		return "\uFFFD"
	case r == 0x200e || r == 0x200f || r == 0x061c || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069:
		return ""
	case r == 0x00ad || r == 0x2028 || r == 0x2029 || r == 0xfeff:
		return ""
	}
	return itself
}

// rightToLeft reports whether a terminal may turn the words around, so that nothing below them can be lined up with them.
func rightToLeft(s string) bool {
	for _, r := range s {
		switch {
		case r < 0x590:
		case r <= 0x8ff, r >= 0xfb1d && r <= 0xfdff, r >= 0xfe70 && r <= 0xfeff && r != 0xfeff, r >= 0x10800 && r <= 0x10fff, r >= 0x1e800 && r <= 0x1efff:
			return true
		}
	}
	return false
}
