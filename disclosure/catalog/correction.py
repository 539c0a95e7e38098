"""What corrections speak of: fields of records, and the pages that show them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from msgspec import Struct

from disclosure.catalog import address, content_links, record_address
from disclosure.grouping import grouped
from disclosure.model.correction import CorrectionMeta
from disclosure.problem import Place
from disclosure.source.articles import Article
from disclosure.source.yaml import Written


class Corrected(Struct, frozen=True, kw_only=True):
    """One field that was wrong. ``address`` is where its record is shown, or empty; ``now`` where it was taken out.

    It is the item ``at`` of what the correction ``id`` lists in its ``head``.
    """

    record: str
    field: str
    was: str
    now: str
    address: str
    id: str
    head: Written
    at: int

    def place(self, field: str) -> Place:
        return self.head.place("corrects", self.at, field)


class CorrectionNote(Struct, frozen=True, kw_only=True):
    """That a correction speaks of what a page shows. ``listed``: it names a record that the page shows; else its text
    only leads there. ``html`` is its text, with links led from its own page."""

    id: str
    title: str
    day: date
    published: datetime
    html: str
    listed: bool


def corrected(correction: Article[CorrectionMeta]) -> Iterator[Corrected]:
    for at, one in enumerate(correction.meta.corrects):
        yield Corrected(
            record=one.record,
            field=one.field,
            was=one.was,
            now=one.now or "",
            address=record_address.of_record(one.record),
            id=correction.id,
            head=correction.head,
            at=at,
        )


def by_owner(raw: Iterable[Article[CorrectionMeta]]) -> dict[str, tuple[Corrected, ...]]:
    """What was corrected, by the report that shows it, or (empty) of the whole site."""
    found = grouped((address.owner(each.address), each) for one in raw for each in corrected(one))
    return {key: tuple(all) for key, all in found.items()}


def note(one: Article[CorrectionMeta], *, listed: bool) -> CorrectionNote:
    return CorrectionNote(
        id=one.id,
        title=one.meta.title,
        day=one.meta.date,
        published=one.meta.published,
        html=content_links.led(one.rendered.html, one.name, address.correction(one.id)),
        listed=listed,
    )


def notes(raw: Iterable[Article[CorrectionMeta]]) -> dict[str, tuple[CorrectionNote, ...]]:
    """The corrections that speak of what each page shows, newest first, by the page's address, and by that of a part of
    it: of the records they list, or, where they list none, of what their text leads to."""
    found: dict[str, dict[str, CorrectionNote]] = {}
    for one in sorted(raw, key=lambda one: one.id, reverse=True):
        listed = [each.address for each in corrected(one)]
        told = note(one, listed=bool(listed))
        for part in listed or content_links.led_to(one.rendered.targets, one.name):
            page = part.partition("#")[0]
            for where in dict.fromkeys((page, part)) if page and page != address.correction(one.id) else ():
                found.setdefault(where, {})[one.id] = told
    return {where: tuple(each.values()) for where, each in found.items()}
