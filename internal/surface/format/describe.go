package format

import (
	"math"
	"strconv"
	"strings"

	"github.com/standfirst/standfirst/internal/engine/arith"
	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/report"
)

// Describe says what was read from a fact, in normalised words: "p99 latency of checkout, 820 ms → 510 ms (−37.8%)".
func (s Style) Describe(f *report.Fact) string {
	switch f.Kind {
	case "title":
		if f.Level != "" {
			return f.Level
		}
	case "years":
		return s.describeYears(f)
	case "technology":
		return s.describeTechnology(f)
	case "metric", "outcome":
		if f.Metric != nil {
			return s.describeMetric(f.Metric)
		}
	case "org":
		var parts []string
		if f.Size > 0 {
			parts = append(parts, "of "+strconv.Itoa(f.Size))
		}
		if f.Domain != "" {
			parts = append(parts, f.Domain)
		}
		return strings.Join(parts, ", ")
	case "ownership":
		if f.Family != "" {
			return f.Family
		}
	case "pattern", "artifact", "practice":
		out := f.Name
		if out == "" {
			out = f.Canonical
		}
		if len(f.PlacedWith) > 0 {
			out += ", placed with " + strings.Join(f.PlacedWith, ", ")
		}
		return out
	}
	return ""
}

func (s Style) describeYears(f *report.Fact) string {
	if f.Years == nil {
		return ""
	}
	out := s.bound(f.Bound) + years(*f.Years)
	if f.Since > 0 {
		out += ", since " + strconv.Itoa(f.Since)
	}
	switch f.Scope {
	case "", "total":
	case "focus":
		out += ", of them on one thing"
	case "prior":
		out += ", in another career"
	case "internship":
		out += ", as an intern"
	case "employment":
		out += ", at one employer"
	}
	return out
}

func (s Style) describeTechnology(f *report.Fact) string {
	out := f.Name
	if out == "" {
		out = f.Canonical
	}
	if f.Version != "" {
		out += " " + f.Version
	}
	if out == words(f.Text) {
		out = ""
	} else if f.Category != "" {
		out += ", "
	}
	out += f.Category
	switch f.Use {
	case "", "current":
	case "employer":
		out += " (an employer)"
	default:
		out += " (" + f.Use + ")"
	}
	return out
}

func (s Style) bound(b string) string {
	switch b {
	case "about":
		return "~"
	case "at_least":
		return s.glyph("≥ ", ">= ")
	case "at_most":
		return s.glyph("≤ ", "<= ")
	case "under":
		return "< "
	case "over":
		return "> "
	}
	return ""
}

func (s Style) describeMetric(m *report.Metric) string {
	what := strings.ReplaceAll(m.Kind, "_", " ")
	if m.Percentile > 0 {
		what = "p" + strconv.FormatFloat(m.Percentile, 'f', -1, 64) + " " + what
	}
	if m.Of != "" {
		what += " of " + m.Of
	}
	var value string
	switch {
	case m.From != nil && m.To != nil:
		value = Quantity(m.From, false) + " " + s.arrow() + " " + s.bound(m.Bound) + Quantity(m.To, true)
	case m.From != nil:
		value = "from " + Quantity(m.From, true)
	case m.To != nil:
		value = "to " + s.bound(m.Bound) + Quantity(m.To, true)
	case m.Value != nil:
		value = s.bound(m.Bound) + Quantity(m.Value, true)
	}
	change := ""
	if c := m.Change; c != nil {
		switch {
		case c.Computed != nil:
			change = s.change(*c.Computed)
			if c.Stated != nil && math.Abs(*c.Stated-*c.Computed) > 0.0005 {
				change += ", stated " + s.change(*c.Stated)
			}
		case c.Stated != nil:
			change = s.change(*c.Stated)
		}
	}
	switch {
	case value == "":
		value = s.bound(m.Bound) + change
	case change != "":
		value += " (" + change + ")"
	}
	if value == "" {
		return what
	}
	return what + ", " + value
}

func (s Style) change(x float64) string {
	switch {
	case x >= 1:
		return strconv.FormatFloat(math.Round((x+1)*100)/100, 'f', -1, 64) + s.glyph("×", "x")
	case x < 0:
		return s.glyph("−", "-") + arith.Percent(-x)
	}
	return "+" + arith.Percent(x)
}

// Quantity says a quantity in its natural unit, with what is counted where it is asked for.
func Quantity(q *report.Quantity, noun bool) string {
	f := fact.Quantity{Value: q.Value, Unit: q.Unit}
	if q.Range {
		f.Low, f.High = q.Low, q.High
	}
	out := arith.Amount(f)
	if noun && q.Noun != "" && (q.Unit == "count" || q.Unit == "") {
		out += " " + strings.Join(strings.Fields(q.Noun), " ")
	}
	if q.Per != "" {
		article := " a "
		if q.Per == "hour" {
			article = " an "
		}
		out += article + q.Per
	}
	return out
}
