"""The golden cases: ``golden/<case>/content`` must give ``golden/<case>/expected``.

A case without content of its own is the example of its name (``examples/<case>/content``), and gives its whole site.
The others keep what no other case shows: some files, and the addresses of all (``addresses.txt``).

``make golden`` writes anew what is there; to keep a further file, lay an empty one in ``expected`` first. What changes
with every touch of a style sheet or a script is left out: the digests in the assets' addresses, their bytes, the
manifest's digests (``test_manifest.py`` holds those against the files). So are the search's common words, which are the
same everywhere, and the rows of twins, their tables, workbook and database (``downloads/`` and ``test_twins.py`` hold
those against the lists).
"""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

from disclosure.catalog import downloads
from tests.projects import GOLDEN, create, date_of, files_of

CASES = tuple(sorted(path.name for path in GOLDEN.iterdir() if path.is_dir()))
SHEET = r"(assets/[a-z]+)-[0-9a-f]{8}(\.css)"
WORDS = "search/words/"
DIGEST = re.compile(rb'": "[0-9a-f]{64}"')
ASSET_VERSION = re.compile(rb"(assets/[a-z-]+\.js)\?v=[0-9a-f]{8}")


def plain(name: str, data: bytes) -> bytes:
    """A published file as it is compared."""
    if name.startswith(("assets/", WORDS)):
        return b""
    if downloads.is_download(name) and name.endswith(".json"):
        return data.partition(b'"rows":')[0]
    if name == "manifest.json":
        data = DIGEST.sub(b'": "(digest)"', data)
    if name == "manifest.json" or name.endswith(".html"):
        return ASSET_VERSION.sub(rb"\1", re.sub(SHEET.encode(), rb"\1\2", data))
    return data


def is_other_form(name: str) -> bool:
    """Whether a file says what published lists say, in another form: tests of its own hold it against these."""
    return downloads.is_download(name) and name.endswith((".csv", ".js", ".xlsx", ".sqlite"))


def built(case: str, root: Path) -> dict[str, bytes]:
    """The case built in ``root``."""
    made = create(root, case).build(date_of(case))
    kept = ((name, data) for name, data in made.items() if not is_other_form(name))
    return {re.sub(SHEET, r"\1\2", name): plain(name, data) for name, data in kept}


def expected(case: str) -> dict[str, bytes]:
    return files_of(GOLDEN / case / "expected")


def addresses(case: str) -> list[str]:
    """Where the site's files lie, all of them."""
    listed = GOLDEN / case / "addresses.txt"
    return listed.read_text("utf-8").splitlines() if listed.exists() else sorted(expected(case))


def write(case: str) -> None:
    target, listed = GOLDEN / case / "expected", GOLDEN / case / "addresses.txt"
    with tempfile.TemporaryDirectory() as folder:
        files = built(case, Path(folder) / "project")
    kept = expected(case).keys() if listed.exists() else files.keys()
    shutil.rmtree(target, ignore_errors=True)
    for name in kept & files.keys():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_bytes(files[name])
    if listed.exists():
        listed.write_text("".join(f"{name}\n" for name in sorted(files)), "utf-8")


if __name__ == "__main__":
    for each in CASES:
        write(each)
