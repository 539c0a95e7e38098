"""A promise's way in a picture: when it was made, what is told of it, its deadline and today, each by its day.

Whole numbers in the units of an SVG 320 wide, made here: most pages that are saved have one, so nothing heavy may be
imported for it, and a scale of days is one line (leather's begins a month late). The list beside it links each event.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct

from disclosure.catalog.entries import Commitment
from disclosure.catalog.followup import Adjustment
from disclosure.pages.page import Link, chinese_date
from disclosure.pages.status import EvidenceView
from disclosure.translation import gettext as _

WIDTH = 320
# Words at the right half of the scale end at their sign, those at its left begin there
HALF = WIDTH // 2
# Months between two ticks: the first of these that gives no more than so many
STEPS = (1, 3, 6, 12, 24, 60, 120)
TICKS = 6
# What happened within a month is read sooner than seen
SHORTEST = timedelta(days=31)
# Half of what words below the scale need
EDGE = 20


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


class DayTick(Struct, frozen=True):
    """The first day of a month, or of a year."""

    x: int
    label: str


class DaySign(Struct, frozen=True):
    """A day with a word; ``anchor`` (start, middle, end) is where the word's own is."""

    x: int
    label: str
    anchor: str


class TimelineSpan(Struct, frozen=True):
    """What is told of a promise: on a day (``width`` 0), or in a span of days."""

    x: int
    width: int


class TimelineView(Struct, frozen=True, kw_only=True):
    """``deadline`` is None where there is none, ``today`` where it lies beyond all else."""

    promised: DaySign
    happenings: tuple[TimelineSpan, ...]
    deadline: DaySign | None
    today: DaySign | None
    ticks: tuple[DayTick, ...]
    name: str
    sentence: str


class DaySpan(Struct, frozen=True):
    """From the first to the last day on which something happened; none of them where its time is not known."""

    first: date | None
    last: date | None


def _span(one: Entry) -> DaySpan:
    return DaySpan(*(date.fromisoformat(day) if day else None for day in (one.since, one.day)))


def moved(changes: Iterable[Adjustment]) -> str:
    """The deadline that was decided on last, as written; nothing where it stands as promised."""
    decided = [one for one in changes if one.holds and not one.target]
    return max(decided, key=lambda one: one.day).new if decided else ""


class _DayScale(Struct, frozen=True):
    first: date
    last: date

    def at(self, day: date) -> int:
        return (day - self.first).days * WIDTH // (self.last - self.first).days

    def over(self, day: date, label: str) -> DaySign:
        x = self.at(day)
        return DaySign(x, label, "end" if x > HALF else "start")

    def under(self, day: date, label: str) -> DaySign:
        x = self.at(day)
        return DaySign(x, label, "start" if x < EDGE else "end" if x > WIDTH - EDGE else "middle")


def view(
    commitment: Commitment, promised: date, told: Sequence[Entry], *, moved: str, today: date
) -> TimelineView | None:
    """Nothing where nothing dated is told of it: two days alone need no picture. ``moved`` is a deadline as changed."""
    dated = tuple(map(_span, told))
    spans = [(one.first or one.last, one.last) for one in dated if one.last]
    known = [(first, last) for first, last in spans if first]
    deadline = _deadline(commitment)
    days = [promised, *(day for span in known for day in span), *((deadline,) if deadline else ())]
    scale = _DayScale(min(days), max(days))
    if not known or scale.last - scale.first < SHORTEST:
        return None
    now = scale.under(today, _("今天")) if scale.first <= today <= scale.last else None
    label = _("期限") if commitment.deadline_stated else _("期限（本站按此计）")
    return TimelineView(
        promised=scale.over(promised, _("写入报告")),
        happenings=tuple(TimelineSpan(scale.at(first), scale.at(last) - scale.at(first)) for first, last in known),
        deadline=scale.over(deadline, label) if deadline else None,
        today=now,
        ticks=tuple(one for one in _ticks(scale) if now is None or abs(one.x - now.x) > 2 * EDGE),
        name=_("“{title}”的时间线，各项见下面的列表").format(title=commitment.title),
        sentence=_("{sentence}。").format(sentence="".join((*_told(promised, dated), *_until(deadline, moved, today)))),
    )


def _deadline(commitment: Commitment) -> date | None:
    """A direction has none, nor a candidate whose text names none."""
    open = commitment.kind.id in {"orientation", "livelihood"} and not commitment.deadline_stated
    return None if open else commitment.deadline


def _told(promised: date, told: Sequence[DaySpan]) -> Iterator[str]:
    known = [(one.last, one.first or one.last) for one in told if one.last]
    last, first = max(known)
    said = _("{promised}写入报告，有时间可查的记录{n}条，最近一条在{when}")
    when = chinese_date(last)
    if first != last:
        when = _("{first}至{last}之间").format(first=chinese_date(first), last=when)
    yield said.format(promised=chinese_date(promised), n=len(known), when=when)
    if len(known) < len(told):
        yield _("，另有{n}条时间不详").format(n=len(told) - len(known))


def _until(deadline: date | None, moved: str, today: date) -> Iterator[str]:
    if deadline:
        words = _("；期限{day}已过") if today > deadline else _("；期限{day}还没有到")
        yield words.format(day=chinese_date(deadline))
    if moved:
        yield _("，后来调整为{moved}").format(moved=moved)


def _ticks(scale: _DayScale) -> Iterator[DayTick]:
    months = range(scale.first.year * 12 + scale.first.month - 1, scale.last.year * 12 + scale.last.month)
    step = next((each for each in STEPS if len(months) // each <= TICKS), STEPS[-1])
    for month in months:
        day = date(month // 12, month % 12 + 1, 1)
        at = scale.at(day)
        if month % step == 0 and EDGE <= at <= WIDTH - EDGE:
            first = _("{year}年").format(year=day.year)
            yield DayTick(at, first if day.month == 1 else _("{month}月").format(month=day.month))
