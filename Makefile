# Everything by one command each; `make help` lists them. Another Python: make PYTHON=python3.12

PYTHON ?= python3
export PYTHON

# For building: text layout and font subsetting of the PDFs.
BUILD_PACKAGES := fontconfig libharfbuzz-subset0 libpango-1.0-0 libpangoft2-1.0-0
# For the tests: a browser and what its driver links (libatomic1), an office program, PDF tools, a font with Latin,
# Cyrillic and Arabic, XML for veraPDF (libjaxb-java), ways to publish.
TEST_PACKAGES := chromium fonts-dejavu-core git libatomic1 libjaxb-java libreoffice-calc-nogui libreoffice-writer-nogui openssl poppler-utils rsync
ifeq ($(shell command -v java 2>/dev/null),)
TEST_PACKAGES += default-jre-headless
endif

.DEFAULT_GOAL := site
.NOTPARALLEL:
.PHONY: help site test lint bench lock fonts catalogues reference pictures clean setup setup-dev setup-test

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' Makefile

site: setup ## everything installed that is needed, and the site built into build/ (the default)
	@.venv/bin/sitegen build

test: setup-test lint ## all that stands between a change and main: lint, types, tests
	@.venv/bin/pytest -n auto --dist loadfile

lint: setup-dev ## ruff and mypy only
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy

bench: setup-test ## the benchmarks of tests/benchmarks
	@.venv/bin/pytest tests/benchmarks -p no:randomly -o python_files='bench_*.py' --benchmark-enable

lock: setup-dev ## new lock files; newer versions: make lock UPGRADE=--upgrade
	@tools/lock.sh $(UPGRADE)

fonts: setup-dev ## the font files of the theme, from their npm packages
	@tools/npm.sh
	@.venv/bin/python -m tools.fonts

catalogues: setup-dev ## the messages of the program, compiled
	@.venv/bin/python -m tools.catalogues

reference: setup-dev ## what is written from the table of fields: schemas/ and docs/reference.md
	@.venv/bin/sitegen schema
	@.venv/bin/python -m tools.reference

pictures: setup-test site ## the pictures of the README, from build/
	@.venv/bin/python -m tools.pictures

setup:
	@tools/venv.sh run
	@tools/debian.sh $(BUILD_PACKAGES)

setup-dev:
	@tools/venv.sh dev
	@tools/debian.sh $(BUILD_PACKAGES)

setup-test: setup-dev
	@tools/debian.sh $(TEST_PACKAGES)
	@tools/npm.sh

clean: ## removes what was made: build/, .venv/, node_modules/, caches
	@rm -rf build .venv node_modules .mypy_cache .pytest_cache .ruff_cache .hypothesis .benchmarks
	@find sitegen tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
