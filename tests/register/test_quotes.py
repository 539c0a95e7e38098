"""Where a quote stands, and what is said where it stands nowhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.catalog import quotes
from disclosure.catalog.quotes import Passages
from disclosure.model.exemption import ExemptionRecord
from disclosure.model.text import Span
from disclosure.problem import Problem
from tests.register.texts import located, paragraph

TEXTS = {
    "p1-01": paragraph("做强工业。新建车间3个。扩建车间3个，引进企业3家。", 4),
    "p1-02": paragraph("改造老旧小区12个，受益群众三千户。", id="p1-02"),
}
PASSAGES = Passages(TEXTS)


def locate(passage: str, quote: str, occurrence: int | None = None) -> Span | Problem:
    record = ExemptionRecord(passage=passage, quote=quote, occurrence=occurrence, reason="背景")
    return quotes.locate(located(record), "r001", PASSAGES)


def said(passage: str, quote: str, occurrence: int | None = None) -> tuple[str, str, str]:
    problem = locate(passage, quote, occurrence)
    assert isinstance(problem, Problem)
    return problem.rule, problem.message, problem.hint


def test_a_quote_stands_where_its_words_stand() -> None:
    assert locate("p1-01", "新建车间3个") == Span("p1-01", 5, 11)


def test_a_quote_may_hold_the_head_of_its_paragraph() -> None:
    assert locate("p1-01", "做强工业。新建") == Span("p1-01", 0, 7)


def test_a_sentence_narrows_the_place() -> None:
    assert locate("p1-01.2", "车间3个") == Span("p1-01", 14, 18)


def test_the_occurrence_is_counted_from_one() -> None:
    assert [locate("p1-01", "车间3个", n) for n in (1, 2)] == [Span("p1-01", 7, 11), Span("p1-01", 14, 18)]


@pytest.mark.parametrize(
    ("passage", "quote", "occurrence", "hint"),
    [
        ("p1-01", "车间3个", None, "写明 occurrence: 1 至 2"),
        ("p1-01", "车间3个", 3, "写明 occurrence: 1 至 2"),
        ("p1-01.2", "车间3个", 1, "只出现一次时不写 occurrence"),
    ],
)
def test_an_occurrence_is_asked_for_only_where_it_decides(
    passage: str, quote: str, occurrence: int | None, hint: str
) -> None:
    rule, _message, told = said(passage, quote, occurrence)
    assert (rule, told) == ("ambiguous-quote", hint)


def test_a_quote_of_another_passage_is_told_its_sentence() -> None:
    assert said("p1-02", "引进企业3家") == (
        "quote",
        "r001：引文在 p1-02 里找不到：“引进企业3家”",
        "它在 p1-01.2；改正 passage",
    )


@pytest.mark.parametrize(
    ("quote", "near", "nth"),
    [
        ("改造老旧小区13个", "改造老旧小区12个", 8),
        ("改造小区12个", "改造老旧小区12个", 3),
        ("改造老旧的小区12个", "改造老旧小区12个", 5),
        ("老旧小区12个。", "老旧小区12个，", 8),
    ],
)
def test_a_near_miss_shows_the_nearest_words_and_the_first_difference(quote: str, near: str, nth: int) -> None:
    """Something changed, left out, put in, at the end."""
    assert said("p1-02", quote)[2] == (
        f"最接近的原文在 p1-02：“{near}”；第 {nth} 个字起不同：此处“{quote}”，原文“{near}”"
    )


@pytest.mark.parametrize("mark", ["[1]", "①", "［1］", "〔12〕", "（注1）"])
def test_the_mark_of_a_note_that_was_copied_along_is_to_go(mark: str) -> None:
    assert said("p1-01", f"新建{mark}车间3个")[2] == f"去掉注释标记 {mark}：引文只照录正文"
    assert said("p1-01", f"新增{mark}车间3个")[2].startswith("最接近的原文")


def test_where_nothing_is_alike_no_guess_is_made() -> None:
    assert said("p1-02", "一二三四五")[2] == "引文必须照录这一段的原文"


def test_a_near_miss_in_another_passage_is_found_there() -> None:
    assert said("p1-02", "引进企业30家")[2].startswith("最接近的原文在 p1-01：“引进企业3家")


def test_a_passage_that_is_none_is_told_where_the_quote_is() -> None:
    assert said("p9-09", "引进企业3家") == ("unknown-passage", "r001：报告里没有段落 p9-09", "引文在 p1-01.2")
    assert said("p1-01.9", "没有") == (
        "unknown-passage",
        "r001：报告里没有段落 p1-01.9",
        "段落编号见 report.md，例如 p2-05",
    )


@given(st.text("新建车间3个。扩改12", min_size=1, max_size=12), st.sampled_from(["p1-01", "p1-02", "p1-01.2", "p9-09"]))
def test_any_quote_is_placed_or_a_problem(quote: str, passage: str) -> None:
    found = locate(passage, quote)
    if isinstance(found, Span):
        assert TEXTS[found.passage].text[found.start : found.end] == quote
    else:
        assert found.hint
