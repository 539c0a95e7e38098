"""What the index holds, small and large: the same hits, nothing left out, at a bounded cost."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.search import collection, indexes
from tests.search.judging import QUERIES, stands_in

SEED = 20220113
TYPED = ["“洪科模式”", "ylfw", "yang lao", "的", "的 了", "學位", "八大山仁", "12345", "2022-01-13", "什么是", "a"]
TYPED += [
    "停车 -泊位",
    "1万多户",
    "近15000个",
    "tinche",
    "shequwesheng",
    "hdhkwhy",
    "驾照",
    "KTV",
    "覆核",
    "5.8个亿",
    "城南片曲",
]
NUMBER = re.compile(r"\d[\d.]*[万亿]*(?:%|[\u4e00-\u9fff]{0,2})")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return indexes.write(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return indexes.write(tmp_path_factory.mktemp("large"), large=True)


@pytest.fixture(scope="module")
def paragraphs() -> dict[str, str]:
    return {one.id: one.text for one in collection.whole().catalog.reports[0].text.passages}


def asked() -> list[str]:
    """Every judged query, and some more."""
    written = (QUERIES / "dev.json").read_text("utf-8") + (QUERIES / "more.yml").read_text("utf-8")
    return [*re.findall(r'"?query"?: "?([^",}]+)', written), *TYPED]


def test_a_large_index_finds_the_same_in_the_same_order_as_a_small_one(small: Path, large: Path) -> None:
    queries = asked()
    assert len(queries) > 100
    one, other = (dict(zip(queries, indexes.search(each, queries), strict=True)) for each in (small, large))
    assert {query: found.hits for query, found in one.items()} == {query: found.hits for query, found in other.items()}


def test_every_stretch_of_the_report_is_found_wherever_it_stands(small: Path, paragraphs: dict[str, str]) -> None:
    stretches = {
        text[n : n + size] for text in paragraphs.values() for size in (2, 3, 4) for n in range(len(text) - size + 1)
    }
    sample = Random(SEED).sample(sorted(stretches), 3000)
    assert missed(small, sample, paragraphs) == {}


def test_every_number_of_the_report_is_found_wherever_it_stands(small: Path, paragraphs: dict[str, str]) -> None:
    numbers = sorted({number for text in paragraphs.values() for number in NUMBER.findall(text)})
    assert len(numbers) > 150
    assert missed(small, numbers, paragraphs) == {}


def missed(folder: Path, queries: list[str], paragraphs: dict[str, str]) -> dict[str, set[str]]:
    """Paragraphs that hold a query, not cut out of a longer figure, and are no hit of it."""
    holding = [{id for id, text in paragraphs.items() if stands_in(query, text)} for query in queries]
    found = indexes.search(folder, queries)
    return {
        query: ids - one.passages for query, ids, one in zip(queries, holding, found, strict=True) if ids - one.passages
    }


def test_ten_thousand_documents_cost_a_query_less_than_sixty_kilobytes_and_25_files(tmp_path: Path) -> None:
    folder = indexes.write_generated(tmp_path, 10_000)
    queries = [
        "停车泊位",
        "养老服务中心",
        "建设",
        "新增学位",
        "老旧小区改造",
        "路",
        "15.5%",
        "高质量发展 项目",
        "2022年",
    ]
    costs = indexes.search(folder, queries, shown=10)
    script_and_page = 3  # display.js, search-large.js, and the page itself
    assert [len(one.hits) for one in costs] == [10] * len(queries)
    assert [
        (query, one.files) for query, one in zip(queries, costs, strict=True) if one.files + script_and_page > 25
    ] == []
    assert [(query, one.bytes) for query, one in zip(queries, costs, strict=True) if one.bytes + 13_000 > 60_000] == []


@settings(deadline=None, max_examples=5)
@given(st.lists(st.text(st.characters(codec="utf-16", categories=("L", "N", "P", "S", "Z", "C"))), min_size=50))
def test_any_text_at_all_is_a_query(small: Path, texts: list[str]) -> None:
    """Lone surrogates, control characters and ten thousand letters too, whatever they find."""
    assert len(indexes.search(small, [*texts, "停车" * 5000, "“" * 300, "一" * 300, "1" * 300, "a" * 300])) > 50
