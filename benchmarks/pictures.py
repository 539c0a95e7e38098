"""What pictures cost: ``python -m benchmarks.pictures OTHER [--rounds 5]``; ``--site FOLDER`` weighs a built site.

OTHER is a checkout of before, with its own ``.venv``: a cold build of 3,000 records is measured on both sides in
interleaved pairs (``against.py``). Of a built site: how many compressed bytes a page has more than it would have
without its pictures, by kind of page, and what the files of pictures weigh. The limits are a tenth of a cold build and
four kilobytes on any page.
"""

from __future__ import annotations

import argparse
import gzip
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from benchmarks import against

# Compressed bytes that a page may have more, and how much longer a cold build may take
PAGE, BUILD = 4000, 1.1
ROWS = {"3000": ("cold",)}
FIGURE = re.compile(rb'<figure class="d-picture".*?</figure>', re.S)
SVG = re.compile(rb"<svg.*?</svg>", re.S)
LIST = re.compile(rb'<ul class="d-pictogram">.*?</ul>', re.S)
KIND = re.compile(rb'<body class="d-page d-page--([a-z-]+)"')


def more(page: bytes) -> int:
    """The compressed bytes that the pictures of a page take."""
    return len(gzip.compress(page, 6, mtime=0)) - len(gzip.compress(without(page), 6, mtime=0))


def without(page: bytes) -> bytes:
    """A page as it was before there were pictures: of one whose rows lead to promises their list is left."""
    return FIGURE.sub(lambda figure: b"".join(SVG.sub(b"", rows) for rows in LIST.findall(figure[0])), page)


def weights(site: Path) -> dict[str, list[int]]:
    """Of each kind of page that has pictures what they take on its pages, the most last."""
    found: dict[str, list[int]] = {}
    for path in site.rglob("*.html"):
        page = path.read_bytes()
        if FIGURE.search(page) and (kind := KIND.search(page)):
            found.setdefault(kind[1].decode(), []).append(more(page))
    return {kind: sorted(sizes) for kind, sizes in sorted(found.items())}


def lines(site: Path) -> Iterator[str]:
    yield "| page | pages | bytes more, compressed: median | most |"
    yield "|---|--:|--:|--:|"
    for kind, sizes in weights(site).items():
        yield f"| {kind} | {len(sizes)} | {sizes[len(sizes) // 2]} | {sizes[-1]} |"
    files = [path.stat().st_size for path in site.rglob("*.svg")]
    yield f"\n{len(files)} images of {sum(files)} bytes together, {max(files, default=0)} at most"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("other", type=Path, nargs="?", help="a checkout of before, with its own .venv")
    parser.add_argument("--site", type=Path, help="a built site, to be weighed alone")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--folder", type=Path, default=Path("/dev/shm/disclosure-pictures"), help="scratch, on tmpfs")
    given = parser.parse_args()
    if given.site:
        print("\n".join(lines(given.site)))
    if given.other:
        shutil.rmtree(given.folder, ignore_errors=True)
        print("\n".join(against.table(against.compare(given.other.absolute(), ROWS, given.rounds, given.folder))))


if __name__ == "__main__":
    main()
