package score

import (
	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

// The parts, in the order of the rubric.
const (
	identity = iota
	stack
	outcome
	judgment
	operations
	scope
	closing
	form
	parts
)

var partNames = [parts]string{"identity", "stack", "outcome", "judgment", "operations", "scope", "closing", "form"}

// weights say how much each part counts at a level; each row sums to 100. An unknown level is weighed as mid.
var weights = [...][parts]int{
	kb.Unknown: {12, 16, 26, 8, 12, 8, 6, 12},
	kb.Entry:   {14, 18, 26, 6, 8, 6, 6, 16},
	kb.Mid:     {12, 16, 26, 8, 12, 8, 6, 12},
	kb.Senior:  {10, 12, 22, 18, 12, 10, 6, 10},
	kb.Staff:   {8, 8, 18, 22, 8, 20, 6, 10},
}

// A merit is one thing that earns a share of a part. What a text lacks costs it the merit and nothing more, so that adding a
// true fact never lowers the total; only a fault that is there (filler, a bare list) takes away.
type merit struct {
	part  int
	share float64 // of the part's maximum
	got   float64 // 0 to 1
	fact  int32   // that earned it, or -1
	raise string  // what would earn the rest
}

type judge struct {
	r      *fact.Reading
	level  kb.Level
	given  int
	merits [mostMerits]merit
}

// mostMerits is how many merits a text is asked for.
const mostMerits = 20

func (j *judge) merit(part int, share, got float64, fact int32, raise string) {
	j.merits[j.given] = merit{part, share, got, fact, raise}
	j.given++
}

// first finds the first fact of a kind that a test accepts, or -1.
func (j *judge) first(k fact.Kind, ok func(*fact.Fact) bool) int32 {
	for i := range j.r.Facts {
		f := &j.r.Facts[i]
		if f.Kind == k && (ok == nil || ok(f)) {
			return int32(i)
		}
	}
	return -1
}

func has(i int32) float64 {
	if i >= 0 {
		return 1
	}
	return 0
}

// Evaluate weighs a reading and its findings for a level.
func Evaluate(r *fact.Reading, level kb.Level, findings []rule.Finding) Score {
	j := judge{r: r, level: level}
	j.identity()
	j.stack()
	j.outcome()
	j.judgment()
	j.operations()
	j.scope()
	c := j.first(fact.Closing, nil)
	j.merit(closing, 1, has(c), c, "close with the team or problem that you want next")
	j.merit(form, 1, 1, -1, "")

	s := Score{Parts: make([]Part, parts)}
	var cost [parts]float64
	var faults [parts]int
	for i := range findings {
		if p, c := fault(&findings[i]); c > 0 {
			cost[p] += c
			faults[p]++
		}
	}
	// The lists of all parts share one memory.
	free := make([]int32, j.given+len(findings))
	for p := range s.Parts {
		out := &s.Parts[p]
		if n := faults[p]; n > 0 {
			out.Against, free = free[:0:n], free[n:]
			for i := range findings {
				if of, c := fault(&findings[i]); of == p && c > 0 {
					out.Against = append(out.Against, int32(i))
				}
			}
		}
		out.Because = free[:0:len(free)]
		j.part(out, p, weights[level][p], cost[p], findings)
		n := len(out.Because)
		if n == 0 {
			out.Because = nil
		} else {
			out.Because, free = free[:n:n], free[n:]
		}
		s.Total += out.Score
	}
	s.Verdict, s.Reason = j.verdict(&s, findings)
	return s
}

// part weighs one part; its Against is filled in already.
func (j *judge) part(out *Part, p, limit int, cost float64, findings []rule.Finding) {
	out.ID, out.Max = partNames[p], limit
	sum, missing := 0.0, 0.0
	for i := range j.merits[:j.given] {
		m := &j.merits[i]
		if m.part != p {
			continue
		}
		sum += m.share * m.got
		if m.fact >= 0 {
			out.Because = add(out.Because, m.fact)
		}
		if lack := m.share * (1 - m.got); lack > missing+1e-9 {
			missing, out.Raise = lack, m.raise
		}
	}
	sum -= cost
	if sum < 0 {
		sum = 0
	}
	out.Score = int(sum*float64(limit) + 0.5)
	if out.Score >= limit {
		out.Score, out.Raise = limit, ""
		return
	}
	// A fault that costs more than the largest lack is the change that raises most.
	worst, at := missing, -1
	for _, i := range out.Against {
		if _, c := fault(&findings[i]); c > worst {
			worst, at = c, int(i)
		}
	}
	if at >= 0 {
		out.Raise = lowerFirst(findings[at].Rule.Mend)
	}
}

func lowerFirst(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] == '.' && (i+1 == len(s) || s[i+1] == ' ') {
			s = s[:i]
			break
		}
	}
	if len(s) > 1 && s[0]-'A' < 26 && s[1]-'a' < 26 {
		return string(s[0]+'a'-'A') + s[1:]
	}
	return s
}

func add(list []int32, f int32) []int32 {
	for _, x := range list {
		if x == f {
			return list
		}
	}
	return append(list, f)
}

func (j *judge) identity() {
	t := j.first(fact.Title, nil)
	early := has(t)
	if t >= 0 && j.wordsBefore(j.r.Facts[t].Span.Start) > 12 && j.level != kb.Entry {
		early = 0.6
	}
	if t < 0 && j.level == kb.Entry {
		// An entry text may open with what was shipped; the person then stands in a project, a course or a former career.
		for _, k := range [...]fact.Kind{fact.Project, fact.Education, fact.Years, fact.Contribution} {
			if i := j.first(k, nil); i >= 0 {
				t, early = i, 0.7
				break
			}
		}
	}
	j.merit(identity, 0.4, early, t, "name your title in the first words")
	y := j.first(fact.Years, func(f *fact.Fact) bool { return f.Scope == fact.Total || f.Scope == fact.Employment })
	if y < 0 && j.level <= kb.Entry {
		y = j.first(fact.Education, nil)
	}
	if y < 0 && j.level == kb.Entry {
		y = t // the anchor of the level
	}
	j.merit(identity, 0.3, has(y), y, "say how many years")
	known := 0.0
	at := int32(-1)
	if j.r.Specialty.ID != "" && j.r.Specialty.ID != "other" {
		known = 1
		at = j.first(fact.Technology, func(f *fact.Fact) bool { return f.Use == fact.Current })
	}
	j.merit(identity, 0.3, known, at, "name the language or field that you lead with")
}

func (j *judge) wordsBefore(offset int) int {
	n := 0
	for i := range j.r.Doc.Tokens {
		if int(j.r.Doc.Tokens[i].Start) >= offset {
			break
		}
		if j.r.Doc.CountsAsWord(i) {
			n++
		}
	}
	return n
}

func (j *judge) stack() {
	used := func(f *fact.Fact) bool { return f.Use == fact.Current }
	code := j.first(fact.Technology, func(f *fact.Fact) bool {
		if !used(f) {
			return false
		}
		switch j.r.TechnologyOf(f).Category {
		case "language", "runtime", "framework", "library", "orm":
			return true
		}
		return false
	})
	data := j.first(fact.Technology, func(f *fact.Fact) bool {
		if !used(f) {
			return false
		}
		switch j.r.TechnologyOf(f).Category {
		case "datastore", "cache", "search", "vector-store", "warehouse", "broker", "streaming":
			return true
		}
		return false
	})
	if code < 0 && (j.r.Specialty.ID != "" && j.r.Specialty.ID != "other" && j.r.Specialty.ID != "distributed") {
		code = j.first(fact.Technology, used)
	}
	j.merit(stack, 0.4, has(code), code, "name the language and framework that you work in")
	j.merit(stack, 0.25, has(data), data, "name the datastore or broker behind it")
	// Breadth up to three kinds of thing.
	seen, count := "", 0
	other := int32(-1)
	for i := range j.r.Facts {
		f := &j.r.Facts[i]
		if f.Kind != fact.Technology || !used(f) {
			continue
		}
		if c := j.r.TechnologyOf(f).Category; c != seen {
			seen = c
			if count++; count == 3 {
				other = int32(i)
			}
		}
	}
	j.merit(stack, 0.15, has(other), other, "name one more layer: language, framework, datastore, broker")
	v := j.first(fact.Technology, func(f *fact.Fact) bool { return used(f) && !f.Version.Empty() })
	j.merit(stack, 0.2, has(v), v, "give the version of one technology")
}

// credibility is the share of the outcome that a metric of the kind earns by itself.
func credibility(k fact.MeasureKind) float64 {
	switch k {
	case fact.Throughput, fact.Latency:
		return 1
	case fact.Volume, fact.Uptime:
		return 0.95
	case fact.Cost, fact.Incident:
		return 0.9
	case fact.Adoption, fact.DataSize:
		return 0.75
	case fact.PercentChange:
		return 0.6
	}
	return 0.4
}

func (j *judge) outcome() {
	best, at, kinds, second := 0.0, int32(-1), 0, int32(-1)
	early := int32(-1)
	for i := range j.r.Facts {
		f := &j.r.Facts[i]
		value := 0.0
		switch {
		case f.Kind == fact.Metric:
			m := &j.r.Metric[f.Metric]
			value = credibility(m.Kind)
			if j.level == kb.Entry && value < 1 {
				value = min(1, value+0.2) // any real number from something that runs
			}
			if kinds&(1<<m.Kind) == 0 || m.HasFrom {
				if kinds != 0 && second < 0 {
					second = int32(i)
				}
				kinds |= 1 << m.Kind
			}
		case f.Kind == fact.Outcome:
			value = 0.6
			if kinds != 0 && second < 0 {
				second = int32(i)
			}
			kinds |= 1 << 30
		}
		if value > best {
			best, at = value, int32(i)
		}
		if value >= 0.6 && early < 0 && j.wordsBefore(f.Span.Start) <= 45 {
			early = int32(i)
		}
	}
	j.merit(outcome, 0.55, best, at, "give one outcome of a running system as a number, best a rate or a latency")
	j.merit(outcome, 0.2, has(second), second, "add a second axis to the number: at which latency, over how many regions, from what before")
	j.merit(outcome, 0.25, has(early), early, "move the strongest number into the first 30 words")
}

func (j *judge) judgment() {
	p := j.first(fact.Pattern, nil)
	t := j.first(fact.Tradeoff, nil)
	a := j.first(fact.Artifact, nil)
	share := [3]float64{0.35, 0.4, 0.25}
	switch j.level {
	case kb.Staff:
		share = [3]float64{0.2, 0.4, 0.4}
	case kb.Entry, kb.Mid, kb.Unknown:
		share = [3]float64{0.4, 0.3, 0.3}
		if a < 0 {
			a = j.first(fact.Practice, nil)
		}
	}
	j.merit(judgment, share[0], has(p), p, "name one pattern and what it stands on")
	j.merit(judgment, share[1], has(t), t, "say what you chose and what it cost")
	artifact := "name something that others use: a design document, a runbook, a standard"
	if j.level == kb.Staff {
		artifact = "name the artifact that other teams build on, and how many do"
	}
	j.merit(judgment, share[2], has(a), a, artifact)
}

func (j *judge) operations() {
	p := j.first(fact.Practice, func(f *fact.Fact) bool { return j.level == kb.Entry || j.r.Base.Practices[f.Row].Operations })
	if p < 0 {
		p = j.first(fact.Artifact, func(f *fact.Fact) bool { return operational(j.r.Base.Artifacts[f.Row].ID) })
	}
	j.merit(operations, 0.6, has(p), p, "say how you ran it: service levels, tracing, on-call, a post-incident review")
	m := j.first(fact.Metric, func(f *fact.Fact) bool {
		m := &j.r.Metric[f.Metric]
		return m.Percentile > 0 || m.Kind == fact.Uptime || m.Kind == fact.Incident || j.level <= kb.Mid && m.Kind == fact.Latency
	})
	if m < 0 {
		m = j.first(fact.Outcome, nil)
	}
	j.merit(operations, 0.4, has(m), m, "give a percentile, an availability or an incident count")
}

func operational(id string) bool {
	switch id {
	case "runbook", "post-incident-template", "slo-framework", "on-call-handbook", "error-budget-policy", "incident-command", "load-test", "capacity-model":
		return true
	}
	return false
}

func (j *judge) scope() {
	o := j.first(fact.Ownership, func(f *fact.Fact) bool {
		return j.level != kb.Staff || f.Row >= 0 && j.r.Base.Verbs[f.Row].Family != "technical"
	})
	if o < 0 && j.level == kb.Staff {
		o = j.first(fact.Artifact, nil)
	}
	j.merit(scope, 0.5, has(o), o, "open the sentence with the verb of what you did: owned, led, moved, cut")
	s := j.first(fact.Org, nil)
	if s < 0 {
		s = j.first(fact.Metric, func(f *fact.Fact) bool {
			k := j.r.Metric[f.Metric].Kind
			return k == fact.Adoption || k == fact.Scale || k == fact.Volume || k == fact.Throughput || k == fact.DataSize
		})
	}
	if s < 0 && j.level == kb.Entry {
		s = j.first(fact.Project, nil)
	}
	j.merit(scope, 0.5, has(s), s, "say how large the system or the company is: users, services, regions, engineers")
}

// fault is the part that a finding takes from, and the share of the part that it takes. A finding about something that is
// missing takes nothing: its merit is missing already.
func fault(f *rule.Finding) (int, float64) {
	weight := [...]float64{rule.Off: 0, rule.Suggestion: 0.05, rule.Warning: 0.15, rule.Error: 0.35}[f.Severity]
	switch f.Rule.ID {
	case "framework-list", "one-category-list", "stack-breadth":
		return stack, 2 * weight
	case "unquantified-scale", "metric-without-subject":
		return outcome, weight
	case "buzzword-umbrella", "pattern-salad", "pattern-misplaced":
		return judgment, weight
	case "wrong-tier":
		return scope, 2 * weight
	case "weak-ownership":
		return scope, weight
	case "vague-closing":
		return closing, 3 * weight
	case "too-long", "too-short", "sentence-count", "long-sentence":
		return form, 2 * weight
	case "ended-version":
		return stack, 0
	}
	switch f.Rule.Group {
	case rule.Truth:
		return outcome, 2 * weight
	case rule.Voice, rule.Form, rule.Privacy:
		return form, weight
	}
	return form, 0
}

// verdict decides by faults and missing parts, and only then by the number.
func (j *judge) verdict(s *Score, findings []rule.Finding) (Verdict, string) {
	errors, warnings := 0, 0
	for i := range findings {
		switch findings[i].Severity {
		case rule.Error:
			errors++
		case rule.Warning:
			warnings++
		}
	}
	var gaps []string
	if s.Parts[identity].Score*3 < s.Parts[identity].Max {
		gaps = append(gaps, "who you are")
	}
	if s.Parts[stack].Score == 0 && j.level != kb.Staff {
		gaps = append(gaps, "a stack")
	}
	if s.Parts[outcome].Score*3 < s.Parts[outcome].Max {
		gaps = append(gaps, "an outcome with a number")
	}
	if j.level >= kb.Senior && s.Parts[judgment].Score == 0 {
		gaps = append(gaps, "a decision of yours")
	}
	reason := ""
	for i, g := range gaps {
		switch {
		case i == 0:
			reason = "missing: " + g
		case i == len(gaps)-1:
			reason += " and " + g
		default:
			reason += ", " + g
		}
	}
	if errors+warnings > 0 {
		if reason != "" {
			reason += "; "
		}
		reason += count(errors, "error")
		if errors > 0 && warnings > 0 {
			reason += " and "
		}
		reason += count(warnings, "warning")
	}
	switch {
	case len(gaps) >= 2 || errors >= 2 || errors > 0 && len(gaps) > 0 || s.Total < 40:
		return Rework, orElse(reason, "too little of it is there")
	case len(gaps) == 1 || errors > 0 || warnings >= 3 || s.Total < 65:
		return Revise, orElse(reason, "more than one part is thin")
	}
	return Ready, orElse(reason, "nothing stands in the way")
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

func count(n int, what string) string {
	switch n {
	case 0:
		return ""
	case 1:
		return "one " + what
	case 2:
		return "two " + what + "s"
	case 3:
		return "three " + what + "s"
	}
	return "several " + what + "s"
}
