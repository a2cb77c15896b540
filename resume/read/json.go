package read

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/standfirst/standfirst/internal/engine/text"
)

func lineNumber(s string, offset int) string { return strconv.Itoa(lineOf(s, offset)) }

// maxDepth bounds the nesting of a JSON document.
const maxDepth = 64

// summaryPaths are where a summary stands in JSON Resume and in formats near it, best first.
var summaryPaths = []string{"basics.summary", "summary", "basics.about", "basics.objective", "about", "profile.summary", "profile", "cv.summary", "cv.sections.summary.0", "sections.summary.content", "basics.headline"}

type jsonString struct {
	path string
	span text.Span // of the literal, quotes included
}

// jsonResume reads the summary of a JSON Resume, at basics.summary, with the map of its escapes.
func jsonResume(s string, opt Options) (Result, error) {
	found, err := jsonStrings(s)
	if err != nil {
		return Result{}, err
	}
	paths := summaryPaths
	if opt.Section != "" {
		paths = []string{opt.Section}
	}
	var candidates []Candidate
	var best *jsonString
	for _, p := range paths {
		for i := len(found) - 1; i >= 0; i-- { // of a key given twice JSON takes the last
			f := &found[i]
			if f.path != p || len(strings.Fields(s[f.span.Start:f.span.End])) < 4 && opt.Section == "" {
				continue
			}
			candidates = append(candidates, Candidate{Section: p, Line: lineOf(s, f.span.Start), span: f.span})
			if best == nil {
				best = f
			}
			break
		}
	}
	if best == nil {
		if opt.Section != "" {
			return Result{}, &Error{NotFound, "there is no text at \"" + opt.Section + "\"; give the dotted path of a string, such as basics.summary or work.0.summary"}
		}
		return Result{}, &Error{NotFound, "no summary found: looked at basics.summary and at summary; write it there, or name another path with --section"}
	}
	r := Result{Source: unquote(s, best.span), Section: best.path, Candidates: candidates}
	if len(candidates) > 1 {
		r.Notes = append(r.Notes, several(candidates, best.path))
	}
	return r, nil
}

// jsonStrings lists every string value with its path and place.
func jsonStrings(s string) ([]jsonString, error) {
	dec := json.NewDecoder(strings.NewReader(s))
	dec.UseNumber()
	type level struct {
		array, key bool // key: the next string is a key
		name       string
		n          int
	}
	var stack []level
	var out []jsonString
	path := func() string {
		var parts []string
		for _, l := range stack {
			if l.array {
				parts = append(parts, strconv.Itoa(l.n))
			} else {
				parts = append(parts, l.name)
			}
		}
		return strings.Join(parts, ".")
	}
	after := func() {
		if len(stack) == 0 {
			return
		}
		if l := &stack[len(stack)-1]; l.array {
			l.n++
		} else {
			l.key = true
		}
	}
	for {
		before := dec.InputOffset()
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			if len(stack) > 0 || len(out) == 0 && strings.TrimSpace(s) == "" {
				return nil, jsonError(s, int64(len(s)), "it ends before it is complete")
			}
			return out, nil
		}
		if err != nil {
			off := dec.InputOffset()
			if se := (*json.SyntaxError)(nil); errors.As(err, &se) {
				off = se.Offset
			}
			msg := err.Error()
			if errors.Is(err, io.ErrUnexpectedEOF) {
				msg, off = "it ends before it is complete", int64(len(s))
			}
			return nil, jsonError(s, off, msg)
		}
		switch t := tok.(type) {
		case json.Delim:
			switch t {
			case '{', '[':
				if len(stack) >= maxDepth {
					return nil, jsonError(s, dec.InputOffset(), "it is nested more than "+strconv.Itoa(maxDepth)+" deep")
				}
				stack = append(stack, level{array: t == '[', key: t == '{'})
			default:
				stack = stack[:len(stack)-1]
				after()
			}
			continue
		case string:
			if len(stack) > 0 && !stack[len(stack)-1].array && stack[len(stack)-1].key {
				stack[len(stack)-1].name, stack[len(stack)-1].key = t, false
				continue
			}
			end := int(dec.InputOffset())
			start := int(before)
			for start < end && s[start] != '"' {
				start++
			}
			out = append(out, jsonString{path(), text.Span{Start: start, End: end}})
		}
		after()
	}
}

func jsonError(s string, offset int64, what string) error {
	off := min(int(offset), len(s))
	line := lineOf(s, off)
	col := off - strings.LastIndexByte(s[:off], '\n')
	return &Error{InvalidInput, "the JSON cannot be read at line " + strconv.Itoa(line) + ", column " + strconv.Itoa(col) + ": " + what}
}

// unquote reads a string literal with the map of its escapes.
func unquote(s string, sp text.Span) *text.Source {
	var b text.Builder
	b.Encoding = text.JSONString
	end := sp.End - 1
	for i := sp.Start + 1; i < end; {
		run := i
		for i < end && s[i] != '\\' {
			i++
		}
		b.Exact(s[run:i], run)
		if i >= end {
			break
		}
		n, r := 2, rune(s[min(i+1, end)])
		switch r {
		case 'n':
			r = '\n'
		case 't':
			r = '\t'
		case 'r':
			r = '\r'
		case 'b':
			r = '\b'
		case 'f':
			r = '\f'
		case 'u':
			r, n = unicodeEscape(s[i:end])
		}
		b.Instead(string(r), text.Span{Start: i, End: min(i+n, end)})
		i += n
	}
	return b.Source()
}

func unicodeEscape(s string) (rune, int) {
	hex := func(s string) rune {
		if len(s) < 6 || s[0] != '\\' || s[1] != 'u' {
			return -1
		}
		v, err := strconv.ParseUint(s[2:6], 16, 32)
		if err != nil {
			return -1
		}
		return rune(v)
	}
	r := hex(s)
	if r < 0 {
		return utf8.RuneError, 2
	}
	if utf16.IsSurrogate(r) && len(s) >= 12 {
		if d := utf16.DecodeRune(r, hex(s[6:])); d != utf8.RuneError {
			return d, 12
		}
	}
	if utf16.IsSurrogate(r) {
		return utf8.RuneError, 6
	}
	return r, 6
}

// Encode writes words as they must stand at a place of the input with that encoding.
func Encode(words string, e text.Encoding) string {
	switch e {
	case text.JSONString:
		var b bytes.Buffer
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		_ = enc.Encode(words) // a string always encodes
		return strings.TrimSuffix(strings.TrimPrefix(strings.TrimSuffix(b.String(), "\n"), "\""), "\"")
	case text.Markdown:
		var b strings.Builder
		for i := 0; i < len(words); i++ {
			switch c := words[i]; c {
			case '\\', '*', '_', '`', '[', ']', '<', '>':
				b.WriteByte('\\')
				b.WriteByte(c)
			default:
				b.WriteByte(c)
			}
		}
		return b.String()
	}
	return words
}
