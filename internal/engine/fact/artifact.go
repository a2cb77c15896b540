package fact

import (
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/lex"
)

// artifacts reads Artifact and Practice facts from what the grammars found. Of matches that overlap one stands: the longest
// artifact, or a practice that is longer still. A document that the person only reads or follows is no artifact.
func (r *Reading) artifacts() {
	begun := len(r.Facts)
	for n := range r.Says {
		m := &r.Says[n]
		switch m.Kind {
		case kb.KindArtifact:
			if !r.wishes(int(m.First)) && r.made(m) {
				r.offer(m, Artifact, begun)
			}
		case kb.KindPractice:
			if !r.wishes(int(m.First)) {
				r.offer(m, Practice, begun)
			}
		}
	}
}

// offer takes a match as a fact unless one that stands already covers its words better.
func (r *Reading) offer(m *kb.Match, kind Kind, begun int) {
	length := m.Last - m.First
	for i := begun; i < len(r.Facts); i++ {
		f := &r.Facts[i]
		if m.First >= f.Last || f.First >= m.Last {
			continue
		}
		stands := f.Last - f.First
		switch {
		case f.Kind == kind && kind == Practice && f.Row != m.Row && (m.First != f.First || m.Last != f.Last):
			// Practices that share a word are two: "SLOs and on-call".
			if stands >= length && f.First <= m.First && m.Last <= f.Last {
				return
			}
			continue
		case kind == Artifact && f.Kind == Artifact && f.Row != m.Row && (r.listGoesOn(f, m.Last) || r.listGoesOnIn(m, f.Last)):
			// "its runbook and load test" are two.
			continue
		case kind == Artifact && f.Kind == Artifact && r.general(f.Row) != r.general(m.Row):
			if r.general(m.Row) {
				return
			}
		case kind == f.Kind && stands >= length, kind == Practice && f.Kind == Artifact && (stands >= length || m.First >= f.First),
			kind == Artifact && f.Kind == Practice && stands > length && f.First < m.First:
			return
		}
		// The new one is better: the old one goes.
		copy(r.Facts[i:], r.Facts[i+1:])
		r.Facts = r.Facts[:len(r.Facts)-1]
		i--
	}
	f := r.add(kind, int(m.First), int(m.Last))
	f.Row = m.Row
	if kind == Artifact {
		f.Level = r.Base.Artifacts[m.Row].Level
	} else {
		f.Level = r.Base.Practices[m.Row].Level
	}
}

// listGoesOn reports whether a list goes on inside a fact behind token i.
func (r *Reading) listGoesOn(f *Fact, i int32) bool {
	return i < f.Last && (r.w(int(i)) == "and" || r.w(int(i)) == ",")
}

func (r *Reading) listGoesOnIn(m *kb.Match, i int32) bool {
	return i < m.Last && (r.w(int(i)) == "and" || r.w(int(i)) == ",")
}

// general reports a row that holds any document of its sort; a row that says which one stands before it, however short its match.
func (r *Reading) general(row int32) bool {
	switch r.Base.Artifacts[row].ID {
	case "standard", "policy", "guideline", "playbook", "internal-library", "design-doc", "proposal", "technical-strategy":
		return true
	}
	return false
}

// made decides whether an artifact is the person's: the grammar holds a verb of making or of a role, or one stands before it in
// the clause, or a possessive does, or others use it. Some rows are merits by themselves.
func (r *Reading) made(m *kb.Match) bool {
	switch r.Base.Artifacts[m.Row].ID {
	case "award", "certification", "patent", "talk", "paper", "book", "open-source", "guild", "hiring-loop", "mentoring-programme", "curriculum", "incident-command":
		return !r.merelyRead(m)
	}
	first, last := int(m.First), int(m.Last)
	for k := first - 1; k >= 0 && k >= first-3; k-- {
		if r.w(k) == "my" {
			return true // "the night shift follows my runbook"
		}
		if r.sym(k) != 0 || r.preposition(k) {
			break
		}
	}
	for i := first; i < last; i++ {
		if r.makes(i) {
			return !r.readBy(first-1, r.clauseStart(first))
		}
	}
	return !r.merelyRead(m) && (r.madeBefore(first) || r.usedAfter(first+1))
}

// makes reports whether token i says that the person made, leads or keeps something.
func (r *Reading) makes(i int) bool {
	if _, ok := r.term(kb.KindRole, i); ok {
		return true
	}
	switch r.w(i) {
	case "author", "authors", "editor", "keeper", "owner", "maintainer", "chair", "chairs", "lead", "leads", "head", "member", "sits", "founder", "steward", "co",
		"authored", "wrote", "write", "writes", "written", "writing", "drafted", "made", "makes", "won", "secured", "left", "keep", "keeps", "kept", "publish", "published",
		"maintain", "maintains", "maintained", "adopted", "commander", "creator", "sponsor", "shepherded", "set", "sets", "teach", "taught", "started", "brought", "rolled", "gave", "mine":
		return true
	}
	v, ok := r.verb(i)
	if !ok || r.is(i, lex.Hyphen) {
		return false
	}
	switch r.Base.Verbs[v.Row].Family {
	case "weak":
	case "leadership":
		return r.shape(&v) != gerund
	default:
		return r.shape(&v) == past
	}
	return false
}

// merelyRead reports whether the words before the match say that the person reads, follows or knows of it.
func (r *Reading) merelyRead(m *kb.Match) bool {
	return r.readBy(int(m.First)-1, r.clauseStart(int(m.First)))
}

func (r *Reading) readBy(k, from int) bool {
	for n := 0; k >= from && n < 6; k, n = k-1, n+1 {
		switch r.w(k) {
		case "read", "reading", "followed", "follow", "follows", "following", "adhere", "adhered", "adhering", "adherence", "according", "familiar", "familiarity", "knowledge",
			"understanding", "understand", "understands", "per", "used", "use", "uses", "using", "learned", "learn", "learning", "studied", "attended", "attend", "completed",
			"took", "enjoy", "enjoys", "exposure", "experience", "experienced", "comply", "complied", "complying", "compliance", "execute", "executed", "executing",
			"interested", "presented", "attending", "against", "received", "consumed", "applied", "apply", "applying", "no", "without", "needs", "lacked", "joined":
			return true
		case ",", ";", "and":
			// A list goes on in the same way, but a verb of making ends it.
		}
		if r.makes(k) {
			return false
		}
	}
	return false
}

// madeBefore looks for a verb of making, a role, a possessive or a number before token i in its clause.
func (r *Reading) madeBefore(i int) bool {
	from := r.clauseStart(i)
	for k := i - 1; k >= from && k >= i-4; k-- {
		switch r.w(k) {
		case "my", "our", "her", "his", "its", "their", "'s":
			return true
		}
		if r.kind(k) == lex.Number || r.numeralAt(k) {
			return true
		}
		if r.sym(k) != 0 || r.preposition(k) {
			break
		}
	}
	for k := i - 1; k >= from && k >= i-14; k-- {
		if r.makes(k) {
			return true
		}
		if v, ok := r.term(kb.KindVerb, k); ok && int(v.Last) <= i && !r.blocked(&v) {
			switch r.Base.Verbs[v.Row].Family {
			case "leadership", "technical", "impact":
				if v, ok := r.verb(k); ok && r.shape(&v) != gerund || ok && k == from {
					return true
				}
			}
		}
		switch r.w(k) {
		case "review", "reviews", "reviewed", "edits", "edited":
			return true
		}
	}
	return false
}

// usedAfter reports whether others build by it: "adopted by", "that 31 teams build to", "gates every launch".
func (r *Reading) usedAfter(i int) bool {
	_, to := r.sentence(i - 1)
	for k := i; k < to && k < i+9; k++ {
		if r.clauseEnd(k) {
			return false
		}
		switch r.w(k) {
		case "and":
			return false
		case "i", "we":
			if r.makes(k+1) || r.w(k+1) == "chair" || r.w(k+1) == "own" || r.w(k+1) == "keep" || r.w(k+1) == "lead" || r.w(k+1) == "run" {
				return true
			}
		case "mine":
			return true
		case "adopted", "used", "followed", "reviewed", "ratified", "accepted", "approved", "imported", "copied", "merged", "kept", "behind", "gates", "gate", "gating", "runs", "blocks", "decides", "decided",
			"drills", "checks", "funded", "found", "shared", "halved", "cut", "saved", "became", "ended", "still", "has", "must":
			return true
		case "teams", "services", "engineers", "squads", "groups", "organisations", "organizations", "shift", "developers", "colleagues", "newcomers":
			return true
		}
	}
	return false
}
