"""What a file of the site has to be sent with, by its name, so that browsers, calendars and programs read it right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Final

# By the end of a file's name; the first that fits
TYPES: Final = {
    "/sitemap.xml": "text/xml",
    "/opensearch.xml": "application/opensearchdescription+xml",
    ".feed.json": "application/feed+json",
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".jsonl": "application/jsonl",
    ".geojson": "application/geo+json",
    ".xml": "application/atom+xml",
    ".csv": "text/csv",
    ".ics": "text/calendar",
    ".md": "text/markdown",
    ".txt": "text/plain",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".sqlite": "application/vnd.sqlite3",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".ofd": "application/ofd",
    ".pdf": "application/pdf",
}
# A browser, or whatever opens these, knows their encoding by this alone
SAID_IN_UTF8: Final = (".html", ".css", ".js", ".csv", ".ics", ".md", ".txt")
ALWAYS: Final = {
    "access-control-allow-origin": "*",
    "cross-origin-resource-policy": "cross-origin",
    "cross-origin-opener-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
FOREVER: Final = "public, max-age=31536000, immutable"
# With a digest of what is in it, in its name or behind it
OF_ITS_CONTENT: Final = re.compile(
    r"(?:assets|desk|embed)/[^/]+-[0-9a-f]{8}\.css|(?:assets|desk)/[^/?]+\?v=[0-9a-f]{8}"
)
POLICY: Final = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"')
# A page of each group whose policies differ: of those that anybody reads, one that shows a card in a frame
PAGES: Final = {"": "reports/2024/commitments/c001.html", "desk/": "desk/index.html", "embed/": "embed/2024/c001.html"}


def type_of(name: str) -> str:
    return next(type for end, type in TYPES.items() if f"/{name}".endswith(end))


def is_type(name: str, said: str) -> bool:
    """Whether a ``Content-Type`` is right for a file."""
    type, _semicolon, rest = said.partition(";")
    charset = rest.strip().lower().removeprefix("charset=")
    # Two names of one: Go, and so Caddy, knows the older
    return type.strip() == type_of(name) and (charset == "utf-8" or (not charset and not name.endswith(SAID_IN_UTF8)))


def policies(site: Path) -> dict[str, str]:
    """The policy that pages of each group say of themselves, with who may frame them, which they cannot say."""
    found = {}
    for group, page in PAGES.items():
        said = POLICY.search((site / page).read_text("utf-8"))
        assert said, page
        found[group] = unescape(said[1]) + ("; frame-ancestors *" if group == "embed/" else "; frame-ancestors 'self'")
    return found


def headers(name: str, policy: dict[str, str], *, there: bool = True) -> dict[str, str]:
    """Of a file, or of the answer that it is not there."""
    group = next((group for group in ("desk/", "embed/") if there and name.startswith(group)), "")
    kept = FOREVER if there and OF_ITS_CONTENT.fullmatch(name) else "no-cache"
    framed = {} if group == "embed/" else {"x-frame-options": "SAMEORIGIN"}
    return {**ALWAYS, **framed, "content-security-policy": policy[group], "cache-control": kept}


def wrong(said: dict[str, str], wanted: dict[str, str]) -> Iterator[str]:
    """Headers that are missing, other, or too many."""
    for name in sorted(wanted.keys() | {"x-frame-options"}):
        if said.get(name) != wanted.get(name):
            yield f"{name}: {said.get(name)!r}, not {wanted.get(name)!r}"
