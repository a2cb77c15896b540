package cli

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/standfirst/standfirst/internal/surface/format"
)

// help prints a command's help: what it does, how it is called, examples, commands and flags.
func (a *app) help(cmd *cobra.Command, _ []string) {
	s := a.style()
	p := format.NewPage(s)
	about := cmd.Long
	if about == "" {
		about = cmd.Short + "."
	}
	for _, para := range strings.Split(about, "\n\n") {
		if strings.HasPrefix(para, "  ") {
			p.Verbatim(para)
		} else {
			p.Para(strings.ReplaceAll(para, "\n", " "))
		}
	}
	p.Heading("Usage")
	p.Verbatim("  " + useLine(cmd))
	if cmd.Example != "" {
		p.Heading("Examples")
		p.Verbatim(cmd.Example)
	}
	for _, g := range cmd.Groups() {
		p.Heading(strings.TrimSuffix(g.Title, ":"))
		for _, c := range cmd.Commands() {
			if c.GroupID == g.ID && c.IsAvailableCommand() || c.GroupID == g.ID && c.Name() == "help" {
				p.Entry(c.Name(), c.Short, 14)
			}
		}
		p.Blank()
	}
	if !cmd.HasParent() {
		p.Note("standfirst COMMAND --help says more of a command; man standfirst, or standfirst man, is the manual")
	} else if cmd.HasAvailableSubCommands() {
		p.Heading("Commands")
		for _, c := range cmd.Commands() {
			if c.IsAvailableCommand() {
				p.Entry(c.Name(), c.Short, 14)
			}
		}
		p.Blank()
	}
	if flags := flagsOf(cmd); len(flags) > 0 && cmd.HasParent() {
		p.Heading("Flags")
		for _, f := range flags {
			p.Entry(flagName(f), flagUsage(f), 24)
		}
	}
	_, _ = p.WriteTo(cmd.OutOrStdout())
}

func useLine(cmd *cobra.Command) string {
	if !cmd.HasParent() {
		return "standfirst COMMAND [FLAGS]"
	}
	use := cmd.Parent().CommandPath() + " " + cmd.Use
	if cmd.HasAvailableLocalFlags() {
		use += " [FLAGS]"
	}
	return use
}

func flagsOf(cmd *cobra.Command) (out []*pflag.Flag) {
	cmd.NonInheritedFlags().VisitAll(func(f *pflag.Flag) {
		if !f.Hidden && f.Name != "help" {
			out = append(out, f)
		}
	})
	cmd.InheritedFlags().VisitAll(func(f *pflag.Flag) {
		if !f.Hidden {
			out = append(out, f)
		}
	})
	return out
}

func flagName(f *pflag.Flag) string {
	name, _ := pflag.UnquoteUsage(f)
	out := "    --" + f.Name
	if f.Shorthand != "" {
		out = "-" + f.Shorthand + ", --" + f.Name
	}
	if name != "" && f.Value.Type() != "bool" {
		if name == "string" {
			name = f.Name
		}
		if name == "int" {
			name = "n"
		}
		out += " " + strings.ToUpper(name)
	}
	return out
}

func flagUsage(f *pflag.Flag) string {
	_, words := pflag.UnquoteUsage(f)
	if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "0" && !strings.Contains(words, "default") {
		words += " (default: " + f.DefValue + ")"
	}
	return words
}
