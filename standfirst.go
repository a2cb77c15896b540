package standfirst

import (
	"github.com/standfirst/standfirst/internal/engine"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/report"
	"github.com/standfirst/standfirst/internal/engine/text"
)

// Version is the version of the program, as reports carry it.
const Version = engine.Version

// Rubric is the version of the rubric. It rises when a verdict, a part of the score or a rule changes its meaning.
const Rubric = engine.Rubric

// Engine checks texts. It is immutable and safe for concurrent use.
type Engine struct {
	engine *engine.Engine
	config *engine.Config
}

// New makes an engine. The error is an [*UnknownRuleError] where an option speaks of a rule that there is none of.
func New(options ...Option) (*Engine, error) {
	var s settings
	for _, o := range options {
		o(&s)
	}
	e := &Engine{engine: engine.New(kb.Default(), engine.Options{})}
	if len(s.rules) > 0 {
		c, err := e.engine.Config(s.rules)
		if err != nil {
			return nil, err
		}
		e.config = c
	}
	return e, nil
}

// Check checks a text.
func (e *Engine) Check(summary string, options ...CheckOption) *Report {
	return e.CheckSource(text.Plain(summary), options...)
}

// CheckSource checks a text that was read from a file. Every place in the report then carries the place in the file.
func (e *Engine) CheckSource(src *Source, options ...CheckOption) *Report {
	c := e.options(options)
	return e.engine.Check(src, c.in, c.opt)
}

// Facts reads a text without judging it.
func (e *Engine) Facts(summary string, options ...CheckOption) []Fact {
	c := e.options(options)
	c.opt.FactsOnly = true
	return e.engine.Check(text.Plain(summary), c.in, c.opt).Facts
}

func (e *Engine) options(options []CheckOption) check {
	c := check{opt: engine.CheckOptions{Config: e.config}}
	for _, o := range options {
		o(&c)
	}
	return c
}

// Date is the day of the knowledge base: what a text is judged on without [AsOf].
func (e *Engine) Date() Day { return e.engine.AsOf(0) }

// AppendJSON appends the report in the shape of schema/report-1.json, as one line without a line end.
func AppendJSON(dst []byte, r *Report) []byte { return report.AppendJSON(dst, r) }
