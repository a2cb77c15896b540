package format

import (
	"strings"

	"github.com/standfirst/standfirst/internal/engine/report"
)

// Annotated prints a text with the facts that carry it marked by their kind, and what each part of the score rests on: why it works, as the
// engine sees it.
func (p *Page) Annotated(r *report.Report) {
	carries := map[string]bool{}
	for _, part := range r.Score.Parts {
		for _, id := range part.Because {
			carries[id] = true
		}
	}
	var marks []mark
	for i := range r.Facts {
		f := &r.Facts[i]
		if carries[f.ID] {
			marks = append(marks, mark{start: f.Start, end: f.End, label: kindLabel(f), sign: p.w.glyph("─", "-"), ink: factInk(f)})
		}
	}
	p.w.text(r.Text, marks, cutAfter(r.Text, r.FirstWords.End), count(r.FirstWords.Count, "word"))
	p.w.line()
	facts := byID(r)
	for _, part := range r.Score.Parts {
		if rests := p.w.rests(part, facts); rests != "" {
			p.Field(part.ID, rests)
		}
	}
}

// kindLabel is the kind of a fact in a word that fits below it, or as much of one as does.
func kindLabel(f *report.Fact) string {
	if room := columns(Safe(words(f.Text))); room < len(f.Kind) {
		return ""
	}
	return f.Kind
}

// Found prints a text with its findings below the words, and names their rules.
func (p *Page) Found(r *report.Report) {
	list, _ := (Style{All: true}).shown(r)
	var marks []mark
	var names []string
	for _, f := range list {
		names = append(names, f.Rule)
		sign := p.w.sign(f.Severity)
		start, end := markOf(r.Text, f)
		marks = append(marks, mark{start: start, end: end, label: sign, sign: sign, ink: severityInk(f.Severity)})
	}
	p.w.text(r.Text, marks, cutAfter(r.Text, r.FirstWords.End), count(r.FirstWords.Count, "word"))
	if len(names) > 0 {
		p.w.flow("  ", 2, run{"against it: " + strings.Join(distinct(names), ", "), faint})
	}
	p.w.line()
}
