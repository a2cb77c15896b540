package rules

import (
	"github.com/standfirst/standfirst/internal/engine/lex"
	"github.com/standfirst/standfirst/internal/engine/rule"
	"github.com/standfirst/standfirst/internal/engine/text"
)

var personalData = &rule.Rule{
	ID:       "personal-data",
	Title:    "Personal data in the summary",
	Why:      "Age, family, papers and addresses have no bearing on the work, some employers may not read them, and they travel with every copy.",
	Mend:     "Leave it out; the way to reach you stands in the résumé's head.",
	Group:    rule.Privacy,
	Severity: rule.Warning,
	Sources:  []string{"standfirst-rubric"},
	Run:      runPersonalData,
}

func runPersonalData(p *rule.Pass) {
	t := tokens{p}
	var r run
	for n := nextSaying(p, "personal-data", 0); n >= 0; n = nextSaying(p, "personal-data", n+1) {
		m := &p.Says[n]
		row := &p.Base.Phrases[m.Row]
		if row.ID == "pers-contact" && t.reachable() {
			continue // the address or number itself is told
		}
		if r.row != nil && r.extend(t, m, row) {
			continue
		}
		if first := int(m.First); row.Light && t.find(first-5, int(m.Last), "i", "my", "me", "am", "have", "had", "due", "after", "with", "from", "contact", "email", "e-mail", "mail", "phone", "call", "reach", "linkedin", "github", "portfolio") < 0 {
			continue // a word of the trade: "radiology, surgery, admissions"
		}
		reportPersonal(p, &r)
		r = run{int(m.First), int(m.Last), row.Light, row}
	}
	reportPersonal(p, &r)
	for i := range p.Doc.Tokens {
		switch tok := &p.Doc.Tokens[i]; {
		case tok.Kind == lex.Email:
			p.Report(tok.Span(), "An e-mail address stands inside the summary.").Less(rule.Suggestion).
				Mend = "Move the address to the résumé's head, where readers and forms look for it."
		case tok.Kind == lex.Number && t.street(i) > 0:
			p.Report(p.Span(i, t.street(i)), "A street address stands inside the summary.")
		}
	}
	if at := phone(p.Doc.Text); !at.Empty() {
		p.Report(at, "A phone number stands inside the summary.").Less(rule.Suggestion).
			Mend = "Move the number to the résumé's head, where readers and forms look for it."
	}
}

// reachable reports whether the text holds an e-mail address or a phone number.
func (t tokens) reachable() bool {
	for i := range t.Doc.Tokens {
		if t.Doc.Tokens[i].Kind == lex.Email {
			return true
		}
	}
	return !phone(t.Doc.Text).Empty()
}

func reportPersonal(p *rule.Pass, r *run) {
	if r.row == nil {
		return
	}
	t := tokens{p}
	first, last := t.tidy(r.first, r.last)
	f := p.Report(p.Span(first, last), quoted(t.words(first, last))+" is about you and not about your work.")
	f.Mend = r.row.Mend
	if r.light {
		f.Less(rule.Suggestion)
	}
}

// street is where a street address that starts with the house number at token i ends, or 0.
func (t tokens) street(i int) int {
	for k := i + 1; k < i+5; k++ {
		if !t.is(k, lex.Capital|lex.Space) {
			return 0
		}
		if k > i+1 && t.in(k, "Street", "St", "Road", "Rd", "Avenue", "Ave", "Boulevard", "Blvd", "Lane") {
			return k + 1
		}
	}
	return 0
}

// phone finds the first phone number: nine to fifteen digits in groups, with a plus, brackets or hyphens as only phone
// numbers have them.
func phone(s string) text.Span {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c != '+' && c != '(' && c-'0' > 9 || i > 0 && (s[i-1]-'0' < 10 || s[i-1]|0x20-'a' < 26 || s[i-1] == '.' || s[i-1] == '/' || s[i-1] == '-') {
			continue
		}
		digits, hyphens, end, k := 0, 0, i, i
		for ; k < len(s); k++ {
			c := s[k]
			if c-'0' < 10 {
				digits++
				end = k + 1
			} else if c == '-' {
				hyphens++
			} else if c != ' ' && c != '(' && c != ')' && !(c == '+' && k == i) {
				break
			}
		}
		letter := end < len(s) && (s[end]|0x20-'a' < 26 || s[end] == '%')
		if digits >= 9 && digits <= 15 && !letter && (c == '+' || c == '(' && hyphens >= 1 || hyphens >= 2) {
			return text.Span{Start: i, End: end}
		}
		if end > i {
			i = end - 1
		}
	}
	return text.Span{}
}
