"""Front matter: the YAML between two ``---`` lines at the top of a Markdown file."""

from __future__ import annotations

from msgspec import Struct

from disclosure.problem import Place, Problem
from disclosure.source import yaml
from disclosure.translation import gettext as _

FENCE = "---"
FIRST_LINE = 2


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
        return FrontMatterDocument(nothing, None, text, 1), [_missing(Place(path), _("缺少开头的元数据"))]
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        return FrontMatterDocument(nothing, None, "", 1), [_missing(Place(path), _("开头的元数据没有结束"))]
    head = "\n".join(lines[1:end])
    raw, problems = yaml.read(head, path, FIRST_LINE)
    if raw is None and not problems:
        problems = [_missing(Place(path, FIRST_LINE), _("开头的元数据是空的"))]
    written = yaml.Written(path, head, FIRST_LINE)
    return FrontMatterDocument(written, raw, "\n".join(lines[end + 1 :]), end + 2), problems


def _missing(place: Place, message: str) -> Problem:
    return Problem(place, "front-matter", message, _("文件以一行 --- 开始，写完字段后再用一行 --- 结束"))
