"""The report from its first character to its last: recounted from the published clauses, and drawn whole."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.pages.drawings.strip import Strip, StripRow, StripStretch, joined
from disclosure.theme.drawing import paint, strip
from tests import shared
from tests.pictures import boxes, outside, overlapping
from tests.projects import create, date_of

EXAMPLE = "shiguang"
YEAR = "2025"
SVG = "{http://www.w3.org/2000/svg}"
KINDS = ("commitment", "result", "exempt", "uncovered")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shared.folder(tmp_path_factory, "drawn", _build) / "site"


def _build(root: Path) -> None:
    create(root, EXAMPLE).build(date=date_of(EXAMPLE))


def rows(site: Path, address: str) -> list[dict[str, str]]:
    with (site / address).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def clauses(site: Path) -> list[dict[str, Any]]:
    published = json.loads((site / "data/coverage.json").read_text("utf-8"))
    return [one for one in published["clauses"] if one["report"] == YEAR]


def kind(one: dict[str, Any]) -> str:
    """By the ids of its records, or the reason why there is none."""
    if one["records"]:
        return "commitment" if any(id.startswith("c") for id in one["records"]) else "result"
    return "exempt" if one["reason"] else "uncovered"


def counted(site: Path) -> Counter[str]:
    return Counter(map(kind, clauses(site)))


def image(site: Path, address: str) -> ElementTree.Element:
    return ElementTree.fromstring((site / address).read_text("utf-8"))


def said(site: Path, address: str) -> tuple[str, str]:
    drawn = image(site, address)
    title, sentence = drawn.findtext(f"{SVG}title"), drawn.findtext(f"{SVG}desc")
    assert title
    assert sentence
    return title, sentence


def lengths(site: Path) -> dict[str, int]:
    """Of each section, in code points of its paragraphs."""
    found: Counter[str] = Counter()
    for one in rows(site, "data/paragraphs.csv"):
        if one["report"] == YEAR:
            found[one["section"]] += len(one["text"])
    return found


def test_title_and_sentence_say_what_the_published_clauses_say(site: Path) -> None:
    found, figures = counted(site), json.loads((site / "data/coverage.json").read_text("utf-8"))["figures"]
    mine = Counter(one["class"] for one in figures if one["report"] == YEAR)
    reasons = Counter(one["reason_label"] for one in clauses(site) if one["reason"])
    title, sentence = said(site, f"reports/{YEAR}/coverage/coverage.svg")
    assert title == f"全文{found.total()}个语句里，还有{found['uncovered']}个没有交代"
    named = "、".join(f"{label}{n}个" for label, n in reasons.most_common())
    assert sentence.endswith(
        f"正文{sum(lengths(site).values())}个字符，分成{found.total()}个语句：{found['commitment']}个登记为承诺，"
        f"{found['result']}个登记为上年的成果和不足，{found['exempt']}个免列（{named}），"
        f"{found['uncovered']}个还没有收录；{mine.total()}个数字里还有{mine['uncovered']}个没有交代。"
    )


def test_the_table_says_of_each_section_what_the_published_clauses_say(site: Path) -> None:
    section = {one["id"]: one["section"] for one in rows(site, "data/paragraphs.csv") if one["report"] == YEAR}
    by_section: dict[str, Counter[str]] = {}
    for one in clauses(site):
        by_section.setdefault(section[one["passage"]], Counter())[kind(one)] += 1
    titles = {one["id"]: one["title"] for one in rows(site, "data/sections.csv") if one["report"] == YEAR}
    *table, whole = rows(site, f"reports/{YEAR}/coverage/coverage.csv")
    assert {row["小节"]: numbers(row) for row in table} == {
        titles.get(id, "开头"): (lengths(site)[id], *(found[one] for one in KINDS)) for id, found in by_section.items()
    }
    assert numbers(whole) == (sum(lengths(site).values()), *(counted(site)[one] for one in KINDS))


def numbers(row: dict[str, str]) -> tuple[int, ...]:
    assert int(row["语句"]) == sum(int(row[name]) for name in ("承诺", "成果和不足", "免列", "没有收录"))
    return tuple(int(row[name]) for name in ("字符", "承诺", "成果和不足", "免列", "没有收录"))


def test_the_table_on_the_page_has_the_same_numbers_and_leads_to_each_section(site: Path) -> None:
    page = (site / f"reports/{YEAR}/coverage.html").read_text("utf-8")
    found = re.findall(r'<tr><th scope="row"><a href="#([^"]+)">([^<]+)</a>[^<]*</th>(.*?)</tr>', page)
    table = [(title, *re.findall(r"<td[^>]*>(\d+)</td>", cells)) for id, title, cells in found if f'id="{id}"' in page]
    names = ("小节", "语句", "承诺", "成果和不足", "免列", "没有收录")
    *listed, _whole = rows(site, f"reports/{YEAR}/coverage/coverage.csv")
    assert table == [tuple(row[name] for name in names) for row in listed]


def test_the_overview_says_the_same_of_the_whole_in_one_row(site: Path) -> None:
    assert said(site, f"reports/{YEAR}/coverage.svg") == said(site, f"reports/{YEAR}/coverage/coverage.svg")
    (one,) = rows(site, f"reports/{YEAR}/coverage.csv")
    assert one == rows(site, f"reports/{YEAR}/coverage/coverage.csv")[-1]


def test_who_does_not_see_the_drawing_of_the_overview_reads_every_number_of_its_table_below_it(site: Path) -> None:
    """No table stands beside it there: its sentence has all but what there is none of, which is not drawn either."""
    page = (site / f"reports/{YEAR}/index.html").read_text("utf-8")
    (caption,) = re.findall(r'id="picture-coverage">.*?<figcaption>(.*?)<details', page, re.DOTALL)
    (one,) = rows(site, f"reports/{YEAR}/coverage.csv")
    told = set(re.findall(r"[0-9][0-9,]*", caption))
    assert {f"{n:,}" for n in (*numbers(one), int(one["语句"])) if n} - told == set()
    assert one["免列的理由"] in caption


def test_what_is_drawn_is_as_long_as_the_text_and_in_its_order(site: Path) -> None:
    """Each stretch against the clauses of its section: from the first character of one to the last of another."""
    longest = max(lengths(site).values())
    ends = {round(end * 338 / longest) for end in boundaries(site)}
    drawn = image(site, f"reports/{YEAR}/coverage/coverage.svg")
    forms = [one.get("d", "") for one in drawn.iter(f"{SVG}path") if one.get("stroke-width") in WIDTHS]
    found = [one for form in forms for one in boxed(form)]
    beyond = [(x, wide) for x, wide in found[len(KINDS) :] if not near(x + wide, ends)]
    assert (len(found) > len(KINDS), beyond) == (True, [])


# Of the strokes of each kind, and of the outline of what is open
WIDTHS = {"24", "18", "8", "1.5"}


def boxed(form: str) -> Iterator[tuple[int, int]]:
    """Where each stroke or box of a path begins, and how long it is; a stroke is told from the end of the last one."""
    start = re.match(r"M(\d+) \d+m", form)
    at = int(start[1]) if start else 0
    for step, x, wide in re.findall(r"([Mm])(\d+) \d+h(\d+)", form):
        at = int(x) + (at if step == "m" else 0)
        yield at, int(wide)
        at += int(wide)


def boundaries(site: Path) -> list[int]:
    """Where clauses end, in code points from the beginning of their section."""
    at: dict[str, int] = {}
    begins: Counter[str] = Counter()
    for one in rows(site, "data/paragraphs.csv"):
        if one["report"] == YEAR:
            at[one["id"]] = begins[one["section"]]
            begins[one["section"]] += len(one["text"])
    return [at[one["passage"]] + one["end"] for one in clauses(site)]


def near(unit: int, ends: set[int]) -> bool:
    return any(abs(unit - end) <= 1 for end in ends)


def stretches(lengths: list[tuple[str, int]]) -> tuple[StripStretch, ...]:
    """One behind the other, with a mark between two of them."""
    found, at = [], 0
    for kind, long in lengths:
        found.append(StripStretch(kind, at, at + long))
        at += long + 1
    return tuple(found)


ROWS = st.lists(
    st.tuples(
        st.text("一二三（四）五ab", max_size=40), st.lists(st.tuples(st.sampled_from(KINDS), st.integers(1, 90)))
    ),
    min_size=1,
    max_size=8,
)


def strip_of(given: list[tuple[str, list[tuple[str, int]]]]) -> Strip:
    made = [(label, stretches(parts)) for label, parts in given]
    drawn = tuple(
        StripRow(
            label=label,
            written=f"{len(found)}个语句",
            length=found[-1].end + 1 if found else 0,
            stretches=joined(found),
        )
        for label, found in made
    )
    return Strip(drawn, tuple((kind, kind) for kind in KINDS))


@given(ROWS)
def test_all_lies_within_the_drawing_and_no_words_on_others(given: list[tuple[str, list[tuple[str, int]]]]) -> None:
    canvas = strip.drawn(strip_of(given), "")
    assert outside(canvas) == []
    assert overlapping(boxes(canvas, "text")) == []


@given(ROWS)
def test_the_text_is_drawn_in_its_order_and_its_widths_are_those_of_the_whole(
    given: list[tuple[str, list[tuple[str, int]]]],
) -> None:
    made = strip_of(given)
    longest = max(1, *(row.length for row in made.rows))
    wide = [box[2] for name, box in boxes(strip.drawn(made, ""), "path") if name == "d-picture__zero"]
    assert wide == [row.length * 338 // longest for row in made.rows if row.length]


@given(st.lists(st.tuples(st.sampled_from(KINDS), st.integers(1, 50))))
def test_neighbours_of_a_kind_are_joined_and_none_is_lost(parts: list[tuple[str, int]]) -> None:
    given = stretches(parts)
    found = joined(given)
    assert all(one.kind != other.kind for one, other in pairwise(found))
    assert [one.kind for one in given if one.start in {each.start for each in found}] == [one.kind for one in found]
    assert {one.end for one in found} <= {one.end for one in given}


def test_each_kind_has_a_form_of_its_own_and_what_is_open_is_pointed_at() -> None:
    made = Strip((StripRow(label="节", written="", length=40, stretches=stretches([(one, 9) for one in KINDS])),), ())
    found = {name: box for name, box in boxes(strip.drawn(made, ""), "path") if "stretch" in name}
    heights = {name.rpartition("--")[2]: box[3] - box[1] for name, box in found.items()}
    assert heights == {"commitment": 0, "result": 0, "exempt": 0, "uncovered": 24}
    strokes = {name: paint.PAINT[f"d-picture__stretch--{name}"]["stroke-width"] for name in heights}
    assert strokes == {"commitment": "24", "result": "18", "exempt": "8", "uncovered": "1.5"}
    assert [name for name, _box in boxes(strip.drawn(made, ""), "path")].count("d-picture__arrow") == 1
