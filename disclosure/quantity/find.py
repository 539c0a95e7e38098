"""Every figure candidate in running text, for the count that nothing is left out."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import chain
from typing import Final, NamedTuple

from msgspec.structs import replace

from .deadline import dated, read_dated
from .figure import is_cut, read_figure, read_margin, without_idle_verb
from .grammar import BEGIN, numbers
from .names import named, whole
from .numerals import fold
from .phrases import DOUBLING, nearly_before, read_doubling, side_before
from .polarity import polarity_of
from .says import POINTS
from .shapes import FigureCandidate, Operator, Quantity
from .surroundings import WORDS_ONLY, aside

_LONGEST_DEADLINE: Final = len("2022年十二月份三十一号之前")
_LONGEST_MEASURE: Final = 12
_DOUBLING: Final = re.compile(DOUBLING, re.VERBOSE)
_STRAY: Final = re.compile("[0-9]++")


class _Piece(NamedTuple):
    """A stretch of folded text and what it is: a deadline, a kind of name, a doubling, a figure, stray digits.

    A figure may have the form of a range: two numbers with a dash between them.
    """

    kind: str
    start: int
    end: int
    is_range: bool = False


def _pieces(text: str, start: int = 0, *, most: int = 2) -> Iterator[_Piece]:
    """Everything in folded `text` from `start` on, disjoint; a figure has at most one or two numbers."""
    while begin := BEGIN.search(text, start):
        piece = _piece(text, *begin.span(), most)
        start = piece.end if piece else begin.start() + 1
        if piece:
            yield piece


def _piece(text: str, start: int, words_end: int, most: int) -> _Piece | None:
    """What begins at `start`, with words or without: of several kinds the first that fits."""
    if "前" in text[start : start + _LONGEST_DEADLINE] and (found := dated(text, start)):
        return _Piece("deadline", *found.span())
    name = named(text, start)
    if name and (found := whole(name)):
        return _Piece(found.lastgroup or "", *found.span())
    if found := _DOUBLING.match(text, start):
        return _Piece("doubling", *found.span())
    # A verb before a name takes nothing: 整治提升三年行动, 完成2021年任务.
    if not (name or (words_end > start and named(text, words_end))) and (figure := numbers(text, words_end, most=most)):
        return _Piece("figure", start, figure.end, figure.second is not None)
    found = _STRAY.match(text, start)
    return _Piece("stray", *found.span()) if found else None


_READERS: Final[dict[str, Callable[[str], Quantity | None]]] = {
    "deadline": read_dated,
    "doubling": read_doubling,
    "figure": read_figure,
    "stray": read_figure,
}
# Where a number may share the unit of the next one
_JOINED: Final = ("、", "和", "与", "及")
_DIGIT: Final = re.compile("[0-9]")


@lru_cache(4096)
def find(text: str) -> tuple[FigureCandidate, ...]:
    """The figures of `text` in order, disjoint; each is the longest written form with its operator words.

    Every run of ASCII or full-width digits lies inside exactly one of them; Chinese numerals are taken where
    a counter or unit follows. Quantities are read as targets where more is better, unless the words before them name
    a measure of which less is (失业率5.5%左右); `parse` reads a found text otherwise. Offsets are code points. Never
    raises; time is linear in the length of `text`.
    """
    folded = fold(text)
    founds = tuple(chain.from_iterable(_founds(text, folded, one) for one in _pieces(folded)))
    return tuple(_sharing_unit(folded, founds)) if any(map(_lacks_unit, founds)) else founds


def _lacks_unit(found: FigureCandidate) -> bool:
    return found.quantity is not None and not found.quantity.unit and found.quantity.value is not None


def _sharing_unit(folded: str, founds: tuple[FigureCandidate, ...]) -> Iterator[FigureCandidate]:
    """10.6万、3.8万、3.3万平方公里, 4.2和0.7个百分点: the unit written once is that of all."""
    shared: list[FigureCandidate] = []
    for one in reversed(founds):
        behind = shared[-1] if shared else None
        joined = behind is not None and folded[one.end : behind.start] in _JOINED and behind.quantity
        if joined and one.quantity and _lacks_unit(one):
            points = joined.unit == POINTS and one.quantity.operator is Operator.GE
            operator = Operator.DELTA_PP if points else one.quantity.operator
            quantity = replace(one.quantity, operator=operator, unit=joined.unit, unknown_unit=False)
            shared.append(replace(one, quantity=quantity))
        else:
            shared.append(one)
    return reversed(shared)


def _founds(text: str, folded: str, piece: _Piece) -> Iterator[FigureCandidate]:
    found = _in_place(folded, piece, _found(text, folded, piece))
    if found.name in WORDS_ONLY and not _DIGIT.search(fold(found.text)):
        return
    if piece.kind != "figure" or found.quantity is not None or found.name != "name":
        yield found
    elif piece.is_range or _is_candidate(found):
        # 3公里至5家 and 10-2 are no range: two numbers that happen to stand together. On its own, one may be less.
        parts = _pieces(folded[: piece.end], piece.start, most=1)
        yield from (part for part in (_found(text, folded, single) for single in parts) if _is_candidate(part))


def _in_place(folded: str, piece: _Piece, found: FigureCandidate) -> FigureCandidate:
    """What a figure is where it stands (今后三年, 2家 in 从2家增加到5家), and whether its unit is known."""
    if found.quantity is None or piece.kind != "figure":
        return found
    if name := aside(folded, found.start, found.end, piece.start):
        return replace(found, name=name, quantity=None)
    if polarity_of(folded[max(0, found.start - _LONGEST_MEASURE) : found.start]) == "down":
        found = replace(found, quantity=read_figure(found.text, polarity="down") or found.quantity)
    if found.quantity and is_cut(found.quantity, folded[found.end : found.end + 2]):
        return replace(found, quantity=replace(found.quantity, unknown_unit=True))
    return found


def _found(text: str, folded: str, piece: _Piece) -> FigureCandidate:
    kind, written = piece.kind, text[piece.start : piece.end]
    if kind not in _READERS:
        return FigureCandidate(start=piece.start, end=piece.end, text=written, name=kind, quantity=None)
    written = without_idle_verb(written)
    quantity = _READERS[kind](written)
    start = piece.end - len(written)
    if kind == "doubling" and (nearly := nearly_before(folded, start)) < start:
        start, written = nearly, text[nearly : piece.end]
        quantity = read_doubling(written)
    if quantity and quantity.unit == POINTS and (side := side_before(folded, start)) < start:
        start, written = side, text[side : piece.end]
        quantity = read_margin(written) or quantity
    return FigureCandidate(
        start=start,
        end=piece.end,
        text=written,
        name=None if quantity else "name",
        quantity=quantity,
    )


def _is_candidate(found: FigureCandidate) -> bool:
    """Chinese numerals that make no figure (一批, 千家) are words; digits always count."""
    return found.quantity is not None or bool(_DIGIT.search(fold(found.text)))
