package rules

import (
	"strconv"

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
	var strong, mild int
	eachRun(p, kind, exacter, func(r *run) {
		if !r.light {
			strong++
		}
	})
	begun, more := len(p.Findings), 0
	eachRun(p, kind, exacter, func(r *run) {
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
	})
	if more > 0 {
		f := &p.Findings[len(p.Findings)-1]
		f.Message += " The text has " + strconv.Itoa(more) + " more of the sort."
	}
}

// eachRun gives every run of sayings of one kind that is meant of the writer and is not left to an exacter kind.
func eachRun(p *rule.Pass, kind string, exacter []string, f func(*run)) {
	t := tokens{p}
	var r run
	for n := nextSaying(p, kind, 0); n >= 0; n = nextSaying(p, kind, n+1) {
		m := &p.Says[n]
		row := &p.Base.Phrases[m.Row]
		first, last := int(m.First), int(m.Last)
		if !t.aboutSelf(first, last) || longerElsewhere(p, n, exacter) || r.row != nil && r.extend(t, m, row) {
			continue
		}
		if r.row != nil {
			f(&r)
		}
		r = run{first, last, row.Light, row}
	}
	if r.row != nil {
		f(&r)
	}
}

func reportVoice(p *rule.Pass, r *run, says string) {
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
