"""Figures that are no values: names, dates, numbers of lists, what defines or describes something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from disclosure import coverage, quantity
from disclosure.coverage import Claim
from disclosure.drafting.pieces import is_count
from disclosure.drafting.shapes import Doubt, Proposal
from disclosure.model.text import Paragraph, Span
from disclosure.quantity import FigureCandidate

# The reason's id, by why no quantity was read (disclosure/quantity/names.py)
REASONS: Final = {"name": "name", "date": "date", "list": "numbering", "definition": "definition"}
# So far behind a size or a name, in characters, is at most what counts the things of that size: 20亿元以上项目3个
MEASURED: Final = {"definition": 8, "name": 4, "ordinal": 12}
# What is furthered is not counted: 加快1408亩土地开发步伐
FURTHERED: Final = re.compile("(?:步伐|力度|进度|进程|节奏|伙伴|水平|能力|效率)$")


def exempted(paragraph: Paragraph, claims: Sequence[Claim], clauses: Sequence[Span]) -> Iterator[Proposal]:
    """The open figures that no record could hold as a value and no exempted clause accounts for."""
    found = quantity.find(paragraph.text)
    by_place: Mapping[tuple[int, int], FigureCandidate] = {(one.start, one.end): one for one in found}
    for account in coverage.figures([paragraph], claims):
        span = account.span
        if account.kind != "uncovered" or any(clause.covers(span) for clause in clauses):
            continue
        reason, is_sure = _reason(paragraph.text, by_place[span.start, span.end], found)
        if reason:
            doubts = () if is_sure else (Doubt.FIGURE,)
            yield Proposal(span=span, kind="exemption", of="figure", reason=reason, doubts=doubts)


def _reason(text: str, figure: FigureCandidate, found: Sequence[FigureCandidate]) -> tuple[str, bool]:
    """Why a figure is no value, and whether that is sure; nothing where a record may hold it, as value or measure."""
    begin, end = _clause(text, figure.start)
    if figure.name is None:
        return ("description", False) if is_count(figure) and FURTHERED.search(text, begin, end) else ("", True)
    reach = min(end, figure.end + MEASURED.get(figure.name, 0))
    if any(figure.end <= one.start < reach and is_count(one) for one in found):
        return "", True
    if figure.name == "ordinal":
        return _of_ordinal(figure.text), False
    return REASONS.get(figure.name, "description"), figure.name in REASONS


def _of_ordinal(written: str) -> str:
    """第二批 is part of a name, 十五届 and 第三次 say when, 第一 is a rank that a record's words say already."""
    if re.search("[批期轮]", written):
        return "name"
    return "date" if re.search("[届次个年月季]", written) else "description"


def _clause(text: str, at: int) -> tuple[int, int]:
    """The clause around a place."""
    return next((match.span() for match in coverage.CLAUSE.finditer(text) if match.end() > at), (at, at))
