"""A plain text as Markdown that says it: no sign of it is read as one of Markdown's, none is lost.

Signs that could be read are written with a backslash, those that take none as entities, as few as do: what comes of it
is rendered and held against the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from string import punctuation

from disclosure.source import markdown, markdown_shown

# Web addresses become links: their characters stay the same
ADDRESS = re.compile(r"https?://[A-Za-z0-9][^\s<>\"'`，。；：、！？（）《》“”‘’\u4e00-\u9fff]*[A-Za-z0-9/]")
# What is tried, one after the other: no sign, those that mark something within a line, all
LEVELS = ("", "]}>\\`*_{[<|&~=#＊＃", punctuation + "＊＃－—【】［］（）")
# What Markdown itself takes a backslash before
BACKSLASHED = frozenset("\\`*_{}[]()#+-.!")
LINK = ("<a>", "</a>")


class Unwritable(Exception):
    """A text that Markdown cannot say: too long, or of nothing but signs."""


def paragraphs(text: str) -> str:
    """Each line as a paragraph. ``Unwritable`` where no way to write it says the same."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    told = [line for line in lines if line]
    first = "\n\n".join(map(_paragraph, told))
    for body in (first, "\n\n".join(_entities(line, LEVELS[-1]) for line in told)):
        if says(body, "".join(told)):
            return body
    raise Unwritable


def line(text: str) -> str:
    """A text of one line, for where more than it stands in the line: the text of a heading."""
    return _entities(" ".join(text.split()), LEVELS[1])


def says(body: str, text: str) -> bool:
    """Whether readers of ``body`` get exactly the characters of ``text``, blanks aside, and nothing marked."""
    made = markdown.render(body)
    shown = [one for one in markdown_shown.read(made.html) if one not in LINK]
    return not made.slips and not made.raw_html and shown == [one for one in text if not one.isspace()]


def _paragraph(line: str) -> str:
    """With as few signs escaped as do."""
    for signs in LEVELS:
        if says(_around_addresses(line, signs), line):
            return _around_addresses(line, _fewest(line, signs))
    return _entities(line, LEVELS[-1])


def _fewest(line: str, signs: str) -> str:
    """The signs that have to be escaped, of those that do; what closes a pair is tried to go without first."""
    needed = "".join(one for one in signs if one in line)
    for one in needed:
        fewer = needed.replace(one, "")
        needed = fewer if says(_around_addresses(line, fewer), line) else needed
    return needed


def _around_addresses(line: str, signs: str) -> str:
    return "".join(f"<{part}>" if is_address else _escaped(part, signs) for part, is_address in _parts(line))


def _parts(line: str) -> Iterator[tuple[str, bool]]:
    at = 0
    for found in ADDRESS.finditer(line):
        yield line[at : found.start()], False
        yield found[0], True
        at = found.end()
    yield line[at:], False


def _escaped(text: str, signs: Iterable[str]) -> str:
    wanted = frozenset(signs)
    slashed = wanted & BACKSLASHED
    return "".join(f"\\{one}" if one in slashed else _entities(one, wanted) for one in text)


def _entities(text: str, signs: Iterable[str]) -> str:
    wanted = frozenset(signs)
    return "".join(f"&#{ord(one)};" if one in wanted else one for one in text)
