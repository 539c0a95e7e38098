"""What became of the promises."""

from __future__ import annotations

from typing import Annotated

# pydantic reads typing.TypedDict only from Python 3.12 on
from typing_extensions import TypedDict

from disclosure.exports.meanings import about


class EvidenceRow(TypedDict):
    publisher: str | None
    passage: str | None
    title: str | None
    url: str | None
    locator: str | None
    date: str | None
    retrieved: str | None
    seen: str | None
    seen_label: str | None
    excerpt: bool
    says: str | None
    does_not_say: str | None
    snapshot: str | None
    sha256: str | None
    dead: Annotated[str | None, about("网址在这一天检查时打不开")]


class CheckRow(TypedDict):
    """What public material other than the report says of a result."""

    outcome: str
    outcome_label: str
    date: str
    what: str
    evidence: list[EvidenceRow]


class LevelRow(TypedDict):
    """A number that a value is held against."""

    name: str
    value: float | int | None


class CountRow(TypedDict):
    """How often a thing was done in one period."""

    period: Annotated[int, about("第几期，从1数起")]
    count: Annotated[int, about("次数")]


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
    open: Annotated[bool, about("到这一天还没有完成")]
    started: bool
    base: LevelRow | None
    reference: LevelRow | None
    denominator: float | int | None
    counts: list[CountRow]
    update_report: Annotated[str | None, about("写明它的跟踪更新所属的报告")]
    update: Annotated[str | None, about("写明它的跟踪更新的编号；出自指标文件或后来的报告的为 null")]
    indicator: Annotated[str | None, about("写明它的指标文件的编号")]
    figure: Annotated[str | None, about("写明它的后来的报告的成果数字，例如 2023/r012/1")]


class ProgressRow(TypedDict):
    """The newest update of a commitment."""

    update: Annotated[str, about("跟踪更新的编号")]
    title: Annotated[str, about("跟踪更新的标题")]
    date: Annotated[str | None, about("材料公开的日期")]


class AnswerRow(TypedDict):
    """A result of a later report that speaks of a commitment."""

    report: str
    result: str
    title: str
    date: Annotated[str, about("后来的报告的日期")]
    url: str


class VerdictRow(TypedDict):
    """The computed verdict. ``working`` is the sum in words."""

    result: Annotated[str, about("对照结果的编号")]
    result_label: Annotated[str, about("对照结果")]
    rule: Annotated[str, about("规则，即目标的比较方式")]
    rubric: Annotated[str, about("对照尺度的版本")]
    working: Annotated[str, about("对照的算式")]
    percent: Annotated[float | int | None, about("完成目标的百分之几；算不出为 null")]
    lacks: Annotated[list[str], about("没有结论时缺什么")]
    notes: Annotated[list[str], about("读这个结论时要知道的事")]
    schedule: str
    schedule_label: str
    expected: Annotated[float | int | None, about("到最近一个实际值那天应达到的数；算不出为 null")]
    adjusted: Annotated[str | None, about("按调整后的目标对照的算式；没有调整为 null")]


class OutcomeRow(TypedDict):
    """One word for what became of a promise."""

    id: Annotated[str, about("结论的编号")]
    label: Annotated[str, about("结论")]
    counts: Annotated[str, about("计作：kept 兑现、missed 没有兑现、neither 两样都不是")]
    note: Annotated[str | None, about("结论旁边的说明；没有为 null")]
    rule: Annotated[str, about("得出结论的规则的版本")]


class StatedRow(TypedDict):
    status: Annotated[str, about("状态的编号")]
    status_label: Annotated[str, about("状态")]
    since: Annotated[str | None, about("从哪一天起，或检索截至哪一天")]
    update: Annotated[str | None, about("写明它的跟踪更新的编号")]


class PlaceLookRow(TypedDict):
    id: str
    name: str
    looked: Annotated[str | None, about("最后一次去看的日期；没有看过为 null")]


class AbsenceRow(TypedDict):
    absence: str
    absence_label: str
    searched: str | None
    where: str | None
    settles: str | None
    documents: Annotated[list[str], about("能说明结果、还没有公开的文件的编号")]
    places: list[PlaceLookRow]


class AdjustmentRow(TypedDict):
    date: str
    target: str | None
    old: str
    new: str
    by: str
    decision: str
    decision_label: str
    asked_by: str | None
    asked: str | None
    reason: str | None
    votes: Annotated[list[int | None] | None, about("赞成、反对、弃权、总票数；没有公开的为 null")]
    document: EvidenceRow


class AdjustedRow(AdjustmentRow):
    """A row of ``data/adjustments.json``."""

    report: str
    commitment: str
    title: str
    url: str


class AssignmentRow(TypedDict):
    """What one document says of who answers."""

    date: str
    leader: str | None
    lead: str | None
    lead_label: str | None
    supporting: list[str]
    supporting_label: list[str]
    deadline: str | None
    ends: list[str]
    source: EvidenceRow


class ResponsibilityRow(AssignmentRow):
    """A row of ``data/responsibilities.json``: what one document says of one promise."""

    report: str
    commitment: str
    title: str
    url: str


class DepartmentRow(TypedDict):
    """A row of ``data/departments.json``: what a department answers for in one report."""

    report: str
    department: Annotated[str, about("责任单位的编号")]
    department_label: Annotated[str, about("责任单位现在的名称")]
    former_names: Annotated[list[str], about("曾用名")]
    lead: Annotated[list[str], about("牵头的承诺的编号")]
    supporting: Annotated[list[str], about("配合的承诺的编号")]
    kept: Annotated[int, about("牵头的承诺里，计作兑现的条数")]
    missed: Annotated[int, about("牵头的承诺里，计作没有兑现的条数")]
    neither: Annotated[int, about("牵头的承诺里，两样都不是的条数")]
    url: str


class OfficialRow(TypedDict):
    said: str
    result: Annotated[str, about("归入哪一种结论的编号")]
    result_label: Annotated[str, about("归入哪一种结论")]
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


class EntryRow(TypedDict):
    """What an update says of one promise in particular."""

    commitment: str
    reported: str | None
    reported_label: str | None
    evidenced: str | None
    evidenced_label: str | None
    searched: str | None


class UpdateRow(TypedDict):
    """A row of ``data/updates.json``."""

    id: str
    report: str
    title: str
    date: str | None
    event: str | None
    inferred: str | None
    recorded: Annotated[str, about("在本站收录的日期；不是事情发生的日期")]
    published: str
    commitments: list[str]
    entries: list[EntryRow]
    context: str | None
    reported: str | None
    reported_label: str | None
    evidenced: str | None
    evidenced_label: str | None
    searched: str | None
    confidence: str | None
    confidence_label: str | None
    observations: list[SeenRow]
    evidence: list[EvidenceRow]
    entities: Annotated[list[str], about("说到的地方和单位的编号")]
    text: Annotated[str, about("正文（Markdown）")]
    plain: Annotated[str, about("正文的文字，不带 Markdown 记号")]
    url: str
