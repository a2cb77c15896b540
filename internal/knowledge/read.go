// Package knowledge reads knowledge-base rows from YAML, strictly, for the generator and for packs. The row formats are
// described in internal/engine/kb/data/README.md.
package knowledge

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/standfirst/standfirst/internal/engine/kb"
)

// Example is a line that a row must (Want) or must not be found in.
type Example struct {
	Kind kb.Kind
	ID   string
	Text string
	Want bool
}

// Lines are the example lines of a row.
type Lines struct {
	OK []string `yaml:"ok"`
	No []string `yaml:"no"`
}

func (e Lines) of(kind kb.Kind, id string) (out []Example) {
	for _, s := range e.OK {
		out = append(out, Example{kind, id, s, true})
	}
	for _, s := range e.No {
		out = append(out, Example{kind, id, s, false})
	}
	return out
}

// Set is a folder of rows, as read.
type Set struct {
	Rows     kb.Rows
	Examples []Example
	errs     []error
}

type technology struct {
	ID           string   `yaml:"id"`
	Name         string   `yaml:"name"`
	Category     string   `yaml:"category"`
	Aliases      []string `yaml:"aliases"`
	Language     string   `yaml:"language"`
	Specialty    string   `yaml:"specialty"`
	Parent       string   `yaml:"parent"`
	Vendor       string   `yaml:"vendor"`
	Product      string   `yaml:"product"`
	FirstRelease string   `yaml:"first_release"`
	Cycles       []struct {
		Version  string `yaml:"version"`
		Released string `yaml:"released"`
		Ended    string `yaml:"ended"`
	} `yaml:"cycles"`
	Ambiguous bool     `yaml:"ambiguous"`
	Exact     []string `yaml:"exact"`
	Cues      []string `yaml:"cues"`
	Never     []string `yaml:"never"`
	Employer  bool     `yaml:"employer"`
	Lines     `yaml:",inline"`
}

type pattern struct {
	ID        string     `yaml:"id"`
	Name      string     `yaml:"name"`
	Aliases   []string   `yaml:"aliases"`
	Group     string     `yaml:"group"`
	Bar       string     `yaml:"bar"`
	What      string     `yaml:"what"`
	Why       string     `yaml:"why"`
	Needs     [][]string `yaml:"needs"`
	WrongOn   []string   `yaml:"wrong_on"`
	WrongWhy  string     `yaml:"wrong_why"`
	Related   []string   `yaml:"related"`
	Umbrella  bool       `yaml:"umbrella"`
	Ambiguous bool       `yaml:"ambiguous"`
	Cues      []string   `yaml:"cues"`
	Never     []string   `yaml:"never"`
	Lines     `yaml:",inline"`
}

type phrase struct {
	ID      string   `yaml:"id"`
	Kind    string   `yaml:"kind"`
	Match   []string `yaml:"match"`
	Never   []string `yaml:"never"`
	Mend    string   `yaml:"mend"`
	Weight  string   `yaml:"weight"`
	SafeCut bool     `yaml:"safe_cut"`
	Lines   `yaml:",inline"`
}

type named struct {
	ID         string   `yaml:"id"`
	Name       string   `yaml:"name"`
	Group      string   `yaml:"group"`
	What       string   `yaml:"what"`
	Level      string   `yaml:"level"`
	Match      []string `yaml:"match"`
	Judgment   bool     `yaml:"judgment"`
	Operations bool     `yaml:"operations"`
	Lines      `yaml:",inline"`
}

type verb struct {
	Verb      string   `yaml:"verb"`
	Forms     []string `yaml:"forms"`
	Family    string   `yaml:"family"`
	Level     string   `yaml:"level"`
	Direction string   `yaml:"direction"`
	Factor    float64  `yaml:"factor"`
	Split     bool     `yaml:"split"`
	Needs     []string `yaml:"needs"`
	Noun      []string `yaml:"noun"`
	Roles     []string `yaml:"roles"`
	Never     []string `yaml:"never"`
	Lines     `yaml:",inline"`
}

type title struct {
	Title     string   `yaml:"title"`
	Word      string   `yaml:"word"`
	Aliases   []string `yaml:"aliases"`
	Specialty string   `yaml:"specialty"`
	Level     string   `yaml:"level"`
	Where     string   `yaml:"where"`
	Note      string   `yaml:"note"`
	Match     []string `yaml:"match"`
	Never     []string `yaml:"never"`
	Anchor    bool     `yaml:"anchor"`
	Weak      bool     `yaml:"weak"`
	Alone     bool     `yaml:"alone"`
	Adjacent  bool     `yaml:"adjacent"`
	Lines     `yaml:",inline"`
}

type unit struct {
	ID     string   `yaml:"id"`
	Is     string   `yaml:"is"`
	Kind   string   `yaml:"kind"`
	Per    string   `yaml:"per"`
	Scale  float64  `yaml:"scale"`
	Forms  []string `yaml:"forms"`
	Exact  []string `yaml:"exact"`
	Suffix bool     `yaml:"suffix"`
}

// Read reads the folder of rows. The error lists every row that cannot be taken, with its file.
func Read(dir fs.FS) (*Set, error) {
	s := &Set{}
	var about struct {
		Date string `yaml:"date"`
	}
	s.file(dir, "base.yaml", &about)
	s.Rows.Date = s.day("base.yaml", about.Date)
	s.technologies(dir)
	var patterns []pattern
	s.file(dir, "patterns.yaml", &patterns)
	for _, p := range patterns {
		s.Rows.Patterns = append(s.Rows.Patterns, kb.Pattern{
			ID: p.ID, Name: p.Name, Group: p.Group, What: p.What, Why: p.Why, WrongWhy: p.WrongWhy, Bar: s.level(p.ID, p.Bar),
			Aliases: p.Aliases, Cues: p.Cues, Never: p.Never, Needs: p.Needs, WrongOn: p.WrongOn, Related: p.Related,
			Umbrella: p.Umbrella, Ambiguous: p.Ambiguous,
		})
		s.Examples = append(s.Examples, p.of(kb.KindPattern, p.ID)...)
	}
	var things []struct {
		ID         string   `yaml:"id"`
		Name       string   `yaml:"name"`
		Categories []string `yaml:"categories"`
		Nouns      []string `yaml:"nouns"`
	}
	s.file(dir, "things.yaml", &things)
	for _, t := range things {
		s.Rows.Things = append(s.Rows.Things, kb.Thing(t))
	}
	s.phrases(dir)
	s.Rows.Artifacts = s.named(dir, "artifacts.yaml", kb.KindArtifact)
	s.Rows.Practices = s.named(dir, "practices.yaml", kb.KindPractice)
	var verbs []verb
	s.file(dir, "verbs.yaml", &verbs)
	for _, v := range verbs {
		s.Rows.Verbs = append(s.Rows.Verbs, kb.Verb{Verb: v.Verb, Family: v.Family, Direction: v.Direction, Forms: v.Forms, Level: s.level(v.Verb, v.Level),
			Factor: v.Factor, Split: v.Split, Needs: v.Needs, Nouns: v.Noun, Roles: v.Roles, Never: v.Never})
		s.Examples = append(s.Examples, v.of(kb.KindVerb, v.Verb)...)
	}
	s.titles(dir)
	var units []unit
	s.file(dir, "units.yaml", &units)
	for _, u := range units {
		s.Rows.Units = append(s.Rows.Units, kb.Unit(u))
	}
	s.domains(dir)
	s.levels(dir)
	var classes []struct {
		ID    string   `yaml:"id"`
		Words []string `yaml:"words"`
	}
	s.file(dir, "classes.yaml", &classes)
	for _, c := range classes {
		s.Rows.Classes = append(s.Rows.Classes, kb.Class(c))
	}
	s.unique()
	return s, errors.Join(s.errs...)
}

func (s *Set) fail(format string, args ...any) { s.errs = append(s.errs, fmt.Errorf(format, args...)) }

// file decodes one YAML file into v; a missing one is an empty list, since a pack need not have every kind of row.
func (s *Set) file(dir fs.FS, name string, v any) {
	b, err := fs.ReadFile(dir, name)
	if errors.Is(err, fs.ErrNotExist) {
		return
	}
	if err == nil {
		err = yaml.UnmarshalWithOptions(b, v, yaml.Strict())
	}
	if err != nil {
		s.fail("%s: %w", name, err)
	}
}

func (s *Set) level(id, name string) kb.Level {
	if name == "" {
		return kb.Unknown
	}
	l, ok := kb.ParseLevel(name)
	if !ok {
		s.fail("%s: no level %q; take entry, mid, senior or staff", id, name)
	}
	return l
}

func (s *Set) day(id, text string) kb.Day {
	if text == "" {
		return 0
	}
	d, ok := kb.ParseDay(text)
	if !ok {
		s.fail("%s: no day %q; write 2026-11-23, 2026-11 or 2026", id, text)
	}
	return d
}

func (s *Set) technologies(dir fs.FS) {
	names, _ := fs.Glob(dir, "technologies/*.yaml")
	sort.Strings(names)
	versions := s.versions(dir)
	for _, name := range names {
		var rows []technology
		s.file(dir, name, &rows)
		for _, t := range rows {
			k := kb.Technology{
				ID: t.ID, Name: t.Name, Category: t.Category, Language: t.Language, Specialty: t.Specialty, Parent: t.Parent,
				Vendor: t.Vendor, Product: t.Product, Aliases: t.Aliases, Exact: t.Exact, Cues: t.Cues, Never: t.Never,
				FirstRelease: s.day(t.ID, t.FirstRelease), Ambiguous: t.Ambiguous, Employer: t.Employer,
			}
			if !categories[t.Category] {
				s.fail("%s: %s: no category %q", name, t.ID, t.Category)
			}
			for _, c := range t.Cycles {
				k.Cycles = append(k.Cycles, kb.Cycle{Version: c.Version, Released: s.day(t.ID, c.Released), Ended: s.day(t.ID, c.Ended)})
			}
			if t.Product != "" {
				cycles, ok := versions[t.Product]
				if !ok {
					s.fail("%s: %s: versions.tsv has no product %q", name, t.ID, t.Product)
				}
				for _, c := range cycles {
					if !hasVersion(k.Cycles, c.Version) {
						k.Cycles = append(k.Cycles, c)
					}
				}
			}
			s.Rows.Technologies = append(s.Rows.Technologies, k)
			s.Examples = append(s.Examples, t.of(kb.KindTechnology, t.ID)...)
		}
	}
}

func hasVersion(cycles []kb.Cycle, v string) bool {
	for _, c := range cycles {
		if c.Version == v {
			return true
		}
	}
	return false
}

var categories = func() map[string]bool {
	m := map[string]bool{}
	for _, c := range strings.Fields(`language runtime framework library orm datastore cache broker streaming search vector-store warehouse etl
		cloud cloud-service container orchestration ci iac observability protocol format api gateway mesh auth os tool testing build vcs
		frontend mobile ml analytics cms saas security payment`) {
		m[c] = true
	}
	return m
}()

// versions reads versions.tsv: product, cycle, released, ended ("false": supported), latest.
func (s *Set) versions(dir fs.FS) map[string][]kb.Cycle {
	out := map[string][]kb.Cycle{}
	b, err := fs.ReadFile(dir, "versions.tsv")
	if err != nil {
		return out
	}
	sc := bufio.NewScanner(bytes.NewReader(b))
	for sc.Scan() {
		line := sc.Text()
		if strings.HasPrefix(line, "#") || line == "" {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) < 4 {
			s.fail("versions.tsv: a line without four fields: %q", line)
			continue
		}
		c := kb.Cycle{Version: f[1]}
		c.Released, _ = kb.ParseDay(f[2])
		c.Ended, _ = kb.ParseDay(f[3])
		out[f[0]] = append(out[f[0]], c)
	}
	return out
}

func (s *Set) phrases(dir fs.FS) {
	names, _ := fs.Glob(dir, "phrases/*.yaml")
	sort.Strings(names)
	for _, name := range names {
		var rows []phrase
		s.file(dir, name, &rows)
		for _, p := range rows {
			if p.Weight != "" && p.Weight != "light" {
				s.fail("%s: %s: no weight %q; leave it out or write light", name, p.ID, p.Weight)
			}
			s.Rows.Phrases = append(s.Rows.Phrases, kb.Phrase{ID: p.ID, Kind: p.Kind, Mend: p.Mend, Match: p.Match, Never: p.Never, Light: p.Weight == "light", SafeCut: p.SafeCut})
			s.Examples = append(s.Examples, p.of(kb.KindPhrase, p.ID)...)
		}
	}
}

func (s *Set) named(dir fs.FS, name string, kind kb.Kind) (out []kb.Named) {
	var rows []named
	s.file(dir, name, &rows)
	for _, n := range rows {
		out = append(out, kb.Named{ID: n.ID, Name: n.Name, Group: n.Group, What: n.What, Level: s.level(n.ID, n.Level), Match: n.Match, Judgment: n.Judgment, Operations: n.Operations})
		s.Examples = append(s.Examples, n.of(kind, n.ID)...)
	}
	return out
}

func (s *Set) titles(dir fs.FS) {
	var f struct {
		Titles    []title `yaml:"titles"`
		Heads     []title `yaml:"heads"`
		Fields    []title `yaml:"fields"`
		Seniority []title `yaml:"seniority"`
		NotTitle  []title `yaml:"not_title"`
	}
	s.file(dir, "titles.yaml", &f)
	add := func(role string, rows []title) {
		for _, t := range rows {
			if t.Title == "" {
				t.Title = t.Word
			}
			s.Rows.Titles = append(s.Rows.Titles, kb.Title{Title: t.Title, Role: role, Specialty: t.Specialty, Where: t.Where, Level: s.level(t.Title, t.Level),
				Aliases: t.Aliases, Match: t.Match, Never: t.Never, Anchor: t.Anchor, Weak: t.Weak, Alone: t.Alone, Adjacent: t.Adjacent})
			kind := kb.KindTitle
			if role == "not" {
				kind = kb.KindNotTitle
			}
			s.Examples = append(s.Examples, t.of(kind, t.Title)...)
		}
	}
	add("title", f.Titles)
	add("head", f.Heads)
	add("field", f.Fields)
	add("seniority", f.Seniority)
	add("not", f.NotTitle)
}

func (s *Set) domains(dir fs.FS) {
	var f struct {
		Domains []struct {
			ID     string   `yaml:"id"`
			Name   string   `yaml:"name"`
			Words  []string `yaml:"words"`
			Parent string   `yaml:"parent"`
			Never  []string `yaml:"never"`
		} `yaml:"domains"`
		OrgNouns []struct {
			Word    string   `yaml:"word"`
			Plural  string   `yaml:"plural"`
			Aliases []string `yaml:"aliases"`
			Never   []string `yaml:"never"`
			Person  bool     `yaml:"person"`
			Product bool     `yaml:"product"`
			Part    bool     `yaml:"part"`
			Domain  string   `yaml:"domain"`
		} `yaml:"org_nouns"`
		SizeNouns []string `yaml:"size_nouns"`
	}
	s.file(dir, "domains.yaml", &f)
	for _, d := range f.Domains {
		s.Rows.Domains = append(s.Rows.Domains, kb.Domain{ID: d.ID, Name: d.Name, Words: append([]string{d.Name}, d.Words...), Never: d.Never})
	}
	for _, o := range f.OrgNouns {
		words := []string{o.Word}
		if o.Plural != "" {
			words = append(words, o.Plural)
		}
		s.Rows.Domains = append(s.Rows.Domains, kb.Domain{ID: o.Word, Name: o.Word, Words: append(words, o.Aliases...), Never: o.Never, Org: true, Person: !o.Product})
	}
}

func (s *Set) levels(dir fs.FS) {
	type bounds struct {
		Low  int `yaml:"low"`
		High int `yaml:"high"`
		Most int `yaml:"most"`
	}
	var f struct {
		Length any `yaml:"length"`
		Levels []struct {
			ID         string   `yaml:"id"`
			Names      []string `yaml:"names"`
			Years      bounds   `yaml:"years"`
			Words      bounds   `yaml:"words"`
			Sentences  bounds   `yaml:"sentences"`
			OpensWith  any      `yaml:"opens_with"`
			Anchor     string   `yaml:"anchor"`
			MustCarry  any      `yaml:"must_carry"`
			BetterWith any      `yaml:"better_with"`
			WrongTier  string   `yaml:"wrong_tier"`
			WrongUp    []string `yaml:"wrong_up"`
			WrongDown  []string `yaml:"wrong_down"`
		} `yaml:"levels"`
		Vocab []struct {
			ID      string   `yaml:"id"`
			ReadsAs string   `yaml:"reads_as"`
			Match   []string `yaml:"match"`
			Why     string   `yaml:"why"`
			Mend    string   `yaml:"mend"`
			Unless  []string `yaml:"unless"`
			Lines   `yaml:",inline"`
		} `yaml:"vocab"`
	}
	s.file(dir, "levels.yaml", &f)
	wrong := map[string][]kb.Level{}
	for _, l := range f.Levels {
		lv := s.level("levels.yaml", l.ID)
		s.Rows.Levels = append(s.Rows.Levels, kb.LevelSpec{Level: lv, WordsLow: l.Words.Low, WordsHigh: l.Words.High,
			SentencesLow: l.Sentences.Low, SentencesHigh: l.Sentences.High, SentencesMost: l.Sentences.Most, YearsLow: l.Years.Low, YearsHigh: l.Years.High})
		for _, id := range append(l.WrongUp, l.WrongDown...) {
			wrong[id] = append(wrong[id], lv)
		}
	}
	for _, v := range f.Vocab {
		s.Rows.Vocab = append(s.Rows.Vocab, kb.LevelVocab{ID: v.ID, Why: v.Why, Mend: v.Mend, ReadsAs: s.level(v.ID, v.ReadsAs), WrongAt: wrong[v.ID], Match: v.Match, Unless: v.Unless})
		delete(wrong, v.ID)
		s.Examples = append(s.Examples, v.of(kb.KindLevel, v.ID)...)
	}
	for id := range wrong {
		s.fail("levels.yaml: no vocab row %s", id)
	}
}

// unique refuses an id that two rows of one kind share.
func (s *Set) unique() {
	seen := map[string]bool{}
	check := func(kind, id string) {
		k := path.Join(kind, id)
		switch {
		case id == "":
			s.fail("a %s without an id", kind)
		case seen[k]:
			s.fail("two rows of kind %s are called %q", kind, id)
		}
		seen[k] = true
	}
	for _, t := range s.Rows.Technologies {
		check("technology", t.ID)
	}
	for _, p := range s.Rows.Patterns {
		check("pattern", p.ID)
	}
	for _, t := range s.Rows.Things {
		check("thing", t.ID)
	}
	for _, p := range s.Rows.Phrases {
		check("phrase", p.ID)
	}
	for _, v := range s.Rows.Verbs {
		check("verb", v.Verb)
	}
	for _, u := range s.Rows.Units {
		check("unit", u.ID)
	}
	for _, c := range s.Rows.Classes {
		check("class", c.ID)
	}
}
