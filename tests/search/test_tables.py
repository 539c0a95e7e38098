"""The character tables are what pypinyin and OpenCC say, and a site carries only what it needs of them."""

from __future__ import annotations

import pytest

from disclosure.search import tables
from tests.search import make_tables


@pytest.mark.parametrize("name", sorted(make_tables.FILES))
def test_a_table_in_the_repository_is_the_one_that_the_libraries_give(name: str) -> None:
    assert (tables.FOLDER / name).read_text("utf-8") == make_tables.FILES[name]()


def test_a_character_has_each_of_its_common_readings() -> None:
    of = tables.syllables_of(tables.readings(frozenset()))
    assert {one: of[one] for one in "长重行乐路绿"} == {
        "长": ["chang", "zhang"],
        "重": ["chong", "zhong"],
        "行": ["hang", "xing"],
        "乐": ["le", "yue"],
        "路": ["lu"],
        "绿": ["lv"],
    }


def test_a_rare_character_has_a_reading_only_where_the_site_uses_it() -> None:
    assert "谱" in tables.readings(frozenset())["pu"]
    assert "璈" not in "".join(tables.readings(frozenset()).values())
    assert "瞪" in tables.readings(frozenset("瞪"))["deng"]


def test_only_characters_of_the_site_have_their_traditional_form() -> None:
    assert tables.traditional(frozenset("学")) == "學学"
