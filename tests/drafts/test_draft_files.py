"""``draft``: what nothing accounts for, proposed in files that an editor decides in, and that nothing else reads."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
import yaml

from tests.drafts import drafted
from tests.drafts.drafted import accept, change, draft, item, records, sheets, tick, tick_all, write
from tests.projects import FIRST_YEAR, Sandbox, date_of, files_of


def test_each_section_has_a_file_of_its_own(site: Sandbox) -> None:
    assert [*sheets(site)] == ["2024/p0.yml", "2024/part-1.yml", "2024/part-2.yml", "2024/s2-1.yml", "2024/s2-2.yml"]


def test_a_promise_is_drafted_with_its_target_and_last_years_figure(site: Sandbox) -> None:
    _name, lines = item(site, "quote: 改造老旧小区15个")
    assert (
        lines.partition("  承诺:\n")[2]
        == """\
    title: 改造老旧小区15个
    passage: p2-02
    quote: 改造老旧小区15个
    kind: 重点任务
    topics: [城市更新]
    specificity: [成果, 数量]
    targets:
      - {measure: 改造老旧小区, written: 15个, baseline: d7}
    results: [d7]
"""
    )
    assert "# 原文：【改造老旧小区15个】，6月底前建成河滨公园。推进社区治理。" in lines
    assert "# 程序读作：15个 → 不低于 15个，承诺（改造）" in lines


def test_a_result_is_drafted_with_its_figures(site: Sandbox) -> None:
    _name, lines = item(site, "quote: 全县地区生产总值180亿元，增长5.6%")
    assert "kind: 量化成果\n" in lines
    assert "- {measure: 地区生产总值, written: 180亿元}\n" in lines
    assert "- {measure: 地区生产总值, written: 5.6%, growth: true}\n" in lines


def test_a_lead_in_names_the_drafts_that_follow_it(site: Sandbox) -> None:
    _name, lines = item(site, "quote: 提请大会票决的民生实事候选项目")
    assert "reason: 统领\n    see: [d18, d20]\n" in lines


def test_a_lead_in_names_the_first_draft_of_each_section_below(tmp_path: Path) -> None:
    text = drafted.TEXT.replace("（一）", "为此，要重点抓好以下两个方面工作：\n（一）")
    project = drafted.begun(tmp_path, text)
    draft(project)
    _name, lines = item(project, "方面工作")
    first, second = (
        re.findall("代号: (d[0-9]+)", item(project, quote)[1]) for quote in ("老旧小区15个", "新建社区食堂")
    )
    assert f"reason: 统领\n    see: [{first[0]}, {second[0]}]\n" in lines
    assert "后面各节" not in lines


def test_a_project_put_to_the_vote_names_its_task(tmp_path: Path) -> None:
    project = drafted.begun(tmp_path, drafted.TEXT.replace("2.加装电梯20台", "2.老旧小区改造项目"))
    draft(project)
    task = re.findall("代号: (d[0-9]+)", item(project, "quote: 改造老旧小区15个")[1])[0]
    assert f"same_matter: [{task}]\n" in item(project, "quote: 老旧小区改造项目")[1]
    tick_all(project)
    assert accept(project).code == 0
    assert "same_matter: [c003]\n" in records(project)["commitments/s2-2/c007.yml"]


def test_editors_tools_know_what_a_draft_file_may_hold(site: Sandbox) -> None:
    told = json.loads((site.root / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    (path,) = (name for name, pattern in told.items() if pattern == "draft/*/*.yml")
    validator = jsonschema.Draft202012Validator(json.loads((site.root / path).read_text("utf-8")))
    tick(site, "quote: 加装电梯20台")
    found = {name: yaml.safe_load(text) for name, text in sheets(site).items()}
    assert [error.message for one in found.values() for error in validator.iter_errors(one)] == []
    found["2024/p0.yml"]["建议"][0]["免列"]["reason"] = "客套"
    assert not validator.is_valid(found["2024/p0.yml"])


def test_of_two_equal_figures_in_a_promise_the_second_says_why_it_is_exempted(tmp_path: Path) -> None:
    text = drafted.TEXT.replace("推进社区治理。", "建成口袋公园10家、驿站10家。")
    project = drafted.begun(tmp_path, text)
    draft(project)
    assert "引文里有两个同样的数" in item(project, "quote: 10家\n    occurrence: 2")[1]
    tick_all(project)
    assert accept(project).code == 0


def test_the_head_says_how_to_decide(site: Sandbox) -> None:
    head = sheets(site)["2024/s2-1.yml"].partition("建议:")[0]
    assert "写“是”就收入登记，写“否”就不要" in head
    assert head.endswith("报告: 2024\n小节: s2-1\n")


def test_nothing_but_these_two_commands_reads_drafts(site: Sandbox) -> None:
    tick_all(site)
    write(site, "2024/s2-1.yml", "不是草稿：[")
    checked, built = site.run("check", date=drafted.DAY), site.run("build", date=drafted.DAY)
    assert built.code == 0
    published = files_of(site.site)
    for folder in (site.root / "draft", site.cache, site.site):
        shutil.rmtree(folder)
    assert site.run("check", date=drafted.DAY) == checked
    assert site.run("build", date=drafted.DAY).err == built.err
    assert files_of(site.site) == published


def test_drafting_again_changes_nothing(site: Sandbox) -> None:
    before = sheets(site)
    assert draft(site).code == 0
    assert sheets(site) == before


def test_drafting_changes_nothing_of_the_content(site: Sandbox) -> None:
    before = files_of(site.content)
    draft(site)
    assert files_of(site.content) == before


def test_what_an_editor_changed_or_decided_stands_to_the_letter(site: Sandbox) -> None:
    change(site, "quote: 推进社区治理", "title: 推进社区治理", "title: 社区治理")
    tick(site, "quote: 改造老旧小区15个")
    tick(site, "quote: 6月底前建成河滨公园", "否")
    before = sheets(site)
    done = draft(site)
    assert "draft/2024/s2-1.yml：起草 0 项，原样留下 3 项" in done.out
    assert sheets(site) == before


def test_a_comment_is_a_change_too(site: Sandbox) -> None:
    change(site, "quote: 推进社区治理", "- 采纳:", "# 问一下民政局\n- 采纳:")
    draft(site)
    assert "# 问一下民政局\n" in sheets(site)["2024/s2-1.yml"]


def test_what_was_refused_is_not_proposed_again(site: Sandbox) -> None:
    tick(site, "quote: 推进社区治理", "否")
    draft(site)
    assert sheets(site)["2024/s2-1.yml"].count("quote: 推进社区治理") == 1


def test_what_is_registered_by_now_goes(site: Sandbox) -> None:
    tick(site, "quote: 推进社区治理")
    folder = site.content / "reports/2024/commitments/s2-1"
    folder.mkdir(parents=True)
    own = item(site, "quote: 推进社区治理")[1].partition("  承诺:\n")[2].replace("    ", "")
    (folder / "c001.yml").write_text("id: c001\n" + own, "utf-8")
    done = draft(site)
    assert "已经登记，从草稿里去掉：推进社区治理" in done.out
    assert "推进社区治理\n" not in sheets(site)["2024/s2-1.yml"].replace("原文", "")


def test_a_copied_item_without_its_name_is_an_item_of_its_own(site: Sandbox) -> None:
    name, lines = item(site, "quote: 改造老旧小区15个")
    copy = "\n".join(line for line in lines.split("\n") if "代号" not in line).replace("老旧小区15个\n", "老旧小区15\n")
    write(site, name, sheets(site)[name] + copy)
    assert draft(site).code == 0
    assert sheets(site)[name].count("  承诺:") == 4


def test_one_section_alone_can_be_drafted(tmp_path: Path) -> None:
    project = drafted.begun(tmp_path)
    assert draft(project, "2024", "--section", "s2-1").code == 0
    assert [*sheets(project)] == ["2024/s2-1.yml"]
    assert "results: [d7]" in sheets(project)["2024/s2-1.yml"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("2023",), "没有可以起草的报告 2023；有：2024"),
        (("--section", "s9"), "报告 2024 里没有小节 s9；有：p0、part-1"),
    ],
)
def test_what_is_not_there_is_refused(site: Sandbox, words: tuple[str, ...], told: str) -> None:
    done = draft(site, *words)
    assert (done.code, done.err) == (2, "")
    assert told in done.out


def test_a_registered_report_leaves_nothing_to_draft(create: Callable[..., Sandbox]) -> None:
    project = create(FIRST_YEAR)
    done = project.run("draft", date=date_of(FIRST_YEAR))
    assert (done.code, done.out) == (0, "没有要起草的：每个语句和数字都有交代\n")
    assert not (project.root / "draft").exists()


def test_a_record_that_cannot_be_read_is_mended_first(site: Sandbox) -> None:
    folder = site.content / "reports/2024/commitments/s2-1"
    folder.mkdir(parents=True)
    (folder / "c001.yml").write_text("id: c001\ntitle: [\n", "utf-8")
    before = sheets(site)
    done = draft(site)
    assert done.code == 1
    assert done.err.startswith("content/reports/2024/commitments/s2-1/c001.yml:")
    assert sheets(site) == before


BROKEN = [
    ("- 采纳:\n", "- 采纳: 也许\n", ":[draft] “采纳”写的是“也许”", "写“是”或“否”；没想好就空着"),
    ("  承诺:\n", "  承诺书:\n", ":[draft] 没有“承诺书”这一栏", "是不是“承诺”？"),
    ("    title", "   title", ":[yaml", ""),
    ("  承诺:\n", "  承诺: 改造\n  备注:\n", ":[draft] “承诺”下面应当是一组字段", "一行一个字段"),
    ("代号: d14", "代号: d13", ":[draft] 代号 d13 写了两次", "复制来的那一项，删去“代号”一行"),
    ("小节: s2-1\n", "", ":[draft] 缺少“小节”", "改坏了就删去它，重新生成"),
]


@pytest.mark.parametrize(("old", "new", "told", "hint"), BROKEN, ids=[one[1].strip() or one[0] for one in BROKEN])
def test_a_spoilt_file_is_told_with_its_place_and_left_alone(
    site: Sandbox, old: str, new: str, told: str, hint: str
) -> None:
    text = sheets(site)["2024/s2-1.yml"].replace(old, new, 1)
    write(site, "2024/s2-1.yml", text)
    for done in (draft(site), accept(site)):
        assert done.code == 1
        assert done.err.startswith("draft/2024/s2-1.yml:")
        assert told.removeprefix(":") in done.err
        assert hint in done.err
    assert sheets(site)["2024/s2-1.yml"] == text
    assert records(site) == {}


@pytest.mark.parametrize(
    "text", ["", "[]", "一二三", "建议", "{报告: 2024}", "建议:\n- 一\n", "报告: 2024\n小节: x\n建议: 1\n"]
)
def test_whatever_stands_in_a_draft_file_ends_in_a_problem(site: Sandbox, text: str) -> None:
    write(site, "2024/s2-1.yml", text)
    assert (accept(site).code, draft(site).code) == (1, 1)


def test_machines_are_told_each_draft(site: Sandbox) -> None:
    found = json.loads(site.run("draft", "--json", date=drafted.DAY).out)
    assert found["report"] == "2024"
    assert found["written"] == []
    one = next(one for one in found["drafts"] if one["values"].get("title") == "加装电梯20台")
    assert (one["kind"], one["section"], one["doubts"]) == ("commitment", "s2-2", [])
