"""How each file of the site stood when a build left it, with what nobody can set: the time that the system notes.

Size and time of a file that was written to can be brought back to what they were, and a manifest can say anything; what
is kept here is sealed as all of the cache. A file that is not as it says is ``touched``: its bytes are made again, or
compared. Of each folder a name stands in one list, how its files stood is an object of that name: where a folder is as
it was, the object is not opened.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct, field

from disclosure.cache import owned
from disclosure.cache.store import Store
from disclosure.grouping import grouped
from disclosure.publishing.standing import FolderSeal, StandingFolder, numbers_of, packed, parted

NAME = "sealed.json"


class SealedFolder(Struct, frozen=True, array_like=True):
    """A folder as a build left it: the object that tells how each file stood, and digests by whom they belong to."""

    seal: str
    digests: dict[str, str]


class SealedSite(Struct, frozen=True):
    """By folder, with a slash at its end."""

    folders: dict[str, SealedFolder] = field(default_factory=dict)


class Seals(Struct, frozen=True):
    """What is known of how a site was left; ``others`` are folders that were found otherwise, as they stood."""

    store: Store
    folders: Mapping[str, SealedFolder]
    others: Mapping[str, FolderSeal] = field(default_factory=dict)

    def of(self, now: StandingFolder) -> SealedFolder | None:
        """The folder as the last build left it, where that is how it stands."""
        left = self.folders.get(now.name)
        return (
            left
            if left is not None and _is_text(now.seal.names) and self.store.name_of(now.seal) == left.seal
            else None
        )

    def touched(self, now: StandingFolder) -> frozenset[str]:
        """The files that are not as the last build left them; all of them where nothing is known."""
        before = self.files(now.name)
        return frozenset(now.name + name for name, one in now.seal.files.items() if before.get(name) != one)

    def files(self, folder: str) -> dict[str, bytes]:
        """The files of a folder as they were left."""
        left = self.folders.get(folder)
        found = self.store.get_value(left.seal, FolderSeal) if left is not None else None
        return found.files if found is not None else {}


def known(store: Store) -> Seals:
    return Seals(store, (store.read(NAME, SealedSite) or SealedSite()).folders)


def keep(seals: Seals, target: Path, moved: Iterable[str], stray: Iterable[str]) -> tuple[str, ...]:
    """After a publication that moved these files in and removed others; what the objects are called. ``seals`` are how
    the folders stood before it."""
    came, gone = grouped(map(parted, moved)), grouped(map(parted, stray))
    changed = seals.others.keys() | came.keys() | gone.keys()
    now = {folder: one for folder, one in seals.folders.items() if folder not in changed}
    # One after the other: how all files of a site stand takes more memory than all else that is known of it
    for folder in sorted(changed):
        files = seals.others[folder].files if folder in seals.others else seals.files(folder)
        for name in gone.get(folder, ()):
            files.pop(name, None)
        files |= _standing(f"{target}/{folder}", came.get(folder, ()))
        if files and _is_text(folder):
            now[folder] = sealed_folder(folder, files, seals.store)
    seals.store.write(NAME, SealedSite(now))
    return tuple(one.seal for one in now.values())


def _standing(folder: str, names: Iterable[str]) -> dict[str, bytes]:
    """How these files stand, as far as they do."""
    found: dict[str, bytes] = {}
    for name in names:
        with suppress(OSError):
            found[name] = packed(numbers_of(os.lstat(folder + name)))
    return found


def sealed_folder(folder: str, files: Mapping[str, bytes], store: Store) -> SealedFolder:
    """Names that are no text are none of ours."""
    own = {name: files[name] for name in sorted(files) if _is_text(name)}
    seal = FolderSeal("\0".join(own), b"".join(own.values()))
    return SealedFolder(store.put_value(seal), owned.digests(folder, seal.lines(folder)))


def _is_text(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True
