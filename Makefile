# Everything that these commands need goes into .venv (the peers of make bench: .venv-bench), from the locked lists in
# requirements/. Nothing has to be activated, and both may be deleted at any time.
#
#   PYTHON=python3.12   the interpreter to make .venv with; naming another one makes it anew
#   ARGS="--quiet"      options for report, check, test (pytest), fuzz, mutants and bench
#   UPGRADE=1           make lock takes the newest versions instead of keeping the locked ones

PYTHON ?= python3
UV ?= .venv/bin/uv
ARGS ?=

PIP := .venv/bin/python -m pip --disable-pip-version-check -qq
VERSION := 'import sys; print("%d.%d" % sys.version_info[:2])'

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.SUFFIXES:
.PHONY: help report check test lint format docs messages site fuzz mutants bench lock lowest clean FORCE

# Another virtual environment, or settings meant for one, must not leak into this one. Bytecode is written when a
# module is first used (pip --no-compile), so it must not be forbidden.
unexport VIRTUAL_ENV PYTHONHOME PYTHONPATH PYTHONSTARTUP PYTHONDONTWRITEBYTECODE __PYVENV_LAUNCHER__
unexport PIP_TARGET PIP_PREFIX PIP_ROOT PIP_USER

help:  ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

report: .venv/.run-stamp  ## write reports/index.html
	@.venv/bin/crosscheck report $(ARGS)

check: .venv/.run-stamp  ## print the findings; fails if one does
	@.venv/bin/crosscheck check $(ARGS)

test: lint  ## lint, then run the tests
	.venv/bin/python -m pytest -n 2 --dist loadgroup $(ARGS)

lint: .venv/.dev-stamp  ## style, types and layers
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports --no-logo

format: .venv/.dev-stamp  ## put imports and layout in order, repair what can be
	.venv/bin/ruff check --fix-only .
	.venv/bin/ruff format .

docs: .venv/.run-stamp  ## write anew what the docs show: pages of rules, examples, schemas
	.venv/bin/python docs/write_rules.py
	.venv/bin/python docs/write_units.py
	.venv/bin/python docs/write_errors.py
	.venv/bin/python docs/examples.py
	@.venv/bin/crosscheck schema --output schema

messages: .venv/.dev-stamp  ## write what the report says for its translators, and what it reads of them
	.venv/bin/python docs/write_catalogues.py

site: .venv/.dev-stamp  ## write the documentation as a site: build/site/index.html
	.venv/bin/python -m sphinx -q -W --keep-going -c docs/site docs build/site

fuzz: .venv/.dev-stamp  ## try inputs that nobody would write (half an hour; ARGS="--minutes 5")
	PYTHONPATH=tests .venv/bin/python -m fuzz $(ARGS)

mutants: .venv/.dev-stamp  ## put mistakes into the code, see whether tests notice (most of an hour; ARGS="--count 50")
	PYTHONPATH=tests .venv/bin/python -m mutants $(ARGS)

bench: .venv/.run-stamp .venv-bench/.stamp  ## measure beside peers, write benchmarks/RESULTS.md (a quarter of an hour)
	.venv/bin/python benchmarks/archive.py $(ARGS)

lock: $(if $(filter .venv/%,$(UV)),.venv/.dev-stamp)  ## write requirements/*.txt anew from pyproject.toml
	$(LOCK) --output-file requirements/run.txt
	$(LOCK) --group dev --constraint requirements/run.txt --output-file requirements/dev.txt
	sed -n 's/^\(duckdb==[^ ;]*\).*/\1/p' requirements/run.txt | \
	  $(COMPILE) --group bench --constraint - --output-file requirements/bench.txt
	$(COMPILE) --resolution lowest-direct --extra articles --extra excel --extra lsp --extra web pyproject.toml \
	  requirements/lowest.in --output-file requirements/lowest.txt
	@! grep -n '://' requirements/run.txt requirements/dev.txt requirements/bench.txt requirements/lowest.txt

lowest: .venv/.dev-stamp  ## the tests of what libraries do, with the lowest versions that are allowed
	rm -rf .venv-lowest && .venv/bin/python -m venv .venv-lowest
	.venv-lowest/bin/python -m pip --disable-pip-version-check -qq install --require-hashes -r requirements/lowest.txt
	.venv-lowest/bin/python -m pip --disable-pip-version-check -qq install --no-deps --no-build-isolation -e .
	.venv-lowest/bin/python -m pytest tests/test_api.py tests/test_cli.py tests/test_schema.py tests/archive/test_csv.py \
	  tests/archive/test_shapes.py tests/archive/test_tables.py tests/test_review.py tests/texts $(ARGS)

COMPILE = $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
$(if $(UPGRADE),--upgrade)
# What the README lists works after the set-up of it: only Spark, which needs Java, is left to its users.
LOCK = $(COMPILE) --extra articles --extra excel --extra web pyproject.toml requirements/run.in

clean:  ## remove .venv, .venv-bench and everything else that can be made again (the report stays)
	rm -rf .venv .venv-bench .venv-lowest .crosscheck .hypothesis .import_linter_cache .mutants .mypy_cache .pytest_cache .ruff_cache \
	  build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# ---- .venv: a stamp is written last, so what was interrupted is not taken for finished

# Looked at every time, written only when .venv is made: by this folder (scripts in it hold its path), for the
# version of Python that still runs in it and that was asked for, and never left half-installed.
.venv/.made-stamp: FORCE
	@python=.venv/bin/python; \
	$(if $(filter-out default file undefined,$(origin PYTHON)),python="$(PYTHON)";) \
	if [ ! -e .venv/.unfinished ] && [ -e $@ ] && \
	   [ "$$(cat $@)" = "$$(pwd -P) $$(.venv/bin/python -Sc $(VERSION) 2>&1)" ] && \
	   [ "$$(cat $@)" = "$$(pwd -P) $$("$$python" -Sc $(VERSION) 2>&1)" ]; then exit 0; fi; \
	command -v "$(PYTHON)" >/dev/null || { \
	  echo "$(PYTHON) was not found: install Python 3.11 or newer, or name one, as in: make PYTHON=python3.12 …" >&2; \
	  exit 1; }; \
	"$(PYTHON)" -c "$$CHECK_PYTHON" || exit 1; \
	echo "Setting up .venv (once)…"; \
	rm -rf .venv && "$(PYTHON)" -m venv .venv && \
	echo "$$(pwd -P) $$(.venv/bin/python -Sc $(VERSION))" >$@

.venv/.run-stamp: .venv/.made-stamp requirements/run.txt pyproject.toml
	@if [ -e $@ ]; then echo "Updating .venv…"; fi
	@touch .venv/.unfinished
	@$(PIP) install --no-compile --require-hashes -r requirements/run.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@rm .venv/.unfinished
	@touch $@

.venv/.dev-stamp: .venv/.run-stamp requirements/dev.txt
	@if [ ! -e $@ ]; then echo "Adding the development tools to .venv (once)…"; fi
	@touch .venv/.unfinished
	@$(PIP) install --no-compile --require-hashes -r requirements/dev.txt
	@rm .venv/.unfinished
	@touch $@

.venv-bench/.stamp: requirements/bench.txt .venv/.made-stamp
	@echo "Setting up .venv-bench with the peers…"
	@rm -rf .venv-bench && .venv/bin/python -m venv .venv-bench
	@.venv-bench/bin/python -m pip --disable-pip-version-check -qq install --no-compile --require-hashes \
	  -r requirements/bench.txt
	@touch $@

define CHECK_PYTHON
import sys
version = "%d.%d" % sys.version_info[:2]
if sys.version_info < (3, 11):
    sys.exit("crosscheck needs Python 3.11 or newer, and $(PYTHON) is %s: name another, as in: make PYTHON=python3.12 ..." % version)
try:
    import ensurepip, venv
except ImportError:
    sys.exit("$(PYTHON) cannot make virtual environments: on Debian and Ubuntu, apt install python%s-venv" % version)
endef
export CHECK_PYTHON
