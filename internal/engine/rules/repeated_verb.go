package rules

import (
	"strconv"

	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var repeatedVerb = &rule.Rule{
	ID:       "repeated-verb",
	Title:    "The same verb again",
	Why:      "One verb for every piece of work makes different acts sound alike.",
	Mend:     "Give each act its own verb: what was cut, moved, hardened or handed over.",
	Group:    rule.Form,
	Severity: rule.Suggestion,
	Needs:    []fact.Kind{fact.Ownership},
	Sources:  []string{"standfirst-rubric"},
	Run:      runRepeatedVerb,
}

func runRepeatedVerb(p *rule.Pass) {
	t := tokens{p}
	before := -1 // the last verb that opened a sentence
	for i := range p.Facts {
		f := &p.Facts[i]
		if f.Kind != fact.Ownership || f.Row < 0 {
			continue
		}
		count := 1
		for k := 0; k < i; k++ {
			if o := &p.Facts[k]; o.Kind == fact.Ownership && o.Row == f.Row {
				count++
			}
		}
		from, _ := t.sentence(int(f.First))
		opens := int(f.First) == from
		if count >= 3 {
			p.ReportFact(i, "“"+p.Text(f)+"” stands here for the "+ordinal(count)+" time.")
			return
		}
		if opens {
			if before >= 0 && p.Facts[before].Row == f.Row && f.Sentence == p.Facts[before].Sentence+1 {
				p.ReportFact(i, "“"+p.Text(f)+"” opens two sentences in a row.")
				return
			}
			before = i
		}
	}
}

func ordinal(n int) string {
	switch n {
	case 3:
		return "third"
	case 4:
		return "fourth"
	case 5:
		return "fifth"
	}
	return strconv.Itoa(n) + "th"
}
