"""A made-up kind of page, as somebody who adds one writes it: a module with view and maker, a template, a row."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.pages.document import Document, SearchKind
from disclosure.pages.kind import PageKind, SitemapGroup
from disclosure.pages.page import Page

NAME = "promises-in-brief"
TEMPLATE = """\
{% extends "base.html" %}
{% block content %}
<h1>{{ page.title }}</h1>
<ul>{% for title in page.view.titles %}<li>{{ title }}</li>{% endfor %}</ul>
{% endblock %}
"""


class BriefView(Struct, frozen=True):
    titles: tuple[str, ...]


def pages(_catalog: Catalog, report: Report) -> Iterator[Page]:
    yield Page(
        kind=NAME,
        address=address.page(NAME, report.key),
        title="承诺一览",
        description="只列标题",
        view=BriefView(tuple(one.title for one in report.register.commitments)),
    )


def documents(_catalog: Catalog, report: Report) -> Iterator[Document]:
    where = address.page(NAME, report.key)
    yield Document(kind=NAME, address=where, title="承诺一览", text="只列标题", place=report.meta.title)


ROW = PageKind(
    id=NAME,
    template=f"pages/{NAME}.html",
    view=BriefView,
    of_report=pages,
    group=SitemapGroup.RECORDS,
    search=SearchKind(id=NAME, label="一览", rank=90, of_report=documents),
)
