package kb

import (
	"sort"

	"github.com/standfirst/standfirst/internal/engine/lex"
)

// A grammar is compiled to a few instructions and run by backtracking over the words of one sentence. The language is
// described in data/README.md. So that a text costs little, a program is tried only at the words it can start with, and only where
// one of the words that it cannot do without (its must words) follows in the sentence.

type op uint8

const (
	opWord  op = iota // the next token is word arg
	opSet             // the next token is a word of sets[arg]
	opClass           // the next token, or run of tokens, is of class arg
	opAny             // the next token is a word or a number
	opNum             // the next token is a number
	opSplit           // try the next instruction, then arg
	opJump            // go on at arg
	opSent            // at the start of a sentence
	opText            // at the start of the text
	opDone            // matched
)

type inst struct {
	op  op
	arg uint32
}

type program struct {
	kind  Kind
	row   int32
	start uint32
}

// node is a piece of a grammar before it is compiled.
type node struct {
	op    op // opWord, opSet, opClass, opAny, opNum, opSent, opText; opSplit for alternatives; opJump for a sequence
	word  Word
	words []Word // of opSet
	class int
	nodes []node
	opt   bool
}

func (c *compiler) grammars(kind Kind, row int, id string, lines []string) {
	for _, line := range lines {
		p := grammarParser{c: c, s: line, id: id}
		n := p.sequence(0)
		if p.i < len(p.s) {
			c.fail(id, ": unread grammar at ", p.s[p.i:])
			continue
		}
		for _, alt := range spread(n) {
			c.program(kind, row, id, line, alt)
		}
	}
}

// spread makes a grammar of its own of every way in which a grammar can start, so that each is tried only where it can match.
func spread(n node) []node {
	if n.op != opJump || n.opt || len(n.nodes) == 0 || n.nodes[0].op != opSplit {
		return []node{n}
	}
	var out []node
	for _, alt := range n.nodes[0].nodes {
		way := node{op: opJump}
		if alt.op == opJump && !alt.opt {
			way.nodes = append(way.nodes, alt.nodes...)
		} else {
			way.nodes = append(way.nodes, alt)
		}
		way.nodes = append(way.nodes, n.nodes[1:]...)
		out = append(out, spread(way)...)
	}
	return out
}

func (c *compiler) program(kind Kind, row int, id, line string, n node) {
	if c.minimum(&n) == 0 {
		c.fail(id, ": a grammar that may match nothing: ", line)
		return
	}
	first, numbers, ok := c.firsts(&n)
	if !ok {
		c.fail(id, ": a grammar must start with a word, a class or a number: ", line)
		return
	}
	c.x.programs = append(c.x.programs, program{kind, int32(row), uint32(len(c.x.code))})
	c.emit(&n)
	c.put(opDone, 0)
	c.first = append(c.first, first)
	must, weight := c.mustFollow(&n)
	if !numbers && weight > 40*c.weigh(first) {
		must = nil // the first words are so rare that trying there costs less than watching for the others
	}
	c.musts = append(c.musts, must)
	c.numbers = append(c.numbers, numbers)
}

type grammarParser struct {
	c     *compiler
	s, id string
	i     int
}

// sequence reads items up to the end, a bar or a closing bracket.
func (p *grammarParser) sequence(depth int) node {
	seq := node{op: opJump}
	if depth > 8 {
		p.c.fail(p.id, ": brackets too deep")
		p.i = len(p.s)
		return seq
	}
	for p.i < len(p.s) {
		switch c := p.s[p.i]; c {
		case ' ':
			p.i++
		case '|', ')':
			return seq
		default:
			seq.nodes = append(seq.nodes, p.item(depth))
		}
	}
	return seq
}

// item reads one item and its question mark.
func (p *grammarParser) item(depth int) node {
	var n node
	switch c := p.s[p.i]; {
	case c == '(':
		p.i++
		n = p.group(depth)
	case c == '^':
		p.i++
		if p.i < len(p.s) && p.s[p.i] == '^' {
			p.i++
			return node{op: opText}
		}
		return node{op: opSent}
	case c == '#':
		p.i++
		n = node{op: opNum}
	case c == '_' && (p.i+1 == len(p.s) || indexByte(" {)|?", p.s[p.i+1]) >= 0):
		p.i++
		n = p.gap()
	case c == '@':
		p.i++
		id := p.until(" |)?")
		class, ok := p.c.classOf[id]
		if !ok {
			p.c.fail(p.id, ": no word class ", id)
		}
		n = node{op: opClass, class: class}
	default:
		n = p.literal(p.until(" |)?("))
	}
	if p.i < len(p.s) && p.s[p.i] == '?' {
		p.i++
		n = node{op: opJump, nodes: []node{n}, opt: true}
	}
	return n
}

func indexByte(s string, b byte) int {
	for i := 0; i < len(s); i++ {
		if s[i] == b {
			return i
		}
	}
	return -1
}

func (p *grammarParser) until(stops string) string {
	start := p.i
	for p.i < len(p.s) && indexByte(stops, p.s[p.i]) < 0 {
		p.i++
	}
	return p.s[start:p.i]
}

func (p *grammarParser) literal(word string) node {
	ws := p.c.wordsOf(word)
	if len(ws) == 0 {
		p.c.fail(p.id, ": cannot read a grammar's word in ", p.s)
	}
	if len(ws) == 1 {
		return node{op: opWord, word: ws[0]}
	}
	seq := node{op: opJump}
	for _, w := range ws {
		seq.nodes = append(seq.nodes, node{op: opWord, word: w})
	}
	return seq
}

// group reads alternatives; those of one word become one set.
func (p *grammarParser) group(depth int) node {
	alt := node{op: opSplit}
	set := node{op: opSet}
	for {
		n := p.sequence(depth + 1)
		if len(n.nodes) == 1 && n.nodes[0].op == opWord {
			set.words = append(set.words, n.nodes[0].word)
		} else {
			alt.nodes = append(alt.nodes, n)
		}
		if p.i >= len(p.s) {
			p.c.fail(p.id, ": an open bracket in ", p.s)
			break
		}
		p.i++
		if p.s[p.i-1] == ')' {
			break
		}
	}
	switch {
	case len(set.words) == 1:
		alt.nodes = append(alt.nodes, node{op: opWord, word: set.words[0]})
	case len(set.words) > 1:
		sort.Slice(set.words, func(i, j int) bool { return set.words[i] < set.words[j] })
		alt.nodes = append(alt.nodes, set)
	}
	if len(alt.nodes) == 1 {
		return alt.nodes[0]
	}
	return alt
}

// gap reads "_" or "_{min,max}".
func (p *grammarParser) gap() node {
	lo, hi := 1, 1
	if p.i < len(p.s) && p.s[p.i] == '{' {
		p.i++
		lo = p.digits()
		hi = lo
		if p.i < len(p.s) && p.s[p.i] == ',' {
			p.i++
			hi = p.digits()
		}
		if p.i >= len(p.s) || p.s[p.i] != '}' || hi < lo || hi > 12 {
			p.c.fail(p.id, ": a bad gap in ", p.s)
			return node{op: opAny}
		}
		p.i++
	}
	seq := node{op: opJump}
	for range lo {
		seq.nodes = append(seq.nodes, node{op: opAny})
	}
	// "_{0,2}" is ((_)? _)? with the short way first.
	var more *node
	for range hi - lo {
		inner := node{op: opJump, opt: true, nodes: []node{{op: opAny}}}
		if more != nil {
			inner.nodes = append(inner.nodes, *more)
		}
		more = &inner
	}
	if more != nil {
		seq.nodes = append(seq.nodes, *more)
	}
	return seq
}

func (p *grammarParser) digits() int {
	n := 0
	for p.i < len(p.s) && p.s[p.i]-'0' < 10 {
		n = n*10 + int(p.s[p.i]-'0')
		p.i++
	}
	return n
}

func (c *compiler) put(o op, arg uint32) uint32 {
	c.x.code = append(c.x.code, inst{o, arg})
	return uint32(len(c.x.code) - 1)
}

func (c *compiler) patch(at uint32) { c.x.code[at].arg = uint32(len(c.x.code)) }

// emit compiles a node. An optional node is tried before it is left out, but for a gap, which takes as few words as it can.
func (c *compiler) emit(n *node) {
	switch n.op {
	case opWord:
		c.put(opWord, uint32(n.word))
	case opSet:
		c.put(opSet, c.set(n.words))
	case opClass:
		c.put(opClass, uint32(n.class))
	case opSplit:
		var jumps []uint32
		for i := range n.nodes {
			if i == len(n.nodes)-1 {
				c.emit(&n.nodes[i])
				break
			}
			split := c.put(opSplit, 0)
			c.emit(&n.nodes[i])
			jumps = append(jumps, c.put(opJump, 0))
			c.patch(split)
		}
		for _, j := range jumps {
			c.patch(j)
		}
	case opJump:
		if !n.opt {
			for i := range n.nodes {
				c.emit(&n.nodes[i])
			}
			return
		}
		if n.nodes[0].op == opAny {
			split := c.put(opSplit, 0)
			out := c.put(opJump, 0)
			c.patch(split)
			for i := range n.nodes {
				c.emit(&n.nodes[i])
			}
			c.patch(out)
			return
		}
		split := c.put(opSplit, 0)
		for i := range n.nodes {
			c.emit(&n.nodes[i])
		}
		c.patch(split)
	default:
		c.put(n.op, 0)
	}
}

// set numbers a set of words; equal sets share a number.
func (c *compiler) set(words []Word) uint32 {
	key := make([]byte, 0, 4*len(words))
	for _, w := range words {
		key = append(key, byte(w), byte(w>>8), byte(w>>16), byte(w>>24))
	}
	if n, ok := c.sets[string(key)]; ok {
		return n
	}
	n := uint32(len(c.x.setEnds))
	for i, w := range words {
		if i == 0 || w != words[i-1] {
			c.x.setWords = append(c.x.setWords, uint32(w))
		}
	}
	c.x.setEnds = append(c.x.setEnds, uint32(len(c.x.setWords)))
	c.sets[string(key)] = n
	return n
}

// minimum is the number of tokens that a node takes at least.
func (c *compiler) minimum(n *node) int {
	switch n.op {
	case opSent, opText:
		return 0
	case opSplit:
		least := 1 << 30
		for i := range n.nodes {
			least = min(least, c.minimum(&n.nodes[i]))
		}
		return least
	case opJump:
		if n.opt {
			return 0
		}
		sum := 0
		for i := range n.nodes {
			sum += c.minimum(&n.nodes[i])
		}
		return sum
	}
	return 1
}

// classWords are the words that a member of a class starts with.
func (c *compiler) classWords(class int) (out []Word) {
	for _, w := range c.classList[class] {
		out = append(out, w[0])
	}
	return out
}

// firsts are the words that a node can start with, and whether it can start with a number. It reports false where it may start
// with any word.
func (c *compiler) firsts(n *node) (words []Word, number, ok bool) {
	switch n.op {
	case opWord:
		return []Word{n.word}, false, true
	case opSet:
		return n.words, false, true
	case opClass:
		return c.classWords(n.class), false, true
	case opNum:
		return nil, true, true
	case opAny:
		return nil, false, false
	case opSplit:
		for i := range n.nodes {
			w, num, fine := c.firsts(&n.nodes[i])
			if !fine {
				return nil, false, false
			}
			words, number = append(words, w...), number || num
		}
		return words, number, true
	case opJump:
		for i := range n.nodes {
			w, num, fine := c.firsts(&n.nodes[i])
			if !fine {
				return nil, false, false
			}
			words, number = append(words, w...), number || num
			if c.minimum(&n.nodes[i]) > 0 {
				break
			}
		}
		return words, number, true
	}
	return nil, false, true
}

// must finds the rarest set of words one of which every match of a node holds; nil where there is none.
func (c *compiler) must(n *node) ([]Word, int) {
	switch n.op {
	case opWord:
		return []Word{n.word}, c.weigh([]Word{n.word})
	case opSet:
		return n.words, c.weigh(n.words)
	case opClass:
		ws := c.classWords(n.class)
		return ws, c.weigh(ws)
	case opSplit:
		var all []Word
		for i := range n.nodes {
			ws, _ := c.must(&n.nodes[i])
			if ws == nil {
				return nil, 0
			}
			all = append(all, ws...)
		}
		return all, c.weigh(all)
	case opJump:
		if n.opt {
			return nil, 0
		}
		var best []Word
		weight := 0
		for i := range n.nodes {
			if ws, w := c.must(&n.nodes[i]); ws != nil && (best == nil || w < weight) {
				best, weight = ws, w
			}
		}
		return best, weight
	}
	return nil, 0
}

// mustFollow is must for what comes after the first token: a program is tried at its first words only, so these need no second
// look. Nil stands for a program of one token, or one that asks for nothing behind it.
func (c *compiler) mustFollow(n *node) ([]Word, int) {
	rest := node{op: opJump, nodes: []node{*n}}
	for len(rest.nodes) > 0 {
		switch head := rest.nodes[0]; {
		case head.op == opJump && !head.opt: // a sequence in the sequence
			rest.nodes = append(head.nodes[:len(head.nodes):len(head.nodes)], rest.nodes[1:]...)
			continue
		case head.op == opSent || head.op == opText:
			rest.nodes = rest.nodes[1:]
			continue
		case c.minimum(&head) > 0:
			rest.nodes = rest.nodes[1:]
		}
		break
	}
	return c.must(&rest)
}

// weigh tells how often one of some words is met, as a rough sum.
func (c *compiler) weigh(words []Word) int {
	sum := 0
	for _, w := range words {
		if commonWord(c.x.words[w]) {
			sum += 60
		} else {
			sum++
		}
	}
	return sum
}

func commonWord(s string) bool {
	switch s {
	case "a", "an", "the", "of", "in", "to", "and", "or", "for", "with", "on", "at", "by", "from", "as", "my", "our", "i", "is", "are", "was", "be", "it", "its", "that", "which", "we", "their",
		"this", "years", "year", "experience", "engineer", "developer", "software", "systems", "services", "have", "has", "am", "'m", "'s", "all", "new", "more", "over", "per", "who", "one", "two", "three",
		"team", "teams", "data", "work", "backend", "end", "system", "service", "building", "built", "code", "than", "into", "now", "not", "using", "where", "led", "day":
		return true
	}
	return false
}

// anchor turns the programs' first and must words into tables by word.
func (c *compiler) anchor() {
	x := &c.x
	table := func(sets [][]Word) (ends, list []uint32) {
		byWord := make([][]uint32, len(x.words))
		for id, ws := range sets {
			for _, w := range ws {
				if l := byWord[w]; len(l) == 0 || l[len(l)-1] != uint32(id) {
					byWord[w] = append(l, uint32(id))
				}
			}
		}
		ends = make([]uint32, 1, len(byWord)+1)
		for _, ids := range byWord {
			list = append(list, ids...)
			ends = append(ends, uint32(len(list)))
		}
		return ends, list
	}
	x.first, x.anchors = table(c.first)
	x.mustEnds, x.mustList = table(c.musts)
	for id := range x.programs {
		if c.musts[id] == nil {
			x.always = append(x.always, uint32(id))
		}
		if c.numbers[id] {
			x.numbers = append(x.numbers, uint32(id))
		}
	}
	if len(x.programs) > maxPrograms {
		c.fail("too many grammars for one base")
	}
}

// maxPrograms bounds the table of the programs that a sentence can wake.
const maxPrograms = 8192

// run matches a program at token i of a sentence and returns the token after the match, or -1. Steps bounds the work.
func (x *index) run(d *lex.Doc, words []Word, pc uint32, i, first, last int, steps *int) int {
	for {
		if *steps--; *steps < 0 {
			return -1
		}
		switch in := x.code[pc]; in.op {
		case opWord:
			if i >= last || words[i] != Word(in.arg) {
				return -1
			}
			i++
			pc++
		case opSet:
			if i >= last || x.gates.sets[in.arg]&(1<<(words[i]&63)) == 0 || !x.inSet(in.arg, words[i]) {
				return -1
			}
			i++
			pc++
		case opClass:
			if i >= last {
				return -1
			}
			w := words[i]
			if w == 0 {
				return -1
			}
			for _, p := range x.classPhrases(in.arg) {
				if n := x.phraseAt(p, words, i, last); n > 0 {
					if end := x.run(d, words, pc+1, i+n, first, last, steps); end >= 0 {
						return end
					}
				}
			}
			if x.classes[w][in.arg/64]&(1<<(in.arg%64)) == 0 {
				return -1
			}
			i++
			pc++
		case opAny:
			if i >= last || d.Tokens[i].Kind == lex.Punct {
				return -1
			}
			i++
			pc++
		case opNum:
			if i >= last || d.Tokens[i].Kind != lex.Number {
				return -1
			}
			i++
			pc++
		case opSplit:
			if end := x.run(d, words, pc+1, i, first, last, steps); end >= 0 {
				return end
			}
			pc = in.arg
		case opJump:
			pc = in.arg
		case opSent:
			if i != first {
				return -1
			}
			pc++
		case opText:
			if i != first || first > 1 { // a bullet may stand before the first word
				return -1
			}
			pc++
		default:
			return i
		}
	}
}

func (x *index) inSet(set uint32, w Word) bool {
	lo, hi := uint32(0), x.setEnds[set]
	if set > 0 {
		lo = x.setEnds[set-1]
	}
	for lo < hi {
		m := (lo + hi) / 2
		switch v := Word(x.setWords[m]); {
		case v == w:
			return true
		case v < w:
			lo = m + 1
		default:
			hi = m
		}
	}
	return false
}

// classPhrases are the members of a class that have several words, as places in phraseWords: the longest first.
func (x *index) classPhrases(class uint32) []uint32 {
	return x.phrases[x.phraseEnds[class]:x.phraseEnds[class+1]]
}

// phraseAt is the length of the phrase at place p of phraseWords when it stands at token i, else 0.
func (x *index) phraseAt(p uint32, words []Word, i, last int) int {
	n := int(x.phraseWords[p])
	if i+n > last || words[i] != Word(x.phraseWords[p+1]) {
		return 0
	}
	for k := 1; k < n; k++ {
		if words[i+k] != Word(x.phraseWords[int(p)+1+k]) {
			return 0
		}
	}
	return n
}
