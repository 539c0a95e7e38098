"""How the files of a target stand, folder by folder: what a look takes of each is packed, so that a million fit."""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterable, Iterator
from operator import attrgetter
from pathlib import Path

from msgspec import Struct

from disclosure.source.folders import opened_folder

# Of each file five numbers of 64 bits
NUMBERS, EACH, BYTES = "Q", 5, 40
LIMIT = (1 << 64) - 1


class FolderSeal(Struct, frozen=True, array_like=True):
    """How the files of a folder stand, in what anybody can set (size and time) and in what nobody can.

    ``names`` are in order, parted by nulls; ``numbers`` are those of ``numbers_of`` one after the other, in that order.
    """

    names: str = ""
    numbers: bytes = b""

    @property
    def files(self) -> dict[str, bytes]:
        """The numbers of each file."""
        return {name: self.numbers[n * BYTES : n * BYTES + BYTES] for n, name in enumerate(self.listed)}

    @property
    def listed(self) -> list[str]:
        """The names of its files."""
        return self.names.split("\0") if self.numbers else []

    def lines(self, folder: str) -> dict[str, str]:
        """By address, a line that changes when a file does; ``folder`` ends with a slash, or is empty."""
        numbers = array(NUMBERS)
        numbers.frombytes(self.numbers)
        sizes, times = numbers[::EACH], numbers[1::EACH]
        addresses = [folder + name for name in self.listed]
        return {one: line(one, size, time) for one, size, time in zip(addresses, sizes, times, strict=True)}


class StandingFolder(Struct, frozen=True):
    """A folder of a target, and the symbolic links in it by address."""

    name: str
    seal: FolderSeal
    links: tuple[str, ...] = ()


def numbers_of(stat: os.stat_result) -> tuple[int, int, int, int, int]:
    """Size and time in nanoseconds; when the system noted a change itself; what the file is on the disk; of what kind,
    with how many names."""
    kind = stat.st_mode | stat.st_nlink << 32
    return stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino, kind


def packed(numbers: Iterable[int]) -> bytes:
    """A file system may count in more than 64 bits."""
    return array(NUMBERS, [one & LIMIT for one in numbers]).tobytes()


def parted(address: str) -> tuple[str, str]:
    """The folder of a file, with a slash at its end or empty, and the file's name in it."""
    folder, slash, name = address.rpartition("/")
    return folder + slash, name


def line(address: str, size: int, mtime_ns: int) -> str:
    """Whatever changes when a file is replaced or edited."""
    return f"{address}\0{size}\0{mtime_ns & LIMIT}\n"


def standing(target: Path) -> Iterator[StandingFolder]:
    """All folders of a target with their files, and all links: one to a folder is not followed."""
    if target.is_symlink():
        yield StandingFolder("", FolderSeal(), ("",))
        return
    folders = [""]
    while folders:
        folder = folders.pop()
        found, inner = _listed(str(target), folder)
        folders += inner
        yield found


def _listed(target: str, folder: str) -> tuple[StandingFolder, list[str]]:
    """A folder, and those in it."""
    names: list[str] = []
    numbers: list[int] = []
    links: list[str] = []
    inner: list[str] = []
    with opened_folder(f"{target}/{folder}") as entries:
        # In the order in which a build leaves them, so that two lists of the same files are the same
        for entry in sorted(entries, key=attrgetter("name")):
            if entry.is_dir(follow_symlinks=False):
                inner.append(f"{folder}{entry.name}/")
                continue
            if entry.is_symlink():
                links.append(folder + entry.name)
            names.append(entry.name)
            numbers += numbers_of(entry.stat(follow_symlinks=False))
    return StandingFolder(folder, FolderSeal("\0".join(names), packed(numbers)), tuple(links)), inner
