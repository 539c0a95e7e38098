"""All corrections, newest first; none, no page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from disclosure.catalog import address, content_links
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.correction import Corrected, corrected
from disclosure.history.kinds import named
from disclosure.pages import history
from disclosure.pages.card import Card
from disclosure.pages.document import Document, sentences, words_of
from disclosure.pages.page import HistoryView, Page, column, iso
from disclosure.pages.update_lines import UpdatesOf
from disclosure.translation import gettext as _


class CorrectionView(Struct, frozen=True, kw_only=True):
    """``corrects`` are record (by its title, where it has one), field, address (or none), was, and what stands now."""

    id: str
    title: str
    day: str
    corrects: tuple[tuple[str, str, str, str, str], ...]
    was: str
    now: str
    html: str
    history: HistoryView | None = None


class CorrectionsView(Struct, frozen=True):
    corrections: tuple[CorrectionView, ...]


def _row(one: Corrected, titles: Mapping[str, str]) -> tuple[str, str, str, str, str]:
    named_as = titles.get(one.address, one.record)
    return named_as, named(one.record, one.field), one.address, one.was, _now(one.now)


def _now(given: str) -> str:
    return given or _("已删去")


def _titles(catalog: Catalog, cards: Iterable[Card], of: UpdatesOf) -> dict[str, str]:
    """What readers know records by, by the address that shows them; of reports, those of which any was corrected."""
    found = {one.address: one.meta.title for one in catalog.narratives}
    found |= {address.indicator(one.value.id): one.value.name for one in catalog.raw.indicators}
    found |= {address.correction(one.id): one.meta.title for one in catalog.corrections}
    reached = {address.owner(one.address) for correction in catalog.corrections for one in corrected(correction)}
    for card in cards:
        if card.key in reached:
            found[address.text(card.key)] = card.title
            found |= {line.link.address: line.link.label for line in of(card.key).lines}
    return found


def page(catalog: Catalog, cards: Iterable[Card], of: UpdatesOf) -> Page:
    titles = _titles(catalog, cards, of)
    views = tuple(
        CorrectionView(
            id=correction.id,
            title=correction.meta.title,
            day=iso(correction.meta.date),
            corrects=tuple(_row(one, titles) for one in corrected(correction)),
            was=correction.meta.was or "",
            now=correction.meta.now or (_now("") if correction.meta.was else ""),
            html=content_links.led(correction.rendered.html, correction.name, address.CORRECTIONS),
            history=history.brief(catalog, catalog.changes, f"corrections/{correction.id}"),
        )
        for correction in catalog.corrections
    )
    return column(
        catalog,
        kind="corrections",
        address=address.CORRECTIONS,
        title=_("更正记录"),
        description=_("本站发布过的错误和改正，共{n}条").format(n=len(views)),
        view=CorrectionsView(views),
        anchors=frozenset(one.id for one in views),
    )


def documents(page: Page) -> Iterator[Document]:
    """Each correction: what stood there, what stands there now, and why."""
    for one in page.view.corrections:
        corrects = (
            part for record, field, _address, was, now in one.corrects for part in (f"{record} {field}", was, now)
        )
        yield Document(
            kind="correction",
            address=address.correction(one.id),
            title=one.title,
            text=sentences(one.day, *corrects, one.was, one.now, words_of(one.html)),
            place=page.title,
        )
