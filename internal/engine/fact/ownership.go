package fact

import (
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/lex"
)

// ownership reads Ownership facts: a verb of leadership, impact or technical work that the person is the subject of, one fact a
// verb, or a noun that claims the same ("author of the storage standard"). A weak verb claims nothing.
func (r *Reading) ownership() {
	for s := range r.Doc.Sentences {
		from, to := int(r.Doc.Sentences[s].First), int(r.Doc.Sentences[s].Last)
		last, refused := -1, -1 // the token after the last verb taken, and after the last one refused
		spoke := past           // the form of the last verb taken
		for i := from; i < to; {
			if m, ok := r.term(kb.KindRole, i); ok && r.roleOfPerson(i, from) {
				r.ownershipFact(&m)
				i = int(m.Last)
				last, spoke = i, past
				continue
			}
			m, ok := r.verb(i)
			if !ok {
				i++
				continue
			}
			next := int(m.Last)
			switch {
			case r.Base.Verbs[m.Row].Family != "weak" && r.personDoes(&m, from, last, refused, spoke):
				f := r.ownershipFact(&m)
				last, spoke = int(f.Last), r.shape(&m)
			case r.shape(&m) == gerund || r.shape(&m) == base:
				refused = next
			}
			i = max(next, i+1)
		}
	}
}

func (r *Reading) ownershipFact(m *kb.Match) *Fact {
	f := r.add(Ownership, int(m.First), int(m.Last))
	f.Row = m.Row
	return f
}

// form is the grammatical form of a verb.
type form uint8

const (
	past form = iota
	gerund
	third // "owns"
	base  // "own"
)

// shape tells the form in which a verb stands. A verb whose past is spelt like its base form ("cut", "set") is past.
func (r *Reading) shape(m *kb.Match) form {
	v := &r.Base.Verbs[m.Row]
	w := r.w(int(m.First))
	n := len(w)
	lemma := v.Verb
	for k := 0; k < len(lemma); k++ {
		if lemma[k] == ' ' || lemma[k] == '-' {
			lemma = lemma[:k]
			break
		}
	}
	switch {
	case n > 4 && w[n-3:] == "ing" && w != lemma:
		return gerund
	case w == lemma:
		if n > 4 && w[n-2:] == "ed" {
			return past
		}
		for _, f := range v.Forms {
			word := f
			for k := 0; k < len(f); k++ {
				if f[k] == ' ' || f[k] == '-' {
					word = f[:k]
					break
				}
			}
			if l := len(word); word != lemma && !(l > 3 && word[l-3:] == "ing") && word[l-1] != 's' {
				return base // it has a past form of its own
			}
		}
		if len(v.Forms) == 0 {
			return past
		}
		return past
	case n > 2 && w[n-1] == 's' && w[n-2] != 's':
		return third
	}
	return past
}

// verb finds the verb that starts at token i: it is none where a longer phrase means something else, where the form is a noun
// as it stands, or where the words that it needs do not follow.
func (r *Reading) verb(i int) (kb.Match, bool) {
	if m, ok := r.splitVerb(i); ok {
		return m, true
	}
	m, ok := r.term(kb.KindVerb, i)
	if !ok || r.blocked(&m) || r.neverVerb(&m) || r.is(int(m.Last), lex.Hyphen) || r.is(i, lex.Hyphen) && !r.verbPrefix(i-1) {
		return kb.Match{}, false
	}
	v := &r.Base.Verbs[m.Row]
	for _, n := range v.Nouns {
		if r.spells(&m, n) {
			if !r.verbAsItStands(&m) {
				return kb.Match{}, false
			}
			break
		}
	}
	if len(v.Needs) > 0 && !r.needsFollow(int(m.Last), v.Needs) {
		return kb.Match{}, false
	}
	return m, true
}

// neverVerb reports a longer phrase of the verb's own row that holds the match and starts up to six words before it.
func (r *Reading) neverVerb(m *kb.Match) bool {
	for i := max(0, int(m.First)-6); i <= int(m.First); i++ {
		n, ok := r.term(kb.KindNever, i)
		if ok && n.First <= m.First && n.Last >= m.Last && n.Last-n.First > m.Last-m.First {
			return true
		}
	}
	return false
}

func (r *Reading) verbPrefix(i int) bool {
	switch r.w(i) {
	case "re", "co", "pre", "shadow", "dark", "load", "stress", "chaos", "live", "event", "de":
		return true
	}
	return false
}

// spells reports whether the match is spelt as the words, hyphens counted as spaces.
func (r *Reading) spells(m *kb.Match, words string) bool {
	i := int(m.First)
	for start := 0; start <= len(words); {
		end := start
		for end < len(words) && words[end] != ' ' && words[end] != '-' {
			end++
		}
		if i >= int(m.Last) || r.w(i) != words[start:end] {
			return false
		}
		i++
		start = end + 1
	}
	return i == int(m.Last)
}

// needsFollow reports whether the words follow in the same clause, in their order; "#" is any number.
func (r *Reading) needsFollow(i int, needs []string) bool {
	_, to := r.sentence(i - 1)
	for _, n := range needs {
		for ; ; i++ {
			if i >= to || r.clauseEnd(i) {
				return false
			}
			if n == "#" && (r.kind(i) == lex.Number || r.numeralAt(i)) || r.w(i) == n {
				i++
				break
			}
		}
	}
	return true
}

// verbAsItStands decides whether a form that is also a noun or an adjective is the verb. The rule is told at the head of
// data/verbs.yaml.
func (r *Reading) verbAsItStands(m *kb.Match) bool {
	i := int(m.First)
	w := r.w(i)
	from, _ := r.sentence(i)
	if r.kind(from) == lex.Punct {
		from++
	}
	ing := len(w) > 4 && w[len(w)-3:] == "ing"
	if !ing {
		if i == from {
			return !r.headOfNoun(int(m.Last))
		}
		switch p := r.w(i - 1); p {
		case "i", "we", "they", "he", "she", "it", "you", "who", "that", "which", "can", "could", "will", "would", "must", "should", "may", "might",
			"do", "did", "have", "has", "had", "also", "now", "still", "then", "never", "to":
			return true
		default:
			if r.kind(i-1) == lex.Clitic && p != "'s" {
				return true
			}
			if n := len(p); n > 4 && p[n-2:] == "ly" && p != "daily" && p != "weekly" && p != "nightly" && p != "early" && p != "monthly" && p != "hourly" && p != "assembly" {
				return true
			}
		}
	}
	if !r.objectStarts(int(m.Last)) {
		return false
	}
	switch r.w(i - 1) {
	case "the", "a", "an", "this", "that", "these", "those", "each", "every", "all", "both", "some", "any", "no", "my", "our", "its", "their", "his", "her",
		"your", "high", "low", "higher", "lower", "peak", "total", "first", "last", "next", "median", "average", "max", "maximum", "minimum", "big", "large", "small":
		return false
	}
	return !r.preposition(i-1) && r.kind(i-1) != lex.Number && !r.numeralAt(i-1)
}

// headOfNoun reports whether the word at token i makes a form at the start of a sentence the modifier of a noun: "Design documents
// were …", "Test suites that …".
func (r *Reading) headOfNoun(i int) bool {
	if r.objectStarts(i) || r.preposition(i) || r.kind(i) != lex.Word || r.is(i, lex.Capital) || r.w(i) == "and" || r.w(i) == "or" {
		return r.w(i) == "of"
	}
	switch r.w(i) {
	case "is", "are", "was", "were", "has", "have", "stay", "stays", "stayed", "go", "goes", "went", "take", "takes", "come", "comes", "cost", "costs", "run", "ran":
		return true // "Writes are synchronous"
	}
	// A noun behind it that is followed by a finite verb or by a participle is the subject.
	for k := i; k < i+3; k++ {
		if v, ok := r.term(kb.KindVerb, k); ok && r.shape(&v) == past && !r.is(k, lex.Hyphen) {
			return true
		}
		switch r.w(k + 1) {
		case "is", "are", "was", "were", "reviewed", "written", "that", "which", "who", "has", "have":
			return true
		}
		if r.kind(k) != lex.Word {
			break
		}
	}
	return false
}

// splitVerb finds a verb of two parts with its object between them ("argued a rewrite down") that starts at token i.
func (r *Reading) splitVerb(i int) (kb.Match, bool) {
	if r.kind(i) != lex.Word || r.is(i, lex.Hyphen) {
		return kb.Match{}, false
	}
	forms := r.splits.of(r.Base, r.Words[i])
	if len(forms) == 0 || r.preposition(i) || r.stopWord(i) && r.w(i) != "cut" {
		return kb.Match{}, false
	}
	_, to := r.sentence(i)
	for k := i + 2; k < min(to, i+8); k++ {
		if r.clauseEnd(k) || r.sym(k) == ',' || r.w(k) == "and" {
			break
		}
		if !particle(r.w(k)) {
			continue
		}
		for n := range forms {
			form := &forms[n]
			end := r.splitAt(i, k, form.words)
			v := &r.Base.Verbs[form.row]
			if end < 0 || !r.partEnds(end, v) {
				continue
			}
			if w := r.w(end - 1); w == "to" || w == "at" || w == "into" {
				if _, plain := r.term(kb.KindVerb, i); plain {
					continue // "traced the leak to a driver" is told by the plain verb
				}
			}
			if len(v.Needs) > 0 && !r.needsFollow(end, v.Needs) {
				continue
			}
			if form.noun && !r.verbAsItStands(&kb.Match{First: int32(i), Last: int32(i + 1)}) {
				continue
			}
			return kb.Match{Kind: kb.KindVerb, Row: form.row, First: int32(i), Last: int32(end)}, true
		}
	}
	return kb.Match{}, false
}

func nounForm(v *kb.Verb, form string) bool {
	for _, n := range v.Nouns {
		if n == form {
			return true
		}
	}
	return false
}

func particle(w string) bool {
	switch w {
	case "down", "up", "out", "over", "off", "on", "back", "under", "below", "within", "around", "apart", "away", "online", "at", "to", "into":
		return true
	}
	return false
}

// splitAt reports where "first rest" ends when its first word stands at token i and the rest at token k, or -1.
func (r *Reading) splitAt(i, k int, words string) int {
	end := 0
	for end < len(words) && words[end] != ' ' && words[end] != '-' {
		end++
	}
	if end == len(words) || r.w(i) != words[:end] {
		return -1
	}
	for start := end + 1; start <= len(words); {
		end = start
		for end < len(words) && words[end] != ' ' {
			end++
		}
		if r.w(k) != words[start:end] {
			return -1
		}
		k++
		start = end + 1
	}
	return k
}

// partEnds reports whether nothing that the particle would govern follows it: "took the rota over in March", but not "took the rota
// over the weekend".
func (r *Reading) partEnds(i int, v *kb.Verb) bool {
	if len(v.Needs) > 0 {
		return true
	}
	switch r.w(i - 1) {
	case "of", "into", "to", "under", "below", "within", "at": // they always govern what follows
		return true
	}
	if i >= len(r.low) || r.kind(i) == lex.Punct || r.preposition(i) {
		return true
	}
	switch r.w(i) {
	case "and", "or", "while", "when", "without", "before", "twice", "once", "instead", "entirely", "again", "ourselves", "myself":
		return true
	}
	return false
}

// roleOfPerson reports whether a noun of a role is said of the person: "Author of …", ", chair of …", "as the technical lead of …".
func (r *Reading) roleOfPerson(i, from int) bool {
	if r.wishes(i) {
		return false
	}
	k := i - 1
	for k >= from {
		switch r.w(k) {
		case "a", "the", "co", "sole", "an", "lead", "founding", "technical", "original", "first", "former", "current", "currently", "also", "main", "primary":
			k--
			continue
		}
		break
	}
	if k < from {
		return true
	}
	switch r.w(k) {
	case "and", "as", ",", "•", "&", "i", "am", "'m", "was", "been", "became", "then", "now", "(", ")", "/":
		return true
	}
	return r.clauseEnd(k) || r.kind(k) == lex.Clitic && r.w(k) != "'s"
}

// personDoes decides whether the person is the subject of a verb.
func (r *Reading) personDoes(m *kb.Match, from, last, refused int, spoke form) bool {
	i, end := int(m.First), int(m.Last)
	if r.claimed(i, Technology) || r.claimed(i, Title) || r.wishes(i) {
		return false
	}
	if r.is(i, lex.Hyphen) {
		i-- // "shadow-ran", "re-sharded"
	}
	shape := r.shape(m)
	k := i - 1
	if w := r.w(i); w == "proven" && r.w(k) != "have" && r.w(k) != "'ve" && r.w(k) != "has" {
		return false // "proven expertise"
	}
	for k >= from && r.adverb(k) {
		k--
	}
	if k >= from && (r.w(k) == "never" || r.w(k) == "not") {
		return false
	}
	opens := k < from || r.sym(k) == '•' || k == from && r.kind(k) == lex.Punct
	if opens {
		switch shape {
		case past:
			return !r.participle(m, from)
		case gerund:
			return r.objectStarts(end) || r.kind(end) == lex.Word && !r.preposition(end)
		case base:
			return r.kind(end) == lex.Word && !r.preposition(end) || r.kind(end) == lex.Number || r.sym(end) == ',' && r.listedVerb(end+1)
		default:
			return !r.preposition(end) && r.kind(end) != lex.Punct
		}
	}
	switch w := r.w(k); w {
	case "i", "we":
		return shape != gerund && shape != third
	case "'ve":
		return shape == past
	case "'d", "'m", "'re", "am":
		return w == "'m" && shape == gerund || w == "'re" && shape == gerund || w == "am" && shape == gerund
	case "have", "had":
		p := r.w(k - 1)
		return shape == past && (p == "i" || p == "we" || p == "who" || p == "also" || p == "and" || k == from)
	case "has":
		p := r.w(k - 1)
		return shape == past && (p == "who" || p == "he" || p == "she" || k == from)
	case "he", "she":
		return shape == past || shape == third
	case "who":
		// "engineers who" are others; "an engineer who" is the person.
		p := r.w(k - 1)
		return !(len(p) > 2 && p[len(p)-1] == 's' && p != "js") && shape != gerund && shape != base
	case "team", "squad", "group":
		p := r.w(k - 1)
		return (p == "my" || p == "our") && (shape == past || shape == base)
	case "where", "that", "which":
		return false
	case ",", "(", "and", "&", "/", "or", "but", "then", "plus":
		return r.joins(m, k, from, last, refused, shape, spoke)
	}
	if r.clauseEnd(k) {
		return shape == past && !r.participle(m, from) || shape == third || shape == gerund && r.objectStarts(end) || shape == base && (last > from || r.objectStarts(end))
	}
	return false
}

// listedVerb reports whether the list goes on with a verb in its base form: "Design, build and run".
func (r *Reading) listedVerb(i int) bool {
	m, ok := r.term(kb.KindVerb, i)
	return ok && r.shape(&m) == base
}

// adverb reports a word that may stand between a subject and its verb.
func (r *Reading) adverb(k int) bool {
	w := r.w(k)
	switch w {
	case "also", "then", "now", "still", "later", "personally", "first", "twice", "once", "often", "always", "even", "just", "myself", "both", "so", "thus":
		return true
	case "daily", "weekly", "nightly", "early", "monthly", "hourly", "only", "assembly", "reply", "supply", "apply", "family", "july", "anomaly", "assemblly":
		return false
	}
	return len(w) > 4 && w[len(w)-2:] == "ly"
}

// joins decides a verb after a comma or "and": it goes on where the person was the subject before, and not in a list of what the
// person is good at ("skilled in designing, building and testing").
func (r *Reading) joins(m *kb.Match, k, from, last, refused int, shape, spoke form) bool {
	end := int(m.Last)
	mark := k
	for mark > from && (r.w(mark-1) == "," || r.w(mark-1) == "and" || r.w(mark-1) == "then") {
		mark--
	}
	if refused > 0 && refused == mark && (shape == gerund || shape == base) {
		return false
	}
	switch shape {
	case past:
		if r.w(k) == "," || r.w(k) == "(" {
			return !r.participle(m, from)
		}
		// "designed and built": what "and" joins has the subject of the verb before it.
		return last > from && !r.passiveBefore(mark, from)
	case third:
		return last > from && spoke == third
	case gerund:
		if refused > from && mark-refused < 4 {
			return false
		}
		return r.w(k) == "," && (r.objectStarts(end) || last > from) || r.w(k) == "and" && last == mark
	default:
		return last > from && (r.objectStarts(end) || last == mark)
	}
}

// participle reports whether what follows a past form makes it a participle with no object: "built in Go", "used by". Words that
// stand inside a verb of two parts are its object, and "in-memory" is no preposition.
func (r *Reading) participle(m *kb.Match, from int) bool {
	i := int(m.Last)
	if m.Last-m.First > 2 && !r.is(i-1, lex.Hyphen) || r.is(i+1, lex.Hyphen) {
		return false
	}
	switch r.w(i) {
	case "in", "on", "with", "by", "for", "using", "at", "as", "via", "per", "across", "behind":
		return true
	}
	return r.sym(i) == '.' && i-1 != from
}

// passiveBefore reports whether the verb right before token k is passive: "was designed and built".
func (r *Reading) passiveBefore(k, from int) bool {
	v := k - 1
	if v < from {
		return false
	}
	for r.adverb(v-1) && v > from {
		v--
	}
	if _, ok := r.term(kb.KindVerb, v); !ok {
		return false
	}
	return r.passive(v)
}

// splitVerbs are the forms of one base's verbs of two parts, by the word that each starts with: nearly every word of a text starts
// none, and is done with at once.
type splitVerbs struct {
	base  *kb.Base
	at    []uint16 // by Word: its list as index + 1, or 0
	lists [][]splitForm
}

// splitForm is one form of a verb of two parts.
type splitForm struct {
	words string
	row   int32
	noun  bool // a noun as well, as the base form can be
}

// of gives the forms that start with a word, by row.
func (s *splitVerbs) of(b *kb.Base, w kb.Word) []splitForm {
	if s.base != b {
		s.index(b)
	}
	if s.at[w] == 0 {
		return nil
	}
	return s.lists[s.at[w]-1]
}

func (s *splitVerbs) index(b *kb.Base) {
	s.base, s.at, s.lists = b, make([]uint16, b.Words()), nil
	put := func(row int, words string, noun bool) {
		end := 0
		for end < len(words) && words[end] != ' ' && words[end] != '-' {
			end++
		}
		w := b.Lookup(words[:end])
		if s.at[w] == 0 {
			s.lists = append(s.lists, nil)
			s.at[w] = uint16(len(s.lists))
		}
		list := &s.lists[s.at[w]-1]
		*list = append(*list, splitForm{words, int32(row), noun})
	}
	for n := range b.Verbs {
		v := &b.Verbs[n]
		if !v.Split {
			continue
		}
		put(n, v.Verb, true)
		for _, f := range v.Forms {
			put(n, f, nounForm(v, f))
		}
	}
}
