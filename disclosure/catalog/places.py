"""Where to look, resolved: each place with its last look and the day the next one is due."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from msgspec import Struct

from disclosure.model.gaps import PlaceRecord
from disclosure.source.register import Located


class SearchPlace(Struct, frozen=True, kw_only=True):
    """A place where something would appear. ``last`` and ``next`` are None where nobody has looked yet."""

    id: str
    name: str
    holder: str
    url: str
    every: int
    last: date | None
    next: date | None
    located: Located[PlaceRecord]

    def days_late(self, today: date) -> int | None:
        """By how many days the next look is late, 0 where it is not; None where there never was one."""
        return max(0, (today - self.next).days) if self.next else None


def places(records: Iterable[Located[PlaceRecord]], cycle: int) -> tuple[SearchPlace, ...]:
    """In the order of their file; ``cycle`` is how often to look where a place does not say, in days."""
    return tuple(_place(one, cycle) for one in records)


def _place(located: Located[PlaceRecord], cycle: int) -> SearchPlace:
    record = located.value
    every = record.every or cycle
    last = max((look.date for look in record.looks), default=None)
    return SearchPlace(
        id=record.id,
        name=record.name,
        holder=record.holder,
        url=record.url or "",
        every=every,
        last=last,
        next=last + timedelta(days=every) if last else None,
        located=located,
    )
