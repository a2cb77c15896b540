package rules

import (
	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/lex"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

// nextSaying is the index in Says of the first phrase of a kind at or after n, or -1.
func nextSaying(p *rule.Pass, kind string, n int) int {
	for ; n < len(p.Says); n++ {
		if m := &p.Says[n]; m.Kind == kb.KindPhrase && p.Base.Phrases[m.Row].Kind == kind {
			return n
		}
	}
	return -1
}

// saidIn reports whether a phrase of a kind touches the tokens [first, last).
func saidIn(p *rule.Pass, kind string, first, last int) bool {
	for n := nextSaying(p, kind, 0); n >= 0; n = nextSaying(p, kind, n+1) {
		if m := &p.Says[n]; int(m.First) < last && first < int(m.Last) {
			return true
		}
	}
	return false
}

// aboutSelf reports whether words of praise or doubt at [first, last) are said of the writer: not a name, not a part of
// something that was built, and not another person's.
func (t tokens) aboutSelf(first, last int) bool {
	if t.in(last-1, "pace", "up") && t.in(last, "with") && t.kind(last+1) == lex.Number {
		return false // "keeps pace with 21,000 a second"
	}
	return !t.properName(first, last) && !t.namesThing(last) && !t.othersTrait(first)
}

// properName reports whether the words are, or begin, the name of a product or a company: a technology, "Rockstar Games",
// "Synergy, the keyboard-sharing tool", "Creative Cloud".
func (t tokens) properName(first, last int) bool {
	if f := t.fact(fact.Technology, first); f >= 0 && int(t.Facts[f].First) <= first && int(t.Facts[f].Last) >= last {
		return true
	}
	from, _ := t.sentence(first)
	opens := first == from
	if last-first == 1 && t.is(first, lex.Capital) {
		if opens && t.sym(last) == ',' && t.in(last+1, "a", "an", "the", "our", "my", "its", "their") {
			return true
		}
		if t.kind(last) == lex.Clitic && t.in(last, "'s", "’s") {
			return true
		}
	}
	if t.is(first, lex.Capital) && !opens && t.in(first-1, "at", "joined", "called", "named", "for", "of") && t.sym(first-2) != '•' {
		all := true
		for i := first; i < last; i++ {
			all = all && t.is(i, lex.Capital)
		}
		if all && last-first <= 2 {
			return true
		}
	}
	if t.is(last-1, lex.Capital) && t.is(last, lex.Capital|lex.Space) && (!opens || last-first > 1) && t.in(last, "games", "awards", "cloud", "labs", "inc", "ltd", "gmbh", "bank", "group", "systems", "media", "solutions", "studios", "market", "college", "university") {
		return true
	}
	return false
}

// namesThing reports whether the noun phrase that goes on at token i ends in something built and not in a person.
func (t tokens) namesThing(i int) bool {
	if t.kind(i-1) == lex.Punct || t.in(i-1, "about", "for", "in", "with", "towards", "at", "by", "of") {
		return false // what follows is what the words are about, not what they describe
	}
	thing := false
	for k := i; k < i+5 && t.kind(k) == lex.Word && t.is(k, lex.Space); k++ {
		if row, _, ok := t.term(kb.KindTitle, k); ok {
			switch t.Base.Titles[row].Role {
			case "head", "title":
				return false
			}
		}
		switch {
		case t.in(k, "person", "people", "individual", "professional", "team", "leader", "colleague", "teammate", "worker", "graduate", "student", "self", "mindset", "attitude", "approach", "skills"):
			return false
		case t.in(k, "service", "services", "engine", "api", "apis", "platform", "platforms", "module", "modules", "rule", "rules", "tool", "tools", "app", "apps", "site", "sites", "server", "servers",
			"model", "models", "rate", "system", "systems", "pipeline", "pipelines", "store", "job", "jobs", "test", "tests", "table", "tables", "portal", "forum", "product", "software", "database", "databases",
			"backend", "trainer", "scheduler", "cache", "queue", "schema", "protocol", "page", "pages", "record", "records", "library", "loop", "hosts", "host", "pool", "node", "nodes", "limits", "delivery",
			"component", "components", "surcharge", "tariff", "index", "algorithm", "feature", "workflow", "solver", "planner", "dashboard", "export", "exports", "survey", "surveys", "template", "templates", "between"):
			thing = true
		case t.in(k, "and", "or", "with", "in", "of", "for", "to", "who", "that", "at", "on", "by", "is", "was", "as", "from", "i", "into", "to", "through", "while"):
			return thing
		}
	}
	return thing
}

// othersTrait reports whether the clause before token i has another person as its subject: "our manager is a superb …".
func (t tokens) othersTrait(i int) bool {
	from, _ := t.sentence(i)
	for k := i - 1; k >= from; k-- {
		if t.sym(k) == ';' || t.sym(k) == ':' {
			return false
		}
		if t.in(k, "i", "me", "myself", "we") {
			return false
		}
		if t.in(k, "is", "was", "are", "were", "who", "seems", "found") && k > from {
			for q := k - 1; q >= from && q > k-6; q-- {
				if t.in(q, "our", "my", "the", "their", "whose") && t.in(k-1, "lead", "leader", "manager", "boss", "colleague", "colleagues", "director", "cto", "founder", "founders", "mentor", "team", "teams", "teammate",
					"teammates", "customers", "users", "client", "clients", "staff", "engineers", "developers", "owner", "peers", "people", "recruiter", "head", "ceo", "architect", "community", "others") {
					return true
				}
			}
		}
	}
	return false
}

// outranked reports whether a more exact rule speaks of the same words.
func outranked(p *rule.Pass, m *kb.Match, kinds ...string) bool {
	for n := range p.Says {
		o := &p.Says[n]
		if o.Kind != kb.KindPhrase || o.First >= m.Last || m.First >= o.Last {
			continue
		}
		k := p.Base.Phrases[o.Row].Kind
		for _, x := range kinds {
			if k == x {
				return true
			}
		}
	}
	return false
}

// run is a run of sayings of one kind that stand side by side.
type run struct {
	first, last int
	light       bool // every one of them is
	row         *kb.Phrase
}

// extend takes a saying into the run where it overlaps it or at most two words, a list mark or "and" part them.
func (r *run) extend(t tokens, m *kb.Match, row *kb.Phrase) bool {
	f, l := int(m.First), int(m.Last)
	if f > r.last {
		if f-r.last > 3 || t.Doc.SentenceOf(f) != t.Doc.SentenceOf(r.first) {
			return false
		}
		words := 0
		for i := r.last; i < f; i++ {
			if t.parts(i) || t.kind(i) == lex.Number || t.fact(fact.Technology, i) >= 0 {
				return false
			}
			if t.kind(i) != lex.Punct && !t.in(i, "and", "or", "&", "a", "an", "with", "the", "my") {
				words++
			}
		}
		if words > 2 {
			return false
		}
	}
	r.last = max(r.last, l)
	r.light = r.light && row.Light
	if r.row.Light && !row.Light {
		r.row = row
	}
	return true
}

// ease makes the finding just reported a suggestion where the rule has warned twice already: two places show what is meant,
// and a wall of warnings is read by nobody.
func ease(p *rule.Pass) {
	warned := 0
	for i := range p.Findings {
		f := &p.Findings[i]
		if f.Rule == p.Rule && f.Severity >= rule.Warning {
			if warned++; warned > 2 {
				f.Less(rule.Suggestion)
			}
		}
	}
}
