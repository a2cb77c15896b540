package fact

import (
	"github.com/standfirst/standfirst/internal/engine/lex"
	"github.com/standfirst/standfirst/internal/engine/text"
)

// measures joins amounts into metrics: a value, a change from one value to another, or a relative change. It works sentence
// by sentence: pairs first, then relative changes, then what stands alone.
func (r *Reading) measures() {
	k := 0
	for s := range r.Doc.Sentences {
		last := int(r.Doc.Sentences[s].Last)
		begin := k
		for k < len(r.amounts) && int(r.amounts[k].first) < last {
			k++
		}
		r.drafts = r.drafts[:0]
		r.pairs(begin, k)
		r.factors(int(r.Doc.Sentences[s].First), last, begin, k)
		r.relatives(begin, k)
		r.singles(begin, k)
		r.sortDrafts()
		r.shares()
		for i := range r.drafts {
			r.percentile(&r.drafts[i], i)
		}
		for i := range r.drafts {
			r.emit(i)
		}
		r.shareAxes()
		r.bundle()
	}
}

// draft is a metric on its way.
type draft struct {
	first, last int // tokens
	from, to    int // amounts of a change, or -1
	value       int // amount of a plain value, or -1
	stated      float64
	hasStated   bool
	factor      bool
	rangeLow    float64
	rangeHigh   float64
	bound       Bound
	dir         Direction
	percentile  float64
	pFirst      int // tokens of the percentile, equal where there is none
	pLast       int
	verb        int // token of the verb that moved it, or -1
	fact        int // index into r.Facts once emitted, or -1
}

func (r *Reading) newDraft(first, last int) *draft {
	r.drafts = append(r.drafts, draft{first: first, last: last, from: -1, to: -1, value: -1, verb: -1, fact: -1})
	return &r.drafts[len(r.drafts)-1]
}

func (r *Reading) sortDrafts() {
	d := r.drafts
	for i := 1; i < len(d); i++ {
		for k := i; k > 0 && d[k].first < d[k-1].first; k-- {
			d[k], d[k-1] = d[k-1], d[k]
		}
	}
}

// singles makes a draft of every amount that is a metric by itself.
func (r *Reading) singles(begin, end int) {
	for k := begin; k < end; k++ {
		a := &r.amounts[k]
		if a.used || !r.standsAlone(a) {
			continue
		}
		d := r.newDraft(int(a.first), int(a.last))
		d.value, d.bound = k, a.bound
		from, _ := r.sentence(d.first)
		prev := r.w(d.first - 1)
		switch {
		case prev == "from" && r.w(int(a.last)) != "to":
			// "down from 40": the other side is not said in numbers.
			if v := r.changeVerb(from, d.first); v >= 0 || r.w(d.first-2) == "down" || r.w(d.first-2) == "up" {
				d.from, d.value = k, -1
				d.dir = Direction(r.sideSign(from, d.first))
			}
		case prev == "to" || prev == "into":
			if v := r.changeVerb(from, d.first); v >= 0 && !r.clauseBetween(v, d.first) {
				d.to, d.value, d.verb = k, -1, v
				d.dir = Direction(r.verbSign(v))
			}
		case r.in(d.first-1, "fell", "dropped", "rose", "climbed", "grew", "shrank", "sank", "jumped") && a.bound != Exact && a.bound != About:
			// "fell below 0.01%", "climbed past 100,000"
			d.to, d.value, d.verb = k, -1, d.first-1
			d.dir = Direction(r.verbSign(d.verb))
		case r.in(d.first-1, "deleted", "retired", "decommissioned") || prev == "of" && r.w(d.first-2) == "rid":
			d.dir = Down
		case prev == "became" || prev == "reached" && r.w(d.first-2) == "now":
			d.to, d.value, d.dir = k, -1, Up
		case prev == "was" && r.sym(d.first-2) == '(':
			d.from, d.value = k, -1
		default:
			if v := r.changeVerb(from, d.first); v >= 0 && d.first-v <= 5 && !r.clauseBetween(v, d.first) && (prev == "by" || v == d.first-1) {
				if s := r.verbSign(v); s != 0 {
					d.dir, d.verb = Direction(s), v
				}
			}
			if u := r.unitAt(d.last, "direction"); u != nil && a.dim != counts {
				switch r.w(d.last) {
				case "faster", "less", "fewer", "lower", "cheaper", "shorter", "quicker", "smaller", "off":
					d.dir = Down
				case "more", "longer", "slower", "higher":
					d.dir = Up
				}
			}
		}
	}
}

func (r *Reading) sideSign(from, i int) int {
	switch r.w(i - 2) {
	case "down":
		return -1
	case "up":
		return 1
	}
	if v := r.changeVerb(from, i); v >= 0 {
		return r.verbSign(v)
	}
	return 0
}

// standsAlone decides whether an amount that is in no change measures something.
func (r *Reading) standsAlone(a *amount) bool {
	first, last := int(a.first), int(a.last)
	from, to := r.sentence(first)
	prev := r.w(first - 1)
	if a.dim == counts && a.bound != Exact && a.value >= 100 && r.in(first-1, "fell", "dropped", "rose", "climbed", "grew", "jumped") {
		return true
	}
	switch a.dim {
	case times:
		return r.operationTime(a, first, last, from, to)
	case ratios:
		return !a.points || a.value > 0
	case multiples:
		return r.w(last) == "the" && (r.w(last+1) == "record" || r.w(last+1) == "previous" || r.w(last+1) == "usual" || r.w(last+1) == "normal" || r.w(last+1) == "old" || r.w(last+1) == "expected" || r.w(last+1) == "average")
	case bytes, rates:
		return true
	case money:
		return true
	}
	if prev == "of" && r.in(first-2, "place", "prize") {
		return false
	}
	if a.per != "" {
		return a.noun >= 0 || a.nounLast > a.nounFirst || a.value >= 100 || prev == "to"
	}
	if a.noun >= 0 {
		switch u := &r.Base.Units[a.noun]; u.Kind {
		case "org", "contribution":
			return false
		case "other":
			return a.value >= 1 && !(a.word && a.value == 1)
		case "incident":
			return true
		case "adoption":
			if r.w(int(a.nounLast)-1) == "people" && a.value < 20 && a.per == "" {
				return false // who runs it, not who uses it
			}
			return !(a.word && a.value == 1)
		default:
			return !(a.word && a.value == 1)
		}
	}
	if r.in(int(a.nounLast)-1, "drills", "audits", "attempts", "times", "sprints", "tries") {
		return false
	}
	return a.nounLast > a.nounFirst && !a.word && a.value >= 10
}

// operationTime tells the duration of an operation from a span of calendar time: "in eleven months", "for ten weeks".
func (r *Reading) operationTime(a *amount, first, last, from, to int) bool {
	if !a.glued {
		return false
	}
	prev := r.w(first - 1)
	if prev == "every" {
		return false
	}
	if !a.calendar {
		switch r.w(last) {
		case "shift", "shifts", "workday", "course", "hackathon", "event", "week", "weeks", "meeting", "meetings", "interview", "call", "calls", "talk":
			return false
		}
		if r.is(last, lex.Hyphen) && r.w(last) == "long" {
			return false
		}
		if a.unit >= 3600 && r.is(last-1, lex.Hyphen) && r.w(first-1) != "a" && r.kind(last) == lex.Word {
			return false
		}
		switch r.w(last) {
		case "timeout", "timeouts", "ttl", "window", "windows", "interval", "retention", "buckets", "bucket":
			return false
		}
		return true
	}
	switch prev {
	case "over", "for", "past", "last", "next", "first", "during", "across", "after", "since", "another", "previous", "every", "inside", "recent", "final", "these":
		return false
	case "in", "within", "the", "of":
		return r.subjectIsTime(from, first)
	}
	if a.bound == AtLeast && (r.w(first) == "over" || r.w(first) == "more") && !r.subjectIsTime(from, first) {
		return false
	}
	switch r.w(last) {
	case "ago", "later", "long", "old", "project", "course", "before", "after", "straight", "running", "earlier", "apart", "into", "behind", "program", "programme", "contract", "internship", "migration", "rollout":
		return false
	}
	if a.unit >= 31556952 {
		return false // years are how long people took, not systems
	}
	if a.unit >= 604800 && r.w(first-1) == "took" {
		return false // a project's length
	}
	return r.subjectIsTime(from, first) || prev == "to" && r.changeVerb(from, first) >= 0
}

// subjectIsTime reports whether the clause speaks of how long something takes.
func (r *Reading) subjectIsTime(from, i int) bool {
	for k := i - 1; k >= from && k > i-9; k-- {
		switch r.w(k) {
		case "time", "times", "lag", "latency", "delay", "takes", "took", "take", "recovery", "duration", "wait", "staleness", "onboarding", "turnaround", "lead", "cycle", "reconciliation", "settlement", "rto", "rpo", "mttr", "restore", "restores", "restoring":
			return true
		}
		if r.clauseEnd(k) || r.sym(k) == ',' {
			return false
		}
	}
	return false
}

// emit turns a draft into a metric fact.
func (r *Reading) emit(n int) {
	d := &r.drafts[n]
	m := Measure{Bound: d.bound, Direction: d.dir, Percentile: d.percentile, HasStated: d.hasStated, Stated: d.stated, Factor: d.factor}
	main := -1
	for _, k := range [...]int{d.to, d.from, d.value} {
		if k >= 0 {
			main = k
			break
		}
	}
	if d.from >= 0 {
		m.HasFrom, m.From = true, r.quantity(&r.amounts[d.from])
	}
	if d.to >= 0 {
		m.HasTo, m.To = true, r.quantity(&r.amounts[d.to])
	}
	if d.value >= 0 && !d.hasStated {
		m.HasValue, m.Value = true, r.quantity(&r.amounts[d.value])
	}
	if d.rangeHigh > 0 {
		m.HasStated = false
		m.HasValue, m.Value = true, Quantity{Low: d.rangeLow, High: d.rangeHigh, Unit: "ratio"}
	}
	from, to := r.sentence(d.first)
	of := r.ofWhat(d, from, to)
	if !of.empty() && !r.nounSays(d, main) {
		m.Of = r.Doc.SpanOf(of.first, of.last)
	}
	var noun phrase
	if main >= 0 {
		noun = r.countedNoun(d, &r.amounts[main])
	}
	kind, ok := r.measureKind(d, main, from, to, of)
	if !ok {
		return
	}
	if noun.empty() && r.counted(d, main, of, kind) {
		noun = of
		if isAdjective(r.w(noun.first)) && noun.last > noun.first+1 && r.w(noun.last-1) != "users" {
			noun.first++ // "daily orders": the period is none of the noun
		}
		m.Of = text.Span{}
	}
	if !noun.empty() {
		m.Noun = r.Doc.SpanOf(noun.first, noun.last)
	}
	m.Kind = kind
	if kind == Cost && m.HasValue && m.Direction == Flat && !m.HasStated && r.saving(d, from) {
		m.Direction = Down
	}
	r.periodInFront(d, main, of, &m)
	if kind == Uptime && m.HasValue && m.Value.Unit == "count" {
		return
	}
	r.Metric = append(r.Metric, m)
	r.claim(d.first, d.last, Metric)
	f := r.add(Metric, d.first, d.last)
	f.Metric = int32(len(r.Metric) - 1)
	d.fact = len(r.Facts) - 1
}

// periodInFront takes a period that stands before the number: "Night pages per week: 12", "weekly pages from 55 to 9",
// "Daily load: 22M orders", "Annually, 75 million forms".
func (r *Reading) periodInFront(d *draft, main int, of phrase, m *Measure) {
	if main < 0 || m.Kind == Adoption || r.amounts[main].dim != counts || r.amounts[main].per != "" || m.Kind == Scale && r.amounts[main].noun >= 0 || m.Kind == DataSize {
		return
	}
	per := ""
	if of.said() {
		if isAdjective(r.w(of.first)) || of.first > 0 && isAdjective(r.w(of.first-1)) {
			k := of.first
			if !isAdjective(r.w(k)) {
				k--
			}
			if m.Kind != Adoption {
				per = r.period(k).Per
			}
		} else if p, _ := r.periodAfter(of.rawLast); p != nil {
			per = p.Per
			if p.Scale <= 3600 {
				r.perSecond(m, p.Scale)
				return
			}
		}
	}
	from, _ := r.sentence(d.first)
	if per == "" && isAdjective(r.w(from)) && (m.Kind == Volume || m.Kind == Scale) && !m.HasFrom {
		for k := from + 1; k < d.first; k++ {
			if r.sym(k) == ':' && k-from <= 3 || r.sym(k) == ',' && k == from+1 {
				per = r.period(from).Per
			}
		}
	}
	if per == "" {
		return
	}
	if m.Kind == Scale {
		m.Kind = Volume
	}
	if m.HasValue {
		m.Value.Per = per
	}
	if m.HasFrom {
		m.From.Per = per
	}
	if m.HasTo {
		m.To.Per = per
	}
}

// perSecond turns counts into a rate: "Reads per second climbed past 100,000".
func (r *Reading) perSecond(m *Measure, scale float64) {
	m.Kind = Throughput
	for _, q := range [...]*Quantity{&m.Value, &m.From, &m.To} {
		if q.Unit == "count" {
			q.Value, q.Low, q.High, q.Unit = q.Value/scale, q.Low/scale, q.High/scale, "1/s"
		}
	}
}

// countedNoun is the noun of a count: its own, or that of the other side of a change.
func (r *Reading) countedNoun(d *draft, a *amount) phrase {
	if d.from >= 0 && a.nounLast == a.nounFirst {
		a = &r.amounts[d.from]
	}
	if a.dim == bytes || a.dim == money {
		return phrase{}
	}
	return phrase{first: int(a.nounFirst), last: int(a.nounLast)}
}

// nounSays reports a count whose noun says what it is of: only a rate of work has a system beside it.
func (r *Reading) nounSays(d *draft, main int) bool {
	if main < 0 || d.hasStated && d.from < 0 && d.to < 0 {
		return false
	}
	a := &r.amounts[main]
	return a.dim == counts && !r.countedNoun(d, a).empty() && !(a.perScale > 0 && a.perScale <= 3600 && r.flows(a))
}

// counted reports whether the phrase that a metric is of is what its number counts: "pages down from 40 a week", "deadlocks
// fell 80%".
func (r *Reading) counted(d *draft, main int, of phrase, kind MeasureKind) bool {
	if of.empty() {
		return false
	}
	if main >= 0 && r.amounts[main].dim == counts {
		return !d.hasStated || d.from >= 0 || d.to >= 0 && isPlural(r.w(of.last-1))
	}
	if !d.hasStated || d.from >= 0 || d.to >= 0 {
		return false
	}
	k, plural := r.phraseKind(of)
	return plural && k == kind
}

// quantity is an amount in base units.
func (r *Reading) quantity(a *amount) Quantity {
	q := Quantity{Value: a.value, Low: a.low, High: a.high}
	if a.ranged {
		q.Value = 0
	}
	scale := func(by float64) {
		q.Value, q.Low, q.High = q.Value/by, q.Low/by, q.High/by
	}
	switch a.dim {
	case times:
		q.Unit, q.Per = "s", a.per
	case ratios:
		q.Unit, q.Per = "ratio", a.per
	case multiples:
		q.Unit = "x"
	case money:
		q.Unit, q.Per = a.currency, a.per
	case rates:
		q.Unit = "1/s"
	case bytes:
		q.Unit, q.Per = "bytes", a.per
		if a.perScale > 0 && a.perScale <= 3600 {
			scale(a.perScale)
			q.Unit, q.Per = "bytes/s", ""
		}
	default:
		q.Unit, q.Per = "count", a.per
		if a.perScale > 0 && a.perScale <= 3600 && r.flows(a) {
			scale(a.perScale)
			q.Unit, q.Per = "1/s", ""
		}
	}
	return q
}

// flows reports whether a count over a short period is a rate of work: deploys and pages an hour are not.
func (r *Reading) flows(a *amount) bool {
	if a.noun < 0 {
		return true
	}
	switch r.Base.Units[a.noun].Kind {
	case "incident", "other", "org":
		return a.per == "second"
	}
	return true
}

// bundle links neighbouring metrics of a sentence that are axes of one claim: "28K RPS at p99 under 65 ms across three regions".
func (r *Reading) bundle() {
	prev := -1
	for i := range r.drafts {
		d := &r.drafts[i]
		if d.fact < 0 {
			continue
		}
		if prev >= 0 && r.sameClaim(r.drafts[prev].last, d.first) {
			p := &r.Facts[r.drafts[prev].fact]
			if p.Bundle == 0 {
				r.bundles++
				p.Bundle = r.bundles
			}
			r.Facts[d.fact].Bundle = p.Bundle
		}
		prev = i
	}
}

func (r *Reading) sameClaim(i, j int) bool {
	if j-i > 7 {
		return false
	}
	link := false
	for k := i; k < j; k++ {
		switch r.w(k) {
		case "at", "with", "across", "under", "over", "in", "on", "from", "for", "through":
			link = true
		case "and", ",", "plus":
			link = link || j-i <= 3
		}
		if r.sym(k) == ';' || r.sym(k) == '.' || r.sym(k) == '—' || r.sym(k) == '•' || r.sym(k) == ':' {
			return false
		}
		if r.verbForm(k) {
			return false
		}
	}
	return link
}
