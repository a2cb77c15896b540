package format

import (
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
)

// A cell is one character as a person sees it (letter, accents, emoji with its joiners): its bytes and its columns.
type cell struct {
	start, end int // bytes of the text
	col, width int // columns of the line
	words      string
	space      bool
}

// A line is one line of the text as it is printed.
type line struct {
	start, end int // bytes of the text that it shows, spaces at a break included
	cells      []cell
	rtl        bool
}

// cols is the width of the line.
func (l *line) cols() int {
	if len(l.cells) == 0 {
		return 0
	}
	c := l.cells[len(l.cells)-1]
	return c.col + c.width
}

// span is the columns [first, last) that the bytes [start, end) take on the line; first == last where they take none.
func (l *line) span(start, end int) (first, last int) {
	first = -1
	for _, c := range l.cells {
		if c.end <= start || c.start >= end || c.width == 0 {
			continue
		}
		if first < 0 {
			first = c.col
		}
		last = c.col + c.width
	}
	if first < 0 {
		return 0, 0
	}
	return first, last
}

const tabStop = 4

// wrap breaks a text into lines of at most the given columns: at its own line ends, at spaces, and inside a word only where the
// word is wider than a line. Empty lines in a row are one.
func wrap(s string, width int) []line {
	var out []line
	for at := 0; at <= len(s); {
		end := len(s)
		next := len(s) + 1
		if i := strings.IndexAny(s[at:], "\r\n"); i >= 0 {
			end = at + i
			next = end + 1
			if s[end] == '\r' && next < len(s) && s[next] == '\n' {
				next++
			}
		}
		blank := strings.TrimSpace(s[at:end]) == ""
		switch {
		case blank && (len(out) == 0 || len(out[len(out)-1].cells) == 0):
		case blank:
			out = append(out, line{start: at, end: end})
		default:
			out = wrapParagraph(out, s, at, end, width)
		}
		at = next
	}
	for len(out) > 0 && len(out[len(out)-1].cells) == 0 {
		out = out[:len(out)-1]
	}
	return out
}

func wrapParagraph(out []line, s string, at, end, width int) []line {
	l := line{start: at}
	brk := -1 // the last cell that is a space
	flush := func(n, next int) {
		l.end = next
		rest := l.cells[n:]
		l.cells = l.cells[:n:n]
		for len(l.cells) > 0 && l.cells[len(l.cells)-1].space {
			l.cells = l.cells[:len(l.cells)-1]
		}
		if len(l.cells) > 0 {
			l.rtl = rightToLeft(s[l.cells[0].start:l.cells[len(l.cells)-1].end])
		}
		out = append(out, l)
		l = line{start: next}
		for len(rest) > 0 && rest[0].space {
			rest = rest[1:]
		}
		for _, c := range rest {
			c.col = l.cols()
			l.cells = append(l.cells, c)
		}
		brk = -1
	}
	g := displaywidth.StringGraphemes(s[at:end])
	off := at
	for g.Next() {
		v := g.Value()
		c := cell{start: off, end: off + len(v), col: l.cols(), width: g.Width(), words: v}
		off += len(v)
		r, n := utf8.DecodeRuneInString(v)
		switch {
		case v == "\t":
			c.width = tabStop - c.col%tabStop
			c.words, c.space = strings.Repeat(" ", c.width), true
		case v == " " || r == 0x3000 || r >= 0x2000 && r <= 0x200a && r != 0x2007:
			c.space = true
		case n == len(v):
			if w := shown(r, n, v); w != v {
				c.words, c.width = w, displaywidth.String(w)
			}
		default:
			if w := Safe(v); w != v {
				c.words, c.width = w, displaywidth.String(w)
			}
		}
		if c.space && len(l.cells) == 0 {
			continue
		}
		l.cells = append(l.cells, c)
		if c.space {
			brk = len(l.cells) - 1
			continue
		}
		if l.cols() > width && len(l.cells) > 1 {
			if brk > 0 {
				flush(brk, l.cells[brk].end)
			} else {
				flush(len(l.cells)-1, c.start)
			}
		}
	}
	flush(len(l.cells), end)
	return out
}
