package format

import (
	"io"
	"strconv"
	"strings"

	"github.com/standfirst/standfirst/internal/engine/report"
)

// Markdown writes a report for a comment, a wiki or a note. It holds every finding: a page scrolls.
func Markdown(out io.Writer, r *report.Report) error {
	s := Style{All: true}
	var b strings.Builder
	title := r.Input.Name
	if title == "" {
		title = "summary"
	}
	b.WriteString("## " + escape(title) + "\n\n**" + r.Score.Verdict + "** — " + escape(r.Score.Reason) + "  \n" + escape(strings.Join(s.who(r), " · ")) + "\n\n")
	for _, n := range r.Notes {
		b.WriteString("> " + escape(n) + "\n\n")
	}
	for l := range strings.Lines(strings.TrimSpace(r.Text)) {
		b.WriteString(strings.TrimRight("> "+escape(strings.TrimRight(l, "\r\n")), " ") + "\n")
	}
	b.WriteString("\n")
	if order := Rank(r); len(order) > 0 {
		b.WriteString("### Findings\n\n")
		for n, i := range order {
			f := &r.Findings[i]
			b.WriteString(strconv.Itoa(n+1) + ". **" + f.Severity + "** `" + f.Rule + "` (line " + strconv.Itoa(f.Line) + ", column " + strconv.Itoa(f.Column) + "): " +
				escape(f.Message) + "\n")
			item := func(label, words string) {
				if words != "" {
					b.WriteString("   - " + label + ": " + escape(words) + "\n")
				}
			}
			item("why", f.Why)
			item("try", f.Mend)
			for k := range f.Fixes {
				if f.Fixes[k].Safe {
					item("fix", s.fix(r, &f.Fixes[k]))
				}
				for _, q := range f.Fixes[k].Asks {
					item("ask", q)
				}
			}
		}
		b.WriteString("\n")
	}
	if len(r.Score.Parts) > 0 {
		b.WriteString("### Parts\n\n| part | score | rests on | would raise it |\n|---|---|---|---|\n")
		facts := byID(r)
		for _, p := range r.Score.Parts {
			var rests []string
			for _, id := range p.Because {
				if f := facts[id]; f != nil {
					rests = append(rests, words(f.Text))
				}
			}
			b.WriteString("| " + p.ID + " | " + strconv.Itoa(p.Score) + " of " + strconv.Itoa(p.Max) + " | " + tableCell(strings.Join(rests, "; ")) + " | " + tableCell(p.Raise) + " |\n")
		}
		b.WriteString("\nTogether " + strconv.Itoa(r.Score.Total) + " of " + strconv.Itoa(maximum(r)) + ".\n\n")
	}
	if len(r.Arithmetic) > 0 {
		b.WriteString("### Arithmetic\n\n")
		for _, a := range r.Arithmetic {
			sign := ""
			if !a.Agrees {
				sign = "**does not agree:** "
			}
			b.WriteString("- " + sign + escape(a.Says) + "\n")
		}
		b.WriteString("\n")
	}
	for _, x := range r.Suppressed {
		b.WriteString("- suppressed: `" + x.Rule + "`, " + escape(x.Reason) + " (" + escape(x.Origin) + ")\n")
	}
	for _, u := range r.Unused {
		b.WriteString("- unused suppression: `" + u.Rule + "` (" + escape(u.Origin) + ")\n")
	}
	if len(r.Suppressed)+len(r.Unused) > 0 {
		b.WriteString("\n")
	}
	_, err := io.WriteString(out, b.String())
	return err
}

// escape keeps words from being read as markup.
func escape(s string) string {
	var b strings.Builder
	for i, r := range Safe(s) {
		switch r {
		case '\\', '`', '*', '_', '[', ']', '<', '>', '|':
			b.WriteByte('\\')
		case '#', '-', '+':
			if i == 0 {
				b.WriteByte('\\')
			}
		case '~':
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

func tableCell(s string) string { return strings.ReplaceAll(escape(s), "\n", " ") }
