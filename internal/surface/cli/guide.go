package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/guide"
	"github.com/standfirst/standfirst/internal/surface/format"
)

func (a *app) guideCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "guide [QUESTION]",
		Short: "Answer a question about summaries, with sources",
		Long: `Guide answers the questions that people ask about a summary: how long, what to include, with no experience, for which level, after a layoff.
Ask in your own words. Without a question it lists them all.`,
		Example: `  standfirst guide
  standfirst guide how long should it be
  standfirst guide self-taught`,
		RunE: func(_ *cobra.Command, args []string) error { return a.runGuide(strings.Join(args, " ")) },
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			var out []string
			for _, q := range guide.Default().Questions {
				out = append(out, q.ID+"\t"+q.Question)
			}
			return out, cobra.ShellCompDirectiveNoFileComp
		},
	}
}

func (a *app) runGuide(asked string) error {
	g := guide.Default()
	if strings.TrimSpace(asked) == "" {
		return a.listQuestions("What people ask", g.Questions)
	}
	f := g.Ask(asked)
	switch {
	case len(f.Questions) == 0:
		return usage("the guide has no answer to that; standfirst guide lists its questions")
	case !f.Sure:
		var near []guide.Question
		for _, q := range f.Questions {
			near = append(near, *q)
		}
		if len(near) > 1 {
			return a.listQuestions("The closest answers; ask for one by its name", near)
		}
	}
	return a.answer(f.Questions[0])
}

func (a *app) listQuestions(heading string, list []guide.Question) error {
	p := format.NewPage(a.style())
	p.Heading(heading)
	if _, err := p.WriteTo(a.Out); err != nil {
		return writeError(err)
	}
	t := format.NewTable(a.style())
	for _, q := range list {
		t.Row(q.ID, q.Question)
	}
	return writeError(t.Write(a.Out))
}

func (a *app) answer(q *guide.Question) error {
	g := guide.Default()
	p := format.NewPage(a.style())
	p.Title(q.Question, "")
	for para := range strings.SplitSeq(q.Answer, "\n\n") {
		p.Para(strings.TrimSpace(para))
	}
	p.Field("rules", strings.Join(q.Rules, ", "))
	p.Field("patterns", strings.Join(names(&kb.Default().Rows, q.Patterns), ", "))
	if ids := exampleIDs(g, q.Examples); len(ids) > 0 {
		p.Field("examples", strings.Join(ids, ", "))
	}
	p.Blank()
	if len(q.Sources) > 0 {
		p.Heading("Sources")
		a.sources(p, q.Sources)
	}
	_, err := p.WriteTo(a.Out)
	return writeError(err)
}

// exampleIDs are the examples that any of the filters takes, four at most.
func exampleIDs(g *guide.Guide, filters []string) (out []string) {
	seen := map[string]bool{}
	for _, f := range filters {
		kind, value, _ := strings.Cut(f, ":")
		var filter guide.Filter
		switch kind {
		case "level":
			filter.Level = value
		case "specialty":
			filter.Specialty = value
		case "tag":
			filter.Tag = value
		}
		for _, e := range g.Choose(filter) {
			if !seen[e.ID] && len(out) < 4 {
				seen[e.ID] = true
				out = append(out, e.ID)
				break // one a filter, so that each is heard
			}
		}
	}
	return out
}
