"""Commitments and results."""

from __future__ import annotations

from typing import Annotated

# pydantic reads typing.TypedDict only from Python 3.12 on
from typing_extensions import TypedDict

from disclosure.exports.shapes.about import about
from disclosure.exports.shapes.followup import (
    AbsenceRow,
    AdjustmentRow,
    OfficialRow,
    SatisfactionRow,
    StatedRow,
    VerdictRow,
    VoteRow,
)


class TermRow(TypedDict):
    id: Annotated[str, about("词的编号")]
    label: Annotated[str, about("词")]


class OperatorRow(TypedDict):
    operator: str
    operator_label: str


class BaselineRow(TypedDict):
    figure: Annotated[str, about("上年成果的数字，例如 r012/2")]
    written: str
    value: float | int | None
    unit: str


class TargetRow(TypedDict):
    id: Annotated[str, about("目标编号，例如 c016/1")]
    measure: str
    written: str
    operator: str
    operator_label: str
    value: float | int | None
    upper: float | int | None
    unit: str
    qualifier: str
    strength: str
    strength_label: str
    strength_word: str
    strength_source: str
    per: str | None
    deadline: Annotated[str | None, about("这个目标自己写明的期限")]
    overridden: list[str]
    because: str | None
    baseline: BaselineRow | None
    verdict: Annotated[VerdictRow, about("自动对照结果；没有实际值时写明缺什么")]
    plan: list[float | int]


class CommitmentRow(TypedDict):
    """A row of ``data/commitments.json``."""

    id: str
    report: str
    title: str
    kind: str
    kind_label: str
    section: str
    head: str | None
    passage: str
    start: int
    end: int
    quote: str
    specificity: list[TermRow]
    strength: str
    strength_label: str
    strength_source: str
    strength_because: str | None
    targets: list[TargetRow]
    deadline: str
    deadline_stated: Annotated[bool, about("原文是否写明期限；没有写明的按当年12月31日")]
    leader: str | None
    lead: TermRow | None
    supporting: list[TermRow]
    topics: list[TermRow]
    group: str | None
    grouped: list[str]
    results: list[str]
    reported: Annotated[StatedRow, about("责任单位报告的状态；没有公开说法时是无公开信息")]
    evidenced: Annotated[StatedRow | None, about("公开证据的状态；尚未检索时为 null")]
    schedule: Annotated[TermRow | None, about("时序状态，由日期算出；没有期限的为 null")]
    absence: Annotated[AbsenceRow | None, about("没有信息时是哪一种情形；有信息时为 null")]
    official_verdict: OfficialRow | None
    adjustments: list[AdjustmentRow]
    vote: VoteRow | None
    satisfaction: SatisfactionRow | None
    updates: Annotated[list[str], about("跟踪更新的编号，新的在前；不含背景")]
    url: str


class FigureRow(TypedDict):
    id: str
    measure: str
    written: str
    operator: str
    operator_label: str
    value: float | int | None
    unit: str
    qualifier: str
    growth: bool
    vintage: str | None
    vintage_label: str | None


class ResultRow(TypedDict):
    """A row of ``data/results.json``."""

    id: str
    report: str
    title: str
    section: str
    passage: str
    start: int
    end: int
    quote: str
    kind: str
    kind_label: str
    topics: list[TermRow]
    figures: list[FigureRow]
    group: str | None
    commitments: list[str]
    url: str
