"""A calendar as iCalendar (RFC 5545): whole days, lines of 75 octets at most, the same bytes for the same values."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import uuid5

from disclosure.catalog.due import Appointment
from disclosure.feeds.entry import NAMES, ZONE, Publisher

if TYPE_CHECKING:
    # 0.1 s, and few builds change an appointment
    import icalendar

MAKER = "-//disclosure//disclosure//ZH"


def write(title: str, appointments: Sequence[Appointment], by: Publisher) -> bytes:
    import icalendar

    calendar = icalendar.Calendar()
    # The library takes a value under a name of its own for one that is written already: it escapes nothing in it
    shown = icalendar.vText(title)
    for name, value in (("prodid", MAKER), ("version", "2.0"), ("name", shown), ("x-wr-calname", shown)):
        calendar.add(name, value)
    for one in appointments:
        calendar.add_component(_event(one, by))
    data: bytes = calendar.to_ical(sorted=False)
    return data


def _event(one: Appointment, by: Publisher) -> icalendar.Event:
    import icalendar

    event = icalendar.Event()
    event.add("uid", str(uuid5(NAMES, one.name)))
    event.add("dtstamp", datetime.fromisoformat(f"{one.since.isoformat()}{ZONE}").astimezone(UTC))
    event.add("dtstart", one.day)
    event.add("summary", one.title)
    event.add("description", one.text)
    event.add("transp", "TRANSPARENT")
    if by.address:
        event.add("url", by.address + one.address)
    return event
