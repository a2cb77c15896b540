package fact

import (
	"github.com/standfirst/standfirst/internal/engine/lex"
)

// measureKind decides what a draft measures.
func (r *Reading) measureKind(d *draft, main, from, to int, of phrase) (MeasureKind, bool) {
	about := r.subjectKind(d, from, to, of.first, of.last)
	if of.said() && d.hasStated {
		about, _ = r.phraseKind(of)
		switch {
		case r.speedWord(d) || d.percentile > 0:
			about = Latency
		case r.in(d.first-1, "cost", "costs") && d.hasStated:
			about = Cost
		}
	}
	if main < 0 || d.hasStated && d.from < 0 && d.to < 0 {
		// A relative change has its subject's kind.
		if main >= 0 && r.amounts[main].noun >= 0 {
			return r.nounKind(&r.amounts[main])
		}
		return about, true
	}
	a := &r.amounts[main]
	switch a.dim {
	case times:
		if about == Uptime && r.near(from, to, d, "downtime") {
			return Uptime, true
		}
		return Latency, true
	case rates:
		return Throughput, true
	case bytes:
		if a.perScale > 0 && a.perScale <= 3600 {
			return Throughput, true
		}
		if a.per != "" {
			return Volume, true
		}
		for k := of.rawFirst; k < of.rawLast; k++ {
			if r.in(k, "image", "images", "payload", "payloads", "memory", "heap", "binary", "bundle") {
				return Other, true
			}
		}
		if r.near(from, to, d, "memory", "heap", "rss", "image", "images", "binary", "footprint", "bundle", "ram", "payload", "payloads", "bodies", "body", "jar") {
			return Other, true
		}
		return DataSize, true
	case money:
		return r.moneyKind(d, a, from, to), true
	case ratios:
		fails := r.failing(d, from)
		if !of.empty() {
			if k, _ := r.phraseKind(of); k == Incident && r.w(d.last) != "success" && !r.near(from, to, d, "success") {
				fails = true
			}
		}
		if fails {
			return Incident, true
		}
		return r.ratioKind(d, a, about, from, to)
	case multiples:
		if about == PercentChange {
			return Other, true
		}
		return about, true
	}
	if a.per != "" {
		if a.perScale <= 3600 && r.flows(a) {
			return Throughput, true
		}
	}
	if a.noun >= 0 {
		k, ok := r.nounKind(a)
		switch u := &r.Base.Units[a.noun]; {
		case u.Kind == "org" && d.from >= 0 && d.to >= 0:
			return Other, true // a team that grew
		case k == Volume && a.per == "" && r.heldAsData(d, a):
			return DataSize, true
		case k == Volume && a.per == "" && a.value < 1000 && d.from < 0 && r.in(int(a.nounLast)-1, "jobs", "checks", "workflows", "batches", "runs", "tasks", "streams"):
			return Scale, true
		case k == Scale && a.value >= 1e8 && r.in(int(a.nounLast)-1, "nodes"):
			return DataSize, true
		case k == Volume && r.is(int(a.nounFirst), lex.Hyphen):
			return Scale, true
		case k == DataSize && r.in(int(a.nounLast)-1, "tables", "files", "keys") && a.value < 5000 && a.per == "":
			return Scale, true
		case k == Volume && a.per != "" && a.per != "year" && r.in(int(a.nounLast)-1, "downloads", "installs"):
			return Adoption, true
		case k == Volume && r.in(int(a.nounLast)-1, "changes", "merges", "builds") && a.perScale > 3600 && a.value < 5000:
			return Other, true
		case k == Volume && r.lostBefore(d, from):
			return Incident, true
		case k == Scale && a.per == "" && r.usedAt(d):
			return Adoption, true
		case k == Volume && d.from >= 0 && d.to >= 0 && a.per == "" && r.perUnit(d):
			return Other, true
		}
		return k, ok
	}
	if of.said() && (a.nounLast == a.nounFirst) && !of.empty() {
		if u := r.headKind(of); u != "" {
			switch u {
			case "incident":
				return Incident, true
			case "adoption":
				return Adoption, true
			case "other":
				return Other, true
			case "scale":
				if a.per == "" {
					return Scale, true
				}
			}
		}
		if incidentAdjective(r.w(of.first)) {
			return Incident, true
		}
	}
	if a.nounLast > a.nounFirst && r.w(int(a.nounLast)-1) == "times" {
		return Other, true
	}
	if a.per != "" {
		if about == Incident {
			return Incident, true
		}
		return Volume, true
	}
	if d.from >= 0 || d.to >= 0 {
		if about != PercentChange {
			return about, true
		}
		return Other, true
	}
	return Scale, true
}

// headKind is the kind of the counted noun that heads a phrase, "" where it has none.
func (r *Reading) headKind(p phrase) string {
	l := p.last
	for k := p.first; k < p.last; k++ {
		if r.at(k) == preposition {
			l = k
			break
		}
	}
	return r.headUnit(l, p.first)
}

// heldAsData reports whether what is counted is stored: "a store holding 5 trillion points".
func (r *Reading) heldAsData(d *draft, a *amount) bool {
	for k := d.first - 1; k >= 0 && k > d.first-4; k-- {
		switch r.w(k) {
		case "holding", "holds", "stores", "storing", "stored", "archive", "store", "keeps", "archived", "index", "indexed", "indexes", "indexing":
			return true
		}
	}
	return false
}

// lostBefore reports whether the clause says that what is counted got lost or went wrong.
func (r *Reading) lostBefore(d *draft, from int) bool {
	for k := d.first - 1; k >= from && k > d.first-5; k-- {
		switch r.w(k) {
		case "lost", "dropped", "duplicated", "losing", "dropping", "corrupted", "missed", "failed":
			return true
		}
		if r.clauseEnd(k) {
			return false
		}
	}
	a := r.mainAmount(d)
	return a != nil && a.nounLast > a.nounFirst && (incidentAdjective(r.w(int(a.nounFirst))) || r.in(int(a.nounFirst), "duplicate", "double", "false"))
}

// usedAt reports "in use at", "in daily use by", "depend on" about a count of places.
func (r *Reading) usedAt(d *draft) bool {
	if r.in(d.first-1, "at", "by", "in") && r.w(d.first-2) == "use" {
		return true
	}
	return r.in(d.last, "depend", "rely", "use", "adopted", "trust", "follow", "followed", "consume") || r.w(d.last) == "now" && r.in(d.last+1, "depend", "rely", "use")
}

// perUnit reports a count per thing: "1,400 queries per page to 6".
func (r *Reading) perUnit(d *draft) bool {
	for k := d.first; k < d.last; k++ {
		if r.w(k) == "per" {
			return true
		}
	}
	return false
}

func (r *Reading) nounKind(a *amount) (MeasureKind, bool) {
	switch k := r.Base.Units[a.noun].Kind; k {
	case "adoption":
		if a.per != "" && a.per != "month" && a.per != "day" && a.per != "week" {
			return Volume, true
		}
		return Adoption, true
	case "volume":
		return Volume, true
	case "data_size":
		if a.per != "" {
			return Volume, true
		}
		return DataSize, true
	case "scale":
		if a.per != "" {
			return Volume, true
		}
		if r.adopts(a) {
			return Adoption, true
		}
		return Scale, true
	case "incident":
		return Incident, true
	case "org":
		return Other, false
	case "contribution":
		return Other, false
	}
	return Other, true
}

// adopts reports whether the counted things use something: "adopted by 34 repositories", "41 services adopted".
func (r *Reading) adopts(a *amount) bool {
	for k := int(a.first) - 4; k < int(a.last)+4; k++ {
		switch r.w(k) {
		case "adopted", "adopt", "adopts", "adoption", "adopting":
			return true
		case "use", "uses", "used":
			return r.w(int(a.first)-1) == "by" || r.w(int(a.first)-1) == "at" || k >= int(a.last)
		}
	}
	return false
}

// speedWord reports "faster" or its like behind a relative change: then a duration is meant.
func (r *Reading) speedWord(d *draft) bool {
	for k := d.first; k < d.last+2; k++ {
		switch r.w(k) {
		case "faster", "quicker", "slower", "shorter", "sooner":
			return true
		}
	}
	return false
}

// near reports whether one of the words stands in the draft's clause.
func (r *Reading) near(from, to int, d *draft, words ...string) bool {
	lo, hi := d.first, d.last
	for lo > from && lo > d.first-10 && !r.clauseEnd(lo-1) {
		lo--
	}
	for hi < to && hi < d.last+6 && !r.clauseEnd(hi) && r.sym(hi) != ',' {
		hi++
	}
	for k := lo; k < hi; k++ {
		w := r.w(k)
		for _, x := range words {
			if w == x {
				return true
			}
		}
	}
	return false
}

func (r *Reading) moneyKind(d *draft, a *amount, from, to int) MeasureKind {
	if r.near(from, to, d, "saved", "saving", "savings", "saves", "save", "cost", "costs", "costing", "spend", "spending", "bill", "bills", "budget", "cheaper", "infra", "invoice", "licence", "license", "licences", "licenses", "fees", "wasted", "opex", "expense", "hosting", "spent", "charged", "price", "rent", "fee") || d.dir == Down || a.top() < 1 || a.top() < 1000 && a.per == "" && d.from < 0 || a.top() < 1e6 && r.in(d.first-1, "for", "costs", "cost") || r.saving(d, from) {
		return Cost
	}
	return Volume
}

// failing reports a failure as the subject of a share: "throttling hit 37% of tenants".
func (r *Reading) failing(d *draft, from int) bool {
	for k := d.first - 1; k >= from && k > d.first-4; k-- {
		switch r.w(k) {
		case "throttling", "failures", "failing", "timeouts", "duplicates", "declines":
			return true
		}
	}
	return false
}

// ratioKind tells uptime, failures and plain shares apart.
func (r *Reading) ratioKind(d *draft, a *amount, about MeasureKind, from, to int) (MeasureKind, bool) {
	if a.value >= 0.98 && a.value <= 1 && r.near(from, to, d, "availability", "available", "uptime", "slo", "slos", "sla", "slas", "reliability", "up", "objective", "target") {
		return Uptime, true
	}
	if a.value >= 0.99 && a.value < 1 && a.decimals > 0 && (r.w(d.last) == "availability" || r.w(d.last) == "uptime" || r.w(d.last) == "reliability" || about == Uptime) {
		return Uptime, true
	}
	if a.nines || a.value >= 0.99 && a.value < 1 && a.decimals > 0 && about == PercentChange && !r.near(from, to, d, "success", "accuracy", "recall", "hit", "coverage", "precision", "accepted", "delivered", "correct", "succeed", "succeeded") {
		return Uptime, true
	}
	if about == Incident {
		return Incident, true
	}
	if about == Uptime && a.value > 0.9 {
		return Uptime, true
	}
	return Other, true
}

// subject is the kind of metric that the words around a draft speak of; PercentChange where they name none. Words of measure
// ("latency", "cost") weigh more than counted nouns, and those only as the head of what is measured.
func (r *Reading) subjectKind(d *draft, from, to, ofFirst, ofLast int) MeasureKind {
	lo, hi := d.first, d.last
	for lo > from && lo > d.first-10 && !r.clauseEnd(lo-1) && r.sym(lo-1) != ',' {
		lo--
	}
	for hi < to && hi < d.last+8 && !r.clauseEnd(hi) && r.sym(hi) != ',' && !(r.preposition(hi) && r.w(hi) != "of" && r.w(hi) != "in" && r.w(hi) != "on" && r.w(hi) != "off" && r.w(hi) != "for") {
		hi++
	}
	if d.verb >= 0 && d.verb >= from && d.verb < lo {
		lo = d.verb
	}
	best, rank := PercentChange, 1<<30
	for k := lo; k < hi; k++ {
		if k >= d.first && k < d.last && (k < d.pFirst || k >= d.pLast) && r.kind(k) == lex.Number {
			continue
		}
		kind, ok := r.measureNoun(k)
		if !ok {
			continue
		}
		gap := d.first - k
		if k >= d.last {
			gap = k - d.last + 1
		}
		if k >= d.first && k < d.last {
			gap = 0
		}
		if r.unitAt(k, "noun") != nil && !measureTail(r.w(k)) {
			// A counted noun must be the head of its phrase.
			if r.kind(k+1) == lex.Word && r.at(k+1) == nominal && r.at(k) != predicate || r.at(k) == predicate && k+1 < d.first && k != ofLast-1 {
				continue
			}
			gap += 6
			if kind == Incident {
				gap -= 4
			}
			if r.w(k-1) == "of" || r.w(k-1) == "per" || r.preposition(k-1) && k < d.first {
				gap += 6
			}
		}
		if gap < rank {
			best, rank = kind, gap
		}
	}
	if best == PercentChange && d.percentile > 0 {
		return Latency
	}
	return best
}

// measureNoun is the kind of metric that a word by itself speaks of.
func (r *Reading) measureNoun(i int) (MeasureKind, bool) {
	switch w := r.w(i); w {
	case "latency", "latencies", "response", "startup", "lag", "delay", "duration", "staleness", "recovery", "mttr", "ttfb", "p99", "p95", "p50", "rto", "rpo", "lead-time", "turnaround", "faster", "slower", "quicker":
		return Latency, true
	case "start", "starts", "boot", "boots":
		return Latency, r.w(i-1) == "cold" || r.w(i-1) == "warm"
	case "pager", "paging":
		return Incident, true
	case "time", "times":
		if r.w(i-1) == "on" || r.w(i-1) == "real" || r.w(i-1) == "full" || r.w(i-1) == "part" || r.w(i-1) == "first" || r.w(i-1) == "third" || r.is(i, lex.Hyphen) && r.w(i-1) != "run" {
			return 0, false
		}
		return Latency, true
	case "throughput", "rps", "qps", "tps", "iops", "ingest", "ingestion":
		return Throughput, true
	case "availability", "uptime", "slo", "sla", "downtime":
		return Uptime, true
	case "cost", "costs", "spend", "bill", "bills", "spending", "expenses", "egress", "fees", "invoice", "budget", "cheaper", "licence", "license":
		return Cost, true
	case "traffic", "volume", "load":
		if r.w(i-1) == "page" || r.w(i+1) == "time" || r.w(i+1) == "times" || r.w(i+1) == "test" {
			return 0, false
		}
		return Volume, true
	case "storage", "disk":
		return DataSize, true
	case "cpu", "memory", "conversion", "retries", "coverage", "error":
		return 0, false
	}
	if _, end := r.percentileAt(i); end > i {
		return Latency, true
	}
	if u := r.unitAt(i, "noun"); u != nil {
		switch u.Kind {
		case "incident":
			if r.w(i) == "error" || r.w(i) == "errors" && (r.w(i+1) == "rate" || r.w(i+1) == "rates") {
				return 0, false
			}
			return Incident, true
		case "adoption":
			if r.w(i+1) == "time" || r.w(i-1) == "per" {
				return 0, false
			}
			return Adoption, true
		case "data_size":
			return DataSize, true
		case "scale":
			if r.w(i) == "service" || r.w(i) == "system" || r.w(i) == "pipeline" || r.w(i) == "database" || r.w(i) == "api" || r.w(i) == "queue" || r.w(i) == "cache" || r.w(i) == "endpoint" || r.w(i) == "gateway" || r.w(i) == "feed" || r.w(i) == "cluster" || r.w(i) == "model" || r.w(i) == "module" {
				return 0, false
			}
			return Scale, true
		case "volume":
			return Volume, true
		case "other":
			return Other, true
		}
	}
	return 0, false
}
