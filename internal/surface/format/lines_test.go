package format

import (
	"bytes"
	"strings"
	"testing"
	"unicode"

	"github.com/standfirst/standfirst/internal/engine/report"
)

func TestWrapKeepsEveryWord(t *testing.T) {
	for _, s := range []string{
		"", " ", "one", "one two three four five six seven", "averyveryverylongwordindeed and more", "a\n\n\nb\r\nc\rd", "  leading and trailing  ",
		"東京の会社で働く開発者です", "tab\tand\ttab", "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301",
	} {
		var got strings.Builder
		for _, l := range wrap(s, 12) {
			if l.cols() > 12 {
				t.Errorf("%q: a line of %d columns", s, l.cols())
			}
			col := 0
			for _, c := range l.cells {
				if c.col != col {
					t.Errorf("%q: a cell at column %d, want %d", s, c.col, col)
				}
				col += c.width
				got.WriteString(s[c.start:c.end])
			}
		}
		if bare(got.String()) != bare(s) {
			t.Errorf("wrapped %q to %q", s, got.String())
		}
	}
}

func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

func TestMarksStandUnderTheirWords(t *testing.T) {
	s := "一二三 ascii words, and a wide 👩‍💻 one"
	w := &writer{Style: Style{Width: 80}}
	w.text(s, []mark{{start: strings.Index(s, "words"), end: strings.Index(s, "words") + 5, label: "1", sign: "~"}}, 0, "")
	lines := strings.Split(w.String(), "\n")
	if got := columns(lines[0][:strings.Index(lines[0], "words")]); got != columns(lines[1][:strings.Index(lines[1], "1~~~~")]) {
		t.Errorf("the mark stands elsewhere:\n%s", w.String())
	}
}

func TestSafe(t *testing.T) {
	for in, want := range map[string]string{
		"plain": "plain", "a\tb\nc": "a b c", "\x1b[31m": "␛[31m", "a\u202eb": "ab", "a\xffb": "a\uFFFDb", "é 👩‍💻": "é 👩‍💻", "\u009b1m": "\uFFFD1m", "\x7f": "␡",
	} {
		if got := Safe(in); got != want {
			t.Errorf("Safe(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzText(f *testing.F) {
	f.Add("Go developer with 6 years", 3, 12, 80)
	f.Add("東京\t👩‍💻\r\n\x1b[31m שלום", 0, 9, 41)
	f.Fuzz(func(t *testing.T, s string, start, end, width int) {
		if len(s) > 4000 {
			return
		}
		start = min(max(start, 0), len(s))
		end = min(max(end, start), len(s))
		r := &report.Report{Text: s, Input: report.Input{Name: s}, FirstWords: report.FirstWords{Count: 30, End: end}, Score: report.Score{Verdict: "revise", Reason: s},
			Facts: []report.Fact{{ID: "f1", Kind: "title", Place: report.Place{Start: start, End: end}, Text: s[start:end]}},
			Findings: []report.Finding{{Rule: "filler", Severity: "warning", Place: report.Place{Start: start, End: end}, Message: s},
				{Rule: "hedge", Severity: "error", Place: report.Place{Start: 0, End: end}, Message: s}}}
		style := Style{Width: min(max(width, 0), 200), All: true}
		var b bytes.Buffer
		if err := Text(&b, r, style); err != nil {
			t.Fatal(err)
		}
		if err := Facts(&b, r, style); err != nil {
			t.Fatal(err)
		}
		for line := range strings.SplitSeq(b.String(), "\n") {
			for _, c := range line {
				if c < ' ' || c == 0x7f || c >= 0x80 && c < 0xa0 {
					t.Fatalf("a control character in %q", line)
				}
			}
		}
	})
}
