package fact

import (
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/lex"
)

// wordClass says what the extractors ask of nearly every token, so that each word is looked up in their long lists once.
type wordClass uint32

const (
	isPreposition wordClass = 1 << iota
	mayWish                 // a wish may start with it
	mayBackground           // a fact of a background may
	classed                 // the lists were asked

	choiceShift = 8  // the way in which it may tell a trade-off stands in the second byte
	partShift   = 16 // the part of a word that plays only one stands in the third, counted from 1
)

// wordClasses remembers the classes of the words of one base that were met.
type wordClasses struct {
	base *kb.Base
	of   []wordClass // by Word
}

// classify fills class, by token.
func (r *Reading) classify() {
	c := &r.classes
	if c.base != r.Base {
		c.base, c.of = r.Base, make([]wordClass, r.Base.Words())
	}
	r.class = r.class[:0]
	for i, w := range r.Words {
		if w == 0 || r.Doc.Tokens[i].Flags&lex.HasDigit != 0 {
			r.class = append(r.class, classOf(r.low[i], r.flat[i])) // not spelt as the base does
			continue
		}
		if c.of[w] == 0 {
			c.of[w] = classOf(r.low[i], r.flat[i])
		}
		r.class = append(r.class, c.of[w])
	}
}

// classOf asks the lists about a word as [Reading.w] has it, and as [Reading.word] does.
func classOf(w, word string) wordClass {
	c := classed | wordClass(choiceWay(w))<<choiceShift
	if preposes(w) {
		c |= isPreposition
	}
	if wishWord(w) {
		c |= mayWish
	}
	if backgroundWord(word) {
		c |= mayBackground
	}
	if p, ok := closedPart(w); ok {
		c |= wordClass(p+1) << partShift
	}
	return c
}

// closed is the part of token i where its word plays only one.
func (r *Reading) closed(i int) (part, bool) {
	p := part(r.class[i] >> partShift)
	return p - 1, p > 0
}
