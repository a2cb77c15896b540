package fact

import (
	"github.com/standfirst/standfirst/internal/engine/kb"
)

// patterns reads Pattern facts. A name that is also an ordinary word counts only in technical context. An umbrella term is no
// pattern; event-driven architecture becomes one where a pattern or a broker stands beside it.
func (r *Reading) patterns() {
	begun := len(r.Facts)
	for n := range r.Terms {
		m := &r.Terms[n]
		if !r.patternAt(m) {
			continue
		}
		p := &r.Base.Patterns[m.Row]
		if p.Umbrella || p.Ambiguous && !r.patternContext(m, p) {
			continue
		}
		r.patternFact(m)
	}
	real := len(r.Facts)
	for n := range r.Terms {
		m := &r.Terms[n]
		if m.Kind == kb.KindPattern && r.Base.Patterns[m.Row].Umbrella && r.Base.Patterns[m.Row].ID == "event-driven-architecture" &&
			r.patternAt(m) && r.substantiated(m, begun, real) {
			r.patternFact(m)
		}
	}
}

func (r *Reading) patternFact(m *kb.Match) {
	f := r.add(Pattern, int(m.First), int(m.Last))
	f.Row = m.Row
	for i := int(m.First); i < int(m.Last); i++ {
		if r.free(i) {
			r.claim(i, i+1, Pattern)
		}
	}
}

// patternAt reports whether a match may be a pattern: not meant otherwise, not part of a technology's name, not only wished for.
func (r *Reading) patternAt(m *kb.Match) bool {
	if m.Kind != kb.KindPattern || r.blocked(m) || r.inAddress(m) {
		return false
	}
	if t, ok := r.term(kb.KindTechnology, int(m.First)); ok && t.Last >= m.Last && r.claimed(int(m.First), Technology) && r.Base.Patterns[m.Row].Ambiguous {
		return false // "Envoy sidecar" names both; an ordinary word that starts a product's name does not
	}
	return !r.wishes(int(m.First))
}

// patternContext decides whether an ambiguous name is meant as the pattern: a cue stands near or inside it, a technology or
// another pattern in its clause, something that it needs in its clause, or a verb of making right before it.
func (r *Reading) patternContext(m *kb.Match, p *kb.Pattern) bool {
	first, last := int(m.First), int(m.Last)
	from, to := r.sentence(first)
	for i := max(from, first-10); i < min(to, last+10); i++ {
		if i == first && last-first == 1 {
			continue
		}
		for _, cue := range p.Cues {
			if r.w(i) == cue || len(cue) > len(r.w(i)) && r.phraseAt(i, cue) {
				return true
			}
		}
	}
	begin, end := r.clauseStart(first), last
	for end < to && !r.clauseEnd(end) {
		end++
	}
	for i := begin; i < end; i++ {
		if i >= first && i < last {
			continue
		}
		if r.claimed(i, Technology) {
			return true
		}
		if o, ok := r.term(kb.KindPattern, i); ok && o.Row != m.Row && !r.Base.Patterns[o.Row].Ambiguous && !r.Base.Patterns[o.Row].Umbrella && !r.blocked(&o) {
			return true
		}
		if t, ok := r.term(kb.KindThing, i); ok && r.needed(p, kb.Thingish{Kind: kb.KindThing, Row: t.Row}) && (int(t.Last) == first || int(t.First) == last ||
			r.preposition(last) && int(t.First) <= last+4 && int(t.First) > last || r.preposition(first-1) && int(t.Last) < first && int(t.Last) > first-5) {
			return true
		}
	}
	for i := max(begin, first-3); i < first; i++ {
		if v, ok := r.term(kb.KindVerb, i); ok && int(v.Last) <= first && r.Base.Verbs[v.Row].Family == "technical" && !r.blocked(&v) && r.making(from, i) {
			return true
		}
	}
	return false
}

// needed reports whether a pattern's row speaks of a thing: one that it needs, or one that people put it on by mistake.
func (r *Reading) needed(p *kb.Pattern, t kb.Thingish) bool {
	for _, w := range p.WrongRows() {
		if w == t {
			return true
		}
	}
	for _, need := range p.NeedRows() {
		for _, n := range need {
			if n == t {
				return true
			}
		}
	}
	return false
}

// substantiated reports whether a pattern or a broker technology stands in the umbrella term's sentence.
func (r *Reading) substantiated(m *kb.Match, begun, end int) bool {
	from, to := r.sentence(int(m.First))
	for i := range r.Facts[:end] {
		f := &r.Facts[i]
		if int(f.First) < from || int(f.First) >= to || f.First < m.Last && m.First < f.Last {
			continue
		}
		switch f.Kind {
		case Pattern:
			if i >= begun {
				return true
			}
		case Technology:
			if c := r.Base.Technologies[f.Row].Category; (c == "broker" || c == "streaming") && f.Use == Current {
				return true
			}
		}
	}
	return false
}

// place fills Placed of every Pattern fact with the technologies and patterns that meet its needs. The same sentence is looked
// at first, then the one before and the one after.
func (r *Reading) place() {
	for i := range r.Facts {
		f := &r.Facts[i]
		if f.Kind != Pattern {
			continue
		}
		f.Placed = [4]int32{}
		n := 0
		for _, need := range r.Base.Patterns[f.Row].NeedRows() {
			// One that meets no other need is named before one that meets two.
			if k := r.meets(i, need, f.Placed[:n]); k >= 0 && n < len(f.Placed) {
				f.Placed[n] = int32(k) + 1
				n++
			}
		}
	}
}

// Unmet tells which of a pattern's needs nothing near it meets: one of the things that are returned would. It reports false
// where all needs are met, or there are none. A need is met by a technology or a pattern (then it is in Placed) or by the plain
// noun of a thing, in the pattern's sentence or one next to it.
func (r *Reading) Unmet(f *Fact) (need []kb.Thingish, ok bool) {
	if f.Kind != Pattern {
		return nil, false
	}
	at := -1
	for i := range r.Facts {
		if f == &r.Facts[i] || f.Kind == r.Facts[i].Kind && f.First == r.Facts[i].First && f.Row == r.Facts[i].Row {
			at = i
			break
		}
	}
	for _, need := range r.Base.Patterns[f.Row].NeedRows() {
		if at >= 0 && r.meets(at, need, nil) >= 0 || r.nounMeets(f, need) {
			continue
		}
		return need, true
	}
	return nil, false
}

// meets finds the nearest fact that meets a need of pattern fact i, or -1: in the same sentence before all, a technology in use
// before one that was left. Facts that are placed already are left out.
func (r *Reading) meets(i int, need []kb.Thingish, placed []int32) int {
	f := &r.Facts[i]
	best, score := -1, int32(1<<30)
	for k := range r.Facts {
		o := &r.Facts[k]
		if k == i || o.Kind != Technology && o.Kind != Pattern {
			continue
		}
		gap := o.Sentence - f.Sentence
		if gap < -1 || gap > 1 || !r.fits(o, need) {
			continue
		}
		if o.Kind == Technology && o.Use != Current && o.Use != Former {
			continue
		}
		if taken(placed, int32(k)+1) {
			continue
		}
		distance := o.First - f.First
		if distance < 0 {
			distance = -distance
		}
		if gap != 0 {
			distance += 1000
		}
		if o.Kind == Technology && o.Use == Former {
			distance += 400
		}
		if o.Kind == Pattern {
			distance += 60 // a system says more of where it stands than another pattern does
		}
		if distance < score {
			best, score = k, distance
		}
	}
	return best
}

func taken(placed []int32, k int32) bool {
	for _, p := range placed {
		if p == k {
			return true
		}
	}
	return false
}

// fits reports whether a technology or pattern fact is one of the things.
func (r *Reading) fits(o *Fact, things []kb.Thingish) bool {
	for _, t := range things {
		switch t.Kind {
		case kb.KindPattern:
			if o.Kind == Pattern && o.Row == t.Row {
				return true
			}
		case kb.KindTechnology:
			if o.Kind == Technology && (o.Row == t.Row || r.Base.Technologies[o.Row].ParentRow == t.Row) {
				return true
			}
		case kb.KindThing:
			if o.Kind == Technology && r.isThing(o.Row, t.Row) {
				return true
			}
		}
	}
	return false
}

// isThing reports whether a technology's category is one of a thing's.
func (r *Reading) isThing(technology, thing int32) bool {
	category := r.Base.Technologies[technology].Category
	for _, c := range r.Base.Things[thing].Categories {
		if c == category {
			return true
		}
	}
	return false
}

// nounMeets reports whether a plain noun of one of the things stands in the pattern's sentence or one next to it.
func (r *Reading) nounMeets(f *Fact, need []kb.Thingish) bool {
	s := int(f.Sentence)
	from := r.Doc.Sentences[max(0, s-1)].First
	to := r.Doc.Sentences[min(len(r.Doc.Sentences)-1, s+1)].Last
	for n := range r.Terms {
		m := &r.Terms[n]
		if m.First < from {
			continue
		}
		if m.First >= to {
			break
		}
		if m.Kind != kb.KindThing && m.Kind != kb.KindPattern {
			continue
		}
		for _, t := range need {
			if t.Kind == m.Kind && t.Row == m.Row && !(m.Kind == kb.KindPattern && m.First == f.First) {
				return true
			}
		}
	}
	return false
}

// Misplaced tells where a pattern is put on something that it must not stand on: the thing or technology, and its token. The
// thing must be governed by the pattern in the same clause, as in "Raft across the cache fleet", "a gossip-based ledger" and
// "the cache fleet runs on Raft"; a right thing between the two ("Raft for the metadata of the cache fleet") puts it right.
func (r *Reading) Misplaced(f *Fact) (where kb.Thingish, at int32, ok bool) {
	if f.Kind != Pattern {
		return kb.Thingish{}, 0, false
	}
	p := &r.Base.Patterns[f.Row]
	wrong := p.WrongRows()
	if len(wrong) == 0 {
		return kb.Thingish{}, 0, false
	}
	if r.negated(int(f.First)) {
		return kb.Thingish{}, 0, false
	}
	_, to := r.sentence(int(f.First))
	i := int(f.Last)
	// "gossip-based ledger", "a Raft-backed cache".
	switch r.w(i) {
	case "based", "backed", "driven", "style", "powered", "protected", "coordinated", "replicated":
		i++
	}
	if at := r.phraseHolds(i, to, wrong); at >= 0 {
		t, ok := r.thingAt(at, wrong)
		return t, int32(at), ok
	}
	i = r.phraseEnd(i, to)
	for range 2 {
		if !r.governs(i) || r.w(i+1) == "not" || r.w(i+1) == "never" {
			break
		}
		i++
		if at := r.phraseHolds(i, to, wrong); at >= 0 {
			t, ok := r.thingAt(at, wrong)
			return t, int32(at), ok
		}
		if r.rightPlace(p, i, to) {
			return kb.Thingish{}, 0, false
		}
		i = r.phraseEnd(i, to)
	}
	return r.carriedBy(f, wrong)
}

// carriedBy looks in front of a pattern: "a cache fleet on Raft", "payments over at-most-once delivery".
func (r *Reading) carriedBy(f *Fact, wrong []kb.Thingish) (kb.Thingish, int32, bool) {
	from, _ := r.sentence(int(f.First))
	k := int(f.First) - 1
	for k > from && (r.w(k) == "a" || r.w(k) == "an" || r.w(k) == "the" || r.w(k) == "our" || r.w(k) == "plain" || r.w(k) == "simple") {
		k--
	}
	switch r.w(k) {
	case "on", "over", "with", "using", "via", "by", "through", "under":
	default:
		return kb.Thingish{}, 0, false
	}
	k--
	// One verb may stand between: "the cache fleet runs on Raft", "payments are coordinated by gossip".
	for n := 0; n < 3 && k > from; n++ {
		switch r.w(k) {
		case "runs", "run", "ran", "built", "is", "are", "was", "were", "rests", "lives", "coordinated", "replicated", "delivered", "kept", "consistent", "sent", "based", "works":
			k--
			continue
		}
		break
	}
	for n := 0; n < 3 && k >= from; n, k = n+1, k-1 {
		if r.preposition(k) || r.sym(k) != 0 || r.w(k) == "and" {
			break
		}
		if t, ok := r.thingAt(k, wrong); ok {
			return t, int32(k), true
		}
	}
	return kb.Thingish{}, 0, false
}

// negated reports whether a negation stands right before token i: "no gossip", "without at-most-once delivery", "never eventual".
func (r *Reading) negated(i int) bool {
	for k := i - 1; k >= i-3 && k >= 0; k-- {
		switch r.w(k) {
		case "no", "not", "never", "without", "nor", "against", "dropped", "retired", "removed", "replaced", "gave", "up", "ended", "than":
			return true
		case "a", "an", "the", "our", "any", "for", "on", "of":
			continue
		}
		break
	}
	return false
}

// governs reports whether token i is a preposition by which a pattern is put on something.
func (r *Reading) governs(i int) bool {
	switch r.w(i) {
	case "across", "in", "on", "over", "for", "of", "inside", "within", "through", "into", "onto", "to", "between", "around", "against":
		return true
	}
	return false
}

// phraseEnd is the token after the noun phrase that starts at token i.
func (r *Reading) phraseEnd(i, to int) int {
	for i < to && !r.phraseBreak(i) {
		i++
	}
	return i
}

func (r *Reading) phraseBreak(i int) bool {
	if r.sym(i) != 0 || r.preposition(i) {
		return true
	}
	switch r.w(i) {
	case "and", "or", "but", "is", "are", "was", "were", "has", "have", "keeps", "keep", "kept", "cut", "took", "made", "let", "lets", "ended", "instead", "not":
		return true
	}
	return false
}

// phraseHolds finds one of the things in the noun phrase that starts at token i, or -1. A phrase joined by "and" goes on unless a
// pattern follows, which governs for itself.
func (r *Reading) phraseHolds(i, to int, things []kb.Thingish) int {
	for n := 0; i < to && n < 8; n++ {
		if r.w(i) == "and" || r.w(i) == "or" {
			if _, ok := r.term(kb.KindPattern, i+1); ok {
				return -1
			}
			if _, ok := r.term(kb.KindVerb, i+1); ok {
				return -1
			}
			i++
			continue
		}
		if r.phraseBreak(i) {
			return -1
		}
		if _, ok := r.thingAt(i, things); ok {
			return i
		}
		i++
	}
	return -1
}

// thingAt reports which of the things token i names, as a noun or as a technology.
func (r *Reading) thingAt(i int, things []kb.Thingish) (kb.Thingish, bool) {
	m, noun := r.term(kb.KindThing, i)
	e, tech := r.term(kb.KindTechnology, i)
	tech = tech && r.claimed(i, Technology)
	o, pattern := r.term(kb.KindPattern, i)
	for _, t := range things {
		switch t.Kind {
		case kb.KindThing:
			if noun && m.Row == t.Row || tech && r.isThing(e.Row, t.Row) {
				return t, true
			}
		case kb.KindTechnology:
			if tech && e.Row == t.Row {
				return t, true
			}
		case kb.KindPattern:
			if pattern && o.Row == t.Row {
				return t, true
			}
		}
	}
	return kb.Thingish{}, false
}

// rightPlace reports whether the noun phrase at token i holds something that the pattern needs.
func (r *Reading) rightPlace(p *kb.Pattern, i, to int) bool {
	for _, need := range p.NeedRows() {
		if r.phraseHolds(i, to, need) >= 0 {
			return true
		}
	}
	return false
}
