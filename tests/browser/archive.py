"""The archived report, read by the rules of docs/domain.md: written anew, so as not to trust the program itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

BODY = re.compile(r"[ \t\u3000]*\[(\d+): (.*?)\][ \t\u3000]*")
MARK = re.compile(r"\[endnoteRef:(\d+)\]")


@dataclass(frozen=True)
class BodyLine:
    """A line of body text; ``marks`` are the note numbers, each with the line's text before it."""

    text: str
    marks: list[list[int | str]]


def lines(source: str) -> list[BodyLine]:
    bodies_out = (BODY.sub("", line).rstrip() for line in source.split("\n"))
    return [BodyLine(MARK.sub("", line), marks(line)) for line in bodies_out if line]


def marks(line: str) -> list[list[int | str]]:
    return [[int(one[1]), MARK.sub("", line[: one.start()])] for one in MARK.finditer(line)]


def notes(source: str) -> dict[int, str]:
    return {int(number): text for number, text in BODY.findall(source)}
