package lex

// number reads a numeral whose digits (or leading decimal point) start at i.
func (l *lexer) number(i int, currency rune) {
	start := l.pos
	n := Numeral{Currency: currency}
	intEnd := i
	for l.digitAt(intEnd) {
		intEnd++
	}
	j := intEnd
	if currency == 0 && l.s[start] == '.' {
		j = start
	}
	mant, scale, groups := digits(0, l.s[i:intEnd]), 0, false
	for j < len(l.s) { // thousands: "1,200", "1 200" with a thin or no-break space, "1_000"
		w := 0
		switch c := l.s[j]; {
		case c == ',' || c == '_':
			w = 1
		case c == 0xC2 && l.peekAt(j+1) == 0xA0:
			w = 2
		case c == 0xE2 && l.peekAt(j+1) == 0x80 && (l.peekAt(j+2) == 0xAF || l.peekAt(j+2) == 0x89):
			w = 3
		case c == ' ' && l.plainGroups(start, i, j):
			w = 1
		}
		if w == 0 || j-i > 3 && !groups {
			break
		}
		if !l.digitAt(j+w) || !l.digitAt(j+w+1) || !l.digitAt(j+w+2) || l.digitAt(j+w+3) {
			break
		}
		mant = digits(mant, l.s[j+w:j+w+3])
		j += w + 3
		groups = true
	}
	n.Grouped = groups
	if j < len(l.s) && (l.s[j] == '.' || l.s[j] == ',' && !groups) && l.digitAt(j+1) {
		comma := l.s[j] == ','
		k := j + 1
		for l.digitAt(k) {
			k++
		}
		if !comma || k-j <= 3 && !(k < len(l.s) && l.s[k] == ',') {
			mant = digits(mant, l.s[j+1:k])
			scale = k - j - 1
			n.Decimals = int8(min(scale, 9))
			j = k
			n.Groups = 1
			for !comma && j < len(l.s) && l.s[j] == '.' && l.digitAt(j+1) {
				j++
				for l.digitAt(j) {
					j++
				}
				n.Groups++
			}
			if !comma && j+1 < len(l.s) && l.s[j] == '.' && (l.s[j+1] == 'x' || l.s[j+1] == 'X') {
				j += 2
				n.Groups++
			}
		}
	} else if j+1 < len(l.s) && l.s[j] == '.' && (l.s[j+1] == 'x' || l.s[j+1] == 'X') { // 3.x
		if _, more := l.letterAt(j + 2); !more {
			j += 2
			n.Groups = 2
		}
	}
	n.Value = mant / pow10(scale)
	n.SuffixStart = int32(j)
	for {
		w, ok := l.letterAt(j)
		if !ok && !(j > int(n.SuffixStart) && l.digitAt(j)) {
			break
		}
		if !ok {
			w = 1
		}
		j += w
	}
	n.SuffixEnd = int32(j)
	if j < len(l.s) && l.s[j] == '%' {
		n.Percent = true
		j++
	}
	if w := len("×"); j+w <= len(l.s) && l.s[j:j+w] == "×" && n.SuffixEnd == n.SuffixStart {
		j += w
		n.SuffixEnd = int32(j)
	}
	if j < len(l.s) && l.s[j] == '+' {
		n.Plus = true
		j++
	}
	t := l.add(Number, start, j, 0)
	t.Num = int32(len(l.d.Numbers))
	t.Hash = hashFold(l.s[start:j])
	l.d.Numbers = append(l.d.Numbers, n)
	l.clitic()
	l.join()
}

func (l *lexer) peekAt(i int) byte {
	if i < len(l.s) {
		return l.s[i]
	}
	return 0
}

// plainGroups decides whether an ordinary space separates thousands ("1 200 orders"): never after a name ("Java 21 200 ms").
func (l *lexer) plainGroups(start, i, j int) bool {
	if j-i > 3 && l.s[j-4] != ' ' {
		return false
	}
	if n := len(l.d.Tokens); n > 0 {
		if t := l.d.Tokens[n-1]; t.Kind == Number || t.Kind == Word && t.Flags&(Capital|HasDigit) != 0 {
			return false
		}
	}
	// The last group must be followed by a space and a letter, as a count is.
	k := j + 4
	for k < len(l.s) && l.s[k] == ' ' && l.digitAt(k+1) && l.digitAt(k+2) && l.digitAt(k+3) {
		k += 4
	}
	if k >= len(l.s) || l.s[k] != ' ' {
		return false
	}
	_, ok := l.letterAt(k + 1)
	return ok
}

func digits(acc float64, s string) float64 {
	for i := 0; i < len(s); i++ {
		acc = acc*10 + float64(s[i]-'0')
	}
	return acc
}

func pow10(n int) float64 {
	p := 1.0
	for ; n > 0; n-- {
		p *= 10
	}
	return p
}
