"""Where a table's head is, in one row or in several, and what each of its columns means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from unicodedata import normalize

from msgspec import Struct

from disclosure.tables.reading import head_words, periods
from disclosure.tables.reading.head_words import HeadMeaning
from disclosure.tables.shapes import Cell, CellSheet, texts

# A head stands within so many rows, and is no longer than so many characters
LOOKED, LONGEST = 60, 24
# As many rows a head may have
MOST_ROWS = 3
BRACKETS = re.compile(r"[(〔\[【]([^)〕\]】]*)[)〕\]】]")
SIGNS = re.compile(r"[\s:：*＊、,，.。/\\|_-]+")
UNIT = re.compile(r"^(?:单位:?)?([%‰\w/]{1,8})$")
# What a row has to say of itself to be a head
ABOUT: frozenset[HeadMeaning] = frozenset({"task", "id", "quote", "measure"})
PARTS_OF_YEAR = re.compile(r"^第?[一二三四1-4]季度|^[上下]半年|^全年|^\d{1,2}月|^[1-4]-\d{1,2}月")


class HeadColumn(Struct, frozen=True, kw_only=True):
    """A column: from 0, its head as written (of several rows with a blank between), what it means (empty: not known),
    and the unit that stands with it."""

    index: int
    head: str
    meaning: HeadMeaning | None
    unit: str = ""


class TableHead(Struct, frozen=True):
    """First and last row of the head, from 0, and the columns that have one."""

    first: int
    last: int
    columns: tuple[HeadColumn, ...]


def find(sheet: CellSheet) -> TableHead | None:
    """The head of the table in a sheet; ``None`` where nothing looks like one."""
    scored = [(len(_meanings(row)), -n) for n, row in enumerate(sheet.rows[:LOOKED])]
    best, n = max(scored, default=(0, 0))
    if best < 2:
        return None
    first, last = _rows(sheet.rows, -n)
    columns = tuple(_columns(sheet.rows[first : last + 1]))
    return TableHead(first, last, columns) if ABOUT & {one.meaning for one in columns} else None


def plain(head: str) -> str:
    """A head as it is compared."""
    return SIGNS.sub("", BRACKETS.sub("", normalize("NFKC", head)))


def _meanings(row: Sequence[Cell]) -> set[str]:
    """What the cells of a row would mean as heads, a merged one once."""
    return {found for one in texts(row) if len(one) <= LONGEST and (found := meaning(one))}


@cache
def _known() -> dict[str, HeadMeaning]:
    return {plain(word): field for word, field in head_words.by_word().items()}


def meaning(head: str) -> HeadMeaning | None:
    """What a head means by itself; with a period before it, 截至2025年9月底完成数, it means the same."""
    found = plain(head)
    whole = _known().get(found) or _known().get(plain(head.replace(periods.said(head), "", 1)))
    return whole or next((field for field, held in head_words.HOLDS if held.search(found)), None)


def _rows(rows: Sequence[Sequence[Cell]], at: int) -> tuple[int, int]:
    """The rows of a head of which one is known: those that share merged cells with it, or say what stands below it."""
    first = last = at
    while first and _share(rows[first - 1], rows[first]) and last - first < MOST_ROWS - 1:
        first -= 1
    # A title over the table is one cell
    if (
        first == at
        and at
        and len(texts(rows[at - 1])) > 1
        and _meanings(rows[at - 1])
        and _is_below(rows[at - 1], rows[at])
    ):
        first -= 1
    while last + 1 < len(rows) and last - first < MOST_ROWS - 1 and _goes_on(rows[last], rows[last + 1]):
        last += 1
    return first, last


def _goes_on(row: Sequence[Cell], below: Sequence[Cell]) -> bool:
    return _share(row, below) or _is_below(row, below)


def _share(row: Sequence[Cell], below: Sequence[Cell]) -> bool:
    """Whether a cell is merged over both rows."""
    return any(a.place == b.place for a, b in zip(row, below, strict=True) if a.text)


def _is_below(row: Sequence[Cell], below: Sequence[Cell]) -> bool:
    """Whether the cells of the row below have no head yet, or divide one: as in files that know no merged cells."""
    told = [n for n, one in enumerate(below) if one.text]
    open_ = [n for n in told if not row[n].text]
    words = all(meaning(below[n].text) or PARTS_OF_YEAR.match(below[n].text) for n in told)
    return bool(open_) and words and all(not row[n].text or _begins_group(row, n) for n in told)


def _begins_group(row: Sequence[Cell], n: int) -> bool:
    return n + 1 < len(row) and not row[n + 1].text


def _columns(rows: Sequence[Sequence[Cell]]) -> Iterator[HeadColumn]:
    for index in range(len(rows[0])):
        parts = _parts(rows, index)
        if parts:
            yield HeadColumn(index=index, head=" ".join(parts), meaning=_meaning_of(parts), unit=_unit(parts))


def _parts(rows: Sequence[Sequence[Cell]], index: int) -> list[str]:
    """The words over a column, from the top; a group's word stands over its first column only, where nothing is
    merged."""
    found: dict[str, str] = {}
    for n, row in enumerate(rows):
        cell = row[index]
        if not cell.text and n < len(rows) - 1 and rows[n + 1][index].text:
            cell = next((one for one in reversed(row[:index]) if one.text), cell)
        if cell.text:
            found[cell.place] = " ".join(cell.text.split())
    return list(dict.fromkeys(found.values()))


def _meaning_of(parts: Sequence[str]) -> HeadMeaning | None:
    """The whole says more than its last word, this more than the others."""
    together = _known().get(plain("".join(parts)))
    return together or next((found for found in map(meaning, reversed(parts)) if found), None)


def _unit(parts: Sequence[str]) -> str:
    """完成投资（万元） is in 万元."""
    for part in reversed(parts):
        for inside in BRACKETS.findall(normalize("NFKC", part)):
            if found := UNIT.match(inside.replace(" ", "")):
                return found[1]
    return ""
