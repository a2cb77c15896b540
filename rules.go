package standfirst

import (
	"github.com/standfirst/standfirst/internal/engine/rule"
	"github.com/standfirst/standfirst/internal/engine/rules"
)

// Rule is what there is to know about a rule.
type Rule struct {
	ID       string   // kebab-case, never reused
	Title    string   // the mistake in a few words
	Why      string   // why it costs the reader's trust
	Mend     string   // what to do instead
	Group    string   // where it stands in the guide
	Severity Severity // unless configured
	Levels   []string // that it applies to; nil is every level
	Sources  []string // ids of the sources behind it
	Docs     string   // its page in the repository
}

// Rules are all rules, by id.
func Rules() []Rule {
	out := make([]Rule, len(rules.All))
	for i, r := range rules.All {
		out[i] = about(r)
	}
	return out
}

// Explain tells about one rule.
func Explain(id string) (Rule, bool) {
	for _, r := range rules.All {
		if r.ID == id {
			return about(r), true
		}
	}
	return Rule{}, false
}

func about(r *rule.Rule) Rule {
	out := Rule{ID: r.ID, Title: r.Title, Why: r.Why, Mend: r.Mend, Group: string(r.Group), Severity: r.Severity,
		Sources: append([]string(nil), r.Sources...), Docs: "docs/rules/" + r.ID + ".md"}
	for _, l := range r.Levels {
		out.Levels = append(out.Levels, l.String())
	}
	return out
}
