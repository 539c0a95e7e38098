"""``import``: an archived text becomes ``report.md``, and no id that is there moves."""

from __future__ import annotations

import pytest

from disclosure.model.text import line_text
from disclosure.source import report_markdown
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
    assert fields == {"region", "published"}


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
