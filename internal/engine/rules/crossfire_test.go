package rules

import (
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/rule"
	"github.com/standfirst/standfirst/internal/engine/rule/ruletest"
)

var update = flag.Bool("update", false, "write testdata/cross-fire.golden anew")

// The golden file tells, for every example that wakes a rule, which other rules warn of the same text. Most lines should have
// none or one: a mistake is told once. A change shows here before it shows to people.
func TestCrossFire(t *testing.T) {
	const file = "testdata/cross-fire.golden"
	var out strings.Builder
	out.WriteString("# rule, number of its example: the other rules that warn of it (too-short aside: examples are short by nature)\n")
	for _, r := range All {
		b, err := os.ReadFile(filepath.Join("testdata", r.ID+".txtar"))
		if err != nil {
			continue // TestRules says so
		}
		for n, l := range ruletest.Parse(b).Fires {
			out.WriteString(r.ID + " " + strconv.Itoa(n+1) + ":")
			reading := ruletest.Read(kb.Default(), l, l.Text)
			for _, other := range All {
				if other != r && other != tooShort && warns(other, reading) {
					out.WriteString(" " + other.ID)
				}
			}
			out.WriteByte('\n')
		}
	}
	if *update {
		if err := os.WriteFile(file, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := strings.Split(out.String(), "\n"), strings.Split(string(b), "\n"); out.String() != string(b) {
		for i := 0; i < len(got) && i < len(want); i++ {
			if got[i] != want[i] {
				t.Fatalf("%s:%d says %q, the rules say %q; look whether that is meant, then run this test with -update", file, i+1, want[i], got[i])
			}
		}
		t.Fatalf("%s has %d lines and the rules make %d; run this test with -update", file, len(want), len(got))
	}
}

func warns(r *rule.Rule, reading *fact.Reading) bool {
	for _, f := range ruletest.Findings(r, reading) {
		if f.Severity >= rule.Warning {
			return true
		}
	}
	return false
}
