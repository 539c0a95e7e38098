"""``new``: what is written is right at once, and passes once its blanks are filled."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest

from disclosure.forms.options import KINDS
from disclosure.forms.registry import MAKERS, SUGGESTED
from tests.forms.filling import fill
from tests.projects import FIRST_YEAR, Run, Sandbox, date_of, files_of
from tests.repositories import SandboxRepository

DAY = date_of(FIRST_YEAR)
CANDIDATES = ("c027", "c028", "c029")
COUNTED = "adopted: 通过, votes_for: 182, votes_against: 6, abstained: 4, cast: 192"
REFUSED = "adopted: 未通过, votes_for: 71, votes_against: 98, abstained: 23, cast: 192"


@pytest.fixture
def project(create: Callable[..., Sandbox]) -> Sandbox:
    return create(FIRST_YEAR)


def new(project: Sandbox, *words: str) -> Run:
    return project.run("new", *words, date=DAY)


def refused(project: Sandbox, *words: str) -> str:
    """Why nothing is written."""
    before = files_of(project.content)
    done = new(project, *words)
    assert (done.code, done.err) == (2, "")
    assert files_of(project.content) == before
    return done.out


def check(project: Sandbox) -> str:
    return project.run("check", date=DAY).err


def without_votes(project: Sandbox) -> None:
    for id in CANDIDATES:
        path = project.content / f"reports/2024/commitments/2-3/{id}.yml"
        path.write_text(re.sub(r"^vote: .*\n", "", path.read_text("utf-8"), flags=re.M), "utf-8")


def test_each_kind_that_can_be_said_can_be_written() -> None:
    assert [kind.name for kind in KINDS] == list(MAKERS)
    assert {(kind.name, option.name) for kind in KINDS for option in kind.options} >= SUGGESTED.keys()


def test_what_is_written_of_each_kind_passes_once_its_blanks_are_filled(project: Sandbox) -> None:
    without_votes(project)
    for words, name in (
        (("update", "--commitment", "c016", "--day", "2025-03-01"), "updates/2024/2025-03-01-c016.md"),
        (("update", "--commitment", "c018", "--figures", "--slug", "year"), f"updates/2024/{DAY}-year.md"),
        (("correction", "--record", "c016", "--field", "title"), f"corrections/{DAY}-c016.md"),
        (("adjustment", "--commitment", "c016"), "reports/2024/commitments/2-2/c016.yml"),
        (("request", "--document", "work-report-2025"), f"requests/{DAY}-work-report-2025.md"),
        (("department", "--label", "拾光区水务局", "--id", "water"), "vocabulary/departments.yml"),
        (("entity", "--name", "断头路", "--id", "dead-end", "--kind", "文化场馆"), "entities/dead-end.yml"),
    ):
        done = new(project, *words)
        said = "已加进" if name.startswith(("reports/", "vocabulary/")) else "已写入"
        assert (done.code, done.out.splitlines()[0]) == (0, f"{said} content/{name}"), done
        fill(project.content / name)
    new(project, "vote", "--day", "2024-01-11")
    path = project.content / "votes/2024.yml"
    rows = iter((COUNTED, REFUSED, COUNTED))
    text = re.sub(r"adopted: .*(?=})", lambda _found: next(rows), path.read_text("utf-8"))
    path.write_text(text, "utf-8")
    fill(path)
    assert check(project) == ""


def test_a_new_update_shows_what_was_promised_and_where_to_write(project: Sandbox) -> None:
    done = new(project, "update", "--commitment", "c017", "--title", "停车位：新建 4000 个 #1", "--event", "2024-12")
    text = (project.content / f"updates/2024/{DAY}-c017.md").read_text("utf-8")
    assert text.startswith(
        "---\n"
        "# 以 # 开头的行是说明，不显示在网站上；用得着的，去掉行首的“# ”再填，用不着的不用删\n"
        "# 说到的承诺（照录，供对照）：\n"
        "#   c017 新建停车位4000个\n"
        "#     原文：新建停车位4000个\n"
        "#     目标 c017/1 新建停车位：4000个\n"
        "title: '停车位：新建 4000 个 #1'\n"
    )
    assert "\nevent: 2024-12\n" in text
    assert f"\npublished: {DAY} 09:00\n" in text
    assert "\n# reported:\n" in text
    assert "可用：未启动 / 推进中 / 已完成" in text
    assert "\n#   - {target: c017/1, period: , value: , unit: 个, vintage: , " in text
    added = f"git add content/updates/2024/{DAY}-c017.md"
    assert done.out.splitlines()[-2:] == [
        "填好以后：",
        f"    python build.py check && {added} && git commit -m '停车位：新建 4000 个 #1'",
    ]


def test_machines_are_told_the_same(project: Sandbox) -> None:
    done = new(project, "department", "--label", "拾光区水务局", "--id", "water", "--json")
    told = json.loads(done.out)
    path = "content/vocabulary/departments.yml"
    assert told == {
        "problems": [],
        "written": path,
        "blanks": [{"line": told["blanks"][0]["line"], "what": "说明"}],
        "next": ["python build.py check", f"git add {path}", "git commit -m vocabulary/departments"],
    }


def test_a_file_that_is_there_stays_as_it_is(project: Sandbox) -> None:
    words = ("update", "--commitment", "c016", "--day", "2025-03-01")
    assert new(project, *words, "--slug", "roads").code == 0
    assert refused(project, *words, "--slug", "roads") == "已有 updates/2024/2025-03-01-roads.md；换一个 --slug\n"
    names = [new(project, *words).out.splitlines()[0].rpartition("/")[2] for _n in range(3)]
    assert names == ["2025-03-01-c016.md", "2025-03-01-c016-2.md", "2025-03-01-c016-3.md"]
    assert new(project, "entity", "--name", "体育公园", "--id", "park").code == 0
    assert refused(project, "entity", "--name", "体育公园", "--id", "park") == "已有 entities/park.yml；编号换一个\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("update",), "还缺：\n    --commitment c016  承诺的编号"),
        (("update", "--commitment", "c999"), "没有承诺 c999\n不知道编号的，用 --about"),
        (("update", "--commitment", "c0161"), "没有承诺 c0161\n是不是：\n    2024/c016  打通断头路5条"),
        (("update", "--commitment", "2031/c016"), "没有承诺 2031/c016\n是不是：\n    2024/c016"),
        (("update", "--commitment", "c016", "--report", "2031"), "没有报告 2031；有：2024"),
        (
            ("update", "--commitment", "c016", "--day", "2025-03-21"),
            "材料公开的日期 2025-03-21 在今天（",
        ),
        (
            ("update", "--commitment", "c016", "--day", "2023-12-31"),
            "材料公开的日期 2023-12-31 早于报告日期",
        ),
        (("update", "--commitment", "c016", "--day", "昨天"), "材料公开的日期应当写成 2026-11-23 的样子，不是 昨天"),
        (("update", "--commitment", "c016", "--event", "去年"), "事情发生的时间写成 2022-08-16、"),
        (("update", "--commitment", "c016", "--slug", "a" * 300), "写不了 "),
        (("update", "--commitment", "c016", "--title", "\udc80"), "标题写成一行"),
        (("update", "--commitment", "c016", "--slug", "断头路"), "英文短名只用小写字母、数字和连字符"),
        (("update", "--commitment", "c016", "--title", "一\n二"), "标题写成一行"),
        (("update", "--commitment", "c013", "--figures"), "这几条承诺没有还缺全年数的目标"),
        (("update", "--about", "没有这样的话"), "没有一条承诺的标题或原文里有“没有这样的话”"),
        (("update", "--about", "新建"), "有“新建”的承诺有 "),
        (("vote", "--commitment", "c016"), "2024/c016 的类别是“重点任务”，不由代表票决"),
        (("vote", "--commitment", "c027"), "2024/c027 的票决已经写在它自己的文件里"),
        (("vote",), "报告 2024 没有还缺票决的民生实事候选"),
        (("correction", "--record", "c016", "--field", "targets.1.valu"), "2024/c016 没有字段 valu。是不是 value？"),
        (("correction", "--record", "updates/2024/2025-01-08-parkin", "--field", "title"), "没有记录 "),
        (("correction", "--record", "c016"), "还缺：--field"),
        (("correction",), "没有发现发布以后改了、却没有更正的字段"),
        (("adjustment", "--commitment", "c016", "--target", "3"), "2024/c016 的目标有这些，用 --target 写第几个"),
        (("request",), "还缺：--document"),
        (("request", "--document", "d01"), "documents.yml 里没有文件 d01\n全部文件：\n    2024/work-report-2025"),
        (("department", "--label", "拾光区交通局", "--id", "roads"), "已有 transport（拾光区交通局）；改名用 rename"),
        (("department", "--label", "交通, 局", "--id", "roads"), "名称“交通, 局”不能用"),
        (("entity", "--name", "金鹰路", "--id", "road", "--kind", "道"), "词表 entity-kinds 里没有“道”。"),
    ],
)
def test_a_refusal_says_why(project: Sandbox, words: tuple[str, ...], said: str) -> None:
    assert refused(project, *words).startswith(said)


def test_promises_are_found_by_their_words(project: Sandbox) -> None:
    done = new(project, "update", "--about", "断头 路5")
    assert done.out.startswith(f"已写入 content/updates/2024/{DAY}-c016.md\n")


def test_an_unfinished_record_keeps_nobody_from_the_next(project: Sandbox) -> None:
    assert [new(project, "update", "--commitment", "c016").code for _n in range(2)] == [0, 0]
    path = project.content / "reports/2024/commitments/2-2/c017.yml"
    path.write_text("id: c017\ntitle: [", "utf-8")
    assert new(project, "update", "--commitment", "c016").code == 0
    assert refused(project, "adjustment", "--commitment", "c017").startswith("没有承诺 c017")


def test_a_correction_takes_what_was_and_is_from_git(project: Sandbox) -> None:
    SandboxRepository(project.root).commit("2025-03-10")
    project.edit("updates/2024/2025-01-08-parking.md", "confidence: 中", "confidence: 高")
    assert "[silent-change]" in check(project)
    assert new(project, "correction", "--slug", "parking").code == 0
    text = fill(project.content / f"corrections/{DAY}-parking.md")
    assert "    field: confidence\n    was: 中\n    now: 高\n" in text
    assert check(project) == ""


def test_a_word_for_several_reports_is_said_to_be_taken_for_the_newest(create: Callable[..., Sandbox]) -> None:
    example = create("shiguang")
    done = example.run("new", "update", "--commitment", "c016", date=date_of("shiguang"))
    assert done.out.startswith("c016 在报告 2025、2024 里都有，这里是 2025 的；要别的写成 2024/c016\n")
    assert example.run("new", "update", "--commitment", "2024/c016", date=date_of("shiguang")).out.startswith("已写入")


def test_on_a_terminal_what_is_missing_is_asked(project: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["没有这样的话", "断头路 5条", "1", "断头路通车", "2025-03-01", ""])
    monkeypatch.setattr("disclosure.cli.asking.is_possible", lambda _output: True)
    monkeypatch.setattr("builtins.input", lambda _question: next(answers))
    done = new(project, "update")
    assert "   1  2024/c016  打通断头路5条" in done.out
    assert "已写入 content/updates/2024/2025-03-01-c016.md" in done.out
    text = (project.content / "updates/2024/2025-03-01-c016.md").read_text("utf-8")
    assert "\ntitle: 断头路通车\n" in text
    assert "\n# event:\n" in text


def test_who_ends_the_questions_writes_nothing(project: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    def ended(_question: str) -> str:
        raise EOFError

    monkeypatch.setattr("disclosure.cli.asking.is_possible", lambda _output: True)
    monkeypatch.setattr("builtins.input", ended)
    before = files_of(project.content)
    assert new(project, "update", "--commitment", "c016").code == 130
    assert files_of(project.content) == before


def test_suggestions_are_chosen_by_their_number(project: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["1", "", "邮寄"])
    monkeypatch.setattr("disclosure.cli.asking.is_possible", lambda _output: True)
    monkeypatch.setattr("builtins.input", lambda _question: next(answers))
    done = new(project, "request")
    name = re.search(r"已写入 content/(\S+)", done.out)
    assert name is not None
    assert "\nchannel: 邮寄\n" in (project.content / name[1]).read_text("utf-8")


def test_what_stands_beside_what_is_meant_hinders_nothing(create: Callable[..., Sandbox]) -> None:
    """A report whose head cannot be read, a list with a stray word, a title with a line break."""
    example = create("shiguang")
    day = date_of("shiguang")
    path = example.content / "reports/2024/commitments/2-2/c016.yml"
    record = path.read_text("utf-8").replace("title: 打通断头路5条", 'title: "打通\\n断头路5条"')
    path.write_text("- " + record.replace("\n", "\n  ").rstrip() + "\n- foo\n", "utf-8")
    assert example.run("new", "update", "--commitment", "2024/c016", "--figures", date=day).code == 2
    assert example.run("new", "update", "--commitment", "2024/c016", date=day).code == 0
    written = next((example.content / "updates/2024").glob(f"{day}-*.md")).read_text("utf-8")
    assert "#   c016 打通 断头路5条\n" in written
    assert example.run("new", "adjustment", "--commitment", "2024/c016", date=day).code == 0
    assert path.read_text("utf-8").endswith("\n- foo\n")
    (example.content / "reports/2025/report.md").write_text("---\ntitle: [\n---\n", "utf-8")
    done = example.run("new", "update", "--commitment", "2025/c012", "--figures", date=day)
    assert (done.code, done.out.splitlines()[0]) == (2, "没有承诺 2025/c012")
    assert example.run("new", "vote", "--report", "2025", date=day).out == "没有报告 2025；有：2024\n"


def test_a_correction_takes_the_path_of_a_promise_too(project: Sandbox) -> None:
    path = "content/reports/2024/commitments/2-2/c016.yml"
    assert new(project, "correction", "--record", path, "--field", "title").code == 0
    text = (project.content / f"corrections/{DAY}-c016.md").read_text("utf-8")
    assert "  - record: 2024/c016\n    field: title\n    was: 打通断头路5条\n" in text


def test_of_all_figures_of_a_year_a_line_that_is_deleted_says_nothing_of_its_promise(project: Sandbox) -> None:
    """No published value is missed out of by its own line: what stays names only promises that it has a figure of."""
    done = new(project, "update", "--figures", "--day", "2025-03-01", "--slug", "year", "--title", "全年的数")
    assert done.code == 0, done.out
    path = project.content / "updates/2024/2025-03-01-year.md"
    text = path.read_text("utf-8")
    rows = re.findall(r"^  - \{commitment: (c\d+), observations: \[.*〔待填：(?:数值|哪天完成)〕.*\]\}$", text, re.M)
    assert len(rows) == len(set(rows)) > 3
    assert "\n# commitments:\n" in text


def test_two_items_that_went_from_a_list_are_two_lines_of_a_correction(project: Sandbox) -> None:
    SandboxRepository(project.root).commit(DAY)
    path = next(
        one
        for one in sorted((project.content / "updates/2024").glob("*.md"))
        if re.search(r"^commitments: \[c\d+, c\d+", one.read_text("utf-8"), re.M)
    )
    text = path.read_text("utf-8")
    gone = re.search(r"^commitments: \[(c\d+), (c\d+)", text, re.M)
    assert gone is not None
    path.write_text(text.replace(f"{gone[1]}, {gone[2]}", "c001", 1), "utf-8")
    assert new(project, "correction", "--title", "写错了承诺").code == 0
    made = next((project.content / "corrections").glob(f"{DAY}-*.md")).read_text("utf-8")
    assert sorted(re.findall(r"^    was: (\S+)$", made, re.M)) == sorted(gone.groups())
