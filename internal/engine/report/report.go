// Package report holds the report's types, as contract.md describes them, and their JSON.
//
// Everything that a surface prints is built from a [Report]; nothing looks at the engine's own types again.
package report

// Schema is the name and version of the report's shape.
const Schema = "standfirst/report@1"

// Report is what one check says.
type Report struct {
	Schema     string
	Version    string
	Rubric     string
	AsOf       string
	Input      Input
	Text       string
	Level      Level
	Specialty  Specialty
	Facts      []Fact
	Findings   []Finding
	Suppressed []Suppressed // findings that a reasoned suppression took out
	Unused     []Suppression
	Score      Score
	FirstWords FirstWords
	Arithmetic []Arithmetic
	Notes      []string // about the reading: not English, several candidates, …
}

// Input says what was checked.
type Input struct {
	ID, Name, Kind   string
	Words, Sentences int
	Section          string // where in the file the summary was found
}

// Place is a place in the checked text: byte offsets, and the 1-based line and column in runes.
type Place struct {
	Start, End   int
	Line, Column int
	Source       *Source // the place in the input file, where it can be mapped
}

// Source is a place in the input file.
type Source struct{ Start, End, Line, Column int }

// Level is the level that was claimed, the one that the facts read as, and the verdict.
type Level struct {
	Claimed, ReadsAs, Verdict string
	Years                     *float64
	Because                   []string
}

// Specialty is the leading specialty and others that show.
type Specialty struct {
	ID   string
	Also []string
}

// Fact is one fact. Fields that the kind does not have stay zero and are left out.
type Fact struct {
	ID, Kind string
	Place
	Text              string
	Canonical, Name   string // technology, pattern, artifact, practice
	Category, Version string // technology
	Use               string // technology
	Level             string // title
	Years             *float64
	Scope, Bound      string // years
	Since             int
	Metric            *Metric
	Bundle            string
	PlacedWith        []string // pattern
	Size              int      // org
	Domain            string   // org
	Family            string   // ownership
}

// Metric is a metric in base units.
type Metric struct {
	Kind, Of, Noun, Bound, Direction string
	Percentile                       float64
	Value, From, To                  *Quantity
	Change                           *Change
}

// Quantity is a number with its unit. A range has Low and High instead of Value.
type Quantity struct {
	Value, Low, High float64
	Range            bool
	Unit, Per, Noun  string
}

// Change is a relative change, as reckoned from the two values and as the text states it.
type Change struct{ Computed, Stated *float64 }

// Finding is one place where a rule was broken.
type Finding struct {
	Rule, Severity, Subject string
	Place
	Message     string
	Why, Mend   string
	Docs        string
	Facts       []string
	Fixes       []Fix
	Fingerprint string
}

// Fix is a way to mend a finding.
type Fix struct {
	Title string
	Safe  bool
	Edits []Edit
	Facts []string
	Asks  []string
}

// Edit replaces a place by Text.
type Edit struct {
	Place
	Text string
}

// Suppression takes findings out of a report for a reason. Rule "*" is every rule. With a fingerprint it takes out only
// that finding.
type Suppression struct {
	Rule, Fingerprint, Reason string
	Origin                    string // where it is written: "standfirst.toml:12", "cv.md:3"
}

// Suppressed is a finding that was taken out, and why.
type Suppressed struct {
	Finding
	Reason, Origin string
}

// Score is the verdict and the parts.
type Score struct {
	Verdict, Reason string
	Total           int
	Parts           []Part
}

// Part is one part of the score.
type Part struct {
	ID         string
	Score, Max int
	Because    []string // facts
	Against    []string // rules
	Raise      string
}

// FirstWords says where the first words that a scan reads end.
type FirstWords struct{ Count, End int }

// Arithmetic is a sum that a reviewer will do in their head.
type Arithmetic struct {
	Facts  []string
	Says   string
	Agrees bool
}
