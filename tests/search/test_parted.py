"""What many districts have is read by whoever asks for it, and answers as if all of it stood in the first file."""

from __future__ import annotations

import json
import subprocess
from itertools import product
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.pages.document import Document
from disclosure.search import answer_files, data_file, titles
from disclosure.search.answers import FIGURE, AnswerLine
from disclosure.search.files import SearchContent
from disclosure.search.fold import fold
from tests.search import several
from tests.search.several import DISTRICTS, YEARS

SCRIPT = Path(__file__).with_name("parted_of.mjs")
OFFICES = {
    f"d{n}-{m}": f"{name}{office}"
    for n, name in enumerate(DISTRICTS)
    for m, office in enumerate(("教育局", "住房和城乡建设局"))
}
NAMES = ("地区生产总值", "养老床位")
# That of no district has a name of theirs, too
FIGURES = (
    *(
        AnswerLine(FIGURE, fold(f"{place}{name}"), f"{place}的{name}是这些。", ())
        for place in DISTRICTS
        for name in NAMES
    ),
    AnswerLine(FIGURE, NAMES[0], "全省的是这些。", ()),
)
PLACES = ("", *DISTRICTS, *(one[:-1] for one in DISTRICTS), f"{YEARS[0]}年{DISTRICTS[1]}", "丁火区", "甲山区和乙水区")
ASKED = (
    "",
    *NAMES,
    "地区生产总值增长目标",
    "养老床位 未完成",
    "教育局",
    "城乡建设局未完成",
    "谁负责",
    "2024-12-31",
    "项目",
)


def written(folder: Path, whole: int, *, large: bool) -> Path:
    own = SearchContent(
        tuple(
            Document(kind="department", address=f"departments/{id}.html", title=label, text=f"{label}牵头", place="")
            for id, label in OFFICES.items()
        )
    )
    with mock.patch.object(answer_files, "WHOLE", whole):
        return several.write(folder, large=large, named=OFFICES, figures=FIGURES, own=own)


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The same index with all in one file, and in parts."""
    return tuple(  # type: ignore[return-value]
        written(tmp_path_factory.mktemp(str(whole)), whole, large=True) for whole in (100, 2)
    )


def asked(folder: Path, queries: list[str]) -> list[dict[str, Any]]:
    given = json.dumps({"folder": str(folder), "queries": queries})
    done = subprocess.run(["node", str(SCRIPT)], input=given, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def test_every_query_is_answered_and_led_on_as_by_one_file(both: tuple[Path, Path]) -> None:
    queries = [f"{place}{what}" for place, what in product(PLACES, ASKED)]
    whole, parted = (asked(folder, queries) for folder in both)
    for query, one, other in zip(queries, whole, parted, strict=True):
        for name in ("answers", "ways", "values", "first"):
            assert (query, name, other[name]) == (query, name, one[name])
    assert all(sum(bool(one[name]) for one in whole) > len(queries) / 6 for name in ("answers", "ways"))


@settings(max_examples=5, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from([*PLACES, *ASKED, " ", "的", "是多少"]), max_size=4).map("".join), min_size=30)
)
def test_so_is_whatever_is_put_together_of_such_words(both: tuple[Path, Path], queries: list[str]) -> None:
    whole, parted = (asked(folder, queries) for folder in both)
    for one, other in zip(whole, parted, strict=True):
        assert [other[name] for name in ("answers", "ways", "values")] == [
            one[name] for name in ("answers", "ways", "values")
        ]


def test_a_query_reads_no_more_of_it_than_it_asks_for(both: tuple[Path, Path]) -> None:
    queries = ["项目", "甲山区项目", "乙水区地区生产总值", "教育局"]
    beside = {
        query: [name for name in one["files"] if name.split("/")[0] in ("answers", "figures", "departments")]
        for query, one in zip(queries, asked(both[1], queries), strict=True)
    }
    assert beside["项目"] in ([], ["departments"])
    assert "figures/0" in beside["甲山区项目"]
    assert "figures/1" in beside["乙水区地区生产总值"]
    assert "departments" in beside["教育局"]


def test_the_first_file_has_neither_their_departments_nor_the_words_of_their_figures(both: tuple[Path, Path]) -> None:
    whole, parted = (data_file.decode((folder / "search/index.js").read_bytes(), dict[str, Any]) for folder in both)
    assert (len(whole["ways"]), parted["ways"]) == (len(OFFICES), [])
    assert NAMES[1] in whole["asks"].split(" ")
    assert NAMES[1] not in parted["asks"].split(" ")
    assert NAMES[0] in parted["asks"].split(" ")


def test_a_figure_of_a_district_is_told_to_whoever_names_both(both: tuple[Path, Path]) -> None:
    queries = ["乙水区养老床位", "乙水 养老床位是多少", "乙水养老床位", "养老床位"]
    said = [[line["text"] for line in one["answers"]] for one in asked(both[1], queries)]
    assert said == [["乙水区的养老床位是这些。"], ["乙水区的养老床位是这些。"], [], []]


def test_reports_are_called_the_same_where_titles_are_formed(both: tuple[Path, Path]) -> None:
    head = data_file.decode((both[1] / "search/index.js").read_bytes(), dict[str, Any])
    assert head["titled"] == "{year}年{district}报告"
    assert {title for _key, _year, title, _district in head["reports"]} == {""}
    whole, parted = (asked(folder, ["教育"])[0]["titles"] for folder in both)
    assert whole == parted == [title for _key, _year, title, _district in several.REPORTS]


@given(st.lists(st.tuples(st.integers(1990, 2030), st.text("区{}年2$&", max_size=4), st.text(max_size=6)), min_size=1))
def test_no_title_is_lost_by_its_form(rows: list[tuple[int, str, str]]) -> None:
    reports = [("k", year, title, place) for year, place, title in rows]
    many = titles.formed(reports)
    formed = [title or titles.title_of(many["titled"], year, place) for _key, year, title, place in many["reports"]]
    assert formed == [title or titles.title_of(many["titled"], year, place) for _key, year, title, place in reports]


def test_a_small_site_has_all_of_it_in_its_first_file(tmp_path: Path) -> None:
    whole, parted = (written(tmp_path / str(number), number, large=False) / "search" for number in (100, 2))
    assert (parted / "index.js").read_bytes() == (whole / "index.js").read_bytes()
    assert not (parted / "figures").exists()
    found = [asked(folder.parent, ["乙水区养老床位", "教育局", "甲山区未完成"]) for folder in (whole, parted)]
    assert [[one["answers"], one["ways"]] for one in found[0]] == [[one["answers"], one["ways"]] for one in found[1]]
