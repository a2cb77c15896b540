package cli

import (
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/standfirst/standfirst/internal/engine"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/report"
	"github.com/standfirst/standfirst/internal/engine/text"
	"github.com/standfirst/standfirst/internal/guide"
	"github.com/standfirst/standfirst/internal/surface/format"
)

type gallery struct {
	guide.Filter
	weak, path bool
}

func (a *app) examplesCommand() *cobra.Command {
	c := &gallery{}
	cmd := &cobra.Command{
		Use:   "examples [ID]",
		Short: "Show excellent summaries, their weak twins, and the way between",
		Long: `Examples lists the gallery: one excellent summary for every level and specialty, each of an invented person. With an id it shows one and why it
works; --weak shows the same person's facts told badly, --path the way from one to the other.

standfirst examples start ID prints the text alone, to begin from.`,
		Example: `  standfirst examples --level senior --specialty go
  standfirst examples senior-go-dispatch --weak --path
  standfirst examples start senior-go-dispatch > summary.txt`,
		Args:              cobra.MaximumNArgs(1),
		RunE:              func(_ *cobra.Command, args []string) error { return a.runExamples(c, args) },
		ValidArgsFunction: completeExamples,
	}
	f := cmd.Flags()
	f.StringVar(&c.Level, "level", "", "only this `level`: entry, mid, senior or staff")
	f.StringVar(&c.Specialty, "specialty", "", "only this `specialty`: java, python, node, go or distributed")
	f.StringVar(&c.Tone, "tone", "", "only this `tone`: professional, confident, concise or creative")
	f.StringVar(&c.Tag, "tag", "", "only this `tag`: career-changer, self-taught, ai-infrastructure or reliability")
	f.BoolVar(&c.weak, "weak", false, "show the weak twin")
	f.BoolVar(&c.path, "path", false, "show the way from the weak twin to the text")
	complete(cmd, "level", levels...)
	complete(cmd, "specialty", "java", "python", "node", "go", "distributed")
	complete(cmd, "tone", "professional", "confident", "concise", "creative")
	complete(cmd, "tag", "career-changer", "self-taught", "ai-infrastructure", "reliability")
	cmd.AddCommand(&cobra.Command{
		Use:               "start ID",
		Short:             "Print the text of an example and nothing else",
		Example:           "  standfirst examples start mid-java-ferries > summary.txt",
		Args:              exactly(1, "name an example; standfirst examples lists them"),
		ValidArgsFunction: completeExamples,
		RunE: func(_ *cobra.Command, args []string) error {
			e, err := findExample(args[0])
			if err != nil {
				return err
			}
			_, err = io.WriteString(a.Out, e.Text+"\n")
			return writeError(err)
		},
	})
	return cmd
}

func completeExamples(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var out []string
	for _, e := range guide.Default().Examples {
		out = append(out, e.ID+"\t"+e.Why)
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

func findExample(id string) (*guide.Example, error) {
	e, ok := guide.Default().Example(strings.ReplaceAll(key(id), " ", "-"))
	if !ok {
		var ids []string
		for _, x := range guide.Default().Examples {
			ids = append(ids, x.ID)
		}
		return nil, usage("there is no example " + id + orMeant(nearest(id, ids, 3), "standfirst examples lists them"))
	}
	return e, nil
}

func (a *app) runExamples(c *gallery, args []string) error {
	if len(args) == 1 {
		e, err := findExample(args[0])
		if err != nil {
			return err
		}
		return a.example(c, e)
	}
	for _, x := range []struct{ flag, value string }{{"level", c.Level}, {"specialty", c.Specialty}, {"tone", c.Tone}, {"tag", c.Tag}} {
		if x.value != "" && len(guide.Default().Choose(only(x.flag, x.value))) == 0 {
			return usage("no example has the " + x.flag + " " + x.value + "; standfirst examples lists them all")
		}
	}
	list := guide.Default().Choose(c.Filter)
	if len(list) == 0 {
		return usage("no example is all of that; leave one of the flags out")
	}
	if (c.weak || c.path) && len(list) > 1 {
		return usage("name the example whose weak twin or path to show: standfirst examples " + list[0].ID + " --weak --path")
	}
	if len(list) == 1 {
		return a.example(c, list[0])
	}
	t := format.NewTable(a.style(), "example", "tone", "why it works")
	for _, e := range list {
		why := e.Why
		if len(e.Tags) > 0 {
			why += " (" + strings.Join(e.Tags, ", ") + ")"
		}
		t.Row(e.ID, e.Tone, why)
	}
	if err := t.Write(a.Out); err != nil {
		return writeError(err)
	}
	p := format.NewPage(a.style())
	p.Blank()
	p.Note("standfirst examples ID shows one, --weak its weak twin, --path the way between; standfirst examples start ID prints it to begin from")
	_, err := p.WriteTo(a.Out)
	return writeError(err)
}

func only(flag, value string) guide.Filter {
	switch flag {
	case "level":
		return guide.Filter{Level: value}
	case "specialty":
		return guide.Filter{Specialty: value}
	case "tone":
		return guide.Filter{Tone: value}
	}
	return guide.Filter{Tag: value}
}

func (a *app) example(c *gallery, e *guide.Example) error {
	level, _ := kb.ParseLevel(e.Level)
	judge := func(s string) *report.Report {
		return a.engine().Check(text.Plain(s), engine.Input{}, engine.CheckOptions{AsOf: a.today(), Level: level})
	}
	p := format.NewPage(a.style())
	aside := []string{e.Level, format.SpecialtyName(e.Specialty), e.Tone}
	p.Title(e.ID, strings.Join(append(aside, e.Tags...), ", "))
	if !c.weak && !c.path {
		p.Annotated(judge(e.Text))
		p.Field("why", e.Why)
	} else {
		if c.weak {
			p.Aside("The same facts, told badly", false)
			p.Found(judge(e.Weak))
		}
		if c.path {
			p.Heading("The way")
			for i, m := range e.Path {
				p.Numbered(i+1, m.Change, m.Says+" ["+m.Rule+"]")
			}
			p.Blank()
		}
		p.Aside("Told well", true)
		p.Annotated(judge(e.Text))
		p.Field("why", e.Why)
	}
	_, err := p.WriteTo(a.Out)
	return writeError(err)
}
