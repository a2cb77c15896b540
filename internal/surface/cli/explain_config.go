package cli

import (
	"strconv"
	"strings"

	"github.com/standfirst/standfirst/internal/engine/rule"
	"github.com/standfirst/standfirst/internal/surface/format"
)

// explainConfig prints every setting that holds for this run and where it comes from.
func (a *app) explainConfig(c *checking, s *settings) error {
	t := format.NewTable(a.style(), "setting", "from", "value")
	file := s.config
	row := func(name, value, flag string, given bool, key, otherwise string) {
		from := otherwise
		if o := file.Origin(key); o != "" {
			from = o
		}
		if given {
			from = flag
		}
		t.Row(name, from, value)
	}
	where := "none found from here upwards"
	if file.Path != "" {
		where = file.Path
	}
	from := "nearest one"
	switch {
	case c.configPath != "":
		from = "--config"
	case c.noConfig:
		where, from = "none", "--no-config"
	}
	t.Row("settings file", from, where)
	level := "as read from each text"
	if s.check.Level != 0 {
		level = s.check.Level.String()
	}
	row("level", level, "--level", c.level != "", "level", "default")
	row("as_of", s.check.AsOf.String(), "--as-of", c.asOf != "", "as_of", "default: today")
	failOn := s.failOn
	if c.failOn != "" {
		failOn = c.failOn
	}
	if failOn == "" {
		failOn = "error"
	}
	row("fail_on", failOn, "--fail-on", c.failOn != "", "fail_on", "default")
	role := file.Role
	if c.target != "" {
		role = c.target
	}
	if role == "" {
		role = "none"
	}
	row("target.role", role, "--target", c.target != "", "target.role", "default")
	row("target.ai_tools", strconv.FormatBool(s.check.Target.AITools), "--target", c.target != "", "target.ai_tools", "read from the role")
	for _, r := range file.Rules {
		var says []string
		if !r.Keep {
			says = append(says, r.Severity.String())
		}
		if len(r.NotAt) > 0 {
			var names []string
			for _, l := range r.NotAt {
				names = append(names, l.String())
			}
			says = append(says, "not at "+strings.Join(names, ", "))
		}
		value := strings.Join(says, ", ")
		if known := a.engine().Rule(r.Rule); known != nil && !r.Keep && r.Severity != known.Severity {
			value += " (default " + known.Severity.String() + ")"
		}
		if r.Severity == rule.Off && !r.Keep {
			value = "off"
		}
		t.Row("rules."+r.Rule, file.Origin("rules."+r.Rule), value)
	}
	for i, x := range file.Suppress {
		value := x.Rule
		if x.Fingerprint != "" {
			value += " " + x.Fingerprint
		}
		if x.File != "" {
			value += " in " + x.File
		}
		t.Row("suppress."+strconv.Itoa(i), x.Origin, value+": "+x.Reason)
	}
	colour, why := "on", "standard output is a terminal"
	if !a.style().Color {
		colour, why = "off", "standard output is no terminal"
		switch {
		case a.noColor:
			why = "--no-color"
		case a.Env("NO_COLOR") != "":
			why = "NO_COLOR in the environment"
		case a.Env("TERM") == "dumb":
			why = "TERM=dumb in the environment"
		}
	} else if !terminal(a.Out) {
		why = "FORCE_COLOR in the environment"
	}
	t.Row("colour", why, colour)
	return t.Write(a.Out)
}
