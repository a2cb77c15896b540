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
			fmt.Printf("text %d–%d, file line %d column %d\n", f.Start, f.End, f.Source.Line, f.Source.Column)
		}
	}
	// Output:
	// text 0–14, file line 3 column 2
}
