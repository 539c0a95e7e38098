"""Whether a finished file has the tags that it should have: ``flaws``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pypdf.generic import DictionaryObject

from disclosure.paper.pdf_file import PdfFile, named
from disclosure.paper.tagging import elements
from disclosure.translation import gettext as _

# The outline's entries: level and title
Outline = list[tuple[int, str]]


def flaws(data: bytes, headings: Sequence[tuple[int, str]], language: str) -> Iterator[str]:
    """``headings`` are those of the document: level and text."""
    file = PdfFile(data)
    root = file.root
    if "/StructTreeRoot" not in root:
        yield _("没有标签")
        return
    if root.get("/Lang") != language:
        yield _("没有写明语言")
    if not named(root.get("/ViewerPreferences", DictionaryObject())).get("/DisplayDocTitle"):
        yield _("窗口标题不显示题名")
    found = list(elements(root))
    yield from _of_elements(found)
    levels = [int(one["/S"][2:]) for one in found if one["/S"][1:2] == "H" and one["/S"][2:].isdigit()]
    if levels != [level for level, _title in headings]:
        yield _("标题的级别与文件不同")
    if outline(file) != list(headings):
        yield _("书签与标题不同")


def _of_elements(found: Sequence[Any]) -> Iterator[str]:
    if any(one["/S"] == "/TH" and not _attribute(one, "/Scope") for one in found):
        yield _("有表头没有写明管一行还是一列")
    if any(one["/S"] == "/Figure" and not one.get("/Alt") for one in found):
        yield _("有图没有说明")
    if any(one["/S"] == "/Note" and "/ID" not in one for one in found):
        yield _("有注释没有编号")


def _attribute(one: Any, name: str) -> Any:
    given = one.get("/A")
    every = given.get_object() if given is not None else []
    for each in every if isinstance(every, list) else [every]:
        if name in each.get_object():
            return each.get_object()[name]
    return None


def outline(file: PdfFile) -> Outline:
    """Levels are counted from 1, as headings are."""
    made: Outline = []
    start = file.root.get("/Outlines")
    if start is not None:
        _walk(named(start).get("/First"), 1, made)
    return made


def _walk(item: Any, level: int, made: Outline) -> None:
    while item is not None:
        found = named(item)
        made.append((level, " ".join(str(found["/Title"]).split())))
        _walk(found.get("/First"), level + 1, made)
        item = found.get("/Next")
