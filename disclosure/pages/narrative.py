"""Pages of prose. Their HTML comes from the host; everything around it from here."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from disclosure.catalog.catalog import Catalog
from disclosure.catalog.narrative import Narrative
from disclosure.pages.document import Document, sentences, words_of
from disclosure.pages.page import Link, Page, chinese_date, column, iso, minute
from disclosure.translation import gettext as _

HEADING = re.compile(r'<h[2-6] id="([^"]*)">(.*?)</h[2-6]>', re.S)


class RubricView(Struct, frozen=True, kw_only=True):
    """The rubric as the method page prints it, ``about`` its standing and why.

    ``rows`` are what is measured, 达成 within, 待人工判断 within, under ``heads``; ``revised`` says what ``revision``
    means.
    """

    about: str
    because: str
    heads: tuple[str, str, str]
    revised: str
    rows: tuple[tuple[str, str, str], ...]
    revision: tuple[str, ...]


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
    toc = tuple(Link(text, f"#{id}") for level, id, text in one.rendered.headings if level == 2)
    return column(
        catalog,
        type=one.meta.column,
        kind="narrative",
        address=one.address,
        title=one.meta.title,
        description=one.meta.description,
        view=NarrativeView(toc, _rubric(catalog) if one.name == "method.md" else None),
        anchors=frozenset(one.rendered.ids),
        published=minute(one.meta.published),
        updated=iso(one.updated),
        source=one.path,
    )


def explained(catalog: Catalog, label: str, anchor: str) -> Link | None:
    """The way to the heading of ``method.md`` that explains something, if it has that heading."""
    method = catalog.narrative("method.md")
    return Link(label, f"{method.address}#{anchor}") if method and anchor in method.rendered.ids else None


def _rubric(catalog: Catalog) -> RubricView | None:
    if not catalog.raw.rubrics:
        return None
    one = catalog.raw.rubrics[0].value
    points, share = _("{n}个百分点"), _("目标的{n}%")
    return RubricView(
        about=_("第{version}版，{since}起用。这是本站的提议，不是官方规定。").format(
            version=one.version, since=chinese_date(one.date)
        ),
        because=_("理由：{because}。").format(because=one.because),
        heads=(_("“左右”“约”的目标"), _("差距不超过它，达成"), _("差距不超过它，待人工判断")),
        revised=_("预计数、初步数通常还会修订；在下面的幅度内修订就会改变结论的，页面上注明："),
        rows=(
            (_("增速、比重"), points.format(n=one.rates.t1), points.format(n=one.rates.t2)),
            (_("总量、个数"), share.format(n=one.amounts.t1), share.format(n=one.amounts.t2)),
        ),
        revision=(
            _("增速：{n}个百分点").format(n=one.revision.rates),
            _("总量：{n}%").format(n=one.revision.amounts),
        ),
    )


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


def rubric_documents(page: Page) -> Iterator[Document]:
    """The rubric under the method, which no narrative holds."""
    one: RubricView | None = page.view.rubric
    if one is not None:
        rows = (part for row in (one.heads, *one.rows) for part in row)
        yield Document(
            kind="narrative",
            address=f"{page.address}#d-rubric",
            title=_("对照尺度"),
            text=sentences(one.about, *rows, one.revised, *one.revision, one.because),
            place=page.title,
        )
