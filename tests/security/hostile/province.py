"""The project as a province: two districts with reports and one without, compared on two measures, and other sites
that are searched together with it."""

from __future__ import annotations

import re
import tempfile
from functools import cache
from pathlib import Path
from typing import Final

from tests import province
from tests.projects import Sandbox

from .tried_project import TriedProject

PLACES: Final = (
    province.SampleDistrict(
        id="chenyang",
        name="晨样区",
        years=(2025, 2026),
        entry=", region: 样例省样例市, others: [旧样县], note: 改过名。",
    ),
    province.SampleDistrict(id="haiyang", name="海样市", years=(2026,), more=2),
    province.SampleDistrict(
        id="shanyang", name="山样区", years=(), entry=", region: 样例省样例甲市, others: [山甲县], note: 还没有报告。"
    ),
)
LISTED: Final = ("https://other.example.org/a/", "https://third.example.org/")
OWN: Final = {
    "measures.yml": """\
- {id: output, name: 园区产值, unit: 元, note: 各地范围不同}
- {id: output-growth, name: 园区产值增速, unit: '%', rate_of: output, note: 按可比价格}
""",
    "federation.yml": f"""\
- {{address: {LISTED[0]}, name: 别处的网站, district: 别处县}}
- {{address: {LISTED[1]}, name: 第三个网站}}
""",
}
TRIED: Final = re.compile(
    r"(?:districts|measures|federation)\.yml|indicators/.*|updates/.*|vocabulary/(?:departments|topics)\.yml"
    r"|reports/[^/]*/(?:report\.md|results/part-1\.yml|commitments/.*/c00[125]\.yml)"
)
# What is counted alike is one thing from year to year, so that one word in several of these is another state
COUNTED: Final = ("FigureRecord.measure", "TargetRecord.measure")
DEPARTMENT: Final = "- {{id: roads-{id}, label: {name}道路办, description: 修路的, order: {order}, district: {id}}}\n"
OUTPUT: Final = """\
id: output-{id}
name: {name}园区产值
unit: 元
polarity: up
district: {id}
measure: output
note: {name}的范围
observations:
  - period: '2024'
    value: 5100000000
    vintage: 最终
    basis: 同口径
    evidence: [{{publisher: {name}统计局, title: 年报, date: 2025-03-01, seen: 原页面}}]
  - period: '2025'
    value: 5300000000
    vintage: 初步
    basis: 自然口径
    evidence: [{{publisher: {name}统计局, title: 公报, date: 2026-03-01, seen: 原页面}}]
"""


def made(root: Path) -> Sandbox:
    """The province in ``root``."""
    project = province.project(root, PLACES)
    content = project.content
    for name, text in OWN.items():
        (content / name).write_text(text, "utf-8")
    offices = content / "vocabulary/departments.yml"
    listed = (
        DEPARTMENT.format(id=one.id, name=one.name, order=order) for order, one in enumerate(PLACES, 10) if one.years
    )
    offices.write_text(offices.read_text("utf-8") + "".join(listed), "utf-8")
    for one in filter(lambda place: place.years, PLACES):
        growth = content / f"indicators/output-growth-{one.id}.yml"
        named = f"polarity: up\ndistrict: {one.id}\nmeasure: output-growth\n"
        growth.write_text(growth.read_text("utf-8").replace("polarity: up\n", named), "utf-8")
        (content / f"indicators/output-{one.id}.yml").write_text(OUTPUT.format(id=one.id, name=one.name), "utf-8")
    return project


@cache
def files() -> dict[str, str]:
    """The content files whose fields are tried, by name: what pages of several districts show of anything.

    The rest of each report is what one district's own site has too.
    """
    with tempfile.TemporaryDirectory() as folder:
        content = made(Path(folder)).content
        every = {path.relative_to(content).as_posix(): path for path in sorted(content.rglob("*")) if path.is_file()}
        return {name: path.read_text("utf-8") for name, path in every.items() if TRIED.fullmatch(name)}


PROVINCE: Final = TriedProject(
    made=made,
    files=files,
    day=province.DATE,
    aside=COUNTED,
    listed=LISTED,
    asked=("districts.html", "districts/chenyang/commitments.html", "search.html"),
    reading=("districts.html", "districts/chenyang/index.html", "districts/chenyang/indicators.html"),
    remembering=("districts/chenyang/index.html",),
)
