package fact

// consentAt reads that people looked at a loss and took it: "the product owners signed that", "we weighed it for a quarter",
// "that we pay for gladly", "a deliberate brake", "I drew that line". What they agreed to must stand in the sentence.
func (r *Reading) consentAt(i int, c *clause) (int, bool) {
	switch r.w(i) {
	case "signed", "approved", "agreed", "settled", "defended", "defend", "blessed", "endorsed", "accepted":
		return r.agreedTo(i, c)
	case "drew", "draw":
		// "I drew that line", "we drew the line at prices"
		return i, (r.w(i+1) == "that" || r.w(i+1) == "this" || r.w(i+1) == "the") && r.w(i+2) == "line" && !r.career(c.from, c.to) &&
			(r.design(c.from, c.to) || r.losing(c.from, i) || r.gainBefore(i))
	case "stand":
		// "the freedom to choose a tool is gone, and I stand by that"
		return i, r.w(i-1) == "i" && r.w(i+1) == "by" && (r.w(i+2) == "that" || r.w(i+2) == "it" || r.w(i+2) == "this") && r.gainBefore(i) && !r.career(c.from, c.to)
	case "weighed", "weigh":
		return r.weighing(i, c)
	case "worth":
		if r.w(i-1) == "not" {
			return 0, false
		}
		k := i + 1
		if r.w(k) != "it" && r.w(k) != "the" && r.w(k) != "that" && r.w(k) != "its" {
			return 0, false
		}
		ok := r.losing(c.begin, c.end) || r.sized(k, min(c.end, k+5)) || r.dear(c.begin, i)
		return c.begin, ok && !r.career(c.begin, c.end) && r.gainBefore(i) && !r.has(c.begin, i, "fun", "time", "life", "people")
	case "gladly", "happily", "willingly":
		// "a second query that we pay for gladly"
		return c.begin, r.has(max(c.begin, i-4), min(c.end, i+2), "pay", "pays", "paid", "paying", "accept", "bear", "carry", "spend") && !r.career(c.begin, c.end) && (r.gainBefore(i) || r.design(c.begin, c.end))
	case "pay":
		return c.begin, (r.w(i-1) == "we" || r.w(i-1) == "i") && r.w(i+1) == "that" && r.w(i+2) == "price" && !r.career(c.begin, c.end)
	case "bill", "catch", "drawback", "compromise", "flip", "price", "cost":
		return r.theBill(i, c)
	case "hit":
		// "took a 5% hit on writes"
		k := r.findAny(max(c.begin, i-6), i, "take", "takes", "took", "taking")
		return k, k >= 0 && (r.w(i+1) == "on" || r.w(i+1) == "in" || r.w(i+1) == "to") && r.design(i+1, c.end)
	case "put":
		return i, r.w(i+1) == "up" && r.w(i+2) == "with" && (r.losing(i+3, c.end) || r.lossy(i+3, c.end)) && !r.career(c.begin, c.end)
	case "bought":
		// "the speed was bought with 30% more memory"
		return i, (r.w(i+1) == "with" || r.w(i+1) == "by") && (r.w(i-1) == "was" || r.w(i-1) == "were" || r.w(i-1) == "is" || r.w(i-1) == "are" || r.w(i-1) == ",") &&
			(r.lossy(i+2, c.end) || r.dear(i+2, c.end) || r.losing(i+2, c.end)) && !r.career(c.begin, c.end)
	case "sacrificed", "forgone", "waived":
		if r.w(i-1) != "was" && r.w(i-1) != "were" {
			return 0, false
		}
		return c.begin, !r.career(c.begin, c.end) && !r.has(c.begin, c.end, "weekends", "evenings", "sleep", "holidays", "quality", "never", "not", "nothing") && (r.gainBefore(i) || r.design(c.begin, i))
	}
	return 0, false
}

// losing reports whether [from, to) names a loss in words that hardly ever praise.
func (r *Reading) losing(from, to int) bool {
	for k := from; k < to; k++ {
		switch r.w(k) {
		case "slower", "longer", "staler", "costlier", "dearer", "weaker", "worse", "stale", "staleness", "lag", "delay", "behind", "wait", "waits", "eats", "doubles", "triples", "brake", "extra", "blank", "yesterday's", "yesterday",
			"overspend", "replays", "replayed", "duplicates", "inconsistent", "miss", "misses", "approximate", "loses", "removed", "dropped", "forbidden":
			if r.w(k-1) == "never" || r.w(k) == "longer" && r.w(k-1) == "no" || r.w(k) == "behind" && !r.timed(k-1) || (r.w(k) == "delay" || r.w(k) == "lag") && r.w(k-1) == "no" {
				continue
			}
			return true
		case "lost":
			if r.w(k+1) == "the" || r.w(k+1) == "their" {
				return true
			}
		case "guaranteed", "promised":
			if r.w(k-1) == "not" {
				return true
			}
		case "old", "late":
			if r.timed(k - 1) {
				return true
			}
		case "more":
			if r.kind(k+1) != 0 && dearNoun(r.w(k+1)) {
				return true
			}
		}
	}
	return false
}

// agreedTo reads "the owners signed that", "the ethics board approved that minute", "which the operator and I settled together".
func (r *Reading) agreedTo(i int, c *clause) (int, bool) {
	k := i + 1
	if r.career(c.from, c.to) {
		return 0, false
	}
	w := r.w(i)
	if w == "signed" && r.w(k) == "off" {
		k++
		if r.w(k) == "on" {
			k++
		}
	} else if w == "agreed" {
		if r.w(k) != "to" && r.w(k) != "on" && r.w(k) != "with" {
			return 0, false
		}
		k++
	}
	switch r.w(k) {
	case "that", "this", "it", "both":
		if n := k + 1; n < c.end && r.kind(n) == r.kind(i) && !r.preposition(n) && !r.timed(n) {
			switch r.w(n) {
			case "off", "loss", "limit", "lag", "delay", "trade", "wait", "bound", "price", "cost", "choice", "slack", "brake", "gap", "together", "and", "because", "twice", "first", "too":
			default:
				return 0, false
			}
		}
	case "together":
		if w != "settled" {
			return 0, false
		}
	case "the":
		switch r.w(k + 1) {
		case "loss", "lag", "delay", "slowdown", "wait", "staleness", "limit", "extra":
		default:
			return 0, false
		}
		return r.limb(i, c), r.gainBefore(i)
	default:
		// ", which the auditors and I accepted"
		if r.kind(k) == r.kind(i) || r.others(i-1) && w != "approved" && r.w(i-1) != "management" {
			return 0, false
		}
		// "the RFC that legal signed" tells of a paper, "a risk that legal signed" of a loss
		n := r.findAny(max(c.from, i-7), i, "which", "that")
		if n < 0 || r.w(n) == "that" && !r.has(n-1, n, "risk", "loss", "limit", "delay", "lag", "wait", "minute", "hour", "gap") {
			return 0, false
		}
	}
	return r.limb(i, c), r.losing(c.from, i) || r.eaten(c.from, i) || r.has(max(c.from, i-6), i, "risk", "loss", "delays")
}

// weighing reads "we weighed it for a quarter" behind a loss, and "weighed disk against recovery time".
func (r *Reading) weighing(i int, c *clause) (int, bool) {
	switch r.w(i - 1) {
	case "we", "i", "and", "had", "have":
	default:
		if i != c.begin || r.w(i) == "weigh" {
			return 0, false
		}
	}
	if r.career(c.from, c.to) {
		return 0, false
	}
	k := i + 1
	if r.w(i) == "weighed" && (r.w(k) == "it" || r.w(k) == "that" || r.w(k) == "this" || r.w(k) == "both") {
		before := int(r.Doc.Sentences[max(0, r.sentenceOf(i)-1)].First)
		return i, r.gainBefore(i) && (r.losing(before, i) || r.losing(i, c.to))
	}
	n := r.find(k, min(c.end, k+8), "against")
	return i, r.w(i) == "weighed" && n > k && r.design(k, n) && (r.design(n+1, min(c.end, n+7)) || r.lossy(n+1, min(c.end, n+7)) || r.losing(n+1, min(c.end, n+7)))
}

// eaten reports whether [from, to) tells of a share of a resource: "6% of the CPU".
func (r *Reading) eaten(from, to int) bool {
	for k := from; k < to; k++ {
		if r.w(k) == "of" && r.sized(max(from, k-3), k) && r.dear(k, min(to, k+4)) {
			return true
		}
	}
	return false
}

// anyGain reports whether the text measures anything.
func (r *Reading) anyGain() bool {
	for n := range r.Facts {
		if r.Facts[n].Kind == Metric {
			return true
		}
	}
	return false
}

// theBill reads "The bill: caches make prices a minute old", "the catch is that imports queue", "a compromise between size and speed".
func (r *Reading) theBill(i int, c *clause) (int, bool) {
	if r.career(c.begin, c.end) {
		return 0, false
	}
	w := r.w(i)
	k := i + 1
	if w == "flip" {
		if r.w(k) != "side" {
			return 0, false
		}
		k++
	}
	if w == "compromise" && r.w(k) == "between" {
		return i, r.w(i-1) == "a" && r.design(k+1, c.end)
	}
	opens := i == c.from || r.clauseEnd(i-1) || (r.w(i-1) == "the" || r.w(i-1) == "its" || r.w(i-1) == "our") && (i-1 == c.from || r.clauseEnd(i-2) || r.sym(i-2) == ',' || r.w(i-2) == "and" || r.w(i-2) == "but")
	start := i
	if i > c.from && !r.clauseEnd(i-1) && r.kind(i-1) == r.kind(i) {
		start = i - 1
	}
	switch {
	case r.sym(k) == ':' || r.sym(k) == '—':
		// The fact holds what stands behind the mark.
		end := r.clauseStop(k)
		if !opens || r.has(k, end, "down", "less", "fewer", "saved", "lower", "half", "halved", "from", "nothing", "none", "zero") {
			return 0, false
		}
		if !(r.losing(k, end) || r.lossy(k+1, end) || r.design(k+1, end) && !r.money(k+1) || r.sized(k, end)) || !r.anyGain() {
			return 0, false
		}
		c.end = end
		return start, true
	case w == "price" && r.w(i-1) == "its" && (r.w(k) == "is" || r.w(k) == "was"):
		// "and its price is a second copy of each order"
		return start, (r.w(k+1) == "a" || r.w(k+1) == "an" || r.w(k+1) == "one" || r.w(k+1) == "that") && r.gainBefore(i) && (r.design(k, c.end) || r.losing(k, c.end) || r.lossy(k, c.end) || r.dear(k, c.end))
	case r.w(k) == "is" || r.w(k) == "was" || r.w(k) == "being":
		if w == "bill" || w == "price" || w == "cost" || !opens {
			return 0, false
		}
		return start, r.design(k, c.end) || r.losing(k, c.end)
	}
	// "slower restarts are the price"
	if (w == "price" || w == "cost") && r.w(i-1) == "the" && (r.w(i-2) == "is" || r.w(i-2) == "are" || r.w(i-2) == "was" || r.w(i-2) == "were") {
		return c.begin, r.gainBefore(i) && (r.losing(c.begin, i) || r.design(c.begin, i))
	}
	return 0, false
}

// mayConsent reports a word that [Reading.consentAt] looks at.
func mayConsent(w string) bool {
	switch w {
	case "signed", "approved", "agreed", "settled", "defended", "defend", "blessed", "endorsed", "accepted", "drew", "draw", "stand", "weighed", "weigh",
		"worth", "gladly", "happily", "willingly", "pay", "bill", "catch", "drawback", "compromise", "flip", "price", "cost", "hit", "put", "bought", "sacrificed",
		"forgone", "waived":
		return true
	}
	return false
}
