package cli

import (
	"io"
	"strconv"
	"time"
)

// progress is a line on standard error that says how far a long run is. It is shown only to a person who sees nothing else: standard
// error is a terminal and standard output is not, and only once the run has taken a moment.
type progress struct {
	w     io.Writer
	now   func() time.Time
	total int
	done  int
	next  time.Time
	shown bool
}

const (
	progressAfter = 500 * time.Millisecond
	progressEvery = 100 * time.Millisecond
)

func (a *app) progress(total int) *progress {
	if !terminal(a.Err) || terminal(a.Out) || a.Env("TERM") == "dumb" || a.Env("CI") != "" {
		return nil
	}
	return &progress{w: a.Err, now: a.Now, total: total, next: a.Now().Add(progressAfter)}
}

func (p *progress) step(n int) {
	if p == nil {
		return
	}
	p.done += n
	now := p.now()
	if now.Before(p.next) {
		return
	}
	p.next, p.shown = now.Add(progressEvery), true
	s := "\r\x1b[Kchecked " + strconv.Itoa(p.done)
	if p.total > 0 {
		s += " of " + strconv.Itoa(p.total)
	}
	_, _ = io.WriteString(p.w, s)
}

func (p *progress) end() {
	if p != nil && p.shown {
		_, _ = io.WriteString(p.w, "\r\x1b[K")
	}
}
