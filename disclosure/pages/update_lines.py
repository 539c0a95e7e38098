"""What streams show of updates: a line each, in plain values that a report leaves for the rest of the site."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Report
from disclosure.catalog.followup import Update, UpdateEntry
from disclosure.pages import records, when
from disclosure.pages.page import Link, iso
from disclosure.pages.result import answered
from disclosure.translation import gettext as _

# How many commitments a line names, and lines on a page of a stream: of so many, a report tells the days
NAMED = 3
LINES = 80


class UpdateLine(Struct, frozen=True, kw_only=True):
    """An update in the stream; what the stream needs of a report's updates, and nothing else. ``day`` puts it in order
    and is empty where nobody knows it; ``when`` says it, ``moment`` says it to machines."""

    day: str
    when: str
    moment: str
    id: str
    link: Link
    scope: str
    notes: tuple[str, ...]
    commitments: tuple[Link, ...]
    more: int


class ReportUpdates(Struct, frozen=True):
    """What streams show of a report's updates, in plain values: asked for only where one is made."""

    lines: tuple[UpdateLine, ...]


# Of a report, by its key
UpdatesOf = Callable[[str], ReportUpdates]


def of_report(report: Report) -> ReportUpdates:
    return ReportUpdates(tuple(_line(report, one) for one in report.updates))


def days(report: Report) -> tuple[str, ...]:
    """The days of as many of a report's updates as the newest of the whole site may be, the newest first: they tell
    whose have to be read."""
    return tuple(sorted((iso(one.happened) for one in report.updates), reverse=True)[:LINES])


def newest(found: Iterable[UpdateLine]) -> list[UpdateLine]:
    """In the order of what they tell; what has no known day says least of what is new."""
    return sorted(found, key=_age, reverse=True)


def _age(one: UpdateLine) -> tuple[str, str]:
    return one.day, one.id


def newest_of(days: Mapping[str, Sequence[str]], of: UpdatesOf, most: int) -> list[tuple[str, UpdateLine]]:
    """So many of the newest updates of several reports, each with its report's key, the newest first; ``days`` are
    those of each report (see ``days``). No report is read that has none of them."""
    held = heapq.nlargest(most, chain.from_iterable(days.values()))
    found = (
        (key, line)
        for key, those in days.items()
        if those and those[0] >= held[-1]
        for line in of(key).lines
        if line.day >= held[-1]
    )
    return heapq.nlargest(most, found, key=lambda pair: _age(pair[1]))


def _line(report: Report, one: Update) -> UpdateLine:
    told = about(report, one)
    return UpdateLine(
        day=iso(one.happened),
        when=when.brief(one),
        moment=when.moment(one),
        id=one.id,
        link=Link(one.title, address.update(one.report, one.id)),
        scope=_("背景：{context}").format(context=one.context) if one.context else "",
        notes=notes(one),
        commitments=told[:NAMED],
        more=max(0, len(told) - NAMED),
    )


def notes(one: Update | UpdateEntry) -> tuple[str, ...]:
    """The statuses it brings, each with its adjective."""
    found = (
        _("报告状态：{label}").format(label=one.reported.label) if one.reported else "",
        _("证据状态：{label}").format(label=one.evidenced.label) if one.evidenced else "",
        _("检索截至{day}").format(day=iso(one.searched)) if one.searched else "",
        _("把握：{label}").format(label=one.confidence.label) if isinstance(one, Update) and one.confidence else "",
    )
    return tuple(note for note in found if note)


def about(report: Report, one: Update) -> tuple[Link, ...]:
    """Its own report's promises, then those of others."""
    return (*records.links(report, one.commitments), *(answered(report, key, id) for key, id in one.elsewhere))
