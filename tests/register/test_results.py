"""The results of the year before: an overview of lines, each result in full on its section's page, older links kept."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from disclosure.catalog import section_pages
from disclosure.catalog.catalog import Catalog, Report
from disclosure.pages import results, section
from disclosure.pages.page import Page
from disclosure.project import find
from tests.prepared import Prepared, prepare
from tests.projects import Sandbox

OVERVIEW = "reports/2024/results.html"
CORRECTION = """---
title: 新建厂房写错
date: 2024-02-02
published: 2024-02-02 10:00
corrects:
  - {record: 2024/r003, field: title, was: 原来的写法, now: 现在的写法}
---

抄错了。
"""


@pytest.fixture
def project(create: Callable[..., Sandbox]) -> Sandbox:
    return create("register")


def planned(project: Sandbox) -> Prepared:
    found, problems = prepare(find(project.root), date(2024, 3, 1))
    assert (problems, found is not None) == ((), True)
    assert found is not None
    return found


@pytest.fixture
def catalog(project: Sandbox) -> Catalog:
    return planned(project).catalog


@pytest.fixture
def short(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> Report:
    """Its sections go on after two records, its overview has room for three results."""
    monkeypatch.setattr(section_pages, "SIZE", 2)
    monkeypatch.setattr(results, "LINES", 3)
    return replace(catalog.reports[0])


def in_sections(catalog: Catalog, report: Report) -> dict[str, Page]:
    return {page.address: page for page in section.pages(catalog, report)}


def in_full(catalog: Catalog, report: Report) -> dict[str, str]:
    """Where each result stands, by its id."""
    pages = in_sections(catalog, report).items()
    return {one.id: f"{where}#{one.id}" for where, page in pages for one in page.view.results}


def test_each_result_stands_in_full_where_links_to_it_lead(catalog: Catalog, short: Report) -> None:
    found = in_full(catalog, short)
    assert found == {one.id: section_pages.shown_at(short.register, one) for one in short.register.results}
    assert {where.partition("#")[0].rpartition("/")[2] for where in found.values()} >= {"part-1.html", "2.html"}


def test_the_overview_has_a_line_of_each_that_leads_there(catalog: Catalog) -> None:
    report = catalog.reports[0]
    page = results.page(catalog, report)
    lines = {line.id: line.link.address for group in page.view.groups for line in group.lines}
    assert lines == in_full(catalog, report)
    assert page.anchors >= lines.keys()
    assert [group.pages for group in page.view.groups] == [()] * len(page.view.groups)


def test_where_there_is_no_room_for_all_the_pages_of_a_section_say_which_they_have(
    catalog: Catalog, short: Report
) -> None:
    groups = results.page(catalog, short).view.groups
    assert [len(group.lines) for group in groups] == [1] * len(groups)
    full = in_full(catalog, short)
    said = {id: f"{link.address}#{id}" for group in groups for link in group.pages for id in link.note.split()}
    alone = {group.lines[0].id for group in groups if not group.pages}
    assert said == {id: where for id, where in full.items() if id not in alone}
    assert next(group.pages[0].label for group in groups if group.pages) == "r001至r002"


def test_older_links_are_known_however_many_there_are(project: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(results, "LINES", 3)
    found = planned(project)
    ids = {one.id for one in found.catalog.reports[0].register.results}
    assert ids <= set(found.book.anchors[OVERVIEW] or ())
    page = found.page(OVERVIEW)
    assert page is not None
    assert not ids <= page.anchors


def test_published_addresses_stay(project: Sandbox) -> None:
    rows: list[dict[str, Any]] = json.loads(project.build()["data/results.json"])
    assert [row["url"] for row in rows] == [f"{OVERVIEW}#{row['id']}" for row in rows]


def test_a_corrected_result_says_so_where_it_stands(project: Sandbox) -> None:
    path = project.content / "corrections/2024-02-02-factory.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(CORRECTION, "utf-8")
    found, _problems = prepare(find(project.root), date(2024, 3, 1))
    if found is None:
        pytest.fail(str(_problems))
    register = found.catalog.reports[0].register
    where = section_pages.shown_at(register, register.by_id["r003"])
    marked = {page.address for page in found.pages if page.marks}
    assert marked == {OVERVIEW, where.partition("#")[0]}


def test_an_edited_result_is_rendered_in_its_section_and_the_overview(project: Sandbox) -> None:
    before = project.build()
    file = next(path for path in project.content.rglob("results/*.yml") if "id: r005" in path.read_text("utf-8"))
    title = next(line for line in file.read_text("utf-8").split("id: r005")[1].splitlines() if "title:" in line)
    project.edit(file.relative_to(project.content).as_posix(), title, f"{title}（改）")
    after = project.build()
    pages = {name for name in after if name.endswith(".html") and before.get(name) != after[name]}
    assert {OVERVIEW, "reports/2024/sections/1-1-projects.html"} <= pages
    assert not {name for name in pages if "/sections/" in name and "1-1" not in name}
