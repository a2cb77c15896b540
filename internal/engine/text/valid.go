package text

import "unicode/utf8"

// Mapped reports whether s has a source map: otherwise the text is the input itself.
func (s *Source) Mapped() bool { return s.segments != nil }

// Valid is s with every byte that is no UTF-8 replaced by U+FFFD, so that the text a report shows is the text that its
// offsets count. The source map still leads to the bytes of the input. A valid source is returned as it is.
func (s *Source) Valid() *Source {
	if utf8.ValidString(s.Text) {
		return s
	}
	b := Builder{Encoding: s.Encoding}
	for i, r := range s.Text {
		if r != utf8.RuneError {
			n := utf8.RuneLen(r)
			in, ok := s.Editable(Span{i, i + n})
			if ok && in.Len() == n && s.exact(i) {
				b.Exact(s.Text[i:i+n], in.Start)
				continue
			}
			in, _ = s.Input(Span{i, i + n})
			b.Instead(s.Text[i:i+n], in)
			continue
		}
		n := 1
		if _, w := utf8.DecodeRuneInString(s.Text[i:]); w > 1 {
			n = w // the text's own U+FFFD
		}
		in, _ := s.Input(Span{i, i + n})
		b.Instead("\uFFFD", in)
	}
	return b.Source()
}

// exact reports whether the byte at an offset stands in the input as it is.
func (s *Source) exact(off int) bool {
	return s.segments == nil || len(s.segments) > 0 && s.at(off).Exact
}
