package rows_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/standfirst/standfirst/internal/guide/rows"
)

func TestEmbeddedGuideIsFresh(t *testing.T) {
	g, err := rows.Read(os.DirFS("../../engine/kb/data"))
	if err != nil {
		t.Fatal(err)
	}
	want, err := rows.Encode(g)
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("../guide.json")
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Fatal("guide.json is stale; run go generate ./internal/guide")
	}
}

func TestRowsThatCannotBeTaken(t *testing.T) {
	good := map[string]string{"guide.yaml": "[]", "examples.yaml": "[]", "sources.yaml": "[]"}
	for _, tt := range []struct{ name, file, rows, want string }{
		{"unknown field", "sources.yaml", "- {id: a, title: T, says: S, colour: red}", "colour"},
		{"no id", "sources.yaml", "- {title: T, says: S}", "without an id"},
		{"twice", "sources.yaml", "- {id: a, title: T, says: S}\n- {id: a, title: T, says: S}", `two rows are called "a"`},
		{"unknown source", "guide.yaml", "- {id: q, question: Q, answer: A, sources: [none]}", `sources.yaml has no "none"`},
		{"unknown example", "guide.yaml", "- {id: q, question: Q, answer: A, examples: [mid]}", "level:…"},
		{"unknown level", "examples.yaml", "- {id: e, level: boss, tone: concise, text: T, weak: W, why: Y}", `no level "boss"`},
		{"unknown tone", "examples.yaml", "- {id: e, level: mid, tone: loud, text: T, weak: W, why: Y}", `no tone "loud"`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := fstest.MapFS{}
			for n, s := range good {
				dir[n] = &fstest.MapFile{Data: []byte(s)}
			}
			dir[tt.file] = &fstest.MapFile{Data: []byte(tt.rows)}
			_, err := rows.Read(dir)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Fatalf("got %v, want an error with %q", err, tt.want)
			}
		})
	}
}
