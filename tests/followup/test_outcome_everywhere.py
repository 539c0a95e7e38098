"""The same word wherever a promise stands: in every list, on its page, in JSON and CSV, in what a hit shows."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from tests.projects import GOLDEN

SITE = GOLDEN / "shiguang/expected"
LINE = re.compile(
    r'<h[2-4] class="d-silence"[^>]*>(.*?)</h|<li class="d-record" id="(?:(\d+)-)?(c\d+)">(.*?)</li>\n(?=<li|</ul>)',
    re.S,
)
COUNT = re.compile(r'<span class="d-silence__count">.*?</span>')
SHOWN = re.compile(r'<p class="d-record__outcome">(.*?)</p>', re.S)
STANDING = re.compile(r'id="d-standing">.*?<p>(.*?)</p>', re.S)
COUNTED = re.compile(r'<li class="d-outcome-counts__one"><a href="[^"]*[?]outcome=([a-z-]+)">.*?<strong>(\d+)<')
# The rows of the picture on the home page, of the newest report alone, and on each page of progress
DRAWN = re.compile(
    r'<a class="d-pictogram__row" href="(?:../../)?reports/(\d+)/[^"]*[?]outcome=([a-z-]+)">.*?<strong>(\d+)<', re.S
)
TAG = re.compile(r"<[^>]*>")


def text(markup: str) -> str:
    return unescape(TAG.sub("", markup)).strip()


@pytest.fixture(scope="module")
def rows() -> dict[str, dict[str, Any]]:
    data = json.loads((SITE / "data/commitments.json").read_text("utf-8"))
    return {f"{row['report']}/{row['id']}": row for row in data}


@pytest.fixture(scope="module")
def words(rows: dict[str, dict[str, Any]]) -> dict[str, str]:
    """As a line shows it, but for the shape."""
    said = {id: (row["outcome"]["label"], row["outcome"]["note"]) for id, row in rows.items()}
    return {id: " ".join(filter(None, both)) for id, both in said.items()}


def pages(*folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted(SITE.glob(folder))]


def report_of(path: Path) -> str:
    """The report that a page belongs to; none where it is the whole site's."""
    parts = path.relative_to(SITE).parts
    return parts[1] if parts[0] == "reports" else ""


def listed(path: Path) -> Iterator[tuple[str, str]]:
    """Each line's promise and its word; of a silent one that of its group."""
    heading = ""
    for group, report, id, inner in LINE.findall(path.read_text("utf-8")):
        heading = COUNT.sub("", group) if group else heading
        if id:
            yield f"{report or report_of(path)}/{id}", text("".join(SHOWN.findall(inner)) or heading)


def test_every_list_shows_the_word_of_the_data(words: dict[str, str]) -> None:
    lists = pages("reports/*/commitments.html", "reports/*/sections/**/*.html", "topics/*.html")
    found = [one for path in lists for one in listed(path)]
    assert len(found) > 2 * len(words)
    assert [(id, word) for id, word in found if word[1:].strip() != words[id]] == []


def test_its_own_page_begins_with_it(words: dict[str, str]) -> None:
    for name, word in words.items():
        report, id = name.split("/")
        page = (SITE / f"reports/{report}/commitments/{id}.html").read_text("utf-8")
        assert [text(shown)[1:] for shown in STANDING.findall(page)] == [word]


def test_the_table_says_what_the_json_says(rows: dict[str, dict[str, Any]]) -> None:
    sheet = (SITE / "data/commitments.csv").read_bytes().decode("utf-8-sig")
    for row in csv.DictReader(io.StringIO(sheet, newline="")):
        outcome = rows[f"{row['report']}/{row['id']}"]["outcome"]
        assert [row["outcome"], row["outcome_label"], row["outcome_counts"]] == [
            *(outcome["id"], outcome["label"], outcome["counts"]),
        ]


def test_the_counts_of_register_progress_and_home_are_those_of_the_data(rows: dict[str, dict[str, Any]]) -> None:
    wanted = Counter((row["report"], row["outcome"]["id"]) for row in rows.values())
    register = {
        (report_of(path), id): int(n)
        for path in pages("reports/*/commitments.html")
        for id, n in COUNTED.findall(path.read_text("utf-8"))
    }
    assert register == wanted
    progress = pages("reports/*/progress.html")
    drawn = [one for path in progress for one in DRAWN.findall(path.read_text("utf-8"))]
    assert {(key, id): int(n) for key, id, n in drawn} == wanted
    newest = max(report for report, _id in wanted)
    home = {(key, id): int(n) for key, id, n in DRAWN.findall((SITE / "index.html").read_text("utf-8"))}
    assert home == {one: n for one, n in wanted.items() if one[0] == newest}


def test_a_hit_has_the_same_words(rows: dict[str, dict[str, Any]]) -> None:
    shown = re.search(r'data-outcomes="([^"]*)"', (SITE / "search.html").read_text("utf-8"))
    assert shown is not None
    known = json.loads(unescape(shown[1]))
    assert {id: label for id, (_shape, label, *_rest) in known.items()} == {
        row["outcome"]["id"]: row["outcome"]["label"] for row in rows.values()
    }
