"""Every word the program says passes through here (gettext).

The source language of the messages is zh-CN: what stands in the code is what an editor or a reader
sees, so the zh-CN catalogue is complete by construction. Other catalogues are compiled from
``locale/<language>/LC_MESSAGES/disclosure.po`` (see ``make messages``).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from gettext import NullTranslations, translation
from pathlib import Path
from typing import BinaryIO

SOURCE_LANGUAGE = "zh-CN"
LOCALE = Path(__file__).parent / "locale"

# Line, function, message, comments
Extracted = tuple[int, None, str, list[str]]

_catalogue = [NullTranslations()]


def use(language: str) -> None:
    """Switch all messages to ``language``; a language without a catalogue falls back to the source language."""
    _catalogue[0] = _of(language)


@cache
def _of(language: str) -> NullTranslations:
    if language == SOURCE_LANGUAGE:
        return NullTranslations()
    return translation("disclosure", LOCALE, [language.replace("-", "_")], fallback=True)


def catalogue() -> NullTranslations:
    """The catalogue in use: what was made of its messages may be kept as long as it is this one."""
    return _catalogue[0]


def mark(message: str) -> str:
    """Only marks a text of a table for extraction (imported as ``N_``); it is translated where it is shown."""
    return message


def gettext(message: str) -> str:
    return _catalogue[0].gettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    return _catalogue[0].ngettext(singular, plural, number)


def declared(file: BinaryIO, *_how: object, **_options: object) -> Iterator[Extracted]:
    """Babel's extractor for ``model/``: label, help and meaning of each declared field (``babel.cfg``)."""
    import ast

    for node in ast.walk(ast.parse(file.read())):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("required", "optional"):
            said = node.args[:2] + [one.value for one in node.keywords if one.arg == "means"]
            texts = [one.value for one in said if isinstance(one, ast.Constant)]
            yield from ((node.lineno, None, str(text), []) for text in texts)
