"""Figures that are no values: names, dates, numbers of lists, what defines or describes something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from disclosure import coverage, quantity
from disclosure.coverage import Claim
from disclosure.drafting.shapes import Proposal
from disclosure.model.text import Paragraph, Span

# Why no quantity was read (quantity/names.py), as the reason's id
REASONS = {"name": "name", "date": "date", "ordinal": "date", "list": "numbering", "definition": "definition"}


def exempted(paragraph: Paragraph, claims: Sequence[Claim], proposed: Sequence[Proposal]) -> Iterator[Proposal]:
    """The open figures of a paragraph that no exempted clause accounts for and no record could hold as a value."""
    clauses = [one.span for one in proposed if one.kind == "exemption"]
    names = {(one.start, one.end): one.name for one in quantity.find(paragraph.text)}
    for account in coverage.figures([paragraph], claims):
        name = names[account.span.start, account.span.end]
        if account.kind != "uncovered" or name is None or any(span.covers(account.span) for span in clauses):
            continue
        yield Proposal(
            span=Span(paragraph.id, account.span.start, account.span.end),
            kind="exemption",
            of="figure",
            reason=REASONS.get(name, "name"),
        )
