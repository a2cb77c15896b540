package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/surface/format"
)

func (a *app) patternsCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "patterns [NAME | GROUP]",
		Short: "List the patterns, or describe one",
		Long: `Patterns lists the patterns that a reviewer knows by name, by group, or describes one: what it is, why a reviewer cares, and what must stand
beside it in a sentence.`,
		Example: `  standfirst patterns
  standfirst patterns resilience
  standfirst patterns transactional outbox`,
		RunE: func(_ *cobra.Command, args []string) error { return a.runPatterns(strings.Join(args, " ")) },
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			out := patternGroups(a.rows())
			for i := range a.rows().Patterns {
				p := &a.rows().Patterns[i]
				out = append(out, p.ID+"\t"+p.Name)
			}
			return out, cobra.ShellCompDirectiveNoFileComp
		},
	}
}

// patternGroups are the groups in the order in which they first stand in the rows.
func patternGroups(b *kb.Rows) (out []string) {
	seen := map[string]bool{}
	for i := range b.Patterns {
		if g := b.Patterns[i].Group; !seen[g] {
			seen[g] = true
			out = append(out, g)
		}
	}
	return out
}

func (a *app) runPatterns(name string) error {
	b := a.rows()
	groups := patternGroups(b)
	p := format.NewPage(a.style())
	if name == "" {
		for _, g := range groups {
			var names []string
			for i := range b.Patterns {
				if b.Patterns[i].Group == g && !b.Patterns[i].Umbrella {
					names = append(names, b.Patterns[i].Name)
				}
			}
			if len(names) > 0 {
				p.Heading(g)
				p.Para(strings.Join(names, ", "))
			}
		}
		var umbrellas []string
		for i := range b.Patterns {
			if b.Patterns[i].Umbrella {
				umbrellas = append(umbrellas, b.Patterns[i].Name)
			}
		}
		if len(umbrellas) > 0 {
			p.Heading("umbrellas: they say nothing alone, so name the pattern beside them")
			p.Para(strings.Join(umbrellas, ", "))
		}
		p.Note("standfirst patterns NAME describes one, standfirst patterns GROUP a group")
		_, err := p.WriteTo(a.Out)
		return writeError(err)
	}
	found := findPattern(b, name)
	for _, g := range groups {
		if found != nil {
			break
		}
		if k := key(name); k == g || len(k) > 3 && strings.HasPrefix(g, k) {
			return a.patternGroup(g)
		}
	}
	if found == nil {
		var names []string
		for i := range b.Patterns {
			names = append(names, b.Patterns[i].Name)
		}
		return usage("there is no pattern " + name + orMeant(nearest(name, names, 3), "standfirst patterns lists them"))
	}
	aside := found.Group
	if found.Bar != kb.Unknown {
		aside += ", expected from " + found.Bar.String() + " level"
	}
	if found.Umbrella {
		aside += ", an umbrella: it says nothing alone"
	}
	p.Title(found.Name, aside)
	p.Para(found.What)
	p.Field("why", found.Why)
	p.Field("also called", strings.Join(found.Aliases, ", "))
	p.Field("stands with", needs(b, found))
	if len(found.WrongOn) > 0 {
		wrong := strings.Join(names(b, found.WrongOn), ", ")
		if found.WrongWhy != "" {
			wrong += ": " + found.WrongWhy
		}
		p.Field("not on", wrong)
	}
	p.Field("related", strings.Join(names(b, found.Related), ", "))
	_, err := p.WriteTo(a.Out)
	return writeError(err)
}

func (a *app) patternGroup(group string) error {
	t := format.NewTable(a.style(), "pattern", "from", group)
	for i := range a.rows().Patterns {
		p := &a.rows().Patterns[i]
		if p.Group == group {
			bar := ""
			if p.Bar != kb.Unknown {
				bar = p.Bar.String()
			}
			t.Row(p.Name, bar, p.What)
		}
	}
	return writeError(t.Write(a.Out))
}

func findPattern(b *kb.Rows, name string) *kb.Pattern {
	want := key(name)
	for i := range b.Patterns {
		p := &b.Patterns[i]
		if key(p.ID) == want || key(p.Name) == want {
			return p
		}
	}
	for i := range b.Patterns {
		for _, alias := range b.Patterns[i].Aliases {
			if key(alias) == want {
				return &b.Patterns[i]
			}
		}
	}
	return nil
}

// needs says what must stand near a pattern: one thing of every list.
func needs(b *kb.Rows, p *kb.Pattern) string {
	var all []string
	for _, any := range p.Needs {
		all = append(all, orList(names(b, any)))
	}
	return strings.Join(all, "; and ")
}

// names turns ids of things, technologies and patterns into words.
func names(b *kb.Rows, ids []string) (out []string) {
	for _, id := range ids {
		out = append(out, nameOf(b, id))
	}
	return out
}

func nameOf(b *kb.Rows, id string) string {
	for i := range b.Things {
		if b.Things[i].ID == id {
			return b.Things[i].Name
		}
	}
	for i := range b.Patterns {
		if b.Patterns[i].ID == id {
			return b.Patterns[i].Name
		}
	}
	for i := range b.Technologies {
		if b.Technologies[i].ID == id {
			return b.Technologies[i].Name
		}
	}
	return strings.ReplaceAll(id, "-", " ")
}
