package rules

import (
	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var apology = &rule.Rule{
	ID:       "apology",
	Title:    "An apology",
	Why:      "A sentence about what is missing asks the reader to doubt you before they have seen your work.",
	Mend:     "Say what shipped and who uses it; a plain “self-taught” or “former nurse” beside it is fine.",
	Group:    rule.Voice,
	Severity: rule.Warning,
	Sources:  []string{"standfirst-rubric", "freecodecamp-no-experience"},
	Run:      runApology,
}

func runApology(p *rule.Pass) {
	t := tokens{p}
	var r run
	for n := nextSaying(p, "apology", 0); n >= 0; n = nextSaying(p, "apology", n+1) {
		m := &p.Says[n]
		row := &p.Base.Phrases[m.Row]
		first, last := int(m.First), int(m.Last)
		if t.ofSomething(first, last) || t.properName(first, last) || t.namesThing(last) || t.saidOfUsers(first, last) {
			continue
		}
		if row.Light && t.shipped() {
			continue // a plain word about a former trade, with work beside it
		}
		if outranked(p, m, "layoff") {
			continue
		}
		if r.row != nil && (r.extend(t, m, row) || t.Doc.SentenceOf(first) == t.Doc.SentenceOf(r.first)) {
			r.light = r.light && row.Light
			continue
		}
		reportApology(p, &r)
		r = run{first, last, row.Light, row}
	}
	reportApology(p, &r)
}

func reportApology(p *rule.Pass, r *run) {
	if r.row == nil {
		return
	}
	t := tokens{p}
	first, last := t.tidy(r.first, r.last)
	f := p.Report(p.Span(first, last), quoted(t.words(first, last))+" tells the reader what you lack before what you did.")
	f.Mend = r.row.Mend
	if r.light {
		f.Less(rule.Suggestion)
	}
	f.Ask("Say what shipped", "What did you build or run, and who uses it?")
}

// shipped reports whether the text shows work of one's own: a number, a project, merged changes or an outcome.
func (t tokens) shipped() bool {
	for i := range t.Facts {
		switch t.Facts[i].Kind {
		case fact.Metric, fact.Project, fact.Contribution, fact.Outcome:
			return true
		}
	}
	return false
}

// ofSomething reports words that a thing is said to have: "late start of the batch".
func (t tokens) ofSomething(first, last int) bool {
	return t.in(last, "of") && t.in(last+1, "the", "a", "an", "our", "each", "every") && t.find(first, last, "i", "my", "me", "a", "no", "not", "although", "despite") < 0
}

// saidOfUsers reports whether what is missing is missing of somebody else: "zero-experience users", "without a degree
// requirement at my firm".
func (t tokens) saidOfUsers(first, last int) bool {
	for k := last; k < last+3; k++ {
		if t.in(k, "users", "customers", "requirement", "requirements", "candidates", "juniors", "engineers", "students", "learners", "applicants", "drivers", "clerks", "people", "players", "members", "patients") {
			return true
		}
		if t.parts(k) || t.sym(k) == ',' {
			break
		}
	}
	for k := first - 1; k >= 0 && k > first-4; k-- {
		if t.in(k, "users", "customers", "candidates", "juniors", "students", "learners", "tenants", "clients", "services", "teams") {
			return true
		}
	}
	return false
}
