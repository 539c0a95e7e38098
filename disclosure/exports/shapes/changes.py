"""What became of records and outcomes on this site, from the published line of its history."""

from __future__ import annotations

from typing import Annotated

# As in register.py
from typing_extensions import TypedDict

from disclosure.exports.meanings import about


class EditRow(TypedDict):
    field: str
    field_label: str
    was: str | None
    now: str | None


class ChangeRow(TypedDict):
    """A row of ``data/changes.json``: what became of one record on one day."""

    id: str
    report: str | None
    record: str
    kind: str
    kind_label: str
    happening: str
    happening_label: str
    date: str
    commit: str | None
    edits: Annotated[list[EditRow], about("改了的字段；整条新收录或撤下的没有")]
    corrections: list[str]
    url: str | None


class OutcomeChangeRow(TypedDict):
    """A row of ``data/outcome-changes.json``: by today's rule, from what was on record on each day."""

    id: str
    report: str
    record: str
    date: str
    was: str | None
    was_label: str | None
    now: str | None
    now_label: str | None
    cause: str
    cause_label: str
    url: str
