package fact

import (
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/lex"
)

// part is the part that a word plays in its clause, as far as reading metrics needs it.
type part uint8

const (
	nominal     part = iota // nouns, names, adjectives: what a noun phrase is made of
	determiner              // articles, possessives, quantifiers
	preposition             // with "of"
	conjunction             // and, or
	predicate               // a verb that says something of a subject, or has an object
	auxiliary               // is, has, can
	pronoun
	relative // that, which, whose
	breaker  // a word that opens another clause: while, because, once
	adverb   // with particles: down, up, out
	numeral
	mark
)

// readParts tags every token of the sentences that hold amounts.
func (r *Reading) readParts() {
	r.parts = r.parts[:0]
	for range r.low {
		r.parts = append(r.parts, nominal)
	}
	k := 0
	for s := range r.Doc.Sentences {
		first, last := int(r.Doc.Sentences[s].First), int(r.Doc.Sentences[s].Last)
		for k < len(r.amounts) && int(r.amounts[k].first) < first {
			k++
		}
		wanted := k < len(r.amounts) && int(r.amounts[k].first) < last
		for i := first; i < last && !wanted; i++ {
			// A change may be said by a verb alone.
			wanted = r.factorVerb(i) != nil || isFold(r.w(i))
		}
		if !wanted {
			continue
		}
		for i := first; i < last; i++ {
			r.parts[i] = r.partOf(i, first, last)
		}
	}
}

// at is the part of token i; mark outside the text.
func (r *Reading) at(i int) part {
	if i < 0 || i >= len(r.parts) {
		return mark
	}
	return r.parts[i]
}

func (r *Reading) partOf(i, first, last int) part {
	switch r.kind(i) {
	case lex.Number:
		if r.claimed(i, Technology) || r.is(i, lex.Hyphen) && r.kind(i-1) == lex.Word {
			return nominal // "PHP 8.3", "Sev-1"
		}
		return numeral
	case lex.Word:
	case lex.Clitic:
		if w := r.w(i); w == "'s" || w == "’s" {
			return nominal
		}
		return auxiliary
	default:
		if r.claimed(i, Technology) {
			return nominal // "CI/CD"
		}
		return mark
	}
	if r.claimed(i, Technology) {
		return nominal
	}
	joined := r.is(i, lex.Hyphen) || r.is(i+1, lex.Hyphen)
	if joined {
		return nominal // compounds: "row-by-row", "start-up"
	}
	if isFold(r.w(i)) {
		return adverb
	}
	if p, ok := r.closed(i); ok {
		if p == relative && r.w(i) == "that" && i+1 < last && r.at(i-1) == preposition {
			return pronoun
		}
		return p
	}
	if r.numeralAt(i) {
		return numeral
	}
	if w := r.w(i); len(w) > 4 && w[len(w)-2:] == "ly" && !isAdjective(w) && w != "early" && w != "supply" && w != "assembly" && w != "family" && w != "anomaly" && w != "reply" && w != "friendly" {
		return adverb
	}
	if r.predicateAt(i, first, last) {
		return predicate
	}
	return nominal
}

// closedPart is the part of the words that play only one.
func closedPart(w string) (part, bool) {
	switch w {
	case "the", "a", "an", "our", "my", "its", "their", "his", "her", "your", "this", "these", "those", "each", "every", "some", "any", "no", "both", "all", "another", "either":
		return determiner, true
	case "of", "in", "on", "at", "to", "for", "with", "by", "from", "into", "onto", "over", "under", "across", "behind", "through", "without", "within", "per", "via", "between", "after", "before", "during",
		"since", "against", "off", "around", "above", "below", "among", "past", "near", "toward", "towards", "inside", "outside", "beyond", "despite", "about", "versus", "vs", "throughout", "upon", "like":
		return preposition, true
	case "and", "or", "nor", "plus":
		return conjunction, true
	case "is", "are", "was", "were", "be", "been", "being", "am", "has", "have", "had", "having", "can", "could", "will", "would", "should", "may", "might", "must", "did", "do", "does", "cannot":
		return auxiliary, true
	case "it", "i", "we", "they", "he", "she", "you", "us", "me", "them", "nobody", "everything", "nothing", "everyone", "mine", "ours", "itself", "themselves", "none", "there":
		return pronoun, true
	case "that", "which", "who", "whose", "whom", "where", "what", "how":
		return relative, true
	case "while", "once", "because", "so", "when", "if", "unless", "though", "although", "but", "whenever", "until", "than", "as", "instead", "rather", "whereas", "thanks", "except":
		return breaker, true
	case "now", "also", "then", "well", "just", "only", "again", "already", "still", "further", "alone", "today", "never", "always", "not", "down", "up", "out", "back", "ever", "even", "yet", "too", "away", "almost", "together",
		"later", "ago", "twice", "formerly", "here", "soon", "often":
		return adverb, true
	}
	return nominal, false
}

// predicateAt decides whether a word says something of a subject, where it may be a noun or an adjective as well.
func (r *Reading) predicateAt(i, first, last int) bool {
	w := r.w(i)
	prev, opens := r.at(i-1), false
	if i == first || i == first+1 && r.kind(first) == lex.Punct || prev == mark && r.sym(i-1) != '/' || r.is(i, lex.LineStart) && r.is(i, lex.Capital) {
		opens = true
	}
	switch prev {
	case determiner, numeral:
		if !opens {
			return false
		}
	case preposition:
		if r.w(i-1) != "to" || !opens && !r.baseVerb(i) || r.kind(i+1) == lex.Word && r.w(i-2) == "thanks" {
			return false
		}
		return r.at(i-2) != numeral || r.objectAt(i+1, last)
	case pronoun, auxiliary, relative:
		if !opens {
			return r.verbish(i)
		}
	}
	switch {
	case isPast(w):
		return r.pastAt(i, last, opens)
	case len(w) > 4 && w[len(w)-3:] == "ing":
		return r.verbish(i) && (r.objectAt(i+1, last) && (opens || prev == nominal && (!r.verbBefore(i) || r.in(i, "handling", "serving", "processing", "moving", "carrying", "running", "taking", "answering"))) || opens && i > first && r.kind(i+1) == lex.Word && r.movesNumber(i))
	case len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != 's':
		return r.thirdAt(i, last, opens)
	}
	return r.baseAt(i, last, opens)
}

// isPast reports a past form or participle by its shape.
func isPast(w string) bool {
	if n := len(w); n > 4 && w[n-2:] == "ed" && w[n-3] != 'e' {
		return true
	}
	switch w {
	case "took", "taken", "brought", "fell", "fallen", "rose", "risen", "grew", "grown", "went", "gone", "ran", "kept", "held", "built", "led", "made", "got", "gave", "given", "came", "sat", "stood", "shrank", "shrunk", "sank",
		"won", "lost", "saw", "seen", "met", "drew", "sent", "paid", "wrote", "written", "drove", "driven", "sold", "spent", "found", "began", "became", "sped", "freed", "bought", "used", "sharded", "said", "needed", "fed", "rebuilt",
		"rewrote", "rewritten", "chose", "chosen", "broke", "broken", "woke", "slept", "shed", "hid", "hung", "laid", "caught", "taught", "thrown", "threw", "swept", "dealt", "oversold", "overran":
		return true
	}
	return false
}

// pastAt tells a past tense ("dropped by 97%", "Rewrote the router") from a participle that is an adjective ("failed payments").
func (r *Reading) pastAt(i, last int, opens bool) bool {
	if finitePast(r.w(i)) {
		return true
	}
	next := r.guess(i+1, last)
	prev := r.at(i - 1)
	if opens || prev == conjunction {
		if m, ok := r.term(kb.KindVerb, i); ok && r.Base.Verbs[m.Row].Direction != "" && !incidentAdjective(r.w(i)) {
			return true
		}
		if next != nominal {
			return true
		}
		return !r.subjectGoesOn(i+1, last)
	}
	if prev == adverb {
		return true
	}
	if next == nominal {
		return isPlural(r.w(i-1)) && r.kind(i+1) == lex.Word && !r.movable(i+1)
	}
	return true
}

// finitePast are past tenses that are no participle, so that nothing follows from what stands behind.
func finitePast(w string) bool {
	switch w {
	case "took", "fell", "rose", "grew", "went", "ran", "came", "sat", "stood", "shrank", "sank", "saw", "drew", "wrote", "drove", "began", "became", "gave", "kept", "made", "got":
		return true
	}
	return false
}

// movable reports a word behind which a noun phrase cannot have ended.
func (r *Reading) movable(i int) bool { return r.unitAt(i, "time") != nil }

func incidentAdjective(w string) bool {
	switch w {
	case "failed", "lost", "missed", "dropped", "duplicated", "rejected", "declined", "disputed", "oversold", "unhandled", "unplanned", "delayed", "escalated", "abandoned", "timed", "stuck", "skipped", "unreconciled":
		return true
	}
	return false
}

// subjectGoesOn reports whether the noun phrase from token i has a verb of its own, or ends at a colon, so that a participle
// before it describes it: "Failed payments went from", "Lost messages: 1 in 20,000".
func (r *Reading) subjectGoesOn(i, last int) bool {
	for k := i; k < last && k < i+8; k++ {
		if r.sym(k) == ':' {
			return k-i <= 3 && incidentAdjective(r.w(i-1))
		}
		switch r.guess(k, last) {
		case mark, determiner, conjunction, breaker, relative, numeral, pronoun:
			return false
		case auxiliary:
			return true
		}
		if k > i && (isPast(r.w(k)) || isPlural(r.w(k-1)) && r.plainVerb(r.w(k)) && !measureTail(r.w(k)) || r.w(k) == "down" || r.w(k) == "up" || r.w(k) == "cut") && !r.is(k, lex.Hyphen) {
			return true
		}
	}
	return false
}

// guess is the part of a token that is not tagged yet, from its word alone.
func (r *Reading) guess(i, last int) part {
	if i >= last {
		return mark
	}
	switch r.kind(i) {
	case lex.Number:
		if r.claimed(i, Technology) {
			return nominal
		}
		return numeral
	case lex.Word:
		if r.is(i, lex.Hyphen) || r.is(i+1, lex.Hyphen) && !isNumberWord(r, i) {
			return nominal
		}
		if p, ok := r.closed(i); ok {
			return p
		}
		switch r.w(i) {
		case "billions", "millions", "thousands", "hundreds", "dozens":
			return numeral
		}
		if r.numeralAt(i) {
			return numeral
		}
		if u := r.unitAt(i, "bound"); u != nil {
			return adverb
		}
		if w := r.w(i); len(w) > 4 && w[len(w)-2:] == "ly" && !isAdjective(w) {
			return adverb
		}
		return nominal
	case lex.Clitic:
		return nominal
	}
	if r.sym(i) == '~' || r.sym(i) == '<' || r.sym(i) == '>' || r.sym(i) == '≤' || r.sym(i) == '≥' {
		return numeral
	}
	return mark
}

func isNumberWord(r *Reading, i int) bool { return r.numeralAt(i) }

// objectAt reports whether an object or an amount starts at token i: a determiner, a number, a bound.
func (r *Reading) objectAt(i, last int) bool {
	switch r.guess(i, last) {
	case determiner, numeral, pronoun:
		return true
	case adverb, preposition:
		return r.bounded(i, last)
	case nominal:
		u := r.unitAt(i, "money")
		return u != nil && r.kind(i+1) == lex.Number
	}
	return r.bounded(i, last)
}

// bounded reports whether bound words before a number start at token i: "about 300", not "about wrong balances".
func (r *Reading) bounded(i, last int) bool {
	m, ok := r.term(kb.KindUnit, i)
	if !ok || r.Base.Units[m.Row].Is != "bound" {
		return false
	}
	return r.guess(int(m.Last), last) == numeral || r.w(int(m.Last)) == "a" || r.unitAt(int(m.Last), "bound") != nil
}

// verbBefore reports whether the clause has its verb already before token i; a relative clause's own does not count.
func (r *Reading) verbBefore(i int) bool {
	for k := i - 1; k >= 0; k-- {
		switch r.at(k) {
		case mark:
			if r.sym(k) != '/' {
				return false
			}
		case breaker, relative, conjunction, pronoun:
			return false
		case predicate, auxiliary:
			for n := k - 1; n >= 0 && n >= k-3; n-- {
				switch r.at(n) {
				case relative:
					return false
				case adverb, auxiliary, breaker:
					continue
				}
				break
			}
			return true
		}
	}
	return false
}

// sureVerb are forms in -s that are no nouns.
func sureVerb(w string) bool {
	switch w {
	case "serves", "takes", "sits", "keeps", "stays", "responds", "finishes", "completes", "arrives", "handles", "sustains", "carries", "drains", "clears", "absorbs", "sends", "pushes", "delivers", "relays", "dispatches",
		"supports", "saves", "gets", "goes", "comes", "gives", "meets", "settles", "ingests", "accepts", "survives", "sees", "needs", "leaves", "becomes", "consumes", "exceeds", "propagates", "recovers", "converges", "lets", "lasts":
		return true
	}
	return false
}

// nounToo are forms in -s that are as often nouns: "cold starts 3.8 s", "page loads on the portal".
func nounToo(w string) bool {
	switch w {
	case "loads", "starts", "boots", "renders", "builds", "runs", "stores", "streams", "routes", "drops", "hosts", "peaks", "ends", "returns", "moves", "processes", "feeds", "scales", "costs", "fires", "calls", "reads", "writes", "tests", "queries", "hits", "holds", "stands", "answers", "lands", "falls", "rises", "passes", "uses", "claims", "covers", "totals", "accounts":
		return true
	}
	return false
}

// baseVerb reports a word that the base or the plain list knows as a verb in its base form.
func (r *Reading) baseVerb(i int) bool {
	w := r.w(i)
	if r.plainVerb(w) {
		return true
	}
	_, ok := r.term(kb.KindVerb, i)
	return ok
}

// verbish reports a word that can be a verb at all: after "that", "it" or "is" that is enough.
func (r *Reading) verbish(i int) bool {
	w := r.w(i)
	if isPast(w) || r.baseVerb(i) {
		return true
	}
	n := len(w)
	if r.at(i-1) == auxiliary {
		return n > 4 && w[n-3:] == "ing"
	}
	return r.at(i-1) != relative && n > 3 && w[n-1] == 's' && w[n-2] != 's' || r.at(i-1) == relative && n > 3 && w[n-1] == 's' && w[n-2] != 's' && r.guess(i+1, len(r.low)) != nominal ||
		r.at(i-1) == relative && n > 3 && w[n-1] == 's' && r.at(i-2) == nominal && !isPlural(r.w(i-2))
}

// plainVerb are verbs of systems in the present: what a service, a job or a reader does. Many are nouns as well.
func (r *Reading) plainVerb(w string) bool {
	switch w {
	case "serves", "takes", "sits", "runs", "holds", "keeps", "stays", "stands", "responds", "returns", "answers", "finishes", "completes", "ends", "arrives", "reaches", "lands", "leaves", "lasts", "costs", "needs", "handles", "sustains",
		"peaks", "averages", "tops", "carries", "drains", "clears", "moves", "sees", "absorbs", "drops", "lets", "falls", "rises", "grows", "processes", "sends", "pushes", "delivers", "relays", "dispatches", "fires", "starts", "boots",
		"loads", "renders", "builds", "passes", "replies", "supports", "hosts", "stores", "saves", "uses", "gets", "goes", "comes", "gives", "meets", "feeds", "settles", "scales", "ingests", "streams", "routes", "accepts", "survives", "covers",
		"serve", "take", "sit", "hold", "keep", "stay", "stand", "respond", "return", "answer", "finish", "complete", "end", "arrive", "reach", "land", "leave", "last", "cost", "need", "handle", "sustain", "peak", "average", "carry", "drain",
		"clear", "move", "see", "fall", "rise", "grow", "process", "send", "push", "deliver", "relay", "start", "boot", "load", "render", "pass", "reply", "support", "store", "save", "get", "go", "come", "give", "meet", "hit", "hits", "run", "deploy",
		"depend", "follow", "book", "queue", "converge", "recover", "recovers", "expire", "expires", "warm", "warms", "propagate", "propagates", "roll", "rolls", "flow", "flows", "clock", "clocks", "claim", "trust", "rely", "share", "consume",
		"consumes", "read", "write", "call", "use", "remain", "remains", "cross", "crosses", "buy", "buys", "become", "becomes", "account", "accounts", "total", "totals", "scale", "cut", "show", "shows", "exceed", "exceeds", "beat", "beats", "clears-up", "fail", "fails", "drop":
		return true
	}
	return false
}

// thirdAt decides on a word in -s: a verb behind a singular noun where its object, an amount or a place follows.
func (r *Reading) thirdAt(i, last int, opens bool) bool {
	w := r.w(i)
	prev := r.at(i - 1)
	known := r.plainVerb(w)
	if !known {
		if m, ok := r.term(kb.KindVerb, i); ok {
			known = r.Base.Verbs[m.Row].Verb != ""
		}
	}
	next := r.guess(i+1, last)
	if opens {
		// "Holds 1.3M connections", "Settles €3.1M": what opens a clause is a verb where an object follows; "Deploys reach all nodes" not.
		return known && r.objectAt(i+1, last) && (!nounToo(w) || next == determiner || r.nounSoon(i+1, last))
	}
	if prev == conjunction {
		return known && (next != nominal && next != mark)
	}
	if prev == adverb {
		return known
	}
	if prev != nominal || isPlural(r.w(i-1)) || r.w(i+1) == "of" || r.verbBefore(i) {
		return false
	}
	if sureVerb(w) {
		return true
	}
	if nounToo(w) && !r.determined(i-1) && !(r.objectAt(i+1, last) && r.nounSoon(i+1, last)) && w != "holds" && w != "stands" && w != "answers" && w != "costs" {
		return false
	}
	if r.objectAt(i+1, last) {
		return known
	}
	counted := r.unitAt(i, "noun") != nil
	switch next {
	case preposition, adverb:
		return known && (!counted || r.determined(i-1) && r.in(i+1, "at", "in", "under", "over", "on"))
	case nominal:
		// "restart loops", "drops nothing": a bare noun rarely is the object of a verb that is a noun as well.
		return known && !counted && r.determined(i-1)
	}
	return false
}

// nounSoon reports whether the amount that starts at token i counts something by a noun of its own.
func (r *Reading) nounSoon(i, last int) bool {
	for k := i; k < last && k < i+6; k++ {
		if r.unitAt(k, "noun") != nil {
			return true
		}
		if r.kind(k) == lex.Punct && r.sym(k) != '~' {
			return false
		}
	}
	return r.determined(i - 2)
}

// determined reports whether the noun phrase that ends at token i has a determiner: then it is a sentence's subject rather
// than a bare label.
func (r *Reading) determined(i int) bool {
	for k := i; k >= 0 && k > i-5; k-- {
		switch r.at(k) {
		case determiner:
			return true
		case nominal:
			continue
		}
		return false
	}
	return false
}

// baseAt decides on a base form: a verb behind a plural, or before an object where the clause starts.
func (r *Reading) baseAt(i, last int, opens bool) bool {
	w := r.w(i)
	if !r.baseVerb(i) {
		return false
	}
	next := r.guess(i+1, last)
	if opens || r.at(i-1) == conjunction {
		if r.objectAt(i+1, last) && !(r.kind(i+1) == lex.Number && r.nounOnly(w)) {
			return true
		}
		if !r.movesNumber(i) && r.subjectGoesOn(i+1, last) {
			return false
		}
		if next != nominal && !(next == adverb && r.at(i-1) == conjunction) {
			return false
		}
		if m, ok := r.term(kb.KindVerb, i); ok && !(opens && r.kind(i+1) != lex.Word) {
			for _, n := range r.Base.Verbs[m.Row].Nouns {
				if n == w {
					return r.Base.Verbs[m.Row].Direction == "down" && w != "drop" && w != "decline" && w != "lower"
				}
			}
			return !r.nounOnly(w)
		}
		return next == adverb
	}
	if r.at(i-1) == adverb {
		return next != nominal || r.w(i-1) == "now"
	}
	if w == "cut" || w == "hit" {
		if next == nominal {
			return w == "cut" && r.at(i-1) == nominal && !r.verbBefore(i) && (r.in(i+2, "by", "from") || r.in(i+3, "by", "from"))
		}
		return r.at(i-1) == nominal && next != mark && !r.verbBefore(i)
	}
	if !isPlural(r.w(i-1)) && r.unitAt(i-1, "time") == nil || r.verbBefore(i) {
		return false
	}
	if r.nounOnly(w) && next == preposition && (r.determined(i-1) || r.w(i+1) == "from" || r.w(i+1) == "to") {
		return false
	}
	switch next {
	case nominal:
		return r.w(i) == "see" || r.w(i) == "use" || r.w(i) == "follow"
	case mark:
		return r.plainVerb(w) && (r.sym(i+1) == '.' || r.sym(i+1) == ',') && r.unitAt(i, "noun") == nil && !r.nounOnly(w)
	case preposition:
		return r.w(i+1) != "of" && r.w(i+1) != "per"
	}
	return true
}

// nounOnly are base forms that open a clause as nouns: "Search at 8K QPS", "Load 40 %".
func (r *Reading) nounOnly(w string) bool {
	switch w {
	case "search", "load", "cache", "index", "log", "build", "deploy", "queue", "cost", "peak", "total", "average", "cut-over", "store", "process", "share", "account", "end", "test", "start", "boot", "stream", "route", "return", "last", "read", "write", "call", "lead", "trace", "scale", "line":
		return true
	}
	return false
}

// isPlural reports a plural noun by its shape.
func isPlural(w string) bool {
	switch w {
	case "people", "children", "data", "men", "women":
		return w != "data"
	case "kubernetes", "postgres", "redis", "ios", "aws", "sms", "dns", "os", "tls", "sales", "analytics", "status", "bus", "atlas", "nats", "canvas", "gas", "its", "this", "was", "is", "has":
		return false
	}
	n := len(w)
	return n > 3 && w[n-1] == 's' && w[n-2] != 's' && w[n-2] != 'u' && w[n-2] != 'i'
}

// movesNumber reports a verb that moves a number.
func (r *Reading) movesNumber(i int) bool {
	m, ok := r.term(kb.KindVerb, i)
	return ok && r.Base.Verbs[m.Row].Direction != ""
}

// verbAny reports whether token i is a form of a verb that is not plainly a noun.
func (r *Reading) verbAny(i int) bool {
	if i < 0 || i >= len(r.low) {
		return false
	}
	if _, ok := r.term(kb.KindVerb, i); !ok {
		return false
	}
	if r.at(i) == predicate {
		return true
	}
	return r.verbForm(i)
}
