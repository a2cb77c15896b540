package rules

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"

	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

// The bar that every rule of voice holds on the labelled wordings.
const voiceBar = 0.85

func TestVoiceMistakes(t *testing.T) {
	rd := fact.Reader{Base: kb.Default()}
	for _, r := range []*rule.Rule{objectiveOpener, apology, layoffDisclosure, filler, softSkill, aiToolMention, languagePrimitives, weakOwnership} {
		t.Run(r.ID, func(t *testing.T) {
			f, err := os.Open("../../../eval/data/mistakes/" + r.ID + ".jsonl")
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			var hit, missed, wrong int
			var reading fact.Reading
			for sc := bufio.NewScanner(f); sc.Scan(); {
				var line struct {
					Text  string
					Level string
					Want  bool
				}
				if err := json.Unmarshal(sc.Bytes(), &line); err != nil {
					t.Fatal(err)
				}
				rd.Read(&reading, line.Text, kb.Day(20261123))
				if l, ok := kb.ParseLevel(line.Level); ok && line.Level != "" {
					reading.Level.Verdict = l
				}
				p := rule.Pass{Reading: &reading, Rule: r}
				r.Run(&p)
				switch got := len(p.Findings) > 0; {
				case got && line.Want:
					hit++
				case line.Want:
					missed++
					t.Logf("missed: %s", line.Text)
				case got:
					wrong++
					s := p.Findings[0].Span
					t.Logf("wrong:  %s  ⟦%s⟧", line.Text, line.Text[s.Start:s.End])
				}
			}
			precision, recall := float64(hit)/float64(max(1, hit+wrong)), float64(hit)/float64(max(1, hit+missed))
			t.Logf("%s: precision %.2f, recall %.2f", r.ID, precision, recall)
			if precision < voiceBar || recall < voiceBar {
				t.Errorf("%s: precision %.2f and recall %.2f, both must be at least %.2f", r.ID, precision, recall, voiceBar)
			}
		})
	}
}
