package fact

import (
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/lex"
)

// clauseStart is the first token of the clause that token i stands in: after a semicolon, a colon, a dash or the start of the
// sentence, its bullet left out.
func (r *Reading) clauseStart(i int) int {
	if uint(i) < uint(len(r.clauseAt)) {
		return int(r.clauseAt[i])
	}
	from, _ := r.sentence(i)
	k := i
	for k > from && !r.clauseEnd(k-1) {
		k--
	}
	return k
}

// clauseStop is the token after the clause that token i stands in. A comma ends it only where a new statement of the person
// follows (", and coached four seniors"): reasons, relative clauses and lists stay inside.
func (r *Reading) clauseStop(i int) int {
	_, to := r.sentence(i)
	for k := i + 1; k < to; k++ {
		if r.clauseEnd(k) && !r.is(k, lex.Abbrev) {
			return k
		}
		if r.sym(k) == ',' && r.newStatement(k+1) {
			return k
		}
	}
	return to
}

// newStatement reports whether a statement of its own starts at token i: "and coached", "then moved", "I run", "my team".
func (r *Reading) newStatement(i int) bool {
	joined := false
	for k := 0; k < 2; k++ {
		switch r.w(i) {
		case "and", "then", "later", "also", "plus":
			i++
			joined = true
			continue
		}
		break
	}
	switch r.w(i) {
	case "i", "we", "my", "seeking", "looking", "hoping":
		return true
	}
	m, ok := r.term(kb.KindVerb, i)
	if !ok || r.is(i, lex.Hyphen) || r.is(int(m.Last), lex.Hyphen) {
		return false
	}
	v := &r.Base.Verbs[m.Row]
	return v.Family != "weak" && r.shape(&m) == past && !r.blocked(&m) && (joined || r.objectStarts(int(m.Last)))
}

// objectStarts reports whether token i opens the object of a verb: a determiner, a possessive, a number or a percentile.
func (r *Reading) objectStarts(i int) bool {
	switch r.w(i) {
	case "the", "a", "an", "this", "these", "those", "each", "every", "all", "both", "some", "any", "no", "another", "several",
		"many", "most", "more", "half", "my", "our", "its", "their", "his", "her", "your", "what", "how", "one":
		return true
	}
	if r.kind(i) == lex.Number {
		return true
	}
	w := r.w(i)
	if len(w) > 2 && w[0] == 'p' && w[1]-'0' < 10 {
		return true
	}
	return r.numeralAt(i)
}

// wishes reports whether token i stands in what the person wants next: such words are no evidence.
func (r *Reading) wishes(i int) bool {
	return int(r.wishFrom[r.sentenceOf(i)]) <= min(i, len(r.low)-1)
}

// wishWord reports a word that wishAt looks at.
func wishWord(w string) bool {
	switch w {
	case "seeking", "hoping", "wanting", "searching", "seek", "eager", "keen", "aspiring", "looking", "want", "wants", "wish", "hope", "like", "love", "interested", "open", "next", "would",
		"objective", "goal", "aim", "my", "ready":
		return true
	}
	return false
}

// wishAt reports whether a wish starts at token k of a sentence that starts at from.
func (r *Reading) wishAt(k, from int) bool {
	opens := k == from || r.clauseEnd(k-1) || r.sym(k-1) == ',' || r.sym(k-1) == '•'
	if !opens {
		switch r.w(k - 1) {
		case "and", "now", "currently", "am", "i", "'m", "actively", "but", "here":
			opens = true
		}
		if r.kind(k-1) == lex.Clitic {
			opens = true
		}
	}
	if !opens {
		return false
	}
	next := r.w(k + 1)
	switch r.w(k) {
	case "seeking", "hoping", "wanting", "searching", "seek", "eager", "keen", "aspiring":
		return true
	case "looking":
		switch next {
		case "for", "to", "forward", "at":
			return next != "at"
		}
	case "want", "wants", "wish", "hope":
		return next != "of"
	case "like", "love":
		return (next == "to" || next == "the" || next == "my" || next == "a") && (r.kind(k-1) == lex.Clitic || r.w(k-1) == "would")
	case "interested":
		return next == "in"
	case "open":
		return next == "to"
	case "next":
		return k == from && (r.sym(k+1) == ',' || r.sym(k+1) == ':' || r.sym(k+1) == '—' || next == "i" || next == "step")
	case "would":
		return next == "like" || next == "love" || next == "enjoy"
	case "objective", "goal", "aim":
		return k == from || r.sym(k+1) == ':'
	case "my":
		return next == "goal" || next == "aim" || next == "objective" || next == "next"
	case "ready":
		return next == "for" || next == "to"
	}
	return false
}

// career reports whether words of a person's own life stand in [from, to): then a choice is no choice of design.
func (r *Reading) career(from, to int) bool {
	for k := from; k < to; k++ {
		switch r.w(k) {
		case "career", "careers", "job", "jobs", "profession", "university", "college", "school", "degree", "master's", "bachelor's", "phd", "bootcamp",
			"contributor", "freelance", "freelancing", "freelancer", "remote", "remotely", "relocate", "relocated", "relocation", "salary",
			"offer", "promotion", "recruiter", "employer", "employers", "generalist", "specialist", "hobby", "law", "medicine", "teaching",
			"family", "startup", "start-up", "consulting", "retirement", "teacher", "nursing", "internship", "scholarship":
			// "a job queue", "a home page", "law firms' ledger" are things of the trade.
			if _, ok := r.term(kb.KindThing, k); ok && r.w(k) != "job" {
				continue
			}
			if r.w(k) == "job" || r.w(k) == "jobs" {
				if n := r.w(k + 1); n == "queue" || n == "queues" || n == "runner" || n == "scheduler" || n == "scheduling" || r.w(k) == "jobs" {
					continue
				}
				if p := r.w(k - 1); p != "my" && p != "first" && p != "new" && p != "a" && p != "the" && p != "last" && p != "day" {
					continue
				}
				if n := r.w(k + 1); r.w(k-1) == "a" && (n == "that" || n == "per" || n == "in") {
					continue
				}
			}
			return true
		case "individual":
			if r.w(k+1) == "contributor" {
				return true
			}
		case "self":
			if r.w(k+1) == "taught" {
				return true
			}
		case "management":
			if p := r.w(k - 1); p == "people" || p == "over" || p == "into" || p == "than" || p == "to" || p == "for" || p == "of" {
				return true
			}
		}
	}
	return false
}

// designWord reports whether token i says something of a design: a pattern, a thing that patterns are placed on, a technology
// or a quality of a system. It returns the token after the words, i where there are none.
func (r *Reading) designWord(i int) int {
	if r.is(i, lex.Hyphen) && i > 0 && r.kind(i-1) == lex.Number {
		return i
	}
	if m, ok := r.term(kb.KindPattern, i); ok && !r.blocked(&m) {
		return int(m.Last)
	}
	if i < len(r.owner) && r.claimed(i, Technology) {
		return i + 1
	}
	switch r.w(i) {
	case "backend", "backends", "frontend", "frontends", "front", "back", "platform", "platforms", "client", "clients", "customer", "customers", "company",
		"provider", "providers", "vendor", "bank", "banks", "partner", "partners", "site", "class", "step", "steps", "order", "orders",
		"host", "search", "model", "models", "load", "peer", "peers", "core", "application", "applications", "image", "images", "file", "files", "onboarding":
		// Nouns of patterns.yaml's things that are as often something else.
		return i
	}
	if m, ok := r.term(kb.KindThing, i); ok {
		return int(m.Last)
	}
	if quality(r.w(i)) || structure(r.w(i)) {
		return i + 1
	}
	return i
}

// design reports whether a word of design stands in [from, to).
func (r *Reading) design(from, to int) bool {
	for k := from; k < to; k++ {
		if r.designWord(k) > k {
			return true
		}
	}
	return false
}

// structure are nouns of decisions that are no things a pattern is placed on.
func structure(w string) bool {
	switch w {
	case "rewrite", "rewrites", "mesh", "microservices", "microservice", "monolith", "monoliths", "split", "framework", "frameworks", "dependency", "dependencies",
		"rebuild", "orm", "vendor", "library", "libraries", "daemon", "sidecar", "sidecars", "repository", "monorepo", "process", "processes", "binary", "language", "sdk",
		"join", "joins", "transactions", "transaction", "lock", "locks", "index", "indexes", "retries", "retry", "ordering", "batch", "batches", "batching", "streaming",
		"sync", "synchronous", "asynchronous", "async", "serverless", "multi", "abstraction", "abstractions", "interface", "interfaces", "protocol", "rpc", "rest", "push", "pull",
		"migration", "replatform", "feature", "features", "foreign", "triggers", "procedures", "constraint", "constraints", "hop", "hops",
		"debit", "audit", "code", "failover", "blob", "polyglot", "tables", "snapshot", "snapshots", "coordinator", "coordination", "proxy", "proxies", "vm", "vms", "lambda", "lambdas":
		return true
	}
	return false
}

// quality are nouns of what a system is good or bad at: the currencies of a trade-off.
func quality(w string) bool {
	switch w {
	case "latency", "latencies", "throughput", "consistency", "availability", "durability", "freshness", "staleness", "correctness", "simplicity", "complexity",
		"accuracy", "precision", "recall", "memory", "cpu", "storage", "bandwidth", "flexibility", "isolation", "ordering", "compatibility", "portability",
		"operability", "safety", "reliability", "scalability", "cost", "costs", "speed", "performance", "duplication", "duplicates", "duplicate", "lag", "delay",
		"generality", "features", "convenience", "autonomy", "immediacy", "elasticity", "utilisation", "utilization", "density", "predictability",
		"linearizability", "atomicity", "completeness", "compression", "resolution", "retention", "locality", "parallelism", "concurrency", "protection", "capacity",
		"maintainability", "debuggability", "readability", "testability", "observability", "reversibility", "traceability", "determinism", "normalisation", "normalization",
		"coverage", "headroom", "overhead", "redundancy", "coupling", "decoupling", "guarantees", "guarantee":
		return true
	}
	return false
}
