"""A value of a YAML line as it was meant, in quotes: what a hint shows."""

from __future__ import annotations

import re

# Longer ones are not shown: the words beside them suffice
LONGEST = 120
LINE = re.compile(r" *(?:- +)*(?P<key>[^\s:：'\"{}\[\],#&*!|>%@`-][^\s:：]*:[ \t]+)?(?P<value>\S(?:.*[^ \t])?)[ \t]*")
# Where a field begins within braces
FIELD = re.compile(r",\s*(?=[A-Za-z_][A-Za-z0-9_-]*:(?:\s|$))")
PIECE = re.compile(r"\s*(?P<key>[^\s:]+:\s+)?(?P<value>.*?)\s*", re.S)
CLOSING = {"{": "}", "[": "]"}
QUOTED = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\"")
# A text that begins so is no plain text to YAML, and one that holds such signs ends before them
INDICATOR = re.compile(r"[\[\]{},#&*!|>%@`'\"]|[-?:](?:\s|$)")
CUTS = re.compile(r"\s#|:(?:\s|$)")
CUTS_IN_BRACKETS = re.compile(rf"{CUTS.pattern}|[,\[\]{{}}]|^[?-]|^:")


def quoted(text: str) -> str:
    """A text in quotes that change nothing of it."""
    if "'" in text and '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def mended(line: str) -> str:
    """The first value of a line that YAML reads otherwise than it looks, in quotes with its field; empty if there is
    none, or it is too long to be shown."""
    found = LINE.fullmatch(line)
    piece = _piece(found["key"] or "", found["value"], in_brackets=False) if found else ""
    return piece if len(piece) <= LONGEST else ""


def _piece(key: str, value: str, *, in_brackets: bool) -> str:
    if QUOTED.fullmatch(value) or not value or (value[0] in CLOSING and CLOSING[value[0]] not in value):
        return ""
    if value[0] == "{" and value[-1] == "}":
        return _first(FIELD.split(value[1:-1])) if FIELD.search(f",{value[1:]}") else key + quoted(value)
    if value[0] == "[" and value[-1] == "]":
        return _first(_items(value[1:-1]))
    plain = not INDICATOR.match(value) and not (CUTS_IN_BRACKETS if in_brackets else CUTS).search(value)
    return "" if plain else key + quoted(value)


def _first(pieces: list[str]) -> str:
    found = [PIECE.fullmatch(piece) for piece in pieces]
    mended = (_piece(one["key"] or "", one["value"], in_brackets=True) for one in found if one)
    return next(filter(None, mended), "")


def _items(inside: str) -> list[str]:
    """What stands between commas that have a blank, or between all where none has."""
    return (
        re.split(r",\s+", inside) if re.search(r",\s", inside) or re.search(r"\d,\d|://", inside) else inside.split(",")
    )
