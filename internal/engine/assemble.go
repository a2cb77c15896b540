package engine

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/standfirst/standfirst/internal/engine/arith"
	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/report"
	"github.com/standfirst/standfirst/internal/engine/rule"
	"github.com/standfirst/standfirst/internal/engine/score"
	"github.com/standfirst/standfirst/internal/engine/text"
)

// assembly turns what a session holds into a report. Nothing of the session's own memory stays in the report.
type assembly struct {
	engine *Engine
	s      *session
	r      *fact.Reading
	src    *text.Source
	in     Input
	opt    CheckOptions
	text   text.Cursor // over the text
	file   text.Cursor // over the input, where it has lines
	lined  bool        // the input has lines
	ids    []string    // of the facts

	sources    chunk[report.Source]
	quantities chunk[report.Quantity]
	metrics    chunk[report.Metric]
	changes    chunk[report.Change]
	numbers    chunk[float64]
	strings    chunk[string]
	fixes      chunk[report.Fix]
}

func (a *assembly) report() *report.Report {
	r := a.r
	lines := text.NewLines(r.Doc.Text)
	a.text = lines.Cursor()
	switch {
	case a.in.File != "":
		a.file, a.lined = text.NewLines(a.in.File).Cursor(), true
	case !a.src.Mapped():
		a.file, a.lined = lines.Cursor(), true
	}
	a.sources.expect(len(r.Facts) + len(a.s.pass.Findings))
	a.metrics.expect(len(r.Metric))
	a.quantities.expect(2 * len(r.Metric))
	a.strings.expect(len(r.Facts) + 3*len(a.s.pass.Findings) + 32)
	a.ids = idsOf(len(r.Facts))
	out := &report.Report{
		Schema: report.Schema, Version: a.engine.version, Rubric: Rubric, AsOf: r.AsOf.String(),
		Input: report.Input{ID: a.in.ID, Name: a.in.Name, Kind: a.in.Kind, Section: a.in.Section, Words: r.Doc.Words, Sentences: len(r.Doc.Sentences)},
		Text:  r.Doc.Text,
		Level: report.Level{Claimed: r.Level.Claimed.String(), ReadsAs: r.Level.ReadsAs.String(), Verdict: r.Level.Verdict.String(),
			Because: a.names(r.Level.Because)},
		Specialty: report.Specialty{ID: r.Specialty.ID, Also: append([]string(nil), r.Specialty.Also...)},
	}
	if r.Level.Years >= 0 && len(r.Facts) > 0 && a.saysYears() {
		out.Level.Years = a.number(r.Level.Years)
	}
	if out.Specialty.ID == "" {
		out.Specialty.ID = "other"
	}
	out.FirstWords.Count, out.FirstWords.End = FirstWords(r, scanWords)
	out.Facts = make([]report.Fact, len(r.Facts))
	for i := range r.Facts {
		a.fact(&out.Facts[i], i)
	}
	for _, n := range arith.Notes(r) {
		out.Arithmetic = append(out.Arithmetic, report.Arithmetic{Facts: a.names(n.Facts), Says: n.Says, Agrees: n.Agrees})
	}
	out.Notes = append(append(out.Notes, a.opt.Notes...), notes(r)...)
	if !a.opt.FactsOnly {
		a.judge(out)
	}
	return out
}

// saysYears reports whether some fact says years: a level's Years of zero would otherwise be read as none at all.
func (a *assembly) saysYears() bool {
	for i := range a.r.Facts {
		if a.r.Facts[i].Kind == fact.Years {
			return true
		}
	}
	return false
}

func (a *assembly) names(facts []int32) []string {
	if len(facts) == 0 {
		return nil
	}
	out := a.strings.list(len(facts))
	for _, f := range facts {
		if int(f) < len(a.ids) && f >= 0 {
			out = append(out, a.ids[f])
		}
	}
	return out
}

func (a *assembly) place(sp text.Span) report.Place {
	p := a.text.Position(sp.Start)
	return report.Place{Start: sp.Start, End: sp.End, Line: p.Line, Column: p.Column, Source: a.source(sp)}
}

// source is the place of a span in the input, or nil where it has none.
func (a *assembly) source(sp text.Span) *report.Source {
	if a.in.Locate != nil {
		return a.in.Locate(sp)
	}
	in, ok := a.src.Input(sp)
	if !ok {
		return nil
	}
	s := a.sources.new(report.Source{Start: in.Start, End: in.End})
	if a.lined {
		p := a.file.Position(in.Start)
		s.Line, s.Column = p.Line, p.Column
	}
	return s
}

func (a *assembly) str(sp text.Span) string { return a.r.Doc.Text[sp.Start:sp.End] }

func (a *assembly) fact(out *report.Fact, i int) {
	f := &a.r.Facts[i]
	b := a.r.Base
	out.ID, out.Kind = a.ids[i], f.Kind.String()
	out.Place = a.place(f.Span)
	out.Text = a.str(f.Span)
	if f.Level != kb.Unknown {
		out.Level = f.Level.String()
	}
	switch f.Kind {
	case fact.Years:
		out.Years = a.number(f.Years)
		out.Scope, out.Bound, out.Since = f.Scope.String(), f.Bound.String(), int(f.Since)
	case fact.Technology:
		if f.Row >= 0 {
			t := &b.Technologies[f.Row]
			out.Canonical, out.Name, out.Category = t.ID, t.Name, t.Category
		}
		out.Use = f.Use.String()
		if !f.Version.Empty() {
			out.Version = a.str(f.Version)
		}
	case fact.Pattern:
		if f.Row >= 0 {
			out.Canonical, out.Name = b.Patterns[f.Row].ID, b.Patterns[f.Row].Name
		}
		for _, p := range f.Placed {
			if p == 0 {
				break
			}
			out.PlacedWith = append(out.PlacedWith, a.ids[p-1])
		}
	case fact.Artifact:
		if f.Row >= 0 {
			out.Canonical, out.Name = b.Artifacts[f.Row].ID, b.Artifacts[f.Row].Name
		}
	case fact.Practice:
		if f.Row >= 0 {
			out.Canonical, out.Name = b.Practices[f.Row].ID, b.Practices[f.Row].Name
		}
	case fact.Ownership:
		if f.Row >= 0 {
			out.Canonical, out.Family = b.Verbs[f.Row].Verb, b.Verbs[f.Row].Family
		}
	case fact.Org:
		out.Size = int(f.Size)
		if f.Domain >= 0 {
			out.Domain = b.Domains[f.Domain].ID
		}
	}
	if f.Metric >= 0 {
		out.Metric = a.metric(&a.r.Metric[f.Metric])
	}
	if f.Bundle > 0 {
		out.Bundle = "b" + strconv.Itoa(int(f.Bundle))
	}
}

func (a *assembly) metric(m *fact.Measure) *report.Metric {
	out := a.metrics.new(report.Metric{Kind: m.Kind.String(), Of: a.str(m.Of), Noun: a.str(m.Noun), Bound: m.Bound.String(), Percentile: m.Percentile})
	switch m.Direction {
	case fact.Up:
		out.Direction = "up"
	case fact.Down:
		out.Direction = "down"
	}
	noun := a.str(m.Noun)
	if m.HasValue {
		out.Value = a.quantity(m.Value, noun)
	}
	if m.HasFrom {
		out.From = a.quantity(m.From, noun)
	}
	if m.HasTo {
		out.To = a.quantity(m.To, noun)
	}
	var c report.Change
	if x, ok := m.Computed(); ok && m.From.High == 0 && m.To.High == 0 && m.From.Unit == m.To.Unit && m.From.Per == m.To.Per {
		c.Computed = a.number(math.Round(x*1e4) / 1e4)
	}
	if m.HasStated {
		c.Stated = a.number(m.Stated)
	}
	if c.Computed != nil || c.Stated != nil {
		out.Change = a.changes.new(c)
	}
	return out
}

func (a *assembly) quantity(q fact.Quantity, noun string) *report.Quantity {
	return a.quantities.new(report.Quantity{Value: clean(q.Value), Low: clean(q.Low), High: clean(q.High), Range: q.High > 0, Unit: q.Unit, Per: q.Per, Noun: noun})
}

func (a *assembly) number(v float64) *float64 { return a.numbers.new(clean(v)) }

// clean takes the dust of base units off a number: 820 ms are 0.82 s and not 0.8200000000000001.
func clean(v float64) float64 {
	if v == math.Trunc(v) && math.Abs(v) < 1e15 {
		return v
	}
	var buf [32]byte
	c, err := strconv.ParseFloat(string(strconv.AppendFloat(buf[:0], v, 'g', 12, 64)), 64)
	if err != nil {
		return v
	}
	return c
}

// judge fills in what the rules and the rubric say.
func (a *assembly) judge(out *report.Report) {
	level := a.r.Level.Verdict
	all := a.s.pass.Findings
	sortFindings(all)
	var last *rule.Finding
	used := make([]bool, len(a.opt.Suppressions))
	kept, prints := a.s.kept[:0], a.s.prints[:0]
	for i := range all {
		f := &all[i]
		if last != nil && last.Rule == f.Rule && last.Span == f.Span && last.Message == f.Message {
			continue
		}
		last = f
		print := rule.Fingerprint(f.Rule.ID, &a.r.Doc, f.Span)
		if n := suppressedBy(a.opt.Suppressions, f.Rule.ID, print, used); n >= 0 {
			s := &a.opt.Suppressions[n]
			out.Suppressed = append(out.Suppressed, report.Suppressed{Reason: s.Reason, Origin: s.Origin})
			a.finding(&out.Suppressed[len(out.Suppressed)-1].Finding, f, print)
			continue
		}
		kept = append(kept, *f)
		prints = append(prints, print)
	}
	for i, s := range a.opt.Suppressions {
		switch {
		case used[i]:
		case s.Reason == "":
			out.Notes = append(out.Notes, s.Origin+" allows "+s.Rule+" and gives no reason, so it was not taken; write why the finding may stay")
		case s.Rule != "*" && a.engine.index(s.Rule) < 0:
			note := s.Origin + " allows " + s.Rule + ", and there is no rule of that name"
			if near := a.engine.nearest(s.Rule); near != "" {
				note += "; did you mean " + near + "?"
			}
			out.Notes = append(out.Notes, note)
		default:
			out.Unused = append(out.Unused, s)
		}
	}
	if len(kept) > 0 {
		out.Findings = make([]report.Finding, len(kept))
	}
	a.s.kept, a.s.prints = kept, prints
	ranks := a.s.ranking.rank(kept, level)
	for i := range kept {
		a.finding(&out.Findings[i], &kept[i], prints[i])
		out.Findings[i].Rank = ranks[i]
	}
	a.score(out, kept, level)
}

// sortFindings orders findings by start, then rule, then end, then message.
func sortFindings(all []rule.Finding) {
	slices.SortStableFunc(all, func(a, b rule.Finding) int {
		if a.Span.Start != b.Span.Start {
			return a.Span.Start - b.Span.Start
		}
		if a.Rule != b.Rule {
			if c := strings.Compare(a.Rule.ID, b.Rule.ID); c != 0 {
				return c
			}
		}
		if a.Span.End != b.Span.End {
			return a.Span.End - b.Span.End
		}
		return strings.Compare(a.Message, b.Message)
	})
}

// suppressedBy finds the suppression that takes a finding out, or -1, and marks every one that would.
func suppressedBy(list []report.Suppression, id, print string, used []bool) int {
	found := -1
	for i, s := range list {
		if s.Reason == "" || s.Rule != id && s.Rule != "*" || s.Fingerprint != "" && s.Fingerprint != print {
			continue
		}
		used[i] = true
		if found < 0 {
			found = i
		}
	}
	return found
}

// ranking is the memory of rank.
type ranking struct {
	order, nth, ranks []int
	cost              []float64
}

// rank orders findings by how much they matter, from 1: by severity; then the first of every rule before the second of any;
// then by the points they cost; then by place.
func (m *ranking) rank(all []rule.Finding, level kb.Level) []int {
	m.order, m.nth, m.ranks, m.cost = m.order[:0], m.nth[:0], m.ranks[:0], m.cost[:0]
	for i := range all {
		m.order, m.nth, m.ranks = append(m.order, i), append(m.nth, 0), append(m.ranks, 0)
		m.cost = append(m.cost, score.Cost(&all[i], level))
	}
	nth, cost := m.nth, m.cost
	for i := range all {
		for k := range all {
			// How many findings of the same rule and severity come before this one, by cost and place.
			if k != i && all[k].Rule == all[i].Rule && all[k].Severity == all[i].Severity && (cost[k] > cost[i] || cost[k] == cost[i] && k < i) {
				nth[i]++
			}
		}
	}
	slices.SortFunc(m.order, func(i, k int) int {
		switch {
		case all[i].Severity != all[k].Severity:
			return int(all[k].Severity) - int(all[i].Severity)
		case nth[i] != nth[k]:
			return nth[i] - nth[k]
		case cost[i] > cost[k]:
			return -1
		case cost[i] < cost[k]:
			return 1
		}
		return i - k
	})
	for at, i := range m.order {
		m.ranks[i] = at + 1
	}
	return m.ranks
}

func (a *assembly) finding(out *report.Finding, f *rule.Finding, print string) {
	*out = report.Finding{
		Rule: f.Rule.ID, Severity: f.Severity.String(), Subject: "summary", Place: a.place(f.Span), Message: f.Message,
		Why: f.Rule.Why, Mend: f.Mend, Docs: a.engine.page(f.Rule), Facts: a.names(f.Facts), Fingerprint: print,
	}
	if out.Mend == "" {
		out.Mend = f.Rule.Mend
	}
	if n := len(f.Fixes); n > 0 {
		out.Fixes = a.fixes.list(n)
	}
	for i := range f.Fixes {
		x := &f.Fixes[i]
		fix := report.Fix{Title: x.Title, Safe: x.Safe, Facts: a.names(x.Facts), Asks: x.Asks}
		if n := len(x.Edits); n > 0 {
			fix.Edits = make([]report.Edit, 0, n)
		}
		for _, e := range x.Edits {
			place := a.place(e.Span)
			if _, ok := a.src.Editable(e.Span); !ok {
				place.Source = nil
			}
			fix.Edits = append(fix.Edits, report.Edit{Place: place, Text: e.Text})
		}
		out.Fixes = append(out.Fixes, fix)
	}
}

func (a *assembly) score(out *report.Report, kept []rule.Finding, level kb.Level) {
	s := score.Evaluate(a.r, level, kept)
	out.Score = report.Score{Verdict: string(s.Verdict), Reason: s.Reason, Total: s.Total, Parts: make([]report.Part, len(s.Parts))}
	for i := range s.Parts {
		p, part := &s.Parts[i], &out.Score.Parts[i]
		*part = report.Part{ID: p.ID, Score: p.Score, Max: p.Max, Because: a.names(p.Because), Raise: p.Raise}
		if n := len(p.Against); n > 0 {
			part.Against = a.strings.list(n)
		}
		for _, f := range p.Against {
			part.Against = addOnce(part.Against, kept[f].Rule.ID)
		}
	}
}

func addOnce(list []string, s string) []string {
	for _, x := range list {
		if x == s {
			return list
		}
	}
	return append(list, s)
}
