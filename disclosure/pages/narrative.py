"""Pages of prose. Their HTML comes from the host; everything around it from here."""

from __future__ import annotations

from msgspec import Struct

from disclosure.catalog.catalog import Catalog, Narrative
from disclosure.pages import rubric
from disclosure.pages.page import Link, Page, column_meta, home_crumb, iso, minute
from disclosure.pages.rubric import RubricView


class NarrativeView(Struct, frozen=True):
    """``toc`` holds the second-level headings; the HTML is handed to the template as ``html``.

    The method page carries the rubric that the verdicts are made with.
    """

    toc: tuple[Link, ...]
    rubric: RubricView | None = None


def page(catalog: Catalog, one: Narrative) -> Page:
    return Page(
        kind="narrative",
        address=one.address,
        template="main.html",
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
