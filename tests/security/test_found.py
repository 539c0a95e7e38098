"""What fuzzing found, each by the smallest input that showed it (``tests/security/fuzz``)."""

from __future__ import annotations

import pytest

from disclosure.ingest.formats import read
from disclosure.problem import Place, Refused
from disclosure.source import record_edits, report_markdown, yaml
from disclosure.source.editing import text as yaml_text
from disclosure.source.editing.changes import Remove
from disclosure.source.files import SourceFile
from disclosure.source.git import _commit
from disclosure.source.inside.archives import Allowance, Packed
from disclosure.source.inside.kinds import kind_of
from disclosure.source.yaml_mending import mended
from disclosure.tables.files import opendocument
from tests.documents import ODF, packed
from tests.projects import Sandbox


@pytest.mark.parametrize("name", ["content/site.yml", "mkdocs.yml"])
def test_settings_with_line_ends_of_old_systems_are_told_like_all_others(project: Sandbox, name: str) -> None:
    (project.root / name).write_bytes(b"title: a\r\r\r\r\rtagline: [\r")
    done = project.run("check")
    assert done.code == 1
    assert f"{name}:6:11: [yaml] " in done.err


def test_a_frame_in_a_page_does_not_take_the_reading_round_in_a_circle() -> None:
    page = "<html><iframe><div></iframe><table><tr><td>甲<td>乙</table><p>一二三，四五。</p>"
    assert "一二三，四五。" in read("a.html", page.encode()).text


def test_a_note_on_another_line_of_a_broken_paragraph_has_a_column() -> None:
    _text, problems = report_markdown.parse("甲乙\n丙[^1]", "x.md")
    assert [(one.rule, one.place.column) for one in problems if one.rule == "note-without-body"] == [
        ("note-without-body", 1)
    ]


@pytest.mark.parametrize(
    "inside",
    [
        "<text:p>甲<table:table-cell>乙</table:table-cell>丙</text:p>",
        '<text:p>甲<table:table table:name="b">乙</table:table>丙</text:p>',
    ],
)
def test_cells_in_a_paragraph_of_an_ods_stop_nothing(inside: str) -> None:
    cell = f"<table:table-row><table:table-cell>{inside}</table:table-cell></table:table-row>"
    content = (
        f'<office:document-content {ODF}><table:table table:name="a">{cell}</table:table></office:document-content>'
    )
    file = packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content})
    assert opendocument.read(Packed(file, Allowance())).sheets


@pytest.mark.parametrize("text", ["为什么:?", "a:?b", "?a"])
def test_a_question_mark_within_brackets_is_read_back(text: str) -> None:
    assert yaml.read(f"a: {yaml_text.line([text])}", "x.yml") == ({"a": [text]}, [])


@pytest.mark.parametrize("name", [":a", "::", "?a", "a:?b", "-a", "#a", "{", "null", "a b"])
def test_a_field_s_name_is_written_so_that_it_is_read_again(name: str) -> None:
    for value in ({name: "x"}, [{name: "", "b": "c"}], {"q": [{name: [name]}]}):
        assert yaml.read("\n".join(yaml_text.block(value)) + "\n", "x.yml") == (value, [])


def test_what_is_wrong_at_the_end_of_a_text_stands_on_a_line_of_it() -> None:
    deep = "a: {" * 12 + "b"
    _value, (problem,) = yaml.read(deep, "x.yml")
    assert (problem.place, problem.rule) == (Place("x.yml", 1, len(deep) + 1), "yaml-depth")


def test_what_stands_behind_the_committer_is_no_part_of_a_commit() -> None:
    head = b"tree %b\nparent %b\ncommitter A <a@b.test> 1700000000 +0800" % (b"a" * 40, b"b" * 40)
    made = _commit("c" * 40, head + b"\nparent \xff\ntree \xff\n\nsubject")
    assert (made.tree, made.parents, made.time) == ("a" * 40, ("b" * 40,), 1700000000)


def test_a_commit_of_a_time_beyond_all_counting_is_read() -> None:
    made = _commit("c" * 40, b"tree a\ncommitter A <a@b.test> %b +0800\n\n" % (b"9" * 5000))
    assert made.moment.year == 9999


def test_comments_in_a_row_are_told_apart_in_one_way() -> None:
    """With more ways than one, this takes longer than anybody lives."""
    assert kind_of(b"<!---->" * 500 + b"x") == ""
    assert kind_of(b"<?xml?> <!-- a --> <!---->\n<html>") == "html"


@pytest.mark.parametrize("before", ["甲", "# 甲", "甲 {"])
def test_a_line_of_blanks_in_a_report_is_read_at_once(before: str) -> None:
    """Tried at each blank anew, it takes minutes."""
    text, _problems = report_markdown.parse(f"{before}{' ' * 100_000}乙 {{#p1-01}}", "x.md")
    assert text.lines


def test_a_heading_keeps_its_id_and_its_blanks() -> None:
    text, _problems = report_markdown.parse("# 一\n\n## 甲  乙   {#1-1}", "x.md")
    assert [(one.id, one.title) for one in text.headings] == [("1-1", "甲  乙")]


def test_a_value_of_blanks_is_looked_at_at_once() -> None:
    assert mended("a: b # c") == "a: 'b # c'"
    assert mended(f"a: 甲{' ' * 100_000}: 乙") == ""


@pytest.mark.parametrize("text", ["\ufeffa: 1\nb: 2", "\ufeff\ufeffa: 1", "\ufeff"])
def test_a_byte_order_mark_before_a_head_is_told_where_it_stands(text: str) -> None:
    value, problems = yaml.read(text, "x.md", 2)
    assert value is None
    assert [(str(one.place), one.rule, one.message) for one in problems] == [
        ("x.md:2:1", "control", "不可见的控制字符 U+FEFF")
    ]


def test_a_record_behind_a_stray_byte_order_mark_is_not_edited() -> None:
    file = SourceFile("content/x.md", "x.md", "---\n\ufeffnote: 甲\nevidence:\n---\n文字\n".encode())
    with pytest.raises(Refused, match="里有错误"):
        record_edits.edited(file, Remove(where=("evidence",)))


def test_a_part_of_a_zip_file_that_has_no_name_is_passed_over() -> None:
    assert Packed(packed({"": "甲", "b.txt": "乙"}), Allowance()).names == ["b.txt"]
