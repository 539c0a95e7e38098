"""Fields of Word whose words stand in their instruction alone: signs in a circle, readings above characters."""

from __future__ import annotations

import re

from msgspec import Struct

# 带圈字符: eq \o\ac(○,1). 拼音指南 of older versions: eq \* jc2 … \o\ad(\s\up 9(pīn),拼)
CIRCLED = re.compile(r"eq\s*\\o\s*\\ac\s*\(\s*[○〇◯]\s*[,;，]\s*(\d{1,2})\s*\)", re.I)
READ_ALOUD = re.compile(r"\\o\s*\\ad?\s*\(\s*\\s\s*\\up\s*\d+\s*\(([^()]*)\)\s*[,;，]([^()]*)\)", re.I)
FORMULA = re.compile(r"\s*eq\b", re.I)


class FieldText(Struct, frozen=True):
    """What a reader sees of a field, and how that is read aloud."""

    text: str
    reading: str = ""


def shown(instruction: str) -> FieldText | None:
    """Nothing where the program cannot tell."""
    circled = CIRCLED.search(instruction)
    if circled and 0 < int(circled[1]) <= 20:
        return FieldText(chr(ord("①") + int(circled[1]) - 1))
    aloud = READ_ALOUD.search(instruction)
    if aloud:
        return FieldText(aloud[2], aloud[1])
    return None if FORMULA.match(instruction) else FieldText("")
