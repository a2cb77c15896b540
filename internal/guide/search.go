package guide

import (
	"math"
	"sort"
	"strings"
	"sync"
	"unicode"
)

// Found is the result of asking in one's own words.
type Found struct {
	Questions []*Question // best first, at most five
	Sure      bool        // the first one is the question that was asked
}

// Ask finds the questions nearest to one that a person put in their own words: by the words that the two share, each weighed by
// how few questions have it. The same words always find the same questions.
func (g *Guide) Ask(words string) Found {
	if q, ok := g.Question(strings.TrimSpace(strings.ToLower(words))); ok {
		return Found{Questions: []*Question{q}, Sure: true}
	}
	asked := stems(words)
	if len(asked) == 0 {
		return Found{}
	}
	phrasings, answers, share := g.words()
	weight := func(w string) float64 { return math.Log(1 + float64(len(g.Questions))/float64(1+share[w])) }
	total := 0.0
	for w := range asked {
		total += weight(w)
	}
	type hit struct {
		q     *Question
		score float64
	}
	var hits []hit
	for i := range g.Questions {
		best := 0.0
		for _, p := range phrasings[i] {
			both, own := 0.0, 0.0
			for w := range p {
				own += weight(w)
				if asked[w] {
					both += weight(w)
				}
			}
			if own > 0 {
				// Mostly: how much of what was asked is there. A little: how little else is.
				best = max(best, 0.8*both/total+0.2*both/own)
			}
		}
		answer := 0.0
		for w := range asked {
			if answers[i][w] {
				answer += weight(w)
			}
		}
		if score := best + 0.15*answer/total; score > 0.12 {
			hits = append(hits, hit{&g.Questions[i], score})
		}
	}
	sort.SliceStable(hits, func(a, b int) bool { return hits[a].score > hits[b].score })
	var f Found
	for i := 0; i < len(hits) && i < 5; i++ {
		f.Questions = append(f.Questions, hits[i].q)
	}
	if len(hits) > 0 {
		f.Sure = hits[0].score >= 0.6 && (len(hits) == 1 || hits[0].score-hits[1].score >= 0.1)
	}
	return f
}

// words are the stems of every phrasing and answer, and in how many questions each stem stands.
func (g *Guide) words() (phrasings [][]map[string]bool, answers []map[string]bool, share map[string]int) {
	share = map[string]int{}
	for i := range g.Questions {
		q := &g.Questions[i]
		all := map[string]bool{}
		var ps []map[string]bool
		for _, p := range append([]string{q.Question, strings.ReplaceAll(q.ID, "-", " ")}, q.Also...) {
			st := stems(p)
			for w := range st {
				all[w] = true
			}
			ps = append(ps, st)
		}
		for w := range all {
			share[w]++
		}
		phrasings = append(phrasings, ps)
		answers = append(answers, stems(q.Answer))
	}
	return phrasings, answers, share
}

// common words say nothing about which question is meant; what every question is about ("summary", "résumé") is among them.
var common = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`a an and are as at be been but by can do does did for from get give had has have how i if in into is it its like
		me my of on one or our should so some than that the their them then there they this to us use want was we were what when where which
		who why will with would you your about any just make need say says tell put write written good best better backend developer developers
		engineer engineers résumé resume résumés resumes cv summary summaries profile`) {
		m[stem(w)] = true
	}
	return m
})

func stems(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '+' && r != '#'
	}) {
		if w = stem(w); w != "" && !common()[w] {
			out[w] = true
		}
	}
	return out
}

// stem cuts the endings that two ways of asking differ by.
func stem(w string) string {
	if len(w) > 6 && strings.HasSuffix(w, "ing") {
		return strings.TrimSuffix(w, "ing")
	}
	if len(w) > 5 && strings.HasSuffix(w, "ied") {
		return strings.TrimSuffix(w, "ied") + "y"
	}
	if len(w) > 5 && strings.HasSuffix(w, "ed") {
		return strings.TrimSuffix(w, "ed")
	}
	if len(w) > 4 && strings.HasSuffix(w, "ies") {
		return strings.TrimSuffix(w, "ies") + "y"
	}
	if len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "js") {
		w = strings.TrimSuffix(w, "s")
	}
	if len(w) > 4 {
		w = strings.TrimSuffix(w, "e")
	}
	return w
}
