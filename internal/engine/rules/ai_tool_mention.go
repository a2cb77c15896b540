package rules

import (
	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/lex"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

var aiToolMention = &rule.Rule{
	ID:       "ai-tool-mention",
	Title:    "Names an AI assistant",
	Why:      "In 2026 nearly every engineer uses one, so naming it says nothing about you and takes the place of a system that you built.",
	Mend:     "Move the assistant to the skills section, and say here what guards a change: a test, a review, a rollback.",
	Group:    rule.Stack,
	Severity: rule.Warning,
	Sources:  []string{"standfirst-rubric", "pragmatic-engineer-survey-2026"},
	Run:      runAIToolMention,
}

func runAIToolMention(p *rule.Pass) {
	if p.Target.AITools {
		return
	}
	t := tokens{p}
	sentence := -1
	report := func(first, last int) {
		s := t.Doc.SentenceOf(first)
		if s == sentence {
			return // one finding a sentence, at its first assistant
		}
		sentence = s
		first, last = t.tidy(first, last)
		p.Report(p.Span(first, last), quoted(t.words(first, last))+" is how nearly everybody works in 2026, and shows no work of yours.")
	}
	n := nextSaying(p, "ai-tool", 0)
	for i := 0; i < len(p.Facts) || n >= 0; {
		// Both lists are in the order of the text.
		if n >= 0 && (i >= len(p.Facts) || p.Says[n].First <= p.Facts[i].First) {
			first, last := int(p.Says[n].First), int(p.Says[n].Last)
			if !t.buildsOnModels(first, last) && !t.airmen(first, last) && !t.properName(first, last) {
				report(first, last)
			}
			n = nextSaying(p, "ai-tool", n+1)
			continue
		}
		f := &p.Facts[i]
		if f.Kind == fact.Technology && (f.Use == fact.Current || f.Use == fact.Wished) && assistant(p.TechnologyOf(f)) && t.meantAsTool(f) {
			report(int(f.First), int(f.Last))
		}
		i++
	}
}

// assistant reports whether a technology is an assistant that writes code.
func assistant(row *kb.Technology) bool {
	switch row.ID {
	case "github-copilot", "cursor-ai", "claude-code", "windsurf", "chatgpt", "openai-codex", "gemini-cli", "devin", "tabnine", "amazon-q-developer", "jetbrains-ai-assistant", "sourcegraph-cody", "replit-agent", "aider", "cline", "coderabbit", "lovable", "v0":
		return true
	}
	return false
}

// meantAsTool reports whether an assistant's name stands for the writer's own tool: not an employer, a product that was
// built or served, or somebody's name.
func (t tokens) meantAsTool(f *fact.Fact) bool {
	first, last := int(f.First), int(f.Last)
	from, to := t.sentence(first)
	if t.buildsOnModels(first, last) || t.in(last, "university", "college", "mining", "exchange") {
		return false
	}
	if first == from && t.sym(last) == ',' && t.in(last+1, "our", "a", "an", "the", "my") {
		return false
	}
	// "on GitHub Copilot, serving completions", "at Cursor": an employer or a product.
	if t.in(first-1, "at", "joined", "for") || t.in(first-1, "on") && t.find(last, to, "serving", "serves", "served", "ran", "run", "behind") >= 0 {
		return false
	}
	if t.kind(last) == lex.Clitic && t.in(last, "'s", "’s") {
		return false
	}
	// A person: "Cody Ruiz and I", "Devin reviewed".
	if t.is(last, lex.Capital|lex.Space) && !t.is(first, lex.HasDigit) && t.fact(fact.Technology, last) < 0 && !t.in(last, "I", "AI", "Agent", "Code", "Pro") && t.kind(last) == lex.Word {
		return false
	}
	return true
}

// airmen reports the crew of a plane, who are called copilots too.
func (t tokens) airmen(first, last int) bool {
	if last-first != 1 || !t.in(first, "copilot", "copilots", "pilot", "pilots") {
		return false
	}
	return t.in(first, "copilots", "pilots") || t.in(last, "of", "on", "in", "for") && !t.in(first-1, "with", "github", "using", "use", "like")
}

// buildsOnModels reports whether the clause around the tokens speaks of a product made of or for models: a gateway,
// an evaluation harness, a sandbox, a service.
func (t tokens) buildsOnModels(first, last int) bool {
	from, to := t.sentence(first)
	if t.find(last-1, min(to, last+3), "integration", "integrations", "infrastructure", "research", "applications", "products", "systems", "engineering") >= 0 && t.find(first, last, "prompt", "coding", "assisted", "augmented", "vibe", "assistants", "copilot", "cursor", "chatgpt") < 0 {
		return true // an engineer of such systems
	}
	if t.find(from, to, "gateway", "sandbox", "platform", "inference", "serving", "serves", "proxy", "api", "retrieval", "rag", "embeddings", "vector", "harness", "evaluation", "runtime", "bot", "chatbot", "server", "tokens", "gpus", "fine-tuned", "customers", "tenants", "product", "company", "start-up", "startup", "vendors", "limiter") < 0 {
		return false
	}
	// Somebody who also says that it speeds the coding up is a user all the same.
	if t.find(from, to, "faster", "productivity", "productive", "boost", "accelerate", "boilerplate", "speed", "daily", "workflow", "workflows", "10x", "ide", "autocomplete", "pair") >= 0 {
		return false
	}
	return t.find(from, to, "built", "build", "created", "designed", "wrote", "own", "owns", "runs", "run", "led", "replaced", "moved", "behind", "rolled", "operate", "shipped", "launched", "engineer", "maintains", "maintain", "cut") >= 0 || t.factIn(fact.Metric, from, to) >= 0
}
