package rules

import (
	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var wrongTier = &rule.Rule{
	ID:       "wrong-tier",
	Title:    "Vocabulary of another level",
	Why:      "Words of another tier are the commonest sign that a summary was written for someone else.",
	Mend:     "Use the vocabulary of your level: what you shipped, what you own, what others build on.",
	Group:    rule.Tier,
	Severity: rule.Warning,
	Levels:   []kb.Level{kb.Entry, kb.Mid, kb.Senior, kb.Staff},
	Run:      runWrongTier,
}

func runWrongTier(p *rule.Pass) {
	sentence := -1
	for n := range p.Says {
		m := &p.Says[n]
		if m.Kind != kb.KindLevel {
			continue
		}
		v := &p.Base.Vocab[m.Row]
		s := p.Doc.SentenceOf(int(m.First))
		if !atLevel(v, p.Level.Verdict) || s == sentence || inWish(p, int(m.First)) || borneOut(p, v, s) || outweighed(p, v) || smallScope(p, v, m) {
			continue
		}
		sentence = s
		sp := p.Span(int(m.First), int(m.Last))
		f := p.Report(sp, "“"+p.Doc.Text[sp.Start:sp.End]+"” reads as "+v.ReadsAs.String()+" level; the rest says "+p.Level.Verdict.String()+".")
		f.Mend = v.Mend
		if p.Level.Verdict >= kb.Mid && (saidIn(p, "filler", int(m.First), int(m.Last)) || saidIn(p, "weak-ownership", int(m.First), int(m.Last))) {
			f.Less(rule.Suggestion) // the words have their warning already
			continue
		}
		return // the level of a text is told once
	}
	if sentence < 0 && p.Level.Verdict == kb.Staff {
		featureWorkOnly(p)
	}
}

func atLevel(v *kb.LevelVocab, l kb.Level) bool {
	for _, x := range v.WrongAt {
		if x == l {
			return true
		}
	}
	return false
}

// borneOut reports whether a fact that the row allows for stands in the sentence.
func borneOut(p *rule.Pass, v *kb.LevelVocab, sentence int) bool {
	for i := range p.Facts {
		f := &p.Facts[i]
		if int(f.Sentence) != sentence {
			continue
		}
		for _, k := range v.Unless {
			if f.Kind.String() == k {
				return true
			}
		}
	}
	return false
}

// outweighed reports plain words of craft ("comfortable in", "fix bugs") in a text that shows the work of its level: they are
// wrong where they stand alone.
func outweighed(p *rule.Pass, v *kb.LevelVocab) bool {
	if v.ReadsAs >= p.Level.Verdict {
		return false
	}
	switch v.ID {
	case "comfort-words", "learner-words", "ticket-work", "feature-shipping", "bug-fixing", "standard-practice", "language-basics", "single-service", "member-words", "course-project":
	default:
		return false
	}
	weight := 0
	for i := range p.Facts {
		switch f := &p.Facts[i]; f.Kind {
		case fact.Metric:
			// Of a staff engineer, teams and money count; of a senior, what the system does.
			switch k := p.Metric[f.Metric].Kind; {
			case (k == fact.Latency || k == fact.Uptime) && p.Level.Verdict != kb.Staff:
				weight += 3 // the number that a senior is asked for
			case k == fact.Cost || k < fact.PercentChange && p.Level.Verdict != kb.Staff:
				weight += 2
			case k == fact.Scale || k == fact.Adoption:
				weight += 2
			case k < fact.Other && p.Level.Verdict != kb.Staff:
				weight++
			}
		case fact.Artifact, fact.Tradeoff:
			weight += 2
		case fact.Outcome, fact.Practice, fact.Pattern:
			if p.Level.Verdict != kb.Staff {
				weight++
			}
		}
	}
	if p.Level.Verdict == kb.Staff {
		return weight >= 2
	}
	return weight >= 3 || weight >= 1 && v.ReadsAs != kb.Entry
}

// smallScope reports scope that is told with a number too small to be borrowed: "used by 3 teams" of what a newcomer wrote.
func smallScope(p *rule.Pass, v *kb.LevelVocab, m *kb.Match) bool {
	switch v.ID {
	case "adopted-by-teams", "n-teams", "led-the-team", "mentored-many":
	default:
		return false
	}
	t := tokens{p}
	for i := int(m.First); i < int(m.Last); i++ {
		if t.in(i, "1", "2", "3", "two", "three", "one", "other") {
			from, to := t.sentence(i)
			// Seniors are led and advised by nobody's junior, in however small a number.
			return t.find(from, to, "senior", "seniors", "staff", "lead", "leads", "principal", "architects", "reports", "strategy", "standards", "direction") < 0 && v.ID != "led-the-team" || v.ID == "adopted-by-teams"
		}
	}
	return false
}

// featureWorkOnly reports a staff title over a text that shows no scope: no artifact, decision, organisation, number or lead.
func featureWorkOnly(p *rule.Pass) {
	i := p.OwnTitle()
	if i < 0 || p.Facts[i].Level != kb.Staff || p.Doc.Words < 14 {
		return
	}
	for k := range p.Facts {
		switch f := &p.Facts[k]; f.Kind {
		case fact.Artifact, fact.Tradeoff, fact.Metric, fact.Outcome, fact.Pattern:
			return
		case fact.Org:
			if f.Size > 0 {
				return
			}
		}
	}
	p.ReportFact(i, "“"+p.Text(&p.Facts[i])+"” stands over work that shows no scope: no artifact, decision or number.").Ask("Show the scope",
		"What of yours do other teams use?", "Which decision was yours, and what did it change?")
}
