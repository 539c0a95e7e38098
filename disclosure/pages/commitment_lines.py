"""Lists of promises: a line each, what is known first, what is not known under one heading for all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Commitment
from disclosure.catalog.outcome import Outcome
from disclosure.grouping import grouped
from disclosure.model.vocabulary import Term
from disclosure.pages import paging, records, silence, status
from disclosure.pages.once import once
from disclosure.pages.page import Link
from disclosure.pages.silence import Silence
from disclosure.pages.status import StatusView
from disclosure.translation import gettext as _


class CommitmentLine(Struct, frozen=True, kw_only=True):
    """A commitment in a list. ``quote`` is empty where the title, or the line before, says the same.

    ``written`` are the targets as measure and figure. Of a ``silent`` one nothing is known: its group says so, once.
    """

    id: str
    link: Link
    quote: str
    kind: str
    strength: Term
    written: tuple[tuple[str, str], ...]
    passage: Link
    outcome: Outcome
    silent: bool
    statuses: tuple[StatusView, ...]


class LinesPart(Struct, frozen=True):
    """Lines with one heading, which leads to what they are a part of; without one where a list has no parts."""

    heading: Link | None
    lines: tuple[CommitmentLine, ...]


class LineGroup(Struct, frozen=True, kw_only=True):
    """Lines with one thing in common: of all nothing is known, or (``silence`` is none) of all something is.

    ``title`` is empty where there is only one group, and its lines say all. ``rest`` leads to all, where not all are
    shown.
    """

    id: str
    silence: Silence | None
    title: str
    number: int
    count: str
    parts: tuple[LinesPart, ...]
    rest: Link | None = None


# How a report's promises are cut into parts: the heading that a promise stands under
Under = Callable[[Commitment], Link | None]
# The anchor of what something is known of; others are called by their word
KNOWN = "known"


def groups(
    catalog: Catalog, report: Report, all: Iterable[Commitment], under: Under = lambda _one: None
) -> tuple[LineGroup, ...]:
    """The lines of some of a report's commitments: those with news first, then each kind of silence, said once."""
    known, silent = silence.split(catalog, report, all)
    title = _("有公开信息或官方结论") if silent else ""
    group = partial(_group, partial(_parts, lines(report), under))
    found = [group(known, KNOWN, title=title)] if known else []
    for n, (one, inside) in enumerate(silent):
        # One word may stand with several notes
        again = any(each.outcome.id == one.outcome.id for each, _inside in silent[:n])
        id = f"{one.outcome.id}-{n}" if again else one.outcome.id
        found.append(group(inside, id, silence=one))
    return tuple(found)


def _group(
    parts: Callable[[Iterable[Commitment]], tuple[LinesPart, ...]],
    inside: Collection[Commitment],
    id: str,
    *,
    silence: Silence | None = None,
    title: str = "",
) -> LineGroup:
    n = len(inside)
    return LineGroup(id=id, silence=silence, title=title, number=n, count=_("{n}条").format(n=n), parts=parts(inside))


def _parts(shown: Mapping[str, CommitmentLine], under: Under, all: Iterable[Commitment]) -> tuple[LinesPart, ...]:
    found = grouped((under(one), shown[one.id]) for one in all)
    return tuple(LinesPart(heading, tuple(_quoted_once(inside))) for heading, inside in found.items())


def _quoted_once(all: Iterable[CommitmentLine]) -> Iterator[CommitmentLine]:
    """Two promises of one clause share its words: they stand with the first."""
    said = ""
    for line in all:
        yield replace(line, quote="") if line.quote == said else line
        said = line.quote or said


def between(groups: Iterable[LineGroup], start: int, end: int) -> Iterator[LineGroup]:
    """The lines from one place of a list to another, with their headings."""
    at = 0
    for group in groups:
        parts = []
        for part in group.parts:
            inside = paging.within(part.lines, start, end, at)
            parts += [LinesPart(part.heading, tuple(inside))] if inside else []
            at += len(part.lines)
        if parts:
            yield replace(group, parts=tuple(parts))


def anchors(found: Iterable[LineGroup]) -> Iterator[str]:
    """The ids of all lines."""
    return (line.id for group in found for part in group.parts for line in part.lines)


@once
def lines(report: Report) -> dict[str, CommitmentLine]:
    """Each commitment's line, by its id: it stands in the register, in its section and in its topics."""
    return {one.id: _line(report, one) for one in report.register.commitments}


def _line(report: Report, one: Commitment) -> CommitmentLine:
    silent = silence.is_silent(report, one.id)
    return CommitmentLine(
        id=one.id,
        link=records.linked(report)[one.id],
        quote="" if one.quote == one.title else one.quote,
        kind=one.kind.label,
        strength=one.strength.term,
        written=tuple((target.measure, target.written) for target in one.targets),
        passage=records.quotes(report)[one.id].link,
        outcome=report.outcomes[one.id],
        silent=silent,
        statuses=() if silent else status.telling(report.follow[one.id]),
    )
