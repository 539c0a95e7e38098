"""The whole text: a proposal for each stretch that nothing accounts for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from disclosure import coverage
from disclosure.coverage import Claim
from disclosure.drafting import clauses, exempt, figures, lacking, moods, sentence, things
from disclosure.drafting.clauses import OpenClause, is_count
from disclosure.drafting.moods import Mood, ParagraphMood
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
        one for place in moods.of_paragraphs(text) for one in _of_paragraph(place, of.get(place.paragraph.id, ()))
    )


def _of_paragraph(place: ParagraphMood, claims: Sequence[Claim]) -> list[Proposal]:
    paragraph = place.paragraph
    found = [one for run in clauses.runs(paragraph, claims) for one in _of_run(place, run)]
    found += list(figures.exempted(paragraph, claims, found))
    return sorted(found, key=lambda one: (one.span.start, -one.span.end))


def _of_run(place: ParagraphMood, run: Sequence[OpenClause]) -> Iterator[Proposal]:
    paragraph = place.paragraph
    if place.mood is Mood.OPENING:
        yield _exempted(paragraph, exempt.address(run))
        return
    sayings = exempt.sayings(run) if place.mood is Mood.AHEAD else []
    for unit in sayings:
        yield _exempted(paragraph, unit)
    rest = run[sum(len(unit.clauses) for unit in sayings) :]
    for row, context in _sentences(place, rest):
        kind: Kind = "commitment" if context.mood is Mood.AHEAD else "result"
        for unit in sentence.units(row, context):
            if unit.reason:
                yield _exempted(paragraph, unit)
            else:
                yield _record(paragraph, unit, kind, is_admitted=context.is_admitted, is_sure=place.is_sure)


def _sentences(place: ParagraphMood, run: Sequence[OpenClause]) -> Iterator[tuple[list[OpenClause], SentenceContext]]:
    """Each sentence and where it stands: from where it is admitted on, the text tells what is lacking."""
    paragraph, mood = place.paragraph, place.mood
    is_admitted = False
    for _number, together in groupby(run, key=lambda clause: clause.sentence):
        row = list(together)
        if is_admitted and lacking.answers(row):
            is_admitted, mood = False, Mood.AHEAD
            yield row, SentenceContext(paragraph=paragraph, mood=mood, answers=True)
            continue
        is_admitted = is_admitted or (mood is Mood.BACK and lacking.admits(row))
        yield (
            row,
            SentenceContext(paragraph=paragraph, mood=mood, opens_section=place.opens_section, is_admitted=is_admitted),
        )


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
