"""Front matter: the YAML between two ``---`` lines at the top of a Markdown file."""

from __future__ import annotations

import re

from msgspec import Struct

from disclosure.problem import Place, Problem
from disclosure.source import yaml
from disclosure.translation import gettext as _

FENCE = "---"
FIRST_LINE = 2
# What was meant as a fence: longer or shorter, in full width, or with something behind it
NEAR_FENCE = re.compile(r"--+\s*|[—–－―─-]{2,}\s*|\.\.\.\s*|---.*")
FENCE_SIGNS = "-—–－―─."
# A line that may stand in front matter, and one that only Markdown has: a heading behind an empty line
OF_HEAD = re.compile(r"|[ #-].*|[A-Za-z_'\"][^:：]*[:：].*")
HEADING = re.compile(r"#{2,6} ")


class FrontMatterDocument(Struct, frozen=True):
    """A Markdown file taken apart: ``head`` is the YAML, ``body_line`` the line the body begins on."""

    head: yaml.Written
    raw: yaml.RawNode | None
    body: str
    body_line: int


def split(text: str, path: str) -> tuple[FrontMatterDocument, list[Problem]]:
    """Head and body; a file without front matter is all body and a problem."""
    lines = text.split("\n")
    nothing = yaml.Written(path, "")
    if lines[0].rstrip() != FENCE:
        return FrontMatterDocument(nothing, None, text, 1), [_unopened(lines, path)]
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    unclosed = _unclosed(lines, len(lines) if end is None else end)
    if end is None or unclosed is not None:
        return FrontMatterDocument(nothing, None, "", 1), [_not_closed(lines, path, unclosed)]
    head = "\n".join(lines[1:end])
    raw, problems = yaml.read(head, path, FIRST_LINE)
    if raw is None and not problems:
        problems = [_missing(Place(path, FIRST_LINE), _("开头的元数据是空的"))]
    written = yaml.Written(path, head, FIRST_LINE)
    # No line after the file's last: a body that is missing is missed there
    return FrontMatterDocument(written, raw, "\n".join(lines[end + 1 :]), min(end + 2, len(lines))), problems


def _unopened(lines: list[str], path: str) -> Problem:
    first = next((n for n, line in enumerate(lines) if line.strip()), 0)
    if first and lines[first].rstrip() == FENCE:
        return Problem(Place(path), "front-matter", _("开头的 --- 前面有空行"), _("删去空行，第一行写 ---"))
    if NEAR_FENCE.fullmatch(lines[first]):
        return _no_fence(lines, path, first)
    return _missing(Place(path), _("缺少开头的元数据"))


def _unclosed(lines: list[str], end: int) -> int | None:
    """The line before ``end`` that can no longer be front matter: a fence was meant there, or the text has begun."""
    for number in range(1, end):
        line, after_blank = lines[number], not lines[number - 1].strip()
        if (line[:1] in FENCE_SIGNS and _is_near(line)) or (after_blank and _is_text(line)):
            return number
    return None


def _is_text(line: str) -> bool:
    return HEADING.match(line) is not None or not (line.isascii() or OF_HEAD.fullmatch(line))


def _is_near(line: str) -> bool:
    return line != "" and NEAR_FENCE.fullmatch(line) is not None and line.rstrip() != FENCE


def _not_closed(lines: list[str], path: str, at: int | None) -> Problem:
    if at is None:
        return _missing(Place(path), _("开头的元数据没有结束"))
    if _is_near(lines[at]):
        return _no_fence(lines, path, at)
    message = _("开头的元数据没有结束：这一行是正文，前面缺一行 ---")
    return _missing(Place(path, at + 1), message)


def _no_fence(lines: list[str], path: str, at: int) -> Problem:
    message = _("这一行应当正好是 ---，却是 {line}").format(line=lines[at].strip()[:20])
    return _missing(Place(path, at + 1), message)


def _missing(place: Place, message: str) -> Problem:
    return Problem(place, "front-matter", message, _("文件以一行 --- 开始，写完字段后再用一行 --- 结束"))
