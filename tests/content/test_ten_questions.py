"""Ten questions of citizens have an answer on the shipped site, and links alone lead from the home page to each.

``pytest -s`` prints the way to each of them, page by page.
"""

from __future__ import annotations

import posixpath
import re
from collections import deque
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
import yaml

from tests.content.ten_questions import WORDINGS, Question, questions
from tests.projects import Sandbox, date_of
from tests.shipped import CONTENT

HOME = "index.html"
EVERY = [pytest.param(one, id=one.id) for one in questions()]


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


@pytest.fixture(scope="module")
def before(real_site: Path) -> dict[str, str]:
    """Each file that links lead to from the home page, with the page before it on the shortest way."""
    found, open_ = {HOME: ""}, deque([HOME])
    while open_:
        page = open_.popleft()
        new = [one for one in linked(real_site, page) if one not in found]
        found.update(dict.fromkeys(new, page))
        open_.extend(dict.fromkeys(new))
    return found


def way(before: dict[str, str], address: str) -> list[str]:
    """The pages from the home page to an address, both included."""
    steps = [address]
    while steps[0] != HOME:
        steps.insert(0, before[steps[0]])
    return steps


def test_they_are_the_ten_that_were_asked_for() -> None:
    assert {one.id for one in questions()} == set(WORDINGS)
    assert len(WORDINGS) == 10


def test_the_wordings_that_are_tried_are_not_the_editors() -> None:
    own = {words for one in questions() for words in (one.question, *one.wordings)}
    assert own & {words for tried in WORDINGS.values() for words in tried} == set()


@pytest.mark.parametrize("one", EVERY)
def test_links_alone_lead_from_the_home_page_to_the_answer(
    real_site: Path, before: dict[str, str], one: Question
) -> None:
    print(f"\n{one.question}")
    for address in ("questions.html", *(urldefrag(to)[0] for to in one.ways)):
        print("  " + " > ".join(way(before, address)))
    page = (real_site / "questions.html").read_text("utf-8")
    said = re.search(rf'<section class="d-answer" aria-labelledby="{one.id}">.*?</section>', page, re.DOTALL)
    assert said
    assert one.answer in said[0]
    assert f'href="questions.html#{one.id}"' in (real_site / HOME).read_text("utf-8")


def test_every_page_is_reached(real_site: Path, before: dict[str, str]) -> None:
    pages = {path.relative_to(real_site).as_posix() for path in real_site.rglob("*.html")}
    assert pages - set(before) == {"404.html"}


def test_the_shipped_site_says_that_there_is_no_channel_as_long_as_there_is_none(real_site: Path) -> None:
    footer = yaml.safe_load((CONTENT / "site.yml").read_text("utf-8"))["footer"]
    told = (real_site / "about.html").read_text("utf-8").partition('id="corrections"')[2]
    offered = [path for path in real_site.rglob("*.html") if "我要纠错" in path.read_text("utf-8")]
    assert ("还没有公布联系方式" in told) == (not footer["corrections"] and not footer["contact"])
    assert bool(offered) == bool(footer["corrections"])


def test_the_example_offers_its_channel_on_every_promise(create: Callable[..., Sandbox]) -> None:
    example = create("shiguang")
    example.build(date=date_of("shiguang"))
    promises = list(example.root.glob("site/reports/*/commitments/*.html"))
    assert promises
    assert [path for path in promises if "我要纠错" not in path.read_text("utf-8")] == []
