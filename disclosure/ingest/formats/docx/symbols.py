"""Characters of symbol fonts, as the characters that mean them."""

from __future__ import annotations

import re

# By their codes in the font
SYMBOL = dict(
    zip(
        b"\xb7\xb0\xb1\xb4\xb8\xa3\xb3\xb9\xbb\xa5abgdlmpsSW\xac\xad\xae\xaf\xd6%-+=",
        "•°±×÷≤≥≠≈∞αβγδλμπσ∑Ω←↑→↓√%−+=",
        strict=True,
    )
)
WINGDINGS = dict(
    zip(b"lmnoqtuvw\x9f\xa7\xa8\xd8\xe0\xfb\xfc\xfd\xfe\xab\xa1", "●❍■□❑⧫◆❖⬥•▪◻➢→✗✓☒☑★○", strict=True),
)
CODE = re.compile("[0-9A-Fa-f]{1,4}")
PRIVATE = range(0xF000, 0xF100)
# What printers set where they have no type
MISSING = "〓"


def symbol(font: str, written: str) -> str:
    """A character of a font by its code in hexadecimal; ``MISSING`` where nobody knows which it is."""
    if not CODE.fullmatch(written):
        return MISSING
    code = int(written, 16)
    if code not in PRIVATE and code > 0xFF:
        return MISSING if 0xD800 <= code < 0xE000 else chr(code)
    return (WINGDINGS if "wingdings" in font.lower() else SYMBOL).get(code & 0xFF, MISSING)


def plain(character: str) -> str:
    """The sign before a list's line: those of symbol fonts are round."""
    return "•" if ord(character) in PRIVATE else character
