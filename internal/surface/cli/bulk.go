package cli

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"
	"strconv"
	"strings"
	"sync"

	"github.com/standfirst/standfirst/internal/engine"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/report"
	"github.com/standfirst/standfirst/internal/engine/text"
	"github.com/standfirst/standfirst/resume/read"
)

// The measures of a bulk run. A batch is what one worker takes at a time.
const (
	maxLine    = 1 << 20
	batchLines = 64
	batchBytes = 128 << 10
)

// batch is a run of lines of a bulk input.
type batch struct {
	buf   []byte
	lines []bulkLine
}

type bulkLine struct {
	start, end int // bytes of buf
	number     int // in the input, from 1
	tooLong    bool
}

// batchResult is what became of a batch: encoded where the output is JSON lines, outcomes otherwise.
type batchResult struct {
	encoded  []byte
	outcomes []outcome
	lines    int
	faults   int
	failed   bool
}

var (
	batches  = sync.Pool{New: func() any { return &batch{buf: make([]byte, 0, batchBytes+batchBytes/4)} }}
	encoders = sync.Pool{New: func() any { b := make([]byte, 0, 8*batchBytes); return &b }}
)

// readBatches cuts an input into batches. Empty lines are passed over, but counted.
func readBatches(r io.Reader, emit func(*batch) bool) error {
	in := bufio.NewReaderSize(r, 256<<10)
	number := 0
	b := batches.Get().(*batch)
	flush := func() bool {
		if len(b.lines) == 0 {
			return true
		}
		ok := emit(b)
		b = batches.Get().(*batch)
		return ok
	}
	for {
		start := len(b.buf)
		tooLong, ended := false, false
		var err error
		for {
			var part []byte
			part, err = in.ReadSlice('\n')
			if len(part) > 0 {
				ended = part[len(part)-1] == '\n'
				if room := maxLine + 2 - (len(b.buf) - start); len(part) > room {
					part, tooLong = part[:max(room, 0)], true
				}
				b.buf = append(b.buf, part...)
			}
			if !errors.Is(err, bufio.ErrBufferFull) {
				break
			}
		}
		if err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		line := b.buf[start:]
		if ended || len(line) > 0 {
			number++
			if number == 1 && bytes.HasPrefix(line, []byte("\xef\xbb\xbf")) {
				start += 3
				line = line[3:]
			}
			trimmed := bytes.TrimRight(line, "\r\n")
			switch {
			case tooLong || len(trimmed) > maxLine:
				b.buf = b.buf[:start]
				b.lines = append(b.lines, bulkLine{start: start, end: start, number: number, tooLong: true})
			case len(bytes.TrimLeft(trimmed, " \t")) == 0:
				b.buf = b.buf[:start]
			default:
				b.lines = append(b.lines, bulkLine{start: start, end: start + len(trimmed), number: number})
			}
		}
		if len(b.lines) >= batchLines || len(b.buf) >= batchBytes {
			if !flush() {
				return nil
			}
		}
		if err != nil {
			flush()
			return nil
		}
	}
}

func (b *batch) free() {
	b.buf, b.lines = b.buf[:0], b.lines[:0]
	if cap(b.buf) <= 4*batchBytes {
		batches.Put(b)
	}
}

// nowhere is the place in the input of a text out of a bulk line: nothing there is to be edited.
func nowhere(text.Span) *report.Source { return nil }

// checkLine checks one line.
func (a *app) checkLine(line []byte, l bulkLine, s *settings) (*report.Report, *report.Error) {
	bad := func(id, code, message string) *report.Error {
		return &report.Error{ID: id, Line: l.number, Code: code, Message: message}
	}
	if l.tooLong {
		return nil, bad("", read.TooLarge, "the line has more than "+strconv.Itoa(maxLine>>20)+" MB; a summary is one paragraph")
	}
	rec, err := parseRecord(line)
	switch {
	case err != nil:
		return nil, bad(rec.id, read.InvalidInput, err.Error())
	case len(rec.text) > read.MaxSummary:
		return nil, bad(rec.id, read.TooLarge, "the text has "+strconv.Itoa(len(rec.text))+" bytes; a summary is one paragraph")
	case strings.TrimSpace(rec.text) == "":
		return nil, bad(rec.id, read.InvalidInput, "there are no words in the text")
	}
	r, broken := a.checkRecord(rec, s)
	if broken != nil {
		return nil, bad(rec.id, read.ErrorCode(broken), broken.Error())
	}
	return r, nil
}

func (a *app) checkRecord(rec record, s *settings) (r *report.Report, err error) {
	defer a.rescue(&err)
	o := s.check
	if rec.level != kb.Unknown {
		o.Level = rec.level
	}
	o.Suppressions = s.config.For(rec.id)
	return a.engine().Check(text.Plain(rec.text), engine.Input{ID: rec.id, Kind: "text", Locate: nowhere}, o), nil
}

// checkLines runs over bulk inputs.
func (a *app) checkLines(c *checking, s *settings, args []string) error {
	if c.format == "json" {
		return usage("json is one object; a bulk run prints --format jsonl, one report a line")
	}
	if c.section != "" {
		return usage("--section is for files; each line of a bulk input is a summary")
	}
	for _, name := range args {
		if info, err := os.Stat(name); name != stdin && err == nil && info.IsDir() {
			return usage(name + ": this is a folder; --from jsonl reads files or -")
		}
	}
	k := a.newSink(c, true, true)
	used := newUsage(s.config, true)
	bar := a.progress(0)
	faults := 0
	work := func(b *batch) batchResult {
		r := batchResult{lines: len(b.lines)}
		if c.format == "jsonl" {
			r.encoded = (*encoders.Get().(*[]byte))[:0]
		}
		for _, l := range b.lines {
			rep, fault := a.checkLine(b.buf[l.start:l.end], l, s)
			if fault != nil {
				r.faults++
			} else {
				used.see(rep)
			}
			failed := rep != nil && fails(rep, s.failOn)
			r.failed = r.failed || failed
			switch {
			case c.format != "jsonl":
				if rep != nil {
					rep.Input.Name = rep.Input.ID
					if rep.Input.Name == "" {
						rep.Input.Name = "line " + strconv.Itoa(l.number)
					}
				}
				r.outcomes = append(r.outcomes, outcome{rep, fault, failed})
			case fault != nil:
				r.encoded = append(report.AppendError(r.encoded, fault), '\n')
			default:
				r.encoded = append(report.AppendJSON(r.encoded, rep), '\n')
			}
		}
		b.free()
		return r
	}
	consume := func(r batchResult) error {
		faults += r.faults
		bar.step(r.lines)
		if r.failed {
			a.status = max(a.status, Failed)
		}
		for _, o := range r.outcomes {
			if err := k.write(o); err != nil {
				return err
			}
		}
		if r.encoded != nil {
			_, err := k.out.Write(r.encoded)
			encoders.Put(&r.encoded)
			return err
		}
		return nil
	}
	var inputErr error
	err := pipeline(func(emit func(*batch) bool) error {
		for _, name := range args {
			if err := a.lines(name, emit); err != nil {
				inputErr = &namedError{shownName(name), err}
				return nil
			}
		}
		return nil
	}, work, consume)
	bar.end()
	if err == nil {
		err = k.end()
	}
	used.report(a)
	if faults > 0 {
		a.status = Broken
		if c.format == "jsonl" {
			a.complain(count(faults, "line") + " could not be checked; each has an error object in the output")
		}
	}
	if err == nil && inputErr != nil {
		a.status = Broken
		a.complain(inputErr.Error())
		return nil
	}
	return writeError(err)
}

// namedError is an error about a file.
type namedError struct {
	name string
	err  error
}

func (e *namedError) Error() string { return e.name + ": " + e.err.Error() }
func (e *namedError) Unwrap() error { return e.err }

func (a *app) lines(name string, emit func(*batch) bool) error {
	if name == stdin {
		return readBatches(a.In, emit)
	}
	f, err := os.Open(name)
	if err != nil {
		return fileError(err)
	}
	defer f.Close()
	if err := readBatches(f, emit); err != nil {
		return fileError(err)
	}
	return nil
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}
