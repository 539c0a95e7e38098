"""Requests for disclosure: what the day makes of each, what an answer changes, and the pages that tell it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import date

import pytest

from disclosure.catalog.requests import RequestState
from disclosure.project import find
from tests.prepared import Prepared, prepare
from tests.projects import FIRST_YEAR, Sandbox

TODAY = date(2025, 3, 20)
OVERDUE = "2025-01-13-pocket-parks"
ABSENT = "2025-01-20-special-streets"


def prepared(project: Sandbox, day: date = TODAY) -> Prepared:
    found, problems = prepare(find(project.root), day)
    assert [problem for problem in problems if not problem.notice] == []
    assert found is not None
    return found


@pytest.fixture
def project(create: Callable[..., Sandbox]) -> Sandbox:
    return create(FIRST_YEAR)


def states(project: Sandbox, day: date = TODAY) -> dict[str, tuple[str, str]]:
    requests = prepared(project, day).catalog.reports[0].requests
    return {one.id: (one.word.label, one.word.note) for one in requests}


def test_each_request_stands_where_its_days_put_it_exceptions_first(project: Sandbox) -> None:
    assert list(states(project).items()) == [
        (OVERDUE, ("逾期未答复", "应在2025-02-18以前答复，已过30天")),
        ("2025-01-06-listing-support", ("不予公开", "2025-02-06答复")),
        (ABSENT, ("信息不存在", "2025-02-20答复")),
        ("2025-03-10-work-report", ("等待答复", "期限暂算为2025-04-08")),
        ("2025-02-18-museum", ("等待答复", "期限2025-04-18")),
        ("2024-10-08-road-list", ("部分公开", "2024-11-20答复，晚了12个工作日")),
        ("2024-09-02-parking-list", ("已提供", "2024-09-26答复")),
    ]


def test_it_is_overdue_from_the_day_after_its_last_day_on(project: Sandbox) -> None:
    word = states(project, date(2025, 4, 18))["2025-02-18-museum"]
    assert word == ("等待答复", "期限2025-04-18")
    assert states(project, date(2025, 4, 19))["2025-02-18-museum"][0] == "逾期未答复"


def test_nobody_is_called_late_by_a_provisional_day(project: Sandbox) -> None:
    (project.content / "calendar/2025.yml").unlink()
    found = prepared(project, date(2026, 1, 1)).catalog.reports[0].requests
    open = [one for one in found if one.answer is None]
    assert {one.state for one in open} == {RequestState.OPEN}
    assert all("不能断定逾期" in one.word.note for one in open)


def test_that_nothing_exists_is_a_search_by_the_body_that_should_know(project: Sandbox) -> None:
    """On the promise that was asked about by itself; it stays an absence, and no miss."""
    report = prepared(project).catalog.reports[0]
    absence = report.follow["c014"].absence
    assert absence is not None
    assert (absence.term.id, absence.searched) == ("nothing-public", date(2025, 3, 10))
    project.edit("places.yml", "    - {date: 2025-03-10, found: 只有部署，没有结果}\n", "")
    absence = prepared(project).catalog.reports[0].follow["c014"].absence
    assert absence is not None
    assert absence.searched == date(2025, 2, 20)


def test_an_answer_speaks_of_the_promises_it_names_and_of_no_others(project: Sandbox) -> None:
    answer = """\
answer:
  date: 2025-03-03
  result: 已提供
  about: [2024/c029]
  evidence:
    - {publisher: 拾光区城管局, title: 答复书（虚构）}
---
"""
    path = project.content / f"requests/{OVERDUE}.md"
    head, _rule, body = path.read_text("utf-8").rpartition("---\n")
    path.write_text(head + answer + body, "utf-8")
    report = prepared(project).catalog.reports[0]
    assert report.follow["c029"].absence is None
    assert report.outcomes["c029"].id == "news"
    assert report.follow["c028"].absence is not None


def test_the_data_say_what_the_pages_say(project: Sandbox) -> None:
    site = project.build(date="2025-03-20")
    rows = {row["id"]: row for row in json.loads(site["data/requests.json"])}
    assert {id: row["state_label"] for id, row in rows.items()} == {
        id: label for id, (label, _note) in states(project).items()
    }
    assert rows["2025-02-18-museum"]["due"] == "2025-04-18"
    assert rows["2025-03-10-work-report"]["provisional"] == ["不知道机关哪一天收到，按寄出的日子暂算"]
    for id in rows:
        assert f'href="requests/{id}.html"'.encode() in site["requests.html"]
        assert f"requests/{id}.html" in site


def test_a_document_and_a_promise_lead_to_the_requests_for_them(project: Sandbox) -> None:
    site = project.build(date="2025-03-20")
    for page in ("reports/2024/gaps/museum-acceptance.html", "reports/2024/commitments/c026.html"):
        assert b"requests/2025-02-18-museum.html" in site[page], page
    assert f"requests/{OVERDUE}.html".encode() in site["reports/2024/commitments/c029.html"]


def test_nothing_is_said_of_requests_where_there_are_none(project: Sandbox) -> None:
    for path in project.content.glob("requests/*"):
        path.unlink()
    site = project.build(date="2025-03-20")
    assert [name for name in site if "request" in name] == []


def test_a_request_is_found_by_what_it_asks(project: Sandbox) -> None:
    site = project.build(date="2025-03-20")
    index = b"".join(data for name, data in site.items() if name.startswith("search/"))
    assert f"requests/{OVERDUE}.html".encode() in index
    assert "新建口袋公园的名单、地点和建成日期".encode() in index


def test_an_edited_request_reaches_the_promise_and_building_anew_gives_the_same(project: Sandbox) -> None:
    project.build(date="2025-03-20")
    project.edit(f"requests/{OVERDUE}.md", "title: 向区城管局要口袋公园的建设情况", "title: 要口袋公园的名单和地点")
    site = project.build(date="2025-03-20")
    assert "要口袋公园的名单和地点".encode() in site["reports/2024/commitments/c029.html"]
    shutil.rmtree(project.cache)
    shutil.rmtree(project.site)
    assert site == project.build(date="2025-03-20")
