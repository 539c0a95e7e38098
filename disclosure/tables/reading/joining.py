"""Rows of one promise: those of a task that is merged over them are one, others an editor has to look at."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from disclosure.grouping import grouped
from disclosure.tables.reading.said import short
from disclosure.tables.shapes import Cell, ReadRow, TableField
from disclosure.translation import gettext as _

# Texts of several rows stand one after the other
TEXTS: tuple[TableField, ...] = ("progress", "remarks", "supporting", "leader")
TASK: tuple[TableField, ...] = ("id", "task", "quote")


def joined(rows: Sequence[ReadRow]) -> tuple[tuple[ReadRow, ...], tuple[str, ...]]:
    """The rows, each target of a promise once; and remarks."""
    remarks: list[str] = []
    groups = grouped(((one.promise, one.target) if one.promise else (one.place, 0), n) for n, one in enumerate(rows))
    found: dict[int, ReadRow] = {}
    for (promise, _target), members in groups.items():
        same = [rows[n] for n in members]
        if len(same) == 1 or not promise:
            found |= {n: rows[n] for n in members}
        elif all(_is_alike(one, same[0]) for one in same):
            found[members[0]] = same[0]
            remarks.append(_("第 {places} 行完全一样，只取一行").format(places="、".join(one.place for one in same)))
        elif len({_task_place(one) for one in same}) == 1:
            found[members[0]] = _together(same)
        else:
            found |= {n: _twice(rows[n], same) for n in members}
    return tuple(found[n] for n in sorted(found)), tuple(remarks)


def _task_place(row: ReadRow) -> str:
    return next((row.values[name].place for name in TASK if name in row.values), row.place)


def _is_alike(one: ReadRow, other: ReadRow) -> bool:
    return {name: cell.text for name, cell in one.values.items()} == {
        name: cell.text for name, cell in other.values.items()
    }


def _twice(row: ReadRow, same: Sequence[ReadRow]) -> ReadRow:
    places = "、".join(one.place for one in same)
    said = _("第 {places} 行说的都是 {promise}：合成一行；各说一项目标的，在编号里写明，例如 {promise}/2")
    return replace(row, doubts=(*row.doubts, said.format(places=places, promise=row.promise)))


def _together(same: Sequence[ReadRow]) -> ReadRow:
    names = dict.fromkeys(name for one in same for name in one.values)
    values: dict[TableField, Cell] = {}
    doubts = list(dict.fromkeys(said for one in same for said in one.doubts))
    for name in names:
        cells = list({one.place: one for row in same if (one := row.values.get(name))}.values())
        texts = list(dict.fromkeys(one.text for one in cells))
        place = "、".join(one.place for one in cells)
        values[name] = replace(cells[0], place=place)
        if len(texts) > 1 and name in TEXTS:
            values[name] = Cell(text="\n".join(texts), place=place)
        elif len(texts) > 1:
            doubts.append(_differ(cells, same[0]))
    place = "、".join(one.place for one in same)
    return replace(same[0], place=place, values=values, doubts=tuple(doubts))


def _differ(cells: Sequence[Cell], row: ReadRow) -> str:
    told = "、".join(f"{one.place} “{short(one.text)}”" for one in cells)
    return _("{told} 说的都是 {promise}，写的不一样：改成一样，或分清各是哪一项目标").format(
        told=told, promise=row.promise
    )
