package engine_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/standfirst/standfirst/internal/engine"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/report"
	"github.com/standfirst/standfirst/internal/engine/rule"
	"github.com/standfirst/standfirst/internal/engine/rule/ruletest"
	"github.com/standfirst/standfirst/internal/engine/text"
	"github.com/standfirst/standfirst/internal/guide"
)

// The laws that hold for the score and the findings whatever the text is.

func examples(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("rules/testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no examples of rules", err)
	}
	var out []string
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		x := ruletest.Parse(b)
		for _, l := range slices.Concat(x.Fires, x.Silent) {
			out = append(out, l.Text)
		}
	}
	return out
}

// Every example of every rule gives the same bytes from a fresh engine as from one that has checked thousands of texts, and
// its findings stand in order, on whole characters and inside the text.
func TestExamplesKeepTheLaws(t *testing.T) {
	fresh := engine.New(kb.Default(), engine.Options{})
	for _, s := range examples(t) {
		r := check(s)
		laws(t, r)
		again := fresh.Check(text.Plain(s), engine.Input{}, engine.CheckOptions{AsOf: day})
		if a, b := report.AppendJSON(nil, r), report.AppendJSON(nil, again); !bytes.Equal(a, b) {
			t.Errorf("two checks differ:\n%s\n%s", a, b)
		}
	}
}

// lengthSays is what the rules of length say of a report.
func lengthSays(r *report.Report) string {
	var out []string
	for i := range r.Findings {
		switch f := &r.Findings[i]; f.Rule {
		case "too-long", "too-short", "sentence-count", "long-sentence":
			out = append(out, f.Rule+f.Severity)
		}
	}
	return strings.Join(out, " ")
}

// A safe fix of words that say nothing never costs anything, as long as the text stays in its band of length.
func TestFixingFillerNeverLowersTheTotal(t *testing.T) {
	tried := 0
	for _, s := range slices.Concat(examples(t), gallery()) {
		before := check(s)
		for i := range before.Findings {
			f := &before.Findings[i]
			if f.Rule != "filler" && f.Rule != "hedge" && f.Rule != "soft-skill" {
				continue
			}
			for _, x := range f.Fixes {
				if !x.Safe {
					continue
				}
				var edits []rule.Edit
				for _, e := range x.Edits {
					edits = append(edits, rule.Edit{Span: text.Span{Start: e.Start, End: e.End}, Text: e.Text})
				}
				mended, ok := rule.Apply(before.Text, edits)
				if !ok {
					t.Errorf("%s: %q cannot be applied", s, x.Title)
					continue
				}
				after := check(mended)
				if lengthSays(after) != lengthSays(before) {
					continue
				}
				tried++
				if after.Score.Total < before.Score.Total {
					t.Errorf("%q: %d, and %d after %q", s, before.Score.Total, after.Score.Total, x.Title)
				}
			}
		}
	}
	if tried == 0 {
		t.Error("no safe fix was tried")
	}
}

// sentences cuts a text into its sentences, with the kinds of the facts in each.
func sentences(r *report.Report) (out []string, kinds []map[string]bool) {
	start := 0
	for i := 1; i <= len(r.Text); i++ {
		if i < len(r.Text) && !(r.Text[i] == ' ' && strings.ContainsRune(".!?", rune(r.Text[i-1]))) {
			continue
		}
		k := map[string]bool{}
		for n := range r.Facts {
			if f := &r.Facts[n]; f.Start >= start && f.Start < i {
				k[f.Kind] = true
				if f.Version != "" {
					k["version"] = true
				}
			}
		}
		out, kinds = append(out, strings.TrimSpace(r.Text[start:i])), append(kinds, k)
		start = i
	}
	return out, kinds
}

// A true fact of a kind that is missing never lowers the total: a gallery text loses its sentences with the kind, and one
// plain sentence gives it back.
func TestAddingAFactNeverLowersTheTotal(t *testing.T) {
	adds := []struct {
		kind, says string
		front      bool
	}{
		{"tradeoff", "We accepted slower writes in exchange for reads that never lie.", false},
		{"practice", "I am on call for it every fifth week.", false},
		{"metric", "It takes 4K requests a second at p99 of 40 ms.", true},
		{"closing", "Looking for a team that runs what it builds.", false},
		{"version", "It runs on Postgres 18.", true},
		{"artifact", "I wrote the runbook that the night shift follows.", false},
	}
	tried := 0
	for _, e := range guide.Default().Examples {
		level, _ := kb.ParseLevel(e.Level)
		judge := func(s string) *report.Report {
			return whole().Check(text.Plain(s), engine.Input{}, engine.CheckOptions{AsOf: day, Level: level})
		}
		all, kinds := sentences(judge(e.Text))
		for _, a := range adds {
			var kept []string
			for i, s := range all {
				if !kinds[i][a.kind] {
					kept = append(kept, s)
				}
			}
			if len(kept) == 0 || len(kept) == len(all) && a.kind != "closing" {
				continue
			}
			without := judge(strings.Join(kept, " "))
			at := len(kept)
			if a.front {
				at = 1
			} else if _, k := sentences(without); at > 1 && k[len(k)-1]["closing"] {
				at--
			}
			with := judge(strings.Join(slices.Insert(slices.Clone(kept), at, a.says), " "))
			tried++
			if with.Score.Total < without.Score.Total && lengthSays(with) == lengthSays(without) {
				t.Errorf("%s without its %s: %d, and %d with %q\n%s", e.ID, a.kind, without.Score.Total, with.Score.Total, a.says, with.Text)
			}
		}
	}
	if tried < 40 {
		t.Errorf("%d tries are too few", tried)
	}
}

// Length moves the part form and no other.
func TestLengthMovesOnlyForm(t *testing.T) {
	const empty = "The notes of that time stand on the shelf beside the door and anybody may read them."
	for _, e := range guide.Default().Examples {
		level, _ := kb.ParseLevel(e.Level)
		judge := func(s string) *report.Report {
			return whole().Check(text.Plain(s), engine.Input{}, engine.CheckOptions{AsOf: day, Level: level})
		}
		before := judge(e.Text)
		all, _ := sentences(before)
		if len(all) < 3 {
			continue
		}
		long := slices.Insert(slices.Clone(all), len(all)-1, empty, empty, empty)
		after := judge(strings.Join(long, " "))
		for i, p := range before.Score.Parts {
			if q := after.Score.Parts[i]; p.ID != "form" && p.Score != q.Score {
				t.Errorf("%s: length moves %s from %d to %d", e.ID, p.ID, p.Score, q.Score)
			}
			if q := after.Score.Parts[i]; p.ID == "form" && q.Score > p.Score {
				t.Errorf("%s: a longer text has better form, %d after %d", e.ID, q.Score, p.Score)
			}
		}
	}
}
