"""From the address of a request to a file of the site, and what browsers are told that it is.

An address names a file below the site's folder by the names that stand there, or nothing: no step up, no hidden file,
no link that leads out, no sign that a system reads as a separator or a drive.
"""

from __future__ import annotations

import mimetypes
from pathlib import Path
from urllib.parse import unquote

# Signs that part a path on some system, or end it
REFUSED = frozenset("\\:\0")
# Of an address, in characters: no system has longer ones, and looking for one takes long
LONGEST = 4096
# What a system's own table says may be anything (Windows takes .js for plain text, where an office program said so)
TYPES = mimetypes.MimeTypes().types_map[True] | {
    ".ics": "text/calendar",
    ".js": "text/javascript",
    ".jsonld": "application/ld+json",
    ".md": "text/markdown",
    ".webp": "image/webp",
}
UNKNOWN = "application/octet-stream"


def path_of(target: str) -> str:
    """What a request asks for, from the site's root, without its query. Empty where it is no path of ours at all."""
    path = target.partition("#")[0].partition("?")[0]
    return unquote(path) if path.startswith("/") else ""


def find(site: Path, path: str) -> Path | None:
    """The file of the site that a path leads to; ``None`` where it leads to none."""
    names = [name for name in path.split("/") if name]
    if (
        not path.startswith("/")
        or len(path) > LONGEST
        or any(name.startswith(".") or REFUSED & set(name) for name in names)
    ):
        return None
    try:
        root = site.resolve()
        wanted = root.joinpath(*names).resolve()
        if wanted.is_dir():
            wanted = (wanted / "index.html").resolve()
        return wanted if wanted.is_relative_to(root) and wanted.is_file() else None
    except (OSError, ValueError, RuntimeError):
        # A name that is too long, links in a circle
        return None


def read(file: Path | None) -> bytes | None:
    try:
        return file.read_bytes() if file else None
    except OSError:
        # A build has just removed it
        return None


def type_of(name: str) -> str:
    """The media type of a file by its name, with its encoding where it is text."""
    found = TYPES.get(Path(name).suffix.lower(), UNKNOWN)
    is_text = found.startswith("text/") or found.endswith("json")
    return f"{found}; charset=utf-8" if is_text else found
