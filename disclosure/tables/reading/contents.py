"""What is in a column, where its head leaves open what that is."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from statistics import median

from msgspec.structs import replace

from disclosure.tables.reading import amounts, head_words, heads, status_words
from disclosure.tables.reading.head_words import HeadMeaning
from disclosure.tables.reading.heads import HeadColumn, TableHead
from disclosure.tables.reading.ids import ID
from disclosure.tables.reading.lines import TableLine, column_cells
from disclosure.tables.shapes import Cell

ADDRESS = re.compile("https?://|www[.]")
# A state is a word, a sentence is none
LONG = 14
NUMERIC = re.compile(r"\d+(?:\.\d+)?%?")
SERIAL = re.compile(r"[(（]?\d{1,4}(?:[-.]\d{1,3})*[)）.、]?")


def settled(head: TableHead, lines: Sequence[TableLine]) -> TableHead:
    """The head with what its columns mean by what stands in them; what may stand once does."""
    columns = [replace(one, meaning=_of_content(one, column_cells(lines, one))) for one in head.columns]
    return TableHead(head.first, head.last, tuple(_once(columns)))


def _of_content(column: HeadColumn, cells: Sequence[Cell]) -> HeadMeaning | None:
    if heads.plain(column.head) == head_words.OPEN:
        return "unit" if cells and all(amounts.is_unit(one.text) for one in cells) else "lead"
    decide = _DECIDE.get(column.meaning or "number")
    return decide(cells) if decide and cells else column.meaning


def _id(cells: Sequence[Cell]) -> HeadMeaning:
    return (
        "id"
        if any(ID.fullmatch(heads.plain(one.text).lower()) or ID.search(one.text.lower()) for one in cells)
        else "number"
    )


def _progress(cells: Sequence[Cell]) -> HeadMeaning:
    """进展情况 over nothing but 已完成 and 推进中 is a state."""
    return "reported" if all(_is_state(one) for one in cells) else "progress"


def _reported(cells: Sequence[Cell]) -> HeadMeaning:
    if all(NUMERIC.fullmatch(one.text) for one in cells):
        return "stated"
    return "progress" if median(len(one.text) for one in cells) > LONG else "reported"


def _stated(cells: Sequence[Cell]) -> HeadMeaning:
    if all(one.number is not None or NUMERIC.fullmatch(one.text) for one in cells):
        return "stated"
    return _progress(cells)


def _target(cells: Sequence[Cell]) -> HeadMeaning:
    return "task" if median(len(one.text) for one in cells) > LONG else "target"


def _task(cells: Sequence[Cell]) -> HeadMeaning:
    """项目 over 1, 2, 3 is their order."""
    return "number" if all(SERIAL.fullmatch(one.text) for one in cells) else "task"


def _of_document(named: HeadMeaning) -> Callable[[Sequence[Cell]], HeadMeaning]:
    """公开渠道 over nothing but addresses is where the document is."""
    return lambda cells: "url" if all(ADDRESS.match(one.text) for one in cells) else named


def _is_state(cell: Cell) -> bool:
    return heads.plain(cell.text) in status_words.by_plain_word() or cell.text in ("√", "×")


_DECIDE: dict[str, Callable[[Sequence[Cell]], HeadMeaning]] = {
    "id": _id,
    "progress": _progress,
    "reported": _reported,
    "stated": _stated,
    "target": _target,
    "task": _task,
    "publisher": _of_document("publisher"),
    "title": _of_document("title"),
    "locator": _of_document("locator"),
}


def _once(columns: Sequence[HeadColumn]) -> list[HeadColumn]:
    """完成时间 beside 计划完成时间 is when it was done, 责任单位 beside 牵头单位 are others; what is left over means
    nothing."""
    found: list[HeadColumn] = []
    for one in columns:
        taken = {each.meaning for each in found}
        if one.meaning is None or one.meaning not in taken or one.meaning in head_words.JOINED:
            found.append(one)
        elif one.meaning in _SECOND and _SECOND[one.meaning] not in taken:
            found.append(replace(one, meaning=_SECOND[one.meaning]))
        else:
            found.append(replace(one, meaning=None))
    return found


_SECOND: dict[HeadMeaning, HeadMeaning] = {"lead": "supporting", "deadline": "done", "reported": "progress"}
