"""Every word the program says passes through here (gettext).

The source language of the messages is zh-CN: what stands in the code is what an editor or a reader
sees, so the zh-CN catalogue is complete by construction. Other catalogues are compiled from
``locale/<language>/LC_MESSAGES/disclosure.po`` (see ``make messages``).
"""

from __future__ import annotations

from gettext import NullTranslations, translation
from pathlib import Path

SOURCE_LANGUAGE = "zh-CN"
LOCALE = Path(__file__).parent / "locale"

_catalogue = [NullTranslations()]


def use(language: str) -> None:
    """Switch all messages to ``language``; a language without a catalogue falls back to the source language."""
    _catalogue[0] = NullTranslations()
    if language != SOURCE_LANGUAGE:
        _catalogue[0] = translation("disclosure", LOCALE, [language.replace("-", "_")], fallback=True)


def gettext(message: str) -> str:
    return _catalogue[0].gettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    return _catalogue[0].ngettext(singular, plural, number)
