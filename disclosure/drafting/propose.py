"""The whole text: a proposal for each stretch that nothing accounts for."""

from __future__ import annotations

from collections.abc import Iterable

from disclosure import coverage
from disclosure.coverage import Claim
from disclosure.drafting.shapes import Proposal
from disclosure.model.text import ReportText


def propose(text: ReportText, claims: Iterable[Claim] = ()) -> tuple[Proposal, ...]:
    """Proposals in the order of the text. Never raises; none overlaps what a claim accounts for."""
    clauses = coverage.clauses(text.passages, claims)
    return tuple(Proposal(span=one.span, kind="commitment") for one in clauses if one.missing)
