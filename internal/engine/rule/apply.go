package rule

import "sort"

// Apply makes the edits in s. Edits that say the same are made once; it reports false, and changes nothing, where two edits
// touch the same bytes in different ways or lie outside s.
func Apply(s string, edits []Edit) (string, bool) {
	e := append([]Edit(nil), edits...)
	sort.SliceStable(e, func(i, j int) bool {
		if e[i].Span.Start != e[j].Span.Start {
			return e[i].Span.Start < e[j].Span.Start
		}
		return e[i].Span.End < e[j].Span.End
	})
	var out []byte
	at := 0
	for i, x := range e {
		if i > 0 && x == e[i-1] {
			continue
		}
		if x.Span.Start < at || x.Span.End < x.Span.Start || x.Span.End > len(s) || i > 0 && x.Span.Start == e[i-1].Span.Start && x.Span.End == e[i-1].Span.End {
			return s, false
		}
		out = append(out, s[at:x.Span.Start]...)
		out = append(out, x.Text...)
		at = x.Span.End
	}
	return string(append(out, s[at:]...)), true
}
