package rules

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/rule"
	"github.com/standfirst/standfirst/internal/engine/rule/ruletest"
)

// Every rule has its examples, and keeps to them.
func TestRules(t *testing.T) {
	for _, r := range All {
		t.Run(r.ID, func(t *testing.T) {
			b, err := os.ReadFile(filepath.Join("testdata", r.ID+".txtar"))
			if err != nil {
				t.Fatal(err)
			}
			ruletest.Run(t, kb.Default(), All, r, b)
		})
	}
}

// No examples are left of a rule that is gone.
func TestNoExamplesWithoutARule(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	known := make(map[string]bool, len(All))
	for _, r := range All {
		known[r.ID] = true
	}
	for _, f := range files {
		if id := strings.TrimSuffix(filepath.Base(f), ".txtar"); !known[id] {
			t.Errorf("%s has no rule", f)
		}
	}
}

// findings runs a rule on a line, at the level that its prefix names.
func findings(r *rule.Rule, line string) (string, []rule.Finding) {
	l := ruletest.ParseLine(line)
	return l.Text, ruletest.Findings(r, ruletest.Read(kb.Default(), l, l.Text))
}
