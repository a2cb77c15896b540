package kb

import (
	"sort"

	"github.com/standfirst/standfirst/internal/engine/lex"
)

// Word is the number of a word that some row uses; 0 is a word that none does.
type Word uint32

// posting is what a finished term stands for.
type posting struct {
	kind  Kind
	exact bool // only in the casing of exacts[form]
	of    Kind // of a KindNever: the kind of the row that it blocks
	row   int32
	form  int32
}

// index is the compiled form of Rows: a word table, a trie of terms and the grammars' programs.
type index struct {
	words   []string // by Word
	slots   []uint32 // open addressing: Word by hash
	classes [][2]uint64
	starts  []uint32 // by Word: trie state after it as a first word, or 0

	parents  []uint32 // by trie state: the state before it, always a smaller number
	steps    []uint32 // by trie state: the Word that leads to it
	edges    []uint32 // open addressing by state and word: the state that follows
	ends     []uint32 // by state: postings[ends[s]:ends[s+1]]
	postings []posting
	exacts   []string

	code     []inst
	programs []program
	setEnds  []uint32 // set n is setWords[setEnds[n-1]:setEnds[n]], sorted
	setWords []uint32
	first    []uint32 // by Word: anchors[first[w]:first[w+1]] are the programs that may start with it
	anchors  []uint32
	mustEnds []uint32 // by Word: mustList[mustEnds[w]:mustEnds[w+1]] are the programs that it wakes
	mustList []uint32
	always   []uint32 // programs that no word need wake
	numbers  []uint32 // programs that may start with a number

	gates gates

	phraseEnds  []uint32 // by class: phrases[phraseEnds[c]:phraseEnds[c+1]] are its members of several words
	phrases     []uint32 // places in phraseWords
	phraseWords []uint32 // length, then that many words
}

func (x *index) word(s string, hash uint32) Word {
	mask := uint32(len(x.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		w := x.slots[i]
		if w == 0 {
			return 0
		}
		if lex.EqualFold(s, x.words[w]) {
			return Word(w)
		}
	}
}

func edgeSlot(state uint32, w Word, mask uint32) uint32 {
	h := (uint64(state)<<32 | uint64(w)) * 0x9E3779B97F4A7C15
	return uint32(h>>29) & mask
}

// next follows the trie from a state over a word; 0 where it does not go on.
func (x *index) next(state uint32, w Word) uint32 {
	mask := uint32(len(x.edges) - 1)
	for i := edgeSlot(state, w, mask); ; i = (i + 1) & mask {
		to := x.edges[i]
		if to == 0 || x.parents[to] == state && x.steps[to] == uint32(w) {
			return to
		}
	}
}

// compiler makes an index from rows.
type compiler struct {
	x       index
	ids     map[string]Word
	classOf map[string]int
	sets    map[string]uint32
	first   [][]Word // by program
	musts   [][]Word
	numbers []bool

	classList [][][]Word // by class: its members as words
	trie      []map[Word]uint32
	ends      [][]posting
	doc       lex.Doc
	errs      []string
}

func (c *compiler) fail(parts ...string) {
	s := ""
	for _, p := range parts {
		s += p
	}
	c.errs = append(c.errs, s)
}

func (c *compiler) intern(folded string) Word {
	if w, ok := c.ids[folded]; ok {
		return w
	}
	w := Word(len(c.x.words))
	c.ids[folded] = w
	c.x.words = append(c.x.words, folded)
	c.x.classes = append(c.x.classes, [2]uint64{})
	return w
}

// wordsOf lexes a phrase as the engine will meet it.
func (c *compiler) wordsOf(phrase string) []Word {
	c.doc.Lex(phrase)
	out := make([]Word, 0, len(c.doc.Tokens))
	for i, t := range c.doc.Tokens {
		if t.Kind == lex.Punct {
			out = append(out, c.intern(string(t.Sym)))
			continue
		}
		out = append(out, c.intern(lex.Fold(c.doc.Str(i))))
	}
	return out
}

// never makes a phrase in which the row of a kind is not meant.
func (c *compiler) never(of Kind, row int, phrase string) {
	c.post(c.state(phrase, KindNever), posting{kind: KindNever, of: of, row: int32(row), form: -1})
}

func (c *compiler) term(kind Kind, row int, phrase string, exact bool) {
	p := posting{kind: kind, row: int32(row), exact: exact, form: -1}
	if exact {
		p.form = int32(len(c.x.exacts))
		c.x.exacts = append(c.x.exacts, phrase)
	}
	c.post(c.state(phrase, kind), p)
}

// state walks a phrase into the trie and returns where it ends.
func (c *compiler) state(phrase string, kind Kind) uint32 {
	ws := c.wordsOf(phrase)
	if len(ws) == 0 {
		c.fail("an empty term in ", kindNames[kind])
	}
	state := uint32(0)
	for _, w := range ws {
		n, ok := c.trie[state][w]
		if !ok {
			n = uint32(len(c.trie))
			c.trie = append(c.trie, map[Word]uint32{})
			c.ends = append(c.ends, nil)
			c.trie[state][w] = n
		}
		state = n
	}
	return state
}

// post adds what a state stands for, once a row: a spelling that counts in any casing covers one that counts in its own.
func (c *compiler) post(state uint32, p posting) {
	for i, q := range c.ends[state] {
		if q.kind == p.kind && q.row == p.row && q.of == p.of {
			if q.exact && !p.exact {
				c.ends[state][i] = p
				return
			}
			if !q.exact {
				return
			}
		}
	}
	c.ends[state] = append(c.ends[state], p)
}

var kindNames = [kinds]string{"technology", "pattern", "thing", "verb", "title", "unit", "domain", "never", "phrase", "artifact", "practice", "level", "not-title", "role", "not-phrase"}

// compile checks the rows' references and builds their index. The problems come back sorted, none when all is well.
func compile(r *Rows) (*index, []string) {
	c := &compiler{ids: map[string]Word{}, classOf: map[string]int{}, sets: map[string]uint32{}}
	c.x.words = []string{""}
	c.x.classes = make([][2]uint64, 1)
	c.trie = []map[Word]uint32{{}}
	c.ends = [][]posting{nil}

	c.wordClasses(r.Classes)
	for i := range r.Technologies {
		t := &r.Technologies[i]
		if len(t.Exact) == 0 || t.Ambiguous {
			c.term(KindTechnology, i, t.Name, false)
		}
		for _, a := range t.Aliases {
			c.term(KindTechnology, i, a, false)
		}
		for _, a := range t.Exact {
			c.term(KindTechnology, i, a, true)
		}
		for _, a := range t.Never {
			c.never(KindTechnology, i, a)
		}
	}
	for i := range r.Patterns {
		p := &r.Patterns[i]
		c.term(KindPattern, i, p.Name, false)
		for _, a := range p.Aliases {
			c.term(KindPattern, i, a, false)
		}
		for _, a := range p.Never {
			c.never(KindPattern, i, a)
		}
	}
	for i, t := range r.Things {
		for _, n := range t.Nouns {
			c.term(KindThing, i, n, false)
		}
	}
	for i, v := range r.Verbs {
		c.term(KindVerb, i, v.Verb, false)
		for _, f := range v.Forms {
			c.term(KindVerb, i, f, false)
		}
		for _, n := range v.Never {
			c.never(KindVerb, i, n)
		}
		for _, n := range v.Roles {
			c.term(KindRole, i, n, false)
		}
	}
	for i, t := range r.Titles {
		if t.Role == "not" {
			c.grammars(KindNotTitle, i, "not_title", t.Match)
			continue
		}
		c.term(KindTitle, i, t.Title, false)
		c.grammars(KindTitle, i, t.Title, t.Match)
		for _, n := range t.Never {
			c.never(KindTitle, i, n)
		}
		for _, a := range t.Aliases {
			c.term(KindTitle, i, a, false)
		}
	}
	for i, u := range r.Units {
		for _, f := range u.Forms {
			c.term(KindUnit, i, f, false)
		}
		for _, f := range u.Exact {
			c.term(KindUnit, i, f, true)
		}
	}
	for i, d := range r.Domains {
		for _, w := range d.Words {
			c.term(KindDomain, i, w, false)
		}
		for _, w := range d.Never {
			c.never(KindDomain, i, w)
		}
	}
	for i, p := range r.Phrases {
		c.grammars(KindPhrase, i, p.ID, p.Match)
		c.grammars(kindNotPhrase, i, p.ID, p.Never)
	}
	for i, a := range r.Artifacts {
		c.grammars(KindArtifact, i, a.ID, a.Match)
	}
	for i, a := range r.Practices {
		c.grammars(KindPractice, i, a.ID, a.Match)
	}
	for i, l := range r.Vocab {
		c.grammars(KindLevel, i, l.ID, l.Match)
	}
	c.finish()
	sort.Strings(c.errs)
	return &c.x, c.errs
}

func (c *compiler) wordClasses(classes []Class) {
	x := &c.x
	if len(classes) > 128 {
		c.fail("more than 128 word classes")
		classes = classes[:128]
	}
	x.phraseEnds = []uint32{0}
	for i, cl := range classes {
		c.classOf[cl.ID] = i
		var list [][]Word
		for _, w := range cl.Words {
			ws := c.wordsOf(w)
			if len(ws) == 0 {
				c.fail(cl.ID, ": an empty word")
				continue
			}
			list = append(list, ws)
			if len(ws) == 1 {
				x.classes[ws[0]][i/64] |= 1 << (i % 64)
			}
		}
		sort.SliceStable(list, func(a, b int) bool { return len(list[a]) > len(list[b]) })
		for _, ws := range list {
			if len(ws) == 1 {
				break
			}
			x.phrases = append(x.phrases, uint32(len(x.phraseWords)))
			x.phraseWords = append(x.phraseWords, uint32(len(ws)))
			for _, w := range ws {
				x.phraseWords = append(x.phraseWords, uint32(w))
			}
		}
		x.phraseEnds = append(x.phraseEnds, uint32(len(x.phrases)))
		c.classList = append(c.classList, list)
	}
}

func (c *compiler) finish() {
	x := &c.x
	x.parents, x.steps = make([]uint32, len(c.trie)), make([]uint32, len(c.trie))
	for state, m := range c.trie {
		for w, to := range m {
			x.parents[to], x.steps[to] = uint32(state), uint32(w)
		}
	}
	x.tables()
	x.ends = make([]uint32, 1, len(c.ends)+1)
	for _, ps := range c.ends {
		x.postings = append(x.postings, ps...)
		x.ends = append(x.ends, uint32(len(x.postings)))
	}
	c.anchor()
}

// tables builds the hash tables of the words and of the trie. They are not kept in the blob: what they are made of is a
// quarter of their size.
func (x *index) tables() {
	size := uint32(1)
	for size < 2*uint32(len(x.words)) {
		size *= 2
	}
	x.slots = make([]uint32, size)
	for w := 1; w < len(x.words); w++ {
		i := lex.Hash(x.words[w]) & (size - 1)
		for x.slots[i] != 0 {
			i = (i + 1) & (size - 1)
		}
		x.slots[i] = uint32(w)
	}
	size = 1
	for size < 2*uint32(len(x.parents))+2 {
		size *= 2
	}
	x.starts = make([]uint32, len(x.words))
	x.edges = make([]uint32, size)
	for to := 1; to < len(x.parents); to++ {
		from, w := x.parents[to], x.steps[to]
		if from == 0 {
			x.starts[w] = uint32(to)
			continue
		}
		i := edgeSlot(from, Word(w), size-1)
		for x.edges[i] != 0 {
			i = (i + 1) & (size - 1)
		}
		x.edges[i] = uint32(to)
	}
}
