"""What holds for any text and any claims."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure import coverage
from disclosure.catalog.quotes import occurrences
from disclosure.coverage import Claim
from disclosure.drafting import Proposal, propose
from disclosure.model.text import ReportText, Span
from tests.drafting.reports import report

PIECES = """
    依托河西 以港为抓手 新建学校2所 力争年底完工 让市民满意 总投资8亿元 其中 一年来 各位代表 让我们 分别是
    1. 2、 （一） 4A级 第二批 我们也看到 不足 对此我们将 总体要求是 坚持稳字当头 “船坞” （南菁） 《规划》
    “ ” （ ） ， 。 ； ： ！ ？ 、 —— … . , 3 亿元以上项目3个 获评先进 并推广 监督 廉政 步伐 全覆盖 河东公园、河西广场
"""
PROSE = st.lists(st.sampled_from(PIECES.split()), max_size=30).map("".join)
LINE = (PROSE | st.text(max_size=40)).map(lambda text: re.sub(r"[#\n\r{}*\[\]]", "", text).strip() or "空")
HEADINGS = st.sampled_from(["## 一、去年工作回顾", "## 二、今年工作安排", "### （一）建设", "## 三、成就和目标任务"])
REPORTS = st.lists(LINE | HEADINGS, max_size=8).map(lambda lines: report(*lines))
MODERATE = settings(max_examples=settings.default.max_examples, deadline=None)


@st.composite
def reports_and_claims(draw: st.DrawFn) -> tuple[ReportText, list[Claim]]:
    text = draw(REPORTS)
    claims = []
    for passage in text.passages:
        if passage.text and draw(st.booleans()):
            start = draw(st.integers(0, len(passage.text) - 1))
            span = Span(passage.id, start, draw(st.integers(start + 1, len(passage.text))))
            claims.append(Claim(span=span, kind="commitment", record="c001", binds=True, words=draw(st.booleans())))
    return text, claims


def clauses(proposed: tuple[Proposal, ...]) -> list[Span]:
    return [one.span for one in proposed if one.of == "clause"]


@MODERATE
@given(reports_and_claims())
def test_proposals_stand_in_the_order_of_the_text_and_are_the_same_each_time(
    given_: tuple[ReportText, list[Claim]],
) -> None:
    text, claims = given_
    proposed = propose(text, claims)
    order = {one.id: n for n, one in enumerate(text.passages)}
    places = [(order[one.span.passage], one.span.start) for one in proposed]
    assert places == sorted(places)
    assert proposed == propose(text, claims)


@MODERATE
@given(reports_and_claims())
def test_no_proposal_takes_words_that_are_claimed_or_that_another_takes(given_: tuple[ReportText, list[Claim]]) -> None:
    text, claims = given_
    spans = clauses(propose(text, claims))
    assert not [one for one in spans for claim in claims if claim.words and claim.span.overlaps(one)]
    assert not [one for n, one in enumerate(spans) for other in spans[n + 1 :] if one.overlaps(other)]


@MODERATE
@given(reports_and_claims())
def test_every_open_letter_of_a_clause_is_in_a_proposal(given_: tuple[ReportText, list[Claim]]) -> None:
    text, claims = given_
    proposed = propose(text, claims)
    taken = [Claim(span=one.span, kind="incidental", binds=True, words=one.of == "clause") for one in proposed]
    assert not [one for one in coverage.clauses(text.passages, [*claims, *taken]) if one.missing]


@MODERATE
@given(reports_and_claims())
def test_every_open_figure_is_exempted_once_or_stands_in_a_clause_that_is_proposed(
    given_: tuple[ReportText, list[Claim]],
) -> None:
    text, claims = given_
    proposed = propose(text, claims)
    for figure in coverage.figures(text.passages, claims):
        own = [one for one in proposed if one.of == "figure" and one.span == figure.span]
        around = [one for one in clauses(proposed) if one.overlaps(figure.span)]
        if figure.kind == "uncovered":
            assert len(own) <= 1
        else:
            assert not own
        claimed = [claim for claim in claims if claim.span.overlaps(figure.span)]
        assert own or around or claimed or figure.kind != "uncovered"


@MODERATE
@given(reports_and_claims())
def test_spans_are_quotes_that_begin_and_end_with_a_word(given_: tuple[ReportText, list[Claim]]) -> None:
    text, claims = given_
    words = {one.id: one.text for one in text.passages}
    for one in propose(text, claims):
        quote = words[one.span.passage][one.span.start : one.span.end]
        assert one.span.start in occurrences(words[one.span.passage], quote)
        assert quote == quote.strip(" \u3000")
        if one.of == "clause":
            assert quote[0] not in "，。；：！？、—”）》"
            assert quote[-1] not in "，。；：！？、—“（《"
        for part in one.parts:
            assert one.span.covers(part)


@MODERATE
@given(REPORTS)
def test_a_report_whose_proposals_are_all_accepted_has_no_more(text: ReportText) -> None:
    accepted = [Claim(span=one.span, kind="incidental", binds=True, words=one.of == "clause") for one in propose(text)]
    assert propose(text, accepted) == ()


@pytest.mark.parametrize("words", ["省市区县", "发展市", "经济和社会", "一体化", "我们也看到"])
def test_a_row_of_words_that_could_be_cut_in_many_ways_is_read(words: str) -> None:
    lines = (f"我们也清醒认识到，{words * 90}不足，{words * 90}。", f"{words * 90}，建设学校2所。")
    assert propose(report("## 一、去年工作回顾", *lines, "## 二、今年工作安排", *lines))
