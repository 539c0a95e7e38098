"""One figure, one place: a value reaches promise, indicator, progress, search and data, wherever it was typed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.edits import two_years
from tests.projects import FIRST_YEAR, Sandbox, create, date_of

TODAY = date_of(FIRST_YEAR)
LATER = "2025-03-20"
BULLETIN = "evidence: [{publisher: 统计局, title: 统计公报（虚构）, date: 2025-03-01}]"


@pytest.fixture
def project(tmp_path: Path) -> Sandbox:
    return create(tmp_path / "project", FIRST_YEAR)


def built(project: Sandbox) -> dict[str, str]:
    return {name: data.decode("utf-8", "replace") for name, data in project.build(TODAY).items()}


def rows(site: dict[str, str], name: str) -> dict[str, Any]:
    return {one["id"]: one for one in json.loads(site[f"data/{name}.json"])}


def check(project: Sandbox) -> str:
    return project.run("check", date=TODAY).err


def observe(project: Sandbox, indicator: str, line: str) -> None:
    path = project.content / f"indicators/{indicator}.yml"
    text = path.read_text("utf-8")
    head = "" if "\nobservations:\n" in text else "observations:\n"
    text = text.replace("observations:\n", f"observations:\n  - {{{line}}}\n") if not head else text
    path.write_text(text if not head else f"{text}observations:\n  - {{{line}}}\n", "utf-8")


def test_a_value_in_an_indicators_file_reaches_everything(project: Sandbox) -> None:
    for update in project.content.glob("updates/2024/*"):
        if "c009" in update.read_text("utf-8"):
            update.unlink()
    before = built(project)
    assert rows(before, "commitments")["c009"]["targets"][0]["verdict"]["result"] == "none"
    observe(project, "technology-sme", f"period: 2024, value: 131, vintage: 最终, {BULLETIN}")
    site = built(project)
    target = rows(site, "commitments")["c009"]["targets"][0]
    assert target["verdict"]["result"] != "none"
    assert [(one["indicator"], one["value"], one["update"]) for one in target["observations"]] == [
        ("technology-sme", 131, None)
    ]
    assert "统计公报（虚构）" in site["reports/2024/commitments/c009.html"]
    assert "131家" in site["indicators/technology-sme.html"]
    assert "131家" in site["indicators.html"]
    assert "131家" in site["data/indicators.csv"]
    assert "131家" in json.dumps(rows(site, "indicators")["technology-sme"], ensure_ascii=False)
    assert "131家" in site["search/site.js"]
    assert before["reports/2024/progress.html"] != site["reports/2024/progress.html"]


def test_a_value_in_an_update_reaches_the_indicator(project: Sandbox) -> None:
    site = built(project)
    seen = [(one["period"], one["update"]) for one in rows(site, "indicators")["gdp-growth"]["observations"]]
    assert ("2024", "2025-03-12-final-figures") in seen
    assert "updates/2024/2025-03-12-final-figures.html" in site["indicators/gdp-growth.html"]


def test_an_indicator_without_a_target_can_have_actual_values(project: Sandbox) -> None:
    head = "id: births\nname: 出生率\nunit: ‰\npolarity: up\n"
    text = f"{head}observations:\n  - {{period: 2024, value: 6.2, {BULLETIN}}}\n"
    (project.content / "indicators/births.yml").write_text(text, "utf-8")
    site = built(project)
    assert "2024年<br>实际" in site["indicators/births.html"]
    assert "births" in site["data/indicators.csv"]
    assert "没有收录到" not in site["indicators/births.html"]


def test_a_forecast_is_never_called_an_actual_value(project: Sandbox) -> None:
    observe(project, "technology-sme", f"period: 2025, value: 140, vintage: 预计, {BULLETIN.replace('03-01', '12-01')}")
    assert "[period]" in check(project) or "2025-12-01" in check(project)
    path = project.content / "indicators/technology-sme.yml"
    path.write_text(
        path.read_text("utf-8").replace("period: 2025", "period: 2025-02").replace("12-01", "03-01"), "utf-8"
    )
    page = built(project)["indicators/technology-sme.html"]
    assert "2025年1—2月<br>预计" in page
    assert "2025年1—2月实际" not in page


def test_two_values_of_one_time_name_both_files_and_lines(project: Sandbox) -> None:
    observe(project, "gdp-growth", f"period: 2024, value: 5.9, vintage: 最终, {BULLETIN.replace('03-01', '03-15')}")
    said = check(project)
    assert "[two-values]" in said
    assert "content/indicators/gdp-growth.yml:6:" in said
    assert "content/updates/2024/2025-03-12-final-figures.md:" in said


@pytest.fixture
def years(tmp_path: Path) -> Sandbox:
    """Two reports of one district, a year apart; the later speaks of what the earlier promised."""
    return two_years(tmp_path / "years")


def answering(years: Sandbox, reference: str) -> None:
    title = "  title: 建成厂房12栋\n"
    years.edit("reports/2025/results/1-1-projects.yml", title, f"{title}  answers: [{reference}]\n")


def row(years: Sandbox, id: str, report: str = "2024") -> Any:
    data = json.loads(years.build(LATER)["data/commitments.json"])
    return next(one for one in data if (one["report"], one["id"]) == (report, id))


def test_a_result_of_the_next_report_answers_a_promise(years: Sandbox) -> None:
    answering(years, "2024/c005")
    found = row(years, "c005")
    target = found["targets"][0]
    assert [one["url"] for one in found["answers"]] == ["reports/2025/results.html#r003"]
    assert [(one["figure"], one["until"], one["value"]) for one in target["observations"]] == [
        ("2025/r003/1", "2024-12-31", 12)
    ]
    assert target["verdict"]["result"] == "met"
    assert found["absence"] is None
    pages = {name: data.decode("utf-8", "replace") for name, data in years.build(LATER).items()}
    assert "2025/results.html#r003" in pages["reports/2024/commitments/c005.html"]
    assert "2024/commitments/c005.html" in pages["reports/2025/sections/1-1-projects.html"]


def test_a_promise_that_is_answered_is_called_by_its_title_and_by_a_new_one_too(years: Sandbox) -> None:
    answering(years, "2024/c005")
    old, new = "新建厂房2栋", "厂房建成两栋"
    for title in (old, new):
        years.edit("reports/2024/commitments/2-1-park/c005.yml", f"title: {old}", f"title: {title}")
        section = years.build(LATER)["reports/2025/sections/1-1-projects.html"].decode()
        assert f'commitments/c005.html">{title}（2024 c005）</a>' in section


@pytest.mark.parametrize(
    ("reference", "said"),
    [("2024/c099", "本站没有 2024/c099"), ("2023/c005", "本站没有 2023/c005"), ("c005", "c005 不是以前的报告的承诺")],
)
def test_an_answer_to_nothing_is_told(years: Sandbox, reference: str, said: str) -> None:
    answering(years, reference)
    done = years.run("check", date=LATER)
    assert done.code == 1
    assert f"[reference] r003：{said}" in done.err
    assert "content/reports/2025/results/1-1-projects.yml:" in done.err


def test_the_figure_an_indicator_names_for_the_year_of_a_target_answers_it(years: Sandbox) -> None:
    years.edit(
        "indicators/output-growth.yml",
        "observations:\n",
        "observations:\n  - {period: 2024, report: 2025, result: r001/2}\n",
    )
    (target,) = row(years, "c001")["targets"]
    assert [(one["figure"], one["value"], one["vintage"]) for one in target["observations"]] == [
        ("2025/r001/2", 8, "forecast")
    ]
    indicators = json.loads(years.build(LATER)["data/indicators.json"])
    growth = next(one for one in indicators if one["id"] == "output-growth")
    assert [one["figure"] for one in growth["observations"]] == ["r001/2", "r001/2"]


def test_evidence_may_be_a_passage_of_our_own_site(years: Sandbox) -> None:
    observe(years, "tax", "period: 2022, value: 600000000, evidence: [{passage: 2025/p1-01}]")
    page = years.build(LATER)["indicators/tax.html"].decode()
    assert "reports/2025/text.html#p1-01" in page
    path = years.content / "indicators/tax.yml"
    path.write_text(path.read_text("utf-8").replace("2025/p1-01", "2025/p9-01"), "utf-8")
    assert "[reference] tax：本站没有 2025/p9-01" in years.run("check", date=LATER).err


ENTRIES = """\
---
title: 两份报告的承诺各有进展
date: 2025-03-01
published: 2025-03-02 09:00
entries:
  - {commitment: 2024/c005, reported: 部分完成, observations: [{target: 1, period: 2024, value: 1, unit: 栋}]}
  - {commitment: c006, reported: 推进中, evidenced: 部分支持}
  - {commitment: c007, evidenced: 无公开证据, searched: 2025-03-01}
evidence: [{publisher: 区政府, title: 进展（虚构）, date: 2025-03-01}]
---

各条不同。
"""
NAME = "updates/2025/2025-03-01-both.md"


def write(years: Sandbox, text: str) -> None:
    (years.content / "updates/2025").mkdir(parents=True, exist_ok=True)
    (years.content / NAME).write_text(text, "utf-8")


def test_one_update_says_of_each_of_its_promises_what_is_so(years: Sandbox) -> None:
    write(years, ENTRIES)
    other, here, last = row(years, "c005"), row(years, "c006", "2025"), row(years, "c007", "2025")
    assert (other["reported"]["status"], other["reported"]["update"]) == ("partly", "2025-03-01-both")
    assert [one["value"] for one in other["targets"][0]["observations"]] == [1]
    assert other["targets"][0]["verdict"]["result"] == "not-met"
    assert (here["reported"]["status"], here["evidenced"]["status"]) == ("under-way", "partly-supported")
    assert (last["reported"]["status"], last["evidenced"]["status"]) == ("no-information", "none-public")
    pages = {name: data.decode("utf-8", "replace") for name, data in years.build(LATER).items()}
    assert "updates/2025/2025-03-01-both.html" in pages["reports/2024/commitments/c005.html"]
    assert "reports/2024/commitments/c005.html" in pages["updates/2025/2025-03-01-both.html"]
    assert json.loads(pages["data/updates.json"])[0]["commitments"] == ["c006", "c007", "2024/c005"]


def test_an_entry_on_another_reports_promise_is_checked_by_that_report(years: Sandbox) -> None:
    write(years, ENTRIES.replace("target: 1, period: 2024", "target: 9, period: 2024"))
    said = years.run("check", date=LATER).err
    assert f"content/{NAME}:6:" in said
    assert "[reference] 2025-03-01-both：c005/9 没有指明一个目标" in said
    write(years, ENTRIES.replace("2024/c005", "2024/c905"))
    assert "2025-03-01-both：本站没有 2024/c905" in years.run("check", date=LATER).err
