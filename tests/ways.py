"""How pages of a site are reached by links alone."""

from __future__ import annotations

import posixpath
from collections import deque
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

HOME = "index.html"


class HrefReader(HTMLParser):
    """Where the links of a page lead."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        href = dict(attrs).get("href")
        if tag == "a" and href and not urlsplit(href).scheme:
            self.found.append(href)


def linked(site: Path, address: str) -> list[str]:
    """Files of the site that a page leads to; pages are read, other files lead nowhere."""
    if not address.endswith(".html"):
        return []
    folder = posixpath.dirname(address)
    hrefs = HrefReader((site / address).read_text("utf-8")).found
    paths = (unquote(urldefrag(href)[0].partition("?")[0]) for href in hrefs)
    return [posixpath.normpath(posixpath.join(folder, path)) for path in paths if path]


def steps_before(site: Path) -> dict[str, str]:
    """Each file that links lead to from the home page, with the page before it on the shortest way."""
    found, open_ = {HOME: ""}, deque([HOME])
    while open_:
        page = open_.popleft()
        new = [one for one in linked(site, page) if one not in found]
        found.update(dict.fromkeys(new, page))
        open_.extend(dict.fromkeys(new))
    return found


def way(before: dict[str, str], address: str) -> list[str]:
    """The pages from the home page to an address, both included."""
    steps = [address]
    while steps[0] != HOME:
        steps.insert(0, before[steps[0]])
    return steps
