// Package read finds the summary in a résumé file and says where in the file each byte of it stands.
//
// It reads plain text, Markdown and JSON Resume. Nothing is guessed aloud: a file with no summary is an error that says where
// it was looked for, and one with several says which was taken.
package read

import (
	"bytes"
	"errors"
	"path/filepath"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/standfirst/standfirst/internal/engine/report"
	"github.com/standfirst/standfirst/internal/engine/text"
)

// The limits of what is read. A résumé is far smaller; a file beyond them is refused before it is parsed.
const (
	MaxFile    = 8 << 20  // bytes of a file
	MaxSummary = 16 << 10 // bytes of a summary: some 2,600 words, fifteen times the longest good one
)

// The codes of errors, as every surface maps them.
const (
	InvalidInput      = "invalid_input"
	UnsupportedFormat = "unsupported_format"
	TooLarge          = "too_large"
	NotFound          = "not_found"
)

// Error is an input that cannot be read. Its message says what is wrong and what the person can do.
type Error struct{ Code, Message string }

func (e *Error) Error() string { return e.Message }

// ErrorCode is the code of an error that this package returned, "internal" for any other, and "" for nil.
func ErrorCode(err error) string {
	if err == nil {
		return ""
	}
	if x := (*Error)(nil); errors.As(err, &x) {
		return x.Code
	}
	return "internal"
}

// Options say what to look for.
type Options struct {
	// Section names the heading (or, in JSON, the dotted path) to take instead of the one found.
	Section string
	// Kind is "text", "markdown" or "json"; "" goes by the name and the bytes.
	Kind string
}

// Candidate is a place that could be the summary.
type Candidate struct {
	Section string // heading or path; "" for words before the first heading
	Line    int    // 1-based, where its words start
	span    text.Span
}

// Result is a summary as found.
type Result struct {
	Source       *text.Source
	Kind         string // "text", "markdown" or "json"
	Section      string
	Candidates   []Candidate
	Notes        []string
	Suppressions []report.Suppression
}

// Summary finds the summary in data. Name is only used for its extension and in messages.
func Summary(name string, data []byte, opt Options) (Result, error) {
	if len(data) > MaxFile {
		return Result{}, &Error{TooLarge, "the file has " + strconv.Itoa(len(data)) + " bytes and a résumé has at most " +
			strconv.Itoa(MaxFile) + "; give the summary alone, or check many texts with --from jsonl"}
	}
	kind := opt.Kind
	if kind == "" {
		k, err := detect(name, data)
		if err != nil {
			return Result{}, err
		}
		kind = k
	}
	in, notes, err := decode(data)
	if err != nil {
		return Result{}, err
	}
	var r Result
	switch kind {
	case "json":
		r, err = jsonResume(in.Text, opt)
	case "markdown":
		r, err = markdown(in.Text, opt)
	default:
		r, err = plain(in.Text, opt)
	}
	if err != nil {
		return Result{}, err
	}
	r.Kind = kind
	r.Source = r.Source.Through(in)
	r.Notes = append(notes, r.Notes...)
	if len(r.Source.Text) > MaxSummary {
		return Result{}, &Error{TooLarge, "the summary has " + strconv.Itoa(len(r.Source.Text)) + " bytes; a summary is one paragraph: " +
			"name its section with --section, or give the paragraph alone"}
	}
	if strings.TrimSpace(r.Source.Text) == "" {
		return Result{}, &Error{InvalidInput, "there are no words in it; give a summary of a few sentences"}
	}
	return r, nil
}

// detect goes by the extension, then by the first bytes.
func detect(name string, data []byte) (string, error) {
	head := bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), " \t\r\n")
	switch {
	case bytes.HasPrefix(head, []byte("%PDF")):
		return "", &Error{UnsupportedFormat, "this is a PDF, which this version does not read yet; copy its summary into a text file"}
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return "", &Error{UnsupportedFormat, "this is a Word or zip file, which this version does not read yet; copy its summary into a text file"}
	case bytes.HasPrefix(head, []byte("{\\rtf")):
		return "", &Error{UnsupportedFormat, "this is rich text, which this version does not read; save it as plain text"}
	}
	switch ext := strings.ToLower(filepath.Ext(name)); ext {
	case ".yaml", ".yml", ".html", ".htm", ".tex", ".doc", ".odt", ".pages":
		return "", &Error{UnsupportedFormat, "this version does not read " + ext + " files yet; copy the summary into a text file, or name it .txt to have it checked as it stands"}
	case ".json":
		return "json", nil
	case ".md", ".markdown", ".mkd":
		return "markdown", nil
	case ".txt", ".text":
		return "text", nil
	}
	if len(head) > 1 && head[0] == '{' && bytes.IndexByte(head, '"') > 0 && bytes.HasSuffix(bytes.TrimRight(head, " \t\r\n"), []byte("}")) {
		return "json", nil
	}
	if bytes.HasPrefix(head, []byte("# ")) || bytes.Contains(data, []byte("\n## ")) || bytes.HasPrefix(head, []byte("<!--")) {
		return "markdown", nil
	}
	return "text", nil
}

// decode turns the bytes of a file into text: a byte-order mark goes, and what is no UTF-8 is read as Windows-1252.
func decode(data []byte) (*text.Source, []string, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")):
		return nil, nil, &Error{UnsupportedFormat, "the file is in UTF-16; save it as UTF-8"}
	case len(data) == 0:
		return nil, nil, &Error{InvalidInput, "the file is empty; give a summary of a few sentences"}
	}
	if n := bytes.Count(data, []byte{0}); n > 0 {
		return nil, nil, &Error{InvalidInput, "the file has " + strconv.Itoa(n) + " null bytes, so it is no text; save it as UTF-8 text"}
	}
	start := 0
	if bytes.HasPrefix(data, []byte("\xef\xbb\xbf")) {
		start = 3
	}
	s := string(data[start:])
	if utf8.ValidString(s) {
		if start == 0 {
			return text.Plain(s), nil, nil
		}
		var b text.Builder
		b.Exact(s, start)
		return b.Source(), nil, nil
	}
	control := 0
	for i := 0; i < len(s); i++ {
		if s[i] < 0x20 && s[i] != '\n' && s[i] != '\r' && s[i] != '\t' && s[i] != '\f' {
			control++
		}
	}
	if control*50 > len(s) {
		return nil, nil, &Error{InvalidInput, "the file is no text; save it as UTF-8 text"}
	}
	var b text.Builder
	bad, line, firstBad := 0, 1, 0
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n <= 1 {
			if bad++; bad == 1 {
				firstBad = line
			}
			b.Instead(string(windows1252(s[i])), text.Span{Start: start + i, End: start + i + 1})
			i++
			continue
		}
		if r == '\n' {
			line++
		}
		b.Exact(s[i:i+n], start+i)
		i += n
	}
	return b.Source(), []string{strconv.Itoa(bad) + " bytes are no UTF-8 (first on line " + strconv.Itoa(firstBad) + "); they were read as Windows-1252"}, nil
}

// windows1252 maps the bytes that differ from Latin-1.
func windows1252(b byte) rune {
	if b >= 0x80 && b < 0xA0 {
		if r := []rune("€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ")[b-0x80]; r > 0x9f {
			return r
		}
		return utf8.RuneError
	}
	return rune(b)
}

func lineOf(s string, offset int) int { return 1 + strings.Count(s[:min(offset, len(s))], "\n") }
