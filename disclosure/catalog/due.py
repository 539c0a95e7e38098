"""The days on which something is due: promises, plans, documents that are to be published, answers to requests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct

from disclosure.catalog import address, period
from disclosure.catalog.catalog import Report
from disclosure.catalog.entries import Commitment
from disclosure.catalog.requests import DisclosureRequest
from disclosure.grouping import grouped
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

# So many appointments a calendar has at most, the latest days first
APPOINTMENTS = 300
# Of so many on one day each stands alone; more are one appointment, which names the first of them
ALONE = 10


class DueKind(StrEnum):
    """Why a day is one to come back on; ``SEVERAL`` says it of many at once."""

    STATED = "stated"
    UNSTATED = "unstated"
    PLANNED = "planned"
    DOCUMENT = "document"
    REQUEST = "request"


SEVERAL = {
    DueKind.STATED: N_("{report}：{n}条承诺到期"),
    DueKind.UNSTATED: N_("{report}：{n}条没有写明期限的承诺，本站按这一天计"),
    DueKind.PLANNED: N_("{report}：{n}条承诺计划在这一天以前完成"),
    DueKind.DOCUMENT: N_("{report}：{n}份文件应在这一天以前公开"),
}


class DueOnDay(Struct, frozen=True):
    """How many of a kind are due on a day."""

    day: date
    kind: DueKind
    n: int


class Appointment(Struct, frozen=True, kw_only=True):
    """A whole day. ``name`` never changes and is nobody else's; ``since`` is when it stood on the site."""

    name: str
    day: date
    title: str
    text: str
    address: str
    since: datetime


class Due(Struct, frozen=True, kw_only=True):
    """One thing that is due, ``title`` what it is called by itself, ``short`` among others."""

    kind: DueKind
    id: str
    day: date
    title: str
    short: str
    text: str
    address: str


def of_report(report: Report) -> tuple[Appointment, ...]:
    """What is due of a report, requests included."""
    return latest((*promised(report), *map(of_request, report.requests)))


def promised(report: Report) -> tuple[Appointment, ...]:
    """What a report, and what was planned on it, says of days."""
    days = grouped(((one.kind, one.day), one) for one in _due(report))
    return latest(made for (kind, _day), all in days.items() for made in _appointments(report, kind, all))


def counts(report: Report) -> tuple[DueOnDay, ...]:
    """The same days as those of the appointments, without requests: how much of each kind is due, oldest first."""
    return _counted((one.day, one.kind) for one in _due(report))


def undated(report: Report) -> int:
    """How many promises have no day: a principle, a candidate that is not, or not known to be, adopted."""
    return sum(report.follow[one.id].schedule is None for one in report.register.commitments)


def requested(requests: Iterable[DisclosureRequest]) -> tuple[DueOnDay, ...]:
    return _counted((one.deadline.day, DueKind.REQUEST) for one in requests)


def added(counts: Iterable[DueOnDay]) -> tuple[DueOnDay, ...]:
    """Those of several reports, or of requests, as one list."""
    return _counted((one.day, one.kind) for one in counts for _each in range(one.n))


def _counted(days: Iterable[tuple[date, DueKind]]) -> tuple[DueOnDay, ...]:
    order = list(DueKind)
    found = sorted(Counter(days).items(), key=lambda one: (one[0][0], order.index(one[0][1])))
    return tuple(DueOnDay(day, kind, n) for (day, kind), n in found)


def latest(all: Iterable[Appointment]) -> tuple[Appointment, ...]:
    """The latest days first, so that what is to come is there."""
    return tuple(sorted(all, key=lambda one: (one.day, one.name), reverse=True)[:APPOINTMENTS])


def of_request(one: DisclosureRequest) -> Appointment:
    """The day by which a body is to answer."""
    return Appointment(
        name=f"request {one.id} {one.published.isoformat()}",
        day=one.deadline.day,
        title=_("答复期限：{title}").format(title=one.title),
        text="\n".join((_("{holder}：{state}").format(holder=one.holder, state=one.word.label), *one.deadline.doubts)),
        address=address.request(one.id),
        since=one.published,
    )


def _due(report: Report) -> Iterator[Due]:
    for one in report.register.commitments:
        if report.follow[one.id].schedule is not None:
            kind = DueKind.STATED if one.deadline_stated else DueKind.UNSTATED
            yield _promise(report, one, kind, one.deadline, _("到期：{title}"))
        planned = report.responsibility[one.id].planned
        if planned is not None:
            yield _promise(report, one, DueKind.PLANNED, planned, _("计划完成：{title}"))
    for document in report.documents:
        record = document.located.value
        if record.expected and document.found is None:
            yield Due(
                kind=DueKind.DOCUMENT,
                id=document.id,
                day=period.last_day(record.expected),
                title=_("应公开：{name}").format(name=document.name),
                short=document.name,
                text=_("{holder}。{because}").format(holder=document.holder, because=record.because or ""),
                address=address.awaited(report.key, document.id),
            )


def _promise(report: Report, one: Commitment, kind: DueKind, day: date, title: str) -> Due:
    outcome = report.outcomes[one.id]
    return Due(
        kind=kind,
        id=one.id,
        day=day,
        title=title.format(title=one.title),
        short=one.title,
        text=_("{report}：{quote}\n本站目前的结论：{outcome}").format(
            report=report.meta.title, quote=one.quote, outcome=outcome.label
        ),
        address=address.commitment(report.key, one.id),
    )


def _appointments(report: Report, kind: DueKind, all: Sequence[Due]) -> Iterator[Appointment]:
    """Each by itself, or many of a day together; nobody waits for what nobody said, so those are always together."""
    since = report.meta.published
    if len(all) > ALONE or kind is DueKind.UNSTATED:
        first = all[0]
        yield Appointment(
            name=f"{report.source.sha256} due {kind} {first.day}",
            day=first.day,
            title=_(SEVERAL[kind]).format(report=report.meta.title, n=len(all)),
            text=_named(all),
            address=address.gaps(report.key) if kind is DueKind.DOCUMENT else address.commitments(report.key),
            since=since,
        )
        return
    for one in all:
        yield Appointment(
            name=f"{report.source.sha256} due {kind} {one.id}",
            day=one.day,
            title=one.title,
            text=one.text,
            address=one.address,
            since=since,
        )


def _named(all: Sequence[Due]) -> str:
    lines = [one.short for one in all[:ALONE]]
    return "\n".join([*lines, _("等{n}项").format(n=len(all))] if len(all) > ALONE else lines)
