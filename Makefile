# Needs Python 3.11 or newer, make and pip. Everything is installed into .venv, nothing outside this folder.
PYTHON ?= python3
BIN := .venv/bin
NOTES := full thin

.DEFAULT_GOAL := demo
.PHONY: demo serve test quick node spark-test eval-test lint cassettes rules bench clean help

demo: .venv/installed ## install the project and rewrite two notes: a full one and one that is too thin
	@for note in $(NOTES); do \
		printf '\n$$ cat tests/demo/%s.txt\n' $$note; cat tests/demo/$$note.txt; \
		printf '\n$$ rewriter improve tests/demo/%s.txt\n' $$note; \
		code=0; $(BIN)/rewriter improve tests/demo/$$note.txt || code=$$?; \
		printf '\n(exit code %s)\n' $$code; \
	done

serve: .venv/installed-serve ## serve the button, with a page to try it at http://127.0.0.1:8118/
	$(BIN)/rewriter serve

test: .venv/installed-dev ## run the tests
	$(BIN)/python -m pytest --numprocesses auto

quick: .venv/installed-dev ## run all tests but the slow ones: whole corpora, a real browser, processes that are killed
	$(BIN)/python -m pytest --numprocesses auto -m "not slow"

node: .venv/installed-node ## install two packages of npm, without which some tests skip (needs node and npm)

spark-test: .venv/installed-spark ## install Spark (800 MB, with Java 17) and run the tests that need it
	$(BIN)/python -m pytest tests/test_bulk_spark.py tests/test_bulk_frames.py tests/test_bulk_share.py

eval-test: .venv/installed-eval ## install Inspect (185 MB) and run the tests that need it
	$(BIN)/python -m pytest tests/test_evaluate_run.py tests/test_evaluate_task.py tests/test_evaluate_offline.py \
		tests/test_evaluate_command.py

lint: .venv/installed-dev ## check style, format, types and the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict
	$(BIN)/lint-imports

cassettes: .venv/installed-dev ## record the model's replies again (OPENAI_BASE_URL names the server)
	rm -f cassettes/*.yaml
	RECORD_CASSETTES=1 $(BIN)/python -m pytest tests/test_cassettes.py

rules: .venv/installed ## write the pages of the rules and of what they cover again
	$(BIN)/rewriter rules all --format markdown > rewriter/packs/RULES.md
	$(BIN)/rewriter rules --coverage --format markdown > rewriter/packs/COVERAGE.md

bench: .venv/installed ## measure the speed
	$(BIN)/python -m bench.speed

clean: ## remove .venv, caches and build products
	rm -rf .venv .venv-tool build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# The files below are stamps: a rerun installs again only after pyproject.toml changed.
.venv/installed: pyproject.toml | .venv/made
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/installed-dev: pyproject.toml | .venv/made
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ .venv/installed

.venv/installed-serve: pyproject.toml | .venv/made
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[serve]'
	@touch $@ .venv/installed

.venv/installed-node: tests/package.json | .venv/made
	@mkdir -p .venv/npm && cp tests/package.json .venv/npm/
	npm install --prefix .venv/npm --ignore-scripts --no-audit --no-fund --loglevel=error --fetch-retries=1
	@touch $@

.venv/installed-spark: .venv/installed-dev
	@command -v java >/dev/null || { apt-get update -qq && apt-get install -y -qq openjdk-17-jre-headless; } || \
		{ echo 'Spark needs Java 17 or newer: install it, and run make again.' >&2; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,spark]'
	@touch $@

.venv/installed-eval: .venv/installed-dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,eval]'
	@touch $@

# Debian ships Python without venv: then virtualenv does it, from a folder of its own.
.venv/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo 'Python 3.11 or newer is needed: make PYTHON=python3.12 ...' >&2; exit 1; }
	@rm -rf .venv .venv-tool
	@$(PYTHON) -m venv .venv >/dev/null 2>&1 || { \
		rm -rf .venv && \
		$(PYTHON) -m pip install --quiet --target .venv-tool virtualenv && \
		PYTHONPATH=.venv-tool $(PYTHON) -m virtualenv --quiet .venv; } || { \
		rm -rf .venv .venv-tool; \
		echo 'No virtual environment could be made. Install python3-venv (Debian: apt-get install python3-venv)' >&2; \
		echo 'or pip, and run make again.' >&2; exit 1; }
	@rm -rf .venv-tool
	@touch $@
