package rules

import (
	"strconv"

	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var oneCategoryList = &rule.Rule{
	ID:       "one-category-list",
	Title:    "Several technologies of one kind",
	Why:      "Four databases or five frontend frameworks tell that each was met, not that one was mastered.",
	Mend:     "Keep the one that you would be asked about and say what you did with it.",
	Group:    rule.Stack,
	Severity: rule.Suggestion,
	Needs:    []fact.Kind{fact.Technology},
	Run:      runOneCategoryList,
}

func runOneCategoryList(p *rule.Pass) {
	for i := range p.Facts {
		f := &p.Facts[i]
		if f.Kind != fact.Technology || f.Use != fact.Current {
			continue
		}
		c := p.TechnologyOf(f).Category
		switch c {
		case "language", "framework", "datastore", "broker", "frontend", "ci", "cloud", "orm", "testing":
		default:
			continue
		}
		var rows [8]int32
		n, last := 0, i
		for k := range p.Facts {
			g := &p.Facts[k]
			if g.Kind != fact.Technology || g.Use != fact.Current || p.TechnologyOf(g).Category != c {
				continue
			}
			known := false
			for _, x := range rows[:n] {
				known = known || x == g.Row
			}
			if known || n == len(rows) {
				continue
			}
			if k < i {
				n = -1
				break // reported at the first of them
			}
			rows[n] = g.Row
			n++
			last = k
		}
		if n < 5 {
			continue
		}
		if r := listRun(p, i); r.count >= n && (r.count >= 7 || r.same >= 5) {
			continue // the list itself is reported
		}
		p.ReportFact(last, strconv.Itoa(n)+" technologies of one kind stand in the summary.")
		return
	}
}
