package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/standfirst/standfirst/internal/guide"
)

// The budget is 1 MiB by brotli, and package bench holds the figure against it. The module is over it; this ceiling keeps it
// from growing further, and is to come down with every mend until it is the budget.
const ceiling = 1_750_000

type testCase [2]string

func cases() (out []testCase) {
	const day = `{"as_of": "2026-11-23"}`
	for _, e := range guide.Default().Examples {
		out = append(out, testCase{e.Text, day}, testCase{e.Weak, `{"as_of": "2026-11-23", "level": "` + e.Level + `", "id": "` + e.ID + `"}`})
	}
	for _, s := range []string{
		"", " ", "\n\n", "😀👩‍👩‍👧 Senior engineer, 7 years, Go 1.22; p99 from 820ms to 510ms.", "Старший разработчик, 7 лет.", "Senior\r\nengineer\rGo\u2028Kafka \u0000 \ufffd",
		"\ufeffSenior engineer.", strings.Repeat("Kafka, Go, ", 500), strings.Repeat("9", 400), "1e999 requests a second, cut by 400%, 0.1 + 0.2 s, 12M events a day.",
	} {
		out = append(out, testCase{s, ""}, testCase{s, day})
	}
	const text = "Results-driven engineer with 7 years of Go."
	for _, o := range []string{
		`{"rules": {"filler": "off"}}`, `{"rules": {"filler": "loud"}}`, `{"rules": {"fillr": "off"}}`, `{"suppressions": [{"rule": "*", "reason": "So \u00e9 \ud83d\ude00 \"it\" is."}]}`,
		`{"suppressions": [{"rule": "*"}]}`, `{"as_of": "tomorrow"}`, `{"level": "boss"}`, `{"ai_tools": true, "name": "cv.md"}`, `{`, `[]`, `{"a": 1}`, `{} x`, `{"id": "\ud83d"}`, `{"id": "` + "\n" + `"}`,
	} {
		out = append(out, testCase{text, o})
	}
	return append(out, testCase{strings.Repeat("a", limit+1), ""})
}

// build makes the module as it is shipped and returns its path.
func build(t *testing.T) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "standfirst.wasm")
	cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags", "-s -w", "-o", out, ".")
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if msg, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, msg)
	}
	return out
}

func node(t *testing.T) string {
	t.Helper()
	path, err := exec.LookPath("node")
	if err != nil {
		t.Skip("SKIPPED: node is not installed, so the WebAssembly module is not run here")
	}
	return path
}

// glue is Go's own script that runs a module.
func glue(t *testing.T) string {
	t.Helper()
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js")
}

// The browser and the command line must say the same, byte for byte.
func TestSameAsNative(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the module")
	}
	bin := node(t)
	list := cases()
	in, err := json.Marshal(list)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	file, answers := filepath.Join(dir, "cases.json"), filepath.Join(dir, "answers.json")
	if err := os.WriteFile(file, in, 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(bin, "testdata/run.js", glue(t), build(t), file, answers)
	msg, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, msg)
	}
	t.Logf("%s", bytes.TrimSpace(msg))
	out, err := os.ReadFile(answers)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	if err := json.Unmarshal(out, &got); err != nil {
		t.Fatal(err)
	}
	if len(got) != len(list) {
		t.Fatalf("%d answers to %d cases", len(got), len(list))
	}
	for i, c := range list {
		if want := check(c[0], c[1]); got[i] != want {
			t.Errorf("%.200q %s\n got %.2000s\nwant %.2000s", c[0], c[1], got[i], want)
		}
	}
}

func TestSize(t *testing.T) {
	if testing.Short() {
		t.Skip("compresses for some seconds")
	}
	bin := node(t)
	const script = `const z=require("zlib"),b=require("fs").readFileSync(process.argv[1]);
process.stdout.write(String(z.brotliCompressSync(b,{params:{[z.constants.BROTLI_PARAM_QUALITY]:11,[z.constants.BROTLI_PARAM_LGWIN]:24,[z.constants.BROTLI_PARAM_SIZE_HINT]:b.length}}).length))`
	wasm := build(t)
	out, err := exec.Command(bin, "-e", script, wasm).Output()
	if err != nil {
		t.Fatal(err)
	}
	size, err := strconv.Atoi(string(out))
	if err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(wasm)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("module: %d bytes, %d by brotli", info.Size(), size)
	if size > ceiling {
		t.Errorf("the module is %d bytes by brotli, over the ceiling of %d", size, ceiling)
	}
}

// TestSpeed measures; the budgets stand in package bench, which reads the line that is logged here.
func TestSpeed(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the module")
	}
	bin := node(t)
	var list []testCase
	for _, e := range guide.Default().Examples {
		list = append(list, testCase{e.Text, ""}, testCase{e.Weak, ""})
	}
	in, err := json.Marshal(list)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "cases.json")
	if err := os.WriteFile(file, in, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(bin, "testdata/speed.js", glue(t), build(t), file).CombinedOutput()
	if err != nil || !bytes.Contains(out, []byte("speed: ")) {
		t.Fatalf("%v\n%s", err, out)
	}
	t.Logf("%s", bytes.TrimSpace(out))
}

func TestOptions(t *testing.T) {
	for _, c := range []struct{ options, want string }{
		{``, `"schema":"standfirst/report@1"`},
		{`{}`, `"schema":"standfirst/report@1"`},
		{` { "as_of" : "2026-11-23" , "id" : "a\u0041\n\ud83d\ude00" } `, `"as_of":"2026-11-23","input":{"id":"aA\n😀"`},
		{`{"level": "staff"}`, `"verdict":"staff"`},
		{`{"level": "boss"}`, `"message":"level is entry, mid, senior or staff"`},
		{`{"suppressions": [{"rule": "filler"}]}`, `"message":"a suppression needs a reason"`},
		{`{"rules": {"fillr": "off"}}`, `did you mean filler?`},
		{`{"what": 1}`, `"message":"there is no option what"`},
		{`{"id": "a"`, `the options are no JSON: look at byte 10`},
		{`{"id": "a",}`, `the options are no JSON`},
		{`nonsense`, `the options are no JSON: look at byte 0`},
	} {
		if got := check("Results-driven engineer.", c.options); !strings.Contains(got, c.want) {
			t.Errorf("%s: no %s in %.300s", c.options, c.want, got)
		}
	}
}

func FuzzOptions(f *testing.F) {
	for _, c := range cases() {
		f.Add(c[1])
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got := check("Go.", s); !json.Valid([]byte(got)) {
			t.Fatalf("%q: %s", s, got)
		}
	})
}
