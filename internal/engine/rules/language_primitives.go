package rules

import (
	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var languagePrimitives = &rule.Rule{
	ID:       "language-primitives",
	Title:    "Leads with language primitives",
	Why:      "Goroutines, generics and decorators are what a course teaches; a reader looks for the system that runs on them.",
	Mend:     "Lead with the system that you delivered, and leave the primitives to the skills section.",
	Group:    rule.Stack,
	Severity: rule.Warning,
	Sources:  []string{"standfirst-rubric"},
	Run:      runLanguagePrimitives,
}

func runLanguagePrimitives(p *rule.Pass) {
	t := tokens{p}
	var r run
	for n := nextSaying(p, "primitive", 0); n >= 0; n = nextSaying(p, "primitive", n+1) {
		m := &p.Says[n]
		row := &p.Base.Phrases[m.Row]
		first, last := int(m.First), int(m.Last)
		if t.properName(first, last) || t.namesThing(last) {
			continue
		}
		if r.row == nil {
			if t.leads(first, t.listed(n)) {
				r = run{first, last, row.Light, row}
			}
			continue
		}
		if t.Doc.SentenceOf(first) == t.Doc.SentenceOf(r.first) {
			r.last = max(r.last, last)
			r.light = r.light && row.Light
		}
	}
	if r.row == nil {
		return
	}
	first, last := t.tidy(r.first, r.last)
	f := p.Report(p.Span(first, last), quoted(t.words(first, last))+" leads with features of a language instead of a system.")
	f.Mend = r.row.Mend
	if r.light {
		f.Less(rule.Suggestion)
	}
}

// listed reports whether saying n begins a list of primitives: more of them follow in its sentence.
func (t tokens) listed(n int) bool {
	m := &t.Says[n]
	s := t.Doc.SentenceOf(int(m.First))
	for k := nextSaying(t.Pass, "primitive", n); k >= 0; k = nextSaying(t.Pass, "primitive", k+1) {
		if o := &t.Says[k]; int(o.Last)-int(m.First) >= 4 && t.Doc.SentenceOf(int(o.First)) == s {
			return true
		}
	}
	return false
}

// leads reports whether what stands at token i is the first claim of the text: in the first sentence, or in the second behind
// one that only names the person; with no outcome in front of it and none that it serves.
func (t tokens) leads(i int, listed bool) bool {
	s := t.Doc.SentenceOf(i)
	from, to := t.sentence(i)
	for n := range t.Facts {
		f := &t.Facts[n]
		switch f.Kind {
		case fact.Metric, fact.Outcome:
			if int(f.First) < i || int(f.First) < to && s == 0 {
				return false
			}
		case fact.Project, fact.Contribution:
			if int(f.First) < i {
				return false
			}
		}
	}
	if t.find(max(from, i-4), i, "skills", "skill", "talk", "leak", "stack") >= 0 {
		return false
	}
	if s == 0 || s == 1 && (t.Doc.Sentences[0].Words <= 14 || listed && i-from <= 5) {
		return true
	}
	// Later, only as the main claim: a list of them, in a text that measures nothing.
	return listed && !t.Has(fact.Metric) && !t.Has(fact.Outcome) && !t.Has(fact.Project)
}
