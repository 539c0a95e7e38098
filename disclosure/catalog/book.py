"""The address book: every address the site will have, its anchors, and which content file it shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from posixpath import join, normpath
from urllib.parse import unquote


@dataclass(frozen=True, slots=True)
class Entry:
    """``anchors`` is ``None`` for a file that is no page; ``source`` a path under ``content/`` or empty."""

    address: str
    anchors: frozenset[str] | None = None
    source: str = ""


class AddressTaken(Exception):
    """Two pages with one address: our bug, never the editors'."""


@dataclass(frozen=True, slots=True)
class AddressBook:
    """Addresses and sources of the whole site."""

    anchors: Mapping[str, frozenset[str] | None]
    sources: Mapping[str, str]

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> AddressBook:
        anchors: dict[str, frozenset[str] | None] = {}
        sources: dict[str, str] = {}
        for entry in entries:
            if entry.address in anchors:
                raise AddressTaken(entry.address)
            anchors[entry.address] = entry.anchors
            if entry.source:
                sources[entry.source] = entry.address
        return cls(anchors, sources)

    def resolve(self, target: str, name: str) -> tuple[str | None, str]:
        """Where a link in the content file ``name`` leads: address (``None`` if nowhere) and fragment.

        A target is a content file (``reports/2022/report.md``) or an address of the site (``search.html``).
        """
        path, _hash, fragment = target.partition("#")
        path = unquote(path).partition("?")[0]
        wanted = normpath(join(name.rpartition("/")[0], path)) if path else name
        if wanted in self.sources:
            return self.sources[wanted], unquote(fragment)
        return (wanted if wanted in self.anchors else None), unquote(fragment)
