"""The whole text: a proposal for each stretch that nothing accounts for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from disclosure import coverage
from disclosure.coverage import Claim
from disclosure.drafting import exempt, figures, moods, pieces, units, words
from disclosure.drafting.moods import Mood
from disclosure.drafting.pieces import Piece
from disclosure.drafting.shapes import Doubt, Kind, Proposal
from disclosure.drafting.units import Unit
from disclosure.model.text import Paragraph, ReportText, Span


# Things behind a short clause from which on it is their head
MANY = 2


def propose(text: ReportText, claims: Iterable[Claim] = ()) -> tuple[Proposal, ...]:
    """Proposals in the order of the text. Never raises; none overlaps what a claim accounts for."""
    of = coverage.by_passage(claims)
    found: list[Proposal] = []
    for paragraph, mood in moods.of_paragraphs(text):
        claimed = of.get(paragraph.id, [])
        proposed = list(_of_paragraph(paragraph, mood, claimed))
        found += sorted((*proposed, *figures.exempted(paragraph, claimed, proposed)), key=_order)
    return tuple(found)


def _order(one: Proposal) -> tuple[int, int]:
    return one.span.start, -one.span.end


def _of_paragraph(paragraph: Paragraph, mood: Mood, claims: list[Claim]) -> Iterator[Proposal]:
    opened = pieces.pieces(paragraph, claims)
    if mood is Mood.AHEAD and (n := exempt.sayings(opened)):
        yield from exempt.closing(paragraph, opened[:n])
        opened = opened[n:]
    if mood is Mood.OPENING:
        yield from exempt.opening(paragraph, opened)
        return
    admitted = False
    for _sentence, together in groupby(opened, key=lambda piece: piece.sentence):
        row = list(together)
        whole = "，".join(piece.text for piece in row)
        answers = admitted and bool(words.ANSWERS.match(whole))
        if answers:
            admitted, mood = False, Mood.AHEAD
        elif mood is Mood.BACK and exempt.admits(whole):
            admitted = True
        is_general = mood is Mood.AHEAD and bool(words.GENERAL.search(whole)) 
        yield from _of_sentence(paragraph, row, mood, admitted, is_general, answers)


def _of_sentence(paragraph: Paragraph, row: list[Piece], mood: Mood, admitted: bool, is_general: bool, answers: bool) -> Iterator[Proposal]:
    leading, rest = exempt.leading(row, mood)
    for pieces_, reason, doubts in leading:
        yield _proposal(paragraph, pieces_, "exemption", doubts=doubts, reason=reason)
    before, announced, rest = exempt.announcing(rest)
    if before:
        yield _proposal(paragraph, before, "commitment" if mood is Mood.AHEAD else "result", doubts=(Doubt.BACKGROUND,))
    for pieces_, reason, doubts in announced:
        yield _proposal(paragraph, pieces_, "exemption", doubts=doubts, reason=reason)
    if not rest:
        return
    is_call = any(words.CALL.match(row_[0].text) for row_, _reason, _doubts in leading)
    if answers or is_call or _is_orientation(paragraph, rest):
        made = _with_acclaim(rest)
    elif is_general:
        made = units.general(rest)
    else:
        made = units.units(rest, mood)
        head, made = _without_head(paragraph, made, rest)
        if head:
            yield _proposal(paragraph, head.pieces, "exemption", doubts=(Doubt.HEAD,), reason="lead-in")
    kind: Kind = "commitment" if mood is Mood.AHEAD else "result"
    for unit in made:
        if len(unit.pieces) == 1 and words.TRANSITION.match(unit.last.text):
            yield _proposal(paragraph, unit.pieces, "exemption", doubts=(Doubt.GOES_ON,), reason="transition")
            continue
        yield _proposal(paragraph, unit.pieces, kind, doubts=unit.doubts, shortfall=admitted and kind == "result")


def _with_acclaim(rest: list[Piece]) -> list[Unit]:
    """One unit, without the distinction that closes it."""
    n = next((n for n, one in enumerate(rest) if n and words.ACCLAIM.match(one.text)), len(rest))
    return [Unit(tuple(row)) for row in (rest[:n], rest[n:]) if row]


def _is_orientation(paragraph: Paragraph, rest: list[Piece]) -> bool:
    """A sentence below a section's heading that says where everything goes: no figures, and the only one."""
    return not paragraph.head and len(paragraph.sentences) == 1 and not any(one.counts for one in rest) and all(
        one.stop != "；" for one in rest
    ) and len(rest) in range(2, 7) and not any(one.item for one in rest)


def _without_head(paragraph: Paragraph, made: list[Unit], whole: list[Piece]) -> tuple[Unit | None, list[Unit]]:
    """A short clause before several things is their head (丰富商业布局，引进…；提升…), else part of the first."""
    if len(made) < 2 or not exempt.is_head(paragraph, made[0]):
        return None, made
    is_conduct = bool(words.CONDUCT.search(made[0].last.text))
    has_rows = any(one.stop == "；" for one in whole) and not is_conduct
    if has_rows or sum(map(_is_thing, made[1:])) >= MANY:
        return made[0], made[1:]
    under = [made[1]]
    for unit in made[2:]:
        if _is_thing(unit) or under[-1].counts or under[-1].last.stop == "；":
            break
        under.append(unit)
    pieces_ = tuple(piece for unit in (made[0], *under) for piece in unit.pieces)
    return None, [Unit(pieces_, (Doubt.HEAD,)), *made[1 + len(under) :]]


def _is_thing(unit: Unit) -> bool:
    first = unit.pieces[0].text
    return unit.counts or bool(words.THING.match(first) and not words.PICTURE.match(first))


def _proposal(
    paragraph: Paragraph,
    row: Iterable[Piece],
    kind: Kind,
    *,
    doubts: Iterable[Doubt] = (),
    reason: str = "",
    shortfall: bool = False,
) -> Proposal:
    row = list(row)
    return Proposal(
        span=Span(paragraph.id, row[0].start, row[-1].end),
        kind=kind,
        reason=reason,
        shortfall=shortfall,
        doubts=tuple(dict.fromkeys(doubts)),
    )
