package cli

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/spf13/cobra"

	"github.com/standfirst/standfirst/internal/engine/report"
	"github.com/standfirst/standfirst/internal/engine/rule"
	"github.com/standfirst/standfirst/internal/engine/text"
	"github.com/standfirst/standfirst/internal/surface/format"
	"github.com/standfirst/standfirst/resume/read"
)

type fixing struct {
	judging
	write, diff, print bool
}

func (a *app) fixCommand() *cobra.Command {
	c := &fixing{}
	cmd := &cobra.Command{
		Use:   "fix [FILE | -]...",
		Short: "Apply the safe fixes and ask the rest",
		Long: `Fix makes the changes that keep the meaning (a name in its own casing, a doubled word) and asks the questions that only you can answer.
It never writes a fact that is not in the text.

Without a flag it shows what it would do. --write changes the file in place, and nothing in it but the words that are fixed: the
escapes of a JSON file and the markup of a Markdown file stay as they are. --diff prints the change as a unified diff, --print the
mended summary alone.

The exit status is 0, or 2 where an input could not be read or written.`,
		Example: `  standfirst fix summary.txt
  standfirst fix --diff resume.json | patch -p0
  standfirst fix --write *.md
  standfirst fix --print - < draft.txt > summary.txt`,
		RunE:              func(_ *cobra.Command, args []string) error { return a.runFix(c, args) },
		ValidArgsFunction: fileArgs,
	}
	f := cmd.Flags()
	f.BoolVarP(&c.write, "write", "w", false, "change the files in place")
	f.BoolVarP(&c.diff, "diff", "d", false, "print a unified diff")
	f.BoolVarP(&c.print, "print", "p", false, "print the mended summary and nothing else")
	cmd.MarkFlagsMutuallyExclusive("write", "diff", "print")
	c.judging.add(cmd)
	return cmd
}

// mended is a file after its safe fixes.
type mended struct {
	before, after *document
	first, last   *report.Report // of the two
	applied       []format.Change
	byHand        []format.Change // safe, but not to be made in the file: markup stands in the way
}

// most is how many rounds of fixes a text gets: one fix may make room for the next.
const most = 8

func (a *app) mend(d *document, s *settings, section string) (*mended, error) {
	m := &mended{before: d, after: d}
	for range most {
		r := a.check(m.after, s)
		if m.first == nil {
			m.first = r
		}
		m.last = r
		edits, changes, byHand := safeEdits(r, m.after.Source)
		m.byHand = byHand
		if len(edits) == 0 {
			return m, nil
		}
		next, err := apply(m.after, edits, section)
		if err != nil {
			return nil, err
		}
		m.applied = append(m.applied, changes...)
		m.after = next
	}
	return nil, errors.New("the fixes do not come to an end, which is a fault of Standfirst; please report it with the text")
}

// safeEdits chooses the safe fixes that do not touch one another, the most important first, as edits of the text.
func safeEdits(r *report.Report, src *text.Source) (edits []rule.Edit, changes, byHand []format.Change) {
	for _, i := range format.Rank(r) {
		f := &r.Findings[i]
		for k := range f.Fixes {
			x := &f.Fixes[k]
			if !x.Safe || len(x.Edits) == 0 {
				continue
			}
			c := format.ChangeOf(r, f, x)
			own, ok := []rule.Edit{}, true
			for _, e := range x.Edits {
				sp := text.Span{Start: e.Start, End: e.End}
				if _, editable := src.Editable(sp); !editable {
					ok = false
				}
				own = append(own, rule.Edit{Span: sp, Text: e.Text})
			}
			if !ok {
				byHand = append(byHand, c)
				break
			}
			if touches(own, edits) {
				continue // it gets its turn in the next round, if it is still there
			}
			edits = append(edits, own...)
			changes = append(changes, c)
			break // one fix a finding
		}
	}
	return edits, changes, byHand
}

func touches(a, b []rule.Edit) bool {
	for _, x := range a {
		for _, y := range b {
			if x.Span.Start <= y.Span.End && y.Span.Start <= x.Span.End {
				return true
			}
		}
	}
	return false
}

// apply makes edits of the text in the bytes of the file, and reads the file again to see that the words came out as they were meant.
func apply(d *document, edits []rule.Edit, section string) (*document, error) {
	want, ok := rule.Apply(d.Source.Text, edits)
	if !ok {
		return nil, errors.New("two fixes touch the same words in different ways; apply them by hand")
	}
	sort.Slice(edits, func(i, j int) bool { return edits[i].Span.Start < edits[j].Span.Start })
	var out bytes.Buffer
	at := 0
	for _, e := range edits {
		in, ok := d.Source.Editable(e.Span)
		if !ok || in.Start < at {
			return nil, errors.New("a fix cannot be placed in the file; apply it by hand")
		}
		out.Write(d.data[at:in.Start])
		out.WriteString(read.Encode(e.Text, d.Source.Encoding))
		at = in.End
	}
	out.Write(d.data[at:])
	next, err := understand(d.name, out.Bytes(), section)
	if err != nil {
		return nil, err
	}
	if next.Source.Text != want {
		return nil, errors.New("the file would not read as it should after the fixes, so it was left as it is; apply them by hand")
	}
	return next, nil
}

func (a *app) runFix(c *fixing, args []string) error {
	s, err := a.settle(&c.judging)
	if err != nil {
		return err
	}
	if len(args) == 0 {
		if terminal(a.In) {
			return usage("name a file to fix, or - for standard input; see standfirst fix --help")
		}
		args = []string{stdin}
	}
	for i, name := range args {
		if name == stdin && c.write {
			return usage("standard input cannot be changed in place; take --print")
		}
		if err := a.fixOne(c, s, name, i > 0); err != nil {
			a.status = Broken
			a.complain(shownName(name) + ": " + err.Error())
		}
	}
	return nil
}

func (a *app) fixOne(c *fixing, s *settings, name string, another bool) (err error) {
	defer a.rescue(&err)
	d, err := a.open(name, c.section)
	if err != nil {
		return err
	}
	m, err := a.mend(d, s, c.section)
	if err != nil {
		return err
	}
	changed := !bytes.Equal(m.before.data, m.after.data)
	switch {
	case c.print:
		_, err = io.WriteString(a.Out, strings.TrimRight(m.after.Source.Text, "\n")+"\n")
		return err
	case c.diff:
		_, err = io.WriteString(a.Out, unified(shownName(name), string(m.before.data), string(m.after.data)))
		return err
	case c.write && changed:
		if err := replaceFile(name, m.after.data); err != nil {
			return err
		}
	}
	if another {
		_, _ = io.WriteString(a.Out, "\n")
	}
	return format.Fixed(a.Out, m.last, m.applied, m.byHand, c.write, a.style())
}

// replaceFile puts new bytes in the place of a file at once: a reader sees the old file or the new one. Its mode stays, and a link
// goes on pointing to the file that is changed.
func replaceFile(name string, data []byte) error {
	real, err := filepath.EvalSymlinks(name)
	if err != nil {
		return fileError(err)
	}
	info, err := os.Stat(real)
	if err != nil {
		return fileError(err)
	}
	if info.Mode().Perm()&0o200 == 0 {
		return errors.New("it may not be written; look at its permissions")
	}
	f, err := os.CreateTemp(filepath.Dir(real), ".standfirst-*")
	if err != nil {
		return fileError(err)
	}
	defer os.Remove(f.Name()) // nothing is there to remove once it was renamed
	_, err = f.Write(data)
	if err == nil {
		err = f.Chmod(info.Mode().Perm())
	}
	if err == nil {
		err = f.Sync()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Rename(f.Name(), real)
	}
	if err != nil {
		return fileError(err)
	}
	return nil
}
