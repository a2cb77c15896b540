package kb

import "math"

// codec writes rows to bytes or reads them back, through the same visit of every field, so that the two cannot differ.
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

// words is a table of numbers, four bytes each.
func (c *codec) words(v *[]uint32) {
	n := len(*v)
	num(c, &n)
	if !c.read {
		for _, x := range *v {
			c.enc = append(c.enc, byte(x), byte(x>>8), byte(x>>16), byte(x>>24))
		}
		return
	}
	if n > len(c.dec)/4 {
		c.bad = true
		c.dec = ""
		return
	}
	out := make([]uint32, n)
	d := c.dec[:4*n]
	for i := range out {
		j := 4 * i
		out[i] = uint32(d[j]) | uint32(d[j+1])<<8 | uint32(d[j+2])<<16 | uint32(d[j+3])<<24
	}
	*v, c.dec = out, c.dec[4*n:]
}

func (c *codec) rows(r *Rows) {
	num(c, &r.Date)
	list(c, &r.Technologies, func(c *codec, t *Technology) {
		for _, s := range []*string{&t.ID, &t.Name, &t.Category, &t.Language, &t.Specialty, &t.Parent, &t.Vendor, &t.Product} {
			c.str(s)
		}
		c.strs(&t.Aliases)
		c.strs(&t.Exact)
		c.strs(&t.Cues)
		c.strs(&t.Never)
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
		c.strs(&p.Aliases)
		c.strs(&p.Cues)
		c.strs(&p.Never)
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
		c.strs(&t.Nouns)
	})
	list(c, &r.Phrases, func(c *codec, p *Phrase) {
		c.str(&p.ID)
		c.str(&p.Kind)
		c.str(&p.Mend)
		c.strs(&p.Match)
		c.strs(&p.Never)
		c.bool(&p.Light)
		c.bool(&p.SafeCut)
	})
	named := func(c *codec, n *Named) {
		for _, s := range []*string{&n.ID, &n.Name, &n.Group, &n.What} {
			c.str(s)
		}
		num(c, &n.Level)
		c.strs(&n.Match)
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
		c.strs(&v.Roles)
		c.strs(&v.Never)
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
		c.strs(&t.Aliases)
		c.strs(&t.Match)
		c.strs(&t.Never)
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
		c.strs(&u.Forms)
		c.strs(&u.Exact)
		c.bool(&u.Suffix)
	})
	list(c, &r.Domains, func(c *codec, d *Domain) {
		c.str(&d.ID)
		c.str(&d.Name)
		c.strs(&d.Words)
		c.strs(&d.Never)
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
		c.strs(&l.Match)
		c.strs(&l.Unless)
	})
	list(c, &r.Classes, func(c *codec, k *Class) {
		c.str(&k.ID)
		c.strs(&k.Words)
	})
}

func (c *codec) index(x *index) {
	c.strs(&x.words)
	c.strs(&x.exacts)
	for _, a := range []*[]uint32{&x.slots, &x.starts, &x.edgeKeys, &x.edgeVals, &x.ends, &x.setEnds, &x.setWords, &x.first, &x.anchors, &x.mustEnds, &x.mustList,
		&x.always, &x.numbers, &x.phraseEnds, &x.phrases, &x.phraseWords} {
		c.words(a)
	}
	list(c, &x.classes, func(c *codec, b *[2]uint64) { c.uint(&b[0]); c.uint(&b[1]) })
	list(c, &x.postings, func(c *codec, p *posting) {
		num(c, &p.kind)
		c.bool(&p.exact)
		num(c, &p.of)
		num(c, &p.row)
		f := p.form + 1
		num(c, &f)
		p.form = f - 1
	})
	list(c, &x.code, func(c *codec, i *inst) {
		num(c, &i.op)
		num(c, &i.arg)
	})
	list(c, &x.programs, func(c *codec, p *program) {
		num(c, &p.kind)
		num(c, &p.row)
		num(c, &p.start)
	})
}

// magic opens a blob; its last byte is the layout's number.
const magic = "standfirst-kb\x04"

// Encode is the base as a blob for [Decode].
func (b *Base) Encode() []byte {
	c := &codec{enc: []byte(magic)}
	c.rows(&b.Rows)
	c.index(b.x)
	return c.enc
}

// Decode reads a blob. It reports false for one that this version did not write.
func Decode(blob string) (*Base, bool) {
	if len(blob) < len(magic) || blob[:len(magic)] != magic {
		return nil, false
	}
	c := &codec{dec: blob[len(magic):], read: true}
	b := &Base{x: &index{}}
	c.rows(&b.Rows)
	c.index(b.x)
	return b, !c.bad && c.dec == ""
}
