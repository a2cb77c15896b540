package fact

import "github.com/standfirst/standfirst/internal/engine/kb"

// phraseKind is the kind of metric that a measured phrase speaks of: by its measure word, then by what its head counts. It is
// PercentChange for things without a kind of their own (CPU, memory, conversion). counted says that the head is a counted noun.
func (r *Reading) phraseKind(p phrase) (kind MeasureKind, counted bool) {
	head := p.rawLast
	for k := p.rawFirst; k < p.rawLast; k++ {
		if r.w(k) == "of" && k > p.rawFirst && !measureTail(r.w(k-1)) {
			head = k
			break
		}
	}
	for k := p.rawFirst; k < head; k++ {
		switch r.w(k) {
		case "pager", "paging", "on-call":
			return Incident, false
		}
	}
	for k := p.rawLast - 1; k >= p.rawFirst; k-- {
		if r.percent(k) {
			return Latency, false
		}
		if k >= head && !measureTail(r.w(k)) {
			continue
		}
		switch r.w(k) {
		case "latency", "latencies", "lag", "delay", "delays", "duration", "staleness", "mttr", "mttd", "ttfb", "rto", "rpo", "startup", "start-up", "failover", "recovery", "turnaround", "median", "cold-start", "pause", "pauses":
			return Latency, false
		case "time", "times":
			if !r.in(k-1, "on", "real", "full", "part", "first", "third") {
				return Latency, false
			}
		case "start", "starts", "boot", "boots", "windows", "window":
			if k == head-1 {
				return Latency, false
			}
		case "throughput", "rps", "qps", "tps", "iops":
			return Throughput, false
		case "availability", "uptime", "downtime", "slo", "sla":
			return Uptime, false
		case "cost", "costs", "spend", "spending", "bill", "bills", "expenses", "fees", "fee", "invoice", "rent", "price", "prices", "budget":
			return Cost, false
		case "memory", "cpu", "gpu", "conversion", "image", "images", "payload", "coverage", "performance":
			return PercentChange, false
		case "adoption", "usage":
			if k == p.rawLast-1 && r.w(k) == "adoption" {
				return Adoption, false
			}
		case "storage", "index":
			if r.w(k+1) == "size" || r.w(k+1) == "volume" {
				return DataSize, false
			}
		case "base":
			if r.w(k-1) == "user" || r.w(k-1) == "customer" {
				return Adoption, false
			}
		case "fleet", "estate", "cluster":
			if k == head-1 {
				return Scale, false
			}
		case "traffic", "volume", "load", "ingest", "egress":
			if k == head-1 {
				if r.w(k) == "volume" && p.last > p.first {
					if u := r.unitAt(p.last-1, "noun"); u != nil && u.Kind == "incident" {
						return Incident, true
					}
				}
				return Volume, false
			}
		}
	}
	if p.empty() {
		return PercentChange, false
	}
	for k := p.first; k < min(head, p.last); k++ {
		if incidentAdjective(r.w(k)) || r.in(k, "failure", "failures", "false", "duplicate", "crash", "oversold") {
			return Incident, isPlural(r.w(min(head, p.last) - 1))
		}
	}
	// The head: what is counted, as a plural or before "count".
	l := p.last
	for k := p.first; k < p.last; k++ {
		if r.at(k) == preposition {
			l = k
			break
		}
	}
	counts := r.w(p.last) == "count" || r.w(p.last) == "volume" || r.numbered(p)
	if u := r.headUnit(l, p.first); u != "" && (isPlural(r.w(l-1)) || counts) {
		switch u {
		case "incident":
			if r.w(l-2) != "flaky" {
				return Incident, true
			}
		case "adoption":
			return Adoption, true
		case "scale":
			if counts || countedScale(r.w(l-1)) {
				return Scale, true
			}
		case "volume":
			if !isPast(r.w(p.first)) && l-p.first <= 2 {
				return Volume, true
			}
		}
	}
	if counts {
		return Scale, true
	}
	return PercentChange, false
}

// numbered reports "the number of" before a phrase.
func (r *Reading) numbered(p phrase) bool {
	for k := p.first - 1; k >= p.first-3; k-- {
		if r.w(k) == "number" {
			return true
		}
	}
	return false
}

// headUnit is the kind of the counted noun that ends before token l.
func (r *Reading) headUnit(l, first int) string {
	for k := max(first, l-3); k < l; k++ {
		if m, ok := r.term(kb.KindUnit, k); ok && int(m.Last) == l && r.Base.Units[m.Row].Is == "noun" {
			return r.Base.Units[m.Row].Kind
		}
	}
	return ""
}

// countedScale are parts of a system whose number, and not whose load or size, is meant when they grow or shrink.
func countedScale(w string) bool {
	switch w {
	case "pods", "nodes", "machines", "instances", "servers", "hosts", "services", "microservices", "regions", "brokers", "replicas", "clusters", "vms", "containers", "workers", "connections", "shards", "partitions", "endpoints", "devices":
		return true
	}
	return false
}
