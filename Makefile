# Tasalsul. `make` alone tells what can be made. Needs GNU make and Python 3.11 or later, nothing else.

PYTHON ?= python3
PORT   ?= 8000
export PORT

VENV  := .venv
BIN   := $(VENV)/bin
STAMP := $(VENV)/.installed
LOCKS := requirements-build.lock requirements.lock
COMPILE := .cache/uv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-annotate --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock'
PIP   := $(BIN)/python -m pip --disable-pip-version-check install --quiet --no-deps

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help install run test check format lock browser clean

help: ## Tell what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: $(STAMP) ## Make .venv with everything in the lock and the command .venv/bin/tasalsul

# Everything is hashed and complete, so nothing is resolved and nothing beside the lock is fetched.
# Setuptools goes first: the packages that come as source are built with it, without isolation.
$(STAMP): $(LOCKS) pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Tasalsul needs Python 3.11 or later; say make PYTHON=/path/to/python3.11")'
	@echo "Installing into $(VENV) (about half a minute, only now) …"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) --require-hashes --only-binary :all: -r requirements-build.lock
	@$(PIP) --require-hashes --no-build-isolation -r requirements.lock
	@$(PIP) --no-build-isolation --editable .
	@touch $@

run: $(STAMP) ## Migrate, read seeds/ into an empty database, serve on http://127.0.0.1:$PORT
	@$(BIN)/tasalsul serve

test: check browser ## Everything: check, then all tests, with Chromium
	@$(BIN)/python -m pytest -n 2 --dist loadfile

check: $(STAMP) ## Format, lint, types and the direction of imports
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/mypy

format: $(STAMP) ## Put the code into the house's form
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

# The browser tests are never left out: no browser, no pass.
browser: $(STAMP)
	@.ci/browser

lock: ## Compile the locks anew from pyproject.toml (fetches uv into .cache/)
	@test -x .cache/uv/bin/uv || { $(PYTHON) -m venv .cache/uv && .cache/uv/bin/pip install --quiet uv; }
	@$(COMPILE) --group build --output-file requirements-build.lock
	@$(COMPILE) pyproject.toml --group dev --output-file requirements.lock

clean: ## Remove .venv and caches; data/ stays
	rm -rf $(VENV) .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist *.egg-info test-results
