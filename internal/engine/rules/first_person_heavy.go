package rules

import (
	"strconv"

	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/lex"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var firstPersonHeavy = &rule.Rule{
	ID:       "first-person-heavy",
	Title:    "“I” in every clause",
	Why:      "The reader knows whose résumé it is; each “I” pushes the verb and the system a little further back.",
	Mend:     "Open the clauses with their verbs: “Moved …”, “Own …”, “Wrote …”.",
	Group:    rule.Voice,
	Severity: rule.Suggestion,
	Sources:  []string{"standfirst-rubric"},
	Run:      runFirstPersonHeavy,
}

func runFirstPersonHeavy(p *rule.Pass) {
	const most, within = 5, 4
	if len(p.Doc.Sentences) > within {
		return
	}
	numbers, count, at := 0, 0, -1
	for i := range p.Facts {
		if k := p.Facts[i].Kind; k == fact.Metric || k == fact.Outcome {
			numbers++
		}
	}
	if numbers >= 2 {
		return // the work stands in front all the same
	}
	for i := range p.Doc.Tokens {
		if s := p.Doc.Str(i); p.Doc.Tokens[i].Kind == lex.Word && (s == "I" || s == "Im" || s == "i") {
			if count++; count == most {
				at = i
			}
		}
	}
	if at >= 0 {
		p.Report(p.Span(at, at+1), "“I” stands "+strconv.Itoa(count)+" times in "+strconv.Itoa(len(p.Doc.Sentences))+" sentences.")
	}
}
