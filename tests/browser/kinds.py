"""Which pages of a built site stand for its kinds: the smallest and the largest of each."""

from __future__ import annotations

import re
from pathlib import Path

KIND = re.compile(r'<body class="d-page d-page--([a-z-]+)"')


def kinds(site: Path) -> dict[str, list[Path]]:
    """All pages by kind, each kind's from the smallest to the largest; without cards, which others frame."""
    found: dict[str, list[Path]] = {}
    for path in sorted(site.rglob("*.html")):
        if path.relative_to(site).parts[0] == "embed":
            continue
        kind = KIND.search(path.read_text("utf-8"))
        assert kind, path
        found.setdefault(kind[1], []).append(path)
    return {kind: sorted(paths, key=lambda path: path.stat().st_size) for kind, paths in sorted(found.items())}


def largest(site: Path) -> dict[str, str]:
    """The address, from the root, of the largest page of each kind."""
    return {kind: paths[-1].relative_to(site).as_posix() for kind, paths in kinds(site).items()}
