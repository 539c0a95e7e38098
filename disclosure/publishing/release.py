"""Releases: each build kept as a folder of its own, and ``current`` pointing at the one that is served.

Unchanged files are hard links to the release before, so a release costs what changed. ``current`` is switched by one
rename: whoever serves it sees the old site or the new one, never a mixture. A page that a browser or a proxy kept from
the release before still finds its style sheet and scripts: they stay for one release more.
"""

from __future__ import annotations

import filecmp
import os
import shutil
from pathlib import Path

from msgspec import Struct

from disclosure.publishing.publish import manifest_of

CURRENT = "current"
RELEASES = "releases"
# What pages load by names that hold a digest
ASSETS = "assets/"


class Released(Struct, frozen=True):
    """A release: its folder, how many of its files are links to the one before, how many were copied."""

    folder: Path
    linked: int
    copied: int


def release(site: Path, target: Path, name: str) -> Released:
    """Make ``target/releases/<name>`` of ``site`` and point ``target/current`` at it.

    A release of that name is finished if it was interrupted, and left as it is otherwise. ``OSError`` where the disk
    refuses: ``current`` then still points where it did.
    """
    folder = target / RELEASES / name
    before = (target / CURRENT).resolve() if (target / CURRENT).exists() else None
    linked = copied = 0
    if not folder.is_dir():
        draft = folder.with_name(f".{name}.partial")
        shutil.rmtree(draft, ignore_errors=True)
        for path in sorted(one for one in site.rglob("*") if one.is_file()):
            if _place(path, draft / path.relative_to(site), before / path.relative_to(site) if before else None):
                linked += 1
            else:
                copied += 1
        if before is not None:
            _keep_assets(before, draft)
        draft.rename(folder)
    _point(target / CURRENT, Path(RELEASES) / name)
    return Released(folder, linked, copied)


def _place(source: Path, target: Path, before: Path | None) -> bool:
    """Link ``target`` to the file of the release before where it is the same, else copy; whether it was linked."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if before is not None and before.is_file() and filecmp.cmp(source, before, shallow=False):
        os.link(before, target)
        return True
    shutil.copyfile(source, target)
    if before is not None and before.is_file():
        _make_later(target, before)
    return False


def _make_later(path: Path, before: Path) -> None:
    """A file's time tells it from the one that it replaces, to the second: nginx and Caddy make an ETag of that and
    the size, and a digit that changed leaves the size as it was. Two releases in a second, or a clock set back."""
    earliest = int(before.stat().st_mtime) + 1
    if path.stat().st_mtime < earliest:
        os.utime(path, (earliest, earliest))


def _keep_assets(before: Path, draft: Path) -> None:
    """Those of the release before; what it had kept itself is in no manifest, and goes."""
    for address in manifest_of(before).get("files", ()):
        target = draft / address
        if address.startswith(ASSETS) and not target.exists() and (before / address).is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            os.link(before / address, target)


def _point(link: Path, to: Path) -> None:
    draft = link.with_name(f".{link.name}.next")
    draft.unlink(missing_ok=True)
    draft.symlink_to(to, target_is_directory=True)
    draft.replace(link)
