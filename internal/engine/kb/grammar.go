package kb

import (
	"sort"

	"github.com/standfirst/standfirst/internal/engine/lex"
)

// A grammar is compiled to a few instructions and run by backtracking over the words of one sentence. The language is
// described in data/README.md.

type op uint8

const (
	opWord  op = iota // the next token is word arg
	opClass           // the next token is of class arg
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

func (c *compiler) grammars(kind Kind, row int, id string, lines []string) {
	for _, line := range lines {
		p := grammarParser{c: c, s: line, id: id}
		start := uint32(len(c.x.code))
		p.sequence(0)
		if p.i < len(p.s) {
			c.fail(id, ": unread grammar at ", p.s[p.i:])
		}
		p.emit(opDone, 0)
		if p.steps == 0 {
			c.fail(id, ": a grammar that matches nothing: ", line)
		}
		c.x.programs = append(c.x.programs, program{kind, int32(row), start})
	}
}

type grammarParser struct {
	c     *compiler
	s, id string
	i     int
	steps int
}

func (p *grammarParser) emit(o op, arg uint32) uint32 {
	p.c.x.code = append(p.c.x.code, inst{o, arg})
	return uint32(len(p.c.x.code) - 1)
}

func (p *grammarParser) here() uint32 { return uint32(len(p.c.x.code)) }

func (p *grammarParser) patch(at uint32) { p.c.x.code[at].arg = p.here() }

// sequence reads items up to the end, a bar or a closing bracket.
func (p *grammarParser) sequence(depth int) {
	if depth > 8 {
		p.c.fail(p.id, ": brackets too deep")
		p.i = len(p.s)
		return
	}
	for p.i < len(p.s) {
		switch c := p.s[p.i]; c {
		case ' ':
			p.i++
		case '|', ')':
			return
		default:
			p.item(depth)
		}
	}
}

// item reads one item and its question mark.
func (p *grammarParser) item(depth int) {
	begin := p.here()
	switch c := p.s[p.i]; {
	case c == '(':
		p.i++
		p.group(depth)
	case c == '^':
		p.i++
		if p.i < len(p.s) && p.s[p.i] == '^' {
			p.i++
			p.emit(opText, 0)
			return
		}
		p.emit(opSent, 0)
		return
	case c == '#':
		p.i++
		p.steps++
		p.emit(opNum, 0)
	case c == '_' && (p.i+1 == len(p.s) || p.s[p.i+1] == ' ' || p.s[p.i+1] == '{' || p.s[p.i+1] == ')' || p.s[p.i+1] == '|' || p.s[p.i+1] == '?'):
		p.i++
		p.gap()
	case c == '@':
		p.i++
		id := p.until(" |)?")
		words, ok := p.c.class[id]
		if !ok {
			p.c.fail(p.id, ": no word class ", id)
			return
		}
		p.steps++
		p.classItem(id, words)
	default:
		word := p.until(" |)?(")
		p.literal(word)
	}
	if p.i < len(p.s) && p.s[p.i] == '?' {
		p.i++
		p.optional(begin)
	}
}

func (p *grammarParser) until(stops string) string {
	start := p.i
	for p.i < len(p.s) {
		for k := 0; k < len(stops); k++ {
			if p.s[p.i] == stops[k] {
				return p.s[start:p.i]
			}
		}
		p.i++
	}
	return p.s[start:]
}

func (p *grammarParser) literal(word string) {
	ws := p.c.wordsOf(word)
	if len(ws) == 0 {
		p.c.fail(p.id, ": cannot read a grammar's word in ", p.s)
	}
	for _, w := range ws {
		p.steps++
		p.emit(opWord, uint32(w))
	}
}

// optional wraps the instructions from begin so that they may be left out.
func (p *grammarParser) optional(begin uint32) {
	code := p.c.x.code
	p.c.x.code = append(code, inst{})
	copy(p.c.x.code[begin+1:], code[begin:])
	for i := begin + 1; i < p.here(); i++ {
		in := &p.c.x.code[i]
		if (in.op == opSplit || in.op == opJump) && in.arg >= begin {
			in.arg++
		}
	}
	p.c.x.code[begin] = inst{opSplit, p.here()}
}

func (p *grammarParser) group(depth int) {
	var jumps []uint32
	for {
		split := p.emit(opSplit, 0)
		p.sequence(depth + 1)
		jumps = append(jumps, p.emit(opJump, 0))
		p.patch(split)
		if p.i >= len(p.s) {
			p.c.fail(p.id, ": an open bracket in ", p.s)
			break
		}
		p.i++
		if p.s[p.i-1] == ')' {
			break
		}
	}
	// The last alternative needs no way out: failing it fails the group.
	p.emit(opWord, 0)
	for _, j := range jumps {
		p.patch(j)
	}
}

func (p *grammarParser) classItem(id string, words []string) {
	var long [][]Word
	single := false
	for _, w := range words {
		if ws := p.c.wordsOf(w); len(ws) > 1 {
			long = append(long, ws)
		} else {
			single = true
		}
	}
	var jumps []uint32
	for _, ws := range long {
		split := p.emit(opSplit, 0)
		for _, w := range ws {
			p.emit(opWord, uint32(w))
		}
		jumps = append(jumps, p.emit(opJump, 0))
		p.patch(split)
	}
	if single {
		p.emit(opClass, uint32(p.c.classOf[id]))
	} else {
		p.emit(opWord, 0)
	}
	for _, j := range jumps {
		p.patch(j)
	}
}

// gap reads "_" or "_{min,max}".
func (p *grammarParser) gap() {
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
			return
		}
		p.i++
	}
	for range lo {
		p.emit(opAny, 0)
	}
	p.steps += lo
	// Lazy: try to go on before taking another word.
	var outs []uint32
	for range hi - lo {
		take := p.emit(opSplit, p.here()+2)
		_ = take
		outs = append(outs, p.emit(opJump, 0))
		p.emit(opAny, 0)
	}
	for _, o := range outs {
		p.patch(o)
	}
}

func (p *grammarParser) digits() int {
	n := 0
	for p.i < len(p.s) && p.s[p.i]-'0' < 10 {
		n = n*10 + int(p.s[p.i]-'0')
		p.i++
	}
	return n
}

// anchor finds the words each program can start with.
func (c *compiler) anchor() {
	x := &c.x
	byWord := make([][]uint32, len(x.words))
	for id := range x.programs {
		words, nums, all := map[uint32]bool{}, false, false
		seen := map[uint32]bool{}
		var walk func(pc uint32)
		walk = func(pc uint32) {
			if seen[pc] {
				return
			}
			seen[pc] = true
			switch in := x.code[pc]; in.op {
			case opWord:
				if in.arg != 0 {
					words[in.arg] = true
				}
			case opClass:
				for w := range x.classes {
					if x.classes[w][in.arg/64]&(1<<(in.arg%64)) != 0 {
						words[uint32(w)] = true
					}
				}
			case opAny:
				all = true
			case opNum:
				nums = true
			case opSplit:
				walk(pc + 1)
				walk(in.arg)
			case opJump:
				walk(in.arg)
			case opSent, opText:
				walk(pc + 1)
			}
		}
		walk(x.programs[id].start)
		switch {
		case all:
			x.anywhere = append(x.anywhere, uint32(id))
		default:
			for w := range words {
				byWord[w] = append(byWord[w], uint32(id))
			}
			if nums {
				x.numbers = append(x.numbers, uint32(id))
			}
		}
	}
	x.first = make([]uint32, 1, len(byWord)+1)
	for _, ids := range byWord {
		sort.Slice(ids, func(i, j int) bool { return ids[i] < ids[j] })
		x.anchors = append(x.anchors, ids...)
		x.first = append(x.first, uint32(len(x.anchors)))
	}
}

// run matches a program at token i of a sentence and returns the token after the match, or -1. Steps bounds the work.
func (x *index) run(d *lex.Doc, words []Word, pc uint32, i, first, last int, steps *int) int {
	for {
		if *steps--; *steps < 0 {
			return -1
		}
		switch in := x.code[pc]; in.op {
		case opWord:
			if i >= last || words[i] != Word(in.arg) || in.arg == 0 {
				return -1
			}
			i++
			pc++
		case opClass:
			if i >= last || x.classes[words[i]][in.arg/64]&(1<<(in.arg%64)) == 0 {
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
