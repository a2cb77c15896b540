package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/surface/format"
)

func (a *app) techCommand() *cobra.Command {
	asOf := ""
	cmd := &cobra.Command{
		Use:   "tech NAME",
		Short: "Describe a technology: its spelling, category and versions",
		Long: `Tech describes a technology as the knowledge base knows it: how its name is written, what it is, since when it exists, and which of its
versions are still supported on the day of --as-of.`,
		Example: `  standfirst tech postgres
  standfirst tech spring boot`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return a.runTech(strings.Join(args, " "), asOf) },
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			var out []string
			for i := range a.rows().Technologies {
				out = append(out, a.rows().Technologies[i].ID+"\t"+a.rows().Technologies[i].Name)
			}
			return out, cobra.ShellCompDirectiveNoFileComp
		},
	}
	cmd.Flags().StringVar(&asOf, "as-of", "", "the `day` that support is judged on, as 2026-11-23 (default: today)")
	return cmd
}

func (a *app) runTech(name, asOf string) error {
	day := a.today()
	if asOf != "" {
		d, ok := kb.ParseDay(asOf)
		if !ok {
			return usage("--as-of " + asOf + " is no day; write it as 2026-11-23")
		}
		day = d
	}
	b := a.rows()
	found := findTechnologies(b, name)
	if len(found) == 0 {
		var names []string
		for i := range b.Technologies {
			names = append(names, b.Technologies[i].Name)
		}
		return usage("no technology is called " + name + orMeant(nearest(name, names, 3), "one row adds it: see CONTRIBUTING.md"))
	}
	p := format.NewPage(a.style())
	for i, t := range found {
		if i > 0 {
			p.Blank()
		}
		a.technology(p, t, day)
	}
	_, err := p.WriteTo(a.Out)
	return writeError(err)
}

// findTechnologies finds rows by id, name, exact spelling or alias.
func findTechnologies(b *kb.Rows, name string) (out []*kb.Technology) {
	want := key(name)
	for i := range b.Technologies {
		t := &b.Technologies[i]
		if key(t.ID) == want || key(t.Name) == want {
			out = append(out, t)
		}
	}
	if len(out) > 0 {
		return out
	}
	for i := range b.Technologies {
		t := &b.Technologies[i]
		for _, alias := range append(t.Aliases[:len(t.Aliases):len(t.Aliases)], t.Exact...) {
			if key(alias) == want {
				out = append(out, t)
				break
			}
		}
	}
	return out
}

// mostCycles is how many release lines are listed: the newest are the ones that a summary names.
const mostCycles = 12

func (a *app) technology(p *format.Page, t *kb.Technology, day kb.Day) {
	aside := t.Category
	if t.Language != "" && t.Language != t.ID {
		aside += ", " + nameOf(a.rows(), t.Language)
	}
	p.Title(t.Name, aside)
	p.Field("also written", strings.Join(append(t.Aliases[:len(t.Aliases):len(t.Aliases)], t.Exact...), ", "))
	if t.ParentRow >= 0 {
		p.Field("part of", a.rows().Technologies[t.ParentRow].Name)
	}
	if t.FirstRelease != 0 {
		p.Field("exists since", t.FirstRelease.String())
	}
	if t.Ambiguous {
		p.Field("read", "only in technical context, since the name is an ordinary word as well")
	}
	if t.Employer {
		p.Field("mind", "people also work at a company of this name")
	}
	if len(t.Cycles) == 0 {
		return
	}
	p.Blank()
	p.Heading("versions on " + day.String())
	cycles := slices.Clone(t.Cycles)
	slices.SortStableFunc(cycles, func(a, b kb.Cycle) int { return int(b.Released) - int(a.Released) })
	for i, c := range cycles {
		if i == mostCycles {
			p.Note("and " + count(len(t.Cycles)-mostCycles, "older one"))
			break
		}
		state := ""
		switch {
		case c.Released > day:
			state = "not yet released"
		case c.Ended != 0 && c.Ended <= day:
			state = "ended " + c.Ended.String()
		case c.Ended != 0:
			state = "supported until " + c.Ended.String()
		case t.Product != "":
			state = "supported"
		}
		if c.Released != 0 && c.Released <= day {
			state = strings.TrimSuffix("released "+c.Released.String()+", "+state, ", ")
		}
		p.Field(c.Version, state)
	}
}
