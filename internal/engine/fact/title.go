package fact

import (
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/lex"
)

// titles reads Title facts: "[seniority]* [field or technology]* head [level]". A title is found at its head and grown to the
// left. What names somebody else ("mentored a junior developer"), a wish or a certificate is none.
func (r *Reading) titles() {
	for n := range r.Says {
		m := &r.Says[n]
		if m.Kind == kb.KindTitle && r.Base.Titles[m.Row].Title == "college year" && r.free(int(m.First)) && r.own(int(m.First)) {
			r.addTitle(int(m.First), int(m.Last)).Level = kb.Entry
		}
	}
	for n := range r.Terms {
		m := &r.Terms[n]
		if m.Kind != kb.KindTitle || r.blocked(m) {
			continue
		}
		row := &r.Base.Titles[m.Row]
		switch row.Role {
		case "title", "head":
			r.titleAt(m, row)
		case "seniority":
			if row.Title == "head" && r.in(int(m.Last)-1, "of") || row.Anchor && r.names(int(m.Last)-1) {
				r.lonelyTitle(m, row)
			}
		}
	}
	for i := range r.low {
		if r.flat[i] == "chair" && r.in(i+1, "of") && r.free(i) && r.own(i) {
			r.addTitle(i, i+1).Level = kb.Staff
		}
	}
}

// in reports whether token i is one of the words, in any casing.
func (r *Reading) in(i int, words ...string) bool {
	s := r.word(i)
	if s == "" {
		return false
	}
	for _, w := range words {
		if w == s {
			return true
		}
	}
	return false
}

// ing reports whether token i is a verb in -ing, by its ending.
func (r *Reading) ing(i int) bool {
	s := r.w(i)
	return r.kind(i) == lex.Word && len(s) > 5 && (s[len(s)-3:] == "ing" || s[len(s)-3:] == "ING")
}

// names reports whether token i is a noun for a person who learns the trade.
func (r *Reading) names(i int) bool {
	return r.in(i, "student", "graduate", "grad", "intern", "trainee", "apprentice", "undergraduate", "undergrad", "fresher", "beginner",
		"sophomore", "freshman", "taught", "changer", "switcher")
}

// learner reports whether a row is a head that says entry by itself.
func learner(row *kb.Title) bool {
	switch row.Title {
	case "student", "graduate", "intern", "undergraduate", "trainee", "apprentice":
		return true
	}
	return false
}

// titleAt adds the title that ends on the head or whole title m.
func (r *Reading) titleAt(m *kb.Match, row *kb.Title) {
	head, last := int(m.First), int(m.Last)
	of := r.in(head+1, "of") // "head of platform"
	if !r.free(head) && !r.claimed(head, Technology) || r.notTitle(last-1) && !of {
		return
	}
	first, parts := r.growTitle(head, true)
	whole := row.Role == "title" || row.Alone
	if !whole && parts == 0 {
		return
	}
	if !r.own(first) {
		if first, parts = r.growTitle(head, false); !whole && parts == 0 || !r.own(first) {
			return
		}
	}
	if row.Role == "head" && parts == 0 && !r.bareHead(head, last) {
		return
	}
	// "developer intern", "engineer trainee": the second noun is the head.
	for {
		next, ok := r.term(kb.KindTitle, last)
		if !ok || !r.is(last, lex.Space) || r.is(last, lex.LineStart) || r.blocked(&next) {
			break
		}
		t := &r.Base.Titles[next.Row]
		if t.Role != "title" && t.Role != "head" || r.notTitle(int(next.Last)-1) {
			break
		}
		last = int(next.Last)
	}
	if of && r.in(last, "engineering", "development", "architecture") {
		last++
	}
	if r.modifies(last) {
		return
	}
	last = r.suffixed(last)
	f := r.addTitle(first, last)
	f.Level, _ = r.titleLevel(first, last)
	if f.Level < kb.Staff {
		if l := r.gradeNear(last); l > f.Level {
			f.Level = l
		}
	}
}

// lonelyTitle adds a title that has no head: "head of platform", "computer science graduate", "final-year student".
func (r *Reading) lonelyTitle(m *kb.Match, row *kb.Title) {
	first, last := int(m.First), int(m.Last)
	if !r.free(first) || r.notTitle(last-1) {
		return
	}
	if row.Title == "head" {
		if !r.own(first) {
			return
		}
		for k := last; k < last+4; k++ {
			t, ok := r.term(kb.KindTitle, k)
			if !ok || r.Base.Titles[t.Row].Role != "field" {
				break
			}
			last = int(t.Last)
			k = last - 1
		}
		if last > int(m.Last) {
			// A field follows.
		} else if r.kind(last) == lex.Word && r.in(last, "engineering", "development", "technology", "product", "r&d", "architecture") {
			last++
		} else {
			last-- // "director of an organisation": the title ends before "of"
		}
		r.addTitle(first, last).Level = row.Level
		return
	}
	// A head after it takes it in.
	if t, ok := r.term(kb.KindTitle, last); ok && r.is(last, lex.Space) && r.Base.Titles[t.Row].Role != "seniority" && !r.in(last-1, "changer", "switcher") {
		return
	}
	grown, _ := r.growTitle(first, false)
	if r.in(grown-1, "from", "to") || !r.own(grown) || r.modifies(last) {
		return
	}
	f := r.addTitle(grown, last)
	f.Level, _ = r.titleLevel(grown, last)
}

func (r *Reading) addTitle(first, last int) *Fact {
	for first < last-1 { // "experienced" is praise and no part of the title
		t, ok := r.term(kb.KindTitle, first)
		if !ok || r.Base.Titles[t.Row].Title != "professional" || int(t.Last) >= last || r.Base.Titles[t.Row].Role != "field" {
			break
		}
		first = int(t.Last)
	}
	for i := first; i < last; i++ {
		if r.free(i) {
			r.claim(i, i+1, Title)
		}
	}
	return r.add(Title, first, last)
}

// growTitle extends a title from its head to the left over seniority, fields and technologies, with list marks between them
// when lists is set. It returns where the title starts and how many parts stand before the head.
func (r *Reading) growTitle(head int, lists bool) (first, parts int) {
	first = head
	for first > 0 && !r.is(first, lex.ParaStart) {
		k := first
		if r.is(k, lex.LineStart) && r.sym(k-1) == '.' {
			break
		}
		mark := false
		switch r.sym(k - 1) {
		case '/', '&', '+':
			k, mark = k-1, true
		case ',':
			if !lists {
				return first, parts
			}
			k, mark = k-1, true
		}
		if r.in(k-1, "and") && !mark {
			k, mark = k-1, true
		}
		start, role := r.partBefore(k)
		switch {
		case start < 0:
			if mark {
				return first, parts
			}
			// One word that no row has may stand between a seniority and the head: "senior lending engineer".
			s, seniority := r.partBefore(k - 1)
			if s < 0 || seniority != "seniority" || r.kind(k-1) != lex.Word || parts > 0 || r.preposition(k-1) || r.in(k-1, "and", "or", "the", "a", "an", "who", "as") {
				return first, parts
			}
			first, parts = s, parts+1
		case mark && r.sym(k) == ',' && !r.claimed(start, Technology):
			return first, parts
		case mark && role == "seniority" && r.sym(k) != '/' && r.sym(k) != '&':
			return first, parts
		default:
			first, parts = start, parts+1
		}
	}
	return first, parts
}

// partBefore finds the seniority, field or technology that ends right before token k; its start is -1 where there is none.
func (r *Reading) partBefore(k int) (int, string) {
	if k <= 0 {
		return -1, ""
	}
	for i := k - 1; i >= max(0, k-5); i-- {
		if t, ok := r.term(kb.KindTitle, i); ok && int(t.Last) == k {
			row := &r.Base.Titles[t.Row]
			switch row.Role {
			case "field":
				return i, "field"
			case "seniority":
				if row.Where != "after" && !r.blocked(&t) && row.Title != "bootcamp" && row.Title != "former trade" {
					return i, "seniority"
				}
			case "head":
				if row.Title == "lead" || row.Title == "graduate" || row.Title == "student" || row.Title == "intern" {
					return i, "seniority"
				}
			case "title":
				if row.Level != kb.Unknown && row.Role == "title" && (r.in(k-1, "lead") || r.in(k-1, "trainee")) {
					return i, "seniority"
				}
			}
			break
		}
	}
	if r.claimed(k-1, Technology) {
		i := k - 1
		for f := len(r.Facts) - 1; f >= 0; f-- {
			if r.Facts[f].Kind == Technology && int(r.Facts[f].First) <= i && i < int(r.Facts[f].Last) {
				if r.Facts[f].Use != Current {
					return -1, ""
				}
				return int(r.Facts[f].First), "technology"
			}
		}
	}
	if r.in(k-1, "focused", "oriented", "heavy", "leaning", "minded") && r.is(k-1, lex.Hyphen) {
		return r.partBefore(k - 1)
	}
	return -1, ""
}

// notTitle reports whether a saying that only looks like a title covers token i.
func (r *Reading) notTitle(i int) bool {
	for n := range r.Says {
		m := &r.Says[n]
		if m.Kind == kb.KindNotTitle && int(m.First) <= i && i < int(m.Last) {
			return true
		}
	}
	return false
}

// own reports whether a title that starts at token i is the writer's own, now or once.
func (r *Reading) own(i int) bool {
	from, _ := r.sentence(i)
	if r.wish(from, i) {
		return false
	}
	for k, steps := i-1, 0; k >= from && steps < 5; k, steps = k-1, steps+1 {
		if r.kind(k) == lex.Punct {
			return r.sym(k) != '$' && r.sym(k) != '#' && r.sym(k) != '@'
		}
		switch {
		case r.kind(k) == lex.Clitic:
			return !r.in(k, "'s") || r.in(k-1, "he", "she", "it")
		case r.claimed(k, Title), r.in(k, "as", "am", "is", "was", "became", "been", "being", "be", "and", "or", "currently", "now", "then", "former", "formerly",
			"previously", "ex", "current", "plus", "also", "turned", "today", "m", "im", "i'am"):
			if r.in(k, "as") && r.in(k-1, "well") {
				return r.titleBefore(k)
			}
			return !(r.in(k, "is") && r.in(k-1, "goal", "aim", "dream", "ambition"))
		case r.in(k, "to"):
			return r.risen(from, k)
		case r.in(k, "of"):
			return r.in(k-1, "role", "position", "title", "years", "experience", "year", "capacity", "post", "type", "kind")
		case r.in(k, "from"):
			return r.later(k, "to") && r.risen(from, k+1)
		case r.in(k, "every", "each", "any", "another", "other", "our", "their", "your", "his", "her", "my", "per", "than", "like", "between", "via",
			"under", "alongside", "against", "who", "that", "what", "how", "i", "we", "they", "you", "with", "for", "by", "will", "would", "could", "can", "fellow",
			"mentor", "mentored", "mentoring", "mentors", "coach", "coached", "coaching", "train", "trained", "training", "hire", "hired", "hiring", "manage",
			"managed", "managing", "support", "supported", "supporting", "help", "helped", "helping", "assist", "assisted", "assisting", "guide", "guided",
			"onboard", "onboarded", "onboarding", "interview", "interviewed", "taught", "teach", "teaching", "reporting", "shadowed", "replaced", "gave", "give",
			"let", "lets", "letting", "asked", "made", "makes", "across", "among", "become", "becoming"):
			return false
		case r.kind(k) == lex.Number:
			return r.is(k, lex.Space) && steps > 0 || r.w(k-1) != "" && r.claimed(k, Technology)
		case (r.preposition(k) || r.in(k, "through")) && steps > 1:
			return true
		}
	}
	return true
}

// risen reports whether "promoted", "grew from" or an opening "From" before token k tells of the writer's own way.
func (r *Reading) risen(from, k int) bool {
	return r.in(from, "from") || r.back(from, k, "promoted", "rose", "risen", "grew", "grown", "growing", "advanced", "progressed", "went", "climbed", "moved")
}

// later reports whether one of the words follows token i within the sentence.
func (r *Reading) later(i int, words ...string) bool {
	_, to := r.sentence(i)
	for k := i + 1; k < min(to, i+14); k++ {
		if r.in(k, words...) {
			return true
		}
	}
	return false
}

// wish reports whether a word of wanting stands in [from, i): what follows it is not yet so.
func (r *Reading) wish(from, i int) bool {
	for k := from; k < i; k++ {
		switch r.word(k) {
		case "seeking", "seek", "seeks", "want", "wants", "hoping", "hope", "hopes", "aspire", "aspires", "aspiring", "looking", "eager", "keen",
			"wish", "applying", "pursuing", "interested", "ambition", "goal", "dream", "aim", "aiming":
			if r.in(k+1, "to", "for", "in", "a", "an", "the", "my", "is", "at", "of", "roles", "opportunities", "full", "new", "challenging", "position", "positions") {
				return true
			}
		case "open":
			if r.in(k+1, "to") {
				return true
			}
		case "become", "becoming", "evolve", "objective":
			return true
		case "next":
			if k == from && r.kind(k+1) == lex.Punct {
				return true
			}
		}
	}
	return false
}

// bareHead reports whether a bare head is a noun: a verb would take an object ("engineer systems that last").
func (r *Reading) bareHead(head, last int) bool {
	if r.is(head, lex.Hyphen) || r.is(last, lex.Hyphen) {
		return false
	}
	if r.kind(last) != lex.Word || r.preposition(last) || r.ing(last) || last >= len(r.low) || r.is(last, lex.ParaStart) {
		return true
	}
	if r.in(head-1, "engineering", "mechanical", "civil", "chemical", "structural", "sales", "sound", "audio", "flight", "marine", "biomedical", "aerospace", "mining", "petroleum",
		"industrial", "process", "electrical", "combat", "nuclear", "property", "landscape", "interior", "naval", "building") {
		return false
	}
	return r.in(last, "and", "who", "turned", "focused", "specialized", "specialised", "based", "experienced", "skilled", "having", "i", "ii", "iii", "iv", "passionate",
		"responsible", "now", "currently", "then", "by", "proficient", "working", "looking", "seeking", "using", "or", "student", "intern", "experience", "since", "that", "not", "first", "driven",
		"fascinated", "interested", "trained", "dedicated", "fluent", "comfortable", "versed", "committed", "known", "obsessed", "eager", "whose", "but", "role", "position", "owning")
}

// modifies reports whether the word at token i makes the title before it a modifier: "engineer onboarding".
func (r *Reading) modifies(i int) bool {
	if r.kind(i) == lex.Clitic && r.in(i, "'s", "’s") {
		return true
	}
	if r.sym(i) == '\'' && !r.is(i, lex.Space) {
		return true
	}
	if r.is(i, lex.Hyphen) {
		return !r.in(i, "turned", "equivalent", "level", "in", "at", "cum")
	}
	return r.is(i, lex.Space) && !r.is(i, lex.LineStart) && r.in(i, "team", "teams", "hiring", "hire", "hires", "interviews", "interview", "candidates", "productivity", "onboarding", "satisfaction",
		"tooling", "tools", "portal", "portals", "workflow", "workflows", "hours", "effort", "time", "salary", "headcount", "community", "communities", "documentation", "docs",
		"happiness", "velocity", "friendly", "facing", "laptops", "machines", "certification", "certificate", "exam", "environment", "environments", "platform", "experience platform",
		"loans", "records", "accounts", "housing", "projects", "data", "feedback", "group", "groups", "guild", "meetup", "meetups", "survey", "roles", "jobs", "pairs", "offsite")
}

// suffixed takes in the level after a head: "II", "(L5)".
func (r *Reading) suffixed(last int) int {
	k, open := last, false
	if r.sym(k) == '(' {
		k, open = k+1, true
	} else if r.sym(k) == ',' && r.in(k+1, "staff", "senior") && r.clauseEnd(k+2) {
		return k + 2
	}
	m, ok := r.term(kb.KindTitle, k)
	if !ok || r.blocked(&m) {
		return last
	}
	row := &r.Base.Titles[m.Row]
	if row.Role != "seniority" || row.Where == "before" || row.Where == "" && !open || row.Where == "either" && !open && !r.grade(row) {
		return last
	}
	end := int(m.Last)
	if open {
		if r.sym(end) != ')' {
			return last
		}
		return end + 1
	}
	if row.Where == "after" {
		// A figure counts only where nothing is counted, "I" only where it is no pronoun.
		if r.kind(k) == lex.Number && !r.ends(end) || r.w(k) == "i" && !(r.is(k, lex.Capital) && r.ends(end)) {
			return last
		}
		if !r.is(k, lex.Space) {
			return last
		}
	}
	return end
}

func (r *Reading) ends(i int) bool {
	return i >= len(r.low) || r.kind(i) == lex.Punct && r.sym(i) != '%' && r.sym(i) != '+' || r.is(i, lex.LineStart) || r.in(i, "at", "with", "in", "on", "and", "for", "since", "who", "from")
}

// grade reports whether a row is a company's grade ("L5") and no word.
func (r *Reading) grade(row *kb.Title) bool {
	return len(row.Title) == 2 && (row.Title[0] == 'L' || row.Title[0] == 'l') && row.Title[1]-'0' < 10
}

// gradeNear is the level of a grade soon after a title: "backend engineer at L7-equivalent".
func (r *Reading) gradeNear(i int) kb.Level {
	_, to := r.sentence(max(0, i-1))
	for k := i; k < min(to, i+10); k++ {
		if m, ok := r.term(kb.KindTitle, k); ok && !r.blocked(&m) {
			if row := &r.Base.Titles[m.Row]; row.Role == "seniority" && r.grade(row) && (r.in(k-1, "at", "an", "a", "level") || r.sym(k-1) == '(' || r.sym(k-1) == ',') {
				return row.Level
			}
		}
	}
	return kb.Unknown
}

// titleLevel is the level that the words of a title give, and whether only weak ones give it.
func (r *Reading) titleLevel(first, last int) (kb.Level, bool) {
	level, weak := kb.Unknown, kb.Unknown
	for i := first; i < last; i++ {
		m, ok := r.term(kb.KindTitle, i)
		if !ok || int(m.Last) > last {
			continue
		}
		row := &r.Base.Titles[m.Row]
		l := row.Level
		switch {
		case row.Role == "field" || row.Title == "self-taught":
			continue
		case row.Role == "head" && learner(row):
			if i == first || int(m.Last) == last {
				weak = kb.Entry
			}
			continue
		case row.Role == "head" && row.Title == "lead":
			l = kb.Senior
		case row.Role == "head" && (row.Title == "director" || row.Title == "CTO" || row.Title == "head" && int(m.Last) < last):
			l = kb.Staff
		case row.Role == "head" && row.Title == "manager":
			l = kb.Senior
		}
		if row.Weak {
			weak = max(weak, l)
			continue
		}
		level = max(level, l)
	}
	if level == kb.Unknown {
		return weak, weak != kb.Unknown
	}
	return level, false
}

// OwnTitle is the index of the fact that says what the writer is today, or -1: the title after "now" where the text lists a
// career, otherwise the first that is not past.
func (r *Reading) OwnTitle() int {
	first, now := -1, -1
	for i := range r.Facts {
		f := &r.Facts[i]
		if f.Kind != Title {
			continue
		}
		past := r.pastTitle(f)
		if r.present(f) && now < 0 {
			now = i
		}
		if first < 0 || !past && (r.pastTitle(&r.Facts[first]) || r.weakTitle(&r.Facts[first]) && !r.weakTitle(f)) {
			first = i
		}
	}
	if now >= 0 && (first < 0 || r.pastTitle(&r.Facts[first]) || r.Facts[now].Level > r.Facts[first].Level || r.then(int(r.Facts[first].First), int(r.Facts[now].First))) {
		return now
	}
	return first
}

// weakTitle reports whether a title says only that its holder learns or has learned the trade.
func (r *Reading) weakTitle(f *Fact) bool {
	_, weak := r.titleLevel(int(f.First), int(f.Last))
	return weak || r.names(int(f.Last)-1) && f.Level == kb.Unknown
}

// then reports whether "then" stands between two tokens, as in a career told in order.
func (r *Reading) then(i, k int) bool {
	for ; i < k; i++ {
		if r.in(i, "then", "later") {
			return true
		}
	}
	return false
}

// present reports whether "now", "currently" or "today" stands right before a title.
func (r *Reading) present(f *Fact) bool {
	from, _ := r.sentence(int(f.First))
	for k := int(f.First) - 1; k >= max(from, int(f.First)-5); k-- {
		if r.in(k, "now", "currently", "current", "today", "presently") {
			return true
		}
		if r.claimed(k, Title) || r.clauseEnd(k) {
			return false
		}
	}
	return false
}

// pastTitle reports whether a title was held once: "former", "previously", "then", "started as".
func (r *Reading) pastTitle(f *Fact) bool {
	if r.in(int(f.Last), "turned") {
		return true
	}
	from, _ := r.sentence(int(f.First))
	for k := int(f.First) - 1; k >= max(from, int(f.First)-4); k-- {
		if r.in(k, "former", "formerly", "previously", "ex", "then", "started", "began", "was", "after", "once") {
			return true
		}
		if r.claimed(k, Title) || r.clauseEnd(k) || r.sym(k) == ',' {
			return false
		}
	}
	return false
}
