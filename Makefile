# What is done often. "make" lists it; .ci/run says how.
.DEFAULT_GOAL := help
.PHONY: help fast check demo serve score bench fuzz golden

CORPORA ?= ../shared/corpora
FUZZTIME ?= 30s

help: ## list what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-7s  %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

fast: ## format, vet, all tests: some minutes, needs Go alone
	.ci/run fast

check: ## everything that must hold before a change lands; see .ci/run for what it needs
	.ci/run

demo: ## crawl the bundled news sites on loopback and print the timeline
	go run ./cmd/dateline demo

serve: ## the same, in a browser
	go run ./cmd/dateline demo --serve

score: ## measure on the corpora in CORPORA=DIR, and on what the repository holds
	go run ./cmd/scoreboard -corpora $(CORPORA) open timex pages tls seed story

bench: ## benchmarks of all rooms, with allocations; compare runs with benchstat
	go test -run '^$$' -bench . -benchmem ./crawler/... ./store/... ./timeline/...

fuzz: ## each fuzz target for FUZZTIME (30s)
	@for target in $$(grep -rhoE --include='*_test.go' '^func Fuzz[A-Za-z]+' . | cut -d' ' -f2); do \
		dir=$$(dirname $$(grep -rlE --include='*_test.go' "^func $$target\\(" . | head -1)); \
		echo "== $$dir $$target"; go test -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZTIME) $$dir || exit 1; \
	done

golden: ## write the golden files anew; look at the difference as at code
	go test ./crawler/extract ./timeline/export -update
