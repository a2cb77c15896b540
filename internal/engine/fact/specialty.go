package fact

import (
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/lex"
)

// SpecialtyReading is what the person is, by stack and system: ids of languages and fields, the leading one first.
type SpecialtyReading struct {
	ID   string
	Also []string
}

// leaning is how much the text speaks for one specialty.
type leaning struct {
	id     string
	weight float64
	first  int32
}

type leanings struct {
	all [24]leaning
	n   int
}

func (l *leanings) add(id string, weight float64, at int32) {
	if id == "" || weight <= 0 {
		return
	}
	for i := range l.all[:l.n] {
		if l.all[i].id == id {
			l.all[i].weight += weight
			return
		}
	}
	if l.n < len(l.all) {
		l.all[l.n] = leaning{id, weight, at}
		l.n++
	}
}

// What speaks for a specialty, and how much.
const (
	inTitle     = 14.0
	fieldTitle  = 10.0 // "data engineer"
	cued        = 4.0  // "specialized in Go", "mostly Go"
	listed      = 3.2  // further on in that list
	opening     = 3.0  // in the first sentence
	early       = 1.5  // in the second
	mentioned   = 1.0
	distributed = 5.0 // said of the person in the first sentence
	shown       = 1.5 // enough to be named beside the leading one
)

// specialty fills r.Specialty: title first, then what the text says it is mostly about, then what it names first and most.
func (r *Reading) specialty() {
	var l leanings
	own := r.OwnTitle()
	for i := range r.Facts {
		f := &r.Facts[i]
		switch f.Kind {
		case Title:
			r.titleLeaning(&l, f, i == own)
		case Technology:
			if f.Use != Current {
				continue
			}
			id, full := r.specialtyOf(f.Row)
			if id == "" {
				continue
			}
			w := mentioned
			switch {
			case r.claimedTitle(f):
				w = inTitle
			case r.cue(int(f.First)) == 1:
				w = cued
			case r.cue(int(f.First)) > 1:
				w = listed
			case f.Sentence == 0:
				w = opening
			case f.Sentence == 1:
				w = early
			}
			if l.n == 0 {
				w += 0.5
			}
			if !full {
				w *= 0.3
			}
			l.add(id, w, f.First)
		}
	}
	r.distributedLeaning(&l)
	s := &r.Specialty
	s.ID, s.Also = "other", s.Also[:0]
	all := l.all[:l.n]
	for i := 1; i < len(all); i++ { // heaviest first, then the first named
		for k := i; k > 0 && (all[k].weight > all[k-1].weight || all[k].weight == all[k-1].weight && all[k].first < all[k-1].first); k-- {
			all[k], all[k-1] = all[k-1], all[k]
		}
	}
	for i, x := range all {
		if i == 0 && x.weight >= mentioned {
			s.ID = x.id
		} else if i > 0 && x.weight >= shown && len(s.Also) < 4 {
			s.Also = append(s.Also, x.id)
		}
	}
}

// titleLeaning counts the specialties of a title's row and its fields.
func (r *Reading) titleLeaning(l *leanings, f *Fact, own bool) {
	for i := int(f.First); i < int(f.Last); i++ {
		m, ok := r.term(kb.KindTitle, i)
		if !ok || int(m.Last) > int(f.Last) {
			continue
		}
		id := r.Base.Titles[m.Row].Specialty
		if r.language(id) && r.namedIn(f, id) {
			continue
		}
		w := fieldTitle
		switch {
		case id == "fullstack" || id == "api" || id == "cloud" || id == "platform":
			w = 2.5 // a language says more
		case id == "sre":
			w = 1.2 // a way of working on systems that the rest of the text names
		case r.language(id):
			w = inTitle
		}
		if !own {
			w /= 2
		}
		l.add(id, w, f.First)
	}
}

// namedIn reports whether a technology inside a title speaks for the specialty already.
func (r *Reading) namedIn(f *Fact, id string) bool {
	for i := range r.Facts {
		if t := &r.Facts[i]; t.Kind == Technology && f.First <= t.First && t.Last <= f.Last {
			if s, _ := r.specialtyOf(t.Row); s == id {
				return true
			}
		}
	}
	return false
}

// language reports whether a specialty is the id of a language or its platform.
func (r *Reading) language(id string) bool {
	switch id {
	case "java", "python", "node", "go", "dotnet", "ruby", "php", "rust", "scala", "kotlin", "elixir", "cpp", "c", "clojure", "haskell", "swift", "perl", "cobol":
		return true
	}
	return false
}

// specialtyOf is the specialty that a technology speaks for, and whether it does so fully: a frontend or data library does not.
func (r *Reading) specialtyOf(row int32) (string, bool) {
	if row < 0 {
		return "", false
	}
	for range 3 {
		t := &r.Base.Technologies[row]
		if t.Specialty != "" {
			return t.Specialty, r.language(t.Specialty)
		}
		if t.Language != "" {
			if t.Language != t.ID {
				switch t.Language {
				case "javascript", "typescript":
					return "node", t.Category != "frontend" && t.Category != "mobile"
				case "csharp", "fsharp", "vb-net":
					return "dotnet", true
				}
				if r.language(t.Language) {
					// What runs on the JVM is not written in Java by everyone who uses it.
					return t.Language, t.Category != "streaming" && t.Category != "broker" && t.Category != "datastore" && t.Category != "search" && t.Category != "warehouse"
				}
			}
			return "", false
		}
		if t.ParentRow < 0 {
			return "", false
		}
		row = t.ParentRow
	}
	return "", false
}

// claimedTitle reports whether a technology stands inside a title.
func (r *Reading) claimedTitle(f *Fact) bool {
	for i := range r.Facts {
		if t := &r.Facts[i]; t.Kind == Title && t.First <= f.First && f.Last <= t.Last {
			return true
		}
	}
	return false
}

// cue tells the place of a technology in a list after a word of specialization ("specialized in Go", "mostly Python and Go"):
// 1 for the first name, more for a later one, 0 where there is no such word.
func (r *Reading) cue(i int) int {
	from, _ := r.sentence(i)
	loose, place := 0, 1
	for k := i - 1; k >= from && loose < 4; k-- {
		switch r.word(k) {
		case "specialized", "specialised", "specializing", "specialising", "specializes", "specialises", "specialize", "specialise", "mostly", "mainly", "primarily", "chiefly", "expert",
			"expertise", "focused", "focus", "proficient", "core", "primary", "predominantly", "stack", "revolves", "speciality", "specialty":
			return place
		case "years", "yrs":
			if r.in(k+1, "of", "in", "on", "with", "writing") && loose <= 2 {
				return place
			}
			return 0
		}
		switch {
		case r.claimed(k, Technology):
			place++
		case r.sym(k) == ',', r.sym(k) == '/', r.sym(k) == '(', r.sym(k) == ')', r.sym(k) == '&', r.word(k) == "and":
		case r.clauseEnd(k) && r.sym(k) != ':':
			return 0
		default:
			loose++
		}
	}
	return 0
}

// distributedLeaning counts what the opening says of distributed and event-driven systems, and brokers where no language leads.
func (r *Reading) distributedLeaning(l *leanings) {
	for s := range r.Doc.Sentences {
		w := distributed
		if s > 0 {
			w = mentioned
		}
		first, last := int(r.Doc.Sentences[s].First), int(r.Doc.Sentences[s].Last)
		for i := first; i < last; i++ {
			switch r.word(i) {
			case "distributed", "event", "streaming", "stream", "consensus":
			default:
				continue
			}
			switch {
			case r.claimed(i, Title):
				continue
			case r.in(i, "distributed") && r.in(i+1, "systems", "system", "storage", "computing", "databases", "database", "backend", "backends", "services", "architectures", "data"),
				r.in(i, "event") && r.in(i+1, "driven", "sourced", "streaming") && r.is(i+1, lex.Hyphen),
				r.in(i, "streaming") && r.in(i+1, "systems", "platform", "platforms", "architectures"), r.in(i, "stream") && r.in(i+1, "processing"), r.in(i, "consensus") && r.in(i+1, "protocols", "algorithms"):
				l.add("distributed", w, int32(i))
				w = 0.5
			}
		}
	}
	// Brokers, and the patterns of systems that fail in parts, say it where no language is named.
	patterns := 0.0
	for i := range r.Facts {
		switch f := &r.Facts[i]; f.Kind {
		case Technology:
			if c := r.TechnologyOf(f).Category; f.Use == Current && (c == "streaming" || c == "broker") && f.Sentence <= 1 {
				l.add("distributed", 0.8, f.First)
			}
		case Pattern:
			switch r.PatternOf(f).Group {
			case "messaging", "consensus", "consistency", "topology":
				if patterns < 2 {
					patterns += 0.7
					l.add("distributed", 0.7, f.First)
				}
			}
		}
	}
}
