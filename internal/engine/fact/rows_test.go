package fact

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/knowledge"
)

// rowSet is the knowledge base as its rows say now, so that these tests never read a stale blob.
var rowSet = sync.OnceValues(func() (*knowledge.Set, *kb.Base) {
	// What is wrong with a row is told by the knowledge base's own tests.
	set, _ := knowledge.Read(os.DirFS("../kb/data"))
	base, _ := kb.New(set.Rows)
	return set, base
})

func readRows(t testing.TB, r *Reading, s string) {
	t.Helper()
	_, base := rowSet()
	rd := Reader{Base: base}
	rd.Read(r, s, 20261123)
}

// found reports whether a fact of a kind stands on the row that is called so.
func found(r *Reading, k kb.Kind, id string) bool {
	for i := range r.Facts {
		f := &r.Facts[i]
		switch {
		case k == kb.KindPattern && f.Kind == Pattern && r.Base.Patterns[f.Row].ID == id,
			k == kb.KindArtifact && f.Kind == Artifact && r.Base.Artifacts[f.Row].ID == id,
			k == kb.KindPractice && f.Kind == Practice && r.Base.Practices[f.Row].ID == id,
			k == kb.KindVerb && f.Kind == Ownership && r.Base.Verbs[f.Row].Verb == id:
			return true
		}
	}
	return false
}

// TestRowLines runs the ok and no lines of the rows that patterns.go, artifact.go and ownership.go read.
func TestRowLines(t *testing.T) {
	set, base := rowSet()
	umbrella, weak := map[string]bool{}, map[string]bool{}
	for _, p := range base.Patterns {
		umbrella[p.ID] = p.Umbrella
	}
	for _, v := range base.Verbs {
		weak[v.Verb] = v.Family == "weak"
	}
	var r Reading
	for _, e := range set.Examples {
		want := e.Want
		switch e.Kind {
		case kb.KindPattern:
			if umbrella[e.ID] {
				continue // the umbrella rule reads the terms themselves
			}
		case kb.KindArtifact, kb.KindPractice:
		case kb.KindVerb:
			if weak[e.ID] && !e.Want {
				continue
			}
		default:
			continue
		}
		readRows(t, &r, e.Text)
		got := found(&r, e.Kind, e.ID)
		if e.Kind == kb.KindVerb {
			got = saysVerb(&r, e.ID) // whoever is its subject
		}
		if (e.Kind == kb.KindArtifact || e.Kind == kb.KindPractice) && want && !got {
			got = standsFor(&r, e.Kind, e.ID) // another row over the same words may stand for it
		}
		if got != want {
			t.Errorf("%v %s: found %v in %q; facts: %s", e.Kind, e.ID, got, e.Text, listFacts(&r))
		}
	}
}

// standsFor reports whether the row's grammar matched and an artifact or a practice of another row stands over the words.
func standsFor(r *Reading, k kb.Kind, id string) bool {
	for _, m := range r.Says {
		if m.Kind != k || k == kb.KindArtifact && r.Base.Artifacts[m.Row].ID != id || k == kb.KindPractice && r.Base.Practices[m.Row].ID != id {
			continue
		}
		for i := range r.Facts {
			f := &r.Facts[i]
			if (f.Kind == Artifact || f.Kind == Practice) && f.First < m.Last && m.First < f.Last {
				return true
			}
		}
	}
	return false
}

func saysVerb(r *Reading, verb string) bool {
	for i := 0; i < len(r.low); {
		if m, ok := r.verb(i); ok {
			if r.Base.Verbs[m.Row].Verb == verb {
				return true
			}
			i = int(m.Last)
			continue
		}
		if m, ok := r.term(kb.KindRole, i); ok && r.Base.Verbs[m.Row].Verb == verb {
			return true
		}
		i++
	}
	return false
}

func listFacts(r *Reading) string {
	var b strings.Builder
	for i := range r.Facts {
		f := &r.Facts[i]
		b.WriteString(f.Kind.String() + "(" + r.Text(f))
		switch {
		case f.Row < 0:
		case f.Kind == Artifact:
			b.WriteString("=" + r.Base.Artifacts[f.Row].ID)
		case f.Kind == Practice:
			b.WriteString("=" + r.Base.Practices[f.Row].ID)
		case f.Kind == Pattern:
			b.WriteString("=" + r.Base.Patterns[f.Row].ID)
		}
		b.WriteString(") ")
	}
	return b.String()
}

// TestFortunesHoldNoPattern reads ordinary prose, which names no pattern, artifact or trade-off of a backend.
func TestFortunesHoldNoPattern(t *testing.T) {
	const folder = "/usr/share/games/fortunes"
	files, _ := filepath.Glob(filepath.Join(folder, "*"))
	var r Reading
	lines, hits := 0, map[Kind]int{}
	for _, name := range files {
		if filepath.Ext(name) != "" || strings.Contains(name, "computers") || strings.Contains(name, "linux") || strings.Contains(name, "debian") || strings.Contains(name, "perl") {
			continue
		}
		f, err := os.Open(name)
		if err != nil {
			continue
		}
		sc := bufio.NewScanner(f)
		for sc.Scan() && lines < 40000 {
			s := strings.TrimSpace(sc.Text())
			if s == "" || s == "%" {
				continue
			}
			lines++
			readRows(t, &r, s)
			for i := range r.Facts {
				switch k := r.Facts[i].Kind; k {
				case Pattern, Tradeoff:
					hits[k]++
					t.Logf("%v %q in %q", k, r.Text(&r.Facts[i]), s)
				}
			}
		}
		f.Close()
	}
	if lines < 5000 {
		t.Skipf("SKIPPED: %d lines of fortunes; install the package fortunes for this test", lines)
	}
	for k, n := range hits {
		if n*2000 > lines {
			t.Errorf("%d facts of kind %v in %d lines of ordinary prose", n, k, lines)
		}
	}
}
