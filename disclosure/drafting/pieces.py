"""A paragraph taken apart: its open clauses, each with what its figures are and what stands behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from disclosure import coverage, quantity
from disclosure.coverage import Claim
from disclosure.model.text import Paragraph, Span
from disclosure.quantity import FigureCandidate

MARKS = "，。；：！？、—— \u3000"
NUMBERING = re.compile(r"(?:[0-9]{1,2}(?:[.．、](?![0-9])|\.(?=[0-9]{1,2}分钟))|[（(][0-9]{1,2}[)）]|——|[①-⑳])[ \u3000]*")


class Piece(Struct, frozen=True, kw_only=True):
    """An open clause: ``start`` to ``end`` in its paragraph's ``text``, without marks at its ends.

    ``stop``: the mark behind it; ``sentence``: its number in the paragraph; ``counts``: whether a figure in it counts
    something; ``begins``: whether it opens its sentence. ``item``: a number of a list stands before it.
    """

    text: str
    start: int
    end: int
    stop: str
    sentence: int
    begins: bool
    item: bool = False
    figures: tuple[FigureCandidate, ...] = ()

    @property
    def counts(self) -> bool:
        return any(one.quantity is not None and one.quantity.deadline is None for one in self.figures)


def pieces(paragraph: Paragraph, claims: Iterable[Claim]) -> list[Piece]:
    """The clauses of a paragraph that no claim touches, in order; what of a touched one is open is another's."""
    claims = list(claims)
    figures = quantity.find(paragraph.text)
    opened = (account for account in coverage.clauses([paragraph], claims) if account.missing)
    taken = [claim.span for claim in claims if claim.words]
    found: list[Piece] = []
    for account in opened:
        for start, end in _free(account.span, taken):
            piece = _piece(paragraph, start, end, figures, found[-1] if found else None)
            if piece:
                found.append(piece)
    return found


def _free(span: Span, taken: Iterable[Span]) -> Iterator[tuple[int, int]]:
    """What of a clause no claim has."""
    start = span.start
    for one in sorted(one for one in taken if one.overlaps(span)):
        if start < one.start:
            yield start, one.start
        start = max(start, one.end)
    if start < span.end:
        yield start, span.end


def _piece(
    paragraph: Paragraph, start: int, end: int, figures: Iterable[FigureCandidate], before: Piece | None
) -> Piece | None:
    text = paragraph.text
    stop = text[end : end + 1]
    start, end = bare(text, start, end)
    number = NUMBERING.match(text, start, end)
    if number:
        start, end = bare(text, number.end(), end)
    if not any(map(str.isalnum, text[start:end])):
        return None
    sentence = sum(one.start <= start for one in paragraph.sentences)
    return Piece(
        text=text[start:end],
        start=start,
        end=end,
        stop=stop,
        sentence=sentence,
        begins=before is None or before.sentence != sentence,
        item=bool(number),
        figures=tuple(one for one in figures if start <= one.start and one.end <= end),
    )


def bare(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the marks and blanks at its ends."""
    while start < end and text[start] in MARKS:
        start += 1
    while start < end and text[end - 1] in MARKS:
        end -= 1
    return start, end
