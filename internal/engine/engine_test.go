package engine_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/standfirst/standfirst/internal/engine"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/report"
	"github.com/standfirst/standfirst/internal/engine/rule"
	"github.com/standfirst/standfirst/internal/engine/text"
	"github.com/standfirst/standfirst/internal/guide"
)

const day kb.Day = 20261123

var whole = sync.OnceValue(func() *engine.Engine { return engine.New(kb.Default(), engine.Options{}) })

func check(s string) *report.Report {
	return whole().Check(text.Plain(s), engine.Input{}, engine.CheckOptions{AsOf: day})
}

// gallery is every text of the gallery, and texts that nobody expects.
func gallery() []string {
	var out []string
	for _, e := range guide.Default().Examples {
		out = append(out, e.Text, e.Weak)
	}
	return append(out, odd...)
}

var odd = []string{
	"", " ", "\n\n\n", ".", "…", "\x00", "\xff\xfe bytes \xc3 that are no text \xed\xa0\x80", "\ufeffSenior engineer.", "Senior\r\nengineer\rGo\u2028Kafka.",
	"😀👩‍👩‍👧 Senior engineer, 7 years, Go 1.22; p99 from 820ms to 510ms.", "null", `{"a": "\"quoted\" \\ back"}`, strings.Repeat("Go ", 3000), strings.Repeat("9", 400),
	"Старший разработчик, 7 лет, Go и Kafka.", "p99 p99 p99", "(((((", "- a\n- b\n- c", "1e999 requests a second, 0 ms to 0 ms, from 5 to 0, cut by 400%.",
}

func schema(t testing.TB, name string) *jsonschema.Schema {
	t.Helper()
	s, err := jsonschema.NewCompiler().Compile("../../schema/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func validate(t testing.TB, s *jsonschema.Schema, b []byte) {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		t.Fatalf("%v in %s", err, b)
	}
	if err := s.Validate(doc); err != nil {
		t.Errorf("%v\nin %s", err, b)
	}
}

func TestReportsFitTheirSchema(t *testing.T) {
	s := schema(t, "report-1.json")
	suppress := engine.CheckOptions{AsOf: day, Suppressions: []report.Suppression{{Rule: "*", Reason: "A test."}, {Rule: "no-rule", Reason: "A test.", Origin: "x:1"}}}
	for _, str := range gallery() {
		validate(t, s, report.AppendJSON(nil, check(str)))
		validate(t, s, report.AppendJSON(nil, whole().Check(text.Plain(str), engine.Input{ID: "1", Name: "cv.txt", Kind: "text"}, suppress)))
	}
	validate(t, schema(t, "error-1.json"), report.AppendError(nil, &report.Error{ID: "7", Line: 3, Code: "invalid_input", Message: "The line is no JSON object."}))
}

// The laws of a report, whatever was checked.
func laws(t testing.TB, r *report.Report) {
	t.Helper()
	place := func(what string, p report.Place) {
		if p.Start < 0 || p.End < p.Start || p.End > len(r.Text) || p.Line < 1 || p.Column < 1 {
			t.Errorf("%s: impossible place %+v", what, p)
			return
		}
		for _, o := range []int{p.Start, p.End} {
			if o < len(r.Text) && !utf8.RuneStart(r.Text[o]) {
				t.Errorf("%s: offset %d is inside a character", what, o)
			}
		}
	}
	if !utf8.ValidString(r.Text) {
		t.Error("the text is no UTF-8")
	}
	for i := range r.Facts {
		f := &r.Facts[i]
		place(f.ID, f.Place)
		if r.Text[f.Start:f.End] != f.Text {
			t.Errorf("%s: says %q at %q", f.ID, f.Text, r.Text[f.Start:f.End])
		}
		if i > 0 && (f.Start < r.Facts[i-1].Start || f.Start == r.Facts[i-1].Start && f.End < r.Facts[i-1].End) {
			t.Errorf("%s is out of order", f.ID)
		}
	}
	var ranks []int
	for i := range r.Findings {
		f := &r.Findings[i]
		place(f.Rule, f.Place)
		ranks = append(ranks, f.Rank)
		if i > 0 && (f.Start < r.Findings[i-1].Start || f.Start == r.Findings[i-1].Start && f.Rule < r.Findings[i-1].Rule) {
			t.Errorf("%s is out of order", f.Rule)
		}
		if f.Message == "" || f.Why == "" || f.Mend == "" {
			t.Errorf("%s: a finding without message, why or mend", f.Rule)
		}
		for _, x := range f.Fixes {
			for _, e := range x.Edits {
				place(f.Rule+" edit", e.Place)
			}
		}
	}
	slices.Sort(ranks)
	for i, n := range ranks {
		if n != i+1 {
			t.Errorf("ranks are %v", ranks)
			break
		}
	}
	if r.FirstWords.Count > 30 || r.FirstWords.End > len(r.Text) {
		t.Errorf("first words %+v", r.FirstWords)
	}
	sum := 0
	for _, p := range r.Score.Parts {
		sum += p.Score
	}
	if sum != r.Score.Total {
		t.Errorf("parts sum to %d, the total is %d", sum, r.Score.Total)
	}
}

func TestLaws(t *testing.T) {
	for _, s := range gallery() {
		laws(t, check(s))
	}
}

func FuzzCheck(f *testing.F) {
	for _, s := range gallery() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 2<<10 {
			return
		}
		r := check(s)
		laws(t, r)
		if !json.Valid(report.AppendJSON(nil, r)) {
			t.Fatal("no JSON")
		}
	})
}

// The same text, version and day are the same bytes, from one goroutine or many, whatever was checked in between.
func TestDeterministicAndConcurrent(t *testing.T) {
	texts := gallery()
	want := make([][]byte, len(texts))
	for i, s := range texts {
		want[i] = report.AppendJSON(nil, check(s))
	}
	var wg sync.WaitGroup
	for g := range 4 {
		wg.Go(func() {
			for n := range texts {
				i := (n*7 + g*13) % len(texts)
				if got := report.AppendJSON(nil, check(texts[i])); !bytes.Equal(got, want[i]) {
					t.Errorf("text %d differs:\n%s\n%s", i, got, want[i])
				}
			}
		})
	}
	wg.Wait()
}

// nag is a rule that reports every word it is given, for tests of what the engine does with findings.
func nag(id string, severity rule.Severity, words ...string) *rule.Rule {
	return &rule.Rule{ID: id, Title: "T", Why: "W.", Mend: "M.", Group: rule.Voice, Severity: severity, Run: func(p *rule.Pass) {
		for i := range p.Doc.Tokens {
			if slices.Contains(words, p.Doc.Str(i)) {
				p.Report(p.Span(i, i+1), "Found "+p.Doc.Str(i)+".")
				p.Report(p.Span(i, i+1), "Found "+p.Doc.Str(i)+".") // said twice, reported once
			}
		}
	}}
}

func small() *engine.Engine {
	return engine.New(kb.Default(), engine.Options{Rules: []*rule.Rule{nag("loud", rule.Error, "one", "two"), nag("mild", rule.Suggestion, "one"), nag("right", rule.Warning, "two", "three", "four")}})
}

func names(r *report.Report) (out []string) {
	for _, f := range r.Findings {
		out = append(out, f.Rule+":"+r.Text[f.Start:f.End]+":"+f.Severity)
	}
	return out
}

func TestOrderAndRank(t *testing.T) {
	r := small().Check(text.Plain("four three two one"), engine.Input{}, engine.CheckOptions{AsOf: day})
	want := []string{"right:four:warning", "right:three:warning", "loud:two:error", "right:two:warning", "loud:one:error", "mild:one:suggestion"}
	if got := names(r); !slices.Equal(got, want) {
		t.Errorf("findings %v, want %v", got, want)
	}
	ranks := make([]string, len(r.Findings))
	for _, f := range r.Findings {
		ranks[f.Rank-1] = f.Rule + ":" + r.Text[f.Start:f.End]
	}
	if want := []string{"loud:two", "loud:one", "right:four", "right:three", "right:two", "mild:one"}; !slices.Equal(ranks, want) {
		t.Errorf("ranks %v, want %v", ranks, want)
	}
}

func TestConfig(t *testing.T) {
	e := small()
	for _, c := range []struct {
		settings []engine.Setting
		level    kb.Level
		want     []string
	}{
		{nil, kb.Mid, []string{"loud:one:error", "mild:one:suggestion"}},
		{[]engine.Setting{{Rule: "loud", Severity: rule.Off}}, kb.Mid, []string{"mild:one:suggestion"}},
		{[]engine.Setting{{Rule: "loud", Severity: rule.Warning}, {Rule: "mild", Severity: rule.Error}}, kb.Mid, []string{"loud:one:warning", "mild:one:error"}},
		{[]engine.Setting{{Rule: "loud", Keep: true, NotAt: []kb.Level{kb.Mid}}}, kb.Mid, []string{"mild:one:suggestion"}},
		{[]engine.Setting{{Rule: "loud", Keep: true, NotAt: []kb.Level{kb.Mid}}}, kb.Staff, []string{"loud:one:error", "mild:one:suggestion"}},
	} {
		cfg, err := e.Config(c.settings)
		if err != nil {
			t.Fatal(err)
		}
		if got := names(e.Check(text.Plain("one"), engine.Input{}, engine.CheckOptions{AsOf: day, Level: c.level, Config: cfg})); !slices.Equal(got, c.want) {
			t.Errorf("%+v: %v, want %v", c.settings, got, c.want)
		}
	}
	_, err := e.Config([]engine.Setting{{Rule: "lout"}})
	var unknown *engine.ConfigError
	if !errors.As(err, &unknown) || unknown.Near != "loud" || err.Error() != "there is no rule lout; did you mean loud?" {
		t.Errorf("%v", err)
	}
}

func TestSuppressions(t *testing.T) {
	e := small()
	plain := e.Check(text.Plain("one or more of the many and then two"), engine.Input{}, engine.CheckOptions{AsOf: day})
	print := ""
	for _, f := range plain.Findings {
		if f.Rule == "loud" && plain.Text[f.Start:f.End] == "two" {
			print = f.Fingerprint
		}
	}
	for _, c := range []struct {
		name         string
		s            report.Suppression
		left, unused int
		notes        int
	}{
		{"a rule", report.Suppression{Rule: "loud", Reason: "R"}, 2, 0, 0},
		{"one finding", report.Suppression{Rule: "loud", Fingerprint: print, Reason: "R"}, 3, 0, 0},
		{"every rule", report.Suppression{Rule: "*", Reason: "R"}, 0, 0, 0},
		{"without a reason", report.Suppression{Rule: "loud"}, 4, 0, 1},
		{"nothing to take out", report.Suppression{Rule: "loud", Fingerprint: "0123456789abcdef", Reason: "R"}, 4, 1, 0},
		{"no such rule", report.Suppression{Rule: "other", Reason: "R"}, 4, 0, 1},
	} {
		r := e.Check(text.Plain("one or more of the many and then two"), engine.Input{}, engine.CheckOptions{AsOf: day, Suppressions: []report.Suppression{c.s}})
		if len(r.Findings) != c.left || len(r.Suppressed) != 4-c.left || len(r.Unused) != c.unused || len(r.Notes) != c.notes+len(plain.Notes) {
			t.Errorf("%s: %d findings, %d suppressed, %d unused", c.name, len(r.Findings), len(r.Suppressed), len(r.Unused))
		}
	}
}

func TestSourceMap(t *testing.T) {
	file := "# CV\n\nwas *one* two"
	var b text.Builder
	b.Exact("one", strings.Index(file, "one"))
	b.Exact(" two", strings.Index(file, " two"))
	r := small().Check(b.Source(), engine.Input{File: file}, engine.CheckOptions{AsOf: day})
	f := r.Findings[0]
	if r.Text[f.Start:f.End] != "one" || f.Line != 1 || f.Column != 1 || f.Source == nil || file[f.Source.Start:f.Source.End] != "one" || f.Source.Line != 3 || f.Source.Column != 6 {
		t.Errorf("%+v %+v", f.Place, f.Source)
	}
	r = small().Check(b.Source(), engine.Input{Locate: func(text.Span) *report.Source { return &report.Source{Page: 2} }}, engine.CheckOptions{AsOf: day})
	if r.Findings[0].Source.Page != 2 {
		t.Errorf("%+v", r.Findings[0].Source)
	}
}

func TestInvalidBytes(t *testing.T) {
	r := small().Check(text.Plain("\xffone \xc3\x28 two"), engine.Input{}, engine.CheckOptions{AsOf: day})
	if r.Text != "\uFFFDone \uFFFD( two" {
		t.Fatalf("%q", r.Text)
	}
	f := r.Findings[0]
	if r.Text[f.Start:f.End] != "one" || f.Source.Start != 1 || f.Source.End != 4 {
		t.Errorf("%+v %+v", f.Place, f.Source)
	}
}

func TestFirstWords(t *testing.T) {
	r := check(strings.Repeat("word ", 29) + "at-least-once, then more")
	if got := r.Text[:r.FirstWords.End]; r.FirstWords.Count != 30 || !strings.HasSuffix(got, "at-least-once") {
		t.Errorf("%d %q", r.FirstWords.Count, got)
	}
	if r := check("Three short words."); r.FirstWords.Count != 3 || r.FirstWords.End != 17 {
		t.Errorf("%+v", r.FirstWords)
	}
}

func TestNotes(t *testing.T) {
	for _, c := range []struct {
		text string
		want string
	}{
		{"", "There is no text"},
		{"Старший разработчик, 7 лет, Go и Kafka.", "English"},
		{"Développeur backend avec sept ans de métier dans la banque, sur les paiements et le rapprochement.", "English"},
		{"Senior engineer in Düsseldorf, seven years on the billing of a utility.", ""},
		{"Java, Spring Boot, Kafka, Postgres, Redis.", ""},
	} {
		got := strings.Join(check(c.text).Notes, " ")
		if (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%q: %q", c.text, got)
		}
	}
}

func TestFactsOnly(t *testing.T) {
	r := whole().Check(text.Plain("Senior Go engineer."), engine.Input{}, engine.CheckOptions{FactsOnly: true})
	if len(r.Facts) == 0 || r.Score.Verdict != "" || len(r.Findings) > 0 {
		t.Errorf("%+v", r)
	}
	if r.AsOf == "" {
		t.Error("no day")
	}
}

// The schema file itself is what the tests validate against, so it must be whole.
func TestSchemaNamesTheReport(t *testing.T) {
	b, err := os.ReadFile("../../schema/report-1.json")
	if err != nil || !bytes.Contains(b, []byte(report.Schema)) {
		t.Error(err)
	}
}
