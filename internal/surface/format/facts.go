package format

import (
	"io"
	"strings"

	"github.com/standfirst/standfirst/internal/engine/report"
)

// Facts writes the text with what was read marked below the words, and a table of what each mark was read as.
func Facts(out io.Writer, r *report.Report, s Style) error {
	w := &writer{Style: s}
	if r.Input.Name != "" {
		w.flow("", 2, run{r.Input.Name, bold})
		w.line()
	}
	w.flow("  ", 2, run{strings.Join(w.who(r), " "+w.dot()+" "), faint})
	for _, n := range r.Notes {
		w.flow("  "+w.paint(yellow, "note")+" ", 7, run{n, plain})
	}
	w.line()
	marks := make([]mark, 0, len(r.Facts))
	for i := range r.Facts {
		f := &r.Facts[i]
		marks = append(marks, mark{start: f.Start, end: f.End, label: strings.TrimPrefix(f.ID, "f"), sign: w.glyph("─", "-"), ink: factInk(f)})
	}
	w.text(r.Text, marks, cutAfter(r.Text, r.FirstWords.End), count(r.FirstWords.Count, "word"))
	w.line()
	w.factTable(r)
	w.arithmetic(r)
	_, err := io.WriteString(out, w.String())
	return err
}

func factInk(f *report.Fact) ink {
	if f.Use != "" && f.Use != "current" {
		return faint
	}
	return kindInk(f.Kind)
}

func (w *writer) factTable(r *report.Report) {
	if len(r.Facts) == 0 {
		w.line("  nothing was read: no title, years, technology or number")
		return
	}
	id, kind := 2, 4
	for i := range r.Facts {
		id, kind = max(id, len(r.Facts[i].ID)), max(kind, len(r.Facts[i].Kind))
	}
	indent := 2 + id + 2 + kind + 2
	for i := range r.Facts {
		f := &r.Facts[i]
		runs := []run{{words(f.Text), plain}}
		if d := w.Describe(f); d != "" && d != words(f.Text) {
			runs = append(runs, run{" " + w.arrow() + " ", faint}, run{d, factInk(f)})
		}
		if f.Bundle != "" {
			runs = append(runs, run{" [" + f.Bundle + "]", faint})
		}
		w.flow("  "+pad(f.ID, id)+"  "+w.paint(factInk(f), pad(f.Kind, kind))+"  ", indent, runs...)
	}
	w.line()
}

// words folds the white space of a quoted text.
func words(s string) string { return strings.Join(strings.Fields(s), " ") }
