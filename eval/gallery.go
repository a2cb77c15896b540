package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/standfirst/standfirst/internal/engine/kb"
)

// gallery checks our own examples: every text ready at its level, every weak twin not.
func gallery(ev *evaluation) error {
	b, err := os.ReadFile("../internal/engine/kb/data/examples.yaml")
	if err != nil {
		return err
	}
	var rows []struct {
		ID, Level, Specialty, Text, Weak string
		Years                            *float64
		WeakShows                        []string `yaml:"weak_shows"`
	}
	if err := yaml.Unmarshal(b, &rows); err != nil {
		return err
	}
	ready, weak, identity, shown, shows := 0, 0, 0, 0, 0
	for _, x := range rows {
		r := ev.check(x.Text, kb.Unknown)
		var said []string
		for i := range r.Findings {
			if f := &r.Findings[i]; f.Severity != "suggestion" {
				said = append(said, f.Rule)
			}
		}
		if r.Score.Verdict == "ready" && len(said) == 0 {
			ready++
		} else {
			ev.disagree("gallery", x.ID+" "+x.Text, "ready", fmt.Sprintf("%s %d: %s %v", r.Score.Verdict, r.Score.Total, r.Score.Reason, said))
		}
		if r.Level.Verdict == x.Level && r.Specialty.ID == x.Specialty && (x.Years == nil || r.Level.Years != nil && *r.Level.Years == *x.Years) {
			identity++
		} else {
			ev.disagree("gallery", x.ID+" "+x.Text, fmt.Sprintf("%s %s %v", x.Level, x.Specialty, deref(x.Years)), fmt.Sprintf("%s %s %v", r.Level.Verdict, r.Specialty.ID, deref(r.Level.Years)))
		}
		w := ev.check(x.Weak, kb.Unknown)
		if w.Score.Verdict != "ready" {
			weak++
		} else {
			ev.disagree("gallery", x.ID+" weak: "+x.Weak, "not ready", fmt.Sprintf("ready %d", w.Score.Total))
		}
		for _, rule := range x.WeakShows {
			shows++
			if _, ok := fires(w, rule); ok {
				shown++
			} else {
				ev.disagree("gallery", x.ID+" weak: "+strings.TrimSpace(x.Weak), rule, "silence ("+w.Level.Verdict+")")
			}
		}
	}
	ev.row("gallery: ready without a warning", ratio(ready, len(rows)), 1)
	ev.row("gallery: level, specialty, years", ratio(identity, len(rows)), 1)
	ev.row("gallery: weak twins not ready", ratio(weak, len(rows)), 1)
	ev.row("gallery: weak twins show their rules", ratio(shown, shows), .8)
	return nil
}
