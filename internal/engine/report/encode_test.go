package report

import (
	"bytes"
	"encoding/json"
	"math"
	"strings"
	"testing"
	"unicode/utf8"
)

func ptr(v float64) *float64 { return &v }

// full is a report in which every field has a value.
func full() *Report {
	at := Place{Start: 0, End: 6, Line: 1, Column: 1, Source: &Source{Start: 10, End: 16, Line: 2, Column: 3}}
	page := Place{Start: 0, End: 6, Line: 1, Column: 1, Source: &Source{Page: 2, Box: []float64{72, 700.5, 200, 712}}}
	finding := Finding{Rule: "too-long", Severity: "warning", Subject: "summary", Rank: 1, Place: at, Message: "Long.", Why: "W.", Mend: "M.", Docs: "docs/rules/too-long.md",
		Facts: []string{"f1"}, Fingerprint: "00ff00ff00ff00ff",
		Fixes: []Fix{{Title: "Cut", Safe: true, Edits: []Edit{{Place: at, Text: ""}}}, {Title: "Ask", Facts: []string{"f1"}, Asks: []string{"How many?"}}}}
	return &Report{
		Schema: Schema, Version: "1", Rubric: "1", AsOf: "2026-11-23", Text: "Senior \"Go\"\n",
		Input:      Input{ID: "i", Name: "cv.md", Kind: "markdown", Section: "Summary", Words: 2, Sentences: 1},
		Level:      Level{Claimed: "senior", ReadsAs: "mid", Verdict: "senior", Years: ptr(7.5), Because: []string{"f1"}},
		Specialty:  Specialty{ID: "go", Also: []string{"distributed"}},
		Facts:      []Fact{{ID: "f1", Kind: "metric", Place: page, Text: "Senior", Canonical: "c", Name: "n", Category: "cat", Version: "1", Use: "current", Level: "senior", Years: ptr(0), Scope: "total", Bound: "exact", Since: 2016, Bundle: "b1", PlacedWith: []string{"f1"}, Size: 600, Domain: "d", Family: "fam", Metric: &Metric{Kind: "latency", Of: "checkout", Bound: "exact", Direction: "down", Percentile: 99.9, Value: &Quantity{Value: 0, Unit: "s"}, From: &Quantity{Low: 1e21, High: 2e-7, Range: true, Unit: "count", Per: "day", Noun: "orders"}, To: &Quantity{Value: 0.51, Unit: "s"}, Change: &Change{Computed: ptr(-0.378), Stated: ptr(math.Inf(1))}}}},
		Findings:   []Finding{finding},
		Suppressed: []Suppressed{{Finding: finding, Reason: "Agreed.", Origin: "cv.md:3"}},
		Unused:     []Suppression{{Rule: "*", Fingerprint: "0", Reason: "R", Origin: "O"}},
		Score:      Score{Verdict: "ready", Reason: "So.", Total: 84, Parts: []Part{{ID: "outcome", Score: 18, Max: 20, Because: []string{"f1"}, Against: []string{"too-long"}, Raise: "more"}}},
		FirstWords: FirstWords{Count: 1, End: 6},
		Arithmetic: []Arithmetic{{Facts: []string{"f1"}, Says: "1 + 1", Agrees: false}},
		Notes:      []string{"A note."},
	}
}

const fullJSON = `{"schema":"standfirst/report@1","version":"1","rubric":"1","as_of":"2026-11-23",
"input":{"id":"i","name":"cv.md","kind":"markdown","section":"Summary","words":2,"sentences":1},"text":"Senior \"Go\"\n",
"level":{"claimed":"senior","reads_as":"mid","verdict":"senior","years":7.5,"because":["f1"]},"specialty":{"id":"go","also":["distributed"]},
"facts":[{"id":"f1","kind":"metric","start":0,"end":6,"line":1,"column":1,"source":{"page":2,"box":[72,700.5,200,712]},"text":"Senior","canonical":"c","name":"n",
"category":"cat","version":"1","use":"current","level":"senior","years":0,"scope":"total","bound":"exact","since":2016,
"metric":{"kind":"latency","of":"checkout","percentile":99.9,"value":{"value":0,"unit":"s"},"from":{"low":1e+21,"high":2e-07,"unit":"count","per":"day","noun":"orders"},
"to":{"value":0.51,"unit":"s"},"change":{"computed":-0.378},"direction":"down","bound":"exact"},"bundle":"b1","placed_with":["f1"],"size":600,"domain":"d","family":"fam"}],
"findings":[FINDING}],"suppressed":[FINDING,"reason":"Agreed.","origin":"cv.md:3"}],
"unused_suppressions":[{"rule":"*","fingerprint":"0","reason":"R","origin":"O"}],
"score":{"verdict":"ready","reason":"So.","total":84,"parts":[{"id":"outcome","score":18,"max":20,"because":["f1"],"against":["too-long"],"raise":"more"}]},
"first_words":{"count":1,"end":6},"arithmetic":[{"facts":["f1"],"says":"1 + 1","agrees":false}],"notes":["A note."]}`

const findingJSON = `{"rule":"too-long","severity":"warning","subject":"summary","rank":1,"start":0,"end":6,"line":1,"column":1,
"source":{"start":10,"end":16,"line":2,"column":3},"message":"Long.","why":"W.","mend":"M.","docs":"docs/rules/too-long.md","facts":["f1"],
"fixes":[{"title":"Cut","safe":true,"edits":[{"start":0,"end":6,"line":1,"column":1,"source":{"start":10,"end":16,"line":2,"column":3},"text":""}]},
{"title":"Ask","safe":false,"facts":["f1"],"asks":["How many?"]}],"fingerprint":"00ff00ff00ff00ff"`

func TestEveryField(t *testing.T) {
	want := strings.ReplaceAll(strings.ReplaceAll(fullJSON, "FINDING", findingJSON), "\n", "")
	if got := string(AppendJSON(nil, full())); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if b, err := json.Marshal(full()); err != nil || !json.Valid(b) {
		t.Errorf("encoding/json: %v", err)
	}
}

func TestEmptyReportHasItsArrays(t *testing.T) {
	got := string(AppendJSON([]byte("x\n"), &Report{}))
	for _, want := range []string{"x\n{", `"facts":[]`, `"findings":[]`, `"parts":[]`} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
	if strings.Contains(got, "null") || strings.Contains(got, "notes") {
		t.Errorf("a field without a value: %s", got)
	}
}

func TestAppendError(t *testing.T) {
	got := string(AppendError(nil, &Error{ID: "a", Line: 3, Code: "invalid_input", Message: "Line 3 is no JSON object."}))
	want := `{"schema":"standfirst/error@1","input":{"id":"a","line":3},"error":{"code":"invalid_input","message":"Line 3 is no JSON object."}}`
	if got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

func FuzzString(f *testing.F) {
	for _, s := range []string{"", "plain", "quote \" back \\ slash", "\x00\x1f\u007f", "é😀\u2028\u2029", "\xff\xc3\x28\xed\xa0\x80", "\n\r\t\b\f"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		b := AppendString(nil, s)
		if !utf8.Valid(b) {
			t.Fatalf("%q: no UTF-8: %q", s, b)
		}
		var back string
		if err := json.Unmarshal(b, &back); err != nil {
			t.Fatalf("%q: %v in %s", s, err, b)
		}
		if want := strings.ToValidUTF8(s, "\uFFFD"); utf8.ValidString(s) && back != want {
			t.Fatalf("%q came back as %q", s, back)
		}
		if len([]rune(back)) != len([]rune(s)) { // one replacement for every bad byte
			t.Fatalf("%q came back as %q", s, back)
		}
		r := full()
		r.Text, r.Findings[0].Message, r.Input.ID = s, s, s
		var out struct {
			Text     string
			Findings []struct{ Message string }
		}
		if err := json.Unmarshal(AppendJSON(nil, r), &out); err != nil || out.Text != back || out.Findings[0].Message != back {
			t.Fatalf("%q: %v", s, err)
		}
	})
}

func FuzzNumber(f *testing.F) {
	for _, v := range []float64{0, 1, -1, 0.82, 1e-7, 1e21, 123456789.125, math.MaxFloat64, math.SmallestNonzeroFloat64, math.NaN(), math.Inf(-1), math.Copysign(0, -1)} {
		f.Add(v)
	}
	f.Fuzz(func(t *testing.T, v float64) {
		e := encoder{}
		e.number(v)
		var back float64
		if err := json.Unmarshal(e.dst, &back); err != nil {
			t.Fatalf("%v: %s: %v", v, e.dst, err)
		}
		if !math.IsNaN(v) && !math.IsInf(v, 0) && back != v {
			t.Fatalf("%v came back as %v", v, back)
		}
	})
}

func TestEncodingAllocatesNothing(t *testing.T) {
	r, buf := full(), make([]byte, 0, 1<<16)
	if n := testing.AllocsPerRun(50, func() { buf = AppendJSON(buf[:0], r) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
	if bytes.Contains(buf, []byte("null")) {
		t.Error("null")
	}
}
