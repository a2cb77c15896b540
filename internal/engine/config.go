package engine

import (
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

// Setting changes how one rule reports. It then holds for every finding of the rule, also those
// that the rule grades milder by itself.
type Setting struct {
	Rule     string
	Severity rule.Severity // Off leaves the rule out; with Keep it is not looked at
	Keep     bool          // keep the rule's own severity
	NotAt    []kb.Level    // levels at which the rule is left out
}

// Config is a set of settings, checked and ready for any number of checks. A nil Config changes nothing.
type Config struct {
	severity []rule.Severity // by rule
	notAt    []uint8         // by rule: a bit for every level
}

// ConfigError names a rule that a configuration speaks of and that there is none of.
type ConfigError struct {
	Rule string
	Near string // the id that was perhaps meant
}

func (e *ConfigError) Error() string {
	s := "there is no rule " + e.Rule
	if e.Near != "" {
		return s + "; did you mean " + e.Near + "?"
	}
	return s + "; the rules are listed in docs/rules"
}

// Config checks settings. A later one for the same rule wins.
func (e *Engine) Config(settings []Setting) (*Config, error) {
	c := &Config{severity: make([]rule.Severity, len(e.rules)), notAt: make([]uint8, len(e.rules))}
	for i, r := range e.rules {
		c.severity[i] = r.Severity
	}
	for _, s := range settings {
		i := e.index(s.Rule)
		if i < 0 {
			return nil, &ConfigError{s.Rule, e.nearest(s.Rule)}
		}
		if !s.Keep {
			c.severity[i] = s.Severity
		}
		c.notAt[i] = 0
		for _, l := range s.NotAt {
			c.notAt[i] |= 1 << l
		}
	}
	return c, nil
}

// off reports whether rule i is left out at a level.
func (c *Config) off(i int, l kb.Level) bool {
	return c != nil && (c.severity[i] == rule.Off || c.notAt[i]&(1<<l) != 0)
}

// apply gives the findings of rule i their configured severity.
func (c *Config) apply(i int, r *rule.Rule, found []rule.Finding) {
	if c == nil {
		return
	}
	for k := range found {
		f := &found[k]
		// A severity that was raised on purpose is meant for every finding of the rule, the milder ones too.
		if f.Severity == r.Severity || c.severity[i] != r.Severity && c.severity[i] != f.Severity {
			f.Severity = c.severity[i]
		}
	}
}

// nearest is the rule whose id takes the fewest edits to reach, if they are few.
func (e *Engine) nearest(id string) string {
	best, name := 1+len(id)/3, ""
	for _, r := range e.rules {
		if d := distance(id, r.ID); d <= best && (name == "" || d < best) {
			best, name = d, r.ID
		}
	}
	return name
}

// distance is the number of edits between two strings.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for k := range row {
		row[k] = k
	}
	for i := 1; i <= len(a); i++ {
		corner := row[0]
		row[0] = i
		for k := 1; k <= len(b); k++ {
			cost := corner
			if a[i-1] != b[k-1] {
				cost++
			}
			corner = row[k]
			row[k] = min(cost, row[k]+1, row[k-1]+1)
		}
	}
	return row[len(b)]
}
