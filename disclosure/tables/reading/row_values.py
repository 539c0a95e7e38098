"""The values of a row, each as its field wants it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from unicodedata import normalize

from msgspec import Struct
from msgspec.structs import replace

from disclosure.tables.on_file import PromiseOnFile
from disclosure.tables.reading import days, heads, meanings, periods
from disclosure.tables.reading.bodies import BodyName
from disclosure.tables.reading.head_words import JOINED, HeadMeaning
from disclosure.tables.reading.heads import HeadColumn
from disclosure.tables.reading.meanings import BETWEEN, CellReader
from disclosure.tables.reading.said import CellSaid, doubt
from disclosure.tables.shapes import Cell, TableField
from disclosure.translation import gettext as _

# What is taken as it stands
TEXTS: tuple[TableField, ...] = (
    *("id", "task", "quote", "measure", "target", "leader", "progress"),
    *("period", "vintage", "basis", "publisher", "title", "locator", "remarks"),
)
# 完成 says so; √, 是 and 100% may be said of the part that was due by now
WORD = re.compile("完|成|竣|结|建|销|落实|投|通车|达标")
HeadedCell = tuple[HeadColumn, Cell]


class StateWord(Struct, frozen=True):
    """A word that was read as a state, under its label; ``is_early`` where it says 已完成 by a sign or a rate, and the
    day has not come."""

    word: str
    label: str
    is_early: bool


class RowValues(Struct, frozen=True, kw_only=True):
    """A row's cells by field, and what is to be told of them."""

    values: Mapping[TableField, Cell]
    doubts: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    states: tuple[StateWord, ...] = ()


class ValueMaker:
    """Makes the values of one row: of the cells under each meaning."""

    def __init__(self, reader: CellReader, cells: Mapping[HeadMeaning, Sequence[HeadedCell]], unit: str) -> None:
        """``unit``: what all values of the sheet are in, where it says so."""
        self.reader, self.cells, self.unit = reader, cells, unit
        self.values: dict[TableField, Cell] = {}
        self.doubts: list[str] = []
        self.remarks: list[str] = []
        self.states: list[StateWord] = []

    def made(self, promise: PromiseOnFile | None, target: int) -> RowValues:
        """``promise``: what the row is about; with it, states and values can be judged."""
        for field in TEXTS:
            if cell := self._joined(field):
                self._take(field, self.reader.text(cell))
        for field in meanings.PLAIN:
            cell = self._joined(field)
            if cell:
                held = _on_file(field, cell, promise, target)
                self._take(field, CellSaid(cell=held) if held else meanings.PLAIN[field](self.reader, cell))
        if cell := self._joined("url"):
            self._take("url", meanings.web(self.reader, cell))
        self._bodies()
        self._state(promise)
        self._amount(promise, target)
        return RowValues(
            values=self.values,
            doubts=tuple(self.doubts),
            remarks=tuple(self.remarks),
            states=tuple(self.states),
        )

    def _take(self, field: TableField, told: CellSaid) -> None:
        if told.cell:
            self.values[field] = told.cell
        self.doubts += told.doubts
        self.remarks += told.remarks

    def _joined(self, meaning: HeadMeaning) -> Cell | None:
        """The cells of a meaning as one: of several, and of parts of a year, each under its head."""
        found = [(column, cell) for column, cell in self.cells.get(meaning, ()) if self._is_sound(cell)]
        if meaning not in JOINED or meaning == "task":
            texts = [cell.text for _column, cell in found]
        else:
            headed = len(found) > 1 or any(is_part_of_year(column) for column, _cell in found)
            texts = [f"{_last(column)}：{cell.text}" if headed else cell.text for column, cell in found]
        return _one([cell for _column, cell in found], texts)

    def _is_sound(self, cell: Cell) -> bool:
        if cell.error:
            why = cell.error if cell.error != cell.text else _("表格软件算出了错误")
            self._once(doubt(self.reader.at(cell), cell.text, why, _("在表里改好这一格")))
        return not cell.error

    def _once(self, said: str) -> None:
        if said not in self.doubts:
            self.doubts.append(said)

    def _bodies(self) -> None:
        """Who leads is one; of several under one head the first, as is usual."""
        lead, others = self._joined("lead"), self._joined("supporting")
        leads = self._named(lead)
        first = next((one for one in leads if one.role == _("牵头")), None)
        first = first or next((one for one in leads if one.role != _("配合")), None)
        if first and lead:
            self.values["lead"] = Cell(text=first.label, place=lead.place)
        if first and lead and any(one != first and not one.role for one in leads):
            line = _("“{head}”写了几个单位的，第一个作牵头单位，其余作配合单位")
            self.remarks.append(line.format(head=self.cells["lead"][0][0].head))
        helping = [one.label for one in (*leads, *self._named(others)) if first is None or one.label != first.label]
        if helping:
            cells = [one for one in (lead if len(leads) > 1 else None, others) if one]
            self.values["supporting"] = _one(cells, [BETWEEN.join(dict.fromkeys(helping))]) or cells[0]

    def _named(self, cell: Cell | None) -> tuple[BodyName, ...]:
        found, doubts = self.reader.named(cell) if cell else ((), ())
        self.doubts += doubts
        return () if doubts else found

    def _state(self, promise: PromiseOnFile | None) -> None:
        """A rate is a state where nothing else says one; it and lights are for the editor to read, too."""
        cell, rate = self._joined("reported"), self._joined("stated")
        if cell:
            self._reported(cell, promise)
            if "reported" in self.values and meanings.BEHIND.search(cell.text):
                self._remark(_("状态"), cell)
        elif rate and (share := _share(rate)):
            self._reported(share, promise)
        for meaning in ("stated", "light"):
            for column, one in self.cells.get(meaning, ()):
                if not one.error:
                    self._remark(column.head, one)

    def _reported(self, cell: Cell, promise: PromiseOnFile | None) -> None:
        self._take("reported", self.reader.reported(cell, promise))
        taken = self.values.get("reported")
        word = meanings.BEHIND.split(cell.text.strip(), maxsplit=1)[0]
        if taken and word != taken.text and promise:
            early = not WORD.search(word) and self.reader.wish.today <= promise.deadline
            is_done = taken.text == self.reader.label("done")
            self.states.append(StateWord(word, taken.text, early and is_done))

    def _remark(self, head: str, cell: Cell) -> None:
        told = f"{head}：{cell.text}"
        here = self.values.get("remarks")
        self.values["remarks"] = _one([here, cell] if here else [cell], [here.text, told] if here else [told]) or cell

    def _amount(self, promise: PromiseOnFile | None, n: int) -> None:
        cell, unit = self._joined("value"), self._joined("unit")
        if unit:
            self.values["unit"] = unit
        if cell is None:
            return
        stated = unit.text if unit else next((one.unit for one, _cell in self.cells["value"] if one.unit), self.unit)
        target = promise.target(n) if promise else None
        if target is None:
            self._take("value", _without_target(self.reader, cell, promise))
            return
        told, basic = self.reader.amount(cell, stated, target)
        self._take("value", told)
        if told.cell and "period" not in self.values:
            self._period(self.cells["value"][0][0], cell)
        if basic:
            self.values["unit"] = replace(basic, place=unit.place) if unit else basic

    def _period(self, column: HeadColumn, cell: Cell) -> None:
        """Until when the value counts, as its head says."""
        said = periods.said(column.head)
        until = periods.of_head(column.head, self.reader.year, self.reader.wish.today)
        if until:
            self.values["period"] = Cell(text=until, place=cell.place)
            self.remarks.append(_("“{head}”一栏的数，时期读作 {until}").format(head=column.head, until=until))
        elif said and not self.reader.wish.period:
            hint = _("加一栏“时期”写明；整张表都是同一时期的，加上 --period 2025-06 这样的时期")
            # What is in doubt is not taken
            del self.values["value"]
            why = _("栏名写的“{said}”，看不出是到那时为止的累计数，还是那一段时间的数").format(said=said)
            self.doubts.append(doubt(self.reader.at(cell), cell.text, why, hint))


def _on_file(field: TableField, cell: Cell, promise: PromiseOnFile | None, n: int) -> Cell | None:
    """A number as the day that is on file, where it is that one: whoever lost its format changed nothing."""
    day = days.of_serial(cell.number)
    if day is None or promise is None:
        return None
    target = promise.target(n)
    held = {"deadline": promise.deadline, "done": promise.done(target) if target else None}
    return Cell(text=day.isoformat(), day=day, place=cell.place) if held.get(field) == day else None


def _without_target(reader: CellReader, cell: Cell, promise: PromiseOnFile | None) -> CellSaid:
    """Of a row whose promise is not known, a value is as it stands."""
    if promise is None:
        return CellSaid(cell=cell)
    if not promise.commitment.targets:
        return reader.unclear(cell, _("{name} 没有登记目标").format(name=promise.name), _("写进进展，这一格空着"))
    listed = BETWEEN.join(f"{promise.name}/{n} {one.measure}" for n, one in enumerate(promise.commitment.targets, 1))
    hint = _("在编号一栏写明是哪一项：{listed}").format(listed=listed)
    return reader.unclear(cell, _("这条承诺有几项目标，不知道是哪一项的值"), hint)


def _share(cell: Cell) -> Cell | None:
    """85 under 完成率（%） is 85%."""
    if "%" in normalize("NFKC", cell.text) or cell.number is None:
        return cell
    return Cell(text=f"{cell.text}%", place=cell.place) if cell.number > 1 else cell


def is_part_of_year(column: HeadColumn) -> bool:
    return bool(heads.PARTS_OF_YEAR.match(_last(column)))


def _last(column: HeadColumn) -> str:
    """The lowest word of a head."""
    return column.head.rpartition(" ")[2]


def _one(cells: Iterable[Cell], texts: Iterable[str]) -> Cell | None:
    """Several cells as one, a line each; one stays as it is."""
    every, lines = list(cells), list(texts)
    if not every:
        return None
    if len(every) == 1 and every[0].text == lines[0]:
        return every[0]
    return Cell(text="\n".join(lines), place=BETWEEN.join(dict.fromkeys(one.place for one in every)))
