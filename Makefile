# `make site` builds the site, `make test` proves it; both set up everything in the clone itself.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

# The day that the example is built for, here and in its tests
EXAMPLE_DAY = 2026-03-20

.PHONY: example site check diff publish part host-check serve test test-long lint components edits bench bench-province budgets lighthouse screenshots \
  search-eval search-queries search-peers search-tables golden lock messages clean

site: $(VENV)/site.stamp
	$(BIN)/python build.py

# What a change of the content is asked, here and in its pull request; tests/content reads content/, no other test does.
# FORMATS="github markdown=pull-request/check.md" is said besides, for machines
FORMATS ?=

check: $(VENV)/test.stamp
	$(BIN)/python build.py check $(addprefix --format ,$(FORMATS))
	$(PYTEST) -m "not long" tests/content

# What a branch would change on the site, for its pull request; an error where it changes what must stay
diff: $(VENV)/site.stamp
	@mkdir -p pull-request
	$(BIN)/python build.py diff --format markdown >pull-request/diff.md; code=$$?; cat pull-request/diff.md; exit $$code

# The site as a release; $(RELEASES)/current is what is served. Where PUBLISHED is the address of the site as it stands
# and there are no releases here, the new one stands on that
RELEASES ?= release
PUBLISHED ?=

publish: $(VENV)/site.stamp
	@if [ -n "$(PUBLISHED)" ]; then .ci/last_release.py "$(PUBLISHED)" "$(RELEASES)"; fi
	$(BIN)/python build.py release "$(RELEASES)" $(addprefix --date ,$(DAY)) $(addprefix --parts ,$(PARTS))

# One of OF machines' share of the reports, for `make publish PARTS=parts` (docs/several-machines.md). All of
# them take DAY for today, where it is given
OF ?= 1
NUMBER ?= 1
DISTRICT ?=
DAY ?=
PARTS ?=

part: $(VENV)/site.stamp
	$(BIN)/python build.py part $(if $(DISTRICT),--district $(DISTRICT),--of $(OF) --number $(NUMBER)) \
		--into parts/$(or $(firstword $(DISTRICT)),$(NUMBER)) $(addprefix --date ,$(DAY))

# A fictitious district whose two years were followed to the end, with the history of its content: every status, vintage,
# change, vote and absence occurs
EXAMPLE := .cache/example
example: $(VENV)/site.stamp
	$(BIN)/python -m tests.grown $(EXAMPLE)
	$(BIN)/python build.py --root $(EXAMPLE) --date $(EXAMPLE_DAY)

# Whether HOSTS (mkdocs, properdocs) make the same of the example as build.py: one that passes over our plugin ends with 0
HOSTS ?= mkdocs
host-check: $(VENV)/test.stamp
	$(BIN)/python -m tests.hosts $(HOSTS) --cache "$(CACHE)"

serve: $(VENV)/site.stamp
	$(BIN)/python build.py serve

# Two processes, each a file at a time, in the order in which pytest would run them
WORKERS ?= 2
PYTEST := $(BIN)/python -m pytest --numprocesses $(WORKERS) --dist loadfile --no-loadscope-reorder

# The content, and all that the program promises: of what has very many cases a sample, the same every time, in which each
# kind of case occurs
test: lint check
	$(PYTEST) -m "not long" --ignore=tests/content

# The same and all other cases (marked `long`), with many times the random examples; some hours
test-long: lint check
	$(PYTEST) --hypothesis-profile=long

lint: $(VENV)/test.stamp node_modules/stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@if [ -x node_modules/.bin/stylelint ]; then node_modules/.bin/stylelint "templates/**/*.css" "disclosure/preview/*.css"; fi
	@if [ -x node_modules/.bin/eslint ]; then \
	  $(BIN)/python -m tests.published_scripts .cache/scripts && node_modules/.bin/eslint templates/js disclosure/preview .cache/scripts; fi

# EDITS random edits of small sites, of one district and of several, each held against a clean build; a series is gone on
# with at the run FIRST (each run has 20 edits). 5000 take some three hours
EDITS ?= 200
FIRST ?= 0
edits: $(VENV)/test.stamp
	$(BIN)/python -m tests.random_edits --edits $(EDITS) --first $(FIRST) --processes $(WORKERS)

# A page of all components, each with an example
components: $(VENV)/test.stamp
	$(BIN)/python -m tests.components .cache/components

# How well the search answers the judged queries, and what it costs, in the real browser
search-eval: $(VENV)/test.stamp site
	$(BIN)/python -m tests.search.evaluation site

# What readers asked (content/search/queries.yml), and what each of it finds
search-queries: $(VENV)/test.stamp site
	$(BIN)/python -m tests.content.queries site

# Our search beside Pagefind, MiniSearch and FlexSearch, in one run; QUERIES names a file of further judged queries
CACHE ?= $(HOME)/.cache/disclosure-bench
QUERIES ?=

search-peers: $(VENV)/test.stamp site
	$(BIN)/python -m tests.search.peers site --cache "$(CACHE)" $(if $(QUERIES),--queries "$(QUERIES)")

# The search's tables anew, from pypinyin, OpenCC and jieba's dictionary
search-tables: $(VENV)/test.stamp node_modules/stamp
	$(BIN)/python -m tests.search.make_tables

# Writes the expected output of tests/golden and tests/diff, and the messages of docs/rules and docs/slips anew; look at
# the difference
golden: $(VENV)/test.stamp
	$(BIN)/python -m tests.golden_folders
	$(BIN)/python -m tests.diff.scripted
	$(BIN)/python -m tests.rule_pages

CACHE ?= $(HOME)/.cache/disclosure-bench

# The same pages by ours and by other generators (installed into CACHE), on tmpfs: as many rounds, and as large, as there
# is time for on two processors that nobody else uses; what was left out is printed
bench: $(VENV)/site.stamp
	$(BIN)/python -m benchmarks.run --cache $(CACHE) --sizes 300,3000,30000 --rounds 2 --minutes 15 --write docs/benchmarks.md

# A province of 300,000 records beside a tenth of it, on a disk (PROVINCE, 35 GB); an hour or two
PROVINCE ?= $(CACHE)/province
bench-province: $(VENV)/site.stamp
	$(BIN)/python -m benchmarks.province --cache $(CACHE) --folder $(PROVINCE) --write docs/benchmarks.md

# What a page of each kind weighs on a phone, on both sites and at ten times the size, beside its limits
budgets: $(VENV)/test.stamp site example
	$(BIN)/python -m benchmarks.budgets site $(EXAMPLE)/site

# Lighthouse on a page of each kind of both sites (installed into CACHE); some fifteen minutes
lighthouse: $(VENV)/test.stamp site example
	$(BIN)/python -m benchmarks.lighthouse site --cache $(CACHE)
	$(BIN)/python -m benchmarks.lighthouse $(EXAMPLE)/site --cache $(CACHE)

# Pictures of a page of each kind of both sites, to be looked at, in .cache/screenshots; and the two of the README
screenshots: $(VENV)/test.stamp site example
	$(BIN)/python -m tests.browser.screenshots site .cache/screenshots/site
	$(BIN)/python -m tests.browser.screenshots $(EXAMPLE)/site .cache/screenshots/example
	$(BIN)/python -m tests.browser.screenshots site docs/pictures --small

# What was tried against the program and its sites; each prints its figures, `make security` all that were counted here: of
# each run the last, however small it was. SECURITY.md says what each does, needs and takes, and how to run a part of it
.PHONY: security old-phones hosts hostile forged fuzz kills corruptions audit systems

security: $(VENV)/test.stamp
	$(BIN)/python -m tests.security.figures

# The ten questions, pages of each kind and the tests of the pages, in Chromium 86 and in WebKitGTK (put into CACHE)
old-phones: $(VENV)/test.stamp site example
	$(BIN)/python -m tests.security.old_phones site $(EXAMPLE)/site --cache $(CACHE)

# nginx, Caddy, Apache, an object store, rsync and rclone, set up as docs/hosting.md says, and asked
hosts: $(VENV)/test.stamp
	$(BIN)/python -m tests.security.hosts

# Every hostile string in every field that takes words, on everything that is made of them
hostile: $(VENV)/test.stamp
	$(BIN)/python -m tests.security.hostile

# Caches, sites, repositories and settings of git that somebody else left
forged: $(VENV)/test.stamp
	$(BIN)/python -m tests.security.forged

# Every reader, by atheris: EXECUTIONS each, more than ten millions in all; ten hours. TARGETS names some of them
EXECUTIONS ?= 200000
TARGETS ?=
fuzz: $(VENV)/fuzz.stamp
	$(BIN)/python -m tests.security.fuzz --executions $(EXECUTIONS) --targets $(TARGETS)

# A build or a release, killed KILLS times; a preview a fifth as often, and all else in proportion
KILLS ?= 1000
kills: $(VENV)/test.stamp
	$(BIN)/python -m tests.security.kills --kills $(KILLS)

CORRUPTIONS ?= 1000
corruptions: $(VENV)/test.stamp
	$(BIN)/python -m tests.security.corruptions --corruptions $(CORRUPTIONS)

# Known faults and licences of all that is pinned (needs the registries themselves: mirrors answer no such question)
audit: $(VENV)/test.stamp node_modules/stamp
	$(BIN)/python -m tests.security.audit --cache $(CACHE)

# Bare Debian 12, 13 and the next, and Python 3.11 to 3.14 (needs root, debootstrap, python3.12)
systems: $(VENV)/test.stamp
	$(BIN)/python -m tests.security.systems --cache $(CACHE)

# The message catalogue's template, for translators
messages: $(VENV)/test.stamp
	@mkdir -p disclosure/locale
	$(BIN)/pybabel extract --mapping babel.cfg --keyword N_ --ignore-dirs '.* ._* content node_modules site' --output disclosure/locale/disclosure.pot --no-location .

# All that is pinned, renewed (needs uv and npm): releases that have stood for a week, so that one which was taken over is
# likely known; hashes of every file, no addresses
AGED = $(shell $(PYTHON) -c 'import datetime; print(datetime.date.today() - datetime.timedelta(days=7))')
COMPILE = uv pip compile --upgrade --exclude-newer $(AGED) --universal --python-version 3.11 --generate-hashes \
  --no-emit-index-url --no-header --quiet
EXTRAS = --extra build --extra data --extra desk --extra pdf

lock:
	$(COMPILE) $(EXTRAS) pyproject.toml -o requirements.txt
	$(COMPILE) $(EXTRAS) --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt
	$(COMPILE) --group fuzz -o requirements-fuzz.txt
	npm update --package-lock-only --ignore-scripts --no-audit --no-fund --before=$(AGED)

$(VENV)/venv.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "需要 Python 3.11 或更新版本：make PYTHON=python3.12 site"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/site.stamp: requirements.txt pyproject.toml $(VENV)/venv.stamp
	$(PIP) --require-hashes -r requirements.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/test.stamp: requirements-dev.txt $(VENV)/site.stamp
	$(PIP) --require-hashes -r requirements-dev.txt
	@touch $@

# Not among what tests need: there is no wheel of it for each system and each Python
$(VENV)/fuzz.stamp: requirements-fuzz.txt $(VENV)/test.stamp
	$(PIP) --require-hashes -r requirements-fuzz.txt
	@touch $@

# The HTML checker and the linters of styles and scripts come from npm; without it the tests say what they left out
node_modules/stamp: package.json package-lock.json
	@if command -v npm >/dev/null; then npm ci --ignore-scripts --no-audit --no-fund --loglevel=error; else mkdir -p node_modules; echo "没有 npm：HTML 校验、样式和脚本检查将略过（安装 Node.js 后重试）"; fi
	@touch $@

clean:
	rm -rf site build .cache $(VENV) node_modules
