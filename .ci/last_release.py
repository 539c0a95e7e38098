#!/usr/bin/env python3
"""The release that is on the web now, into the folder of releases: ``last_release.py ADDRESS FOLDER``.

A machine that publishes begins with an empty folder. With the manifest of the site that stands, `release` can tell
whether the history goes on from what was published, and pages that browsers keep still find their styles and scripts.
Where nothing was published yet there is nothing to take. Nothing but the standard library.
"""

from __future__ import annotations

import hashlib
import json
import sys
import urllib.error
import urllib.request
from pathlib import Path

MANIFEST = "manifest.json"
ASSETS = "assets/"
KEPT = (".css", ".js")
# In bytes: more than any manifest, style sheet or script has
LARGEST = 64 * 1024 * 1024
NOTHING = (404, 410)


def take(address: str, target: Path) -> bool:
    """The manifest and assets of the site at ``address`` as ``target/current``; whether there is one."""
    if (target / "current").exists():
        return True
    manifest = _get(address, MANIFEST)
    if manifest is None:
        return False
    folder = target / "releases" / "last"
    folder.mkdir(parents=True)
    for name, digest in _files(manifest).items():
        if name.startswith(ASSETS) and name.endswith(KEPT) and ".." not in name and name.isprintable():
            _keep(folder / name, _get(address, name), digest)
    (folder / MANIFEST).write_bytes(manifest)
    (target / "current").symlink_to("releases/last", target_is_directory=True)
    return True


def _files(manifest: bytes) -> dict[str, str]:
    """What it lists; nothing where it is none of ours."""
    try:
        found = json.loads(manifest)
    except ValueError:
        return {}
    files = found.get("files") if isinstance(found, dict) else None
    return files if isinstance(files, dict) else {}


def _keep(path: Path, data: bytes | None, digest: str) -> None:
    """What is not as the manifest says is left behind: it may be spoilt on its way."""
    if data is not None and hashlib.sha256(data).hexdigest() == digest:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _get(address: str, name: str) -> bytes | None:
    """A file of the site; nothing where there is none. Other trouble is an error: nothing is published on a guess."""
    try:
        with urllib.request.urlopen(f"{address.rstrip('/')}/{name}", timeout=60) as answer:  # noqa: S310 - our own site
            return bytes(answer.read(LARGEST))
    except urllib.error.HTTPError as error:
        if error.code in NOTHING:
            return None
        raise


if __name__ == "__main__":
    address, target = sys.argv[1], Path(sys.argv[2])
    print(f"{address}：" + ("上一版在这里" if take(address, target) else "还没有发布过"))
