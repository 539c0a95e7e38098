"""Running text cut into pieces, each led by the record that quotes it, none changed by a character.

A piece belongs to the shortest of what covers it, so that a quote inside a longer one keeps its own words. What is
left without words of its own (two promises share their quote) comes as a sign after the last piece that it covers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalog import address, section_pages
from disclosure.catalog.catalog import Report
from disclosure.catalog.entries import Commitment, Result
from disclosure.catalog.mentions import Mention
from disclosure.grouping import grouped
from disclosure.model.text import Note, Paragraph, Span
from disclosure.pages.once import once
from disclosure.pages.page import Link
from disclosure.translation import gettext as _

# ② to ⑳: the first of those that share a quote has the words themselves
FIRST_SIGN = ord("②")


class Cover(Struct, frozen=True):
    """Something that stands over ``start`` to ``end`` of a paragraph; ``kind`` says how it is shown."""

    start: int
    end: int
    kind: str
    link: Link


class Piece(Struct, frozen=True, kw_only=True):
    """A run of text, then perhaps the mark of a note (``None`` if none): text is always shown before its mark.

    ``kind`` and ``link`` are empty where nothing covers it; ``also`` are further records, each with its sign as note.
    """

    text: str
    mark: int | None = None
    kind: str = ""
    link: str = ""
    also: tuple[Link, ...] = ()


# Where a run begins and ends, and what it belongs to
CoverRun = tuple[int, int, Cover | None]


def pieces(paragraph: Paragraph, start: int, end: int, covers: Sequence[Cover] = ()) -> tuple[Piece, ...]:
    """``one.text[start:end]`` in pieces: joined, their texts are it."""
    inside = [cover for cover in covers if cover.start < end and start < cover.end]
    # A mark before the first letter belongs to the first piece, which has no sentence before it
    marks = [mark for mark in paragraph.marks if start < mark.offset <= end or mark.offset == start == 0]
    if not inside and not marks:
        return (Piece(text=paragraph.text[start:end]),) if start < end else ()
    numbers = grouped((mark.offset, mark.number) for mark in marks)
    runs = _runs(start, end, inside, numbers)
    signs = _signs(runs, inside)
    made = [Piece(text="", mark=number) for number in numbers.pop(start, ())]
    for n, (begin, stop, owner) in enumerate(runs):
        here = numbers.get(stop, [])
        kind, link = (owner.kind, owner.link.address) if owner else ("", "")
        made.append(
            Piece(
                text=paragraph.text[begin:stop],
                mark=here[0] if here else None,
                kind=kind,
                link=link,
                also=signs.get(n, ()),
            )
        )
        made += [Piece(text="", mark=number) for number in here[1:]]
    return tuple(made)


def _runs(start: int, end: int, inside: list[Cover], cuts: Iterable[int]) -> list[CoverRun]:
    """Runs with one owner each; they end at every cut, where a note's mark stands."""
    edges = {start, end, *cuts, *[max(one.start, start) for one in inside], *[min(one.end, end) for one in inside]}
    shortest_first = sorted(inside, key=lambda one: one.end - one.start)
    runs: list[CoverRun] = []
    for begin, stop in pairwise(sorted(edges)):
        over = [one for one in shortest_first if one.start <= begin and stop <= one.end]
        owner = over[0] if over else None
        if runs and runs[-1][2] is owner and begin not in cuts:
            runs[-1] = (runs[-1][0], stop, owner)
        else:
            runs.append((begin, stop, owner))
    return runs


def _signs(runs: list[CoverRun], inside: list[Cover]) -> dict[int, tuple[Link, ...]]:
    """By run, what ends with it and owns no words; what leads nowhere (words that nothing accounts for) has no sign."""
    owners = {id(owner) for _begin, _stop, owner in runs}
    found: dict[int, tuple[Link, ...]] = {}
    for cover in inside:
        if cover.link.address and id(cover) not in owners:
            last = max(n for n, (begin, stop, _owner) in enumerate(runs) if begin < cover.end and cover.start < stop)
            before = found.get(last, ())
            found[last] = (*before, replace(cover.link, note=chr(FIRST_SIGN + len(before))))
    return found


def records(report: Report, paragraph: Paragraph) -> tuple[Cover, ...]:
    """The quotes of the records in a paragraph."""
    return _records(report).get(paragraph.id, ())


@once
def _records(report: Report) -> dict[str, tuple[Cover, ...]]:
    """By paragraph: the full text and the coverage page show the same quotes."""
    return {id: tuple(_record(report, one) for one in quoting) for id, quoting in report.quoted_in.items()}


def _record(report: Report, one: Commitment | Result) -> Cover:
    kind = "commitment" if isinstance(one, Commitment) else "result"
    label = _("{id}：{title}").format(id=one.id, title=one.title)
    return Cover(one.span.start, one.span.end, kind, Link(label, section_pages.shown_at(report.register, one)))


def entities(report: Report, paragraph: Paragraph, taken: Sequence[Cover]) -> Iterator[Cover]:
    """The places and bodies that a paragraph names, but for what is ``taken`` by terms."""
    for one in shown_mentions(report).get(paragraph.id, ()):
        if not any(one.start < other.end and other.start < one.end for other in taken):
            yield Cover(one.start, one.end, "entity", Link(one.name, address.entity(one.entity)))


@once
def shown_mentions(report: Report) -> dict[str, tuple[Mention, ...]]:
    """By paragraph, the mentions that the text can lead from: a record's whole quote leads to the record."""
    quoted = {record.span for record in report.register.records}
    return {
        id: tuple(one for one in found if Span(id, one.start, one.end) not in quoted)
        for id, found in report.mentions.passages.items()
    }


def terms(report: Report, paragraph: Paragraph) -> Iterator[Cover]:
    """The glossary's terms where they recur; where a term is explained, its note's mark leads to it."""
    taken: list[tuple[int, int]] = []
    for term, note in _by_term(report):
        start = paragraph.text.find(term)
        while start >= 0:
            end = start + len(term)
            if not _explained(paragraph, note, end) and not any(begin < end and start < stop for begin, stop in taken):
                taken.append((start, end))
                yield Cover(start, end, "term", Link(term, report.note_address(note)))
            start = paragraph.text.find(term, end)


@once
def _by_term(report: Report) -> tuple[tuple[str, Note], ...]:
    """The notes with the terms that they explain, the longest term first."""
    return tuple(sorted(((note.term, note) for note in report.text.notes), key=lambda each: -len(each[0])))


def _explained(paragraph: Paragraph, note: Note, end: int) -> bool:
    """Whether the note's mark follows in the same sentence; it need not stand right behind the term."""
    follows = note.paragraph == paragraph.id and end <= note.offset
    return follows and not any(end <= sentence.end < note.offset for sentence in paragraph.sentences)
