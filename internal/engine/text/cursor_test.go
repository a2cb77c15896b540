package text

import (
	"math/rand/v2"
	"testing"
)

func TestCursor(t *testing.T) {
	for _, s := range []string{"", "a", "one\ntwo\r\nthree\rfour\n\n", "é😀\nü", "\xff\xfe\nx\xc3", "\n"} {
		l := NewLines(s)
		up := l.Cursor()
		for off := -1; off <= len(s)+1; off++ {
			if got, want := up.Position(off), l.Position(off, Runes); got != want {
				t.Errorf("%q at %d: %v, want %v", s, off, got, want)
			}
		}
		rnd := rand.New(rand.NewPCG(1, 2))
		any := l.Cursor()
		for range 200 {
			off := rnd.IntN(len(s)+2) - 1
			if got, want := any.Position(off), l.Position(off, Runes); got != want {
				t.Errorf("%q at %d in any order: %v, want %v", s, off, got, want)
			}
		}
	}
}

func TestValid(t *testing.T) {
	if s := Plain("fine é"); s.Valid() != s {
		t.Error("a valid source was copied")
	}
	for _, c := range []struct{ in, want string }{{"\xffone\xc3(", "\uFFFDone\uFFFD("}, {"\xed\xa0\x80", "\uFFFD\uFFFD\uFFFD"}, {"a\uFFFDb\xff", "a\uFFFDb\uFFFD"}} {
		v := Plain(c.in).Valid()
		if v.Text != c.want {
			t.Errorf("%q: %q, want %q", c.in, v.Text, c.want)
		}
		if in, ok := v.Input(Span{0, len(v.Text)}); !ok || in != (Span{0, len(c.in)}) {
			t.Errorf("%q: the whole maps to %v", c.in, in)
		}
	}
	// Through a map: the word keeps its exact place.
	var b Builder
	b.Exact("on\xffe", 10)
	b.Instead("&", Span{20, 25})
	v := b.Source().Valid()
	if in, ok := v.Input(Span{0, 2}); !ok || in != (Span{10, 12}) {
		t.Errorf("%v", in)
	}
	if in, ok := v.Input(Span{len(v.Text) - 1, len(v.Text)}); !ok || in != (Span{20, 25}) {
		t.Errorf("%v", in)
	}
}
