package rules

import (
	"strconv"

	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/lex"
	"github.com/standfirst/standfirst/internal/engine/rule"
	"github.com/standfirst/standfirst/internal/engine/text"
)

var technologyCasing = &rule.Rule{
	ID:       "technology-casing",
	Title:    "A technology's name is written otherwise",
	Why:      "Whoever works with a thing every day knows how its name is written; a slip there costs a little of the depth that the list claims.",
	Mend:     "Write the name as its makers do.",
	Group:    rule.Form,
	Severity: rule.Suggestion,
	Needs:    []fact.Kind{fact.Technology},
	Sources:  []string{"standfirst-rubric"},
	Run:      runTechnologyCasing,
}

// runTechnologyCasing reports all such names of a text as one finding, at the first of them.
func runTechnologyCasing(p *rule.Pass) {
	t := tokens{p}
	var found *rule.Finding
	first, more := "", 0
	for i := range p.Facts {
		f := &p.Facts[i]
		if f.Kind != fact.Technology || f.Use == fact.Employer || f.Glued || t.packageName(int(f.First)) {
			continue
		}
		at := nameSpan(p, f)
		written := p.Doc.Text[at.Start:at.End]
		want, ok := fieldCasing(p.TechnologyOf(f), written)
		if !ok || want == written || t.opensSentence(int(f.First)) && capitalised(want, written) {
			continue
		}
		if t.shouting(int(f.First)) {
			continue
		}
		if found == nil {
			first = "“" + written + "” is written “" + want + "”"
			found = p.ReportFact(i, "")
			found.Span = at
			found.Fixes = append(found.Fixes, rule.Fix{Title: "Write the names as the field does", Safe: true})
		} else {
			more++
			found.Facts = append(found.Facts, int32(i))
		}
		found.Fixes[0].Edits = append(found.Fixes[0].Edits, rule.Edit{Span: at, Text: want})
	}
	switch {
	case found == nil:
	case more == 0:
		found.Message = first + "."
	case more == 1:
		found.Message = first + ", and one more name is off."
	default:
		found.Message = first + ", and " + strconv.Itoa(more) + " more names are off."
	}
}

// nameSpan is the place of a technology's name without its version.
func nameSpan(p *rule.Pass, f *fact.Fact) text.Span {
	at := f.Span
	if f.Version.Empty() {
		return at
	}
	s := p.Doc.Text
	at.End = f.Version.Start
	for at.End > at.Start {
		c := s[at.End-1]
		if c == ' ' || c == '(' || c == '-' {
			at.End--
			continue
		}
		if n := at.End - 1; (c == 'v' || c == 'V') && n > at.Start && s[n-1] == ' ' {
			at.End--
			continue
		}
		if n := at.End - len("version"); n > at.Start && s[n-1] == ' ' && lex.EqualFold(s[n:at.End], "version") {
			at.End = n
			continue
		}
		break
	}
	return at
}

// fieldCasing is how the field writes a name that has the letters of the row's name, or of a run of its words. A short form
// that is none of these ("Postgres", "Mongo", "golang") is left alone.
func fieldCasing(row *kb.Technology, written string) (string, bool) {
	for _, e := range row.Exact {
		if e == written {
			return "", false
		}
	}
	name := row.Name
	if sameLetters(name, written) {
		if spacedAlike(name, written) || joined(name, written) || shortCapitals(written) || !distinct(name) && !proper(row) {
			return "", false
		}
		return name, true
	}
	for from := 0; from < len(name); from++ {
		if from > 0 && name[from-1] != ' ' {
			continue
		}
		for to := from + 1; to <= len(name); to++ {
			if to < len(name) && name[to] != ' ' {
				continue
			}
			if part := name[from:to]; oneWord(part) && sameLetters(part, written) {
				if spacedAlike(part, written) || !distinct(part) && !proper(row) {
					return "", false
				}
				return part, true
			}
		}
	}
	return "", false
}

// joined reports a name of several words written as one with the same capitals ("ArgoCD").
func joined(name, written string) bool {
	k := 0
	for i := 0; i < len(name); i++ {
		if name[i] == ' ' {
			continue
		}
		if k == len(written) || name[i] != written[k] {
			return false
		}
		k++
	}
	return k == len(written)
}

// shortCapitals reports an abbreviation in capitals ("DB2"), which nobody misreads.
func shortCapitals(written string) bool {
	for i := 0; i < len(written); i++ {
		if c := written[i]; c-'A' >= 26 && c-'0' > 9 {
			return false
		}
	}
	return len(written) <= 4
}

// distinct reports whether a name is written as no ordinary words are: with a capital inside, a dot or a figure.
func distinct(name string) bool {
	for i := 1; i < len(name); i++ {
		if c := name[i]; c-'A' < 26 && name[i-1] != ' ' && name[i-1] != '-' || c == '.' || c-'0' < 10 {
			return true
		}
	}
	return name[0] == '.'
}

func oneWord(name string) bool {
	for i := 0; i < len(name); i++ {
		if name[i] == ' ' {
			return false
		}
	}
	return true
}

// proper reports whether a row of plain capitalised words is a product and no common noun ("mainframe", "schema registry").
func proper(row *kb.Technology) bool {
	switch row.Category {
	case "language", "framework", "orm", "datastore", "cache", "broker", "streaming", "search", "vector-store", "warehouse", "container", "orchestration", "iac", "observability":
		return !row.Ambiguous
	}
	return false
}

// sameLetters reports whether two names are the same but for casing, spaces, dots and hyphens.
func sameLetters(a, b string) bool {
	i, k := 0, 0
	for {
		for i < len(a) && loose(a[i]) {
			i++
		}
		for k < len(b) && loose(b[k]) {
			k++
		}
		if i == len(a) || k == len(b) {
			return i == len(a) && k == len(b)
		}
		x, y := a[i], b[k]
		if x-'A' < 26 {
			x += 'a' - 'A'
		}
		if y-'A' < 26 {
			y += 'a' - 'A'
		}
		if x != y {
			return false
		}
		i, k = i+1, k+1
	}
}

func loose(c byte) bool {
	return c == ' ' || c == '.' || c == '-' || c == '_' || c == '\n' || c == '\r' || c == '\t'
}

// spacedAlike reports whether two names differ at most in the mark or line break that parts their words.
func spacedAlike(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := 0; i < len(a); i++ {
		if a[i] != b[i] && !(loose(a[i]) && a[i] != '.' && loose(b[i]) && b[i] != '.') {
			return false
		}
	}
	return true
}

// capitalised reports whether written is want with its first letter capital, as a sentence may begin.
func capitalised(want, written string) bool {
	return len(want) == len(written) && want[0]-'a' < 26 && written[0] == want[0]-'a'+'A' && want[1:] == written[1:]
}

func (t tokens) opensSentence(i int) bool {
	from, _ := t.sentence(i)
	return i == from || i > 0 && (t.sym(i-1) == ':' || t.sym(i-1) == '"' || t.sym(i-1) == '(')
}

// shouting reports whether the sentence around token i is written in capitals, so that casing says nothing.
func (t tokens) shouting(i int) bool {
	from, to := t.sentence(i)
	up, words := 0, 0
	for k := from; k < to; k++ {
		if tok := &t.Doc.Tokens[k]; tok.Kind == lex.Word && tok.End-tok.Start > 2 {
			words++
			if tok.Is(lex.Upper) {
				up++
			}
		}
	}
	return words > 3 && up*2 > words
}

// packageName reports a name that is typed and not read: "npm install mysql", "@scope/name", "mysql.conf".
func (t tokens) packageName(i int) bool {
	if s := t.sym(i - 1); (s == '@' || s == '/' || s == '.' || s == '_') && !t.is(i, wordStart) && t.sym(i-2) != 0 || t.sym(i-1) == '@' {
		return true
	}
	return t.in(i-1, "install", "npm", "pip", "apt", "brew", "yarn", "import", "require", "npx", "gem")
}
