package fact

import "github.com/standfirst/standfirst/internal/engine/lex"

// phrase is a noun phrase as tokens, with what it was cut down from: the kind of a metric is often in what was cut.
type phrase struct {
	first, last       int // without articles and measure words; equal where nothing is left
	rawFirst, rawLast int // as it stands
}

func (p phrase) empty() bool { return p.last <= p.first }
func (p phrase) said() bool  { return p.rawLast > p.rawFirst }

// ofWhat finds the noun phrase that a metric is of. An empty one means that the clause does not say plainly.
//
// In this order: what stands between the percentile and the value; the noun that the number modifies or the "of" behind it;
// the object of the clause's verb or its subject; a place behind ("40 ms on the quote path").
func (r *Reading) ofWhat(d *draft, from, to int) phrase {
	a := r.mainAmount(d)
	change := d.from >= 0 || d.to >= 0
	if d.verb >= 0 && d.value < 0 && d.hasStated && (d.from < 0 || d.verb == d.first) {
		return r.ofVerb(d, from, to)
	}
	if a == nil {
		if d.hasStated && d.factor {
			return r.ofRelative(d, from, to)
		}
		return r.ofClause(d, from)
	}
	alone := d.hasStated && !change
	if change && d.hasStated {
		// "a 62% reduction in query time on the claims database, from 340 ms to 130 ms"
		for k := d.first; k < min(d.first+4, d.last); k++ {
			if r.unitAt(k, "direction") != nil && (r.w(k+1) == "in" || r.w(k+1) == "of") {
				return r.object(k+2, to)
			}
		}
	}
	if alone && a.dim != times {
		return r.ofRelative(d, from, to)
	}
	if p := r.ofInside(d); p.said() {
		if p.empty() && !change {
			if q := r.ofBehindFor(d, p, to); !q.empty() {
				return q
			}
		}
		if !p.empty() {
			return p
		}
	}
	switch a.dim {
	case money:
		return r.ofMoney(d, a, change, from, to)
	case ratios:
		if !change {
			return r.ofRatio(d, from, to)
		}
	case bytes:
		if !change && !(a.perScale > 0 && a.perScale <= 3600) {
			return r.ofBytes(d, a, from, to)
		}
	case times:
		if !change {
			if p := r.ofModified(d, to); p.said() {
				return p
			}
		}
	}
	p := r.ofClause(d, from)
	if p.empty() {
		if b := r.ofPlace(d, to); !b.empty() {
			b.rawFirst, b.rawLast = pick(p, b)
			return b
		}
		if a.dim == counts || a.dim == rates {
			return r.ofLanding(d, to)
		}
	}
	return p
}

// pick is what the kind is read from: what the clause says, or else the place.
func pick(p, b phrase) (int, int) {
	if p.said() {
		return p.rawFirst, p.rawLast
	}
	return b.rawFirst, b.rawLast
}

func (r *Reading) mainAmount(d *draft) *amount {
	for _, k := range [...]int{d.to, d.from, d.value} {
		if k >= 0 {
			return &r.amounts[k]
		}
	}
	return nil
}

// measureTail are words that close a measured noun phrase and do not belong to it.
func measureTail(w string) bool {
	switch w {
	case "latency", "latencies", "throughput", "time", "times", "rate", "rates", "ratio", "ratios", "availability", "uptime", "cost", "costs", "spend", "spending", "bill", "bills", "lag", "delay", "delays",
		"duration", "durations", "use", "usage", "utilisation", "utilization", "footprint", "coverage", "volume", "volumes", "size", "sizes", "count", "counts", "frequency", "performance", "adoption", "speed",
		"mttr", "mttd", "rto", "rpo", "slo", "slos", "sla", "slas", "downtime", "rent", "price", "expenses", "rps", "qps", "tps", "staleness", "share", "number", "percentile", "ttfb", "budget", "target":
		return true
	}
	return false
}

// leadingWord are words that open a noun phrase and do not belong to it.
func leadingWord(w string) bool {
	switch w {
	case "the", "a", "an", "our", "my", "its", "their", "his", "her", "your", "this", "that", "these", "those", "both", "all", "each", "every", "some", "same", "another", "any",
		"tail", "median", "average", "mean", "typical", "overall", "total", "sustained", "worst", "entire", "whole":
		return true
	}
	return false
}

// trim cuts measure words, articles and statistics from the ends of a noun phrase.
func (r *Reading) trim(f, l int) phrase {
	p := phrase{rawFirst: f, rawLast: l}
	if l <= f {
		return phrase{}
	}
	measured := false
	for l > f {
		w := r.w(l - 1)
		if r.kind(l-1) == lex.Punct && !r.claimed(l-1, Technology) || r.at(l-1) == adverb || r.at(l-1) == determiner || w == "of" || r.at(l-1) == conjunction {
			l--
			continue
		}
		if measureTail(w) && !r.is(l-1, lex.Hyphen) {
			measured = true
			l--
			continue
		}
		if measured && (w == "response" || w == "lead" || (w == "query" || w == "run") && l-1 == f) {
			l--
			continue
		}
		if _, end := r.percentileAt(l - 1); end == l {
			l--
			continue
		}
		break
	}
	for f < l {
		w := r.w(f)
		if leadingWord(w) || r.kind(f) == lex.Punct || r.at(f) == adverb || w == "peak" && l-f > 1 || measured && isAdjective(w) {
			f++
			continue
		}
		if v, end := r.percentileAt(f); v > 0 {
			f = end
			if r.w(f) == "of" {
				f++
			}
			continue
		}
		if w == "end" && r.w(f+1) == "to" && r.w(f+2) == "end" {
			f += 3
			continue
		}
		if measured && (w == "scheduled" || w == "planned" || w == "unplanned" || w == "error" && r.w(f+1) == "budget") {
			f++
			continue
		}
		if (r.at(f) == numeral || r.numeralAt(f)) && r.is(f+1, lex.Hyphen) { // "a seven-node etcd" is an etcd
			for f++; f < l && r.is(f, lex.Hyphen); f++ {
			}
			continue
		}
		break
	}
	if l <= f {
		return p
	}
	if l == f+1 {
		switch r.w(f) {
		case "it", "they", "them", "i", "we", "this", "that", "which", "data", "who", "us", "what", "everything", "nothing", "one", "production", "end", "half", "peak", "life", "work", "p99", "other", "response", "lead", "team", "late", "resulting", "such", "cheaper", "deliberate", "wait", "last", "keeper", "intern":
			return p
		}
	}
	p.first, p.last = f, l
	return p
}

// nounRun is where the noun phrase that starts at token i ends, at the latest before token to. Its own "of" belongs to it.
func (r *Reading) nounRun(i, to int) int {
	k := i
	for k < to && k < i+12 {
		switch r.at(k) {
		case nominal:
			if r.month(k) && r.kind(k+1) == lex.Number {
				return k
			}
		case determiner:
			if k > i && r.w(k-1) != "of" {
				return k
			}
		case numeral:
			if !r.is(k+1, lex.Hyphen) || k > i && r.w(k-1) == "of" {
				return r.withoutOf(k)
			}
			if r.spent(k) {
				return r.withoutOf(k)
			}
		case preposition:
			if r.w(k) != "of" || k == i || r.kind(k+1) != lex.Word {
				return k
			}
		case mark:
			if (r.sym(k) != '/' || k == i || r.is(k+1, lex.Space)) && r.sym(k) != '@' {
				return k
			}
		case adverb:
			if k > i {
				return k
			}
		case conjunction:
			// "ledger and payout services": two names before one head.
			return k
		default:
			return k
		}
		k++
	}
	return k
}

// withoutOf steps back over "of a" that a number cut off.
func (r *Reading) withoutOf(k int) int {
	for k > 0 && (r.at(k-1) == determiner || r.w(k-1) == "of") {
		k--
	}
	return k
}

// spent reports whether an amount that starts at token k is one by itself: "14 nodes", not "seven-node".
func (r *Reading) spent(k int) bool { return r.kind(k+1) != lex.Word }

// ofInside reads what stands between the percentile and the value: "p99 checkout latency (820 ms", "p95 of the feed under 40 ms".
func (r *Reading) ofInside(d *draft) phrase {
	if d.pLast <= d.pFirst || d.pFirst != d.first {
		return phrase{}
	}
	k := d.pLast
	if r.sym(k) == ')' {
		k++
	}
	switch r.w(k) {
	case "of", "for", "on", "in":
		k++
	}
	last := d.last
	for _, n := range [...]int{d.from, d.to, d.value} {
		if n >= 0 && int(r.amounts[n].first) >= d.pLast {
			last = min(last, int(r.amounts[n].first))
		}
	}
	if k < last && (r.at(k) == determiner || r.at(k) == nominal) {
		e := r.nounRun(k, last)
		p := r.trim(k, e)
		if p.empty() && e > k {
			switch r.w(e) {
			case "of", "on", "for", "in":
				if q := r.trim(e+1, r.nounRun(e+1, d.last)); !q.empty() && r.at(e+1) != numeral {
					q.rawFirst, q.rawLast = k, e
					return q
				}
			}
		}
		return p
	}
	return phrase{}
}

// ofBehindFor looks behind the value for a phrase whose front only named the measure.
func (r *Reading) ofBehindFor(d *draft, p phrase, to int) phrase {
	q := r.ofPlace(d, to)
	if q.empty() {
		return p
	}
	q.rawFirst, q.rawLast = p.rawFirst, p.rawLast
	return q
}

// ofPlace reads the phrase right behind a value that says where it was measured: "40 ms on the quote path".
func (r *Reading) ofPlace(d *draft, to int) phrase {
	k := d.last
	for k < to && k < d.last+4 && (measureTail(r.w(k)) || isAdjective(r.w(k)) || r.w(k) == "success" || r.w(k) == "error" && measureTail(r.w(k+1))) {
		k++
	}
	switch r.w(k) {
	case "of", "on", "for", "in":
		if r.w(k) == "in" && k == d.last && (d.from < 0 && d.to < 0) && d.pLast == d.pFirst {
			return phrase{}
		}
		if r.w(k) == "of" && k == d.last {
			return phrase{}
		}
		return r.namedAt(k+1, to)
	}
	return phrase{}
}

// namedAt is the noun phrase at token i unless it says when or where something was measured, and not what.
func (r *Reading) namedAt(i, to int) phrase {
	if r.at(i) == numeral || r.month(i) {
		return phrase{}
	}
	e := r.nounRun(i, to)
	for q := i; q < e; q++ {
		if q+1 < e && !holiday(r.w(q)) {
			continue // only the head counts: "the peak planner" is a system
		}
		if circumstance(r.w(q)) {
			return phrase{}
		}
	}
	return r.trim(i, e)
}

func holiday(w string) bool {
	switch w {
	case "friday", "monday", "sunday", "christmas", "season":
		return true
	}
	return false
}

// circumstance are words that say when or on what something was measured.
func circumstance(w string) bool {
	switch w {
	case "peak", "peaks", "average", "weekday", "weekdays", "weekend", "weekends", "production", "season", "seasons", "day", "days", "month", "months", "year", "years", "week", "weeks", "night", "nights", "hour", "hours", "hardware", "disk", "disks",
		"machine", "machines", "nodes", "hosts", "pods", "cores", "mobile", "friday", "fridays", "monday", "sunday", "christmas", "record", "free", "time", "laptop", "instances", "load", "quarter", "quarters", "box", "boxes", "servers",
		"phone", "network", "metal", "half-year", "sale", "sales", "drill", "drills", "parallel", "total", "memory", "average-case", "return", "exchange", "seconds", "minutes", "regions", "writer", "vps":
		return true
	}
	return false
}

// ofModified reads the noun that a duration modifies: "sub-10 ms feature lookups", "two-minute staleness on the board".
func (r *Reading) ofModified(d *draft, to int) phrase {
	k := d.last
	if d.percentile > 0 && d.pFirst >= d.first && d.pFirst > 0 && d.pLast == d.last {
		return phrase{}
	}
	if r.w(k) == "of" || r.w(k) == "off" {
		if r.w(k) == "off" {
			return r.namedAt(k+1, to)
		}
		return phrase{} // "26 minutes of downtime": a measure, and no system
	}
	if r.at(k) != nominal || r.unitAt(k, "direction") != nil || r.is(k, lex.LineStart) || isStale(r.w(k)) {
		return phrase{}
	}
	e := r.nounRun(k, to)
	p := r.trim(k, e)
	if p.empty() && p.said() {
		switch r.w(e) {
		case "of", "on", "for", "in":
			q := r.namedAt(e+1, to)
			q.rawFirst, q.rawLast = k, e
			return q
		}
	}
	return p
}

func isStale(w string) bool { return w == "stale" || w == "old" || w == "behind" || w == "slower" }

// ofMoney: what is paid for stands behind ("in refunds", "off the hosting bill", "$450,000 database licence"), or is what costs.
func (r *Reading) ofMoney(d *draft, a *amount, change bool, from, to int) phrase {
	k := d.last
	if a.nounLast > a.nounFirst && !change {
		return r.trim(int(a.nounFirst), r.nounRun(int(a.nounFirst), to))
	}
	if !change {
		switch r.w(k) {
		case "of", "in", "off", "on":
			if r.w(k) == "in" && r.is(k+1, lex.Capital) && r.kind(k+1) == lex.Word && r.month(k+1) {
				break
			}
			return r.namedAt(k+1, to)
		}
		if r.at(k) == nominal && r.is(k, lex.Space) && a.per == "" && r.kind(k) == lex.Word && !isPast(r.w(k)) {
			return r.trim(k, r.nounRun(k, to))
		}
		if r.moneyKind(d, a, from, to) != Cost || r.saving(d, from) {
			return phrase{}
		}
	}
	p := r.ofClause(d, from)
	if p.empty() {
		if q := r.ofPlace(d, to); !q.empty() {
			return q
		}
	}
	return p
}

// saving reports whether money was saved rather than spent: then what saved it is not what it is of.
func (r *Reading) saving(d *draft, from int) bool {
	for k := d.first - 1; k >= from && k > d.first-5; k-- {
		switch r.w(k) {
		case "saved", "saves", "saving", "save":
			return true
		}
	}
	return r.w(d.last) == "saved" || r.w(d.last) == "a" && r.w(d.last+2) == "saved"
}

// ofRatio: the whole that a share is of ("70% of traffic"), else the subject, else a place ("97% for map tiles").
func (r *Reading) ofRatio(d *draft, from, to int) phrase {
	k := d.last
	for k < to && k < d.last+4 && (measureTail(r.w(k)) || isAdjective(r.w(k))) {
		k++
	}
	if r.w(k) == "of" {
		if r.w(k+1) == "the" && r.w(k+2) == "time" {
			return r.ofClause(d, from)
		}
		return r.namedAt(k+1, to)
	}
	p := r.ofClause(d, from)
	if p.empty() {
		if q := r.ofPlace(d, to); !q.empty() {
			q.rawFirst, q.rawLast = pick(p, q)
			return q
		}
		// "~0.1% retries": what the share is a share of is named right behind.
		if d.last == k && r.at(k) == nominal && r.kind(k) == lex.Word && r.kind(k+1) != lex.Word && isPlural(r.w(k)) {
			return r.trim(k, k+1)
		}
	}
	if d.last == k && r.at(k) == nominal && r.kind(k) == lex.Word && isPlural(r.w(k)) && r.kind(k+1) != lex.Word && !measureTail(r.w(k)) {
		return r.trim(k, k+1)
	}
	if k > d.last && r.at(k) == nominal && r.kind(k) == lex.Word && p.empty() {
		return r.trim(k, r.nounRun(k, to)) // "99.9% uptime weather service"
	}
	if p.empty() && d.last == k && r.nines(d) && r.at(k) == nominal {
		return r.trim(k, r.nounRun(k, to))
	}
	return p
}

func (r *Reading) nines(d *draft) bool { return d.value >= 0 && r.amounts[d.value].nines }

// ofBytes: what the bytes are ("9 PB of genome files", "a 3.4 TB Postgres table"), or what has that size ("cache of 640 GB").
func (r *Reading) ofBytes(d *draft, a *amount, from, to int) phrase {
	if a.nounLast > a.nounFirst {
		p := r.trim(int(a.nounFirst), int(a.nounLast))
		return p
	}
	k := d.last
	if r.w(k) == "of" || r.w(k) == "in" && a.per != "" {
		if isAdjective(r.w(k + 1)) {
			k++
		}
		return r.namedAt(k+1, to)
	}
	if r.at(k) == nominal && r.kind(k) == lex.Word && a.per == "" {
		p := r.trim(k, r.nounRun(k, to))
		if w := r.w(k); w == "tenant" {
			return phrase{rawFirst: p.rawFirst, rawLast: p.rawLast}
		}
		return p
	}
	switch r.w(d.first - 1) {
	case "of", "at", "is", "to", "holds", ":":
		if a.per == "" {
			return r.ofClause(d, from)
		}
	}
	return phrase{}
}

// ofLanding: what takes a rate that is itself the subject: "12K writes a second land in our ring".
func (r *Reading) ofLanding(d *draft, to int) phrase {
	if d.value < 0 || r.at(d.last) != predicate {
		return phrase{}
	}
	k := d.last + 1
	switch r.w(k) {
	case "in", "on", "through", "into", "across":
		k++
	}
	return r.trim(k, r.nounRun(k, to))
}

// ofVerb: the object of a verb that is a change by itself ("halved the pager load"), or its subject ("traffic doubled").
func (r *Reading) ofVerb(d *draft, from, to int) phrase {
	k := d.verb + 1
	if r.at(k) == determiner || r.at(k) == nominal && r.w(d.verb-1) != "was" || r.w(k) == "tail" {
		if r.w(k) != "twice" {
			return r.object(k, to)
		}
	}
	return r.ofClause(d, from)
}

// ofRelative: "38% reduction in checkout latency", "40% off the bill", "4x throughput", "a third of the fee", else the clause's
// object or subject, else a place.
func (r *Reading) ofRelative(d *draft, from, to int) phrase {
	k := d.last
	word, head := false, phrase{}
	// "a 40% latency reduction on the quote path", "a 20% spend increase"
	for e := k + 1; e < min(to, k+4) && r.at(k) == nominal; e++ {
		if r.in(e, "reduction", "increase", "drop", "decrease", "improvement", "gain", "saving", "savings", "cut", "boost", "speedup") && !r.is(e, lex.Hyphen) {
			p := r.trim(k, e)
			if p.empty() && r.in(e+1, "of", "in", "on", "for", "across") {
				if q := r.namedAt(e+2, to); !q.empty() {
					q.rawFirst, q.rawLast = k, e
					return q
				}
			}
			return p
		}
		if r.at(e) != nominal {
			break
		}
	}
	for k < to && k < d.last+3 {
		if r.unitAt(k, "direction") != nil && r.w(k) != "off" {
			word = true
			k++
			continue
		}
		break
	}
	w := r.w(k)
	if (w == "out" || w == "away") && r.w(k+1) == "of" {
		k++
		w = "of"
	}
	switch {
	case w == "of" || w == "off" || word && (w == "in" || w == "for" || w == "on"):
		if r.at(k+1) != numeral && !r.month(k+1) {
			if w == "in" {
				if e := r.nounRun(k+1, to); circumstance(r.w(e-1)) && !measureTail(r.w(e-1)) {
					break
				}
			}
			return r.object(k+1, to)
		}
	case r.w(k) == "end" && r.w(k+1) == "to":
	case (r.at(k) == nominal && r.kind(k) == lex.Word || r.at(k) == determiner && k == d.last && (d.factor || r.w(k) == "the")) && (word || d.factor || d.value >= 0 && r.amounts[d.value].word):
		p := r.object(k, to)
		if !p.empty() {
			return p
		}
		head = p
		e := p.rawLast
		if r.w(e) == "out" && r.w(e+1) == "of" {
			e++
		}
		switch r.w(e) {
		case "of", "on", "for", "in":
			if q := r.namedAt(e+1, to); head.said() && !q.empty() {
				q.rawFirst, q.rawLast = head.rawFirst, head.rawLast
				return q
			}
		}
		if head.said() {
			return head
		}
	}
	p := r.ofInside(d)
	if p.said() && !p.empty() {
		return p
	}
	q := r.ofClause(d, from)
	if q.empty() {
		if b := r.ofPlace(d, to); !b.empty() && r.w(d.last) != "for" {
			b.rawFirst, b.rawLast = pick(q, b)
			if p.said() {
				b.rawFirst, b.rawLast = p.rawFirst, p.rawLast
			}
			return b
		}
		if p.said() {
			return p
		}
	}
	return q
}

// object is the noun phrase at token i, or the one behind it when it is only a measure: "the throughput of the label queue".
func (r *Reading) object(i, to int) phrase {
	e := r.nounRun(i, to)
	// "the indexing rate of our product search": behind a measure stands the system.
	for k := i; k+1 < e; k++ {
		if (measureTail(r.w(k)) || r.w(k) == "load" && k > i && r.w(k-1) == "peak") && r.w(k+1) == "of" {
			p := r.trim(k+2, e)
			p.rawFirst, p.rawLast = i, k+1
			if r.w(k) == "share" || r.w(k) == "number" {
				p.rawFirst, p.rawLast = k+2, e
			}
			return p
		}
	}
	if r.w(e) == "to" && r.timeTo(i, e) {
		return r.infinitive(i, e, to)
	}
	if r.w(e) == "from" && r.w(e-1) == "time" && r.kind(e+1) == lex.Word {
		// "time from merge to production" stays whole.
		if n := r.nounRun(e+1, to); r.w(n) == "to" && n > e+1 {
			if l := r.nounRun(n+1, to); l > n+1 && r.kind(n+1) == lex.Word && r.at(n+1) == nominal {
				return phrase{first: i, last: l, rawFirst: i, rawLast: e}
			}
		}
	}
	p := r.trim(i, e)
	peak := r.w(e-1) == "load" && e-i <= 3 && (e-i == 1 || r.w(i) == "peak")
	if p.said() && (p.empty() || peak && p.last-p.first == 1) {
		if r.sym(e) == '(' { // "(p99) of inventory reads"
			if _, end := r.percentileAt(e + 1); end > e+1 && r.sym(end) == ')' {
				e = end + 1
			}
		}
		switch r.w(e) {
		case "of", "on", "for", "in":
			if q := r.namedAt(e+1, to); !q.empty() && r.at(e+1) != numeral {
				q.rawFirst, q.rawLast = i, e
				return q
			}
		}
	}
	return p
}

// timeTo reports a phrase such as "time" before "to detect a bad deploy".
func (r *Reading) timeTo(i, e int) bool {
	return (r.w(e-1) == "time" || r.w(e-1) == "lead-time") && r.kind(e+1) == lex.Word && r.at(e+1) != determiner && r.at(e+1) != numeral
}

// infinitive is a phrase that stays whole: "time to detect a bad deploy", "time to first byte".
func (r *Reading) infinitive(i, e, to int) phrase {
	k := e + 1
	if r.at(k) == predicate || r.baseVerb(k) || r.at(k+1) == determiner {
		k++
	}
	end := r.nounRun(k, to)
	f := i
	for f < e && (leadingWord(r.w(f)) || r.percent(f)) {
		f++
	}
	return phrase{first: f, last: end, rawFirst: f, rawLast: e}
}

func (r *Reading) percent(i int) bool {
	v, _ := r.percentileAt(i)
	return v > 0
}
