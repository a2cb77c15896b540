package rule

import (
	"unicode/utf8"

	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/lex"
	"github.com/standfirst/standfirst/internal/engine/text"
)

// Fingerprint names a finding by its rule and the words at fault and around them, folded, so that it survives edits
// elsewhere, another message and another version. It is 16 hexadecimal digits.
func Fingerprint(id string, d *lex.Doc, at text.Span) string {
	h := mix(14695981039346656037, id)
	first, last := -1, -1
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if int(t.Start) >= at.End {
			break
		}
		if int(t.End) > at.Start {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	const around = 2
	if first >= 0 && last-first <= 24 { // a longer one is about the whole text: the rule alone names it
		for i := max(0, first-around); i <= min(len(d.Tokens)-1, last+around); i++ {
			if i == first || i == last+1 {
				h = mix(h, "\x00") // the words at fault apart from those around them
			}
			if d.Tokens[i].Kind != lex.Punct {
				h = mixFolded(h, d.Str(i))
			}
		}
	}
	const hex = "0123456789abcdef"
	var out [16]byte
	for i := range out {
		out[15-i] = hex[h&15]
		h >>= 4
	}
	return string(out[:])
}

const prime = 1099511628211

func mix(h uint64, s string) uint64 {
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * prime
	}
	return (h ^ 0x1f) * prime
}

// mixFolded is mix of the word as [lex.Fold] folds it.
func mixFolded(h uint64, s string) uint64 {
	for _, r := range s {
		if r = lex.FoldRune(r); r < utf8.RuneSelf {
			h = (h ^ uint64(r)) * prime
			continue
		}
		var buf [utf8.UTFMax]byte
		for _, c := range buf[:utf8.EncodeRune(buf[:], r)] {
			h = (h ^ uint64(c)) * prime
		}
	}
	return (h ^ 0x1f) * prime
}

// Has reports whether a fact of the kind was read.
func (p *Pass) Has(k fact.Kind) bool {
	for i := range p.Facts {
		if p.Facts[i].Kind == k {
			return true
		}
	}
	return false
}
