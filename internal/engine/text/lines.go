package text

import (
	"sort"
	"unicode/utf8"
)

// Unit is what a column counts.
type Unit uint8

const (
	// Runes are Unicode code points: what the report and the terminal count.
	Runes Unit = iota
	// Bytes are UTF-8 bytes.
	Bytes
	// UTF16 are UTF-16 code units: what most editors count.
	UTF16
)

// Position is a 1-based line and column.
type Position struct{ Line, Column int }

// Lines finds lines and columns in one text. A line ends at "\n", "\r\n" or a lone "\r".
type Lines struct {
	text   string
	starts []int
}

// NewLines reads the line starts of s once.
func NewLines(s string) *Lines {
	l := &Lines{text: s, starts: []int{0}}
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\n':
			l.starts = append(l.starts, i+1)
		case s[i] == '\r' && (i+1 == len(s) || s[i+1] != '\n'):
			l.starts = append(l.starts, i+1)
		}
	}
	return l
}

// Count is the number of lines.
func (l *Lines) Count() int { return len(l.starts) }

// Position turns a byte offset into a line and a column. An offset inside a character belongs to that character; one
// outside the text is moved to its nearest end.
func (l *Lines) Position(offset int, unit Unit) Position {
	offset = min(max(offset, 0), len(l.text))
	i := sort.Search(len(l.starts), func(i int) bool { return l.starts[i] > offset }) - 1
	line := l.text[l.starts[i]:offset]
	col := len(line)
	switch unit {
	case Runes:
		col = utf8.RuneCountInString(line)
	case UTF16:
		col = 0
		for _, r := range line {
			col++
			if r > 0xFFFF {
				col++
			}
		}
	}
	return Position{i + 1, col + 1}
}

// Line is the span of a 1-based line without its line end.
func (l *Lines) Line(n int) Span {
	if n < 1 || n > len(l.starts) {
		return Span{}
	}
	end := len(l.text)
	if n < len(l.starts) {
		end = l.starts[n]
		for end > l.starts[n-1] && (l.text[end-1] == '\n' || l.text[end-1] == '\r') {
			end--
		}
	}
	return Span{l.starts[n-1], end}
}

// Offset is the inverse of Position, moved to the nearest place that exists.
func (l *Lines) Offset(p Position, unit Unit) int {
	if p.Line < 1 {
		return 0
	}
	if p.Line > len(l.starts) {
		return len(l.text)
	}
	sp := l.Line(p.Line)
	line := l.text[sp.Start:sp.End]
	want := p.Column - 1
	if want <= 0 {
		return sp.Start
	}
	if unit == Bytes {
		off := min(sp.Start+want, sp.End)
		for off > sp.Start && off < len(l.text) && !utf8.RuneStart(l.text[off]) {
			off--
		}
		return off
	}
	n := 0
	for i, r := range line {
		if n >= want {
			return sp.Start + i
		}
		n++
		if unit == UTF16 && r > 0xFFFF {
			n++
		}
	}
	return sp.End
}
