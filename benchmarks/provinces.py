"""What a province has besides its districts' reports: each district's own offices."""

from __future__ import annotations

from pathlib import Path

from benchmarks.following import DEPARTMENTS


def offices(district: str) -> tuple[str, ...]:
    """A district's own offices, under their full names: 安和示例区交通局, where a single district says 区交通局."""
    return tuple(district + one.removeprefix("区") for one in DEPARTMENTS)


def write(content: Path, districts: list[str]) -> None:
    """In place of what a site of few districts has."""
    rows = [
        f"- {{id: d{number:03}-{n}, label: {label}, description: {district}的责任单位, order: {number * 10 + n}}}\n"
        for number, district in enumerate(districts, 1)
        for n, label in enumerate(offices(district), 1)
    ]
    (content / "vocabulary/departments.yml").write_text("".join(rows), "utf-8")
