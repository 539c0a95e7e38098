"""Every report that is shipped stands on its page as it was archived, and every file of it may be published."""

from __future__ import annotations

import re
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest

from disclosure.checks import privacy
from disclosure.quantity.numerals import fold
from tests.browser import archive
from tests.projects import REPOSITORY
from tests.quantity.test_quantity_scanning import plainly, scanned
from tests.test_privacy import said

CONTENT = REPOSITORY / "content"
SOURCES = sorted(CONTENT.glob("reports/*/source.txt"))
LINE = re.compile(r'<(?:h1|h2|h3|p)[^>]* id="(?!d-)[^"]*"[^>]*>(.*?)</(?:h1|h2|h3|p)>')
of_each_report = pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.parent.name)


def text_page(site: Path, source: Path) -> str:
    return (site / f"reports/{source.parent.name}/text.html").read_text("utf-8")


@of_each_report
def test_the_page_is_the_archived_text_line_by_line(real_site: Path, source: Path) -> None:
    html = re.sub(r"<sup.*?</sup>", "", text_page(real_site, source))
    shown = [unescape(re.sub(r"<[^>]*>", "", line)) for line in LINE.findall(html)]
    assert shown == [line.text for line in archive.lines(source.read_bytes().decode())]


@of_each_report
def test_every_note_is_there_once_with_its_mark(real_site: Path, source: Path) -> None:
    html, numbers = text_page(real_site, source), archive.notes(source.read_bytes().decode())
    assert [html.count(f'id="{kind}-{number}"') for number in numbers for kind in ("ref", "note")] == [1, 1] * len(
        numbers
    )


@of_each_report
def test_searching_for_figures_part_by_part_finds_what_the_plain_pattern_finds(source: Path) -> None:
    lines = fold(source.with_name("report.md").read_text("utf-8")).splitlines()
    for text in (*lines, *(one + other for one, other in pairwise(lines))):
        assert scanned(text) == plainly(text)


def test_nothing_is_taken_for_a_personal_number() -> None:
    texts = [path for path in CONTENT.rglob("*") if path.suffix in privacy.TEXT_FILES]
    assert len(texts) > 10
    assert [said(path.read_bytes(), path.name) for path in texts if said(path.read_bytes(), path.name)] == []
