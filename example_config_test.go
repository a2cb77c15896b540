package standfirst_test

import (
	"fmt"
	"log"

	"github.com/standfirst/standfirst"
)

func ExampleNew() {
	_, err := standfirst.New(standfirst.Without("fillr"))
	fmt.Println(err)

	engine, err := standfirst.New(standfirst.Without("filler"))
	if err != nil {
		log.Fatal(err)
	}
	for _, f := range engine.Check(summary).Findings {
		if f.Rule == "filler" {
			fmt.Println("still here")
		}
	}
	// Output:
	// there is no rule fillr; did you mean filler?
}

func ExampleSuppress() {
	engine, err := standfirst.New()
	if err != nil {
		log.Fatal(err)
	}
	r := engine.Check(summary, standfirst.Suppress(
		standfirst.Suppression{Rule: "filler", Reason: "The job post uses these words."},
		standfirst.Suppression{Rule: "layoff-disclosure", Reason: "Nothing of the kind is left."},
	))
	for _, s := range r.Suppressed {
		fmt.Println(s.Rule, "is left out:", s.Reason)
	}
	for _, s := range r.Unused {
		fmt.Println(s.Rule, "matches nothing")
	}
	// Output:
	// filler is left out: The job post uses these words.
	// layoff-disclosure matches nothing
}
