package rules

import (
	"github.com/standfirst/standfirst/internal/engine/lex"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var unfinished = &rule.Rule{
	ID:       "unfinished",
	Title:    "A blank that was never filled",
	Why:      "A placeholder says that the text came from a template and that nobody read it before it was sent.",
	Mend:     "Fill in the fact, or take the sentence out.",
	Group:    rule.Form,
	Severity: rule.Error,
	Sources:  []string{"standfirst-rubric"},
	Run:      runUnfinished,
}

func runUnfinished(p *rule.Pass) {
	t := tokens{p}
	for i := 0; i < len(p.Doc.Tokens); i++ {
		end := t.blank(i)
		if end <= i {
			continue
		}
		at := p.Span(i, end)
		p.Report(at, "“"+p.Doc.Text[at.Start:at.End]+"” still waits for a fact.").Ask("Fill the blank", "What belongs here?")
		i = end - 1
	}
}

// blank is where a placeholder that starts at token i ends, or i.
func (t tokens) blank(i int) int {
	tok := &t.Doc.Tokens[i]
	if tok.Kind == lex.Punct {
		switch tok.Sym {
		case '[', '<', '{':
			return t.bracketed(i)
		case '?':
			if t.sym(i+1) == '?' && t.sym(i+2) == '?' {
				return i + 3
			}
		}
		return i
	}
	if tok.Kind != lex.Word || tok.End-tok.Start > 6 {
		return i
	}
	switch t.Doc.Text[tok.Start] {
	case 'L', 'l':
		if t.seq(i, "lorem", "ipsum") {
			return i + 2
		}
	case 'T', 'F':
		if t.written(i, "TBD", "TODO", "TBC", "FIXME") && t.kind(i+1) == lex.Punct {
			return i + 1
		}
	case 'I', 'i', 'E', 'e', 'A', 'a':
		if t.in(i, "insert", "enter", "add") && t.in(i+1, "your", "a", "the", "number", "company", "name", "metric", "here") && !t.in(i-1, "to", "an", "each") {
			if end := t.find(i+1, i+6, "here"); end >= 0 {
				return end + 1
			}
		}
	case 'X', 'x', 'N', 'Y':
		if t.written(i, "XX", "XXX", "XXXX", "NN", "xx", "xxx", "X", "Y", "N") && t.figureWanted(i) {
			return t.filler(i)
		}
	}
	return i
}

// filler takes in the sign that a figure would have had.
func (t tokens) filler(i int) int {
	if (t.sym(i+1) == '%' || t.sym(i+1) == '+') && !t.is(i+1, lex.Space) {
		return i + 2
	}
	return i + 1
}

// figureWanted reports whether a figure belongs where the letters stand: "XX%", "X years", "$XX".
func (t tokens) figureWanted(i int) bool {
	return t.sym(i+1) == '%' && !t.is(i+1, lex.Space) || t.sym(i+1) == '+' && t.in(i+2, "years") || t.in(i+1, "years", "percent", "months", "ms", "users", "requests", "engineers", "services") && t.is(i+1, lex.Space) ||
		t.sym(i-1) == '$' && !t.is(i, lex.Space)
}

// written reports whether token i is one of the words in exactly this casing.
func (t tokens) written(i int, words ...string) bool {
	if t.kind(i) != lex.Word || t.is(i, lex.Hyphen) || t.is(i+1, lex.Hyphen) {
		return false
	}
	for _, w := range words {
		if t.Doc.Str(i) == w {
			return true
		}
	}
	return false
}

// bracketed reads "[company]", "<job title>", "{{name}}": a bracket with words of a template in it. A name, address or number
// that somebody blacked out in capitals ("[NAME]") is no blank.
func (t tokens) bracketed(i int) int {
	open := t.sym(i)
	shut := closes(open)
	if t.Doc.Str(i) != string(open) {
		return i
	}
	k := i + 1
	for t.sym(k) == open {
		k++
	}
	meant := false
	for n := 0; n < 6 && t.has(k); n, k = n+1, k+1 {
		if t.sym(k) == shut {
			for t.sym(k+1) == shut {
				k++
			}
			if meant {
				return k + 1
			}
			return i
		}
		if t.kind(k) == lex.Number {
			return i
		}
		meant = meant || t.in(k, "company", "name", "title", "role", "number", "x", "xx", "years", "technology", "technologies", "tech", "stack", "city", "team", "product", "your", "insert", "metric", "industry", "domain", "employer",
			"date", "percent", "percentage", "n", "skill", "skills", "language", "framework", "project", "job", "position", "tool", "database", "result", "outcome", "location", "degree", "university", "school", "amount") &&
			!(t.is(k, lex.Upper) && t.sym(k-1) == open && t.sym(k+1) == shut && t.in(k, "name"))
	}
	return i
}

func closes(open rune) rune {
	switch open {
	case '[':
		return ']'
	case '<':
		return '>'
	}
	return '}'
}
