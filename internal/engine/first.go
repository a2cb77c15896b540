package engine

import (
	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/lex"
)

// scanWords is how many words a first scan is sure to reach.
const scanWords = 30

// FirstWords counts the first n words of a reading: how many there are, up to n, and the byte offset behind the last of
// them. A compound is one word and ends where its last part does.
func FirstWords(r *fact.Reading, n int) (count, end int) {
	d := &r.Doc
	for i := range d.Tokens {
		if d.CountsAsWord(i) {
			if count == n {
				break
			}
			count++
			end = int(d.Tokens[i].End)
		} else if t := &d.Tokens[i]; count > 0 && (t.Kind == lex.Clitic || t.Flags&lex.Hyphen != 0 && t.Kind != lex.Punct) {
			end = int(t.End)
		}
	}
	return count, end
}
