"""The content's files by the report that they belong to, those of the whole site by the empty key."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from msgspec import Struct

from disclosure.source import files
from disclosure.source.files import Listed


class FileGroup(Struct, frozen=True, dict=True):
    """The files of a report as listed. ``seen`` is a digest of them, empty where one is too young to prove anything;
    ``is_report`` where a ``report.md`` is among them."""

    seen: str = ""
    size: int = 0
    is_report: bool = False
    listed: tuple[Listed, ...] = ()

    @cached_property
    def beside(self) -> tuple[Listed, ...]:
        """Those that stand in no folder of the report, and are called by it."""
        return tuple(one for one in self.listed if files.FILE_OF_REPORT.fullmatch(one.name))


def grouped(listed: Iterable[Listed], settled: int) -> dict[str, FileGroup]:
    """What changed before the moment ``settled`` shows in its time."""
    owned: dict[str, list[Listed]] = {}
    for listing in listed:
        owned.setdefault(files.owner(listing.name), []).append(listing)
    return {key: _group(key, tuple(members), settled) for key, members in owned.items()}


def _group(key: str, listed: tuple[Listed, ...], settled: int) -> FileGroup:
    report = files.report(key)
    seen = "" if any(listing.mtime_ns > settled for listing in listed) else files.digest(listed)
    return FileGroup(
        seen, sum(listing.size for listing in listed), any(listing.name == report for listing in listed), listed
    )
