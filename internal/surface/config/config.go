// Package config reads standfirst.toml: how rules report, what is suppressed and why, and what the texts are written for.
//
//	level = "senior"            # judge every text at this level
//	as_of = "2026-11-23"        # the day that versions and dates are judged on
//	fail_on = "warning"
//
//	[target]
//	role = "Platform engineer for AI coding assistants"
//	ai_tools = true             # said outright; otherwise read from the role
//
//	[rules]
//	filler = "suggestion"       # off, suggestion, warning or error
//	too-long = {severity = "warning", levels = ["senior", "staff"]}
//
//	[[suppress]]
//	rule = "layoff-disclosure"
//	fingerprint = "0f4c2a9be1d37766"   # this finding only
//	file = "cohort/ana*.txt"           # in these files only
//	reason = "Agreed with Ana."
//
// A key that means nothing is an error with its line, so that no setting is silently without effect.
package config

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"github.com/standfirst/standfirst/internal/engine"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/report"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

// FileName is the name that is looked for.
const FileName = "standfirst.toml"

// Config is a file as read. The zero Config sets nothing.
type Config struct {
	Path     string // "" where no file was read
	Level    kb.Level
	AsOf     kb.Day
	FailOn   string
	Role     string // what the texts are written for
	AITools  bool   // that role is about AI assistants
	Rules    []engine.Setting
	Suppress []Suppression

	lines map[string]int // by dotted key: the line that it stands on
}

// Suppression is a suppression that may be for some files only.
type Suppression struct {
	report.Suppression
	File string // a pattern over the path as it was given or its last parts; "" is every file
}

// file is the shape of the TOML.
type file struct {
	Level  string `toml:"level"`
	AsOf   any    `toml:"as_of"`
	FailOn string `toml:"fail_on"`
	Target struct {
		Role    string `toml:"role"`
		AITools *bool  `toml:"ai_tools"`
	} `toml:"target"`
	Rules    map[string]any `toml:"rules"`
	Suppress []struct {
		Rule        string `toml:"rule"`
		Fingerprint string `toml:"fingerprint"`
		File        string `toml:"file"`
		Reason      string `toml:"reason"`
	} `toml:"suppress"`
}

// Error is a file that cannot be taken, with the place and what to do.
type Error struct {
	Path         string
	Line, Column int
	Message      string
}

func (e *Error) Error() string {
	at := e.Path
	if e.Line > 0 {
		at += ":" + strconv.Itoa(e.Line)
		if e.Column > 0 {
			at += ":" + strconv.Itoa(e.Column)
		}
	}
	return at + ": " + e.Message
}

// FailOns are the values of fail_on and --fail-on.
var FailOns = []string{"suggestion", "warning", "error", "revise", "rework"}

// Parse reads a file's bytes. Path is for messages.
func Parse(path string, data []byte) (*Config, error) {
	var f file
	d := toml.NewDecoder(bytes.NewReader(data)).DisallowUnknownFields()
	if err := d.Decode(&f); err != nil {
		return nil, decodeError(path, err)
	}
	c := &Config{Path: path, Role: f.Target.Role, lines: lines(data)}
	fail := func(key, format string, args ...any) error {
		return &Error{Path: path, Line: c.lines[key], Message: fmt.Sprintf(format, args...)}
	}
	if f.Level != "" {
		l, ok := kb.ParseLevel(f.Level)
		if !ok || l == kb.Unknown {
			return nil, fail("level", "there is no level %q; take entry, mid, senior or staff", f.Level)
		}
		c.Level = l
	}
	if f.AsOf != nil {
		day, ok := kb.ParseDay(strings.TrimSpace(fmt.Sprint(f.AsOf)))
		if !ok {
			return nil, fail("as_of", "%v is no day; write 2026-11-23", f.AsOf)
		}
		c.AsOf = day
	}
	if f.FailOn != "" {
		if !slices.Contains(FailOns, f.FailOn) {
			return nil, fail("fail_on", "fail_on cannot be %q; take %s", f.FailOn, list(FailOns))
		}
		c.FailOn = f.FailOn
	}
	c.AITools = aboutAI(f.Target.Role)
	if f.Target.AITools != nil {
		c.AITools = *f.Target.AITools
	}
	ids := make([]string, 0, len(f.Rules))
	for id := range f.Rules {
		ids = append(ids, id)
	}
	sort.Strings(ids)
	for _, id := range ids {
		s, message := setting(id, f.Rules[id])
		if message != "" {
			return nil, fail("rules."+id, "%s", message)
		}
		c.Rules = append(c.Rules, s)
	}
	for i, s := range f.Suppress {
		key := "suppress." + strconv.Itoa(i)
		switch {
		case s.Rule == "":
			return nil, fail(key, `a suppression names its rule; write rule = "…", or "*" for every rule`)
		case strings.TrimSpace(s.Reason) == "":
			return nil, fail(key, `a suppression needs its reason; write reason = "…", so that the next reader knows whether it still holds`)
		case s.Rule == "*" && s.Fingerprint == "" && s.File == "":
			return nil, fail(key, "this would suppress everything; name a rule, a file or a fingerprint")
		}
		if _, err := filepath.Match(s.File, "x"); err != nil {
			return nil, fail(key, "file = %q is no pattern: %v", s.File, err)
		}
		c.Suppress = append(c.Suppress, Suppression{File: s.File, Suppression: report.Suppression{
			Rule: s.Rule, Fingerprint: s.Fingerprint, Reason: s.Reason, Origin: c.Origin(key)}})
	}
	return c, nil
}

func setting(id string, v any) (engine.Setting, string) {
	s := engine.Setting{Rule: id, Keep: true}
	severity := func(v any) string {
		name, _ := v.(string)
		sev, ok := rule.ParseSeverity(name)
		if !ok {
			return fmt.Sprintf("there is no severity %v; take off, suggestion, warning or error", quoted(v))
		}
		s.Severity, s.Keep = sev, false
		return ""
	}
	t, ok := v.(map[string]any)
	if !ok {
		return s, severity(v)
	}
	for key, v := range t {
		switch key {
		case "severity":
			if m := severity(v); m != "" {
				return s, m
			}
		case "levels":
			names, ok := v.([]any)
			if !ok {
				return s, `levels is a list, as ["senior", "staff"]`
			}
			at := map[kb.Level]bool{}
			for _, n := range names {
				name, _ := n.(string)
				l, ok := kb.ParseLevel(name)
				if !ok {
					return s, fmt.Sprintf("there is no level %v; take entry, mid, senior, staff or unknown", quoted(n))
				}
				at[l] = true
			}
			for l := kb.Unknown; l <= kb.Staff; l++ {
				if !at[l] {
					s.NotAt = append(s.NotAt, l)
				}
			}
		default:
			return s, fmt.Sprintf("a rule has no setting %q; take severity or levels", key)
		}
	}
	return s, ""
}

func quoted(v any) string {
	if s, ok := v.(string); ok {
		return strconv.Quote(s)
	}
	return fmt.Sprint(v)
}

func list(names []string) string {
	return strings.Join(names[:len(names)-1], ", ") + " or " + names[len(names)-1]
}

// aboutAI reports whether a role is about AI assistants, so that naming one is no mistake.
func aboutAI(role string) bool {
	for _, w := range strings.FieldsFunc(strings.ToLower(role), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }) {
		switch w {
		case "ai", "genai", "llm", "llms", "copilot", "copilots", "assistant", "assistants", "agents", "agentic", "prompt", "prompts":
			return true
		}
	}
	return false
}

// AboutAI is the same test for a role that was given elsewhere.
func AboutAI(role string) bool { return aboutAI(role) }

// decodeError turns an error of the decoder into one with the first place at fault.
func decodeError(path string, err error) error {
	var strict *toml.StrictMissingError
	if errors.As(err, &strict) && len(strict.Errors) > 0 {
		e := strict.Errors[0]
		row, col := e.Position()
		return &Error{path, row, col, "there is no setting " + strings.Join(e.Key(), ".") + "; the settings are level, as_of, fail_on, [target], [rules] and [[suppress]]"}
	}
	var bad *toml.DecodeError
	if errors.As(err, &bad) {
		row, col := bad.Position()
		message := strings.TrimPrefix(bad.Error(), "toml: ")
		if k := bad.Key(); len(k) > 0 {
			message = strings.Join(k, ".") + ": " + message
		}
		return &Error{path, row, col, message}
	}
	return &Error{Path: path, Message: strings.TrimPrefix(err.Error(), "toml: ")}
}

// Origin says where a setting is written: "standfirst.toml:12"; "" where it is not.
func (c *Config) Origin(key string) string {
	if c == nil || c.lines[key] == 0 {
		return ""
	}
	return c.Path + ":" + strconv.Itoa(c.lines[key])
}

// For are the suppressions that hold for a file.
func (c *Config) For(path string) []report.Suppression {
	if c == nil {
		return nil
	}
	var out []report.Suppression
	for _, s := range c.Suppress {
		if s.File == "" || matches(s.File, path) {
			out = append(out, s.Suppression)
		}
	}
	return out
}

// matches tries a pattern on a path and on each of its tails, so that "ana.txt" means the file wherever the run started.
func matches(pattern, path string) bool {
	path = filepath.ToSlash(path)
	for {
		if ok, _ := filepath.Match(pattern, path); ok {
			return true
		}
		_, rest, ok := strings.Cut(path, "/")
		if !ok {
			return false
		}
		path = rest
	}
}
