package standfirst_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/standfirst/standfirst"
)

// A text that was read out of a file keeps its places in the file: here a line of a Markdown document, without its emphasis.
func ExampleEngine_CheckSource() {
	file := "# Ada\n\n*Results-driven* engineer, seven years of Go."
	var b standfirst.SourceBuilder
	b.Exact("Results-driven", strings.Index(file, "Results"))
	b.Exact(" engineer, seven years of Go.", strings.Index(file, " engineer"))

	engine, err := standfirst.New()
	if err != nil {
		log.Fatal(err)
	}
	r := engine.CheckSource(b.Source(), standfirst.InFile("markdown", file), standfirst.AsOf(20261123))
	for _, f := range r.Findings {
		if f.Rule == "filler" {
			fmt.Printf("line %d column %d of the text, line %d column %d of the file\n", f.Line, f.Column, f.Source.Line, f.Source.Column)
		}
	}
	// Output:
	// line 1 column 1 of the text, line 3 column 2 of the file
}
