"""Publishing without building: files by address into ``site``, with the records of the last time in ``cache``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from disclosure.cache.state import PreviousFiles
from disclosure.cache.store import Store
from disclosure.publishing import publish, standing
from disclosure.publishing.publish import PublicationCounts
from disclosure.publishing.staging import Staging

RECORDS = "files.json"
KEY = b"tests"


def recorded(root: Path) -> PreviousFiles:
    """What the last publication recorded; nothing where it was interrupted."""
    cache, site = root / "cache", root / "site"
    store = Store(cache / publish.name_of(site), KEY)
    found = None if publish.marker_of(cache, site).exists() else store.read(RECORDS, PreviousFiles)
    return found or PreviousFiles()


def put(root: Path, files: Mapping[str, bytes]) -> PublicationCounts:
    """Bring ``site`` to ``files``."""
    cache, site = root / "cache", root / "site"
    store = Store(cache / publish.name_of(site), KEY)
    before, after, stood = recorded(root), PreviousFiles(), list(standing.standing(site))
    desk, written = Staging(site, frozenset(link for one in stood for link in one.links)), 0
    try:
        with publish.disk():
            for address, data in files.items():
                after.files[address], staged = desk.put(address, "", data, before.files.get(address))
                written += staged
        stray = sorted({one.name + name for one in stood for name in one.seal.listed} - files.keys())
        known = store.has(RECORDS)
        publish.publish(cache, site, stray, lambda _moved: store.write(RECORDS, after), recorded=known)
    finally:
        publish.discard(site)
    return PublicationCounts(written, len(stray), len(files) - written)
