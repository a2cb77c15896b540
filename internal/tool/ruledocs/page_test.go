package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/standfirst/standfirst/internal/engine/rule"
	"github.com/standfirst/standfirst/internal/engine/rules"
)

const (
	testsDir = "../../engine/rules/testdata"
	dataDir  = "../../engine/kb/data"
	docsDir  = "../../../docs/rules"
)

func TestPagesAreFresh(t *testing.T) {
	files, err := pages(rules.All, testsDir, dataDir)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range files {
		have, err := os.ReadFile(filepath.Join(docsDir, name))
		if err != nil || !bytes.Equal(have, want) {
			t.Errorf("docs/rules/%s is stale: run go generate ./internal/engine/rules", name)
		}
	}
	have, err := filepath.Glob(filepath.Join(docsDir, "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range have {
		if _, ok := files[filepath.Base(name)]; !ok {
			t.Errorf("docs/rules/%s belongs to no rule: run go generate ./internal/engine/rules", filepath.Base(name))
		}
	}
}

// Every group has a heading, or its rules would be missing from the index.
func TestIndexHasEveryRule(t *testing.T) {
	page := string(index(rules.All))
	for _, r := range rules.All {
		if !strings.Contains(page, "("+r.ID+".md)") {
			t.Errorf("%s (group %q) is not in the index", r.ID, r.Group)
		}
	}
}

func TestPage(t *testing.T) {
	r := &rule.Rule{ID: "too-long", Title: "Too long", Why: "Nobody reads it.", Mend: "Cut it.", Group: rule.Form, Severity: rule.Warning, Sources: []string{"s"}}
	ex := parseExamples([]byte("-- fires --\nsenior: ⟦A * B⟧ runs on.\n-- silent --\nShort.\n-- fixes --\nvery long\n=> long\n"))
	got, err := page(r, ex, map[string]source{"s": {Publisher: "P", Title: "T", Says: "So."}})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"# Too long\n", "`too-long` · warning · form · every level", "- *senior:* **A \\* B** runs on.", "- Short.", "| very long | long |", "- P, T: So."} {
		if !strings.Contains(string(got), want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	r.Sources = []string{"none"}
	if _, err := page(r, ex, nil); err == nil {
		t.Error("a source that is not in sources.yaml is taken")
	}
}
