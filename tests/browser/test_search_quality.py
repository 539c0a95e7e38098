"""The search answers well and cheaply: the floors of ``tests/search/evaluation.py``, in the real browser."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Browser, Page

from tests.search import evaluation
from tests.search.judging import Query, Texts, given, own, stands_in

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def site(collection_site: Path) -> Path:
    """How well the search answers is measured on its test collection."""
    return collection_site


@pytest.fixture(scope="session")
def root(collection_root: str) -> str:
    return collection_root


@pytest.fixture(scope="module")
def texts(site: Path) -> Texts:
    return Texts(site)


@pytest.fixture(scope="module")
def queries(texts: Texts) -> list[Query]:
    return given(texts)[0]


@pytest.fixture
def page(new_page, root: str) -> Page:
    return evaluation.open_search(new_page(), root)


def test_the_development_queries_are_answered(page: Page, queries: list[Query]) -> None:
    found = evaluation.overall(evaluation.scores(page, queries))
    assert found.ndcg >= evaluation.WITH_ALIASES
    assert found.strict >= evaluation.WITH_ALIASES
    assert found.empty == 0


def test_they_are_answered_without_any_alias(new_page, root: str, queries: list[Query]) -> None:
    page = evaluation.open_search(evaluation.without_aliases(new_page()), root)
    assert evaluation.overall(evaluation.scores(page, queries)).ndcg >= evaluation.WITHOUT


def test_our_own_queries_are_answered(page: Page, texts: Texts) -> None:
    assert evaluation.overall(evaluation.scores(page, own(texts)[0])).ndcg >= evaluation.WITH_ALIASES


def test_what_nothing_answers_has_no_direct_result(page: Page, texts: Texts) -> None:
    for query in {*given(texts)[1], *own(texts)[1]}:
        evaluation.ask(page, query)
        assert page.locator("[data-results] > [data-hit]").count() == 0, query


def test_every_stretch_of_the_report_is_found_on_the_page_wherever_it_stands(page: Page, texts: Texts) -> None:
    paragraphs = texts.paragraphs
    stretches = sorted({text[n : n + 3].strip() for text in paragraphs.values() for n in range(len(text) - 2)} - {""})
    for stretch in Random(2022).sample(stretches, 60):
        shown = {place.passage for place in evaluation.ask(page, stretch)}
        assert {id for id, text in paragraphs.items() if stands_in(stretch, text)} - shown == set(), stretch


def test_the_first_result_costs_three_requests_and_40_kilobytes(chromium: Browser, root: str) -> None:
    cost = evaluation.cold(chromium, root, "停车位")
    names = sorted(one.partition("?")[0] for one in cost.requests)
    assert names == ["assets/display.js", "assets/search.js", "search/index.js"]
    assert cost.bytes <= evaluation.COLD_BYTES


def test_the_time_of_each_further_query_is_measured(page: Page, queries: list[Query]) -> None:
    """How long they may take is judged by ``make search-eval``, on a machine that is quiet."""
    assert len(evaluation.times(page, queries[:5])) == 5
