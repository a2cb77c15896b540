package rules

import (
	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var vagueClosing = &rule.Rule{
	ID:       "vague-closing",
	Title:    "A closing that fits any job",
	Why:      "“New opportunities” tells the reader nothing about whether the job on the desk is the one that you want.",
	Mend:     "Name the role, the kind of system or the team that you want next.",
	Group:    rule.Close,
	Severity: rule.Warning,
	Sources:  []string{"standfirst-rubric"},
	Run:      runVagueClosing,
}

func runVagueClosing(p *rule.Pass) {
	t := tokens{p}
	n := len(p.Doc.Sentences)
	if n == 0 {
		return
	}
	for s := nextSaying(p, "vague-closing", 0); s >= 0; s = nextSaying(p, "vague-closing", s+1) {
		m := &p.Says[s]
		first, last := int(m.First), int(m.Last)
		from, to := t.sentence(first)
		at := t.Doc.SentenceOf(first)
		if at < n-2 && t.fact(fact.Closing, first) < 0 {
			continue
		}
		if at == 0 {
			if begin, _ := t.wishOpens(from, to); begin >= 0 || first-from < 4 {
				continue // the opening rule speaks of it
			}
		}
		if t.wantsSomething(first, last, to) || outranked(p, m, "apology", "layoff") || t.fact(fact.Closing, first) < 0 && outranked(p, m, "soft-skill") {
			continue
		}
		first, last = t.tidy(first, last)
		f := p.Report(p.Span(first, last), quoted(t.words(first, last))+" would close anyone's summary.")
		f.Mend = p.Base.Phrases[m.Row].Mend
		if p.Base.Phrases[m.Row].Light {
			f.Less(rule.Suggestion)
		}
		f.Ask("Name what you want", "Which role, kind of system or team do you want next?")
		return
	}
}

// wantsSomething reports whether the clause names a technology, a trade or a kind of work after the empty words.
func (t tokens) wantsSomething(first, last, to int) bool {
	if t.factIn(fact.Technology, first, to) >= 0 || t.factIn(fact.Pattern, first, to) >= 0 || t.factIn(fact.Practice, first, to) >= 0 {
		return true
	}
	for i := first; i < to; i++ {
		if _, _, ok := t.term(kb.KindDomain, i); ok && !t.in(i, "team", "teams", "company", "companies", "startup", "product", "products", "software", "technology", "tech", "it", "industry", "consulting", "services") {
			return true
		}
		if _, _, ok := t.term(kb.KindPattern, i); ok {
			return true
		}
	}
	return false
}
