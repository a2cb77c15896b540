package lex

import (
	"unicode"
	"unicode/utf8"
)

func (l *lexer) word() {
	start := l.pos
	if l.isURL() {
		end := l.pos
		for end < len(l.s) && !(l.s[end] < utf8.RuneSelf && class[l.s[end]]&cSpace != 0) && l.s[end] != '"' && l.s[end] != '>' && l.s[end] != '<' {
			end++
		}
		for end > start && isTrailing(l.s[end-1]) {
			end--
		}
		l.add(URL, start, end, 0)
		return
	}
	end, flags := l.scanWord(start)
	if end < len(l.s) && l.s[end] == '@' && l.emailEnd(end) > 0 {
		l.add(Email, start, l.emailEnd(end), 0)
		return
	}
	// A domain with a path is a URL; a dotted name before an at sign was an address.
	if end < len(l.s) && l.s[end] == '/' && hasDot(l.s[start:end]) && l.pathFollows(end) {
		e := end
		for e < len(l.s) && (l.s[e] >= utf8.RuneSelf || class[l.s[e]]&cSpace == 0) && l.s[e] != ')' && l.s[e] != ',' {
			e++
		}
		for e > end && isTrailing(l.s[e-1]) {
			e--
		}
		l.add(URL, start, e, 0)
		return
	}
	t := l.add(Word, start, end, flags)
	t.Hash = hashFold(l.s[start:end])
	l.clitic()
	l.join()
}

func hasDot(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] == '.' {
			return true
		}
	}
	return false
}

func (l *lexer) pathFollows(slash int) bool {
	// "Node.js/Express" is two names; "github.com/name" is an address.
	i := slash - 1
	for i >= 0 && l.s[i] != '.' {
		i--
	}
	var buf [foldMax]byte
	switch string(foldShort(l.s[i+1:slash], buf[:0])) {
	case "com", "org", "dev", "net", "io", "me", "app", "co", "page", "sh", "edu", "gov", "in", "de", "uk":
		_, ok := l.letterAt(slash + 1)
		return (ok || l.digitAt(slash+1)) && l.s[i+1]-'a' < 26
	}
	return false
}

func isTrailing(c byte) bool {
	switch c {
	case '.', ',', ';', ':', ')', ']', '!', '?', '\'':
		return true
	}
	return false
}

func (l *lexer) isURL() bool {
	s := l.s[l.pos:]
	return len(s) > 8 && (s[:4] == "http" || s[:4] == "HTTP") && (s[4] == ':' || s[4] == 's' && s[5] == ':') && (s[5] == '/' || s[6] == '/') ||
		len(s) > 5 && s[:4] == "www."
}

func (l *lexer) emailEnd(at int) int {
	i, dot := at+1, false
	for i < len(l.s) {
		c := l.s[i]
		if c == '.' {
			n, ok := l.letterAt(i + 1)
			if !ok || n != 1 {
				break
			}
			dot = true
		} else if c >= utf8.RuneSelf || class[c]&(cLetter|cDigit) == 0 && c != '-' {
			break
		}
		i++
	}
	if dot && i > at+3 {
		return i
	}
	return 0
}

// scanWord reads a word from start: letters, digits after a letter, and the inner marks of technical names.
func (l *lexer) scanWord(start int) (int, Flags) {
	var flags Flags
	i, letters, capitals := start, 0, 0
	if l.s[i] == '.' {
		i++
	}
	for i < len(l.s) {
		c := l.s[i]
		if c < utf8.RuneSelf {
			cl := class[c]
			switch {
			case cl&cLetter != 0:
				if c-'A' < 26 {
					capitals++
					if letters == 0 {
						flags |= Capital
					} else {
						flags |= Mixed
					}
				}
				letters++
				i++
				continue
			case cl&cDigit != 0:
				flags |= HasDigit
				i++
				continue
			case c == '.':
				if n := l.dotted(start, i); n > 0 {
					for _, b := range []byte(l.s[i:n]) {
						if b-'A' < 26 {
							capitals++
						}
						if class[b&0x7f]&cLetter != 0 && b < utf8.RuneSelf {
							letters++
						}
					}
					i = n
					if l.s[i-1] == '.' {
						flags |= Abbrev
					}
					continue
				}
			case c == '+':
				if i+1 < len(l.s) && l.s[i+1] == '+' && i-start <= 3 {
					i += 2
				}
			case c == '#':
				if i-start == 1 {
					if _, ok := l.letterAt(i + 1); !ok && !l.digitAt(i+1) {
						i++
					}
				}
			case c == '&':
				if i+1 < len(l.s) && l.s[i+1]-'A' < 26 && capitals == letters && letters <= 2 && letters > 0 {
					i++
					continue
				}
			case c == '\'':
				if l.inner(i, 1) {
					i++
					continue
				}
			}
			break
		}
		r, n := utf8.DecodeRuneInString(l.s[i:])
		if r == '’' && l.inner(i, n) {
			i += n
			continue
		}
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '\u00ad' {
			break
		}
		if unicode.IsUpper(r) {
			capitals++
			if letters == 0 {
				flags |= Capital
			} else {
				flags |= Mixed
			}
		}
		letters++
		i += n
	}
	if letters >= 2 && capitals == letters {
		flags |= Upper
	}
	return i, flags
}

// inner reports whether the apostrophe at i belongs to the word ("don't", "O'Reilly") and is no clitic.
func (l *lexer) inner(i, width int) bool {
	if _, ok := l.letterAt(i + width); !ok {
		return false
	}
	return cliticLen(l.s[i+width:]) == 0
}

// cliticLen is the number of letters of the clitic that s starts with, or 0.
func cliticLen(s string) int {
	n := 0
	for n < len(s) && n < 3 && s[n] < utf8.RuneSelf && class[s[n]]&(cLetter|cDigit) != 0 {
		n++
	}
	switch n {
	case 1:
		switch s[0] {
		case 's', 'S', 'm', 'M', 'd', 'D':
			return 1
		}
	case 2:
		switch s[:2] {
		case "ve", "ll", "re", "VE", "LL", "RE":
			return 2
		}
	}
	return 0
}

func (l *lexer) clitic() {
	w := 0
	switch c := l.peek(0); {
	case c == '\'':
		w = 1
	case c == 0xE2 && len(l.s) >= l.pos+3 && l.s[l.pos:l.pos+3] == "’":
		w = 3
	default:
		return
	}
	n := cliticLen(l.s[l.pos+w:])
	if n == 0 {
		return
	}
	start, end := l.pos, l.pos+w+n
	l.flags = 0
	t := l.add(Clitic, start, end, 0)
	t.Hash = hashFold(l.s[start:end])
}

// dotted decides whether the dot at i is inside a word, and where the word's part after it ends.
func (l *lexer) dotted(start, i int) int {
	if l.digitAt(i + 1) {
		if l.digitAt(i - 1) { // p99.9, v1.22.3, Go1.22
			j := i + 1
			for l.digitAt(j) {
				j++
			}
			return j
		}
		return 0
	}
	_, ok := l.letterAt(i + 1)
	if !ok {
		// "U.S." and "e.g.": the last dot is theirs when an inner one was.
		if i-start >= 3 && hasDot(l.s[start:i]) && i-lastDot(l.s[start:i])-start <= 3 && lettersOnly(l.s[start:i]) && shortParts(l.s[start:i]) {
			return i + 1
		}
		return 0
	}
	j := i + 1
	for j < len(l.s) && l.s[j] < utf8.RuneSelf && class[l.s[j]]&(cLetter|cDigit) != 0 {
		j++
	}
	part := l.s[i+1 : j]
	if part == "" { // a letter beyond ASCII: no name is written so
		return 0
	}
	left := i - start
	if left <= 2 && len(part) <= 4 && (left == 1 || part[0]-'A' < 26) && part != "I" { // B.Sc, Ph.D, U.S, e.g, M.Tech
		return j
	}
	if isDotSuffix(part) {
		return j
	}
	if part[0]-'a' < 26 {
		return j
	}
	if l.s[start]-'A' < 26 && left > 1 && len(part) > 2 && l.flags&Space != 0 && len(l.d.Tokens) > 0 && l.d.Tokens[len(l.d.Tokens)-1].Kind == Word {
		return j // System.Text, Yandex.Practicum
	}
	return 0
}

func lastDot(s string) int {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] == '.' {
			return i
		}
	}
	return -1
}

func lettersOnly(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf || s[i] != '.' && class[s[i]]&cLetter == 0 {
			return false
		}
	}
	return true
}

func shortParts(s string) bool {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] == '.' {
			n = 0
			continue
		}
		if n++; n > 2 {
			return false
		}
	}
	return true
}

func isDotSuffix(part string) bool {
	if len(part) > 5 {
		return false
	}
	var buf [foldMax]byte
	switch string(foldShort(part, buf[:0])) {
	case "js", "ts", "io", "net", "py", "rb", "go", "rs", "ai", "com", "org", "dev", "sh", "md", "json", "yaml", "yml", "toml", "xml",
		"sql", "html", "css", "java", "app", "co", "jsx", "tsx", "env", "db", "ml", "jl", "fm", "tv", "me", "gg", "so", "cpp", "ui":
		return true
	}
	return false
}
