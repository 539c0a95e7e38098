"""What readers say more rarely: looked up, and read at all, only where a word is found nowhere as it was typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.pages.document import Document
from tests.search import indexes

TEXTS = ("新增停车泊位2220个", "举办读书活动", "推进全民阅读")
ALIASES = "车位=停车泊位"
RARER = "读书 看书=全民阅读\n没地方停 没有地方停 车...停不下=停车泊位\n生态=读书\n态度差=全民阅读"


@pytest.fixture(params=[False, True], ids=["small", "large"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    documents = [
        Document(kind="note", address=f"glossary.html#n{n}", title=f"第{n}条", text=text, place="")
        for n, text in enumerate(TEXTS)
    ]
    return indexes.write_documents(tmp_path, documents, aliases=ALIASES, rarer=RARER, large=request.param)


def found(folder: Path, *queries: str) -> list[list[str]]:
    """The texts of direct hits, asked one after the other."""
    return [[hit[5] for hit in answer.hits if hit[6]] for answer in indexes.search(folder, list(queries))]


def test_a_word_that_stands_nowhere_is_looked_up(folder: Path) -> None:
    parking, _read, reading = TEXTS
    queries = ("看书", "车位", "小区没地方停", "看书 停车泊位", "kanshu")
    assert found(folder, *queries) == [[reading], [parking], [parking], [parking, reading], [reading]]


def test_a_word_that_stands_somewhere_is_taken_as_it_is_whatever_was_asked_before(folder: Path) -> None:
    _parking, reading_day, reading = TEXTS
    assert found(folder, "读书", "看书", "读书") == [[reading_day], [reading], [reading_day]]


def test_one_is_found_whole_though_it_holds_what_is_dropped_elsewhere(folder: Path) -> None:
    """没有在 says nothing in a query; 没有地方停 does."""
    assert found(folder, "没有地方停", "我家没有地方停") == [[TEXTS[0]], [TEXTS[0]]]


def test_one_may_be_spread_over_what_was_typed(folder: Path) -> None:
    """What is dropped elsewhere (为什么) may stand between the parts, but not more than a few characters."""
    assert found(folder, "车为什么停不下", "车怎么都停不下来") == [[TEXTS[0]], [TEXTS[0]]]
    assert found(folder, "车到了晚上七八点钟就停不下") == [[]]


def test_the_longest_inside_a_word_is_meant(folder: Path) -> None:
    """生态 begins before 态度差 in 医生态度差, and is shorter."""
    assert found(folder, "医生态度差") == [[TEXTS[2]]]


def test_they_are_read_only_where_something_was_not_found(folder: Path) -> None:
    cheap, dear = indexes.search(folder, ["车位", "看书"], shown=10)
    assert dear.files == cheap.files + 1


def test_without_their_file_all_else_is_found(folder: Path) -> None:
    (folder / "search/rarer.js").unlink()
    assert found(folder, "看书", "车位", "抢车位") == [[], [TEXTS[0]], [TEXTS[0]]]
