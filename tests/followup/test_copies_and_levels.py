"""How material was seen, what it says of results, what city and province have: said, and nothing more made of it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.projects import FIRST_YEAR, Sandbox


@pytest.fixture
def example(create: Callable[..., Sandbox]) -> Sandbox:
    project = create(FIRST_YEAR)
    project.build(date="2025-03-20")
    return project


def text(project: Sandbox, page: str) -> str:
    return re.sub(r"\s+", "", re.sub(r"<[^>]+>", "", (project.site / page).read_text("utf-8")))


def rows(project: Sandbox, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((project.site / f"data/{name}.json").read_text("utf-8"))
    return found


def test_an_update_from_copies_says_that_no_original_was_seen(example: Sandbox) -> None:
    page = text(example, "updates/2024/2025-03-10-smart-park-firms.html")
    assert "材料都从镜像或转载读到，没有见到原页面" in page
    assert "有材料只读到摘录，没有读到全文。" in page
    assert "没有说：企业的名称和数目；二期是否建成" in page


def test_an_update_from_originals_says_nothing_of_the_kind(example: Sandbox) -> None:
    assert "没有见到原页面" not in text(example, "updates/2024/2024-05-20-culture-hall.html")


def test_a_check_stands_beside_its_result(example: Sandbox) -> None:
    assert "部分印证1项打通断头路3条" in text(example, "reports/2024/results.html")
    page = text(example, "reports/2024/sections/part-1.html")
    assert "学府路、书院路两条已经通车，得到印证；第三条没有材料。" in page
    found = {row["id"]: row["checks"] for row in rows(example, "results") if row["checks"]}
    assert [(id, [one["outcome"] for one in checks]) for id, checks in found.items()] == [("r003", ["partly"])]


def test_the_city_stands_beside_the_district_and_never_in_its_place(example: Sandbox) -> None:
    row = next(row for row in rows(example, "indicators") if row["id"] == "gdp-growth")
    assert [(one["name"], one["kind"], one["value"]) for one in row["context"]] == [("样例市", "target", 7)]
    assert "样例市" not in {each["written"] for each in (*row["observations"], *row["targets"])}
    page = (example.site / "indicators/gdp-growth.html").read_text("utf-8")
    drawing = page[page.index("<svg", page.index("<figure")) : page.index("</svg>", page.index("<figure"))]
    assert ("7%以上" in page, "样例市目标（对照）" in drawing, drawing.count("7%以上")) == (True, True, 1)


def test_no_verdict_changes_with_what_the_city_has(example: Sandbox) -> None:
    before = rows(example, "commitments")
    path = example.content / "indicators/gdp-growth.yml"
    path.write_text(path.read_text("utf-8").partition("context:")[0], "utf-8")
    example.build(date="2025-03-20")
    assert rows(example, "commitments") == before


def test_where_some_of_the_material_is_a_copy_the_update_says_which(example: Sandbox) -> None:
    path = example.content / "updates/2024/2025-03-10-smart-park-firms.md"
    original = "evidence:\n  - {publisher: 拾光区人民政府, title: 企业名录（虚构）, seen: 原页面}\n"
    path.write_text(path.read_text("utf-8").replace("evidence:\n", original), "utf-8")
    example.build(date="2025-03-20")
    page = text(example, "updates/2024/2025-03-10-smart-park-firms.html")
    assert "没有链接的材料从镜像或转载读到，没有见到原页面" in page
    assert "材料都从镜像" not in page


def test_an_indicator_that_is_information_only_says_so(example: Sandbox) -> None:
    example.edit("indicators/prices.yml", "polarity: down", "polarity: none")
    example.build(date="2025-03-20")
    assert "只作信息，不分好坏" in text(example, "indicators/prices.html")
