// Command ruledocs writes a page for every rule, from its fields and its examples, and the index of the pages.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/standfirst/standfirst/internal/engine/rule"
	"github.com/standfirst/standfirst/internal/engine/rules"
)

func main() {
	tests := flag.String("tests", "testdata", "folder of the rules' examples")
	data := flag.String("data", "../kb/data", "folder of the knowledge base's rows")
	out := flag.String("out", "docs/rules", "folder to write")
	flag.Parse()
	if err := run(*tests, *data, *out); err != nil {
		fmt.Fprintln(os.Stderr, "ruledocs:", err)
		os.Exit(1)
	}
}

func run(tests, data, out string) error {
	files, err := pages(rules.All, tests, data)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	old, err := filepath.Glob(filepath.Join(out, "*.md"))
	if err != nil {
		return err
	}
	for _, name := range old {
		if _, ok := files[filepath.Base(name)]; !ok {
			if err := os.Remove(name); err != nil {
				return err
			}
		}
	}
	for name, b := range files {
		path := filepath.Join(out, name)
		if have, err := os.ReadFile(path); err == nil && bytes.Equal(have, b) {
			continue
		}
		if err := os.WriteFile(path, b, 0o644); err != nil {
			return err
		}
	}
	fmt.Printf("%s: %d pages\n", out, len(files))
	return nil
}

// pages are the files to write, by name.
func pages(all []*rule.Rule, tests, data string) (map[string][]byte, error) {
	known, err := readSources(filepath.Join(data, "sources.yaml"))
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{"README.md": index(all)}
	for _, r := range all {
		src, err := os.ReadFile(filepath.Join(tests, r.ID+".txtar"))
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			return nil, err
		}
		b, err := page(r, parseExamples(src), known)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", r.ID, err)
		}
		files[r.ID+".md"] = b
	}
	return files, nil
}

// source is a row of sources.yaml, as far as a page shows it.
type source struct {
	ID        string `yaml:"id"`
	Title     string `yaml:"title"`
	Publisher string `yaml:"publisher"`
	Date      string `yaml:"date"`
	Says      string `yaml:"says"`
	URL       string `yaml:"url"`
}

func readSources(name string) (map[string]source, error) {
	b, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var rows []source
	if err := yaml.Unmarshal(b, &rows); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	out := make(map[string]source, len(rows))
	for _, r := range rows {
		out[r.ID] = r
	}
	return out, nil
}

func (s source) line() string {
	var b strings.Builder
	b.WriteString(s.Publisher + ", ")
	if s.URL != "" {
		b.WriteString("[" + s.Title + "](" + s.URL + ")")
	} else {
		b.WriteString(s.Title)
	}
	if s.Date != "" {
		b.WriteString(" (" + s.Date + ")")
	}
	return b.String() + ": " + s.Says
}
