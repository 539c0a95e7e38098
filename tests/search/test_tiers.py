"""A large site's newest years answer first; both tiers together are one index, hit for hit and score for score."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.catalog import address
from disclosure.pages.document import Document
from disclosure.search import data_file, files, postings, shards, tiers
from disclosure.search.files import SearchContent
from tests.search import indexes
from tests.search.indexes import SearchAnswer

A_REPORT, REPORTS_A_YEAR, QUERIES = 400, 2, 60
YEARS = (2024, 2023, 2022, 2021)
ROWS = [(f"d{n:03}-2022", YEARS[n // REPORTS_A_YEAR], f"第{n}份报告", f"第{n % REPORTS_A_YEAR}区") for n in range(8)]
# Stand in one report each, of the newest year and of the oldest
NEW, OLD = "鹦鹉螺化石", "蜻蜓点水桥"
HALVES = ("蜻蜓展览", "荷花水桥")


def reports() -> list[SearchContent]:
    every = indexes.generated(A_REPORT * len(ROWS))
    parts = [list(every[n * A_REPORT : (n + 1) * A_REPORT]) for n in range(len(ROWS))]
    parts[0] += [note(n, text) for n, text in enumerate([NEW, *HALVES], 1)]
    parts[-1] += [note(9, OLD)]
    return [SearchContent(tuple(part)) for part in parts]


def note(number: int, text: str) -> Document:
    return Document(kind="note", address=f"glossary.html#n{number:02}", title=text, text=f"{text}的说明", place="")


def write(folder: Path, at_most: int) -> Path:
    head = {**indexes._head(), "aliases": "", "names": [], "reports": ROWS, "only": None}
    own = SearchContent((note(8, "本站页面的说明"),))
    with mock.patch.object(tiers, "AT_MOST", at_most):
        indexes._write(folder, reports(), own, head, {}, large=True)
    return folder


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("one"), tiers.AT_MOST)


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The newest year of four in the first tier."""
    return write(tmp_path_factory.mktemp("two"), 1)


def queries() -> list[str]:
    random = Random(5)
    texts = [one.text for part in reports() for one in part.documents]
    starts = [(random.choice(texts), random.choice((2, 2, 3, 4, 6, 12, 30))) for _n in range(QUERIES)]
    made = [text[at : at + size] for text, size in starts for at in [random.randrange(max(1, len(text) - size))]]
    return [
        *made,
        NEW,
        OLD,
        f"{NEW} {OLD}",
        "c010",
        "p3-1",
        "15.4%",
        "“重点任务”",
        "建设 -项目",
        "yang lao",
        "微型消防占",
    ]


def rows(answer: SearchAnswer) -> list[tuple[Any, ...]]:
    return [(*hit[:6], hit[6], None if hit[7] is None else round(hit[7], 9)) for hit in answer.hits]


def test_both_tiers_together_find_what_one_index_finds_with_the_same_scores(one: Path, two: Path) -> None:
    asked = queries()
    alone, together = indexes.search(one, asked), indexes.search(two, asked, isAll=1)
    assert [rows(each) for each in together] == [rows(each) for each in alone]
    assert [(each.repaired, each.absent) for each in together] == [(each.repaired, each.absent) for each in alone]
    assert not any(each.part for each in (*alone, *together))


def test_the_newest_years_give_their_own_hits_with_the_same_scores(one: Path, two: Path) -> None:
    asked = queries()
    for query, all, newest in zip(asked, indexes.search(one, asked), indexes.search(two, asked), strict=True):
        scores = {hit[:3]: hit for hit in rows(all)}
        assert all.hits if newest.hits else not all.hits, query
        if newest.part:
            assert {hit[:3] for hit in rows(newest)} <= scores.keys(), query
            assert any(hit[6] for hit in newest.hits), query
        else:
            assert rows(newest) == rows(all), query


def test_what_the_newest_years_do_not_have_is_found_without_asking(two: Path) -> None:
    new, old, both, halves = indexes.search(two, [NEW, OLD, f"{NEW} {OLD}", "蜻蜓水桥"])
    assert (new.hits[0][4], new.part) == (NEW, False)
    assert (old.hits[0][4], old.part, old.absent, old.repaired) == (OLD, False, [], [])
    assert {hit[4] for hit in both.hits[:2]} == {NEW, OLD}
    assert not halves.part


def test_an_id_is_found_in_the_newest_years_and_one_of_an_older_report_in_that(two: Path) -> None:
    plain, older, nowhere = indexes.search(two, ["n01", "n09", "n77"])
    assert [hit[4] for hit in plain.hits if hit[7] is None] == [NEW]
    assert [hit[4] for hit in older.hits if hit[7] is None] == [OLD]
    assert not any(hit[6] for hit in nowhere.hits)
    assert not nowhere.part


def test_the_newest_years_cost_no_file_of_older_ones(two: Path) -> None:
    newest, all = (indexes.search(two, ["建设"], shown=2, isAll=years)[0] for years in (0, 1))
    assert newest.part
    assert (newest.files, newest.bytes) < (all.files, all.bytes)
    assert all.files - newest.files <= 1 + 2


def test_one_tier_is_written_as_before(one: Path) -> None:
    head = data_file.decode((one / address.SEARCH_INDEX).read_bytes(), dict[str, Any])
    assert head["format"] == files.FORMAT
    assert not {"first", "older"} & head.keys()
    assert not (one / "search/older").exists()
    assert not (one / "search/facets").exists()


def test_two_tiers_are_told(two: Path) -> None:
    head = data_file.decode((two / address.SEARCH_INDEX).read_bytes(), dict[str, Any])
    assert (head["format"], head["first"]) == (tiers.FORMAT, REPORTS_A_YEAR)
    names = {path.stem for path in (two / "search/facets").iterdir()}
    assert names == {*map(str, YEARS)}
    assert len(list((two / "search/older").iterdir())) == shards.token_files(head["older"])


@given(st.lists(st.tuples(st.integers(2000, 2030), st.integers(1, 50)), min_size=1, max_size=30), st.integers(0, 200))
def test_the_first_tier_is_whole_years_and_at_least_the_newest(given: Sequence[tuple[int, int]], at_most: int) -> None:
    reports = sorted(given, key=lambda one: -one[0])
    rows = [(str(n), year, "", "") for n, (year, _documents) in enumerate(reports)]
    with mock.patch.object(tiers, "AT_MOST", at_most):
        of = tiers.tiers({"reports": rows}, [documents for _year, documents in reports])
    years = [{year for year, _documents in part} for part in (reports[: of.first], reports[of.first :])]
    assert not years[0] & years[1]
    assert reports[0][0] in years[0]
    held = sum(documents for _year, documents in reports[: of.first])
    assert held <= at_most or len(years[0]) == 1
    assert of.are_two == bool(years[1])
    # One year more would be too much
    if years[1]:
        assert held + sum(documents for year, documents in reports if year == max(years[1])) > at_most


STEPS = st.lists(st.tuples(st.integers(0, 5000), st.sampled_from(postings.SIGNS)), min_size=1, max_size=20)


@given(STEPS)
def test_documents_are_counted_in_what_is_written(steps: Sequence[tuple[int, str]]) -> None:
    assert postings.documents_in("".join(postings.gap(number) + weight for number, weight in steps)) == len(steps)
