"""Every report that is shipped stands on its page as it was archived, and no file of it is too large to read."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from tests.browser import archive
from tests.content.shipped import CONTENT

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
