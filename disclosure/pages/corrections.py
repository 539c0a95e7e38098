"""Each correction on a page of its own, and all of them, newest first, on as many pages as they take; none, no page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from msgspec import Struct

from disclosure.catalog import address, content_links
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.correction import Corrected, corrected
from disclosure.history.kinds import named
from disclosure.model.correction import CorrectionMeta
from disclosure.pages import history, paging
from disclosure.pages.card import Card
from disclosure.pages.document import Document, sentences, words_of
from disclosure.pages.page import HistoryView, Link, Page, column, iso
from disclosure.pages.paging import ListPosition
from disclosure.pages.update_lines import UpdatesOf
from disclosure.source.articles import Article
from disclosure.translation import gettext as _

# So many on a page, each some twenty elements
LINES = 40


class CorrectionView(Struct, frozen=True, kw_only=True):
    """``corrects`` are record (by its title, where it has one), field, address (or none), was, and what stands now."""

    id: str
    address: str
    title: str
    day: str
    corrects: tuple[tuple[str, str, str, str, str], ...]
    was: str
    now: str
    html: str
    history: HistoryView | None = None


class CorrectionsView(Struct, frozen=True):
    """``corrections`` stand as they do on their own pages."""

    corrections: tuple[CorrectionView, ...]
    position: ListPosition = paging.ALONE


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


def pages(catalog: Catalog, cards: Iterable[Card], of: UpdatesOf) -> Iterator[Page]:
    """A page for each."""
    titles = _titles(catalog, cards, of)
    for one in catalog.corrections:
        yield column(
            catalog,
            Link(_("更正记录"), address.CORRECTIONS),
            kind="correction",
            record=f"corrections/{one.id}",
            address=address.correction(one.id),
            title=one.meta.title,
            description=_("{day}更正：{title}").format(day=iso(one.meta.date), title=one.meta.title),
            view=_view(catalog, one, titles, address.correction(one.id)),
            source=one.path,
        )


def listed(catalog: Catalog, cards: Iterable[Card], of: UpdatesOf) -> Iterator[Page]:
    """The list; a long one goes on on further pages."""
    titles = _titles(catalog, cards, of)
    every: Sequence[Article[CorrectionMeta]] = catalog.corrections
    title, where = _("更正记录"), partial(address.further, address.CORRECTIONS)
    sheets = paging.cut([every] if every else [], LINES, len, paging.within)
    for shown, position in paging.paged(sheets, title, where) if every else ():
        at = where(position.number)
        views = tuple(_view(catalog, one, titles, at) for part in shown for one in part)
        yield column(
            catalog,
            kind=paging.kind("corrections", position.number),
            address=at,
            title=paging.title(title, position.number),
            description=_("本站发布过的错误和改正，共{n}条").format(n=len(every)),
            view=CorrectionsView(views, position),
            anchors=frozenset(one.id for one in views),
        )


def _view(catalog: Catalog, one: Article[CorrectionMeta], titles: Mapping[str, str], at: str) -> CorrectionView:
    """A correction as it stands on the page ``at``."""
    return CorrectionView(
        id=one.id,
        address=address.correction(one.id),
        title=one.meta.title,
        day=iso(one.meta.date),
        corrects=tuple(_row(each, titles) for each in corrected(one)),
        was=one.meta.was or "",
        now=one.meta.now or (_now("") if one.meta.was else ""),
        html=content_links.led(one.rendered.html, one.name, at),
        history=history.brief(catalog, catalog.changes, f"corrections/{one.id}"),
    )


def documents(page: Page) -> Iterator[Document]:
    """The correction: what stood there, what stands there now, and why."""
    one: CorrectionView = page.view
    corrects = (part for record, field, _address, was, now in one.corrects for part in (f"{record} {field}", was, now))
    yield Document(
        kind="correction",
        address=page.address,
        title=one.title,
        text=sentences(one.day, *corrects, one.was, one.now, words_of(one.html)),
        place=_("更正记录"),
    )
