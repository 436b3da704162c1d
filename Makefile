# Every target installs what it needs first, and works offline once that is done.
# PYTHON=... names the interpreter for .venv, PORT=... the port of the service.
# Tests find the tools of .venv/bin (ruff, openapi-python-client) on their PATH.

SHELL := /bin/bash
.DEFAULT_GOAL := help
BIN := .venv/bin
PORT ?= 8000
PYTEST_ARGS ?=
GOLD ?= ../shared/gold
GOLD_FOLDERS = $(addprefix $(GOLD)/,articles items seeds)
SOURCES := $(wildcard packages/schema/src packages/extractor/src packages/client/src services/api/src)
export PORT GOLD

.PHONY: help install install-dev run test coverage check demo openapi bench soak endurance overhead eval crossval train gazetteer lock \
  docs wheels install-test footprint release clean

help:  ## show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 15

install:  ## make .venv with the command line at .venv/bin/extractor
	@requirements/install.sh run

install-dev:  ## the same, with the tools of tests and checks
	@requirements/install.sh dev

run: install  ## start the service at port 8000 (PORT=...)
	@exec $(BIN)/extractor-serve

test: install-dev  ## run every test
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python -m pytest $(PYTEST_ARGS)

coverage: install-dev  ## run every test, and fail when branch coverage is 90 % or less
	@$(BIN)/python -m coverage erase
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python -m coverage run -m pytest $(PYTEST_ARGS)
	@$(BIN)/python -m coverage combine --quiet
	@$(BIN)/python -m coverage report --fail-under=90

check: install-dev  ## ruff, strict types, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy $(SOURCES) tools
	$(BIN)/lint-imports

demo: install  ## the events of the seed documents as a table
	@$(BIN)/python tools/demo.py

openapi: install-dev  ## write openapi/ anew: the OpenAPI document and the JSON Schemas
	@$(BIN)/python -m extractor_api.openapi openapi
	@$(BIN)/python tools/json_schema.py openapi

bench: install  ## speed and memory beside the plain pipeline, into bench-out and docs/performance.md
	@$(BIN)/python tools/bench.py

soak: install-dev  ## half an hour of ever new words at the running service: memory must stay level
	@$(BIN)/python -m tests.api.load 30

endurance: install  ## a million short articles with ever new words by two processes: memory must stay level
	@$(BIN)/python tools/endurance.py $(ENDURANCE_ARGS)

overhead: install-dev  ## what the service adds to the library's time, and what a second worker brings
	@$(BIN)/python -m tests.api.overhead

eval: install  ## score against gold annotations (GOLD=dir, default ../shared/gold)
	@$(BIN)/python tools/evaluate.py $(EVAL_ARGS)

crossval:  ## score models that never saw the document they read (needs gold)
	@requirements/install.sh data
	@nice $(BIN)/python tools/train.py $(GOLD_FOLDERS) --out eval-out/cross-validated.jsonl
	@$(BIN)/python tools/evaluate.py --predictions eval-out/cross-validated.jsonl $(EVAL_ARGS)

train:  ## fit the models to the gold annotations and write the weights
	@requirements/install.sh data
	@nice $(BIN)/python tools/train.py $(GOLD_FOLDERS) --write

gazetteer:  ## compile the gazetteer anew from its packages and tables
	@requirements/install.sh data
	@$(BIN)/python tools/build_gazetteer.py

lock: install-dev  ## write requirements/*.txt anew from the .in files
	@UV=$(CURDIR)/$(BIN)/uv requirements/lock.sh $(LOCK_ARGS)

docs: install-dev  ## build the documentation site into site/ (open site/index.html)
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

wheels: install-dev  ## build wheels and source archives of the four packages into dist/
	@rm -rf dist
	@$(BIN)/python tools/packages.py dist

install-test: install-dev  ## install the built wheels from the package index into an empty environment and try them
	@EXTRACTOR_FULL_INSTALL=locked $(BIN)/python -m pytest -q tests/packages/test_installed.py

footprint: install-dev  ## measure what an installation takes on disk and in memory
	@$(BIN)/python tools/footprint.py

release: install-dev  ## build and check everything that a release needs, up to the upload
	@$(BIN)/python tools/release.py

clean:  ## remove the environment and everything that was made
	rm -rf .venv .install eval-out bench-out dist build site .coverage* .grimp_cache .schemathesis .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
