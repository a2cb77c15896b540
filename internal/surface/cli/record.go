package cli

import (
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/standfirst/standfirst/internal/engine/kb"
)

// record is one line of a bulk input: {"id": …, "text": …} with an optional level. Other members are passed over.
type record struct {
	id, text string
	level    kb.Level
	hasText  bool
}

// recordError says where a line stops being a record; id is what was read of it before.
type recordError struct {
	message string
	at      int // bytes into the line; -1: nowhere in particular
}

func (e *recordError) Error() string {
	if e.at < 0 {
		return e.message
	}
	return e.message + " (column " + strconv.Itoa(e.at+1) + ")"
}

// recordReader reads one JSON object by hand: the line is looked at once and only the text is copied.
type recordReader struct {
	s   []byte
	at  int
	err *recordError
}

const deepest = 64 // levels of nesting that a member which is passed over may have

func parseRecord(line []byte) (record, *recordError) {
	p := &recordReader{s: line}
	var r record
	p.object(&r)
	if p.err == nil {
		p.space()
		if p.at < len(p.s) {
			p.fail("there is more on the line than one object")
		}
	}
	if p.err == nil && !r.hasText {
		p.err = &recordError{`there is no "text" on the line; write {"id": "…", "text": "…"}`, -1}
	}
	return r, p.err
}

func (p *recordReader) fail(message string) {
	if p.err == nil {
		p.err = &recordError{message, p.at}
	}
}

func (p *recordReader) space() {
	for p.at < len(p.s) && (p.s[p.at] == ' ' || p.s[p.at] == '\t' || p.s[p.at] == '\n' || p.s[p.at] == '\r') {
		p.at++
	}
}

func (p *recordReader) peek() byte {
	if p.at < len(p.s) {
		return p.s[p.at]
	}
	return 0
}

func (p *recordReader) object(r *record) {
	p.space()
	if p.peek() != '{' {
		p.fail(`this is no JSON object; write {"id": "…", "text": "…"}`)
		return
	}
	p.at++
	p.space()
	if p.peek() == '}' {
		p.at++
		return
	}
	for p.err == nil {
		p.space()
		if p.peek() != '"' {
			p.fail("a name in quotation marks is expected here")
			return
		}
		key := p.str()
		p.space()
		if p.peek() != ':' {
			p.fail("a colon is expected here")
			return
		}
		p.at++
		p.space()
		switch key {
		case "id":
			p.id(r)
		case "text":
			if p.peek() != '"' {
				p.fail(`"text" must be a string`)
				return
			}
			r.text, r.hasText = p.str(), true
		case "level":
			p.level(r)
		default:
			p.skip(0)
		}
		p.space()
		switch p.peek() {
		case ',':
			p.at++
		case '}':
			p.at++
			return
		default:
			p.fail("a comma or the end of the object is expected here")
		}
	}
}

// id takes a string, or a number as it is written.
func (p *recordReader) id(r *record) {
	if p.peek() == '"' {
		r.id = p.str()
		return
	}
	start := p.at
	c := p.peek()
	p.skip(0)
	if p.err == nil && (c == '-' || c >= '0' && c <= '9') {
		r.id = string(p.s[start:p.at])
	} else if p.err == nil && c != 'n' {
		p.at = start
		p.fail(`"id" must be a string or a number`)
	}
}

func (p *recordReader) level(r *record) {
	if p.peek() != '"' {
		if p.peek() == 'n' {
			p.skip(0)
			return
		}
		p.fail(`"level" must be a string`)
		return
	}
	start := p.at
	name := p.str()
	l, ok := kb.ParseLevel(name)
	if !ok && name != "" {
		p.at = start
		p.fail(`there is no level "` + name + `"; take entry, mid, senior or staff`)
	}
	r.level = l
}

// skip passes over one value of any kind.
func (p *recordReader) skip(depth int) {
	if depth > deepest {
		p.fail("this is nested too deeply")
		return
	}
	p.space()
	switch c := p.peek(); {
	case c == '"':
		p.str()
	case c == '{' || c == '[':
		closing := c + 2
		p.at++
		p.space()
		if p.peek() == closing {
			p.at++
			return
		}
		for p.err == nil {
			if c == '{' {
				p.space()
				if p.peek() != '"' {
					p.fail("a name in quotation marks is expected here")
					return
				}
				p.str()
				p.space()
				if p.peek() != ':' {
					p.fail("a colon is expected here")
					return
				}
				p.at++
			}
			p.skip(depth + 1)
			p.space()
			switch p.peek() {
			case ',':
				p.at++
			case closing:
				p.at++
				return
			default:
				p.fail("a comma or a closing bracket is expected here")
			}
		}
	default:
		start := p.at
		for p.at < len(p.s) {
			if c := p.s[p.at]; c == ',' || c == '}' || c == ']' || c <= ' ' {
				break
			}
			p.at++
		}
		switch word := string(p.s[start:p.at]); word {
		case "true", "false", "null":
		default:
			if !isNumber(word) {
				p.at = start
				p.fail("a value is expected here")
			}
		}
	}
}

// isNumber reports a number as JSON writes it.
func isNumber(s string) bool {
	i := 0
	digits := func() bool {
		from := i
		for i < len(s) && s[i] >= '0' && s[i] <= '9' {
			i++
		}
		return i > from
	}
	if i < len(s) && s[i] == '-' {
		i++
	}
	if i < len(s) && s[i] == '0' {
		i++
	} else if !digits() {
		return false
	}
	if i < len(s) && s[i] == '.' {
		i++
		if !digits() {
			return false
		}
	}
	if i < len(s) && (s[i] == 'e' || s[i] == 'E') {
		i++
		if i < len(s) && (s[i] == '+' || s[i] == '-') {
			i++
		}
		if !digits() {
			return false
		}
	}
	return i == len(s)
}

// str reads the string literal that starts here. Bytes that are no UTF-8 stay as they are: the engine reads them as U+FFFD.
func (p *recordReader) str() string {
	p.at++
	start := p.at
	for p.at < len(p.s) {
		switch c := p.s[p.at]; {
		case c == '"':
			p.at++
			return string(p.s[start : p.at-1])
		case c == '\\':
			return p.escaped(start)
		case c < ' ':
			p.fail("a control character inside a string must be escaped")
			return ""
		}
		p.at++
	}
	p.fail("the string does not end")
	return ""
}

func (p *recordReader) escaped(start int) string {
	out := make([]byte, 0, len(p.s)-start)
	out = append(out, p.s[start:p.at]...)
	for p.at < len(p.s) {
		c := p.s[p.at]
		switch {
		case c == '"':
			p.at++
			return string(out)
		case c < ' ':
			p.fail("a control character inside a string must be escaped")
			return ""
		case c != '\\':
			from := p.at
			for p.at < len(p.s) && p.s[p.at] != '"' && p.s[p.at] != '\\' && p.s[p.at] >= ' ' {
				p.at++
			}
			out = append(out, p.s[from:p.at]...)
			continue
		}
		p.at++
		switch e := p.peek(); e {
		case '"', '\\', '/':
			out = append(out, e)
		case 'n':
			out = append(out, '\n')
		case 't':
			out = append(out, '\t')
		case 'r':
			out = append(out, '\r')
		case 'b':
			out = append(out, '\b')
		case 'f':
			out = append(out, '\f')
		case 'u':
			r := p.hex()
			if utf16.IsSurrogate(r) && p.at+2 < len(p.s) && p.s[p.at+1] == '\\' && p.s[p.at+2] == 'u' {
				back := p.at
				p.at += 2
				if d := utf16.DecodeRune(r, p.hex()); d != utf8.RuneError {
					r = d
				} else {
					p.at = back
				}
			}
			if p.err != nil {
				return ""
			}
			out = utf8.AppendRune(out, r) // a lone surrogate becomes U+FFFD
		default:
			p.fail("there is no such escape")
			return ""
		}
		p.at++
	}
	p.fail("the string does not end")
	return ""
}

// hex reads the four digits after \u and stops on the last of them.
func (p *recordReader) hex() rune {
	var r rune
	for range 4 {
		p.at++
		c := p.peek()
		switch {
		case c >= '0' && c <= '9':
			r = r<<4 | rune(c-'0')
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			r = r<<4 | rune(c|0x20-'a'+10)
		default:
			p.fail("four hexadecimal digits are expected here")
			return utf8.RuneError
		}
	}
	return r
}
