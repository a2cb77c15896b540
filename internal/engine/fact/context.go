package fact

import (
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/lex"
)

// ordinaryProse reports whether the text speaks of nothing technical, so that its numbers measure no system: ordinary English
// is full of "two tickets" and "fifteen years". One plain sign is enough, or two faint ones.
func (r *Reading) ordinaryProse() bool {
	signs := 0
	for n := range r.Terms {
		m := &r.Terms[n]
		if r.blocked(m) {
			continue
		}
		switch m.Kind {
		case kb.KindTechnology:
			if r.claimed(int(m.First), Technology) {
				return false
			}
		case kb.KindPattern:
			if p := &r.Base.Patterns[m.Row]; !p.Ambiguous {
				return false
			}
			signs++
		case kb.KindThing:
			signs++
			if m.Last-m.First > 1 {
				signs++
			}
		case kb.KindTitle:
			switch t := &r.Base.Titles[m.Row]; t.Role {
			case "title":
				return false
			case "head", "field":
				signs++
			}
		case kb.KindVerb:
			if v := &r.Base.Verbs[m.Row]; (v.Family == "technical" || v.Family == "impact") && (r.verbForm(int(m.First)) || int(m.First) == 0) {
				signs++
				if m.First == 0 {
					signs++
				}
			}
		case kb.KindDomain:
			if !r.Base.Domains[m.Row].Org || m.Last-m.First > 1 {
				signs++
			}
		case kb.KindUnit:
			switch u := &r.Base.Units[m.Row]; u.Is {
			case "rate", "bits":
				return false
			case "noun":
				switch u.ID {
				case "request", "query", "event", "scale-noun", "incident-noun", "deploy-noun", "consumer-team":
					signs++
				}
			}
		}
		if signs >= 2 {
			return false
		}
	}
	for n := range r.Says {
		switch r.Says[n].Kind {
		case kb.KindArtifact, kb.KindPractice:
			return false
		}
	}
	for i := range r.low {
		if _, end := r.percentileAt(i); end > i && r.kind(i) == lex.Word {
			return false
		}
		switch r.w(i) {
		case "latency", "throughput", "uptime", "availability", "downtime", "deploy", "deploys", "software", "online", "app", "dashboard", "nightly", "failover", "server", "code", "staleness", "stale", "replication", "lag", "parser", "render", "renders", "coverage", "primary", "batch":
			return false
		}
	}
	for k := range r.Metric {
		switch m := &r.Metric[k]; {
		case m.HasFrom && m.HasTo:
			return false
		case m.HasStated && !m.Factor:
			signs += 2
		case m.HasStated:
			signs++ // "half of it" and "twice" are everyone's words
		}
	}
	for k := range r.amounts {
		a := &r.amounts[k]
		switch {
		case a.dim == bytes || a.dim == rates || a.nines, a.dim == times && a.unit > 0 && a.unit < 1, a.perScale > 0 && a.perScale <= 60, a.dim == counts && a.perScale > 0 && a.value >= 10000:
			return false
		case a.dim == ratios && a.decimals > 0 && a.value > 0.98:
			return false
		case a.dim != money && (a.value >= 1e6 || a.noun >= 0 && a.value >= 10000):
			signs++
		}
	}
	return signs < 2
}

// dropOrdinary takes back the metrics of a text that is no technical one.
func (r *Reading) dropOrdinary() {
	if len(r.Metric) == 0 || !r.ordinaryProse() {
		return
	}
	kept := r.Facts[:0]
	for i := range r.Facts {
		if f := &r.Facts[i]; f.Kind != Metric {
			kept = append(kept, *f)
		}
	}
	r.Facts, r.Metric = kept, r.Metric[:0]
	for i := range r.owner {
		if r.claimed(i, Metric) {
			r.owner[i] = 0
		}
	}
}
