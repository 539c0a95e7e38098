"""Written days: a deadline is the last day that it says, what is done was done on one day."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal

from disclosure import quantity
from disclosure.quantity import Operator
from disclosure.tables.cell_values import plain
from disclosure.tables.files.cells import written_day
from disclosure.tables.reading import han_digits
from disclosure.tables.shapes import Cell
from disclosure.translation import gettext as _

# What a day is stored as, where nobody told the spreadsheet that it is one: 1982 to 2064
SERIALS = range(30_000, 60_001)
FIRST_SERIAL = date(1899, 12, 30)
# A plan that is further away from its report was typed wrongly
FAR = 6
MONTH = re.compile(r"((?:19|20)\d\d)[-./](\d{1,2})[-./]?月?底?")
MONTH_DAY = re.compile(r"(\d{1,2})[./](\d{1,2})")
# 12/31/2025, as programs with English settings write
BEHIND = re.compile(r"(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)")
IN_WORDS = re.compile(r"(\d{1,2})月(\d{1,2})日")
# 23号
DAY_NUMBER, DAY = re.compile(r"(?<=\d)号"), "日"
BEFORE = re.compile("[以之]?前$")
COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
YEAR = re.compile(r"(?:(?P<year>(?:19|20)\d\d)年?度?|年内|全年|[本当今]年)(?:内|全年|底前?|以?内完成)?")
SPAN = re.compile(r"^(?:((?:19|20)\d\d)[年./-])?.{1,8}?(?:[—–~～至到-]{1,2})(.+)$")
# A task that never ends has no day
ENDLESS = re.compile(
    r"长期|持续|常年|常态|每[年月季周日]|定期|按[月季]|逐[月季]|随时|适时|根据|按(?:计划|要求|照|序时|时序)|不限|[/—-]{1,2}|无"
)


class UnclearDay(Exception):
    """Why no day was read, and what to do. ``certain``: there is none to be read."""

    def __init__(self, why: str, *, certain: bool = False) -> None:
        super().__init__(why)
        self.why, self.certain = why, certain


def deadline(cell: Cell, year: int) -> date:
    """The last day of what is written; ``year`` is the report's, of a day that names none."""
    text = _plain(cell.text)
    _refuse_number(cell, text)
    found = _stored(cell, text, year) or _written(text, year)
    if found is None and (span := SPAN.match(text)):
        found = _written(span[2], int(span[1] or year))
    if found is None:
        if ENDLESS.match(text):
            raise UnclearDay(_("不是哪一天"), certain=True)
        raise UnclearDay(_("看不出是哪一天"))
    if abs(found.year - year) > FAR:
        raise UnclearDay(_("读作 {day}，离 {year} 年太远").format(day=found, year=year))
    return found


def done(cell: Cell, year: int) -> date:
    """The day on which something was done: a month is none."""
    text = _plain(cell.text)
    _refuse_number(cell, text)
    found = _stored(cell, text, year) or _one_day(text, year)
    if found is None:
        raise UnclearDay(_("没有写明是哪一天") if _written(text, year) else _("看不懂这个日期"))
    return found


def _plain(text: str) -> str:
    """In half-width signs and Arabic digits."""
    return DAY_NUMBER.sub(DAY, plain(han_digits.arabic("".join(text.split()))))


def _stored(cell: Cell, text: str, year: int) -> date | None:
    """The day that the cell itself holds."""
    if cell.day is None:
        return None
    if str(cell.day.year) not in text and cell.day.year != year:
        why = _("格子里没有显示年份，存的是 {day}，报告是 {year} 年的")
        raise UnclearDay(why.format(day=cell.day, year=year))
    return cell.day


def of_serial(number: Decimal | None) -> date | None:
    """The day that a number stands for where nobody told the spreadsheet that it is one."""
    # Of five digits first: whether a range holds a Decimal is found by counting through all of it
    if number is None or number.adjusted() != 4 or number != number.to_integral_value():
        return None
    return FIRST_SERIAL + timedelta(days=int(number)) if int(number) in SERIALS else None


def _refuse_number(cell: Cell, text: str) -> None:
    """Numbers that may be days: nobody but the department knows."""
    number = cell.number
    if number is None:
        return
    if (day := of_serial(number)) is not None:
        raise UnclearDay(_("像是没有设成日期格式的日期，那样是 {day}").format(day=day))
    if re.fullmatch(r"\d{4}\.1|\d{1,2}\.[1-3]", text):
        raise UnclearDay(_("小数末尾的 0 可能没有显示：{text} 还是 {text}0").format(text=text))


def _written(text: str, year: int) -> date | None:
    if (day := _one_day(text, year)) is not None:
        return day
    if found := MONTH.fullmatch(text):
        return _last(int(found[1]), int(found[2]))
    if found := YEAR.fullmatch(text):
        return date(int(found["year"] or year), 12, 31)
    read = quantity.parse(text)
    if read is not None and read.operator is Operator.DEADLINE and read.deadline is not None:
        return read.deadline.in_year(year)
    return None


def _one_day(text: str, year: int) -> date | None:
    """2025-06-30, 20250630, 6.30, 6月30日."""
    text = BEFORE.sub("", text)
    if (day := written_day(text)) is not None:
        return day
    if found := BEHIND.fullmatch(text):
        return _with_year_behind(int(found[1]), int(found[2]), int(found[3]))
    if found := COMPACT.fullmatch(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := MONTH_DAY.fullmatch(text):
        return _day(year, int(found[1]), int(found[2]))
    if found := IN_WORDS.fullmatch(text):
        return _day(year, int(found[1]), int(found[2]))
    return None


def _with_year_behind(first: int, second: int, year: int) -> date | None:
    """Of two numbers that may both be months, nobody knows which one is."""
    if first != second and max(first, second) <= 12:
        raise UnclearDay(_("看不出哪个是月、哪个是日"))
    return _day(year, second, first) if first > 12 else _day(year, first, second)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _last(year: int, month: int) -> date | None:
    return date(year, month, monthrange(year, month)[1]) if 1 <= month <= 12 else None
