"""Written values, in the basic unit of their target."""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec import Struct

from disclosure import quantity
from disclosure.catalog.entries import Target
from disclosure.quantity import Operator, Quantity, units
from disclosure.tables.cell_values import plain
from disclosure.tables.shapes import Cell
from disclosure.translation import gettext as _

# 已完成12家: what says that it is a value, and nothing of how much
SAYS = re.compile(
    r"^(?:目前|现|截至目前|已|共|累计|实际|全年|全部)*(?:完成|建成|达到|达|为|新增|新建|实现|改造|打通|引进|举办|是|有)?[:：]?"
)
BARE = re.compile(r"[+-]?\d[\d,]*(?:\.\d+)?")
POWERS = re.compile("^[千百]?[万亿]|^[千百]")
SMALLER = re.compile("降|减|少")
PERCENT = re.compile("[%％百]")
# 8/8: all eight, or a share
FRACTION = re.compile(r"\d+/\d+")
# 0.056 beside 5.5%: a hundredth of it, within so many times
NEARLY = (Decimal("0.3"), Decimal(3))
# A figure of thousands and more is written in 万 and 亿
LARGE = Decimal(10_000)
SHARE = Decimal(10)


def is_unit(text: str) -> bool:
    """万元, 个."""
    bare = POWERS.sub("", text)
    return units.unit_end(bare, 0) == len(bare)


class UnclearAmount(Exception):
    """Why a value is not taken, and what to do."""

    def __init__(self, why: str, hint: str) -> None:
        super().__init__(why)
        self.why, self.hint = why, hint


class WrittenAmount(Struct, frozen=True):
    """A value in a basic unit, as data have it; ``fall`` where the words say that it is one, and the value is negative
    for it."""

    value: Decimal
    unit: str
    fall: bool = False


def amount(cell: Cell, unit: str, target: Target) -> WrittenAmount:
    """``unit``: what stands beside the number, in a column, a head or over the table; empty where nothing does."""
    if cell.stored is not None:
        raise UnclearAmount(
            _("格子里显示的和存的不一样，存的是 {stored}").format(stored=format(cell.stored, "f")),
            _("写明是哪一个：把格子改成要公开的那个数"),
        )
    read, wanted = _read(cell, unit), target.quantity
    if read.unit and read.unit != wanted.unit and not quantity.takes_any_unit(wanted):
        why = _("单位是“{unit}”，目标“{written}”的单位是“{wanted}”")
        said = why.format(unit=read.unit, written=target.written, wanted=wanted.unit)
        raise UnclearAmount(said, _("换算成目标的单位再写"))
    if not read.unit:
        _refuse_without_unit(read, target)
    assert read.value is not None
    if (read.unit or wanted.unit) == "%" and not PERCENT.search(cell.text):
        _refuse_share(read.value, target, is_alone=not read.unit)
    fall = _is_fall(read, target)
    return WrittenAmount(-read.value if fall else read.value, read.unit or wanted.unit, fall)


def _read(cell: Cell, unit: str) -> Quantity:
    text = SAYS.sub("", plain(cell.text))
    beside = plain(unit)
    if FRACTION.fullmatch(text):
        raise UnclearAmount(_("看不出是完成了几个、一共几个，还是几分之几"), _("只写完成的数，不写斜线"))
    own = _bare(text) or quantity.parse(text, role="result")
    read = quantity.parse(text + beside, role="result") if own and not own.unit and beside else own
    if read is None or read.value is None or read.unknown_unit:
        raise UnclearAmount(_("不是一个数"), _("只写一个数，其余的写进进展"))
    if read.operator is not Operator.EXACT:
        raise UnclearAmount(_("不是确定的数"), _("写确定的数；只有约数的，写进进展，这一格空着"))
    return read


def _is_fall(read: Quantity, target: Target) -> bool:
    """下降1.2% is -1.2; under the name of a fall, 单位能耗降幅, it may be either."""
    if not SMALLER.search(read.qualifier):
        return False
    if not quantity.is_rate(read.unit) or read.value is None or read.value < 0 or SMALLER.search(target.measure):
        raise UnclearAmount(_("看不出是增加还是减少"), _("减少的写负数，例如下降3%写 -3"))
    return True


def _bare(text: str) -> Quantity | None:
    """A number alone; of six digits it is one all the same, though in a sentence it may be a code."""
    found = BARE.fullmatch(text)
    return Quantity(written=text, operator=Operator.EXACT, value=Decimal(text.replace(",", ""))) if found else None


def _refuse_without_unit(read: Quantity, target: Target) -> None:
    """A number alone is in the target's unit, unless it hardly can be: 1.2 of 1.5万个, 0.85 of 90%."""
    wanted = target.quantity
    if wanted.value is None or not read.value:
        return
    hint = _("在数字后面写上单位")
    if wanted.value >= LARGE and read.value * 1000 < wanted.value:
        raise UnclearAmount(_("没有写单位，目标是“{written}”").format(written=target.written), hint)


def _refuse_share(value: Decimal, target: Target, *, is_alone: bool) -> None:
    """A number that lost its percent sign: 0.056 of 5.5%, 0.85 of 90%; a % in a column of units says little."""
    wanted = target.quantity.value
    if not value or not wanted or abs(value) > 1:
        return
    if NEARLY[0] <= abs(value * 100 / wanted) <= NEARLY[1] or (is_alone and wanted >= SHARE):
        why = _("看不出是 {value}% 还是 {share}%，目标是“{written}”")
        numbers = {"value": format(value.normalize(), "f"), "share": format((value * 100).normalize(), "f")}
        raise UnclearAmount(why.format(written=target.written, **numbers), _("连百分号一起写在格子里"))
