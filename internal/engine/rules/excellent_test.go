package rules

import (
	"os"
	"testing"

	"github.com/goccy/go-yaml"

	"github.com/standfirst/standfirst/internal/engine/rule"
)

// The gallery's texts are what the rules ask for, so none of them may be told more than a suggestion.
func TestExcellentTextsAreLeftAlone(t *testing.T) {
	b, err := os.ReadFile("../kb/data/examples.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var rows []struct{ ID, Text string }
	if err := yaml.Unmarshal(b, &rows); err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		for _, r := range All {
			s, found := findings(r, row.Text)
			for _, f := range found {
				if f.Severity > rule.Suggestion {
					t.Errorf("%s: %s: %s (%q)", row.ID, r.ID, f.Message, s[f.Span.Start:f.Span.End])
				}
			}
		}
	}
}
