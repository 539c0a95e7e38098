"""A sentence of the report that was read elsewhere leads to its passage, as people paste it.

With words of the news before it, with its quotation marks, with slips in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

from tests.search import collection, indexes

SEED = 20220113
FIRST = 3
# What the page keeps of a query
LONGEST = 200
NEWS = ["据了解，", "记者获悉，", "报道称，", "近日，", "据介绍，今年", "昨天的新闻说", "消息：", "网上说“政府承诺”，"]
OTHER = "甲乙丙丁戊己庚辛壬癸"


class PastedSentence(NamedTuple):
    passage: str
    start: int
    end: int
    text: str


def sentences() -> Iterator[PastedSentence]:
    """Those that are long enough to be told from others: 扎实推进老旧小区改造 says a heading too."""
    for one in collection.whole().catalog.reports[0].text.passages:
        starts = [sentence.start for sentence in one.sentences]
        for start, end in zip(starts, [*starts[1:], len(one.text)], strict=True):
            if end - start >= 12:
                yield PastedSentence(one.id, start, end, one.text[start:end])


def as_it_is(sentence: str, _random: Random) -> str:
    return sentence


def after_the_news(sentence: str, random: Random) -> str:
    return random.choice(NEWS) + sentence


def in_quotation_marks(sentence: str, random: Random) -> str:
    return f"{random.choice(NEWS)}“{sentence}”"


def with_another_character(sentence: str, random: Random) -> str:
    at = random.randrange(len(sentence))
    return sentence[:at] + random.choice(OTHER) + sentence[at + 1 :]


def with_two_fewer(sentence: str, random: Random) -> str:
    one, other = sorted(random.sample(range(len(sentence)), 2))
    return sentence[:one] + sentence[one + 1 : other] + sentence[other + 1 :]


def all_at_once(sentence: str, random: Random) -> str:
    return after_the_news(with_another_character(with_two_fewer(sentence, random), random), random)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return indexes.write(tmp_path_factory.mktemp("small"))


@pytest.mark.parametrize(
    "said",
    [as_it_is, after_the_news, in_quotation_marks, with_another_character, with_two_fewer, all_at_once],
    ids=lambda one: one.__name__,
)
def test_a_pasted_sentence_leads_to_its_passage(folder: Path, said: Callable[[str, Random], str]) -> None:
    random = Random(SEED)
    every = [one for one in sentences() if len(one.text) < LONGEST - 20]
    assert len(every) > 150
    queries = [said(one.text, random) for one in every]
    found = indexes.search(folder, queries)
    assert [
        query
        for query, one, answer in zip(queries, every, found, strict=True)
        if not leads_to(one, answer.hits[:FIRST])
    ] == []


LETTER = [
    "您好，我是本地的居民，退休以后一直住在这里，平时喜欢看看书、下下棋",
    "前几天和邻居聊天，大家说起过去的事情，都觉得时间过得真快",
    "我的孩子在外地上班，一年回来两次，每次都说家乡变了样子",
    "上次写信是好几年以前了，那时候得到了很耐心的答复，非常感谢",
    "去年秋天家里来了一位老同学，我们沿着河边走了很久，一路上说个不停",
    "他说起当年一起下乡的伙伴，有的已经不在了，听了心里很不是滋味",
    "我自己身体还算硬朗，早上散步，晚上早睡，医生也说没有什么大毛病",
    "这次想请教的事情写在后面，打扰了，先祝各位工作顺利、身体健康",
]


@pytest.mark.parametrize("large", [False, True], ids=["small", "large"])
def test_in_a_long_letter_the_sentence_that_says_most_is_kept(tmp_path: Path, large: bool) -> None:
    folder = indexes.write(tmp_path, large=large)
    every = Random(SEED).sample([one for one in sentences() if re.search("[0-9]", one.text) and len(one.text) < 60], 20)
    letters = ["。".join([*LETTER, one.text]) for one in every]
    assert min(map(len, letters)) > LONGEST
    found = indexes.search(folder, letters)
    assert [one.text for one, answer in zip(every, found, strict=True) if not leads_to(one, answer.hits[:FIRST])] == []


def leads_to(one: PastedSentence, hits: list[tuple[object, ...]]) -> bool:
    return any(hit[1] == one.passage and hit[6] and hit[2] < one.end and one.start < hit[3] for hit in hits)
