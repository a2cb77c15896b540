// Package ruletest runs the example lines of a rule.
//
// A rule's examples stand in one txtar archive with the sections fires, silent and fixes. In fires the words at fault stand
// in ⟦ ⟧; a line without them is about a text whose finding covers the whole of it or asks for nothing exact. A prefix such as
// "senior: " judges the line at that level, and \n stands for a line break. In fixes a line "=> after" gives what the safe
// fixes make of the line before it.
package ruletest

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/rule"
	"github.com/standfirst/standfirst/internal/engine/text"
)

// The least that a rule shows of itself.
const (
	leastFires  = 6
	leastSilent = 12
)

// Today is the day that examples are judged on.
const Today = kb.Day(20261123)

// Line is one example: a text, the level that it is judged at (Unknown: the one that is read), and its marked form.
type Line struct {
	Level  kb.Level
	Text   string // without marks
	Marked string // with ⟦ ⟧ about the words at fault, where there are some
}

// Fix is a text before and after the safe fixes.
type Fix struct{ Before, After Line }

// Examples are the lines of one archive.
type Examples struct {
	Fires, Silent []Line
	Fixes         []Fix
}

// ParseLine reads one line.
func ParseLine(s string) Line {
	var l Line
	if head, rest, ok := strings.Cut(s, ": "); ok {
		if v, ok := kb.ParseLevel(head); ok && v != kb.Unknown {
			l.Level, s = v, rest
		}
	}
	l.Marked = strings.ReplaceAll(s, `\n`, "\n")
	l.Text = strings.NewReplacer("⟦", "", "⟧", "").Replace(l.Marked)
	return l
}

// Parse reads an archive.
func Parse(b []byte) Examples {
	var x Examples
	for _, f := range txtar.Parse(b).Files {
		before := Line{}
		for _, s := range strings.Split(string(f.Data), "\n") {
			if strings.TrimSpace(s) == "" {
				continue
			}
			after, isAfter := strings.CutPrefix(s, "=> ")
			switch {
			case f.Name == "fires":
				x.Fires = append(x.Fires, ParseLine(s))
			case f.Name == "silent":
				x.Silent = append(x.Silent, ParseLine(s))
			case f.Name == "fixes" && isAfter:
				x.Fixes = append(x.Fixes, Fix{before, ParseLine(after)})
			case f.Name == "fixes":
				before = ParseLine(s)
			}
		}
	}
	return x
}

// Read reads a text as a check at the line's level would.
func Read(base *kb.Base, l Line, s string) *fact.Reading {
	var r fact.Reading
	rd := fact.Reader{Base: base}
	rd.Read(&r, s, Today)
	if l.Level != kb.Unknown {
		r.Level.Verdict = l.Level
	}
	return &r
}

// Findings are what a rule reports on a reading. As in a check, a rule whose facts are not there is not run.
func Findings(r *rule.Rule, reading *fact.Reading) []rule.Finding {
	p := rule.Pass{Reading: reading, Rule: r}
	if r.Needs != nil {
		has := false
		for _, k := range r.Needs {
			has = has || p.Has(k)
		}
		if !has {
			return nil
		}
	}
	if !r.AppliesTo(reading.Level.Verdict) {
		return nil
	}
	r.Run(&p)
	return p.Findings
}

// Mark puts ⟦ ⟧ about the findings of a text. It reports false where they overlap or are not in order.
func Mark(s string, found []rule.Finding) (string, bool) {
	var b strings.Builder
	at := 0
	for _, f := range found {
		if f.Span.Start < at || f.Span.End > len(s) || f.Span.Empty() {
			return "", false
		}
		b.WriteString(s[at:f.Span.Start] + "⟦" + s[f.Span.Start:f.Span.End] + "⟧")
		at = f.Span.End
	}
	return b.String() + s[at:], true
}

// Run holds a rule to its examples. The rules in all are those that its fixes must not wake.
func Run(t *testing.T, base *kb.Base, all []*rule.Rule, r *rule.Rule, archive []byte) {
	t.Helper()
	x := Parse(archive)
	if len(x.Fires) < leastFires || len(x.Silent) < leastSilent {
		t.Errorf("%d lines fire and %d are silent; write at least %d and %d", len(x.Fires), len(x.Silent), leastFires, leastSilent)
	}
	for _, l := range x.Fires {
		fires(t, base, all, r, l)
	}
	for _, l := range x.Silent {
		if f := Findings(r, Read(base, l, l.Text)); len(f) > 0 {
			t.Errorf("%s\n\tmust be silent, but: %s (%q)", l.Text, f[0].Message, l.Text[f[0].Span.Start:f[0].Span.End])
		}
	}
	for _, f := range x.Fixes {
		if got := mend(t, base, all, r, f.Before); got != f.After.Text {
			t.Errorf("%s\n\tis mended to %q", f.Before.Text, got)
		}
	}
}

func fires(t *testing.T, base *kb.Base, all []*rule.Rule, r *rule.Rule, l Line) {
	t.Helper()
	found := Findings(r, Read(base, l, l.Text))
	if len(found) == 0 {
		t.Errorf("%s\n\tmust fire", l.Marked)
		return
	}
	for _, f := range found {
		if f.Message == "" {
			t.Errorf("%s\n\ta finding without a message", l.Marked)
		}
		if f.Severity > r.Severity || f.Severity == rule.Off {
			t.Errorf("%s\n\t%s, where the rule's own severity is %s", l.Marked, f.Severity, r.Severity)
		}
		onBoundaries(t, l.Text, f.Span)
		for _, x := range f.Fixes {
			for _, e := range x.Edits {
				onBoundaries(t, l.Text, e.Span)
			}
		}
	}
	got, ok := Mark(l.Text, found)
	switch {
	case !ok:
		t.Errorf("%s\n\tspans that overlap or stand out of order", l.Marked)
	case got != l.Marked:
		t.Errorf("want %s\n got %s", l.Marked, got)
	}
	moved(t, base, r, l, found)
	mend(t, base, all, r, l)
}

func onBoundaries(t *testing.T, s string, at text.Span) {
	t.Helper()
	if at.Start < 0 || at.End < at.Start || at.End > len(s) {
		t.Errorf("%s\n\tthe span %v lies outside", s, at)
		return
	}
	for _, i := range []int{at.Start, at.End} {
		if i < len(s) && !utf8.RuneStart(s[i]) {
			t.Errorf("%s\n\tthe span %v cuts a character", s, at)
		}
	}
}

// moved holds that a line with nothing but a picture, put in front of a text, moves the findings and does nothing else. A
// rule that reports the picture itself is left in peace.
func moved(t *testing.T, base *kb.Base, r *rule.Rule, l Line, found []rule.Finding) {
	t.Helper()
	const front = "🚀\n\n"
	after := Findings(r, Read(base, l, front+l.Text))
	if len(after) > 0 && after[0].Span.End <= len(front) {
		return
	}
	for _, f := range found {
		ok := false
		for _, g := range after {
			ok = ok || g.Span.Start == f.Span.Start+len(front) && g.Span.End == f.Span.End+len(front)
		}
		if !ok {
			t.Errorf("%s\n\tbehind a picture, the finding at %v is not at its place", l.Marked, f.Span)
		}
	}
}

// mend applies the safe fixes of a rule and holds them to their law: what they mend is gone, mending again changes nothing,
// and no other rule warns of what they left.
func mend(t *testing.T, base *kb.Base, all []*rule.Rule, r *rule.Rule, l Line) string {
	t.Helper()
	edits := safe(Findings(r, Read(base, l, l.Text)))
	if len(edits) == 0 {
		return l.Text
	}
	out, ok := rule.Apply(l.Text, edits)
	if !ok {
		t.Errorf("%s\n\tthe fixes do not fit together", l.Text)
		return l.Text
	}
	reading := Read(base, l, out)
	if len(safe(Findings(r, reading))) > 0 {
		t.Errorf("%s\n\tis still found after its fix: %s", l.Text, out)
	}
	old := Read(base, l, l.Text)
	for _, other := range all {
		if other == r || other.Group == rule.Form || other.Severity < rule.Warning {
			continue // a shorter text may be told its length
		}
		if n, was := warnings(Findings(other, reading)), warnings(Findings(other, old)); n > was {
			t.Errorf("%s\n\tis mended to %q, and %s warns of that", l.Text, out, other.ID)
		}
	}
	return out
}

func safe(found []rule.Finding) []rule.Edit {
	var edits []rule.Edit
	for _, f := range found {
		for _, x := range f.Fixes {
			if x.Safe {
				edits = append(edits, x.Edits...)
			}
		}
	}
	return edits
}

func warnings(found []rule.Finding) int {
	n := 0
	for _, f := range found {
		if f.Severity >= rule.Warning {
			n++
		}
	}
	return n
}
