package main

import (
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"testing"
)

func TestWrite(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "testdata"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := write(dir, "passive-opening"); err != nil {
		t.Fatal(err)
	}
	if _, err := parser.ParseFile(token.NewFileSet(), filepath.Join(dir, "passive_opening.go"), nil, 0); err != nil {
		t.Error(err)
	}
	if err := write(dir, "passive-opening"); err == nil {
		t.Error("a rule was written over another")
	}
}

func TestValid(t *testing.T) {
	for id, want := range map[string]bool{"too-long": true, "a": true, "": false, "Too": false, "a--b": false, "1a": false, "a_b": false, "../x": false} {
		if valid(id) != want {
			t.Errorf("%q: %v", id, !want)
		}
	}
}
