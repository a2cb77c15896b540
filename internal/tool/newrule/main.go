// Command newrule writes the two files of a new rule: its Go file and its example lines.
package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

const code = `package rules

import (
	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var %[2]s = &rule.Rule{
	ID:       "%[1]s",
	Title:    "What is wrong, in a few words",
	Why:      "Why it costs the reader's trust: one or two sentences.",
	Mend:     "What to write instead: one or two sentences.",
	Group:    rule.Voice,
	Severity: rule.Suggestion,
	Needs:    []fact.Kind{fact.Title},
	Run:      run%[3]s,
}

// run%[3]s looks at the facts of one text and reports the places where the mistake is made.
func run%[3]s(p *rule.Pass) {
	for i := range p.Facts {
		if f := &p.Facts[i]; f.Kind == fact.Title {
			p.ReportFact(i, "say here, in one sentence, what is wrong with \""+p.Text(f)+"\"")
		}
	}
}
`

const lines = `Lines in which %[1]s fires, with the words at fault in brackets, and lines in which it is silent.

-- fires --
⟦Backend engineer⟧, nine years of Go.

-- silent --
Nine years of Go.
`

func main() {
	if len(os.Args) != 2 || !valid(os.Args[1]) {
		fmt.Fprintln(os.Stderr, "newrule: give the rule's id in kebab-case: make new-rule ID=passive-opening")
		os.Exit(2)
	}
	if err := write("internal/engine/rules", os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "newrule:", err)
		os.Exit(1)
	}
}

func valid(id string) bool {
	for i, part := range strings.Split(id, "-") {
		if part == "" || i == 0 && (part[0] < 'a' || part[0] > 'z') {
			return false
		}
		for _, c := range part {
			if (c < 'a' || c > 'z') && (c < '0' || c > '9') {
				return false
			}
		}
	}
	return id != ""
}

// write makes the files of a rule under dir, and never over one that is there.
func write(dir, id string) error {
	parts := strings.Split(id, "-")
	upper := ""
	for _, p := range parts {
		upper += strings.ToUpper(p[:1]) + p[1:]
	}
	name := parts[0] + upper[len(parts[0]):]
	for _, f := range []struct{ path, text string }{
		{filepath.Join(dir, strings.ReplaceAll(id, "-", "_")+".go"), fmt.Sprintf(code, id, name, upper)},
		{filepath.Join(dir, "testdata", id+".txtar"), fmt.Sprintf(lines, id)},
	} {
		out, err := os.OpenFile(f.path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if errors.Is(err, fs.ErrExist) {
			return fmt.Errorf("%s is there already; ids are never reused", f.path)
		}
		if err != nil {
			return err
		}
		_, err = out.WriteString(f.text)
		if err = errors.Join(err, out.Close()); err != nil {
			return err
		}
		fmt.Println(f.path)
	}
	fmt.Println("now: edit the two files, run go generate ./... and go test ./internal/engine/rules")
	return nil
}
