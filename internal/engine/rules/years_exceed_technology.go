package rules

import (
	"strconv"

	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/lex"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var yearsExceedTechnology = &rule.Rule{
	ID:       "years-exceed-technology",
	Title:    "More years than the technology has",
	Why:      "More years with a technology than it exists is the oldest joke about job adverts, and it is no better in a résumé.",
	Mend:     "Give the technology its own years, or keep the total and name the technology after it.",
	Group:    rule.Truth,
	Severity: rule.Warning,
	Needs:    []fact.Kind{fact.Years},
	Sources:  []string{"standfirst-rubric", "endoflife-date"},
	Run:      runYearsExceedTechnology,
}

// grace allows for betas and for years that were rounded up.
const grace = 1

func runYearsExceedTechnology(p *rule.Pass) {
	t := tokens{p}
	for i := range p.Facts {
		y := &p.Facts[i]
		if y.Kind != fact.Years || y.Scope == fact.Prior || y.Bound == fact.AtMost || y.Bound == fact.Under {
			continue
		}
		k := t.soleTechnology(y)
		if k < 0 {
			continue
		}
		row := p.TechnologyOf(&p.Facts[k])
		if row.FirstRelease == 0 {
			continue
		}
		if has := row.FirstRelease.Years(p.AsOf); y.Years > has+grace {
			f := p.ReportFact(i, row.Name+" first came out in "+strconv.Itoa(row.FirstRelease.Year())+", less than "+strconv.Itoa(int(y.Years))+" years ago.")
			f.Facts = append(f.Facts, int32(k))
		}
	}
}

// soleTechnology is the technology that years are tied to, with no other beside it: "12 years of Go", "Go for 12 years". It is
// -1 where the years are spread or stand alone.
func (t tokens) soleTechnology(y *fact.Fact) int {
	_, to := t.sentence(int(y.First))
	tied := false
	i := int(y.Last)
	for steps := 0; i < to && steps < 6; i, steps = i+1, steps+1 {
		if t.fact(fact.Technology, i) >= 0 {
			break
		}
		if t.in(i, "of", "with", "in", "using", "writing", "on") {
			tied = true
			continue
		}
		if !t.in(i, "experience", "professional", "hands", "production", "working", "commercial", "developing", "building", "programming", "daily", "solid", "deep", "industry", "doing", "experiences", "'", "’", "pure", "mostly") {
			return -1
		}
	}
	k := t.fact(fact.Technology, i)
	if k >= 0 && tied && int(t.Facts[k].First) == i && t.alone(k) {
		return k
	}
	// "Go for 12 years".
	if f := int(y.First); t.in(f-1, "for") {
		if k := t.fact(fact.Technology, f-2); k >= 0 && t.alone(k) {
			return k
		}
	}
	return -1
}

// alone reports whether a technology stands in no list and names no larger thing ("Kafka-backed ledgers").
func (t tokens) alone(k int) bool {
	f := &t.Facts[k]
	if f.Use != fact.Current || f.Glued {
		return false
	}
	for _, i := range [...]int{int(f.Last), int(f.First) - 1} {
		step := 1
		if i < int(f.First) {
			step = -1
		}
		for n := 0; n < 3 && (t.sym(i) == ',' || t.sym(i) == '/' || t.sym(i) == '(' || t.sym(i) == '&' || t.sym(i) == '+' || t.in(i, "and", "or", "then", "later", "plus")); n++ {
			i += step
		}
		if i != int(f.Last) && i != int(f.First)-1 && t.fact(fact.Technology, i) >= 0 || t.fact(fact.Technology, i) >= 0 && t.is(i, lex.Space) {
			return false
		}
	}
	return true
}
