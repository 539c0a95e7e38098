"""A sentence of the report that was read elsewhere leads to its passage, as people paste it.

With words of the news before it, with its quotation marks, with slips in it.
"""

from __future__ import annotations

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


def leads_to(one: PastedSentence, hits: list[tuple[object, ...]]) -> bool:
    return any(hit[1] == one.passage and hit[6] and hit[2] < one.end and one.start < hit[3] for hit in hits)
