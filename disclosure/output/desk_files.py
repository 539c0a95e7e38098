"""What the editors' desk loads, staged: its scripts and style sheet, and what is said of each report, as it stands
where it would say the same."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.cache.state import FileCounts
from disclosure.catalog import address
from disclosure.desk import report
from disclosure.output.combined import Composing
from disclosure.publishing.staging import PublishedFile
from disclosure.search import data_file
from disclosure.theme import theme as theming
from disclosure.theme.theme import Theme

StagedFile = tuple[str, PublishedFile, FileCounts]


def stage(composing: Composing, theme: Theme) -> Iterator[StagedFile]:
    """Each file's address and record, and whether it was staged."""
    for where, data in theme.assets.desk.items():
        yield _put(composing, where, "", data)
    for one in composing.reports:
        for piece in report.NAMES:
            yield _data(composing, report.data_name(piece, one.summary.key), one.artifacts.pieces[piece])


def _data(composing: Composing, name: str, stored: str) -> StagedFile:
    """A piece as a file that a script can load."""
    where, fingerprint = address.desk(name), theming.digest(theming.program_digest(), stored)
    known = composing.previous.get(where)
    if known is not None and composing.staging.is_current(where, known, fingerprint):
        return where, known, FileCounts(files=1)
    return _put(composing, where, fingerprint, data_file.wrap(name, composing.store.need(stored)))


def _put(composing: Composing, where: str, fingerprint: str, data: bytes) -> StagedFile:
    record, staged = composing.staging.put(where, fingerprint, data, composing.previous.get(where))
    return where, record, FileCounts(files=1, staged=staged)
