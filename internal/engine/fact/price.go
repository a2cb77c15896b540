package fact

import "github.com/standfirst/standfirst/internal/engine/lex"

// priceAt reads the price of a gain where no word of choice stands: something got worse beside it, a guarantee was not given,
// a resource is used up, people agreed to a loss. Most of these words tell a problem as often as a price. So a gain must stand
// before them, or a word of concession, and no word of a problem that was found or mended.
func (r *Reading) priceAt(i int, c *clause) (int, bool) {
	switch r.w(i) {
	case "slower", "staler", "costlier", "dearer", "coarser", "weaker", "worse", "heavier", "longer", "later", "larger", "bigger", "higher", "less", "fewer", "harder":
		return r.gotWorse(i, c)
	case "more", "twice", "double", "extra":
		return r.usesMore(i, c)
	case "make", "makes", "made", "making", "leaves", "left", "leaving":
		return r.madeWorse(i, c)
	case "may", "might", "can":
		return r.mayFail(i, c)
	case "delays", "slows":
		// "batching delays each message by up to 50 ms"
		from := r.limb(i, c)
		return from, i > from && r.kind(i-1) == lex.Word && r.objectStarts(i+1) && r.w(i+1) != "no" && r.beside(i, from, c)
	case "lowered", "reduced", "shortened":
		// "lowered durability for telemetry"
		switch r.w(i + 1) {
		case "durability", "consistency", "isolation", "accuracy", "precision", "retention", "resolution", "freshness", "fidelity", "redundancy":
			return i, !r.career(c.begin, c.end) && r.w(i+2) != "errors" && r.w(i+2) != "issues" && r.w(i+2) != "cost" && r.w(i+2) != "costs"
		}
	case "wait", "waits":
		return r.mustWait(i, c)
	case "eats", "eat", "ate", "eating", "burns", "spends", "spent", "adds", "added", "adding", "doubles", "doubled", "triples", "tripled", "takes", "take", "uses":
		return r.usesUp(i, c)
	case "replays", "replay", "replayed", "loses", "repeats", "redelivers", "redelivered", "resends":
		return r.boundedLoss(i, c)
	case "guaranteed", "guarantee", "promised", "promise", "supported", "transactional", "ordered", "instant", "immediate":
		return r.notGiven(i, c)
	case "lost", "lose":
		return r.lostFreedom(i, c)
	case "there", "room":
		return r.gaveWay(i, c)
	case "transactions", "joins", "read-your-writes", "ordering":
		return r.noneSuch(i, c)
	case "forbidden", "banned", "rejected", "refused", "allowed", "tolerated", "permitted", "eventual", "eventually", "loose", "relaxed":
		return r.strictHere(i, c)
	case "go":
		// "strict ordering had to go"
		from := r.limb(i, c)
		return from, r.w(i-1) == "to" && r.w(i-2) == "had" && i-2 > from && r.kind(i+1) != lex.Word && r.design(from, i) && r.gainBefore(from) && !r.career(from, c.end)
	case "only":
		return r.onlyThere(i, c)
	case "ties", "locks", "binds", "limits", "rules", "tied", "limited", "ruled":
		return r.tiesDown(i, c)
	}
	return 0, false
}

// gainBefore reports whether something measured or bettered stands before token i, in its sentence or the one before.
func (r *Reading) gainBefore(i int) bool {
	s := r.sentenceOf(i)
	for n := len(r.Facts) - 1; n >= 0; n-- {
		if f := &r.Facts[n]; f.Kind == Metric && int(f.Last) <= i && int(f.Sentence) >= s-1 {
			return true
		}
	}
	before := int(r.Doc.Sentences[max(0, s-1)].First)
	for n := range r.amounts {
		if a := &r.amounts[n]; a.dim == multiples && int(a.first) >= before && int(a.last) <= i {
			return true
		}
	}
	for k := before; k < i; k++ {
		switch r.w(k) {
		case "halved", "halves", "faster", "fell", "sped", "quicker", "cheaper", "cut", "lowered", "reduced", "shrank", "doubled", "tripled", "zero", "vanished", "gained", "shortened":
			return true
		}
	}
	return false
}

// limb is the first token of the stretch of words that token i stands in: after a comma, a mark or a joining word, at a word of
// concession, at a "with" close before it.
func (r *Reading) limb(i int, c *clause) int {
	k := i
	for k > c.from {
		p := k - 1
		if r.sym(p) != 0 && r.sym(p) != '-' && r.sym(p) != '%' && r.kind(p) == lex.Punct {
			break
		}
		if w := r.w(p); w == "but" || w == "so" || w == "yet" || w == "and" && !r.design(k, min(i, k+2)) {
			break
		}
		k = p
		switch r.w(p) {
		case "by":
			if i-p <= 8 && granting(r.w(k+1)) {
				return k + 1 // "40% more throughput by giving each tenant a weaker isolation level"
			}
		case "with":
			if i-p <= 5 {
				return k
			}
		case "though", "although", "albeit", "despite", "while":
			if k > c.from && r.w(k-1) == "even" {
				k--
			}
			return k
		}
	}
	return k
}

// granting reports a gerund by which something is let go of.
func granting(w string) bool {
	switch w {
	case "giving", "using", "keeping", "allowing", "running", "letting", "taking", "writing", "storing", "serving", "choosing", "sending", "making":
		return true
	}
	return false
}

// conceded reports whether a word of concession opens the limb that starts at k: "but", "even though", "despite", "at".
func (r *Reading) conceded(k int, c *clause) bool {
	for n := k; n < min(k+2, c.to); n++ {
		switch r.w(n) {
		case "though", "although", "albeit", "despite":
			return true
		}
	}
	return k > c.from && (r.w(k-1) == "but" || r.w(k-1) == "yet")
}

// problem reports whether [from, to) tells of trouble that was met or mended, or of what did not come to pass.
func (r *Reading) problem(from, to int) bool {
	for k := from; k < to; k++ {
		switch r.w(k) {
		case "when", "whenever", "if", "before", "until", "after", "because", "since", "why", "where", "had", "bug", "bugs", "problem", "problems", "complaint", "complaints", "complained",
			"issue", "issues", "incident", "incidents", "outage", "outages", "found", "fixed", "noticed", "alert", "alerts", "catch", "catches", "detect", "detects", "stopped", "prevent",
			"prevents", "prevented", "avoid", "avoids", "avoided", "without", "never", "not", "no", "nor", "nobody", "none", "neither", "than", "instead", "used", "would", "what", "who",
			"cannot", "n't", "didn't", "doesn't", "don't", "once", "rewrote", "hired", "learned", "learnt", "career":
			return true
		case "that", "which":
			if k == from && r.w(k) == "that" && r.w(k-1) == "so" {
				return true // a purpose
			}
			// "the lock that made reports slow" tells of the lock; ", which made" and "slower, and that" go on.
			if k > from && r.kind(k-1) == lex.Word && r.w(k-1) != "and" {
				return true
			}
		}
	}
	return false
}

// beside reports whether what is said at token i, in a limb that starts at from, stands beside a gain as its price.
func (r *Reading) beside(i, from int, c *clause) bool {
	if r.career(from, c.end) || r.byPeriod(i, c) {
		return false
	}
	if r.w(from) == "with" && r.problem(max(c.from, from-3), from) {
		return false // "fixed a problem with slower disks"
	}
	if r.conceded(from, c) {
		return !r.problem(from, i) && !r.growth(from, c.end) && (r.design(c.from, c.to) || r.gainBefore(c.to))
	}
	return r.gainBefore(from) && !r.problem(from, i)
}

// byPeriod reads "slower with each release", "worse every month": a problem that grew.
func (r *Reading) byPeriod(i int, c *clause) bool {
	for k := i + 1; k < min(c.end, i+4); k++ {
		if (r.w(k) == "each" || r.w(k) == "every") && (r.w(k-1) == "with" || r.w(k-1) == "by" || r.w(k-1) == "after" || r.unitAt(k+1, "time") != nil || r.w(k+1) == "release") || r.w(k) == "and" && r.w(k+1) == r.w(i) {
			return true
		}
	}
	return false
}

// growth reports whether [from, to) speaks of more load: that is no price.
func (r *Reading) growth(from, to int) bool {
	return r.has(from, to, "traffic", "load", "volume", "demand", "growth", "users", "customers", "orders", "requests", "sales", "team", "staff", "headcount")
}

// dearNoun are what more of is a cost.
func dearNoun(w string) bool {
	switch w {
	case "memory", "ram", "disk", "disks", "storage", "cpu", "cpus", "cores", "machines", "nodes", "hardware", "writes", "copies", "bandwidth", "space", "latency", "lag", "delay", "cost", "costs", "bill", "bills",
		"hosting", "spend", "spending", "footprint", "index", "indexes", "images", "image", "binaries", "payload", "payloads", "messages", "hop", "hops", "trips", "copy", "write", "query", "code",
		"boilerplate", "energy", "power", "money", "overhead", "staleness", "retries", "lookups", "lookup", "queries", "complexity", "bytes":
		return true
	}
	return false
}

// happens reports whether a verb of being or becoming stands in [from, to): what is worse is told of something.
func (r *Reading) happens(from, to int) bool {
	return r.has(from, to, "got", "get", "gets", "getting", "became", "become", "becomes", "are", "is", "was", "were", "grew", "run", "runs", "ran", "take", "takes", "took", "wait", "waits", "need", "needs",
		"cost", "costs", "mean", "means", "meant", "meaning", "brings", "brought", "make", "makes", "made", "start", "starts", "load", "loads", "respond", "responds", "return", "returns", "stay", "stays", "stayed",
		"use", "uses", "pay", "paying", "pays", "paid", "with", "for", "went", "now", "have", "has", "come", "comes", "arrive", "arrives", "appear", "appears", "show", "reach", "reaches", "see", "read", "reads", "hold", "holds")
}

// gotWorse reads "restart got slower", "hosts wait 300 ms longer", "a lost zone now means slower queries", "although imports take longer".
func (r *Reading) gotWorse(i int, c *clause) (int, bool) {
	from := r.limb(i, c)
	switch w := r.w(i); w {
	case "longer":
		if r.w(i-1) == "no" || r.is(i+1, lex.Hyphen) || r.w(i+1) == "than" && !r.timed(i-1) || r.w(i+1) == "term" {
			return 0, false
		}
	case "later":
		if !r.timed(i-1) || !r.has(from, i, "arrive", "arrives", "appear", "appears", "show", "shows", "land", "lands", "see", "reach", "reaches", "come", "comes", "run", "runs") {
			return 0, false
		}
	case "larger", "bigger", "higher":
		if !dearNoun(r.w(i+1)) && !dearNoun(r.w(i+2)) && !(i > from && (r.w(i-1) == "is" || r.w(i-1) == "are" || r.w(i-1) == "got") && r.dear(from, i)) {
			return 0, false
		}
	case "less":
		switch r.w(i + 1) {
		case "fresh", "precise", "accurate", "exact", "flexible", "convenient", "current", "detail", "detailed", "history", "readable", "durable", "freedom", "isolation", "consistent", "expressive", "complete":
		default:
			return 0, false
		}
	case "fewer":
		switch r.w(i + 1) {
		case "features", "options", "filters", "guarantees", "knobs", "formats", "fields", "choices":
		default:
			return 0, false
		}
	case "harder":
		if r.w(i+1) == "to" && r.has(i+2, i+3, "break", "lose", "forget", "misuse", "abuse", "bypass", "fake", "guess", "miss", "hide") {
			return 0, false
		}
		if r.has(from, i, "work", "worked", "working", "try", "tried", "think") {
			return 0, false
		}
	}
	if r.w(i+1) == "than" && !r.has(i+2, i+5, "before", "it", "they", "the", "raw", "plain", "with") {
		return 0, false
	}
	if r.w(from) == "with" && (r.w(i) == "harder" || r.w(i) == "worse" || r.w(i) == "longer" && !r.design(i, i+2)) {
		return 0, false
	}
	if p := r.w(i - 1); p == "no" || p == "not" || p == "any" || p == "never" || p == "nothing" {
		return 0, false
	}
	// "Slower restarts are the price" is happening behind its subject.
	if !r.happens(from, i) && !granting(r.w(from)) && !r.conceded(from, c) && !r.pairOf(i, min(c.end, i+7), "the", "price") && !r.pairOf(i, min(c.end, i+7), "the", "cost") {
		return 0, false
	}
	return from, r.beside(i, from, c)
}

// dear reports whether what costs stands in [from, to).
func (r *Reading) dear(from, to int) bool {
	for k := from; k < to; k++ {
		if dearNoun(r.w(k)) {
			return true
		}
	}
	return false
}

// timed reports whether token i ends a length of time below a week: "300 ms", "a minute", "20 seconds".
func (r *Reading) timed(i int) bool {
	if u := r.unitAt(i, "time"); u != nil {
		return u.Scale < 604800
	}
	return r.kind(i) == lex.Number && r.is(i, lex.HasDigit) && r.amountOver(i, times) // "300ms"
}

// amountOver reports whether an amount of a dimension covers token i.
func (r *Reading) amountOver(i int, dim dimension) bool {
	for n := range r.amounts {
		if a := &r.amounts[n]; int(a.first) <= i && i < int(a.last) {
			return a.dim == dim
		}
	}
	return false
}

// sized reports whether a time, a share or a size stands in [from, to).
func (r *Reading) sized(from, to int) bool {
	for n := range r.amounts {
		if a := &r.amounts[n]; int(a.first) < to && int(a.last) > from && (a.dim == times && !a.calendar || a.dim == ratios || a.dim == bytes) {
			return true
		}
	}
	for k := from; k < to; k++ {
		if r.timed(k) && (r.w(k-1) == "a" || r.w(k-1) == "one" || r.w(k-1) == "few" || r.w(k-1) == "an" || r.w(k-1) == "that") {
			return true
		}
	}
	return false
}

// usesMore reads "needs twice the memory", "with 30% more disk", "takes one more hop".
func (r *Reading) usesMore(i int, c *clause) (int, bool) {
	from := r.limb(i, c)
	k := i + 1
	if w := r.w(i); w == "twice" || w == "double" {
		if r.w(k) != "the" && r.w(k) != "as" {
			return 0, false
		}
		k++
		if r.w(k) == "much" || r.w(k) == "many" {
			k++
		}
	}
	if !dearNoun(r.w(k)) && !(r.w(k) == "round" && r.w(k+1) == "trip") && !(dearNoun(r.w(k+1)) && r.kind(k) == lex.Word && !r.preposition(k)) {
		return 0, false
	}
	switch r.w(i - 1) {
	case "no", "not", "any", "without", "little", "for":
		return 0, false
	}
	if r.has(k+1, min(c.end, k+3), "than") && r.w(i) == "more" {
		return 0, false // "more writes than reads"
	}
	if !r.has(max(from, i-7), i, "use", "uses", "used", "using", "need", "needs", "needed", "take", "takes", "took", "cost", "costs", "store", "stores", "keep", "keeps", "hold", "holds", "write", "writes", "read",
		"reads", "run", "runs", "ran", "with", "for", "burns", "pay", "pays", "paying", "paid", "means", "meant", "send", "sends", "spend", "spends") {
		return 0, false
	}
	return from, r.beside(i, from, c)
}

// madeWorse reads "partitioning by depot made cross-depot reports slow", "caches make prices up to a minute old".
func (r *Reading) madeWorse(i int, c *clause) (int, bool) {
	from := r.limb(i, c)
	for k := i + 1; k < min(c.end, i+10); k++ {
		if r.sym(k) != 0 && r.sym(k) != '-' {
			return 0, false
		}
		switch r.w(k) {
		case "slow", "slower", "stale", "late", "dear", "dearer", "expensive", "costlier", "clumsy", "clumsier", "awkward", "coarse", "approximate", "unordered", "read-only", "worse", "manual":
			if k == i+1 || r.w(k-1) == "less" || r.w(k-1) == "no" || r.w(k-1) == "not" || r.kind(k+1) == lex.Word && !r.preposition(k+1) && r.w(k+1) != "and" && r.w(k+1) != "but" && !r.adverb(k+1) {
				continue
			}
		case "old", "behind":
			if !r.timed(k - 1) {
				continue
			}
		default:
			continue
		}
		return from, r.beside(i, from, c)
	}
	return 0, false
}

// mayFail reads "the cache may be one minute behind", "a campaign may overspend by 0.5%", "prices can be up to 30 s old".
func (r *Reading) mayFail(i int, c *clause) (int, bool) {
	from := r.limb(i, c)
	k := i + 1
	for r.adverb(k) || r.w(k) == "briefly" || r.w(k) == "sometimes" || r.w(k) == "therefore" {
		k++
	}
	switch r.w(i - 1) {
	case "i", "we", "you", "they", "nobody", "nothing", "none":
		return 0, false
	}
	to := min(c.end, k+9)
	can := r.w(i) == "can"
	ok := false
	switch r.w(k) {
	case "not":
		// "a user may not see their own post at once"
		ok = !can && r.has(k+1, k+2, "see", "find", "get", "show", "appear") && r.has(k+2, to, "once", "immediately", "yet", "away")
	case "be", "arrive", "come", "run":
		n := r.findAny(k+1, to, "behind", "old", "late", "stale", "missing", "lost", "repeated", "twice", "duplicated", "outdated", "offline", "unavailable", "off", "wrong", "out")
		if n < 0 || r.w(n) == "out" && r.w(n+1) != "of" {
			return 0, false
		}
		ok = !can || r.sized(k, to)
	case "overspend", "overshoot", "overcount", "undercount", "lag", "trail", "drift", "differ", "oversell", "overbook", "underbill":
		ok = !can || r.sized(k, to)
	case "see", "show", "return", "serve", "read", "get", "receive":
		ok = r.has(k+1, to, "stale", "old", "older", "yesterday's", "outdated", "duplicates", "duplicate", "twice", "partial", "incomplete")
	case "lose", "miss", "skip", "repeat", "replay", "drop", "resend", "redeliver":
		ok = r.sized(k, to) || r.has(k+1, to, "last", "most", "few", "some", "up")
	case "wait", "take":
		ok = (!can || r.has(k, to, "up")) && (r.sized(k, to) || r.w(k+1) == "until")
	}
	return from, ok && !r.problem(from, i) && !r.career(from, c.end) && (r.design(from, c.end) || r.gainBefore(from))
}

// mustWait reads "so late corrections wait for Sunday", "refunds now wait until the batch closes".
func (r *Reading) mustWait(i int, c *clause) (int, bool) {
	from := r.limb(i, c)
	if w := r.w(i + 1); w != "for" && w != "until" && w != "till" && w != "behind" {
		return 0, false // "wait 2 s" is as often an improvement
	}
	switch r.w(i - 1) {
	case "i", "we", "longer", "not", "never", "no", "n't", "the", "a", "who", "that", "and", "their":
		return 0, false
	}
	told := from > c.from && (r.w(from-1) == "so" || r.w(from-1) == "but") || r.has(from, i, "now", "must", "though", "although") || r.pairOf(from, i, "have", "to") || r.pairOf(from, i, "has", "to")
	return from, told && i > from && r.beside(i, from, c)
}

// usesUp reads "error correction eats 9% of the line", "adds a hop to each write", "doubles our hosting".
func (r *Reading) usesUp(i int, c *clause) (int, bool) {
	from := r.limb(i, c)
	k := i + 1
	to := min(c.end, k+8)
	switch r.w(i - 1) {
	case "i", "we", "and", "that", "which", "it", "now", ",":
	default:
		if i == from || r.kind(i-1) != lex.Word && r.kind(i-1) != lex.Number && r.sym(i-1) == 0 {
			return 0, false
		}
	}
	ok := false
	switch w := r.w(i); w {
	case "eats", "eat", "ate", "eating", "burns":
		ok = r.sized(k, to) || r.dear(k, to) || r.has(k, to, "third", "tenth", "quarter", "half", "share")
	case "takes", "take", "uses":
		// "takes 6% of the CPU", and no "takes 6% of the traffic"
		n := r.find(k, min(to, k+4), "of")
		if n < 0 && (r.w(from-1) == "so" || r.w(from-1) == "but") && from > c.from {
			// "so a price change takes ten minutes to show"
			return from, r.sized(k, min(to, k+4)) && r.has(k, to, "show", "appear", "arrive", "spread", "reach", "settle") && !r.has(k, min(to, k+3), "only", "under", "just", "less") && r.beside(i, from, c)
		}
		ok = n > 0 && r.sized(k, n) && r.dear(n, min(to, n+4))
	case "spends", "spent":
		ok = r.sized(k, min(to, k+4)) && r.has(k, to, "on") && r.has(k, to, "cpu", "memory", "latency", "budget", "disk", "ms", "bandwidth", "request", "call")
	case "adds", "adding", "added":
		for n := k; n < to; n++ {
			switch {
			case r.sym(n) != 0 && r.sym(n) != '%' && r.sym(n) != '-':
				n = to
			case r.timed(n) && (r.w(n+1) == "to" || r.w(n+1) == "per" || r.w(n+1) == "of" || r.w(n+1) == "a"):
				ok = ok || r.unitAt(n, "time") == nil || r.unitAt(n, "time").Scale < 3600
			case w == "added" && !(r.kind(k) == lex.Number):
			case dearNoun(r.w(n)) && r.w(n) != "nodes" && r.w(n) != "index" && r.w(n) != "indexes" && n > k:
				ok = true
			case (r.w(n) == "hop" || r.w(n) == "step" || r.w(n) == "write" || r.w(n) == "query") && n > k && n < k+4:
				ok = true
			}
		}
	default:
		for n := k; n < min(to, k+5); n++ {
			switch r.w(n) {
			case "hosting", "bill", "bills", "spend", "footprint", "writes", "overhead", "cost", "costs", "disk", "latency":
				ok = true
			case "storage", "memory", "hardware":
				ok = ok || w == "doubles" || w == "triples" || r.has(k, n, "our", "the", "its")
			}
			if r.preposition(n) || r.sym(n) != 0 {
				break
			}
		}
	}
	if !ok || r.career(from, c.end) {
		return 0, false
	}
	// "the second region that this took doubles our hosting": a clause of its own may stand inside the subject.
	start := from
	for n := from; n < i; n++ {
		if r.w(n) == "that" || r.w(n) == "which" {
			start = n + 1
		}
	}
	return from, r.gainBefore(from) && !r.problem(start, i) && !r.byPeriod(i, c)
}

// boundedLoss reads "a crash replays up to 500 messages", "up to a second of writes is replayed".
func (r *Reading) boundedLoss(i int, c *clause) (int, bool) {
	from := r.limb(i, c)
	bounded := r.has(i+1, min(c.end, i+8), "up", "most", "few", "last", "more") || r.has(max(from, i-9), i, "up", "few", "last")
	passive := r.w(i-1) == "are" || r.w(i-1) == "is" || r.w(i-1) == "be" || r.w(i-1) == "get" || r.w(i-1) == "gets"
	switch r.w(i) {
	case "replayed", "redelivered":
		if !passive {
			return 0, false
		}
	case "replay":
		if i == from || r.kind(i-1) != lex.Word || r.w(i-1) == "the" || r.w(i-1) == "a" || r.w(i-1) == "i" || r.w(i-1) == "can" {
			return 0, false
		}
	}
	return from, bounded && i > from && r.beside(i, from, c)
}

// notGiven reads "ordering is not guaranteed, only inside one match", "we do not promise order across shards".
func (r *Reading) notGiven(i int, c *clause) (int, bool) {
	from := r.limb(i, c)
	not := -1
	for k := i - 1; k >= from && k >= i-4; k-- {
		switch r.w(k) {
		case "not", "no", "n't", "don't", "doesn't", "never", "only":
			not = k
		case "nothing", "nobody":
			return 0, false
		}
	}
	if not < 0 && r.w(i+1) == "only" {
		not = i + 1
	}
	if not < 0 || r.career(from, c.end) || r.has(from, i, "was", "were", "had", "used", "until", "because") {
		return 0, false
	}
	if r.w(not) == "no" && r.w(not+1) != "longer" {
		return 0, false
	}
	return from, (r.design(from, i) || r.design(i+1, c.end) || r.w(i) == "supported" || r.w(i) == "guaranteed") && i > from+1 && r.gainBefore(from)
}

// lostFreedom reads "teams lost the freedom to write their own pipelines", "we lose the ability to join".
func (r *Reading) lostFreedom(i int, c *clause) (int, bool) {
	from := r.limb(i, c)
	k := i + 1
	if r.w(i) == "lost" && r.kind(k) == lex.Word && r.has(k+1, min(c.end, k+4), "transactions", "joins", "ordering", "atomicity") && !r.preposition(k+1) {
		return from, i > from && !r.problem(from, i) && !r.career(from, c.end) && r.gainBefore(from)
	}
	for k < i+4 && (r.w(k) == "the" || r.w(k) == "their" || r.w(k) == "our" || r.w(k) == "some" || r.w(k) == "its" || r.w(k) == "a") {
		k++
	}
	ok := false
	switch r.w(k) {
	case "freedom", "ability", "option", "right", "convenience", "luxury", "possibility", "choice", "liberty":
		ok = r.w(k+1) == "to" || r.w(k+1) == "of"
	case "flexibility", "isolation", "atomicity", "ordering", "autonomy", "transactions", "joins":
		ok = true
	}
	return from, ok && i > from && !r.problem(from, i) && !r.career(from, c.end) && r.gainBefore(from)
}

// gaveWay reads "with wildcard search removed to get there", "dropped two report types to make room".
func (r *Reading) gaveWay(i int, c *clause) (int, bool) {
	if !(r.w(i) == "there" && (r.w(i-1) == "get" || r.w(i-1) == "got") || r.w(i) == "room" && r.w(i-1) == "make") || r.w(i-2) != "to" {
		return 0, false
	}
	k := -1
	for n := i - 3; n >= c.begin && n >= i-12; n-- {
		switch r.w(n) {
		case "removed", "dropped", "removing", "dropping", "without", "cut", "retired", "deleted", "lost", "switched", "disabled":
			k = n
		}
		if r.sym(n) == ',' {
			break
		}
	}
	return k, k >= 0 && r.w(k+1) != "from" && r.kind(k+1) != lex.Number && !r.career(c.begin, c.end) && r.gainBefore(i)
}

// noneSuch reads "no transactions across shards", "without global ordering", "with no joins".
func (r *Reading) noneSuch(i int, c *clause) (int, bool) {
	for k := i - 1; k >= c.begin && k >= i-4; k-- {
		switch r.w(k) {
		case "no", "without":
			if r.w(i+1) == "lost" || r.w(i+1) == "failed" || r.has(k, i, "lost", "failed", "duplicate", "stuck") || r.kind(i+1) == lex.Word && !r.preposition(i+1) && r.w(i+1) != "and" && r.w(i+1) != "any" {
				return 0, false
			}
			return k, r.gainBefore(k) && !r.career(c.begin, c.end)
		}
		if r.sym(k) != 0 && r.sym(k) != '-' {
			break
		}
	}
	return 0, false
}

// strictHere reads "duplicates are allowed in forecasts and forbidden in settlement", "strict for money, eventual for likes".
func (r *Reading) strictHere(i int, c *clause) (int, bool) {
	if r.career(c.begin, c.end) {
		return 0, false
	}
	switch r.w(i) {
	case "forbidden", "banned", "rejected", "refused":
		k := r.findAny(c.begin, i, "allowed", "tolerated", "permitted", "accepted", "fine", "welcome", "acceptable")
		return c.begin, k > 0 && r.where(k+1) && r.where(i+1)
	case "allowed", "tolerated", "permitted":
		k := r.findAny(c.begin, i, "forbidden", "banned", "refused", "rejected")
		return c.begin, k > 0 && r.where(k+1) && r.where(i+1)
	}
	if !r.where(i+1) && !r.where(i+2) {
		return 0, false
	}
	k := r.findAny(c.begin, i, "strong", "strict", "exact", "serializable", "synchronous", "linearizable", "strongly", "strictly")
	return max(k, c.begin), k >= 0 && r.w(k+1) != "experience" && (r.where(k+1) || r.where(k+2))
}

// where reports whether token i says in which place: "in", "for", "on".
func (r *Reading) where(i int) bool {
	switch r.w(i) {
	case "in", "for", "on", "within", "inside", "across", "between", "everywhere", "elsewhere", "at":
		return true
	}
	return false
}

// onlyThere reads "search covers only the last 90 days", "ordered only per key": less is given than one would wish.
func (r *Reading) onlyThere(i int, c *clause) (int, bool) {
	from := r.limb(i, c)
	if n := i + 2; r.has(i+1, n, "kept", "guaranteed", "ordered", "promised", "supported", "consistent", "exact") && (r.where(n) || r.w(n) == "per") {
		return from, r.beside(i, from, c) // "order is only kept per device"
	}
	if w := r.w(i - 1); (w == "keeping" || w == "storing" || w == "indexing" || w == "covering" || w == "kept") && r.kind(i+1) == lex.Number {
		if r.w(i-2) == "by" || r.w(i-2) == "and" {
			return i - 1, r.gainBefore(i-1) && !r.career(from, c.end)
		}
	}
	if !r.has(max(from, i-4), i, "covers", "cover", "keeps", "keep", "holds", "hold", "stores", "store", "searches", "indexes", "works", "guaranteed", "ordered", "serves", "reaches", "kept") {
		return 0, false
	}
	switch r.w(i + 1) {
	case "inside", "within", "per", "the":
	default:
		if r.kind(i+1) != lex.Number {
			return 0, false
		}
	}
	return from, r.w(from) != "i" && r.beside(i, from, c)
}

// tiesDown reads "which ties us to one vendor", "that rules out a second writer".
func (r *Reading) tiesDown(i int, c *clause) (int, bool) {
	from := r.limb(i, c)
	k := i + 1
	switch r.w(i) {
	case "rules", "ruled":
		if r.w(k) != "out" {
			return 0, false
		}
	default:
		if r.w(k) != "us" && r.w(k) != "teams" && r.w(k) != "every" {
			return 0, false
		}
		if r.w(k+1) != "to" && r.w(k+1) != "into" && r.w(k+1) != "in" {
			return 0, false
		}
	}
	return from, i > from && r.w(i-1) != "i" && r.w(i-1) != "we" && (r.design(k+1, min(c.end, k+8)) || r.has(k+1, min(c.end, k+5), "one", "vendor", "cloud", "single")) && r.beside(i, from, c)
}

// mayPrice reports a word that [Reading.priceAt] looks at.
func mayPrice(w string) bool {
	switch w {
	case "slower", "staler", "costlier", "dearer", "coarser", "weaker", "worse", "heavier", "longer", "later", "larger", "bigger", "higher", "less", "fewer",
		"harder", "more", "twice", "double", "extra", "make", "makes", "made", "making", "leaves", "left", "leaving", "may", "might", "can", "delays", "slows",
		"lowered", "reduced", "shortened", "wait", "waits", "eats", "eat", "ate", "eating", "burns", "spends", "spent", "adds", "added", "adding", "doubles",
		"doubled", "triples", "tripled", "takes", "take", "uses", "replays", "replay", "replayed", "loses", "repeats", "redelivers", "redelivered", "resends",
		"guaranteed", "guarantee", "promised", "promise", "supported", "transactional", "ordered", "instant", "immediate", "lost", "lose", "there", "room", "transactions",
		"joins", "read-your-writes", "ordering", "forbidden", "banned", "rejected", "refused", "allowed", "tolerated", "permitted", "eventual", "eventually",
		"loose", "relaxed", "go", "only", "ties", "locks", "binds", "limits", "rules", "tied", "limited", "ruled":
		return true
	}
	return false
}
