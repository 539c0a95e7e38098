"""The data beside a page: ``c016.json`` holds the rows of the published lists that ``c016.html`` shows.

A twin is the rows themselves, byte for byte as the lists have them, with what one needs to use them alone: the report,
the licence, the page, the day up to which their material goes, where they lead.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from disclosure.catalog import address, beside
from disclosure.downloads import record_pages
from disclosure.downloads.links import LISTS, TwinKind
from disclosure.downloads.record_pages import RecordPage, TwinFolder
from disclosure.downloads.rows import newest
from disclosure.exports.tables import TABLES

# The published files that twins are made of, as patterns
SOURCES = tuple(
    address.data(name)
    for name in (*LISTS.values(), "reports", "report-*", "departments", "vocabulary", "mentions", "datapackage")
)
_json = msgspec.json.encode


class Twin(Struct, frozen=True, kw_only=True):
    """A page's data as JSON, and what gives the same as a table, where there is one."""

    address: str
    data: bytes
    table: str
    sheet: Callable[[], bytes] | None


def twins(data: Path, stands: Container[str], kinds: Iterable[str]) -> Iterator[Twin]:
    """Of each page of these kinds that ``stands``; ``data`` is the folder of the published data."""
    folder = record_pages.folder(data, stands)
    for kind in kinds:
        for page in record_pages.MAKERS[TwinKind(kind)](folder):
            if page.url in stands:
                yield _twin(folder, page)


def _twin(folder: TwinFolder, page: RecordPage) -> Twin:
    report = folder.reports.get(page.report or "")
    head = {
        "kind": page.kind,
        "kind_label": page.kind.label,
        "id": page.id,
        "title": page.title,
        "url": page.url,
        "data": beside.twin(page.url),
        "table": beside.twin(page.url, ".csv") if folder.tables else None,
        "site": folder.package.title,
        "homepage": folder.package.homepage,
        "licenses": folder.package.licenses,
        "as_of": newest((*page.days, report.delivered if report else None)),
        "report": report,
        "links": page.links,
    }
    return Twin(
        address=beside.twin(page.url),
        data=_object(head, page.rows),
        table=beside.twin(page.url, ".csv"),
        sheet=(lambda: _sheet(page)) if folder.tables else None,
    )


def _object(head: Mapping[str, Any], rows: Mapping[str, list[bytes]]) -> bytes:
    """A value a line, the rows as they are."""
    parts = [b'"%b":%b' % (name.encode(), _json(value)) for name, value in head.items()]
    lists = [b'"%b":[\n%b\n]' % (name.encode(), b",\n".join(found)) for name, found in rows.items()]
    return b"{" + b",\n".join(parts) + b',\n"rows":{' + b",\n".join(lists) + b"}}\n"


def _sheet(page: RecordPage) -> bytes:
    made = TABLES[page.table]
    return made.sheet(msgspec.json.decode(row) for row in page.rows.get(made.of, ()))
