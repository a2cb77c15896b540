package fact

import (
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/lex"
)

// closing reads the Closing fact: the sentence or clause near the end that says what the writer wants next. A text that has
// said nothing before it opens with an objective, and has no closing.
func (r *Reading) closing() {
	n := len(r.Doc.Sentences)
	if n == 0 {
		return
	}
	for s := n - 1; s >= 0 && s >= n-3; s-- {
		first, last := int(r.Doc.Sentences[s].First), int(r.Doc.Sentences[s].Last)
		// In the last two sentences, or in the last third.
		if s < n-2 && first*3 < len(r.low)*2 {
			break
		}
		for i := first; i < last; i++ {
			if i > first && !r.breaks(i-1) {
				continue
			}
			if !r.wants(i) || !r.saidBefore(i) {
				continue
			}
			end := last
			for k := i; k < last; k++ {
				if r.sym(k) == ';' && k > i+3 {
					end = k
					break
				}
			}
			if r.kind(end-1) == lex.Punct && end-1 > i && (r.sym(end-1) == '.' || r.sym(end-1) == '!') {
				end--
			}
			r.add(Closing, i, end)
			return
		}
	}
}

// breaks reports whether a clause may begin after token i.
func (r *Reading) breaks(i int) bool {
	switch r.sym(i) {
	case ';', '—', '.', ':', '•', ',', '(', '!', '?', '…':
		return true
	}
	return r.in(i, "and", "now", "currently", "but")
}

// saidBefore reports whether the text has content before token i: a fact or at least a handful of words.
func (r *Reading) saidBefore(i int) bool {
	if i < 6 {
		for k := range r.Facts {
			if int(r.Facts[k].Last) <= i && (r.Facts[k].Kind == Years || r.Facts[k].Kind == Metric || r.Facts[k].Kind == Title && i > 2) {
				return true
			}
		}
		return false
	}
	return true
}

// wants reports whether the clause that starts at token i says what is wanted next.
func (r *Reading) wants(i int) bool {
	if r.in(i, "now", "currently", "also", "actively") {
		i++
	}
	if r.in(i, "i", "he", "she", "they") {
		i++
		if r.kind(i) == lex.Clitic || r.in(i, "am", "is", "are", "would", "will", "'d", "’d", "m", "'m", "’m") {
			i++
		}
		if r.in(i, "now", "currently", "also", "actively", "really", "still") {
			i++
		}
		switch {
		case r.in(i, "want", "wants", "hope", "hopes", "seek", "seeks", "like", "love", "enjoy", "prefer", "aim", "aims", "wish", "plan", "plans"):
			return r.in(i+1, "to", "a", "an", "my", "the", "work", "roles", "teams", "more", "for", "that") && (!r.in(i, "like", "love", "enjoy", "prefer") || r.conditional(i))
		case r.in(i, "next"):
			return true
		}
	}
	if r.in(i, "im") {
		i++
	}
	switch {
	case r.in(i, "looking", "searching"):
		return r.in(i+1, "for", "to", "forward") && !r.in(i+1, "forward") || r.in(i+1, "next", "now") && r.in(i+2, "for")
	case r.in(i, "seeking", "wanting"):
		return true
	case r.in(i, "want", "wants", "hope", "hopes", "aim", "aiming"):
		return r.in(i+1, "to", "a", "an", "the", "my", "for", "at")
	case r.in(i, "hoping", "eager", "keen", "ready", "excited", "happy", "aspiring", "planning", "motivated"):
		return r.in(i+1, "to", "for")
	case r.in(i, "open"):
		return r.in(i+1, "to", "for")
	case r.in(i, "available"):
		return r.in(i+1, "for", "from", "to", "immediately", "in", "now", "remotely")
	case r.in(i, "interested"):
		return r.in(i+1, "in", "by")
	case r.in(i, "next"):
		if r.in(i+1, "step", "role", "up", "goal", "stop", "move", "chapter", "challenge", "job") {
			return true
		}
		return r.sym(i+1) == ',' || r.sym(i+1) == ':' || r.sym(i+1) == '—' || r.in(i+1, "i")
	case r.in(i, "my"):
		return r.in(i+1, "next", "goal", "aim", "ambition", "objective") || r.in(i+1, "current", "personal", "career", "long") && r.in(i+2, "goal", "objective", "personal", "aim") || r.in(i+1, "ideal")
	case r.in(i, "goal", "objective", "target"):
		return r.sym(i+1) == ':' || r.in(i+1, "is")
	case r.in(i, "applying", "targeting", "pursuing"):
		return r.in(i+1, "for", "a", "an", "roles", "senior", "staff", "backend", "positions")
	case r.in(i, "would", "'d", "d"):
		return r.in(i+1, "like", "love") && r.in(i+2, "to", "a", "an", "my", "the")
	case r.in(i, "ideally"):
		return true
	}
	for n := range r.Says {
		m := &r.Says[n]
		if m.Kind == kb.KindPhrase && int(m.First) == i {
			if k := r.Base.Phrases[m.Row].Kind; k == "objective" || k == "vague-closing" {
				return true
			}
		}
	}
	return false
}

// conditional reports whether "would" stands right before token i: "I like Go" is no wish, "I'd like" is.
func (r *Reading) conditional(i int) bool {
	return r.in(i-1, "would", "'d", "’d") || r.kind(i-1) == lex.Clitic && len(r.w(i-1)) > 0 && r.w(i - 1)[len(r.w(i-1))-1]|0x20 == 'd'
}
