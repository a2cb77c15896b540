package lex

import (
	"unicode"
	"unicode/utf8"
)

const (
	fnvOffset = 2166136261
	fnvPrime  = 16777619
)

// Hash is the hash of a word as tokens carry it: FNV-1a over the folded bytes.
func Hash(word string) uint32 { return hashFold(word) }

func hashFold(s string) uint32 {
	h := uint32(fnvOffset)
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			return hashFoldUnicode(s)
		}
		if c-'A' < 26 {
			c += 'a' - 'A'
		}
		h = (h ^ uint32(c)) * fnvPrime
	}
	return h
}

func hashFoldUnicode(s string) uint32 {
	h := uint32(fnvOffset)
	var buf [utf8.UTFMax]byte
	for _, r := range s {
		n := utf8.EncodeRune(buf[:], FoldRune(r))
		for _, c := range buf[:n] {
			h = (h ^ uint32(c)) * fnvPrime
		}
	}
	return h
}

// FoldRune maps letters that read alike to one: lower case, and straight quotes for curly ones.
func FoldRune(r rune) rune {
	switch r {
	case '’', '‘':
		return '\''
	case 'µ':
		return 'μ'
	}
	if r < utf8.RuneSelf {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	return unicode.ToLower(r)
}

// Fold returns s as the knowledge base stores words.
func Fold(s string) string {
	buf := make([]byte, 0, len(s))
	for _, r := range s {
		buf = utf8.AppendRune(buf, FoldRune(r))
	}
	return string(buf)
}

const foldMax = 16

// foldShort is Fold for comparing with short ASCII words: it writes to buf and gives nothing for a longer word.
func foldShort(s string, buf []byte) []byte {
	if len(s) > foldMax {
		return nil
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c-'A' < 26 {
			c += 'a' - 'A'
		}
		buf = append(buf, c)
	}
	return buf
}

// EqualFold reports whether s, folded, equals the already folded word.
func EqualFold(s, folded string) bool {
	if len(s) == len(folded) {
		i := 0
		for ; i < len(s); i++ {
			c := s[i]
			if c >= utf8.RuneSelf {
				break
			}
			if c-'A' < 26 {
				c += 'a' - 'A'
			}
			if c != folded[i] {
				return false
			}
		}
		if i == len(s) {
			return true
		}
	}
	for _, r := range s {
		f, n := utf8.DecodeRuneInString(folded)
		if n == 0 || FoldRune(r) != f {
			return false
		}
		folded = folded[n:]
	}
	return folded == ""
}
