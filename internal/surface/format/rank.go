package format

import (
	"sort"

	"github.com/standfirst/standfirst/internal/engine/report"
)

// Rank orders findings by what matters most: by severity, then by how much the part of the score that they stand against has
// lost, then by their place. The order is of indexes into r.Findings.
func Rank(r *report.Report) []int {
	lost := map[string]int{}
	for _, p := range r.Score.Parts {
		for _, id := range p.Against {
			lost[id] = max(lost[id], p.Max-p.Score)
		}
	}
	order := make([]int, len(r.Findings))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool {
		x, y := &r.Findings[order[a]], &r.Findings[order[b]]
		if p, q := weight(x.Severity), weight(y.Severity); p != q {
			return p > q
		}
		if lost[x.Rule] != lost[y.Rule] {
			return lost[x.Rule] > lost[y.Rule]
		}
		return x.Start < y.Start
	})
	return order
}

// weight orders severities.
func weight(severity string) int {
	switch severity {
	case "error":
		return 3
	case "warning":
		return 2
	case "suggestion":
		return 1
	}
	return 0
}

// Few is how many findings are shown unless all are asked for.
const Few = 5

// shown are the findings to print, most important first, and how many are left.
func (s Style) shown(r *report.Report) (list []*report.Finding, left int) {
	order := Rank(r)
	if !s.All && len(order) > Few {
		left = len(order) - Few
		order = order[:Few]
	}
	for _, i := range order {
		list = append(list, &r.Findings[i])
	}
	return list, left
}
