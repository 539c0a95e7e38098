"""When a thing happened: to the day, to the month, to the year, in a span of time, or nobody knows."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from disclosure.catalog.period import last_day
from disclosure.model.update import UNKNOWN


class Event(Struct, frozen=True, kw_only=True):
    """The time of an event as written, from its first to its last day; no days where the time is not known.

    ``inferred`` says what it is concluded from where no material states it.
    """

    written: str
    first: date | None
    last: date | None
    inferred: str

    @property
    def is_known(self) -> bool:
        return self.last is not None


def event(written: str | None, inferred: str | None) -> Event | None:
    """The event of a written time (``2022-10/2022-12``); None where none is written, no days where one is no day."""
    if written is None:
        return None
    spans = [] if written == UNKNOWN else [span(part) for part in written.split("/")]
    known = [each for each in spans if each is not None]
    whole = bool(spans) and len(known) == len(spans)
    return Event(
        written=written,
        first=known[0][0] if whole else None,
        last=known[-1][1] if whole else None,
        inferred=inferred or "",
    )


def span(written: str) -> tuple[date, date] | None:
    """The first and the last day of 2022, 2022-05 or 2022-05-09; None for 2022-02-30."""
    year, month, day = (*map(int, written.split("-")), 0, 0)[:3]
    try:
        return date(year, month or 1, day or 1), date(year, month, day) if day else last_day(written)
    except ValueError:
        return None
