"""Two built sites held against each other, but for how they look and what they run.

Out of the pages go style elements and links, the content security policy, scripts, the links that load assets, class
attributes and the names of scripts' modules; out of the manifest the digests. Whatever else differs is told, with a
short excerpt, unless it matches what was ``--wanted``.

    python -m benchmarks.compare_sites OLD NEW [--except 'search/*'] [--wanted '<span data-whole.*?</span>']
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator, Sequence
from fnmatch import fnmatch
from itertools import zip_longest
from pathlib import Path

LOOKS = re.compile(
    r"""<style\b[^>]*>.*?</style>\n?
    | <script\b[^>]*>.*?</script>\n?
    | <meta\ http-equiv="Content-Security-Policy"[^>]*>\n?
    | <link\b[^>]*\brel="(?:stylesheet|preload|modulepreload)"[^>]*>\n?
    | \ (?:class|data-module)="[^"]*" """,
    re.S | re.X,
)
ASSET = re.compile(r"assets/[\w.-]+(?:\?v=\w+)?")
ASSETS, MANIFEST = "assets/", "manifest.json"
# How much of a difference is shown, and how much before it
SHOWN, BEFORE = 80, 30


def comparable(address: str, data: bytes, wanted: Sequence[str] = ()) -> str:
    """A file's text without what may differ; bytes that are no text stand for themselves."""
    text = _plain(address, data.decode("utf-8", "backslashreplace"))
    for pattern in wanted:
        text = re.sub(pattern, "", text, flags=re.S)
    return text


def _plain(address: str, text: str) -> str:
    if address == MANIFEST:
        manifest = json.loads(text)
        manifest["files"] = [name for name in manifest["files"] if not name.startswith(ASSETS)]
        return json.dumps(manifest, ensure_ascii=False, indent=1)
    return ASSET.sub(ASSETS, LOOKS.sub("", text)) if address.endswith(".html") else text


def addresses(site: Path, without: Sequence[str] = ()) -> set[str]:
    """Every file but the assets and those that match ``without``."""
    found = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    return {one for one in found if not any(fnmatch(one, pattern) for pattern in (ASSETS + "*", *without))}


def differences(old: Path, new: Path, without: Sequence[str] = (), wanted: Sequence[str] = ()) -> Iterator[str]:
    """What differs, a line for each file."""
    before, after = addresses(old, without), addresses(new, without)
    for address in sorted(before | after):
        if address not in after:
            yield f"{address}: only in {old}"
        elif address not in before:
            yield f"{address}: only in {new}"
        else:
            one, other = (comparable(address, (site / address).read_bytes(), wanted) for site in (old, new))
            if one != other:
                yield f"{address}: {excerpt(one, other)}"


def excerpt(one: str, other: str) -> str:
    """Both texts around the first character that differs."""
    at = next(n for n, (a, b) in enumerate(zip_longest(one, other)) if a != b)
    start = max(0, at - BEFORE)
    return f"at {at}: {one[start : start + SHOWN]!r} became {other[start : start + SHOWN]!r}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    parser.add_argument("--except", dest="without", action="append", default=[], metavar="PATTERN")
    parser.add_argument("--wanted", action="append", default=[], metavar="REGEX")
    given = parser.parse_args()
    found = list(differences(given.old, given.new, given.without, given.wanted))
    sys.stdout.write("".join(f"{line}\n" for line in found) or "equal\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
