"""A large index that is brought up to date holds what one made anew holds, file by file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.catalog import address
from disclosure.pages.document import Document
from disclosure.search import changes, data_file, files, registry, tiers
from disclosure.search.changes import ReportChange
from disclosure.search.files import SearchContent
from disclosure.search.postings import gap, joined, replaced
from tests.search import indexes

HEAD = {"kinds": [{"id": id} for id in registry.numbers()]}
REPORT = st.lists(st.text("一二养老停车位谱的12.%", max_size=12), max_size=8)
PARTS = st.dictionaries(st.sampled_from("甲乙丙"), st.text("0aB", min_size=1, max_size=4))


def found(texts: Sequence[str]) -> SearchContent:
    return SearchContent(
        tuple(
            Document(kind="note", address=f"glossary.html#n{n}", title=text[:3], text=text, place="")
            for n, text in enumerate(texts)
        )
    )


def pieces(reports: Sequence[Sequence[str]]) -> list[dict[str, bytes]]:
    return [files.pieces(found(one), large=True) for one in reports]


def up_to_date(before: Mapping[str, bytes], old: Sequence[dict[str, bytes]], new: Sequence[dict[str, bytes]]) -> object:
    """The files of postings, readings and documents after a change."""
    every = [ReportChange(n, was, now) for n, (was, now) in enumerate(zip(old, new, strict=True)) if was != now]
    counts = files.pairs(one[files.PAIRS] for one in old)
    after, counted = changes.counted(every, counts)
    assert after == files.pairs(one[files.PAIRS] for one in new)
    syllables = data_file.decode(before[address.search("characters")], dict)["syllables"]
    made: dict[str, bytes | None] = dict(before)
    made |= changes.readings(counted, after, syllables, before.__getitem__)
    for one in every:
        made |= changes.blocks(one)
    made |= changes.tokens(every, tiers.told(data_file.decode(before[address.SEARCH_INDEX], dict)), before.__getitem__)
    made |= files.numbers(after)
    return {where: data for where, data in made.items() if data is not None and is_of_pieces(where)}


def is_of_pieces(where: str) -> bool:
    name = where.removeprefix("search/")
    # What hits are filtered by is made with the few files that know all documents
    return ("/" in name and not name.startswith(("facets/", "filed/", "outcomes/"))) or where == address.search(
        "numbers"
    )


@pytest.mark.parametrize("first", [1, 2, tiers.AT_MOST])
@settings(deadline=None, max_examples=30)
@given(st.lists(REPORT, min_size=2, max_size=4), st.data())
def test_an_index_brought_up_to_date_is_the_index_made_anew(
    first: int, reports: list[list[str]], data: st.DataObject
) -> None:
    """``first`` of the reports, each of a year of its own, are in the first tier."""
    rows = [(f"{2020 - n}", 2020 - n, "", "") for n in range(len(reports))]
    head = {**HEAD, "reports": rows}
    later = [data.draw(REPORT) if data.draw(st.booleans()) else one for one in reports]
    # All characters stand in what belongs to no report: other characters are other readings of everything
    own = ["一二养老停车位谱的"]
    old, new = pieces([*reports, own]), pieces([*later, own])
    with mock.patch.object(tiers, "_first", lambda _years, documents: min(first, len(documents))):
        before, anew = (indexes.whole(each, head, {}, large=True) for each in (old, new))
    wanted = {where: data for where, data in anew.items() if is_of_pieces(where)}
    assert up_to_date(before, old, new) == wanted


@given(st.lists(PARTS, min_size=1, max_size=40), st.data())
def test_a_part_put_in_place_gives_what_joining_all_parts_gives(
    parts: list[dict[str, str]], data: st.DataObject
) -> None:
    number = data.draw(st.integers(0, len(parts) - 1))
    part = data.draw(PARTS)
    before, after = joined(enumerate(parts)), joined(enumerate([*parts[:number], part, *parts[number + 1 :]]))
    for token in "甲乙丙":
        assert replaced(before.get(token, ""), number, part.get(token, "")) == after.get(token, "")


def test_a_report_is_told_apart_by_its_number_however_many_there_are() -> None:
    numbers = [0, 1, 31, 32, 33, 1023, 1024, 40_000]
    whole = joined((number, {"甲": "00"}) for number in numbers)["甲"]
    for number in numbers:
        assert gap(number) + "11" in replaced(whole, number, "11").split(".")
