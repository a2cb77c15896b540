package guide_test

import (
	"testing"

	"github.com/standfirst/standfirst/internal/guide"
)

func TestAsk(t *testing.T) {
	g := guide.Default()
	for _, tt := range []struct {
		words, id string
		sure      bool
	}{
		{"how-long", "how-long", true},
		{"How long should the summary be?", "how-long", true},
		{"how many words", "how-long", true},
		{"fresh graduate", "no-experience", true},
		{"zebra umbrella quartz", "", false},
		{"", "", false},
		{"the of and", "", false},
	} {
		f := g.Ask(tt.words)
		id := ""
		if len(f.Questions) > 0 {
			id = f.Questions[0].ID
		}
		if id != tt.id || f.Sure != tt.sure {
			t.Errorf("Ask(%q) = %q, sure %v; want %q, sure %v", tt.words, id, f.Sure, tt.id, tt.sure)
		}
	}
}

func TestEveryPhrasingFindsItsQuestion(t *testing.T) {
	g := guide.Default()
	unsure, n := 0, 0
	for _, q := range g.Questions {
		for _, p := range append([]string{q.Question}, q.Also...) {
			f := g.Ask(p)
			n++
			if len(f.Questions) == 0 || f.Questions[0].ID != q.ID {
				t.Errorf("%q does not find %s but %v", p, q.ID, first(f))
			}
			if !f.Sure {
				unsure++
			}
		}
	}
	if unsure*10 > n {
		t.Errorf("unsure of %d of %d phrasings", unsure, n)
	}
}

func first(f guide.Found) string {
	if len(f.Questions) == 0 {
		return "nothing"
	}
	return f.Questions[0].ID
}

func TestChoose(t *testing.T) {
	g := guide.Default()
	if n := len(g.Choose(guide.Filter{})); n != len(g.Examples) {
		t.Errorf("no filter chose %d of %d", n, len(g.Examples))
	}
	for _, e := range g.Choose(guide.Filter{Level: "senior", Specialty: "go"}) {
		if e.Level != "senior" || e.Specialty != "go" {
			t.Errorf("%s is %s %s", e.ID, e.Level, e.Specialty)
		}
	}
	if len(g.Choose(guide.Filter{Tag: "career-changer"})) == 0 {
		t.Error("no career changer")
	}
}

func BenchmarkAsk(b *testing.B) {
	g := guide.Default()
	for b.Loop() {
		g.Ask("how do I explain a layoff")
	}
}
