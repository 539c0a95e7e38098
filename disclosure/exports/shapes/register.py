"""What a report was taken apart into: commitments, results, indicators; and the entities that it names."""

from __future__ import annotations

from typing import Annotated

# pydantic reads typing.TypedDict only from Python 3.12 on
from typing_extensions import TypedDict

from disclosure.exports.meanings import about
from disclosure.exports.shapes.followup import (
    AbsenceRow,
    AdjustmentRow,
    AnswerRow,
    AssignmentRow,
    CheckRow,
    EvidenceRow,
    OfficialRow,
    OutcomeRow,
    ProgressRow,
    SatisfactionRow,
    SeenRow,
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
    difference: Annotated[float | int | None, about("目标比上年多多少；不能相减的为 null")]
    share: Annotated[float | int | None, about("多出的是上年的百分之几；上年是百分数的为 null")]


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
    observations: Annotated[list[SeenRow], about("这个目标的实际值，不论写在跟踪更新、指标文件还是后来的报告里")]
    verdict: Annotated[VerdictRow, about("自动对照结果；没有实际值时写明缺什么")]
    plan: list[float | int]


class CommitmentRow(TypedDict):
    """A row of ``data/commitments.json``."""

    id: str
    report: str
    number: Annotated[int, about("第几条承诺，按报告的次序")]
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
    responsibility: Annotated[list[AssignmentRow], about("每份文件怎样说由谁负责，旧的在前；现行的见上面几项")]
    planned: Annotated[str | None, about("责任单位计划哪一天以前完成；不改变期限")]
    topics: list[TermRow]
    group: str | None
    grouped: list[str]
    results: list[str]
    same_matter: list[str]
    entities: Annotated[list[str], about("引文里说到的地方和单位的编号")]
    outcome: Annotated[OutcomeRow, about("后来怎样，一个词；各处页面显示的就是它")]
    reported: Annotated[StatedRow, about("责任单位报告的状态；没有公开说法时是无公开信息")]
    evidenced: Annotated[StatedRow | None, about("公开证据的状态；尚未检索时为 null")]
    schedule: Annotated[TermRow | None, about("时序状态，由日期算出；没有期限的为 null")]
    absence: Annotated[AbsenceRow | None, about("没有信息时是哪一种情形；有信息时为 null")]
    official_verdict: OfficialRow | None
    adjustments: list[AdjustmentRow]
    vote: VoteRow | None
    satisfaction: SatisfactionRow | None
    updates: Annotated[list[str], about("跟踪更新的编号，新的在前；不含背景")]
    progress: Annotated[ProgressRow | None, about("最近一条跟踪更新；没有为 null")]
    answers: Annotated[list[AnswerRow], about("后来的报告里回答它的成果")]
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
    checks: list[CheckRow]
    commitments: list[str]
    entities: Annotated[list[str], about("引文里说到的地方和单位的编号")]
    answers: list[str]
    url: str


class ObservationRow(TypedDict):
    period: str
    report: Annotated[str | None, about("写明它的报告，或它的跟踪更新所属的报告；出自公报等材料的为 null")]
    figure: Annotated[str | None, about("出自哪项成果的数字")]
    update: Annotated[str | None, about("写明它的跟踪更新的编号")]
    written: str
    value: float | int | None
    vintage: str | None
    vintage_label: str | None
    basis: str | None
    basis_label: str | None
    evidence: Annotated[list[EvidenceRow], about("写在指标文件里的数，它的公开材料")]


class AimRow(TypedDict):
    period: str
    report: str
    target: str
    written: str
    operator: str
    operator_label: str
    value: float | int | None
    implied: Annotated[float | int | None, about("推算：上年总量乘以（1+增速目标）；不是报告原文")]
    implied_unit: str | None


class ContextRow(TypedDict):
    """What the city or the province has; never a value of the district."""

    name: str
    period: str
    kind: str
    written: str
    value: float | int | None
    unit: str
    basis: str | None
    basis_label: str | None
    evidence: list[EvidenceRow]


class IndicatorRow(TypedDict):
    """A row of ``data/indicators.json``."""

    id: str
    name: str
    unit: str
    polarity: str
    rate_of: str | None
    observations: list[ObservationRow]
    targets: list[AimRow]
    context: list[ContextRow]
    note: str | None
    url: str


class EntityRow(TypedDict):
    """A row of ``data/entities.json``."""

    id: str
    name: str
    kind: str
    kind_label: str
    others: list[str]
    note: str | None
    source: str | None
    url: str
