// Package lex splits technical English into tokens and sentences.
//
// "Node.js", "C++", ".NET", "p99.9", "28K" and "$11K" are each one token. A hyphenated compound is one token a part, each
// later part flagged [Hyphen], so that "at-least-once" and "at least once" read alike; a clitic ("'s", "'ve") is a token of
// its own. Every span that the engine reports is made of token bounds.
package lex

import "github.com/standfirst/standfirst/internal/engine/text"

// Kind is what a token is.
type Kind uint8

// The kinds of token.
const (
	Word   Kind = iota
	Number      // 28K, $400B+, 99.95%, 820ms, 2FA: anything that starts with a digit or a currency sign
	Punct       // one mark; the mark is in Sym, with its look-alikes folded ('—' for every spaced dash, '→' for arrows, '•' for bullets)
	Clitic      // 's 've 'm 'll 'd 're
	URL
	Email
)

// Flags say how a token stands in the text.
type Flags uint16

// The flags of a token.
const (
	Space     Flags = 1 << iota // white space stands before it
	Hyphen                      // joined to the token before by a hyphen
	Dash                        // joined to the token before by an en dash ("8–10K"); Hyphen is set too
	Capital                     // starts with a capital letter
	Upper                       // two or more letters, all of them capitals
	HasDigit                    // a word with a digit in it
	Mixed                       // a capital letter after the first
	LineStart                   // first on its line
	ParaStart                   // a blank line stands before it
	Abbrev                      // ends in a dot that belongs to it ("e.g.", "U.S.")
)

// Token is one token. Start and End are byte offsets.
type Token struct {
	Start, End int32
	Hash       uint32 // FNV-1a of the folded text
	Num        int32  // index into Doc.Numbers, or -1
	Sym        rune   // of a Punct
	Flags      Flags
	Kind       Kind
}

// Span is the token's place.
func (t Token) Span() text.Span { return text.Span{Start: int(t.Start), End: int(t.End)} }

// Is reports whether all the flags are set.
func (t Token) Is(f Flags) bool { return t.Flags&f == f }

// Numeral is what a Number token says, before units and magnitudes are read.
type Numeral struct {
	Value                  float64
	SuffixStart, SuffixEnd int32 // letters right after the digits ("K", "ms", "x")
	Currency               rune  // '$', '€', … or 0
	Decimals               int8  // digits after the decimal point, at most 9
	Groups                 int8  // dots: 2 or more make it a version
	Percent, Plus, Neg     bool
	Grouped                bool // thousands separators were seen
}

// Sentence is a run of tokens [First, End).
type Sentence struct {
	First, Last int32 // half-open token range
	Para        int32 // paragraph number, from 0
	Bullet      bool
	Words       int32
}

// Doc is a lexed text. Its slices are reused by the next call of [Doc.Lex].
type Doc struct {
	Text      string
	Tokens    []Token
	Numbers   []Numeral
	Sentences []Sentence
	Words     int // as a person counts them: a compound is one
}

// Str is the text of token i.
func (d *Doc) Str(i int) string { return d.Text[d.Tokens[i].Start:d.Tokens[i].End] }

// SpanOf is the span of the tokens [first, last).
func (d *Doc) SpanOf(first, last int) text.Span {
	if last <= first {
		return text.Span{}
	}
	return text.Span{Start: int(d.Tokens[first].Start), End: int(d.Tokens[last-1].End)}
}

// SentenceOf is the index of the sentence that holds token i.
func (d *Doc) SentenceOf(i int) int {
	lo, hi := 0, len(d.Sentences)
	for lo < hi {
		m := (lo + hi) / 2
		if int(d.Sentences[m].Last) <= i {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return min(lo, len(d.Sentences)-1)
}

// CountsAsWord reports whether token i starts a word as a person counts: parts of a compound, clitics and marks do not.
func (d *Doc) CountsAsWord(i int) bool {
	t := d.Tokens[i]
	return t.Kind != Punct && t.Kind != Clitic && t.Flags&Hyphen == 0
}
