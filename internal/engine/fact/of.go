package fact

import (
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/lex"
)

// ofWhat finds the noun phrase that a metric is of, as tokens: the words between percentile and value, the object of the
// verb that moved it, its subject, or what follows "of" and "for" behind it. Equal bounds mean that the clause does not say.
func (r *Reading) ofWhat(d *draft, from, to int) (int, int) {
	if a := r.mainAmount(d); a != nil && a.dim == counts && a.nounLast > a.nounFirst && a.perScale == 0 && !d.hasStated {
		return 0, 0 // a count is of its noun
	}
	// Behind the value: "99.95% availability of the ledger", "a 38% reduction in checkout latency", "70% lower egress cost".
	if f, l := r.ofBehind(d, to); l > f {
		return f, l
	}
	// Before the value, up to the percentile or verb: "p99 checkout latency (820 ms …", "cut invoice rendering from 11 s".
	return r.ofBefore(d, from)
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
	case "latency", "latencies", "throughput", "time", "times", "rate", "rates", "ratio", "availability", "uptime", "cost", "costs", "spend", "spending", "bill", "bills", "lag", "delay",
		"delays", "duration", "use", "usage", "utilisation", "utilization", "footprint", "coverage", "volume", "volumes", "size", "count", "frequency", "performance", "adoption", "speed", "response":
		return true
	}
	return false
}

// leading are words that open a noun phrase and do not belong to it.
func leadingWord(w string) bool {
	switch w {
	case "the", "a", "an", "our", "my", "its", "their", "his", "her", "your", "this", "that", "these", "those", "both", "all", "each", "every", "some",
		"p99", "p95", "p50", "p90", "tail", "median", "peak", "average", "mean", "typical", "overall", "total", "worst-case", "end-to-end", "daily", "monthly", "weekly", "annual", "yearly":
		return true
	}
	return false
}

// trim cuts measure words and articles from the ends of a noun phrase.
func (r *Reading) trim(f, l int) (int, int) {
	for l > f {
		w := r.w(l - 1)
		if measureTail(w) || r.kind(l-1) == lex.Punct || r.kind(l-1) == lex.Clitic || isAdverb(w) || w == "down" || w == "up" {
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
		if leadingWord(r.w(f)) || r.kind(f) == lex.Punct {
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
		if r.w(f) == "end" && r.w(f+1) == "to" && r.w(f+2) == "end" {
			f += 3
			continue
		}
		break
	}
	if l > f && measureTail(r.w(f)) && l == f+1 {
		return 0, 0
	}
	return f, max(f, l)
}

func isAdverb(w string) bool {
	switch w {
	case "steadily", "roughly", "nearly", "almost", "now", "also", "then", "consistently", "well", "just", "only", "again", "gradually", "already", "still", "further", "alone", "itself":
		return true
	}
	return false
}

// phraseEnd is where the noun phrase that starts at token i ends.
func (r *Reading) phraseEnd(i, to int) int {
	k := i
	for k < to && k < i+9 {
		w := r.w(k)
		if r.kind(k) == lex.Punct && r.sym(k) != '/' {
			break
		}
		if k > i && (r.preposition(k) && w != "of" || w == "and" || w == "or" || w == "is" || w == "was" || w == "are" || w == "were" || w == "it" || w == "i" || w == "we" || w == "has" || w == "had" || w == "now" || w == "while" || w == "by" || w == "whose" || w == "not" || w == "never" || w == "last" || w == "this") {
			break
		}
		if k > i && r.verbForm(k) && !r.is(k+1, lex.Hyphen) && !r.is(k, lex.Hyphen) {
			break
		}
		if r.kind(k) == lex.Number && r.owner[k] == 0 && k > i {
			break
		}
		k++
	}
	return k
}

func (r *Reading) ofBehind(d *draft, to int) (int, int) {
	k := d.last
	relative := d.hasStated && d.from < 0 && d.to < 0
	a := r.mainAmount(d)
	if relative || a != nil && a.dim == ratios {
		// "fewer pages", "lower egress cost", "reduction in X", "availability of X", "drop in the X", "faster builds", "off the X".
		word := false
		for k < to && k < d.last+4 {
			w := r.w(k)
			if u := r.unitAt(k, "direction"); u != nil || measureTail(w) && (r.w(k+1) == "of" || r.w(k+1) == "for" || r.w(k+1) == "in" || r.w(k+1) == "on" || r.w(k+1) == "across") {
				word = true
				k++
				continue
			}
			break
		}
		switch w := r.w(k); {
		case w == "in" || w == "of" || w == "for" || w == "on" || w == "off":
			if w == "on" && !word && !relative || w == "for" && !word && !relative || w == "in" && !word {
				return 0, 0
			}
			if r.kind(k+1) != lex.Number && !r.month(k+1) {
				f, l := r.trim(k+1, r.phraseEnd(k+1, to))
				return f, l
			}
		case relative && word && r.kind(k) == lex.Word && !r.preposition(k) && !r.stopWord(k) && w != "than":
			f, l := r.trim(k, r.phraseEnd(k, to))
			if f < l {
				return f, l
			}
		case relative && !word && r.kind(k) == lex.Word && d.factor && measureTail(r.lastOf(k, to)):
			f, l := r.trim(k, r.phraseEnd(k, to))
			if f < l {
				return f, l
			}
			// "4x throughput out of the claims matcher"
			e := r.phraseEnd(k, to)
			for q := e; q < min(to, e+3); q++ {
				if r.w(q) == "of" || r.w(q) == "on" || r.w(q) == "for" || r.w(q) == "in" {
					return r.trim(q+1, r.phraseEnd(q+1, to))
				}
			}
		}
		if relative && d.verb >= 0 && d.value < 0 {
			// "halved the write throughput": the object of the verb.
			return r.objectOf(d, d.verb+1, to)
		}
		return 0, 0
	}
	if relative || d.value < 0 && d.from < 0 && d.to < 0 {
		return 0, 0
	}
	// "65 ms for quotes", "under 40 ms on the quote path", "420 ms of replication lag", "sub-10 ms feature lookups"
	if a != nil && a.dim == times {
		switch r.w(k) {
		case "of":
			return r.trim(k+1, r.phraseEnd(k+1, to))
		}
		if r.kind(k) == lex.Word && !r.preposition(k) && !r.stopWord(k) && d.value >= 0 && !r.verbForm(k) && r.is(k, lex.Space) && r.w(d.first-1) != "at" {
			if u := r.unitAt(k, "direction"); u == nil {
				return r.trim(k, r.phraseEnd(k, to))
			}
		}
	}
	if a != nil && (a.dim == money || a.dim == bytes) {
		switch r.w(k) {
		case "of", "in":
			if r.kind(k+1) == lex.Word {
				return r.trim(k+1, r.phraseEnd(k+1, to))
			}
		}
	}
	return 0, 0
}

// lastOf is the last word of the noun phrase at token i.
func (r *Reading) lastOf(i, to int) string { return r.w(r.phraseEnd(i, to) - 1) }

func (r *Reading) objectOf(d *draft, i, to int) (int, int) {
	e := r.phraseEnd(i, to)
	f, l := r.trim(i, e)
	if f < l {
		return f, l
	}
	if r.w(e) == "of" || r.w(e) == "on" || r.w(e) == "for" || r.w(e) == "in" {
		return r.trim(e+1, r.phraseEnd(e+1, to))
	}
	return 0, 0
}

// ofBefore looks left of the value: over "from", "to", "at", brackets and verbs of being to the noun phrase that is measured.
func (r *Reading) ofBefore(d *draft, from int) (int, int) {
	end := d.first
	if d.pLast > d.pFirst && d.pFirst == d.first {
		// The words between the percentile and the value: "p99 checkout latency (820 ms": the phrase starts at the percentile.
		k := d.pLast
		if r.w(k) == "of" || r.w(k) == "for" || r.w(k) == "on" {
			k++
		}
		e := k
		for e < d.last && r.kind(e) != lex.Number && !r.preposition(e) && r.kind(e) != lex.Punct && !r.verbAny(e) && r.unitAt(e, "bound") == nil {
			e++
		}
		if f, l := r.trim(k, e); l > f {
			// "p99 latency of the ledger from 4 s": the phrase behind "of" is the system.
			return r.withOf(f, l, d)
		}
		if r.w(e) == "of" || r.w(e) == "on" || r.w(e) == "for" || r.w(e) == "in" {
			if f, l := r.trim(e+1, r.boundEnd(e+1, d)); l > f {
				return f, l
			}
		}
	}
	k := end - 1
	// Words between the noun phrase and the value.
	for k >= from {
		w := r.w(k)
		switch w {
		case "from", "to", "at", "by", "(", "—", ":", "of", "is", "are", "was", "were", "in", "with", "down", "up", "around", "about", "under", "within", "below", "a", "an", "stays", "stayed", "stay",
			"held", "holds", "kept", "keeps", "sustained", "sustains", "serves", "serving", "handles", "handling", "answers", "takes", "took", "runs", "running", "dropped", "fell", "went", "goes", "came", "grew",
			"rose", "reached", "that", "which", "now", "averaging", "averages", "has", "had", "carries", "carrying", "processes", "processing", "moves", "clears", "settles", "delivers", "pushes", "sits", "sat", "costs", "cost", "peaks", "returns", "responds",
			"shrank", "climbed", "jumped", "improved", "sustaining", "delivering", "sinks", "ingests", "ingesting", "gets", "got", "accepts", "absorbs", "survives", "replies", "and", "went-from", "for":
			if w == "and" && k != end-1 {
				return 0, 0
			}
			if w == "for" && k != end-1 {
				break
			}
			k--
			continue
		case ",", ";", ")", ".", "it", "i", "we", "they":
			return 0, 0
		}
		if m, ok := r.term(kb.KindVerb, k); ok && (r.verbForm(k) || len(w) > 2 && w[len(w)-1] == 's' && r.Base.Verbs[m.Row].Verb+"s" == w) && r.Base.Verbs[m.Row].Direction != "" && k > from {
			k--
			continue
		}
		break
	}
	if k < from || end-1-k > 5 {
		return 0, 0
	}
	if k == end-1 {
		// Directly before the value: a label ("Replica lag 90 s"), or the object with no preposition ("cut infra spend 31%").
		if r.kind(k) != lex.Word || r.unitAt(k, "bound") != nil {
			return 0, 0
		}
	}
	l := k + 1
	f := l
	for f > from {
		w := r.w(f - 1)
		if r.kind(f-1) == lex.Punct && r.sym(f-1) != '/' || r.kind(f-1) == lex.Clitic {
			break
		}
		if r.kind(f-1) == lex.Number && r.owner[f-1] == 0 {
			break
		}
		if w == "of" && f < l {
			f--
			continue
		}
		if r.preposition(f-1) || w == "and" || w == "or" || w == "i" || w == "we" || w == "it" || w == "which" || w == "now" || w == "while" || w == "not" || w == "is" || w == "are" || w == "was" || w == "run" || w == "runs" {
			break
		}
		if r.verbAny(f-1) && !r.is(f, lex.Hyphen) && !(r.w(f-1) == "lead" || r.w(f-1) == "build" || r.w(f-1) == "load" || r.w(f-1) == "cache" || r.w(f-1) == "index" || r.w(f-1) == "search" || r.w(f-1) == "design") {
			break
		}
		f--
		if leadingWord(w) && w != "p99" && w != "p95" && w != "tail" && w != "median" && w != "peak" {
			break
		}
	}
	f2, l2 := r.trim(f, l)
	if l2 > f2 {
		return f2, l2
	}
	// Only measure words: what they are of stands in front ("throughput of the metrics store from …") or behind.
	return 0, 0
}

// verbAny reports whether token i is a form of a verb that is not plainly a noun.
func (r *Reading) verbAny(i int) bool {
	m, ok := r.term(kb.KindVerb, i)
	if !ok {
		return r.verbLike(i)
	}
	v := &r.Base.Verbs[m.Row]
	w := r.w(i)
	if r.verbForm(i) {
		return true
	}
	for _, n := range v.Nouns {
		if n == w {
			return false
		}
	}
	return true
}

func (r *Reading) verbLike(i int) bool {
	w := r.w(i)
	return len(w) > 5 && (w[len(w)-3:] == "ing" && r.w(i-1) != "the" && r.preposition(i-1) || w[len(w)-2:] == "ed" && r.is(i, lex.Capital))
}

// withOf keeps a phrase, or moves to the system behind "of" when the phrase itself was only a measure.
func (r *Reading) withOf(f, l int, d *draft) (int, int) { return f, l }

// boundEnd is the end of the noun phrase at i that stands before the draft's value.
func (r *Reading) boundEnd(i int, d *draft) int {
	k := i
	for k < d.last && r.kind(k) == lex.Word && !(r.preposition(k) && r.w(k) != "of") && r.unitAt(k, "bound") == nil && !r.verbForm(k) {
		k++
	}
	return k
}
