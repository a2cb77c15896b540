package fact

import (
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/lex"
)

// outcomes reads Outcome facts: results that are no rates. "No lost claim", "eliminated three classes of incidents", "never
// needed", "every invoice reproducible from the log", "from weekly deploys to many a day". Words that a metric already covers
// make no second fact.
func (r *Reading) outcomes() {
	for s := range r.Doc.Sentences {
		from, to := int(r.Doc.Sentences[s].First), int(r.Doc.Sentences[s].Last)
		for i := from; i < to; i++ {
			if r.wishing[i] {
				break
			}
			first, last, ok := r.outcomeAt(i, from, to)
			if !ok || last <= first {
				continue
			}
			for last > first+1 && r.kind(last-1) == lex.Punct {
				last--
			}
			if r.measured(first, last) || r.ability(first, from) {
				i = max(i, last-1)
				continue
			}
			f := r.add(Outcome, first, last)
			f.Metric = r.noneOf(first, last)
			i = max(i, last-1)
		}
	}
}

// measured reports whether a metric covers the words, or most of them.
func (r *Reading) measured(first, last int) bool {
	for i := range r.Facts {
		f := &r.Facts[i]
		if f.Kind == Outcome && int(f.First) < last && first < int(f.Last) {
			return true
		}
		if f.Kind == Metric {
			a, b := max(first, int(f.First)), min(last, int(f.Last))
			if 2*(b-a) > last-first && r.noneOf(first, last) < 0 {
				return true
			}
		}
	}
	return false
}

// noneOf finds the metric that counts zero of something within the words: it is an outcome as well, and shares its measure.
func (r *Reading) noneOf(first, last int) int32 {
	if r.w(first) != "zero" && r.w(first) != "no" {
		return -1
	}
	for i := range r.Facts {
		f := &r.Facts[i]
		if f.Kind == Metric && int(f.First) >= first && int(f.First) < last && f.Metric >= 0 {
			if m := &r.Metric[f.Metric]; m.HasValue && m.Value.Value == 0 {
				return f.Metric
			}
		}
	}
	return -1
}

// ability reports whether the words say what the person can or wants to do, which is no result.
func (r *Reading) ability(i, from int) bool {
	for k := i - 1; k >= from && k > i-14; k-- {
		switch r.w(k) {
		case "ability", "able", "capable", "strive", "strives", "striving", "aim", "aims", "goal", "goals", "committed", "commitment", "dedicated", "passionate", "passion", "skilled",
			"capability", "capacity", "knack", "want", "wish", "believe", "help", "helps", "comfortable", "guarantee", "promise", "should", "must", "attention":
			return true
		}
	}
	return false
}

func (r *Reading) outcomeAt(i, from, to int) (first, last int, ok bool) {
	switch w := r.w(i); w {
	case "zero", "no", "without", "not", "nothing":
		return r.absence(i, to)
	case "none":
		// "31 a month before, none since March", "none went missing"
		switch r.w(i + 1) {
		case "in", "since", "after", "for", "over":
			if r.unitSoon(i+2, to) || r.month(i+2) || r.yearLike(i+2) || r.w(i+1) == "since" {
				return i, r.resultEnd(i+1, to), true
			}
		case "went", "lost", "failed", "missed", "dropped":
			return i, r.resultEnd(i+1, to), true
		}
	case "lost", "lose", "loses", "missed":
		// "lost no event since"
		if r.w(i+1) == "no" || r.w(i+1) == "not" || r.w(i+1) == "nothing" {
			return i, r.resultEnd(i+1, to), true
		}
	case "never":
		return r.neverHappened(i, from, to)
	case "every", "each", "any", "all":
		return r.everyAble(i, to)
	case "cannot", "can", "longer":
		return r.cannot(i, to)
	case "survived", "survives", "withstood", "withstands", "outlived":
		if r.failureNoun(i+1, min(to, i+9)) {
			return i, r.resultEnd(i+1, to), true
		}
	case "passed", "passes":
		if k := r.findAny(i+1, min(to, i+7), "audit", "audits", "certification", "pci", "assessment"); k > 0 && (i == from || r.w(i-1) != "time") {
			return i, r.resultEnd(k, to), true
		}
	case "became", "now", "become":
		k := i + 1
		if r.w(k) == "the" && (r.w(k+1) == "default" || r.w(k+1) == "standard") && r.w(k+2) != "library" {
			return i, r.resultEnd(k, to), true
		}
	case "rollout", "rolled", "rollouts", "cutover", "shadow", "shadowed", "migrated", "moved", "replaced", "switched", "ran":
		return r.slowly(i, to)
	case "to":
		if r.w(i+1) == "zero" && r.kind(i+2) != lex.Word && r.kind(i+2) != lex.Number {
			if start := r.lastVerb(i, from); start > from || r.verbAny(start) {
				return start, i + 2, true
			}
		}
		return r.between(i, from, to)
	}
	if m, found := r.term(kb.KindVerb, i); found && ending(r.w(i)) && !r.is(i, lex.Hyphen) {
		return r.ended(&m, to)
	}
	return 0, 0, false
}

// ending reports a verb by which trouble comes to an end.
func ending(w string) bool {
	switch w {
	case "eliminated", "eliminating", "removed", "removing", "ended", "ending", "killed", "cured", "stopped", "prevented", "retired", "eradicated", "erased", "closed", "fixed":
		return true
	}
	return false
}

// ended reads "eliminated three classes of cache-stampede incidents", "removed our worst race". A bare "fixed bugs" is no result.
func (r *Reading) ended(m *kb.Match, to int) (int, int, bool) {
	i := int(m.First)
	if r.passive(i) {
		return 0, 0, false
	}
	k := int(m.Last)
	words := 0
	for n := k; n < min(to, k+9); n++ {
		if r.sym(n) != 0 || r.w(n) == "by" || r.w(n) == "with" || r.w(n) == "from" {
			return 0, 0, false
		}
		if r.trouble(n) {
			switch r.w(i) {
			case "fixed", "closed":
				// Everybody fixes bugs: a class of them, or one with a name, is a result.
				if !r.has(k, n, "class", "classes", "race", "year", "old", "last", "longest", "worst") && r.w(n) != "race" && r.w(n) != "races" {
					return 0, 0, false
				}
			default:
				if words == 0 && !specific(r.w(n)) && !(r.w(n) == "duplicate" && r.kind(n+1) == lex.Word && !r.preposition(n+1)) {
					return 0, 0, false
				}
			}
			return i, r.resultEnd(n, to), true
		}
		words++
	}
	return 0, 0, false
}

// trouble reports whether token i names what must not happen.
func (r *Reading) trouble(i int) bool {
	switch r.w(i + 1) {
	case "review", "reviews", "response", "management", "board", "budget", "budgets", "commander", "handling", "report", "reports", "mode", "modes", "domain", "domains",
		"detection", "rate", "rates", "template", "command", "tracking", "tracker":
		return false // "an incident review", "the error budget"
	}
	switch r.w(i) {
	case "incident", "incidents", "outage", "outages", "downtime", "regression", "regressions", "duplicate", "duplicates", "corruption", "breach", "breaches", "stampede", "stampedes",
		"race", "races", "deadlock", "deadlocks", "pages", "paging", "rollback", "rollbacks", "failure", "failures", "violation", "violations", "defects", "leak", "leaks", "overcharges",
		"overselling", "oversells", "charges", "interruption", "interruptions", "stall", "stalls", "escalation", "escalations", "chargebacks", "timeouts", "crash", "crashes", "blackout",
		"freeze", "freezes", "discrepancies", "discrepancy", "errors", "bugs", "toil", "handoffs", "spof":
		return true
	}
	if n := len(r.w(i)); r.w(i-1) == "double" && n > 4 && (r.w(i)[n-1] == 's' || r.w(i)[n-3:] == "ing" || r.w(i) == "charge") {
		return true // "a double booking"
	}
	return r.w(i) == "loss" && (r.w(i-1) == "data" || r.w(i-1) == "message" || r.w(i-1) == "event") ||
		r.w(i) == "points" && r.w(i+1) == "of" && r.w(i+2) == "failure" || r.w(i) == "point" && r.w(i+1) == "of" && r.w(i+2) == "failure"
}

// specific reports a word of trouble that says enough alone.
func specific(w string) bool {
	switch w {
	case "downtime", "duplicates", "overselling", "stampedes", "deadlocks", "oversells", "overcharges", "chargebacks":
		return true
	}
	return false
}

// absence reads "zero customer-visible regressions", "no lost claim", "without a freeze", "no sale stopped".
func (r *Reading) absence(i, to int) (int, int, bool) {
	k := i + 1
	switch r.w(i) {
	case "not":
		if r.w(k) != "one" && !(r.w(k) == "a" && r.w(k+1) == "single") {
			return 0, 0, false
		}
	case "nothing":
		if w := r.w(k); w == "lost" || w == "dropped" || w == "queued" || w == "broke" {
			return i, k + 1, true
		}
		return 0, 0, false
	case "zero":
		switch r.w(k) {
		case "trust", "copy", "downtime", "to", "knowledge", "shot", "config", "cost", "click":
			if r.w(k) != "downtime" || r.is(k, lex.Hyphen) {
				return 0, 0, false
			}
		}
	case "no":
		if r.w(i-1) == "has" || r.w(i-1) == "have" || r.w(i-1) == "there" || r.w(i-1) == "with" && r.w(k) == "experience" {
			return 0, 0, false
		}
	}
	for n := k; n < min(to, k+6); n++ {
		if r.sym(n) != 0 || r.preposition(n) && n > k {
			break
		}
		if r.trouble(n) || r.failed(n) {
			if (r.w(n) == "errors" || r.w(n) == "bugs") && n == k && r.w(i) != "zero" {
				return 0, 0, false
			}
			return i, r.resultEnd(n, to), true
		}
		if n == k+1 && (r.w(n) == "call" || r.w(n) == "meeting" || r.w(n) == "maintenance") && r.w(k) == "a" && r.w(i) == "without" {
			return i, r.resultEnd(n, to), true
		}
	}
	return 0, 0, false
}

// failed reports a participle of trouble: "lost", "stopped", "unreconciled".
func (r *Reading) failed(i int) bool {
	switch r.w(i) {
	case "lost", "stopped", "dropped", "missed", "unreconciled", "oversold", "corrupted", "breaking", "failed", "duplicated", "unplanned", "overdue", "stuck", "broken", "unbilled", "rejected", "orphaned", "mispriced", "misrouted", "regressed":
		return true
	}
	return false
}

// neverHappened reads "a rollback that we rehearsed twice and never needed", "never lost an event".
func (r *Reading) neverHappened(i, from, to int) (int, int, bool) {
	k := i + 1
	switch r.w(k) {
	case "needed", "lost", "dropped", "paged", "double", "failed", "broke", "oversold", "duplicated", "stalled", "missed", "rolled", "went", "exceeded", "billed", "charged":
	default:
		return 0, 0, false
	}
	switch {
	case r.w(k) == "missed" && r.has(k+1, min(to, k+4), "deadline", "deadlines", "sprint", "day", "meeting", "release"):
		return 0, 0, false
	case r.w(k) == "went" && r.w(k+1) != "down":
		return 0, 0, false
	case (r.w(k) == "failed" || r.w(k) == "lost") && r.has(k+1, min(to, k+4), "deliver", "client", "customer", "exam", "interest", "motivation", "temper", "curiosity", "heart", "hope"):
		return 0, 0, false
	}
	if r.objectStarts(k + 1) {
		return i, r.resultEnd(k, to), true
	}
	// What it is said of stands before it, back to a comma or a preposition of company.
	start := i
	for start > from && i-start < 9 {
		p := start - 1
		if r.sym(p) != 0 || r.w(p) == "with" || r.w(p) == "and" && r.objectStarts(start) {
			break
		}
		start = p
	}
	if r.w(start) == "and" && start < i {
		start++
	}
	return start, r.resultEnd(k, to), true
}

// everyAble reads "every invoice reproducible from the log", "each price traceable to its source".
func (r *Reading) everyAble(i, to int) (int, int, bool) {
	for n := i + 2; n < min(to, i+8); n++ {
		if r.sym(n) != 0 {
			break
		}
		switch r.w(n) {
		case "reproducible", "traceable", "recoverable", "auditable", "replayable", "reversible", "recomputable", "rebuildable", "explainable", "attributable", "reconciled", "accounted", "verifiable", "restorable", "provable":
			return i, r.resultEnd(n, to), true
		}
	}
	return 0, 0, false
}

// cannot reads "one bad till cannot stall a region", "a slow merchant can no longer block the queue".
func (r *Reading) cannot(i, to int) (int, int, bool) {
	k := i + 1
	switch r.w(i) {
	case "can":
		if r.w(k) == "not" {
			k++
		} else if r.w(k) == "no" && r.w(k+1) == "longer" {
			k += 2
		} else {
			return 0, 0, false
		}
	case "longer":
		if r.w(i-1) != "no" || r.w(i-2) == "can" {
			return 0, 0, false
		}
	}
	switch r.w(k) {
	case "stall", "stalls", "block", "blocks", "stop", "stops", "starve", "starves", "break", "breaks", "lose", "loses", "delay", "delays", "overload", "take", "takes", "bill", "double", "oversell", "corrupt", "page", "pages":
	default:
		return 0, 0, false
	}
	start := i
	for p := i - 1; p >= 0 && i-p < 7; p-- {
		if r.sym(p) != 0 || r.w(p) == "that" || r.w(p) == "so" || r.w(p) == "where" {
			break
		}
		start = p
	}
	if start == i || r.w(start) == "i" {
		return 0, 0, false
	}
	return start, r.resultEnd(k, to), true
}

// slowly reads a careful change: "a rollout over 7 months behind a flag", "shadow-ran it for ten weeks before the switch".
func (r *Reading) slowly(i, to int) (int, int, bool) {
	end := r.clauseStop(i)
	w := r.w(i)
	if w == "rolled" && r.w(i+1) != "out" && !r.has(i+1, min(end, i+7), "out") {
		return 0, 0, false
	}
	if w == "shadow" || w == "ran" {
		if !(w == "shadow" && (r.w(i+1) == "ran" || r.w(i+1) == "running" || r.w(i+1) == "tested")) && !(w == "ran" && r.has(i, min(end, i+8), "shadow", "parallel")) {
			return 0, 0, false
		}
	}
	time := -1
	for k := i + 1; k < min(end, i+22); k++ {
		if u := r.unitAt(k, "time"); u != nil && u.Scale >= 86400 && (r.kind(k-1) == lex.Number || r.numeralAt(k-1)) {
			switch r.w(k - 2) {
			case "over", "for", "across", "in", "within":
				time = k
			}
		}
	}
	if time < 0 {
		return 0, 0, false
	}
	for k := i; k < end; k++ {
		switch r.w(k) {
		case "flag", "flags", "toggle", "toggles":
			return i, max(k, time) + 1, true
		case "before":
			if (w == "shadow" || w == "ran" || w == "shadowed") && k > time {
				return i, r.resultEnd(k+1, to), true
			}
		case "without":
			if k > time && (r.trouble(k+1) || r.trouble(k+2) || r.trouble(k+3)) {
				return i, r.resultEnd(k+2, to), true
			}
		}
	}
	return 0, 0, false
}

// between reads a change of kind or in words: "weekly deploys to many a day", "from one region to three", "from days to minutes".
func (r *Reading) between(i, from, to int) (int, int, bool) {
	k := i + 1
	left := max(from, i-5)
	start := -1
	for p := i - 1; p >= left; p-- {
		if r.sym(p) != 0 {
			break
		}
		if r.w(p) == "from" {
			start = p
			break
		}
	}
	// "weekly deploys to many a day", "monthly releases to daily"
	paced := func(a, b int) bool {
		for n := a; n < b; n++ {
			if isAdjective(r.w(n)) || r.w(n) == "quarterly" {
				return true
			}
		}
		return false
	}
	freely := r.w(k) == "many" || r.w(k) == "several" || r.w(k) == "hourly" || r.w(k) == "daily" || r.w(k) == "weekly" || r.w(k) == "on" && r.w(k+1) == "demand" ||
		r.w(k) == "a" && r.w(k+1) == "dozen" || r.w(k) == "every" && r.w(k+1) == "merge"
	if freely {
		if start < 0 {
			for p := i - 1; p >= left; p-- {
				if isAdjective(r.w(p)) {
					start = p
					break
				}
			}
		}
		if start >= 0 && paced(start, i) {
			end := k + 1
			for end < to && end < k+5 && r.kind(end) == lex.Word && !r.preposition(end) && r.w(end) != "and" {
				end++
			}
			return start, end, true
		}
	}
	// "from weeks to an afternoon"
	if start >= 0 && r.unitAt(i-1, "time") != nil && i-start <= 3 {
		n := k
		for n < k+3 && (r.w(n) == "a" || r.w(n) == "an" || r.w(n) == "one" || r.w(n) == "single" || r.w(n) == "under" || r.w(n) == "few") {
			n++
		}
		if r.unitAt(n, "time") != nil || r.w(n) == "afternoon" || r.w(n) == "morning" || r.w(n) == "click" {
			return start, n + 1, true
		}
	}
	// "one region to three": the measured noun of a count that stands once.
	if u := r.unitAt(k, "numeral"); u != nil || r.kind(k) == lex.Number {
		p := i - 1
		if m, ok := r.term(kb.KindThing, p); ok && int(m.Last) == i && (r.numeralAt(p-1) || r.w(p-1) == "single") {
			if start < 0 {
				start = p - 1
			}
			return start, k + 1, true
		}
	}
	return 0, 0, false
}

// failureNoun reports whether words of a failure that a system lived through stand in [from, to).
func (r *Reading) failureNoun(from, to int) bool {
	return r.has(from, to, "loss", "outage", "outages", "failure", "failures", "failover", "peak", "region", "zone", "surge", "flood", "attack", "crash", "fire", "spike", "traffic", "partition", "audit", "audits")
}

func (r *Reading) findAny(from, to int, words ...string) int {
	for k := from; k < to; k++ {
		for _, w := range words {
			if r.w(k) == w {
				return k
			}
		}
	}
	return -1
}

// resultEnd is the token after a result whose last needed word is token i: up to a comma, a clause's end or a joined statement.
func (r *Reading) resultEnd(i, to int) int {
	k := i + 1
	for k < to && k < i+10 {
		if r.sym(k) != 0 {
			break
		}
		if w := r.w(k); w == "and" || w == "but" || w == "which" || w == "while" || w == "because" || w == "or" {
			break
		}
		k++
	}
	return k
}
