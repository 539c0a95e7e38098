"""What accounts for every figure and clause."""

from __future__ import annotations

from typing import Annotated

# pydantic reads typing.TypedDict only from Python 3.12 on
from typing_extensions import TypedDict

from disclosure.exports.shapes.about import about

# The functional form: `class` is no Python name
CoveredFigure = TypedDict(
    "CoveredFigure",
    {
        "report": str,
        "passage": str,
        "start": int,
        "end": int,
        "text": str,
        "class": "Annotated[str, about('result、commitment 或 incidental')]",
        "record": str | None,
        "reason": "Annotated[str | None, about('免列理由的编号')]",
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
    reason: Annotated[str | None, about("免列理由的编号")]
    reason_label: str | None


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
