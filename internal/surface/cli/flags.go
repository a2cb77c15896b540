package cli

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/standfirst/standfirst/internal/engine"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/report"
	"github.com/standfirst/standfirst/internal/engine/rule"
	"github.com/standfirst/standfirst/internal/surface/config"
)

// judging are the flags that say how a text is judged; check, fix, facts and compare share them.
type judging struct {
	level, asOf, section, configPath, target string
	noConfig                                 bool
}

func (j *judging) add(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&j.level, "level", "", "judge at this `level`: entry, mid, senior or staff (default: as read from the text)")
	f.StringVar(&j.asOf, "as-of", "", "the `day` that versions and dates are judged on, as 2026-11-23 (default: today)")
	f.StringVar(&j.section, "section", "", "take the summary from this `heading`, or this path in a JSON file")
	f.StringVar(&j.target, "target", "", "the `role` that the text is written for; one about AI assistants may name them")
	f.StringVar(&j.configPath, "config", "", "read settings from this `file` (default: the nearest "+config.FileName+")")
	f.BoolVar(&j.noConfig, "no-config", false, "read no settings file")
	complete(cmd, "level", levels...)
	_ = cmd.MarkFlagFilename("config", "toml")
}

var levels = []string{"entry", "mid", "senior", "staff"}

func complete(cmd *cobra.Command, flag string, values ...string) {
	_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
}

// settings are what the flags and the file come to.
type settings struct {
	config *config.Config
	check  engine.CheckOptions // without suppressions
	failOn string
}

// settle reads the settings file and lets the flags win over it.
func (a *app) settle(j *judging) (*settings, error) {
	c := &config.Config{}
	if !j.noConfig || j.configPath != "" {
		var err error
		if c, err = config.Load(j.configPath, "."); err != nil {
			return nil, err
		}
	}
	s := &settings{config: c, failOn: c.FailOn}
	s.check.Level, s.check.AsOf = c.Level, c.AsOf
	s.check.Target = rule.Target{AITools: c.AITools}
	if j.target != "" {
		s.check.Target.AITools = config.AboutAI(j.target)
	}
	if j.level != "" {
		l, ok := kb.ParseLevel(j.level)
		if !ok || l == kb.Unknown {
			return nil, usage("there is no level " + j.level + "; take entry, mid, senior or staff")
		}
		s.check.Level = l
	}
	if j.asOf != "" {
		d, ok := kb.ParseDay(j.asOf)
		if !ok {
			return nil, usage("--as-of " + j.asOf + " is no day; write it as 2026-11-23")
		}
		s.check.AsOf = d
	}
	if s.check.AsOf == 0 {
		s.check.AsOf = a.today()
	}
	if len(c.Rules) > 0 {
		known, err := a.engine().Config(c.Rules)
		if err != nil {
			e := (*engine.ConfigError)(nil)
			if !errors.As(err, &e) {
				return nil, err
			}
			at := c.Origin("rules." + e.Rule)
			if at == "" {
				at = c.Path
			}
			return nil, usage(at + ": " + e.Error())
		}
		s.check.Config = known
	}
	for _, x := range c.Suppress {
		if x.Rule != "*" && a.engine().Rule(x.Rule) == nil {
			return nil, usage(x.Origin + ": there is no rule " + x.Rule + "; standfirst rules lists them")
		}
	}
	return s, nil
}

// options are the check's own for one file: the suppressions of the settings and of the file itself.
func (s *settings) options(path string, own []report.Suppression, notes []string) engine.CheckOptions {
	o := s.check
	o.Suppressions = append(s.config.For(path), own...)
	o.Notes = notes
	return o
}

// fails reports whether a report stands at or above the line that --fail-on draws.
func fails(r *report.Report, failOn string) bool {
	switch failOn {
	case "revise":
		return r.Score.Verdict == "revise" || r.Score.Verdict == "rework"
	case "rework":
		return r.Score.Verdict == "rework"
	}
	line, _ := rule.ParseSeverity(failOn)
	for i := range r.Findings {
		if s, ok := rule.ParseSeverity(r.Findings[i].Severity); ok && s >= line && s > rule.Off {
			return true
		}
	}
	return false
}

// oneOf checks a flag's value against its choices.
func oneOf(flag, value string, choices []string) error {
	if slices.Contains(choices, value) {
		return nil
	}
	last := len(choices) - 1
	return usage("--" + flag + " cannot be " + value + "; take " + strings.Join(choices[:last], ", ") + " or " + choices[last])
}
