package rules

import (
	"unicode/utf8"

	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/lex"
	"github.com/standfirst/standfirst/internal/engine/rule"
	"github.com/standfirst/standfirst/internal/engine/text"
)

// wordStart is the flag of a token that white space parts from the one before.
const wordStart = lex.Space

// tokens looks at the words of a pass. Every method answers for a place outside the text as for an empty word.
type tokens struct{ *rule.Pass }

func (t tokens) has(i int) bool { return i >= 0 && i < len(t.Doc.Tokens) }

// in reports whether token i is one of the words, in any casing.
func (t tokens) in(i int, words ...string) bool {
	if uint(i) >= uint(len(t.Doc.Tokens)) {
		return false
	}
	tok := &t.Doc.Tokens[i]
	s := t.Doc.Text[tok.Start:tok.End]
	if s == "" {
		return false
	}
	c := s[0] // folded; a letter beyond ASCII is left to EqualFold
	if c-'A' < 26 {
		c += 'a' - 'A'
	}
	for _, w := range words {
		if len(w) == len(s) && (w[0] == c || c >= utf8.RuneSelf) && lex.EqualFold(s, w) {
			return true
		}
	}
	return false
}

// seq reports whether the words stand from token i on.
func (t tokens) seq(i int, words ...string) bool {
	for k, w := range words {
		if !t.in(i+k, w) {
			return false
		}
	}
	return true
}

func (t tokens) sym(i int) rune {
	if !t.has(i) {
		return 0
	}
	return t.Doc.Tokens[i].Sym
}

func (t tokens) kind(i int) lex.Kind {
	if !t.has(i) {
		return lex.Punct
	}
	return t.Doc.Tokens[i].Kind
}

func (t tokens) is(i int, f lex.Flags) bool { return t.has(i) && t.Doc.Tokens[i].Is(f) }

// sentence is the token range of the sentence that holds token i, without a bullet in front.
func (t tokens) sentence(i int) (first, last int) {
	s := t.Doc.Sentences[t.Doc.SentenceOf(i)]
	first, last = int(s.First), int(s.Last)
	if s.Bullet {
		first++
	}
	return first, last
}

// opening is the span of the first sentence that has words, empty for an empty text.
func (t tokens) opening() text.Span { return t.sentenceSpan(t.firstSentence()) }

// firstSentence is the first sentence that has words, or 0.
func (t tokens) firstSentence() int {
	for n := range t.Doc.Sentences {
		if t.Doc.Sentences[n].Words > 0 {
			return n
		}
	}
	return 0
}

// ending is the span of the last sentence that has words.
func (t tokens) ending() text.Span {
	n := len(t.Doc.Sentences) - 1
	for n > 0 && t.Doc.Sentences[n].Words == 0 {
		n--
	}
	return t.sentenceSpan(n)
}

func (t tokens) sentenceSpan(n int) text.Span {
	if n < 0 || n >= len(t.Doc.Sentences) {
		return text.Span{}
	}
	first, last := t.sentence(int(t.Doc.Sentences[n].First))
	return t.Span(first, last)
}

// term finds the row of a kind whose words start at token i, and where they end.
func (t tokens) term(k kb.Kind, i int) (row int32, last int, ok bool) {
	if m, ok := t.TermAt(k, i); ok {
		return m.Row, int(m.Last), true
	}
	return 0, i, false
}

// fact finds the fact of a kind that covers token i, or -1.
func (t tokens) fact(k fact.Kind, i int) int {
	for n := range t.Facts {
		f := &t.Facts[n]
		if f.Kind == k && int(f.First) <= i && i < int(f.Last) {
			return n
		}
	}
	return -1
}

// factIn finds the first fact of a kind that starts in [first, last), or -1.
func (t tokens) factIn(k fact.Kind, first, last int) int {
	for n := range t.Facts {
		f := &t.Facts[n]
		if f.Kind == k && int(f.First) >= first && int(f.First) < last {
			return n
		}
	}
	return -1
}

// find is the first token of [first, last) that is one of the words, or -1.
func (t tokens) find(first, last int, words ...string) int {
	for i := max(first, 0); i < last; i++ {
		if t.in(i, words...) {
			return i
		}
	}
	return -1
}

// clause is the run of tokens around i between marks that part clauses.
func (t tokens) clause(i int) (first, last int) {
	from, to := t.sentence(i)
	first, last = i, i
	for first > from && !t.parts(first-1) {
		first--
	}
	for last < to && !t.parts(last) {
		last++
	}
	return first, last
}

func (t tokens) parts(i int) bool {
	switch t.sym(i) {
	case ';', ':', '—', '.', '!', '?', '•', '…', '(', ')':
		return true
	}
	return false
}

// wordCount is the number of words in [first, last) as a person counts them.
func (t tokens) wordCount(first, last int) int {
	n := 0
	for i := first; i < last; i++ {
		if t.Doc.CountsAsWord(i) {
			n++
		}
	}
	return n
}

// words are the bytes of the tokens [first, last).
func (t tokens) words(first, last int) string {
	sp := t.Span(first, last)
	return t.Doc.Text[sp.Start:sp.End]
}

// quoted is the text of a span in quotation marks, its middle left out where it is long.
func quoted(s string) string {
	const most = 60
	if len(s) <= most {
		return "“" + s + "”"
	}
	cut := most
	for cut > 0 && s[cut] != ' ' {
		cut--
	}
	if cut == 0 {
		return "“" + s + "”"
	}
	return "“" + s[:cut] + " …”"
}

// tidy widens a run of tokens to whole compounds and takes list marks and conjunctions off its ends.
func (t tokens) tidy(first, last int) (int, int) {
	for first < last-1 && (t.kind(first) == lex.Punct && t.sym(first) != '(' || t.in(first, "and", "or", "but", "with", "who")) {
		first++
	}
	for last > first+1 && (t.kind(last-1) == lex.Punct && t.sym(last-1) != ')' || t.in(last-1, "and", "or", "but", "the", "a", "an")) {
		last--
	}
	for t.is(first, lex.Hyphen) {
		first--
	}
	for t.is(last, lex.Hyphen) {
		last++
	}
	return first, last
}
