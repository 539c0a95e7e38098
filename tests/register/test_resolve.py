"""Records together: links both ways, groups, implied targets, ids that have been replaced."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from disclosure.catalog.catalog import Catalog
from disclosure.catalog.entries import Commitment, Indicator, Register, Result
from disclosure.project import find
from tests.prepared import prepare
from tests.projects import Sandbox


def resolved(project: Sandbox) -> Catalog:
    prepared, problems = prepare(find(project.root), date(2024, 3, 1))
    assert problems == ()
    assert prepared is not None
    return prepared.catalog


@pytest.fixture
def project(create: Callable[..., Sandbox]) -> Sandbox:
    return create("register")


@pytest.fixture
def catalog(project: Sandbox) -> Catalog:
    return resolved(project)


@pytest.fixture
def register(catalog: Catalog) -> Register:
    return catalog.reports[0].register


def commitment(register: Register, id: str) -> Commitment:
    found = register.find(id)
    assert isinstance(found, Commitment)
    return found


def result(register: Register, id: str) -> Result:
    found = register.find(id)
    assert isinstance(found, Result)
    return found


def indicator(catalog: Catalog, id: str) -> Indicator:
    return next(one for one in catalog.indicators if one.id == id)


def test_records_stand_in_the_order_of_the_report(register: Register) -> None:
    assert [one.id for one in register.commitments][:4] == ["c004", "c001", "c002", "c003"]
    assert [one.id for one in register.results] == ["r001", "r002", "r003", "r004", "r005", "r006"]


def test_a_baseline_and_a_named_result_are_links_both_ways(register: Register) -> None:
    assert commitment(register, "c005").results == ("r003", "r004")
    assert [result(register, id).commitments for id in ("r003", "r004", "r005")] == [("c005",), ("c005",), ()]


def test_every_link_leads_back(register: Register) -> None:
    there = {(one.id, id) for one in register.commitments for id in one.results}
    back = {(id, one.id) for one in register.results for id in one.commitments}
    assert there == back


def test_a_baseline_is_the_figure_on_the_same_measure(register: Register) -> None:
    baselines = {
        target.id: target.baseline.id for one in register.commitments for target in one.targets if target.baseline
    }
    assert baselines == {"c001/1": "r001/2", "c002/1": "r002/2", "c005/1": "r003/1"}


def test_a_group_names_the_others(register: Register) -> None:
    grouped = {one.id: one.grouped for one in register.commitments if one.group}
    assert grouped == {"c005": ("c006", "c007"), "c006": ("c005", "c007"), "c007": ("c005", "c006")}


def test_a_commitment_is_as_firm_as_its_first_target(register: Register) -> None:
    one = commitment(register, "c005")
    assert [target.strength.term.id for target in one.targets] == ["promised", "striving"]
    assert one.strength == one.targets[0].strength


def test_what_an_editor_set_for_the_whole_holds_for_its_targets(register: Register) -> None:
    one = commitment(register, "c013")
    assert {(each.source, each.because) for each in (one.strength, one.targets[0].strength)} == {
        ("editor", "能否列入还要票决，先按预期计。")
    }


def test_what_the_program_cannot_read_its_editor_reads(register: Register) -> None:
    target = commitment(register, "c009").targets[0]
    assert (target.written, target.quantity.operator.value, target.quantity.value) == ("二级标准", "qualitative", None)


def test_an_overruled_value_is_used_and_named(project: Sandbox) -> None:
    name = "reports/2024/commitments/2-2-livelihood/c012.yml"
    project.edit(name, "written: 1-2条}", "written: 1-2条, operator: 不低于, because: 至少一条}")
    target = commitment(resolved(project).reports[0].register, "c012").targets[0]
    assert (target.quantity.operator.value, target.overridden) == ("ge", ("operator",))


def test_a_deadline_is_stated_written_or_the_end_of_the_year(register: Register) -> None:
    """c005 by its second target, c006 by its editor, c001 by nobody."""
    found = [
        (one.deadline, one.deadline_stated) for one in (commitment(register, id) for id in ("c005", "c006", "c001"))
    ]
    assert found == [(date(2024, 6, 30), True), (date(2024, 6, 30), True), (date(2024, 12, 31), False)]


def test_an_id_that_was_replaced_stays_listed_and_leads_on(register: Register) -> None:
    assert register.superseded == (("c014", "c011"),)
    assert register.find("c014") is None


def test_a_figure_keeps_its_vintage_and_whether_it_is_growth(register: Register) -> None:
    figures = [figure for one in register.results for figure in one.figures]
    assert [(one.id, one.growth, one.vintage and one.vintage.id) for one in figures[:4]] == [
        ("r001/1", False, "forecast"),
        ("r001/2", True, "forecast"),
        ("r002/1", False, None),
        ("r002/2", True, None),
    ]


def test_last_years_level_and_the_rate_imply_an_absolute_target(catalog: Catalog) -> None:
    """50亿元 and 7.5%, 6.4亿元 and 5%; decimal arithmetic, no binary floats."""
    implied = {
        one.id: (one.targets[0].implied, one.targets[0].implied_unit) for one in catalog.indicators if one.targets
    }
    assert implied == {"output-growth": (Decimal("5375000000"), "元"), "tax-growth": (Decimal("672000000"), "元")}
    assert all(isinstance(value, Decimal) for value, _unit in implied.values())


def test_an_implied_target_is_exact_to_the_last_digit(project: Sandbox) -> None:
    name = "reports/2024/commitments/part-2/c001.yml"
    project.edit(name, "baseline: r001/2}", "baseline: r001/2, value: 0.000123, because: 很小的数}")
    aimed = indicator(resolved(project), "output-growth").targets[0]
    assert aimed.implied == Decimal("5000006150")


def test_without_a_level_of_the_year_before_nothing_is_implied(project: Sandbox) -> None:
    project.edit("indicators/output.yml", "period: 2023", "period: 2022")
    aimed = indicator(resolved(project), "output-growth").targets[0]
    assert (aimed.implied, aimed.implied_unit) == (None, "")


def test_a_broken_record_gives_one_message_although_others_refer_to_it(project: Sandbox) -> None:
    """r001 is a baseline, an indicator's value and the level of an implied target."""
    project.edit("reports/2024/results/part-1.yml", "quote: 预计园区", "quote: 预期园区")
    problems = prepare(find(project.root), date(2024, 3, 1))[1]
    assert [one.rule for one in problems] == ["quote"]


def test_a_report_without_records_has_no_accounts(create: Callable[..., Sandbox]) -> None:
    report = resolved(create("small", "other")).reports[0]
    assert (report.register, report.accounts.figures, report.accounts.clauses) == (Register(), (), ())
