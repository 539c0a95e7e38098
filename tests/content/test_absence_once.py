"""On the shipped site no list says one absence more than once: what is not known is said once, with its number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests import shipped

LISTS = ("ul", "ol", "dl", "table")
VOID = ("br", "col", "hr", "img", "input", "link", "meta", "path", "source", "wbr")
# Every way to say that nothing is known
ABSENCE = re.compile(
    "无公开信息|没有公开信息|没有找到公开|无公开证据|尚未检索|还没有去看|未到期|期限未到|票决结果未公开|票决结果没有公开|不作对照"
)


class Lists(HTMLParser):
    """How often each list of a page says each absence; a list within counts for those around it, too."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[tuple[str, Counter[str]]] = []
        self.found: list[Counter[str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 (given by the library)
        if tag not in VOID:
            self.open.append((tag, Counter()))

    def handle_endtag(self, tag: str) -> None:
        while self.open:
            name, said = self.open.pop()
            if name in LISTS:
                self.found.append(said)
            if self.open:
                self.open[-1][1].update(said)
            if name == tag:
                break

    def handle_data(self, data: str) -> None:
        if self.open:
            self.open[-1][1].update(ABSENCE.findall(data))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("shipped") / "project"
    shipped.build(root)
    return root / "site"


def repeated(site: Path) -> Iterator[tuple[str, str, int]]:
    for path in sorted(site.rglob("*.html")):
        for said in Lists(path.read_text("utf-8")).found:
            yield from ((path.relative_to(site).as_posix(), words, n) for words, n in said.items() if n > 1)


def test_no_list_repeats_one_absence(site: Path) -> None:
    assert list(repeated(site)) == []


def test_each_list_that_says_it_leads_to_the_documents_that_are_missing(site: Path) -> None:
    for name in ("commitments.html", "projects.html", "progress.html"):
        page = (site / "reports/2022" / name).read_text("utf-8")
        assert 'href="../../reports/2022/gaps.html"' in page or 'href="gaps.html"' in page, name


def test_the_parser_sees_what_is_said_twice() -> None:
    page = "<ul><li>无公开信息<br>a</li><li><b>无公开信息</b></li></ul><ol><li>未到期</li></ol>"
    assert Lists(page).found == [Counter({"无公开信息": 2}), Counter({"未到期": 1})]
