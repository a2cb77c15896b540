package engine

import (
	"unicode"
	"unicode/utf8"

	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/lex"
)

// notes says what a reader of the report should know about the reading itself.
func notes(r *fact.Reading) []string {
	if r.Doc.Words == 0 {
		return []string{"There is no text to check."}
	}
	if foreign(r) {
		return []string{"The text does not look like English. The rules are made for English, so read the findings with care."}
	}
	return nil
}

// foreign reports a text that is plainly in another language: most of its letters are not Latin, or small words of other
// languages outnumber the English ones.
func foreign(r *fact.Reading) bool {
	letters, latin, english, other := 0, 0, 0, 0
	for i := range r.Doc.Tokens {
		if r.Doc.Tokens[i].Kind != lex.Word {
			continue
		}
		s := r.Doc.Str(i)
		plain := 0 // leading bytes of ASCII
		for plain < len(s) && s[plain] < utf8.RuneSelf {
			if (s[plain]|0x20)-'a' < 26 {
				letters++
				latin++
			}
			plain++
		}
		for _, c := range s[plain:] {
			if unicode.IsLetter(c) {
				letters++
				if unicode.Is(unicode.Latin, c) {
					latin++
				}
			}
		}
		if len(s) > 6 {
			continue // longer than any of these
		}
		switch s {
		case "the", "The", "of", "and", "to", "for", "with", "that", "from", "at", "by", "I", "my", "which", "this", "is", "are", "was", "over", "across", "into", "on":
			english++
		case "der", "die", "das", "und", "mit", "für", "von", "ein", "eine", "ist", "bei", "im", "zu", "auf", "Jahre", "Jahren",
			"le", "la", "les", "des", "du", "et", "avec", "pour", "dans", "une", "sur", "au", "aux", "ans",
			"el", "los", "las", "del", "y", "con", "para", "por", "una", "años", "en",
			"il", "di", "per", "che", "della", "nel", "anni", "e", "da", "dos", "com", "uma", "anos", "não",
			"het", "een", "van", "voor", "met", "op", "och", "för", "av", "som", "jag", "w", "z", "na", "oraz", "i", "się", "lat":
			other++
		}
	}
	return letters > 0 && latin*2 < letters || other >= 4 && other > 2*english
}
