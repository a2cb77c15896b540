package standfirst_test

import (
	"fmt"
	"log"

	"github.com/standfirst/standfirst"
)

func ExampleEngine_Facts() {
	engine, err := standfirst.New()
	if err != nil {
		log.Fatal(err)
	}
	for _, f := range engine.Facts("Took the feed from Kafka 4.2 to p99 under 65 ms.") {
		switch {
		case f.Metric != nil && f.Metric.Value != nil:
			fmt.Println(f.Kind, f.Metric.Kind, f.Metric.Percentile, f.Metric.Bound, f.Metric.Value.Value, f.Metric.Value.Unit)
		case f.Kind == "technology":
			fmt.Println(f.Kind, f.Canonical, f.Version)
		}
	}
	// Output:
	// technology kafka 4.2
	// metric latency 99 under 0.065 s
}
