"""Figures that are no values: names, dates, numbers of lists, what defines or describes something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from disclosure import coverage, quantity
from disclosure.coverage import Claim
from disclosure.drafting import words
from disclosure.drafting.shapes import Proposal
from disclosure.model.text import Paragraph, Span
from disclosure.quantity import FigureCandidate

# Why no quantity was read (quantity/names.py), as the reason's id
REASONS = {"name": "name", "date": "date", "ordinal": "date", "list": "numbering", "definition": "definition"}
# So far behind a size or a name is the figure at most that counts what they define: 20亿元以上项目3个
MEASURE = {"definition": 8, "name": 4, "ordinal": 12}


def exempted(paragraph: Paragraph, claims: Sequence[Claim], proposed: Sequence[Proposal]) -> Iterator[Proposal]:
    """The open figures of a paragraph that no exempted clause accounts for and no record could hold as a value."""
    clauses = [one.span for one in proposed if one.kind == "exemption"]
    found = quantity.find(paragraph.text)
    names = {(one.start, one.end): _reason(paragraph, one, found) for one in found}
    for account in coverage.figures([paragraph], claims):
        reason = names[account.span.start, account.span.end]
        if account.kind != "uncovered" or not reason or any(span.covers(account.span) for span in clauses):
            continue
        yield Proposal(
            span=Span(paragraph.id, account.span.start, account.span.end),
            kind="exemption",
            of="figure",
            reason=reason,
        )


def _reason(paragraph: Paragraph, figure: FigureCandidate, found: Sequence[FigureCandidate]) -> str:
    """Why a figure is no value; nothing where a record may hold it, as its value or in what it measures."""
    begin, end = clause_of(paragraph.text, figure.start)
    if figure.name is None:
        return "description" if words.FURTHERED.search(paragraph.text, begin, end) and is_counted(figure) else ""
    reach = min(end, figure.end + MEASURE.get(figure.name, 0))
    is_measured = any(figure.end <= one.start < reach and is_counted(one) for one in found)
    if is_measured:
        return ""
    return _of_ordinal(figure.text) if figure.name == "ordinal" else REASONS.get(figure.name, "name")


def _of_ordinal(written: str) -> str:
    """第二批 is part of a name, 十五届 and 第三次 say when, 第一 is a rank that a record's words say already."""
    if re.search("[批期轮]", written):
        return "name"
    return "date" if re.search("[届次个年月季]", written) else "description"


def is_counted(figure: FigureCandidate) -> bool:
    return figure.quantity is not None and figure.quantity.deadline is None


def clause_of(text: str, at: int) -> tuple[int, int]:
    """The clause around a place."""
    for match in coverage.CLAUSE.finditer(text):
        if match.end() > at:
            return match.span()
    return len(text), len(text)
