"""The register and its sections stay small, with ten times the promises too, and lead to all of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from posixpath import join, normpath

import pytest

from benchmarks import content
from disclosure.pages import commitments
from tests.projects import Sandbox

NODES = 1500
# Bytes of a page
PAGE = 60_000
# Commitments and results of one report ten times as long as the real one
RECORDS = 4000


class Elements(HTMLParser):
    """How many elements a page has, where it leads, what ids it has; what is in a template is not there yet."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.nodes = self.templates = 0
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.templates += tag == "template"
        if self.templates:
            return
        given = dict(attrs)
        self.nodes += 1
        self.ids.add(given.get("id") or "")
        if tag == "a" and given.get("href"):
            self.links.append(given["href"] or "")

    def handle_endtag(self, tag: str) -> None:
        self.templates -= tag == "template"


@pytest.fixture(scope="module", params=["sample", pytest.param("generated", marks=pytest.mark.long)])
def register(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the report whose register is read."""
    if request.param == "sample":
        site: Path = request.getfixturevalue("sample_site")
        return site / "reports/2024"
    root = tmp_path_factory.mktemp("generated") / "project"
    content.generate(RECORDS, root, content.ContentLayout(report_size=RECORDS))
    Sandbox(root).run("build")
    return next((root / "site/reports").iterdir())


def pages(register: Path) -> list[Path]:
    return [register / "commitments.html", *sorted((register / "sections").rglob("*.html"))]


def test_each_page_is_small(register: Path) -> None:
    for path in pages(register):
        assert Elements(path.read_text("utf-8")).nodes <= NODES, path
        assert path.stat().st_size <= PAGE, path


def test_links_alone_lead_from_the_register_to_a_line_of_every_promise(register: Path) -> None:
    rows = json.loads((register.parents[1] / "data/commitments.json").read_text("utf-8"))
    wanted = {row["id"] for row in rows if row["report"] == register.name}
    found = set().union(*(Elements(path.read_text("utf-8")).ids for path in walked(register)))
    assert wanted <= found


def walked(register: Path) -> Iterator[Path]:
    """The register, the sections it leads to, and their further pages."""
    waiting, seen = [register / "commitments.html"], set()
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        yield path
        links = (link.partition("#")[0].partition("?")[0] for link in Elements(path.read_text("utf-8")).links)
        inside = (Path(normpath(join(path.parent, link))) for link in links if link and "//" not in link)
        waiting += [one for one in inside if register / "sections" in one.parents]


def test_a_promise_has_its_anchor_on_the_register_as_long_as_a_page_can_hold_them(register: Path) -> None:
    rows = json.loads((register.parents[1] / "data/commitments.json").read_text("utf-8"))
    ids = {row["id"] for row in rows if row["report"] == register.name}
    there = ids & Elements((register / "commitments.html").read_text("utf-8")).ids
    assert (there == ids) is (len(ids) <= commitments.NUMBERED)
