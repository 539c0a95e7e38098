"""The golden cases: ``golden/<case>/content`` must give ``golden/<case>/expected``, file for file.

A case without content of its own is the example of its name (``examples/<case>/content``).

``make golden`` writes ``expected`` anew. What changes with every touch of a style sheet is left out of the
comparison: the inline style, its hash in the policy, the version in the assets' addresses, the assets' bytes, the
manifest's digests (``test_manifest.py`` holds those against the files).
"""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

from tests.projects import GOLDEN, create, date_of, files_of

CASES = tuple(sorted(path.name for path in GOLDEN.iterdir() if path.is_dir()))
STYLE = re.compile(rb"<style>.*?</style>", re.S)
STYLE_HASH = re.compile(rb"sha256-[A-Za-z0-9+/]{43}=")
DIGEST = re.compile(rb'": "[0-9a-f]{64}"')
ASSET_VERSION = re.compile(rb"(assets/[a-z-]+\.js)\?v=[0-9a-f]{8}")


def plain(name: str, data: bytes) -> bytes:
    """A published file as it is compared."""
    if name.startswith("assets/"):
        return b""
    if name == "manifest.json":
        return DIGEST.sub(b'": "(digest)"', data)
    if not name.endswith(".html"):
        return data
    data = STYLE_HASH.sub(b"sha256-", STYLE.sub(b"<style></style>", data))
    return ASSET_VERSION.sub(rb"\1", data)


def built(case: str, root: Path) -> dict[str, bytes]:
    """The case built in ``root``."""
    return {name: plain(name, data) for name, data in create(root, case).build(date_of(case)).items()}


def expected(case: str) -> dict[str, bytes]:
    return files_of(GOLDEN / case / "expected")


def write(case: str) -> None:
    target = GOLDEN / case / "expected"
    with tempfile.TemporaryDirectory() as folder:
        files = built(case, Path(folder) / "project")
    shutil.rmtree(target, ignore_errors=True)
    for name, data in files.items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_bytes(data)


if __name__ == "__main__":
    for each in CASES:
        write(each)
