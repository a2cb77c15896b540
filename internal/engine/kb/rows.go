// Package kb is the knowledge base: what the field calls things, as rows.
//
// Rows are written as YAML under data, checked and compiled by go generate into kb.blob, and read here without parsing.
// [Base] is immutable; [Base.With] makes a new one that also holds a pack's rows, through the same compiler.
package kb

// Level is a career level, or Unknown.
type Level uint8

// The levels, in order.
const (
	Unknown Level = iota
	Entry
	Mid
	Senior
	Staff
)

var levelNames = [...]string{"unknown", "entry", "mid", "senior", "staff"}

func (l Level) String() string { return levelNames[l] }

// ParseLevel reads the name of a level.
func ParseLevel(s string) (Level, bool) {
	for i, n := range levelNames {
		if n == s {
			return Level(i), true
		}
	}
	return Unknown, false
}

// Day is a calendar day as yyyymmdd; a month or a year alone has zeros for the rest. 0 is no day.
type Day int32

// Year of the day.
func (d Day) Year() int { return int(d / 10000) }

// Years is the time from d to e in years.
func (d Day) Years(e Day) float64 {
	f := func(x Day) float64 {
		m, day := max(int(x/100%100), 1), max(int(x%100), 1)
		return float64(x.Year()) + (float64(m-1)+float64(day-1)/31)/12
	}
	return f(e) - f(d)
}

// String is the day as 2026-11-23, 2026-11 or 2026.
func (d Day) String() string {
	b := []byte{}
	digits := func(n, width int) {
		for p := width - 1; p >= 0; p-- {
			q := 1
			for range p {
				q *= 10
			}
			b = append(b, byte('0'+n/q%10))
		}
	}
	digits(d.Year(), 4)
	if m := int(d / 100 % 100); m > 0 {
		b = append(b, '-')
		digits(m, 2)
		if day := int(d % 100); day > 0 {
			b = append(b, '-')
			digits(day, 2)
		}
	}
	return string(b)
}

// ParseDay reads 2026-11-23, 2026-11 or 2026.
func ParseDay(s string) (Day, bool) {
	part := func(s string, lo, hi int) (Day, bool) {
		n := 0
		for i := 0; i < len(s); i++ {
			if s[i]-'0' > 9 {
				return 0, false
			}
			n = n*10 + int(s[i]-'0')
		}
		return Day(n), n >= lo && n <= hi
	}
	if len(s) != 4 && len(s) != 7 && len(s) != 10 || len(s) > 4 && s[4] != '-' || len(s) > 7 && s[7] != '-' {
		return 0, false
	}
	d, ok := part(s[:4], 1900, 9999)
	d *= 10000
	if len(s) > 4 && ok {
		var m Day
		m, ok = part(s[5:7], 1, 12)
		d += m * 100
	}
	if len(s) > 7 && ok {
		var day Day
		day, ok = part(s[8:10], 1, 31)
		d += day
	}
	return d, ok
}

// Technology is a language, framework, datastore, protocol, tool or service.
type Technology struct {
	ID, Name, Category, Language, Specialty, Parent, Vendor, Product string

	Aliases, Exact, Cues, Never []string

	FirstRelease Day
	Cycles       []Cycle
	Ambiguous    bool // also an ordinary word: counts only in technical context and in the casing of Name
	Employer     bool // also the name of a company

	ParentRow int32 // index of Parent, or -1
}

// Cycle is one release line of a technology. Ended is 0 while it is supported or where that is not known.
type Cycle struct {
	Version         string
	Released, Ended Day
}

// Pattern is a named design: what it is, why a reviewer cares and what must stand beside it.
type Pattern struct {
	ID, Name, Group, What, Why, WrongWhy string

	Bar                  Level
	Aliases, Cues, Never []string
	Needs                [][]string // each inner list: one of these things must be near
	WrongOn, Related     []string
	Umbrella, Ambiguous  bool
	needRows             [][]Thingish
	wrongRows            []Thingish
}

// Thingish is a resolved reference of Needs or WrongOn.
type Thingish struct {
	Kind Kind // KindThing, KindTechnology or KindPattern
	Row  int32
}

// Thing is what a pattern is placed on: a class of technologies and the nouns that stand for it.
type Thing struct {
	ID, Name          string
	Categories, Nouns []string
}

// Phrase is a saying that feeds a rule. Match holds grammars; see data/README.md.
type Phrase struct {
	ID, Kind, Mend string
	Match          []string
	Never          []string // grammars of what is not meant: a match that overlaps one is dropped
	Light, SafeCut bool
}

// Named is an artifact or a practice: something people make or do that a grammar finds.
type Named struct {
	ID, Name, Group, What string
	Level                 Level
	Match                 []string
	Judgment              bool // artifacts: other engineers consume it
	Operations            bool // practices: counts for operations
}

// Verb is an action verb with all its forms. The head of data/verbs.yaml says what each field means.
type Verb struct {
	Verb, Family, Direction string
	Forms                   []string
	Nouns                   []string // the forms that are nouns or adjectives as well
	Needs                   []string // words that must follow in the clause, "#" for a number
	Roles                   []string // nouns that claim the same: "author of"
	Never                   []string
	Level                   Level
	Factor                  float64 // halve 0.5, double 2
	Split                   bool    // up to five words may stand before the last word
}

// Title is a job title, a word that builds one, or a word of seniority. The head of data/titles.yaml says what each field
// means.
type Title struct {
	Title, Role, Specialty string // Role: title, head, field, seniority or not (what looks like a title and is none)
	Where                  string // seniority: before, after or either
	Level                  Level
	Aliases, Match, Never  []string
	Anchor                 bool // seniority: says the level without a head beside it
	Weak                   bool // seniority: counts only where nothing else says the level
	Alone                  bool // head: a title by itself
	Adjacent               bool // title: a neighbouring trade
}

// Unit is a word of quantities: a unit, magnitude, period, counted noun, numeral or bound.
type Unit struct {
	ID, Is, Kind, Per string
	Scale             float64
	Forms             []string // any case
	Exact             []string // exactly this casing
	Suffix            bool     // may be attached to digits
}

// Domain is a business domain, or (Org) a kind of organisation.
type Domain struct {
	ID, Name     string
	Words, Never []string
	Org          bool // a kind of organisation, not a field of business
	Person       bool // of an Org: people say it of an employer, not of a product
}

// LevelSpec is what the rubric says of a level's form.
type LevelSpec struct {
	Level                       Level
	WordsLow, WordsHigh         int // the ideal length
	SentencesLow, SentencesHigh int // the ideal number
	SentencesMost               int // still without a finding
	YearsLow, YearsHigh         int
}

// LevelVocab is a saying that belongs to one level and reads as the wrong tier at another.
type LevelVocab struct {
	ID, Why, Mend string
	ReadsAs       Level   // the level whose vocabulary it is
	WrongAt       []Level // the levels at which it is a mistake
	Match         []string
	Unless        []string // fact kinds which, in the same sentence, make it sound at any level
}

// Class is a word class that grammars use.
type Class struct {
	ID    string
	Words []string
}

// Rows is all that the matcher is made of.
type Rows struct {
	Date         Day // the day the rows describe
	Technologies []Technology
	Patterns     []Pattern
	Things       []Thing
	Phrases      []Phrase
	Artifacts    []Named
	Practices    []Named
	Verbs        []Verb
	Titles       []Title
	Units        []Unit
	Domains      []Domain
	Levels       []LevelSpec
	Vocab        []LevelVocab
	Classes      []Class
}

// Kind says which rows a match belongs to.
type Kind uint8

// The kinds of row that a match can be of.
const (
	KindTechnology Kind = iota
	KindPattern
	KindThing
	KindVerb
	KindTitle
	KindUnit
	KindDomain
	KindNever // a longer phrase in which a technology or pattern is not meant
	KindPhrase
	KindArtifact
	KindPractice
	KindLevel
	KindNotTitle // what looks like a title and is none
	KindRole     // a noun that claims a verb: "author of"
	kindNotPhrase
	kinds
)
