# Tasalsul. `make` alone lists the targets. Needs GNU make and Python 3.11 or later, nothing else.

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

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: $(USE) ## Create .venv with the command .venv/bin/tasalsul

# The locks are hashed and complete: nothing is resolved, nothing else is downloaded. Pip and setuptools
# come first, because a few packages are distributed as source and are built with exactly these. The last
# line has --quiet twice to silence a warning about running from the checkout, which is intended.
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

test: check browser postgres ## Run the checks, then all tests, with Chromium and PostgreSQL
	@$(BIN)/python -m pytest -n 3 --dist loadfile

check: $(DEV) ## Check formatting, lint, types and import layers; once a day, package advisories
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/mypy
	@PYTHON=$(PYTHON) .ci/audit --if-due

format: $(DEV) ## Format the code
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

bench: $(DEV) ## Compare speed and memory with other tools (downloads them into .cache/bench)
	@$(BIN)/python -m tests.benchmarks.engine
	@$(BIN)/python -m tests.benchmarks.timeline
	@echo 'For a million events as well: $(BIN)/python -m tests.benchmarks.timeline --sizes 1e3,1e4,1e5,1e6'

# Texts that may not be published can lie beside the checkout, in ../shared; they are scored instead if present.
evaluate: $(DEV) ## Score the annotated articles and the date suites
	@$(BIN)/tasalsul evaluate $(if $(wildcard ../shared/gold/*.json),../shared/gold,tests/gold)
	@$(BIN)/python -m tests.benchmarks.temporal

# Different on every run, and therefore not part of `make test`, which tries the same few each time.
fuzz: $(DEV) ## Read thousands of random and hostile texts (FUZZ=n of each kind)
	@TASALSUL_FUZZ=$(or $(FUZZ),1000) $(BIN)/python -m pytest -q tests/ingest/test_spans.py tests/ingest/test_adversarial.py

# Browser tests are never skipped: without a browser, `make test` fails.
browser: $(DEV)
	@.ci/browser

# Nor are the tests on PostgreSQL, which start a server of their own.
postgres: $(DEV)
	@.ci/postgres

lock: ## Compile the lock files from pyproject.toml (downloads uv into .cache/)
	@test -x .cache/uv/bin/uv || { $(PYTHON) -m venv .cache/uv && .cache/uv/bin/python -m pip install --quiet uv; }
	@$(COMPILE) --upgrade --group build --output-file requirements-build.lock
	@$(COMPILE) --upgrade pyproject.toml --output-file requirements.lock
	@$(COMPILE) --upgrade --group dev --constraint requirements.lock --output-file requirements-dev.lock

audit: $(DEV) ## Check every locked package for known vulnerabilities
	@PYTHON=$(PYTHON) .ci/audit

clean: ## Remove .venv and caches; data/ stays
	rm -rf $(VENV) .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist *.egg-info test-results
