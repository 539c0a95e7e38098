"""What is proposed: spans of a report, each a promise, a result or an exemption, with what is unsure about it."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from msgspec import Struct

from disclosure.model.text import Span

Kind = Literal["commitment", "result", "exemption"]


class DraftDoubt(StrEnum):
    """What an editor has to decide about a proposal; ``doubts.said`` says it in words."""

    ONE_OR_TWO = "one-or-two"
    """Several things stand in it that may come out differently."""
    SHARED_SUBJECT = "shared-subject"
    """Its subject, or the verb that governs it, stands in the clause before it."""
    SHARED_PREDICATE = "shared-predicate"
    """Several counts under one verb."""
    HEAD = "head"
    """The head of a list that follows, or a promise of its own."""
    BACKGROUND = "background"
    """It may say something of its own, or no more than why."""
    GOES_ON = "goes-on"
    """It may belong to its neighbour."""
    TENSE = "tense"
    """Done, or still to be done: no heading says which."""
    FIGURE = "figure"
    """A figure that may be a value after all."""


class Proposal(Struct, frozen=True, kw_only=True):
    """A span of a paragraph and what it seems to be.

    ``of``: clauses, or a figure alone (then an exemption). ``reason``: the id of an exemption's reason
    (``content/vocabulary/reasons.yml``), empty for records. ``shortfall``: a result that the report admits as lacking.
    ``parts``: the named things in a record's words, where there are several: each may be a record with the same quote.
    """

    span: Span
    kind: Kind
    of: Literal["clause", "figure"] = "clause"
    reason: str = ""
    shortfall: bool = False
    parts: tuple[Span, ...] = ()
    doubts: tuple[DraftDoubt, ...] = ()
