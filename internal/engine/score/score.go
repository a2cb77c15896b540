// Package score weighs a reading and its findings by the rubric: a verdict first, then parts, each with its reasons and the
// one change that would raise it most.
package score

// Verdict is what to do with the text. It is decided by findings and missing parts before any number.
type Verdict string

// The verdicts.
const (
	Ready  Verdict = "ready"
	Revise Verdict = "revise"
	Rework Verdict = "rework"
)

// Part is one part of the score.
type Part struct {
	ID      string // identity stack outcome judgment operations scope closing form
	Score   int
	Max     int
	Because []int32 // indexes of the facts it rests on
	Against []int32 // indexes of the findings that cost it
	Raise   string  // the one change that would raise it most; "" at the maximum
}

// Score is the verdict, its reason and the parts.
type Score struct {
	Verdict Verdict
	Reason  string // why this verdict, in one sentence
	Total   int    // 0 to 100
	Parts   []Part
}
