package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/standfirst/standfirst/internal/engine"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/report"
	"github.com/standfirst/standfirst/internal/engine/text"
)

func (ev *evaluation) check(s string, level kb.Level) *report.Report {
	if ev.engine == nil {
		ev.engine = engine.New(ev.reader.Base, engine.Options{})
	}
	return ev.engine.Check(text.Plain(s), engine.Input{}, engine.CheckOptions{AsOf: ev.asOf, Level: level})
}

func fires(r *report.Report, rule string) (string, bool) {
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Rule == rule {
			return r.Text[f.Start:f.End], true
		}
	}
	return "", false
}

// loud reports whether a rule said more than a suggestion.
func loud(r *report.Report, rule string) bool {
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Rule == rule && f.Severity != "suggestion" {
			return true
		}
	}
	return false
}

// mistakes measures one rule at a time on lines that hold its mistake and on near-misses.
func mistakes(ev *evaluation) error { return mistakesIn(ev, "data/mistakes", "", .9) }

// holdout measures the same on lines written without sight of the engine and never tuned against: what to expect of texts
// that nobody here has seen. Its figures have no goals, so that nobody works towards them.
func holdout(ev *evaluation) error {
	if _, err := os.Stat("data/holdout/metrics.jsonl"); err == nil {
		if err := metricsIn(ev, "data/holdout/metrics.jsonl", "holdout "); err != nil {
			return err
		}
	}
	return mistakesIn(ev, "data/holdout", "holdout ", 0)
}

func mistakesIn(ev *evaluation, dir, prefix string, goal float64) error {
	files, err := filepath.Glob(dir + "/*.jsonl")
	if err != nil {
		return err
	}
	sort.Strings(files)
	for _, file := range files {
		rule := strings.TrimSuffix(filepath.Base(file), ".jsonl")
		if rule == "metrics" {
			continue
		}
		tp, fp, fn := 0, 0, 0
		err := lines(file, func(b []byte) error {
			var x struct {
				Text, Level, Span, Note string
				Want                    bool
			}
			if err := json.Unmarshal(b, &x); err != nil {
				return err
			}
			level, _ := kb.ParseLevel(x.Level)
			r := ev.check(x.Text, level)
			words, got := fires(r, rule)
			switch {
			case got && x.Want:
				tp++
			case got:
				fp++
				ev.disagree(prefix+rule, x.Text, "silence: "+x.Note, fmt.Sprintf("%q (%s)", words, r.Level.Verdict))
			case x.Want:
				fn++
				ev.disagree(prefix+rule, x.Text, fmt.Sprintf("%q", x.Span), "silence ("+r.Level.Verdict+")")
			}
			return nil
		})
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		ev.row(prefix+rule+": precision", ratio(tp, tp+fp), goal)
		ev.row(prefix+rule+": recall", ratio(tp, tp+fn), goal)
	}
	return nil
}

// levels measures level, years and mistakes against the labelled summaries, and the verdicts of all of the corpus.
func levels(ev *evaluation) error {
	path, ok := corpusFile("labelled.jsonl")
	if !ok {
		return nil
	}
	n, level, years, yearsOf := 0, 0, 0, 0
	tp, fp, fn := 0, 0, 0
	err := lines(path, func(b []byte) error {
		var x labelled
		if err := json.Unmarshal(b, &x); err != nil {
			return err
		}
		r := ev.check(x.Text, kb.Unknown)
		n++
		want := strings.TrimSuffix(strings.Replace(x.Level, "unclear", "unknown", 1), "+")
		if r.Level.Verdict == want || x.Years != nil && r.Level.Claimed != "" && (*x.Years == 2 || *x.Years == 5) && neighbours(r.Level.Verdict, want) {
			level++
		} else {
			ev.disagree("level", x.ID+" "+x.Text, want, r.Level.Verdict)
		}
		if x.Years != nil {
			yearsOf++
			if r.Level.Years != nil && *r.Level.Years == *x.Years {
				years++
			} else {
				got := "none"
				if r.Level.Years != nil {
					got = fmt.Sprint(*r.Level.Years)
				}
				ev.disagree("years", x.ID+" "+x.Text, fmt.Sprint(*x.Years), got)
			}
		}
		want14 := map[string]bool{}
		for _, m := range x.Mistakes {
			want14[ruleOf(m)] = true
		}
		loose := map[string]bool{}
		for _, m := range x.Borderline {
			loose[ruleOf(m)] = true
		}
		for _, rule := range measured {
			_, got := fires(r, rule)
			switch {
			case got && want14[rule]:
				tp++
			case got && !loose[rule] && loud(r, rule): // a suggestion is a strict reading's, and no charge
				fp++
				ev.disagree("labelled mistakes", x.ID+" "+x.Text, "no "+rule, rule)
			case !got && want14[rule]:
				fn++
				ev.disagree("labelled mistakes", x.ID+" "+x.Text, rule, "silence")
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	ev.row("labelled: level", ratio(level, n), .9)
	ev.row("labelled: years", ratio(years, yearsOf), .95)
	ev.row("labelled: mistakes, precision", ratio(tp, tp+fp), .85)
	ev.row("labelled: mistakes, recall", ratio(tp, tp+fn), .75)
	return nil
}

func neighbours(a, b string) bool {
	return a == "entry" && b == "mid" || a == "mid" && b == "entry" || a == "mid" && b == "senior" || a == "senior" && b == "mid"
}

// measured are the rules that the labels speak of.
var measured = []string{"filler", "framework-list", "unquantified-scale", "buzzword-umbrella", "objective-opener", "wrong-tier", "soft-skill", "ai-tool-mention",
	"apology", "layoff-disclosure", "metric-without-tradeoff", "buried-lede", "language-primitives", "weak-ownership", "too-short", "too-long"}

func ruleOf(label string) string {
	r := strings.ReplaceAll(label, "_", "-")
	switch r {
	case "objective":
		return "objective-opener"
	case "layoff":
		return "layoff-disclosure"
	}
	return r
}

// strong checks that excellent texts come out ready, as what they are.
func strong(ev *evaluation) error {
	path, ok := corpusFile("strong.jsonl")
	if !ok {
		return nil
	}
	n, right, warnings := 0, 0, 0
	err := lines(path, func(b []byte) error {
		var x struct {
			ID, Text, Level, Specialty string
			Years                      *float64
		}
		if err := json.Unmarshal(b, &x); err != nil {
			return err
		}
		n++
		r := ev.check(x.Text, kb.Unknown)
		years := x.Years == nil && r.Level.Years == nil || x.Years != nil && r.Level.Years != nil && *x.Years == *r.Level.Years
		loud := 0
		var said []string
		for i := range r.Findings {
			if f := &r.Findings[i]; f.Severity != "suggestion" {
				loud++
				said = append(said, f.Rule)
			}
		}
		warnings += loud
		if r.Score.Verdict == "ready" && r.Level.Verdict == x.Level && r.Specialty.ID == x.Specialty && years {
			right++
		} else {
			ev.disagree("strong", x.ID+" "+x.Text, fmt.Sprintf("ready %s %s %v", x.Level, x.Specialty, deref(x.Years)),
				fmt.Sprintf("%s %s %s %v: %s; %v %d", r.Score.Verdict, r.Level.Verdict, r.Specialty.ID, deref(r.Level.Years), r.Score.Reason, said, r.Score.Total))
		}
		if loud > 0 {
			ev.disagree("strong", x.ID+" "+x.Text, "no warning", strings.Join(said, " "))
		}
		return nil
	})
	ev.row("strong: ready, level, specialty, years", ratio(right, n), 1)
	ev.row("strong: warnings a text", ratio(warnings, n), 0)
	return err
}

func deref(f *float64) any {
	if f == nil {
		return "none"
	}
	return *f
}

// weak looks at the real summaries: most are revise or rework, and none is a wall of noise.
func weak(ev *evaluation) error {
	path, ok := corpusFile("summaries.jsonl")
	if !ok {
		return nil
	}
	n, notReady, calm := 0, 0, 0
	err := lines(path, func(b []byte) error {
		var x struct{ ID, Text string }
		if err := json.Unmarshal(b, &x); err != nil {
			return err
		}
		n++
		r := ev.check(x.Text, kb.Unknown)
		if r.Score.Verdict != "ready" {
			notReady++
		} else {
			ev.disagree("weak", x.ID+" "+x.Text, "revise or rework", fmt.Sprintf("ready %d", r.Score.Total))
		}
		loud := 0
		for i := range r.Findings {
			if r.Findings[i].Severity != "suggestion" {
				loud++
			}
		}
		if loud <= 7 {
			calm++
		} else {
			ev.disagree("weak", x.ID+" "+x.Text, "at most seven warnings", fmt.Sprint(loud))
		}
		return nil
	})
	ev.row("weak: not ready", ratio(notReady, n), .95)
	ev.row("weak: at most seven warnings", ratio(calm, n), .9)
	return err
}
