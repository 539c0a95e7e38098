"""A template's tokens as Jinja's lexer gives them with our settings (blocks trimmed, lines before them stripped).

A tag is cut out by one pattern and its inside by another, where Jinja tries a dozen at each place. ``None`` where a
template has what our templates do not: line endings of other systems, braces, arithmetic, escapes, raw text.
"""

from __future__ import annotations

import re

from jinja2.lexer import Token, operators

INSIDE = r"""(?:[^'"{}%]|'[^'\\]*'|"[^"\\]*")*?"""
# Sign before, inside, sign behind
TAG = re.compile(rf"\{{(?:%(-?)({INSIDE})(-?)%\}}|\{{(-?)({INSIDE})(-?)\}}\}}|\#(-?)(.*?)(-?)\#\}})", re.S)
# By the last group of a tag
KINDS = {3: "block", 6: "variable", 9: "comment"}
OPEN = re.compile(r"\{[%{#]")
# White space, name, text, number, operator, anything else
INNER = re.compile(
    r"""\s+|([A-Za-z_][A-Za-z0-9_]*)|('[^']*'|"[^"]*")|([1-9][0-9]*|0)(?![\w.])|([=!<>]=|[-~()\[\].,:|=<>])|(.)"""
)
NAME, TEXT, NUMBER, OPERATOR = 1, 2, 3, 4
BLANK = re.compile(r"\s*")


def tokens(source: str) -> list[Token] | None:
    """All tokens but those that the parser never sees; the words of begins and ends are left out."""
    if "\r" in source:
        return None
    found: list[Token] = []
    line, at = 1, 0
    for tag in TAG.finditer(source):
        number = tag.lastindex or 0
        kind, (first, inside, last) = KINDS[number], tag.group(number - 2, number - 1, number)
        before = source[at : tag.start()]
        # One that is no tag of ours, up to a brace right before this one
        if OPEN.search(source, at, tag.start() + 1):
            return None
        kept = _stripped(before, first, kind, starts_line=source[at - 1 : at] in ("", "\n"))
        if kept:
            found.append(Token(line, "data", kept))
        line += before.count("\n")
        if kind != "comment":
            within = _within(inside, line)
            if within is None:
                return None
            end = Token(line + inside.count("\n"), f"{kind}_end", "")
            found += [Token(line, f"{kind}_begin", ""), *within, end]
        line += inside.count("\n")
        at = _after(source, tag.end(), last, kind)
        line += source.count("\n", tag.end(), at)
    rest = source[at:]
    if OPEN.search(rest):
        return None
    return [*found, Token(line, "data", rest)] if rest else found


def _stripped(before: str, sign: str, kind: str, *, starts_line: bool) -> str:
    """The words before a tag: without the white space that is to go with it."""
    if sign:
        return before.rstrip()
    begin = before.rfind("\n") + 1
    if kind != "variable" and (begin or starts_line) and BLANK.fullmatch(before, begin):
        return before[:begin]
    return before


def _after(source: str, end: int, sign: str, kind: str) -> int:
    """Where the words behind a tag begin."""
    if sign:
        found = BLANK.match(source, end)
        return found.end() if found else end
    return end + 1 if kind != "variable" and source.startswith("\n", end) else end


def _within(inside: str, line: int) -> list[Token] | None:
    if inside.split(None, 1)[:1] == ["raw"] or any(inside.count(a) != inside.count(b) for a, b in ("()", "[]")):
        return None
    found: list[Token] = []
    for one in INNER.finditer(inside):
        kind, text = one.lastindex, one[0]
        if kind == NAME:
            found.append(Token(line, "name", text))
        elif kind == OPERATOR:
            found.append(Token(line, operators[text], text))
        elif kind == TEXT:
            found.append(Token(line, "string", text[1:-1].encode("ascii", "backslashreplace").decode("unicode-escape")))
        elif kind == NUMBER:
            found.append(Token(line, "integer", int(text)))  # type: ignore[arg-type]
        elif kind:
            return None
        if "\n" in text:
            line += text.count("\n")
    return found
