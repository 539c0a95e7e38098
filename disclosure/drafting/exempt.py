"""Clauses that neither promise nor report anything, and why: courtesy, background, transition, lead-in."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.drafting import words
from disclosure.drafting.moods import Mood
from disclosure.drafting.pieces import Piece
from disclosure.drafting.shapes import Doubt, Proposal
from disclosure.drafting.units import HEAD_LENGTH, Unit, opens
from disclosure.model.text import Paragraph, Span

CALL = "让我们"
Exempted = tuple[list[Piece], str, tuple[Doubt, ...]]


def opening(paragraph: Paragraph, opened: list[Piece]) -> Iterator[Proposal]:
    """The lines above the first heading address the deputies."""
    if opened:
        yield Proposal(span=Span(paragraph.id, opened[0].start, opened[-1].end), kind="exemption", reason="courtesy")


def sayings(opened: list[Piece]) -> int:
    """How many clauses come before the call that closes a report, if they say nothing but what is to be felt."""
    n = next((n for n, one in enumerate(opened) if one.text.startswith(CALL)), 0)
    return 0 if any(one.counts for one in opened[:n]) else n


def closing(paragraph: Paragraph, before: list[Piece]) -> Iterator[Proposal]:
    """The address, and the sayings behind it."""
    n = 1 if words.ADDRESS.match(before[0].text) else 0
    for row in (before[:n], before[n:]):
        if row:
            doubts = () if row is before[:n] or n else (Doubt.BACKGROUND,)
            span = Span(paragraph.id, row[0].start, row[-1].end)
            yield Proposal(span=span, kind="exemption", reason="courtesy", doubts=doubts)


def admits(sentence: str) -> bool:
    """Whether a sentence goes over to what is lacking."""
    return bool(words.ADMITS.search(sentence) and (words.SHORTFALL.search(sentence) or "看到" in sentence))


def leading(row: list[Piece], mood: Mood) -> tuple[list[Exempted], list[Piece]]:
    """The clauses at the beginning of a sentence that are no record, and the others."""
    found: list[Exempted] = []
    rest = list(row)
    while rest:
        taken = _taken(rest, mood)
        if taken is None:
            break
        n, reason, doubts = taken
        found.append((rest[:n], reason, doubts))
        rest = rest[n:]
    return found, rest


def _taken(rest: list[Piece], mood: Mood) -> tuple[int, str, tuple[Doubt, ...]] | None:
    first = rest[0]
    whole = "，".join(piece.text for piece in rest)
    if words.COURTESY.search(whole):
        return len(rest), "courtesy", ()
    if words.ADDRESS.match(first.text):
        return 1, "courtesy", ()
    if n := _background(rest, mood):
        return n, "background", (Doubt.BACKGROUND,)
    if words.TRANSITION.match(first.text) and len(rest) > 1 and (first.stop == "：" or rest[1].counts or not opens(first)):
        return 1, "transition", (Doubt.GOES_ON,)
    if first.text.startswith(CALL):
        return next((n for n, one in enumerate(rest) if n and not words.CALLING.match(one.text)), len(rest)), "courtesy", (Doubt.BACKGROUND,)
    if n := _colon(rest):
        return n, "lead-in", (Doubt.HEAD,)
    return None


def announcing(row: list[Piece]) -> tuple[list[Piece], list[Exempted], list[Piece]]:
    """A sentence with a list in it: what stands before, the clauses that announce the list, the list."""
    n = next((n for n, one in enumerate(row, 1) if one.stop == "：" and n < len(row)), 0)
    before, found = row[:n], []
    if before and words.TRANSITION.match(before[-1].text):
        found.append(([before.pop()], "transition", ()))
        if before and words.ANNOUNCED.search(before[-1].text):
            found.insert(0, ([before.pop()], "lead-in", ()))
    return (before, found, row[n:]) if found else ([], [], row)


def _colon(rest: list[Piece]) -> int:
    """Clauses before a colon, if they lead to what follows."""
    n = next((n for n, one in enumerate(rest, 1) if one.stop == "："), 0)
    if n == len(rest) and not words.POINTS_AHEAD.search(rest[-1].text):
        return 0
    return n if not any(one.counts for one in rest[:n]) else 0


def _background(rest: list[Piece], mood: Mood) -> int:
    n = 1 if len(rest) > 1 and words.TRANSITION.match(rest[0].text) else 0
    begin = n
    while n < len(rest) and words.BACKGROUND.search(rest[n].text):
        n += 1
    return n if n > begin else 0


def is_head(paragraph: Paragraph, unit: Unit) -> bool:
    """Whether a unit seems to be no more than the title of what follows."""
    first = unit.pieces[0]
    return (
        len(unit.pieces) == 1
        and first.stop == "，"
        and first.begins
        and bool(paragraph.head)
        and len(first.text) <= HEAD_LENGTH
        and not first.figures
        and "“" not in first.text
        and not opens(first)
    )
