"""What the records and exemptions of a report account for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from disclosure import coverage
from disclosure.catalog.entries import Commitment, Exemption, Register, Result
from disclosure.catalog.quotes import occurrences
from disclosure.coverage import Claim, ClauseAccount, FigureAccount
from disclosure.model.text import Paragraph, Span


class Accounts(Struct, frozen=True):
    """What a report's records claim, and its figures and clauses accounted for."""

    claims: tuple[Claim, ...]
    figures: tuple[FigureAccount, ...]
    clauses: tuple[ClauseAccount, ...]


def accounts(register: Register, passages: Sequence[Paragraph]) -> Accounts:
    """The accounts of the opening and all paragraphs. A report without any record has none to give."""
    if not (register.commitments or register.results or register.exemptions):
        return Accounts((), (), ())
    return _accounts(tuple(claims(register, {passage.id: passage.text for passage in passages})), tuple(passages))


@lru_cache(1)
def _accounts(claimed: tuple[Claim, ...], passages: tuple[Paragraph, ...]) -> Accounts:
    """Most edits of a record leave its words where they are."""
    return Accounts(claimed, coverage.figures(passages, claimed), coverage.clauses(passages, claimed))


def claims(register: Register, texts: Mapping[str, str]) -> Iterator[Claim]:
    for record in register.records:
        yield from of_record(record, texts[record.span.passage])
    for exemption in register.exemptions:
        yield of_exemption(exemption)


def of_record(record: Result | Commitment, text: str) -> tuple[Claim, ...]:
    """What a record in a paragraph's text accounts for: its quote, its figures, what they measure."""
    kind: coverage.Class = "result" if isinstance(record, Result) else "commitment"
    found = [Claim(span=record.span, kind=kind, record=record.id)]
    for one in record.parts:
        found.append(Claim(span=one.span, kind=kind, record=record.id, binds=True))
        found += _measure(text, record, one.measure, kind)
    return tuple(found)


def of_exemption(exemption: Exemption) -> Claim:
    """A figure's exemption accounts for no words: it can hide no clause."""
    return Claim(
        span=exemption.span, kind="incidental", reason=exemption.reason, binds=True, words=exemption.of == "clause"
    )


def _measure(text: str, record: Result | Commitment, measure: str, kind: coverage.Class) -> Iterator[Claim]:
    """A figure that defines what is counted (签约20亿元以上项目) stands in the measure."""
    for start in occurrences(text, measure, record.span.start, record.span.end):
        yield Claim(
            span=Span(record.span.passage, start, start + len(measure)), kind=kind, record=record.id, binds=True
        )
