"""The files about all reports, staged: put together from pieces, of which those that stood there before are copied.

Where each piece stands in a published file is left in the cache (``Layout``). A file that nobody has touched since is
what was published, as for everything else that is not made again; where that is not trusted, the last run is not
known and every piece comes from the cache, checked.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO

from msgspec import Struct

from disclosure.cache.state import FileCounts, ReportState
from disclosure.cache.store import Store
from disclosure.exports.files import Composed, PieceName
from disclosure.publishing.staging import PublishedFile, Staging
from disclosure.theme import theme as theming

STATE = "composed.json"


class Layout(Struct, frozen=True):
    """Offset and size of each piece in the file that was made with ``fingerprint``."""

    fingerprint: str
    places: dict[str, tuple[int, int]]


class Composing(Struct, frozen=True):
    """Where files are composed: the reports newest first, and the files that were published last."""

    reports: tuple[ReportState, ...]
    staging: Staging
    store: Store
    previous: Mapping[str, PublishedFile]

    def find(self, name: str) -> Iterator[PieceName]:
        """The pieces of a name."""
        return (PieceName(report.artifacts.pieces[name]) for report in self.reports if name in report.artifacts.pieces)

    def fingerprint(self, composed: Composed) -> str:
        """The same pieces in the same order, put together by the same program, are the same file."""
        parts = [report.artifacts.pieces.get(name, "") for report in self.reports for name in composed.pieces]
        sha = hashlib.sha256("\n".join([theming.program_digest(), *parts]).encode())
        sha.update(composed.more)
        return sha.hexdigest()


def compose(composing: Composing, files: Iterable[Composed]) -> Iterator[tuple[str, PublishedFile, FileCounts]]:
    """Each file's address and record, and whether it was staged."""
    layouts = composing.store.read(STATE, dict[str, Layout]) or {}
    updated = dict(layouts)
    for file in files:
        fingerprint, known = composing.fingerprint(file), composing.previous.get(file.address)
        if known is not None and composing.staging.is_current(file.address, known, fingerprint):
            yield file.address, known, FileCounts(files=1)
            continue
        places: dict[str, tuple[int, int]] = {}
        with _PublishedPieces(composing, file.address, layouts.get(file.address)) as old:
            record = composing.staging.stage(file.address, fingerprint, _bytes(file, composing.store, old, places))
        updated[file.address] = Layout(fingerprint, places)
        yield file.address, record, FileCounts(files=1, staged=1)
    if updated != layouts:
        composing.store.write(STATE, updated)


def _bytes(
    composed: Composed, store: Store, old: _PublishedPieces, places: dict[str, tuple[int, int]]
) -> Iterator[bytes]:
    at = 0
    for chunk in composed.chunks:
        data = chunk if isinstance(chunk, bytes) else old.piece(chunk) or store.need(chunk)
        if not isinstance(chunk, bytes):
            places[chunk] = at, len(data)
        at += len(data)
        yield data


class _PublishedPieces:
    """The pieces of a file as it was published last; none where it is not known to stand."""

    def __init__(self, composing: Composing, address: str, layout: Layout | None) -> None:
        known = composing.previous.get(address)
        stands = layout is not None and composing.staging.is_current(address, known, layout.fingerprint)
        self.places = layout.places if layout is not None and stands else {}
        self.path = composing.staging.target / address
        self.file: BinaryIO | None = None

    def piece(self, name: str) -> bytes | None:
        if name not in self.places:
            return None
        self.file = self.file or self.path.open("rb", buffering=0)
        offset, size = self.places[name]
        self.file.seek(offset)
        return self.file.read(size)

    def __enter__(self) -> _PublishedPieces:
        return self

    def __exit__(self, *_error: object) -> None:
        if self.file is not None:
            self.file.close()
