package fact

import "github.com/standfirst/standfirst/internal/engine/kb"

// LevelReading is the level that the text claims, the level that its facts read as, and the verdict of the two.
type LevelReading struct {
	Claimed kb.Level // from the title, then the years
	ReadsAs kb.Level // from the scope of the facts
	Verdict kb.Level // what the text is judged as
	Years   float64  // total years in the trade, or -1
	Because []int32  // indexes of the facts that decided
}

// SpecialtyReading is what the person is, by stack and system: ids of languages and fields, the leading one first.
type SpecialtyReading struct {
	ID   string
	Also []string
}
