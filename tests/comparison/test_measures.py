"""Districts compared on one measure: pages and data of the small province."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path

from tests import province
from tests.comparison import measured
from tests.projects import Sandbox

OUTPUT_2024 = [
    ("晨样区", "99亿元", "最终", "自然口径", "final-natural-2024"),
    ("云样县", "60亿元", "最终", "同口径", "final-same-2024"),
    ("晨样区", "51亿元", "最终", "同口径", "final-same-2024"),
    ("海样市", "70亿元", "初步", "同口径", "preliminary-same-2024"),
]
COLUMNS = ("district_name", "written", "vintage_label", "basis_label", "comparable")


def tables(page: str) -> dict[str, list[tuple[str, str]]]:
    """The tables of a year's page: by caption, each row's district and value."""
    found = re.findall(r"<caption[^>]*>([^<]*)</caption>(.*?)</table>", page, re.S)
    row = re.compile(r"<th scope=\"row\"><a [^>]*>([^<]*)</a></th><td>([^<]*)")
    return {caption: row.findall(body) for caption, body in found}


def test_a_year_holds_apart_what_is_of_another_basis_or_vintage(compared: Path) -> None:
    assert tables((compared / "measures/output/2024.html").read_text("utf-8")) == {
        "数值：最终，自然口径": [("晨样区", "99亿元")],
        "数值：最终，同口径": [("云样县", "60亿元"), ("晨样区", "51亿元")],
        "数值：初步，同口径": [("海样市", "70亿元")],
    }


def test_targets_stand_in_a_table_of_their_own_in_the_order_of_the_districts(compared: Path) -> None:
    found = tables((compared / "measures/output-growth/2025.html").read_text("utf-8"))
    assert [name for name, _written in found["报告提出的目标"]] == ["晨样区", "云样县", "海样市"]
    assert len(found) == 2


def test_the_data_say_the_same_with_basis_and_vintage(compared: Path) -> None:
    with (compared / "data/measures/output.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["year"] == "2024"]
    assert [tuple(row[name] for name in COLUMNS) for row in rows] == OUTPUT_2024
    listed = json.loads((compared / "data/measures/output.json").read_bytes())["values"]
    assert [tuple(row[name] for name in COLUMNS) for row in listed if row["year"] == 2024] == OUTPUT_2024


def test_the_picture_says_of_which_values_it_is_the_largest(compared: Path) -> None:
    page = (compared / "measures/output/2024.html").read_text("utf-8")
    assert "2024年园区产值（最终，同口径）：云样县最大，60亿元；晨样区最小，51亿元" in page
    assert "另有2个数口径、初步或最终不同，或者不是确定的数，不画在一起。" in page


def test_the_list_of_indicators_leads_to_measures_and_districts(compared: Path) -> None:
    page = (compared / "indicators.html").read_text("utf-8")
    ways = re.findall(r'href="((?:measures|districts)/[^"]*)"', page)
    assert ways == [
        "measures/output.html",
        "measures/output-growth.html",
        *(f"districts/{one.id}/indicators.html" for one in province.PLACES if one.years),
    ]


WRONG = {
    "unit: 元": ("unit: 元", "unit: 家", "单位是“家”，可比指标 output 的单位是“元”"),
    "no district": ("district: yunyang\n", "", "写了 measure，没有写 district"),
    "strange district": ("district: yunyang", "district: yunyan", "districts.yml 里没有“yunyan”"),
    "strange measure": ("measure: output", "measure: outputs", "measures.yml 里没有“outputs”"),
    "twice": ("district: yunyang", "district: haiyang", "haiyang 的“园区产值”有两个指标文件"),
}


def test_what_cannot_be_compared_is_told(tmp_path: Path) -> None:
    project: Sandbox = measured.project(tmp_path / "project")
    path = project.content / "indicators/output-yunyang.yml"
    before = path.read_text("utf-8")
    for name, (old, new, said) in WRONG.items():
        path.write_text(before.replace(old, new, 1), "utf-8")
        done = project.run("check", date=province.DATE)
        assert (done.code, said in done.err) == (1, True), (name, done.err)


def test_without_districts_a_measure_has_no_page(create: Callable[..., Sandbox]) -> None:
    project = create()
    (project.content / "measures.yml").write_text("- {id: output, name: 产值, unit: 元}\n", "utf-8")
    assert [name for name in project.build() if "measures" in name] == []
