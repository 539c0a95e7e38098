"""The files about all reports, staged: put together from pieces, of which those that stood there before are copied.

Where each piece stands in a published file is left in the cache (``Layout``). A file that nobody has touched since is
what was published, as for everything else that is not made again; where that is not trusted, the last run is not
known and every piece comes from the cache, checked.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager

from msgspec import Struct

from disclosure.cache.state import FileCounts, ReportState
from disclosure.cache.store import Store
from disclosure.exports.files import Composed, PieceName
from disclosure.publishing.staging import PublishedFile, Staging
from disclosure.theme import theme as theming

STATE = "composed.json"
# A piece by its name, if the published file has it
ReadPiece = Callable[[str], bytes | None]


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


def compose(
    composing: Composing, files: Iterable[Composed], *, remembered: bool = True
) -> Iterator[tuple[str, PublishedFile, FileCounts]]:
    """Each file's address and record, and whether it was staged. Of small files no layout is ``remembered``."""
    layouts = (composing.store.read(STATE, dict[str, Layout]) or {}) if remembered else {}
    updated = dict(layouts)
    for file in files:
        fingerprint, known = composing.fingerprint(file), composing.previous.get(file.address)
        if known is not None and composing.staging.is_current(file.address, known, fingerprint):
            yield file.address, known, FileCounts(files=1)
            continue
        places: dict[str, tuple[int, int]] = {}
        with _published_pieces(composing, file.address, layouts.get(file.address)) as published:
            chunks = _bytes(file, composing.store, published, places)
            record = composing.staging.stage(file.address, fingerprint, chunks)
        updated[file.address] = Layout(fingerprint, places)
        yield file.address, record, FileCounts(files=1, staged=1)
    if remembered and updated != layouts:
        composing.store.write(STATE, updated)


def _bytes(
    composed: Composed, store: Store, published: ReadPiece, places: dict[str, tuple[int, int]]
) -> Iterator[bytes]:
    at = 0
    for chunk in composed.chunks:
        data = chunk if isinstance(chunk, bytes) else published(chunk) or store.need(chunk)
        if not isinstance(chunk, bytes):
            places[chunk] = at, len(data)
        at += len(data)
        yield data


@contextmanager
def _published_pieces(composing: Composing, address: str, layout: Layout | None) -> Iterator[ReadPiece]:
    """The pieces of a file as it was published last; none where it is not known to stand."""
    known = composing.previous.get(address)
    if layout is None or not composing.staging.is_current(address, known, layout.fingerprint):
        yield lambda _name: None
        return
    with (composing.staging.target / address).open("rb", buffering=0) as file:

        def read(name: str) -> bytes | None:
            if name not in layout.places:
                return None
            offset, size = layout.places[name]
            file.seek(offset)
            return file.read(size)

        yield read
