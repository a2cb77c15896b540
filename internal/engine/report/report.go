// Package report holds the report's types, as the contract of standfirst/report@1 describes them, and their JSON.
//
// Everything that a surface prints is built from a [Report]; nothing looks at the engine's own types again. A field that
// has no value is left out of the JSON, never null. The order of every array is fixed, so the same report is the same bytes.
package report

// Schema is the name and version of the report's shape.
const Schema = "standfirst/report@1"

// ErrorSchema is the name and version of the shape of [Error].
const ErrorSchema = "standfirst/error@1"

// Report is what one check says.
type Report struct {
	Schema     string
	Version    string
	Rubric     string
	AsOf       string
	Input      Input
	Text       string // the summary as read; every Start and End counts its bytes
	Level      Level
	Specialty  Specialty
	Facts      []Fact       // by start, then end
	Findings   []Finding    // by start, then rule
	Suppressed []Suppressed // findings that a reasoned suppression took out
	Unused     []Suppression
	Score      Score
	FirstWords FirstWords
	Arithmetic []Arithmetic // by the first fact
	Notes      []string     // about the reading: not English, nothing to read, …
}

// Input says what was checked.
type Input struct {
	ID, Name, Kind   string
	Words, Sentences int
	Section          string // where in the file the summary was found
}

// Place is a place in the checked text: byte offsets, and the 1-based line and column in runes where it starts.
type Place struct {
	Start, End   int
	Line, Column int
	Source       *Source // the place in the input file, where it can be mapped
}

// Source is a place in the input file: byte offsets, and line and column where the file has lines; or the page of a PDF and
// the box on it.
type Source struct {
	Start, End, Line, Column int
	Page                     int       // from 1; 0 is a file without pages
	Box                      []float64 // left, bottom, right, top in points
}

// Level is the level that was claimed, the one that the facts read as, and the verdict: the level that the text was judged at.
type Level struct {
	Claimed, ReadsAs, Verdict string
	Years                     *float64
	Because                   []string // facts
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
	Canonical, Name   string // technology, pattern, artifact, practice, ownership: the row's id and what the field calls it
	Category, Version string // technology
	Use               string // technology
	Level             string // title: the level it claims; artifact, practice: the level it is a sign of
	Years             *float64
	Scope, Bound      string // years
	Since             int    // years: the calendar year they were reckoned from
	Metric            *Metric
	Bundle            string
	PlacedWith        []string // pattern: facts
	Size              int      // org
	Domain            string   // org
	Family            string   // ownership
}

// Metric is a metric in base units.
type Metric struct {
	Kind, Of, Bound string
	Noun            string // what is counted; in the JSON every quantity carries it
	Direction       string // up or down; "" where it did not move
	Percentile      float64
	Value, From, To *Quantity
	Change          *Change
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
	Rank                    int // 1 matters most
	Place
	Message     string
	Why, Mend   string
	Docs        string
	Facts       []string
	Fixes       []Fix
	Fingerprint string
}

// Fix is a way to mend a finding. A safe one keeps the meaning; any other asks for facts.
type Fix struct {
	Title string
	Safe  bool
	Edits []Edit
	Facts []string
	Asks  []string
}

// Edit replaces a place by Text. One without a Source is not for the input file.
type Edit struct {
	Place
	Text string
}

// Suppression takes findings out of a report for a reason; one without a reason does nothing. Rule "*" is every rule. With a
// fingerprint it takes out only that finding.
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
	Verdict, Reason string // ready, revise or rework, and why in one sentence
	Total           int    // 0 to 100
	Parts           []Part
}

// Part is one part of the score.
type Part struct {
	ID         string
	Score, Max int
	Because    []string // facts it rests on
	Against    []string // rules whose findings cost it
	Raise      string   // the one change that would raise it most
}

// FirstWords says where the first words that a scan reads end: their number and the byte offset behind the last.
type FirstWords struct{ Count, End int }

// Arithmetic is a sum that a reviewer will do in their head.
type Arithmetic struct {
	Facts  []string
	Says   string
	Agrees bool
}

// Error is what a bulk run says of a line that could not be checked.
type Error struct {
	ID, Name      string
	Line          int // of the bulk input, from 1
	Code, Message string
}
