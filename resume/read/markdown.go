package read

import (
	"bytes"
	"html"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	gtext "github.com/yuin/goldmark/text"

	"github.com/standfirst/standfirst/internal/engine/report"
	"github.com/standfirst/standfirst/internal/engine/text"
)

// markdown reads a Markdown file: its words without the markup, each mapped to where it stands.
func markdown(s string, opt Options) (Result, error) {
	body, _ := frontMatter(s)
	m := markdownText{in: []byte(s), sections: []section{{}}}
	doc := goldmark.DefaultParser().Parse(gtext.NewReader(blank([]byte(s), body)))
	m.block(doc)
	src := m.b.Source()
	src.Encoding = text.Markdown
	for i := range m.sections {
		end := len(src.Text)
		if i+1 < len(m.sections) {
			end = m.sections[i+1].span.Start - m.sections[i+1].level
		}
		m.sections[i].span.End = max(m.sections[i].span.Start, end)
	}
	known := m.sections
	// A first heading that is no section is the person's name or the document's title: its words stand before the first section.
	if len(known) > 1 && !isHeading(headingKey(known[1].title)) && headingKey(known[1].title) != headingKey(opt.Section) {
		if known[0].span.Empty() {
			known[0].span.Start = known[1].span.Start
		}
		known[0].span.End = known[1].span.End
		known = append(known[:1:1], known[2:]...)
	}
	r, err := choose(src, src.Text, known, opt, "markdown")
	if err == nil {
		r.Suppressions = suppressions(s)
	}
	return r, err
}

// frontMatter is the offset at which the words start, after a YAML block between dashes.
func frontMatter(s string) (int, bool) {
	if !strings.HasPrefix(s, "---\n") && !strings.HasPrefix(s, "---\r\n") {
		return 0, false
	}
	if i := strings.Index(s[3:], "\n---"); i >= 0 {
		end := 3 + i + 4
		if n := strings.IndexByte(s[end:], '\n'); n >= 0 {
			return end + n + 1, true
		}
		return len(s), true
	}
	return 0, false
}

// blank replaces the first n bytes by spaces, so that offsets stay.
func blank(b []byte, n int) []byte {
	out := bytes.Clone(b)
	for i := 0; i < n; i++ {
		if out[i] != '\n' {
			out[i] = ' '
		}
	}
	if n > 0 {
		for i := 0; i < n; i++ {
			out[i] = '\n'
		}
	}
	return out
}

type markdownText struct {
	in       []byte
	b        text.Builder
	sections []section
}

// gap puts a line break between blocks; it stands for no byte of the file.
func (m *markdownText) gap(s string, at int) {
	if m.b.Len() > 0 {
		m.b.Instead(s, text.Span{Start: at, End: at})
	}
}

func (m *markdownText) block(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch x := c.(type) {
		case *ast.Heading:
			m.heading(x)
		case *ast.Paragraph, *ast.TextBlock:
			if title, ok := m.boldLine(c); ok {
				m.open(title)
				continue
			}
			m.gap(m.separator(c), start(c))
			m.inline(c)
		case *ast.ListItem:
			m.gap("\n", start(c))
			if at := start(c); at >= 0 {
				m.b.Instead("• ", text.Span{Start: at, End: at})
			}
			m.block(c)
		case *ast.FencedCodeBlock, *ast.CodeBlock, *ast.HTMLBlock, *ast.ThematicBreak:
		default:
			m.block(c)
		}
	}
}

// separator is a blank line between paragraphs, and nothing right after a bullet.
func (m *markdownText) separator(c ast.Node) string {
	if _, ok := c.Parent().(*ast.ListItem); ok {
		if c.PreviousSibling() == nil {
			return ""
		}
		return "\n"
	}
	return "\n\n"
}

// start is the offset of the first byte of a block's words, or -1.
func start(n ast.Node) int {
	for c := n; c != nil; c = c.FirstChild() {
		if t, ok := c.(*ast.Text); ok {
			return t.Segment.Start
		}
		if c.Type() == ast.TypeBlock && c.Lines() != nil && c.Lines().Len() > 0 {
			return c.Lines().At(0).Start
		}
	}
	return -1
}

func (m *markdownText) heading(h *ast.Heading) {
	var b strings.Builder
	_ = ast.Walk(h, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, ok := n.(*ast.Text); ok && entering {
			b.Write(t.Segment.Value(m.in))
		}
		return ast.WalkContinue, nil
	})
	m.open(b.String())
}

// boldLine reports a paragraph that is one bold known heading and nothing else.
func (m *markdownText) boldLine(n ast.Node) (string, bool) {
	e, ok := n.FirstChild().(*ast.Emphasis)
	if !ok || e.NextSibling() != nil || e.Level != 2 {
		return "", false
	}
	t, ok := e.FirstChild().(*ast.Text)
	if !ok || t.NextSibling() != nil {
		return "", false
	}
	title := string(t.Segment.Value(m.in))
	return title, isHeading(headingKey(title))
}

func (m *markdownText) open(title string) {
	m.sections = append(m.sections, section{title: title, span: text.Span{Start: m.b.Len()}})
}

// inline writes the words of a block: text, code and link texts, without the marks around them.
func (m *markdownText) inline(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch x := c.(type) {
		case *ast.Text:
			m.raw(x.Segment.Start, x.Segment.Stop, !inCode(c))
			if x.SoftLineBreak() || x.HardLineBreak() {
				// The line break and the indentation that the parser took with it stand behind the segment.
				end := x.Segment.Stop
				for end < len(m.in) && (m.in[end] == ' ' || m.in[end] == '\\' || m.in[end] == '\r') {
					end++
				}
				if end < len(m.in) && m.in[end] == '\n' {
					end++
				}
				m.b.Instead("\n", text.Span{Start: x.Segment.Stop, End: end})
			}
		case *ast.AutoLink:
			v := x.Label(m.in)
			if i := bytes.Index(m.in, v); i >= 0 {
				m.b.Instead(string(v), text.Span{Start: i, End: i + len(v)})
			}
		case *ast.RawHTML, *ast.Image:
		default:
			m.inline(c)
		}
	}
}

func inCode(n ast.Node) bool {
	_, ok := n.Parent().(*ast.CodeSpan)
	return ok
}

// raw writes the input's words from start to stop, with escapes and entities resolved.
func (m *markdownText) raw(start, stop int, escapes bool) {
	at := start
	for i := start; i < stop; i++ {
		switch c := m.in[i]; {
		case escapes && c == '\\' && i+1 < stop && isPunct(m.in[i+1]):
			m.b.Exact(string(m.in[at:i]), at)
			m.b.Instead(string(m.in[i+1]), text.Span{Start: i, End: i + 2})
			i++
			at = i + 1
		case escapes && c == '&':
			end := bytes.IndexByte(m.in[i:stop], ';')
			if end < 0 || end > 32 {
				continue
			}
			raw := string(m.in[i : i+end+1])
			if s := html.UnescapeString(raw); s != raw {
				m.b.Exact(string(m.in[at:i]), at)
				m.b.Instead(s, text.Span{Start: i, End: i + end + 1})
				i += end
				at = i + 1
			}
		}
	}
	m.b.Exact(string(m.in[at:stop]), at)
}

func isPunct(c byte) bool {
	return c > ' ' && c < '0' || c > '9' && c < 'A' || c > 'Z' && c < 'a' || c > 'z' && c < 0x7f
}

// suppressions reads comments such as <!-- standfirst: allow filler - the client's own words -->.
func suppressions(s string) (out []report.Suppression) {
	for at := 0; ; {
		i := strings.Index(s[at:], "<!--")
		if i < 0 {
			return out
		}
		i += at
		end := strings.Index(s[i+4:], "-->")
		if end < 0 {
			return out
		}
		body := strings.TrimSpace(s[i+4 : i+4+end])
		at = i + 4 + end + 3
		rest, ok := strings.CutPrefix(body, "standfirst:")
		if !ok {
			continue
		}
		rest, ok = strings.CutPrefix(strings.TrimSpace(rest), "allow ")
		if !ok {
			continue
		}
		rule, reason, _ := strings.Cut(strings.TrimSpace(rest), " ")
		x := report.Suppression{Rule: rule, Reason: strings.TrimSpace(strings.TrimLeft(reason, "-–—: ")), Origin: "line " + lineNumber(s, i)}
		if r, fp, ok := strings.Cut(rule, "@"); ok {
			x.Rule, x.Fingerprint = r, fp
		}
		out = append(out, x)
	}
}
