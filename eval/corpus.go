package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/standfirst/standfirst/internal/engine/fact"
)

// corpusFile finds a file of the development corpus: under STANDFIRST_CORPUS, or in shared/corpus beside the project.
func corpusFile(name string) (string, bool) {
	dirs := []string{os.Getenv("STANDFIRST_CORPUS")}
	if wd, err := os.Getwd(); err == nil {
		for d := wd; ; d = filepath.Dir(d) {
			dirs = append(dirs, filepath.Join(d, "shared", "corpus"))
			if filepath.Dir(d) == d {
				break
			}
		}
	}
	for _, d := range dirs {
		if d == "" {
			continue
		}
		if _, err := os.Stat(filepath.Join(d, name)); err == nil {
			return filepath.Join(d, name), true
		}
	}
	fmt.Fprintf(os.Stderr, "eval: the development corpus has no %s here: LEFT OUT\n", name)
	return "", false
}

func lines(path string, each func([]byte) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<22)
	for sc.Scan() {
		if len(strings.TrimSpace(sc.Text())) == 0 {
			continue
		}
		if err := each(sc.Bytes()); err != nil {
			return err
		}
	}
	return sc.Err()
}

type labelled struct {
	ID, Text, Level, Specialty string
	Years                      *float64
	Technologies               []struct{ Surface, Canonical string }
	Mistakes, Borderline       []string
}

// technologies measures Technology facts by span against the labelled summaries.
func technologies(ev *evaluation) error {
	path, ok := corpusFile("labelled.jsonl")
	if !ok {
		return nil
	}
	tp, fp, fn := 0, 0, 0
	err := lines(path, func(b []byte) error {
		var x labelled
		if err := json.Unmarshal(b, &x); err != nil {
			return err
		}
		var r fact.Reading
		ev.reader.Read(&r, x.Text, ev.asOf)
		type span struct{ s, e int }
		var labels []span
		for _, t := range x.Technologies {
			found := false
			for at := 0; ; {
				k := strings.Index(x.Text[at:], t.Surface)
				if k < 0 {
					break
				}
				labels = append(labels, span{at + k, at + k + len(t.Surface)})
				for i := range r.Facts {
					f := &r.Facts[i]
					if f.Kind == fact.Technology && f.Span.Start < at+k+len(t.Surface) && f.Span.End > at+k {
						found = true
					}
				}
				at += k + len(t.Surface)
			}
			if found {
				tp++
			} else {
				fn++
				ev.disagree("technologies", x.ID+" "+x.Text, t.Surface, "nothing")
			}
		}
		seen := map[int32]bool{}
		for i := range r.Facts {
			f := &r.Facts[i]
			if f.Kind != fact.Technology || f.Use == fact.Wished || f.Use == fact.Refused || f.Use == fact.Employer || seen[f.Row] {
				continue
			}
			hit := false
			for _, l := range labels {
				hit = hit || f.Span.Start < l.e && f.Span.End > l.s
			}
			if !hit {
				seen[f.Row] = true
				fp++
				ev.disagree("technologies", x.ID+" "+x.Text, "nothing", r.TechnologyOf(f).Name+" "+f.Use.String())
			}
		}
		return nil
	})
	p, rec := ratio(tp, tp+fp), ratio(tp, tp+fn)
	ev.row("technologies: precision", p, 0)
	ev.row("technologies: recall", rec, 0)
	ev.row("technologies: F1", 2*p*rec/(p+rec), .95)
	return err
}

// prose reads ordinary English, which must give no technology, metric or pattern. The lines come from the system's fortune
// texts (without those about computers, which name real ones); they are read and never kept.
func prose(ev *evaluation) error {
	files, _ := filepath.Glob("/usr/share/games/fortunes/*")
	n, bad := 0, 0
	for _, f := range files {
		name := filepath.Base(f)
		if strings.Contains(name, ".") || strings.Contains("computers linux debian perl linuxcookie magic definitions education science work pratchett kids", name) {
			continue
		}
		err := lines(f, func(b []byte) error {
			text := string(b)
			if text == "%" || n >= 5000 {
				return nil
			}
			n++
			var r fact.Reading
			ev.reader.Read(&r, text, ev.asOf)
			for i := range r.Facts {
				switch f := &r.Facts[i]; f.Kind {
				case fact.Technology, fact.Metric, fact.Pattern:
					bad++
					ev.disagree("prose", name+": "+text, "nothing", f.Kind.String()+" "+describe(&r, f))
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	if n == 0 {
		fmt.Fprintln(os.Stderr, "eval: no fortune texts on this machine (Debian's package fortunes): prose LEFT OUT")
		return nil
	}
	ev.row(fmt.Sprintf("prose: silent lines of %d", n), 1-ratio(bad, n), .999)
	return nil
}
