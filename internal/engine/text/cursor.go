package text

import "unicode/utf8"

// Cursor finds the positions, in runes, of offsets that mostly ascend: it goes on from the last one instead of counting its
// line again. The answers are those of [Lines.Position].
type Cursor struct {
	lines *Lines
	off   int
	at    Position
	next  int // start of the line after the cursor's, or the end of the text
}

// Cursor starts at the beginning of the text.
func (l *Lines) Cursor() Cursor { return Cursor{lines: l, next: -1} }

// Position is the line and column of an offset.
func (c *Cursor) Position(offset int) Position {
	l := c.lines
	if c.next < 0 || offset < c.off || offset >= c.next || offset > len(l.text) || offset < len(l.text) && !utf8.RuneStart(l.text[offset]) {
		p := l.Position(offset, Runes)
		if offset >= 0 && offset < len(l.text) && utf8.RuneStart(l.text[offset]) {
			c.off, c.at, c.next = offset, p, len(l.text)
			if p.Line < len(l.starts) {
				c.next = l.starts[p.Line]
			}
		}
		return p
	}
	c.at.Column += utf8.RuneCountInString(l.text[c.off:offset])
	c.off = offset
	return c.at
}
