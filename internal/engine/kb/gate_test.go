package kb

import (
	"os"
	"slices"
	"testing"

	"github.com/standfirst/standfirst/internal/engine/lex"
)

// The rows of the gallery are read as one text: a gate may save work and must never lose a match.
func TestGatesLoseNothing(t *testing.T) {
	in, err := os.ReadFile("data/examples.yaml")
	if err != nil {
		t.Fatal(err)
	}
	b := Default()
	var d lex.Doc
	d.Lex(string(in))
	words := b.Annotate(&d, nil)
	got := b.Sayings(&d, words, nil)

	kept := slices.Clone(b.x.gates.by)
	defer copy(b.x.gates.by, kept)
	for i := range b.x.gates.by {
		b.x.gates.by[i] = anyWord
	}
	if want := b.Sayings(&d, words, nil); !slices.Equal(got, want) {
		t.Errorf("%d matches through the gates, %d without", len(got), len(want))
	}
}
