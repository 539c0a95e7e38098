"""``import``: an archived text becomes ``report.md``, and no id that is there moves."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest

from disclosure.model.text import line_text
from disclosure.source import report_markdown
from tests.ingest import word
from tests.projects import Run, Sandbox

SOURCE = "reports/2024/source.txt"


def ids(project: Sandbox) -> dict[str, str]:
    body = project.report.read_text("utf-8").split("---\n", 2)[2]
    return {line.id: line_text(line) for line in report_markdown.parse(body, "x.md")[0].lines}


def run_import(project: Sandbox) -> Run:
    return project.run("import", str(project.content / SOURCE))


def test_importing_again_changes_nothing(project: Sandbox) -> None:
    before = project.report.read_bytes()
    assert run_import(project).code == 0
    assert project.report.read_bytes() == before


@pytest.mark.parametrize(
    ("line", "id"),
    [("新插入的一段，写在中间。", "p2-06"), ("（三）新插入的小节", "2-3"), ("三、新插入的部分", "part-3")],
)
def test_a_line_inserted_in_the_middle_changes_no_id(project: Sandbox, line: str, id: str) -> None:
    before = ids(project)
    project.edit(SOURCE, "完善园区道路、绿化和照明。\n", f"完善园区道路、绿化和照明。\n{line}\n")
    assert run_import(project).code == 0
    assert ids(project) == {**before, id: line}


def test_the_imported_text_passes_the_check(project: Sandbox) -> None:
    project.edit(
        SOURCE, "完善园区道路、绿化和照明。\n", "完善园区道路、绿化和照明。\n（三）新的 *小节*\n1.新的一段[x]。\n"
    )
    run_import(project)
    done = project.run("check")
    assert [line.split("[")[1].split("]")[0] for line in done.err.splitlines()[::2]] == ["source-digest"]


def test_a_first_import_writes_the_head_to_fill_in(project: Sandbox) -> None:
    project.report.unlink()
    assert run_import(project).code == 0
    text = project.report.read_text("utf-8")
    assert "title: 2024年示例区政府工作报告\nheading: 政府工作报告\ndistrict: 示例区\nregion:\nyear: 2024\n" in text
    assert "[^1]: .“一刻钟”服务圈" in text
    fields = {line.split("缺少必填字段 ")[1].split("（")[0] for line in project.run("check").err.splitlines()[::2]}
    assert fields == {"published"}


def test_a_head_that_cannot_be_read_is_not_written_over(project: Sandbox) -> None:
    project.edit("reports/2024/report.md", "title: 2024年示例区政府工作报告", "title：2024年示例区政府工作报告")
    before = project.report.read_bytes()
    done = run_import(project)
    assert (done.code, project.report.read_bytes()) == (1, before)
    assert "report.md:2:6: [yaml] 这是全角冒号“：”，应当用半角“:”" in done.err


def test_a_source_that_is_not_there_or_not_utf8_is_refused(project: Sandbox) -> None:
    assert project.run("import", str(project.content / "none.txt")).code == 2
    before = project.report.read_bytes()
    (project.content / SOURCE).write_bytes("报告".encode("gb18030"))
    assert run_import(project).code == 1
    assert project.report.read_bytes() == before


@pytest.mark.parametrize("left", [0, 5, 12])
def test_a_source_that_lost_its_end_takes_nothing_away(project: Sandbox, left: int) -> None:
    before, source = project.report.read_bytes(), project.content / SOURCE
    source.write_text("".join(source.read_text("utf-8").splitlines(True)[:left]), "utf-8")
    done = run_import(project)
    assert (done.code, project.report.read_bytes()) == (1, before)
    assert "没有写入" in done.out + done.err
    assert project.run("import", "--drop", str(source)).code == 0
    assert project.report.read_bytes() != before


def test_a_note_that_the_source_lost_is_not_taken_away(project: Sandbox) -> None:
    before = project.report.read_bytes()
    project.edit(SOURCE, "  [2: .公示栏：指张贴样品清单的栏目，尺寸见_附表_。]", "")
    done = run_import(project)
    assert (done.code, project.report.read_bytes()) == (1, before)
    assert "[^2]: .公示栏" in done.out + done.err


def test_a_line_whose_id_is_retired_may_go(project: Sandbox) -> None:
    project.edit("reports/2024/report.md", "source:\n", "retired:\n  p2-03: p2-02\nsource:\n")
    project.edit(SOURCE, "完善园区道路、绿化和照明。\n", "")
    assert run_import(project).code == 0
    assert "完善园区道路" not in project.report.read_text("utf-8")


def test_a_note_of_the_source_that_nothing_refers_to_comes_along(project: Sandbox) -> None:
    project.report.unlink()
    project.edit(SOURCE, "“一刻钟”服务圈[endnoteRef:1]", "“一刻钟”服务圈")
    assert run_import(project).code == 0
    assert "[^1]: .“一刻钟”服务圈" in project.report.read_text("utf-8")


def test_sections_of_a_new_import_are_no_dates_to_a_spreadsheet(project: Sandbox) -> None:
    project.report.unlink()
    assert run_import(project).code == 0
    assert [id for id in ids(project) if not id.startswith("p")] == ["s1-1", "s2-1", "s2-2"]


ELSEWHERE = """打印
示例区政府工作报告
（2025年1月9日在示例区第三届人民代表大会第五次会议上）
区长　甲某某
各位代表：
一、2024年工作回顾
颗粒物（PM
10
）下降4.6%。推行“三个一”〔1〕做法。
二、2025年工作打算
（一）发展农业。新增示范农场12家。
名词解释
〔1〕三个一：一张清单、一个窗口。
扫一扫在手机打开当前页
"""


def test_a_text_from_elsewhere_becomes_a_report_that_passes(project: Sandbox, tmp_path: Path) -> None:
    given = tmp_path / "报告.txt"
    given.write_bytes(ELSEWHERE.encode("gb18030"))
    done = project.run("import", str(given))
    assert done.code == 0, done.err
    folder = project.content / "reports/2025"
    assert (folder / "source.txt").read_text("utf-8") == ELSEWHERE
    assert (project.content / "files/2025-report.txt").read_bytes() == given.read_bytes()
    text = (folder / "report.md").read_text("utf-8")
    head = text.split("---\n")[1]
    assert "title: 2025年示例区政府工作报告\nheading: 示例区政府工作报告\ndistrict: 示例区\n" in head
    assert "speaker: 甲某某\nspeaker_title: 区长\ndelivered: 2025-01-09\n" in head
    assert head.partition("source:\n")[2].splitlines()[2:] == [
        "  original:",
        "    file: files/2025-report.txt",
        f"    sha256: {hashlib.sha256(given.read_bytes()).hexdigest()}",
        "  notes:",
        "    mark: 〔1〕",
        "    lines: 13",
        "  left_out:",
        "    - because: 网页上的文字",
        "      lines:",
        "        1: 打印",
        "        14: 扫一扫在手机打开当前页",
        '    - because: "注释的标题：注释放在引用它的段落后面"',
        "      lines:",
        "        12: 名词解释",
        "  joined: true",
    ]
    assert "### （一）发展农业。 {#s2-1}\n\n新增示范农场12家。\n{#p2-01}" in text
    filled = text.replace("region:\n", "region: 示例省\n").replace("published:\n", "published: 2025-02-01 09:00\n")
    (folder / "report.md").write_text(filled, "utf-8")
    done = project.run("build", "--date", "2025-06-30")
    assert (done.code, done.err) == (0, "")
    page = (project.site / "reports/2025/index.html").read_text("utf-8")
    assert "没有收入2行（网页上的文字）：第1行 打印；第14行 扫一扫在手机打开当前页。" in page
    assert 'href="../../files/2025-report.txt"' in page
    assert (project.site / "files/2025-report.txt").read_bytes() == given.read_bytes()


def test_what_was_found_guessed_and_doubted_is_said_to_people_and_machines(project: Sandbox, tmp_path: Path) -> None:
    given = tmp_path / "report.txt"
    given.write_text(ELSEWHERE.replace("一、2024年工作回顾\n", ""), "utf-8")
    done = project.run("import", "--json", "--report", "old", str(given))
    said = json.loads(done.out)
    assert said["written"].endswith("reports/old/report.md")
    assert "1 个部分、1 个小节、2 段" not in said["found"][0]
    assert any("第 1, 13 行没有收入报告（网页上的文字）：打印" in line for line in said["found"])
    assert "报告人：甲某某（第 4 行）" in said["guessed"]
    assert any(line.startswith("只找到一个部分：二、2025年工作打算") for line in said["doubts"])
    assert any(line.startswith("编号从“二、2025年工作打算”开始") for line in said["doubts"])


def test_a_text_without_a_report_and_a_folder_outside_are_refused(project: Sandbox, tmp_path: Path) -> None:
    given = tmp_path / "page.txt"
    given.write_text("首页 > 公开\n打印\n", "utf-8")
    assert "没有报告的正文" in (done := project.run("import", str(given))).err + done.out
    given.write_text(ELSEWHERE, "utf-8")
    assert "报告文件夹名 ../x 不能用" in (done := project.run("import", "--report", "../x", str(given))).err + done.out
    assert sorted(one.name for one in (project.content / "reports").iterdir()) == ["2024"]


def test_a_report_that_is_there_is_not_written_over(project: Sandbox, tmp_path: Path) -> None:
    given = tmp_path / "report.txt"
    given.write_text(ELSEWHERE, "utf-8")
    before = project.report.read_bytes()
    done = project.run("import", "--report", "2024", str(given))
    assert (done.code, project.report.read_bytes()) == (2, before)
    assert "没有写入：已经有 reports/2024/source.txt、report.md" in done.err + done.out


def test_a_heading_made_by_an_editor_stays_one(project: Sandbox) -> None:
    project.edit(
        "reports/2024/report.md", "完善园区道路、绿化和照明。\n{#p2-03}", "### 完善园区道路、绿化和照明。 {#2-9}"
    )
    before = project.report.read_bytes()
    assert run_import(project).code == 0
    assert project.report.read_bytes() == before


def test_a_corrected_archive_is_read_anew_and_keeps_ids(project: Sandbox, tmp_path: Path) -> None:
    given = tmp_path / "report.txt"
    given.write_text(ELSEWHERE, "utf-8")
    project.run("import", str(given))
    report, source = project.content / "reports/2025/report.md", project.content / "reports/2025/source.txt"
    before = dict(re.findall(r"(.+)\n\{#(p[\d-]+)\}", report.read_text("utf-8")))
    source.write_text("首页 > 公开\n" + ELSEWHERE.replace("12家", "13家"), "utf-8")
    assert project.run("import", str(source)).code == 0
    text = report.read_text("utf-8")
    assert '        1: "首页 > 公开"\n        2: 打印\n' in text
    assert dict(re.findall(r"(.+)\n\{#(p[\d-]+)\}", text)) == {
        line.replace("12家", "13家"): id for line, id in before.items()
    }


def test_a_change_in_a_paragraph_of_several_lines_is_told_once_and_where(project: Sandbox, tmp_path: Path) -> None:
    given = tmp_path / "report.txt"
    given.write_text(ELSEWHERE, "utf-8")
    project.run("import", str(given))
    report = project.content / "reports/2025/report.md"
    text = report.read_text("utf-8").replace("region:\n", "region: 示例省\n").replace("下降4.6%", "下降4.7%")
    report.write_text(text.replace("published:\n", "published: 2025-02-01 09:00\n"), "utf-8")
    (said,) = [line for line in project.run("check", "--date", "2025-06-30").err.splitlines() if "[verbatim" in line]
    assert said.endswith(
        "[verbatim] p1-01 第 14 个字起与原文不同：此处“M10）下降4.7%。推行“三个”，原文“M10）下降4.6%。推行“三个”"
    )


def test_a_line_left_out_of_several_that_were_joined_is_missed(project: Sandbox, tmp_path: Path) -> None:
    given = tmp_path / "report.txt"
    given.write_text(ELSEWHERE, "utf-8")
    project.run("import", str(given))
    report = project.content / "reports/2025/report.md"
    text = report.read_text("utf-8").replace("region:\n", "region: 示例省\n").replace("PM10）", "PM）")
    report.write_text(text.replace("published:\n", "published: 2025-02-01 09:00\n"), "utf-8")
    assert "[verbatim] p1-01" in project.run("check", "--date", "2025-06-30").err


COMMENT = '<w:comment w:author="王某">' + word.p("请核实") + "</w:comment>"
INSIDE = "批注 1 条、作者姓名“王某”"


def word_report(folder: Path, *, is_commented: bool) -> Path:
    file = folder / "report.docx"
    body = "".join(map(word.p, ELSEWHERE.splitlines()))
    file.write_bytes(word.docx(body, comments=COMMENT) if is_commented else word.docx(body))
    return file


@pytest.mark.parametrize(
    ("is_commented", "given", "is_kept", "said"),
    [
        (False, [], True, "report.docx 随网站公开；不公开的，删去它和"),
        (False, ["--without-original"], False, "原件　没有公开，只收了文字\n"),
        (True, [], False, f"原件　没有公开，只收了文字：里面有{INSIDE}；要公开的，删去"),
        (True, ["--yes"], False, f"原件　没有公开，只收了文字：里面有{INSIDE}；要公开的，删去"),
        (True, ["--with-original"], True, f"随网站公开，里面的{INSIDE}读者都看得到；不公开的，删去它和"),
        (True, ["--without-original"], False, "原件　没有公开，只收了文字：里面有"),
    ],
)
def test_an_original_that_gives_something_away_is_published_only_where_somebody_says_so(
    project: Sandbox, tmp_path: Path, is_commented: bool, given: list[str], is_kept: bool, said: str
) -> None:
    done = project.run("import", *given, str(word_report(tmp_path, is_commented=is_commented)))
    assert done.code == 0
    assert said in done.out
    assert (project.content / "files/2025-report.docx").exists() is is_kept
    assert ("  original:\n" in (project.content / "reports/2025/report.md").read_text("utf-8")) is is_kept


@pytest.mark.parametrize(("answer", "is_kept"), [("y", True), ("", False)])
def test_on_a_terminal_it_is_asked_whether_the_original_is_published(
    project: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, is_kept: bool
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("builtins.input", lambda question: asked.append(question) or answer)
    done = project.run("import", str(word_report(tmp_path, is_commented=True)))
    assert asked == ["原件也公开吗？不公开就只收文字 [y/N] "]
    assert f"原件里有{INSIDE}。公开原件，读者都看得到" in done.out
    assert (project.content / "files/2025-report.docx").exists() is is_kept


class Terminal:
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("folder", [".", "reports", "reports/other"])
def test_a_text_that_lies_elsewhere_goes_into_a_report_folder(project: Sandbox, folder: str) -> None:
    given = project.content.parent / folder / "b.txt"
    given.parent.mkdir(parents=True, exist_ok=True)
    given.write_text(ELSEWHERE, "utf-8")
    assert project.run("import", str(given)).code == 0
    assert not (given.parent / "report.md").exists()
    assert (project.content / "reports/2025/report.md").exists()


@pytest.mark.parametrize("key", ["../..", "有 空格", "a/b", ""])
def test_a_folder_that_no_report_can_have_is_refused(project: Sandbox, tmp_path: Path, key: str) -> None:
    given = tmp_path / "b.txt"
    given.write_text(ELSEWHERE.replace("年", "号"), "utf-8")
    assert project.run("import", "--report", key, str(given)).code == 2
