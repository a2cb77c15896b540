package read

import (
	"strconv"
	"strings"

	"github.com/standfirst/standfirst/internal/engine/text"
)

// section is a heading and the span of the words under it.
type section struct {
	title string
	span  text.Span // of the body
	level int
}

// plain reads a text file: a summary alone, or a résumé with headings on lines of their own.
func plain(s string, opt Options) (Result, error) {
	sections := textSections(s)
	src := text.Plain(s)
	return choose(src, s, sections, opt, "text")
}

// textSections splits a text at the lines that are known headings. The first section, without a title, is what stands before.
func textSections(s string) []section {
	out := []section{{span: text.Span{Start: 0, End: len(s)}}}
	for at := 0; at < len(s); {
		end := strings.IndexByte(s[at:], '\n')
		next := len(s)
		if end < 0 {
			end = len(s)
		} else {
			end += at
			next = end + 1
		}
		line := strings.TrimSpace(s[at:end])
		key := headingKey(line)
		if line != "" && len(line) <= 48 && isHeading(key) && !strings.HasSuffix(line, ".") {
			out[len(out)-1].span.End = at
			out = append(out, section{title: strings.Trim(line, "#*_=-:–—|• \t"), span: text.Span{Start: next, End: len(s)}, level: 1})
		} else if k, rest, ok := strings.Cut(line, ":"); ok && headingRank(headingKey(k)) >= 0 && len(strings.Fields(rest)) > 5 {
			// "Summary: Backend engineer with …" on one line.
			colon := at + strings.IndexByte(s[at:end], ':') + 1
			out[len(out)-1].span.End = at
			out = append(out, section{title: strings.TrimSpace(k), span: text.Span{Start: colon, End: len(s)}, level: 1})
		}
		at = next
	}
	return out
}

// choose picks the summary among the sections of a text.
func choose(src *text.Source, s string, sections []section, opt Options, kind string) (Result, error) {
	if opt.Section != "" {
		want := headingKey(opt.Section)
		var names []string
		for _, x := range sections {
			if x.title == "" {
				continue
			}
			names = append(names, x.title)
			if headingKey(x.title) == want {
				sp := trimSpan(s, x.span)
				return Result{Source: src.Slice(sp), Section: x.title}, nil
			}
		}
		if len(names) == 0 {
			return Result{}, &Error{NotFound, "there is no section \"" + opt.Section + "\"; the file has no headings"}
		}
		return Result{}, &Error{NotFound, "there is no section \"" + opt.Section + "\"; the file has " + strings.Join(names, ", ")}
	}
	if len(sections) == 1 {
		sp := trimSpan(s, sections[0].span)
		return Result{Source: src.Slice(sp)}, nil
	}
	best, rank := -1, 1<<30
	var found []Candidate
	for i, x := range sections {
		r := headingRank(headingKey(x.title))
		if x.title == "" || r < 0 {
			continue
		}
		sp := trimSpan(s, x.span)
		if len(strings.Fields(s[sp.Start:sp.End])) < 4 {
			continue
		}
		found = append(found, Candidate{Section: x.title, Line: lineOf(s, sp.Start), span: sp})
		if r < rank {
			best, rank = i, r
		}
	}
	if best >= 0 {
		sp := trimSpan(s, sections[best].span)
		r := Result{Source: src.Slice(sp), Section: sections[best].title, Candidates: found}
		if len(found) > 1 {
			r.Notes = append(r.Notes, several(found, sections[best].title))
		}
		return r, nil
	}
	// No heading for it: the words between the name and the first heading, without the lines of contact.
	if sp, ok := opener(s, sections[0].span); ok {
		return Result{Source: src.Slice(sp), Section: "the words before \"" + sections[1].title + "\""}, nil
	}
	var names []string
	for _, x := range sections[1:] {
		names = append(names, x.title)
	}
	return Result{}, &Error{NotFound, "no summary found: looked for a heading such as Summary, Profile or About and for a paragraph before \"" + sections[1].title +
		"\"; the file has " + strings.Join(names, ", ") + "; name one with --section"}
}

func several(found []Candidate, taken string) string {
	var others []string
	for _, c := range found {
		if c.Section != taken {
			others = append(others, "\""+c.Section+"\" (line "+strconv.Itoa(c.Line)+")")
		}
	}
	if len(others) == 0 {
		others = []string{"another of the same name"}
	}
	return "took \"" + taken + "\"; also found " + strings.Join(others, ", ") + "; choose with --section"
}

func trimSpan(s string, sp text.Span) text.Span {
	for sp.Start < sp.End && strings.IndexByte(" \t\r\n", s[sp.Start]) >= 0 {
		sp.Start++
	}
	for sp.End > sp.Start && strings.IndexByte(" \t\r\n", s[sp.End-1]) >= 0 {
		sp.End--
	}
	return sp
}

// opener finds the paragraph before the first heading that reads like sentences and not like a letterhead.
func opener(s string, sp text.Span) (text.Span, bool) {
	var out text.Span
	words := 0
	for at := sp.Start; at < sp.End; {
		end := strings.Index(s[at:sp.End], "\n\n")
		next := sp.End
		if end < 0 {
			end = sp.End
		} else {
			end += at
			next = end + 2
		}
		p := trimSpan(s, text.Span{Start: at, End: end})
		if n := len(strings.Fields(s[p.Start:p.End])); n >= 12 && !letterhead(s[p.Start:p.End]) {
			if out.Empty() {
				out = p
			}
			out.End = p.End
			words += n
		}
		at = next
	}
	return out, words >= 12
}

// letterhead reports a block of contact lines.
func letterhead(p string) bool {
	marks := strings.Count(p, "|") + strings.Count(p, "•") + strings.Count(p, "@") + strings.Count(p, "http") + strings.Count(p, "+")
	return strings.Contains(p, "@") && len(strings.Fields(p)) < 30 && marks >= 2
}
