package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const rulesDir = "../../engine/rules"

func TestListIsFresh(t *testing.T) {
	rules, err := find(rulesDir)
	if err != nil {
		t.Fatal(err)
	}
	have, err := os.ReadFile(filepath.Join(rulesDir, "list_gen.go"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(have, list(rules)) {
		t.Error("list_gen.go is stale: run go generate ./internal/engine/rules")
	}
}

func TestEveryRuleHasExamples(t *testing.T) {
	rules, err := find(rulesDir)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rules {
		if _, err := os.Stat(filepath.Join(rulesDir, "testdata", r.id+".txtar")); err != nil {
			t.Errorf("rule %s has no examples: write testdata/%s.txtar", r.id, r.id)
		}
	}
}

func TestInFile(t *testing.T) {
	const head = "package rules\n\n"
	for _, c := range []struct {
		name, src, id, problem string
	}{
		{"too_long.go", `var tooLong = &rule.Rule{ID: "too-long"}`, "too-long", ""},
		{"too_long.go", `var tooLong = rule.Rule{ID: "too-long"}`, "too-long", ""},
		{"words.go", `var words = []string{"a"}`, "", ""},
		{"long.go", `var tooLong = &rule.Rule{ID: "too-long"}`, "", "belongs in too_long.go"},
		{"a.go", `var (x = &rule.Rule{ID: "a"}; y = &rule.Rule{ID: "b"})`, "", "one rule a file"},
		{"a.go", `var x = &rule.Rule{Title: "A"}`, "", "no ID"},
		{"a.go", `var x = &rule.Rule{ID: "A_b"}`, "", "kebab-case"},
	} {
		got, err := inFile(c.name, []byte(head+c.src))
		switch {
		case c.problem != "":
			if err == nil || !strings.Contains(err.Error(), c.problem) {
				t.Errorf("%s: %v, want %q", c.src, err, c.problem)
			}
		case err != nil:
			t.Errorf("%s: %v", c.src, err)
		case c.id == "" && len(got) != 0 || c.id != "" && (len(got) != 1 || got[0].id != c.id):
			t.Errorf("%s: %v", c.src, got)
		}
	}
}
