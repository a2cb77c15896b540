// Package guide holds what people read beside a report: questions with their answers, the gallery of examples, and the sources
// of both.
//
// The rows are YAML under internal/engine/kb/data. go generate checks them and writes guide.json, which is read at the first
// question, never before.
package guide

import (
	_ "embed"
	"encoding/json"
	"sync"
)

//go:generate go run github.com/standfirst/standfirst/internal/tool/guidegen -data ../engine/kb/data -out guide.json

//go:embed guide.json
var embedded []byte

// Question is one question that people ask, with its answer.
type Question struct {
	ID       string   `json:"id" yaml:"id"`
	Question string   `json:"question" yaml:"question"`
	Also     []string `json:"also,omitempty" yaml:"also"` // other ways of asking the same
	Answer   string   `json:"answer" yaml:"answer"`       // short paragraphs, a blank line between two
	Rules    []string `json:"rules,omitempty" yaml:"rules"`
	Patterns []string `json:"patterns,omitempty" yaml:"patterns"`
	Sources  []string `json:"sources,omitempty" yaml:"sources"`
	Examples []string `json:"examples,omitempty" yaml:"examples"` // level:… specialty:… tag:…; any of them fits
}

// Example is one summary of the gallery, its weak twin, and the way from one to the other.
type Example struct {
	ID        string   `json:"id" yaml:"id"`
	Level     string   `json:"level" yaml:"level"`
	Specialty string   `json:"specialty" yaml:"specialty"`
	Tone      string   `json:"tone" yaml:"tone"`
	Tags      []string `json:"tags,omitempty" yaml:"tags"`
	Years     float64  `json:"years,omitempty" yaml:"years"`
	Text      string   `json:"text" yaml:"text"`
	Why       string   `json:"why" yaml:"why"`
	Weak      string   `json:"weak" yaml:"weak"`
	WeakShows []string `json:"weak_shows,omitempty" yaml:"weak_shows"` // the rules that the weak twin breaks
	Path      []Move   `json:"path,omitempty" yaml:"path"`
}

// Move is one step from the weak twin to the text.
type Move struct {
	Change string `json:"change" yaml:"change"`
	Says   string `json:"says" yaml:"says"`
	Rule   string `json:"rule" yaml:"rule"`
}

// Source is where advice comes from.
type Source struct {
	ID        string `json:"id" yaml:"id"`
	Title     string `json:"title" yaml:"title"`
	Publisher string `json:"publisher,omitempty" yaml:"publisher"`
	Date      string `json:"date,omitempty" yaml:"date"`
	Says      string `json:"says" yaml:"says"`
	Note      string `json:"note,omitempty" yaml:"note"`
	URL       string `json:"url,omitempty" yaml:"url"`
	Attribute string `json:"attribute,omitempty" yaml:"attribute"`
}

// Guide is all of it, in the order of the rows.
type Guide struct {
	Questions []Question `json:"questions"`
	Examples  []Example  `json:"examples"`
	Sources   []Source   `json:"sources"`
}

// Default is the guide compiled into the program. It is read once, at the first call, and must not be changed.
var Default = sync.OnceValue(func() *Guide {
	g := new(Guide)
	if err := json.Unmarshal(embedded, g); err != nil {
		panic("guide: guide.json cannot be read; run go generate ./internal/guide: " + err.Error())
	}
	return g
})

// Question finds a question by its id.
func (g *Guide) Question(id string) (*Question, bool) {
	for i := range g.Questions {
		if g.Questions[i].ID == id {
			return &g.Questions[i], true
		}
	}
	return nil, false
}

// Example finds an example by its id.
func (g *Guide) Example(id string) (*Example, bool) {
	for i := range g.Examples {
		if g.Examples[i].ID == id {
			return &g.Examples[i], true
		}
	}
	return nil, false
}

// Source finds a source by its id.
func (g *Guide) Source(id string) (*Source, bool) {
	for i := range g.Sources {
		if g.Sources[i].ID == id {
			return &g.Sources[i], true
		}
	}
	return nil, false
}

// Filter chooses examples. An empty field takes any.
type Filter struct{ Level, Specialty, Tone, Tag string }

// Choose lists the examples that pass, in the order of the rows.
func (g *Guide) Choose(f Filter) []*Example {
	var out []*Example
	for i := range g.Examples {
		e := &g.Examples[i]
		if fits(f.Level, e.Level) && fits(f.Specialty, e.Specialty) && fits(f.Tone, e.Tone) && (f.Tag == "" || has(e.Tags, f.Tag)) {
			out = append(out, e)
		}
	}
	return out
}

func fits(want, got string) bool { return want == "" || want == got }

func has(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
