package format

import (
	"sort"

	"github.com/standfirst/standfirst/internal/engine/report"
)

// Rank orders findings by what matters most, as the report ranks them. The order is of indexes into r.Findings.
func Rank(r *report.Report) []int {
	order := make([]int, len(r.Findings))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool {
		x, y := &r.Findings[order[a]], &r.Findings[order[b]]
		if p, q := weight(x.Severity), weight(y.Severity); p != q {
			return p > q
		}
		return x.Rank < y.Rank
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
