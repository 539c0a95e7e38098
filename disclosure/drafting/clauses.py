"""A paragraph taken apart: its open clauses, in runs between which nothing is claimed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from disclosure import coverage, quantity
from disclosure.coverage import Claim
from disclosure.model.text import Paragraph, Span
from disclosure.quantity import FigureCandidate

# With none of these does a quote begin or end
EDGES = "，。；：！？、—…·,.;:!?\\- \t\u3000"
CLOSING, OPENING = "”’）》】」』", "“‘（《【「『"
NUMBERING = re.compile(r"(?:[0-9]{1,2}(?:[.．、](?![0-9])|\.(?=[0-9]{1,2}分钟))|[（(][0-9]{1,2}[)）]|[①-⑳])[ \u3000]*")
# What a clause says, its first words tell; rules look no further
READ = 400
LEADS_ON = "，"


class OpenClause(Struct, frozen=True, kw_only=True):
    """An open clause, ``start`` to ``end`` of its paragraph, without marks at its ends.

    ``text``: its words, at most ``READ`` characters; ``stop``: the mark behind it; ``sentence``: its number in the
    paragraph; ``begins``: whether it opens its sentence; ``item``: whether a number of a list stands before it.
    """

    text: str
    start: int
    end: int
    stop: str
    sentence: int
    begins: bool
    item: bool
    figures: tuple[FigureCandidate, ...]

    @property
    def counts(self) -> bool:
        """Whether a figure in it counts something."""
        return any(map(is_count, self.figures))

    @property
    def measures(self) -> bool:
        """Whether it says how many or by when."""
        return any(one.quantity is not None for one in self.figures)

    @property
    def leads_on(self) -> bool:
        """Whether its sentence goes on behind it."""
        return self.stop == LEADS_ON


def is_count(figure: FigureCandidate) -> bool:
    """Whether a figure is an amount, and neither a name nor a day."""
    return figure.quantity is not None and figure.quantity.deadline is None


def words_of(row: Sequence[OpenClause]) -> str:
    """The words of clauses, as far as rules look."""
    return "，".join(clause.text for clause in row[:READ])[: READ * 4]


def runs(paragraph: Paragraph, claims: Sequence[Claim]) -> Iterator[list[OpenClause]]:
    """The open clauses of a paragraph in order; a run ends where a claim has words before the next one."""
    taken = [claim.span for claim in claims if claim.words]
    run: list[OpenClause] = []
    for clause in _clauses(paragraph, claims, taken):
        if run and any(run[-1].end < one.end and one.start < clause.start for one in taken):
            yield run
            run = []
        run.append(clause)
    if run:
        yield run


def _clauses(paragraph: Paragraph, claims: Sequence[Claim], taken: Sequence[Span]) -> Iterator[OpenClause]:
    figures = quantity.find(paragraph.text)
    starts = [one.start for one in paragraph.sentences]
    before = -1
    for account in coverage.clauses([paragraph], claims):
        if not account.missing:
            continue
        for start, end in _free(account.span, taken):
            sentence = bisect_right(starts, start)
            clause = _open_clause(paragraph.text, start, end, figures, (sentence, sentence != before))
            if clause:
                before = sentence
                yield clause


def _free(span: Span, taken: Iterable[Span]) -> Iterator[tuple[int, int]]:
    """What of a clause no claim has."""
    start = span.start
    for one in sorted(one for one in taken if one.overlaps(span)):
        if start < one.start:
            yield start, one.start
        start = max(start, one.end)
    if start < span.end:
        yield start, span.end


def _open_clause(
    text: str, start: int, end: int, figures: Sequence[FigureCandidate], place: tuple[int, bool]
) -> OpenClause | None:
    stop = text[end : end + 1]
    start, end = bare(text, start, end)
    number = NUMBERING.match(text, start, end)
    # Only what is read as one is exempted as one
    item = number is not None and any(one.name == "list" and one.start == start for one in figures)
    if number and item and number.end() < end:
        start, end = bare(text, number.end(), end)
    if not any(map(str.isalnum, text[start:end])):
        return None
    return OpenClause(
        text=text[start : min(end, start + READ)],
        start=start,
        end=end,
        stop=stop,
        sentence=place[0],
        begins=place[1],
        item=item,
        figures=tuple(one for one in figures if start <= one.start and one.end <= end),
    )


def bare(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the marks and blanks at its ends."""
    while start < end and (text[start] in EDGES or text[start] in CLOSING):
        start += 1
    while start < end and (text[end - 1] in EDGES or text[end - 1] in OPENING):
        end -= 1
    return start, end
