"""What a cell says: a number in the unit of its target, a time, a day, words of a vocabulary; or why it says none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from unicodedata import normalize

from msgspec import Struct

from disclosure import quantity
from disclosure.catalog import period, words
from disclosure.catalog.entries import Target
from disclosure.catalog.words import Vocabularies
from disclosure.model.update import PERIOD, ValueRecord
from disclosure.model.vocabulary import Term
from disclosure.quantity import Operator
from disclosure.source import spellings
from disclosure.tables import on_file
from disclosure.tables.shapes import Cell
from disclosure.translation import gettext as _

# Between several departments in one cell
APART = re.compile(r"\s*[、，,；;/\n]\s*")
NUMBER = re.compile(r"([+-]?(?:\d[\d,]*)?\.?\d+)\s*([^\d\s].*)?")
# 2025年1—6月, 截至2025年6月底
UNTIL_NOW = re.compile(r"^截[至止]到?")
FROM_JANUARY = re.compile(r"(\d{4})[年.-]?0?1月?[-~至到]+(\d{1,2})月?(?:份|底|末)?")
END_OF_MONTH = re.compile(r"(\d{4})年?(\d{1,2})月(?:份|底|末)")
# As many words are told
LISTED = 12


class Unclear(Exception):
    """Why a cell cannot be taken, and what to do; ``place`` where it is another cell than the one asked for."""

    def __init__(self, message: str, hint: str = "", place: str = "") -> None:
        super().__init__(message)
        self.message, self.hint, self.place = message, hint, place


class Amount(Struct, frozen=True):
    """A value in the basic unit, as data have it."""

    value: Decimal
    unit: str

    @property
    def spelt(self) -> str:
        return quantity.spell(self.value, self.unit)


def plain(text: str) -> str:
    """Without blanks, in half-width signs: for comparing."""
    return "".join(normalize("NFKC", text).split())


def is_blank(cell: Cell | None) -> bool:
    return cell is None or not (cell.text.strip() or cell.error or cell.number is not None or cell.day)


def amount(cell: Cell, unit: Cell | None, target: Target) -> Amount:
    """The value of a target, in its unit."""
    number, own = _number(cell)
    stated = "" if unit is None else plain(unit.text)
    if own and stated and _basic(own) != _basic(stated):
        raise Unclear(_("数字写着“{own}”，单位一栏是“{stated}”").format(own=own, stated=stated), _("两处写成一样"))
    return _in_unit(number, own or stated or on_file.unit(target), target, cell.text)


def _basic(unit: str) -> str:
    """亿元 and 万元 are 元."""
    read = quantity.parse(f"1{unit}", role="result")
    return read.unit if read is not None and read.value is not None else unit


def _number(cell: Cell) -> tuple[Decimal, str]:
    """The number, and the unit that stands behind it in the same cell."""
    found = NUMBER.fullmatch(normalize("NFKC", cell.text).strip())
    own = plain(found[2] or "") if found else ""
    if cell.number is not None and not own:
        return cell.number, ""
    if found is None:
        raise Unclear(
            _("“{text}”不是一个数").format(text=cell.text.strip()),
            _("只写一个数；约数、增减的说法写进进展；下降3%写 -3"),
        )
    return Decimal(found[1].replace(",", "")), own


def _in_unit(number: Decimal, unit: str, target: Target, text: str) -> Amount:
    read = quantity.parse(f"{abs(number):f}{unit}", role="result") if unit else None
    exact = read is not None and read.value is not None and read.operator is Operator.EXACT and not read.unknown_unit
    wanted = target.quantity.unit
    if read is not None and read.value is not None and exact:
        found = Amount(read.value.copy_sign(number) if read.value else read.value, read.unit)
    elif unit == wanted or quantity.takes_any_unit(target.quantity):
        found = Amount(number, unit)
    else:
        raise _wrong_unit(unit, target, text)
    if found.unit != wanted and not quantity.takes_any_unit(target.quantity):
        raise _wrong_unit(unit, target, text)
    return found


def _wrong_unit(unit: str, target: Target, text: str) -> Unclear:
    message = _("“{text}”的单位是“{unit}”，目标“{written}”的单位是“{wanted}”")
    said = message.format(text=text.strip(), unit=unit, written=target.written, wanted=on_file.unit(target))
    return Unclear(said, _("换算成“{wanted}”再写").format(wanted=on_file.unit(target)))


def time(cell: Cell) -> str:
    """What a value covers: 2025, 2025-06, 2025-06-18."""
    text = UNTIL_NOW.sub("", plain(spellings.plain(cell.text)))
    if found := FROM_JANUARY.fullmatch(text) or END_OF_MONTH.fullmatch(text):
        month = int(found[2])
        whole = month == period.DECEMBER and found.re is FROM_JANUARY
        text = found[1] if whole else f"{found[1]}-{month:02}"
    field = ValueRecord.declared["period"]
    meant = text if re.fullmatch(PERIOD, text) else spellings.meant(field, text)
    if meant and "/" not in meant and period.is_real(meant):
        return meant
    if cell.day is not None and cell.day.day != 1:
        return period.of_day(cell.day)
    raise Unclear(
        _("看不出“{text}”是哪个时期").format(text=cell.text.strip()),
        _("全年写 2025，1至6月写 2025-06，截至6月18日写 2025-06-18"),
        cell.place,
    )


def day(cell: Cell, year: int) -> date:
    """A day; 12月底前 is that of the report's year."""
    if cell.day is not None:
        return cell.day
    for one in spellings.days(cell.text):
        try:
            return date.fromisoformat(one)
        except ValueError:
            break
    read = quantity.parse(plain(cell.text))
    if read is not None and read.operator is Operator.DEADLINE and read.deadline is not None:
        return read.deadline.in_year(year)
    hint = _("写成 2025-12-31 的样子；没有哪一天的，用 --skip {place} 不读这一格").format(place=cell.place)
    raise Unclear(_("“{text}”不是哪一天").format(text=cell.text.strip()), hint)


class Lexicon(Struct, frozen=True):
    """The vocabularies, and what the editor says that other words mean: ``said`` by word."""

    words: Vocabularies
    said: Mapping[str, str] = {}

    def term(self, vocabulary: str, text: str) -> Term:
        """A word of a vocabulary."""
        wanted = " ".join(text.split())
        found = self._find(vocabulary, wanted)
        if found is None:
            raise self._unknown(vocabulary, wanted)
        return found

    def terms(self, vocabulary: str, text: str) -> tuple[Term, ...]:
        """Several, each once; a name that holds a sign that stands between names is one all the same."""
        wanted = " ".join(text.split())
        if (whole := self._find(vocabulary, wanted)) is not None:
            return (whole,)
        parts = [one for one in APART.split(text.strip()) if one]
        if len(parts) == 1 and len(wanted.split()) > 1 and all(self._find(vocabulary, one) for one in wanted.split()):
            parts = wanted.split()
        found = {one: self._find(vocabulary, one) for one in parts}
        if unknown := [one for one, term in found.items() if term is None]:
            raise self._unknown(vocabulary, *unknown)
        return tuple(dict.fromkeys(term for term in found.values() if term is not None))

    def _find(self, vocabulary: str, text: str) -> Term | None:
        meant = self.said.get(text, text)
        return self.words.label(vocabulary, meant) or self.words.label(vocabulary, plain(meant))

    def _unknown(self, vocabulary: str, *texts: str) -> Unclear:
        """All that are unknown at once, each with what may have been meant and how it is added."""
        message = _("词表 {name} 里没有{labels}")
        labels = "、".join(f"“{text}”" for text in texts)
        hints = [self._meant(vocabulary, text) + words.lacking(vocabulary, text) for text in texts]
        return Unclear(message.format(name=vocabulary, labels=labels), "\n    ".join(one.lstrip("；") for one in hints))

    def _meant(self, vocabulary: str, text: str) -> str:
        known = self.words.labels(vocabulary)
        if near := words.nearest(text, known, 0.3):
            return _("是不是“{near}”？是的话加上 --word {text}={near}").format(near=near, text=text)
        if len(known) > LISTED:
            return ""
        return _("可用：{words}；相当于其中一个的，加上 --word {text}=那个词").format(words="、".join(known), text=text)
