"""What pages draw, as Skia writes it (an operation a line): ``marked`` and ``Glyphs``.

Chromium tags what stands in the page, but neither its margin boxes nor backgrounds and borders: PDF/UA wants all that
called an artifact, or a reader reads running heads aloud in the middle of a sentence. And where a font draws several
characters with one glyph (户 and the radical ⼾), the file calls the glyph by the first of them and says the right one
beside it (``ActualText``), which not every reader reads.
"""

from __future__ import annotations

import re

BEGIN, END = b"/Artifact BMC", b"EMC"
OPENS = re.compile(rb"(?:BDC|BMC)$")
# Operators that begin a path, and those that end it: painted, or not
PATH = re.compile(rb" (?:re|m)$")
PAINTED = re.compile(rb"^(?:f\*?|F|S|s|B\*?|b\*?)$")
UNPAINTED = re.compile(rb"(?:^| )n$")
# A picture, or a shading
DRAWN = re.compile(rb" (?:Do|sh)$")
FONT = re.compile(rb"(/\S+) \S+ Tf$")
SHOWN = re.compile(rb"<([0-9A-Fa-f]+)>")
SHOWS = re.compile(rb"T[jJ]$")
ACTUAL = re.compile(rb"/ActualText\s*<FEFF([0-9A-Fa-f]+)>")


def marked(data: bytes) -> bytes:
    """The same drawing, with what has no tag marked as an artifact."""
    marker = _Marker()
    for line in data.split(b"\n"):
        marker.take(line)
    return b"\n".join([*marker.made, *marker.path])


class _Marker:
    """The lines so far. ``depth`` counts the marked content that is open, ``path`` is one without a tag, begun and not
    yet painted: what is marked may not begin or end in the middle of it."""

    def __init__(self) -> None:
        self.made: list[bytes] = []
        self.path: list[bytes] = []
        self.depth = 0

    def take(self, line: bytes) -> None:
        if self.path:
            self._draw(line)
        elif self.depth == 0 and PATH.search(line):
            self.path = [line]
        else:
            self.depth += bool(OPENS.search(line)) - (line == END)
            self.made += self._untagged(line) if self.depth == 0 else [line]

    def _draw(self, line: bytes) -> None:
        self.path.append(line)
        if PAINTED.search(line):
            self.made += [BEGIN, *self.path, END]
            self.path = []
        elif UNPAINTED.search(line):
            self.made += self.path
            self.path = []

    def _untagged(self, line: bytes) -> list[bytes]:
        """A text is an artifact from its first operation to its last; what opens in it closes in it."""
        if DRAWN.search(line):
            return [BEGIN, line, END]
        return {b"BT": [BEGIN, line], b"ET": [line, END]}.get(line, [line])


class Glyphs:
    """What each glyph of each font is said to be where it is drawn: by font and code, characters; ``None`` among them
    where nothing is said."""

    def __init__(self) -> None:
        self.said: dict[tuple[int, bytes], set[str | None]] = {}

    def read(self, data: bytes, fonts: dict[bytes, tuple[int, int]]) -> None:
        """A page's drawing; ``fonts`` are its fonts by name: number of the object, hexadecimal digits of a code."""
        font, actual = (0, 2), None
        for line in data.split(b"\n"):
            if (found := FONT.search(line)) and found[1] in fonts:
                font = fonts[found[1]]
            elif found := ACTUAL.search(line):
                actual = bytes.fromhex(found[1].decode()).decode("utf-16-be", "replace")
            elif line == END:
                actual = None
            elif SHOWS.search(line):
                codes = [code for each in SHOWN.findall(line) for code in _codes(each.upper(), font[1])]
                for code in codes:
                    # Several glyphs for one text: none of them is it
                    said = actual if len(codes) == 1 else None
                    self.said.setdefault((font[0], code), set()).add(said)

    def certain(self) -> dict[int, dict[bytes, str]]:
        """By font, the glyphs that are always said to be one and the same."""
        found: dict[int, dict[bytes, str]] = {}
        for (font, code), said in self.said.items():
            if len(said) == 1 and (only := next(iter(said))) is not None:
                found.setdefault(font, {})[code] = only
        return found


def _codes(text: bytes, digits: int) -> list[bytes]:
    return [text[at : at + digits] for at in range(0, len(text), digits)]
