package rules

import (
	"strconv"

	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/lex"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var frameworkList = &rule.Rule{
	ID:       "framework-list",
	Title:    "A flat list of technologies",
	Why:      "A list reads as depth in none of it, and tools that search count it once in the skills section anyway.",
	Mend:     "Keep three or four that carried your work (language, framework, datastore, broker), each in a clause of what it did.",
	Group:    rule.Stack,
	Severity: rule.Warning,
	Needs:    []fact.Kind{fact.Technology},
	Run:      runFrameworkList,
}

// runFrameworkList finds runs of technologies with nothing but list marks between them: seven or more, or four of one category that no verb
// of work ties together.
func runFrameworkList(p *rule.Pass) {
	for i := 0; i < len(p.Facts); {
		run := listRun(p, i)
		if run.count == 0 {
			i++
			continue
		}
		from := i
		i = run.next
		same := run.same >= 5 || run.same == 4 && run.count <= 6
		if run.count < 7 && !same {
			continue
		}
		if run.count < 7 && tiedToWork(p, run) {
			continue
		}
		what := strconv.Itoa(run.count) + " technologies in one run"
		if run.count < 7 {
			what = strconv.Itoa(run.same) + " of one kind in one run"
		}
		f := p.Report(p.Span(run.first, run.last), what+": a reader takes in three or four.")
		for k := from; k < run.next; k++ {
			if p.Facts[k].Kind == fact.Technology {
				f.Facts = append(f.Facts, int32(k))
			}
		}
		f.Ask("Keep what carried your work", "Which three or four of these did your last system stand on?")
	}
}

type techRun struct {
	first, last, next int // tokens, and the fact after the run
	count, same       int // different technologies, and the most of one category
}

// listRun reads the run of technologies that starts with fact i; count is 0 where there is none of four or more.
func listRun(p *rule.Pass, i int) techRun {
	if p.Facts[i].Kind != fact.Technology || p.Facts[i].Use == fact.Employer {
		return techRun{}
	}
	r := techRun{first: int(p.Facts[i].First), last: int(p.Facts[i].Last), next: i + 1}
	n := 1
	for k := i + 1; k < len(p.Facts); k++ {
		f := &p.Facts[k]
		if f.Kind != fact.Technology {
			if int(f.First) < r.last {
				continue
			}
			if f.Kind == fact.Pattern || f.Kind == fact.Practice {
				continue // a list may hold "CI/CD"
			}
			break
		}
		if !listMarks(p, r.last, int(f.First)) {
			break
		}
		r.last, r.next = int(f.Last), k+1
		n++
	}
	if n < 4 {
		return techRun{}
	}
	var seen [32]int32
	for k := i; k < r.next; k++ {
		f := &p.Facts[k]
		if f.Kind != fact.Technology || r.count >= len(seen) {
			continue
		}
		known := false
		for _, x := range seen[:r.count] {
			known = known || x == f.Row
		}
		if known {
			continue
		}
		seen[r.count] = f.Row
		r.count++
		same := 0
		for _, x := range seen[:r.count] {
			if shelf(p.Base.Technologies[x].Category) == shelf(p.Base.Technologies[f.Row].Category) {
				same++
			}
		}
		r.same = max(r.same, same)
	}
	if r.count < 4 {
		return techRun{}
	}
	return r
}

// shelf is the category that a list of one kind is made of: a warehouse in a row of databases is one more database.
func shelf(category string) string {
	if category == "warehouse" {
		return "datastore"
	}
	return category
}

// listMarks reports whether only the marks and small words of a list stand between two technologies.
func listMarks(p *rule.Pass, from, to int) bool {
	t := tokens{p}
	loose := 0
	for k := from; k < to; k++ {
		switch t.sym(k) {
		case ',', '/', '&', '|', '•', '(', ')', ';', '+', ':':
			continue
		}
		if t.in(k, "and", "or", "plus", "as", "well", "with", "also", "etc", "like", "the", "basics", "some", "using") {
			continue
		}
		if t.in(k, "api", "apis", "services", "framework", "stack", "pipelines", "deployments", "cloud", "database", "databases", "ecosystem", "workflows", "web", "server", "core", "orm", "design", "ci", "cd", "development", "microservices", "rest") {
			if loose++; loose <= 3 {
				continue
			}
		}
		return false
	}
	return to > from
}

// tiedToWork reports whether a verb of work governs the run, or what follows it is one.
func tiedToWork(p *rule.Pass, r techRun) bool {
	t := tokens{p}
	for i := range p.Facts {
		if f := &p.Facts[i]; f.Kind == fact.Ownership && int(f.Last) <= r.first && r.first-int(f.Last) <= 3 {
			return !t.in(int(f.First), "master", "mastered", "mastering") // what one masters is a list of skills
		}
	}
	// "supports MySQL, Postgres and Oracle behind one query builder that I wrote"
	if t.in(r.first-1, "supports", "supporting", "between", "across", "speaks", "covers") || t.in(r.last, "behind", "into", "feed", "meet", "through") {
		if _, to := t.sentence(r.first); t.factIn(fact.Ownership, r.last, to) >= 0 || t.factIn(fact.Metric, r.last, to) >= 0 {
			return true
		}
	}
	if t.in(r.last, "push", "send", "feed", "pull", "talk", "call", "share", "read", "write", "exchange", "agree", "meet", "speak", "sync", "report") {
		return true // "NetSuite and Workday push orders to us": they are systems at work, no list of skills
	}
	for k := r.last; k < r.last+2 && t.kind(k) == lex.Word; k++ {
		if _, _, ok := t.term(kb.KindVerb, k); ok {
			return true
		}
	}
	return false
}
