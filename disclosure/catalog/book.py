"""The address book: every address the site will have, its anchors, and which content file it shows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import lru_cache
from posixpath import join, normpath
from typing import TypeVar
from urllib.parse import unquote

from msgspec import Struct

from disclosure.catalog import address
from disclosure.source import files

# The fragments of a page; ``None`` for a file that is no page
Anchors = Collection[str] | None
# A part of the book: anchors by address, and by content file the address that shows it
Shelf = tuple[Mapping[str, Anchors], Mapping[str, str]]
T = TypeVar("T")
# So many parts are kept open: links are followed report by report, and most lead into their own or to the site's pages
OPEN = 3


class AddressTaken(Exception):
    """A page stands where another part of the site belongs: our bug, never the editors'."""


class _Shelves(Mapping[str, T]):
    """What the parts of the site hold, by name; a part is opened when something in it is asked for."""

    def __init__(self, keys: Collection[str], opened: Callable[[str], Mapping[str, T]], owner: Callable[[str], str]):
        self.keys_of_parts, self.opened, self.owner = keys, opened, owner

    def __getitem__(self, name: str) -> T:
        key = self.owner(name)
        # What is left of a report that is gone belongs to the whole site
        return self.opened(key if key in self.keys_of_parts else "")[name]

    def __iter__(self) -> Iterator[str]:
        return (name for key in self.keys_of_parts for name in self.opened(key))

    def __len__(self) -> int:
        return sum(len(self.opened(key)) for key in self.keys_of_parts)


class AddressBook(Struct, frozen=True):
    """Addresses and sources of the whole site."""

    anchors: Mapping[str, Anchors]
    sources: Mapping[str, str]

    @classmethod
    def of(cls, own: Shelf, reports: Collection[str], shelf: Callable[[str], Shelf]) -> AddressBook:
        """What belongs to the whole site, and what ``shelf`` knows of each of the ``reports``."""

        @lru_cache(OPEN)
        def opened(key: str) -> Shelf:
            found = shelf(key) if key else own
            taken = [where for where in found[0] if address.owner(where) != key and address.owner(where) in reports]
            if taken:
                raise AddressTaken(*sorted(taken))
            return found

        keys = ("", *reports)
        anchors = _Shelves(keys, lambda key: opened(key)[0], address.owner)
        return cls(anchors, _Shelves(keys, lambda key: opened(key)[1], files.owner))

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
