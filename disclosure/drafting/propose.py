"""The whole text: a proposal for each stretch that nothing accounts for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from disclosure import coverage
from disclosure.coverage import Claim
from disclosure.drafting import clauses, exempt, figures, lacking, moods, sentence, things
from disclosure.drafting.clauses import OpenClause, is_count
from disclosure.drafting.moods import Mood
from disclosure.drafting.sentence import SentenceContext
from disclosure.drafting.shapes import DraftDoubt, Kind, Proposal
from disclosure.drafting.unit import Unit, opens
from disclosure.model.text import Paragraph, ReportText, Span


def propose(text: ReportText, claims: Iterable[Claim] = ()) -> tuple[Proposal, ...]:
    """Proposals in the order of the text, from any text at all.

    Each open clause is in exactly one proposal of clauses, but for what no quote may begin or end with; a figure has a
    proposal of its own where it seems to be no value and stands in no exempted clause. No other figure is said to be
    anything: it stands in a record's words. None overlaps the words that a claim accounts for.
    """
    of = coverage.by_passage(claims)
    return tuple(
        one
        for paragraph, mood, is_sure in moods.of_paragraphs(text)
        for one in _of_paragraph(paragraph, mood, of.get(paragraph.id, ()), is_sure)
    )


def _of_paragraph(paragraph: Paragraph, mood: Mood, claims: Sequence[Claim], is_sure: bool) -> list[Proposal]:
    found = [one for run in clauses.runs(paragraph, claims) for one in _of_run(paragraph, mood, run, is_sure)]
    found += list(figures.exempted(paragraph, claims, found))
    return sorted(found, key=lambda one: (one.span.start, -one.span.end))


def _of_run(paragraph: Paragraph, mood: Mood, run: Sequence[OpenClause], is_sure: bool) -> Iterator[Proposal]:
    if mood is Mood.OPENING:
        yield _exempted(paragraph, exempt.address(run))
        return
    sayings = exempt.sayings(run) if mood is Mood.AHEAD else []
    for unit in sayings:
        yield _exempted(paragraph, unit)
    rest = run[sum(len(unit.clauses) for unit in sayings) :]
    for row, context in _sentences(paragraph, mood, rest):
        kind: Kind = "commitment" if context.mood is Mood.AHEAD else "result"
        for unit in sentence.units(row, context):
            if unit.reason:
                yield _exempted(paragraph, unit)
            else:
                yield _record(paragraph, unit, kind, is_admitted=context.is_admitted, is_sure=is_sure)


def _sentences(
    paragraph: Paragraph, mood: Mood, run: Sequence[OpenClause]
) -> Iterator[tuple[list[OpenClause], SentenceContext]]:
    """Each sentence and where it stands: from where it is admitted on, the text tells what is lacking."""
    is_admitted = False
    for _number, together in groupby(run, key=lambda clause: clause.sentence):
        row = list(together)
        if is_admitted and lacking.answers(row):
            is_admitted, mood = False, Mood.AHEAD
            yield row, SentenceContext(paragraph, mood, answers=True)
            continue
        is_admitted = is_admitted or (mood is Mood.BACK and lacking.admits(row))
        yield row, SentenceContext(paragraph, mood, is_admitted)


def _exempted(paragraph: Paragraph, unit: Unit) -> Proposal:
    return Proposal(span=_span(paragraph, unit), kind="exemption", reason=unit.reason, doubts=unit.doubts)


def _record(paragraph: Paragraph, unit: Unit, kind: Kind, *, is_admitted: bool, is_sure: bool) -> Proposal:
    parts = tuple(_parts(paragraph, unit))
    doubts = (*unit.doubts, *[DraftDoubt.ONE_OR_TWO] * bool(parts), *[DraftDoubt.TENSE] * (not is_sure))
    return Proposal(
        span=_span(paragraph, unit),
        kind=kind,
        shortfall=is_admitted and kind == "result",
        parts=parts,
        doubts=tuple(dict.fromkeys(doubts)),
    )


def _span(paragraph: Paragraph, unit: Unit) -> Span:
    return Span(paragraph.id, unit.first.start, unit.last.end)


def _parts(paragraph: Paragraph, unit: Unit) -> Iterator[Span]:
    """What may be told apart in the first clause that has several such things, and does not only say with what."""
    for clause in unit.clauses:
        places = [(one.start - clause.start, one.end - clause.start) for one in clause.figures if is_count(one)]
        found = () if opens(clause) else things.named(clause.text) or things.counted(clause.text, places)
        if found:
            yield from (Span(paragraph.id, clause.start + a, clause.start + b) for a, b in found)
            return
