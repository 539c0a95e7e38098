"""YAML and plain texts as ``source/`` reads them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from disclosure.source import (
    archive,
    characters,
    conflicts,
    cross_references,
    frontmatter,
    inline,
    note_marks,
    remainder,
    report_markdown,
    sentences,
    spellings,
    yaml,
    yaml_faults,
    yaml_lines,
    yaml_losses,
    yaml_mending,
)
from disclosure.source.editing import text as yaml_text
from disclosure.source.files import SourceFile, decode, text_of
from disclosure.source.yaml import RawNode, Written
from tests.security.fuzz import holds
from tests.security.fuzz.target import FuzzTarget, example, joined, pieces, sections, text, words

__all__ = ["yaml_faults", "yaml_lines", "yaml_losses"]

SIGNS = words("texts-signs")
MERGING = words("texts-merging")
RECORDS = example("reports/*/commitments/*/*.yml", 40)
YAML = [piece for one in (*RECORDS, *example("*.yml", 8)) for piece in sections(one)]
HEADS = [piece[:600] for piece in (*example("updates/*/*.md", 30), *example("corrections/*.md"), *example("*.md"))]
REPORTS = example("reports/*/report.md", 2)
SOURCES = example("reports/*/source.txt", 2)


def _scalars(value: RawNode | None) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _scalars(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _scalars(inner)
    elif value is not None:
        yield value


def _yaml(data: bytes) -> None:
    whole = text(data)
    value, problems = yaml.read(whole, "x.yml")
    holds.told(problems, whole)
    assert value is None or not problems
    Written("x.yml", whole).place("title", 0)
    if value and not any(characters.find(whole)):
        # What was read is written so that it is read again
        again = "\n".join(yaml_text.block(value)) + "\n"
        back, wrong = yaml.read(again, "x.yml")
        assert wrong == [], wrong
        assert _plain(back) == _plain(value), again


def _plain(value: Any) -> Any:
    """Without line ends behind texts: a block has one."""
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return [*map(_plain, value)] if isinstance(value, list) else value and value.rstrip("\n")


def _remainder(data: bytes) -> None:
    whole = text(data).replace("\r", "\n")
    rest = remainder.read(Written("x.yml", whole))
    holds.told(rest.problems, whole)


def _mending(data: bytes) -> None:
    line = text(data).split("\n")[0]
    yaml_mending.mended(line)
    value, problems = yaml.read("a: " + yaml_mending.quoted(line), "x.yml")
    assert problems or value == {"a": line} or not line.isprintable(), (value, line)


def _front(data: bytes) -> None:
    whole = text(data)
    document, problems = frontmatter.split(whole, "x.md")
    holds.told(problems, whole)
    assert document.raw is not None or problems
    assert document.body in whole


def _conflicts(data: bytes) -> None:
    whole = text(data)
    for name in ("x.yml", "x.md", "x.txt"):
        found = holds.told(conflicts.find(whole, name), whole)
        assert len({one.place.line for one in found}) == len(found)


def _characters(data: bytes) -> None:
    whole = text(data)
    at = -1
    for strange in characters.find(whole):
        assert strange.character
        assert characters.problem(holds_place(), strange).hint
        at += 1
    characters.legible(whole)
    text_of(data)
    decode(SourceFile("content/x.md", "x.md", data))


def holds_place() -> Any:
    from disclosure.problem import Place

    return Place("x.md")


def _sentences(data: bytes) -> None:
    whole = text(data)
    end = 0
    for start, stop in sentences.spans(whole):
        assert end <= start < stop <= len(whole)
        assert not whole[end:start].strip()
        end = stop
    assert 0 <= sentences.head_length(whole) <= len(whole)


def _inline(data: bytes) -> None:
    line = text(data).split("\n")[0]
    read = inline.parse(line)
    inline.stray_bold(line)
    for offset in range(0, len(line), 7):
        read.column(min(offset, len(read.text)))
    again = inline.parse(inline.write(read.text, 0, read.marks))
    assert again.text == read.text, (line, again.text)
    assert again.marks == read.marks


def _report(data: bytes) -> None:
    whole = text(data)
    read, problems = report_markdown.parse(whole, "x.md")
    holds.told(problems, whole)
    assert all(mark.offset <= len(one.text) for one in read.paragraphs for mark in one.marks)


def _archive(data: bytes) -> None:
    whole = text(data)
    found = archive.parse(whole)
    assert all(0 <= mark.offset <= len(line.text) for line in found.lines for mark in line.marks)


def _notes(data: bytes) -> None:
    from disclosure.model.report import NoteForm
    from disclosure.source.records import convert

    head, *rest = pieces(data)
    raw, _problems = yaml.read(head, "x.yml")
    form = convert(NoteForm, raw, Written("x.yml", head))[0] if isinstance(raw, dict) else None
    if form is None:
        return
    rows = list(enumerate("\n".join(rest).split("\n"), 1))
    taken = note_marks.take(rows, form)
    assert all(0 <= mark.offset <= len(line) for _n, line, marks in taken.lines for mark in marks)


def _references(data: bytes) -> None:
    for name in ("updates/2024/2024-01-01-a.md", "reports/2024/results/r.yml"):
        file = SourceFile(f"content/{name}", name, data)
        found = cross_references.promises(file)
        for report, _id in found:
            assert report != "2024"
        assert set(cross_references.found([file]).promises.values()) == ({found} if found else set())
        cross_references.excerpt(file, [id for _report, id in found])
    cross_references.split(text(data), "2024")


def _spellings(data: bytes) -> None:
    from disclosure.model.commitment import CommitmentRecord
    from disclosure.model.update import UpdateMeta

    whole = text(data)
    spellings.plain(whole)
    list(spellings.days(whole))
    spellings.among(whole, ("2024/c001", "r001", "p2-01"))
    for model in (UpdateMeta, CommitmentRecord):
        for field in model.declared.values():
            spellings.meant(field, whole)
            spellings.item(field, whole)


FORM = "mark: 〔1〕\nbody: '[1]'\nlines: 1-9"
TARGETS = (
    FuzzTarget(name="yaml", reads=_yaml, seeds=YAML, words=SIGNS),
    FuzzTarget(name="yaml-remainder", reads=_remainder, seeds=YAML, words=SIGNS, size=300),
    FuzzTarget(
        name="yaml-mending",
        reads=_mending,
        seeds=[b"title: a #b: c", b"- [a, b", *YAML[:9]],
        words=SIGNS,
        size=120,
    ),
    FuzzTarget(name="front-matter", reads=_front, seeds=HEADS, words=SIGNS, size=600),
    FuzzTarget(name="conflicts", reads=_conflicts, seeds=["".join(MERGING).encode()], words=MERGING),
    FuzzTarget(name="characters", reads=_characters, seeds=[*HEADS[:9], "ａ①é\u0301Ａа".encode()], words=SIGNS),
    FuzzTarget(
        name="sentences",
        reads=_sentences,
        seeds=[p for one in SOURCES for p in sections(one)][:60],
        words=("。", "！", "”", "——", "，", "\n"),
    ),
    FuzzTarget(
        name="inline",
        reads=_inline,
        seeds=[b"**a**b[^1]", *HEADS[:4]],
        words=("**", "[^1]", "[^12]", "\\", "*", "{#p1-01}", "# "),
        size=120,
    ),
    FuzzTarget(
        name="report-markdown",
        reads=_report,
        seeds=[p for one in REPORTS for p in sections(one, 500)][:60],
        words=("# ", "\n## ", "{#p1-01}", "{#1-2}\n", "[^1]", "\n[^1]: ", "\n\n", "**", "<p>", "|"),
        size=600,
    ),
    FuzzTarget(
        name="archive",
        reads=_archive,
        seeds=[p for one in SOURCES for p in sections(one, 400)][:60],
        words=("[1: a]", "[endnoteRef:1]", "\n", "[2:"),
        size=500,
    ),
    FuzzTarget(
        name="note-marks",
        reads=_notes,
        seeds=[
            joined(FORM, "甲〔1〕乙\n[1]注\n丙〔2〕\n[2]注二"),
            joined("mark: ①\nlines: '3'", "甲①\n乙②\n① 注\n② 注"),
        ],
        words=("①", "〔1〕", "〔", "〕", "[1]", "\n", "lines: 1-4, 7", "mark: ", "body: ", "十", "12", "¹"),
    ),
    FuzzTarget(
        name="cross-references",
        reads=_references,
        seeds=[b"2022/c016/1 and 2023/c001", *HEADS[:5], *YAML[:9]],
        words=("2022/c016", "/c001", "id: c001", "- ", "\n- id: 'c002'"),
    ),
    FuzzTarget(
        name="spellings",
        reads=_spellings,
        seeds=[
            one.encode()
            for one in ("2024年1月5日", "2024.1.5 上午9点", "c1-c5", "p2_3.1", "３、５", "{甲, 乙}", "1.5万元", "是")
        ],
        words=("年", "月", "日", "-", "/", "至", "c001", "p2-01", "万", "上午", "：", ".", "１"),
        size=60,
    ),
)
