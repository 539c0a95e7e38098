"""Measures over years."""

from __future__ import annotations

from typing import Annotated

# pydantic reads typing.TypedDict only from Python 3.12 on
from typing_extensions import TypedDict

from disclosure.exports.shapes.about import about


class ObservationRow(TypedDict):
    period: str
    report: str
    figure: str
    written: str
    value: float | int | None
    vintage: str | None
    vintage_label: str | None


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
