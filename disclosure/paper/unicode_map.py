"""A font's table of what its glyphs mean (``ToUnicode``, ISO 32000-1, 9.10.3): ``renamed``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

# At most so many lines in a block
BLOCK = 100
CHARS = re.compile(rb"beginbfchar(.*?)endbfchar", re.S)
RANGES = re.compile(rb"beginbfrange(.*?)endbfrange", re.S)
PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
TRIPLE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
TABLE = re.compile(rb"(?:\d+\s+beginbf(?:char|range).*?endbf(?:char|range)\s*)+", re.S)


def renamed(data: bytes, names: Mapping[bytes, str]) -> bytes:
    """The table with other meanings of some codes; each code on a line of its own."""
    table = {code: meant.upper() for code, meant in _read(data)}
    table |= {code: name.encode("utf-16-be").hex().upper().encode() for code, name in names.items()}
    lines = [b"<%s> <%s>\n" % one for one in sorted(table.items())]
    blocks = (lines[at : at + BLOCK] for at in range(0, len(lines), BLOCK))
    text = b"".join(b"%d beginbfchar\n%sendbfchar\n" % (len(one), b"".join(one)) for one in blocks)
    return TABLE.sub(lambda _found: text, data, count=1)


def _read(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    for block in CHARS.findall(data):
        yield from ((code.upper(), meant) for code, meant in PAIR.findall(block))
    for block in RANGES.findall(data):
        for first, last, meant in TRIPLE.findall(block):
            for n in range(int(last, 16) - int(first, 16) + 1):
                code = b"%0*X" % (len(first), int(first, 16) + n)
                yield code, b"%0*X" % (len(meant), int(meant, 16) + n)
