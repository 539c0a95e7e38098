"""What an editor writes as `written` in a record, to a quantity."""

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from msgspec.structs import replace

from .deadline import leading_deadline, read_deadline
from .figure import read_figure, read_margin, without_idle_verb
from .names import is_no_quantity
from .phrases import read_doubling, read_phrase, split_process
from .shapes import Operator, Polarity, Quantity, Role

_BLANKS: Final = {ord(blank): None for blank in " \t\n\u3000\u00a0"}


# Reports use the same forms again and again, and a record's figure is read once more at every build
@lru_cache(1 << 14)
def parse(written: str, *, role: Role = "target", polarity: Polarity = "up") -> Quantity | None:
    """The quantity that `written` is (docs/domain.md, Quantities); None where it is none or not one.

    `role`: in a result 左右, 约, 近, 余 and 多 state a precision (`interval`) and a plain figure is `exact`.
    `polarity` is "down" where less is better (CPI, unemployment): a bare figure is then `le`.
    `written` comes back in the quantity as it was given. Never raises.
    """
    text = written.translate(_BLANKS)
    for read in _READERS:
        if quantity := read(text, role, polarity):
            return replace(quantity, written=written)
    return None


def _deadline(text: str, _role: Role, _polarity: Polarity) -> Quantity | None:
    return read_deadline(text)


def _words(text: str, _role: Role, _polarity: Polarity) -> Quantity | None:
    return read_doubling(text) or read_phrase(text)


def _figure(text: str, role: Role, polarity: Polarity) -> Quantity | None:
    no_quantity = any(is_no_quantity(one) for one in {text, without_idle_verb(text)})
    return None if no_quantity else read_figure(text, role, polarity)


def _margin(text: str, role: Role, _polarity: Polarity) -> Quantity | None:
    return read_margin(text) if role == "target" else None


def _figure_by_a_day(text: str, role: Role, polarity: Polarity) -> Quantity | None:
    """6月底前达到100家: both, in one quantity."""
    if (parts := leading_deadline(text)) is None:
        return None
    deadline, rest = parts
    quantity = _words(rest, role, polarity) or _figure(rest, role, polarity)
    return replace(quantity, deadline=deadline) if quantity else None


def _process(text: str, role: Role, polarity: Polarity) -> Quantity | None:
    """启动 and 启动3个: what is set going has a milestone, and no figure to be judged by."""
    if (parts := split_process(text)) is None:
        return None
    verb, rest = parts
    figure = _figure(rest, role, polarity)
    if figure or not any(character.isdigit() for character in rest):
        return replace(
            figure or Quantity(written=text, operator=Operator.PROCESS), operator=Operator.PROCESS, qualifier=verb
        )
    return None


_READERS: Final[tuple[Callable[[str, Role, Polarity], Quantity | None], ...]] = (
    _deadline,
    _words,
    _margin,
    _figure,
    _figure_by_a_day,
    _process,
)
