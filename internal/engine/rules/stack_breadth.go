package rules

import (
	"strconv"

	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var stackBreadth = &rule.Rule{
	ID:       "stack-breadth",
	Title:    "More technologies than a summary can carry",
	Why:      "Past eight or nine names none of them stands out.",
	Mend:     "Keep those that the outcome stood on; the rest belongs to the skills section.",
	Group:    rule.Stack,
	Severity: rule.Suggestion,
	Needs:    []fact.Kind{fact.Technology},
	Run:      runStackBreadth,
}

func runStackBreadth(p *rule.Pass) {
	var seen [48]int32
	n, last := 0, -1
	for i := range p.Facts {
		f := &p.Facts[i]
		if f.Kind != fact.Technology || f.Use != fact.Current || n == len(seen) {
			continue
		}
		known := false
		for _, x := range seen[:n] {
			known = known || x == f.Row
		}
		if !known {
			seen[n] = f.Row
			n++
			last = i
		}
	}
	if n <= 9 {
		return
	}
	for i := range p.Facts {
		if r := listRun(p, i); r.count >= 7 {
			return // the list itself is reported
		}
	}
	p.ReportFact(last, strconv.Itoa(n)+" technologies are named; three or four are read.")
}
