"""Addresses of files that stand beside a page: formed of its own."""

from __future__ import annotations


def share_image(page: str) -> str:
    """What is shown where a page is passed on, beside it: ``commitments/c016.png``."""
    return page.removesuffix(".html") + ".png"


def twin(page: str, ending: str = ".json") -> str:
    """What a page's records are as data, beside it: ``commitments/c016.json``."""
    return page.removesuffix(".html") + ending


def picture(page: str, id: str, ending: str) -> str:
    """A picture of a page as a file (``.svg``, ``.csv``): ``reports/2022/index.html`` -> ``reports/2022/outcomes.svg``,
    ``indicators/gdp.html`` -> ``indicators/gdp/series.svg``."""
    own = page.removesuffix("index.html") if page.endswith("index.html") else page.removesuffix(".html") + "/"
    return f"{own}{id}{ending}"


def picture_anchor(id: str) -> str:
    """Where a picture stands on its page."""
    return f"picture-{id}"


def feed(page: str) -> str:
    """The Atom feed of what is new on a page, beside it: ``topics/education.html`` -> ``topics/education.xml``."""
    return page.removesuffix(".html") + ".xml"


def json_feed(page: str) -> str:
    """The same as JSON Feed: ``topics/education.feed.json``."""
    return page.removesuffix(".html") + ".feed.json"
