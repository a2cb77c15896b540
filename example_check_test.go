package standfirst_test

import (
	"fmt"
	"log"

	"github.com/standfirst/standfirst"
)

const summary = "Results-driven backend engineer with seven years of Go. Cut p99 of the checkout from 820 ms to 510 ms by batching the inventory calls."

func Example() {
	engine, err := standfirst.New()
	if err != nil {
		log.Fatal(err)
	}
	r := engine.Check(summary, standfirst.AsOf(20261123))
	for _, f := range r.Findings {
		if f.Rule == "filler" {
			fmt.Printf("%d:%d %s: %s\n", f.Line, f.Column, f.Severity, f.Rule)
		}
	}
	for _, a := range r.Arithmetic {
		fmt.Println(a.Says)
	}
	// Output:
	// 1:1 warning: filler
	// 820 ms to 510 ms is a 37.8% cut
}
