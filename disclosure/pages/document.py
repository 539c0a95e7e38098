"""``Document``: one thing that can be found, as plain values; ``SearchKind``: a kind of such things."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Iterator

import nh3
from msgspec import Struct

from disclosure.catalog.catalog import Catalog, Report
from disclosure.pages.page import Page
from disclosure.translation import gettext as _

# The kind of what has no kind of its own: lists, and what tells how to use the site
PAGE = "page"


class Document(Struct, frozen=True, kw_only=True):
    """``address`` is where it leads, ``place`` says in words where that is.

    ``passage`` with ``start`` and ``end`` (code points) is set where ``text`` is a stretch of a report's paragraph, and
    ``sentences`` where it is the whole: the starts of its sentences. ``section`` is ``report/section``, ``topics`` and
    ``outcome`` are ids; ``filed`` are those of a promise in further facets (``pages/facets.py``), by the facet's id.
    ``also`` finds it and is not shown.
    """

    kind: str
    address: str
    title: str
    text: str
    place: str
    passage: str = ""
    start: int = 0
    end: int = 0
    sentences: tuple[int, ...] = ()
    section: str = ""
    topics: tuple[str, ...] = ()
    outcome: str = ""
    filed: dict[str, tuple[str, ...]] = {}
    also: str = ""


class SearchKind(Struct, frozen=True, eq=False, kw_only=True):
    """A kind of documents. Readers choose among the kinds by ``label`` in the order of ``rank``.

    ``prior`` says how much a match in one counts: a record says it in few words of its own, a paragraph contains it, a
    narrative speaks about the site, a list says again what its records say. ``of_report`` and ``of_site`` make the
    documents of what the catalogue holds; neither is set where another kind's maker makes them too, or where they are
    made of pages. They are read ``later``, once the first hits are on the page, unless they may be among these. With
    ``of_many`` only a site of many districts knows it.
    """

    id: str
    label: str
    rank: int
    prior: float = 1.0
    of_report: Callable[[Catalog, Report], Iterable[Document]] | None = None
    of_site: Callable[[Catalog], Iterable[Document]] | None = None
    later: bool = True
    of_many: bool = False


def words_of(markup: str) -> str:
    """What HTML says, without its tags."""
    return " ".join(html.unescape(nh3.clean(markup, tags=set())).split())


def whole(kind: str, page: Page, *said: str, place: str) -> Document:
    """A page as one document: its description, and what else it says."""
    text = sentences(page.description, *said)
    return Document(kind=kind, address=page.address, title=page.title, text=text, place=place)


def sentences(*said: str) -> str:
    """What stands in several places of a page, as one text."""
    return _("；").join(filter(None, said))


def labelled(facts: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Labels with their values, as a page has them."""
    return (_("{label}：{value}").format(label=label, value=value) for label, value in facts)
