# Everything that is done with the project. On a fresh machine: make demo, make test.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test lint types contracts schema check-generated unit generate cassettes bench mutants format clean

demo: $(READY)  ## the quick start against the embedded sandbox
	@$(BIN)/python examples/demo.py

test: $(READY) lint types contracts check-generated unit  ## every check

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.11 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy generated handwritten generator tests/typing
	$(BIN)/pyright --pythonpath $(BIN)/python

contracts: $(READY)
	$(BIN)/lint-imports --no-cache

check-generated: $(READY)  ## fails when generated/ is not what the sources make
	$(BIN)/python -m generator --check

unit: $(READY)
	$(BIN)/pytest

generate: $(READY)  ## generated/ anew, from schema/ and the async facade
	$(BIN)/python -m generator

cassettes: $(READY)  ## records the scenarios anew, against the sandbox
	$(BIN)/pytest tests/scenarios --comodit-record=sandbox

bench: $(READY)
	$(BIN)/python -m benchmarks

MUTANTS ?= --sample 200 --seed 1
mutants: $(READY)  ## how many planted faults the tests find; all of them: make mutants MUTANTS=
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[mutants]'
	$(BIN)/python -m tests.mutants $(MUTANTS)

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf $(VENV) .venvs dist build .mypy_cache .pytest_cache .ruff_cache .hypothesis

.PHONY: matrix lowest

matrix: $(READY)  ## the quick start and the unit tests with each supported Python that is installed
	$(BIN)/python -m tests.packaging.environments matrix

lowest: $(READY)  ## the same with the lowest versions of the dependencies, and with the newest
	$(BIN)/python -m tests.packaging.environments lowest
