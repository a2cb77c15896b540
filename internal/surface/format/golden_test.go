package format

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/standfirst/standfirst/internal/engine/report"
)

var update = flag.Bool("update", false, "write the golden files")

func number(v float64) *float64 { return &v }

// at finds the place of words in a text.
func at(s, words string) report.Place {
	i := strings.Index(s, words)
	if i < 0 {
		panic("not in the text: " + words)
	}
	return report.Place{Start: i, End: i + len(words), Line: 1, Column: 1 + len([]rune(s[:i]))}
}

// sample is a report made by hand: the printing is tested, not the engine.
func sample() *report.Report {
	s := "Results-driven senior Java engineer with 7 years of building scalable, high-throughput services in Java 21 and Spring Boot 3.4. " +
		"I cut p99 checkout latency from 820 ms to 510 ms, a 45% reduction, at a 600-engineer shop. I helped with the outbox. " +
		"Passionate about clean code."
	return &report.Report{
		Schema: report.Schema, Version: "0.1.0", Rubric: "1", AsOf: "2026-11-23", Text: s,
		Input:     report.Input{ID: "7", Name: "cv/summary.txt", Kind: "text", Words: 46, Sentences: 4, Section: "Profile"},
		Level:     report.Level{Claimed: "senior", ReadsAs: "mid", Verdict: "senior", Years: number(7)},
		Specialty: report.Specialty{ID: "java", Also: []string{"distributed"}},
		Notes:     []string{"took \"Profile\"; also found \"About\" (line 40)"},
		Facts: []report.Fact{
			{ID: "f1", Kind: "title", Place: at(s, "senior Java engineer"), Text: "senior Java engineer", Level: "senior"},
			{ID: "f2", Kind: "years", Place: at(s, "7 years"), Text: "7 years", Years: number(7), Scope: "total", Bound: "exact"},
			{ID: "f3", Kind: "technology", Place: at(s, "Java 21"), Text: "Java 21", Canonical: "java", Name: "Java", Category: "language", Version: "21", Use: "current"},
			{ID: "f4", Kind: "technology", Place: at(s, "Spring Boot 3.4"), Text: "Spring Boot 3.4", Canonical: "spring-boot", Name: "Spring Boot", Category: "framework", Version: "3.4", Use: "former"},
			{ID: "f5", Kind: "metric", Place: at(s, "p99 checkout latency from 820 ms to 510 ms, a 45% reduction"), Text: "p99 checkout latency from 820 ms to 510 ms, a 45% reduction",
				Metric: &report.Metric{Kind: "latency", Of: "checkout", Percentile: 99, Bound: "exact", From: &report.Quantity{Value: 0.82, Unit: "s"}, To: &report.Quantity{Value: 0.51, Unit: "s"},
					Change: &report.Change{Computed: number(-0.378), Stated: number(-0.45)}}, Bundle: "b1"},
			{ID: "f6", Kind: "org", Place: at(s, "600-engineer shop"), Text: "600-engineer shop", Size: 600, Domain: "e-commerce"},
			{ID: "f7", Kind: "pattern", Place: at(s, "outbox"), Text: "outbox", Canonical: "transactional-outbox", Name: "transactional outbox"},
		},
		Findings: []report.Finding{
			{Rule: "filler", Severity: "warning", Rank: 3, Place: at(s, "Results-driven"), Message: "“Results-driven” could stand on anyone's résumé.",
				Why: "Every reviewer has read it.", Mend: "Put one habit of your own in its place, or cut it.",
				Fixes: []report.Fix{{Title: "Cut it", Safe: true, Edits: []report.Edit{{Place: at(s, "Results-driven "), Text: ""}}}}},
			{Rule: "unquantified-scale", Severity: "warning", Rank: 2, Place: at(s, "scalable, high-throughput"), Message: "“scalable, high-throughput” has no number beside it.",
				Why: "Everyone claims it.", Mend: "Put the number there.", Fixes: []report.Fix{{Asks: []string{"How many requests a second did it take?"}}}},
			{Rule: "percent-disagrees", Severity: "error", Rank: 1, Place: at(s, "a 45% reduction"), Message: "820 ms to 510 ms is a 37.8% cut; the text says 45%.",
				Why: "A reviewer does this sum in their head.", Mend: "Write 38%.", Fixes: []report.Fix{{Title: "Correct the figure", Safe: true, Edits: []report.Edit{{Place: at(s, "45%"), Text: "38%"}}}}},
			{Rule: "weak-ownership", Severity: "warning", Rank: 4, Place: at(s, "helped with"), Message: "“helped with” leaves open what your own part was.", Why: "A reader fills the gap with the least.", Mend: "Say what you did."},
			{Rule: "filler", Severity: "warning", Rank: 5, Place: at(s, "Passionate about clean code"), Message: "“Passionate about clean code” could stand on anyone's résumé.",
				Why: "Every reviewer has read it.", Mend: "Put one habit of your own in its place, or cut it."},
			{Rule: "too-short", Severity: "suggestion", Rank: 6, Place: report.Place{Start: 0, End: len(s), Line: 1, Column: 1}, Message: "46 words leave room for one more outcome.", Why: "A senior summary has 70 to 100.",
				Mend: "Add what you decided."},
		},
		Suppressed: []report.Suppressed{{Finding: report.Finding{Rule: "hedge", Message: "“somewhat” takes back what it says."}, Reason: "a product's name", Origin: "standfirst.toml:4"}},
		Unused:     []report.Suppression{{Rule: "apology", Reason: "old", Origin: "standfirst.toml:9"}},
		Score: report.Score{Verdict: "revise", Reason: "missing: a decision of yours; one error", Total: 34, Parts: []report.Part{
			{ID: "identity", Score: 10, Max: 10, Because: []string{"f1", "f2"}},
			{ID: "outcome", Score: 15, Max: 22, Because: []string{"f5"}, Against: []string{"percent-disagrees"}, Raise: "write the percentage that the two numbers give"},
			{ID: "judgment", Score: 3, Max: 18, Because: []string{"f7"}, Raise: "say what you chose and what it cost"},
			{ID: "form", Score: 6, Max: 10, Against: []string{"filler", "filler"}, Raise: "cut the filler"},
		}},
		FirstWords: report.FirstWords{Count: 30, End: strings.Index(s, "latency") + len("latency")},
		Arithmetic: []report.Arithmetic{{Facts: []string{"f5"}, Says: "820 ms to 510 ms is a 37.8% cut; the text says 45%"}, {Says: "12M events a day is 139 a second", Agrees: true}},
	}
}

// excellent is a report with nothing to say against the text.
func excellent() *report.Report {
	r := sample()
	r.Input.Name, r.Findings, r.Suppressed, r.Unused, r.Notes = "cv/better.txt", nil, nil, nil, nil
	r.Score.Verdict, r.Score.Reason, r.Score.Total = "ready", "nothing stands in the way", 60
	for i := range r.Score.Parts {
		p := &r.Score.Parts[i]
		p.Score, p.Raise, p.Against = p.Max, "", nil
	}
	r.Arithmetic = r.Arithmetic[1:]
	return r
}

func TestGolden(t *testing.T) {
	clean := func() *report.Report { r := excellent(); return r }
	for name, print := range map[string]func(io.Writer) error{
		"text-80":      func(w io.Writer) error { return Text(w, sample(), Style{Width: 80}) },
		"text-50":      func(w io.Writer) error { return Text(w, sample(), Style{Width: 50}) },
		"text-120":     func(w io.Writer) error { return Text(w, sample(), Style{Width: 120}) },
		"text-all":     func(w io.Writer) error { return Text(w, sample(), Style{All: true}) },
		"text-ascii":   func(w io.Writer) error { return Text(w, sample(), Style{ASCII: true}) },
		"text-colour":  func(w io.Writer) error { return Text(w, sample(), Style{Color: true}) },
		"text-ready":   func(w io.Writer) error { return Text(w, clean(), Style{}) },
		"facts":        func(w io.Writer) error { return Facts(w, sample(), Style{}) },
		"facts-colour": func(w io.Writer) error { return Facts(w, sample(), Style{Color: true}) },
		"compare":      func(w io.Writer) error { return Compare(w, sample(), clean(), Style{}) },
		"compare-same": func(w io.Writer) error { return Compare(w, clean(), clean(), Style{}) },
		"markdown":     func(w io.Writer) error { return Markdown(w, sample()) },
		"many": func(w io.Writer) error {
			m := &Many{}
			for _, r := range []*report.Report{sample(), clean(), sample()} {
				if err := m.Line(w, r); err != nil {
					return err
				}
			}
			return m.End(w)
		},
		"csv": func(w io.Writer) error {
			c, err := NewCSV(w)
			if err != nil {
				return err
			}
			bad := clean()
			bad.Input.Name, bad.Level.Years = "=1+1, \"x\"", nil
			for _, r := range []*report.Report{sample(), bad} {
				if err := c.Row(r); err != nil {
					return err
				}
			}
			return nil
		},
		"fixed": func(w io.Writer) error {
			r := sample()
			applied := []Change{ChangeOf(r, &r.Findings[0], &r.Findings[0].Fixes[0]), ChangeOf(r, &r.Findings[2], &r.Findings[2].Fixes[0])}
			return Fixed(w, r, applied, applied[1:], false, Style{})
		},
		"unicode": func(w io.Writer) error { return Text(w, unicodeSample(), Style{Width: 60}) },
	} {
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			if err := print(&b); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join("testdata", name+".golden")
			if *update {
				if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(b.Bytes(), want) {
				t.Errorf("not as in %s; run go test -update and look at the difference\n%s", path, b.String())
			}
		})
	}
}

// unicodeSample holds all that is wide, joined, invisible or turned around.
func unicodeSample() *report.Report {
	s := "Go\tdeveloper 👩‍💻 in 東京の会社 with cafe\u0301 menus and passionate words that wrap.\r\n\r\nשלום passionate עולם\n\x1b[31mpassionate\u202e again"
	r := &report.Report{Text: s, Input: report.Input{Name: "wide\x1b[1m.txt", Words: 12, Sentences: 3}, Score: report.Score{Verdict: "revise", Reason: "three warnings"}}
	for i, n := 0, 0; ; n++ {
		k := strings.Index(s[i:], "passionate")
		if k < 0 {
			break
		}
		i += k
		r.Findings = append(r.Findings, report.Finding{Rule: "filler", Severity: "warning", Rank: n + 1, Place: report.Place{Start: i, End: i + 10}, Message: "“passionate” says nothing."})
		i += 10
	}
	r.Findings = append(r.Findings, report.Finding{Rule: "casing", Severity: "suggestion", Place: at(s, "東京の会社"), Message: "wide words"},
		report.Finding{Rule: "accent", Severity: "error", Place: at(s, "cafe\u0301"), Message: "joined accents"})
	return r
}
