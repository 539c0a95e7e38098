"""Reading the content folder: bytes, text, YAML, front matter, records. Nothing raises on what editors wrote."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.model.report import NarrativeMeta, ReportMeta
from disclosure.model.site import Site
from disclosure.problem import Place, Problem
from disclosure.source import files, frontmatter, records, yaml
from disclosure.source.files import SourceFile

# Lone surrogates and control characters too; signs of YAML as often as plain characters
ANY_TEXT = st.text(st.characters()) | st.lists(
    st.sampled_from([*":-?,[]{}#&*!|>'\"%@` \n\t：\x00\x07\ud800甲a1", ": ", "\n- ", "\n  ", "---\n"])
).map("".join)


def rules(problems: list[Problem]) -> list[str]:
    return [problem.rule for problem in problems]


@given(ANY_TEXT)
def test_reading_yaml_never_raises(text: str) -> None:
    value, problems = yaml.read(text, "x.yml")
    assert value is None or problems == []


@given(ANY_TEXT, st.lists(st.text(max_size=3) | st.integers(-1, 3), max_size=3))
def test_a_value_that_was_read_has_a_place(text: str, where: list[str | int]) -> None:
    value, _problems = yaml.read(text, "x.yml")
    if value is not None:
        place = yaml.Written("x.yml", text).place(*where)
        assert place.line >= 1
        assert place.column >= 1


@given(ANY_TEXT)
def test_front_matter_and_records_never_raise(text: str) -> None:
    document, _problems = frontmatter.split("---\n" + text, "x.md")
    for model in (Site, NarrativeMeta, ReportMeta):
        record, problems = records.convert(model, document.raw, document.head)
        assert (record is None) == bool(problems)


@pytest.mark.parametrize("written", ["010", "3:30", "no", "1.10", "2022-01-13", "~", "null", "1e3", "0x1F", "yes"])
def test_a_scalar_stays_as_it_was_written(written: str) -> None:
    assert yaml.read(f"字段: {written}", "x.yml") == ({"字段": written}, [])


def test_lists_and_nested_fields_are_read() -> None:
    assert yaml.read("a:\n- b\n- {c: d, e: }\nf: |\n  两\n  行\n", "x.yml") == (
        {"a": ["b", {"c": "d", "e": ""}], "f": "两\n行\n"},
        [],
    )


def test_a_value_is_found_again_by_its_keys_and_indexes() -> None:
    written = yaml.Written("x.yml", "a: 1\nb:\n- c\n- d: 2\n", 5)
    assert written.place("b", 1, "d") == Place("x.yml", 8, 3)
    assert written.place("b", 7) == Place("x.yml", 6, 1)
    assert written.place() == Place("x.yml", 5, 1)


def test_aliases_cannot_blow_up() -> None:
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\n"
    assert rules(yaml.read(bomb, "x.yml")[1]) == ["yaml-alias"]


def test_an_empty_value_is_no_value() -> None:
    site, problems = records.convert(Site, {"title": "甲", "tagline": "乙", "notice": "丙", "address": ""}, WRITTEN)
    assert problems == []
    assert site == Site(title="甲", tagline="乙", notice="丙")


WRITTEN = yaml.Written("site.yml", "title: 甲")


def test_the_body_begins_after_the_front_matter() -> None:
    document, problems = frontmatter.split("---\ntitle: 甲\n---\n正文\n", "x.md")
    assert problems == []
    assert (document.raw, document.body, document.body_line) == ({"title": "甲"}, "正文\n", 4)


def walked(root: Path) -> tuple[list[str], list[tuple[str, str]]]:
    found, problems = files.walk(root, root / "content")
    return [file.name for file in found], [(problem.rule, problem.place.path) for problem in problems]


def test_files_are_read_in_order_and_hidden_and_backup_files_are_passed_over(tmp_path: Path) -> None:
    for name in ("b.md", "a/c.yml", ".git/x", "a/.DS_Store", "b.md~", "b.md.swp"):
        (tmp_path / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "content" / name).touch()
    assert walked(tmp_path) == (["a/c.yml", "b.md"], [])


def test_a_link_out_of_the_content_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "content/files").mkdir(parents=True)
    (tmp_path / "secret.txt").write_text("x")
    (tmp_path / "content/files/out.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "content/files/gone.txt").symlink_to(tmp_path / "content/none.txt")
    assert walked(tmp_path) == (
        [],
        [("unreadable", "content/files/gone.txt"), ("outside", "content/files/out.txt")],
    )


def test_a_linked_folder_does_not_lead_out_of_the_content_folder(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/secret.txt").write_text("x")
    (tmp_path / "content").mkdir()
    (tmp_path / "content/files").symlink_to(tmp_path / "elsewhere")
    assert walked(tmp_path)[0] == []


def test_a_file_over_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 3)
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").write_text("1234")
    (tmp_path / "content/b.md").write_text("123")
    assert walked(tmp_path) == (["b.md"], [("too-large", "content/a.md")])


def test_a_missing_content_folder_is_a_problem(tmp_path: Path) -> None:
    assert walked(tmp_path) == ([], [("no-content", "content")])


def test_line_ends_and_the_byte_order_mark_do_not_matter() -> None:
    text, problems = files.decode(SourceFile("x", "x", "\ufeff甲\r\n乙\r丙\n".encode()))
    assert (text, problems) == ("甲\n乙\n丙\n", [])


@given(st.binary(max_size=40))
def test_decoding_never_raises(data: bytes) -> None:
    text, problems = files.decode(SourceFile("x", "x", data))
    assert text == "" or not [problem for problem in problems if problem.rule == "not-utf8"]


def test_a_place_is_counted_in_characters_from_one() -> None:
    assert files.place_at("x", "甲乙\n丙丁", 4, 10) == Place("x", 11, 2)
