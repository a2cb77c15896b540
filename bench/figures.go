package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/standfirst/standfirst/internal/engine"
	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/report"
	"github.com/standfirst/standfirst/internal/engine/text"
	"github.com/standfirst/standfirst/internal/guide"
)

const day kb.Day = 20261123

// usual is the length that the budget of a check speaks of.
const usual = 700

func engineFigures() ([]figure, error) {
	base := kb.Default()
	var texts []*text.Source
	size := 0
	for _, x := range guide.Default().Examples {
		texts = append(texts, text.Plain(x.Text), text.Plain(x.Weak))
		size += len(x.Text) + len(x.Weak)
	}
	if len(texts) == 0 {
		return nil, errors.New("the gallery is empty")
	}
	mean := float64(size) / float64(len(texts))
	e := engine.New(base, engine.Options{})
	opt := engine.CheckOptions{AsOf: day}

	var out []figure
	timed := func(name string, s sample, shown, budget string, over bool) {
		out = append(out, figure{name: name, shown: shown, budget: budget, over: over, ratio: s.ratio, allocs: s.allocs})
	}

	b, w := base.Encode()
	blob, spellings := string(b), string(w)
	s := measure(1, func() { kb.Decode(blob, spellings) })
	timed("engine start", s, fmt.Sprintf("%.2f ms", s.ns/1e6), "5 ms, aim 1 ms", s.ns > 5e6)

	var r fact.Reading
	rd := fact.Reader{Base: base}
	s = measure(len(texts), func() {
		for _, t := range texts {
			rd.Read(&r, t.Text, day)
		}
	})
	timed("read the facts", s, perUsual(s, mean), "", false)

	s = measure(len(texts), func() {
		for _, t := range texts {
			e.Check(t, engine.Input{}, opt)
		}
	})
	timed("check, 700 bytes", s, perUsual(s, mean), "40 µs, aim 15 µs", s.ns/mean*usual > 40_000)

	reports := make([]*report.Report, len(texts))
	for i, t := range texts {
		reports[i] = e.Check(t, engine.Input{}, opt)
	}
	var buf []byte
	s = measure(len(texts), func() {
		for _, x := range reports {
			buf = report.AppendJSON(buf[:0], x)
		}
	})
	timed("encode a report", s, fmt.Sprintf("%.1f µs", s.ns/1e3), "", false)

	s = measure(len(texts), func() {
		for _, t := range texts {
			buf = report.AppendJSON(buf[:0], e.Check(t, engine.Input{}, opt))
		}
	})
	timed("bulk, checked and encoded", s, fmt.Sprintf("%.0f /s a core", 1e9/s.ns), "12,000 /s, aim 30,000", 1e9/s.ns < 12_000)
	return out, nil
}

func perUsual(s sample, mean float64) string { return fmt.Sprintf("%.1f µs", s.ns/mean*usual/1e3) }

// programFigures times the whole program on one short file, where it builds.
func programFigures() []figure {
	dir, err := os.MkdirTemp("", "bench")
	if err != nil {
		return skip("one file, whole process", err.Error())
	}
	defer os.RemoveAll(dir)
	bin, file := filepath.Join(dir, "standfirst"), filepath.Join(dir, "cv.txt")
	build := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags", "-s -w", "-o", bin, "./cmd/standfirst")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if msg, err := build.CombinedOutput(); err != nil {
		return skip("one file, whole process", firstLine(msg))
	}
	if err := os.WriteFile(file, []byte(guide.Default().Examples[0].Text+"\n"), 0o600); err != nil {
		return skip("one file, whole process", err.Error())
	}
	best, calibration := 1e18, 1e18
	for range 15 {
		calibration = min(calibration, calibrate())
		start := time.Now()
		if err := exec.Command(bin, "check", "--as-of", "2026-11-23", file).Run(); err != nil {
			var exit *exec.ExitError
			if !errors.As(err, &exit) || exit.ExitCode() > 1 {
				return skip("one file, whole process", err.Error())
			}
		}
		best = min(best, float64(time.Since(start)))
	}
	return []figure{{name: "one file, whole process", shown: fmt.Sprintf("%.1f ms", best/1e6), budget: "25 ms, aim 10 ms", over: best > 25e6, ratio: best / calibration / 1e6}}
}

// wasmFigures are the size of the module and its speed in node. The cases are those of the module's own test.
func wasmFigures() []figure {
	cmd := exec.Command("go", "test", "-count=1", "-run", "^(TestSize|TestSpeed)$", "-v", "./cmd/standfirst-wasm")
	msg, _ := cmd.CombinedOutput()
	var out []figure
	for line := range strings.Lines(string(msg)) {
		if _, rest, ok := strings.Cut(line, "module: "); ok {
			var raw, size int
			if n, _ := fmt.Sscanf(rest, "%d bytes, %d by brotli", &raw, &size); n == 2 {
				out = append(out, figure{name: "WebAssembly, size", shown: fmt.Sprintf("%.2f MB", float64(size)/(1<<20)), budget: "1.0 MB brotli, aim 0.6", over: size > 1<<20, ratio: float64(size) / 1000})
			}
		}
		if _, rest, ok := strings.Cut(line, "speed: "); ok {
			var ns, first float64
			if n, _ := fmt.Sscanf(rest, "%f ns a byte, first result after %f ms", &ns, &first); n == 2 {
				c := calibrate()
				out = append(out,
					figure{name: "WebAssembly, a byte", shown: fmt.Sprintf("%.0f ns", ns), budget: "250 ns", over: ns > 250, ratio: ns / c},
					figure{name: "WebAssembly, first result", shown: fmt.Sprintf("%.0f ms", first), budget: "300 ms", over: first > 300, ratio: first / c})
			}
		}
	}
	if len(out) == 0 {
		return skip("WebAssembly", firstLine(msg))
	}
	return out
}

func skip(name, why string) []figure {
	fmt.Fprintf(os.Stderr, "LEFT OUT: %s: %s\n", name, why)
	return nil
}

func firstLine(b []byte) string {
	s, _, _ := strings.Cut(strings.TrimSpace(string(b)), "\n")
	return s
}
