# `make` builds everything, `make test` checks everything; both start from nothing but Python 3.11 or later.

PYTHON ?= python3
PUBLIC ?= public
VERSION ?= dev
BIN := .venv/bin
READY := .venv/ready

.DEFAULT_GOAL := all
# The banner of the site generator would hide what the build has to say.
export NO_MKDOCS_2_WARNING := 1
# The tests start the command a thousand times: Python keeps what it compiled, even where it is told not to.
unexport PYTHONDONTWRITEBYTECODE
.PHONY: all build check-artefacts check-contract lint types quick quick-tests pytest wheel site site-version screenshots serve test check mutants peers peers-all bench \
  bench-site bench-lake clean

all: build check-artefacts site
	@echo
	@echo "Derived from openapi/:  tools/unimicro_schema/generated/  docs/reference/"
	@echo "The site:               site/   (look at it with: make serve)"
	@echo "Check everything:       make test"

$(READY): requirements/dev.txt requirements/constraints.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or later is needed; set PYTHON=")'
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check -c requirements/constraints.txt -r requirements/dev.txt -e '.[build,models]'
	touch $@

build: $(READY)
	$(BIN)/unimicro-schema build

check-artefacts: $(READY)
	$(BIN)/unimicro-schema build --check

check-contract: $(READY)
	$(BIN)/unimicro-schema diff --changelog CHANGELOG.md

lint: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(READY)
	$(BIN)/mypy

# What a change needs before a commit, in a minute or two; `make test` does the rest.
quick: $(READY)
	$(MAKE) --no-print-directory --jobs 3 lint types quick-tests

quick-tests: $(READY)
	$(BIN)/pytest -q -n auto --dist loadgroup -m "not (slow or node or java or php or dotnet or browser or weekly)" --durations 5

pytest: $(READY)
	$(BIN)/pytest -n auto --dist loadgroup

# The same bytes as the site has below its downloads. With SITE_URL=https://…/ it knows where its documentation is.
wheel: $(READY)
	$(BIN)/python -m hatchling build --target wheel --directory dist

# Where it will be served may be told: make site SITE_URL=https://…/
site: $(READY)
	$(BIN)/mkdocs build --strict --quiet

# The site beside other versions of it: make site-version VERSION=1.2.0 PUBLIC=public
site-version: export SITE_VERSIONS := mike
site-version: site
	PYTHONPATH=tools $(BIN)/python -m site_files.versions site $(PUBLIC) $(VERSION)

screenshots: site
	PYTHONPATH=tests $(BIN)/python tests/browser/screenshots.py site .cache/screenshots

serve: $(READY)
	$(BIN)/mkdocs serve

test: check

check: check-artefacts check-contract lint types pytest

# Other people's tools on the published bundle. In CI the results must be those that are committed.
peers: $(READY)
	$(BIN)/pytest tests/peers -m "not weekly" $(if $(CI),,--write-results)

# The same and what takes long, with the day of the run on the page.
peers-all: $(READY)
	$(BIN)/pytest tests/peers $(if $(CI),,--write-results)

# Plants small faults to see whether the tests notice: 60 a room, in at most half an hour. All of them: make mutants ALL=1
mutants: $(READY)
	PYTHONPATH=tests:tools $(BIN)/python -m mutants $(if $(ALL),--all) $(ROOMS)

bench:
	$(PYTHON) benchmarks/run.py

bench-site: site
	$(BIN)/python benchmarks/paint.py

bench-lake: $(READY)
	PYTHONPATH=tests $(BIN)/python benchmarks/lake.py

clean:
	rm -rf .venv public site site-zensical dist .cache .pytest_cache .mypy_cache .ruff_cache tests/lint/node_modules tests/prose/node_modules tests/browser/node_modules
