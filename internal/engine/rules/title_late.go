package rules

import (
	"strconv"

	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var titleLate = &rule.Rule{
	ID:       "title-late",
	Title:    "The title comes late",
	Why:      "The first dozen words decide whether the rest is read, and a title tells what to read for.",
	Mend:     "Open with title, years and specialty.",
	Group:    rule.Opening,
	Severity: rule.Suggestion,
	Levels:   []kb.Level{kb.Mid, kb.Senior, kb.Staff},
	Needs:    []fact.Kind{fact.Title},
	Run:      runTitleLate,
}

func runTitleLate(p *rule.Pass) {
	i := p.OwnTitle()
	if i < 0 {
		return
	}
	words := 0
	for k := 0; k < int(p.Facts[i].First); k++ {
		if p.Doc.CountsAsWord(k) {
			words++
		}
	}
	if words >= 12 {
		p.ReportFact(i, "The title stands after "+strconv.Itoa(words)+" words.")
	}
}
