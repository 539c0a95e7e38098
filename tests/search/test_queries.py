"""What is asked: figures by their number, words by their sound, words that have to stand there or shall not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.pages.document import Document
from tests.search import collection, indexes
from tests.search.indexes import SearchAnswer

# A figure as it is written in the report
SHARE = re.compile(r"(?<![0-9.])([0-9]+(?:\.[0-9]+)?)%")
TENTHS = st.integers(1, 999)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return indexes.write(tmp_path_factory.mktemp("small"))


def ask(folder: Path, query: str) -> SearchAnswer:
    return indexes.search(folder, [query])[0]


def direct(answer: SearchAnswer) -> list[str]:
    """The texts of direct hits."""
    return [hit[5] for hit in answer.hits if hit[6]]


def share(tenths: int) -> str:
    return f"{tenths // 10}.{tenths % 10}%" if tenths % 10 else f"{tenths // 10}%"


def test_a_share_is_found_exactly_where_it_stands(folder: Path) -> None:
    texts = {one.id: one.text for one in collection.whole().catalog.reports[0].text.passages}
    asked = [share(tenths) for tenths in range(1, 1000)]
    stands = [{id for id, text in texts.items() if float(one[:-1]) in map(float, SHARE.findall(text))} for one in asked]
    found = [one.passages for one in indexes.search(folder, asked)]
    assert sum(map(bool, stands)) > 10
    assert dict(zip(asked, found, strict=True)) == dict(zip(asked, stands, strict=True))


@settings(max_examples=6, deadline=None)
@given(st.lists(TENTHS, min_size=5, max_size=40, unique=True), st.lists(TENTHS, min_size=20, max_size=60))
def test_a_share_is_found_nowhere_else(
    tmp_path_factory: pytest.TempPathFactory, written: list[int], asked: list[int]
) -> None:
    documents = [
        Document(kind="note", address=f"glossary.html#n{n}", title="增速", text=f"增长{share(one)}", place="")
        for n, one in enumerate(written)
    ]
    for large in (False, True):
        folder = indexes.write_documents(tmp_path_factory.mktemp("shares"), documents, large=large)
        found = indexes.search(folder, [share(one) for one in asked])
        assert [direct(one) for one in found] == [[f"增长{share(one)}"] if one in written else [] for one in asked]


@pytest.mark.parametrize(
    ("query", "holds"),
    [
        ("5.8个亿", "5.8亿元"),
        ("5亿8千万", "5.8亿元"),
        ("1万4千户", "1.4万户"),
        ("1万多户", "1.4万户"),
        ("近1.5万户", "1.4万户"),
        ("13500户左右", "1.4万户"),
        ("约2200个停车泊位", "2220个"),
        ("百分之七点五", "7.5%"),
        ("21,775万美元", "21775万美元"),
    ],
)
def test_a_number_is_found_as_it_is_said(folder: Path, query: str, holds: str) -> None:
    assert holds in direct(ask(folder, query))[0]


@pytest.mark.parametrize("query", ["近1.3万户", "1万5多户", "签约1.3万户"])
def test_what_is_not_about_as_many_is_not_meant(folder: Path, query: str) -> None:
    assert not any("1.4万户" in text for text in direct(ask(folder, query)))


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("yanglao", "养老"),
        ("yang lao", "养老"),
        ("yǎnglǎo", "养老"),
        ("yannao", "养老"),
        ("yanglo", "养老"),
        ("ynaglao", "养老"),
        ("yabglao", "养老"),
        ("lüyou", "旅游"),
        ("luyou", "旅游"),
        ("nvyou", "旅游"),
        ("cengnan", "城南"),
        ("hongdu", "洪都"),
        ("hongdou", "洪都"),
        ("hdhkwhy", "洪都航空文化园"),
        ("YANGLAOFUWU", "养老服务"),
        ("ylfw", "养老服务"),
    ],
)
def test_a_word_is_found_as_it_sounds(folder: Path, typed: str, word: str) -> None:
    answer = ask(folder, typed)
    assert word in answer.repaired
    assert word in "".join(direct(answer))


def test_of_a_long_word_a_part_is_an_answer_too_however_it_was_typed(folder: Path) -> None:
    typed, spoken = direct(ask(folder, "老旧小区改造")), direct(ask(folder, "laojiuxiaoqugaizao"))
    assert len(typed) > 5
    assert spoken == typed


def test_letters_that_may_be_initials_are_answered_by_the_whole_word_alone(folder: Path) -> None:
    assert direct(ask(folder, "xyzzy")) == []


def test_what_editors_call_it_is_found_by_its_sound_too(folder: Path) -> None:
    aliases = next(one.value for one in collection.whole().catalog.raw.aliases if "停车难" in one.value.words)
    assert any(mean in text for text in direct(ask(folder, "tingchenan")) for mean in aliases.means)


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("彩票", "彩票"),
        ("地铁", "地铁"),
        ("签证", "签证"),
        ("NBA", "NBA"),
        ("覆核", "复核"),
        ("99.7%", "99.7%"),
        ("签证 停车", "签证"),
    ],
)
def test_a_word_that_the_report_lacks_is_told(folder: Path, query: str, word: str) -> None:
    answer = ask(folder, query)
    assert (answer.absent, answer.repaired) == ([word], [])
    assert [text for text in direct(answer) if "停车" not in text] == []


def test_a_common_word_is_no_mistyped_one(tmp_path: Path) -> None:
    """证件 and 政见 sound alike: the one is a word, and the report lacks it."""
    documents = [Document(kind="note", address="glossary.html#n1", title="政见", text="各方政见，政见不一", place="")]
    folder = indexes.write_documents(tmp_path, documents)
    assert direct(ask(folder, "证件")) == []
    assert direct(ask(folder, "正见")) == ["各方政见，政见不一"]


@pytest.mark.parametrize(
    ("query", "word"),
    [("瞭解民情", "了解民情"), ("執著", "执着"), ("覆蓋", "覆盖"), ("藉助", "借助"), ("著名", "著名")],
)
def test_a_traditional_word_is_read_by_the_words_of_the_site(tmp_path: Path, query: str, word: str) -> None:
    text = "了解民情，执着，覆盖，借助，著名"
    documents = [Document(kind="note", address="glossary.html#n1", title="词", text=text, place="")]
    assert len(direct(ask(indexes.write_documents(tmp_path, documents), query))) == 1, word


PARKING = ["停车泊位", "停车场", "公交车", "停车费和泊位"]


@pytest.fixture(scope="module", params=[False, True], ids=["small", "large"])
def parking(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    documents = [
        Document(kind="note", address=f"glossary.html#n{n}", title="", text=text, place="")
        for n, text in enumerate(PARKING)
    ]
    return indexes.write_documents(tmp_path_factory.mktemp("parking"), documents, large=request.param)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("停车 -泊位", ["停车场"]),
        ("停车　－泊位", ["停车场"]),
        ("停车 −泊位 –场", []),
        ("-“泊位” 停车", ["停车场"]),
        ("“停车泊” -场", ["停车泊位"]),
        ("“停车” -“费和”", ["停车泊位", "停车场"]),
        ("-泊位", ["停车泊位", "停车费和泊位"]),
        ("停车-泊位", ["停车场", "停车泊位", "停车费和泊位"]),
        ("「停车费」", ["停车费和泊位"]),
        ("“停车泊位” 收费", ["停车泊位", "停车费和泊位"]),
    ],
)
def test_signs_say_what_has_to_stand_there_and_what_shall_not(parking: Path, query: str, found: list[str]) -> None:
    assert sorted(direct(ask(parking, query))) == sorted(found)


def test_a_phrase_that_stands_nowhere_leaves_what_has_its_words_apart(parking: Path) -> None:
    answer = ask(parking, "“泊位停车”")
    assert direct(answer) == []
    assert len(answer.hits) > 0
