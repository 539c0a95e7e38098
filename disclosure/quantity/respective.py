"""A、B分别增长X、Y左右: one target each, the qualifier shared (docs/domain.md, 分别增长X、Y（左右）)."""

import re
from itertools import chain
from typing import Final

from .find import find
from .grammar import WrittenFigure, take_apart

_CLAUSE_END: Final = re.compile(r"[，。；：！？\n]")
_AND: Final = re.compile(r"、|以及|[和与及]")
_LEAD: Final = re.compile(r"^(?:力争|争取|努力实现|努力|确保|实现|其中|预计|全年)+")


def split_respective(text: str) -> tuple[tuple[str, str], ...]:
    """(measure, written) for each pair that a 分别 makes; () where there is none or the counts differ.

    `written` carries the words that the text gives once for all: A、B分别下降3%、2%左右 gives 下降3%左右
    and 下降2%左右. Never raises.
    """
    clauses = (clause for clause in _CLAUSE_END.split(text) if "分别" in clause)
    return tuple(chain.from_iterable(map(_pairs, clauses)))


def _pairs(clause: str) -> tuple[tuple[str, str], ...]:
    names, _, rest = clause.partition("分别")
    measures = [measure.strip() for measure in _AND.split(_LEAD.sub("", names.strip()))]
    figures = [found.text for found in find(rest) if found.quantity]
    if len(measures) != len(figures):
        return ()
    return tuple(zip(measures, _sharing(figures), strict=True))


def _sharing(figures: list[str]) -> list[str]:
    """The figures, each with the word before the first and the word after the last unless it has its own."""
    pieces = [take_apart(figure) for figure in figures]
    first, last = pieces[0], pieces[-1]
    before = "".join(first.words) if first else ""
    after = last.after if last else ""
    return [_completed(figure, piece, before, after) for figure, piece in zip(figures, pieces, strict=True)]


def _completed(figure: str, piece: WrittenFigure | None, before: str, after: str) -> str:
    if piece is None:
        return figure
    return ("" if piece.words else before) + figure + ("" if piece.after else after)
