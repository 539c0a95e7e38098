"""Content holds no characters that nobody sees, or that look like others, but those of the archived source."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.catalog.catalog import Catalog
from disclosure.problem import Place, Problem
from disclosure.source import characters
from disclosure.source.files import SourceFile, decode, place_at
from disclosure.translation import gettext as _

# How many characters beside it say that one was copied from the source
BESIDE = 2


def check_characters(catalog: Catalog) -> Iterator[Problem]:
    """character: 内容和文件名里没有看不见的、与常用字相似的字符；存档原文里的照录。"""
    sources = {report.source.name: decode(report.source)[0] for report in catalog.reports if report.source}
    for file in catalog.files:
        yield from _of_name(file)
        if file.name.endswith((".md", ".yml")):
            text = decode(file)[0]
            for strange in characters.find(text):
                if not any(_is_in(source, text, strange.offset) for source in sources.values()):
                    yield characters.problem(place_at(file.path, text, strange.offset), strange)


def _of_name(file: SourceFile) -> Iterator[Problem]:
    for strange in characters.find(file.name):
        message = _("文件名里有{message}").format(message=strange.message)
        yield Problem(Place(file.path), "character", message, strange.hint)


def _is_in(source: str, text: str, at: int) -> bool:
    """Whether the character stands in the archived source beside what it stands beside here."""
    if text[at] not in source:
        return False
    around = (text[max(at - BESIDE, 0) : at + 1], text[at : at + 1 + BESIDE])
    return any("\n" not in part and part in source for part in around)
