"""A report's promises in brief: their titles alone."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.pages.document import Document
from disclosure.pages.page import Page

KIND = "promises-in-brief"


class BriefView(Struct, frozen=True):
    titles: tuple[str, ...]


def pages(_catalog: Catalog, report: Report) -> Iterator[Page]:
    yield Page(
        kind=KIND,
        address=address.page(KIND, report.key),
        title="承诺一览",
        description="只列标题",
        view=BriefView(tuple(commitment.title for commitment in report.register.commitments)),
    )


def documents(_catalog: Catalog, report: Report) -> Iterator[Document]:
    where = address.page(KIND, report.key)
    yield Document(kind=KIND, address=where, title="承诺一览", text="只列标题", place=report.meta.title)
