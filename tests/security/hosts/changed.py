"""A digit is changed, the size stays: does a reader who has the page get the new one?"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from disclosure.publishing.release import release

from .asked import ask, next_second
from .recipes import ServerRecipe


class Start(Protocol):
    def __call__(self, site: Path, folder: Path, recipe: ServerRecipe = ...) -> AbstractContextManager[str]: ...


BEFORE, AFTER = "今年新增停车位8千个".encode(), "今年新增停车位9千个".encode()
PAGES = ("a.html", "data.csv")
PACKED = {"Accept-Encoding": "gzip"}


def missed_after_a_release(start: Start, folder: Path) -> Iterator[str]:
    """Two releases in one second, by the clock of the files."""
    site, target = folder / "site", folder / "www"
    site.mkdir()
    _write(site, BEFORE)
    release(site, target, "one")
    (folder / "server").mkdir()
    with start(target / "current", folder / "server") as root:
        kept = {name: _validators(root + name) for name in PAGES}
        _write(site, AFTER)
        release(site, target, "two")
        # Apache tells no time to come
        next_second()
        yield from _missed(root, kept)


def missed_under_fixed_times(start: Start, recipe: ServerRecipe, folder: Path) -> Iterator[str]:
    """All files have one time, before and after."""
    site = folder / "site"
    site.mkdir()
    _write(site, BEFORE, 1_000_000_000)
    (folder / "server").mkdir()
    with start(site, folder / "server", recipe) as root:
        kept = {name: _validators(root + name) for name in PAGES}
        _write(site, AFTER, 1_000_000_000)
        yield from _missed(root, kept)


def _write(site: Path, text: bytes, time: float | None = None) -> None:
    for name in PAGES:
        (site / name).write_bytes(text)
        if time is not None:
            os.utime(site / name, (time, time))


def _validators(address: str) -> dict[str, str]:
    """What a browser asks with, that has the answer."""
    said = ask(address, PACKED).headers
    asked = {"If-None-Match": said.get("etag", ""), "If-Modified-Since": said.get("last-modified", "")}
    return {name: value for name, value in asked.items() if value}


def _missed(root: str, kept: dict[str, dict[str, str]]) -> Iterator[str]:
    for name, validators in kept.items():
        for asked in (validators, {name: value for name, value in validators.items() if name == "If-Modified-Since"}):
            answer = ask(root + name, asked)
            if (answer.status, answer.data) != (200, AFTER):
                yield f"{name} with {asked}: {answer.status}"
