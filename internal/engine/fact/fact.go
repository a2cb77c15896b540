// Package fact reads what a summary says: typed facts, each with its place in the text.
//
// Facts are found once, here; rules, the score and the claim check look at them and not at the text. One file holds one
// extractor. A [Reading] is reused from text to text and allocates nothing once it has grown.
package fact

import (
	"unicode/utf8"
	"unsafe"

	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/lex"
	"github.com/standfirst/standfirst/internal/engine/text"
)

// Kind is what a fact is about.
type Kind uint8

// The kinds of fact, as in the report.
const (
	Title Kind = iota
	Years
	Technology
	Metric
	Outcome
	Pattern
	Tradeoff
	Artifact
	Practice
	Org
	Ownership
	Education
	Project
	Contribution
	Closing
	Kinds // their number
)

var kindNames = [Kinds]string{"title", "years", "technology", "metric", "outcome", "pattern", "tradeoff", "artifact", "practice", "org",
	"ownership", "education", "project", "contribution", "closing"}

func (k Kind) String() string { return kindNames[k] }

// Use says in which way a technology is named.
type Use uint8

// The uses of a technology.
const (
	Current  Use = iota
	Former       // migrated from, retired
	Wished       // wants to learn it
	Refused      // "no PHP"
	Employer     // a company that is called so
)

func (u Use) String() string {
	return [...]string{"current", "former", "wished", "refused", "employer"}[u]
}

// Bound says how a number is meant.
type Bound uint8

// The bounds of a number.
const (
	Exact Bound = iota
	About
	AtLeast
	AtMost
	Under
	Over
)

func (b Bound) String() string {
	return [...]string{"exact", "about", "at_least", "at_most", "under", "over"}[b]
}

// Scope says what years were spent on.
type Scope uint8

// The scopes of years.
const (
	Total      Scope = iota
	Focus            // "the last four on Kafka", "five of them in Rust"
	Prior            // in another career
	Internship       // as an intern or trainee
	Employment       // at one employer
)

func (s Scope) String() string {
	return [...]string{"total", "focus", "prior", "internship", "employment"}[s]
}

// Fact is one thing that the text says. Which fields hold something depends on the kind.
type Fact struct {
	Kind        Kind
	Level       kb.Level // title: the level it claims; artifact, practice: where it is a signal
	Use         Use      // technology
	Bound       Bound    // years
	Scope       Scope    // years
	Sentence    int32
	First, Last int32 // tokens, half-open
	Span        text.Span
	Row         int32     // technology, pattern, artifact, practice, ownership (verb): row of the knowledge base, or -1
	Domain      int32     // org: row of Domains, or -1
	Size        int32     // org: head count, or 0
	Metric      int32     // metric, outcome with numbers: index into Reading.Metrics, or -1
	Bundle      int32     // metric: axes of one claim share a number from 1; 0: alone
	Years       float64   // years
	Since       int32     // years: the calendar year it was reckoned from, or 0
	Version     text.Span // technology
	Glued       bool      // technology: part of a compound ("Kafka-backed")
	Placed      [4]int32  // pattern: facts it is placed with, as index + 1; 0 ends
}

// ID is the id that the report gives to fact i: "f1" for the first.
func ID(i int) string {
	i++
	if i < 10 {
		return "f" + string(rune('0'+i))
	}
	var buf [12]byte
	n := len(buf)
	for ; i > 0; i /= 10 {
		n--
		buf[n] = byte('0' + i%10)
	}
	n--
	buf[n] = 'f'
	return string(buf[n:])
}

// Reading is everything that was read from one text.
type Reading struct {
	Base   *kb.Base
	AsOf   kb.Day
	Doc    lex.Doc
	Words  []kb.Word
	Terms  []kb.Match // longest match of every kind at every place
	Says   []kb.Match // phrases, artifacts, practices and level vocabulary
	Facts  []Fact     // by start, then end
	Metric []Measure

	Level     LevelReading
	Specialty SpecialtyReading

	low       []string // every token folded
	arena     []byte   // what low points into
	flat      []string // every token as low has it, but for marks and capitals that low leaves in it (see word)
	class     []wordClass
	inSent    []int32  // by token: its sentence
	clauseAt  []int32  // by token: the start of its clause
	wishing   []bool   // by token: a wish starts there
	wishFrom  []int32  // by sentence: the first token where a wish starts, or one behind the text
	termAt    []int32  // by token: the first of Terms that starts there, or after
	kindsAt   []uint32 // by token: a bit for every kind of term that starts there, and isNumeral
	owner     []uint8  // by token: what already claimed it (see claim)
	amounts   []amount
	techs     []candidate
	drafts    []draft
	periods   []*kb.Unit // of periodsOf
	periodsOf *kb.Base
	parts     []part // by token, in sentences that measure something
	bundles   int32
	splits    splitVerbs
	classes   wordClasses
}

// Reader reads texts with one knowledge base.
type Reader struct {
	Base *kb.Base
}

// Read reads s into r, reusing its memory. AsOf is the day that "since 2016" is reckoned to.
func (rd *Reader) Read(r *Reading, s string, asOf kb.Day) {
	r.Base, r.AsOf = rd.Base, asOf
	r.Facts, r.Metric, r.amounts, r.bundles = r.Facts[:0], r.Metric[:0], r.amounts[:0], 0
	r.Doc.Lex(s)
	r.Words = rd.Base.Annotate(&r.Doc, r.Words[:0])
	r.fold()
	r.owner = r.owner[:0]
	for range r.Words {
		r.owner = append(r.owner, 0)
	}
	r.Terms = rd.Base.Terms(&r.Doc, r.Words, r.Terms[:0])
	r.classify()
	r.locate()
	r.clauses()
	r.Says = rd.Base.Sayings(&r.Doc, r.Words, r.Says[:0])

	// The order matters: a later extractor leaves alone what an earlier one has claimed.
	r.technologies()
	r.titles()
	r.years()
	r.orgs()
	r.readAmounts()
	r.readParts()
	r.measures()
	r.dropOrdinary()
	r.patterns()
	r.artifacts()
	r.tradeoffs()
	r.ownership()
	r.outcomes()
	r.backgrounds()
	r.closing()
	r.sortFacts()
	r.place()
	r.specialty()
	r.level()
}

// isNumeral stands beside the kinds of term in kindsAt: the unit that starts there is a number in words.
const isNumeral = 1 << 31

// numeralAt reports whether a number in words starts at token i.
func (r *Reading) numeralAt(i int) bool {
	return uint(i) < uint(len(r.kindsAt)) && r.kindsAt[i]&isNumeral != 0
}

// locate fills the tables that answer, by token, in which sentence it stands and which terms start there.
func (r *Reading) locate() {
	r.termAt, r.kindsAt, r.inSent = r.termAt[:0], r.kindsAt[:0], r.inSent[:0]
	k, s := 0, int32(0)
	for i := range r.Words {
		for k < len(r.Terms) && int(r.Terms[k].First) < i {
			k++
		}
		bits := uint32(0)
		for n := k; n < len(r.Terms) && int(r.Terms[n].First) == i; n++ {
			if m := &r.Terms[n]; m.Kind == kb.KindUnit && bits&(1<<kb.KindUnit) == 0 && r.Base.Units[m.Row].Is == "numeral" {
				bits |= isNumeral
			}
			bits |= 1 << r.Terms[n].Kind
		}
		for int(s) < len(r.Doc.Sentences)-1 && int(r.Doc.Sentences[s].Last) <= i {
			s++
		}
		r.termAt, r.kindsAt, r.inSent = append(r.termAt, int32(k)), append(r.kindsAt, bits), append(r.inSent, s)
	}
}

// clauses fills the tables that answer, by token, where its clause starts and whether a wish does.
func (r *Reading) clauses() {
	r.clauseAt, r.wishing, r.wishFrom = r.clauseAt[:0], r.wishing[:0], r.wishFrom[:0]
	none := int32(len(r.low))
	for n := range r.Doc.Sentences {
		from, to := int(r.Doc.Sentences[n].First), int(r.Doc.Sentences[n].Last)
		start, first := from, none
		for i := from; i < to; i++ {
			if i > from && r.clauseEnd(i-1) {
				start = i
			}
			wish := r.class[i]&mayWish != 0 && r.Doc.Tokens[i].Kind == lex.Word && r.wishAt(i, from)
			if wish && first == none {
				first = int32(i)
			}
			r.clauseAt, r.wishing = append(r.clauseAt, int32(start)), append(r.wishing, wish)
		}
		r.wishFrom = append(r.wishFrom, first)
	}
}

// fold fills low with every token folded. Words that the base does not know are folded into an arena that the next text
// overwrites: low never leaves the reading, and this keeps reading free of allocations.
func (r *Reading) fold() {
	r.low = r.low[:0]
	if need := 2*len(r.Doc.Text) + 16*len(r.Doc.Tokens); cap(r.arena) < need {
		r.arena = make([]byte, 0, need)
	}
	r.arena = r.arena[:0]
	for i := range r.Doc.Tokens {
		t := &r.Doc.Tokens[i]
		if w := r.Words[i]; w != 0 && t.Flags&lex.HasDigit == 0 {
			r.low = append(r.low, r.Base.Text(w))
			continue
		}
		s := r.Doc.Text[t.Start:t.End]
		if t.Kind != lex.Word || t.Flags&(lex.Capital|lex.Mixed) == 0 {
			r.low = append(r.low, s)
			continue
		}
		n := len(r.arena)
		for _, c := range s {
			r.arena = utf8.AppendRune(r.arena, lex.FoldRune(c))
		}
		if len(r.arena) == n {
			r.low = append(r.low, s)
			continue
		}
		r.low = append(r.low, unsafe.String(&r.arena[n], len(r.arena)-n))
	}
	r.flat = r.flat[:0]
	for _, s := range r.low {
		r.flat = append(r.flat, r.foldWhole(s))
	}
}

// foldWhole folds what fold took as it stands: "10K", "b.Sc". A token that starts with a letter beyond ASCII stays as it is.
func (r *Reading) foldWhole(s string) string {
	k := 0
	for k < len(s) && s[k] < utf8.RuneSelf && s[k]-'A' >= 26 {
		k++
	}
	if k == len(s) || s[0] >= utf8.RuneSelf {
		return s
	}
	n := len(r.arena)
	for _, c := range s {
		r.arena = utf8.AppendRune(r.arena, lex.FoldRune(c))
	}
	return unsafe.String(&r.arena[n], len(r.arena)-n)
}

// sortFacts orders the facts by start, then end, then kind. Facts are few and nearly in order.
func (r *Reading) sortFacts() {
	f := r.Facts
	for i := 1; i < len(f); i++ {
		for k := i; k > 0 && less(&f[k], &f[k-1]); k-- {
			f[k], f[k-1] = f[k-1], f[k]
		}
	}
}

func less(a, b *Fact) bool {
	if a.Span.Start != b.Span.Start {
		return a.Span.Start < b.Span.Start
	}
	if a.Span.End != b.Span.End {
		return a.Span.End < b.Span.End
	}
	return a.Kind < b.Kind
}

// add appends a fact over the tokens [first, last) and returns it.
func (r *Reading) add(k Kind, first, last int) *Fact {
	r.Facts = append(r.Facts, Fact{Kind: k, First: int32(first), Last: int32(last), Span: r.Doc.SpanOf(first, last),
		Sentence: int32(r.sentenceOf(first)), Row: -1, Domain: -1, Metric: -1})
	return &r.Facts[len(r.Facts)-1]
}

// claim marks tokens as spent by a kind of fact, so that a version is no count and a head count is no metric.
func (r *Reading) claim(first, last int, k Kind) {
	for i := first; i < last; i++ {
		r.owner[i] = uint8(k) + 1
	}
}

// claimed reports whether token i is spent by a fact of kind k.
func (r *Reading) claimed(i int, k Kind) bool {
	return i >= 0 && i < len(r.owner) && r.owner[i] == uint8(k)+1
}

// free reports whether no extractor has claimed token i.
func (r *Reading) free(i int) bool { return i >= 0 && i < len(r.owner) && r.owner[i] == 0 }

// w is token i folded; "" outside the text.
func (r *Reading) w(i int) string {
	if uint(i) >= uint(len(r.low)) {
		return ""
	}
	return r.low[i]
}

// word is token i folded in every case: w leaves a number or an address as it is written.
func (r *Reading) word(i int) string {
	if uint(i) >= uint(len(r.flat)) {
		return ""
	}
	return r.flat[i]
}

// sym is the mark at token i, or 0 where it is none.
func (r *Reading) sym(i int) rune {
	if i < 0 || i >= len(r.Doc.Tokens) {
		return 0
	}
	return r.Doc.Tokens[i].Sym
}

// term finds the match of a kind that starts at token i.
func (r *Reading) term(k kb.Kind, i int) (kb.Match, bool) {
	if uint(i) >= uint(len(r.kindsAt)) || r.kindsAt[i]&(1<<k) == 0 {
		return kb.Match{}, false
	}
	for n := int(r.termAt[i]); n < len(r.Terms) && int(r.Terms[n].First) == i; n++ {
		if r.Terms[n].Kind == k {
			return r.Terms[n], true
		}
	}
	return kb.Match{}, false
}

// TermAt is the term of a kind that starts at token i.
func (r *Reading) TermAt(k kb.Kind, i int) (kb.Match, bool) { return r.term(k, i) }

// sentence is the token range of the sentence that holds token i.
func (r *Reading) sentence(i int) (first, last int) {
	s := &r.Doc.Sentences[r.sentenceOf(i)]
	return int(s.First), int(s.Last)
}

// sentenceOf is the number of the sentence that holds token i: the first before the text, the last behind it.
func (r *Reading) sentenceOf(i int) int {
	if uint(i) < uint(len(r.inSent)) {
		return int(r.inSent[i])
	}
	return r.Doc.SentenceOf(i)
}

// clauseEnd reports whether token i ends a clause: a semicolon, a colon, a dash, a bracket or the sentence's end mark.
func (r *Reading) clauseEnd(i int) bool {
	switch r.sym(i) {
	case ';', ':', '—', '.', '!', '?', '•', '…':
		return true
	}
	return false
}

// is reports whether token i is flagged so.
func (r *Reading) is(i int, f lex.Flags) bool {
	return i >= 0 && i < len(r.Doc.Tokens) && r.Doc.Tokens[i].Flags&f == f
}

// kind is the lexical kind of token i; Punct outside the text.
func (r *Reading) kind(i int) lex.Kind {
	if i < 0 || i >= len(r.Doc.Tokens) {
		return lex.Punct
	}
	return r.Doc.Tokens[i].Kind
}

// TechnologyOf is the row of a technology fact.
func (r *Reading) TechnologyOf(f *Fact) *kb.Technology { return &r.Base.Technologies[f.Row] }

// PatternOf is the row of a pattern fact.
func (r *Reading) PatternOf(f *Fact) *kb.Pattern { return &r.Base.Patterns[f.Row] }

// Text is the fact's own words.
func (r *Reading) Text(f *Fact) string { return r.Doc.Text[f.Span.Start:f.Span.End] }
