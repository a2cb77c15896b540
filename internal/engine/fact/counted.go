package fact

import (
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/lex"
)

// nounAndPeriod reads what is counted and over which time: "permit checks a day", "events/s", "daily transactions".
func (r *Reading) nounAndPeriod(a *amount, i int) int {
	a.nounFirst, a.nounLast = int32(i), int32(i)
	if a.dim == multiples {
		return i
	}
	if a.dim == times || a.dim == ratios {
		return r.shareOfPeriod(a, i)
	}
	start := i
	if r.w(i) == "of" && (a.dim == bytes || a.value >= 1e6 || a.word) {
		i++ // "80GB of daily data", "3 million of …"
	}
	if p := r.period(i); p != nil && isAdjective(r.w(i)) && r.kind(i+1) == lex.Word && !r.preposition(i+1) && r.w(i+1) != "and" {
		a.per, a.perScale = p.Per, p.Scale
		i++
	}
	if a.dim != rates {
		end, row := r.nounPhrase(i, a.per != "")
		if end > i {
			a.nounFirst, a.nounLast, a.noun = int32(i), int32(end), row
			if i > start && r.w(end-1) == "users" && isAdjective(r.w(i-1)) {
				a.nounFirst, a.per, a.perScale = int32(i-1), "", 0 // daily users are a name of their own
				return end
			}
			i = end
		} else if a.per == "" {
			i = start
		}
	} else if f := r.rateNoun(a); f > 0 {
		a.nounFirst, a.nounLast = int32(f), int32(f+1)
	}
	if a.per != "" {
		return i
	}
	if p, end := r.periodAfter(i); p != nil {
		a.per, a.perScale = p.Per, p.Scale
		return end
	}
	return i
}

// shareOfPeriod reads the period of a duration or a share: "26 minutes of downtime a year", "0.05% a month", "99.9% monthly".
func (r *Reading) shareOfPeriod(a *amount, i int) int {
	k := i
	if a.dim == times && r.w(k) == "of" && r.w(k+1) == "downtime" {
		k += 2
	}
	if isAdjective(r.w(k)) && a.dim == ratios && r.in(k+1, "uptime", "availability", "sla", "slo") {
		p := r.period(k)
		a.per, a.perScale = p.Per, p.Scale
		return k + 1
	}
	if r.in(k, "a", "per") {
		if p, end := r.periodAfter(k); p != nil && p.Scale > 3600 && end == k+2 {
			a.per, a.perScale = p.Per, p.Scale
			return end
		}
	}
	return i
}

// overWhat reports whether "over" at token i says what is worked on, and bounds no number: "search over 120M embeddings".
func (r *Reading) overWhat(i int) bool {
	return r.in(i-1, "search", "searches", "joins", "join", "jobs", "retrieval", "retriever", "queries", "index", "indexes", "analytics", "aggregation", "aggregations", "graph", "lookups", "pipelines", "reporting", "reports")
}

// rateNoun is the token of what a rate counts where its word names it ("msgs/s", "req/s"); RPS and its like name nothing.
func (r *Reading) rateNoun(a *amount) int {
	for k := int(a.num) + 1; k < int(a.numEnd); k++ {
		if r.sym(k) == '/' && r.kind(k-1) == lex.Word {
			return k - 1
		}
	}
	return 0
}

func isAdjective(w string) bool {
	switch w {
	case "daily", "weekly", "monthly", "quarterly", "yearly", "annual", "hourly", "nightly", "annually":
		return true
	}
	return false
}

// period is the row of a word that names a period, adjectives included.
func (r *Reading) period(i int) *kb.Unit {
	m, ok := r.term(kb.KindUnit, i)
	if !ok {
		return nil
	}
	u := &r.Base.Units[m.Row]
	switch u.Is {
	case "period":
		return u
	case "time":
		// "second", "day" and the like are units and periods; the period's row follows by its id.
		if m.Last-m.First != 1 {
			return nil
		}
		if !pluralTime(r.w(i)) {
			return r.periodOf(u.Scale)
		}
	}
	return nil
}

// periodOf is the period of so many seconds. The few periods of a base are looked up once a base.
func (r *Reading) periodOf(scale float64) *kb.Unit {
	if r.periodsOf != r.Base {
		r.periodsOf, r.periods = r.Base, r.periods[:0]
		for k := range r.Base.Units {
			if u := &r.Base.Units[k]; u.Is == "period" {
				r.periods = append(r.periods, u)
			}
		}
	}
	for _, u := range r.periods {
		if u.Scale == scale {
			return u
		}
	}
	return nil
}

func pluralTime(w string) bool {
	switch w {
	case "seconds", "minutes", "hours", "days", "weeks", "months", "years", "secs", "mins", "hrs", "yrs":
		return true
	}
	return false
}

// periodAfter reads "/s", "per second", "a day", "each month", "every week", "daily", "a year", and where it ends.
func (r *Reading) periodAfter(i int) (*kb.Unit, int) {
	switch w := r.w(i); {
	case r.sym(i) == '/' && !r.is(i+1, lex.Space):
		if p := r.period(i + 1); p != nil {
			return p, i + 2
		}
	case w == "per" || w == "a" || w == "an" || w == "each" || w == "every":
		if p := r.period(i + 1); p != nil && !isAdjective(r.w(i+1)) && !r.is(i+2, lex.Hyphen) {
			return p, i + 2
		}
		if w == "per" && r.kind(i+1) == lex.Word { // "per node per second", "per average weekday"
			if q, end := r.periodAfter(i + 2); q != nil {
				return q, end
			}
		}
	case isAdjective(w) && w != "annual":
		p := r.period(i)
		if p != nil && (r.kind(i+1) != lex.Word || r.preposition(i+1) || r.w(i+1) == "and") {
			return p, i + 1
		}
	case w == "in" && (r.w(i+1) == "annual" || r.w(i+1) == "annualized" || r.w(i+1) == "annualised" || r.w(i+1) == "yearly" || r.w(i+1) == "monthly" || r.w(i+1) == "daily"):
		if p := r.period(i + 1); p != nil {
			return p, min(i+3, len(r.low))
		}
	case w == "p.a.":
		return r.periodOf(31556952), i + 1
	}
	return nil, i
}

// nounPhrase reads the counted noun from token i: a few words up to and with the last counted noun, or, with a period behind,
// whatever is counted.
func (r *Reading) nounPhrase(i int, periodSeen bool) (int, int32) {
	end, row := i, int32(-1)
	k := i
	for k < i+5 && k < len(r.low) {
		if row >= 0 && (isPlural(r.w(k-1)) || r.is(i, lex.Hyphen) || r.w(k-1) == "dau" || r.w(k-1) == "mau") {
			break
		}
		if r.kind(k) != lex.Word || r.owner[k] == uint8(Years)+1 || r.owner[k] == uint8(Org)+1 {
			break
		}
		if k > i && r.is(k, lex.LineStart) && r.is(k, lex.Capital) {
			break
		}
		if m, ok := r.term(kb.KindUnit, k); ok {
			u := &r.Base.Units[m.Row]
			if u.Is == "noun" {
				end, row = int(m.Last), m.Row
				k = end
				continue
			}
			if u.Is == "time" || u.Is == "period" || u.Is == "numeral" {
				break
			}
			if u.Is == "bound" && u.Kind != "about" {
				break
			}
		}
		if r.preposition(k) || r.stopWord(k) {
			break
		}
		if row >= 0 {
			// After a counted noun only another one goes on: "price points"; nothing does after a plural.
			n := k + 1
			u := r.unitAt(n, "noun")
			if u == nil || r.verbForm(k) || r.stopWord(n) || isPlural(r.w(k-1)) {
				break
			}
		}
		k++
	}
	if row >= 0 {
		if r.is(i, lex.Hyphen) && end > i+1 && r.Base.Units[row].Is == "noun" && r.unitAt(i, "noun") != nil {
			m, _ := r.term(kb.KindUnit, i)
			return i + 1, m.Row // "an 800-thousand-line monolith"
		}
		// A singular before another noun describes it: "eight region drills".
		if w := r.w(end - 1); !isPlural(w) && r.kind(end) == lex.Word && isPlural(r.w(end)) && !r.is(end-1, lex.Hyphen) && r.guess(end, len(r.low)) == nominal && !r.verbForm(end) && end < i+4 && r.unitAt(end, "noun") == nil && end-i == 1 && len(w) > 3 {
			return i, -1
		}
		// "one error budget": a single thing that another noun goes on.
		if a := r.w(i - 1); a == "one" && end-i == 1 && r.kind(end) == lex.Word && r.guess(end, len(r.low)) == nominal && !r.verbForm(end) && !isPlural(r.w(end)) && r.unitAt(end, "noun") == nil && !r.is(end, lex.LineStart) && !r.baseVerb(end) {
			return i, -1
		}
		return end, row
	}
	// An unknown noun counts when a period follows or was seen, or when it is a plain plural right after the number.
	for n := i; n < min(k, i+4); n++ {
		if p, _ := r.periodAfter(n + 1); p != nil || periodSeen && (n+1 >= len(r.low) || r.kind(n+1) == lex.Punct || r.preposition(n+1)) {
			if w := r.w(n); len(w) > 2 && !r.verbForm(n) {
				return n + 1, -1
			}
		}
	}
	for n := i; n < min(k, i+3); n++ {
		w := r.w(n)
		if len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != 's' && !r.claimed(n, Technology) && !r.is(n+1, lex.Hyphen) && !r.is(n, lex.Capital) {
			if _, ok := r.term(kb.KindUnit, n); ok {
				break
			}
			return n + 1, -1
		}
	}
	return i, -1
}

// stopWord reports a word that no noun phrase goes over.
func (r *Reading) stopWord(i int) bool {
	switch r.w(i) {
	case "and", "or", "a", "an", "the", "is", "are", "was", "were", "be", "it", "i", "we", "my", "our", "its", "their", "this", "not", "no", "every", "each", "has", "have", "had",
		"plus", "now", "then", "still", "down", "up", "daily", "weekly", "monthly", "annually", "yearly", "hourly", "later", "ago", "straight", "also", "both", "can", "will", "cut", "instead":
		return true
	}
	return false
}

// verbForm reports a verb in the past or as a participle.
func (r *Reading) verbForm(i int) bool {
	m, ok := r.term(kb.KindVerb, i)
	if !ok {
		return false
	}
	w := r.w(i)
	return m.Last > m.First && (len(w) > 3 && w[len(w)-2:] == "ed" || w == "grown" || w == "run" || w == "built" || w == "led" || w == "grew" || w == "fell" || w == "rose")
}
