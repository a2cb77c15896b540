package format

import (
	"io"
	"strconv"
	"strings"

	"github.com/standfirst/standfirst/internal/engine/report"
)

// Text writes the terminal report: the verdict, the text once with its findings marked below the words, each finding with its
// reason and its mend, what a quick scan sees, the parts of the score and the arithmetic.
func Text(out io.Writer, r *report.Report, s Style) error {
	w := &writer{Style: s}
	list, left := s.shown(r)
	w.head(r)
	w.marked(r, list)
	w.findings(r, list, left)
	w.firstWords(r)
	w.arithmetic(r)
	w.parts(r)
	w.suppressed(r)
	w.next(r, left)
	_, err := io.WriteString(out, w.String())
	return err
}

func (w *writer) head(r *report.Report) {
	if n := r.Input.Name; n != "" {
		where := []run{{n, bold}}
		if r.Input.Section != "" {
			where = append(where, run{" " + w.dash() + " " + r.Input.Section, faint})
		}
		w.flow("", 2, where...)
		w.line()
	}
	verdict := r.Score.Verdict
	w.flow("  ", 2, run{verdict, severityInk(verdict)}, run{" " + w.dash() + " " + r.Score.Reason, plain})
	w.flow("  ", 2, run{strings.Join(w.who(r), " "+w.dot()+" "), faint})
	for _, n := range r.Notes {
		w.flow("  "+w.paint(yellow, "note")+" ", 7, run{n, plain})
	}
	w.line()
}

// who is the level, the specialty, the years and the length, in words.
func (s Style) who(r *report.Report) []string {
	var out []string
	l := r.Level
	claimed, reads := l.Claimed != "" && l.Claimed != "unknown", l.ReadsAs != "" && l.ReadsAs != "unknown"
	switch {
	case claimed && reads && l.Claimed != l.ReadsAs:
		out = append(out, "claims "+l.Claimed+", reads as "+l.ReadsAs)
	case claimed:
		out = append(out, "level "+l.Claimed)
	case reads:
		out = append(out, "claims no level, reads as "+l.ReadsAs)
	default:
		out = append(out, "no level to be read")
	}
	if judged := l.Verdict; judged != "" && judged != "unknown" && judged != l.Claimed && (claimed || judged != l.ReadsAs) {
		out[0] += ", judged as " + judged
	}
	if id := r.Specialty.ID; id != "" && id != "other" {
		sp := SpecialtyName(id)
		for i, a := range r.Specialty.Also {
			if i == 0 {
				sp += " with "
			} else {
				sp += ", "
			}
			sp += SpecialtyName(a)
		}
		out = append(out, sp)
	}
	if l.Years != nil {
		out = append(out, years(*l.Years))
	}
	return append(out, count(r.Input.Words, "word")+" in "+count(r.Input.Sentences, "sentence"))
}

// SpecialtyName is a specialty as people write it.
func SpecialtyName(id string) string {
	if n, ok := specialties[id]; ok {
		return n
	}
	return id
}

var specialties = map[string]string{"java": "Java", "python": "Python", "node": "Node.js", "go": "Go", "distributed": "distributed systems", "dotnet": ".NET",
	"ruby": "Ruby", "php": "PHP", "rust": "Rust", "scala": "Scala", "kotlin": "Kotlin", "elixir": "Elixir", "cpp": "C++", "swift": "Swift", "data": "data engineering",
	"ai": "AI infrastructure", "ml": "machine learning", "sre": "reliability", "qa": "testing", "api": "APIs", "database": "databases", "fullstack": "full stack",
	"cobol": "COBOL", "c": "C", "network": "networks", "clojure": "Clojure", "erlang": "Erlang", "haskell": "Haskell", "perl": "Perl"}

// sign is what a severity is underlined with: the shape says it where there is no colour.
func (s Style) sign(severity string) string {
	switch severity {
	case "error":
		return "^"
	case "warning":
		return "~"
	}
	return s.glyph("┄", "-")
}

func (w *writer) marked(r *report.Report, list []*report.Finding) {
	marks := make([]mark, 0, len(list))
	for i, f := range list {
		start, end := markOf(r.Text, f)
		marks = append(marks, mark{start: start, end: end, label: strconv.Itoa(i + 1), sign: w.sign(f.Severity), ink: severityInk(f.Severity)})
	}
	w.text(r.Text, marks, cutAfter(r.Text, r.FirstWords.End), count(r.FirstWords.Count, "word"))
	w.line()
}

// markOf is what is marked of a finding. One that speaks of what is not there, or of the whole, has no words at fault: its mark shows
// where to look, under one word, and leaves the lines to those that have.
func markOf(s string, f *report.Finding) (start, end int) {
	start, end = f.Start, f.End
	if !strings.HasPrefix(f.Rule, "no-") && !strings.HasPrefix(f.Rule, "too-") && !strings.HasPrefix(f.Rule, "missing-") && f.Rule != "sentence-count" {
		return start, end
	}
	if i := strings.IndexAny(clipBytes(s, start, end), " \t\r\n"); i > 0 {
		end = start + i
	}
	return start, end
}

// cutAfter moves the end of the first words past the marks that belong to the last of them. 0 where nothing follows.
func cutAfter(s string, end int) int {
	if end <= 0 || end >= len(s) {
		return 0
	}
	for end < len(s) && s[end] != ' ' && s[end] != '\n' && s[end] != '\r' && s[end] != '\t' {
		end++
	}
	if strings.TrimSpace(s[end:]) == "" {
		return 0
	}
	return end
}

func (w *writer) findings(r *report.Report, list []*report.Finding, left int) {
	if len(list) == 0 {
		return
	}
	said := map[string]bool{}
	for i, f := range list {
		n := strconv.Itoa(i + 1)
		lead := "  " + w.paint(severityInk(f.Severity), n) + " "
		indent := 3 + len(n)
		w.flow(lead, indent, run{f.Severity, severityInk(f.Severity)}, run{"[" + f.Rule + "]", faint}, run{": ", plain}, run{f.Message, bold})
		labelled := func(label string, i ink, words string) {
			w.flow(strings.Repeat(" ", indent)+w.paint(i, pad(label, 4)), indent+4, run{words, plain})
		}
		if f.Why != "" && !said[f.Rule] {
			labelled("why", faint, f.Why)
		}
		asked := false
		for _, x := range f.Fixes {
			if x.Safe {
				labelled("fix", green, w.fix(r, &x))
				asked = true
			}
		}
		if f.Mend != "" && !asked && !said[f.Rule+"\x00"+f.Mend] {
			labelled("try", green, f.Mend)
		}
		for _, x := range f.Fixes {
			for _, q := range x.Asks {
				if !said[f.Rule+"\x00"+q] {
					labelled("ask", cyan, q)
				}
				said[f.Rule+"\x00"+q] = true
			}
		}
		said[f.Rule], said[f.Rule+"\x00"+f.Mend] = true, true
		w.line()
	}
	if left > 0 {
		w.line("  ", w.paint(faint, w.dots()+" and "+strconv.Itoa(left)+" more (--all)"))
		w.line()
	}
}

// fix says what a safe fix does to the words.
func (s Style) fix(r *report.Report, x *report.Fix) string {
	var parts []string
	for _, e := range x.Edits {
		old, now := words(clipBytes(r.Text, e.Start, e.End)), words(e.Text)
		if old != "" && now != "" {
			parts = append(parts, s.quote(old)+" "+s.arrow()+" "+s.quote(now))
		}
	}
	title := or(x.Title, "change the words")
	if len(parts) == 0 || len(parts) == 1 && strings.Contains(title, words(x.Edits[0].Text)) {
		return title
	}
	return title + ": " + strings.Join(parts, ", ")
}

func or(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

func clipBytes(s string, start, end int) string {
	if start < 0 || end > len(s) || start > end {
		return ""
	}
	return s[start:end]
}

// firstWords says what of the facts a quick scan meets.
func (w *writer) firstWords(r *report.Report) {
	if r.FirstWords.Count == 0 {
		return
	}
	w.heading("In the first " + count(r.FirstWords.Count, "word"))
	w.flow("    ", 4, w.seen(r)...)
	w.line()
}

// seen lists the facts within the first words, the strongest kinds first, and names what is missing of the two that matter.
func (w *writer) seen(r *report.Report) []run {
	kinds := []string{"title", "years", "metric", "outcome", "technology", "pattern", "tradeoff", "artifact", "practice", "org", "project", "contribution", "education", "closing"}
	var runs []run
	had, listed := map[string]bool{}, map[string]bool{}
	for _, kind := range kinds {
		for i := range r.Facts {
			f := &r.Facts[i]
			if f.Kind != kind || f.Start >= r.FirstWords.End || f.Use != "" && f.Use != "current" {
				continue
			}
			had[kind] = true
			words := words(f.Text)
			if listed[strings.ToLower(words)] || kind == "technology" && insideTitle(r, f) {
				continue
			}
			listed[strings.ToLower(words)] = true
			if len(runs) > 0 {
				runs = append(runs, run{", ", plain})
			}
			runs = append(runs, run{w.clip(Safe(words), 60), kindInk(kind)})
		}
	}
	var missing []string
	if !had["title"] && !had["project"] && !had["metric"] {
		missing = append(missing, "no title")
	}
	if !had["metric"] && !had["outcome"] {
		missing = append(missing, "no number from a running system")
	}
	if len(missing) > 0 {
		lead := ""
		if len(runs) > 0 {
			lead = " " + w.dash() + " "
		}
		runs = append(runs, run{lead + strings.Join(missing, ", "), yellow})
	}
	return runs
}

// insideTitle reports whether a fact is a part of a title: "Java" in "Java engineer".
func insideTitle(r *report.Report, f *report.Fact) bool {
	for i := range r.Facts {
		if t := &r.Facts[i]; t.Kind == "title" && t.Start <= f.Start && f.End <= t.End {
			return true
		}
	}
	return false
}

func (w *writer) heading(words string) { w.line("  ", w.paint(bold, words)) }

func (w *writer) arithmetic(r *report.Report) {
	if len(r.Arithmetic) == 0 {
		return
	}
	w.heading("The arithmetic a reviewer will do")
	for _, a := range r.Arithmetic {
		sign, i := w.paint(green, "="), plain
		if !a.Agrees {
			sign, i = w.paint(boldRed, w.glyph("≠", "!")), bold
		}
		w.flow("  "+sign+" ", 4, run{a.Says, i})
	}
	w.line()
}

// barUnit is how many points a cell of a bar stands for, so that a part's bar is as long as its weight.
const barUnit = 2

func (w *writer) parts(r *report.Report) {
	if len(r.Score.Parts) == 0 {
		return
	}
	widestBar, name := 0, 0
	for _, p := range r.Score.Parts {
		widestBar, name = max(widestBar, (p.Max+barUnit-1)/barUnit), max(name, len(p.ID))
	}
	facts := map[string]*report.Fact{}
	for i := range r.Facts {
		facts[r.Facts[i].ID] = &r.Facts[i]
	}
	w.line("  ", w.paint(bold, "Parts"), w.paint(faint, " "+w.dash()+" "+strconv.Itoa(r.Score.Total)+" of "+strconv.Itoa(maximum(r))))
	for _, p := range r.Score.Parts {
		figures := pad("", 2-len(strconv.Itoa(p.Score))) + strconv.Itoa(p.Score) + "/" + strconv.Itoa(p.Max)
		if p.Score*3 < p.Max {
			figures = w.paint(red, figures)
		}
		lead := "    " + pad(p.ID, name) + " " + w.gauge(p, widestBar) + " " + figures + strings.Repeat(" ", max(0, 6-inked.String(figures)))
		indent := 4 + name + 1 + widestBar + 1 + 6
		var runs []run
		rests := w.rests(p, facts)
		if p.Raise != "" {
			runs = append(runs, run{p.Raise, plain})
			if !w.All {
				rests = ""
			}
		}
		if rests != "" {
			if len(runs) > 0 {
				runs = append(runs, run{" ", plain}, run{"(" + rests + ")", faint})
			} else {
				runs = append(runs, run{rests, faint})
			}
		}
		w.flow(lead, indent, runs...)
	}
	w.line()
}

// rests says which facts a part rests on and which rules stand against it.
func (w *writer) rests(p report.Part, facts map[string]*report.Fact) string {
	var parts []string
	for _, id := range p.Because {
		if f := facts[id]; f != nil {
			parts = append(parts, w.clip(Safe(strings.Join(strings.Fields(f.Text), " ")), 32))
		}
	}
	out := strings.Join(parts, "; ")
	if w.All && len(p.Against) > 0 {
		if out != "" {
			out += "; "
		}
		out += "against it: " + strings.Join(distinct(p.Against), ", ")
	}
	return out
}

func distinct(list []string) (out []string) {
	seen := map[string]bool{}
	for _, s := range list {
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}

func maximum(r *report.Report) int {
	n := 0
	for _, p := range r.Score.Parts {
		n += p.Max
	}
	return n
}

// gauge draws a part: filled up to its score, and as long as its maximum.
func (w *writer) gauge(p report.Part, widest int) string {
	cells := (p.Max + barUnit - 1) / barUnit
	full := p.Score / barUnit
	half := p.Score%barUnit == 1
	filled := strings.Repeat(w.glyph("█", "#"), full)
	if half {
		filled += w.glyph("▌", "+")
		full++
	}
	i := green
	switch {
	case p.Score*3 < p.Max:
		i = red
	case p.Score*4 < p.Max*3:
		i = yellow
	}
	return w.paint(i, filled) + w.paint(faint, strings.Repeat(w.glyph("░", "."), max(0, cells-full))) + strings.Repeat(" ", widest-max(cells, full))
}

func (w *writer) suppressed(r *report.Report) {
	if len(r.Suppressed) > 0 {
		if w.All {
			w.heading("Suppressed")
			for _, s := range r.Suppressed {
				w.flow("    ", 6, run{s.Rule, faint}, run{" " + s.Message, plain}, run{" (" + s.Reason + ", " + s.Origin + ")", faint})
			}
		} else {
			w.flow("  ", 4, run{count(len(r.Suppressed), "finding") + " suppressed, with reasons (--all)", faint})
		}
		w.line()
	}
	for _, u := range r.Unused {
		w.flow("  "+w.paint(yellow, "unused suppression")+" ", 4, run{u.Origin + ": " + u.Rule + " finds nothing here any more; remove it", plain})
	}
	if len(r.Unused) > 0 {
		w.line()
	}
}

// next says what to type next.
func (w *writer) next(r *report.Report, left int) {
	safeFixes := 0
	for i := range r.Findings {
		for _, x := range r.Findings[i].Fixes {
			if x.Safe {
				safeFixes++
			}
		}
	}
	var runs []run
	hint := func(command, says string) {
		if len(runs) > 0 {
			runs = append(runs, run{" " + w.dot() + " ", faint})
		}
		runs = append(runs, run{command, cyan}, run{" " + says, faint})
	}
	if safeFixes > 0 {
		what := "applies the safe fix"
		if safeFixes > 1 {
			what = "applies " + strconv.Itoa(safeFixes) + " safe fixes"
		}
		hint("standfirst fix", what)
	}
	if len(r.Findings) > 0 {
		hint("standfirst explain RULE", "says more")
	} else {
		hint("standfirst facts", "shows what was read")
	}
	w.flow("  ", 2, runs...)
}

// kindInk is the colour of a kind of fact, here and in the facts view.
func kindInk(kind string) ink {
	switch kind {
	case "title", "years", "education":
		return blue
	case "technology":
		return cyan
	case "metric", "outcome":
		return green
	case "pattern", "tradeoff":
		return magenta
	case "artifact", "practice":
		return yellow
	}
	return plain
}
