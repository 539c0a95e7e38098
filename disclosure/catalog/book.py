"""The address book: every address the site will have, its anchors, and which content file it shows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from posixpath import join, normpath
from urllib.parse import unquote

from msgspec import Struct

# The fragments of a page; ``None`` for a file that is no page
Anchors = Collection[str] | None
# A part of the book: anchors by address, and by content file the address that shows it
Shelf = tuple[Mapping[str, Anchors], Mapping[str, str]]


class AddressTaken(Exception):
    """Two pages with one address: our bug, never the editors'."""


class AddressBook(Struct, frozen=True):
    """Addresses and sources of the whole site."""

    anchors: Mapping[str, Anchors]
    sources: Mapping[str, str]

    @classmethod
    def of(cls, shelves: Iterable[Shelf]) -> AddressBook:
        anchors: dict[str, Anchors] = {}
        sources: dict[str, str] = {}
        for more, shown in shelves:
            taken = anchors.keys() & more.keys()
            if taken:
                raise AddressTaken(*sorted(taken))
            anchors.update(more)
            sources.update(shown)
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
