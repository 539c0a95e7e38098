"""What a province has besides its districts' reports: the list of districts, each one's own offices, and what all are
compared on."""

from __future__ import annotations

from pathlib import Path

from benchmarks import indicators
from benchmarks.following import DEPARTMENTS

NUMERALS = "一二三四五六七八九十"


def offices(district: str) -> tuple[str, ...]:
    """A district's own offices, under their full names: 安和示例区交通局, where a single district says 区交通局."""
    return tuple(district + one.removeprefix("区") for one in DEPARTMENTS)


def write(content: Path, districts: list[str]) -> None:
    """The list of districts, of some under another city; the measures; and the offices in place of what a single
    district has."""
    listed = [_listed(number, district) for number, district in enumerate(districts, 1)]
    (content / "districts.yml").write_text("".join(listed), "utf-8")
    (content / "measures.yml").write_text("".join(indicators.measures()), "utf-8")
    rows = [
        f"- {{id: d{number:03}-{n}, label: {label}, description: {district}的责任单位, order: {number * 10 + n}, "
        f"district: d{number:03}}}\n"
        for number, district in enumerate(districts, 1)
        for n, label in enumerate(offices(district), 1)
    ]
    (content / "vocabulary/departments.yml").write_text("".join(rows), "utf-8")


def _listed(number: int, district: str) -> str:
    """Ten districts a city, as a province has them."""
    city = NUMERALS[(number - 1) // 10 % 10]
    return f"- {{id: d{number:03}, name: {district}, region: 样例省样例{city}市, others: [{district[:-3]}区]}}\n"
