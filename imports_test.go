package standfirst_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/standfirst/standfirst"

// pure is all that the engine and the façade may import beside the engine itself: no I/O, no clock, no reflection, nothing
// that WebAssembly would pay for.
var pure = map[string]bool{}

func init() {
	for _, p := range strings.Fields("cmp embed iter maps math math/bits slices sort strconv strings sync unicode unicode/utf16 unicode/utf8 unsafe") {
		pure[p] = true
	}
}

// floors of the project, from the ground up. A package imports its own floor and those below.
var floors = []struct {
	prefix string
	floor  int
}{
	{"internal/engine", 1},
	{"internal/knowledge", 2}, // reads rows for the generator and for packs; the façade does without it
	{".", 2},
	{"resume", 3},
	{"internal/guide", 3},
	{"docs", 3}, // the pages, as embedded files
	{"internal/service", 4},
	{"internal/surface", 5},
	{"cmd", 6},
	// Tools look at everything and nothing looks at them.
	{"internal/tool", 9},
	{"bench", 9},
	{"eval", 9},
}

func floorOf(dir string) (int, bool) {
	for _, f := range floors {
		if dir == f.prefix || strings.HasPrefix(dir, f.prefix+"/") {
			return f.floor, true
		}
	}
	return 0, false
}

// mayUseJS is where syscall/js belongs.
const mayUseJS = "cmd/standfirst-wasm"

func TestImports(t *testing.T) {
	for dir, imports := range importGraph(t) {
		floor, ok := floorOf(dir)
		if !ok {
			t.Errorf("%s stands on no floor: give it one in imports_test.go and a line in ARCHITECTURE.md", dir)
			continue
		}
		isPure := floor == 1 || dir == "."
		for _, imp := range imports {
			own, isOwn := strings.CutPrefix(imp, module)
			own = strings.TrimPrefix(own, "/")
			if isOwn && own == "" {
				own = "."
			}
			switch {
			case isOwn && isPure && own != "." && !strings.HasPrefix(own, "internal/engine"):
				t.Errorf("%s imports %s: the engine and the façade stand on the engine alone", dir, imp)
			case isOwn:
				below, ok := floorOf(own)
				if !ok || below > floor || below == 9 && path.Dir(own) != path.Dir(dir) && !strings.HasPrefix(own, dir+"/") {
					t.Errorf("%s imports %s, which is on a higher floor", dir, imp)
				}
			case isPure && !pure[imp]:
				t.Errorf("%s imports %s: the engine and the façade take only %s", dir, imp, pureNames())
			case imp == "syscall/js" && dir != mayUseJS:
				t.Errorf("%s imports syscall/js, which belongs in %s", dir, mayUseJS)
			}
		}
	}
}

func pureNames() string {
	var names []string
	for n := range pure {
		names = append(names, n)
	}
	sort.Strings(names)
	return strings.Join(names, ", ")
}

// importGraph is what the packages of the module import, tests left out, for every system.
func importGraph(t *testing.T) map[string][]string {
	graph := map[string][]string{}
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			base := d.Name()
			if name != "." && (strings.HasPrefix(base, ".") || strings.HasPrefix(base, "_") || base == "testdata" || base == "node_modules" || base == "bin" || base == "dist") {
				return filepath.SkipDir
			}
			if name != "." {
				if _, err := os.Stat(filepath.Join(name, "go.mod")); err == nil {
					return filepath.SkipDir // another module
				}
			}
			return nil
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		dir := filepath.ToSlash(filepath.Dir(name))
		if dir == "internal/engine/rule/ruletest" {
			return nil // the harness of tests
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		graph[dir] = append(graph[dir], []string{}...)
		for _, i := range file.Imports {
			p, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				return err
			}
			graph[dir] = append(graph[dir], p)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(graph) < 10 {
		t.Fatalf("only %d packages were found", len(graph))
	}
	return graph
}
