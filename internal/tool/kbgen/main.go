// Command kbgen compiles the rows under internal/engine/kb/data into the blob that the engine reads.
package main

import (
	"bufio"
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/knowledge"
)

func main() {
	data := flag.String("data", "data", "folder of rows")
	out := flag.String("out", "kb.blob", "file to write")
	spellings := flag.String("spellings", "spellings.blob", "file to write the spellings to, which only packs need")
	trim := flag.String("trim-versions", "", "copy of a full versions.tsv to take the used products from, and stop")
	flag.Parse()
	var err error
	if *trim != "" {
		err = trimVersions(*trim, *data)
	} else {
		err = generate(*data, *out, *spellings)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "kbgen:", err)
		os.Exit(1)
	}
}

func generate(data, out, spellings string) error {
	set, err := knowledge.Read(os.DirFS(data))
	if err != nil {
		return err
	}
	base, problems := kb.New(set.Rows)
	if len(problems) > 0 {
		return fmt.Errorf("%d rows cannot be compiled:\n%s", len(problems), strings.Join(problems, "\n"))
	}
	b, words := base.Encode()
	if err := errors.Join(os.WriteFile(out, b, 0o644), os.WriteFile(spellings, words, 0o644)); err != nil {
		return err
	}
	r := set.Rows
	fmt.Printf("%s: %d bytes; %d technologies, %d patterns, %d phrases, %d verbs, %d titles, %d examples\n", out, len(b),
		len(r.Technologies), len(r.Patterns), len(r.Phrases), len(r.Verbs), len(r.Titles), len(set.Examples))
	return nil
}

// trimVersions writes the lines of a full table of release cycles that some technology uses.
func trimVersions(full, data string) error {
	used := map[string]bool{}
	names, err := filepath.Glob(filepath.Join(data, "technologies", "*.yaml"))
	if err != nil {
		return err
	}
	for _, n := range names {
		b, err := os.ReadFile(n)
		if err != nil {
			return err
		}
		for _, f := range strings.Fields(strings.NewReplacer("{", " ", "}", " ", ",", " ").Replace(string(b))) {
			used[strings.Trim(f, `"'`)] = true
		}
	}
	in, err := os.ReadFile(full)
	if err != nil {
		return err
	}
	var buf bytes.Buffer
	sc := bufio.NewScanner(bytes.NewReader(in))
	for sc.Scan() {
		product, _, _ := strings.Cut(sc.Text(), "\t")
		if strings.HasPrefix(product, "#") || used[product] {
			buf.WriteString(sc.Text())
			buf.WriteByte('\n')
		}
	}
	return os.WriteFile(filepath.Join(data, "versions.tsv"), buf.Bytes(), 0o644)
}
