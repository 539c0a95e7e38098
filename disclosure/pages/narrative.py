"""Pages of prose. Their HTML comes from the host; everything around it from here."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from disclosure.catalog.catalog import Catalog, Narrative
from disclosure.pages import rubric
from disclosure.pages.document import Document, words_of
from disclosure.pages.page import Link, Page, column_meta, home_crumb, iso, minute
from disclosure.pages.rubric import RubricView

HEADING = re.compile(r'<h[2-6] id="([^"]*)">(.*?)</h[2-6]>', re.S)


class NarrativeView(Struct, frozen=True):
    """``toc`` holds the second-level headings; the HTML is handed to the template as ``html``.

    The method page carries the rubric that the verdicts are made with.
    """

    toc: tuple[Link, ...]
    rubric: RubricView | None = None


def pages(catalog: Catalog) -> Iterator[Page]:
    """All but ``index.md``, which is part of the home page."""
    return (_page(catalog, narrative) for narrative in catalog.narratives if narrative.name != "index.md")


def _page(catalog: Catalog, one: Narrative) -> Page:
    return Page(
        kind="narrative",
        address=one.address,
        title=one.meta.title,
        description=one.meta.description,
        view=NarrativeView(toc(one), rubric.view(catalog) if one.name == "method.md" else None),
        meta=column_meta(one.meta.title, one.meta.description, catalog.site.keywords, one.meta.column),
        crumbs=(home_crumb(), Link(one.meta.title, one.address, True)),
        anchors=frozenset(one.rendered.ids),
        published=minute(one.meta.published),
        updated=iso(one.updated),
        source=one.path,
    )


def toc(one: Narrative) -> tuple[Link, ...]:
    return tuple(Link(text, f"#{id}") for level, id, text in one.rendered.headings if level == 2)


def documents(catalog: Catalog) -> Iterator[Document]:
    """What stands under each heading."""
    return (one for narrative in catalog.narratives for one in _documents(narrative))


def _documents(one: Narrative) -> Iterator[Document]:
    pieces = HEADING.split(one.rendered.html)
    heads = [("", one.meta.title), *zip(pieces[1::3], map(words_of, pieces[2::3]), strict=True)]
    for (id, title), body in zip(heads, pieces[::3], strict=True):
        text = words_of(body)
        if text or id:
            yield Document(
                kind="narrative",
                address=one.address + (f"#{id}" if id else ""),
                title=title,
                text=text,
                place=one.meta.title,
            )
