package rules

import (
	"strconv"

	"github.com/standfirst/standfirst/internal/engine/rule"
)

var tooLong = &rule.Rule{
	ID:       "too-long",
	Title:    "Longer than a summary of this level",
	Why:      "A recruiter gives the paragraph seconds; every word past the ideal takes one from those that matter.",
	Mend:     "Keep the title, the stack, one outcome, one decision and the closing; move the rest to the experience section.",
	Group:    rule.Form,
	Severity: rule.Error,
	Run:      runTooLong,
}

// runTooLong grades length, never as a cliff: past the ideal a suggestion, past 1.4 times a warning, past twice an error.
func runTooLong(p *rule.Pass) {
	low, high := idealWords(p)
	n := p.Doc.Words
	if n <= high {
		return
	}
	t := tokens{p}
	f := p.Report(t.ending(), strconv.Itoa(n)+" words; a summary of this level reads best at "+strconv.Itoa(low)+" to "+strconv.Itoa(high)+".")
	switch {
	case n*10 <= high*14:
		f.Less(rule.Suggestion)
	case n <= 2*high:
		f.Less(rule.Warning)
	}
}

// idealWords are the bounds of the level's ideal length; an unknown level gets the widest.
func idealWords(p *rule.Pass) (low, high int) {
	low, high = 1<<30, 0
	for i := range p.Base.Levels {
		l := &p.Base.Levels[i]
		if l.Level == p.Level.Verdict {
			return l.WordsLow, l.WordsHigh
		}
		low, high = min(low, l.WordsLow), max(high, l.WordsHigh)
	}
	if high == 0 {
		return 40, 100
	}
	return low, high
}
