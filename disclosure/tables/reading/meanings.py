"""Cells as their fields want them: words of vocabularies, days, departments, values in a target's unit."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from unicodedata import normalize

from msgspec.structs import replace

from disclosure.catalog import words
from disclosure.catalog.entries import Target
from disclosure.model import vocabulary
from disclosure.personal import personal
from disclosure.tables.files import number_format
from disclosure.tables.on_file import PromiseOnFile
from disclosure.tables.reading import amounts, days, heads, status_words
from disclosure.tables.reading.bodies import BodyName, BodyNames
from disclosure.tables.reading.said import CellSaid, ReadWish, doubt
from disclosure.tables.shapes import Cell, TableField
from disclosure.translation import gettext as _

# What stands behind a state in its cell: 已完成（10月底）
BEHIND = re.compile(r"[（(，,。；;：:\n ]")
LIGHTS = re.compile(r"[红黄绿蓝橙](?:灯|色|牌)?|[●○🔴🟡🟢]+")
BETWEEN = "、"


class CellReader:
    """Reads the cells of one sheet."""

    def __init__(self, wish: ReadWish, sheet: str, year: int) -> None:
        """``year``: the report's."""
        self.wish, self.words, self.sheet, self.year = wish, wish.words, sheet, year
        self.bodies = BodyNames(wish.words, wish.said)

    def at(self, cell: Cell) -> str:
        return f"{self.sheet}!{cell.place}"

    def unclear(self, cell: Cell, why: str, hint: str) -> CellSaid:
        """Nothing to take, and what to do."""
        return CellSaid(doubts=(doubt(self.at(cell), cell.text, why, hint),))

    def text(self, cell: Cell) -> CellSaid:
        """A text, which may not name anybody by number."""
        found, _details = personal(cell.text)
        line = _("{place} 里有{what} {shown}：不能公开，从表里删去再读")
        told = [line.format(place=self.at(cell), what=_(one.what), shown=one.shown) for one in found]
        return CellSaid(cell=None if told else cell, doubts=tuple(told))

    def reported(self, cell: Cell, promise: PromiseOnFile | None) -> CellSaid:
        id = self._state(cell)
        if id is None:
            return self._unknown_state(cell)
        if not id:
            return CellSaid()
        if heads.plain(cell.text) in status_words.NOT_YET and promise and self.wish.today <= promise.deadline:
            hint = _("还没有到期：写“推进中”或“未启动”；确实完不成的，写明“无法完成”")
            return self.unclear(cell, _("看不出是没有做成，还是还没有做完"), hint)
        return CellSaid(cell=Cell(text=self.label(id), place=cell.place))

    def label(self, state: str) -> str:
        return self.words.id(vocabulary.REPORTED, state).label

    def _state(self, cell: Cell) -> str | None:
        """The id of the state; empty where the cell says that it says nothing."""
        whole = self.wish.said.get(cell.text, cell.text)
        for text in (whole, BEHIND.split(whole.strip(), maxsplit=1)[0]):
            if term := self.words.label(vocabulary.REPORTED, text.strip()):
                return term.id
            if text in status_words.EMPTY:
                return ""
            if id := status_words.by_plain_word().get(heads.plain(text)):
                return id
        return self._share(cell)

    def _share(self, cell: Cell) -> str | None:
        found = status_words.PERCENT.fullmatch(normalize("NFKC", cell.text).strip())
        share = float(found[1]) if found else 0.0
        return "done" if share == 100 else ("under-way" if 0 < share < 100 else None)

    def _unknown_state(self, cell: Cell) -> CellSaid:
        labels = self.words.labels(vocabulary.REPORTED)
        near = words.nearest(cell.text, [*labels, *status_words.by_word()], 0.5)
        meant = self.words.id(vocabulary.REPORTED, status_words.by_word().get(near, "")).label or near
        if LIGHTS.fullmatch(cell.text):
            return self.unclear(
                cell, _("灯色不说明做没做完"), _("写明状态：{labels}").format(labels=BETWEEN.join(labels))
            )
        hint = _("改成这些词之一：{labels}；或加上 --word {text}=其中一个").format(
            labels=BETWEEN.join(labels), text=heads.plain(cell.text)
        )
        return self.unclear(
            cell, _("不是知道的状态") + (_("，是不是“{near}”").format(near=meant) if near else ""), hint
        )

    def deadline(self, cell: Cell) -> CellSaid:
        return self._day(cell, days.deadline)

    def done(self, cell: Cell) -> CellSaid:
        return self._day(cell, days.done)

    def _day(self, cell: Cell, read: Callable[[Cell, int], date]) -> CellSaid:
        try:
            found = read(cell, self.year)
        except days.UnclearDay as error:
            if error.certain:
                line = _("{place} “{text}”{why}，没有取用").format(place=self.at(cell), text=cell.text, why=error.why)
                return CellSaid(remarks=(line,))
            return self.unclear(cell, error.why, _("写成 {year}-06-30 的样子").format(year=self.year))
        return CellSaid(cell=Cell(text=found.isoformat(), day=found, place=cell.place))

    def named(self, cell: Cell) -> tuple[tuple[BodyName, ...], tuple[str, ...]]:
        """The departments in a cell, and a doubt for each that is not known."""
        found = self.bodies.all(cell.text)
        return found, tuple(self._unknown_body(cell, one) for one in found if not one.label)

    def _unknown_body(self, cell: Cell, one: BodyName) -> str:
        why = _("词表 departments 里没有“{name}”").format(name=one.written)
        if one.near:
            hint = _("是不是“{near}”？是的话加上 --word {name}={near}").format(near=one.near, name=one.written)
            return doubt(self.at(cell), cell.text, why, hint)
        return doubt(self.at(cell), cell.text, why, words.lacking(vocabulary.DEPARTMENTS, one.written).lstrip("；"))

    def amount(self, cell: Cell, unit: str, target: Target) -> tuple[CellSaid, Cell | None]:
        """The value and its unit, both basic."""
        try:
            found = amounts.amount(cell, unit, target)
        except amounts.UnclearAmount as error:
            return self.unclear(cell, error.why, error.hint), None
        value = Cell(text=number_format.plain(found.value), number=found.value.normalize() + 0, place=cell.place)
        line = _("{place} “{text}”读作 {value}").format(
            place=self.at(cell), text=cell.text, value=f"{value.text}{found.unit}"
        )
        told = (line,) if found.fall else ()
        return CellSaid(cell=value, remarks=told), Cell(text=found.unit, place=cell.place) if found.unit else None


# Fields of one cell that need nothing but it
PLAIN: Mapping[TableField, Callable[[CellReader, Cell], CellSaid]] = {
    "deadline": CellReader.deadline,
    "done": CellReader.done,
    "date": CellReader.done,
}


def web(reader: CellReader, cell: Cell) -> CellSaid:
    """An address stands alone, and whole."""
    text = cell.text.strip()
    if re.fullmatch(r"https?://[^\s/?#]+(?:[/?#]\S*)?", text):
        return CellSaid(cell=replace(cell, text=text))
    return reader.unclear(cell, _("不是完整的网址"), _("写以 http 开头的完整网址；没有就空着"))
