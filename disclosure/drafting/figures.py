"""Figures that are no values: names, dates, numbers of lists, what defines or describes something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from disclosure import coverage, quantity
from disclosure.coverage import Claim
from disclosure.drafting.clauses import is_count
from disclosure.drafting.shapes import DraftDoubt, Proposal
from disclosure.model.text import Paragraph
from disclosure.quantity import FigureCandidate

# The reason's id, by why no quantity was read (disclosure/quantity/names.py); of others it is unsure
REASONS: Final = {"name": "name", "date": "date", "list": "numbering", "definition": "definition"}
# How things were before, or for how long: a result tells it as a figure of its own
OF_RESULTS: Final = ("baseline", "period")
# So far behind a size or a name, in characters, is at most what counts the things of that size: 20亿元以上项目3个
MEASURED: Final = {"definition": 8, "name": 4, "ordinal": 12}
QUOTED: Final = 4
# What is furthered is not counted: 加快1408亩土地开发步伐
FURTHERED: Final = re.compile("(?:步伐|力度|进度|进程|节奏|伙伴|水平|能力|效率)$")

BATCH: Final = re.compile("[批期轮]")
WHEN: Final = re.compile("[届次个年月季]")


def exempted(paragraph: Paragraph, claims: Sequence[Claim], proposed: Sequence[Proposal]) -> Iterator[Proposal]:
    """The open figures that no record could hold as a value and no exempted clause accounts for."""
    found = quantity.find(paragraph.text)
    by_place: Mapping[tuple[int, int], FigureCandidate] = {(one.start, one.end): one for one in found}
    for account in coverage.figures([paragraph], claims):
        span = account.span
        figure = by_place[span.start, span.end]
        around = next((one.kind for one in proposed if one.span.covers(span)), "")
        if account.kind != "uncovered" or around == "exemption":
            continue
        if around == "result" and figure.name in OF_RESULTS:
            continue
        reason, is_sure = _reason(paragraph.text, figure, found)
        if reason:
            doubts = () if is_sure else (DraftDoubt.FIGURE,)
            yield Proposal(span=span, kind="exemption", of="figure", reason=reason, doubts=doubts)


def _reason(text: str, figure: FigureCandidate, found: Sequence[FigureCandidate]) -> tuple[str, bool]:
    """Why a figure is no value, and whether that is sure; nothing where a record may hold it, as value or measure."""
    begin, end = _clause(text, figure.start)
    if figure.name is None:
        return ("description", False) if is_count(figure) and FURTHERED.search(text, begin, end) else ("", True)
    if _is_measured(text, figure, found, end):
        return "", True
    if figure.name == "ordinal":
        return _of_ordinal(figure.text), False
    return REASONS.get(figure.name, "description"), figure.name in REASONS


def _is_measured(text: str, figure: FigureCandidate, found: Sequence[FigureCandidate], end: int) -> bool:
    """Whether a count follows in the clause so near that this is part of what it counts."""
    reach = MEASURED.get(figure.name or "", 0) + QUOTED * text.startswith("”", figure.end)
    return any(figure.end <= one.start < min(end, figure.end + reach) and is_count(one) for one in found)


def _of_ordinal(written: str) -> str:
    """第二批 is part of a name, 十五届 and 第三次 say when, 第一 is a rank that a record's words say already."""
    if BATCH.search(written):
        return "name"
    return "date" if WHEN.search(written) else "description"


def _clause(text: str, at: int) -> tuple[int, int]:
    """The clause around a place."""
    return next((match.span() for match in coverage.CLAUSE.finditer(text) if match.end() > at), (at, at))
