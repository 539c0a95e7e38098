"""A target beside last year's figure, in words: how far the two are apart. Decimal, never binary floating point."""

from __future__ import annotations

from decimal import Decimal

from disclosure import quantity
from disclosure.catalog.baselines import Apart, apart
from disclosure.catalog.entries import ResultFigure, Target
from disclosure.quantity import Operator
from disclosure.translation import gettext as _


def compare(target: Target) -> str:
    """``目标数比上年数低1.5个百分点（9% → 7.5%）``; empty where the two cannot be set against each other."""
    found, base = apart(target), target.baseline
    if found is None or base is None:
        return ""
    both = f"{quantity.spell(found.base, found.unit)} → {quantity.spell(found.value, found.unit)}"
    said = _points(found.difference) if found.unit == "%" else _amount(found)
    return _("{about}{said}（{both}）").format(about=_about(base), said=said, both=both)


def _about(base: ResultFigure) -> str:
    """左右 and 余 make the difference as rough as they are."""
    return _("约数相比，") if base.quantity.operator is not Operator.EXACT else ""


def _points(difference: Decimal) -> str:
    if not difference:
        return _("目标数与上年数相同")
    words = _("目标数比上年数高{n}个百分点") if difference > 0 else _("目标数比上年数低{n}个百分点")
    return words.format(n=_plain(abs(difference)))


def _amount(found: Apart) -> str:
    if not found.difference:
        return _("目标数与上年数相同")
    words = _("目标数比上年数多{n}") if found.difference > 0 else _("目标数比上年数少{n}")
    said = words.format(n=quantity.spell(abs(found.difference), found.unit))
    return said if found.share is None else _("{said}，幅度{share}%").format(said=said, share=_plain(abs(found.share)))


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
