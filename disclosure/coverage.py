"""Nothing is left out: every figure and every clause of the report, and what accounts for it.

Pure: paragraphs and claims in, accounts out. A clause lies between ，。；：！？, but for those within quotes and
brackets; a paragraph's run-in head is a heading and no clause, unless it holds a figure. A clause is covered when each
of its letters is; a figure when it lies whole in a claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct

from disclosure import quantity
from disclosure.grouping import grouped
from disclosure.model.text import Paragraph, Span
from disclosure.model.vocabulary import Term

# A mark within quotes, brackets or a title ends no clause
CLAUSE = re.compile(r"(?:“[^“”\n]*+”|《[^《》\n]*+》|（[^（）\n]*+）|[^，。；：！？])++")
Class = Literal["result", "commitment", "incidental", "uncovered"]


class Claim(Struct, frozen=True, kw_only=True):
    """Something that accounts for a span: a record (``record``) or an exemption (``reason``).

    ``binds``: it accounts for figures (a written figure, a measure, an exemption). ``words``: it accounts for words
    (a quote, a clause's exemption); the exemption of a figure accounts for digits only, so that it can hide no clause.
    """

    span: Span
    kind: Class
    record: str = ""
    reason: Term | None = None
    binds: bool = False
    words: bool = True


class FigureAccount(Struct, frozen=True, kw_only=True):
    """A figure of the report and what accounts for it."""

    span: Span
    text: str
    kind: Class
    record: str
    reason: Term | None


class ClauseAccount(Struct, frozen=True, kw_only=True):
    """A clause and the records that quote it, or the reason why none does. ``missing`` letters are uncovered."""

    span: Span
    text: str
    records: tuple[str, ...]
    reason: Term | None
    missing: int


def figures(paragraphs: Iterable[Paragraph], claims: Iterable[Claim]) -> tuple[FigureAccount, ...]:
    """Every figure of the paragraphs in order; ``uncovered`` where nothing accounts for it."""
    of = by_passage(claims)
    return tuple(account for paragraph in paragraphs for account in _figures(paragraph, of.get(paragraph.id, ())))


def clauses(paragraphs: Iterable[Paragraph], claims: Iterable[Claim]) -> tuple[ClauseAccount, ...]:
    """Every clause of the paragraphs in order."""
    of = by_passage(claims)
    return tuple(account for paragraph in paragraphs for account in _clauses(paragraph, of.get(paragraph.id, ())))


def by_passage(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """The claims of each paragraph by its id, in order."""
    return grouped((claim.span.passage, claim) for claim in claims)


def _figures(paragraph: Paragraph, claims: Sequence[Claim]) -> Iterator[FigureAccount]:
    binds = [claim for claim in claims if claim.binds]
    for found in quantity.find(paragraph.text):
        span = Span(paragraph.id, found.start, found.end)
        # A record's own figure goes before an exemption, and a figure's exemption before its clause's
        nothing = Claim(span=span, kind="uncovered")
        best = min((claim for claim in binds if claim.span.covers(span)), key=_precedence, default=nothing)
        yield FigureAccount(span=span, text=found.text, kind=best.kind, record=best.record, reason=best.reason)


def _precedence(claim: Claim) -> tuple[bool, int]:
    return claim.kind == "incidental", claim.span.end - claim.span.start


def _clauses(paragraph: Paragraph, claims: Sequence[Claim]) -> Iterator[ClauseAccount]:
    rest = _rest(paragraph.text, claims)
    placed = [(claim.span.start, claim.span.end, claim) for claim in claims]
    for span in _clause_spans(paragraph):
        start, end = span.start, span.end
        touching = [claim for begin, until, claim in placed if begin < end and start < until]
        records = tuple(dict.fromkeys([claim.record for claim in touching if claim.record]))
        reason = next((claim.reason for claim in touching if claim.reason), None) if not records else None
        yield ClauseAccount(
            span=span, text=paragraph.text[start:end], records=records, reason=reason, missing=_letters(rest[start:end])
        )


def _clause_spans(paragraph: Paragraph) -> Iterator[Span]:
    start = paragraph.sentences[0].start if paragraph.sentences else paragraph.head
    if any(one.quantity for one in quantity.find(paragraph.text[:start])):
        start = 0
    for match in CLAUSE.finditer(paragraph.text, start):
        if any(map(str.isalnum, match[0])):
            yield Span(paragraph.id, *match.span())


def _letters(text: str) -> int:
    # Most of what is asked about is accounted for: blanks
    return 0 if text.isspace() else sum(map(str.isalnum, text))


def _rest(text: str, claims: Iterable[Claim]) -> str:
    """What no claim accounts for, blanks in place of the others: the exemption of a figure does for its digits only."""
    rest = list(text)
    for claim in claims:
        start, end = claim.span.start, claim.span.end
        rest[start:end] = " " * (end - start) if claim.words else map(_without_digit, rest[start:end])
    return "".join(rest)


def _without_digit(letter: str) -> str:
    return " " if letter.isdigit() else letter


def leaves_open(paragraph: Paragraph, claims: Iterable[Claim], span: Span) -> bool:
    """Whether these claims of its paragraph leave anything uncovered of a figure or a clause that ``span`` touches."""
    claims = list(claims)
    for found in quantity.find(paragraph.text):
        figure = Span(paragraph.id, found.start, found.end)
        if figure.overlaps(span) and not any(claim.binds and claim.span.covers(figure) for claim in claims):
            return True
    rest = _rest(paragraph.text, claims)
    touched = (clause for clause in _clause_spans(paragraph) if clause.overlaps(span))
    return any(_letters(rest[clause.start : clause.end]) for clause in touched)
