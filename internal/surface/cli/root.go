package cli

import (
	"errors"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/standfirst/standfirst/internal/engine"
)

const (
	groupCheck = "check"
	groupGuide = "guide"
	groupOther = "other"
)

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "standfirst",
		Short: "Check a backend developer's résumé summary",
		Long: `Standfirst checks the summary of a backend developer's résumé against a calibrated rubric and says what to change: who you are in the
first words, a stack at depth, an outcome with its number, a decision with its price, and what you want next.

It runs on your machine, asks no server and invents nothing: what only you can know, it asks.`,
		Example: `  standfirst check summary.txt
  standfirst check - < summary.txt
  standfirst check --format csv cohort/ > cohort.csv
  standfirst guide how long should it be`,
		SilenceUsage:      true,
		SilenceErrors:     true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		Version:           engine.Version,

		SuggestionsMinimumDistance: 2,

		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return unknownCommand(cmd, args[0])
			}
			return cmd.Help()
		},
	}
	root.SetVersionTemplate("standfirst {{.Version}}\n")
	root.PersistentFlags().BoolVar(&a.noColor, "no-color", false, "print without colours (as NO_COLOR does)")
	root.PersistentFlags().IntVar(&a.width, "width", 0, "columns to print in (default: the terminal's, or 80)")
	root.AddGroup(
		&cobra.Group{ID: groupCheck, Title: "Your text:"},
		&cobra.Group{ID: groupGuide, Title: "The guide:"},
		&cobra.Group{ID: groupOther, Title: "Other:"},
	)
	for _, c := range []*cobra.Command{a.checkCommand(), a.fixCommand(), a.factsCommand(), a.compareCommand()} {
		c.GroupID = groupCheck
		root.AddCommand(c)
	}
	for _, c := range []*cobra.Command{a.guideCommand(), a.examplesCommand(), a.rulesCommand(), a.explainCommand(), a.patternsCommand(), a.verbsCommand(), a.techCommand()} {
		c.GroupID = groupGuide
		root.AddCommand(c)
	}
	for _, c := range []*cobra.Command{a.completionCommand(), a.manCommand(), a.versionCommand()} {
		c.GroupID = groupOther
		root.AddCommand(c)
	}
	root.SetHelpCommandGroupID(groupOther)
	root.SetHelpFunc(a.help)
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error { return err })
	return root
}

// usageError is a command line that cannot be run.
type usageError struct{ message string }

func (e *usageError) Error() string { return e.message }

func usage(message string) error { return &usageError{message} }

func unknownCommand(cmd *cobra.Command, name string) error {
	if _, err := os.Stat(name); err == nil {
		return usage("there is no command " + name + "; to check the file: standfirst check " + name)
	}
	if near := cmd.SuggestionsFor(name); len(near) > 0 {
		return usage("there is no command " + name + "; did you mean " + near[0] + "?")
	}
	return usage("there is no command " + name + "; standfirst --help lists them")
}

// explainUsage ends an error with what the person can do.
func explainUsage(cmd *cobra.Command, err error) string {
	var u *usageError
	if errors.As(err, &u) {
		return u.message
	}
	m := err.Error()
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Path + ": " + path.Err.Error()
	}
	if strings.HasPrefix(m, "unknown flag") || strings.HasPrefix(m, "unknown shorthand") || strings.HasPrefix(m, "invalid argument") ||
		strings.HasPrefix(m, "flag needs") || strings.Contains(m, "arg(s)") || strings.HasPrefix(m, "bad flag") {
		name := "standfirst"
		if cmd != nil {
			name = cmd.CommandPath()
		}
		return m + "; see " + name + " --help"
	}
	return m
}
