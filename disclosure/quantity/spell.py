"""A quantity's value for people: 12.3亿元, 1.5万个, 4,385张, 7.5%."""

from decimal import Decimal
from typing import Final

from .shapes import Quantity

# The largest first; a value is written with one where that is exact and short.
_SCALES: Final = (("万亿", 10**12), ("亿", 10**8), ("万", 10**4))
# How many digits may carry the value: people read 419.25亿元, but 12,345人
_SHORT: Final = 4
_SHORT_MONEY: Final = 6
_UNSCALED: Final = frozenset({"%", "‰", "个百分点", "倍"})
_COMPARED: Final = ("operator", "value", "upper", "unit")


def spell(value: Decimal, unit: str) -> str:
    """`value` in `unit`, with 万 or 亿 where few digits say it exactly, else with thousands separators.

    `parse(spell(value, unit))` gives both back for finite values of up to 15 digits and the units of
    `units.py` in their normal spelling, but for 日: 5日 alone is a day of the month.
    """
    short = _SHORT_MONEY if unit.endswith("元") else _SHORT
    for scale, worth in _SCALES if unit not in _UNSCALED else ():
        if abs(value) >= worth and len(_significant(value)) <= short:
            return f"{_grouped(value / worth)}{scale}{unit}"
    return f"{_grouped(value)}{unit}"


def contradicts(a: Quantity, b: Quantity) -> tuple[str, ...]:
    """The names of the fields, of operator, value, upper and unit, in which `a` and `b` differ."""
    return tuple(field for field in _COMPARED if getattr(a, field) != getattr(b, field))


def _significant(value: Decimal) -> str:
    """The digits that carry the value: 15000 -> 15."""
    return "".join(map(str, value.as_tuple().digits)).strip("0")


def _grouped(value: Decimal) -> str:
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
