"""What became of the promises."""

from __future__ import annotations

from typing import Annotated

# pydantic reads typing.TypedDict only from Python 3.12 on
from typing_extensions import TypedDict

from disclosure.exports.shapes.about import about


class EvidenceRow(TypedDict):
    publisher: str
    title: str | None
    url: str | None
    locator: Annotated[str | None, about("发布者自己的文章编号、文号")]
    date: str | None
    retrieved: str | None
    says: str | None
    snapshot: Annotated[str | None, about("本站存档的地址")]
    sha256: str | None
    dead: Annotated[str | None, about("网址在这一天检查时打不开")]


class SeenRow(TypedDict):
    target: str
    until: Annotated[str, about("数字覆盖到哪一天")]
    value: float | int | None
    unit: str
    vintage: str | None
    vintage_label: str | None
    basis: str | None
    basis_label: str | None
    done: str | None
    update: str


class VerdictRow(TypedDict):
    """The computed verdict. ``working`` is the sum in words."""

    result: str
    result_label: str
    rule: Annotated[str, about("规则，即目标的比较方式")]
    rubric: Annotated[str, about("对照尺度的版本")]
    working: str
    percent: float | int | None
    lacks: Annotated[list[str], about("没有结论时缺什么")]
    notes: list[str]
    schedule: str
    schedule_label: str
    adjusted: Annotated[str | None, about("按调整后的目标对照的算式；没有调整为 null")]


class StatedRow(TypedDict):
    status: str
    status_label: str
    since: str | None
    update: str | None


class AbsenceRow(TypedDict):
    absence: str
    absence_label: str
    searched: str | None
    where: str | None
    settles: Annotated[str | None, about("哪一份文件公开以后就能知道")]


class AdjustmentRow(TypedDict):
    date: str
    target: Annotated[str | None, about("为 null 的是完成时限的调整")]
    old: str
    new: str
    by: str
    document: EvidenceRow


class OfficialRow(TypedDict):
    said: Annotated[str, about("官方用语，照录")]
    result: str
    result_label: str
    target: str | None
    date: str
    differs: Annotated[bool, about("与自动对照的结论不同")]
    source: EvidenceRow


class VoteRow(TypedDict):
    adopted: str
    adopted_label: str
    date: str | None
    counts: Annotated[list[int] | None, about("赞成、反对、弃权、总票数")]
    source: EvidenceRow


class SatisfactionRow(TypedDict):
    date: str
    counts: Annotated[list[int], about("满意、基本满意、不满意、总票数")]
    source: EvidenceRow


class UpdateRow(TypedDict):
    """A row of ``data/updates.json``."""

    id: str
    report: str
    title: str
    date: str
    published: str
    commitments: list[str]
    context: Annotated[str | None, about("只是背景时的范围，例如 南昌市；不代表本区")]
    reported: str | None
    reported_label: str | None
    evidenced: str | None
    evidenced_label: str | None
    searched: str | None
    confidence: str | None
    confidence_label: str | None
    observations: list[SeenRow]
    evidence: list[EvidenceRow]
    text: Annotated[str, about("正文（Markdown）")]
    url: str
