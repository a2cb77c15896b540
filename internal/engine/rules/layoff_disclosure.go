package rules

import (
	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/lex"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var layoffDisclosure = &rule.Rule{
	ID:       "layoff-disclosure",
	Title:    "Explains a layoff",
	Why:      "A layoff says nothing about your work, yet in a summary it takes the place of something that does, and it sounds like a defence.",
	Mend:     "Leave it to the dates of the experience section, and give the words to what you ran there.",
	Group:    rule.Voice,
	Severity: rule.Warning,
	Sources:  []string{"standfirst-rubric", "toms-hardware-layoffs-2026"},
	Run:      runLayoffDisclosure,
}

func runLayoffDisclosure(p *rule.Pass) {
	t := tokens{p}
	sentence := -1
	for n := nextSaying(p, "layoff", 0); n >= 0; n = nextSaying(p, "layoff", n+1) {
		m := &p.Says[n]
		first, last := int(m.First), int(m.Last)
		s := t.Doc.SentenceOf(first)
		if s == sentence {
			continue
		}
		if p.Base.Phrases[m.Row].ID == "layoff-ended" {
			if !t.ownEnd(first, last) {
				continue
			}
		} else if t.ofMachines(first, last) {
			continue
		}
		sentence = s
		first, last = t.tidy(first, last)
		f := p.Report(p.Span(first, last), quoted(t.words(first, last))+" explains a job's end where the reader looks for work.")
		f.Mend = p.Base.Phrases[m.Row].Mend
		if s > 0 && t.toldInPassing(first, last) || p.Base.Phrases[m.Row].Light && s > 0 {
			f.Less(rule.Suggestion)
			f.Mend = "The clause is neutral and may stay; the dates in the experience section say the same in no words."
		}
	}
}

// ofMachines reports whether what was let go, cut or released is a thing or a product's subject and nobody's job.
func (t tokens) ofMachines(first, last int) bool {
	if t.properName(first, last) || t.namesThing(last) {
		return true
	}
	if t.in(first, "given") && t.in(first-1, "was", "were", "is", "been", "i", "and") {
		return true // a task was given
	}
	if t.in(last-1, "closed", "cut", "shut", "folded", "failed") && t.in(last, "the", "a", "an", "two", "three", "every") && !t.in(last+1, "whole", "entire") {
		return true // "my team closed the year"
	}
	from, to := t.sentence(first)
	if t.find(from, to, "i", "me", "my", "myself", "am", "everybody", "everyone") >= 0 {
		return false
	}
	if t.in(last-1, "off") && t.in(first, "laid", "lay", "laying", "lays") && t.factIn(fact.Ownership, from, first) >= 0 {
		return true // a service for people who are laid off
	}
	if _, _, ok := t.term(kb.KindThing, first-1); ok || t.in(first-1, "alerts", "alert", "features", "tickets", "endpoints", "contracts", "servers", "hosts") {
		return true // "a third of the alerts were let go"
	}
	// A bare noun ("severance", "job loss") is a subject of the trade unless a word of time or cause leads it.
	noun := true
	for i := first; i < last; i++ {
		if t.in(i, "was", "were", "been", "got", "lost", "due", "after", "since", "following", "because", "affected", "impacted", "laid", "let", "made", "ran", "closed", "forced", "unemployed", "jobless", "victim", "whose", "out", "between", "furloughed", "downsized", "displaced", "part", "one", "among", "survived", "sadly", "recently", "cut", "eliminated", "dismissed", "benched", "furlough", "retrenched", "notice", "redundant", "released") {
			noun = false
			break
		}
	}
	if noun && !t.in(first-1, "on", "after", "since", "through", "during", "by", "of", "following", "from", "with", "recent") {
		return true
	}
	// Machines: something that is counted or deployed follows at once.
	for k := last; k < last+4; k++ {
		if _, _, ok := t.term(kb.KindThing, k); ok || t.in(k, "instances", "vms", "hosts", "pods", "machines", "by", "carriers", "cpu") {
			if t.find(from, first, "engineer", "developer") < 0 && t.in(first, "after", "following", "downsized") {
				return true
			}
		}
		if t.parts(k) {
			break
		}
	}
	return false
}

// ownEnd reports whether the end of a workplace is told for the writer's own sake: it is the reason of a leave or a search,
// or a person's own and the sentence holds nothing else.
func (t tokens) ownEnd(first, last int) bool {
	from, to := t.sentence(first)
	for i := range t.Facts {
		f := &t.Facts[i]
		if int(f.First) < from || int(f.First) >= to || int(f.First) >= first && int(f.Last) <= last {
			continue
		}
		switch f.Kind {
		case fact.Metric, fact.Outcome:
			return false
		case fact.Ownership:
			if t.find(from, to, "looking", "seeking", "searching", "elsewhere", "unemployed", "available", "lookout", "hunting", "jobless", "unfortunately", "sadly") < 0 {
				return false // a sentence about work
			}
		}
	}
	if t.find(from, to, "looking", "seeking", "seek", "searching", "leave", "elsewhere", "hence", "gap", "unemployed", "free", "available", "freelance", "freelancing", "lookout", "hunting", "jobless", "open",
		"unfortunately", "sadly", "application", "apply", "applying", "resigned", "interviewing", "market", "relocate", "explained", "fault") >= 0 {
		return true
	}
	if last-first == 1 || t.in(first, "wind", "cost", "hiring", "redundancy") {
		// A bare name of the event: somebody's cause, or a subject of the trade.
		if t.in(first-1, "by", "with") && t.in(first-2, "hit", "affected", "impacted", "caught", "struck", "displaced", "freed", "out") {
			return true
		}
		return t.in(first-1, "the", "a", "recent", "my", "our", "to", "after", "by", "of", "company", "mass", "their", "its") && t.find(from, to, "i", "my", "me", "our", "us", "ended", "whose") >= 0 ||
			first <= from+1 && t.find(last-1, min(to, last+4), "survivor", "victim", "in", "at", "of", "due") >= 0
	}
	// A sale or a move is an end only where a job went with it.
	if t.find(first, last, "sold", "acquired", "merged", "moved", "over", "back", "away", "under", "restructured", "reorganised", "reorganized", "extended", "renewed") >= 0 &&
		t.find(from, to, "went", "go", "let", "job", "jobs", "role", "roles", "position", "department", "leave", "left", "not", "never", "me", "mine", "lost", "had") < 0 {
		return false
	}
	// "closed the year", "cut our toil": something else was ended.
	if t.in(last, "the", "a", "an", "two", "three", "all", "every", "one") && !t.in(last-1, "under", "away", "over", "back") {
		return false
	}
	if t.in(last, "time", "rate", "size", "cost", "costs", "latency", "hours", "event", "events") || t.kind(last) == lex.Number && t.kind(last-1) == lex.Word && !t.in(last-1, "in") && !t.is(last-1, lex.HasDigit) && t.in(first, "team", "unit") {
		return false
	}
	return t.find(from, to, "my", "our", "whose", "i", "me", "us", "his", "her", "former", "ex", "previous", "last") >= 0 || first == from || first == from+1 && t.in(from, "the")
}

// toldInPassing reports a neutral clause: a sentence about work, with no excuse in it.
func (t tokens) toldInPassing(first, last int) bool {
	from, to := t.sentence(first)
	if t.find(from, to, "unfortunately", "sadly", "fault", "victim", "gap", "unemployed", "available", "sorry", "looking", "seeking", "jobless") >= 0 {
		return false
	}
	return t.factIn(fact.Ownership, from, to) >= 0 || t.factIn(fact.Metric, from, to) >= 0 || t.factIn(fact.Technology, from, to) >= 0
}
