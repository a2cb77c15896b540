package read

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/standfirst/standfirst/internal/engine/text"
)

func TestSummary(t *testing.T) {
	for _, c := range []struct {
		name, in, want, section string
	}{
		{"a.txt", "Backend engineer, nine years of Go.", "Backend engineer, nine years of Go.", ""},
		{"a.txt", "\xef\xbb\xbfWith a mark.\r\n", "With a mark.", ""},
		{"a.txt", "Ada Example\nada@example.org | +1 555 0100\n\nSUMMARY\nBackend engineer of nine years.\nMostly Go.\n\nEXPERIENCE\nAcme", "Backend engineer of nine years.\nMostly Go.", "SUMMARY"},
		{"a.txt", "Ada\n\nProfile: Backend engineer with nine years of Go and Kafka.\n\nEducation\nBSc", "Backend engineer with nine years of Go and Kafka.", "Profile"},
		{"a.txt", "Ada Example\nOslo\n\nBackend engineer with nine years of Go, who ran the metering pipeline of a cloud provider.\n\nExperience\nAcme", "Backend engineer with nine years of Go, who ran the metering pipeline of a cloud provider.", "the words before \"Experience\""},
		{"a.md", "# Ada\n\n## Summary\n\n**Backend** engineer, [nine](http://x.example) years of `Go` \\& more &amp; C\\#.\n\n## Work\nAcme", "Backend engineer, nine years of Go & more & C#.", "Summary"},
		{"a.md", "**Backend** engineer,\nnine years.", "Backend engineer,\nnine years.", ""},
		{"a.md", "# Ada\n\nBackend engineer, nine years of Go.\n", "Backend engineer, nine years of Go.", ""},
		{"a.md", "---\ntitle: x\n---\n# Ada\n\n**Profile**\n\n- Backend engineer.\n- Nine years of *Go*.\n\n**Skills**\n\nGo", "• Backend engineer.\n• Nine years of Go.", "Profile"},
		{"a.json", `{"basics": {"name": "A", "summary": "Nine \"years\" of Go\nat \u00e9 \ud83d\ude00 x."}, "work": []}`, "Nine \"years\" of Go\nat é 😀 x.", "basics.summary"},
		{"x", `{"summary": "Nine years of Go here."}`, "Nine years of Go here.", "summary"},
		{"a.txt", "Caf\xe9 engineer \x96 nine years.", "Café engineer – nine years.", ""},
	} {
		r, err := Summary(c.name, []byte(c.in), Options{})
		if err != nil {
			t.Errorf("%q: %v", c.in, err)
			continue
		}
		if r.Source.Text != c.want || r.Section != c.section {
			t.Errorf("%q:\n got %q of %q\nwant %q of %q", c.in, r.Source.Text, r.Section, c.want, c.section)
		}
	}
}

func TestErrors(t *testing.T) {
	for _, c := range []struct{ name, in, code string }{
		{"a.txt", "", InvalidInput},
		{"a.txt", "  \n\t ", InvalidInput},
		{"a.txt", "a\x00b", InvalidInput},
		{"a.pdf", "%PDF-1.7 x", UnsupportedFormat},
		{"a.docx", "PK\x03\x04xxxx", UnsupportedFormat},
		{"a.txt", "\xff\xfea\x00", UnsupportedFormat},
		{"a.json", `{"basics": {"summary": `, InvalidInput},
		{"a.json", `{"basics": {"summary": "x"}`, InvalidInput},
		{"a.json", `{"basics": {"name": "A"}}`, NotFound},
		{"a.json", strings.Repeat("[", 200), InvalidInput},
		{"a.txt", "Ada\n\nExperience\nAcme\n\nSkills\nGo", NotFound},
		{"a.txt", strings.Repeat("x ", MaxFile), TooLarge},
		{"a.txt", strings.Repeat("word ", MaxSummary), TooLarge},
		{"a.txt", "\x01\x02\x03\x04\xff\x05\x06", InvalidInput},
	} {
		_, err := Summary(c.name, []byte(c.in), Options{})
		if ErrorCode(err) != c.code {
			t.Errorf("%.40q: %v (%s), want %s", c.in, err, ErrorCode(err), c.code)
		}
	}
}

func TestSection(t *testing.T) {
	in := []byte("Summary\nNine years of Go and Kafka.\n\nAbout\nI like cats very much indeed.\n")
	r, err := Summary("a.txt", in, Options{})
	if err != nil || len(r.Notes) != 1 || !strings.Contains(r.Notes[0], "About") {
		t.Fatalf("%v %v", r.Notes, err)
	}
	r, err = Summary("a.txt", in, Options{Section: "about"})
	if err != nil || r.Source.Text != "I like cats very much indeed." {
		t.Fatalf("%q %v", r.Source.Text, err)
	}
	if _, err = Summary("a.txt", in, Options{Section: "nope"}); ErrorCode(err) != NotFound {
		t.Fatal(err)
	}
}

// check states the law of source maps: an exact single byte reads the same on both sides.
func check(t *testing.T, in string, r Result) {
	t.Helper()
	s := r.Source.Text
	if !utf8.ValidString(s) {
		t.Fatalf("not UTF-8: %q", s)
	}
	for i := 0; i < len(s); i++ {
		if sp, ok := r.Source.Editable(text.Span{Start: i, End: i + 1}); ok && sp.Len() == 1 && s[i] != in[sp.Start] && s[i] != '\n' {
			if r.Kind == "json" || r.Kind == "markdown" || in[sp.Start] >= 0x80 {
				continue // a one-byte replacement of an escape or of a Windows-1252 byte
			}
			t.Fatalf("byte %d %q maps to %q", i, s[i], in[sp.Start])
		}
	}
}

func FuzzSummary(f *testing.F) {
	for _, s := range []string{"Summary\nx y z a b\n\nSkills\nGo", "# A\n\n**b** \\* &amp; [c](d)\n- e", `{"basics":{"summary":"a \u00e9 \ud83d\ude00 b c d"}}`, "\xff\xfe", "a\xe9b c d e", "---\nx\n---\n<!-- standfirst: allow filler - why -->"} {
		f.Add(s, uint8(0))
		f.Add(s, uint8(1))
		f.Add(s, uint8(2))
	}
	f.Fuzz(func(t *testing.T, s string, k uint8) {
		name := []string{"a.txt", "a.md", "a.json"}[k%3]
		r, err := Summary(name, []byte(s), Options{})
		if err != nil {
			if ErrorCode(err) == "internal" {
				t.Fatal(err)
			}
			return
		}
		check(t, s, r)
	})
}

func TestCorpus(t *testing.T) {
	dir := corpus(t)
	names, _ := filepath.Glob(filepath.Join(dir, "resumes", "*.json"))
	for _, n := range names {
		b, err := os.ReadFile(n)
		if err != nil {
			t.Fatal(err)
		}
		r, err := Summary(n, b, Options{})
		if err != nil {
			t.Errorf("%s: %v", filepath.Base(n), err)
			continue
		}
		check(t, string(b), r)
	}
}

func corpus(t *testing.T) string {
	t.Helper()
	dirs := []string{os.Getenv("STANDFIRST_CORPUS")}
	if wd, err := os.Getwd(); err == nil {
		for d := wd; filepath.Dir(d) != d; d = filepath.Dir(d) {
			dirs = append(dirs, filepath.Join(d, "shared", "corpus"))
		}
	}
	for _, d := range dirs {
		if _, err := os.Stat(filepath.Join(d, "resumes")); d != "" && err == nil {
			return d
		}
	}
	t.Skip("the development corpus is not here: LEFT OUT")
	return ""
}
