"""A target beside last year's figure, in words: how far the two are apart. Decimal, never binary floating point."""

from __future__ import annotations

from decimal import Decimal

from disclosure import quantity
from disclosure.catalog.entries import ResultFigure, Target
from disclosure.quantity import Operator
from disclosure.translation import gettext as _

# Operators that a number and a word say completely
SIMPLE = {Operator.GE, Operator.LE, Operator.GT, Operator.LT}
# Operators whose description speaks of one number, X
AROUND = {Operator.ABOUT_GE, Operator.ABOUT_LE, Operator.ABOUT}
# Operators whose value is a level to reach, so that last year's level can be taken from it
LEVELS = SIMPLE | AROUND | {Operator.RANGE, Operator.INT_RANGE}


def compare(target: Target) -> str:
    """``目标数比上年数低1.5个百分点（9% → 7.5%）``; empty where the two cannot be set against each other."""
    base = target.baseline
    value = target.quantity.value
    if base is None or value is None or base.quantity.value is None or target.quantity.operator not in LEVELS:
        return ""
    unit = target.quantity.unit
    if unit != base.quantity.unit:
        return ""
    both = f"{quantity.spell(base.quantity.value, unit)} → {quantity.spell(value, unit)}"
    difference = value - base.quantity.value
    said = _points(difference) if unit == "%" else _amount(difference, base.quantity.value, unit)
    return _("{about}{said}（{both}）").format(about=_about(base), said=said, both=both)


def _about(base: ResultFigure) -> str:
    """左右 and 余 make the difference as rough as they are."""
    return _("约数相比，") if base.quantity.operator is not Operator.EXACT else ""


def _points(difference: Decimal) -> str:
    if not difference:
        return _("目标数与上年数相同")
    words = _("目标数比上年数高{n}个百分点") if difference > 0 else _("目标数比上年数低{n}个百分点")
    return words.format(n=_plain(abs(difference)))


def _amount(difference: Decimal, base: Decimal, unit: str) -> str:
    if not difference:
        return _("目标数与上年数相同")
    words = _("目标数比上年数多{n}") if difference > 0 else _("目标数比上年数少{n}")
    said = words.format(n=quantity.spell(abs(difference), unit))
    share = (abs(difference) * 100 / base).quantize(Decimal("0.1")) if base > 0 else None
    return said if share is None else _("{said}，幅度{share}%").format(said=said, share=_plain(share))


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
