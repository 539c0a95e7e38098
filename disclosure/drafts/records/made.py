"""What comes out: a record that stands as it would in the content, but for its id, and what is unsure about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from msgspec import Struct

from disclosure.drafting.shapes import Kind
from disclosure.model.commitment import CommitmentRecord
from disclosure.model.exemption import ExemptionRecord
from disclosure.model.fields import Record
from disclosure.model.result import ResultRecord
from disclosure.model.text import Span

# What a draft becomes
MODELS: Final[Mapping[Kind, type[Record]]] = {
    "commitment": CommitmentRecord,
    "result": ResultRecord,
    "exemption": ExemptionRecord,
}


class DraftIndicatorLine(Struct, frozen=True, kw_only=True):
    """A line for an indicator's file: the record's figure or target ``nth`` (from 1) of a ``period``."""

    indicator: str
    name: str
    period: str
    nth: int
    field: str


class DraftRecord(Struct, frozen=True, kw_only=True):
    """A record without an id. ``name`` stands for it in other drafts (``d12``) until it has one.

    ``values`` are its fields as content has them, in order; a field that names records may name drafts. ``doubts`` are
    what an editor has to decide, in words, ``notes`` what is good to know; ``reads`` what the program reads in it.
    """

    name: str
    kind: Kind
    section: str
    span: Span
    values: Mapping[str, Any]
    doubts: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    reads: tuple[str, ...] = ()
    indicators: tuple[DraftIndicatorLine, ...] = ()
