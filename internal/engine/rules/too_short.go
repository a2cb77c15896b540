package rules

import (
	"strconv"

	"github.com/standfirst/standfirst/internal/engine/rule"
)

var tooShort = &rule.Rule{
	ID:       "too-short",
	Title:    "Too short to say anything",
	Why:      "Under thirty words there is no room for a stack and an outcome, and the reader moves on.",
	Mend:     "Add what you ran and the number it reached; two sentences are enough.",
	Group:    rule.Form,
	Severity: rule.Error,
	Run:      runTooShort,
}

func runTooShort(p *rule.Pass) {
	n := p.Doc.Words
	if n >= 30 {
		return
	}
	t := tokens{p}
	f := p.Report(t.opening(), words(n)+" no room for a stack and an outcome.")
	f.Ask("Say one thing you built", "What did you build or run, and on which stack?", "What number did it reach: requests, latency, users, money?")
	if n >= 15 {
		f.Less(rule.Warning)
	}
}

func words(n int) string {
	if n == 1 {
		return "One word leaves"
	}
	return strconv.Itoa(n) + " words leave"
}
