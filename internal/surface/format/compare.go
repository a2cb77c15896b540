package format

import (
	"io"
	"strconv"
	"strings"

	"github.com/standfirst/standfirst/internal/engine/report"
)

// Compare writes which of two texts opens stronger, and why, part by part. Both are judged at the same level.
func Compare(out io.Writer, a, b *report.Report, s Style) error {
	w := &writer{Style: s}
	nameA, nameB := a.Input.Name, b.Input.Name
	if nameA == nameB {
		nameA, nameB = "the first", "the second"
	}
	w.flow("  ", 2, w.winner(a, b, nameA, nameB)...)
	if reason := w.because(a, b); reason != "" {
		w.flow("  ", 2, run{reason, plain})
	}
	w.line()
	for _, x := range []struct {
		name string
		r    *report.Report
	}{{nameA, a}, {nameB, b}} {
		w.flow("  ", 4, run{x.name, bold}, run{" " + w.dash() + " ", faint}, run{x.r.Score.Verdict, severityInk(x.r.Score.Verdict)},
			run{", " + strconv.Itoa(x.r.Score.Total) + " of " + strconv.Itoa(maximum(x.r)) + "; " + strings.Join(w.who(x.r), " "+w.dot()+" "), faint})
		w.flow("    "+w.paint(faint, "opens with ")+" ", 6, w.seen(x.r)...)
	}
	w.line()
	w.sideBySide(a, b, nameA, nameB)
	_, err := io.WriteString(out, w.String())
	return err
}

// Stronger says which of two opens stronger: below 0 the first, above 0 the second, 0 neither. The verdict decides, then the score;
// a difference of two points or fewer is none.
func Stronger(a, b *report.Report) int {
	if d := verdictWeight(b) - verdictWeight(a); d != 0 {
		return d
	}
	if d := b.Score.Total - a.Score.Total; d > 2 || d < -2 {
		return d
	}
	return 0
}

func verdictWeight(r *report.Report) int {
	switch r.Score.Verdict {
	case "ready":
		return 2
	case "revise":
		return 1
	}
	return 0
}

func (w *writer) winner(a, b *report.Report, nameA, nameB string) []run {
	at := ""
	if l := a.Level.Verdict; l != "" && l != "unknown" {
		at = " at " + l + " level"
	}
	switch d := Stronger(a, b); {
	case d < 0:
		return []run{{nameA, boldGreen}, {" opens stronger" + at, bold}}
	case d > 0:
		return []run{{nameB, boldGreen}, {" opens stronger" + at, bold}}
	}
	return []run{{"Neither opens stronger" + at, bold}, {": " + strconv.Itoa(a.Score.Total) + " and " + strconv.Itoa(b.Score.Total) + " points", plain}}
}

// because names the parts in which the stronger one leads most, and those in which it does not.
func (w *writer) because(a, b *report.Report) string {
	d := Stronger(a, b)
	if d == 0 || len(a.Score.Parts) != len(b.Score.Parts) {
		return ""
	}
	if d < 0 {
		a, b = b, a // b is the stronger one
	}
	var leads, trails []string
	for i, p := range b.Score.Parts {
		switch gain := p.Score - a.Score.Parts[i].Score; {
		case gain >= 3:
			leads = append(leads, p.ID+" +"+strconv.Itoa(gain))
		case gain <= -3:
			trails = append(trails, p.ID+" "+w.glyph("−", "-")+strconv.Itoa(-gain))
		}
	}
	out := ""
	if len(leads) > 0 {
		out = "It leads in " + strings.Join(leads, ", ")
		if len(trails) > 0 {
			out += "; it trails in " + strings.Join(trails, ", ")
		}
		out += "."
	} else if len(trails) > 0 {
		out = "It trails in " + strings.Join(trails, ", ") + ", but fewer faults stand against it."
	}
	return out
}

func (w *writer) sideBySide(a, b *report.Report, nameA, nameB string) {
	if len(a.Score.Parts) != len(b.Score.Parts) {
		return
	}
	name, wide := 0, 0
	for _, p := range a.Score.Parts {
		name, wide = max(name, len(p.ID)), max(wide, (p.Max+barUnit-1)/barUnit)
	}
	column := max(wide+7, 12)
	nameA, nameB = w.clip(Safe(tail(nameA, column-1)), column-1), w.clip(Safe(tail(nameB, column-1)), column-1)
	w.line("  ", pad("", name), "  ", w.paint(bold, pad(nameA, column)), " ", w.paint(bold, nameB))
	factsA, factsB := byID(a), byID(b)
	for i, p := range a.Score.Parts {
		q := b.Score.Parts[i]
		gauges := func(p report.Part) string {
			return w.gauge(p, wide) + " " + pad(strconv.Itoa(p.Score)+"/"+strconv.Itoa(p.Max), 6)
		}
		w.line("  ", pad(p.ID, name), "  ", gauges(p), strings.Repeat(" ", column-wide-7), " ", strings.TrimRight(gauges(q), " "))
		switch {
		case p.Score > q.Score:
			w.difference(p, q, factsA, factsB, nameA, nameB, name+4)
		case q.Score > p.Score:
			w.difference(q, p, factsB, factsA, nameB, nameA, name+4)
		}
	}
}

// difference says what the stronger one has in a part, and what would raise the weaker one.
func (w *writer) difference(strong, weak report.Part, facts, other map[string]*report.Fact, strongName, weakName string, indent int) {
	had := map[string]bool{}
	for _, id := range weak.Because {
		if f := other[id]; f != nil {
			had[strings.ToLower(words(f.Text))] = true
		}
	}
	var own []string
	for _, id := range strong.Because {
		if f := facts[id]; f != nil && !had[strings.ToLower(words(f.Text))] {
			own = append(own, w.clip(Safe(words(f.Text)), 32))
		}
	}
	lead := strings.Repeat(" ", indent)
	if len(own) > 0 {
		w.flow(lead, indent+2, run{strongName, faint}, run{" has ", faint}, run{strings.Join(own, "; "), green})
	}
	if weak.Raise != "" {
		w.flow(lead, indent+2, run{weakName, faint}, run{": ", faint}, run{weak.Raise, plain})
	}
}

func byID(r *report.Report) map[string]*report.Fact {
	m := map[string]*report.Fact{}
	for i := range r.Facts {
		m[r.Facts[i].ID] = &r.Facts[i]
	}
	return m
}

// tail keeps the end of a path, which is what tells two files apart.
func tail(path string, width int) string {
	if columns(path) <= width {
		return path
	}
	if i := strings.LastIndexAny(path, `/\`); i >= 0 {
		return path[i+1:]
	}
	return path
}
