// Command eval measures the engine against labelled texts and prints a table and every disagreement. Run it with make eval.
//
// The sets under data are our own; those of the development corpus are read from a folder beside the project, or the one that
// STANDFIRST_CORPUS names, and are left out, loudly, where it is missing.
package main

import (
	"flag"
	"fmt"
	"os"
	"strings"

	"github.com/standfirst/standfirst/internal/engine"
	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/kb"
)

type evaluation struct {
	reader   fact.Reader
	asOf     kb.Day
	engine   *engine.Engine
	failed   int
	disagree func(set, text, want, got string)
}

// row prints one line of the table; a figure below its goal fails the run.
func (ev *evaluation) row(name string, got, goal float64) {
	mark := "ok"
	if goal > 0 && got < goal {
		mark = "below"
		ev.failed++
	}
	fmt.Printf("%-36s %6.3f   goal %5.2f   %s\n", name, got, goal, mark)
}

func main() {
	only := flag.String("only", "", "sets to run, by name, separated by commas")
	verbose := flag.Bool("v", true, "print every disagreement")
	flag.Parse()
	ev := &evaluation{reader: fact.Reader{Base: kb.Default()}, asOf: 20261123}
	ev.disagree = func(set, text, want, got string) {
		if *verbose {
			fmt.Printf("%s | %s\n    want %s\n    got  %s\n", set, text, want, got)
		}
	}
	sets := []struct {
		name string
		run  func(*evaluation) error
	}{{"metrics", metrics}, {"technologies", technologies}, {"prose", prose}, {"levels", levels}, {"mistakes", mistakes}, {"strong", strong}, {"weak", weak}, {"gallery", gallery}, {"holdout", holdout}}
	for _, s := range sets {
		if *only != "" && !strings.Contains(","+*only+",", ","+s.name+",") {
			continue
		}
		if err := s.run(ev); err != nil {
			fmt.Fprintln(os.Stderr, "eval:", s.name+":", err)
			ev.failed++
		}
	}
	if ev.failed > 0 {
		os.Exit(1)
	}
}
