package rules

import (
	"unicode/utf8"

	"github.com/standfirst/standfirst/internal/engine/rule"
	"github.com/standfirst/standfirst/internal/engine/text"
)

var emojiOrDecoration = &rule.Rule{
	ID:       "emoji-or-decoration",
	Title:    "Emoji or decoration",
	Why:      "Pictures and drawn lines are lost or garbled in many résumé systems, and they take the eye from the words.",
	Mend:     "Let the words stand alone; a plain bullet or a full stop does the same work.",
	Group:    rule.Form,
	Severity: rule.Suggestion,
	Sources:  []string{"standfirst-rubric"},
	Run:      runEmojiOrDecoration,
}

func runEmojiOrDecoration(p *rule.Pass) {
	s := p.Doc.Text
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if !drawnMarks[c] {
				i++
				continue
			}
			n := 1
			for i+n < len(s) && s[i+n] == c {
				n++
			}
			if n >= 3 {
				p.Report(text.Span{Start: i, End: i + n}, "“"+s[i:i+n]+"” is drawn and not written.")
				return
			}
			i += n
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if decoration(r) {
			end := i + n
			for end < len(s) {
				r, n := utf8.DecodeRuneInString(s[end:])
				if !decoration(r) && r != '\u200d' && r != '\ufe0f' {
					break
				}
				end += n
			}
			p.Report(text.Span{Start: i, End: end}, "“"+s[i:end]+"” is a picture and not a word.")
			return
		}
		i += n
	}
}

// drawnMarks are the marks that lines are drawn with.
var drawnMarks = [utf8.RuneSelf]bool{'*': true, '=': true, '~': true, '_': true, '#': true, '-': true, '>': true, '<': true, '|': true}

// decoration reports whether a rune is an emoji or an ornament. Arrows, dots and check marks that people use as plain signs are
// none.
func decoration(r rune) bool {
	switch {
	case r >= 0x1F000 && r <= 0x1FAFF:
		return true
	case r >= 0x2600 && r <= 0x27BF:
		return r != '✓' && r != '✔' && r != '➔' && r != '➜' && r != '➝' && r != '➢' && r != '❖'
	case r >= 0x2B50 && r <= 0x2B55, r >= 0x2500 && r <= 0x259F, r >= 0x2B00 && r <= 0x2B1C:
		return true
	}
	return r == '★' || r == '☆' || r == '◆' || r == '◇' || r == '▶' || r == '◀'
}
