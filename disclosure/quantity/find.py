"""Every figure candidate in running text, for the count that nothing is left out."""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from itertools import chain
from typing import Final, NamedTuple

from .deadline import DEADLINE, read_deadline
from .figure import read_figure, without_idle_verb
from .grammar import FIGURE, ONE_NUMBER, PREFIX, WHOLE_RUN, may_be_two
from .names import KINDS, named
from .numerals import HAN_DIGIT, fold
from .operators import BEFORE_SENSE, VERB_SENSE, anonymous
from .phrases import DOUBLING, read_doubling
from .shapes import Found, Quantity

# A deadline in running text says 前 and has a number; 年底 and 上半年 alone are words like others.
_NEAR_NUMBER: Final = "(?= [^，。；]{0,6} (?: [0-9] | 月 | 季度 ) )"
DATED: Final = rf"{_NEAR_NUMBER} {DEADLINE} (?<=前)"

_DEADLINE: Final = re.compile(DATED + WHOLE_RUN, re.VERBOSE)
_DOUBLING: Final = re.compile(DOUBLING)
_STRAY: Final = re.compile("[0-9]++")

# Where anything can begin: few places of a text, and only there the patterns of all kinds are tried.
_WORDS: Final = "".join(sorted({word[0] for word in ("每", *VERB_SENSE, *BEFORE_SENSE)}))
_BEGIN: Final = re.compile(
    rf"""
    [0-9A-Za-z(（《第双翻负－−-] | {HAN_DIGIT} | (?<=“)[^“”] | 人才(?=[0-9])
  | [明次今本当年前上下] {_NEAR_NUMBER}
  | (?=[{_WORDS}]) {anonymous(PREFIX)} (?: [0-9负－−-] | {HAN_DIGIT} )
    """,
    re.VERBOSE,
)


class _Piece(NamedTuple):
    """A stretch of folded text and what it is: a deadline, a kind of name, a doubling, a figure, stray digits."""

    kind: str
    start: int
    end: int


@cache
def _one_number() -> re.Pattern[str]:
    """Seldom wanted, and slow to compile."""
    return re.compile(ONE_NUMBER + WHOLE_RUN, re.VERBOSE)


@cache
def _whole_names() -> re.Pattern[str]:
    """As seldom wanted."""
    each = (f"(?P<{kind}> {pattern} {WHOLE_RUN} )" for kind, pattern in KINDS)
    return re.compile("|".join(each), re.VERBOSE)


def _pieces(text: str, start: int, end: int, figure: re.Pattern[str]) -> Iterator[_Piece]:
    """Everything in folded `text` from `start` to `end`, disjoint."""
    while begin := _BEGIN.search(text, start, end):
        piece = _piece(text, begin.start(), end, figure)
        start = piece.end if piece else begin.start() + 1
        if piece:
            yield piece


def _piece(text: str, start: int, end: int, figure: re.Pattern[str]) -> _Piece | None:
    """What begins at `start`: of several kinds the first that fits."""
    if found := _DEADLINE.match(text, start, end):
        return _Piece("deadline", *found.span())
    name = named(text, start, end)
    if name and not name["words"] and (found := _whole(name, end)):
        return _Piece(found.lastgroup or "", *found.span())
    if found := _DOUBLING.match(text, start, end):
        return _Piece("doubling", *found.span())
    # A verb before a name takes nothing: 整治提升三年行动, 完成2021年任务.
    if not name and (found := figure.match(text, start, end)):
        return _Piece("figure", *found.span())
    found = _STRAY.match(text, start, end)
    return _Piece("stray", *found.span()) if found else None


def _whole(name: re.Match[str], end: int) -> re.Match[str] | None:
    """`name`, or where it ends within a run of digits a name in its place that does not."""
    text, at = name.string, name.end()
    cut = at < end and _STRAY.match(text, at - 1) and _STRAY.match(text, at)
    return _whole_names().match(text, name.start(), end) if cut else name


_READERS: Final[dict[str, Callable[[str], Quantity | None]]] = {
    "deadline": read_deadline,
    "doubling": read_doubling,
    "figure": read_figure,
    "stray": read_figure,
}
_DIGIT: Final = re.compile("[0-9]")


@lru_cache(4096)
def find(text: str) -> tuple[Found, ...]:
    """The figures of `text` in order, disjoint; each is the longest written form with its operator words.

    Every run of ASCII or full-width digits lies inside exactly one of them; Chinese numerals are taken where
    a counter or unit follows. Quantities are read as targets where more is better; `parse` reads a found text
    otherwise. Offsets are code points. Never raises; time is linear in the length of `text`.
    """
    folded = fold(text)
    return tuple(chain.from_iterable(_founds(text, folded, one) for one in _pieces(folded, 0, len(text), FIGURE)))


def _founds(text: str, folded: str, piece: _Piece) -> Iterator[Found]:
    whole = _found(text, piece)
    if piece.kind != "figure" or whole.quantity is not None:
        yield whole
    elif not may_be_two(folded[piece.start : piece.end]):
        yield from (whole,) if _is_candidate(whole) else ()
    else:
        # 3公里至5家 and 10-2 are no range: two numbers that happen to stand together.
        parts = _pieces(folded, piece.start, piece.end, _one_number())
        yield from (part for part in (_found(text, single) for single in parts) if _is_candidate(part))


def _found(text: str, piece: _Piece) -> Found:
    kind, written = piece.kind, text[piece.start : piece.end]
    if kind not in _READERS:
        return Found(piece.start, piece.end, written, kind, None)
    written = without_idle_verb(written)
    quantity = _READERS[kind](written)
    return Found(piece.end - len(written), piece.end, written, None if quantity else "name", quantity)


def _is_candidate(found: Found) -> bool:
    """Chinese numerals that make no figure (一批, 千家) are words; digits always count."""
    return found.quantity is not None or bool(_DIGIT.search(fold(found.text)))
