"""The report's text: archived original, inline signs, sentences, ``report.md``."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from disclosure.ingest import report_body
from disclosure.model.text import Heading, Mark, Sentence, line_text
from disclosure.source import archive, inline, report_markdown, sentences
from disclosure.source.archive import Archive, ArchivedLine

LINE = st.text(st.characters(codec="utf-8", exclude_characters="\n"))
# Texts that look like signs of the format, as often as plain ones
TRICKY = st.lists(
    st.sampled_from(
        [
            *"#*_[]{}\\`~|<>+-=.):^0129 　。，！“”（）一二、中文",
            "[^0]",
            "{#p1-01}",
            "**",
            "# ",
            "\t",
            "[1: x]",
            "\x0b",
            "\u2003",
        ]
    ),
    min_size=1,
    max_size=12,
).map("".join)


def test_note_marks_and_bodies_are_taken_out_of_the_line() -> None:
    text = "实施行动[endnoteRef:0]，做强[endnoteRef:1]。 [0: .行动：指甲。]  [1: .做强：指乙。] \n"
    assert archive.parse(text) == Archive(
        (ArchivedLine("实施行动，做强。", (Mark(0, 4), Mark(1, 7)), 1),), ((0, ".行动：指甲。"), (1, ".做强：指乙。"))
    )


def test_only_empty_lines_and_blanks_around_lines_are_left_out() -> None:
    lines = archive.parse("\n　题 名　\n\n  开头 两格\t\n").lines
    assert [(line.text, line.line) for line in lines] == [("题 名", 2), ("开头 两格", 4)]


@given(LINE)
def test_any_line_is_accepted_and_blank_ends_are_gone(text: str) -> None:
    for line in archive.parse(text).lines:
        assert line.text == line.text.strip(archive.BLANKS) != ""


@given(LINE | TRICKY)
def test_what_is_written_reads_back_as_the_same_text(text: str) -> None:
    parsed = inline.parse(inline.write(text, 0, ()))
    assert (parsed.text, parsed.head, parsed.marks) == (text, 0, ())


@given(TRICKY, TRICKY, st.data())
def test_head_and_marks_read_back_too(head: str, rest: str, data: st.DataObject) -> None:
    text = f"{head}。{rest}"
    offsets = sorted(data.draw(st.lists(st.integers(1, len(text)), max_size=3)))
    marks = tuple(Mark(number, offset) for number, offset in enumerate(offsets))
    line = inline.write(text, len(head), marks)
    parsed = inline.parse(line)
    assert (parsed.text, parsed.head, parsed.marks) == (text, len(head), marks)
    assert inline.stray_bold(line) is None


@given(TRICKY, st.data())
def test_a_text_offset_is_found_in_the_written_line(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text) - 1))
    line = inline.write(text, 0, ())
    column = inline.parse(line).column(offset)
    assert text[offset] in line[column : column + 2]
    assert inline.parse(line[:column]).text in (text[:offset], text[:offset] + "\\")


def test_a_run_in_head_is_a_short_first_sentence_without_a_comma() -> None:
    assert sentences.head_length("做强都市工业。全年新增企业3家。") == 6
    assert sentences.head_length("——经济运行保持在合理区间。增长8%。") == 13
    assert sentences.head_length("一年来，我们努力。成绩很好。") == 0
    assert sentences.head_length("做强都市工业。") == 0


def test_a_sentence_ends_with_its_stop_and_the_quotes_after_it() -> None:
    text = "做到“件件有回音。”再干！好不好？！（略）余下"
    assert [text[start:end] for start, end in sentences.spans(text)] == [
        "做到“件件有回音。”",
        "再干！",
        "好不好？！",
        "（略）余下",
    ]


@given(st.text())
def test_sentences_cover_the_text_in_order_and_lose_nothing_but_blank_ends(text: str) -> None:
    spans = sentences.spans(text)
    assert all(one[1] == other[0] for one, other in pairwise(spans))
    covered = spans[-1][1] if spans else 0
    assert not text[covered:].strip()
    assert not spans or spans[0][0] == 0


def test_a_note_mark_at_the_end_of_a_sentence_belongs_to_it() -> None:
    text, problems = report_markdown.parse(
        "## 一、甲 {#part-1}\n\n好。坏[^0]。完。\n{#p1-01}\n\n[^0]: 坏：不好。", "x.md"
    )
    (paragraph,) = text.paragraphs
    assert problems == []
    assert paragraph.marks == (Mark(0, 3),)
    assert paragraph.sentences == (Sentence("p1-01.1", 0, 2), Sentence("p1-01.2", 2, 4), Sentence("p1-01.3", 4, 6))


def test_a_section_knows_its_part() -> None:
    text, _problems = report_markdown.parse("## 一、甲 {#part-1}\n\n### （一）乙 {#1-1-b}\n", "x.md")
    assert text.headings == (
        Heading(id="part-1", title="一、甲", level=1, parent="", line=1),
        Heading(id="1-1-b", title="（一）乙", level=2, parent="part-1", line=3),
    )


def test_a_term_is_what_stands_before_the_colon_without_its_quotes() -> None:
    body = "\n".join(
        f"[^{n}]: {text}" for n, text in enumerate(("“甲”：指乙。", ".丙：丁：戊。", "“甲”和“乙”：并列。"))
    )
    notes = report_markdown.parse(body, "x.md")[0].notes
    assert [(note.term, note.explanation) for note in notes] == [
        ("甲", "指乙。"),
        ("丙", "丁：戊。"),
        ("“甲”和“乙”", "并列。"),
    ]


@given(st.text() | st.lists(TRICKY).map("\n".join))
def test_reading_a_report_never_raises(text: str) -> None:
    report_markdown.parse(text, "x.md")


ARCHIVED = st.lists(
    st.sampled_from(
        ["一、总结", "（一）产业", "（1） 民生", "做强工业。新增3家。", "各位代表：", "  缩进", "一、", "#号"]
    )
    | TRICKY
    | LINE,
    max_size=10,
)


@given(ARCHIVED)
def test_a_generated_report_gives_the_archived_lines_again(lines: list[str]) -> None:
    archived = archive.parse("\n".join(lines))
    text, _problems = report_markdown.parse(report_body.to_markdown(archived), "x.md")
    assert [line_text(line) for line in text.lines] == [line.text for line in archived.lines]
    ids = [line.id for line in text.lines]
    assert len(set(ids)) == len(ids)


@given(ARCHIVED, st.data())
def test_a_line_added_anywhere_moves_no_id(lines: list[str], data: st.DataObject) -> None:
    before = archive.parse("\n".join(lines))
    earlier, _problems = report_markdown.parse(report_body.to_markdown(before), "x.md")
    at = data.draw(st.integers(0, len(lines)))
    new = data.draw(st.sampled_from(["新的一段。", "（九）新的小节", "九、新的部分"]))
    after = archive.parse("\n".join([*lines[:at], new, *lines[at:]]))
    later, _problems = report_markdown.parse(report_body.to_markdown(after, earlier), "x.md")
    kept = [(line.id, line_text(line)) for line in earlier.lines]
    found = [(line.id, line_text(line)) for line in later.lines]
    assert [one for one in found if one in kept] == kept
    (added,) = [one for one in found if one not in kept]
    assert added[1] == new
    assert added[0] not in dict(kept)


def test_a_retired_id_is_not_given_again() -> None:
    text = report_body.to_markdown(archive.parse("一、甲\n乙。\n丙。"), None, ["p1-01", "part-1"])
    assert re.findall(r"#([a-z0-9-]+)", text) == ["part-2", "p1-02", "p1-03"]
