"""Reading the content folder: bytes, text, YAML, front matter, records. Nothing raises on what editors wrote."""

from __future__ import annotations

import os
import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, get_origin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from disclosure import model
from disclosure.catalog import address
from disclosure.model import strict
from disclosure.model.fields import Field, Record, RecordType, records_in
from disclosure.model.report import Disclosure, NarrativeMeta, ReportMeta
from disclosure.model.site import Site
from disclosure.model.update import UpdateMeta, ValueRecord
from disclosure.model.written import read
from disclosure.problem import Place, Problem
from disclosure.source import content, files, frontmatter, markdown, reading, records, spellings, yaml
from disclosure.source.articles import RESERVED
from disclosure.source.files import SourceFile
from tests.projects import EXAMPLES

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
    for declared in (Site, NarrativeMeta, ReportMeta):
        record, problems = records.convert(declared, document.raw, document.head)
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
    listed, problems = files.walk(root, root / "content")
    found, unreadable = reading.read(root, listed)
    return [file.name for file in found], [(one.rule, one.place.path) for one in (*unreadable, *problems)]


def test_a_file_that_stands_as_it_was_read_is_not_opened_again(tmp_path: Path) -> None:
    """One that is listed otherwise is; and one that was so young that its time proves nothing."""
    path = tmp_path / "content/site.yml"
    path.parent.mkdir()
    known: reading.ReadFiles = {}

    def seen(text: str, moment: int, settled: int, *, opened: bool = True) -> str:
        path.write_text(text, "utf-8")
        os.utime(path, ns=(moment, moment))
        listed, _problems = files.walk(tmp_path, path.parent)
        first = reading.read(tmp_path, listed, known, settled)[0][0]
        again = reading.read(tmp_path, listed, known, settled)[0][0]
        assert (again is not first) == opened
        return again.data.decode()

    # Size and time of the third are those of the one before, and the system noted that it was written
    texts = [seen("甲", 5, 4), seen("乙", 5, 6, opened=False), seen("丙", 5, 6, opened=False), seen("丁", 7, 6)]
    assert texts == ["甲", "乙", "丙", "丁"]


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


def test_what_is_no_plain_file_and_a_link_in_a_circle_are_told(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").symlink_to("b.md")
    (tmp_path / "content/b.md").symlink_to("a.md")
    os.mkfifo(tmp_path / "content/pipe.md")
    (tmp_path / "content/to-pipe.md").symlink_to("pipe.md")
    found, problems = files.walk(tmp_path, tmp_path / "content")
    read = [files.load(tmp_path, one) for one in found]
    told = sorted((one.place.path, one.rule) for one in (*problems, *read) if isinstance(one, Problem))
    assert told == [(f"content/{name}.md", "unreadable") for name in ("a", "b", "pipe", "to-pipe")]


def test_a_linked_folder_does_not_lead_out_of_the_content_folder(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/secret.txt").write_text("x")
    (tmp_path / "content").mkdir()
    (tmp_path / "content/files").symlink_to(tmp_path / "elsewhere")
    assert walked(tmp_path) == ([], [("outside", "content/files")])


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


def test_a_list_of_wrong_records_is_composed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    composed: list[str] = []
    compose = yaml.yaml.compose

    def count(text: str, **how: object) -> object:
        composed.append(text)
        return compose(text, **how)

    monkeypatch.setattr(yaml.yaml, "compose", count)
    written = yaml.Written("x.yml", "- a: 1\n- b: 2\n- c: 3\n")
    assert [written.place(n).line for n in range(3)] == [1, 2, 3]
    assert len(composed) == 1


@pytest.mark.parametrize("written", ['a: "x\\0y"', 'a: "x\\x1b"', '"a\\x7f": y', '- "x\\ry"', 'a: "\\x9c"'])
def test_an_escape_brings_in_no_control_character(written: str) -> None:
    assert rules(yaml.read(written, "x.yml")[1]) == ["control"]


def every_record() -> list[type[Record]]:
    for module in iter_modules(model.__path__):
        import_module(f"{model.__name__}.{module.name}")
    every = Record.__subclasses__() + [deeper for one in Record.__subclasses__() for deeper in one.__subclasses__()]
    # Tests make records up
    return [one for one in every if one.__module__.startswith(f"{model.__name__}.")]


WRONG: tuple[yaml.Raw, ...] = (
    *(
        "x",
        "长" * 500,
        "-5",
        "0",
        "99999",
        "1e9",
        "1.23456789",
        "1" * 30,
        "1234567890123456.5",
        "1642032000",
        "c０１６",
        " ",
    ),
    *([], ["x"], {"x": "x"}, [{}], {}, [[]], ["x"] * 100),
)


def test_every_wrong_value_is_told_in_the_editors_words() -> None:
    english = re.compile(r"[A-Za-z]+ [a-z]+")
    kinds: set[str] = set()
    for record in every_record():
        for name in record.declared:
            for value in WRONG:
                try:
                    strict.read(record, {name: value})
                except ValidationError as error:
                    kinds |= {item["type"] for item in error.errors()}
                _record, problems = records.convert(record, {name: value}, yaml.Written("x.yml", ""))
                said = [problem.message for problem in problems if problem.rule == "bad-value"]
                assert [message for message in said if english.search(message)] == []
    limits = {"string_too_short", "string_too_long", "too_short", "greater_than_equal", "less_than_equal"}
    assert (
        limits | {"decimal_max_digits", "decimal_max_places", "decimal_whole_digits", "string_pattern_mismatch"}
        <= kinds
    )


@pytest.mark.parametrize("text", ["0-5", "00-7", "+0-5", "1-5"])
def test_a_range_is_no_whole_number(text: str) -> None:
    raw = {"title": "甲", "description": "乙", "published": "2025-01-01 09:00", "order": text}
    _record, problems = records.convert(NarrativeMeta, raw, yaml.Written("x.yml", ""))
    assert [problem.message for problem in problems] == [f"order（导航次序）的值“{text}”不对：应当是整数"]


# Values near what fields take, as they could come out of YAML; control characters do not
NEAR = st.sampled_from(
    [
        *(
            "x",
            " x ",
            "",
            " ",
            "c016",
            "c016/1",
            "p2-05",
            "p2-05.2\n",
            "2022",
            "02022",
            "-0",
            "+1",
            "1_0",
            "１",
            "1e9",
            "1.50",
        ),
        *("true", "True", "yes", "up", " up", "clause", "2022-01-13", " 2022-01-13", "2022-02-30", "2026-11-23 09:00"),
        *(
            "2026-11-23 24:00",
            "https://x.test/a",
            "https://x.test/ a",
            "files/a b",
            "files/a",
            "gdp-growth",
            "r003/2\n\n",
        ),
        *("1" * 12, "1" * 13, "0.1234567", "99999999999", "a" * 64, "长" * 61, "bm12345678", "a00000/2022-00001"),
    ]
) | st.text("c0p2r-. /日x", max_size=6)


def near(record: type[Record]) -> st.SearchStrategy[dict[str, yaml.Raw]]:
    """Something like a record: most fields as declared, some of them wrong, one perhaps that is not declared."""
    fields = {name: near_type(one.type) | NEAR for name, one in record.declared.items()}
    needed = {name: fields.pop(name) for name, one in record.declared.items() if one.needed}
    return st.fixed_dictionaries(needed, optional={**fields, "other": NEAR})


def near_type(type: Any) -> st.SearchStrategy[yaml.Raw]:
    inner = next(records_in(type), None)
    one = near(inner) if inner else NEAR
    if get_origin(type) is list:
        return st.lists(one, max_size=3)
    return st.dictionaries(NEAR, NEAR, max_size=2) if get_origin(type) is dict else one


@given(st.sampled_from(every_record()).flatmap(lambda record: st.tuples(st.just(record), near(record))))
def test_what_is_plainly_a_record_is_the_same_by_all_the_rules(case: tuple[type[Record], dict[str, yaml.Raw]]) -> None:
    record, raw = case
    found = read(record, raw)
    assert found is None or repr(strict.read(record, raw)) == repr(found)


# The full count in the long run; otherwise few, as every field of every record is drawn each time
EACH_FIELD = settings(max_examples=15 if settings.default.max_examples <= 100 else settings.default.max_examples)


@pytest.mark.parametrize("record", every_record())
@EACH_FIELD
@given(data=st.data())
def test_each_field_is_read_plainly_as_by_all_the_rules(record: type[Record], data: st.DataObject) -> None:
    for name, field in record.declared.items():
        raw = data.draw(near_type(field.type))
        alone = make(name, field)
        found = read(alone, {name: raw})
        assert found is None or repr(strict.read(alone, {name: raw})) == repr(found)


def make(name: str, field: Field) -> type[Record]:
    """A record of one field."""
    return RecordType("One", (Record,), {"__annotations__": {name: field.type}, name: field, "__module__": __name__})


def test_a_site_without_mistakes_is_read_without_the_full_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """They take longer to load than such a site to read."""
    monkeypatch.setattr(records, "_in_full", lambda *_given: pytest.fail("asked for the full rules"))
    example = EXAMPLES / "shiguang"
    listed, _problems = files.walk(example, example / "content")
    raw = content.read(reading.read(example, listed)[0], content.ParseCache())
    assert raw.register.words
    assert raw.problems == []


@pytest.mark.parametrize("written", ["1642032000", "2022-1-13", "20220113", "２０２２-01-13", "2022-01-13T00:00"])
def test_a_day_is_written_in_one_form(written: str) -> None:
    raw: yaml.Raw = {"generated": written}
    problems = records.convert(Disclosure, raw, yaml.Written("x.yml", ""))[1]
    assert [problem.message.partition("不对：")[2] for problem in problems] == ["应当是日期，例如 2022-01-13"]


SPELT = {
    ("generated", "2022年1月3日"): "写作 generated: 2022-01-03",
    ("generated", "20220103"): "写作 generated: 2022-01-03",
    ("generated", "2022.1.3"): "写作 generated: 2022-01-03",
    # Nobody can tell which day was meant
    ("generated", "03/01/22"): "",
    ("generated", "2022-02-30"): "",
}


@pytest.mark.parametrize(("field", "value"), SPELT)
def test_a_value_is_shown_as_it_is_to_be_written_where_that_can_be_told(field: str, value: str) -> None:
    problem = records.convert(Disclosure, {field: value}, yaml.Written("x.yml", ""))[1][0]
    wanted = SPELT[field, value]
    assert problem.hint == wanted if wanted else "写作" not in problem.hint


@given(st.text("0123456789-/.年月日万亿% :：至cp上半季度第Q是否", max_size=14))
def test_whatever_is_shown_the_field_takes(value: str) -> None:
    for field in (*ValueRecord.declared.values(), *UpdateMeta.declared.values()):
        spelling = spellings.meant(field, value)
        assert not spelling or field.type == list[str] or spellings.meant(field, spelling) in ("", spelling)


def test_an_entity_is_no_raw_html_and_a_mail_address_is_a_link() -> None:
    rendered = markdown.render("5 &lt; 6 &#60; &amp; <someone@x.test>，`<b>`\n\n![图](files/a.png)")
    assert rendered.raw_html == ()
    assert rendered.targets == ("mailto:someone@x.test", "files/a.png")
    assert rendered.images == ("files/a.png",)


def test_the_names_of_our_own_pages_are_reserved() -> None:
    ours = {one for one in vars(address).values() if isinstance(one, str) and one.endswith(".html")}
    # Others stand in a folder, where no narrative can
    pages = {one for one in ours if "/" not in one}
    assert pages - {address.HOME} == {address.narrative(f"{one}.md") for one in RESERVED}


def test_attachments_that_a_build_cannot_hold_together_are_refused_one_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MAX_ALL_ATTACHMENTS_BYTES", 5)
    (tmp_path / "content/files").mkdir(parents=True)
    for name in ("files/a.csv", "files/b.csv", "files/c.csv", "site.yml"):
        (tmp_path / "content" / name).write_text("1234")
    assert walked(tmp_path) == (
        ["files/a.csv", "site.yml"],
        [("too-large", "content/files/b.csv"), ("too-large", "content/files/c.csv")],
    )


def test_a_body_that_is_missing_is_missed_on_a_line_that_is_there() -> None:
    document, _problems = frontmatter.split("---\ntitle: 甲\n---", "x.md")
    assert (document.body, document.body_line) == ("", 3)
