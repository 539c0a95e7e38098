"""Every file of the site, asked of a server: what it is sent with, whole, packed, in part and once more."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from . import wanted
from .asked import Answer, ask

# What is not there, at every depth and of every kind that is asked for by programs
NOWHERE = (
    *("nothing", "nothing.html", "a/b/c/d/e/f/", "Index.html", "INDEX.HTML", "index.html/x", "data/none.csv"),
    *("none.feed.json", "calendar/none.ics", "data/none.json", "embed/2024/none.html", "desk/none.js"),
    *("assets/site-00000000.css", "assets/none.js?v=00000000", "reports/2024/commitments/", ".git/config", ".htaccess"),
)
WHOLE = {"Accept-Encoding": "identity"}
PACKED = {"Accept-Encoding": "gzip"}


class Asked(Struct):
    """What was asked and what was wrong."""

    requests: int = 0
    faults: list[str] = []

    def note(self, what: str, faults: Iterator[str]) -> None:
        self.faults += [f"{what}: {one}" for one in faults]

    def get(self, address: str, headers: dict[str, str], method: str = "GET") -> Answer:
        self.requests += 1
        return ask(address, headers, method)


def names(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())


def of_each_kind(site: Path) -> list[str]:
    """A file for each type and policy: the sample."""
    kinds = {(wanted.type_of(name), name.partition("/")[0] in ("desk", "embed")): name for name in names(site)}
    return sorted({*kinds.values(), *wanted.PAGES.values()})


def asked(root: str, site: Path, files: list[str]) -> Asked:
    """All of these files and what is not there."""
    found, policy = Asked(), wanted.policies(site)
    for name in files:
        data = (site / name).read_bytes()
        found.note(name, _whole(found, root, name, data, policy))
        found.note(name, _again(found, root, name, data))
        if name.startswith(("assets/", "desk/")) and name.endswith(".js"):
            found.note(name, _versioned(found, root, name, policy))
    for name in NOWHERE:
        found.note(name, _nowhere(found, root, name, site, policy))
    found.note("folders", _folders(found, root, site))
    return found


def _whole(found: Asked, root: str, name: str, data: bytes, policy: dict[str, str]) -> Iterator[str]:
    answer = found.get(root + name, WHOLE)
    if (answer.status, answer.data) != (200, data):
        yield f"{answer.status}, {len(answer.data)} bytes of {len(data)}"
    if not wanted.is_type(name, answer.type):
        yield f"type {answer.type!r}"
    yield from wanted.wrong(dict(answer.headers), wanted.headers(name, policy))
    head = found.get(root + name, WHOLE, "HEAD")
    if (head.status, head.data, head.type) != (200, b"", answer.type):
        yield f"HEAD: {head.status}, {head.type!r}"


def _again(found: Asked, root: str, name: str, data: bytes) -> Iterator[str]:
    """Packed, a part of it, and asked again by whoever has it."""
    packed = found.get(root + name, PACKED)
    is_packed = packed.headers.get("content-encoding") == "gzip"
    if (gzip.decompress(packed.data) if is_packed else packed.data) != data:
        yield "packed it is another"
    if is_packed and "accept-encoding" not in packed.headers.get("vary", "").lower():
        yield "packed, and no Vary"
    again = found.get(root + name, {**PACKED, "If-None-Match": packed.headers.get("etag", "")})
    if again.status != 304:
        yield f"asked again with {packed.headers.get('etag')}: {again.status}"
    part = found.get(root + name, {**WHOLE, "Range": "bytes=1-4"})
    if (part.status, part.data) != (206, data[1:5]):
        yield f"a part: {part.status}, {part.data[:9]!r}"


def _versioned(found: Asked, root: str, name: str, policy: dict[str, str]) -> Iterator[str]:
    query = f"{name}?v=01234567"
    yield from wanted.wrong(dict(found.get(root + query, WHOLE).headers), wanted.headers(query, policy))


def _nowhere(found: Asked, root: str, name: str, site: Path, policy: dict[str, str]) -> Iterator[str]:
    answer = found.get(root + name, WHOLE)
    if (answer.status, answer.data) != (404, (site / "404.html").read_bytes()):
        yield f"{answer.status}, {answer.data[:40]!r}"
    if answer.type.lower() != "text/html; charset=utf-8":
        yield f"type {answer.type!r}"
    yield from wanted.wrong(dict(answer.headers), wanted.headers(name, policy, there=False))


def _folders(found: Asked, root: str, site: Path) -> Iterator[str]:
    """The address of a folder leads to its first page, with the sign behind it or without."""
    for name in ("", "reports/2024/"):
        answer = found.get(root + name, WHOLE)
        if (answer.status, answer.data) != (200, (site / name / "index.html").read_bytes()):
            yield f"/{name}: {answer.status}"
    led = found.get(f"{root}reports/2024", WHOLE)
    if led.status not in (301, 308) or not led.headers["location"].endswith("/reports/2024/"):
        yield f"{led.status} {led.headers.get('location')}"
