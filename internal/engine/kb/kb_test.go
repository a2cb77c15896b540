package kb

import (
	"testing"

	"github.com/standfirst/standfirst/internal/engine/lex"
)

func BenchmarkDecode(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, ok := Decode(blob, spellings); !ok {
			b.Fatal("bad blob")
		}
	}
}

func BenchmarkMatch(b *testing.B) {
	base := Default()
	var d lex.Doc
	d.Lex("Senior engineer, nine years, mostly Go. I run the metering pipeline of a cloud provider: 2.3M events a second from 14 regions into ClickHouse, late by less than 30 s at p99.9, and every invoice reproducible from the log. We dropped exactly-once in the collectors and made the aggregation idempotent instead, which halved the fleet (from 410 to 190 machines) and the pager load. Author of the error-budget policy that the billing group has used since 2024. Looking for work on systems where being wrong costs money.")
	var w []Word
	var m, s []Match
	b.Run("annotate", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			w = base.Annotate(&d, w[:0])
		}
	})
	b.Run("terms", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			m = base.Terms(&d, w, m[:0])
		}
	})
	b.Run("sayings", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			s = base.Sayings(&d, w, s[:0])
		}
	})
}

// The two blobs give back the rows that they were made of, and a base that takes packs.
func TestWith(t *testing.T) {
	b, problems := Default().With(Rows{Technologies: []Technology{{ID: "flumox", Name: "Flumox", Category: "datastore", Aliases: []string{"flumoxdb"}}}})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, name := range []string{"Flumox", "flumoxdb", "springboot", "Kafka"} {
		var d lex.Doc
		d.Lex("We moved to " + name + " in May.")
		found := false
		for _, m := range b.Terms(&d, b.Annotate(&d, nil), nil) {
			found = found || m.Kind == KindTechnology && m.First == 3
		}
		if !found {
			t.Errorf("%s is not found", name)
		}
	}
	again, words := b.Encode()
	if c, ok := Decode(string(again), string(words)); !ok || len(c.Technologies) != len(b.Technologies) {
		t.Error("a base does not survive its own blobs")
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(blob[:2000])
	f.Add(magic)
	f.Fuzz(func(t *testing.T, s string) {
		if b, ok := Decode(s, ""); ok && b == nil {
			t.Fatal("a nil base that is said to be good")
		}
	})
}

// What a blob decodes to is what was encoded, number for number.
func TestRoundTrip(t *testing.T) {
	b, problems := Default().With(Rows{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	base, words := b.Encode()
	c, ok := Decode(string(base), string(words))
	if !ok {
		t.Fatal("not decoded")
	}
	if len(c.x.postings) != len(b.x.postings) {
		t.Fatal("postings were lost")
	}
	for i := range b.x.postings {
		if c.x.postings[i] != b.x.postings[i] {
			t.Fatalf("posting %d: %+v, want %+v", i, c.x.postings[i], b.x.postings[i])
		}
	}
	for i := range b.x.code {
		if c.x.code[i] != b.x.code[i] {
			t.Fatalf("instruction %d: %+v, want %+v", i, c.x.code[i], b.x.code[i])
		}
	}
	for _, p := range [][2][]uint32{{b.x.slots, c.x.slots}, {b.x.starts, c.x.starts}, {b.x.edges, c.x.edges}, {b.x.ends, c.x.ends},
		{b.x.first, c.x.first}, {b.x.anchors, c.x.anchors}, {b.x.mustEnds, c.x.mustEnds}, {b.x.mustList, c.x.mustList}, {b.x.setEnds, c.x.setEnds}, {b.x.setWords, c.x.setWords}} {
		for i := range p[0] {
			if p[0][i] != p[1][i] {
				t.Fatalf("a table differs at %d: %d, want %d", i, p[1][i], p[0][i])
			}
		}
	}
}
