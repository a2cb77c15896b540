# Conveniences. Everything that a newcomer needs is in the README's two commands.
.PHONY: build test lint eval bench fuzz wasm generate new-rule man clean

build: ## the binary, in bin/
	CGO_ENABLED=0 go build -trimpath -buildvcs=false -ldflags "-s -w" -o bin/standfirst ./cmd/standfirst

test: ## what CI runs
	./scripts/test

lint: ## golangci-lint at the version pinned in tools/go.mod
	go tool -modfile=tools/go.mod golangci-lint run

eval: ## the engine against labelled texts: the table and every disagreement
	cd eval && go run .

bench: ## benchmarks beside their budgets
	go run ./bench

FUZZTIME ?= 30s
fuzz: ## every fuzz target for FUZZTIME each
	@for pkg in $$(go list ./...); do \
		for f in $$(go test -list '^Fuzz' $$pkg | grep '^Fuzz'); do \
			echo "== $$pkg $$f"; go test -run xxx -fuzz "^$$f$$" -fuzztime $(FUZZTIME) $$pkg || exit 1; \
		done; \
	done

wasm: ## the engine for the browser, in bin/
	GOOS=js GOARCH=wasm go build -trimpath -buildvcs=false -ldflags "-s -w" -o bin/standfirst.wasm ./cmd/standfirst-wasm

generate: ## the knowledge base, the rule list and the documentation
	go generate ./...

new-rule: ## make new-rule ID=some-rule: the two files of a rule
	go run ./internal/tool/newrule $(ID)

man: ## the manual page and the completions, in dist/
	go run ./cmd/standfirst man --out dist/man

clean:
	rm -rf bin dist
