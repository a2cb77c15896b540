package cli

import (
	"bufio"

	"github.com/spf13/cobra"

	"github.com/standfirst/standfirst/internal/engine/report"
	"github.com/standfirst/standfirst/internal/surface/format"
)

type listing struct {
	judging
	format string
}

func (a *app) factsCommand() *cobra.Command {
	c := &listing{}
	cmd := &cobra.Command{
		Use:   "facts [FILE | -]...",
		Short: "Show what was read from the text",
		Long: `Facts prints the text with what was read marked below the words, and a table of what each mark was read as: the title and its level,
years, technologies and their versions, metrics in base units, patterns, decisions, artifacts.

Nothing is judged here; the JSON formats print the whole report, as standfirst check does, with its facts. Where something is missing or wrong in the table, the report of standfirst check rests on the same mistake.`,
		Example: `  standfirst facts summary.txt
  standfirst facts --format json summary.txt`,
		RunE:              func(_ *cobra.Command, args []string) error { return a.runFacts(c, args) },
		ValidArgsFunction: fileArgs,
	}
	cmd.Flags().StringVarP(&c.format, "format", "f", "text", "print `as`: text, json or jsonl")
	c.judging.add(cmd)
	complete(cmd, "format", "text", "json", "jsonl")
	return cmd
}

func (a *app) runFacts(c *listing, args []string) error {
	if err := oneOf("format", c.format, []string{"text", "json", "jsonl"}); err != nil {
		return err
	}
	s, err := a.settle(&c.judging)
	if err != nil {
		return err
	}
	s.check.FactsOnly = c.format == "text"
	if len(args) == 0 {
		if terminal(a.In) {
			return usage("name a file to read, or - for standard input; see standfirst facts --help")
		}
		args = []string{stdin}
	}
	if c.format == "json" && len(args) > 1 {
		return usage("json is one object, and there are several files here; take --format jsonl")
	}
	out := bufio.NewWriter(a.Out)
	printed := false
	for _, name := range args {
		d, err := a.open(name, c.section)
		if err != nil {
			_ = out.Flush()
			a.status = Broken
			a.complain(shownName(name) + ": " + err.Error())
			continue
		}
		r := a.check(d, s)
		if c.format != "text" {
			_, err = out.Write(append(report.AppendJSON(nil, r), '\n'))
		} else {
			if printed {
				_, _ = out.WriteString("\n")
			}
			err = format.Facts(out, r, a.style())
		}
		printed = true
		if err != nil {
			return writeError(err)
		}
	}
	return writeError(out.Flush())
}
