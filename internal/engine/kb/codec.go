package kb

import "math"

// codec writes rows to bytes or reads them back, through the same visit of every field, so that the two cannot differ. Only the
// tables of the index, which are most of the numbers, are read by loops of their own.
type codec struct {
	enc  []byte
	dec  string
	read bool
	bad  bool

	arena []string
}

func (c *codec) uint(v *uint64) {
	if !c.read {
		x := *v
		for x >= 0x80 {
			c.enc = append(c.enc, byte(x)|0x80)
			x >>= 7
		}
		c.enc = append(c.enc, byte(x))
		return
	}
	if len(c.dec) > 0 && c.dec[0] < 0x80 {
		*v = uint64(c.dec[0])
		c.dec = c.dec[1:]
		return
	}
	var x uint64
	for i := 0; i < len(c.dec); i++ {
		b := c.dec[i]
		x |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			c.dec = c.dec[i+1:]
			*v = x
			return
		}
	}
	c.bad = true
	c.dec = ""
}

func num[T ~int | ~int32 | ~uint8 | ~uint32 | ~uint64](c *codec, v *T) {
	u := uint64(*v)
	c.uint(&u)
	*v = T(u)
}

func (c *codec) float(v *float64) {
	u := math.Float64bits(*v)
	u = u<<32 | u>>32 // short for round numbers
	c.uint(&u)
	*v = math.Float64frombits(u<<32 | u>>32)
}

func (c *codec) bool(v *bool) {
	u := uint64(0)
	if *v {
		u = 1
	}
	c.uint(&u)
	*v = u != 0
}

func (c *codec) str(v *string) {
	n := len(*v)
	num(c, &n)
	if !c.read {
		c.enc = append(c.enc, *v...)
		return
	}
	if n < 0 || n > len(c.dec) {
		c.bad = true
		c.dec = ""
		return
	}
	*v, c.dec = c.dec[:n], c.dec[n:]
}

func list[T any](c *codec, v *[]T, each func(*codec, *T)) {
	n := len(*v)
	num(c, &n)
	if c.read {
		if n > len(c.dec) {
			c.bad = true
			c.dec = ""
			return
		}
		if n == 0 {
			*v = nil
			return
		}
		*v = make([]T, n)
	}
	for i := range *v {
		each(c, &(*v)[i])
	}
}

// strs takes the lists of strings from one arena, since there are thousands of them.
func (c *codec) strs(v *[]string) {
	n := len(*v)
	num(c, &n)
	if c.read {
		if n > len(c.dec) {
			c.bad = true
			c.dec = ""
			return
		}
		if n == 0 {
			*v = nil
			return
		}
		if len(c.arena) < n {
			c.arena = make([]string, max(n, 8192))
		}
		*v, c.arena = c.arena[:n:n], c.arena[n:]
	}
	for i := range *v {
		c.str(&(*v)[i])
	}
}

func (c *codec) rows(r *Rows) {
	num(c, &r.Date)
	list(c, &r.Technologies, func(c *codec, t *Technology) {
		for _, s := range []*string{&t.ID, &t.Name, &t.Category, &t.Language, &t.Specialty, &t.Parent, &t.Vendor, &t.Product} {
			c.str(s)
		}
		c.strs(&t.Exact)
		c.strs(&t.Cues)
		num(c, &t.FirstRelease)
		list(c, &t.Cycles, func(c *codec, y *Cycle) {
			c.str(&y.Version)
			num(c, &y.Released)
			num(c, &y.Ended)
		})
		c.bool(&t.Ambiguous)
		c.bool(&t.Employer)
		parent := t.ParentRow + 1
		num(c, &parent)
		t.ParentRow = parent - 1
	})
	list(c, &r.Patterns, func(c *codec, p *Pattern) {
		for _, s := range []*string{&p.ID, &p.Name, &p.Group, &p.What, &p.Why, &p.WrongWhy} {
			c.str(s)
		}
		num(c, &p.Bar)
		c.strs(&p.Cues)
		list(c, &p.Needs, (*codec).strs)
		c.strs(&p.WrongOn)
		c.strs(&p.Related)
		c.bool(&p.Umbrella)
		c.bool(&p.Ambiguous)
		thing := func(c *codec, t *Thingish) {
			num(c, &t.Kind)
			num(c, &t.Row)
		}
		list(c, &p.needRows, func(c *codec, v *[]Thingish) { list(c, v, thing) })
		list(c, &p.wrongRows, thing)
	})
	list(c, &r.Things, func(c *codec, t *Thing) {
		c.str(&t.ID)
		c.str(&t.Name)
		c.strs(&t.Categories)
	})
	list(c, &r.Phrases, func(c *codec, p *Phrase) {
		c.str(&p.ID)
		c.str(&p.Kind)
		c.str(&p.Mend)
		c.bool(&p.Light)
		c.bool(&p.SafeCut)
	})
	named := func(c *codec, n *Named) {
		for _, s := range []*string{&n.ID, &n.Name, &n.Group, &n.What} {
			c.str(s)
		}
		num(c, &n.Level)
		c.bool(&n.Judgment)
		c.bool(&n.Operations)
	}
	list(c, &r.Artifacts, named)
	list(c, &r.Practices, named)
	list(c, &r.Verbs, func(c *codec, v *Verb) {
		c.str(&v.Verb)
		c.str(&v.Family)
		c.str(&v.Direction)
		c.strs(&v.Forms)
		c.strs(&v.Nouns)
		c.strs(&v.Needs)
		c.bool(&v.Split)
		num(c, &v.Level)
		c.float(&v.Factor)
	})
	list(c, &r.Titles, func(c *codec, t *Title) {
		c.str(&t.Title)
		c.str(&t.Role)
		c.str(&t.Specialty)
		c.str(&t.Where)
		num(c, &t.Level)
		c.bool(&t.Anchor)
		c.bool(&t.Weak)
		c.bool(&t.Alone)
		c.bool(&t.Adjacent)
	})
	list(c, &r.Units, func(c *codec, u *Unit) {
		for _, s := range []*string{&u.ID, &u.Is, &u.Kind, &u.Per} {
			c.str(s)
		}
		c.float(&u.Scale)
		c.bool(&u.Suffix)
	})
	list(c, &r.Domains, func(c *codec, d *Domain) {
		c.str(&d.ID)
		c.str(&d.Name)
		c.bool(&d.Org)
		c.bool(&d.Person)
	})
	list(c, &r.Levels, func(c *codec, l *LevelSpec) {
		num(c, &l.Level)
		for _, n := range []*int{&l.WordsLow, &l.WordsHigh, &l.SentencesLow, &l.SentencesHigh, &l.SentencesMost, &l.YearsLow, &l.YearsHigh} {
			num(c, n)
		}
	})
	list(c, &r.Vocab, func(c *codec, l *LevelVocab) {
		for _, s := range []*string{&l.ID, &l.Why, &l.Mend} {
			c.str(s)
		}
		num(c, &l.ReadsAs)
		list(c, &l.WrongAt, num[Level])
		c.strs(&l.Unless)
	})
	list(c, &r.Classes, func(c *codec, k *Class) {
		c.str(&k.ID)
	})
}

// spellings codes what only the compiler needs, after the rows themselves: every other spelling and every grammar. They are a
// blob of their own, so that a program which loads no pack does not carry them.
func (c *codec) spellings(r *Rows) {
	for i := range r.Technologies {
		c.strs(&r.Technologies[i].Aliases)
		c.strs(&r.Technologies[i].Never)
	}
	for i := range r.Patterns {
		c.strs(&r.Patterns[i].Aliases)
		c.strs(&r.Patterns[i].Never)
	}
	for i := range r.Things {
		c.strs(&r.Things[i].Nouns)
	}
	for i := range r.Phrases {
		c.strs(&r.Phrases[i].Match)
		c.strs(&r.Phrases[i].Never)
	}
	for i := range r.Artifacts {
		c.strs(&r.Artifacts[i].Match)
	}
	for i := range r.Practices {
		c.strs(&r.Practices[i].Match)
	}
	for i := range r.Verbs {
		c.strs(&r.Verbs[i].Roles)
		c.strs(&r.Verbs[i].Never)
	}
	for i := range r.Titles {
		c.strs(&r.Titles[i].Aliases)
		c.strs(&r.Titles[i].Match)
		c.strs(&r.Titles[i].Never)
	}
	for i := range r.Units {
		c.strs(&r.Units[i].Forms)
		c.strs(&r.Units[i].Exact)
	}
	for i := range r.Domains {
		c.strs(&r.Domains[i].Words)
		c.strs(&r.Domains[i].Never)
	}
	for i := range r.Vocab {
		c.strs(&r.Vocab[i].Match)
	}
	for i := range r.Classes {
		c.strs(&r.Classes[i].Words)
	}
}

// next reads a number from s at place p, which it moves on; past the end it reads zeros. The tables of the index are tens of
// thousands of numbers, so it is small enough to be inlined for the short ones.
func next(s string, p *int) uint64 {
	if i := *p; i < len(s) && s[i] < 0x80 {
		*p = i + 1
		return uint64(s[i])
	}
	return nextLong(s, p)
}

func nextLong(s string, p *int) uint64 {
	var x uint64
	for i := *p; i < len(s); i++ {
		b := s[i]
		x |= uint64(b&0x7f) << (7 * (i - *p))
		if b < 0x80 {
			*p = i + 1
			return x
		}
	}
	*p = len(s) + 1
	return 0
}

// table reads the length of a list and makes room for it. Its values are then read from c.dec, and done says where they end.
func table[T any](c *codec, v *[]T) {
	n := 0
	num(c, &n)
	if n < 0 || n > len(c.dec) {
		c.bad = true
		c.dec = ""
		return
	}
	if n > 0 {
		*v = make([]T, n)
	}
}

func (c *codec) done(p int) {
	if p > len(c.dec) {
		c.bad = true
		p = len(c.dec)
	}
	c.dec = c.dec[p:]
}

// plain codes numbers.
func (c *codec) plain(v *[]uint32) {
	if !c.read {
		list(c, v, num[uint32])
		return
	}
	table(c, v)
	s, p := c.dec, 0
	for i := range *v {
		(*v)[i] = uint32(next(s, &p))
	}
	c.done(p)
}

// rising codes numbers that never fall as their differences.
func (c *codec) rising(v *[]uint32) {
	last := uint32(0)
	if c.read {
		table(c, v)
		s, p := c.dec, 0
		for i := range *v {
			last += uint32(next(s, &p))
			(*v)[i] = last
		}
		c.done(p)
		return
	}
	list(c, v, func(c *codec, x *uint32) {
		d := *x - last
		num(c, &d)
		last += d
		*x = last
	})
}

func (c *codec) index(x *index) {
	c.strs(&x.words)
	c.strs(&x.exacts)
	for _, a := range []*[]uint32{&x.ends, &x.setEnds, &x.first, &x.mustEnds, &x.phraseEnds, &x.phrases} {
		c.rising(a)
	}
	for _, a := range []*[]uint32{&x.steps, &x.setWords, &x.anchors, &x.mustList, &x.always, &x.numbers, &x.phraseWords} {
		c.plain(a)
	}
	if c.read {
		c.readIndex(x)
		return
	}
	at := uint32(0)
	list(c, &x.parents, func(c *codec, p *uint32) {
		d := at - *p // a state stands close behind the one before it
		num(c, &d)
		at++
	})
	list(c, &x.classes, func(c *codec, b *[2]uint64) { c.uint(&b[0]); c.uint(&b[1]) })
	row := int32(0)
	list(c, &x.postings, func(c *codec, p *posting) {
		head := uint32(p.kind)<<1 | uint32(p.of)<<6
		if p.exact {
			head |= 1
		}
		num(c, &head)
		d := uint32((p.row-row)<<1) ^ uint32((p.row-row)>>31)
		num(c, &d)
		row = p.row
		if p.exact {
			num(c, &p.form)
		}
	})
	list(c, &x.code, func(c *codec, i *inst) {
		v := i.arg<<4 | uint32(i.op)
		num(c, &v)
	})
	list(c, &x.programs, func(c *codec, p *program) {
		num(c, &p.kind)
		num(c, &p.row)
		num(c, &p.start)
	})
}

// readIndex reads what index writes behind its plain tables.
func (c *codec) readIndex(x *index) {
	table(c, &x.parents)
	s, p := c.dec, 0
	for i := range x.parents {
		x.parents[i] = uint32(i) - uint32(next(s, &p))
	}
	c.done(p)
	table(c, &x.classes)
	s, p = c.dec, 0
	for i := range x.classes {
		if a, b := next(s, &p), next(s, &p); a|b != 0 {
			x.classes[i] = [2]uint64{a, b}
		}
	}
	c.done(p)
	table(c, &x.postings)
	s, p = c.dec, 0
	row := int32(0)
	for i := range x.postings {
		head := uint32(next(s, &p))
		d := uint32(next(s, &p))
		row += int32(d>>1) ^ -int32(d&1)
		q := posting{kind: Kind(head >> 1 & 31), of: Kind(head >> 6), exact: head&1 != 0, row: row, form: -1}
		if q.exact {
			q.form = int32(next(s, &p))
		}
		x.postings[i] = q
	}
	c.done(p)
	table(c, &x.code)
	s, p = c.dec, 0
	for i := range x.code {
		v := uint32(next(s, &p))
		x.code[i] = inst{op(v & 15), v >> 4}
	}
	c.done(p)
	table(c, &x.programs)
	s, p = c.dec, 0
	for i := range x.programs {
		x.programs[i] = program{Kind(next(s, &p)), int32(next(s, &p)), uint32(next(s, &p))}
	}
	c.done(p)
	if !c.bad && c.dec == "" {
		x.tables()
	}
}

// magic opens a blob; its last byte is the layout's number.
const magic = "standfirst-kb\x05"

// Encode is the base as two blobs for [Decode]: what matching and messages need, and what only [Base.With] does.
func (b *Base) Encode() (base, spellings []byte) {
	c := &codec{enc: []byte(magic)}
	c.rows(&b.Rows)
	c.index(b.x)
	s := &codec{enc: []byte(magic)}
	s.spellings(&b.Rows)
	return c.enc, s.enc
}

// Decode reads a base. It reports false for a blob that this version did not write. Spellings may be empty: the base then
// takes no pack.
func Decode(base, spellings string) (b *Base, ok bool) {
	if len(base) < len(magic) || base[:len(magic)] != magic {
		return nil, false
	}
	defer func() {
		if recover() != nil { // numbers that lead nowhere: not written by Encode
			b, ok = nil, false
		}
	}()
	c := &codec{dec: base[len(magic):], read: true}
	b = &Base{x: &index{}, spellings: spellings}
	c.rows(&b.Rows)
	c.index(b.x)
	return b, !c.bad && c.dec == ""
}

// Spelled is the rows with every spelling and grammar, for the compiler and for pages that show them; a check needs none of
// them. It reports false where this build does not carry them.
func (b *Base) Spelled() (Rows, bool) {
	if b.spellings == "" {
		return b.Rows, b.compiled
	}
	if len(b.spellings) < len(magic) || b.spellings[:len(magic)] != magic {
		return Rows{}, false
	}
	r := b.Rows
	r.Technologies, r.Patterns, r.Things, r.Phrases = clone(r.Technologies), clone(r.Patterns), clone(r.Things), clone(r.Phrases)
	r.Artifacts, r.Practices, r.Verbs, r.Titles = clone(r.Artifacts), clone(r.Practices), clone(r.Verbs), clone(r.Titles)
	r.Units, r.Domains, r.Vocab, r.Classes = clone(r.Units), clone(r.Domains), clone(r.Vocab), clone(r.Classes)
	c := &codec{dec: b.spellings[len(magic):], read: true}
	c.spellings(&r)
	return r, !c.bad && c.dec == ""
}

func clone[T any](s []T) []T { return append([]T(nil), s...) }
