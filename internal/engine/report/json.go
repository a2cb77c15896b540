package report

import (
	"math"
	"strconv"
	"unicode/utf8"
)

// encoder appends JSON. It writes a comma wherever one value follows another.
type encoder struct{ dst []byte }

func (e *encoder) comma() {
	if n := len(e.dst); n > 0 && e.dst[n-1] != '{' && e.dst[n-1] != '[' && e.dst[n-1] != ':' {
		e.dst = append(e.dst, ',')
	}
}

func (e *encoder) open()       { e.dst = append(e.dst, '{') }
func (e *encoder) close()      { e.dst = append(e.dst, '}') }
func (e *encoder) closeArray() { e.dst = append(e.dst, ']') }

// next opens the next object of an array.
func (e *encoder) next() {
	e.comma()
	e.open()
}

// key writes a key; keys need no escapes.
func (e *encoder) key(k string) {
	e.comma()
	e.dst = append(e.dst, '"')
	e.dst = append(e.dst, k...)
	e.dst = append(e.dst, '"', ':')
}

func (e *encoder) object(k string) {
	e.key(k)
	e.open()
}

func (e *encoder) array(k string) {
	e.key(k)
	e.dst = append(e.dst, '[')
}

func (e *encoder) text(k, v string) {
	e.key(k)
	e.dst = AppendString(e.dst, v)
}

// opt writes a text that has a value.
func (e *encoder) opt(k, v string) {
	if v != "" {
		e.text(k, v)
	}
}

// texts writes a list that is not empty.
func (e *encoder) texts(k string, v []string) {
	if len(v) == 0 {
		return
	}
	e.array(k)
	for i, s := range v {
		if i > 0 {
			e.dst = append(e.dst, ',')
		}
		e.dst = AppendString(e.dst, s)
	}
	e.closeArray()
}

func (e *encoder) int(k string, v int) {
	e.key(k)
	e.dst = strconv.AppendInt(e.dst, int64(v), 10)
}

func (e *encoder) optInt(k string, v int) {
	if v != 0 {
		e.int(k, v)
	}
}

func (e *encoder) bool(k string, v bool) {
	e.key(k)
	e.dst = strconv.AppendBool(e.dst, v)
}

// optNumber writes a number that is there. JSON has no infinities: one is as good as no value.
func (e *encoder) optNumber(k string, v *float64) {
	if v != nil && !math.IsInf(*v, 0) && !math.IsNaN(*v) {
		e.key(k)
		e.number(*v)
	}
}

// number writes the shortest digits that read back as v, as JavaScript and encoding/json do.
func (e *encoder) number(v float64) {
	if math.IsInf(v, 0) || math.IsNaN(v) || v == 0 {
		e.dst = append(e.dst, '0')
		return
	}
	format := byte('f')
	if a := math.Abs(v); a < 1e-6 || a >= 1e21 {
		format = 'e'
	}
	e.dst = strconv.AppendFloat(e.dst, v, format, -1, 64)
}

const hex = "0123456789abcdef"

// AppendString appends s as a JSON string. Bytes that are no UTF-8 become U+FFFD; the line separators that JavaScript once
// took for line ends are escaped.
func AppendString(dst []byte, s string) []byte {
	dst = append(dst, '"')
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c != '"' && c != '\\' && c < utf8.RuneSelf {
			i++
			continue
		}
		if c >= utf8.RuneSelf {
			r, n := utf8.DecodeRuneInString(s[i:])
			if r == '\u2028' || r == '\u2029' {
				dst = append(dst, s[from:i]...)
				dst = append(dst, '\\', 'u', '2', '0', '2', hex[r&15])
				from = i + n
			} else if r == utf8.RuneError && n == 1 {
				dst = append(dst, s[from:i]...)
				dst = append(dst, "\uFFFD"...)
				from = i + 1
			}
			i += n
			continue
		}
		dst = append(dst, s[from:i]...)
		switch c {
		case '"', '\\':
			dst = append(dst, '\\', c)
		case '\n':
			dst = append(dst, '\\', 'n')
		case '\r':
			dst = append(dst, '\\', 'r')
		case '\t':
			dst = append(dst, '\\', 't')
		default:
			dst = append(dst, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
		}
		i++
		from = i
	}
	dst = append(dst, s[from:]...)
	return append(dst, '"')
}
