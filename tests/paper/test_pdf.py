"""``pdf``: one tagged file that two readers read as the page is written, or none and the reason why."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from pypdf.generic import DictionaryObject

from disclosure.cli import writing
from disclosure.paper import printing, reading
from disclosure.paper.pdf_file import PdfFile, named
from disclosure.paper.structure import outline
from disclosure.paper.tagging import elements
from disclosure.source.files import bytes_of
from tests.projects import Run, Sandbox, full

needs_browser = pytest.mark.browser
CASE = "register"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Sandbox, Run]:
    """A report with notes, promises, results and exemptions, printed once."""
    from tests import projects

    project = projects.create(tmp_path_factory.mktemp("paper"), CASE)
    return project, project.run("--json", "pdf")


@pytest.fixture
def file(made: tuple[Sandbox, Run]) -> PdfFile:
    return PdfFile(bytes_of(str(made[0].root / "pdf/2024.pdf")))


@needs_browser
def test_what_is_printed_is_told(made: tuple[Sandbox, Run]) -> None:
    project, done = made
    assert done.code == 0, done.out + done.err
    told = json.loads(done.out)
    assert told["passed"]
    assert told["path"] == (project.root / "pdf/2024.pdf").as_posix()


@needs_browser
def test_every_character_of_the_archived_text_is_in_both_readers(file: PdfFile, made: tuple[Sandbox, Run]) -> None:
    from datetime import date

    from disclosure.build.build import catalogs
    from disclosure.build.options import BuildOptions
    from disclosure.cache import snapshot
    from disclosure.project import find

    project, _done = made
    seen = snapshot.look(find(project.root), date(2024, 3, 1))
    found, _problems = catalogs(seen, BuildOptions(progress=lambda _stage, _done, _total: None))
    assert found is not None
    report = found[0].reports[0]
    data = bytes_of(str(project.root / "pdf/2024.pdf"))
    marks = {mark.number for paragraph in report.text.passages for mark in paragraph.marks}
    for _name, read in reading.READERS:
        text = reading.plain("".join(read(data)))
        lines = [reading.plain(one.text) for one in report.text.passages if not one.marks]
        assert [one for one in lines if one not in text] == []
        assert [one.number for one in report.text.notes if reading.plain(one.text) not in text] == []
    assert marks


@needs_browser
def test_the_tags_are_whole(file: PdfFile) -> None:
    found = list(elements(file.root))
    kinds = Counter(str(one["/S"]) for one in found)
    assert {"/H1", "/H2", "/H3", "/H4", "/P", "/L", "/LI", "/LBody", "/Table", "/TH", "/TD", "/Link", "/Note"} <= set(
        kinds
    )
    assert kinds["/LI"] == kinds["/LBody"]
    assert len({str(one["/ID"]) for one in found if one["/S"] == "/Note"}) == kinds["/Note"]
    scopes = [each.get_object().get("/Scope") for one in found if one["/S"] == "/TH" for each in one["/A"]]
    assert len([one for one in scopes if one in ("/Row", "/Column")]) == kinds["/TH"]


@needs_browser
def test_every_table_is_as_wide_in_all_its_rows(file: PdfFile) -> None:
    rows = [one for one in elements(file.root) if one["/S"] == "/TR"]
    by_table: dict[int, set[int]] = {}
    for row in rows:
        cells = sum(1 for each in row["/K"] if each.get_object().get("/S") in ("/TH", "/TD"))
        by_table.setdefault(row.raw_get("/P").idnum, set()).add(cells)
    assert [widths for widths in by_table.values() if len(widths) > 1] == []


@needs_browser
def test_a_note_leads_there_and_back_and_every_link_has_words(file: PdfFile) -> None:
    links = [each.get_object() for page in file.pages for each in page.get("/Annots", ())]
    assert [one for one in links if not one.get("/Contents")] == []
    leads = {str(one["/Dest"]): str(one["/Contents"]) for one in links if "/Dest" in one}
    assert leads["/note-0"] == "注释 0"
    assert leads["/ref-0"] == "回到注释 0 的引用处"
    assert set(leads) <= set(named(file.root["/Dests"]))


@needs_browser
def test_the_contents_say_the_page_on_which_a_part_begins(file: PdfFile) -> None:
    reader = file.reader
    pages = {one.indirect_reference.idnum: number for number, one in enumerate(file.pages, 1)}
    text = reader.pages[1].extract_text()
    for title in ("全文", "承诺"):
        number = next(line.removeprefix(title) for line in text.splitlines() if line.startswith(title))
        entry = next(one for one in _flat(reader.outline) if one.title == title)
        assert pages[entry.page.idnum] == int(number)


@needs_browser
def test_a_section_is_as_deep_with_its_promises_as_in_the_text(file: PdfFile) -> None:
    found = outline(file)
    parts = [n for n, (level, _title) in enumerate(found) if level == 2]
    text = {title: level for level, title in found[parts[1] + 1 : parts[2]]}
    after = [(title, level) for level, title in found[parts[2] :] if title in text]
    assert len(after) > 2
    assert after == [(title, text[title]) for title, _level in after]


@needs_browser
def test_no_sign_of_a_link_is_on_paper(file: PdfFile) -> None:
    assert "↩" not in "".join(reading.by_pdfium(file.written(DictionaryObject())))


def _flat(found: list[object]) -> list[pypdf.generic.Destination]:
    return [each for one in found for each in (_flat(one) if isinstance(one, list) else [one])]  # type: ignore[list-item]


@needs_browser
def test_the_file_says_what_it_is(file: PdfFile) -> None:
    root = file.root
    assert root["/Lang"] == "zh-CN"
    assert named(root["/ViewerPreferences"])["/DisplayDocTitle"].value
    assert file.reader.metadata is not None
    assert file.reader.metadata.title == outline(file)[0][1]
    xmp = named(root["/Metadata"]).get_data().decode()  # type: ignore[attr-defined]
    # Nobody has checked that it conforms
    assert "pdfuaid" not in xmp


@needs_browser
def test_the_same_content_gives_the_same_bytes(made: tuple[Sandbox, Run]) -> None:
    project, _done = made
    assert project.run("pdf", "--output", str(project.root / "again.pdf")).code == 0
    assert bytes_of(str(project.root / "again.pdf")) == bytes_of(str(project.root / "pdf/2024.pdf"))


def test_a_report_that_does_not_exist_is_wrong_usage(create: Callable[..., Sandbox], browser: Path) -> None:
    done = create(CASE).run("pdf", "--report", "1999", "--browser", str(browser))
    assert (done.code, done.out) == (2, "没有报告 1999；有：2024\n")


def test_without_a_browser_it_is_told_how_to_get_one(project: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "_installed", lambda: iter(()))
    done = project.run("pdf")
    assert done.code == 2
    assert done.out == ("没有找到能打印的浏览器：装上 Chromium、Chrome 或 Edge，或用 --browser 写明它在哪里\n")


@pytest.mark.parametrize(
    ("command", "ending"), [(("pdf",), ".pdf"), (("offline",), ".zip"), (("offline", "--single-file"), ".html")]
)
def test_where_a_file_may_be_written_is_one_rule(
    project: Sandbox, browser: Path, tmp_path: Path, command: tuple[str, ...], ending: str
) -> None:
    browsing = ("--browser", str(browser)) if command == ("pdf",) else ()
    for path, said in (
        (tmp_path / "a.txt", f"没有写：{tmp_path}/a.txt 要以 {ending} 结尾\n"),
        (project.site / f"a{ending}", f"没有写：{project.site} 里的文件由程序管，换一个地方\n"),
    ):
        done = project.run(*command, *browsing, "-o", str(path))
        assert (done.code, done.out.splitlines(keepends=True)[-1]) == (2, said)


def test_where_no_file_can_be_it_is_told_what_to_do(project: Sandbox, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    target = tmp_path / "file/a.html"
    done = project.run("offline", "--single-file", "-o", str(target))
    assert (done.code, done.out) == (2, f"写不了 {target}：路径里有一段不是文件夹。换一个文件夹，再来一次\n")
    said = str(writing.refused(target, FileNotFoundError(2, "")))
    assert said == f"写不了 {target}：那里不能放文件。换一个文件夹，再来一次"


def test_a_browser_that_is_no_program_is_wrong_usage(project: Sandbox, tmp_path: Path) -> None:
    done = project.run("pdf", "--browser", str(tmp_path / "none"))
    assert (done.code, done.out) == (2, f"{tmp_path}/none 不是可以运行的程序\n")


@pytest.fixture
def browser(tmp_path: Path) -> Path:
    """One that breaks off with a word."""
    made = tmp_path / "browser"
    made.write_text("#!/bin/sh\necho 没有内存了 >&2\nexit 133\n", "utf-8")
    made.chmod(0o755)
    return made


def test_a_browser_that_breaks_off_is_told_with_its_last_word(project: Sandbox, browser: Path) -> None:
    done = project.run("pdf", "--browser", str(browser))
    assert (done.code, done.out) == (2, f"浏览器 {browser} 没有打印出来：没有内存了\n")
    assert not (project.root / "pdf").exists()


def test_content_with_errors_is_not_printed(project: Sandbox, browser: Path) -> None:
    project.edit("reports/2024/report.md", "year: 2024", "year: 20x4")
    done = project.run("pdf", "--browser", str(browser))
    assert (done.code, done.out.splitlines()[-1]) == (1, "没有打印：1 个错误，先改好")


@needs_browser
def test_without_room_on_the_disk_nothing_is_left_behind(
    made: tuple[Sandbox, Run], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(writing, "replace", full)
    done = made[0].run("pdf", "--output", str(tmp_path / "a.pdf"))
    assert (done.code, done.out) == (2, f"写不了 {tmp_path}/a.pdf：磁盘满了。腾出空间，再来一次\n")


@needs_browser
def test_a_file_that_reads_otherwise_is_not_handed_out(
    made: tuple[Sandbox, Run], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(
        reading, "READERS", (("PDFium", lambda data: [one.replace("政", "攻") for one in reading.by_pdfium(data)]),)
    )
    done = made[0].run("pdf", "--output", str(tmp_path / "a.pdf"))
    assert done.code == 1
    assert done.out.startswith("PDFium 读第 1 页：应当是“")
    assert not (tmp_path / "a.pdf").exists()


@needs_browser
@pytest.mark.skipif(shutil.which("fc-list") is None, reason="fonts are found otherwise here")
def test_without_a_chinese_font_it_is_told_which_to_install(
    made: tuple[Sandbox, Run], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fonts = tmp_path / "fonts.conf"
    fonts.write_text("<fontconfig/>", "utf-8")
    monkeypatch.setenv("FONTCONFIG_FILE", str(fonts))
    done = made[0].run("pdf", "--output", str(tmp_path / "a.pdf"))
    assert done.code in (1, 2)
    assert "装中文字体（Debian：apt install fonts-noto-cjk）" in done.out
    assert "报告给开发者" not in done.out
    assert not (tmp_path / "a.pdf").exists()
