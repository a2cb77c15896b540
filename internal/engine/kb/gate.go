package kb

import (
	"math/bits"
	"sync"
)

// gates hold, for every program, which words may follow the one that it starts with: a program whose gate is shut need not be
// tried. A gate knows words by the last bits of their number, so it may be open for nothing, and is never shut for a match.
type gates struct {
	once sync.Once
	by   []uint64 // by program
	sets []uint64 // by set: what it lets through
}

// gateBit is the bit of a word in a gate. A word that no row uses gets through a gate that is open to all.
func gateBit(w Word) uint64 {
	if w == 0 {
		return anyWord
	}
	return 1 << (w & 63)
}

const anyWord = ^uint64(0)

func (g *gates) of(x *index) []uint64 {
	g.once.Do(func() {
		m := gatekeeper{x: x, sets: make([]uint64, len(x.setEnds)), classes: make([]uint64, len(x.phraseEnds))}
		from := uint32(0)
		for s, end := range x.setEnds {
			for _, w := range x.setWords[from:end] {
				m.sets[s] |= gateBit(Word(w))
			}
			from = end
		}
		for w, has := range x.classes {
			for k, set := range has {
				for ; set != 0; set &= set - 1 {
					m.classes[64*k+bits.TrailingZeros64(set)] |= gateBit(Word(w))
				}
			}
		}
		for c := range len(x.phraseEnds) - 1 {
			for _, p := range x.classPhrases(uint32(c)) {
				m.classes[c] |= gateBit(Word(x.phraseWords[p+1]))
			}
		}
		g.sets = m.sets
		g.by = make([]uint64, len(x.programs))
		for id := range x.programs {
			m.steps = 48
			g.by[id] = m.walk(x.programs[id].start, false)
		}
	})
	return g.by
}

type gatekeeper struct {
	x             *index
	sets, classes []uint64
	steps         int // left before a program counts as open to all
}

// walk is the gate of a program from a place on; inside tells whether its first word is behind.
func (m *gatekeeper) walk(pc uint32, inside bool) uint64 {
	for {
		if m.steps--; m.steps < 0 {
			return anyWord
		}
		switch in := m.x.code[pc]; in.op {
		case opWord:
			if inside {
				return gateBit(Word(in.arg))
			}
			inside = true
			pc++
		case opSet:
			if inside {
				return m.sets[in.arg]
			}
			inside = true
			pc++
		case opClass:
			if inside {
				return m.classes[in.arg]
			}
			if len(m.x.classPhrases(in.arg)) > 0 {
				return anyWord
			}
			inside = true
			pc++
		case opSplit:
			gate := m.walk(pc+1, inside)
			if gate == anyWord {
				return gate
			}
			return gate | m.walk(in.arg, inside)
		case opJump:
			pc = in.arg
		case opSent, opText:
			pc++
		default:
			return anyWord
		}
	}
}
