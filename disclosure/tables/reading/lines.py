"""Which rows under a head are about a task: titles, sections, totals, notes and heads that are repeated are not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from disclosure.tables.reading.heads import HeadColumn, TableHead, meaning
from disclosure.tables.shapes import Cell, CellSheet, texts

LineKind = Literal["task", "head", "section", "total", "note"]
SECTION = re.compile(
    r"^(?:第?[一二三四五六七八九十]+(?:部分|类|章|方面)?[、.．:：\s]|[（(][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+$)"
)
TOTAL = re.compile(r"^(?:合\s*计|总\s*计|小\s*计|汇\s*总|平\s*均)")
NOTE = re.compile(
    r"^(?:注|备\s*注|说\s*明|填\s*表|填\s*报|制\s*表|审\s*核|联\s*系|单位负责人|负责人|经办人|附\s*注|日期|★|※)[\d一二三]*\s*(?:[:：人]|单位|时间|说明|日期)"
)
CHINESE_NUMBER = re.compile(r"^[一二三四五六七八九十]+[、.]?$")
# Beyond so many characters a lone cell is a task, not its section
TITLE = 40


class TableLine(Struct, frozen=True):
    """A row of a sheet (from 0) with what it is; ``section`` is the title above it."""

    index: int
    kind: LineKind
    cells: tuple[Cell, ...]
    section: str = ""

    @property
    def number(self) -> int:
        return self.index + 1


def lines(sheet: CellSheet, head: TableHead) -> list[TableLine]:
    """Those under the head that are not empty."""
    found: list[TableLine] = []
    section = ""
    for index, row in enumerate(sheet.rows[head.last + 1 :], head.last + 1):
        if not any(one.text for one in row):
            continue
        kind = _kind(row, sheet, head)
        section = _first(row) if kind == "section" else section
        found.append(TableLine(index, kind, row, section))
    return found


def _kind(row: Sequence[Cell], sheet: CellSheet, head: TableHead) -> LineKind:
    if _is_head(row, sheet, head):
        return "head"
    first, alone = _first(row), len(texts(row)) == 1
    if TOTAL.match(first):
        return "total"
    if NOTE.match(first):
        return "note"
    if _is_section(row, head, first, alone=alone):
        return "section"
    return "task"


def _is_head(row: Sequence[Cell], sheet: CellSheet, head: TableHead) -> bool:
    """The head again, as on each printed page."""
    told = [one.text for one in row]
    return any(told == [one.text for one in sheet.rows[n]] for n in range(head.first, head.last + 1))


def _is_section(row: Sequence[Cell], head: TableHead, first: str, *, alone: bool) -> bool:
    if not alone:
        return _is_numbered_title(row)
    spread = sum(bool(one.text) for one in row) > 1
    tasks = {one.index for one in head.columns if one.meaning in ("task", "quote", "id")}
    at = next(n for n, one in enumerate(row) if one.text)
    return len(first) <= TITLE and (spread or bool(SECTION.match(first)) or at not in tasks)


def _is_numbered_title(row: Sequence[Cell]) -> bool:
    """一 | 产业发展, and nothing else."""
    told = texts(row)
    return len(told) == 2 and bool(CHINESE_NUMBER.match(told[0]))


def _first(row: Sequence[Cell]) -> str:
    told = texts(row)
    return " ".join(told[:2]) if _is_numbered_title(row) else told[0]


def other_head(line: TableLine) -> bool:
    """Whether a row looks like the head of another table below this one."""
    told = texts(line.cells)
    known = {found for found in map(meaning, told) if found}
    return len(known) > 2 and len(known) * 2 > len(told)


def column_cells(lines: Sequence[TableLine], column: HeadColumn) -> list[Cell]:
    """The cells of a column in rows about tasks, each once."""
    found = {one.place: one for line in lines if line.kind == "task" for one in (line.cells[column.index],) if one.text}
    return list(found.values())
