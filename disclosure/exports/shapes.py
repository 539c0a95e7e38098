"""The shapes of the published data, declared once: they give the JSON Schemas and type the writers.

Numbers are JSON numbers in the base unit (1.5万个 is 15000 个). ``start`` and ``end`` are code-point offsets into the
paragraph's text. Every enumerated value is an English id with its Chinese label beside it.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

# pydantic reads typing.TypedDict only from Python 3.12 on
from typing_extensions import TypedDict


def _about(text: str) -> object:
    return Field(description=text)


class SourceRow(TypedDict):
    file: Annotated[str, _about("存档原文的文件名")]
    sha256: Annotated[str, _about("存档原文的 SHA-256")]


class SectionRow(TypedDict):
    id: str
    title: str
    parent: Annotated[str | None, _about("所属部分的编号；部分本身为 null")]
    level: Annotated[int, _about("1 是部分，2 是小节")]


class ParagraphRow(TypedDict):
    id: Annotated[str, _about("段落编号，例如 p2-05")]
    section: str | None
    head: Annotated[str | None, _about("段首小标题")]
    text: Annotated[str, _about("照录的段落文字，不含注释标记")]


class NoteRow(TypedDict):
    number: Annotated[int, _about("原文的注释编号，从0起")]
    term: str
    text: Annotated[str, _about("照录的注释正文")]
    passage: Annotated[str, _about("引用它的段落")]
    offset: Annotated[int, _about("注释标记在段落文字里的位置")]


class ReportData(TypedDict):
    """``data/report-<key>.json``."""

    id: str
    title: str
    district: str
    year: int
    delivered: str
    source: SourceRow
    opening: list[ParagraphRow]
    sections: list[SectionRow]
    paragraphs: list[ParagraphRow]
    notes: list[NoteRow]


class TermRow(TypedDict):
    id: str
    label: str


class BaselineRow(TypedDict):
    figure: Annotated[str, _about("上年成果的数字，例如 r012/2")]
    written: str
    value: float | int | None
    unit: str


class TargetRow(TypedDict):
    id: Annotated[str, _about("目标编号，例如 c016/1")]
    measure: str
    written: Annotated[str, _about("照录的原文数字")]
    operator: str
    operator_label: str
    value: float | int | None
    upper: float | int | None
    unit: str
    qualifier: str
    strength: str
    strength_label: str
    strength_word: Annotated[str, _about("决定强度的词")]
    strength_source: Annotated[str, _about("text 本语句、inherited 前文承接、editor 编者判断")]
    baseline: BaselineRow | None
    verdict: Annotated[None, _about("自动对照结果；尚无跟踪数据时为 null")]


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
    deadline_stated: Annotated[bool, _about("原文是否写明期限；没有写明的按当年12月31日")]
    leader: str | None
    lead: TermRow | None
    supporting: list[TermRow]
    topics: list[TermRow]
    group: str | None
    grouped: list[str]
    results: Annotated[list[str], _about("上年在同一件事上的成果")]
    reported: Annotated[None, _about("主管部门报告的状态；尚未收录时为 null")]
    evidenced: Annotated[None, _about("公开证据的状态；尚未收录时为 null")]
    schedule: Annotated[None, _about("时序状态；尚未收录时为 null")]
    official_verdict: None
    updates: list[str]
    url: str


class FigureRow(TypedDict):
    id: str
    measure: str
    written: str
    operator: str
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
    commitments: list[str]
    url: str


# The functional form: `class` is no Python name
CoveredFigure = TypedDict(
    "CoveredFigure",
    {
        "report": str,
        "passage": str,
        "start": int,
        "end": int,
        "text": str,
        "class": Annotated[str, _about("result、commitment 或 incidental")],
        "record": str | None,
        "reason": str | None,
    },
)


class CoveredClause(TypedDict):
    report: str
    passage: str
    start: int
    end: int
    text: str
    records: list[str]
    reason: str | None


class Totals(TypedDict):
    figures: int
    figures_result: int
    figures_commitment: int
    figures_incidental: int
    figures_uncovered: int
    clauses: int
    clauses_recorded: int
    clauses_exempted: int
    clauses_uncovered: int


class CoverageData(TypedDict):
    """``data/coverage.json``."""

    figures: list[CoveredFigure]
    clauses: list[CoveredClause]
    totals: Totals


class ObservationRow(TypedDict):
    period: str
    report: str
    figure: str
    written: str
    value: float | int | None
    vintage: str | None


class AimRow(TypedDict):
    period: str
    report: str
    target: str
    written: str
    operator: str
    value: float | int | None
    implied: Annotated[float | int | None, _about("推算：上年总量乘以（1+增速目标）；不是报告原文")]
    implied_unit: str | None


class IndicatorRow(TypedDict):
    """A row of ``data/indicators.json``."""

    id: str
    name: str
    unit: str
    polarity: str
    rate_of: str | None
    observations: list[ObservationRow]
    targets: list[AimRow]
    note: str | None


class GlossaryRow(TypedDict):
    """A row of ``data/glossary.json``."""

    report: str
    number: int
    term: str
    explanation: str
    passage: str
    url: str


# data file -> what it holds; the report's own file has its key in the name
FILES: dict[str, Any] = {
    "report": ReportData,
    "commitments": list[CommitmentRow],
    "results": list[ResultRow],
    "coverage": CoverageData,
    "indicators": list[IndicatorRow],
    "glossary": list[GlossaryRow],
}
