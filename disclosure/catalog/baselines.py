"""A target beside last year's figure: how far the two are apart. Decimal, never binary floating point."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from disclosure.catalog.entries import Target
from disclosure.quantity import Operator

# Operators that a number and a word say completely
SIMPLE = {Operator.GE, Operator.LE, Operator.GT, Operator.LT}
# Operators whose description speaks of one number, X
AROUND = {Operator.ABOUT_GE, Operator.ABOUT_LE, Operator.ABOUT}
# Operators whose value is a level to reach, so that last year's level can be taken from it
LEVELS = SIMPLE | AROUND | {Operator.RANGE, Operator.INT_RANGE}


class Apart(Struct, frozen=True, kw_only=True):
    """``difference`` is the target less last year's figure, in ``unit``; ``share`` what that is of last year's, in
    percent, None of percentages and where there was nothing."""

    base: Decimal
    value: Decimal
    unit: str

    @property
    def difference(self) -> Decimal:
        return self.value - self.base

    @property
    def share(self) -> Decimal | None:
        if self.unit == "%" or self.base <= 0:
            return None
        return (self.difference * 100 / self.base).quantize(Decimal("0.1"))


def apart(target: Target) -> Apart | None:
    """``None`` where the two cannot be set against each other."""
    base, value, unit = target.baseline, target.quantity.value, target.quantity.unit
    if base is None or value is None or base.quantity.value is None or target.quantity.operator not in LEVELS:
        return None
    return Apart(base=base.quantity.value, value=value, unit=unit) if unit == base.quantity.unit else None
