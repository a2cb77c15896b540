// Command rulegen writes the list of the rules in a folder.
//
// It reads the files without compiling them, so it works while the list is missing or stale.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	dir := flag.String("dir", ".", "folder of rules")
	out := flag.String("out", "list_gen.go", "file to write")
	flag.Parse()
	rules, err := find(*dir)
	if err == nil {
		err = os.WriteFile(*out, list(rules), 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "rulegen:", err)
		os.Exit(1)
	}
	fmt.Printf("%s: %d rules\n", *out, len(rules))
}
