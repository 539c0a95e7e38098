"""Who answers for what: one value everywhere, every change with its document, and nobody where nobody is named."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.catalog.catalog import Report
from disclosure.catalog.followup import Evidence
from disclosure.catalog.resolve.responsibility import after
from disclosure.catalog.responsibility import NOBODY, Assignment
from disclosure.model.responsibility import Duty
from disclosure.model.vocabulary import Term
from disclosure.pages.adjustments import AdjustmentsView
from disclosure.pages.commitment import CommitmentView
from disclosure.pages.department_list import DepartmentsView
from disclosure.pages.departments import DepartmentView
from disclosure.pages.tasks import TaskLine, TasksView
from disclosure.project import find
from tests.prepared import Prepared, prepare
from tests.projects import FIRST_YEAR, Sandbox, configured, create, date_of

TODAY = date.fromisoformat(date_of(FIRST_YEAR))
NOBODY_NAMED = (
    "报告没有写明由谁负责：登记的29条承诺，没有一条写明牵头单位、配合单位或责任领导，"
    "也没有收录到写明责任分工的公开文件。"
)


def planned(project: Sandbox) -> Prepared:
    found, problems = prepare(find(project.root), TODAY)
    assert problems == ()
    assert found is not None
    return found


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    return planned(create(tmp_path_factory.mktemp("responsible") / "project", FIRST_YEAR))


def view(prepared: Prepared, address: str) -> object:
    page = prepared.page(address)
    assert page is not None, address
    return page.view


def record(prepared: Prepared, id: str) -> CommitmentView:
    found = view(prepared, f"reports/2024/commitments/{id}.html")
    assert isinstance(found, CommitmentView)
    return found


def tasks(prepared: Prepared) -> dict[str, TaskLine]:
    found = view(prepared, "reports/2024/tasks.html")
    assert isinstance(found, TasksView)
    return {line.id: line for group in found.groups for line in group.lines}


def department(prepared: Prepared, id: str) -> DepartmentView:
    found = view(prepared, f"departments/{id}.html")
    assert isinstance(found, DepartmentView)
    return found


def test_a_later_document_replaces_what_it_states_and_both_stay_on_the_record(prepared: Prepared) -> None:
    found = record(prepared, "c016").responsible
    assert [(one.label, [link.label for link in one.links], one.text, one.since) for one in found.duties] == [
        ("责任领导", [], "乙某某", "2024-02-01 起"),
        ("牵头单位", ["拾光区项目办"], "", "2024-08-01 起"),
        ("配合单位", ["拾光区住建局", "拾光区交通局"], "", "2024-08-01 起"),
        ("计划时限", [], "2024-11-30", "2024-02-01 起"),
    ]
    assert [(one.day, one.words, one.replaced, one.evidence.publisher) for one in found.history] == [
        (
            "2024-02-01",
            "由拾光区交通局牵头；拾光区项目办、拾光区城乡建设局（现拾光区住建局）配合；责任领导乙某某；计划2024-11-30以前完成",
            "其中牵头单位（2024-08-01 起）、配合单位（2024-08-01 起）被后来的文件替换",
            "拾光区人民政府办公室",
        ),
        (
            "2024-08-01",
            "由拾光区项目办牵头；拾光区住建局、拾光区交通局配合",
            "",
            "拾光区人民政府办公室",
        ),
    ]


def test_a_plan_beyond_the_deadline_says_so_and_changes_none(prepared: Prepared) -> None:
    last = record(prepared, "c019").responsible.duties[-1]
    assert (last.label, last.text) == ("计划时限", "2025-05-31，晚于期限 2024-12-31")
    assert record(prepared, "c019").deadline == "2024年12月31日"


def test_record_tasks_departments_and_data_name_the_same_department(prepared: Prepared) -> None:
    report = prepared.catalog.reports[0]
    rows = {one["id"]: one for one in json.loads(prepared.files["data/commitments.json"])}
    lines = tasks(prepared)
    for id, held in report.responsibility.items():
        lead = held.lead.label if held.lead else ""
        duties = {one.label: [link.label for link in one.links] for one in record(prepared, id).responsible.duties}
        assert duties.get("牵头单位", []) == ([lead] if lead else [])
        assert lines[id].lead == lead
        assert (rows[id]["lead"] or {}).get("label", "") == lead
        assert [one["label"] for one in rows[id]["supporting"]] == [term.label for term in held.supporting]
        for term in held.departments:
            part = department(prepared, term.id).parts[0]
            assert id in {line.id for line in (*part.lead, *part.supporting)}


def test_the_table_of_tasks_keeps_the_order_of_the_report(prepared: Prepared) -> None:
    lines = list(tasks(prepared).values())
    assert [line.id for line in lines] == [one.id for one in prepared.catalog.reports[0].register.commitments]
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    one = lines[16]
    assert (one.id, one.deadline, one.planned) == ("c017", "2024年内", "2024-12-15")
    assert one.progress is not None
    assert (one.progress.label, one.progress.note) == ("停车位建成3600个，目标已调整", "2025-01-08")
    assert one.outcome.label == "原目标未达成，调整后达成"


def test_a_department_shows_what_it_led_before_and_where_it_went(prepared: Prepared) -> None:
    sports = department(prepared, "sports")
    assert [(label, [link.label for link in links], text) for label, links, text in sports.facts] == [
        ("并入", ["拾光区文化旅游局"], "2024-09-30")
    ]
    assert [link.label for link in sports.parts[0].former] == ["年底前建成体育公园"]
    assert ("并入的单位", "2024-09-30") in [
        (label, text) for label, _links, text in department(prepared, "culture").facts
    ]
    assert [text for _label, _links, text in department(prepared, "housing").facts] == [
        "拾光区城乡建设局（2015-03-01起，用到2024-03-31）"
    ]


def test_a_departments_outcomes_add_up_to_what_it_leads(prepared: Prepared) -> None:
    found = view(prepared, "departments.html")
    assert isinstance(found, DepartmentsView)
    assert [(one.link.label, one.lead, sum(row.count for row in one.outcomes)) for one in found.lines] == [
        ("拾光区项目办", 1, 1),
        ("拾光区住建局", 3, 3),
        ("拾光区交通局", 0, 0),
        ("拾光区文化旅游局", 4, 4),
        ("拾光区体育局", 0, 0),
        ("拾光区民政局", 1, 1),
    ]


def test_what_is_named_is_said_as_a_share_once_a_page(prepared: Prepared) -> None:
    said = "29条承诺里，9条写明由谁负责，20条没有收录到写明由谁负责的文件。"
    found = view(prepared, "departments.html")
    assert isinstance(found, DepartmentsView)
    assert [one.sentence for one in found.reports] == [said]
    assert record(prepared, "c016").responsible.nobody == ""
    assert record(prepared, "c001").responsible.nobody == "没有收录到写明这一条由谁负责的文件。"


def test_where_nobody_is_named_each_page_says_so_once(create: Callable[..., Sandbox]) -> None:
    project = create(FIRST_YEAR)
    (project.content / "responsibilities/2024.yml").unlink()
    (project.content / "questions.yml").unlink()
    pages = project.build(date=date_of(FIRST_YEAR))
    for name in ("departments.html", "reports/2024/tasks.html"):
        assert pages[name].decode().count(NOBODY_NAMED) == 1, name
    text = pages["reports/2024/commitments/c016.html"].decode()
    assert text.count("报告没有写明，也没有收录到写明责任分工的公开文件。") == 1
    assert "data/responsibilities.csv" not in pages
    assert "没有收录到写明由它负责的承诺。" in pages["departments/housing.html"].decode()


def test_a_change_that_was_refused_stays_as_a_record_and_changes_nothing(
    prepared: Prepared, create: Callable[..., Sandbox]
) -> None:
    refused = record(prepared, "c020")
    assert refused.followup.beside == (
        "2024-07-10 拾光区人民代表大会常务委员会没有同意（赞成9票，反对13票，弃权2票，共24票）"
        "把老旧小区改造由“10个”调整为“7个”，目标不变。",
    )
    project = create(FIRST_YEAR)
    path = project.content / "reports/2024/commitments/2-2/c020.yml"
    text = path.read_text("utf-8")
    start, end = text.index("adjustments:"), text.index("official_verdict:")
    path.write_text(text[:start] + text[end:], "utf-8")
    without = planned(project).catalog.reports[0]
    with_it = prepared.catalog.reports[0]
    assert with_it.follow["c020"].rulings == without.follow["c020"].rulings
    assert with_it.outcomes == without.outcomes
    assert len(with_it.follow["c020"].adjustments) == 1


@pytest.mark.parametrize(
    ("decision", "judged"), [("通过", True), ("未通过", False), ("结果未公开", False)], ids=["yes", "no", "unknown"]
)
def test_only_what_was_adopted_is_judged_by(create: Callable[..., Sandbox], decision: str, judged: bool) -> None:
    project = create(FIRST_YEAR)
    votes = "    votes_for: 21\n    votes_against: 2\n    abstained: 1\n    cast: 24\n"
    project.edit("reports/2024/commitments/2-2/c017.yml", votes, f"    decision: {decision}\n")
    project.edit("updates/2024/2025-01-08-parking.md", "reported: 已调整\n", "")
    ruling = planned(project).catalog.reports[0].follow["c017"].rulings[0]
    assert (ruling.changed is not None) == judged


def test_every_decision_is_on_the_list_with_its_votes(prepared: Prepared) -> None:
    found = view(prepared, "reports/2024/adjustments.html")
    assert isinstance(found, AdjustmentsView)
    assert found.counts == ("2项调整通过，1项没有通过（目标不变）。通过的，原来的目标也不删，按原目标计入统计。")
    assert [(one.day, one.what, one.old, one.new, one.holds) for one in found.lines] == [
        ("2024-12-20", "完成时限", "2024-12-31", "2025-06-30", True),
        ("2024-07-10", "新建停车位", "4000个", "3500个", True),
        ("2024-07-10", "老旧小区改造", "10个", "7个", False),
    ]
    assert found.lines[1].facts == (
        ("决定", "拾光区人民代表大会常务委员会：通过"),
        ("票数", "赞成21票，反对2票，弃权1票，共24票"),
        ("提请", "拾光区人民政府，2024-06-28"),
        ("理由", "两处地块没有按期交付"),
    )


def test_departments_are_found_by_what_they_were_called_before(prepared: Prepared) -> None:
    from disclosure.search import documents

    found = {one.title: one.text for one in documents.of_site(prepared.catalog, ()).later if one.kind == "department"}
    assert "曾用名拾光区城乡建设局" in found["拾光区住建局"]


def test_a_build_after_a_change_of_who_answers_is_as_one_from_nothing(
    create: Callable[..., Sandbox], tmp_path: Path
) -> None:
    project = create(FIRST_YEAR)
    project.build(date=date_of(FIRST_YEAR))
    project.edit("responsibilities/2024.yml", "  lead: 拾光区民政局\n", "  lead: 拾光区交通局\n")
    built = project.build(date=date_of(FIRST_YEAR))
    shutil.copytree(project.content, tmp_path / "anew/content")
    assert built == configured(tmp_path / "anew").build(date=date_of(FIRST_YEAR))
    assert "社区养老服务全覆盖" in built["departments/transport.html"].decode()
    assert "社区养老服务全覆盖" not in built["departments/civil.html"].decode()


# What holds, for any row of documents


NOTHING = Evidence(
    publisher="办公室",
    passage="",
    title="",
    url="",
    locator="",
    day=None,
    retrieved=None,
    seen=None,
    excerpt=False,
    says="",
    does_not_say="",
    snapshot="",
    sha256="",
    dead=None,
)
DUTIES: tuple[Duty, ...] = ("leader", "lead", "supporting", "deadline")
TERMS = st.sampled_from([Term(id, id) for id in "abc"])
DAYS = st.dates(date(2024, 1, 1), date(2024, 12, 31))
ASSIGNMENTS = st.builds(
    Assignment,
    day=DAYS,
    leader=st.sampled_from(["", "甲", "乙"]),
    lead=st.none() | TERMS,
    supporting=st.lists(TERMS, max_size=2, unique=True).map(tuple),
    planned=st.none() | DAYS,
    ends=st.lists(st.sampled_from(DUTIES), max_size=2, unique=True).map(tuple),
    source=st.just(NOTHING),
)


@given(st.lists(ASSIGNMENTS, max_size=6))
def test_each_duty_is_what_the_last_document_says_that_speaks_of_it(documents: list[Assignment]) -> None:
    held = NOBODY
    for one in documents:
        held = after(held, one)
    assert held.history == tuple(documents)
    for duty, value, given_value in (
        ("leader", held.leader, lambda one: one.leader),
        ("lead", held.lead, lambda one: one.lead),
        ("supporting", held.supporting, lambda one: one.supporting),
        ("deadline", held.planned, lambda one: one.planned),
    ):
        speaking = [one for one in documents if one.says(duty)]
        assert held.stated_by(duty) == (speaking[-1] if speaking else None)
        assert value == (given_value(speaking[-1]) if speaking else given_value(EMPTY))


EMPTY = Assignment(day=date(2024, 1, 1), leader="", lead=None, supporting=(), planned=None, ends=(), source=NOTHING)


def test_a_report_without_departments_has_none(report: Report) -> None:
    assert {one.is_named for id, one in report.responsibility.items() if id < "c016"} == {False}
