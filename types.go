package standfirst

import (
	"github.com/standfirst/standfirst/internal/engine/report"
	"github.com/standfirst/standfirst/internal/engine/rule"
	"github.com/standfirst/standfirst/internal/engine/text"
)

// What a report is made of.
type (
	Report       = report.Report
	Input        = report.Input
	Place        = report.Place
	InputPlace   = report.Source
	LevelReading = report.Level
	Specialty    = report.Specialty
	Fact         = report.Fact
	Metric       = report.Metric
	Quantity     = report.Quantity
	Change       = report.Change
	Finding      = report.Finding
	Fix          = report.Fix
	Edit         = report.Edit
	Suppression  = report.Suppression
	Suppressed   = report.Suppressed
	Score        = report.Score
	Part         = report.Part
	FirstWords   = report.FirstWords
	Arithmetic   = report.Arithmetic
)

// A text and where it came from.
type (
	Source        = text.Source
	SourceBuilder = text.Builder
	Span          = text.Span
)

// Plain is a source whose text is the input itself.
func Plain(s string) *Source { return text.Plain(s) }

// Apply makes the edits of a fix in the text that was checked. It reports false, and changes nothing, where two edits touch
// the same bytes in different ways.
func Apply(s string, edits []Edit) (string, bool) {
	list := make([]rule.Edit, len(edits))
	for i, e := range edits {
		list[i] = rule.Edit{Span: text.Span{Start: e.Start, End: e.End}, Text: e.Text}
	}
	return rule.Apply(s, list)
}
