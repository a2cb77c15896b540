// Command guidegen checks the questions, examples and sources of the guide and writes them as the JSON that package guide embeds.
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/standfirst/standfirst/internal/guide/rows"
)

func main() {
	data := flag.String("data", "data", "folder of rows")
	out := flag.String("out", "guide.json", "file to write")
	flag.Parse()
	if err := generate(*data, *out); err != nil {
		fmt.Fprintln(os.Stderr, "guidegen:", err)
		os.Exit(1)
	}
}

func generate(data, out string) error {
	g, err := rows.Read(os.DirFS(data))
	if err != nil {
		return err
	}
	b, err := rows.Encode(g)
	if err != nil {
		return err
	}
	if err := os.WriteFile(out, b, 0o644); err != nil {
		return err
	}
	fmt.Printf("%s: %d bytes; %d questions, %d examples, %d sources\n", out, len(b), len(g.Questions), len(g.Examples), len(g.Sources))
	return nil
}
