"""The small province with two measures: what its districts grew by, and what was collected, by several documents."""

from __future__ import annotations

from pathlib import Path

from tests import province
from tests.projects import Sandbox

MEASURES = """\
- {id: output, name: 园区产值, unit: 元}
- {id: output-growth, name: 园区产值增速, unit: '%', rate_of: output, note: 各区县的园区范围不同（虚构）。}
"""
EVIDENCE = "evidence: [{publisher: 统计局, title: 公报（虚构）, date: %s-03-01, seen: 原页面}]"
# The result that the promise c005 follows
ANSWERING = "- id: r004\n"
# Of each district's output: year, value, vintage, basis
DOCUMENTS: dict[str, tuple[tuple[int, str, str, str], ...]] = {
    "chenyang": (
        (2024, "5000000000", "初步", "同口径"),
        (2024, "5100000000", "最终", "同口径"),
        (2024, "9900000000", "最终", "自然口径"),
        (2025, "5300000000", "初步", "同口径"),
    ),
    "yunyang": ((2024, "6000000000", "最终", "同口径"), (2025, "6100000000", "预计", "")),
    "haiyang": ((2024, "7000000000", "初步", "同口径"), (2025, "4000000000", "初步", "同口径")),
}


def project(root: Path) -> Sandbox:
    made = province.project(root)
    content = root / "content"
    (content / "measures.yml").write_text(MEASURES, "utf-8")
    for place in filter(lambda one: one.years, province.PLACES):
        path = content / f"indicators/output-growth-{place.id}.yml"
        lines = path.read_text("utf-8").replace(
            "polarity: up\n", f"polarity: up\ndistrict: {place.id}\nmeasure: output-growth\n"
        )
        path.write_text(lines, "utf-8")
        (content / f"indicators/output-{place.id}.yml").write_text(_indicator(place), "utf-8")
    _answered(content, province.PLACES[0])
    return made


def _answered(content: Path, place: province.SampleDistrict) -> None:
    """Each report but the first says of the same promise of the year before what it came to, and promises it again."""
    for year in place.years[1:]:
        found = [
            path
            for path in (content / "reports" / place.key(year)).rglob("*.yml")
            if ANSWERING in path.read_text("utf-8")
        ]
        path = next(one for one in found if "results" in one.parts)
        told = path.read_text("utf-8").replace(ANSWERING, f"{ANSWERING}  answers: [{place.key(year - 1)}/c005]\n")
        path.write_text(told, "utf-8")


def _indicator(place: province.SampleDistrict) -> str:
    rows = "".join(_row(*one) for one in DOCUMENTS[place.id])
    head = f"id: output-{place.id}\nname: {place.name}园区产值\nunit: 元\npolarity: up\n"
    return f"{head}district: {place.id}\nmeasure: output\nobservations:\n{rows}"


def _row(year: int, value: str, vintage: str, basis: str) -> str:
    known = f", basis: {basis}" if basis else ""
    evidence = EVIDENCE % (year + 1)
    return f"  - {{period: '{year}', value: {value}, vintage: {vintage}{known}, {evidence}}}\n"
