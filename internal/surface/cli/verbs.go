package cli

import (
	"sort"
	"strings"

	"github.com/spf13/cobra"

	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/surface/format"
)

var verbFamilies = []struct{ id, about string }{
	{"leadership", "direction, decisions, people"},
	{"impact", "a number that moved"},
	{"technical", "what was made and run"},
	{"weak", "says that you were near it, not that you did it"},
}

func (a *app) verbsCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "verbs [FAMILY]",
		Short: "List the action verbs by family and level",
		Long: `Verbs lists action verbs by family (leadership, impact, technical, and the weak ones) and by the lowest level at which each is
natural to say of oneself.`,
		Example:   "  standfirst verbs impact",
		Args:      cobra.MaximumNArgs(1),
		ValidArgs: []string{"leadership", "impact", "technical", "weak"},
		RunE: func(_ *cobra.Command, args []string) error {
			return a.runVerbs(strings.Join(args, ""))
		},
	}
}

func (a *app) runVerbs(family string) error {
	p := format.NewPage(a.style())
	found := false
	for _, f := range verbFamilies {
		if family != "" && key(family) != f.id {
			continue
		}
		found = true
		byLevel := map[kb.Level][]string{}
		for i := range a.rows().Verbs {
			if v := &a.rows().Verbs[i]; v.Family == f.id {
				byLevel[v.Level] = append(byLevel[v.Level], v.Verb)
			}
		}
		p.Heading(f.id + ": " + f.about)
		for l := kb.Unknown; l <= kb.Staff; l++ {
			verbs := byLevel[l]
			if len(verbs) == 0 {
				continue
			}
			sort.Strings(verbs)
			label := "from " + l.String()
			if l == kb.Unknown {
				label = "any level"
			}
			p.Field(label, strings.Join(verbs, ", "))
		}
		p.Blank()
	}
	if !found {
		return usage("there is no family " + family + "; take leadership, impact, technical or weak")
	}
	_, err := p.WriteTo(a.Out)
	return writeError(err)
}
