"""``accept``: what is ticked becomes records, all of it or nothing, and no other byte moves."""

from __future__ import annotations

import codecs
import json
import re

import pytest

from tests.drafts import drafted
from tests.drafts.drafted import accept, change, draft, item, records, sheets, tick, tick_all, write
from tests.projects import Sandbox, files_of
from tests.repositories import SandboxRepository

RESULTS = "results/part-1.yml"


def check(project: Sandbox) -> str:
    return project.run("check", date=drafted.DAY).err


def test_a_whole_report_is_registered_by_ticking(site: Sandbox) -> None:
    tick_all(site)
    done = accept(site)
    assert (done.code, done.err) == (0, "")
    assert "收入了 7 条承诺、4 条成果、11 条免列\n报告 2024：每个数字和语句都有交代\n" in done.out
    assert sheets(site) == {}
    text = (site.content / "reports/2024/report.md").read_text("utf-8")
    complete = text.replace("\nsource:", "\ncomplete: [p0, part-1, part-2]\nsource:", 1)
    (site.content / "reports/2024/report.md").write_text(complete, "utf-8")
    assert {*re.findall(r"\[([a-z-]+)\]", check(site))} == {"blank"}


def test_a_promise_has_a_file_of_its_own_and_ids_follow_the_text(site: Sandbox) -> None:
    tick_all(site)
    accept(site)
    found = records(site)
    assert [name for name in found if name.startswith("commitments/")] == [
        *("commitments/part-2/c001.yml", "commitments/part-2/c002.yml"),
        *("commitments/s2-1/c003.yml", "commitments/s2-1/c004.yml", "commitments/s2-1/c005.yml"),
        *("commitments/s2-2/c006.yml", "commitments/s2-2/c007.yml"),
    ]
    assert found["commitments/s2-1/c003.yml"].startswith("id: c003\ntitle: 改造老旧小区15个\npassage: p2-02\n")


def test_the_names_of_drafts_become_ids(site: Sandbox) -> None:
    tick_all(site)
    accept(site)
    found = records(site)
    assert "baseline: r002}\nresults: [r002]\n" in found["commitments/s2-1/c003.yml"]
    assert "reason: 统领, see: [c006, c007]}" in found["exemptions.yml"]


def test_what_is_not_ticked_stays_to_the_byte(site: Sandbox) -> None:
    change(site, "quote: 推进社区治理", "- 采纳:", "# 问一下民政局\n- 采纳:")
    name, lines = item(site, "quote: 推进社区治理")
    tick(site, "quote: 6月底前建成河滨公园")
    before = sheets(site)[name]
    taken = item(site, "quote: 6月底前建成河滨公园")[1]
    assert accept(site).code == 0
    assert sheets(site)[name] == before.replace(taken, "", 1)
    assert lines in sheets(site)[name]


def test_accepting_twice_takes_nothing_twice(site: Sandbox) -> None:
    tick(site, "quote: 加装电梯20台")
    accept(site)
    before = files_of(site.content)
    done = accept(site)
    assert (done.code, done.out.splitlines()[0]) == (0, "没有收入：草稿里没有写“是”的")
    assert files_of(site.content) == before


def test_a_half_registered_report_goes_on_with_the_next_ids(site: Sandbox) -> None:
    tick(site, "quote: 加装电梯20台")
    tick(site, "quote: 改造老旧小区12个")
    accept(site)
    tick(site, "quote: 新建社区食堂4处")
    tick(site, "quote: 建成4A级景区1家")
    before = records(site)
    accept(site)
    found = records(site)
    assert found[RESULTS].startswith(before[RESULTS])
    assert "- id: r002\n  title: 建成4A级景区1家\n" in found[RESULTS]
    assert found["commitments/s2-2/c001.yml"] == before["commitments/s2-2/c001.yml"]
    assert "commitments/s2-2/c002.yml" in found


def test_an_id_that_was_ever_given_is_not_given_again(site: Sandbox) -> None:
    retired = "- {record: 2024/c007, date: 2024-03-01, reason: 记错了}\n"
    (site.content / "retired.yml").write_text(retired, "utf-8")
    tick(site, "quote: 加装电梯20台")
    done = accept(site)
    assert "commitments/s2-2/　c008" in done.out, done.out + done.err


@pytest.mark.parametrize("retire", [False, True])
def test_an_id_that_was_published_once_is_not_given_again(site: Sandbox, *, retire: bool) -> None:
    settings = site.content / "site.yml"
    settings.write_text(re.sub(r"(?m)^published_since: .*\n", "", settings.read_text("utf-8")), "utf-8")
    tick(site, "quote: 加装电梯20台")
    tick(site, "quote: 改造老旧小区12个")
    accept(site)
    repository = SandboxRepository(site.root)
    repository.commit("2024-02-11")
    (site.content / "reports/2024/commitments/s2-2/c001.yml").unlink()
    (site.content / "reports/2024" / RESULTS).unlink()
    if retire:
        retired = site.content / "retired.yml"
        lines = "".join(f"- {{record: 2024/{id}, date: 2024-02-12, reason: 记错了}}\n" for id in ("c001", "r001"))
        retired.write_text(lines, "utf-8")
        repository.commit("2024-02-12")
        retired.unlink()
    draft(site)
    tick(site, "quote: 新建社区食堂4处")
    tick(site, "quote: 建成4A级景区1家")
    done = accept(site)
    assert ("commitments/s2-2/　c002" in done.out, f"{RESULTS}　r002" in done.out) == (True, True), done.out + done.err


def test_what_was_accepted_is_named_by_its_id_in_what_is_left(site: Sandbox) -> None:
    tick(site, "quote: 改造老旧小区12个")
    accept(site)
    _name, lines = item(site, "quote: 改造老旧小区15个")
    assert "baseline: r001}\n    results: [r001]\n" in lines


def test_what_names_an_undecided_draft_waits(site: Sandbox) -> None:
    tick(site, "quote: 改造老旧小区15个")
    done = accept(site)
    assert "写了“是”，但它说到的 d7 还没有决定，先留在草稿里" in done.out
    assert records(site) == {}
    tick(site, "quote: 改造老旧小区12个", "否")
    assert accept(site).code == 0
    assert "results" not in records(site)["commitments/s2-1/c001.yml"]


def test_what_names_a_part_of_an_undecided_draft_waits(site: Sandbox) -> None:
    change(site, "quote: 改造老旧小区15个", "results: [d7]", "results: [d7/1]")
    change(site, "quote: 改造老旧小区15个", ", baseline: d7}", "}")
    tick(site, "quote: 改造老旧小区15个")
    assert "写了“是”，但它说到的 d7 还没有决定，先留在草稿里" in accept(site).out
    assert records(site) == {}


def test_a_comment_of_the_editor_goes_along(site: Sandbox) -> None:
    change(site, "quote: 加装电梯20台", "    kind:", "    # 两读有别，取甲读\n    kind:")
    tick(site, "quote: 加装电梯20台")
    accept(site)
    assert "quote: 加装电梯20台\n# 两读有别，取甲读\nkind: " in records(site)["commitments/s2-2/c001.yml"]


def test_a_record_in_braces_is_read_as_well(site: Sandbox) -> None:
    name, lines = item(site, "quote: 加装电梯20台")
    record = "{title: 加装电梯20台, passage: p2-03, quote: 加装电梯20台, kind: 民生实事候选, topics: [城市更新]"
    record += ", specificity: [数量], targets: [{measure: 加装电梯, written: 20台}]}"
    short = lines.partition("  承诺:\n")[0].replace("- 采纳:", "- 采纳: 是") + f"  承诺: {record}\n"
    write(site, name, sheets(site)[name].replace(lines, short))
    assert accept(site).code == 0
    assert "targets:\n  - {measure: 加装电梯, written: 20台}\n" in records(site)["commitments/s2-2/c001.yml"]


def test_one_wrong_record_keeps_all_others_out(site: Sandbox) -> None:
    change(site, "quote: 加装电梯20台", "kind: 民生实事候选", "kind: 民生大事")
    change(site, "quote: 改造老旧小区12个", "quote: 改造", "quote: 改建")
    tick_all(site)
    before = sheets(site), files_of(site.content)
    done = accept(site)
    lines = done.err.splitlines()
    assert (done.code, done.out) == (1, "没有收入任何一条：先改好上面的问题\n")
    assert [line.split(" ")[1] for line in lines if not line.startswith(" ")] == ["[quote]", "[unknown-word]"]
    name, _slash, rest = lines[2].partition(":")
    line, column = (int(one) for one in rest.split(":")[:2])
    assert sheets(site)["2024/s2-2.yml"].split("\n")[line - 1][column - 1 :] == "kind: 民生大事"
    assert name == "draft/2024/s2-2.yml"
    assert (sheets(site), files_of(site.content)) == before


@pytest.mark.parametrize(
    ("old", "new"),
    [("baseline: d7}", "baseline: [d7]}"), ("results: [d7]", "results: [[d7]]"), ("results: [d7]", "results: {d: 7}")],
)
def test_what_is_no_name_where_one_belongs_ends_in_a_problem(site: Sandbox, old: str, new: str) -> None:
    change(site, "quote: 改造老旧小区15个", old, new)
    tick_all(site)
    done = accept(site)
    assert (done.code, records(site)) == (1, {})
    assert done.err.startswith("draft/2024/s2-1.yml:")


def test_errors_of_the_content_itself_are_in_nobodys_way(site: Sandbox) -> None:
    (site.content / "about.md").write_text("没有头\n", "utf-8")
    tick(site, "quote: 加装电梯20台")
    assert accept(site).code == 0


def test_a_dry_run_writes_nothing(site: Sandbox) -> None:
    tick_all(site)
    before = sheets(site), files_of(site.content)
    done = accept(site, "--dry-run")
    assert "会收入 7 条承诺、4 条成果、11 条免列；没有写文件" in done.out
    assert (sheets(site), files_of(site.content)) == before


def test_only_the_named_files_are_looked_at(site: Sandbox) -> None:
    tick_all(site)
    accept(site, str(site.root / "draft/2024/p0.yml"))
    assert [*records(site)] == ["exemptions.yml"]
    assert "2024/s2-1.yml" in sheets(site)


def test_a_file_that_is_no_draft_is_refused(site: Sandbox) -> None:
    done = accept(site, "content/site.yml")
    assert (done.code, done.err) == (2, "")
    assert "没有草稿文件 content/site.yml" in done.out


@pytest.mark.parametrize("mark", ["", codecs.BOM_UTF8.decode()])
def test_files_from_windows_keep_their_line_ends(site: Sandbox, mark: str) -> None:
    tick(site, "quote: 6月底前建成河滨公园")
    path = site.root / "draft/2024/s2-1.yml"
    path.write_bytes((mark + path.read_text("utf-8").replace("\n", "\r\n")).encode())
    assert accept(site).code == 0
    left = path.read_bytes().decode()
    assert left.startswith(mark + "# 登记草稿")
    assert left.count("\n") == left.count("\r\n")
    assert "6月底前建成河滨公园\r\n    passage" not in left
    assert "\r" not in records(site)["commitments/s2-1/c001.yml"]


def test_results_are_added_to_a_file_from_windows_as_it_is_written(site: Sandbox) -> None:
    tick(site, "quote: 改造老旧小区12个")
    accept(site)
    path = site.content / "reports/2024" / RESULTS
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    tick(site, "quote: 建成4A级景区1家")
    assert accept(site).code == 0
    assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n")


def test_an_indicator_gets_its_line_with_the_record(site: Sandbox) -> None:
    indicator = site.content / "indicators/gdp-growth.yml"
    indicator.parent.mkdir(exist_ok=True)
    before = "id: gdp-growth\nname: 地区生产总值增速\nunit: '%'\npolarity: up\n"
    indicator.write_text(before, "utf-8")
    draft(site)
    tick_all(site)
    assert accept(site).code == 0
    observed = "observations:\n  - {period: 2023, report: 2024, result: r001/2}\n"
    aimed = "targets:\n  - {period: 2024, report: 2024, commitment: c001/1}\n"
    assert indicator.read_text("utf-8") == before + observed + aimed


def test_machines_are_told_what_went_where(site: Sandbox) -> None:
    tick(site, "quote: 加装电梯20台")
    found = json.loads(site.run("accept", "--json", date=drafted.DAY).out)
    path = "content/reports/2024/commitments/s2-2/c001.yml"
    assert found["accepted"] == [{"id": "c001", "kind": "commitment", "path": path}]
    assert found["written"] == [path]
    assert found["uncovered"]["2024"] > 0
