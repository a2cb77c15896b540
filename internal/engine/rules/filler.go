package rules

import (
	"strconv"

	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/lex"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var filler = &rule.Rule{
	ID:       "filler",
	Title:    "Filler",
	Why:      "Every reviewer has read these words on every résumé, so they say nothing about you and hide what does.",
	Mend:     "Put one concrete working habit of your own in their place, or cut them.",
	Group:    rule.Voice,
	Severity: rule.Warning,
	Sources:  []string{"standfirst-rubric", "indeed-backend-resume"},
	Run:      runFiller,
}

// mostFindings is how often a text is told of the same weakness of voice; the rest is counted in the last finding.
const mostFindings = 3

// mostMild is how many of them may be mild ones, and only where little else is wrong.
const mostMild = 2

func runFiller(p *rule.Pass) {
	runVoice(p, "filler", " could stand on anyone's résumé.", "soft-skill", "apology", "ai-tool")
}

// runVoice reports the sayings of one kind that are meant of the writer: neighbours as one finding, a few findings a text. A
// saying that a more exact kind covers as well is left to it.
func runVoice(p *rule.Pass, kind, says string, exacter ...string) {
	if nextSaying(p, kind, 0) < 0 {
		return
	}
	var strong, mild, more int
	t := tokens{p}
	begun := len(p.Findings)
	wish := t.wishSpans()
	n := 0
	for r, ok := t.nextRun(kind, exacter, &wish, &n); ok; r, ok = t.nextRun(kind, exacter, &wish, &n) {
		if !r.light {
			strong++
		}
	}
	n = 0
	for r, ok := t.nextRun(kind, exacter, &wish, &n); ok; r, ok = t.nextRun(kind, exacter, &wish, &n) {
		switch {
		case r.light && (strong >= 2 || mild >= mostMild):
		case len(p.Findings)-begun >= mostFindings:
			more++
		default:
			if r.light {
				mild++
			}
			reportVoice(p, r, says)
		}
	}
	ease(p)
	if more > 0 {
		f := &p.Findings[len(p.Findings)-1]
		f.Message += " The text has " + strconv.Itoa(more) + " more of the sort."
	}
}

// nextRun is the next run of sayings of one kind, from the n-th of Says on, that is meant of the writer and is not left to an
// exacter kind or to the rules of opening and closing.
func (t tokens) nextRun(kind string, exacter []string, wish *[2]stretch, n *int) (r run, ok bool) {
	for i := nextSaying(t.Pass, kind, *n); i >= 0; i = nextSaying(t.Pass, kind, i+1) {
		m := &t.Says[i]
		row := &t.Base.Phrases[m.Row]
		first, last := int(m.First), int(m.Last)
		if wish[0].holds(first, last) || kind != "filler" && wish[1].holds(first, last) || !t.aboutSelf(first, last) || longerElsewhere(t.Pass, i, exacter) {
			continue
		}
		switch {
		case !ok && t.is(first, lex.Hyphen): // half of a compound: "check-out in 15 ms"
		case !ok:
			r, ok = run{first, last, row.Light, row}, true
		case !r.extend(t, m, row):
			*n = i
			return r, true
		}
	}
	*n = len(t.Says)
	return r, ok
}

// stretch is a run of tokens.
type stretch struct{ first, last int }

func (s stretch) holds(first, last int) bool {
	return s.first <= first && last <= s.last && s.last > s.first
}

var jobWords = [...]string{"role", "position", "job", "opportunity", "opportunities", "company", "organisation", "organization", "team", "employer", "firm", "career", "internship"}

// wishSpans are the tokens that the rules of opening and closing speak of: a wish in front, an empty closing.
func (t tokens) wishSpans() (out [2]stretch) {
	if len(t.Doc.Sentences) == 0 {
		return out
	}
	first, last := t.sentence(0)
	if begin, end := t.wishOpens(first, last); begin >= 0 {
		if t.find(begin, end, jobWords[:]...) >= 0 {
			out[0] = stretch{begin, end}
		}
	} else if begin, end := t.objectiveSaid(first, last); begin >= 0 {
		out[0] = stretch{begin, end}
	}
	for i := range t.Facts {
		if f := &t.Facts[i]; f.Kind == fact.Closing && saidIn(t.Pass, "vague-closing", int(f.First), int(f.Last)) {
			out[1] = stretch{int(f.First), int(f.Last)}
		}
	}
	return out
}

func reportVoice(p *rule.Pass, r run, says string) {
	t := tokens{p}
	first, last := t.tidy(r.first, r.last)
	sp := p.Span(first, last)
	f := p.Report(sp, quoted(t.words(first, last))+says)
	f.Mend = r.row.Mend
	if r.light {
		f.Less(rule.Suggestion)
	}
	if r.row.SafeCut && r.light && r.last-r.first == 1 && t.cuttable(r.first) {
		f.Cut(p, "Cut “"+t.words(r.first, r.last)+"”", sp)
	}
}

// cuttable reports whether one word can go and leave a sound sentence: not the first, none that a mark or "and" hangs on.
func (t tokens) cuttable(i int) bool {
	from, to := t.sentence(i)
	if i <= from || i+1 >= to || !t.is(i, wordStart) || !t.is(i+1, wordStart) {
		return false
	}
	return t.sym(i-1) == 0 && t.sym(i+1) == 0 && !t.in(i-1, "a", "an", "not", "and", "or", "but", "so", "how", "too", "as") && !t.in(i+1, "and", "or", "but", "because", "when", "if", "a", "an")
}

// longerElsewhere reports whether a phrase of an exacter kind covers the same words at least as widely as saying n.
func longerElsewhere(p *rule.Pass, n int, kinds []string) bool {
	m := &p.Says[n]
	t := tokens{p}
	for _, k := range kinds {
		for o := nextSaying(p, k, 0); o >= 0; o = nextSaying(p, k, o+1) {
			x := &p.Says[o]
			if x.First < m.Last && m.First < x.Last && x.Last-x.First >= m.Last-m.First && t.aboutSelf(int(x.First), int(x.Last)) && (!p.Base.Phrases[x.Row].Light || p.Base.Phrases[m.Row].Light) {
				return true
			}
		}
	}
	return false
}
