package rules

import (
	"github.com/standfirst/standfirst/internal/engine/lex"
	"github.com/standfirst/standfirst/internal/engine/rule"
	"github.com/standfirst/standfirst/internal/engine/text"
)

var repeatedWord = &rule.Rule{
	ID:       "repeated-word",
	Title:    "A word twice",
	Why:      "A doubled word is the first thing that a careful reader sees.",
	Mend:     "Delete one of the two.",
	Group:    rule.Form,
	Severity: rule.Warning,
	Sources:  []string{"standfirst-rubric"},
	Run:      runRepeatedWord,
}

func runRepeatedWord(p *rule.Pass) {
	t := tokens{p}
	for i := 1; i < len(p.Doc.Tokens); i++ {
		a, b := &p.Doc.Tokens[i-1], &p.Doc.Tokens[i]
		if a.Kind != lex.Word || b.Kind != lex.Word || a.Hash != b.Hash || !b.Is(lex.Space) || b.Is(lex.ParaStart) || a.Flags&lex.Hyphen != 0 || t.is(i+1, lex.Hyphen) {
			continue
		}
		if !lex.EqualFold(p.Doc.Str(i), lex.Fold(p.Doc.Str(i-1))) || t.in(i, "had", "that", "so", "no", "bye", "knock", "win", "go") || b.Is(lex.Capital) && a.Is(lex.Capital) && b.End-b.Start > 1 && !b.Is(lex.Upper) || b.End-b.Start == 1 && !t.in(i, "a", "i") {
			continue
		}
		if p.Doc.SentenceOf(i) != p.Doc.SentenceOf(i-1) || b.Is(lex.Capital) && !a.Is(lex.Capital) {
			continue
		}
		word := p.Doc.Str(i)
		p.Report(p.Span(i-1, i+1), "“"+word+"” stands twice in a row.").
			Replace("Delete the second “"+word+"”", text.Span{Start: int(a.End), End: int(b.End)}, "")
	}
}
