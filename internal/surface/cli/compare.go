package cli

import (
	"github.com/spf13/cobra"

	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/surface/format"
)

func (a *app) compareCommand() *cobra.Command {
	c := &judging{}
	cmd := &cobra.Command{
		Use:   "compare FILE FILE",
		Short: "Say which of two texts opens stronger, and why",
		Long: `Compare judges two texts at the same level (the one named with --level, or the higher one that the two are written at) and says which opens
stronger: what each shows in its first 30 words, and part by part what one has and the other lacks.

The exit status is 0 whichever is the stronger.`,
		Example: `  standfirst compare before.txt after.txt
  standfirst compare --level staff a.md b.md`,
		Args:              cobra.ExactArgs(2),
		RunE:              func(_ *cobra.Command, args []string) error { return a.runCompare(c, args) },
		ValidArgsFunction: fileArgs,
	}
	c.add(cmd)
	return cmd
}

func (a *app) runCompare(c *judging, args []string) error {
	s, err := a.settle(c)
	if err != nil {
		return err
	}
	if args[0] == stdin && args[1] == stdin {
		return usage("both texts cannot come from standard input; put one into a file")
	}
	var docs [2]*document
	for i, name := range args {
		if docs[i], err = a.open(name, c.section); err != nil {
			return &namedError{shownName(name), err}
		}
	}
	one, two := a.check(docs[0], s), a.check(docs[1], s)
	if s.check.Level == kb.Unknown && one.Level.Verdict != two.Level.Verdict {
		l, _ := kb.ParseLevel(one.Level.Verdict)
		m, _ := kb.ParseLevel(two.Level.Verdict)
		s.check.Level = max(l, m)
		one, two = a.check(docs[0], s), a.check(docs[1], s)
	}
	return writeError(format.Compare(a.Out, one, two, a.style()))
}
