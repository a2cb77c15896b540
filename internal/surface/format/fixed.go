package format

import (
	"io"
	"strconv"
	"strings"

	"github.com/standfirst/standfirst/internal/engine/report"
)

// Change is one safe fix in words.
type Change struct {
	Rule, Title string
	Edits       [][2]string // the words before and after
}

// ChangeOf says what a fix of a finding does.
func ChangeOf(r *report.Report, f *report.Finding, x *report.Fix) Change {
	c := Change{Rule: f.Rule, Title: x.Title}
	for _, e := range x.Edits {
		c.Edits = append(c.Edits, [2]string{words(clipBytes(r.Text, e.Start, e.End)), words(e.Text)})
	}
	return c
}

// Fixed writes what the safe fixes did, the text as it is now, and the questions that are left.
func Fixed(out io.Writer, r *report.Report, applied, byHand []Change, written bool, s Style) error {
	w := &writer{Style: s}
	if r.Input.Name != "" {
		w.flow("", 2, run{r.Input.Name, bold})
		w.line()
	}
	switch {
	case len(applied) == 0:
		w.flow("  ", 2, run{"no safe fix is needed", plain})
	case written:
		w.flow("  ", 2, run{count(len(applied), "safe fix"), boldGreen}, run{" written", plain})
	default:
		w.flow("  ", 2, run{count(len(applied), "safe fix"), boldGreen}, run{" " + w.dash() + " standfirst fix --write changes the file", faint})
	}
	w.changes(applied)
	if len(byHand) > 0 {
		w.line()
		w.flow("  ", 2, run{"to be made by hand, because markup stands between the words", yellow})
		w.changes(byHand)
	}
	w.line()
	if len(applied) > 0 {
		w.text(r.Text, nil, 0, "")
		w.line()
	}
	w.questions(r)
	_, err := io.WriteString(out, w.String())
	return err
}

func (w *writer) changes(list []Change) {
	for _, c := range list {
		var runs []run
		for i, e := range c.Edits {
			if i > 0 {
				runs = append(runs, run{", ", plain})
			}
			switch {
			case e[0] != "" && e[1] != "":
				runs = append(runs, run{w.quote(e[0]), red}, run{" " + w.arrow() + " ", faint}, run{w.quote(e[1]), green})
			case e[0] != "":
				runs = append(runs, run{w.quote(e[0]), red}, run{" cut", plain})
			case e[1] != "":
				runs = append(runs, run{w.quote(e[1]), green}, run{" put in", plain})
			}
		}
		if len(runs) == 0 {
			runs = append(runs, run{c.Title, plain})
		}
		w.flow("    ", 6, append(runs, run{" [" + c.Rule + "]", faint})...)
	}
}

// questions lists what only the person can answer, each once, the most important first.
func (w *writer) questions(r *report.Report) {
	type asked struct {
		finding *report.Finding
		ask     []string
	}
	var list []asked
	said := map[string]bool{}
	for _, i := range Rank(r) {
		f := &r.Findings[i]
		a := asked{finding: f}
		for _, x := range f.Fixes {
			for _, q := range x.Asks {
				if !said[q] {
					said[q] = true
					a.ask = append(a.ask, q)
				}
			}
		}
		if len(a.ask) == 0 {
			safe := false
			for _, x := range f.Fixes {
				safe = safe || x.Safe
			}
			if safe || f.Mend == "" || said[f.Rule+f.Mend] {
				continue
			}
			said[f.Rule+f.Mend] = true
		}
		list = append(list, a)
	}
	if len(list) == 0 {
		w.flow("  ", 2, run{"nothing is left to ask: standfirst check shows the whole report", faint})
		return
	}
	w.flow("  ", 2, run{"What only you can say", bold})
	for n, a := range list {
		f := a.finding
		lead := "  " + w.paint(severityInk(f.Severity), strconv.Itoa(n+1)) + " "
		indent := 3 + len(strconv.Itoa(n+1))
		w.flow(lead, indent, run{f.Message, plain}, run{" [" + f.Rule + "]", faint})
		for _, q := range a.ask {
			w.flow(strings.Repeat(" ", indent)+w.paint(cyan, "ask "), indent+4, run{q, plain})
		}
		if len(a.ask) == 0 {
			w.flow(strings.Repeat(" ", indent)+w.paint(green, "try "), indent+4, run{f.Mend, plain})
		}
	}
}
