package rules

import (
	"strconv"

	"github.com/standfirst/standfirst/internal/engine/rule"
)

var longSentence = &rule.Rule{
	ID:       "long-sentence",
	Title:    "One sentence carries too much",
	Why:      "A reader who loses the verb reads the sentence twice or not at all.",
	Mend:     "Split it where a new subject starts.",
	Group:    rule.Form,
	Severity: rule.Suggestion,
	Run:      runLongSentence,
}

const longest = 45 // words

func runLongSentence(p *rule.Pass) {
	for s := range p.Doc.Sentences {
		x := p.Doc.Sentences[s]
		if int(x.Words) <= longest || x.Bullet {
			continue
		}
		marks, stops := 0, 0
		for i := int(x.First); i < int(x.Last); i++ {
			switch p.Doc.Tokens[i].Sym {
			case ',':
				marks++
			case ';', ':', '—':
				stops++
			}
		}
		if stops > 0 && int(x.Words) < 60 || marks*4 > int(x.Words) {
			continue // a list, or clauses that are parted already
		}
		p.Report(tokens{p}.sentenceSpan(s), "This sentence has "+strconv.Itoa(int(x.Words))+" words.")
	}
}
