"""How each file of the site stood when a build left it, with what nobody can set: the time that the system notes.

Size and time of a file that was written to can be brought back to what they were, and a manifest can say anything; what
is kept here is sealed as all of the cache. A file that is not as it says is ``touched``: its bytes are made again, or
compared.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct, field

from disclosure.cache.store import Store
from disclosure.publishing.staging import FolderSeal, Standing, numbers_of, packed

NAME = "sealed.json"


class Seals(Struct, frozen=True):
    """By folder (with a slash at its end) how its files stood."""

    folders: dict[str, FolderSeal] = field(default_factory=dict)


def touched(store: Store, standing: Standing) -> frozenset[str]:
    """The files that are not as the last build left them; all of them where nothing is known."""
    known = (store.read(NAME, Seals) or Seals()).folders
    found: set[str] = set()
    for folder, now in standing.seals.items():
        left = known.get(folder, FolderSeal())
        if left != now:
            before = left.files
            found.update(folder + name for name, one in now.files.items() if before.get(name) != one)
    return frozenset(found)


def keep(
    store: Store, target: Path, before: Mapping[str, FolderSeal], moved: Iterable[str], stray: Iterable[str]
) -> None:
    """After a publication that moved these files in and removed others.

    ``before`` is how the files stood when the build looked at them, nothing where it did not: what was kept then holds.
    """
    known = {folder: _of_text(one) for folder, one in before.items() if one.numbers and _is_text(folder)}
    known = known or (store.read(NAME, Seals) or Seals()).folders
    changed: dict[str, dict[str, bytes]] = {}
    for address in stray:
        files, name = _files(address, known, changed)
        files.pop(name, None)
    for address in moved:
        files, name = _files(address, known, changed)
        with suppress(OSError):
            files[name] = packed(numbers_of(os.lstat(f"{target}/{address}")))
    now = {**known, **{folder: _seal(files) for folder, files in changed.items()}}
    store.write(NAME, Seals({folder: one for folder, one in now.items() if one.numbers}))


def _files(
    address: str, known: Mapping[str, FolderSeal], changed: dict[str, dict[str, bytes]]
) -> tuple[dict[str, bytes], str]:
    """The files of an address's folder, to be changed, and its own name."""
    folder, slash, name = address.rpartition("/")
    if folder + slash not in changed:
        changed[folder + slash] = known.get(folder + slash, FolderSeal()).files
    return changed[folder + slash], name


def _of_text(one: FolderSeal) -> FolderSeal:
    """Names that are no text are none of ours."""
    return one if _is_text(one.names) else _seal(one.files)


def _is_text(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _seal(files: Mapping[str, bytes]) -> FolderSeal:
    own = {name: numbers for name, numbers in files.items() if _is_text(name)}
    return FolderSeal("\0".join(own), b"".join(own.values()))
