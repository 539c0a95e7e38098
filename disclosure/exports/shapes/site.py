"""What belongs to the whole site: corrections, questions, places to look, words, and what is gone."""

from __future__ import annotations

from typing import Annotated

# As in register.py
from typing_extensions import TypedDict

from disclosure.exports.meanings import about
from disclosure.exports.shapes.digest import GroundRow
from disclosure.exports.shapes.followup import EvidenceRow


class CorrectedRow(TypedDict):
    record: str
    field: str
    field_label: str
    was: str
    now: str | None
    url: str | None


class CorrectionRow(TypedDict):
    """A row of ``data/corrections.json``."""

    id: Annotated[str, about("更正的编号，即文件名")]
    title: str
    date: str
    published: str
    corrects: list[CorrectedRow]
    was: str | None
    now: str | None
    text: Annotated[str, about("正文（Markdown）")]
    plain: Annotated[str, about("正文的文字，不带 Markdown 记号")]
    url: str


class QuestionGroundRow(GroundRow):
    report: str | None


class WayRow(TypedDict):
    to: str
    label: str


class QuestionRow(TypedDict):
    """A row of ``data/questions.json``."""

    id: str
    question: str
    answer: str
    grounds: list[QuestionGroundRow]
    ways: list[WayRow]
    url: str


class LookRow(TypedDict):
    date: str
    found: str | None


class PlaceRow(TypedDict):
    """A row of ``data/places.json``."""

    id: str
    name: str
    holder: str
    url: str | None
    note: str | None
    every: int
    last: Annotated[str | None, about("最后一次去看的日期；没有看过为 null")]
    next: Annotated[str | None, about("下一次应在哪一天以前去看")]
    looks: list[LookRow]


class CalendarRow(TypedDict):
    """A row of ``data/calendars.json``: the days of a year that differ from the week."""

    year: int
    holidays: list[str]
    workdays: list[str]
    source: EvidenceRow


class WithdrawnRow(TypedDict):
    kind: str
    date: str
    by: str
    rule: str
    redacted: str | None
    purged: list[str]


class RetiredRow(TypedDict):
    """A row of ``data/retired.json``."""

    record: str
    to: str | None
    reason: str | None
    date: str
    withdrawn: WithdrawnRow | None


class FormerNameRow(TypedDict):
    label: str
    since: str | None
    until: str


class WordRow(TypedDict):
    """A row of ``data/vocabulary.json``."""

    vocabulary: Annotated[str, about("哪个词表")]
    id: str
    label: str
    description: str
    order: int
    of: str | None
    shape: str | None
    colour: str | None
    counts: str | None
    names: list[FormerNameRow]
    until: str | None
    into: str | None
    url: str | None
