package standfirst

import (
	"github.com/standfirst/standfirst/internal/engine"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

// Level is a career level.
type Level = kb.Level

// The levels. Unknown lets the text say its own.
const (
	Unknown = kb.Unknown
	Entry   = kb.Entry
	Mid     = kb.Mid
	Senior  = kb.Senior
	Staff   = kb.Staff
)

// ParseLevel reads the name of a level: entry, mid, senior, staff or unknown.
func ParseLevel(s string) (Level, bool) { return kb.ParseLevel(s) }

// Severity is how much a finding weighs.
type Severity = rule.Severity

// The severities. Off leaves a rule out.
const (
	Off        = rule.Off
	Suggestion = rule.Suggestion
	Warning    = rule.Warning
	Error      = rule.Error
)

// ParseSeverity reads the name of a severity: off, suggestion, warning or error.
func ParseSeverity(s string) (Severity, bool) { return rule.ParseSeverity(s) }

// Day is a calendar day as the number yyyymmdd: 20261123.
type Day = kb.Day

// ParseDay reads 2026-11-23, 2026-11 or 2026.
func ParseDay(s string) (Day, bool) { return kb.ParseDay(s) }

// UnknownRuleError names a rule that there is none of, and the one that was perhaps meant.
type UnknownRuleError = engine.ConfigError

// Option configures an engine.
type Option func(*settings)

type settings struct{ rules []engine.Setting }

// WithSeverity reports a rule's findings at another severity. A finding that the rule made milder by itself stays as mild.
func WithSeverity(rule string, s Severity) Option {
	return func(o *settings) { o.rules = append(o.rules, engine.Setting{Rule: rule, Severity: s}) }
}

// Without leaves rules out.
func Without(rules ...string) Option {
	return func(o *settings) {
		for _, r := range rules {
			o.rules = append(o.rules, engine.Setting{Rule: r, Severity: Off})
		}
	}
}

// NotAt leaves a rule out at some levels.
func NotAt(rule string, levels ...Level) Option {
	return func(o *settings) { o.rules = append(o.rules, engine.Setting{Rule: rule, Keep: true, NotAt: levels}) }
}

// CheckOption says how one text is judged.
type CheckOption func(*check)

type check struct {
	in  engine.Input
	opt engine.CheckOptions
}

// AsOf is the day that versions and dates are judged on. Without it, it is the knowledge base's own.
func AsOf(d Day) CheckOption { return func(c *check) { c.opt.AsOf = d } }

// At judges the text at a level, whatever it reads as.
func At(l Level) CheckOption { return func(c *check) { c.opt.Level = l } }

// ForAITools says that the text is written for a role about AI assistants: naming them is no mistake there.
func ForAITools() CheckOption { return func(c *check) { c.opt.Target.AITools = true } }

// Named gives the report an id and the name of the input.
func Named(id, name string) CheckOption { return func(c *check) { c.in.ID, c.in.Name = id, name } }

// InFile gives the kind and the contents of the file that a source was read from, so that places in it have lines and columns.
func InFile(kind, contents string) CheckOption {
	return func(c *check) { c.in.Kind, c.in.File = kind, contents }
}

// Suppress takes findings out of the report, each for its reason. One without a reason does nothing and is reported as unused.
func Suppress(s ...Suppression) CheckOption {
	return func(c *check) { c.opt.Suppressions = append(c.opt.Suppressions, s...) }
}
