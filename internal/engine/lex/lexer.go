package lex

import (
	"unicode"
	"unicode/utf8"
)

const (
	cSpace = 1 << iota
	cLetter
	cDigit
	cNewline
)

var class = func() (t [utf8.RuneSelf]uint8) {
	t[' '], t['\t'], t['\v'], t['\f'] = cSpace, cSpace, cSpace, cSpace
	t['\n'], t['\r'] = cSpace|cNewline, cSpace|cNewline
	for c := 'a'; c <= 'z'; c++ {
		t[c], t[c-'a'+'A'] = cLetter, cLetter
	}
	t['_'] = cLetter
	for c := '0'; c <= '9'; c++ {
		t[c] = cDigit
	}
	return t
}()

type lexer struct {
	d     *Doc
	s     string
	pos   int
	flags Flags // of the next token
}

// Lex reads s into d, reusing its slices.
func (d *Doc) Lex(s string) {
	d.Text = s
	d.Tokens, d.Numbers, d.Sentences = d.Tokens[:0], d.Numbers[:0], d.Sentences[:0]
	l := lexer{d: d, s: s, flags: LineStart}
	l.run()
	d.split()
}

func (l *lexer) peek(off int) byte {
	if i := l.pos + off; i >= 0 && i < len(l.s) {
		return l.s[i]
	}
	return 0
}

// letterAt reports whether a letter starts at offset i, and its width.
func (l *lexer) letterAt(i int) (int, bool) {
	if i >= len(l.s) {
		return 0, false
	}
	if c := l.s[i]; c < utf8.RuneSelf {
		return 1, class[c]&cLetter != 0
	}
	r, n := utf8.DecodeRuneInString(l.s[i:])
	return n, unicode.IsLetter(r) || unicode.IsMark(r) || r == '\u00ad'
}

func (l *lexer) digitAt(i int) bool { return i < len(l.s) && l.s[i]-'0' < 10 }

func (l *lexer) run() {
	newlines := 0
	for l.pos < len(l.s) {
		c := l.s[l.pos]
		if c < utf8.RuneSelf && class[c]&cSpace != 0 {
			if c == '\n' || c == '\r' && l.peek(1) != '\n' {
				newlines++
				l.flags |= LineStart
				if newlines > 1 {
					l.flags |= ParaStart
				}
			}
			l.flags |= Space
			l.pos++
			continue
		}
		if c >= utf8.RuneSelf {
			r, n := utf8.DecodeRuneInString(l.s[l.pos:])
			if unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' {
				if r == '\u2028' || r == '\u2029' || r == '\u0085' {
					l.flags |= LineStart
				}
				l.flags |= Space
				l.pos += n
				continue
			}
		}
		newlines = 0
		l.token(c)
		l.flags = 0
	}
}

func (l *lexer) token(c byte) {
	switch {
	case c-'0' < 10:
		l.number(l.pos, 0)
		return
	case c == '$':
		if l.digitAt(l.pos + 1) {
			l.number(l.pos+1, '$')
			return
		}
	case c == '.':
		if l.digitAt(l.pos+1) && l.flags&Space != 0 {
			l.number(l.pos, 0)
			return
		}
		if n, ok := l.letterAt(l.pos + 1); ok && n == 1 && (l.flags&(Space|LineStart) != 0 || l.opens()) && l.s[l.pos+1]-'A' < 26 {
			l.word()
			return
		}
	case c == '-' && l.digitAt(l.pos+1) && l.flags&Space != 0 && l.flags&LineStart == 0:
		at := len(l.d.Tokens) // what is joined to the number follows it
		l.pos++
		l.number(l.pos, 0)
		t := &l.d.Tokens[at]
		l.d.Numbers[t.Num].Neg = true
		t.Start--
		return
	}
	if c >= utf8.RuneSelf {
		r, n := utf8.DecodeRuneInString(l.s[l.pos:])
		switch r {
		case '€', '£', '¥', '₹':
			if l.digitAt(l.pos + n) {
				l.number(l.pos+n, r)
				return
			}
		}
	}
	if _, ok := l.letterAt(l.pos); ok {
		l.word()
		return
	}
	l.punct()
}

// opens reports whether the token before lets a name that starts with a dot follow without a space.
func (l *lexer) opens() bool {
	n := len(l.d.Tokens)
	if n == 0 {
		return true
	}
	t := l.d.Tokens[n-1]
	return t.Kind == Punct && (t.Sym == '(' || t.Sym == '/' || t.Sym == ',' || t.Sym == '"')
}

func (l *lexer) add(kind Kind, start, end int, flags Flags) *Token {
	l.d.Tokens = append(l.d.Tokens, Token{Start: int32(start), End: int32(end), Kind: kind, Flags: flags | l.flags, Num: -1})
	l.pos = end
	return &l.d.Tokens[len(l.d.Tokens)-1]
}

// join sees a hyphen or an en dash between two characters of words and flags the next token as joined.
func (l *lexer) join() {
	var n int
	var f Flags
	switch c := l.peek(0); {
	case c == '-':
		n, f = 1, Hyphen
	case c >= utf8.RuneSelf:
		r, w := utf8.DecodeRuneInString(l.s[l.pos:])
		switch r {
		case '‐', '‑':
			n, f = w, Hyphen
		case '–':
			n, f = w, Hyphen|Dash
		case '−':
			n, f = w, Hyphen
		}
	}
	if n == 0 {
		return
	}
	next := l.pos + n
	if _, ok := l.letterAt(next); ok || l.digitAt(next) || next < len(l.s) && l.s[next] == '$' && l.digitAt(next+1) {
		l.pos = next
		l.flags = f
		l.token(l.s[next])
		return
	}
	if r, w := utf8.DecodeRuneInString(l.s[min(next, len(l.s)):]); (r == '€' || r == '£') && l.digitAt(next+w) {
		l.pos = next
		l.flags = f
		l.token(l.s[next])
	}
}

func (l *lexer) punct() {
	start := l.pos
	c := l.s[start]
	r, n := rune(c), 1
	if c >= utf8.RuneSelf {
		r, n = utf8.DecodeRuneInString(l.s[start:])
	}
	switch r {
	case '-':
		switch {
		case l.peek(1) == '>':
			r, n = '→', 2
		case l.peek(1) == '-':
			r, n = '—', 2
			if l.peek(2) == '-' {
				n = 3
			} else if l.peek(2) == '>' {
				r, n = '→', 3
			}
		case l.flags&LineStart != 0:
			r = '•'
		default:
			r = '—'
		}
	case '=':
		if l.peek(1) == '>' {
			r, n = '→', 2
		}
	case '–', '—', '―', '−':
		r = '—'
		if l.flags&LineStart != 0 {
			r = '•'
		}
	case '*':
		if l.flags&LineStart != 0 && l.peek(1) == ' ' {
			r = '•'
		}
	case '·', '•', '●', '▪', '◦', '‣', '■', '○', '▸', '►', '∙', '\uf0b7', '❖', '➢', '✓', '✔', '|':
		if r != '|' || l.flags&Space != 0 {
			r = '•'
		}
	case '➔', '➜', '⟶', '⇒', '➝', '→':
		r = '→'
	case '.':
		for n < 3 && l.peek(n) == '.' {
			n++
		}
		if n > 1 {
			r = '…'
		}
	case '“', '”', '„', '«', '»':
		r = '"'
	case '’', '‘', '`':
		r = '\''
	case '<', '>':
		if l.peek(1) == '=' {
			n = 2
			if r == '<' {
				r = '≤'
			} else {
				r = '≥'
			}
		}
	case '≈', '∼', '～':
		r = '~'
	case utf8.RuneError:
		n = 1
		if c >= utf8.RuneSelf {
			_, n = utf8.DecodeRuneInString(l.s[start:])
		}
	}
	t := l.add(Punct, start, start+n, 0)
	t.Sym = r
	t.Hash = symHash(r)
}

func symHash(r rune) uint32 {
	h := uint32(fnvOffset)
	var buf [utf8.UTFMax]byte
	for _, c := range buf[:utf8.EncodeRune(buf[:], r)] {
		h = (h ^ uint32(c)) * fnvPrime
	}
	return h
}
