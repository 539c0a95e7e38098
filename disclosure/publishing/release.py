"""Releases: each build kept as a folder of its own, and ``current`` pointing at the one that is served.

Unchanged files are hard links to the release before, so a release costs what changed. ``current`` is switched by one
rename: whoever serves it sees the old site or the new one, never a mixture. A page that a browser or a proxy kept from
the release before still finds its style sheet and scripts: they stay for one release more.

What lies in a release may have been changed since it was made. Its bytes are compared before they are linked, only
plain files of one's own are, and of its style sheets and scripts those are kept that are as its manifest says.
"""

from __future__ import annotations

import filecmp
import hashlib
import os
import shutil
from pathlib import Path
from stat import S_ISREG

from msgspec import Struct

from disclosure.publishing.publish import manifest_of

CURRENT = "current"
RELEASES = "releases"
# What pages load by names that hold a digest
ASSETS = "assets/"
# Of these only: a page among them would be published
KEPT = (".css", ".js")


class Released(Struct, frozen=True):
    """A release: its folder, how many of its files are links to the one before, how many were copied."""

    folder: Path
    linked: int
    copied: int


def release(site: Path, target: Path, name: str) -> Released:
    """Make ``target/releases/<name>`` of ``site`` and point ``target/current`` at it.

    A release of that name is finished if it was interrupted, left as it is where it is the site, and made anew where
    somebody changed it. ``OSError`` where the disk refuses: ``current`` then still points where it did.
    """
    folder = target / RELEASES / name
    before = (target / CURRENT).resolve() if (target / CURRENT).exists() else None
    linked = copied = 0
    if not _is_whole(folder, site):
        draft = folder.with_name(f".{name}.partial")
        shutil.rmtree(draft, ignore_errors=True)
        for path in sorted(one for one in site.rglob("*") if one.is_file()):
            if _place(path, draft / path.relative_to(site), before / path.relative_to(site) if before else None):
                linked += 1
            else:
                copied += 1
        if before is not None:
            _keep_assets(before, draft)
        _clear(folder)
        draft.rename(folder)
    _point(target / CURRENT, Path(RELEASES) / name)
    return Released(folder, linked, copied)


def _is_whole(folder: Path, site: Path) -> bool:
    """Whether it holds the site, and besides it only what it kept of the release before."""
    if folder.is_symlink() or not folder.is_dir():
        return False
    own, others = (_files(one) for one in (site, folder))
    more = others.keys() - own.keys()
    kept = all(name.startswith(ASSETS) and name.endswith(KEPT) for name in more)
    return kept and all(_is_same(path, others.get(name)) for name, path in own.items())


def _files(folder: Path) -> dict[str, Path]:
    found = (one for one in folder.rglob("*") if one.is_symlink() or not one.is_dir())
    return {one.relative_to(folder).as_posix(): one for one in found}


def _clear(folder: Path) -> None:
    """What stands where a release shall be."""
    if folder.is_symlink() or not folder.is_dir():
        folder.unlink(missing_ok=True)
    else:
        shutil.rmtree(folder)


def _place(source: Path, target: Path, before: Path | None) -> bool:
    """Link ``target`` to the file of the release before where it is the same, else copy; whether it was linked."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if before is not None and _is_same(source, before):
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


def _is_same(source: Path, other: Path | None) -> bool:
    """Whether it is the same file, and nobody else's: what is linked can be changed by whoever owns it."""
    return other is not None and _is_own(other) and filecmp.cmp(source, other, shallow=False)


def _is_own(path: Path) -> bool:
    """Whether it is a plain file of ours; a link to one is somebody's own way to change it later."""
    try:
        stat = path.lstat()
    except OSError:
        return False
    return S_ISREG(stat.st_mode) and (not hasattr(os, "geteuid") or stat.st_uid == os.geteuid())


def _keep_assets(before: Path, draft: Path) -> None:
    """Those of the release before, as its manifest says; what it had kept itself is in no manifest, and goes."""
    listed = manifest_of(before).get("files", ())
    for address, digest in listed.items() if isinstance(listed, dict) else ():
        target, source = draft / address, before / address
        is_asset = address.startswith(ASSETS) and address.endswith(KEPT) and ".." not in address
        if is_asset and not target.exists() and _is_own(source) and _digest(source) == digest:
            target.parent.mkdir(parents=True, exist_ok=True)
            os.link(source, target)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _point(link: Path, to: Path) -> None:
    draft = link.with_name(f".{link.name}.next")
    draft.unlink(missing_ok=True)
    draft.symlink_to(to, target_is_directory=True)
    draft.replace(link)
