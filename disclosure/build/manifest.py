"""``manifest.json``: what a reader can check a copy of the site by."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from disclosure.build.report_files import MANIFEST, manifest_line
from disclosure.cache.state import DownloadsState, ReportState
from disclosure.cache.store import Store
from disclosure.catalog import address
from disclosure.publishing.staging import PublishedFile


class Manifest(Struct, frozen=True, kw_only=True):
    """SHA-256 of every other file as it stands, the sources' digests, the commit; ``files`` are the whole site's."""

    commit: str
    reports: Iterable[ReportState]
    files: Mapping[str, PublishedFile]
    downloads: Mapping[str, DownloadsState]

    def data(self, store: Store) -> bytes:
        sources = {one.summary.key: one.summary.card.sha256 for one in self.reports}
        head = json.dumps({"commit": self.commit, "sources": sources}, ensure_ascii=False, indent=1)
        rows = b",\n".join(lines for _address, lines in sorted(self._lines(store)) if lines)
        return head.removesuffix("\n}").encode() + b',\n "files": {\n' + rows + b"\n }\n}\n"

    def _lines(self, store: Store) -> Iterator[tuple[str, bytes]]:
        """By the address they begin with: a report's files stand together, and so do the downloads."""
        for where, record in self.files.items():
            if where != address.MANIFEST:
                yield where, manifest_line(where, record)
        for one in self.reports:
            yield address.report(one.summary.key), store.need(one.artifacts.pieces[MANIFEST])
        for name, made in self.downloads.items():
            yield f"~{name}", store.need(made.lines) if made.lines else b""
