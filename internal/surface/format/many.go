package format

import (
	"io"
	"sort"
	"strconv"
	"strings"

	"github.com/standfirst/standfirst/internal/engine/report"
)

// Many writes one line a report, for runs over several files, and a summary at the end.
type Many struct {
	Style
	verdicts map[string]int
	files    map[string]int // by rule: the files that it was found in
	total    int
}

// Line writes the line of one report.
func (m *Many) Line(out io.Writer, r *report.Report) error {
	if m.verdicts == nil {
		m.verdicts, m.files = map[string]int{}, map[string]int{}
	}
	m.total++
	m.verdicts[r.Score.Verdict]++
	seen := map[string]bool{}
	for i := range r.Findings {
		if id := r.Findings[i].Rule; !seen[id] {
			seen[id] = true
			m.files[id]++
		}
	}
	w := &writer{Style: m.Style}
	figure := strconv.Itoa(r.Score.Total)
	lead := "  " + w.paint(severityInk(r.Score.Verdict), pad(r.Score.Verdict, 6)) + " " + strings.Repeat(" ", max(0, 3-len(figure))) + figure + "  " +
		pad(clipLevel(r.Level.Verdict), 7) + " "
	const indent = 2 + 6 + 1 + 3 + 2 + 7 + 1
	runs := []run{{r.Input.Name, bold}}
	if order := Rank(r); len(order) > 0 {
		var first []string
		for _, i := range order {
			if id := r.Findings[i].Rule; !has(first, id) {
				first = append(first, id)
			}
		}
		more := ""
		if len(first) > 3 {
			more = " and " + strconv.Itoa(len(first)-3) + " more"
			first = first[:3]
		}
		runs = append(runs, run{" " + w.dot() + " ", faint}, run{strings.Join(first, ", ") + more, faint})
	}
	w.flow(lead, indent, runs...)
	_, err := io.WriteString(out, w.String())
	return err
}

func clipLevel(l string) string {
	if l == "" {
		return "unknown"
	}
	return l
}

func has(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// End writes how many of each verdict there were and which rules were met most.
func (m *Many) End(out io.Writer) error {
	if m.total == 0 {
		return nil
	}
	w := &writer{Style: m.Style}
	w.line()
	runs := []run{{strconv.Itoa(m.total) + " checked: ", bold}}
	for i, v := range []string{"ready", "revise", "rework"} {
		sep := ", "
		if i == 0 {
			sep = " "
		}
		runs = append(runs, run{sep, plain}, run{strconv.Itoa(m.verdicts[v]) + " " + v, severityInk(v)})
	}
	w.flow("  ", 2, runs...)
	type tally struct {
		id string
		n  int
	}
	var most []tally
	for id, n := range m.files {
		most = append(most, tally{id, n})
	}
	sort.Slice(most, func(i, j int) bool {
		if most[i].n != most[j].n {
			return most[i].n > most[j].n
		}
		return most[i].id < most[j].id
	})
	if len(most) > 0 {
		var names []string
		for _, t := range most[:min(len(most), 5)] {
			names = append(names, t.id+" in "+strconv.Itoa(t.n))
		}
		w.flow("  ", 2, run{"met most: " + strings.Join(names, ", "), faint})
	}
	w.flow("  ", 2, run{"standfirst check FILE", cyan}, run{" shows one in full, ", faint}, run{" --all", cyan}, run{" shows every one", faint})
	_, err := io.WriteString(out, w.String())
	return err
}
