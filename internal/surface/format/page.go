package format

import (
	"io"
	"strconv"
	"strings"
)

// Page is a page of the guide: headings, paragraphs, fields, lists and quoted texts.
type Page struct{ w *writer }

// NewPage starts a page.
func NewPage(s Style) *Page { return &Page{&writer{Style: s}} }

// Title prints what the page is about, and a word of detail beside it.
func (p *Page) Title(words, aside string) {
	runs := []run{{words, bold}}
	if aside != "" {
		runs = append(runs, run{" " + p.w.dash() + " " + aside, faint})
	}
	p.w.flow("  ", 4, runs...)
	p.w.line()
}

// Heading prints a heading.
func (p *Page) Heading(words string) { p.w.flow("  ", 2, run{words, bold}) }

// Para prints a paragraph and an empty line.
func (p *Page) Para(words string) {
	p.w.flow("  ", 2, run{words, plain})
	p.w.line()
}

// Note prints a paragraph that matters less.
func (p *Page) Note(words string) { p.w.flow("  ", 2, run{words, faint}) }

// Field prints a label and its words. Empty words print nothing.
func (p *Page) Field(label, words string) {
	if words == "" {
		return
	}
	const width = 12
	p.w.flow("  "+p.w.paint(faint, pad(label, width))+" ", 3+width, run{words, plain})
}

// Item prints one item of a list, with words of detail after it.
func (p *Page) Item(words, aside string) {
	runs := []run{{words, plain}}
	if aside != "" {
		runs = append(runs, run{" " + aside, faint})
	}
	p.w.flow("  "+p.w.dot()+" ", 4, runs...)
}

// Numbered prints a numbered item with words of detail below it.
func (p *Page) Numbered(n int, words, below string) {
	lead := "  " + strconv.Itoa(n) + " "
	p.w.flow(lead, len(lead), run{words, plain})
	if below != "" {
		p.w.flow(strings.Repeat(" ", len(lead)), len(lead), run{below, faint})
	}
}

// Blank prints an empty line.
func (p *Page) Blank() { p.w.line() }

// Quote prints a text beside a bar, with marks of a severity below the spans [start, end).
func (p *Page) Quote(text, severity string, spans ...[2]int) {
	var marks []mark
	for _, s := range spans {
		sign := p.w.sign(severity)
		marks = append(marks, mark{start: s[0], end: s[1], label: sign, sign: sign, ink: severityInk(severity)})
	}
	p.w.text(text, marks, 0, "")
}

// Aside prints words that introduce what follows, in the colour of good or bad news.
func (p *Page) Aside(words string, good bool) {
	i := red
	if good {
		i = green
	}
	p.w.flow("  ", 2, run{words, i})
}

// WriteTo writes the page.
func (p *Page) WriteTo(out io.Writer) (int64, error) {
	n, err := io.WriteString(out, strings.TrimRight(p.w.String(), "\n")+"\n")
	return int64(n), err
}

// Verbatim prints lines as they are, and an empty line.
func (p *Page) Verbatim(lines string) {
	for l := range strings.Lines(lines) {
		p.w.line("  ", Safe(strings.TrimRight(l, "\n")))
	}
	p.w.line()
}

// Entry prints a name and what it means, the meaning in a column of its own.
func (p *Page) Entry(name, means string, width int) {
	lead := "    " + p.w.paint(cyan, pad(name, width)) + " "
	if columns(name) > width {
		p.w.line("    ", p.w.paint(cyan, name))
		lead = strings.Repeat(" ", 5+width)
	}
	p.w.flow(lead, 5+width, run{means, plain})
}
