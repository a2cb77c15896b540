package rules

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/rule/ruletest"
)

func TestZZWrite(t *testing.T) {
	if os.Getenv("ZZ") == "" {
		t.Skip()
	}
	for _, r := range All {
		b, err := os.ReadFile("/tmp/tx/" + r.ID + ".json")
		if err != nil {
			continue
		}
		var d struct{ Fires, Silent []string }
		json.Unmarshal(b, &d)
		var out strings.Builder
		out.WriteString("-- fires --\n")
		for _, s := range d.Fires {
			l := ruletest.ParseLine(s)
			fs := ruletest.Findings(r, ruletest.Read(kb.Default(), l, l.Text))
			m, _ := ruletest.Mark(l.Text, fs)
			if len(fs) == 0 {
				fmt.Printf("%s MUTE   %s\n", r.ID, s)
				continue
			}
			if m != l.Marked {
				fmt.Printf("%s MARK   %s\n       %s  [%s]\n", r.ID, m, fs[0].Message, fs[0].Severity)
			}
			if l.Level != kb.Unknown {
				m = l.Level.String() + ": " + m
			}
			out.WriteString(m + "\n")
		}
		out.WriteString("-- silent --\n")
		for _, s := range d.Silent {
			l := ruletest.ParseLine(s)
			fs := ruletest.Findings(r, ruletest.Read(kb.Default(), l, l.Text))
			if len(fs) > 0 {
				m, _ := ruletest.Mark(l.Text, fs)
				fmt.Printf("%s SPEAKS %s\n       %s\n", r.ID, m, fs[0].Message)
			}
			out.WriteString(s + "\n")
		}
		os.WriteFile("testdata/"+r.ID+".txtar", []byte(out.String()), 0o644)
	}
}
