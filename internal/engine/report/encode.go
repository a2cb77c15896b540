package report

// AppendJSON appends the report as one JSON object, without a line end.
func AppendJSON(dst []byte, r *Report) []byte {
	e := encoder{dst}
	e.open()
	e.text("schema", r.Schema)
	e.text("version", r.Version)
	e.text("rubric", r.Rubric)
	e.opt("as_of", r.AsOf)
	e.object("input")
	e.opt("id", r.Input.ID)
	e.opt("name", r.Input.Name)
	e.opt("kind", r.Input.Kind)
	e.opt("section", r.Input.Section)
	e.int("words", r.Input.Words)
	e.int("sentences", r.Input.Sentences)
	e.close()
	e.text("text", r.Text)
	e.object("level")
	e.text("claimed", r.Level.Claimed)
	e.text("reads_as", r.Level.ReadsAs)
	e.text("verdict", r.Level.Verdict)
	e.optNumber("years", r.Level.Years)
	e.texts("because", r.Level.Because)
	e.close()
	e.object("specialty")
	e.text("id", r.Specialty.ID)
	e.texts("also", r.Specialty.Also)
	e.close()
	e.array("facts")
	for i := range r.Facts {
		e.fact(&r.Facts[i])
	}
	e.closeArray()
	e.array("findings")
	for i := range r.Findings {
		e.next()
		e.finding(&r.Findings[i])
		e.close()
	}
	e.closeArray()
	if len(r.Suppressed) > 0 {
		e.array("suppressed")
		for i := range r.Suppressed {
			s := &r.Suppressed[i]
			e.next()
			e.finding(&s.Finding)
			e.text("reason", s.Reason)
			e.opt("origin", s.Origin)
			e.close()
		}
		e.closeArray()
	}
	if len(r.Unused) > 0 {
		e.array("unused_suppressions")
		for i := range r.Unused {
			s := &r.Unused[i]
			e.next()
			e.text("rule", s.Rule)
			e.opt("fingerprint", s.Fingerprint)
			e.text("reason", s.Reason)
			e.opt("origin", s.Origin)
			e.close()
		}
		e.closeArray()
	}
	e.score(&r.Score)
	e.object("first_words")
	e.int("count", r.FirstWords.Count)
	e.int("end", r.FirstWords.End)
	e.close()
	if len(r.Arithmetic) > 0 {
		e.array("arithmetic")
		for i := range r.Arithmetic {
			a := &r.Arithmetic[i]
			e.next()
			e.texts("facts", a.Facts)
			e.text("says", a.Says)
			e.bool("agrees", a.Agrees)
			e.close()
		}
		e.closeArray()
	}
	e.texts("notes", r.Notes)
	e.close()
	return e.dst
}

// AppendError appends what a bulk run says of a line that could not be checked, as one JSON object without a line end.
func AppendError(dst []byte, x *Error) []byte {
	e := encoder{dst}
	e.open()
	e.text("schema", ErrorSchema)
	e.object("input")
	e.opt("id", x.ID)
	e.opt("name", x.Name)
	if x.Line > 0 {
		e.int("line", x.Line)
	}
	e.close()
	e.object("error")
	e.text("code", x.Code)
	e.text("message", x.Message)
	e.close()
	e.close()
	return e.dst
}

// MarshalJSON writes the report for encoding/json, in the shape of the contract.
func (r *Report) MarshalJSON() ([]byte, error) { return AppendJSON(nil, r), nil }

// MarshalJSON writes the error for encoding/json, in the shape of the contract.
func (x *Error) MarshalJSON() ([]byte, error) { return AppendError(nil, x), nil }

func (e *encoder) place(p *Place) {
	e.int("start", p.Start)
	e.int("end", p.End)
	e.int("line", p.Line)
	e.int("column", p.Column)
	if s := p.Source; s != nil {
		e.object("source")
		if s.Page > 0 {
			e.int("page", s.Page)
			if len(s.Box) > 0 {
				e.array("box")
				for _, v := range s.Box {
					e.comma()
					e.number(v)
				}
				e.closeArray()
			}
		} else {
			e.int("start", s.Start)
			e.int("end", s.End)
			if s.Line > 0 {
				e.int("line", s.Line)
				e.int("column", s.Column)
			}
		}
		e.close()
	}
}

func (e *encoder) fact(f *Fact) {
	e.next()
	e.text("id", f.ID)
	e.text("kind", f.Kind)
	e.place(&f.Place)
	e.text("text", f.Text)
	e.opt("canonical", f.Canonical)
	e.opt("name", f.Name)
	e.opt("category", f.Category)
	e.opt("version", f.Version)
	e.opt("use", f.Use)
	e.opt("level", f.Level)
	e.optNumber("years", f.Years)
	e.opt("scope", f.Scope)
	e.opt("bound", f.Bound)
	e.optInt("since", f.Since)
	if m := f.Metric; m != nil {
		e.object("metric")
		e.text("kind", m.Kind)
		e.opt("of", m.Of)
		if m.Percentile != 0 {
			e.optNumber("percentile", &m.Percentile)
		}
		e.quantity("value", m.Value)
		e.quantity("from", m.From)
		e.quantity("to", m.To)
		if c := m.Change; c != nil {
			e.object("change")
			e.optNumber("computed", c.Computed)
			e.optNumber("stated", c.Stated)
			e.close()
		}
		e.opt("direction", m.Direction)
		e.opt("bound", m.Bound)
		e.close()
	}
	e.opt("bundle", f.Bundle)
	e.texts("placed_with", f.PlacedWith)
	e.optInt("size", f.Size)
	e.opt("domain", f.Domain)
	e.opt("family", f.Family)
	e.close()
}

func (e *encoder) quantity(key string, q *Quantity) {
	if q == nil {
		return
	}
	e.object(key)
	if q.Range {
		e.optNumber("low", &q.Low)
		e.optNumber("high", &q.High)
	} else {
		e.optNumber("value", &q.Value)
	}
	e.text("unit", q.Unit)
	e.opt("per", q.Per)
	e.opt("noun", q.Noun)
	e.close()
}

// finding writes the fields and leaves the object open.
func (e *encoder) finding(f *Finding) {
	e.text("rule", f.Rule)
	e.text("severity", f.Severity)
	e.text("subject", f.Subject)
	e.optInt("rank", f.Rank)
	e.place(&f.Place)
	e.text("message", f.Message)
	e.opt("why", f.Why)
	e.opt("mend", f.Mend)
	e.opt("docs", f.Docs)
	e.texts("facts", f.Facts)
	if len(f.Fixes) > 0 {
		e.array("fixes")
		for i := range f.Fixes {
			x := &f.Fixes[i]
			e.next()
			e.text("title", x.Title)
			e.bool("safe", x.Safe)
			if len(x.Edits) > 0 {
				e.array("edits")
				for k := range x.Edits {
					e.next()
					e.place(&x.Edits[k].Place)
					e.text("text", x.Edits[k].Text)
					e.close()
				}
				e.closeArray()
			}
			e.texts("facts", x.Facts)
			e.texts("asks", x.Asks)
			e.close()
		}
		e.closeArray()
	}
	e.opt("fingerprint", f.Fingerprint)
}

func (e *encoder) score(s *Score) {
	e.object("score")
	e.text("verdict", s.Verdict)
	e.opt("reason", s.Reason)
	e.int("total", s.Total)
	e.array("parts")
	for i := range s.Parts {
		p := &s.Parts[i]
		e.next()
		e.text("id", p.ID)
		e.int("score", p.Score)
		e.int("max", p.Max)
		e.texts("because", p.Because)
		e.texts("against", p.Against)
		e.opt("raise", p.Raise)
		e.close()
	}
	e.closeArray()
	e.close()
}
