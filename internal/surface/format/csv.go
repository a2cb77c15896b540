package format

import (
	"encoding/csv"
	"io"
	"strconv"

	"github.com/standfirst/standfirst/internal/engine/report"
)

// CSV writes one row a report: the figures that a spreadsheet sorts by, and the counts and ids of the findings.
type CSV struct{ w *csv.Writer }

// csvParts are the columns of the parts; a part that a report does not have stays empty.
var csvParts = []string{"identity", "stack", "outcome", "judgment", "operations", "scope", "closing", "form"}

// NewCSV writes the header.
func NewCSV(out io.Writer) (*CSV, error) {
	c := &CSV{csv.NewWriter(out)}
	head := append([]string{"id", "name", "verdict", "total", "level_claimed", "level_reads_as", "level", "years", "specialty", "words", "sentences",
		"errors", "warnings", "suggestions", "rules"}, csvParts...)
	if err := c.w.Write(head); err != nil {
		return nil, err
	}
	c.w.Flush()
	return c, c.w.Error()
}

// Row writes the row of one report.
func (c *CSV) Row(r *report.Report) error {
	count := map[string]int{}
	rules := ""
	seen := map[string]bool{}
	for _, i := range Rank(r) {
		f := &r.Findings[i]
		count[f.Severity]++
		if !seen[f.Rule] {
			seen[f.Rule] = true
			if rules != "" {
				rules += " "
			}
			rules += f.Rule
		}
	}
	years := ""
	if y := r.Level.Years; y != nil {
		years = strconv.FormatFloat(*y, 'f', -1, 64)
	}
	row := []string{formula(r.Input.ID), formula(r.Input.Name), r.Score.Verdict, strconv.Itoa(r.Score.Total), r.Level.Claimed, r.Level.ReadsAs, r.Level.Verdict, years,
		r.Specialty.ID, strconv.Itoa(r.Input.Words), strconv.Itoa(r.Input.Sentences), strconv.Itoa(count["error"]), strconv.Itoa(count["warning"]),
		strconv.Itoa(count["suggestion"]), rules}
	for _, id := range csvParts {
		cell := ""
		for _, p := range r.Score.Parts {
			if p.ID == id {
				cell = strconv.Itoa(p.Score)
			}
		}
		row = append(row, cell)
	}
	if err := c.w.Write(row); err != nil {
		return err
	}
	c.w.Flush()
	return c.w.Error()
}

// formula keeps a spreadsheet from reading a name as a formula.
func formula(s string) string {
	if s != "" && (s[0] == '=' || s[0] == '+' || s[0] == '-' || s[0] == '@' || s[0] == '\t' || s[0] == '\r') {
		return "'" + s
	}
	return s
}
