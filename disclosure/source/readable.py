"""What readers get of a text beyond its bytes: values written with escapes or over several lines, rendered prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import takewhile

import yaml

from disclosure.model.text import ReportText, line_text
from disclosure.problem import Place
from disclosure.source import frontmatter
from disclosure.source.files import place_at
from disclosure.source.prose import RenderedProse
from disclosure.source.yaml import LOADER

# A value goes on in the next line. Only with this or an escape do values hold digits that their bytes do not show
GOES_ON = re.compile(r"\n[ \t]+[\"']?\d")
JSON_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
BLOCK = re.compile(r"</?(?:p|div|li|td|th|tr|h[1-6]|dd|dt|dl|pre|ul|ol|table|thead|tbody|blockquote|hr)\b[^>]*>")
# A line that ends within a number
WITHIN = re.compile(r"(?<=\d)\n(?=\d)")
BREAK, TAG = re.compile(r"<br\b[^>]*>|\n"), re.compile(r"<[^>]*>")
SAID = re.compile(r'\b(?:title|alt)="([^"]*)"')
ALT = re.compile(r'\balt="([^"]+)"')
# Signs within the digits of a line of a report
MARKED = re.compile(r"\d(?:\\|\*|\[\^)")


def values(path: str, text: str) -> Iterator[tuple[str, Place]]:
    """The scalars of a YAML file, or of a Markdown file's head, that may not be what their bytes show."""
    if path.endswith(".md"):
        lines = text.split("\n")
        head = list(takewhile(lambda line: line.rstrip() != frontmatter.FENCE, lines[1:]))
        yield from _scalars(path, "\n".join(head), frontmatter.FIRST_LINE)
    elif path.endswith((".yml", ".yaml")):
        yield from _scalars(path, text, 1)
    elif path.endswith(".json") and JSON_ESCAPE.search(text):
        yield JSON_ESCAPE.sub(lambda found: chr(int(found[1], 16)), text), Place(path)


def _scalars(path: str, text: str, first_line: int) -> Iterator[tuple[str, Place]]:
    if not ("\\" in text or "&" in text or GOES_ON.search(text)):
        return
    try:
        for event in yaml.parse(text, Loader=LOADER):
            if isinstance(event, yaml.ScalarEvent):
                mark = event.start_mark
                assert mark is not None
                yield unescape(event.value), Place(path, mark.line + first_line, mark.column + 1)
    except (yaml.YAMLError, ValueError):
        # Said by the reading
        return


def prose(rendered: RenderedProse) -> Iterator[str]:
    """Block by block what stands on the page, then where its links lead, and what pictures and links say."""
    html = rendered.html
    joined = WITHIN.sub("", html)
    yield from unescape(TAG.sub("", BLOCK.sub("\0", BREAK.sub(" ", joined)))).split("\0")
    yield from rendered.targets
    yield from map(unescape, SAID.findall(html))


def pictures(rendered: RenderedProse) -> Iterator[str]:
    """What the pictures of a text are called, and the words that stand for them."""
    yield from rendered.images
    yield from map(unescape, ALT.findall(rendered.html))


def report(markdown: str, text: ReportText) -> Iterator[tuple[str, int]]:
    """The lines of a report's text that have signs between digits, with their numbers."""
    if MARKED.search(markdown):
        yield from ((line_text(line), line.line) for line in text.lines)


def place_of(path: str, body: str, body_line: int, digits: str) -> Place:
    """About where in a text the digits are written: as many of the last of them as stand there."""
    for n in range(len(digits), 3, -1):
        found = re.search(r"[^0-9]{0,12}?".join(digits[-n:]), body)
        if found:
            return place_at(path, body, found.start(), body_line)
    return Place(path, body_line)
