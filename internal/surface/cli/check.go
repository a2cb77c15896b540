package cli

import (
	"bufio"
	"errors"
	"strconv"
	"sync"

	"github.com/spf13/cobra"

	"github.com/standfirst/standfirst/internal/engine/report"
	"github.com/standfirst/standfirst/internal/surface/config"
	"github.com/standfirst/standfirst/internal/surface/format"
	"github.com/standfirst/standfirst/resume/read"
)

// checking is the check command.
type checking struct {
	judging
	format, from, failOn string
	all, explain         bool
}

var formats = []string{"text", "json", "jsonl", "markdown", "csv"}

func (a *app) checkCommand() *cobra.Command {
	c := &checking{}
	cmd := &cobra.Command{
		Use:   "check [FILE | FOLDER | -]...",
		Short: "Say what to change, and why",
		Long: `Check reads the summary out of each file and prints a report: the verdict, the text with its findings marked below the words, what stands
in the first 30 words, the arithmetic a reviewer will do, and the parts of the score with what would raise each.

A file is a summary alone, or a whole résumé as plain text, Markdown or JSON Resume; its summary is found by its heading. A folder gives
its .txt, .md and .json files, also those in folders inside it. "-" is standard input. Several files are printed as one line each.

With --from jsonl each line of the input is {"id": "…", "text": "…"}, with "level" where one is to be judged at. Reports come out in
the order of the lines; a line that cannot be checked gives an error object and the run goes on.

The exit status is 0 where nothing stands at or above --fail-on, 1 where something does, and 2 where the command line or an input
could not be read.`,
		Example: `  standfirst check summary.txt
  standfirst check --level senior --all resume.json
  standfirst check --fail-on revise cohort/
  standfirst check --format csv cohort/ > cohort.csv
  standfirst check --from jsonl --format jsonl - < many.jsonl > reports.jsonl`,
		RunE:              func(_ *cobra.Command, args []string) error { return a.runCheck(c, args) },
		ValidArgsFunction: fileArgs,
	}
	f := cmd.Flags()
	f.StringVarP(&c.format, "format", "f", "text", "print `as`: text, json, jsonl, markdown or csv")
	f.StringVar(&c.from, "from", "", "what the input is: files (the default) or jsonl (one text a line)")
	f.StringVar(&c.failOn, "fail-on", "", "exit with 1 from this severity or verdict `on`: suggestion, warning, error, revise or rework (default: error)")
	f.BoolVarP(&c.all, "all", "a", false, "every finding, and what each part of the score rests on")
	f.BoolVar(&c.explain, "explain-config", false, "print every setting with its origin, and stop")
	c.judging.add(cmd)
	complete(cmd, "format", formats...)
	complete(cmd, "from", "files", "jsonl")
	complete(cmd, "fail-on", config.FailOns...)
	return cmd
}

func fileArgs(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return []string{"txt", "md", "json", "jsonl"}, cobra.ShellCompDirectiveFilterFileExt
}

func (a *app) runCheck(c *checking, args []string) error {
	if err := oneOf("format", c.format, formats); err != nil {
		return err
	}
	if c.failOn != "" {
		if err := oneOf("fail-on", c.failOn, config.FailOns); err != nil {
			return err
		}
	}
	if c.from != "" {
		if err := oneOf("from", c.from, []string{"files", "jsonl"}); err != nil {
			return err
		}
	}
	s, err := a.settle(&c.judging)
	if err != nil {
		return err
	}
	if c.explain {
		return a.explainConfig(c, s)
	}
	switch {
	case c.failOn != "":
		s.failOn = c.failOn
	case s.failOn == "":
		s.failOn = "error"
	}
	if len(args) == 0 {
		if terminal(a.In) {
			return usage("name a file or a folder to check, or - for standard input; see standfirst check --help")
		}
		args = []string{stdin}
	}
	if c.from == "jsonl" {
		return a.checkLines(c, s, args)
	}
	return a.checkFiles(c, s, args)
}

// outcome is what became of one file or one line.
type outcome struct {
	report *report.Report
	fault  *report.Error
	failed bool
}

// sink prints outcomes in one format.
type sink struct {
	app     *app
	out     *bufio.Writer
	format  string
	style   format.Style
	several bool
	bulk    bool // lines of one input: faults have no file to name
	many    format.Many
	csv     *format.CSV
	n       int
	buf     []byte
}

func (a *app) newSink(c *checking, several, bulk bool) *sink {
	k := &sink{app: a, out: bufio.NewWriterSize(a.Out, 64<<10), format: c.format, style: a.style(), several: several, bulk: bulk}
	k.style.All = c.all
	k.many.Style = k.style
	return k
}

// write prints one outcome and keeps the exit status.
func (k *sink) write(o outcome) error {
	if o.failed {
		k.app.status = max(k.app.status, Failed)
	}
	if o.fault != nil {
		return k.fault(o.fault)
	}
	k.n++
	switch k.format {
	case "json", "jsonl":
		k.buf = append(report.AppendJSON(k.buf[:0], o.report), '\n')
		_, err := k.out.Write(k.buf)
		return err
	case "markdown":
		return format.Markdown(k.out, o.report)
	case "csv":
		if k.csv == nil {
			var err error
			if k.csv, err = format.NewCSV(k.out); err != nil {
				return err
			}
		}
		return k.csv.Row(o.report)
	}
	if k.several && !k.style.All {
		return k.many.Line(k.out, o.report)
	}
	if k.n > 1 {
		_, _ = k.out.WriteString("\n")
	}
	return format.Text(k.out, o.report, k.style)
}

// fault reports an input that could not be checked. The run goes on and ends with status 2.
func (k *sink) fault(f *report.Error) error {
	k.app.status = Broken
	if k.format == "jsonl" {
		k.buf = append(report.AppendError(k.buf[:0], f), '\n')
		if _, err := k.out.Write(k.buf); err != nil || k.bulk {
			return err
		}
	}
	if err := k.out.Flush(); err != nil {
		return err
	}
	at := f.Name
	if f.Line > 0 {
		at = "line " + strconv.Itoa(f.Line)
	}
	k.app.complain(at + ": " + f.Message)
	return nil
}

func (k *sink) end() error {
	if k.format == "text" && k.several && !k.style.All {
		if err := k.many.End(k.out); err != nil {
			return err
		}
	}
	if k.format == "csv" && k.csv == nil {
		if _, err := format.NewCSV(k.out); err != nil {
			return err
		}
	}
	return k.out.Flush()
}

func (a *app) checkFiles(c *checking, s *settings, args []string) error {
	var names []string
	several, err := expand(args, func(name string) error {
		names = append(names, name)
		return nil
	})
	if err != nil {
		return err
	}
	if several && c.format == "json" {
		return usage("json is one object, and there are several files here; take --format jsonl, which is one report a line")
	}
	k := a.newSink(c, several, false)
	used := newUsage(s.config, several)
	bar := a.progress(len(names))
	work := func(name string) outcome {
		r, err := a.checkFile(name, c.section, s)
		if err != nil {
			return outcome{fault: fault(name, err)}
		}
		return outcome{report: r, failed: fails(r, s.failOn)}
	}
	consume := func(o outcome) error {
		used.see(o.report)
		bar.step(1)
		return k.write(o)
	}
	if !several {
		err = consume(work(names[0]))
	} else {
		err = pipeline(func(emit func(string) bool) error {
			for _, n := range names {
				if !emit(n) {
					break
				}
			}
			return nil
		}, work, consume)
	}
	bar.end()
	if err == nil {
		err = k.end()
	}
	used.report(a)
	return writeError(err)
}

func (a *app) checkFile(name, section string, s *settings) (r *report.Report, err error) {
	defer a.rescue(&err)
	d, err := a.open(name, section)
	if err != nil {
		return nil, err
	}
	return a.check(d, s), nil
}

func fault(name string, err error) *report.Error {
	code := read.ErrorCode(err)
	if code == "" {
		code = "internal"
	}
	return &report.Error{Name: shownName(name), Code: code, Message: err.Error()}
}

// writeError is a failure to write the output; a reader that has gone away, as head does, is none.
func writeError(err error) error {
	if err == nil || brokenPipe(err) {
		return nil
	}
	var u *usageError
	if errors.As(err, &u) {
		return err
	}
	return usage("the output cannot be written: " + err.Error())
}

// unusedSuppressions watches which suppressions of the settings file took something out. In a run over several files one that finds
// nothing in a file may find something in the next, so it is reported at the end and not in each report.
type unusedSuppressions struct {
	config *config.Config
	on     bool
	mu     sync.Mutex // bulk runs look at reports from every worker
	seen   map[string]bool
}

func newUsage(c *config.Config, several bool) *unusedSuppressions {
	return &unusedSuppressions{config: c, seen: map[string]bool{}, on: several && len(c.Suppress) > 0}
}

func (u *unusedSuppressions) see(r *report.Report) {
	if !u.on || r == nil {
		return
	}
	if len(r.Suppressed) > 0 {
		u.mu.Lock()
		for i := range r.Suppressed {
			u.seen[r.Suppressed[i].Origin] = true
		}
		u.mu.Unlock()
	}
	kept := r.Unused[:0]
	for _, x := range r.Unused {
		ours := false
		for _, s := range u.config.Suppress {
			ours = ours || s.Origin == x.Origin
		}
		if !ours {
			kept = append(kept, x)
		}
	}
	r.Unused = kept
}

func (u *unusedSuppressions) report(a *app) {
	if !u.on {
		return
	}
	for _, s := range u.config.Suppress {
		if !u.seen[s.Origin] {
			a.warn(s.Origin + ": the suppression of " + s.Rule + " took nothing out; remove it, or look at its file and fingerprint")
		}
	}
}
