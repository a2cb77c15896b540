package rules

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

// voiceRules are the rules whose lines this file runs.
var voiceRules = []*rule.Rule{
	aiToolMention, apology, emojiOrDecoration, filler, firstPersonHeavy, focusExceedsTotal, hedge, impossibleReduction, languagePrimitives,
	layoffDisclosure, noClosing, objectiveOpener, percentDisagrees, percentileOrder, personalData, repeatedVerb, repeatedWord, softSkill,
	stuffing, technologyCasing, thirdPerson, unfinished, vagueClosing, versionBeforeRelease, volumeExceedsRate, weakOwnership,
	wishedTechnology, yearsExceedTechnology,
}

func TestVoiceLines(t *testing.T) {
	for _, r := range voiceRules {
		t.Run(r.ID, func(t *testing.T) {
			b, err := os.ReadFile(filepath.Join("testdata", r.ID+".txtar"))
			if err != nil {
				t.Fatal(err)
			}
			section, fires, silent, before := "", 0, 0, ""
			for _, line := range strings.Split(string(b), "\n") {
				switch {
				case strings.HasPrefix(line, "-- "):
					section = strings.Trim(line, "- ")
				case line == "":
				case section == "fires":
					fires++
					checkFires(t, r, line)
				case section == "silent":
					silent++
					if s, f := findings(r, line); len(f) > 0 {
						t.Errorf("%s\n\tmust be silent, but: %s (%q)", line, f[0].Message, s[f[0].Span.Start:f[0].Span.End])
					}
				case strings.HasPrefix(line, "=> "):
					if got := mended(t, r, before); got != line[3:] {
						t.Errorf("%s\n\tis mended to %q", before, got)
					}
				case section == "fixes":
					before = line
				}
			}
			if fires < 6 || silent < 12 {
				t.Errorf("%d fires and %d silent lines; write at least 6 and 12", fires, silent)
			}
		})
	}
}

// findings runs a rule on a line, at the level that its prefix names.
func findings(r *rule.Rule, line string) (string, []rule.Finding) {
	level := kb.Unknown
	if head, rest, ok := strings.Cut(line, ": "); ok {
		if l, ok := kb.ParseLevel(head); ok {
			level, line = l, rest
		}
	}
	line = strings.ReplaceAll(line, `\n`, "\n")
	var reading fact.Reading
	rd := fact.Reader{Base: kb.Default()}
	rd.Read(&reading, line, kb.Day(20261123))
	if level != kb.Unknown {
		reading.Level.Verdict = level
	}
	p := rule.Pass{Reading: &reading, Rule: r}
	r.Run(&p)
	return line, p.Findings
}

func checkFires(t *testing.T, r *rule.Rule, line string) {
	t.Helper()
	plain := strings.NewReplacer("⟦", "", "⟧", "").Replace(line)
	s, found := findings(r, plain)
	got, at := "", 0
	for _, f := range found {
		if f.Span.Start < at || f.Span.End > len(s) || f.Span.Empty() {
			t.Errorf("%s\n\ta span out of order: %v", line, f.Span)
			return
		}
		got += s[at:f.Span.Start] + "⟦" + s[f.Span.Start:f.Span.End] + "⟧"
		at = f.Span.End
		if f.Message == "" {
			t.Errorf("%s\n\ta finding without a message", line)
		}
		if f.Severity > r.Severity {
			t.Errorf("%s\n\t%s is more than the rule's own severity", line, f.Severity)
		}
	}
	got += s[at:]
	want := strings.ReplaceAll(line, `\n`, "\n")
	if head, rest, ok := strings.Cut(want, ": "); ok {
		if _, ok := kb.ParseLevel(head); ok {
			want = rest
		}
	}
	if got != want {
		t.Errorf("want %s\n got %s", want, got)
	}
}

// mended applies the safe fixes of a rule, and holds them to their law: what they mend is gone, and mending again changes
// nothing.
func mended(t *testing.T, r *rule.Rule, line string) string {
	t.Helper()
	for range 2 {
		s, found := findings(r, line)
		var edits []rule.Edit
		for _, f := range found {
			for _, x := range f.Fixes {
				if x.Safe {
					edits = append(edits, x.Edits...)
				}
			}
		}
		if line != s || len(edits) == 0 {
			return line
		}
		out, ok := rule.Apply(s, edits)
		if !ok {
			t.Errorf("%s\n\tthe fixes do not fit together", line)
			return line
		}
		line = out
	}
	t.Errorf("%s\n\tis still found after its fix", line)
	return line
}
