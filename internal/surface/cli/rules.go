package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/standfirst/standfirst/docs/rules"
	"github.com/standfirst/standfirst/internal/engine/rule"
	"github.com/standfirst/standfirst/internal/guide"
	"github.com/standfirst/standfirst/internal/surface/format"
)

// ruleGroups are the groups in the order of the guide.
var ruleGroups = []struct {
	group rule.Group
	about string
}{
	{rule.Opening, "who you are, in the first words"},
	{rule.Stack, "technologies"},
	{rule.Scale, "numbers and outcomes"},
	{rule.Judgment, "patterns, trade-offs, artifacts"},
	{rule.Operations, "running what was built"},
	{rule.Tier, "the vocabulary of the level"},
	{rule.Voice, "filler, traits, apologies, ownership"},
	{rule.Close, "what is wanted next"},
	{rule.Form, "length, sentences, casing"},
	{rule.Truth, "arithmetic and dates"},
	{rule.Privacy, "what does not belong in a résumé"},
}

func (a *app) rulesCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "rules",
		Short: "List the rules",
		Long: `Rules lists every rule by its group, with its severity and the levels it is for. A rule's severity and levels can be set in
standfirst.toml; standfirst check --explain-config shows what holds.`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return a.runRules() },
	}
}

func (a *app) runRules() error {
	all := a.engine().Rules()
	s := a.style()
	for i, g := range ruleGroups {
		p := format.NewPage(s)
		t := format.NewTable(s)
		n := 0
		for _, r := range all {
			if r.Group == g.group {
				t.Row(r.ID, r.Severity.String(), r.Title+levelsOf(r))
				n++
			}
		}
		if n == 0 {
			continue
		}
		if i > 0 {
			_, _ = a.Out.Write([]byte("\n"))
		}
		p.Heading(string(g.group) + ": " + g.about)
		if _, err := p.WriteTo(a.Out); err != nil {
			return writeError(err)
		}
		if err := t.Write(a.Out); err != nil {
			return writeError(err)
		}
	}
	return nil
}

func levelsOf(r *rule.Rule) string {
	if r.Levels == nil {
		return ""
	}
	return " (" + levelNames(r) + ")"
}

func levelNames(r *rule.Rule) string {
	var names []string
	for _, l := range r.Levels {
		names = append(names, l.String())
	}
	return strings.Join(names, ", ")
}

func (a *app) explainCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "explain RULE",
		Short: "Explain a rule, with examples",
		Example: `  standfirst explain buried-lede
  standfirst explain framework-list`,
		Args:              exactly(1, "name a rule; standfirst rules lists them"),
		RunE:              func(_ *cobra.Command, args []string) error { return a.runExplain(args[0]) },
		ValidArgsFunction: a.completeRules,
	}
}

func (a *app) completeRules(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var out []string
	for _, r := range a.engine().Rules() {
		out = append(out, r.ID+"\t"+r.Title)
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

func (a *app) runExplain(id string) error {
	r := a.engine().Rule(strings.ReplaceAll(key(id), " ", "-"))
	if r == nil {
		var names []string
		for _, x := range a.engine().Rules() {
			names = append(names, x.ID)
		}
		return usage("there is no rule " + id + orMeant(nearest(id, names, 3), "standfirst rules lists them"))
	}
	p := format.NewPage(a.style())
	at := "every level"
	if r.Levels != nil {
		at = levelNames(r)
	}
	p.Title(r.ID, r.Severity.String()+", "+string(r.Group)+", "+at)
	p.Para(r.Title + ". " + r.Why)
	p.Field("instead", r.Mend)
	p.Blank()
	page, _ := pages.FS.ReadFile(r.ID + ".md")
	lists := pageLists(string(page))
	if bad := lists["Found"]; len(bad) > 0 {
		p.Heading("Found in")
		for _, x := range bad {
			x.print(p, r.Severity.String())
		}
		p.Blank()
	}
	if good := lists["Not found"]; len(good) > 0 {
		p.Heading("Not found in")
		for _, x := range good {
			x.print(p, "")
		}
		p.Blank()
	}
	for i, m := range mendedRows(string(page)) {
		if i == 0 {
			p.Heading("Mended")
		}
		p.Item(m[0], "")
		p.Aside("  "+m[1], true)
	}
	if len(r.Sources) > 0 {
		p.Heading("Sources")
		a.sources(p, r.Sources)
	}
	_, err := p.WriteTo(a.Out)
	return writeError(err)
}

// sources lists sources with what is taken from them.
func (a *app) sources(p *format.Page, ids []string) {
	for _, id := range ids {
		if s, ok := guide.Default().Source(id); ok {
			p.Item(sourceLine(s), "")
		}
	}
}

func sourceLine(s *guide.Source) string {
	out := s.Title
	if s.Publisher != "" {
		out = s.Publisher + ", " + out
	}
	if s.Date != "" {
		out += " (" + s.Date + ")"
	}
	return out + ": " + s.Says
}

// example is a line of a rule's page: a text with the words at fault.
type ruleExample struct {
	level, text string
	spans       [][2]int
}

func (x ruleExample) print(p *format.Page, severity string) {
	if x.level != "" {
		p.Note("at " + x.level + " level")
	}
	p.Quote(x.text, severity, x.spans...)
}

// unmark undoes the escapes of a page.
var unmark = strings.NewReplacer(`\\`, `\`, `\*`, "*", `\_`, "_", "\\`", "`", "&lt;", "<", `\[`, "[", `\|`, "|")

// pageLists reads the lists of a rule's page by their headings.
func pageLists(page string) map[string][]ruleExample {
	out := map[string][]ruleExample{}
	heading := ""
	for line := range strings.Lines(page) {
		line = strings.TrimRight(line, "\n")
		if h, ok := strings.CutPrefix(line, "## "); ok {
			heading = h
			continue
		}
		item, ok := strings.CutPrefix(line, "- ")
		if !ok || heading != "Found" && heading != "Not found" {
			continue
		}
		var x ruleExample
		if rest, ok := strings.CutPrefix(item, "*"); ok && !strings.HasPrefix(rest, "*") {
			if level, words, ok := strings.Cut(rest, ":* "); ok {
				x.level, item = level, words
			}
		}
		x.text, x.spans = marked(item)
		out[heading] = append(out[heading], x)
	}
	return out
}

// marked takes the bold runs of a line as spans of its plain text.
func marked(s string) (string, [][2]int) {
	var b strings.Builder
	var spans [][2]int
	for {
		before, rest, ok := strings.Cut(s, "**")
		if !ok {
			b.WriteString(unmark.Replace(s))
			return b.String(), spans
		}
		b.WriteString(unmark.Replace(before))
		in, after, ok := strings.Cut(rest, "**")
		if !ok {
			b.WriteString(unmark.Replace(rest))
			return b.String(), spans
		}
		start := b.Len()
		b.WriteString(unmark.Replace(in))
		spans = append(spans, [2]int{start, b.Len()})
		s = after
	}
}

// mendedRows reads the table of a page's mended lines.
func mendedRows(page string) (out [][2]string) {
	_, rest, ok := strings.Cut(page, "\n## Mended\n")
	if !ok {
		return nil
	}
	for line := range strings.Lines(rest) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "## ") {
			break
		}
		if !strings.HasPrefix(line, "| ") || strings.HasPrefix(line, "| before |") {
			continue
		}
		cells := strings.Split(strings.Trim(line, "| "), " | ")
		if len(cells) == 2 {
			before, _ := marked(cells[0])
			after, _ := marked(cells[1])
			out = append(out, [2]string{before, after})
		}
	}
	return out
}

// exactly is cobra.ExactArgs with a sentence of its own.
func exactly(n int, message string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) != n {
			return usage(message)
		}
		return nil
	}
}
