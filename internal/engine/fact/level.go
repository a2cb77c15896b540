package fact

import (
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/lex"
)

// LevelReading is the level that the text claims, the level that its facts read as, and the verdict of the two.
type LevelReading struct {
	Claimed kb.Level // from the title, then the years
	ReadsAs kb.Level // from the scope of the facts
	Verdict kb.Level // what the text is judged as
	Years   float64  // total years in the trade, or -1
	Because []int32  // indexes of the facts that decided
}

// level fills r.Level. A title that fixes a level decides; then the total years; then what only a beginner says of herself.
func (r *Reading) level() {
	l := &r.Level
	*l = LevelReading{Years: -1, Because: l.Because[:0]}
	years, bound := r.TotalYears()
	l.Years = years
	own := r.OwnTitle()
	titled, weak := kb.Unknown, false
	if own >= 0 {
		f := &r.Facts[own]
		titled = f.Level
		if _, w := r.titleLevel(int(f.First), int(f.Last)); w {
			weak = true
		}
	}
	switch {
	case titled != kb.Unknown && !weak:
		l.Claimed = titled
		l.Because = append(l.Because, int32(own))
	case years >= 0:
		l.Claimed = levelOfYears(years, bound)
		if own >= 0 {
			l.Because = append(l.Because, int32(own))
		}
	case titled != kb.Unknown:
		l.Claimed = titled
		l.Because = append(l.Because, int32(own))
	default:
		if i := r.otherTitle(own); i >= 0 {
			l.Claimed = r.Facts[i].Level
			l.Because = append(l.Because, int32(i))
		} else if r.beginner() {
			l.Claimed = kb.Entry
		}
	}
	if years >= 0 {
		for i := range r.Facts {
			if f := &r.Facts[i]; f.Kind == Years && f.Scope == Total {
				l.Because = append(l.Because, int32(i))
			}
		}
	}
	var sure bool
	l.ReadsAs, sure = r.readsAs()
	l.Verdict = l.Claimed
	if l.Verdict == kb.Unknown && sure {
		l.Verdict = l.ReadsAs
	}
}

// levelOfYears is the level that years alone give; never staff.
func levelOfYears(years float64, b Bound) kb.Level {
	switch {
	case years >= 6:
		return kb.Senior
	case years > 2, years == 2 && (b == AtLeast || b == Over):
		return kb.Mid
	}
	return kb.Entry
}

// otherTitle is a second title of today that fixes a level, where the leading one does not; -1 where there is none.
func (r *Reading) otherTitle(own int) int {
	if own < 0 {
		return -1
	}
	for i := range r.Facts {
		f := &r.Facts[i]
		if f.Kind == Title && i != own && f.Level >= kb.Mid && !r.pastTitle(f) {
			return i
		}
	}
	return -1
}

// beginner reports what only somebody at the start says: a bootcamp, a coming graduation, internships alone, a former trade,
// years in another career and none in this one.
func (r *Reading) beginner() bool {
	taught := false
	for i := range r.Facts {
		f := &r.Facts[i]
		switch {
		case f.Kind == Years && (f.Scope == Prior || f.Scope == Internship), f.Kind == Title && f.Level == kb.Entry && !r.pastTitle(f):
			return true
		}
	}
	for n := range r.Terms {
		m := &r.Terms[n]
		if m.Kind != kb.KindTitle || r.blocked(m) {
			continue
		}
		row := &r.Base.Titles[m.Row]
		if row.Role != "seniority" || !row.Anchor || row.Level != kb.Entry || r.notTitle(int(m.First)) {
			continue
		}
		if row.Title == "bootcamp" && r.in(int(m.First)-1, "our", "their", "my", "for", "ran", "taught", "the") && !r.in(int(m.First)-2, "completed", "finished", "of", "after", "through") {
			continue
		}
		if r.claimed(int(m.First), Title) || row.Title == "bootcamp" || row.Title == "undergraduate" || row.Title == "self-taught" || row.Title == "entry-level" {
			taught = true
		}
	}
	for n := range r.Says {
		m := &r.Says[n]
		if m.Kind == kb.KindTitle && r.Base.Titles[m.Row].Level == kb.Entry {
			return true
		}
	}
	for i := range r.low {
		switch r.word(i) {
		case "internship", "internships":
			if !r.in(i+1, "program", "programme", "programs") {
				return true
			}
		case "capstone":
			return true
		}
	}
	return taught
}

// readsAs is the level that the scope of the facts speaks of, and whether they show it so plainly that it may stand in for a
// level that the text does not claim.
func (r *Reading) readsAs() (kb.Level, bool) {
	var staff, senior, mid, entry int
	var seen [Kinds]bool
	owned, numbers, oncall := false, 0, false
	for i := range r.Facts {
		f := &r.Facts[i]
		first := !seen[f.Kind]
		seen[f.Kind] = true
		switch f.Kind {
		case Artifact:
			wide := r.manyTeams(f)
			row := artifactRow(r, f)
			switch {
			case f.Level == kb.Staff && (wide || row == nil || row.Judgment):
				staff++
				if wide {
					staff++
				}
			case wide && row != nil && row.Judgment:
				staff += 2
			case row != nil && row.Judgment, f.Level == kb.Senior:
				senior++
			default:
				mid++
			}
		case Pattern:
			if f.Row >= 0 && !r.PatternOf(f).Umbrella && first {
				senior++
			}
		case Tradeoff:
			if first {
				senior++
			}
		case Metric:
			numbers++
			if f.Metric >= 0 && int(f.Metric) < len(r.Metric) {
				m := &r.Metric[f.Metric]
				if m.Percentile > 0 || m.Kind == Throughput {
					senior++
				}
			}
		case Outcome:
			numbers++
			if r.manyTeams(f) {
				staff++
			}
		case Practice:
			if f.Row >= 0 && int(f.Row) < len(r.Base.Practices) {
				switch r.Base.Practices[f.Row].ID {
				case "slo", "error-budget", "post-incident-review", "sli", "capacity-planning", "design-review":
					senior++
				case "incident-command":
					staff++
				case "on-call", "incident-response", "production-support":
					oncall = true
					mid++
				}
			}
		case Ownership:
			if f.Row >= 0 && int(f.Row) < len(r.Base.Verbs) && r.Base.Verbs[f.Row].Family != "weak" {
				owned = true
				if r.Base.Verbs[f.Row].Family == "leadership" && r.manyTeams(f) {
					staff++
				}
			}
		case Education, Project, Contribution:
			if first {
				entry++
			}
		case Years:
			if f.Scope == Internship {
				entry++
			}
		}
	}
	for i := range r.low {
		if beginnerWord(r.word(i)) {
			entry++
			break
		}
	}
	if r.Level.Years >= 3 {
		entry = 0 // a degree or a side project says nothing of a person who has worked for years
	}
	switch {
	case staff >= 3 || staff >= 2 && senior >= 1:
		return kb.Staff, staff >= 3
	case entry > 1 && senior > 1:
		return kb.Mid, false // good work at the start of a career
	case senior >= 3, senior == 2 && numbers > 0 && seen[Pattern] && seen[Tradeoff]:
		return kb.Senior, false
	case oncall && (owned || numbers > 0), owned && numbers > 0 && entry == 0, mid+senior >= 2 && entry == 0:
		return kb.Mid, owned && numbers > 0 && oncall
	case entry > 0 && !owned || entry > 1:
		return kb.Entry, false
	case owned && numbers > 0:
		return kb.Mid, false
	}
	return kb.Unknown, false
}

func beginnerWord(w string) bool {
	switch w {
	case "coursework", "internship", "internships", "bootcamp", "capstone", "student":
		return true
	}
	return false
}

func artifactRow(r *Reading, f *Fact) *kb.Named {
	if f.Row < 0 || int(f.Row) >= len(r.Base.Artifacts) {
		return nil
	}
	return &r.Base.Artifacts[f.Row]
}

// manyTeams reports whether the sentence of a fact speaks of several teams or of the whole organisation.
func (r *Reading) manyTeams(f *Fact) bool {
	s := r.Doc.Sentences[f.Sentence]
	for i := int(s.First); i < int(s.Last); i++ {
		switch r.word(i) {
		case "teams", "squads", "departments", "tribes", "groups":
			for k := max(int(s.First), i-3); k < i; k++ {
				if r.kind(k) == lex.Number || r.numeralAt(k) || r.in(k, "all", "every", "many", "several", "other", "across", "dozens") {
					return true
				}
			}
		case "wide":
			if r.is(i, lex.Hyphen) && r.in(i-1, "org", "organisation", "organization", "company", "group", "engineering", "platform") {
				return true
			}
		case "cross":
			if r.in(i+1, "team", "org", "organisation", "organization") {
				return true
			}
		}
	}
	return false
}
