// Package rule is the contract between a rule and everything that runs it.
//
// A [Rule] is a value with a function. It looks at a [Pass], which is one text as it was read, and reports findings. It
// knows nothing of configuration, output or other rules. Rules live in package rules, one file each.
package rule

import (
	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/text"
)

// Severity is how much a finding weighs. Errors are rare, warnings are right, suggestions are kind.
type Severity uint8

// The severities. Off is a configuration's, never a rule's own.
const (
	Off Severity = iota
	Suggestion
	Warning
	Error
)

func (s Severity) String() string { return [...]string{"off", "suggestion", "warning", "error"}[s] }

// ParseSeverity reads the name of a severity.
func ParseSeverity(s string) (Severity, bool) {
	for v := Off; v <= Error; v++ {
		if v.String() == s {
			return v, true
		}
	}
	return 0, false
}

// Group is what a rule is about.
type Group string

// The groups, in the order of the guide.
const (
	Opening    Group = "opening"    // who the person is, in the first words
	Stack      Group = "stack"      // technologies
	Scale      Group = "scale"      // numbers and outcomes
	Judgment   Group = "judgment"   // patterns, trade-offs, artifacts
	Operations Group = "operations" // running what was built
	Tier       Group = "tier"       // vocabulary of the level
	Voice      Group = "voice"      // filler, traits, apologies, ownership
	Close      Group = "close"      // what is wanted next
	Form       Group = "form"       // length, sentences, casing
	Truth      Group = "truth"      // arithmetic and dates
	Privacy    Group = "privacy"    // what does not belong in a résumé
)

// Rule is one check.
type Rule struct {
	ID       string      // kebab-case, the same as its file's name, never reused
	Title    string      // the mistake in a few words, sentence case without a full stop
	Why      string      // why it costs the reader's trust: one or two sentences
	Mend     string      // what to do instead: one or two sentences
	Group    Group       // where it stands in the guide
	Severity Severity    // the default; a run may report less, never more
	Levels   []kb.Level  // the levels that it applies to; nil is every level
	Needs    []fact.Kind // it is run only where a fact of one of these kinds was read; nil is always
	Sources  []string    // ids of sources in the knowledge base
	Run      func(*Pass)
}

// AppliesTo reports whether the rule is for a level. A level that is unknown gets only the rules for every level.
func (r *Rule) AppliesTo(l kb.Level) bool {
	if r.Levels == nil {
		return true
	}
	for _, x := range r.Levels {
		if x == l {
			return true
		}
	}
	return false
}

// Edit replaces the bytes of a span by Text.
type Edit struct {
	Span text.Span
	Text string
}

// Fix is a way to mend a finding. A safe fix keeps the meaning and may be applied unattended. Any other asks for a fact, and
// its edits, where it has some, are a sketch with blanks.
type Fix struct {
	Title string
	Safe  bool
	Edits []Edit
	Facts []int32 // indexes of the facts that the new words rest on
	Asks  []string
}

// Finding is one place where a rule was broken.
type Finding struct {
	Rule     *Rule
	Severity Severity
	Span     text.Span
	Message  string  // what is wrong here, in one sentence, with the words or numbers at fault
	Mend     string  // what to do here; "" where the rule's own Mend says it
	Facts    []int32 // indexes of the facts it is about
	Fixes    []Fix
}

// Target is what the text is written for, as far as rules care.
type Target struct {
	AITools bool // the role is about AI assistants: naming them is no mistake
}

// Pass is one text in front of one rule.
type Pass struct {
	*fact.Reading
	Target   Target
	Rule     *Rule
	Findings []Finding
}

// Span is the span of the tokens [first, last).
func (p *Pass) Span(first, last int) text.Span { return p.Doc.SpanOf(first, last) }

// Report adds a finding of the rule's default severity and returns it for more detail. The pointer is good until the next
// call.
func (p *Pass) Report(at text.Span, message string) *Finding {
	p.Findings = append(p.Findings, Finding{Rule: p.Rule, Severity: p.Rule.Severity, Span: at, Message: message})
	return &p.Findings[len(p.Findings)-1]
}

// ReportFact adds a finding about fact i, at its place.
func (p *Pass) ReportFact(i int, message string) *Finding {
	f := p.Report(p.Facts[i].Span, message)
	f.Facts = []int32{int32(i)}
	return f
}

// Less lowers the severity of the finding, never below a suggestion.
func (f *Finding) Less(to Severity) *Finding {
	if to < f.Severity && to > Off {
		f.Severity = to
	}
	return f
}

// Cut offers the removal of a span as a safe fix: the words go, and with them one space, so that the sentence closes up.
func (f *Finding) Cut(p *Pass, title string, at text.Span) *Finding {
	s := p.Doc.Text
	switch {
	case at.Start > 0 && s[at.Start-1] == ' ' && (at.End == len(s) || s[at.End] == ' ' || s[at.End] == ',' || s[at.End] == '.' || s[at.End] == ';'):
		at.Start--
	case at.End < len(s) && s[at.End] == ' ':
		at.End++
	}
	f.Fixes = append(f.Fixes, Fix{Title: title, Safe: true, Edits: []Edit{{Span: at}}})
	return f
}

// Replace offers a safe replacement of a span.
func (f *Finding) Replace(title string, at text.Span, with string) *Finding {
	f.Fixes = append(f.Fixes, Fix{Title: title, Safe: true, Edits: []Edit{{Span: at, Text: with}}})
	return f
}

// Ask offers a mend that needs facts: the questions whose answers it would be written from.
func (f *Finding) Ask(title string, questions ...string) *Finding {
	f.Fixes = append(f.Fixes, Fix{Title: title, Asks: questions})
	return f
}
