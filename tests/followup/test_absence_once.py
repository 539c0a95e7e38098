"""No list says one absence more than once: what is not known is said once, with its number.

Read are all pages of the sample, and those of a whole report of which nothing later is on file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from disclosure.pages import comparison_kinds, district_kinds, registry
from disclosure.pages.silence import SILENT
from tests.followup.absences import ABSENCE, outcome_labels

LISTS = ("ul", "ol", "dl", "table")
# What else can be repeated: blocks of one kind, one below the other
BLOCKS = ("section", "article", "div", "details", "dd", "tr", "li")
VOID = ("br", "col", "hr", "img", "input", "link", "meta", "path", "source", "wbr")
UNSHOWN = ("script", "style", "template", "title")
KIND = re.compile(r'<body class="d-page d-page--([a-z-]+)"')
# Prose that explains what the words mean, written by editors
PROSE = ("narrative",)
# Each of which hangs on a wall by itself
SHEETS = ("posters",)


class OpenElement:
    """An element that is being read: its text so far, and what each block within it says."""

    def __init__(self, tag: str, style: str) -> None:
        self.tag = tag
        self.style = style
        self.text: list[str] = []
        self.blocks: Counter[tuple[str, str, str]] = Counter()


class Repeats(HTMLParser):
    """What the lists of a page say more than once, and what several blocks of one kind say beside each other.

    Each is found with the element around it; ``lists`` counts the lists that were read.
    """

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open = [OpenElement("", "")]
        self.lists = 0
        self.found: list[tuple[str, str, int]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(OpenElement(tag, dict(attrs).get("class") or ""))

    def handle_endtag(self, tag: str) -> None:
        while tag not in VOID and len(self.open) > 1:
            done = self.open.pop()
            self._close(done)
            if done.tag == tag:
                break

    def handle_data(self, data: str) -> None:
        self.open[-1].text.append(data)

    def _close(self, done: OpenElement) -> None:
        text = "" if done.tag in UNSHOWN else "".join(done.text)
        around = self.open[-1]
        around.text.append(text)
        said = Counter(ABSENCE.findall(text))
        # The table of a picture is what is drawn, in words
        is_drawn = any(one.tag == "figure" for one in self.open)
        if done.tag in LISTS and not is_drawn:
            self.lists += 1
            self.found += [(done.tag, words, n) for words, n in said.items() if n > 1]
        if done.tag in BLOCKS and done.style:
            around.blocks.update((done.tag, done.style, words) for words in said)
        self.found += [(f"{tag}.{style}", words, n) for (tag, style, words), n in done.blocks.items() if n > 1 and text]


@pytest.fixture(scope="module", params=("collection_site", "sample_site"))
def pages(request: pytest.FixtureRequest) -> dict[str, str]:
    """Every page of a site, by its address."""
    folder: Path = request.getfixturevalue(request.param)
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in sorted(folder.rglob("*.html"))}


def kind(page: str) -> str:
    found = KIND.search(page)
    assert found
    return found[1]


def repeated(pages: dict[str, str]) -> Iterator[tuple[str, str, str, int]]:
    for address, page in pages.items():
        if kind(page) not in PROSE:
            is_sheet = kind(page) in SHEETS
            found = (one for one in Repeats(page).found if not is_sheet or "d-poster" not in one[0])
            yield from ((address, *one) for one in found)


def test_no_list_repeats_one_absence(pages: dict[str, str]) -> None:
    assert list(repeated(pages)) == []


def test_every_kind_of_page_is_read(collection_site: Path, sample_site: Path) -> None:
    read = {kind(path.read_text("utf-8")) for one in (collection_site, sample_site) for path in one.rglob("*.html")}
    # Neither site has a line of commits of which changes could be told, nor the page of editors' forms, nor cards
    unread = {"changes", "desk", "embed", "embed-gone", "moved", "retired"}
    # ... nor several districts, nor other sites to be searched with it
    unread |= {row.id for row in (*comparison_kinds.KINDS, *district_kinds.KINDS)}
    unread |= {"district-sitemap", "terms", "federation"}
    assert {one.removesuffix("-further") for one in read} == {row.id for row in registry.KINDS} - unread


def test_lists_and_tables_are_found_where_promises_stand(collection_site: Path) -> None:
    for name in ("commitments", "projects", "progress", "tasks", "gaps", "results"):
        assert Repeats((collection_site / f"reports/2022/{name}.html").read_text("utf-8")).lists > 3, name


def test_each_list_that_says_it_leads_to_the_documents_that_are_missing(collection_site: Path) -> None:
    for name in ("commitments.html", "projects.html", "progress.html"):
        page = (collection_site / "reports/2022" / name).read_text("utf-8")
        assert 'href="../../reports/2022/gaps.html"' in page or 'href="gaps.html"' in page, name


def test_every_word_that_says_only_that_nothing_is_known_is_looked_for() -> None:
    assert [label for label in outcome_labels(SILENT) if not ABSENCE.search(label)] == []


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("<ul><li>无公开信息<br>a</li><li><b>无公开信息</b></li></ul>", [("ul", "无公开信息", 2)]),
        ("<ol><li>未到期</li></ol>", []),
        ("<table><tbody><tr><td><svg><path d='M0'/></svg>不作对照</td></tr><tr><td>不<b>作对照</b></td></tr></table>",
         [("table", "不作对照", 2)]),
        ("<div><p>未到期</p><section class='a'>未到期</section><section class='a'>未到期</section></div>",
         [("section.a", "未到期", 2)]),
        ("<ul><li>a<script>未到期未到期</script></li></ul>", []),
    ],
)  # fmt: skip
def test_the_parser_sees_what_is_said_twice(page: str, found: list[tuple[str, str, int]]) -> None:
    assert Repeats(page).found == found
