package format

import (
	"io"
	"strings"
)

// Table prints columns as wide as their widest cell; the last column wraps. The first row is its head.
type Table struct {
	style Style
	head  []string
	rows  [][]string
}

// NewTable makes a table with a head; no head, no first line.
func NewTable(s Style, head ...string) *Table { return &Table{style: s, head: head} }

// Row adds a row.
func (t *Table) Row(cells ...string) { t.rows = append(t.rows, cells) }

// Write prints the table.
func (t *Table) Write(out io.Writer) error {
	w := &writer{Style: t.style}
	wide := []int{}
	measure := func(cells []string) {
		for i, c := range cells {
			if i == len(wide) {
				wide = append(wide, 0)
			}
			wide[i] = max(wide[i], columns(Safe(c)))
		}
	}
	measure(t.head)
	for _, r := range t.rows {
		measure(r)
	}
	// A column that is not the last takes at most two fifths of the line.
	for i := range wide {
		if i < len(wide)-1 {
			wide[i] = min(wide[i], w.width()*2/5)
		}
	}
	print := func(cells []string, i ink) {
		lead, indent := "  ", 2
		for n, c := range cells {
			if n == len(cells)-1 {
				w.flow(lead, indent, run{c, i})
				return
			}
			c = w.clip(Safe(c), wide[n])
			lead += w.paint(t.inkOf(n, i), pad(c, wide[n])) + "  "
			indent += wide[n] + 2
		}
	}
	if len(t.head) > 0 {
		print(t.head, faint)
	}
	for _, r := range t.rows {
		print(r, plain)
	}
	_, err := io.WriteString(out, strings.TrimLeft(w.String(), "\n"))
	return err
}

func (t *Table) inkOf(column int, i ink) ink {
	if i != plain || column != 0 {
		return i
	}
	return cyan
}
