"""What was reached of a target, as a row says it: what is new against what is on file."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec import Struct

from disclosure import quantity
from disclosure.catalog import period
from disclosure.catalog.entries import Target
from disclosure.catalog.followup import Observation
from disclosure.model import vocabulary
from disclosure.model.vocabulary import Term
from disclosure.tables import cell_values, on_file
from disclosure.tables.cell_values import Lexicon, Unclear, is_blank
from disclosure.tables.on_file import PromiseOnFile
from disclosure.tables.shapes import Cell, ReadRow, TableField
from disclosure.translation import gettext as _


class Amount(Struct, frozen=True):
    """A value in the basic unit, as data have it."""

    value: Decimal
    unit: str

    @property
    def spelt(self) -> str:
        return quantity.spell(self.value, self.unit)


class SeenChange(Struct, frozen=True, kw_only=True):
    """A value that was not on file, or a day of completion. ``was`` is the newest of what is, in words."""

    target: Target
    place: str
    was: str
    amount: Amount | None = None
    period: str = ""
    vintage: Term | None = None
    basis: Term | None = None
    done: date | None = None

    @property
    def until(self) -> date:
        """The last day it covers."""
        return self.done or period.last_day(self.period)

    def is_told_in_its_december(self, day: date) -> bool:
        """A whole year that is told of before it is over: whether it can be is for the document to say."""
        return self.period == str(day.year) and day.month == period.DECEMBER

    @property
    def now(self) -> str:
        if self.done is not None:
            return _("{day} 完成").format(day=self.done)
        assert self.amount is not None
        words = (self.period, self.vintage.label if self.vintage else "", self.basis.label if self.basis else "")
        return f"{self.amount.spelt}（{_('，').join(filter(None, words))}）"


def valued(one: PromiseOnFile, row: ReadRow, lexicon: Lexicon, asked: str) -> SeenChange | None:
    """What a row's value changes; ``asked`` is the period of values that say none."""
    cell, target = row.values.get("value"), one.target(row.target)
    # Of what is no number, or of no target, the reading has told
    if cell is None or cell.number is None or target is None:
        return None
    if not on_file.is_counted(target):
        raise _not_counted(one, target, cell)
    unit = _filled(row, "unit")
    found = Amount(cell.number, unit.text.strip() if unit else target.quantity.unit)
    when = _period(row, asked)
    change = SeenChange(
        target=target,
        place=cell.place,
        was=_was(one.newest(target)),
        amount=found,
        period=when,
        vintage=_term(row, "vintage", vocabulary.VINTAGES, lexicon),
        basis=_term(row, "basis", vocabulary.BASES, lexicon),
    )
    held = one.of_period(target, period.last_day(when))
    return change if held is None or _is_new(change, held, one, cell) else None


def _not_counted(one: PromiseOnFile, target: Target, cell: Cell) -> Unclear:
    if on_file.is_by_day(target):
        message = _("{id} 的目标“{written}”是期限，没有数可填").format(id=one.name, written=target.written)
        return Unclear(message, _("完成了的，写完成日期；没有完成的，写进进展"))
    message = _("{id} 没有登记可以填数的目标").format(id=one.name)
    return Unclear(message, _("写进进展；或用 --skip {place} 不读这一格").format(place=cell.place))


def _filled(row: ReadRow, field: TableField) -> Cell | None:
    cell = row.values.get(field)
    return None if is_blank(cell) else cell


def _period(row: ReadRow, asked: str) -> str:
    cell = _filled(row, "period")
    if cell is not None:
        return cell_values.time(cell)
    if asked:
        return asked
    raise Unclear(
        _("没有写时期：这个数算到什么时候"), _("在时期一栏写明；整张表都是同一时期的，加上 --period 2025-06 这样的时期")
    )


def _term(row: ReadRow, field: TableField, words: str, lexicon: Lexicon) -> Term | None:
    cell = _filled(row, field)
    return lexicon.meant(words, cell) if cell else None


def _was(seen: Observation | None) -> str:
    if seen is None or seen.seen.value is None:
        return ""
    words = (on_file.period_of(seen), seen.vintage.label if seen.vintage else "")
    return f"{Amount(seen.seen.value, seen.seen.unit).spelt}（{_('，').join(filter(None, words))}）"


def _is_new(change: SeenChange, held: Observation, one: PromiseOnFile, cell: Cell) -> bool:
    """Whether it says more of the same time than what is on file; ``Unclear`` where it says another thing."""
    assert change.amount is not None
    is_said = change.vintage is None or change.vintage == held.vintage
    if held.seen.value == change.amount.value:
        return not is_said
    if is_said:
        message = _("{id} {measure}：{period}的数已登记 {held}，这里是 {now}").format(
            id=one.name,
            measure=change.target.measure,
            period=change.period,
            held=_was(held),
            now=change.amount.spelt,
        )
        hint = _(
            "是后来的数，改时期；是重新核定的数，写明数据口径；登记错了的，先改 {origin} 并写更正；"
            "或用 --skip {place} 不读这一格"
        )
        raise Unclear(message, hint.format(origin=held.origin.place.path, place=cell.place))
    return True


def completed(one: PromiseOnFile, row: ReadRow) -> SeenChange | None:
    """What a row's day of completion changes."""
    cell = row.values.get("done")
    if cell is None or cell.day is None:
        return None
    target = one.target(row.target)
    if target is None or not on_file.is_by_day(target):
        message = _("{id} 的目标不是期限，不写完成日期").format(id=one.name)
        raise Unclear(message, _("写进进展；或用 --skip {place} 不读这一格").format(place=cell.place))
    day, held = cell.day, one.done(target)
    if day == held:
        return None
    if held is not None:
        message = _("{id} 已登记 {held} 完成，这里是 {day}").format(id=one.name, held=held, day=day)
        raise Unclear(message, _("以哪一天为准要先弄清；登记错了的，先改它并写更正"))
    return SeenChange(target=target, place=cell.place, was="", done=day)
