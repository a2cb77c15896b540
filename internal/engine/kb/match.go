package kb

import "github.com/standfirst/standfirst/internal/engine/lex"

// Match is a term or saying found in a text: row Row of kind Kind stands at the tokens [First, Last).
type Match struct {
	Kind        Kind
	Of          Kind // of a KindNever: the kind of the row that is not meant
	Exact       bool // found through a spelling that counts only in its own casing
	Row         int32
	First, Last int32
}

// Base is the knowledge base: the rows and the index that finds them. It is immutable and safe for concurrent use.
type Base struct {
	Rows
	x         *index
	spellings string // what Decode was given, for With
	compiled  bool   // made by New: the rows have every spelling
}

// New compiles rows. The problems it returns name the row and what is wrong with it.
func New(r Rows) (*Base, []string) {
	b := &Base{Rows: r, compiled: true}
	errs := b.link()
	x, more := compile(&b.Rows)
	b.x = x
	return b, append(errs, more...)
}

// With is a base that holds the rows of a pack beside b's own.
func (b *Base) With(p Rows) (*Base, []string) {
	r, ok := b.Spelled()
	if !ok {
		return nil, []string{"this build carries no spellings, so it takes no packs"}
	}
	r.Technologies = join(r.Technologies, p.Technologies)
	r.Patterns = join(r.Patterns, p.Patterns)
	r.Things = join(r.Things, p.Things)
	r.Phrases = join(r.Phrases, p.Phrases)
	r.Artifacts = join(r.Artifacts, p.Artifacts)
	r.Practices = join(r.Practices, p.Practices)
	r.Verbs = join(r.Verbs, p.Verbs)
	r.Titles = join(r.Titles, p.Titles)
	r.Units = join(r.Units, p.Units)
	r.Domains = join(r.Domains, p.Domains)
	r.Vocab = join(r.Vocab, p.Vocab)
	r.Classes = join(r.Classes, p.Classes)
	return New(r)
}

func join[T any](a, b []T) []T { return append(a[:len(a):len(a)], b...) }

// link resolves the references between rows.
func (b *Base) link() (errs []string) {
	tech := make(map[string]int32, len(b.Technologies))
	for i := range b.Technologies {
		tech[b.Technologies[i].ID] = int32(i)
	}
	for i := range b.Technologies {
		t := &b.Technologies[i]
		t.ParentRow = -1
		if t.Parent != "" {
			p, ok := tech[t.Parent]
			if !ok {
				errs = append(errs, t.ID+": no technology "+t.Parent)
				continue
			}
			t.ParentRow = p
		}
	}
	refs := make(map[string]Thingish, len(b.Things)+len(b.Patterns))
	for i := range b.Technologies {
		refs[b.Technologies[i].ID] = Thingish{KindTechnology, int32(i)}
	}
	for i := range b.Patterns {
		refs[b.Patterns[i].ID] = Thingish{KindPattern, int32(i)}
	}
	for i := range b.Things {
		refs[b.Things[i].ID] = Thingish{KindThing, int32(i)}
	}
	resolve := func(id string, names []string) (out []Thingish) {
		for _, n := range names {
			r, ok := refs[n]
			if !ok {
				errs = append(errs, id+": nothing is called "+n)
				continue
			}
			out = append(out, r)
		}
		return out
	}
	for i := range b.Patterns {
		p := &b.Patterns[i]
		p.needRows, p.wrongRows = nil, nil
		for _, any := range p.Needs {
			p.needRows = append(p.needRows, resolve(p.ID, any))
		}
		p.wrongRows = resolve(p.ID, p.WrongOn)
	}
	return errs
}

// NeedRows is Needs, resolved.
func (p *Pattern) NeedRows() [][]Thingish { return p.needRows }

// WrongRows is WrongOn, resolved.
func (p *Pattern) WrongRows() []Thingish { return p.wrongRows }

// Annotate gives every token of d its Word, appending to dst. A name with a version glued to it ("Java21") gets the name's.
func (b *Base) Annotate(d *lex.Doc, dst []Word) []Word {
	x := b.x
	for i := range d.Tokens {
		t := &d.Tokens[i]
		s := d.Text[t.Start:t.End]
		var w Word
		switch {
		case t.Kind == lex.Punct:
			w = x.symbol(t.Sym, t.Hash)
		case t.Kind == lex.URL || t.Kind == lex.Email:
		default:
			w = x.word(s, t.Hash)
			if w == 0 && t.Flags&lex.HasDigit != 0 {
				if n := NameLen(s); n > 1 && n < len(s) {
					w = x.word(s[:n], lex.Hash(s[:n]))
				}
			}
		}
		dst = append(dst, w)
	}
	return dst
}

// NameLen is the length of the letters that a name with a version glued to it starts with.
func NameLen(s string) int {
	n := 0
	for n < len(s) && (s[n]|0x20)-'a' < 26 {
		n++
	}
	return n
}

func (x *index) symbol(r rune, hash uint32) Word {
	mask := uint32(len(x.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		w := x.slots[i]
		if w == 0 {
			return 0
		}
		if s := x.words[w]; s == string(r) {
			return Word(w)
		}
	}
}

// Words is the number of words: each Word is smaller.
func (b *Base) Words() int { return len(b.x.words) }

// Lookup is the Word of one word, 0 where no row uses it.
func (b *Base) Lookup(word string) Word {
	f := lex.Fold(word)
	return b.x.word(f, lex.Hash(f))
}

// Class finds a word class by its id, for [Base.Is]; -1 where there is none.
func (b *Base) Class(id string) int {
	for i := range b.Classes {
		if b.Classes[i].ID == id {
			return i
		}
	}
	return -1
}

// Is reports whether a word belongs to a class.
func (b *Base) Is(w Word, class int) bool {
	return class >= 0 && b.x.classes[w][class/64]&(1<<(class%64)) != 0
}

// Terms appends the longest match of every kind at every place of d, by first token. Matches of one kind do not overlap, but
// for those of KindNever, which are all there.
func (b *Base) Terms(d *lex.Doc, words []Word, dst []Match) []Match {
	x := b.x
	var busy [kinds]int32
	var best [kinds]Match // holds what found says it does
	for i := range words {
		state := x.starts[words[i]]
		if words[i] == 0 || state == 0 {
			continue
		}
		var found uint32
		for j := i + 1; ; j++ {
			for _, p := range x.postings[x.ends[state]:x.ends[state+1]] {
				if p.exact && d.Text[d.Tokens[i].Start:d.Tokens[j-1].End] != x.exacts[p.form] {
					continue
				}
				m := Match{Kind: p.kind, Of: p.of, Row: p.row, First: int32(i), Last: int32(j), Exact: p.exact}
				if p.kind == KindNever {
					dst = append(dst, m) // every one: they block their own rows only
					continue
				}
				if p.kind == KindUnit || p.kind == KindTitle || p.kind == KindThing || p.kind == KindDomain {
					// One word may be several of these; the exact spelling wins, then the first row.
					if found&(1<<p.kind) != 0 && best[p.kind].Last == m.Last && !(m.Exact && !best[p.kind].Exact) {
						continue
					}
				}
				if found&(1<<p.kind) != 0 && best[p.kind].Last == m.Last && best[p.kind].Exact && !m.Exact {
					continue
				}
				best[p.kind] = m
				found |= 1 << p.kind
			}
			if j >= len(words) || words[j] == 0 || d.Tokens[j].Flags&lex.ParaStart != 0 {
				break
			}
			if state = x.next(state, words[j]); state == 0 {
				break
			}
		}
		for k := Kind(0); found != 0; k++ {
			if found&(1<<k) == 0 {
				continue
			}
			found &^= 1 << k
			if best[k].First >= busy[k] {
				dst = append(dst, best[k])
				busy[k] = best[k].Last
			}
		}
	}
	return dst
}

// Sayings appends every match of a grammar in d, by first token; of one row the matches do not overlap.
func (b *Base) Sayings(d *lex.Doc, words []Word, dst []Match) []Match {
	x := b.x
	begun := len(dst)
	// By program: the last token of this sentence, counted from 1, that is one of its must words. What earlier sentences left is
	// smaller than any token of this one.
	var woken [maxPrograms]uint16
	gate := x.gates.of(x)
	for _, id := range x.always {
		woken[id] = awake
	}
	for s := range d.Sentences {
		first, last := int(d.Sentences[s].First), int(d.Sentences[s].Last)
		if d.Sentences[s].Bullet {
			first++
		}
		for i := first; i < last; i++ {
			if w := words[i]; w != 0 {
				at := uint16(min(i+1, awake-1))
				for _, id := range x.mustList[x.mustEnds[w]:x.mustEnds[w+1]] {
					woken[id] = max(woken[id], at)
				}
			}
		}
		for i := first; i < last; i++ {
			if d.Tokens[i].Kind == lex.Punct {
				continue
			}
			at := uint16(min(i+1, awake-1))
			if w := words[i]; w != 0 {
				var after uint64 // what must be in a program's gate
				if i+1 < last {
					after = gateBit(words[i+1])
				}
				for _, id := range x.anchors[x.first[w]:x.first[w+1]] {
					if woken[id&(maxPrograms-1)] >= at && gate[id]&after == after {
						dst = x.try(d, words, id, i, first, last, dst)
					}
				}
			}
			if d.Tokens[i].Kind == lex.Number {
				for _, id := range x.numbers {
					if woken[id&(maxPrograms-1)] >= at {
						dst = x.try(d, words, id, i, first, last, dst)
					}
				}
			}
		}
	}
	return dropMeantOtherwise(dst[:begun], dst[begun:])
}

// dropMeantOtherwise appends the found matches, which stand right behind dst, without those that overlap what their row says
// is not meant.
func dropMeantOtherwise(dst, found []Match) []Match {
	for i := range found {
		n := &found[i]
		if n.Kind != kindNotPhrase {
			continue
		}
		for k := range found {
			if m := &found[k]; m.Kind == KindPhrase && m.Row == n.Row && n.First < m.Last && m.First < n.Last {
				m.Kind = kinds
			}
		}
	}
	for _, m := range found {
		if m.Kind != kindNotPhrase && m.Kind != kinds {
			dst = append(dst, m)
		}
	}
	return dst
}

// awake is where programs stand that need no word to wake them. In a text that is longer than the numbers go, the last one stands
// for every token behind: more is tried there, and the same is found.
const awake = 1<<16 - 1

const maxSteps = 2000

func (x *index) try(d *lex.Doc, words []Word, id uint32, i, first, last int, dst []Match) []Match {
	p := x.programs[id]
	steps := maxSteps
	pc, at := p.start, i
	if o := x.code[pc].op; o == opWord || o == opSet {
		pc, at, steps = pc+1, i+1, steps-1 // its anchor has matched
	}
	end := x.run(d, words, pc, at, first, last, &steps)
	if end < 0 || end == i {
		return dst
	}
	for end > i+1 && d.Tokens[end-1].Kind == lex.Punct {
		end-- // a mark at the end was context, and is no part of the saying
	}
	m := Match{Kind: p.kind, Row: p.row, First: int32(i), Last: int32(end)}
	for k := len(dst) - 1; k >= 0 && k > len(dst)-24; k-- {
		o := &dst[k]
		if o.Kind == m.Kind && o.Row == m.Row && m.First < o.Last {
			if o.First == m.First && m.Last > o.Last {
				*o = m
			}
			return dst
		}
	}
	return append(dst, m)
}

// Text is a word as the base spells it, folded; "" for 0.
func (b *Base) Text(w Word) string { return b.x.words[w] }

// UnitOf finds the unit row that a suffix glued to digits stands for, or -1.
func (b *Base) UnitOf(suffix string) int {
	x := b.x
	w := x.word(suffix, lex.Hash(suffix))
	if w == 0 || x.starts[w] == 0 {
		return -1
	}
	s := x.starts[w]
	row := -1
	for _, p := range x.postings[x.ends[s]:x.ends[s+1]] {
		if p.kind != KindUnit || !b.Units[p.row].Suffix {
			continue
		}
		if p.exact {
			if x.exacts[p.form] == suffix {
				return int(p.row)
			}
			continue
		}
		if row < 0 {
			row = int(p.row)
		}
	}
	return row
}
