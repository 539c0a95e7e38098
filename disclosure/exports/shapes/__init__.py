"""The shapes of the published data, declared once: they give the JSON Schemas and type the writers.

Numbers are JSON numbers in the base unit (1.5万个 is 15000 个). ``start`` and ``end`` are code-point offsets into the
paragraph's text. Every enumerated value is an English id with its Chinese label beside it.
"""

from __future__ import annotations

from typing import Any

from disclosure.exports.shapes.coverage import CoverageData, CoveredClause, CoveredFigure, Totals
from disclosure.exports.shapes.followup import UpdateRow
from disclosure.exports.shapes.indicators import AimRow, IndicatorRow, ObservationRow
from disclosure.exports.shapes.register import (
    BaselineRow,
    CommitmentRow,
    FigureRow,
    OperatorRow,
    ResultRow,
    TargetRow,
    TermRow,
)
from disclosure.exports.shapes.report import GlossaryRow, ParagraphRow, ReportData

__all__ = [
    "AimRow",
    "BaselineRow",
    "CommitmentRow",
    "CoverageData",
    "CoveredClause",
    "CoveredFigure",
    "FigureRow",
    "GlossaryRow",
    "IndicatorRow",
    "ObservationRow",
    "OperatorRow",
    "ParagraphRow",
    "ReportData",
    "ResultRow",
    "TargetRow",
    "TermRow",
    "Totals",
    "UpdateRow",
]

# data file -> what it holds; the report's own file has its key in the name
FILES: dict[str, Any] = {
    "report": ReportData,
    "commitments": list[CommitmentRow],
    "results": list[ResultRow],
    "coverage": CoverageData,
    "updates": list[UpdateRow],
    "indicators": list[IndicatorRow],
    "glossary": list[GlossaryRow],
}
