// Package text holds a text under check and, for every byte of it, where in the input file it came from.
//
// Offsets are byte offsets everywhere; [Lines] is the one place that turns them into lines and columns.
package text

import "sort"

// Span is a half-open byte range [Start, End).
type Span struct{ Start, End int }

// Len is the number of bytes in s.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether s covers nothing.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether o lies inside s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether the two spans share a byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Encoding says how words must be written to stand in the input at a place.
type Encoding uint8

const (
	// Verbatim input takes words as they are.
	Verbatim Encoding = iota
	// JSONString input is the inside of a JSON string literal.
	JSONString
	// Markdown input needs its punctuation escaped.
	Markdown
)

// Segment maps a run of the text to the run of the input that it was read from. An exact segment has the same bytes on
// both sides, so any part of it can be mapped; any other (an escape, a removed line break) maps only as a whole.
type Segment struct {
	Text, Input Span
	Exact       bool
}

// Source is a text with its source map. The zero Source is an empty text.
type Source struct {
	Text     string
	Encoding Encoding
	segments []Segment // ascending and without gaps in Text; nil: the text is the input
}

// Plain is a Source whose text is the input itself.
func Plain(s string) *Source { return &Source{Text: s} }

// Input maps a span of the text to the span of the input that covers it. It reports false where the text has no place in
// the input. The input span may hold bytes (markup, line breaks) that the text does not.
func (s *Source) Input(sp Span) (Span, bool) {
	if s.segments == nil {
		return sp, sp.Start >= 0 && sp.Start <= sp.End && sp.End <= len(s.Text)
	}
	if sp.Start < 0 || sp.End < sp.Start || sp.End > len(s.Text) || len(s.segments) == 0 {
		return Span{}, false
	}
	first := s.at(sp.Start)
	start := first.Input.Start
	if first.Exact {
		start += sp.Start - first.Text.Start
	}
	if sp.Empty() {
		return Span{start, start}, true
	}
	last := s.at(sp.End - 1)
	end := last.Input.End
	if last.Exact {
		end = last.Input.Start + sp.End - last.Text.Start
	}
	return Span{start, end}, start <= end
}

// Editable maps a span that is to be replaced. It reports false where the words cannot be exchanged without touching
// bytes of the input that are not theirs: markup inside the span, or half of an escape.
func (s *Source) Editable(sp Span) (Span, bool) {
	in, ok := s.Input(sp)
	if !ok || s.segments == nil {
		return in, ok
	}
	if sp.Empty() {
		seg := s.at(sp.Start)
		return in, seg.Exact || sp.Start == seg.Text.Start
	}
	at := in.Start
	for i := s.index(sp.Start); i < len(s.segments) && s.segments[i].Text.Start < sp.End; i++ {
		seg := s.segments[i]
		part := Span{max(seg.Text.Start, sp.Start), min(seg.Text.End, sp.End)}
		if seg.Exact {
			off := seg.Input.Start - seg.Text.Start
			if part.Start+off != at {
				return Span{}, false
			}
			at = part.End + off
			continue
		}
		if part != seg.Text || seg.Input.Start != at {
			return Span{}, false
		}
		at = seg.Input.End
	}
	return in, at == in.End
}

func (s *Source) index(off int) int {
	return max(0, sort.Search(len(s.segments), func(i int) bool { return s.segments[i].Text.Start > off })-1)
}

func (s *Source) at(off int) Segment { return s.segments[s.index(off)] }

// Builder makes a Source piece by piece, in the order of the text.
type Builder struct {
	buf      []byte
	segments []Segment
	Encoding Encoding
}

// Exact appends words that stand in the input at the given offset byte for byte.
func (b *Builder) Exact(words string, at int) {
	if words == "" {
		return
	}
	if n := len(b.segments); n > 0 {
		last := &b.segments[n-1]
		if last.Exact && last.Input.End == at {
			last.Text.End += len(words)
			last.Input.End += len(words)
			b.buf = append(b.buf, words...)
			return
		}
	}
	b.add(words, Span{at, at + len(words)}, true)
}

// Instead appends words that stand for other bytes of the input: an escape, an entity, a folded line break.
func (b *Builder) Instead(words string, in Span) {
	if words != "" {
		b.add(words, in, false)
	}
}

func (b *Builder) add(words string, in Span, exact bool) {
	start := len(b.buf)
	b.buf = append(b.buf, words...)
	b.segments = append(b.segments, Segment{Span{start, len(b.buf)}, in, exact})
}

// Len is the number of bytes of text so far.
func (b *Builder) Len() int { return len(b.buf) }

// Source returns what was built.
func (b *Builder) Source() *Source {
	segs := b.segments
	if segs == nil {
		segs = []Segment{}
	}
	return &Source{Text: string(b.buf), Encoding: b.Encoding, segments: segs}
}

// Slice is the Source of a part of the text, with the same map.
func (s *Source) Slice(sp Span) *Source {
	out := &Source{Text: s.Text[sp.Start:sp.End], Encoding: s.Encoding, segments: []Segment{}}
	if s.segments == nil {
		if !sp.Empty() {
			out.segments = append(out.segments, Segment{Span{0, sp.Len()}, sp, true})
		}
		return out
	}
	for i := s.index(sp.Start); i < len(s.segments) && s.segments[i].Text.Start < sp.End; i++ {
		seg := s.segments[i]
		part := Span{max(seg.Text.Start, sp.Start), min(seg.Text.End, sp.End)}
		if part.Empty() {
			continue
		}
		in := seg.Input
		if seg.Exact {
			off := seg.Input.Start - seg.Text.Start
			in = Span{part.Start + off, part.End + off}
		}
		out.segments = append(out.segments, Segment{Span{part.Start - sp.Start, part.End - sp.Start}, in, seg.Exact})
	}
	return out
}

// Through is s with its input places mapped once more: s was read from the text of in, and the result points at in's input.
// A segment that cannot be mapped exactly becomes one that maps only as a whole.
func (s *Source) Through(in *Source) *Source {
	if in.segments == nil {
		return s
	}
	segs := s.segments
	if segs == nil {
		segs = []Segment{{Span{0, len(s.Text)}, Span{0, len(s.Text)}, true}}
	}
	out := &Source{Text: s.Text, Encoding: s.Encoding, segments: []Segment{}}
	for _, seg := range segs {
		if !seg.Exact {
			if sp, ok := in.Input(seg.Input); ok {
				out.segments = append(out.segments, Segment{seg.Text, sp, false})
			}
			continue
		}
		for i := in.index(seg.Input.Start); i < len(in.segments) && in.segments[i].Text.Start < seg.Input.End; i++ {
			q := in.segments[i]
			part := Span{max(q.Text.Start, seg.Input.Start), min(q.Text.End, seg.Input.End)}
			if part.Empty() {
				continue
			}
			to := q.Input
			if q.Exact {
				to = Span{q.Input.Start + part.Start - q.Text.Start, q.Input.Start + part.End - q.Text.Start}
			}
			off := seg.Text.Start - seg.Input.Start
			out.segments = append(out.segments, Segment{Span{part.Start + off, part.End + off}, to, q.Exact})
		}
	}
	return out
}
