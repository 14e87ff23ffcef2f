# Every habit of the project. `make run` and `make test` install what they need by themselves.
PYTHON ?= python3
BIN := .venv/bin
ASSETS := analysis/assets
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Empty: what is compiled is written down, for the tests start some eighty processes, each with the whole program.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: run demo test test-all lint style fuzz docs texts bench load soak pictures workbooks lock audit clean

run: .venv/run bundle
	$(BIN)/python -m streamlit run dashboard.py

# The sample workbook in a store of its own: nothing of it reaches the store of `make run`.
demo: .venv/run bundle
	mkdir -p data/store
	KLUSTERIPULSSI_WORKBOOK=$(CURDIR)/data/sample_activity.xlsx \
	KLUSTERIPULSSI_STORE=sqlite:///$(CURDIR)/data/store/sample.sqlite \
	$(BIN)/python -m streamlit run dashboard.py

# Three workers for two cores: one of them mostly waits for a server or a browser. mypy runs beside them, and tells at the end.
# So do the names of what failed, for those who see the end of a log alone.
TESTS := $(BIN)/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder --durations=15

test: SELECTED := -m "not full"
test test-all:
	@$(MAKE) --no-print-directory -j3 .venv/dev bundle system
	@$(MAKE) --no-print-directory style
	@mkdir -p build
	@$(BIN)/mypy >build/mypy.txt 2>&1 & types=$$!; \
	$(TESTS) $(SELECTED); tests=$$?; \
	wait $$types; types=$$?; cat build/mypy.txt; \
	[ $$tests = 0 ] || grep -o 'tests/[^"[]*' .pytest_cache/v/cache/lastfailed | sort | uniq -c; \
	[ $$tests = 0 ] && [ $$types = 0 ]

lint: style
	$(BIN)/mypy

style: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

# Damaged workbooks for so many minutes; `make test` gives a bounded number of them.
MINUTES ?= 10
fuzz: .venv/dev
	$(BIN)/python -m tests.fuzz --minutes $(MINUTES)

docs: .venv/dev
	$(BIN)/python -m tests.reference

# Every sentence with hard values in three languages, in one file to read.
texts: .venv/dev
	$(BIN)/python -m tests.composed_texts

bench: .venv/dev bundle chromium
	$(BIN)/python -m tests.bench

# How many readers a server holds, and programs; some five minutes, on loopback alone. SESSIONS="50 100" for other numbers.
load: .venv/dev bundle system
	$(BIN)/python -m tests.bench.load $(SESSIONS)

# So many seconds of uploads, filters, exports and programs in parallel: errors, and whether memory grows.
SOAK ?= 600
soak: .venv/dev bundle chromium
	$(BIN)/python -m tests.bench.soak $(SOAK)

pictures: .venv/dev bundle chromium
	$(BIN)/python -m tests.pictures

workbooks: .venv/dev
	$(BIN)/python -m tests.workbooks.shipped
	$(BIN)/python -m tests.workbooks.sample
	$(BIN)/python -m tests.workbooks.office_templates
	$(BIN)/python -m tests.workbooks.map_points

# Pins and hashes of all that pyproject.toml's dependencies need, on every system. Names an index in UV_DEFAULT_INDEX where it must.
lock: .venv/dev
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--no-emit-index-url --quiet --output-file requirements.txt

# Known weaknesses of what is pinned. Where the database cannot be reached, or does not know a package, it says so and ends
# as failed: not everything was looked at.
audit: .venv/dev
	$(BIN)/python -m pip install --quiet pip-audit
	@$(BIN)/pip-audit --requirement requirements.txt --require-hashes --disable-pip --strict --progress-spinner off || \
		{ echo "Either a weakness is told above, or the database of weaknesses could not be asked: then not everything was looked at."; exit 1; }

clean:
	rm -rf .venv build $(ASSETS)/node_modules

# With the newest pip and setuptools where the index answers, else with those that Python brings.
.venv/bin/python:
	$(PYTHON) -m venv --upgrade-deps .venv || $(PYTHON) -m venv --clear .venv

.venv/run: requirements.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet -r requirements.txt
	touch $@

.venv/dev: requirements.txt requirements-dev.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet -r requirements.txt
	$(BIN)/python -m pip install --quiet -r requirements-dev.txt
	touch $@ .venv/run

# The small chart bundle where npm is there; where it is not, the one inside the plotly package serves.
.PHONY: bundle chromium system
bundle:
	@if command -v npm >/dev/null && [ ! -d $(ASSETS)/node_modules ]; then \
		cd $(ASSETS) && npm ci --silent --no-audit --no-fund || echo "npm could not install the chart bundle; the larger one serves"; \
	fi

# The system's Chromium (Debian and Ubuntu: installed here), or the one that CHROMIUM names.
chromium:
	@if [ -z "$$CHROMIUM" ] && ! command -v chromium >/dev/null; then \
		if [ "$$(id -u)" = 0 ]; then SUDO=; else SUDO=sudo; fi; \
		$$SUDO apt-get update -qq && $$SUDO apt-get install -y -qq chromium >/dev/null; \
	fi

# All that the tests use of the system, installed in one go: Chromium; nginx and Caddy, which stand in front; LibreOffice and poppler,
# which open the files made for PowerPoint, Excel, Word and printers.
system:
	@few=; offices=; \
	[ -n "$$CHROMIUM" ] || command -v chromium >/dev/null || few="$$few chromium"; \
	PATH="$$PATH:/usr/sbin" command -v nginx >/dev/null || few="$$few nginx-light"; \
	command -v caddy >/dev/null || few="$$few caddy"; \
	{ command -v soffice && command -v pdftotext; } >/dev/null || \
		offices="libreoffice-impress libreoffice-calc libreoffice-writer poppler-utils"; \
	[ -n "$$few$$offices" ] || exit 0; \
	if [ "$$(id -u)" = 0 ]; then SUDO=; else SUDO=sudo; fi; \
	$$SUDO apt-get update -qq || exit 1; \
	[ -z "$$few" ] || $$SUDO apt-get install -y -qq $$few >/dev/null || exit 1; \
	[ -z "$$offices" ] || $$SUDO apt-get install -y -qq --no-install-recommends $$offices >/dev/null
