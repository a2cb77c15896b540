package cli

import (
	"strconv"
	"strings"
)

// context is how many unchanged lines stand around a change.
const context = 3

// unified is the difference of two files as a unified diff; "" where there is none. Fixes change words inside lines and seldom their
// number, so lines are compared one by one between the first and the last that differ.
func unified(name, before, after string) string {
	if before == after {
		return ""
	}
	a, b := splitLines(before), splitLines(after)
	var b2 strings.Builder
	b2.WriteString("--- " + name + "\n+++ " + name + "\n")
	for _, h := range hunks(a, b) {
		from, to := max(0, h.a0-context), min(len(a), h.a1+context)
		lead, trail := h.a0-from, to-h.a1
		b2.WriteString("@@ -" + lineRange(from, to) + " +" + lineRange(h.b0-lead, h.b1+trail) + " @@\n")
		put := func(sign byte, lines []string) {
			for _, l := range lines {
				b2.WriteByte(sign)
				b2.WriteString(l)
				if !strings.HasSuffix(l, "\n") {
					b2.WriteString("\n\\ No newline at end of file\n")
				}
			}
		}
		put(' ', a[from:h.a0])
		for _, p := range h.pairs {
			put('-', a[p.a0:p.a1])
			put('+', b[p.b0:p.b1])
			if p.same > 0 {
				put(' ', a[p.a1:p.a1+p.same])
			}
		}
		put(' ', a[h.a1:to])
	}
	return b2.String()
}

func splitLines(s string) []string {
	if s == "" {
		return nil
	}
	l := strings.SplitAfter(s, "\n")
	if l[len(l)-1] == "" {
		l = l[:len(l)-1]
	}
	return l
}

func lineRange(from, to int) string {
	n := to - from
	if n == 0 {
		return strconv.Itoa(from) + ",0"
	}
	if n == 1 {
		return strconv.Itoa(from + 1)
	}
	return strconv.Itoa(from+1) + "," + strconv.Itoa(n)
}

// pair is a run of old lines, the new lines in their place, and the unchanged lines after them inside the same hunk.
type pair struct{ a0, a1, b0, b1, same int }

type hunk struct {
	a0, a1, b0, b1 int
	pairs          []pair
}

func hunks(a, b []string) (out []hunk) {
	var pairs []pair
	if len(a) == len(b) {
		for i := 0; i < len(a); i++ {
			if a[i] == b[i] {
				continue
			}
			j := i + 1
			for j < len(a) && a[j] != b[j] {
				j++
			}
			pairs = append(pairs, pair{i, j, i, j, 0})
			i = j
		}
	} else {
		head := 0
		for head < len(a) && head < len(b) && a[head] == b[head] {
			head++
		}
		tail := 0
		for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
			tail++
		}
		pairs = []pair{{head, len(a) - tail, head, len(b) - tail, 0}}
	}
	for _, p := range pairs {
		if n := len(out); n > 0 && p.a0-out[n-1].a1 <= 2*context {
			h := &out[n-1]
			h.pairs[len(h.pairs)-1].same = p.a0 - h.a1
			h.pairs = append(h.pairs, p)
			h.a1, h.b1 = p.a1, p.b1
			continue
		}
		out = append(out, hunk{p.a0, p.a1, p.b0, p.b1, []pair{p}})
	}
	return out
}
