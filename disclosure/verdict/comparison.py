"""The one place that knows directions: a target and an observation, both as if more were what is asked for.

A reduction (下降3%) is written as its size and observed as a change (-3.8): the change is turned round. Where less is
better (polarity down) a range, a base or a reference is turned round together with the value. Points (个百分点) are
the difference of two rates, a multiple (翻番) is one of last year's level. What a rule then asks is the same for all.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from msgspec import Struct

from disclosure.quantity import Operator, asks_below, is_multiple, is_points, reduces

from .shapes import Aim, ObservedValue

# Whose words do not say which side is the better one
TURNED: Final = frozenset(
    {Operator.RANGE, Operator.INT_RANGE, Operator.GE_BASE, Operator.COMPARE, Operator.GT_REF, Operator.EXTERNAL}
)


class Comparison(Struct, frozen=True, kw_only=True):
    """``value`` and ``low``..``high`` (one number twice but for ranges), ``base`` and ``reference``: more is asked for.

    ``sign`` is -1 where numbers were turned round; ``reduces`` where only the value was, the target being a size.
    """

    value: Decimal
    low: Decimal
    high: Decimal
    base: Decimal | None
    reference: Decimal | None
    sign: int
    reduces: bool

    def shown(self, number: Decimal) -> Decimal:
        """A number of this comparison as it was written."""
        return number if self.reduces else self.sign * number

    @property
    def place(self) -> str:
        """Where in the range as it is written the value lies."""
        if self.low <= self.value <= self.high:
            return "inside"
        turned = self.sign < 0 and not self.reduces
        return "above" if (self.value > self.high) is not turned else "below"

    @property
    def against_direction(self) -> bool:
        """A rise where a fall was to come, or the other way: a wrong sign would look the same."""
        return self.value < 0 < self.low


def needs(aim: Aim, seen: ObservedValue) -> str:
    """What has to be on file before the two can be compared: the base of points and multiples."""
    by_points = is_points(aim.quantity.unit) and aim.quantity.operator is not Operator.GT_REF
    based = is_multiple(aim.quantity) or (by_points and not is_points(seen.unit))
    return "base" if based and seen.base is None else ""


def compare(aim: Aim, seen: ObservedValue) -> Comparison:
    """Of an observation with a value, after ``needs``."""
    quantity, sign = aim.quantity, _sign(aim)
    is_size = reduces(quantity)
    target = quantity.value if quantity.value is not None else Decimal(0)
    ends = (target, target if quantity.upper is None else quantity.upper)
    if not is_size:
        ends = (sign * ends[0], sign * ends[1])
    scale = seen.base.value if is_multiple(quantity) and seen.base else Decimal(1)
    return Comparison(
        value=sign * _change(aim, seen),
        low=min(ends) * scale,
        high=max(ends) * scale,
        base=sign * seen.base.value if seen.base else None,
        reference=sign * seen.reference.value if seen.reference else None,
        sign=sign,
        reduces=is_size,
    )


def _sign(aim: Aim) -> int:
    """-1 where less is asked for."""
    quantity = aim.quantity
    if reduces(quantity) or asks_below(quantity):
        return -1
    return -1 if aim.polarity == "down" and quantity.operator in TURNED else 1


def _change(aim: Aim, seen: ObservedValue) -> Decimal:
    """The value, or for points how far it is from last year's."""
    assert seen.value is not None
    difference = is_points(aim.quantity.unit) and aim.quantity.operator is not Operator.GT_REF
    if difference and not is_points(seen.unit) and seen.base is not None:
        return seen.value - seen.base.value
    return seen.value
