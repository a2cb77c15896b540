// Package engine checks a text: it reads the facts, runs the rules, applies configuration and suppressions, scores, and
// assembles the report.
//
// It is pure: text in, report out. It knows no file, no clock and no network, and the same text, version and day give the
// same report.
package engine

import (
	"sync"

	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/report"
	"github.com/standfirst/standfirst/internal/engine/rule"
	"github.com/standfirst/standfirst/internal/engine/rules"
	"github.com/standfirst/standfirst/internal/engine/text"
)

// Options choose what an engine is made of. The zero value is the whole of Standfirst.
type Options struct {
	Version string       // of the report; the program's own where empty
	Rules   []*rule.Rule // nil: every rule
}

// Engine checks texts. It is immutable and safe for concurrent use; its memory is pooled, so that in a steady state a check
// allocates nothing until it reports.
type Engine struct {
	base    *kb.Base
	reader  fact.Reader
	version string
	rules   []*rule.Rule
	pages   map[*rule.Rule]string
	needs   []uint32 // by rule: a bit for every kind of fact that it needs one of; 0 needs nothing
	pool    sync.Pool
}

// New makes an engine on a knowledge base.
func New(base *kb.Base, opts Options) *Engine {
	e := &Engine{base: base, reader: fact.Reader{Base: base}, version: opts.Version, rules: opts.Rules}
	if e.version == "" {
		e.version = Version
	}
	if e.rules == nil {
		e.rules = rules.All
	}
	e.pages = make(map[*rule.Rule]string, len(e.rules))
	e.needs = make([]uint32, len(e.rules))
	for i, r := range e.rules {
		e.pages[r] = "docs/rules/" + r.ID + ".md"
		for _, k := range r.Needs {
			e.needs[i] |= 1 << k
		}
	}
	e.pool.New = func() any { return &session{} }
	return e
}

// page is where a rule is written up.
func (e *Engine) page(r *rule.Rule) string {
	if s, ok := e.pages[r]; ok {
		return s
	}
	return "docs/rules/" + r.ID + ".md"
}

// factIDs are the ids of the first facts of any text.
var factIDs = sync.OnceValue(func() []string {
	ids := make([]string, 64)
	for i := range ids {
		ids[i] = fact.ID(i)
	}
	return ids
})

// idsOf are the ids of the first n facts. They are shared: look, do not write.
func idsOf(n int) []string {
	ids := factIDs()
	if n <= len(ids) {
		return ids[:n]
	}
	more := make([]string, n)
	for i := range more {
		more[i] = fact.ID(i)
	}
	return more
}

// Base is the engine's knowledge base.
func (e *Engine) Base() *kb.Base { return e.base }

// Rules are the engine's rules, by id. They are shared: look, do not write.
func (e *Engine) Rules() []*rule.Rule { return e.rules }

// Rule finds a rule by its id, or nil.
func (e *Engine) Rule(id string) *rule.Rule {
	if i := e.index(id); i >= 0 {
		return e.rules[i]
	}
	return nil
}

func (e *Engine) index(id string) int {
	for i, r := range e.rules {
		if r.ID == id {
			return i
		}
	}
	return -1
}

// Input says what a text is and where it came from.
type Input struct {
	ID, Name, Kind string
	Section        string // where in the file the summary was found
	File           string // the input file's contents, for its lines and columns; "" where the text is the whole input, or the file has no lines

	// Locate gives the place in the input of a span of the text, for inputs that are no plain bytes (a page of a PDF).
	// Nil: the source map and the lines of File.
	Locate func(text.Span) *report.Source
}

// CheckOptions say how a text is judged.
type CheckOptions struct {
	AsOf         kb.Day   // the day that versions and dates are judged on; 0: the knowledge base's own
	Level        kb.Level // the level to judge at; Unknown: the one that was read
	Target       rule.Target
	Config       *Config
	Suppressions []report.Suppression
	Notes        []string // of the reader of the file, put before the engine's own
	FactsOnly    bool     // read and do not judge: no rules, no score
}

// session is the memory of one check.
type session struct {
	reading fact.Reading
	pass    rule.Pass
	kept    []rule.Finding // those that no suppression takes out
	prints  []string       // their fingerprints
	ranking ranking
}

// keep is the largest text whose session goes back to the pool: one huge input must not hold its memory for ever.
const keep = 64 << 10

// Check checks a text.
func (e *Engine) Check(src *text.Source, in Input, opt CheckOptions) *report.Report {
	src = src.Valid()
	s := e.pool.Get().(*session)
	e.read(s, src.Text, opt)
	if !opt.FactsOnly {
		e.run(s, opt)
	}
	a := assembly{engine: e, s: s, r: &s.reading, src: src, in: in, opt: opt}
	out := a.report()
	if len(src.Text) <= keep {
		e.pool.Put(s)
	}
	return out
}

// AsOf is the day that a check is judged on: the one that is asked for, or the knowledge base's own.
func (e *Engine) AsOf(asked kb.Day) kb.Day {
	switch {
	case asked != 0:
		return asked
	case e.base.Date != 0:
		return e.base.Date
	}
	return rowsDate
}

// rowsDate stands for the date of a knowledge base that does not carry one: the month of its table of releases.
const rowsDate kb.Day = 20260801

func (e *Engine) read(s *session, str string, opt CheckOptions) {
	e.reader.Read(&s.reading, str, e.AsOf(opt.AsOf))
	if opt.Level != kb.Unknown {
		s.reading.Level.Verdict = opt.Level
	}
}

// run runs the rules that apply. Nothing is allocated where no rule reports.
func (e *Engine) run(s *session, opt CheckOptions) {
	var have uint32
	for i := range s.reading.Facts {
		have |= 1 << s.reading.Facts[i].Kind
	}
	level := s.reading.Level.Verdict
	p := &s.pass
	p.Reading, p.Target, p.Findings = &s.reading, opt.Target, p.Findings[:0]
	if len(s.reading.Doc.Tokens) == 0 {
		return // nothing was written: there is nothing to find fault with
	}
	for i, r := range e.rules {
		if e.needs[i] != 0 && e.needs[i]&have == 0 || !r.AppliesTo(level) || opt.Config.off(i, level) {
			continue
		}
		p.Rule = r
		from := len(p.Findings)
		r.Run(p)
		opt.Config.apply(i, r, p.Findings[from:])
	}
}
