"""A table file to rows about promises."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import cast, get_args

from msgspec import Struct
from msgspec.structs import replace

from disclosure.ingest.document import UnreadableFile
from disclosure.source.inside.sheets import letters
from disclosure.tables import columns
from disclosure.tables.files import opened
from disclosure.tables.files.shapes import OpenedSheet, OpenedTable
from disclosure.tables.on_file import PromiseOnFile
from disclosure.tables.reading import (
    amounts,
    contents,
    heads,
    joining,
    lines,
    register,
    status_words,
    unused,
)
from disclosure.tables.reading.head_words import HeadMeaning
from disclosure.tables.reading.heads import TableHead
from disclosure.tables.reading.lines import TableLine
from disclosure.tables.reading.matching import PARTS, Match, Matcher, RowTexts
from disclosure.tables.reading.meanings import CellReader
from disclosure.tables.reading.register import TableRegister
from disclosure.tables.reading.row_values import HeadedCell, StateWord, ValueMaker
from disclosure.tables.reading.said import ReadWish, short
from disclosure.tables.shapes import Cell, CellSheet, ReadColumn, ReadRow, TableField, TableRead
from disclosure.translation import gettext as _

UNIT = re.compile(r"单位[:：]\s*(\S{1,6})")
NAMED = frozenset(get_args(TableField))


class FoundTable(Struct, frozen=True, kw_only=True):
    """A sheet with its head, its rows, and the unit that it states for all its values."""

    opened: OpenedSheet
    head: TableHead
    lines: tuple[TableLine, ...]
    unit: str

    @property
    def sheet(self) -> CellSheet:
        return self.opened.sheet

    @property
    def ids(self) -> list[str]:
        """What stands in its column of ids."""
        columns = [one for one in self.head.columns if one.meaning == "id"]
        return [cell.text for column in columns for cell in lines.column_cells(self.lines, column)]

    @property
    def title(self) -> str:
        """What it is called, over its head and on its tab."""
        over = [one.text for row in self.sheet.rows[: self.head.first] for one in row]
        return " ".join(dict.fromkeys((*over, self.sheet.name)))


def read(name: str, data: bytes, promises: Iterable[PromiseOnFile], wish: ReadWish) -> TableRead:
    """What a file says of promises. Never raises on any file: why it cannot be taken is in ``problems``."""
    try:
        table = opened.read(data, name)
    except UnreadableFile as error:
        return TableRead(problems=(_("{message}。{hint}").format(message=error.message, hint=error.hint),))
    found = [one for sheet in table.sheets if (one := _found(sheet, wish)) is not None]
    if not found:
        return TableRead(problems=(_no_head(table, wish),))
    best = max(found, key=lambda one: sum(line.kind == "task" for line in one.lines))
    return _read(table, best, tuple(promises), wish, [one for one in found if one is not best])


def _no_head(table: OpenedTable, wish: ReadWish) -> str:
    if wish.sheet:
        names = "、".join(one.sheet.name for one in table.sheets)
        return _("没有叫“{name}”的任务表；工作表有：{names}").format(name=wish.sheet, names=names)
    return _("没有找到表头：要有一行写明“工作任务”（或“编号”“项目名称”）和“牵头单位”“完成时限”“进展”这样的栏名")


def _found(sheet: OpenedSheet, wish: ReadWish) -> FoundTable | None:
    if wish.sheet != sheet.sheet.name if wish.sheet else sheet.hidden:
        return None
    kept = _without(sheet, wish.skipped)
    head = heads.find(kept.sheet)
    if head is None:
        return None
    every = lines.lines(kept.sheet, head)
    return FoundTable(opened=kept, head=contents.settled(head, every), lines=tuple(every), unit=_unit(kept.sheet, head))


def _without(opened: OpenedSheet, skipped: frozenset[str]) -> OpenedSheet:
    """The sheet without the cells that the editor does not want read."""
    if not skipped:
        return opened
    rows = tuple(
        tuple(Cell() if skipped & {one.place, str(n), letters(m + 1)} else one for m, one in enumerate(row))
        for n, row in enumerate(opened.sheet.rows, 1)
    )
    return replace(opened, sheet=CellSheet(opened.sheet.name, rows))


def _unit(sheet: CellSheet, head: TableHead) -> str:
    """单位：万元 over the table."""
    texts = [one.text for row in sheet.rows[: head.first] for one in row if one.text]
    units = [found[1] for one in texts if (found := UNIT.search(one)) and amounts.is_unit(found[1])]
    return units[0] if units else ""


def _read(
    table: OpenedTable,
    found: FoundTable,
    promises: Sequence[PromiseOnFile],
    wish: ReadWish,
    others: Sequence[FoundTable],
) -> TableRead:
    reading = RowReader(found, register.register(promises, wish.report, found.title, found.ids), wish)
    tasks = [one for one in found.lines if one.kind == "task"]
    rows, joins = joining.joined([row for line in tasks for row in reading.rows(line)])
    doubts = [*_of_others(others), *_of_heads(found)]
    told = (*table.told, *_told(table, found), *joins, *reading.remarks, *_of_states(reading.states))
    return TableRead(
        sheet=found.sheet.name,
        columns=tuple(_columns(found.head)),
        rows=rows,
        doubts=tuple(doubts),
        told=tuple(dict.fromkeys(told)),
    )


def _told(table: OpenedTable, found: FoundTable) -> Iterator[str]:
    ours = columns.given() if columns.is_own(one.head for one in found.head.columns) else frozenset()
    yield from unused.sheets(table, _original(table, found), ours)
    yield from unused.hidden(found.opened, found.head)
    yield from unused.comments(found.opened)
    yield from unused.above(found.sheet, found.head)
    yield from unused.rows(found.lines)
    yield from unused.columns(found.sheet, found.head, found.lines, ours)


def _of_states(states: Sequence[StateWord]) -> Iterator[str]:
    """How words were read that are no labels, and those that may be said of less than the whole."""
    counted = Counter((one.word, one.label) for one in states)
    listed = [_("“{word}”读作“{label}”（{n} 处）").format(word=a, label=b, n=n) for (a, b), n in counted.items()]
    if listed:
        yield _("状态的词：{listed}").format(listed="、".join(listed))
    early = Counter(one.word for one in states if one.is_early)
    if early:
        words = "、".join(_("“{word}”（{n} 处）").format(word=word, n=n) for word, n in early.items())
        yield _("还没有到期就写{words}：核对说的是全年的任务，还是到现在应完成的部分").format(words=words)


def _original(table: OpenedTable, found: FoundTable) -> OpenedSheet:
    return next(one for one in table.sheets if one.sheet.name == found.sheet.name)


def _of_others(others: Sequence[FoundTable]) -> Iterator[str]:
    for one in others:
        yield _("工作表“{name}”也像任务表，没有读：用 --sheet {name} 另读一次").format(name=one.sheet.name)


def _of_heads(found: FoundTable) -> Iterator[str]:
    for line in found.lines:
        if line.kind == "task" and lines.other_head(line):
            yield _("第 {n} 行像是另一张表的表头：把两张表分到两个工作表里再读").format(n=line.number)
    yield from _of_quarters(found)
    taken = next((one.head for one in found.head.columns if one.meaning == "value"), "")
    for column in found.head.columns:
        if column.meaning is None and heads.meaning(column.head) == "value":
            message = _("“{head}”（{letter} 列）和“{taken}”都像实际值：用 --skip {letter} 不读其中一栏")
            yield message.format(head=column.head, letter=letters(column.index + 1), taken=taken)


def _of_quarters(found: FoundTable) -> Iterator[str]:
    """Bare numbers under 一季度, 二季度 are no progress in words, and may be of that quarter alone."""
    for column in found.head.columns:
        cells = lines.column_cells(found.lines, column)
        if column.meaning == "progress" and cells and all(contents.NUMERIC.fullmatch(one.text) for one in cells):
            message = _(
                "“{head}”（{letter} 列）写的都是数，看不出是累计数还是那一段时间的数："
                "栏名改成“截至9月底完成数”的样子，或用 --skip {letter} 不读这一栏"
            )
            yield message.format(head=column.head, letter=letters(column.index + 1))


def _columns(head: TableHead) -> Iterator[ReadColumn]:
    for one in head.columns:
        if one.meaning in NAMED:
            yield ReadColumn(cast("TableField", one.meaning), one.index, one.head)


class RowReader:
    """The rows of a table as they are read."""

    def __init__(self, found: FoundTable, known: TableRegister, wish: ReadWish) -> None:
        self.found, self.known, self.wish = found, known, wish
        self.reader = CellReader(wish, found.sheet.name, known.year)
        self.matcher = Matcher(known, found.title)
        self.remarks: list[str] = []
        self.states: list[StateWord] = []

    def rows(self, line: TableLine) -> Iterator[ReadRow]:
        cells = self._cells(line)
        texts = _texts(cells)
        if named := self.wish.rows.get(str(line.number)):
            texts = replace(texts, id=named, tasks=())
        matches = [self.matcher.targeted(one, texts) for one in self.matcher.matches(texts)]
        for n, match in enumerate(matches):
            yield self._row(line, cells, match, (n, len(matches)))

    def _cells(self, line: TableLine) -> dict[HeadMeaning, list[HeadedCell]]:
        """The cells that say something (— says nothing), by what they mean."""
        found: dict[HeadMeaning, list[HeadedCell]] = {}
        for column in self.found.head.columns:
            cell = line.cells[column.index]
            if column.meaning and cell.text and cell.text not in status_words.EMPTY:
                found.setdefault(column.meaning, []).append((column, cell))
        return found

    def _row(
        self, line: TableLine, cells: dict[HeadMeaning, list[HeadedCell]], match: Match, nth: tuple[int, int]
    ) -> ReadRow:
        promise = self.known.promises.get(match.promise)
        made = ValueMaker(self.reader, cells, self.found.unit).made(promise, match.target)
        self.remarks += made.remarks
        self.states += made.states
        doubts = [*self._unmatched(line, cells, match), *made.doubts]
        values = dict(made.values)
        if nth[1] > 1:
            doubts += _shared(values, nth, line)
        return ReadRow(
            place=str(line.number),
            promise=match.promise,
            target=match.target,
            by=match.by,
            values=values,
            doubts=tuple(doubts),
        )

    def _unmatched(self, line: TableLine, cells: dict[HeadMeaning, list[HeadedCell]], match: Match) -> Iterator[str]:
        if match.doubt:
            first = next((pair[1] for name in ("id", "task", "quote") for pair in cells.get(name, ())), None)
            said = (
                _("第 {n} 行").format(n=line.number)
                if first is None
                else f"{self.reader.at(first)} “{short(first.text)}”"
            )
            yield _("{said}：{why}；或用 --skip {n} 不读这一行").format(said=said, why=match.doubt, n=line.number)


def _texts(cells: dict[HeadMeaning, list[HeadedCell]]) -> RowTexts:
    def all(*meanings: HeadMeaning) -> tuple[str, ...]:
        return tuple(cell.text for one in meanings for _column, cell in cells.get(one, ()) if not cell.error)

    def worded(*meanings: HeadMeaning) -> tuple[str, ...]:
        """Without bare numbers: 5 is the order of a row, though 增长5% has it."""
        return tuple(one for one in all(*meanings) if not contents.SERIAL.fullmatch(one))

    id, measure, target = all("id"), all("measure"), all("target")
    return RowTexts(
        id=id[0] if id else "",
        tasks=worded("task", "quote"),
        measure=measure[0] if measure else "",
        target=target[0] if target else "",
    )


def _shared(values: dict[TableField, Cell], nth: tuple[int, int], line: TableLine) -> Iterator[str]:
    """What a row says of several promises: its progress in as many parts belongs to each, else an editor divides it."""
    n, of = nth
    progress = values.get("progress")
    if progress is None:
        return
    parts = [one for one in PARTS.split(progress.text) if one.strip()]
    if len(parts) == of:
        values["progress"] = replace(progress, text=parts[n].strip())
    else:
        yield _("第 {n} 行说了 {of} 条承诺，进展没有分开写：按承诺分成几行").format(n=line.number, of=of)
