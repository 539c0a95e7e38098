"""Shapes of what is claimed of the report's text: each figure and clause, and the totals."""

from typing import Annotated

# pydantic reads typing.TypedDict only from Python 3.12 on
from typing_extensions import TypedDict

from disclosure.exports.meanings import about

# The functional form: `class` is no Python name
CoveredFigure = TypedDict(
    "CoveredFigure",
    {
        "report": str,
        "passage": str,
        "start": int,
        "end": int,
        "text": str,
        "class": str,
        "record": str | None,
        "reason": str | None,
        "reason_label": str | None,
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
    reason_label: str | None


class ExemptionRow(TypedDict):
    """A row of ``data/exemptions.json``: words of the report that need no record, and why."""

    report: str
    passage: str
    start: int
    end: int
    quote: str
    reason: str
    reason_label: str
    see: list[str]
    note: str | None
    url: str


class Totals(TypedDict):
    figures: Annotated[int, about("数字，全部")]
    figures_result: Annotated[int, about("由成果收录的数字")]
    figures_commitment: Annotated[int, about("由承诺收录的数字")]
    figures_incidental: Annotated[int, about("免列的数字")]
    figures_uncovered: Annotated[int, about("尚未收录的数字")]
    clauses: Annotated[int, about("语句，全部")]
    clauses_recorded: Annotated[int, about("有记录的语句")]
    clauses_exempted: Annotated[int, about("免列的语句")]
    clauses_uncovered: Annotated[int, about("尚未收录的语句")]


class CoverageData(TypedDict):
    """``data/coverage.json``."""

    figures: Annotated[list[CoveredFigure], about("正文里的每个数字")]
    clauses: Annotated[list[CoveredClause], about("正文里的每个语句")]
    totals: Annotated[Totals, about("合计")]
