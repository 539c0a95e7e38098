"""Pages can be found: every sentence that one shows by its own words, on a small site and on a large one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from disclosure.project import find
from tests import grown, shared
from tests.prepared import prepare
from tests.projects import REPOSITORY, date_of
from tests.search import indexes

# Pages whose sentences no other test looks for: those of the report's text and of its records' quotes have their own
PAGES = (
    "reports/*/projects.html",
    "reports/*/adjustments.html",
    "reports/*/gaps/*.html",
    "updates/*/*.html",
    "requests/*.html",
    "indicators/*.html",
    "entities/*.html",
    "questions.html",
    "corrections/*.html",
    "changes.html",
    "subscribe.html",
    "vanished.html",
    "data.html",
    "data/examples.html",
    "method.html",
)
# Where a page leads, how it is cited and followed, what a script filters, what became of it: the same on every page
AROUND = {"nav", "form", "button", "script", "template", "svg", "h1", "time"}
AROUND_CLASS = re.compile(
    r"\bd-(subscribe|citation|citing__page|mending|years|share|letter|small d-full|ways|names|silence)\b"
)
WORD_OF_TEMPLATE = re.compile(r"""_\('((?:[^'\\]|\\.)*)'""")
WAYS = ("在全部承诺中查看",)
SENTENCE, LEAST, LONGEST = re.compile("[。；？！：]"), 8, 200


class PageReader(HTMLParser):
    """The texts of a page's own part, each by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        is_around = tag in AROUND or bool(AROUND_CLASS.search(given.get("class") or ""))
        if tag not in ("br", "input", "wbr", "img", "link", "meta"):
            self.open.append((f"{tag}#{given.get('id')}" if given.get("id") == "UCAP-CONTENT" else tag, is_around))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0].partition("#")[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if any(tag == "div#UCAP-CONTENT" for tag, _around in self.open) and not any(
            is_around for _, is_around in self.open
        ):
            self.texts.append(" ".join(data.split()))


@cache
def words_of_templates() -> re.Pattern[str]:
    """What is said on each page of a kind, whatever is on file."""
    written = "".join(path.read_text("utf-8") for path in (REPOSITORY / "templates").rglob("*.html"))
    parts = (re.sub(r"%\\\(\w+\\\)s", ".*", re.escape(one)) for one in WORD_OF_TEMPLATE.findall(written))
    return re.compile("|".join(f"(?:{part})" for part in sorted(parts, key=len, reverse=True)))


def sentences(page: Path) -> Iterator[str]:
    reader = PageReader()
    reader.feed(page.read_text("utf-8"))
    for text in reader.texts:
        if not words_of_templates().fullmatch(text):
            parts = map(str.strip, SENTENCE.split(text))
            yield from (one for one in parts if one not in WAYS and len(re.findall("[\u4e00-\u9fff]", one)) >= LEAST)


def is_there(page: Path) -> bool:
    """Not one that was taken down: nothing of it is to be found."""
    return "d-page--retired" not in page.read_text("utf-8")


def letters(text: str) -> str:
    return re.sub(r"[^\w%.]", "", text)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shared.folder(tmp_path_factory, grown.EXAMPLE, grown.build)


@pytest.fixture(scope="module", params=["small", "large"])
def index(request: pytest.FixtureRequest, example: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    prepared, problems = prepare(find(example), date.fromisoformat(date_of(grown.EXAMPLE)))
    assert prepared is not None, problems
    return indexes.write(tmp_path_factory.mktemp(request.param), prepared, large=request.param == "large")


def test_every_sentence_of_a_page_is_found_by_its_own_words(example: Path, index: Path) -> None:
    paths = [path for pattern in PAGES for path in sorted((example / "site").glob(pattern)) if is_there(path)]
    said = {sentence: path.name for path in paths for sentence in sentences(path)}
    assert len(said) > 250
    found = indexes.search(index, [*said])
    missed = {
        (page, sentence)
        for (sentence, page), answer in zip(said.items(), found, strict=True)
        if not any(hit[6] and letters(sentence[:LONGEST]) in letters(f"{hit[4]} {hit[5]}") for hit in answer.hits)
    }
    assert missed == set()
