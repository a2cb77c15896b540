package rules

import (
	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/lex"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var weakOwnership = &rule.Rule{
	ID:       "weak-ownership",
	Title:    "Weak ownership",
	Why:      "“Worked on” and “responsible for” leave open what you did, and a reader fills the gap with the least.",
	Mend:     "Open the clause with the verb of your own act: designed, moved, cut, ran.",
	Group:    rule.Voice,
	Severity: rule.Warning,
	Sources:  []string{"standfirst-rubric", "resumeworded-levels"},
	Run:      runWeakOwnership,
}

func runWeakOwnership(p *rule.Pass) {
	t := tokens{p}
	begun, end := len(p.Findings), -1
	for n := nextSaying(p, "weak-ownership", 0); n >= 0; n = nextSaying(p, "weak-ownership", n+1) {
		m := &p.Says[n]
		first, last := int(m.First), int(m.Last)
		if first < end || t.properName(first, last) || t.ownedByOthers(first) || t.creditedUpstream(first, last) || t.answersFor(first, last) || t.saidElsewhere(m) {
			continue
		}
		end = last
		if len(p.Findings)-begun >= mostFindings {
			break
		}
		row := &p.Base.Phrases[m.Row]
		first, last = t.tidy(first, last)
		f := p.Report(p.Span(first, last), quoted(t.words(first, last))+" leaves open what your own part was.")
		f.Mend = row.Mend
		if row.Light {
			f.Less(rule.Suggestion)
		}
		f.Ask("Say your own act", "What did you do yourself there: design, build, move, run?")
		ease(p)
	}
}

// ownedByOthers reports whether the verb at token i has a system or other people as its subject: "the cache that helped",
// "my team worked on".
func (t tokens) ownedByOthers(i int) bool {
	from, to := t.sentence(i)
	if t.in(i, "participation", "involvement", "engagement", "assistance", "support", "responsibility") && t.factIn(fact.Metric, i, to) >= 0 {
		return true // "participation in the scheme rose from 12% to 31%"
	}
	k := i - 1
	for k >= from && t.in(k, "also", "has", "have", "had", "then", "was", "were", "is", "be", "been", "being", "which", "that", "who", "now", "it", "they", "mostly", "always", "directly") {
		if t.in(k, "which", "it", "they") {
			return true
		}
		if t.in(k, "that") {
			return true
		}
		if t.in(k, "who") {
			// "an engineer who helped" is the writer; "two juniors who helped" are not.
			row, _, ok := t.term(kb.KindTitle, k-1)
			return !(ok && (t.Base.Titles[row].Role == "head" || t.Base.Titles[row].Role == "title")) && !t.in(k-1, "developer", "engineer", "programmer", "person", "professional", "graduate", "student")
		}
		k--
	}
	if k < from || k == i-1 && t.kind(k) == lex.Punct {
		return false
	}
	if t.in(k, "service", "services", "tool", "system", "library", "cache", "job", "jobs", "gateway", "platform", "index", "nodes", "node", "team", "teams", "customers", "users", "change", "rewrite", "runbook", "alerts", "query", "queries", "design", "api") {
		return true
	}
	return false
}

// creditedUpstream reports a contribution that a count or a name upholds: "contributed 23 merged patches to …".
func (t tokens) creditedUpstream(first, last int) bool {
	if t.find(first, last, "contributed", "contribute", "contributing", "contributions", "contributor") < 0 {
		return false
	}
	c := t.fact(fact.Contribution, first)
	from, to := t.sentence(first)
	return c >= 0 || t.factIn(fact.Contribution, from, to) >= 0 || t.find(last, min(to, last+8), "merged", "patches", "upstream", "open", "commits", "open-source", "cncf", "apache") >= 0
}

// answersFor reports a duty that is ownership itself: the pager, a service level or a number that one answers for.
func (t tokens) answersFor(first, last int) bool {
	if t.find(first, last, "responsible", "charge", "accountable") < 0 {
		return false
	}
	_, to := t.sentence(first)
	return t.find(last, min(to, last+12), "slo", "slos", "sla", "pager", "on-call", "uptime", "budget", "p99") >= 0 && t.factIn(fact.Metric, first, to) >= 0
}

// saidElsewhere reports words that another rule takes up: a trait, an empty closing, and experience or knowledge of something,
// which is filler or a hedge and no act.
func (t tokens) saidElsewhere(m *kb.Match) bool {
	if outranked(t.Pass, m, "apology", "soft-skill", "vague-closing") {
		return true
	}
	return t.find(int(m.First), int(m.Last), "experience", "knowledge", "understanding", "expertise", "skills") >= 0 && outranked(t.Pass, m, "filler", "hedge")
}
