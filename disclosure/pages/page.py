"""``Page``: an address, a kind and what the kind's template may read."""

from __future__ import annotations

from datetime import date, datetime
from functools import cached_property, lru_cache
from typing import Any

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.outcome import Outcome
from disclosure.history.saying import Said
from disclosure.translation import gettext as _


class Link(Struct, frozen=True):
    """A label and an address from the site's root; ``current`` marks the page one is on."""

    label: str
    address: str
    current: bool = False
    note: str = ""


class MendLink(Struct, frozen=True):
    """Where an error is reported: of the page as a whole, and (``of_anchor``, or empty) of a part of it.

    In that, ``{id}`` and ``{text}``, percent-encoded, stand for the part.
    """

    label: str
    address: str
    of_anchor: str = ""


class Citation(Struct, frozen=True, kw_only=True):
    """How to cite a page (GB/T 7714—2015): ``words`` and ``kind`` of document, with ``day`` of publication or empty.

    ``address`` is empty where the site does not know its own; the reader's day is filled in by a script.
    """

    words: str
    kind: str
    day: str
    address: str


class FeedWay(Struct, frozen=True):
    """A file to subscribe to: the name of its form, its address, its media type."""

    label: str
    address: str
    type: str


class Subscription(Struct, frozen=True, kw_only=True):
    """Where what is new, or what is due, is followed; ``note`` says what is in it, or of what else it is the feed."""

    label: str
    note: str
    ways: tuple[FeedWay, ...]


class PageMark(Struct, frozen=True):
    """What was corrected on a page, or taken down from it: a heading, and of each correction what it is and where it is
    told (nowhere: the line says it all)."""

    title: str
    lines: tuple[tuple[str, str], ...]


class OutcomeTurn(Struct, frozen=True):
    """A promise's outcome before and after; nothing at its beginning, or where it has none any more."""

    was: Outcome | None
    now: Outcome | None


class ChangeView(Struct, frozen=True, kw_only=True):
    """What became of a record, in sentences; ``corrections`` joined with it. ``outcome`` where that is what became
    another."""

    said: tuple[Said, ...]
    corrections: tuple[Link, ...] = ()
    outcome: OutcomeTurn | None = None


class ChangeDay(Struct, frozen=True):
    """What became of a record on a day (ISO)."""

    day: str
    changes: tuple[ChangeView, ...]


class HistoryView(Struct, frozen=True, kw_only=True):
    """The history of a record, newest first: the ``last`` day, some days, and ``more`` of them; ``rest`` says how many
    others there are. Where there is nothing to show, ``said`` says so."""

    said: str = ""
    last: str = ""
    shown: tuple[ChangeDay, ...] = ()
    more: tuple[ChangeDay, ...] = ()
    rest: str = ""


class Page(Struct, frozen=True, dict=True, kw_only=True):
    """One HTML page. ``kind`` names its row in the ``registry``.

    ``marks`` say what was corrected on it or taken down from it, ``mend`` leads to where an error is reported;
    ``cite`` says how to cite it, where its template does not; ``feed`` where what is new on it is followed; ``twin`` is
    the address of what it shows as data.

    ``anchors`` are the fragments it promises to have; ``source`` the content file it shows. ``aliases`` are parts of
    another page that lead on to this one, where they stand in full (``results.html#r012``). ``record`` is what
    corrections call the record that it shows, if it shows one, ``history`` what became of that.
    """

    kind: str
    address: str
    title: str
    description: str
    view: Any
    meta: tuple[tuple[str, str], ...] = ()
    crumbs: tuple[Link, ...] = ()
    anchors: frozenset[str] = frozenset()
    aliases: tuple[str, ...] = ()
    published: str = ""
    updated: str = ""
    source: str = ""
    base: str | None = None
    marks: tuple[PageMark, ...] = ()
    mend: MendLink | None = None
    cite: Citation | None = None
    record: str = ""
    history: HistoryView | None = None
    feed: Subscription | None = None
    twin: str = ""

    @cached_property
    def root(self) -> str:
        """What stands before every address on this page; a template asks for it at each link."""
        return address.root_of(self.address) if self.base is None else self.base


def column_meta(name: str, description: str, keywords: list[str], type: str) -> tuple[tuple[str, str], ...]:
    """The meta tags of a column page (国办发〔2017〕47号, annex)."""
    return (
        ("ColumnName", name),
        ("ColumnDescription", description),
        ("ColumnKeywords", ",".join(keywords)),
        ("ColumnType", type),
    )


def column(
    catalog: Catalog, *under: Link, type: str = "信息公开目录", title: str, description: str, address: str, **page: Any
) -> Page:
    """A column page, with its meta tags and its crumbs; ``under`` are those between the home page and itself."""
    meta = column_meta(title, description, catalog.site.keywords, type)
    crumbs = (home_crumb(), *under, Link(title, address, True))
    return Page(title=title, description=description, address=address, meta=meta, crumbs=crumbs, **page)


def article_meta(title: str, published: datetime, origin: str) -> tuple[tuple[str, str], ...]:
    """The meta tags of a content page (国办发〔2017〕47号, annex)."""
    return (("ArticleTitle", title), ("PubDate", minute(published)), ("ContentSource", origin))


@lru_cache(64)
def minute(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M")


def iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def chinese_date(day: date) -> str:
    return _("{d.year}年{d.month}月{d.day}日").format(d=day)


def home_crumb() -> Link:
    return Link(_("首页"), address.HOME)
