// Command bench measures the engine on the texts of the gallery and prints a table beside the budgets.
//
// Times are compared with the committed baseline as a ratio to a calibration loop measured in the same process, so that a
// slower machine is no regression. It fails where a ratio or an allocation count is a fifth above the baseline, or a figure is
// over its budget. -update writes the baseline; -wasm measures the WebAssembly module too.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
)

// worse is how much a figure may rise above the baseline.
const worse = 1.20

// figure is one measured thing.
type figure struct {
	name   string
	shown  string  // with its unit
	budget string  // "" where there is none
	over   bool    // the budget
	ratio  float64 // of the time to the calibration loop, or another number that machines share
	allocs float64
}

// kept is a figure in the baseline.
type kept struct {
	Ratio  float64 `json:"ratio"`
	Allocs float64 `json:"allocs"`
}

func main() {
	update := flag.Bool("update", false, "write the baseline")
	wasm := flag.Bool("wasm", false, "measure the WebAssembly module too (needs node)")
	dir := flag.String("dir", "bench", "folder of the baseline")
	flag.Parse()
	failed, err := run(*dir, *update, *wasm)
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(2)
	}
	if failed > 0 {
		os.Exit(1)
	}
}

func run(dir string, update, wasm bool) (failed int, err error) {
	runtime.GOMAXPROCS(1)
	figures, err := engineFigures()
	if err != nil {
		return 0, err
	}
	runtime.GOMAXPROCS(runtime.NumCPU())
	figures = append(figures, programFigures()...)
	if wasm {
		figures = append(figures, wasmFigures()...)
	}
	file := filepath.Join(dir, "baseline.json")
	if update {
		return 0, write(file, figures)
	}
	base := map[string]kept{}
	b, err := os.ReadFile(file)
	if err == nil {
		err = json.Unmarshal(b, &base)
	}
	if err != nil {
		return 0, err
	}
	fmt.Printf("%-34s %14s  %-26s %8s  %s\n", "", "measured", "budget", "allocs", "against the baseline")
	for _, f := range figures {
		verdict := "new"
		if k, ok := base[f.name]; ok {
			verdict = fmt.Sprintf("%+.0f%%", 100*(f.ratio/k.Ratio-1))
			if f.ratio > k.Ratio*worse {
				verdict += "  SLOWER"
				failed++
			}
			if f.allocs > k.Allocs*worse+0.5 {
				verdict += fmt.Sprintf("  MORE ALLOCATIONS (%.0f)", k.Allocs)
				failed++
			}
		}
		if f.over {
			verdict += "  OVER BUDGET"
			failed++
		}
		fmt.Printf("%-34s %14s  %-26s %8.1f  %s\n", f.name, f.shown, f.budget, f.allocs, verdict)
	}
	return failed, nil
}

func write(file string, figures []figure) error {
	base := make(map[string]kept, len(figures))
	// What was not measured this time keeps its line.
	if b, err := os.ReadFile(file); err == nil {
		if err := json.Unmarshal(b, &base); err != nil {
			return err
		}
	}
	for _, f := range figures {
		base[f.name] = kept{Ratio: round(f.ratio), Allocs: round(f.allocs)}
	}
	b, err := json.MarshalIndent(base, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(file, append(b, '\n'), 0o644)
}

func round(x float64) float64 { return float64(int64(x*1000+0.5)) / 1000 }
