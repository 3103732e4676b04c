# Tasalsul. `make` alone tells what can be made. Needs GNU make and Python 3.11 or later, nothing else.

PYTHON ?= python3
PORT   ?= 8000
export PORT

VENV  := .venv
BIN   := $(VENV)/bin
USE   := $(VENV)/.use
DEV   := $(VENV)/.dev

PIP     := $(BIN)/python -m pip --disable-pip-version-check install --quiet --no-deps
COMPILE := .cache/uv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-annotate --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock'

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help install run test check format bench evaluate fuzz lock audit browser postgres clean

help: ## Tell what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: $(USE) ## Make .venv with the command .venv/bin/tasalsul

# The locks are hashed and complete: nothing is resolved, nothing beside them is fetched. Pip and
# setuptools go first, for a few packages come as source and are built with just these.
# The last line is twice quiet, for a warning that the checkout is used as it is, which is meant.
$(USE): requirements-build.lock requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Tasalsul needs Python 3.11 or later: make PYTHON=/path/to/python3")'
	@echo 'Installing into $(VENV), only this once …'
	@test -x $(BIN)/pip || $(PYTHON) -m venv $(VENV)
	@$(PIP) --require-hashes --only-binary :all: -r requirements-build.lock
	@$(PIP) --require-hashes --no-build-isolation -r requirements.lock
	@$(PIP) --quiet --no-build-isolation --editable .
	@touch $@

$(DEV): $(USE) requirements-dev.lock
	@echo 'Installing the tools for tests and checks, only this once …'
	@$(PIP) --require-hashes --only-binary :all: -r requirements-dev.lock
	@touch $@

run: $(USE) ## Migrate, read seeds/ into an empty database, serve on http://127.0.0.1:$PORT
	@$(BIN)/tasalsul serve

test: check browser postgres ## Everything: check, then all tests, with Chromium and on PostgreSQL too
	@$(BIN)/python -m pytest -n 3 --dist loadfile

check: $(DEV) ## Format, lint, types, the direction of imports, advisories about the packages
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/mypy
	@PYTHON=$(PYTHON) .ci/audit --if-due

format: $(DEV) ## Put the code into the house's form
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

bench: $(DEV) ## Speed and memory beside other tools, which are fetched into .cache/bench
	@$(BIN)/python -m tests.benchmarks.engine
	@$(BIN)/python -m tests.benchmarks.timeline
	@echo 'A million events as well: $(BIN)/python -m tests.benchmarks.timeline --sizes 1e3,1e4,1e5,1e6'

# The shared folders hold texts of others, which are no part of the project; what is there is scored.
evaluate: $(DEV) ## Score the readings of the annotated articles and the suites of dates, ../shared too
	@$(BIN)/tasalsul evaluate $(if $(wildcard ../shared/gold/*.json),../shared/gold,tests/gold)
	@$(BIN)/python -m tests.benchmarks.temporal

# Others each time, so not a part of `make test`, which tries the same few each time.
fuzz: $(DEV) ## Read thousands of random and hostile texts; FUZZ=n examples of each kind
	@TASALSUL_FUZZ=$(or $(FUZZ),1000) $(BIN)/python -m pytest -q tests/ingest/test_spans.py tests/ingest/test_adversarial.py

# The browser tests are never left out: no browser, no pass.
browser: $(DEV)
	@.ci/browser

# Nor are those on a server of PostgreSQL, which they start themselves.
postgres: $(DEV)
	@.ci/postgres

lock: ## Compile the locks anew from pyproject.toml (fetches uv into .cache/)
	@test -x .cache/uv/bin/uv || { $(PYTHON) -m venv .cache/uv && .cache/uv/bin/python -m pip install --quiet uv; }
	@$(COMPILE) --upgrade --group build --output-file requirements-build.lock
	@$(COMPILE) --upgrade pyproject.toml --output-file requirements.lock
	@$(COMPILE) --upgrade --group dev --constraint requirements.lock --output-file requirements-dev.lock

audit: $(DEV) ## Ask the advisory database about every locked package (`make check` does once a day)
	@PYTHON=$(PYTHON) .ci/audit

clean: ## Remove .venv and caches; data/ stays
	rm -rf $(VENV) .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist *.egg-info test-results
