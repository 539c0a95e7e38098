"""A picture's files, the image and its table, to bytes; or left as they stand where they would say the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from disclosure.exports import cells
from disclosure.pages.picture import Picture, PictureTable
from disclosure.publishing.staging import PublishedFile, Staging
from disclosure.theme import theme as theming

# Address, its record, whether it had to be staged
StagedPicture = tuple[str, PublishedFile, bool]


def stage(one: Picture, staging: Staging, previous: Mapping[str, PublishedFile]) -> Iterator[StagedPicture]:
    """What draws takes a while to import: it is not asked where the file stands as this picture has it."""
    fingerprint = theming.digest(theming.program_digest(), one)
    for where, make in ((one.svg, _image), (one.csv, _table)):
        known = previous.get(where)
        if known is not None and staging.is_current(where, known, fingerprint):
            yield where, known, False
        else:
            yield where, *staging.put(where, fingerprint, make(one), known)


def _image(one: Picture) -> bytes:
    from disclosure.theme.drawing import svg

    return svg.file(one)


def _table(one: Picture) -> bytes:
    return table(one.table)


def table(one: PictureTable) -> bytes:
    """Written as the published tables are."""
    rows = (dict(zip(one.columns, row, strict=True)) for row in one.rows)
    return cells.head(one.columns) + cells.lines(one.columns, rows, one.plain)
