package rules

import (
	"strconv"

	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var levelDisagrees = &rule.Rule{
	ID:       "level-disagrees",
	Title:    "Title, years and scope tell different levels",
	Why:      "A title that the years or the work do not bear out makes a reader doubt both.",
	Mend:     "Show the scope that earned the title, or take the title that the scope shows.",
	Group:    rule.Tier,
	Severity: rule.Suggestion,
	Needs:    []fact.Kind{fact.Title},
	Run:      runLevelDisagrees,
}

func runLevelDisagrees(p *rule.Pass) {
	i := p.OwnTitle()
	if i < 0 || p.Level.Years < 0 {
		return
	}
	t := &p.Facts[i]
	years := strconv.FormatFloat(p.Level.Years, 'g', 3, 64)
	switch {
	case t.Level >= kb.Senior && p.Level.Years < 3:
		p.ReportFact(i, "“"+p.Text(t)+"” stands beside "+years+" years; most readers expect six or more.").Less(rule.Suggestion)
	case t.Level == kb.Staff && p.Level.Years < 7:
		p.ReportFact(i, "“"+p.Text(t)+"” stands beside "+years+" years; most readers expect ten or more, or a scope that explains it.")
	case t.Level == kb.Entry && p.Level.Years >= 4:
		p.ReportFact(i, "“"+p.Text(t)+"” stands beside "+years+" years; after so many a reader expects another title.")
	}
}
