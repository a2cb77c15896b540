package fact

import (
	"fmt"
	"os"
	"testing"
	"bufio"

	"github.com/standfirst/standfirst/internal/engine/kb"
)

func TestZZ(t *testing.T) {
	p := os.Getenv("ZZ")
	if p == "" {
		t.Skip()
	}
	f, _ := os.Open(p)
	sc := bufio.NewScanner(f)
	rd := Reader{Base: kb.Default()}
	for sc.Scan() {
		var r Reading
		rd.Read(&r, sc.Text(), asOfTests)
		fmt.Println(sc.Text())
		for i := range r.Facts {
			f := &r.Facts[i]
			if f.Kind != Metric {
				if os.Getenv("ALL") != "" {
					fmt.Printf("      %s %q\n", f.Kind, r.Text(f))
				}
				continue
			}
			m := &r.Metric[f.Metric]
			s := fmt.Sprintf("    %q %s %s dir=%d p=%v of=%q n=%q", r.Text(f), m.Kind, m.Bound, m.Direction, m.Percentile, r.Doc.Text[m.Of.Start:m.Of.End], r.Doc.Text[m.Noun.Start:m.Noun.End])
			if m.HasValue {
				s += fmt.Sprintf(" value=%v", m.Value)
			}
			if m.HasFrom {
				s += fmt.Sprintf(" from=%v", m.From)
			}
			if m.HasTo {
				s += fmt.Sprintf(" to=%v", m.To)
			}
			if m.HasStated {
				s += fmt.Sprintf(" stated=%v", m.Stated)
			}
			fmt.Println(s)
		}
	}
}
