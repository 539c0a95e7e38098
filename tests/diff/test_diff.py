"""``build.py diff``: what the content as it lies here would change on the site, told in full."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.diff import scripted
from tests.diff.scripted import EXPECTED, FORMS
from tests.projects import GOLDEN, Run, Sandbox, date_of
from tests.repositories import SandboxRepository

C011 = "reports/2024/commitments/2-2-livelihood/c011.yml"
C006 = "reports/2024/commitments/2-1-park/c006.yml"
UPDATE = "updates/2024/2024-02-20-roads.md"
ROADS_DONE = """\
---
title: 道路改造完工
date: 2024-02-20
published: 2024-02-20 18:00
commitments: [c006]
reported: 已完成
evidenced: 有证据支持
observations:
  - {target: c006/1, period: 2024-02-20, value: 3, unit: 条}
evidence:
  - {publisher: 样品园区办, title: 完工公告, date: 2024-02-20}
---

3条都已通车。
"""


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Sandbox:
    return scripted.committed(tmp_path_factory.mktemp("kept"))


@pytest.fixture
def made(kept: Sandbox, tmp_path: Path) -> Sandbox:
    """A published project, to change at will."""
    shutil.copytree(kept.root, tmp_path / "project")
    return Sandbox(tmp_path / "project")


def write(made: Sandbox, name: str, text: str) -> None:
    path = made.content / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def told(done: Run) -> str:
    """What was said, without the line that names the commit."""
    head, _line, rest = done.out.partition("\n")
    assert re.fullmatch(r"与 (?:\S+ )?.*（[0-9a-f]{10}，2024-02-10）相比：(?:没有变化)?", head), head
    return rest.strip("\n")


def data(made: Sandbox, *arguments: str) -> Any:
    return json.loads(made.run("diff", "--json", *arguments).out)


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Sandbox:
    return scripted.year(tmp_path_factory.mktemp("year"))


@pytest.mark.parametrize("form", FORMS)
def test_the_example_s_year_is_told_in_full(year: Sandbox, form: str) -> None:
    assert scripted.said(year, form) == (EXPECTED / form).read_text("utf-8")


def test_content_as_it_was_is_no_change(made: Sandbox) -> None:
    done = made.run("diff")
    assert (done.code, done.err, told(done)) == (0, "", "")
    assert done.out.endswith("相比：没有变化\n")
    comment = made.run("diff", "--format", "markdown").out
    assert comment.splitlines()[2].endswith("相比：没有变化")
    assert data(made)["same"] is True


@pytest.mark.parametrize("case", ["two-reports", "shiguang"])
def test_any_content_is_no_change_against_itself(tmp_path: Path, case: str) -> None:
    made = scripted.committed(tmp_path, case)
    done = made.run("diff", date=date_of(case))
    assert (done.code, done.out.endswith("相比：没有变化\n")) == (0, True), done.out + done.err


def test_nothing_is_written_but_to_the_cache(made: Sandbox) -> None:
    before = {path for path in made.root.rglob("*") if ".cache" not in path.parts and ".git" not in path.parts}
    made.run("diff")
    after = {path for path in made.root.rglob("*") if ".cache" not in path.parts and ".git" not in path.parts}
    assert after == before


UPDATED = """\
结论：1 条
  承诺 c006《改造道路3条》：未到期 → 达成

记录：新增 1 条
  新收录更新《道路改造完工》

目标的对照：1 条
  2024/c006/1（改造道路 3条）：暂不能对照 → 达成
    原来：目标≥3条，缺实际值
    现在：目标≥3条，实际3条，100%，达成

各种结论的条数：2 个
  2024年示例区政府工作报告
    达成 0 → 1
    未到期 7 → 6

数字：4 个
  2024年示例区政府工作报告
    有公开信息的承诺 0 → 1
    达成的目标 0 → 1
    可判定的目标 0 → 1
    更新 0 → 1

网址：新增 4
  新增：data/evidence.html 数据：证据
  新增：data/updates.html 数据：跟踪更新
  新增：updates.html 跟踪更新
  新增：updates/2024/2024-02-20-roads.html 道路改造完工"""


def test_an_update_changes_an_outcome_and_its_counts(made: Sandbox) -> None:
    write(made, UPDATE, ROADS_DONE)
    done = made.run("diff")
    assert (done.code, done.err) == (0, "")
    assert told(done).partition("\n\n内容有变的网页：")[0] == UPDATED


SILENT = f"""\
content/{C006}:11:1: [silent-change] 承诺 2024/c006 的 deadline（完成时限）改了，却没有更正：曾是“2024-06-30”，\
现在是“2024-12-31”（还没有发布的改动）
    提示：改回原值；或在 content/corrections/ 写一条更正，其中 corrects: \
[{{record: 2024/c006, field: deadline, was: 2024-06-30, now: 2024-12-31}}]
"""


def test_a_change_in_silence_is_told_and_fails(made: Sandbox) -> None:
    made.edit(C006, "deadline: 2024-06-30", "deadline: 2024-12-31")
    done = made.run("diff")
    assert (done.code, done.err) == (1, SILENT)
    assert told(done).startswith("记录：改动 1 条\n  承诺 c006《改造道路3条》\n    完成时限 2024-06-30 → 2024-12-31\n")
    assert data(made)["passed"] is False
    assert "**不能这样合并：1 个错误**" in made.run("diff", "--format", "markdown").out


def test_a_correction_licenses_a_change_and_is_named_beside_it(made: Sandbox) -> None:
    made.edit(C006, "deadline: 2024-06-30", "deadline: 2024-06-29")
    corrects = "{record: 2024/c006, field: deadline, was: 2024-06-30, now: 2024-06-29}"
    head = f"title: 时限写错了\ndate: 2024-02-28\npublished: 2024-02-28 10:00\ncorrects: [{corrects}]\n"
    write(made, "corrections/2024-02-28-day.md", f"---\n{head}---\n\n核对时发现。\n")
    done = made.run("diff")
    assert (done.code, done.err) == (0, "")
    assert told(done).partition("\n\n")[0].splitlines() == [
        "记录：新增 1 条，改动 1 条",
        "  承诺 c006《改造道路3条》",
        "    完成时限 2024-06-30 → 2024-06-29",
        "    更正：corrections/2024-02-28-day",
        "  更正：时限写错了",
    ]


def rename(made: Sandbox) -> None:
    """Two records in one file, under another name."""
    joined = made.content / "reports/2024/commitments/part-2/growth.yml"
    texts = []
    for name in ("c001", "c002"):
        path = made.content / f"reports/2024/commitments/part-2/{name}.yml"
        texts.append("- " + path.read_text("utf-8").rstrip().replace("\n", "\n  ") + "\n")
        path.unlink()
    joined.write_text("".join(texts), "utf-8")


def restyle(made: Sandbox) -> None:
    """Every record of the register in another spelling and order."""
    for path in (made.content / "reports").rglob("c0*.yml"):
        values = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
        text = yaml.safe_dump(values, allow_unicode=True, sort_keys=True, default_style='"', width=60)
        path.write_bytes(text.replace("\n", "\r\n").encode())


@pytest.mark.parametrize("edit", [rename, restyle])
def test_files_that_say_the_same_are_no_change(made: Sandbox, edit: Callable[[Sandbox], None]) -> None:
    edit(made)
    done = made.run("diff")
    assert (done.code, told(done)) == (0, ""), done.err


def test_what_is_retired_keeps_its_address_and_leads_on(made: Sandbox) -> None:
    write(made, UPDATE, ROADS_DONE)
    again = UPDATE.replace("roads", "roads-again")
    write(made, again, ROADS_DONE)
    SandboxRepository(made.root).commit("2024-02-21")
    (made.content / again).unlink()
    retired = f"- {{record: {again[:-3]}, to: {UPDATE[:-3]}, date: 2024-02-28}}\n"
    write(made, "retired.yml", retired)
    found = data(made)
    assert found["passed"] is True
    address = "updates/2024/2024-02-20-roads-again.html"
    assert found["pages"]["gone"] == []
    assert found["pages"]["redirected"] == [
        {"url": address, "title": "道路改造完工", "to": "updates/2024/2024-02-20-roads.html"}
    ]


def test_what_the_law_takes_down_is_not_said_again(made: Sandbox) -> None:
    write(made, UPDATE, ROADS_DONE.replace("道路改造完工", "住在样品街的丙某某"))
    SandboxRepository(made.root).commit("2024-02-21")
    (made.content / UPDATE).unlink()
    withdrawn = "{kind: 住址, date: 2024-02-28, by: 样品园区办, rule: 政府信息公开条例第十五条}"
    write(made, "retired.yml", f"- {{record: {UPDATE[:-3]}, date: 2024-02-28, withdrawn: {withdrawn}}}\n")
    for form in FORMS.values():
        done = made.run("diff", *form)
        assert (done.code, done.err) == (0, "")
        assert "丙某某" not in done.out


def test_what_is_gone_without_a_word_fails_once(made: Sandbox) -> None:
    write(made, UPDATE, ROADS_DONE)
    SandboxRepository(made.root).commit("2024-02-21")
    (made.content / UPDATE).unlink()
    done = made.run("diff", "--json")
    found = json.loads(done.out)
    assert (done.code, [one["rule"] for one in found["problems"]]) == (1, ["lost-id"])
    assert found["pages"]["gone"] == [{"url": "updates/2024/2024-02-20-roads.html", "title": "道路改造完工"}]


def test_a_new_report_is_counted_and_its_pages_are_new(made: Sandbox) -> None:
    shutil.copytree(GOLDEN / "two-reports/content/reports/2023", made.content / "reports/2023")
    found = data(made)
    assert found["passed"] is True, found["problems"]
    assert [one["record"] for one in found["records"] if one["kind"] == "report"] == ["reports/2023"]
    assert {"reports/2023/index.html", "reports/2023/text.html"} <= {one["url"] for one in found["pages"]["new"]}
    assert "  新收录段落 " in made.run("diff").out


def test_errors_of_then_do_not_hide_what_can_be_compared(made: Sandbox) -> None:
    broken = (made.content / C011).read_text("utf-8")
    (made.content / C011).write_text(broken.replace("title:", "titel:"), "utf-8")
    write(made, UPDATE, ROADS_DONE)
    SandboxRepository(made.root).commit("2024-02-21")
    (made.content / C011).write_text(broken, "utf-8")
    found = data(made)
    assert (found["passed"], [one["rule"] for one in found["problems_before"]]) == (True, ["unknown-field"])
    assert found["not_compared"] == {"before": ["2024"], "now": [], "pages": True}
    assert made.run("diff").out.splitlines()[1:4] == [
        "当时的内容按今天的规则有 1 个错误，能比的都比了",
        "当时读不全的报告，只比了记录：2024",
        "全站的网页没有比",
    ]


def test_a_site_that_cannot_be_read_is_not_said_to_be_the_same(made: Sandbox) -> None:
    (made.content / "site.yml").write_text("title: [\n", "utf-8")
    done = made.run("diff")
    assert (done.code, done.out.splitlines()[0][-8:]) == (1, "：能比的没有变化")
    assert data(made)["same"] is False


def test_errors_of_now_fail_and_what_can_be_compared_is(made: Sandbox) -> None:
    write(made, UPDATE, ROADS_DONE.replace("commitments: [c006]", "commitments: [c999]"))
    done = made.run("diff")
    assert done.code == 1
    assert f"content/{UPDATE}:5:" in done.err


@pytest.mark.parametrize("name", ["nonsense", "-", "HEAD~99", "HEAD\nHEAD"])
def test_a_commit_that_nobody_knows_is_wrong_usage(made: Sandbox, name: str) -> None:
    done = made.run("diff", "--", name)
    assert (done.code, done.err) == (2, "")
    assert done.out == f"仓库里没有 {name} 这个提交、分支或标签；用 git log 找一个，或先 git fetch\n"


def test_a_commit_without_content_is_wrong_usage(made: Sandbox) -> None:
    repository = SandboxRepository(made.root)
    empty = repository.git("commit-tree", repository.git("mktree"), "-m", "x")
    done = made.run("diff", empty)
    assert (done.code, done.out) == (2, f"提交 {empty} 里没有内容文件夹，没有可比的\n")


def test_a_shallow_clone_says_how_to_fetch_more(made: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (made.content / "about.md").write_text((made.content / "about.md").read_text("utf-8") + "\n多一段。\n", "utf-8")
    repository = SandboxRepository(made.root)
    repository.commit("2024-02-21")
    clone = Sandbox(repository.clone(tmp_path / "clone", "--depth", "1").root)
    monkeypatch.setenv("CI", "true")
    done = clone.run("diff")
    assert (done.code, done.out.splitlines()[0]) == (2, "没有比较")
    assert "fetch-depth: 0" in done.out


ABSENT = "没有比较\n没有 git 仓库：发布过的内容有没有被改动，没有核对，更新时间不显示\n"


def test_a_folder_without_git_says_so(made: Sandbox) -> None:
    shutil.rmtree(made.root / ".git")
    done = made.run("diff")
    assert (done.code, done.out) == (2, ABSENT)


def test_a_branch_is_held_against_where_it_left_what_is_published(made: Sandbox, tmp_path: Path) -> None:
    clone = SandboxRepository(made.root).clone(tmp_path / "clone")
    branch = Sandbox(clone.root)
    write(branch, UPDATE, ROADS_DONE)
    clone.commit("2024-02-21")
    found = data(branch)
    assert found["revision"]["name"] == "origin/main"
    assert [one["record"] for one in found["records"]] == ["updates/2024/2024-02-20-roads"]
    assert data(branch, "HEAD")["same"] is True
