// Package cli is the command line: it reads files, asks the engine and prints what it says.
//
// Everything that comes from outside (arguments, streams, environment, clock) comes through [System], so that a test is a run.
package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/standfirst/standfirst/internal/engine"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/surface/format"
	"github.com/standfirst/standfirst/resume/read"
)

// The exit statuses.
const (
	OK     = 0 // nothing at or above --fail-on
	Failed = 1 // something is
	Broken = 2 // usage, unreadable input or an internal error
)

// System is the world as a run sees it.
type System struct {
	In       io.Reader
	Out, Err io.Writer
	Env      func(string) string
	Now      func() time.Time
}

// Host is the System of the process.
func Host() System {
	return System{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Env: os.Getenv, Now: time.Now}
}

// app is one run.
type app struct {
	System
	noColor bool
	width   int
	status  int
}

// Run runs one command line and returns the exit status.
func Run(args []string, sys System) int {
	tuneMemory(sys.Env)
	a := &app{System: sys}
	root := a.root()
	root.SetArgs(args)
	root.SetIn(sys.In)
	root.SetOut(sys.Out)
	root.SetErr(sys.Err)
	cmd, err := func() (cmd *cobra.Command, err error) {
		defer a.rescue(&err)
		return root.ExecuteC()
	}()
	if err != nil {
		var said *saidError
		if !errors.As(err, &said) {
			a.complain(explainUsage(cmd, err))
		}
		return Broken
	}
	return a.status
}

// tuneMemory lets the heap grow to some tens of megabytes before it is collected: most runs end before, and a bulk run, whose reports are
// short-lived, spends its time on them. What the person says in the environment goes before.
func tuneMemory(env func(string) string) {
	if env("GOGC") == "" {
		debug.SetGCPercent(800)
	}
	if env("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(512 << 20)
	}
}

// rescue turns a panic into an error: an input that breaks the program must not break a run over thousands of others, and a person is
// told what to do about it.
func (a *app) rescue(err *error) {
	if v := recover(); v != nil {
		if a.Env("STANDFIRST_DEBUG") != "" {
			panic(v)
		}
		*err = &read.Error{Code: "internal", Message: fmt.Sprintf("this is a fault of Standfirst and not of the text (%v); please report it, with the text if you can; STANDFIRST_DEBUG=1 prints the trace", v)}
	}
}

// saidError ends a run whose errors were printed where they arose.
type saidError struct{}

func (*saidError) Error() string { return "already reported" }

// complain prints an error as one line: lower case, with the next step.
func (a *app) complain(message string) {
	s := a.styleOf(a.Err)
	lead := "standfirst: "
	if s.Color {
		lead = "\x1b[1;31mstandfirst:\x1b[0m "
	}
	_, _ = io.WriteString(a.Err, lead+oneLine(message)+"\n")
}

// warn prints a line that is no error.
func (a *app) warn(message string) {
	_, _ = io.WriteString(a.Err, "standfirst: "+oneLine(message)+"\n")
}

// oneLine keeps the words of a file's name or of a parser from steering the terminal.
func oneLine(s string) string { return strings.TrimRight(format.Safe(s), " ") }

// The engine and the rows with all their spellings wait for the first command that needs them.
var theEngine = sync.OnceValue(func() *engine.Engine { return engine.New(kb.Default(), engine.Options{}) })

func (a *app) engine() *engine.Engine { return theEngine() }

var theRows = sync.OnceValue(func() *kb.Rows {
	r, ok := kb.Default().Spelled()
	if !ok {
		r = kb.Default().Rows
	}
	return &r
})

func (a *app) rows() *kb.Rows { return theRows() }

// fd is the file descriptor of a stream that is one.
func fd(w any) (int, bool) {
	f, ok := w.(*os.File)
	if !ok || f == nil {
		return 0, false
	}
	return int(f.Fd()), true
}

func terminal(w any) bool {
	n, ok := fd(w)
	return ok && term.IsTerminal(n)
}

// style is how standard output is drawn.
func (a *app) style() format.Style { return a.styleOf(a.Out) }

func (a *app) styleOf(w io.Writer) format.Style {
	s := format.Style{Width: a.width}
	tty := terminal(w)
	dumb := a.Env("TERM") == "dumb"
	s.Color = tty && !dumb
	if v := a.Env("FORCE_COLOR"); v != "" && v != "0" {
		s.Color = true
	}
	if a.noColor || a.Env("NO_COLOR") != "" {
		s.Color = false
	}
	s.ASCII = dumb || !unicodeLocale(a.Env)
	if s.Width == 0 && tty {
		if n, ok := fd(w); ok {
			if wide, _, err := term.GetSize(n); err == nil && wide > 0 {
				s.Width = wide
			}
		}
	}
	return s
}

// unicodeLocale goes by what is said of the locale; where nothing is said, the terminal is taken for one of today.
func unicodeLocale(env func(string) string) bool {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if v := strings.ToLower(env(name)); v != "" {
			return strings.Contains(v, "utf-8") || strings.Contains(v, "utf8")
		}
	}
	return true
}

// today is the day that a run is judged on where none is named. The clock is read here and nowhere else.
func (a *app) today() kb.Day {
	y, m, d := a.Now().Date()
	return kb.Day(y*10000 + int(m)*100 + d)
}
