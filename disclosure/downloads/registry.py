"""The registry of downloads: a row for each, which says what it is made of and who writes it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from disclosure.catalog import downloads
from disclosure.catalog.downloads import Download
from disclosure.downloads import database, passages, workbook

# Makes the file, at the path given second, of the published files in the folder given first: the site's ``data/``
Write = Callable[[Path, Path], None]


class Maker(Struct, frozen=True):
    """A row: a download, the addresses of the published files that it is made of (as patterns), who writes it.

    The same files make the same bytes; of the site's reports each has a file ``report-<key>.json``, the lists are only
    there where they hold a row. What is heavy is imported when it is written.
    """

    download: Download
    made_of: tuple[str, ...]
    write: Write


LISTS = ("data/*.json",)
MAKERS: tuple[Maker, ...] = (
    Maker(downloads.WORKBOOK, LISTS, workbook.write),
    Maker(downloads.DATABASE, LISTS, database.write),
    Maker(downloads.PASSAGES, LISTS, passages.write),
)
