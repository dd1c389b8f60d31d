# Two commands on a fresh machine: `make run` and `make test`. The rest is for us.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.ONESHELL:
.SHELLFLAGS := -euo pipefail -c

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install -qq
DATA := $(or $(DANCHIEU_DATA_DIR),.data)
LOCK := $(BIN)/uv pip compile --quiet --generate-hashes --universal --no-annotate \
  --python-version 3.11 --no-emit-index-url --custom-compile-command "make lock" \
  --extra dev --extra build
SAMPLE_PDF := namdan-kh-88-2021
SAMPLE_SCAN := nghean-kh-412-2020
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help run test check bench chaos damage orders scale media compare fuzz memory page-speed peers install system browser lock format

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "make %-10s %s\n", $$1, $$2}' Makefile

run: install $(DATA)/.sample-loaded ## install what is missing, load the sample archive once, serve at 127.0.0.1:8000
	@exec $(BIN)/danchieu serve

test: check ## install what is missing and run the whole suite

check: install browser ## format, lint, types, walls, rules, corpora, tests
	@$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/danchieu rules check
	$(BIN)/danchieu corpora check
	$(BIN)/pytest -n 2

bench: install $(VENV)/.bench-installed ## speed as ratios to other software, in one run
	@$(BIN)/python tests/benchmarks/run.py

chaos: install ## what may happen in a night, made to happen; nothing may be lost
	@$(BIN)/python tests/benchmarks/chaos.py

media: install ## F1 per field as text, PDF, light and heavy scan
	@OMP_THREAD_LIMIT=1 $(BIN)/python tests/benchmarks/per_medium.py

fuzz: install ## 2,000 harmful files through the real workers: no hang, no fault
	@$(BIN)/python tests/benchmarks/fuzz.py

memory: install ## what a worker holds over 500 documents
	@$(BIN)/python tests/benchmarks/memory.py

page-speed: install ## seconds in the browser: first views, uploads, a chain of 70 (needs Chromium and npm)
	@$(BIN)/python tests/benchmarks/page.py

peers: install $(VENV)/.bench-installed ## the same pages read by other software
	@$(BIN)/python tests/benchmarks/peers.py

BASE ?= HEAD
DOCUMENTS ?= corpora/sample/documents
GOLD ?= corpora/sample/gold
compare: install ## gained and lost against another revision: make compare BASE=<rev> [DOCUMENTS=… GOLD=…]
	@work=$$(mktemp -d)
	trap 'git worktree remove --force "$$work/base"; rm -rf "$$work"' EXIT
	git worktree add --quiet --detach "$$work/base" "$(BASE)"
	PYTHONPATH="$$work/base/service" $(BIN)/danchieu extract $(DOCUMENTS) --out "$$work/before" || true
	$(BIN)/danchieu extract $(DOCUMENTS) --out "$$work/after" || true
	echo "facts:"
	$(BIN)/danchieu compare "$$work/before" "$$work/after"
	echo "points of the gold:"
	$(BIN)/danchieu compare "$$work/before" "$$work/after" --gold $(GOLD)

damage: install ## how well damaged pages are read, on both parts of the sample and step by step
	@$(BIN)/python tests/benchmarks/damage.py --part dev --steps
	$(BIN)/python tests/benchmarks/damage.py --part test

orders: install ## 500 documents in 20 orders must give one graph
	@$(BIN)/python tests/benchmarks/orders.py

SIZE ?= 100000
scale: install ## the graph of SIZE documents on both databases, beside a walk over arrays
	@$(BIN)/python tests/benchmarks/graph_scale.py --size $(SIZE)

format: install ## bring code and rule files into canonical form
	@$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/danchieu rules tidy

install: system $(VENV)/.package-installed ## system packages, virtual environment, locked dependencies

system:
	@scripts/system_packages.sh

browser:
	@scripts/system_packages.sh browser

$(VENV)/.created:
	@python=$$(scripts/find_python.sh)
	"$$python" -m venv $(VENV)
	touch $@

$(VENV)/.locked-installed: requirements.lock | $(VENV)/.created
	@$(PIP) --require-hashes -r requirements.lock
	touch $@

$(VENV)/.bench-installed: requirements-bench.lock $(VENV)/.locked-installed
	@$(PIP) --require-hashes -r requirements-bench.lock
	touch $@

$(VENV)/.package-installed: pyproject.toml $(VENV)/.locked-installed
	@$(PIP) --no-build-isolation --no-deps --editable .
	touch $@

# Two documents of the sample come as a PDF and as a scan, so that the page has pictures.
$(DATA)/.sample-loaded: $(VENV)/.package-installed
	@mkdir -p $(DATA)/sample
	cp corpora/sample/documents/*.txt $(DATA)/sample/
	for name in $(SAMPLE_PDF) $(SAMPLE_SCAN); do
	  form=$$([ "$$name" = $(SAMPLE_SCAN) ] && echo scan || echo pdf)
	  if $(BIN)/danchieu render $(DATA)/sample/$$name.txt --form $$form >/dev/null; then
	    rm $(DATA)/sample/$$name.txt
	  fi
	done
	$(BIN)/danchieu load $(DATA)/sample || echo "make: a part of the sample was not read" >&2
	touch $@

lock: $(VENV)/.created ## pin every dependency anew, with hashes
	@$(PIP) uv
	$(LOCK) --upgrade --output-file requirements.lock pyproject.toml
	$(LOCK) --extra bench --constraint requirements.lock \
	  --output-file requirements-bench.lock pyproject.toml
