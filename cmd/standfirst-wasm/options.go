package main

import (
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/standfirst/standfirst"
)

// options are what a page may set.
type options struct {
	id     string
	name   string
	engine []standfirst.Option
	check  []standfirst.CheckOption
}

// readOptions reads the options' JSON by hand: encoding/json would double the module. The problem is "" when all is well.
func readOptions(s string) (o options, problem string) {
	if s == "" {
		return o, ""
	}
	r := &jsonReader{s: s}
	var list []standfirst.Suppression
	r.object(func(key string) {
		switch key {
		case "as_of":
			d, ok := standfirst.ParseDay(r.text())
			if !ok {
				r.fail("as_of is a day such as 2026-11-23")
			}
			o.check = append(o.check, standfirst.AsOf(d))
		case "level":
			l, ok := standfirst.ParseLevel(r.text())
			if !ok {
				r.fail("level is entry, mid, senior or staff")
			}
			o.check = append(o.check, standfirst.At(l))
		case "ai_tools":
			if r.bool() {
				o.check = append(o.check, standfirst.ForAITools())
			}
		case "id":
			o.id = r.text()
		case "name":
			o.name = r.text()
		case "rules":
			r.object(func(id string) {
				sev, ok := standfirst.ParseSeverity(r.text())
				if !ok {
					r.fail("a rule is set to off, suggestion, warning or error")
				}
				o.engine = append(o.engine, standfirst.WithSeverity(id, sev))
			})
		case "suppressions":
			r.array(func() {
				var x standfirst.Suppression
				r.object(func(key string) {
					switch key {
					case "rule":
						x.Rule = r.text()
					case "fingerprint":
						x.Fingerprint = r.text()
					case "reason":
						x.Reason = r.text()
					case "origin":
						x.Origin = r.text()
					default:
						r.fail("a suppression has rule, fingerprint, reason and origin, no " + key)
					}
				})
				if x.Reason == "" {
					r.fail("a suppression needs a reason")
				}
				list = append(list, x)
			})
		default:
			r.fail("there is no option " + key)
		}
	})
	r.space()
	if r.at < len(r.s) {
		r.fail("the options go on after their object")
	}
	o.check = append(o.check, standfirst.Named(o.id, o.name), standfirst.Suppress(list...))
	return o, r.problem
}

// jsonReader walks JSON that is expected to have a known shape. After the first problem it reads nothing more.
type jsonReader struct {
	s       string
	at      int
	problem string
}

func (r *jsonReader) fail(problem string) {
	if r.problem == "" {
		r.problem = problem
	}
	r.at = len(r.s)
}

func (r *jsonReader) broken() {
	r.fail("the options are no JSON: look at byte " + strconv.Itoa(r.at))
}

func (r *jsonReader) space() {
	for r.at < len(r.s) && (r.s[r.at] == ' ' || r.s[r.at] == '\n' || r.s[r.at] == '\t' || r.s[r.at] == '\r') {
		r.at++
	}
}

// take skips white space and the byte c, if it is next.
func (r *jsonReader) take(c byte) bool {
	r.space()
	if r.at < len(r.s) && r.s[r.at] == c {
		r.at++
		return true
	}
	return false
}

// list reads the members between two brackets.
func (r *jsonReader) list(open, shut byte, member func()) {
	if !r.take(open) {
		r.broken()
		return
	}
	if r.take(shut) {
		return
	}
	for r.problem == "" {
		member()
		if r.take(shut) {
			return
		}
		if !r.take(',') {
			r.broken()
		}
	}
}

func (r *jsonReader) object(member func(key string)) {
	r.list('{', '}', func() {
		key := r.text()
		if !r.take(':') {
			r.broken()
			return
		}
		member(key)
	})
}

func (r *jsonReader) array(member func()) { r.list('[', ']', member) }

func (r *jsonReader) bool() bool {
	r.space()
	for _, w := range [...]string{"true", "false"} {
		if len(r.s)-r.at >= len(w) && r.s[r.at:r.at+len(w)] == w {
			r.at += len(w)
			return w == "true"
		}
	}
	r.broken()
	return false
}

func (r *jsonReader) text() string {
	if !r.take('"') {
		r.broken()
		return ""
	}
	var out []byte
	for r.at < len(r.s) {
		c := r.s[r.at]
		r.at++
		switch {
		case c == '"':
			return string(out)
		case c < ' ':
			r.broken()
			return ""
		case c != '\\':
			out = append(out, c)
			continue
		}
		if r.at == len(r.s) {
			break
		}
		c = r.s[r.at]
		r.at++
		switch c {
		case '"', '\\', '/':
			out = append(out, c)
		case 'b':
			out = append(out, '\b')
		case 'f':
			out = append(out, '\f')
		case 'n':
			out = append(out, '\n')
		case 'r':
			out = append(out, '\r')
		case 't':
			out = append(out, '\t')
		case 'u':
			out = utf8.AppendRune(out, r.escape())
		default:
			r.broken()
			return ""
		}
	}
	r.broken()
	return ""
}

// escape reads the digits of a \u escape, and of its partner where it is half of a pair.
func (r *jsonReader) escape() rune {
	c := r.hex()
	if !utf16.IsSurrogate(c) {
		return c
	}
	if r.at+1 < len(r.s) && r.s[r.at] == '\\' && r.s[r.at+1] == 'u' {
		before := r.at
		r.at += 2
		if pair := utf16.DecodeRune(c, r.hex()); pair != utf8.RuneError {
			return pair
		}
		if r.problem == "" {
			r.at = before
		}
	}
	return utf8.RuneError
}

func (r *jsonReader) hex() rune {
	if r.at+4 > len(r.s) {
		r.broken()
		return 0
	}
	n, err := strconv.ParseUint(r.s[r.at:r.at+4], 16, 32)
	if err != nil {
		r.broken()
		return 0
	}
	r.at += 4
	return rune(n)
}
