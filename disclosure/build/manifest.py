"""``manifest.json``: what a reader can check a copy of the site by.

Of many reports (``manifests.HOLDS``) each has a list of its own, which the manifest names among its ``parts``
and lists as any other file: one list of a million files would be made anew with each edit.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from disclosure.build.report_files import MANIFEST, manifest_line
from disclosure.cache.state import DownloadsState, FileCounts, ReportState
from disclosure.cache.store import Store
from disclosure.catalog import address, manifests
from disclosure.publishing.staging import PublishedFile, Staging
from disclosure.theme import theme as theming

# Where the downloads stand among reports, whose keys hold no such sign
DOWNLOADS = "~"


class Manifest(Struct, frozen=True, dict=True, kw_only=True):
    """SHA-256 of every other file as it stands, the sources' digests, the commit; ``files`` are the whole site's."""

    commit: str
    reports: tuple[ReportState, ...]
    files: Mapping[str, PublishedFile]
    downloads: Mapping[str, DownloadsState]

    def stage(
        self, store: Store, staging: Staging, previous: Mapping[str, PublishedFile]
    ) -> Iterator[tuple[str, PublishedFile, FileCounts]]:
        """Its parts, where it has any, then the manifest: address and record of each, and whether it was staged."""
        parts: dict[str, PublishedFile] = {}
        for where, name in self._parts.items():
            parts[where], staged = _part(name, where, (store, staging, previous.get(where)))
            yield where, parts[where], FileCounts(files=1, staged=staged)
        data, known = self._data(store, parts), previous.get(address.MANIFEST)
        record, staged = staging.put(address.MANIFEST, "", data, known)
        yield address.MANIFEST, record, FileCounts(files=1, staged=staged)

    @cached_property
    def _objects(self) -> dict[str, str]:
        """The lines of each report's files, and of the downloads, as objects in the store."""
        own = {one.summary.key: one.artifacts.pieces[MANIFEST] for one in self.reports}
        return own | {f"{DOWNLOADS}{name}": made.lines for name, made in self.downloads.items() if made.lines}

    @cached_property
    def _parts(self) -> dict[str, str]:
        if len(self.reports) <= manifests.HOLDS:
            return {}
        return {manifests.part(_called(key)): one for key, one in self._objects.items()}

    def _data(self, store: Store, parts: Mapping[str, PublishedFile]) -> bytes:
        sources = {one.summary.key: one.summary.card.sha256 for one in self.reports}
        named = {"parts": sorted(parts)} if parts else {}
        head = json.dumps({"commit": self.commit, "sources": sources, **named}, ensure_ascii=False, indent=1)
        rows = [lines for _address, lines in sorted(self._lines(store, parts)) if lines]
        # Joined once: they are many megabytes
        rows[0] = head.removesuffix("\n}").encode() + b',\n "files": {\n' + rows[0]
        rows[-1] += b"\n }\n}\n"
        return b",\n".join(rows)

    def _lines(self, store: Store, parts: Mapping[str, PublishedFile]) -> Iterator[tuple[str, bytes]]:
        """By the address they begin with: a report's files stand together, and so do the downloads."""
        for where, record in self.files.items():
            if where != address.MANIFEST and not where.startswith(manifests.PARTS):
                yield where, manifest_line(where, record)
        for where, record in parts.items():
            yield where, manifest_line(where, record)
        for key, name in () if parts else self._objects.items():
            yield key if key.startswith(DOWNLOADS) else address.report(key), store.need(name)


def _called(key: str) -> str:
    """What the list of a report's files, or of the downloads of a folder of data, is called."""
    if not key.startswith(DOWNLOADS):
        return key
    names = [one for one in key.removeprefix(DOWNLOADS).split("/") if one]
    return f"downloads/{'-'.join(names) or 'site'}"


def _part(name: str, where: str, into: tuple[Store, Staging, PublishedFile | None]) -> tuple[PublishedFile, bool]:
    """A list of its own, as it stands where it was made of the same lines."""
    store, staging, known = into
    fingerprint = theming.digest(theming.program_digest(), name)
    if known is not None and staging.is_current(where, known, fingerprint):
        return known, False
    return staging.put(where, fingerprint, b'{\n "files": {\n%b\n }\n}\n' % store.need(name), known)
