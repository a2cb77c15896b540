// Package rows reads the guide's YAML rows. It stands apart from package guide so that a program which only answers questions does
// not link a YAML parser.
package rows

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/standfirst/standfirst/internal/guide"
)

// Read reads guide.yaml, examples.yaml and sources.yaml of a folder of rows. The error lists every row that cannot be taken.
func Read(dir fs.FS) (*guide.Guide, error) {
	g := new(guide.Guide)
	var errs []error
	file := func(name string, v any) {
		b, err := fs.ReadFile(dir, name)
		if err == nil {
			err = yaml.UnmarshalWithOptions(b, v, yaml.Strict())
		}
		if err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", name, err))
		}
	}
	file("guide.yaml", &g.Questions)
	file("examples.yaml", &g.Examples)
	file("sources.yaml", &g.Sources)
	tidy(g)
	return g, errors.Join(append(errs, problems(g)...)...)
}

// Encode writes a guide as the JSON that package guide embeds.
func Encode(g *guide.Guide) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	err := e.Encode(g)
	return b.Bytes(), err
}

// tidy folds the line ends that YAML keeps at the end of a block.
func tidy(g *guide.Guide) {
	for i := range g.Questions {
		g.Questions[i].Answer = strings.TrimSpace(g.Questions[i].Answer)
	}
	for i := range g.Examples {
		e := &g.Examples[i]
		e.Text, e.Weak = strings.TrimSpace(e.Text), strings.TrimSpace(e.Weak)
	}
}

func problems(g *guide.Guide) (errs []error) {
	fail := func(format string, args ...any) { errs = append(errs, fmt.Errorf(format, args...)) }
	seen := map[string]bool{}
	unique := func(file, id string) {
		if id == "" {
			fail("%s: a row without an id", file)
		}
		if seen[file+id] {
			fail("%s: two rows are called %q", file, id)
		}
		seen[file+id] = true
	}
	for i := range g.Sources {
		s := &g.Sources[i]
		unique("sources.yaml", s.ID)
		if s.Title == "" || s.Says == "" {
			fail("sources.yaml: %s: title and says are needed", s.ID)
		}
	}
	for i := range g.Questions {
		q := &g.Questions[i]
		unique("guide.yaml", q.ID)
		if q.Question == "" || q.Answer == "" {
			fail("guide.yaml: %s: question and answer are needed", q.ID)
		}
		for _, s := range q.Sources {
			if _, ok := g.Source(s); !ok {
				fail("guide.yaml: %s: sources.yaml has no %q", q.ID, s)
			}
		}
		for _, e := range q.Examples {
			if kind, value, ok := strings.Cut(e, ":"); !ok || value == "" || kind != "level" && kind != "specialty" && kind != "tag" {
				fail("guide.yaml: %s: no example %q; write level:…, specialty:… or tag:…", q.ID, e)
			}
		}
	}
	for i := range g.Examples {
		e := &g.Examples[i]
		unique("examples.yaml", e.ID)
		if !slices.Contains([]string{"entry", "mid", "senior", "staff"}, e.Level) {
			fail("examples.yaml: %s: no level %q", e.ID, e.Level)
		}
		if !slices.Contains([]string{"professional", "confident", "concise", "creative"}, e.Tone) {
			fail("examples.yaml: %s: no tone %q", e.ID, e.Tone)
		}
		if e.Text == "" || e.Weak == "" || e.Why == "" {
			fail("examples.yaml: %s: text, why and weak are needed", e.ID)
		}
	}
	return errs
}
