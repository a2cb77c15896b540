package rules

import (
	"strconv"

	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/lex"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var versionBeforeRelease = &rule.Rule{
	ID:       "version-before-release",
	Title:    "A version used before it existed",
	Why:      "A reader who lived through the release knows its year, and a version from before it casts doubt on the work around it.",
	Mend:     "Name the version that was used that year, or move the year.",
	Group:    rule.Truth,
	Severity: rule.Warning,
	Needs:    []fact.Kind{fact.Technology},
	Sources:  []string{"endoflife-date"},
	Run:      runVersionBeforeRelease,
}

func runVersionBeforeRelease(p *rule.Pass) {
	t := tokens{p}
	for i := range p.Facts {
		f := &p.Facts[i]
		if f.Kind != fact.Technology || f.Version.Empty() || f.Use == fact.Wished || f.Use == fact.Refused {
			continue
		}
		row := p.TechnologyOf(f)
		version := p.Doc.Text[f.Version.Start:f.Version.End]
		c := fact.CycleOf(row, version)
		if c == nil || c.Released == 0 {
			continue
		}
		if year := t.yearOfUse(f); year > 0 && year < c.Released.Year() {
			p.ReportFact(i, row.Name+" "+version+" came out in "+strconv.Itoa(c.Released.Year())+", and the text uses it in "+strconv.Itoa(year)+".")
		}
	}
}

// yearOfUse is the calendar year that the text ties to a technology: "Java 21 since 2019", "in 2019 I moved it to Java 21".
// 0 where nothing ties them.
func (t tokens) yearOfUse(f *fact.Fact) int {
	first, last := int(f.First), int(f.Last)
	from, to := t.sentence(first)
	if t.in(last, "since", "from", "in") && last+1 < to {
		return t.year(last + 1)
	}
	// Behind: "… to Java 21 in 2019", with no mark and no "now" between.
	for k := last; k < min(to, last+6); k++ {
		if t.kind(k) == lex.Punct || t.in(k, "now", "today", "later", "then", "and", "since", "after", "until", "by") {
			break
		}
		if t.in(k, "in") && t.year(k+1) > 0 {
			return t.year(k + 1)
		}
	}
	// In front: "In 2019 I moved 40 services to Java 21".
	if t.in(from, "in") && t.year(from+1) > 0 && t.find(from, first, "now", "today", "later", "then", "since", "currently", "after") < 0 {
		for k := from + 2; k < first; k++ {
			if t.parts(k) || t.sym(k) == ',' && k > from+2 {
				return 0
			}
		}
		if t.wordCount(from+2, first) > 0 && t.termIn(kb.KindVerb, from+2, first) {
			return t.year(from + 1)
		}
	}
	return 0
}

// termIn reports whether a row of a kind stands in [first, last).
func (t tokens) termIn(k kb.Kind, first, last int) bool {
	for i := first; i < last; i++ {
		if _, _, ok := t.term(k, i); ok {
			return true
		}
	}
	return false
}

// year is the calendar year at token i, or 0.
func (t tokens) year(i int) int {
	if t.kind(i) != lex.Number {
		return 0
	}
	tok := &t.Doc.Tokens[i]
	n := &t.Doc.Numbers[tok.Num]
	if tok.End-tok.Start != 4 || n.Decimals != 0 || n.Grouped || n.Value < 1980 || n.Value > 2059 {
		return 0
	}
	return int(n.Value)
}
