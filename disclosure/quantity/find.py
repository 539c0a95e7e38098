"""Every figure candidate in running text, for the count that nothing is left out."""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from itertools import chain
from typing import Final

from .deadline import DEADLINE, read_deadline
from .figure import read_figure, without_idle_verb
from .grammar import GRAMMAR, ONE_NUMBER, PREFIX, may_be_two
from .names import KINDS
from .numerals import fold
from .operators import anonymous
from .phrases import DOUBLING, read_doubling
from .shapes import Found, Quantity

# A deadline in running text says 前 and has a number; 年底 and 上半年 alone are words like others.
_DATED: Final = rf"(?=[^，。；]{{0,6}}(?:[0-9]|月|季度)) {DEADLINE} (?<=前)"

# A verb before a name takes nothing: 整治提升三年行动, 完成2021年任务.
_NO_NAME: Final = rf"(?! {PREFIX} (?: {'|'.join(pattern for _, pattern in KINDS)} ) )"

# No match ends within a run of digits.
_WHOLE_RUN: Final = "(?!(?<=[0-9])[0-9])"


@cache
def _scanner(figure: str) -> re.Pattern[str]:
    """All kinds in one pattern; at one place the first that fits is taken. Large, so compiled when first wanted."""
    patterns = (
        ("deadline", _DATED),
        *KINDS,
        ("doubling", DOUBLING),
        ("figure", _NO_NAME + figure),
        ("stray", "[0-9]++"),
    )
    each = (f"(?P<{kind}> {anonymous(pattern)} {_WHOLE_RUN} )" for kind, pattern in patterns)
    return re.compile("|".join(each), re.VERBOSE)


_READERS: Final[dict[str | None, Callable[[str], Quantity | None]]] = {
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
    return tuple(chain.from_iterable(_founds(text, match) for match in _scanner(GRAMMAR).finditer(fold(text))))


def _founds(text: str, match: re.Match[str]) -> Iterator[Found]:
    whole = _found(text, match)
    if whole.quantity is None and match.lastgroup == "figure" and not may_be_two(match[0]):
        yield from (whole,) if _is_candidate(whole) else ()
    elif whole.quantity is None and match.lastgroup == "figure":
        # 3公里至5家 and 10-2 are no range: two numbers that happen to stand together.
        parts = _scanner(ONE_NUMBER).finditer(match.string, *match.span())
        yield from (part for part in (_found(text, single) for single in parts) if _is_candidate(part))
    else:
        yield whole


def _found(text: str, match: re.Match[str]) -> Found:
    kind, written = match.lastgroup, text[match.start() : match.end()]
    if kind not in _READERS:
        return Found(match.start(), match.end(), written, kind, None)
    written = without_idle_verb(written)
    quantity = _READERS[kind](written)
    return Found(match.end() - len(written), match.end(), written, None if quantity else "name", quantity)


def _is_candidate(found: Found) -> bool:
    """Chinese numerals that make no figure (一批, 千家) are words; digits always count."""
    return found.quantity is not None or bool(_DIGIT.search(fold(found.text)))
