package rules

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"

	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/rule"
	"github.com/standfirst/standfirst/internal/engine/rule/ruletest"
)

// The bar that the rules of opening, stack, scale, judgment and tier hold on the labelled wordings.
const mistakeBar = 0.85

func TestMistakes(t *testing.T) {
	for _, r := range []*rule.Rule{buriedLede, buzzwordUmbrella, frameworkList, metricWithoutTradeoff, unquantifiedScale, wrongTier} {
		t.Run(r.ID, func(t *testing.T) {
			f, err := os.Open("../../../eval/data/mistakes/" + r.ID + ".jsonl")
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			var hit, missed, wrong int
			sc := bufio.NewScanner(f)
			for sc.Scan() {
				var x struct {
					Text  string
					Level string
					Want  bool
				}
				if err := json.Unmarshal(sc.Bytes(), &x); err != nil {
					t.Fatal(err)
				}
				l := ruletest.Line{Text: x.Text}
				if x.Level != "" {
					l.Level, _ = kb.ParseLevel(x.Level)
				}
				found := ruletest.Findings(r, ruletest.Read(kb.Default(), l, l.Text))
				switch {
				case len(found) > 0 && x.Want:
					hit++
				case len(found) > 0:
					wrong++
					at := found[0].Span
					t.Logf("wrong:  %s  ⟦%s⟧", x.Text, x.Text[at.Start:at.End])
				case x.Want:
					missed++
					t.Logf("missed: %s", x.Text)
				}
			}
			if err := sc.Err(); err != nil {
				t.Fatal(err)
			}
			precision, recall := float64(hit)/float64(max(1, hit+wrong)), float64(hit)/float64(max(1, hit+missed))
			t.Logf("precision %.2f, recall %.2f", precision, recall)
			if precision < mistakeBar || recall < mistakeBar {
				t.Errorf("precision %.2f and recall %.2f; both must be at least %.2f", precision, recall, mistakeBar)
			}
		})
	}
}
