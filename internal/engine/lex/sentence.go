package lex

// split groups the tokens into sentences: at end marks, bullets and paragraphs, and at line ends unless the paragraph was
// wrapped to a width.
func (d *Doc) split() {
	d.Words = 0
	first, para, words := 0, int32(0), int32(0)
	wrapped, until := false, 0
	flush := func(end int) {
		if end > first {
			t := d.Tokens[first]
			d.Sentences = append(d.Sentences, Sentence{First: int32(first), Last: int32(end), Para: para,
				Bullet: t.Kind == Punct && t.Sym == '•', Words: words})
		}
		first, words = end, 0
	}
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if i > 0 && t.Flags&ParaStart != 0 {
			flush(i)
			para++
		} else if i > 0 && t.Flags&LineStart != 0 {
			if i >= until {
				wrapped, until = d.wrappedFrom(first, i)
			}
			if t.Kind == Punct && t.Sym == '•' || !wrapped && d.lineBreaks(i) {
				flush(i)
			}
		} else if t.Kind == Punct && t.Sym == '•' && i > first {
			flush(i)
		}
		if d.CountsAsWord(i) {
			words++
			d.Words++
		}
		if d.ends(i) {
			// Closing quotes and brackets belong to the sentence they close.
			if i+1 < len(d.Tokens) && d.closes(i+1) {
				continue
			}
			flush(i + 1)
		} else if i > first && d.closes(i) && d.ends(i-1) {
			flush(i + 1)
		}
	}
	flush(len(d.Tokens))
}

func (d *Doc) closes(i int) bool {
	t := d.Tokens[i]
	return t.Kind == Punct && t.Flags&Space == 0 && (t.Sym == '"' || t.Sym == ')' || t.Sym == ']' || t.Sym == '\'')
}

// ends reports whether token i is an end mark of a sentence.
func (d *Doc) ends(i int) bool {
	var buf [foldMax]byte
	t := d.Tokens[i]
	last := i+1 >= len(d.Tokens)
	if t.Kind == Word && t.Flags&Abbrev != 0 {
		return !last && d.Tokens[i+1].Is(Space|Capital) && !d.namesFollow(i) && !neverEnds(d.Str(i))
	}
	if t.Kind != Punct {
		return false
	}
	switch t.Sym {
	case '!', '?':
		return true
	case '…':
		return last || d.Tokens[i+1].Flags&Capital != 0
	case '.':
	default:
		return false
	}
	if last {
		return true
	}
	n := d.Tokens[i+1]
	if n.Flags&Space == 0 {
		// A missing space: "deployed.Built" ends, ".env" and "1.x" do not get here.
		return n.Kind == Word && n.Flags&Capital != 0 || n.Kind == Punct && n.Sym != ',' && n.Sym != ')'
	}
	if i > 0 && d.Tokens[i-1].Kind == Word && t.Flags&Space == 0 {
		switch string(foldShort(d.Str(i-1), buf[:0])) {
		case "sr", "jr", "mr", "mrs", "ms", "dr", "approx", "incl", "no", "st", "vs", "fig", "avg", "est", "dept", "prof", "max", "min", "resp", "ca":
			// Only an abbreviation where the sentence plainly goes on.
			return n.Flags&Capital != 0 && (!abbreviates(d.Str(i-1)) || i > 1 && d.Tokens[i-2].Kind == Number) // "80 ms." is no lady
		case "etc", "inc", "ltd", "corp", "co", "llc", "yrs", "yr", "mos", "univ", "gmbh", "eng":
			return n.Kind == Word && n.Flags&Capital != 0 || n.Kind == Number || n.Kind == Punct && n.Sym == '•'
		}
	}
	return true
}

func abbreviates(s string) bool {
	var buf [foldMax]byte
	switch string(foldShort(s, buf[:0])) {
	case "sr", "jr", "mr", "mrs", "ms", "dr", "st", "prof", "vs", "approx":
		return true
	}
	return false
}

func neverEnds(s string) bool {
	var buf [foldMax]byte
	switch string(foldShort(s, buf[:0])) {
	case "e.g.", "i.e.", "ph.d.", "a.k.a.":
		return true
	}
	return false
}

// namesFollow keeps "U.S. Bank" together: the abbreviation is followed by a name and the sentence has no verb yet to end on.
func (d *Doc) namesFollow(i int) bool {
	return i+2 < len(d.Tokens) && d.Tokens[i+2].Is(Capital)
}

// lineBreaks decides whether an unwrapped line end before token i ends a sentence: not after a comma or a word that wants more.
func (d *Doc) lineBreaks(i int) bool {
	var buf [foldMax]byte
	p := d.Tokens[i-1]
	if p.Kind == Punct && (p.Sym == ',' || p.Sym == '/' || p.Sym == '&' || p.Sym == '(' || p.Sym == '—') {
		return false
	}
	n := d.Tokens[i]
	if n.Kind == Word && n.Flags&Capital == 0 || n.Kind == Punct && n.Sym != '"' && n.Sym != '(' && n.Sym != '[' {
		return false
	}
	if p.Kind == Word {
		switch string(foldShort(d.Str(i-1), buf[:0])) {
		case "a", "an", "the", "and", "or", "of", "to", "in", "on", "at", "by", "for", "from", "with", "using", "via", "into", "our", "its", "my",
			"their", "is", "are", "was", "were", "that", "which", "as", "over", "under", "per", "between", "than":
			return false
		}
	}
	return true
}

// wrappedFrom looks at the paragraph that holds token i and reports whether its lines were filled to a width: no line has
// room for the first word of the next. It returns the token at which the paragraph ends.
func (d *Doc) wrappedFrom(first, i int) (bool, int) {
	start := i
	for start > 0 && d.Tokens[start].Flags&ParaStart == 0 {
		start--
	}
	end := i
	for end < len(d.Tokens) && (end == start || d.Tokens[end].Flags&ParaStart == 0) {
		end++
	}
	width, lines := int32(0), 0
	lineStart := start
	for k := start + 1; k <= end; k++ {
		if k == end || d.Tokens[k].Flags&LineStart != 0 {
			width = max(width, d.Tokens[k-1].End-d.Tokens[lineStart].Start)
			lineStart = k
			lines++
		}
	}
	if lines < 2 || width < 40 {
		return false, end
	}
	lineStart = start
	for k := start + 1; k < end; k++ {
		if d.Tokens[k].Flags&LineStart == 0 {
			continue
		}
		if d.Tokens[k].Kind == Punct && d.Tokens[k].Sym == '•' {
			lineStart = k
			continue
		}
		length := d.Tokens[k-1].End - d.Tokens[lineStart].Start
		wordEnd := k
		for wordEnd+1 < end && d.Tokens[wordEnd+1].Flags&(Space|LineStart) == 0 {
			wordEnd++
		}
		if length+1+d.Tokens[wordEnd].End-d.Tokens[k].Start <= width-2 {
			return false, end
		}
		lineStart = k
	}
	return true, end
}
