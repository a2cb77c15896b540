package fact

import (
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/lex"
)

// tradeoffs reads Tradeoff facts: a deliberate choice of design, what was given in exchange, what was accepted or given up, one
// thing chosen over another, a refusal. Each is found by its grammar; the words of a design must stand in the clause, and words
// of the person's own life must not. A fact reaches from the choosing words to the end of the clause.
func (r *Reading) tradeoffs() {
	for s := range r.Doc.Sentences {
		from, to := int(r.Doc.Sentences[s].First), int(r.Doc.Sentences[s].Last)
		taken := from
		for i := from; i < to; i++ {
			if r.kind(i) != lex.Word && r.sym(i) != ',' {
				continue
			}
			if r.wishing[i] {
				break
			}
			way := choice(r.class[i] >> choiceShift)
			if way == noChoice || way == byContrast && r.w(i+1) != "not" {
				continue
			}
			c := clause{begin: max(taken, r.clauseStart(i)), end: r.clauseStop(i), from: from, to: to}
			first, ok := r.tradeoffAt(way&bare, i, &c)
			if !ok && way&orPrice != 0 {
				first, ok = r.priceAt(i, &c)
			}
			if !ok && way&orConsent != 0 {
				first, ok = r.consentAt(i, &c)
			}
			if !ok {
				continue
			}
			first = max(first, taken)
			last := max(c.end, i+1)
			for last > first+1 && r.kind(last-1) == lex.Punct {
				last--
			}
			if n := len(r.Facts); n > 0 && r.Facts[n-1].Kind == Tradeoff && int(r.Facts[n-1].Last) >= first {
				i = last - 1
				continue
			}
			r.add(Tradeoff, first, last)
			taken = last
			i = last - 1
		}
	}
}

// clause is the part of a sentence that is looked at for a trade-off.
type clause struct {
	begin, end int // the clause
	from, to   int // its sentence
}

// choice is the way in which a word may tell a trade-off.
type choice uint8

const (
	noChoice choice = iota
	byContrast
	byPurpose
	byExchange
	byKnowing
	byWorth
	byBalance
	byTrade
	byAccepting
	byGivingUp
	byChoosing
	byPreference
	byRefusal
	byLeaving

	bare      choice = 1<<5 - 1 // what the ways above need
	orPrice   choice = 1 << 5   // the word may tell a price beside a gain
	orConsent choice = 1 << 6   // the word may tell that a loss was agreed to
)

// choiceWay is what a word calls for. Most words call for nothing, so that their clauses need not be found.
func choiceWay(w string) choice {
	way := barely(w)
	if mayPrice(w) {
		way |= orPrice
	}
	if mayConsent(w) {
		way |= orConsent
	}
	return way
}

// barely is what a word calls for by a choice that it names.
func barely(w string) choice {
	switch w {
	case ",":
		return byContrast
	case "deliberately", "intentionally", "consciously", "knowingly", "purpose", "choice", "design", "deliberate", "conscious", "intentional":
		return byPurpose
	case "exchange", "return", "cost", "price", "expense", "paid", "costs", "costing", "sake", "paying", "risk", "downside":
		return byExchange
	case "knowing":
		return byKnowing
	case "worth":
		return byWorth
	case "balanced":
		return byBalance
	case "trade", "trades", "traded", "trading", "tradeoff", "tradeoffs", "swap", "swapped", "swapping", "exchanged":
		return byTrade
	case "accepting", "accepted", "accept", "accepts", "tolerating", "tolerated", "tolerate", "living", "lived", "live", "lives", "allowing", "allowed", "absorbing", "absorbed", "bearing":
		return byAccepting
	case "gave", "giving", "give", "gives", "given", "dropped", "dropping", "drop", "sacrificed", "sacrificing", "sacrifice", "sacrifices", "forgo", "forwent",
		"forgoing", "forgone", "forego", "foregoing", "foregone", "forewent", "relaxed", "relaxing", "relax", "loosened", "weakened", "settled", "settling", "waived", "surrendered", "skipped", "skipping", "lose":
		return byGivingUp
	case "chose", "choose", "choosing", "chosen", "chooses", "picked", "picking", "pick", "preferred", "preferring", "prefer", "prefers", "selected", "selecting", "opted", "opting",
		"favoured", "favored", "favouring", "favoring", "went", "decided", "deciding", "decision", "decisions", "elected", "choices", "bet", "stayed", "staying", "stay", "stuck":
		return byChoosing
	case "instead", "rather", "favour", "favor", "over":
		return byPreference
	case "argued", "arguing", "argue", "argues", "talked", "talking", "pushed", "said", "saying", "say", "declined", "declining", "refused", "refusing", "refuse", "advised", "ruled", "ruling", "turned",
		"vetoed", "rejected", "rejecting", "killed", "killing", "resisted", "resisting", "held", "holding", "stopped", "avoided", "avoiding", "cancelled", "canceled", "blocked", "opposed", "shelved", "deferred", "postponed":
		return byRefusal
	case "did", "do", "didn't", "don't", "never", "not", "unbuilt", "left", "leaving", "leave", "kept", "keeping", "keep", "keeps", "without", "no":
		return byLeaving
	}
	return noChoice
}

// tradeoffAt reports whether a trade-off is told by the words at token i, and where it starts.
func (r *Reading) tradeoffAt(way choice, i int, c *clause) (int, bool) {
	switch way {
	case byContrast:
		return r.notThat(i, c)
	case byPurpose:
		return r.onPurpose(i, c)
	case byExchange:
		return r.inExchange(i, c)
	case byKnowing:
		// "sharded by tenant, knowing that the largest would need a host of its own"
		return i, r.sym(i-1) == ',' && (r.w(i+1) == "that" || r.w(i+1) == "the") && r.design(c.begin, i) && !r.career(c.begin, c.end) && r.has(i, c.end, "would", "will", "may", "might", "must", "need", "needs", "cannot", "can")
	case byWorth:
		// "a fourth nine was not worth its price"
		return c.begin, r.w(i-1) == "not" && (r.design(c.begin, i) || r.has(c.begin, i, "nine", "nines")) && !r.career(c.begin, c.end)
	case byBalance:
		k := max(r.find(i, min(c.end, i+6), "against"), r.find(i, min(c.end, i+6), "with"))
		return i, k > 0 && r.quality(i, k) && r.quality(k, min(c.end, k+4))
	case byTrade:
		return r.trading(i, c)
	case byAccepting:
		return r.accepting(i, c)
	case byGivingUp:
		return r.givingUp(i, c)
	case byChoosing:
		return r.choosing(i, c)
	case byPreference:
		return r.ratherThan(i, c)
	case byRefusal:
		return r.refusing(i, c)
	case byLeaving:
		return r.leaving(i, c)
	}
	return 0, false
}

// onPurpose reads "deliberately did not adopt a mesh", "strong on the debit, eventual on the audit, by choice".
func (r *Reading) onPurpose(i int, c *clause) (int, bool) {
	start, end := i, i+1
	switch r.w(i) {
	case "purpose", "choice":
		if r.w(i-1) != "on" && r.w(i-1) != "by" {
			// "a choice that costs one extra read", "the choice of polling over webhooks"
			if r.w(i) == "choice" && (r.w(i+1) == "that" || r.w(i+1) == "which" || r.w(i+1) == "of" || r.w(i+1) == "to") && r.w(i-1) != "of" {
				if (r.w(i+1) == "that" || r.w(i+1) == "which") && (r.w(i+2) == "costs" || r.w(i+2) == "cost") || r.has(i, c.end, "over", "because", "since", "instead", "rather") {
					return i, r.design(c.begin, c.end) && !r.career(c.begin, c.end)
				}
			}
			return 0, false
		}
		start = i - 1
	case "design":
		if r.w(i-1) != "by" {
			return 0, false
		}
		start = i - 1
		switch r.w(i - 2) {
		case "secure", "security", "privacy", "private", "resilient", "scalable", "safe", "accessible", "default":
			return 0, false
		}
		if !r.has(c.begin, start, "no", "not", "without", "never", "eventual", "eventually", "late", "stale", "slow", "slower", "single", "one") {
			return 0, false
		}
	case "deliberate", "conscious", "intentional":
		switch r.w(i + 1) {
		case "choice", "choices", "trade", "tradeoff", "limit", "limits", "decision", "position", "exception", "gap", "exchange", "step", "brake", "delay", "pause", "wait", "lag", "bound", "cap",
			"ceiling", "slack", "loss", "omission", "compromise", "bottleneck":
		default:
			return 0, false
		}
		return i, (r.design(c.from, c.to) || r.sized(i, c.end)) && !r.career(c.from, c.to)
	}
	if r.career(c.begin, c.end) {
		return 0, false
	}
	whole := c.begin
	designed := r.design(c.begin, c.end)
	if !designed {
		// "We chose strong on the debit, eventual on the audit, deliberately": the clause before a comma counts.
		designed = r.has(c.begin, c.end, "strong", "eventual", "eager", "lazy", "synchronous", "stateless", "boring", "plain", "built", "build", "adopt", "shard", "slow", "stale")
	}
	if !designed {
		return 0, false
	}
	switch r.w(i + 1) {
	case "practice", "practise", "learning":
		return 0, false
	}
	// A trailing adverb belongs to what stands before it.
	if end >= c.end || r.clauseEnd(end) || c.end-end < 3 || r.sym(end) == ',' || r.sym(start-1) == ',' && (r.w(end) == "and" || r.w(end) == "but") {
		return whole, true
	}
	// "we deliberately kept …" starts at its subject.
	if w := r.w(start - 1); w == "we" || w == "i" {
		start--
	}
	return start, true
}

// inExchange reads "in exchange for", "at the cost of", "which costs one extra read", "paid for with".
func (r *Reading) inExchange(i int, c *clause) (int, bool) {
	if r.career(c.begin, c.end) {
		return 0, false
	}
	switch r.w(i) {
	case "exchange", "return":
		return i - 1, r.w(i-1) == "in" && r.w(i+1) == "for" && r.design(c.begin, c.end)
	case "cost", "price", "expense":
		switch {
		case (r.w(i-1) == "the" || r.w(i-1) == "some" || r.w(i-1) == "a") && r.w(i-2) == "at" && r.w(i+1) == "of":
			if r.kind(i+2) == lex.Number && r.money(i+2) && !r.has(i, c.end, "more", "extra", "additional", "higher") {
				return 0, false
			}
			return i - 2, r.design(i+2, c.end) || r.lossy(i+2, c.end) || r.unitSoon(i+2, c.end) || r.sized(i+2, min(c.end, i+6)) || r.w(i) != "expense" && granted(r.w(i+2))
		case r.w(i-1) == "the" && (r.w(i+1) == "was" || r.w(i+1) == "is" || r.w(i+1) == "being") || r.w(i+1) == "we" && (r.w(i+2) == "accepted" || r.w(i+2) == "paid" || r.w(i+2) == "took"):
			if r.w(i) == "expense" {
				return 0, false
			}
			if n := r.w(i + 2); n == "cut" || n == "reduced" || n == "down" || n == "halved" || r.money(i+2) {
				return 0, false
			}
			return i - 1, r.lossy(i, c.end) || r.design(i+1, c.end)
		case r.w(i) == "price" && r.w(i-1) == "the" && r.w(i-2) == "as":
			return i - 2, r.design(c.begin, c.end)
		case r.w(i) == "cost" && (r.w(i-1) == "which" || r.w(i-1) == "that" || r.w(i-1) == "it"):
			return i - 1, r.priceNamed(i+1, c)
		}
	case "costs", "costing":
		switch r.w(i - 1) {
		case "which", "that", "it", "this":
			return i - 1, r.priceNamed(i+1, c)
		case ",", "choice", "and":
			return i, r.priceNamed(i+1, c)
		}
		if r.w(i) == "costs" && r.w(i+1) == "us" && r.priceNamed(i+1, c) {
			return i, true
		}
		return r.costs(i, c)
	case "paid", "paying":
		k := i + 1
		if r.w(k) == "for" {
			k++
			for n := 0; n < 3 && (r.w(k) == "it" || r.w(k) == "that" || r.w(k) == "this" || r.w(k) == "them"); n++ {
				k++
			}
			if r.w(k) == "with" || r.w(k) == "in" || r.w(k) == "by" && r.w(k+1) != "the" && r.w(k+1) != "a" {
				return i, r.lossy(k, c.end) || r.design(k, c.end)
			}
		}
		if r.w(k) == "with" || r.w(k) == "in" {
			return i, r.lossy(k, c.end)
		}
		return i, r.w(k) == "the" && r.w(k+1) == "price" || (r.w(k) == "a" || r.w(k) == "an") && r.lossy(k, min(c.end, k+6)) && r.has(k, c.end, "for", "to") && r.design(k, c.end) && r.has(k, min(c.end, k+4), "small", "extra", "second")
	case "sake":
		return i - 2, r.w(i-1) == "the" && r.w(i-2) == "for" && r.w(i+1) == "of" && r.quality(i+2, c.end) && r.design(c.begin, i-2)
	case "risk":
		return i - 2, r.w(i-1) == "the" && r.w(i-2) == "at" && r.w(i+1) == "of" && r.design(i+2, c.end)
	case "downside":
		return i, (r.w(i+1) == "is" || r.w(i+1) == "was" || r.w(i+1) == "that" || r.w(i+1) == "being") && r.design(c.begin, c.end)
	}
	return 0, false
}

// priceNamed reports whether what follows "which costs" is something of a design that is paid more of, and not a bill.
func (r *Reading) priceNamed(i int, c *clause) bool {
	if r.w(i) == "us" || r.w(i) == "me" {
		i++
	}
	to := min(c.end, i+9)
	if r.has(i, to, "less", "fewer", "half", "tenth", "third", "fraction", "nothing", "cheaper") {
		return false
	}
	if r.money(i) {
		return r.has(i, to, "more", "extra")
	}
	switch r.w(i) {
	case "one", "two", "three", "an", "a", "some", "more", "extra", "another", "about", "roughly":
	default:
		if r.kind(i) != lex.Number {
			return false
		}
	}
	if r.has(i, min(to, i+4), "fortune", "lot", "team", "project") {
		return false
	}
	return r.has(i, to, "extra", "more", "another", "additional", "second", "longer") || r.lossy(i, to) || r.design(i, to) || r.unitSoon(i, to)
}

func (r *Reading) unitSoon(i, to int) bool {
	for k := i; k < min(to, i+4); k++ {
		if r.unitAt(k, "time") != nil || r.unitAt(k, "bytes") != nil || r.unitAt(k, "ratio") != nil {
			return true
		}
		if r.percent(k) {
			return true
		}
	}
	return false
}

// trading reads "traded freshness for latency", "trade-offs between freshness and origin protection", "a trade of delay for simplicity".
func (r *Reading) trading(i int, c *clause) (int, bool) {
	if r.career(c.begin, c.end) {
		return 0, false
	}
	w := r.w(i)
	end := i + 1
	off := w == "tradeoff" || w == "tradeoffs"
	if (w == "trade" || w == "trades") && (r.w(i+1) == "off" || r.w(i+1) == "offs") {
		off, end = true, i+2
	}
	if off {
		for k := i - 1; k >= c.begin && k >= i-8; k-- {
			switch r.w(k) {
			case "understand", "understands", "understanding", "knowledge", "aware", "awareness", "familiar", "experience", "ability", "able", "sense", "discussing", "explain",
				"explaining", "weigh", "weighs", "weighing", "evaluating", "evaluate", "reason", "reasoning", "comfortable", "thinking", "think", "skilled", "good", "know", "knows", "analyse", "analyze", "navigating", "balancing", "like", "enjoy", "love", "appreciate", "skills", "exploring", "considering", "make", "makes", "making":
				return 0, false
			}
		}
		switch r.w(end) {
		case "between", "of", "against", "for", "in":
			return i, r.design(end+1, c.end) && (r.w(end) != "in" && r.w(end) != "of" || r.has(end, c.end, "for", "against", "over") || r.quality(end, c.end))
		case "was", "is", "being", "we", "i", "that", "taken", "accepted", "made":
			return i, r.design(end, c.end)
		}
		if r.sym(end) == ':' || r.sym(end) == '—' {
			return i, r.design(end, r.clauseStop(end))
		}
		return 0, false
	}
	if w == "trading" || w == "trade" || w == "trades" {
		switch r.w(end) {
		case "platform", "platforms", "system", "systems", "desk", "firm", "firms", "engine", "engines", "company", "venue", "floor", "shop", "house", "app", "hours", "volume", "data", "and", "at":
			return 0, false
		}
		if w != "trading" && r.w(i-1) != "to" && r.w(i-1) != "we" && r.w(i-1) != "i" && r.w(i-1) != "a" && r.w(i-1) != "which" && r.w(i-1) != "that" && r.w(i-1) != "design" {
			return 0, false
		}
	}
	if w == "traded" && (r.w(end) == "against" || r.w(end) == "for") {
		// What was gained stands before: "p95 90 ms, traded against log-outs that need five minutes".
		return i, r.gainBefore(i) && (r.lossy(end+1, c.end) || r.losing(end+1, c.end) || r.quality(end+1, c.end) || r.sized(end+1, c.end))
	}
	for k := end; k < c.end && k < end+9; k++ {
		if r.sym(k) != 0 && r.sym(k) != ',' {
			return 0, false
		}
		if r.w(k) != "for" && !(r.w(k) == "against" && w != "exchanged") {
			continue
		}
		switch r.w(k - 1) {
		case "orders", "equities", "bonds", "stocks", "futures", "options", "derivatives", "oil", "gas", "power", "energy", "receipts", "crypto", "bitcoin", "currencies", "fx", "commodities", "shares":
			return 0, false
		}
		if k == end || r.kind(k+1) == lex.Number && !r.design(k+1, min(c.end, k+4)) {
			return 0, false
		}
		left, right := r.design(end, k), r.design(k+1, min(c.end, k+7)) || r.lossy(k+1, min(c.end, k+7))
		return i, left && right || r.quality(end, k) || r.quality(k+1, min(c.end, k+6)) && r.w(k+1) != "a" && r.w(k+1) != "an"
	}
	return 0, false
}

// accepting reads "accepting five-minute staleness", "we accepted a second write", "living with duplicates".
func (r *Reading) accepting(i int, c *clause) (int, bool) {
	k := i + 1
	switch r.w(i) {
	case "accept", "accepts":
		// A service accepts requests; a person accepts a lag.
		switch r.w(i - 1) {
		case "we", "i", "to", "and", "deliberately", "knowingly":
		default:
			if i != c.begin && r.w(i) == "accept" || r.w(i) == "accepts" && r.w(i-1) != "design" && r.w(i-1) != "that" {
				return 0, false
			}
		}
	case "living", "lived", "live", "lives":
		if r.w(k) != "with" || r.w(k+1) == "no" || r.w(k+1) == "zero" {
			return 0, false
		}
		if p := r.w(i - 1); (r.w(i) == "live" || r.w(i) == "lives") && p != "we" && p != "i" && p != "and" && p != "to" && p != "can" {
			return 0, false // "went live with"
		}
		k++
	case "tolerate", "tolerates", "tolerated", "tolerating":
		if r.has(k, min(c.end, k+7), "loss", "failure", "failures", "outage", "outages", "lost", "fault", "faults", "crash", "crashes") {
			return 0, false
		}
	case "allowing", "allowed", "absorbing", "absorbed", "bearing":
		return i, r.has(k, min(c.end, k+5), "stale", "staleness", "duplicates", "lag", "inconsistency", "inconsistent") && !r.career(c.begin, c.end)
	case "accepted":
		if r.passive(i) || r.w(i-1) == "offers" || r.w(i-1) == "merged" {
			return 0, false
		}
	}
	if r.w(k) == "and" || r.w(k) == "into" || r.w(k) == "by" || r.w(k) == "at" {
		return 0, false
	}
	// What is accepted stands right behind, with "that" before a clause.
	to := min(c.end, k+8)
	if r.w(k) == "that" {
		return i, !r.career(k, c.end) && (r.lossy(k, min(c.end, k+12)) || r.losing(k, c.end) || r.has(k, min(c.end, k+12), "may", "might") || r.has(k, min(c.end, k+12), "can") && r.design(k, c.end))
	}
	if (r.w(k) == "the" || r.w(k) == "a" || r.w(k) == "an") && (r.w(k+1) == "offer" || r.w(k+1) == "role" || r.w(k+1) == "job" || r.w(k+1) == "challenge" || r.w(k+1) == "award") {
		return 0, false
	}
	costs := r.lossy(k, to) || r.has(k, to, "more", "extra", "old", "older", "later", "slower", "behind", "additional", "longer", "larger", "double", "less", "fewer")
	if !costs || r.career(k, to) {
		return 0, false
	}
	return i, true
}

// givingUp reads "gave up cross-shard transactions", "dropped exactly-once … instead", "sacrificing write speed".
func (r *Reading) givingUp(i int, c *clause) (int, bool) {
	if r.career(c.begin, c.end) {
		return 0, false
	}
	for k := i - 1; k >= c.begin && k >= i-3; k-- {
		switch r.w(k) {
		case "without", "never", "not", "no", "don't", "doesn't", "didn't", "won't", "rather", "cannot":
			return 0, false
		}
	}
	switch r.w(i) {
	case "lose":
		return i, r.w(i-1) == "we" && r.quality(i+1, min(c.end, i+6))
	case "gave", "giving", "give", "gives", "given":
		if p := r.w(i - 1); (r.w(i) == "give" || r.w(i) == "gives") && i != c.begin && p != "i" && p != "we" && p != "and" && p != "which" {
			return 0, false
		}
		// "gave up ordering", "gave ordering up"
		if r.w(i+1) == "up" {
			if r.w(i+2) == "on" && !r.design(i+3, c.end) {
				return 0, false
			}
			return i, r.design(i+2, min(c.end, i+10))
		}
		for k := i + 2; k < min(c.end, i+6); k++ {
			if r.w(k) == "up" {
				return i, r.design(i+1, k)
			}
			if r.preposition(k) {
				break
			}
		}
		return 0, false
	case "dropped", "dropping", "drop", "waived", "surrendered", "skipped", "skipping":
		if r.kind(i+1) == lex.Number || r.w(i+1) == "from" || r.w(i+1) == "to" || r.w(i+1) == "by" || r.w(i+1) == "out" || r.has(i, min(c.end, i+6), "from", "by", "below", "under") {
			return 0, false
		}
		return i, r.design(i+1, min(c.end, i+7)) && (r.has(i, c.end, "instead", "because", "favour", "favor", "since", "exchange", "deliberately") || r.pairOf(i, c.end, "so", "that") || r.w(i) == "waived" || r.w(i) == "surrendered")
	case "settled", "settling":
		return i, r.w(i+1) == "for" && r.design(i+2, min(c.end, i+9))
	case "relaxed", "relaxing", "relax", "loosened", "weakened":
		return i, r.quality(i+1, min(c.end, i+6)) || r.has(i+1, min(c.end, i+6), "isolation", "ordering", "durability")
	case "sacrifice", "sacrifices":
		if r.w(i-1) == "the" || r.w(i-1) == "personal" {
			return 0, false
		}
	}
	return i, r.design(i+1, min(c.end, i+7)) || r.lossy(i+1, min(c.end, i+6))
}

// choosing reads "chose X over Y", "picked X because …", "opted for X", "decided against X", "chose not to shard".
func (r *Reading) choosing(i int, c *clause) (int, bool) {
	k := i + 1
	if r.career(c.begin, c.end) || r.others(i-1) {
		return 0, false
	}
	w := r.w(i)
	switch w {
	case "opted", "opting":
		if r.w(k) == "for" {
			return i, r.design(k+1, min(c.end, k+8))
		}
		if r.w(k) == "out" && r.w(k+1) == "of" {
			return i, r.design(k+2, min(c.end, k+8))
		}
		return i, (r.w(k) == "to" || r.w(k) == "not") && r.turned(k, c)
	case "decided", "deciding", "decision", "decisions", "elected":
		switch r.w(k) {
		case "against":
			return i, !r.has(k, c.end, "moving", "joining", "studying") && (r.design(k+1, c.end) || r.w(i) == "decided")
		case "not", "to", "for":
			return i, r.turned(k, c)
		case "on":
			return i, r.design(k+1, min(c.end, k+7)) && r.has(k, c.end, "over", "because", "since", "rather", "instead")
		}
		return 0, false
	case "went":
		return i, r.w(k) == "with" && r.design(k+1, min(c.end, k+7)) && r.has(k, c.end, "over", "because", "since", "rather", "instead")
	case "stayed", "staying", "stuck", "bet", "stay":
		if w == "stay" && r.w(i-1) != "to" {
			return 0, false
		}
		return i, (r.w(k) == "on" || r.w(k) == "with") && r.design(k+1, min(c.end, k+6)) && r.has(k, c.end, "because", "since", "rather", "instead", "over")
	case "picked", "picking", "pick":
		if r.w(k) == "up" {
			return 0, false
		}
	case "choose", "chooses", "prefer", "prefers", "choices":
		switch p := r.w(i - 1); {
		case w == "choices", w == "chooses" && p != "that" && p != "which":
			return 0, false
		case p == "we" || p == "i" || i == c.begin || p == "to" && r.w(i-2) == "had" || p == "usually" || p == "deliberately":
		default:
			return 0, false
		}
	}
	if r.w(k) == "over" && (w == "chosen" || w == "chose") {
		// "a saga, chosen over two-phase commit", "a bound I chose over global transactions"
		_, pattern := r.term(kb.KindPattern, k+1)
		return i, pattern || r.kind(k+1) != lex.Number && !r.numeralAt(k+1) && r.design(k+1, min(c.end, k+8))
	}
	if w == "chosen" && r.w(k) == "so" && r.w(k+1) == "that" {
		// "three zones, chosen so that one can fail"
		return c.begin, r.design(c.begin, i) || r.sized(c.begin, i) || r.gainBefore(i) && r.has(k+2, c.end, "fail", "fails", "die", "stop", "lag", "lose", "burn", "restart")
	}
	if r.w(k) == "over" || r.w(k) == "by" || r.w(k) == "as" || r.w(k) == "and" || r.w(k) == "from" {
		return 0, false // "chosen by", "picked over 300 candidates"
	}
	if r.w(k) == "not" || r.w(k) == "to" {
		return i, r.turned(k, c)
	}
	against := -1
	for n := k; n < c.end; n++ {
		switch r.w(n) {
		case "over":
			if r.kind(n+1) == lex.Number || r.unitAt(n+1, "time") != nil {
				continue // "over 3 years" is no alternative
			}
			if r.w(n+1) == "time" || r.w(n+1) == "the" && (r.w(n+2) == "years" || r.w(n+2) == "weekend" || r.w(n+2) == "last" || r.w(n+2) == "past") {
				continue
			}
			against = n
		case "rather", "instead":
			if r.w(n+1) == "than" || r.w(n+1) == "of" {
				against = n
			}
		case "because", "since", "so":
			if against < 0 && (r.w(n) != "so" || r.w(n+1) == "that") && !r.yearLike(n+1) && r.kind(n+1) != lex.Number {
				if w == "prefer" || w == "prefers" {
					return i, r.pure(k, n)
				}
				return i, r.design(k, n)
			}
		case "for":
			if against < 0 && (r.w(n+1) == "its" || r.w(n+1) == "their" || r.w(n+1) == "the") && r.quality(n+1, min(c.end, n+6)) && r.design(k, n) {
				return i, true
			}
		}
		if against >= 0 {
			break
		}
	}
	if against < 0 {
		return 0, false
	}
	left, right := r.design(k, against), r.design(against+1, min(c.end, against+8))
	if w == "prefer" || w == "prefers" {
		// A taste for one language over another is no design.
		return i, r.pure(k, against) || r.pure(against+1, min(c.end, against+8))
	}
	return i, left || right
}

// turned reads what was chosen or decided to be done: "not to shard", "to keep one database because …".
func (r *Reading) turned(k int, c *clause) bool {
	if r.w(k) == "for" {
		return r.design(k+1, min(c.end, k+7)) && r.has(k, c.end, "over", "because", "since", "rather", "instead")
	}
	not := r.w(k) == "not" || r.w(k+1) == "not"
	for r.w(k) == "not" || r.w(k) == "to" {
		k++
	}
	switch r.w(k) {
	case "learn", "study", "join", "become", "specialise", "specialize", "pursue", "focus", "attend", "return", "teach", "travel", "live", "work", "apply", "finish", "quit", "retire", "explore", "start":
		return false
	case "move", "switch", "change", "go":
		if !r.pure(k+1, min(c.end, k+7)) {
			return false
		}
	}
	designed := r.design(k, min(c.end, k+10))
	designed = designed || r.w(k) == "fail" && (r.w(k+1) == "closed" || r.w(k+1) == "open" || r.w(k+1) == "fast")
	if not {
		return designed || r.has(k, k+1, "shard", "build", "adopt", "rewrite", "split", "migrate", "cache", "retry", "index", "scale")
	}
	switch r.w(k) {
	case "keep", "leave", "stay", "drop", "skip", "avoid", "delay", "accept", "give", "run", "build", "use", "store", "write", "move", "go", "shard", "split", "fail", "treat", "make", "replace", "rewrite", "let":
		return designed && (r.w(k) == "keep" || r.w(k) == "leave" || r.w(k) == "drop" || r.w(k) == "skip" || r.w(k) == "accept" || r.w(k) == "fail" ||
			r.has(k, c.end, "because", "over", "rather", "instead", "since"))
	}
	return designed && r.has(k, c.end, "because", "over", "rather", "instead")
}

// ratherThan reads an alternative without a verb of choice: "expire by lease rather than by cron", "in favour of a caching layer",
// "correctness over latency". Both sides must be of a design.
func (r *Reading) ratherThan(i int, c *clause) (int, bool) {
	if r.career(c.begin, c.end) {
		return 0, false
	}
	k := i + 1
	switch r.w(i) {
	case "over":
		if !quality(r.w(i - 1)) {
			return 0, false
		}
		if w := r.w(k); w == "raw" || w == "peak" || w == "write" || w == "read" || w == "pure" {
			k++
		}
		if !quality(r.w(k)) || r.is(k+1, lex.Hyphen) {
			return 0, false
		}
		start := i - 1
		for start > c.begin && r.kind(start-1) == lex.Word && !r.preposition(start-1) && i-start < 5 {
			start--
		}
		return start, true
	case "favour", "favor":
		if r.w(i-1) != "in" || r.w(k) != "of" {
			return 0, false
		}
		return r.lastVerb(i-1, c.begin), r.design(c.begin, c.end)
	case "instead":
		if r.w(k) != "of" {
			return 0, false
		}
		k++
	default:
		if r.w(k) != "than" {
			return 0, false
		}
		k++
	}
	switch r.w(k) {
	case "the":
		switch r.w(k + 1) {
		case "next", "previous", "usual", "other", "expected", "planned":
			return 0, false
		}
	}
	if r.w(i) == "instead" && r.has(max(c.begin, i-8), i, "under", "within", "seconds", "minutes", "hours", "days") {
		return 0, false // a result, not a design
	}
	if r.degraded(max(c.begin, i-9), i) && r.degraded(k, min(c.end, k+5)) {
		// "shows yesterday's menu rather than a blank one"
		return r.limb(i, c), true
	}
	left, right := r.pure(max(c.begin, i-9), i), r.design(k, min(c.end, k+6))
	if !left {
		left = r.design(max(c.begin, i-9), i) && r.pure(k, min(c.end, k+6))
	}
	if !left || !right {
		return 0, false
	}
	if r.has(c.begin, i, "love", "like", "enjoy", "prefer", "want") && !r.pure(k, min(c.end, k+6)) {
		return 0, false
	}
	return r.lastVerb(i, c.begin), true
}

// degraded reports whether [from, to) tells how a system does worse than it should: what one chooses between when something
// must give.
func (r *Reading) degraded(from, to int) bool {
	for k := from; k < to; k++ {
		switch r.w(k) {
		case "yesterday's", "yesterday", "stale", "old", "older", "last", "cached", "partial", "late", "later", "default", "blank", "empty", "wrong", "fail", "fails", "failing", "error", "errors", "block", "blocks", "blocking",
			"nothing", "none", "drop", "drops", "dropping", "shed", "sheds", "shedding", "reject", "rejects", "rejecting", "refuse", "refuses", "refusing", "wait", "waits", "waiting", "queue", "queues", "stop",
			"stops", "stopping", "stall", "lose", "losing", "guess", "guesses", "guessing", "crash", "crashing", "degrade", "degrades", "slow", "slows", "closed", "down", "missing", "approximate":
			return true
		}
	}
	return false
}

// granted reports a gerund of what is let go of, as behind "at the price of".
func granted(w string) bool {
	switch w {
	case "dropping", "losing", "refusing", "rejecting", "leaving", "skipping", "ignoring", "waiting", "repeating", "rebuilding", "holding", "paging", "asking", "closing", "showing", "missing", "discarding", "truncating":
		return true
	}
	return granting(w)
}

// costs reads a price told of a part of the design beside a gain: "the check costs each write 4 ms".
func (r *Reading) costs(i int, c *clause) (int, bool) {
	from := r.limb(i, c)
	k := i + 1
	for n := 0; n < 3 && (r.w(k) == "us" || r.w(k) == "each" || r.w(k) == "every" || r.w(k-1) == "each" || r.w(k-1) == "every"); n++ {
		k++
	}
	if r.w(i) != "costs" || i == from || r.kind(i-1) != lex.Word || r.trouble(i-1) || r.has(k, c.end, "down", "from", "where", "instead", "was") {
		return 0, false
	}
	switch r.w(i - 1) {
	case "of", "and", "our", "the", "cloud", "infrastructure", "hosting", "running", "storage", "compute":
		return 0, false // the noun
	}
	named := r.priceNamed(k, c) || r.sized(k, min(c.end, k+4)) && !r.has(k, min(c.end, k+4), "less", "only", "under", "just")
	return from, named && r.beside(i, from, c)
}

// notThat reads ", not Kafka, because": an alternative named and turned down with its reason.
func (r *Reading) notThat(i int, c *clause) (int, bool) {
	if r.w(i+1) != "not" || r.w(i+2) == "only" || r.w(i+2) == "just" || r.w(i+2) == "yet" {
		return 0, false
	}
	if !r.design(i+2, min(c.end, i+6)) || !r.design(max(c.begin, i-6), i) || r.career(c.begin, c.end) {
		return 0, false
	}
	return r.lastVerb(i, c.begin), r.has(i, c.end, "because", "since") || r.pairOf(i, c.end, "so", "that")
}

// refusing reads "argued down a rewrite", "argued against a third cloud", "declined to shard", "talked the team out of microservices".
func (r *Reading) refusing(i int, c *clause) (int, bool) {
	if r.career(c.begin, c.end) || r.others(i-1) {
		return 0, false
	}
	k := i + 1
	decided := func(from, to int) bool { return r.design(from, min(to, from+9)) }
	if n := r.turnedDown(i, c); n {
		return r.limb(i, c), true
	}
	switch r.w(i) {
	case "argued", "arguing", "argue", "argues":
		if p := r.w(i - 1); (r.w(i) == "argue" || r.w(i) == "argues") && i != c.begin && p != "i" && p != "we" && p != "and" {
			return 0, false
		}
		if r.w(k) == "against" {
			return i, !r.has(k, min(c.end, k+6), "motion", "case", "court", "appeal")
		}
		if r.w(k) == "for" {
			return i, r.has(k, c.end, "over", "rather", "instead", "against") && decided(k, c.end)
		}
		for n := k; n < min(c.end, i+8); n++ {
			if r.w(n) == "down" || r.w(n) == "out" && r.w(n+1) == "of" || r.w(n) == "away" {
				return i, true
			}
			if r.preposition(n) {
				break
			}
		}
	case "talked", "talking":
		for n := k; n < min(c.end, i+8); n++ {
			if r.w(n) == "out" && r.w(n+1) == "of" {
				return i, true
			}
		}
	case "pushed":
		return i, r.w(k) == "back" && (r.w(k+1) == "on" || r.w(k+1) == "against") && decided(k+2, c.end)
	case "said", "saying", "say":
		return i, r.w(k) == "no" && r.w(k+1) == "to" && (decided(k+2, c.end) || r.design(c.from, i) && r.w(c.end-1) == "more")
	case "advised":
		return i, r.w(k) == "against" && decided(k+1, c.end)
	case "declined", "declining", "refused", "refusing", "refuse":
		if r.w(k) == "to" {
			return i, decided(k+1, c.end) || r.has(k+1, k+2, "shard", "rewrite", "adopt", "split", "build", "cache", "retry")
		}
		if r.kind(k) == lex.Number || r.w(k) == "by" || r.w(k) == "from" {
			return 0, false
		}
		return i, r.objectStarts(k) && decided(k, min(c.end, k+5)) && r.positionNoun(k, min(c.end, k+5))
	case "ruled", "ruling", "turned":
		part := "out"
		if r.w(i) == "turned" {
			part = "down"
		}
		if r.w(k) == "it" || r.w(k) == "that" || r.w(k) == "them" {
			return 0, false // see turnedDown
		}
		for n := k; n < min(c.end, i+7); n++ {
			if r.w(n) == part {
				return i, decided(k, c.end)
			}
			if r.preposition(n) {
				break
			}
		}
	case "vetoed", "shelved", "opposed", "resisted", "resisting":
		return i, decided(k, c.end)
	case "rejected", "rejecting", "killed", "killing", "cancelled", "canceled", "blocked", "deferred", "postponed":
		return i, r.positionNoun(k, min(c.end, k+6)) && (r.has(i, c.end, "because", "favour", "favor", "since", "instead", "after", "until") || r.w(i) == "rejected")
	case "held", "holding":
		return i, r.w(k) == "off" && decided(k+1, c.end)
	case "stopped":
		return i, r.w(k) == "short" && r.w(k+1) == "of" && decided(k+2, c.end)
	case "avoided", "avoiding":
		return i, r.positionNoun(k, min(c.end, k+6)) && r.has(i, c.end, "because", "since", "rather", "instead", "deliberately")
	}
	return 0, false
}

// turnedDown reads "a simpler cache gained half as much; I turned it down because": what was refused is a pronoun, and the design
// stands before it.
func (r *Reading) turnedDown(i int, c *clause) bool {
	k := i + 1
	switch r.w(i) {
	case "said", "saying":
		if r.w(k) != "no" || r.w(k+1) != "to" {
			return false
		}
		k += 2
	case "turned", "ruled", "rejected", "declined", "refused", "vetoed", "shelved", "killed":
	default:
		return false
	}
	switch r.w(k) {
	case "it", "that", "them", "both", "this", "one":
	default:
		return false
	}
	if w := r.w(i); w == "turned" && r.w(k+1) != "down" || w == "ruled" && r.w(k+1) != "out" {
		return false
	}
	if n := r.w(k + 1); n != "down" && n != "out" && r.kind(k+1) == lex.Word && n != "because" && n != "since" && n != "for" && n != "after" {
		return false // "refused that offer"
	}
	if r.career(c.from, c.to) || r.has(c.from, c.to, "role", "position", "title", "lead", "manager", "team", "offered") {
		return false
	}
	from := c.from
	if i-from < 4 {
		from = int(r.Doc.Sentences[max(0, r.sentenceOf(i)-1)].First)
		if r.has(from, i, "role", "position", "offered", "offer", "job") {
			return false
		}
	}
	return r.design(from, i) && (r.has(k, c.end, "because", "since", "for", "after", "as") || from < c.from || r.design(c.from, i))
}

// positionNoun reports whether the words name something that people take a position on: a rewrite, a mesh, another system.
func (r *Reading) positionNoun(from, to int) bool {
	for k := from; k < to; k++ {
		switch r.w(k) {
		case "rewrite", "rewrites", "mesh", "microservices", "split", "rebuild", "framework", "kubernetes", "multi", "second", "third", "migration", "orm", "graphql", "cloud", "plan", "proposal",
			"monorepo", "serverless", "shard", "sharding", "adoption", "dependency", "vendor", "replatforming", "queue", "broker", "cache", "datastore", "database":
			return true
		}
		if r.claimed(k, Technology) {
			return true
		}
	}
	return false
}

// leaving reads "did not adopt a mesh", "left sharding unbuilt", "kept the monolith because …", "no mesh because …".
func (r *Reading) leaving(i int, c *clause) (int, bool) {
	if r.career(c.begin, c.end) {
		return 0, false
	}
	k := i + 1
	start := i
	switch r.w(i) {
	case "did", "do", "didn't", "don't":
		if r.w(i) == "did" || r.w(i) == "do" {
			if r.w(k) != "not" {
				return 0, false
			}
			k++
		}
		present := r.w(i) == "do" || r.w(i) == "don't"
		switch p := r.w(i - 1); {
		case p == "we" || p == "i":
			start = i - 1
			// "what we did not build, and why"
			if r.w(i-2) == "what" && (r.w(k) == "build" || r.w(k) == "adopt" || r.w(k) == "ship") {
				return i - 2, true
			}
		case i == c.begin, p == "deliberately", p == "and", p == ",":
		default:
			return 0, false
		}
		for r.adverb(k) {
			k++
		}
		switch r.w(k) {
		case "adopt", "introduce", "shard", "split", "rewrite", "buy", "containerize", "containerise", "denormalize", "denormalise", "partition", "decompose":
			return start, !present || r.has(k, c.end, "because", "since", "until")
		case "build", "add", "use", "migrate", "move", "write", "cache", "retry", "run", "replicate", "need", "chase", "extract", "upgrade", "replace":
			return start, r.design(k, min(c.end, k+9)) && (r.has(k, c.end, "because", "since", "until", "deliberately", "instead") || r.pairOf(k, c.end, "on", "purpose") || r.w(k) == "build" && !present)
		}
	case "unbuilt":
		return c.begin, true
	case "left", "leaving", "leave":
		if r.w(i) == "leave" && r.w(i-1) != "to" || r.w(k) == "to" {
			return 0, false
		}
		for n := k; n < min(c.end, i+9); n++ {
			switch r.w(n) {
			case "unbuilt", "unsharded", "untouched", "alone", "synchronous", "manual", "uncached", "unreplicated":
				return i, n > k
			case "out":
				return i, n > k && r.design(k, n) || n == k && r.design(n+1, min(c.end, n+6))
			case "as":
				if r.w(n+1) == "is" || r.w(n+1) == "it" {
					return i, r.design(k, n)
				}
			case "in":
				if r.w(n+1) == "place" || r.w(n+1) == "one" {
					return i, r.design(k, n)
				}
			}
		}
	case "kept", "keeping", "keep", "keeps":
		if r.w(i) == "keeps" || r.w(i) == "keep" && r.w(i-1) != "we" && r.w(i-1) != "i" && i != c.begin {
			return 0, false
		}
		to := min(c.end, i+8)
		if !r.design(k, to) || r.metricIn(k, to) {
			return 0, false
		}
		if r.has(i, c.end, "because", "over") || r.has(i, c.end, "rather", "instead") || r.pairOf(i, c.end, "so", "that") || r.pairOf(i, c.end, "on", "purpose") {
			return i, true
		}
		for n := k; n < min(to, k+5); n++ {
			switch r.w(n) {
			case "monolith", "single", "boring", "synchronous", "manual", "monolithic", "unsharded":
				return i, r.w(k) != "up"
			case "one":
				return i, n == k || r.w(n-1) == "in"
			}
		}
	case "never":
		switch r.w(k) {
		case "adopted", "sharded", "split", "introduced", "rewrote", "built":
			if i == c.begin || r.w(i-1) == "we" || r.w(i-1) == "i" {
				return i, r.positionNoun(k+1, min(c.end, k+6)) || r.design(k+1, min(c.end, k+5))
			}
		}
	case "without", "no":
		if r.w(i) == "no" && i != c.begin && r.sym(i-1) != ',' {
			return 0, false
		}
		n := r.find(k, min(c.end, k+9), "because")
		return i, n > 0 && r.positionNoun(k, n)
	case "not":
		// "not built, on purpose", "deliberately not sharded"
		switch r.w(k) {
		case "built", "sharded", "adopted", "split", "rewritten":
			return i, r.w(i-1) == "deliberately" || r.pairOf(k, c.end, "on", "purpose") || r.has(k, c.end, "deliberately", "because") || r.has(max(c.from, i-5), i, "what", "deliberately")
		}
	}
	return 0, false
}

// others reports whether token i names other people: what customers chose is no choice of the person.
func (r *Reading) others(i int) bool {
	switch r.w(i) {
	case "users", "customers", "clients", "merchants", "readers", "riders", "shoppers", "people", "they", "patients", "guests", "players", "students", "buyers", "drivers", "management", "he", "she", "you", "who", "was", "were", "is", "are", "been", "be", "being", "can", "to":
		return r.w(i) != "to"
	}
	return false
}

// pure is design without the names of languages, frameworks and tools, for which people have a taste.
func (r *Reading) pure(from, to int) bool {
	for k := from; k < to; k++ {
		if r.claimed(k, Technology) {
			m, ok := r.term(kb.KindTechnology, k)
			if !ok {
				continue
			}
			switch r.Base.Technologies[m.Row].Category {
			case "datastore", "cache", "broker", "streaming", "search", "vector-store", "warehouse", "protocol", "format", "api", "gateway", "mesh", "orchestration", "cloud-service":
				return true
			}
			continue
		}
		if r.designWord(k) > k {
			return true
		}
	}
	return false
}

// quality reports whether a quality of a system stands in [from, to).
func (r *Reading) quality(from, to int) bool {
	for k := from; k < to; k++ {
		if quality(r.w(k)) {
			return true
		}
	}
	return false
}

// lossy reports whether the words name a loss that one accepts: staleness, a lag, a second write, slower reads.
func (r *Reading) lossy(from, to int) bool {
	for k := from; k < to; k++ {
		switch r.w(k) {
		case "staleness", "stale", "lag", "lags", "delay", "delays", "slower", "longer", "duplicates", "duplicate", "duplication", "drift", "inconsistency", "inconsistent", "eventual",
			"weaker", "risk", "overhead", "extra", "higher", "worse", "waste", "gaps", "gap", "loss", "rework", "additional", "late", "coarser", "larger", "bigger", "complexity",
			"downtime", "approximate", "approximation", "skew", "amplification", "contention", "lower", "fewer", "double", "redundant", "cold", "coupling", "limits", "replays", "retries":
			return true
		case "second":
			// A second write, not a second of time.
			if r.kind(k-1) != lex.Number && r.design(k+1, min(to+2, k+4)) {
				return true
			}
		case "latency", "cost", "costs":
			if r.w(k-1) != "lower" && r.w(k-1) != "the" && k > from || k == from {
				return true
			}
		case "once":
			if r.w(k-1) == "least" || r.w(k-1) == "most" {
				return true
			}
		}
	}
	return false
}

// has reports whether one of the words stands in [from, to).
func (r *Reading) has(from, to int, words ...string) bool {
	for k := from; k < to; k++ {
		for _, w := range words {
			if r.w(k) == w {
				return true
			}
		}
	}
	return false
}

// find is the first token of the word in [from, to), or -1.
func (r *Reading) find(from, to int, word string) int {
	for k := from; k < to; k++ {
		if r.w(k) == word {
			return k
		}
	}
	return -1
}

// pairOf reports whether two words stand side by side in [from, to).
func (r *Reading) pairOf(from, to int, a, b string) bool {
	for k := from; k+1 < to; k++ {
		if r.w(k) == a && r.w(k+1) == b {
			return true
		}
	}
	return false
}

// lastVerb is the last verb in [from, i), where a span may start, or from.
func (r *Reading) lastVerb(i, from int) int {
	for k := i - 1; k >= from; k-- {
		if m, ok := r.verb(k); ok && int(m.Last) <= i && r.shape(&m) != gerund {
			return k
		}
	}
	return from
}

// money reports whether token i is a sum of money.
func (r *Reading) money(i int) bool {
	if r.kind(i) != lex.Number {
		return false
	}
	return r.Doc.Numbers[r.Doc.Tokens[i].Num].Currency != 0
}

// metricIn reports whether a number that measures stands in [from, to).
func (r *Reading) metricIn(from, to int) bool {
	for k := from; k < to; k++ {
		if r.kind(k) == lex.Number {
			return true
		}
	}
	return false
}
