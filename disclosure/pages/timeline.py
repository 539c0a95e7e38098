"""A promise's way in a picture: when it was made, what is told of it, its deadline and today, each by its day.

The list beside it is its table, and links each event.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct

from disclosure.catalog.entries import Commitment
from disclosure.catalog.followup import FollowUp
from disclosure.model.fields import day as iso_day
from disclosure.pages.drawings.timeline import DayMark, Timeline, ToldSpan
from disclosure.pages.page import Link, chinese_date
from disclosure.pages.status import EvidenceView
from disclosure.pages.turning import turn
from disclosure.translation import gettext as _

# What happened within a month is read sooner than seen
SHORTEST = timedelta(days=31)


class Entry(Struct, frozen=True, kw_only=True):
    """A line of the timeline: an update, a change, a vote. ``when`` is set where its day is not all that is to be said;
    what has no day comes last. ``since`` is the first day of a span that ends on ``day``, ``anchor`` its fragment."""

    day: str
    anchor: str = ""
    since: str = ""
    when: str = ""
    what: str = ""
    link: Link | None = None
    notes: tuple[str, ...] = ()
    evidence: tuple[EvidenceView, ...] = ()


class TimelineView(Struct, frozen=True, kw_only=True):
    """``title`` states what is found, ``sentence`` reads the picture, ``name`` says what is drawn."""

    title: str
    sentence: str
    name: str
    drawing: Timeline

    @property
    def id(self) -> str:
        return "timeline"


class DaySpan(Struct, frozen=True):
    """From the first to the last day on which something happened."""

    first: date
    last: date


def _span(one: Entry) -> DaySpan | None:
    """None where the time is not known."""
    if not one.day:
        return None
    return DaySpan(date.fromisoformat(one.since or one.day), date.fromisoformat(one.day))


class DatedCourse(Struct, frozen=True, kw_only=True):
    """What the picture is made of: the days that are ``told``, so many others ``undated``; ``moved`` is the deadline
    as decided later, as written, ``moved_to`` its day where it is one. ``published`` is the day of what is found, where
    it became public on another day than it happened."""

    promised: date
    deadline: date | None
    told: tuple[DaySpan, ...]
    undated: int
    moved: str
    moved_to: date | None
    published: date | None

    @property
    def days(self) -> tuple[date, ...]:
        days = (
            self.promised,
            *(day for one in self.told for day in (one.first, one.last)),
            self.deadline,
            self.moved_to,
            self.published,
        )
        return tuple(day for day in days if day)

    @property
    def last(self) -> DaySpan:
        return max(self.told, key=lambda one: (one.last, one.first))


def view(
    commitment: Commitment, promised: date, became: FollowUp, told: Sequence[Entry], *, today: date
) -> TimelineView | None:
    """Nothing where nothing dated is told of it: two days alone need no picture."""
    spans = tuple(map(_span, told))
    dated = tuple(one for one in spans if one)
    moved, found = moved_deadline(became), turn(became)
    published = found.day if found and found.day and DaySpan(found.day, found.day) not in dated else None
    known = DatedCourse(
        promised=promised,
        deadline=_deadline(commitment),
        told=dated,
        undated=len(spans) - len(dated),
        moved=moved,
        moved_to=iso_day(moved),
        published=published,
    )
    if not dated or max(known.days) - min(known.days) < SHORTEST:
        return None
    return TimelineView(
        title=found.said(promised, apart=published is not None) if found else _course(known),
        sentence=_("{sentence}。").format(sentence="".join((*_told(known), *_until(known, today)))),
        name=_("“{title}”的时间线，各项见下面的列表").format(title=commitment.title),
        drawing=_drawing(commitment, known, today),
    )


def moved_deadline(became: FollowUp) -> str:
    """The deadline that was decided on last, as written; nothing where it stands as promised."""
    decided = [one for one in became.adjustments if one.holds and not one.target]
    return max(decided, key=lambda one: one.day).new if decided else ""


def _deadline(commitment: Commitment) -> date | None:
    """A direction has none, nor a candidate whose text names none."""
    open = commitment.kind.id in {"orientation", "livelihood"} and not commitment.deadline_stated
    return None if open else commitment.deadline


def _drawing(commitment: Commitment, known: DatedCourse, today: date) -> Timeline:
    days = known.days
    return Timeline(
        marks=tuple(_marks(commitment, known)),
        happenings=tuple(
            ToldSpan(one.first.isoformat(), one.last.isoformat()) for one in sorted(known.told, key=_order)
        ),
        today=today.isoformat() if min(days) <= today <= max(days) else "",
    )


def _order(one: DaySpan) -> tuple[date, date]:
    return one.first, one.last


def _marks(commitment: Commitment, known: DatedCourse) -> Iterator[DayMark]:
    yield DayMark(known.promised.isoformat(), "promised", _("写入报告"))
    if known.deadline:
        label = _("期限") if commitment.deadline_stated else _("期限（本站按此计）")
        kind = "former" if known.moved else "deadline"
        yield DayMark(known.deadline.isoformat(), kind, _("原来的期限") if known.moved else label)
    if known.moved_to:
        yield DayMark(known.moved_to.isoformat(), "moved", _("调整后的期限"))
    if known.published:
        yield DayMark(known.published.isoformat(), "published", _("公布"))


def _course(known: DatedCourse) -> str:
    """What is found where nobody said what became of it: how the last record lies to the deadline."""
    n, last, due = len(known.told), known.last, known.moved_to or known.deadline
    if due is None or last.first <= due < last.last:
        return _("写入报告以来，有时间可查的记录{n}条").format(n=n)
    exact = last.first == last.last
    if last.first > due:
        behind = _("有时间可查的记录{n}条，最近一条在期限过后{days}天")
        said = behind if exact else _("有时间可查的记录{n}条，最近一条在期限过后")
        return said.format(n=n, days=(last.first - due).days)
    if exact and last.last < due:
        said = _("有时间可查的记录{n}条，最近一条距期限还有{days}天")
        return said.format(n=n, days=(due - last.last).days)
    return (_("有时间可查的记录{n}条，都在期限以内") if n > 1 else _("有时间可查的记录1条，在期限以内")).format(n=n)


def _told(known: DatedCourse) -> Iterator[str]:
    last = known.last
    said = _("{promised}写入报告，有时间可查的记录{n}条，最近一条在{when}")
    if known.published:
        said = _("{promised}写入报告，有时间可查的记录{n}条，其中最近发生的在{when}，标题所说的在{published}公布")
    published = chinese_date(known.published) if known.published else ""
    when = chinese_date(last.last)
    if last.first != last.last:
        when = _("{first}至{last}之间").format(first=chinese_date(last.first), last=when)
    yield said.format(promised=chinese_date(known.promised), n=len(known.told), when=when, published=published)
    if known.undated:
        yield _("，另有{n}条时间不详").format(n=known.undated)


def _until(known: DatedCourse, today: date) -> Iterator[str]:
    due = known.moved_to or known.deadline
    if known.deadline and known.moved:
        moved = chinese_date(known.moved_to) if known.moved_to else known.moved
        yield _("；期限原来是{day}，后来调整为{moved}").format(day=chinese_date(known.deadline), moved=moved)
        if known.moved_to:
            yield _("，已过") if today > known.moved_to else _("，还没有到")
    elif due:
        words = _("；期限{day}已过") if today > due else _("；期限{day}还没有到")
        yield words.format(day=chinese_date(due))
