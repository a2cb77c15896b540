// Package format turns reports into what people and spreadsheets read: the terminal report, Markdown and CSV.
//
// It only prints. What it says stands in a [report.Report], in a row of the knowledge base or in the guide.
package format

import (
	"strings"
	"sync"

	"github.com/clipperhouse/displaywidth"
)

// Style says how the output is drawn.
type Style struct {
	Width int  // columns; 0 is 80
	Color bool // with SGR colours
	ASCII bool // frames, bars and marks in ASCII; the checked text is printed as it is
	All   bool // every finding, and what each part of the score rests on
}

// The measure of prose: wider lines are hard to read, however wide the terminal.
const (
	narrowest = 40
	widest    = 100
)

func (s Style) width() int {
	if s.Width == 0 {
		return 80
	}
	return max(s.Width, narrowest)
}

// An ink is an SGR code. Only the sixteen colours that a person's own theme defines are used.
type ink string

const (
	plain   ink = ""
	bold    ink = "1"
	faint   ink = "2"
	red     ink = "31"
	green   ink = "32"
	yellow  ink = "33"
	blue    ink = "34"
	magenta ink = "35"
	cyan    ink = "36"

	boldRed    ink = "1;31"
	boldGreen  ink = "1;32"
	boldYellow ink = "1;33"
	boldCyan   ink = "1;36"
)

func (s Style) paint(i ink, words string) string {
	if !s.Color || i == plain || words == "" {
		return words
	}
	return "\x1b[" + string(i) + "m" + words + "\x1b[0m"
}

// glyph chooses between a sign and its ASCII stand-in.
func (s Style) glyph(sign, ascii string) string {
	if s.ASCII {
		return ascii
	}
	return sign
}

func (s Style) bar() string   { return s.glyph("│", "|") }
func (s Style) dash() string  { return s.glyph("—", "--") }
func (s Style) dot() string   { return s.glyph("·", "|") }
func (s Style) dots() string  { return s.glyph("…", "...") }
func (s Style) arrow() string { return s.glyph("→", "->") }

// severityInk is the colour of a severity, a verdict or a level of trouble.
func severityInk(word string) ink {
	switch word {
	case "error", "rework":
		return boldRed
	case "warning", "revise":
		return boldYellow
	case "suggestion":
		return boldCyan
	case "ready":
		return boldGreen
	}
	return bold
}

// A writer builds the output. Errors cannot happen until it is written out, at once, by the caller.
type writer struct {
	Style
	strings.Builder
}

func (w *writer) line(parts ...string) {
	for _, p := range parts {
		w.WriteString(p)
	}
	w.WriteByte('\n')
}

// inked measures words that hold SGR codes.
var inked = displaywidth.Options{ControlSequences: true}

func columns(s string) int { return displaywidth.String(s) }

// pad fills s with spaces up to a width.
func pad(s string, width int) string {
	if n := width - columns(s); n > 0 {
		return s + strings.Repeat(" ", n)
	}
	return s
}

// clip cuts s to a width and says so.
func (s Style) clip(words string, width int) string {
	return displaywidth.TruncateString(words, max(width, 1), s.dots())
}

// A run is words in one ink. A paragraph is made of runs, wrapped together.
type run struct {
	words string
	ink   ink
}

// flow wraps runs to the width. The first line starts with lead; the others are indented.
func (w *writer) flow(lead string, indent int, runs ...run) {
	room := max(min(w.width(), widest)-indent, 16)
	if empty(runs) {
		w.line(strings.TrimRight(lead, " "))
		return
	}
	w.WriteString(lead)
	// A lead that is wider than the indent leaves the first line less room; its own last space stands before the first word.
	at := inked.String(lead) - indent
	glue := at > 0 // the next word continues the last one
	at = max(at, 0)
	var buf strings.Builder // words of one run on one line, painted together
	for _, r := range runs {
		flush := func() {
			w.WriteString(w.paint(r.ink, buf.String()))
			buf.Reset()
		}
		feed := func() {
			flush()
			w.WriteByte('\n')
			w.WriteString(strings.Repeat(" ", indent))
			at = 0
		}
		for n, word := range strings.Fields(w.plain(Safe(r.words))) {
			wide := columns(word)
			joined := glue && n == 0 && r.words[0] != ' '
			switch {
			case at == 0 || joined:
			case at+1+wide > room:
				feed()
			case n == 0:
				w.WriteByte(' ')
				at++
			default:
				buf.WriteByte(' ')
				at++
			}
			// A word wider than the line is broken where it must be.
			for at+wide > room && wide > room {
				head := displaywidth.TruncateString(word, room-at, "")
				if head == "" {
					break
				}
				buf.WriteString(head)
				feed()
				word = word[len(head):]
				wide = columns(word)
			}
			buf.WriteString(word)
			at += wide
		}
		flush()
		if r.words != "" {
			glue = r.words[len(r.words)-1] != ' '
		}
	}
	w.WriteByte('\n')
}

func empty(runs []run) bool {
	for _, r := range runs {
		if strings.TrimSpace(r.words) != "" {
			return false
		}
	}
	return true
}

// toASCII spells our own signs for terminals that have none but ASCII.
var toASCII = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "‘", "'", "’", "'", "–", "-", "—", "--", "…", "...", "→", "->", "×", "x", "−", "-", "≥", ">=", "≤", "<=",
		"é", "e", "µ", "u", "·", "|")
})

func (s Style) plain(words string) string {
	if !s.ASCII {
		return words
	}
	return toASCII().Replace(words)
}
