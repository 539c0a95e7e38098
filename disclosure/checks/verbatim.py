"""The report says what the archived source says, character for character, under the one normalisation."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest

from disclosure.catalog.catalog import Catalog, Report
from disclosure.model.text import Heading, Mark, Note, Paragraph, line_text
from disclosure.problem import Place, Problem
from disclosure.source.archive import NUMBER, ArchivedLine
from disclosure.translation import gettext as _

AROUND = 8
Lines = tuple[Paragraph | Heading, ...]


def check_digest(catalog: Catalog) -> Iterator[Problem]:
    """source-digest: 存档原文的 SHA-256 与 report.md 所写的一致；原文永不修改。"""
    for report in catalog.reports:
        declared = report.meta.source.sha256
        if declared != report.source.sha256:
            message = _("存档原文 {path} 的摘要与所写的不同").format(path=report.source.path)
            hint = _("原文不能修改；若确是首次登记，应写 {sha}").format(sha=report.source.sha256)
            if _is_only_line_ends(report.source.data, declared):
                message = _("存档原文 {path} 的换行被改过（CRLF，即回车换行），文字没有变").format(
                    path=report.source.path
                )
                hint = _(
                    "多半是 Git 在 Windows 上改的，摘要不要动：项目的 .gitattributes 写一行 * -text，"
                    "运行 git config core.autocrlf false，删去这个文件，再运行 git checkout -- {path} 取回原样"
                ).format(path=report.source.path)
            yield Problem(report.head.place("source", "sha256"), "source-digest", message, hint)


def _is_only_line_ends(data: bytes, declared: str) -> bool:
    """Whether the file was the declared one before its line ends were turned into others."""
    plain = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return declared in {hashlib.sha256(one).hexdigest() for one in (plain, plain.replace(b"\n", b"\r\n"))}


def check_original(catalog: Catalog) -> Iterator[Problem]:
    """source-original: 原文取自别的文件的，原件在 files/ 里，摘要与所写的一致；原件永不修改。"""
    for report in catalog.reports:
        original = report.meta.source.original
        if original is None or catalog.archived.get(original.file) == original.sha256:
            continue
        place = report.head.place("source", "original")
        if original.file in catalog.archived:
            message = _("原件 {file} 的摘要与所写的不同").format(file=original.file)
            hint = _("原件不能修改；若确是首次登记，应写 {sha}").format(sha=catalog.archived[original.file])
        else:
            message = _("没有原件 {file}").format(file=original.file)
            hint = _("放进 content/files/，文件名与所写的一致；没有原件的，删去 original")
        yield Problem(place, "source-original", message, hint)


def check_left_out(catalog: Catalog) -> Iterator[Problem]:
    """source-left-out: 声明不收入的每一行都在存档原文的那一行上，一字不差，只写一次。"""
    for report in catalog.reports:
        place = report.head.place("source", "left_out")
        numbers = Counter(int(n) for one in report.meta.source.left_out for n in one.lines if NUMBER.fullmatch(n))
        for twice in (n for n, times in numbers.items() if times > 1):
            message = _("存档原文第 {n} 行在 left_out 里写了两次").format(n=twice)
            yield Problem(place, "source-left-out", message, _("删去一处，只留一个理由"))
        for number in report.archive.unmatched:
            message = _("存档原文第 {n} 行不是声明不收入的文字").format(n=number)
            hint = _("left_out 的 lines 写作 行号: 这一行的文字；不在那里的删去，原文没有声明的行都属于报告")
            yield Problem(place, "source-left-out", message, hint)


def check_text(catalog: Catalog) -> Iterator[Problem]:
    """verbatim, verbatim-mark: 正文每一行与存档原文逐字一致，一行不多，一行不少，注释引用在原处。"""
    for report in catalog.reports:
        yield from _compare(report)


def check_notes(catalog: Catalog) -> Iterator[Problem]:
    """verbatim-note: 注释的编号和文字与存档原文一致。"""
    for report in catalog.reports:
        archived = dict(report.archive.notes)
        for note in report.text.notes:
            if note.number not in archived:
                message = _("原文没有注释 {n}").format(n=note.number)
                yield Problem(Place(report.path, note.line), "verbatim-note", message, _("删去这条注释"))
            elif archived[note.number] != note.text:
                yield _edited_note(report, note, archived[note.number])
        # A note that is referred to and has no body is reported where it is referred to
        known = {note.number for note in report.text.notes} | {m.number for p in report.text.passages for m in p.marks}
        for number in sorted(archived.keys() - known):
            message = _("缺少原文的注释 {n}").format(n=number)
            hint = _("补上 [^{n}]: {text}…").format(n=number, text=archived[number][:12])
            yield Problem(Place(report.path), "verbatim-note", message, hint)


def _edited_note(report: Report, note: Note, wanted: str) -> Problem:
    place = Place(report.path, note.line, len(f"[^{note.number}]: ") + 1 + _common(note.text, wanted))
    message = _("注释 {n} 与原文不同：{difference}").format(n=note.number, difference=_difference(note.text, wanted))
    return Problem(place, "verbatim-note", message, _("照原文改回，原文的笔误也不改"))


def _compare(report: Report) -> Iterator[Problem]:
    written = [line_text(line) for line in report.text.lines]
    archived = [line.text for line in report.archive.lines]
    if written == archived:
        pairs = list(zip(report.text.lines, report.archive.lines, strict=True))
    else:
        pairs = []
        for tag, a, b, c, d in SequenceMatcher(None, written, archived, autojunk=False).get_opcodes():
            ours, theirs = report.text.lines[a:b], report.archive.lines[c:d]
            if tag == "equal":
                pairs += zip(ours, theirs, strict=True)
            else:
                yield from _unequal(report, ours, theirs, b)
    for line, source in pairs:
        yield from _marks(report, line, source)


def _unequal(report: Report, ours: Lines, theirs: tuple[ArchivedLine, ...], after: int) -> Iterator[Problem]:
    for line, source in zip_longest(ours, theirs):
        if line is None:
            message = _("缺少原文第 {n} 行：“{text}…”").format(n=source.line, text=source.text[:16])
            yield Problem(_after(report, after), "verbatim", message, _("把这一行补回原来的位置"))
        elif source is None:
            message = _("原文没有这一行：“{text}…”").format(text=line_text(line)[:16])
            yield Problem(Place(report.path, line.line), "verbatim", message, _("删去；说明文字不能写进报告正文"))
        else:
            yield _edited(report, line, source)


def _after(report: Report, index: int) -> Place:
    """The line before which something is missing, or the last one."""
    lines = report.text.lines
    return Place(report.path, lines[min(index, len(lines) - 1)].line if lines else 1)


def _edited(report: Report, line: Paragraph | Heading, source: ArchivedLine) -> Problem:
    text = line_text(line)
    offset = _common(text, source.text)
    message = _("{id} 第 {n} 个字起与原文不同：{difference}").format(
        id=line.id, n=offset + 1, difference=_difference(text, source.text)
    )
    hint = _("原文第 {n} 行；照原文改回，原文的笔误也不改").format(n=source.line)
    return Problem(report.place(line, offset), "verbatim", message, hint)


def _common(one: str, other: str) -> int:
    """How many characters the two begin with in common."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _difference(ours: str, theirs: str) -> str:
    """“…这里…” against “…原文…”, from the first character that differs."""
    offset = _common(ours, theirs)
    start = max(0, offset - AROUND)
    here, there = (text[start : offset + AROUND] for text in (ours, theirs))
    return _("此处“{here}”，原文“{there}”").format(here=here, there=there)


def _marks(report: Report, line: Paragraph | Heading, source: ArchivedLine) -> Iterator[Problem]:
    marks: tuple[Mark, ...] = line.marks if isinstance(line, Paragraph) else ()
    if marks == source.marks:
        return
    for number in sorted({mark.number for mark in marks + source.marks}):
        ours, theirs = (_offset(found, number) for found in (marks, source.marks))
        if ours == theirs:
            continue
        place = report.place(line, theirs or 0) if ours is None else _mark_place(report, line, number)
        message, hint = _misplaced(line.id, number, ours, theirs, source.text)
        yield Problem(place, "verbatim-mark", message, hint)


def _misplaced(id: str, number: int, ours: int | None, theirs: int | None, archived: str) -> tuple[str, str]:
    if theirs is None:
        return _("{id} 处原文没有引用注释 {n}").format(id=id, n=number), _("删去 [^{n}]").format(n=number)
    words = _("{id} 里缺少注释 {n} 的引用") if ours is None else _("{id} 里注释 {n} 的引用位置与原文不同")
    hint = _("[^{n}] 应当紧跟在“{text}”后面").format(n=number, text=archived[max(0, theirs - AROUND) : theirs])
    return words.format(id=id, n=number), hint


def _mark_place(report: Report, line: Paragraph | Heading, number: int) -> Place:
    raw = report.lines[line.line - 1]
    return Place(report.path, line.line, raw.find(f"[^{number}]") + 1)


def _offset(marks: tuple[Mark, ...], number: int) -> int | None:
    return next((mark.offset for mark in marks if mark.number == number), None)
