"""The tables are what pypinyin, OpenCC and jieba's dictionary say, and a site carries only what it needs of them."""

from __future__ import annotations

import json
import os
import subprocess

import pytest

from disclosure.search import tables
from tests.projects import REPOSITORY
from tests.search import make_tables


@pytest.mark.parametrize("name", sorted(make_tables.FILES))
def test_a_table_in_the_repository_is_the_one_that_the_libraries_give(name: str) -> None:
    if name == "words.txt" and not make_tables.DICTIONARY.is_file() and os.environ.get("CI") != "true":
        pytest.skip("the dictionary comes with `npm ci --ignore-scripts`")
    assert (tables.FOLDER / name).read_text("utf-8") == make_tables.FILES[name]()


def test_a_character_has_each_of_its_common_readings() -> None:
    common = {name: of.partition(tables.RARELY)[0] for name, of in tables.readings(frozenset()).items()}
    of = tables.syllables_of(common)
    assert {one: of[one] for one in "长重行乐路绿"} == {
        "长": ["chang", "zhang"],
        "重": ["chong", "zhong"],
        "行": ["hang", "xing"],
        "乐": ["le", "yue"],
        "路": ["lu"],
        "绿": ["lv"],
    }


@pytest.mark.parametrize(("one", "syllable"), [("洞", "tong"), ("单", "shan"), ("六", "lu"), ("铅", "yan")])
def test_a_character_has_its_rare_readings_too(one: str, syllable: str) -> None:
    assert one in tables.readings(frozenset())[syllable].partition(tables.RARELY)[2]


@pytest.mark.parametrize(("old", "new"), [("覆", "复覆"), ("瞭", "了"), ("著", "着著"), ("藉", "借藉"), ("學", "学")])
def test_a_traditional_character_has_all_that_it_may_stand_for(old: str, new: str) -> None:
    pairs = tables.traditional(frozenset(new))
    assert {after for before, after in zip(pairs[::2], pairs[1::2], strict=True) if before == old} == set(new)


@pytest.mark.parametrize(
    ("typed", "heard"),
    [("zhang", "zan"), ("lao", "nao"), ("lv", "nu"), ("shi", "si"), ("ying", "yin"), ("ping", "pin")],
)
def test_syllables_that_sound_alike_are_one(typed: str, heard: str) -> None:
    assert tables.alike(typed) == heard


def test_the_browser_hears_every_syllable_as_the_build_does() -> None:
    module = (REPOSITORY / "templates/js/search/pinyin.js").as_uri()
    script = f'import {{ alike }} from "{module}"; console.log(JSON.stringify(process.argv.slice(1).map(alike)));'
    names = [*tables.readings(frozenset())]
    done = subprocess.run(
        ["node", "--input-type=module", "--eval", script, "--", *names], capture_output=True, check=True, text=True
    )
    assert json.loads(done.stdout) == [tables.alike(one) for one in names]


def test_a_common_word_is_in_the_file_of_its_first_character() -> None:
    of = tables.words()[ord("驾") % tables.WORD_FILES]
    assert "照" in of["驾"]


def test_a_rare_character_has_a_reading_only_where_the_site_uses_it() -> None:
    assert "谱" in tables.readings(frozenset())["pu"]
    assert "璈" not in "".join(tables.readings(frozenset()).values())
    assert "瞪" in tables.readings(frozenset("瞪"))["deng"]


def test_only_characters_of_the_site_have_their_traditional_form() -> None:
    assert tables.traditional(frozenset("学")) == "學学"
