package cli_test

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/standfirst/standfirst/internal/surface/cli"
)

var update = flag.Bool("update", false, "write the manual page")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"standfirst": func() { os.Exit(cli.Run(os.Args[1:], cli.Host())) },
	})
}

// TestScript runs the program over the scripts in testdata/script, as a person would.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"),
		Setup: func(e *testscript.Env) error {
			e.Setenv("LANG", "C.UTF-8")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			// fill FILE N WORDS writes a file that holds the words N times.
			"fill": func(ts *testscript.TestScript, _ bool, args []string) {
				n := 0
				for _, c := range args[1] {
					n = n*10 + int(c-'0')
				}
				words := strings.NewReplacer(`\n`, "\n", `\0`, "\x00").Replace(strings.Join(args[2:], " "))
				ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Repeat(words, n)), 0o644))
			},
			// append FILE FILES writes files one after another.
			"append": func(ts *testscript.TestScript, _ bool, args []string) {
				all := ""
				for _, name := range args[1:] {
					all += ts.ReadFile(name)
				}
				ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(all), 0o644))
			},
			// try COMMAND runs a command whose status is not what is looked at: texts that are short for the reader of a script are
			// too short for a summary.
			"try": func(ts *testscript.TestScript, _ bool, args []string) { _ = ts.Exec(args[0], args[1:]...) },
			// ids prints the ids and faulty lines of the JSON lines in stdout, one a line.
			"ids": func(ts *testscript.TestScript, _ bool, args []string) {
				var out strings.Builder
				for line := range strings.Lines(ts.ReadFile("stdout")) {
					var x struct {
						Input struct {
							ID   string `json:"id"`
							Line int    `json:"line"`
						} `json:"input"`
					}
					ts.Check(json.Unmarshal([]byte(line), &x))
					id := x.Input.ID
					if id == "" {
						id = "line " + strconv.Itoa(x.Input.Line)
					}
					out.WriteString(id + "\n")
				}
				ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(out.String()), 0o644))
			},
			// bytes FILE WORDS writes a file in which \xNN, \r and \n stand for bytes.
			"bytes": func(ts *testscript.TestScript, _ bool, args []string) {
				s := strings.NewReplacer(`\r`, "\r", `\n`, "\n", `\xEF`, "\xef", `\xBB`, "\xbb", `\xBF`, "\xbf", `\xE9`, "\xe9", `\xFF`, "\xff", `\xFE`, "\xfe", `\x1B`, "\x1b").
					Replace(strings.Join(args[1:], " "))
				ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(s), 0o644))
			},
		},
	})
}

// TestManual keeps docs/man/standfirst.1 as the program would print it.
func TestManual(t *testing.T) {
	path := filepath.Join("..", "..", "..", "docs", "man", "standfirst.1")
	var out, errs strings.Builder
	sys := cli.Host()
	sys.Out, sys.Err = &out, &errs
	if status := cli.Run([]string{"man"}, sys); status != 0 {
		t.Fatal(errs.String())
	}
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if out.String() != string(want) {
		t.Error("docs/man/standfirst.1 is stale; run go generate ./internal/surface/cli")
	}
}
