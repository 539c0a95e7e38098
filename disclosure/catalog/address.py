"""Every address of the site is formed here: relative to the site's root, flat ``.html`` files, never changed."""

from __future__ import annotations

from collections.abc import Callable

from disclosure.model import vocabulary

HOME, GLOSSARY = "index.html", "glossary.html"
SEARCH, SITEMAP = "search.html", "sitemap.html"
NOT_FOUND = "404.html"
UPDATES, CORRECTIONS = "updates.html", "corrections.html"
REQUESTS = "requests.html"
SEARCH_FILES, SEARCH_INDEX = "search/", "search/index.js"
OPENSEARCH = "opensearch.xml"
ASSETS = "assets/"
MANIFEST = "manifest.json"
DATA_FILES = "data/"
INDICATORS = "indicators.html"
ENTITIES = "entities.html"
DISTRICTS, DISTRICT_RATES = "districts.html", "districts/rates.html"
QUESTIONS = "questions.html"
FEDERATION = "together.html"
VANISHED = "vanished.html"
DEPARTMENTS = "departments.html"
DATA = "data.html"
CHANGES = "changes.html"
SUBSCRIBE, CALENDAR = "subscribe.html", "calendar.ics"
# What no page shows alone: its feeds stand where such a page would
OUTCOME_CHANGES = "outcomes.html"
# The anchors of a digest, and of a vote, on their pages
DIGEST, VOTE = "digest", "vote"
PACKAGE, DCAT = "data/datapackage.json", "data/catalog.jsonld"
# What is shown where a page of the site is passed on
SHARE_IMAGE = "share.png"
SITEMAP_XML = "sitemap.xml"
# The editors' page of forms, and the folder of all that is its own
DESK, DESK_FILES = "desk/index.html", "desk/"
ROBOTS, LLMS = "robots.txt", "llms.txt"


def narrative(name: str) -> str:
    """``about.md`` -> ``about.html``."""
    return name.removesuffix(".md") + ".html"


def page(name: str, key: str = "") -> str:
    """The only page of its kind: of the site, or of the report ``key``."""
    return f"reports/{key}/{name}.html" if key else f"{name}.html"


def report(key: str) -> str:
    return f"reports/{key}/index.html"


def text(key: str) -> str:
    return page("text", key)


def passage(key: str, id: str) -> str:
    """A paragraph, a sentence (``p2-05.2``) or a section of the full text."""
    return f"{text(key)}#{id}"


def commitments(key: str) -> str:
    return page("commitments", key)


def page_data(name: str, key: str = "") -> str:
    """A file that the scripts of a page load: of the register of the report ``key``, or of the list of changes."""
    return f"reports/{key}/{name}.js" if key else f"{name}.js"


def commitment(key: str, id: str) -> str:
    return f"reports/{key}/commitments/{id}.html"


def responsibility(key: str, id: str, day: str) -> str:
    """What a document says from a day on of who answers for a commitment, on the commitment's page."""
    return f"{commitment(key, id)}#{responsible_since(day)}"


def vote(key: str, id: str) -> str:
    return f"{commitment(key, id)}#{VOTE}"


def responsible_since(day: str) -> str:
    return f"since-{day}"


def further(first: str, number: int) -> str:
    """A page of a list by its number, counted from 1: ``topics/education.html`` -> ``topics/education/2.html``."""
    return first if number == 1 else f"{first.removesuffix('.html')}/{number}.html"


def tasks(key: str, number: int = 1) -> str:
    """The promises as official tables of tasks have them; a long table goes on on further pages."""
    return further(page("tasks", key), number)


def adjustments(key: str) -> str:
    return page("adjustments", key)


def results(key: str) -> str:
    return page("results", key)


def result(key: str, id: str) -> str:
    """Where a result is found for ever: its page may be another when its section grows (``section_pages.shown_at``)."""
    return f"{results(key)}#{id}"


def section(key: str, id: str, number: int = 1) -> str:
    """The records of a section; those of a long one go on on further pages."""
    return further(f"reports/{key}/sections/{id}.html", number)


def projects(key: str, number: int = 1) -> str:
    return further(page("projects", key), number)


def coverage(key: str) -> str:
    return page("coverage", key)


def topic(id: str) -> str:
    return f"topics/{id}.html"


def department(id: str) -> str:
    return f"departments/{id}.html"


# The words that have a page of their own, by vocabulary
WORD_PAGES: dict[str, Callable[[str], str]] = {vocabulary.DEPARTMENTS: department, vocabulary.TOPICS: topic}


def word(name: str, id: str) -> str:
    """Where a word of a vocabulary is shown; empty where it has no page of its own."""
    return WORD_PAGES[name](id) if name in WORD_PAGES else ""


def indicator(id: str) -> str:
    return f"indicators/{id}.html"


def measure(id: str, year: str = "") -> str:
    """A measure of several districts over the years, or in one of them."""
    return f"measures/{id}/{year}.html" if year else f"measures/{id}.html"


def measure_data(id: str, ending: str) -> str:
    """The values of a measure in all districts and years."""
    return f"data/measures/{id}.{ending}"


def entity(id: str) -> str:
    """A road, a school, a firm ... with everything said about it."""
    return f"entities/{id}.html"


def district(id: str) -> str:
    """A district's own home."""
    return f"districts/{id}/index.html"


def of_district(name: str, id: str, number: int = 1) -> str:
    """A page of a district that a site of one has for the whole: ``districts/x/updates.html``."""
    return further(f"districts/{id}/{name}.html", number)


def district_calendar(id: str) -> str:
    """The days that are due in a district."""
    return f"districts/{id}/{CALENDAR}"


def progress(key: str) -> str:
    """What became of a report's promises, as a whole."""
    return page("progress", key)


def update(key: str, id: str) -> str:
    return f"updates/{key}/{id}.html"


def request(id: str) -> str:
    return f"requests/{id}.html"


def gaps(key: str) -> str:
    """The documents that are missing."""
    return page("gaps", key)


def awaited(key: str, id: str) -> str:
    """A document that is missing, with the letter that asks for it."""
    return f"reports/{key}/gaps/{id}.html"


def embed(key: str, id: str) -> str:
    """The card of a promise that other sites may frame."""
    return f"embed/{key}/{id}.html"


def own_sheet(of: str, sha256: str) -> str:
    """A style sheet that few pages load. Pages stay in caches of their own, so its name is of its content."""
    return f"{ASSETS}{of}-{sha256[:8]}.css"


def data(name: str, folder: str = DATA_FILES) -> str:
    return f"{folder}{name}.json"


def table(name: str, folder: str = DATA_FILES) -> str:
    return f"{folder}{name}.csv"


def district_data(id: str) -> str:
    """The folder of a district's published data."""
    return f"districts/{id}/{DATA_FILES}"


def dataset(name: str) -> str:
    return f"data/{name}.html"


def calendar(key: str) -> str:
    """The days that a report's promises, and what was asked about it, are due."""
    return f"reports/{key}/{CALENDAR}"


def search(name: str) -> str:
    """A file of the search's index: ``site``, ``tokens/17``."""
    return f"search/{name}.js"


def source(key: str, file: str) -> str:
    return f"reports/{key}/{file}"


def note(anchor: str, key: str = "") -> str:
    """A term of the site's glossary, or of that of the report ``key``, where a site of several districts has one for
    each."""
    return f"{page('glossary', key)}#{anchor}"


def style_sheet(sha256: str) -> str:
    """The sheet of all pages is named for its content."""
    return f"{ASSETS}site-{sha256[:8]}.css"


def desk(name: str, ending: str = ".js") -> str:
    """A file that the desk loads: ``desk/reports/2022.js``."""
    return f"{DESK_FILES}{name}{ending}"


def attachment(name: str) -> str:
    """``files/x.pdf`` of the content folder keeps its name."""
    return name


def question(id: str) -> str:
    return f"{QUESTIONS}#{id}"


def digest(key: str, of: str = "") -> str:
    """What the editors make of a report, or of the section ``of``, at the head of its page."""
    return f"{section(key, of) if of else report(key)}#{DIGEST}"


def correction(id: str) -> str:
    return f"corrections/{id}.html"


def sitemap_part(name: str) -> str:
    """A file of the list of pages, where these are more than one may hold: of a report, or of the whole site."""
    return f"sitemap-{name}.xml"


def root_of(address: str) -> str:
    """What leads from an address back to the site's root: ``reports/2022/text.html`` -> ``../../``."""
    return "../" * address.count("/")


def owner(address: str) -> str:
    """The key of the report that a file of the site was made from alone; empty where it belongs to the whole site."""
    folder, _slash, rest = address.partition("/")
    if folder == "districts":
        _id, _slash, rest = rest.partition("/")
        folder, _slash, rest = rest.partition("/")
    if folder in ("reports", "updates", "embed"):
        key, _slash, inner = rest.partition("/")
        return key if inner else ""
    return rest.removeprefix("report-").rpartition(".")[0] if folder == "data" and rest.startswith("report-") else ""
