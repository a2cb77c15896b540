package format

import (
	"sort"
	"strings"

	"github.com/clipperhouse/displaywidth"
)

// A mark is drawn under the words [start, end) of a text: its label, then its sign up to the end of the words.
type mark struct {
	start, end int
	label      string
	sign       string // one column wide
	ink        ink
}

// A placed mark is the part of a mark that stands under one line.
type placed struct {
	first, last int // columns
	words       string
	ink         ink
}

// Long marks are drawn beside the text: underlining a paragraph marks nothing.
const longest = 2 // lines that a mark may run over and still be drawn below the words

// How much of a text is printed: beyond it, only the lines with marks and their neighbours.
const manyLines = 48

// text prints a text once, wrapped, with marks below its words and a cut after the byte at which a quick scan ends (0: none).
func (w *writer) text(s string, marks []mark, cut int, cutSays string) {
	side := map[int][]mark{} // by line: marks that are drawn beside it from there
	lines := w.wrapBeside(s, marks, side)
	gutter := 0
	for _, ms := range side {
		gutter = max(gutter, columns(sideLabel(ms)))
	}
	running := []mark{}
	quoted := 0
	for i := range lines {
		l := &lines[i]
		running = append(running, side[i]...)
		running = keep(running, func(m mark) bool { return m.end > l.start })
		if len(lines) > manyLines && i >= manyLines && !near(lines, i, marks) {
			quoted++
			continue
		}
		if quoted > 0 {
			w.line("  ", pad("", gutter), w.paint(faint, w.glyph("┆", ":")+" "+w.dots()))
			quoted = 0
		}
		w.beside(gutter, side[i], running)
		if len(l.cells) > 0 {
			w.WriteByte(' ')
		}
		w.words(l, marks, cut)
		for _, row := range w.under(l, marks, side, cut, cutSays) {
			w.beside(gutter, nil, running)
			w.WriteByte(' ')
			w.WriteString(row)
			w.WriteByte('\n')
		}
	}
	if quoted > 0 {
		w.line("  ", pad("", gutter), w.paint(faint, w.glyph("┆", ":")+" "+w.dots()+" "+count(quoted, "more line")))
	}
}

// wrapBeside wraps the text beside a gutter that holds the labels of the long marks, and fills side.
func (w *writer) wrapBeside(s string, marks []mark, side map[int][]mark) []line {
	gutter := 0
	for range 2 {
		lines := wrap(s, min(w.width(), widest)-4-gutter-1)
		clear(side)
		for _, m := range marks {
			first, last := -1, -1
			for i := range lines {
				if a, b := lines[i].span(m.start, m.end); a < b {
					if first < 0 {
						first = i
					}
					last = i
				}
			}
			if last-first >= longest {
				side[first] = append(side[first], m)
			}
		}
		need := 0
		for _, ms := range side {
			need = max(need, columns(sideLabel(ms)))
		}
		if need <= gutter {
			return lines
		}
		gutter = need
	}
	return wrap(s, min(w.width(), widest)-4-gutter-1)
}

func sideLabel(ms []mark) string {
	var labels []string
	for _, m := range ms {
		labels = append(labels, m.label)
	}
	return strings.Join(labels, ",")
}

// beside prints the gutter: the labels of the long marks that start here, and a bar that is heavy while one of them runs.
func (w *writer) beside(gutter int, starting, running []mark) {
	w.WriteString("  ")
	if gutter > 0 {
		i := faint
		if len(starting) > 0 {
			i = starting[0].ink
		}
		label := sideLabel(starting)
		w.WriteString(strings.Repeat(" ", gutter-columns(label)))
		w.WriteString(w.paint(i, label))
	}
	if len(running) > 0 {
		w.WriteString(w.paint(running[0].ink, w.glyph("┃", "#")))
	} else {
		w.WriteString(w.paint(faint, w.bar()))
	}
}

// words prints a line of the text, its marked words in the ink of their first mark.
func (w *writer) words(l *line, marks []mark, cut int) {
	now := plain
	var buf strings.Builder
	flush := func() {
		w.WriteString(w.paint(now, buf.String()))
		buf.Reset()
	}
	sign := w.glyph("┊", "|")
	for i := range l.cells {
		c := &l.cells[i]
		in := plain
		if w.Color {
			for _, m := range marks {
				if c.start >= m.start && c.end <= m.end && m.end-m.start < 400 {
					in = m.ink
					break
				}
			}
		}
		words := c.words
		cutHere := cut > 0 && c.space && c.width == 1 && c.start <= cut && cut < c.end
		if cutHere {
			in, words = faint, sign
		}
		if in != now {
			flush()
			now = in
		}
		buf.WriteString(words)
	}
	flush()
	if cut > 0 && cutAtEnd(l, cut) {
		w.WriteString(w.paint(faint, sign))
	}
	w.WriteByte('\n')
}

// cutAtEnd reports whether the cut falls between this line and the next.
func cutAtEnd(l *line, cut int) bool {
	if len(l.cells) == 0 {
		return false
	}
	return l.cells[len(l.cells)-1].end <= cut && cut < l.end
}

// cutColumn is the column of the cut on a line, or -1.
func cutColumn(l *line, cut int) int {
	if cut <= 0 {
		return -1
	}
	for _, c := range l.cells {
		if c.space && c.width == 1 && c.start <= cut && cut < c.end {
			return c.col
		}
	}
	if cutAtEnd(l, cut) {
		return l.cols()
	}
	return -1
}

// under is what stands below a line: rows of marks, each mark in the first row where it touches no other.
func (w *writer) under(l *line, marks []mark, side map[int][]mark, cut int, cutSays string) []string {
	var parts []placed
	for _, m := range marks {
		if isSide(side, m) {
			continue
		}
		a, b := l.span(m.start, m.end)
		if a == b {
			continue
		}
		if l.rtl {
			// The words may be printed elsewhere on the line than they were written: name them.
			parts = append(parts, placed{0, 1 << 20, m.label + " " + w.quote(wordsOf(l, m.start, m.end)), m.ink})
			continue
		}
		words := m.label + strings.Repeat(m.sign, max(0, b-a-columns(m.label)))
		parts = append(parts, placed{a, a + columns(words), words, m.ink})
	}
	if c := cutColumn(l, cut); c >= 0 && !l.rtl {
		words := w.glyph("┊", "|") + " " + cutSays
		parts = append(parts, placed{c, c + columns(words), words, faint})
	}
	// Short marks stand nearest to the words; a mark that holds others goes below them.
	sort.SliceStable(parts, func(i, j int) bool { return parts[i].last-parts[i].first < parts[j].last-parts[j].first })
	var rows [][]placed
	for _, p := range parts {
		row := 0
		for row < len(rows) && collides(rows[row], p) {
			row++
		}
		if row == len(rows) {
			rows = append(rows, nil)
		}
		rows[row] = append(rows[row], p)
	}
	for _, row := range rows {
		sort.SliceStable(row, func(i, j int) bool { return row[i].first < row[j].first })
	}
	out := make([]string, 0, len(rows))
	for _, row := range rows {
		var b strings.Builder
		at := 0
		for _, p := range row {
			b.WriteString(strings.Repeat(" ", p.first-at))
			b.WriteString(w.paint(p.ink, p.words))
			at = p.first + columns(p.words)
		}
		out = append(out, b.String())
	}
	return out
}

func collides(row []placed, p placed) bool {
	for _, q := range row {
		if p.first < q.last && q.first < p.last {
			return true
		}
	}
	return false
}

func wordsOf(l *line, start, end int) string {
	var b strings.Builder
	for _, c := range l.cells {
		if c.start >= start && c.end <= end {
			b.WriteString(c.words)
		}
	}
	return b.String()
}

func isSide(side map[int][]mark, m mark) bool {
	for _, ms := range side {
		for _, x := range ms {
			if x.label == m.label && x.start == m.start {
				return true
			}
		}
	}
	return false
}

// near reports whether a line of a very long text has a mark on it or beside it.
func near(lines []line, i int, marks []mark) bool {
	from, to := lines[max(0, i-1)].start, lines[min(len(lines)-1, i+1)].end
	for _, m := range marks {
		if m.start < to && m.end > from && m.end-m.start < 400 {
			return true
		}
	}
	return false
}

func keep(ms []mark, ok func(mark) bool) []mark {
	out := ms[:0]
	for _, m := range ms {
		if ok(m) {
			out = append(out, m)
		}
	}
	return out
}

// quote puts words in quotation marks, cut where they are many.
func (s Style) quote(words string) string {
	words = displaywidth.TruncateString(strings.Join(strings.Fields(Safe(words)), " "), 48, s.dots())
	if s.ASCII {
		return `"` + words + `"`
	}
	return "“" + words + "”"
}
