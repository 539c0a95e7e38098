"""Every address of the site is formed here: relative to the site's root, flat ``.html`` files, never changed."""

from __future__ import annotations

HOME = "index.html"
GLOSSARY = "glossary.html"
SEARCH = "search.html"
SITEMAP = "sitemap.html"
NOT_FOUND = "404.html"
SEARCH_INDEX = "search/index.json"
ASSETS = "assets/"
MANIFEST = "manifest.json"


def narrative(name: str) -> str:
    """``about.md`` -> ``about.html``."""
    return name.removesuffix(".md") + ".html"


def report(key: str) -> str:
    return f"reports/{key}/index.html"


def text(key: str) -> str:
    return f"reports/{key}/text.html"


def passage(key: str, id: str) -> str:
    """A paragraph, a sentence (``p2-05.2``) or a section of the full text."""
    return f"{text(key)}#{id}"


def commitments(key: str) -> str:
    return f"reports/{key}/commitments.html"


def commitment(key: str, id: str) -> str:
    return f"reports/{key}/commitments/{id}.html"


def results(key: str) -> str:
    return f"reports/{key}/results.html"


def result(key: str, id: str) -> str:
    return f"{results(key)}#{id}"


def data(name: str) -> str:
    return f"data/{name}.json"


def search(name: str) -> str:
    """A file of the search's index: ``site``, ``tokens/17``."""
    return f"search/{name}.json"


def source(key: str, file: str) -> str:
    return f"reports/{key}/{file}"


def note(anchor: str) -> str:
    return f"{GLOSSARY}#{anchor}"


def attachment(name: str) -> str:
    """``files/x.pdf`` of the content folder keeps its name."""
    return name


def root_of(address: str) -> str:
    """What leads from an address back to the site's root: ``reports/2022/text.html`` -> ``../../``."""
    return "../" * address.count("/")
