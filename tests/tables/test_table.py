"""``table out`` and ``table in``: the way of a workbook to a department and back."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.projects import Run, Sandbox, files_of
from tests.tables.conftest import TODAY

SOFFICE = shutil.which("soffice")
NEEDS_SOFFICE = pytest.mark.skipif(
    SOFFICE is None and "CI" not in os.environ, reason="LibreOffice (soffice) is not installed"
)
DOCUMENT = ("--publisher", "拾光区住建局", "--title", "2025年重点任务完成情况表", "--day", "2026-03-10")


def table(project: Sandbox, *words: str | Path) -> Run:
    return project.run("table", *map(str, words), date=TODAY)


def sent(project: Sandbox, *words: str) -> Path:
    """The workbook that goes out."""
    path = project.root / "out.xlsx"
    done = table(project, "out", *words, "-o", path)
    assert (done.code, done.err.count("错误")) == (0, 0), done
    return path


def filled(path: Path, **rows: dict[str, Any]) -> Path:
    """Some cells filled in, by id (2025/c013/1 is c013_1) and head."""
    book = openpyxl.load_workbook(path)
    sheet = book["填报"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    places = {sheet.cell(n, columns["编号"]).value: n for n in range(2, sheet.max_row + 1)}
    for id, values in rows.items():
        for head, value in values.items():
            sheet.cell(places[f"2025/{id.replace('_', '/')}"], columns[head]).value = value
    target = path.with_name("filled.xlsx")
    book.save(target)
    return target


def by_openpyxl(path: Path) -> Path:
    return filled(path)


def by_libreoffice(kind: str) -> Callable[[Path], Path]:
    def save(path: Path) -> Path:
        folder = path.parent / "saved"
        own = f"-env:UserInstallation=file://{path.parent}/profile"
        words = (SOFFICE or "soffice", own, "--headless", "--convert-to", kind, "--outdir", str(folder), str(path))
        subprocess.run(words, check=True, capture_output=True, env=os.environ | {"LC_ALL": "C.UTF-8"}, timeout=120)
        return folder / f"{path.stem}.{kind}"

    return save


@pytest.mark.parametrize(
    "save",
    [
        pytest.param(lambda path: path, id="as it was"),
        pytest.param(by_openpyxl, id="openpyxl"),
        pytest.param(by_libreoffice("xlsx"), id="libreoffice-xlsx", marks=NEEDS_SOFFICE),
        pytest.param(by_libreoffice("ods"), id="libreoffice-ods", marks=NEEDS_SOFFICE),
    ],
)
def test_a_workbook_that_comes_back_as_it_went_changes_nothing(own: Sandbox, save: Callable[[Path], Path]) -> None:
    back = save(sent(own))
    assert table(own, "in", back, "--dry-run").out == "没有新的内容\n"


def test_a_department_gets_what_it_leads_or_supports(own: Sandbox) -> None:
    sheet = openpyxl.load_workbook(sent(own, "--department", "拾光区城乡建设局"))["填报"]
    assert [cell.value for cell in sheet["B"][1:]] == [
        f"2025/{id}/1" for id in ("c012", "c013", "c014", "c015", "c016", "c018", "c022", "c023")
    ]


def test_a_section_and_a_time_may_be_asked_for(own: Sandbox) -> None:
    path = sent(own, "--section", "2-1", "--period", "2025-06")
    sheet = openpyxl.load_workbook(path)["填报"]
    assert {cell.value for cell in sheet["P"][1:] if cell.value} == {"2025-06"}
    assert [cell.value for cell in sheet["N"][1:] if cell.value] == []
    assert table(own, "in", path, "--dry-run").out == "没有新的内容\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--department", "住建局"), "词表 departments 里没有“住建局”。是不是“拾光区住建局”？"),
        (("--report", "2020"), "没有报告 2020；有：2025、2024"),
        (("--section", "第九章"), "报告 2025 里没有章节“第九章”，有："),
        (("--period", "六月"), "时期写成 2025、2025-06 或 2025-06-18，不是 六月"),
    ],
)
def test_what_is_not_there_is_told_with_what_is(own: Sandbox, words: tuple[str, ...], told: str) -> None:
    done = table(own, "out", *words)
    assert (done.code, done.out.startswith(told)) == (2, True), done


def test_a_file_that_stands_is_not_overwritten(own: Sandbox) -> None:
    path = sent(own)
    done = table(own, "out", "-o", path)
    assert (done.code, done.out) == (2, f"已有 {path}，没有改动它；用 -o 换一个名字\n")


@pytest.fixture
def full(own: Sandbox) -> Path:
    return filled(
        sent(own),
        c013_1={"状态": "部分完成", "进展": "1. 已建成1500个\n*其余在建*", "实际值": 1500, "时期": "2025"},
        c015_1={
            "状态": "已完成",
            "实际值": 0.05,
            "计量单位": "万个",
            "时期": "2025年全年",
            "完成时限": date(2025, 11, 30),
        },
        c018_1={"完成时限": "2025年11月底前"},
    )


UPDATE = """\
---
title: 拾光区住建局公布多条承诺的进展
date: 2026-03-10
published: 2026-03-20 09:00
entries:
  # 新建停车位2000个
  - {commitment: c013, reported: 部分完成, observations: [{target: 1, period: 2025, value: 1500, unit: 个}]}
  # 新建充电桩500个
  - {commitment: c015, reported: 已完成, observations: [{target: 1, period: 2025, value: 500, unit: 个}]}
evidence:
  - {publisher: 拾光区住建局, title: 2025年重点任务完成情况表, date: 2026-03-10}
---

## 新建停车位2000个

1\\. 已建成1500个

\\*其余在建\\*
"""
ANSWERS = """
- commitments: [c015, c018]
  date: 2026-03-10
  deadline: 2025-11-30
  source: {publisher: 拾光区住建局, title: 2025年重点任务完成情况表, date: 2026-03-10}
"""


def test_a_filled_table_becomes_one_update_and_one_assignment_and_then_nothing_is_new(own: Sandbox, full: Path) -> None:
    before = files_of(own.content)
    done = table(own, "in", full, *DOCUMENT)
    assert (done.code, done.out.splitlines()[:4]) == (
        0,
        [
            "2025/c013 新建停车位2000个",
            "    状态：原来没有登记，现在 部分完成",
            "    实际值（新建停车位）：原来没有登记，现在 1,500个（2025）",
            "    新的进展：1. 已建成1500个 *其余在建*",
        ],
    )
    new = {name: data.decode() for name, data in files_of(own.content).items() if before.get(name) != data}
    answers = before["responsibilities/2025.yml"].decode() + ANSWERS
    assert new == {"updates/2025/2026-03-10-housing.md": UPDATE, "responsibilities/2025.yml": answers}
    assert own.run("check", date=TODAY).code == 0
    again = table(own, "in", full, *DOCUMENT)
    assert (again.code, again.out) == (0, "没有新的内容\n")


def test_a_dry_run_writes_nothing(own: Sandbox, full: Path) -> None:
    before = files_of(own.content)
    done = table(own, "in", full, "--dry-run")
    assert (done.code, done.out.splitlines()[-2:]) == (
        0,
        [
            f"会写入 {own.content}/updates/2025/2026-03-20-c013-c015.md",
            f"会写入 {own.content}/responsibilities/2025.yml",
        ],
    )
    assert files_of(own.content) == before


def test_what_nobody_said_of_the_table_is_left_to_be_filled_in(own: Sandbox, full: Path) -> None:
    done = table(own, "in", full)
    path = "content/updates/2025/2026-03-20-c013-c015.md"
    assert f"    还要填 {path}:3  事情发生" in done.out.splitlines()
    text = (own.root / path).read_text("utf-8")
    assert "  - {publisher: 〔待填：发布者〕, title: 〔待填：标题〕, date: 〔待填：材料日期〕}\n" in text
    checked = own.run("check", date=TODAY)
    assert {line.partition("[")[2][:5] for line in checked.err.splitlines() if "[" in line} == {"blank"}


def test_nothing_is_written_while_anything_is_in_doubt(own: Sandbox) -> None:
    path = filled(
        sent(own),
        c013_1={"状态": "快了", "实际值": 1500},
        c014_1={"原文": "完成老旧小区改造9个"},
        c015_1={"状态": "已完成", "牵头单位": "水利局"},
    )
    before = files_of(own.content)
    done = table(own, "in", path, *DOCUMENT)
    told = [line for line in done.out.splitlines() if line.startswith(str(path))]
    assert [line.removeprefix(f"{path} ").partition("：")[0] for line in told] == ["L17", "N17", "D18", "H19"]
    assert (done.code, files_of(own.content)) == (1, before)
    done = table(own, "in", path, *DOCUMENT, "--skip", "17", "--skip", "D18,H19")
    assert (done.code, done.out.splitlines()[0]) == (0, "2025/c015 新建充电桩500个")


def test_what_would_be_wrong_in_the_content_is_told_before_anything_is_written(own: Sandbox) -> None:
    path = filled(
        sent(own), c015_1={"进展": "好", "材料发布单位": "甲", "材料标题": "乙", "材料网址": "http://localhost/a"}
    )
    before = files_of(own.content)
    done = table(own, "in", path, *DOCUMENT)
    assert (done.code, "[evidence-address]" in done.err, files_of(own.content)) == (1, True, before)


def test_what_a_check_would_ask_of_what_is_written_is_told_before(own: Sandbox) -> None:
    path = filled(
        sent(own),
        c013_1={"状态": "已完成", "实际值": 1500, "时期": "2025"},
        c015_1={"实际值": 20000, "时期": "2025"},
    )
    done = table(own, "in", path, *DOCUMENT)
    assert (done.code, "写出来会有 2 处提醒，核对无误就不用改：" in done.out.splitlines()) == (0, True)
    assert "报告状态是“已完成”，实际值却没有达到目标“2000个”" in done.err
    assert "2万个 是目标“500个”的10倍以上" in done.err


def test_blanks_of_the_table_before_hinder_none(own: Sandbox, full: Path) -> None:
    """Eight departments send their tables on one day; what they are as documents is filled in afterwards."""
    assert table(own, "in", full).code == 0
    path = own.root / "next.csv"
    path.write_text("编号,状态,完成时限\n2025/c018,推进中,2026-06-20\n", "utf-8")
    done = table(own, "in", path, *DOCUMENT)
    assert (done.code, done.err) == (0, ""), done
    assert done.out.splitlines()[0] == (
        "还有待填的文件，里面登记的可能没有算进来："
        "content/responsibilities/2025.yml、content/updates/2025/2026-03-20-c013-c015.md"
    )
    assert (own.content / "updates/2025/2026-03-10-housing.md").is_file()


def test_where_every_promise_has_a_document_the_table_need_be_none(own: Sandbox) -> None:
    path = filled(sent(own), c015_1={"进展": "好", "材料发布单位": "甲局", "材料标题": "乙"})
    assert table(own, "in", path).code == 0
    text = (own.content / "updates/2025/2026-03-20-c015.md").read_text("utf-8")
    assert "evidence:\n  - {publisher: 甲局, title: 乙}\n---\n" in text


def test_what_rests_on_the_content_as_it_was_is_told_and_hinders_nothing(own: Sandbox) -> None:
    """An answer counts who answers for what; no table can mend it."""
    path = own.root / "table.csv"
    path.write_text("编号,牵头单位\n2024/c009,拾光区项目办\n", "utf-8")
    done = table(own, "in", path, *DOCUMENT)
    assert (done.code, done.out.splitlines()[-1], done.err.count("[answer-gone]")) == (0, "别的文件要跟着改 1 处：", 1)
    assert (
        (own.content / "responsibilities/2024.yml")
        .read_text("utf-8")
        .endswith(
            "- commitments: [c009]\n  date: 2026-03-10\n  lead: 拾光区项目办\n"
            "  source: {publisher: 拾光区住建局, title: 2025年重点任务完成情况表, date: 2026-03-10}\n"
        )
    )


def test_programs_are_told_the_same(own: Sandbox, full: Path) -> None:
    done = table(own, "in", full, "--dry-run", "--json")
    said = json.loads(done.out)
    assert said["changes"][1] == {
        "commitment": "2025/c015",
        "title": "新建充电桩500个",
        "changes": [
            {"field": "reported", "was": "", "now": "已完成"},
            {"field": "value c015/1", "was": "", "now": "500个（2025）"},
            {"field": "deadline", "was": "2025-12-15", "now": "2025-11-30"},
        ],
    }
    assert (said["written"], said["doubts"]) == ([], [])


def test_a_row_may_be_said_to_be_of_a_promise(own: Sandbox, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["任务", "进展"], ["桩", "全部建成"], ["无关的事", "做了"]):
        book.active.append(row)
    book.save(tmp_path / "foreign.xlsx")
    done = table(own, "in", tmp_path / "foreign.xlsx", "--dry-run", "--row", "2=c015", "--skip", "3")
    assert done.out.splitlines()[:2] == ["2025/c015 新建充电桩500个", "    新的进展：全部建成"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("no.xlsx",), "读不出 no.xlsx：没有这个文件"),
        (("mkdocs.yml",), "读不出 "),
        (("out.xlsx", "--skip", "第三行"), "--skip 写行号 12、列 J 或格子 J12，不是 第三行"),
        (("out.xlsx", "--word", "快了"), "--word 写成 住建局=拾光区住建局 的样子，不是 快了"),
        (("out.xlsx", "--day", "三月"), "日期应当写成 2026-11-23 的样子，不是 三月"),
        (("out.xlsx", "--day", "2026-12-31"), "--day 2026-12-31 在今天（2026-03-20）之后"),
    ],
)
def test_wrong_usage_is_told(own: Sandbox, words: tuple[str, ...], told: str) -> None:
    sent(own)
    file, *rest = words
    done = table(own, "in", own.root / file if file != "no.xlsx" else file, *rest)
    assert (done.code, done.out[: len(told)]) == (2, told)


def test_on_a_terminal_what_was_not_said_of_the_table_is_asked(
    own: Sandbox, full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["拾光区住建局", "完成情况表", "2026-03-10"])
    monkeypatch.setattr("disclosure.cli.asking.is_possible", lambda _output: True)
    monkeypatch.setattr("builtins.input", lambda _question: next(answers))
    assert table(own, "in", full).code == 0
    text = (own.content / "updates/2025/2026-03-10-housing.md").read_text("utf-8")
    assert "  - {publisher: 拾光区住建局, title: 完成情况表, date: 2026-03-10}\n" in text


def test_a_missing_library_is_told_with_how_to_install_it(own: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("disclosure.cli.table_out.find_spec", lambda _name: None)
    done = table(own, "out")
    assert (done.code, done.out) == (2, "缺少程序库 xlsxwriter：运行 pip install '.[desk]' 再来一次\n")
