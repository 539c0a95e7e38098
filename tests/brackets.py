"""A message catalogue that puts ⟦brackets⟧ around every message: what shows none did not pass gettext."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from gettext import NullTranslations
from unittest.mock import patch

from disclosure import translation


class Brackets(NullTranslations):
    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"


@contextmanager
def speaking(catalogue: NullTranslations) -> Iterator[None]:
    """Every message is this catalogue's, whatever language the content asks for."""
    before = translation._catalogue[0]
    translation._catalogue[0] = catalogue
    try:
        with patch.object(translation, "use", lambda _language: None):
            yield
    finally:
        translation._catalogue[0] = before


def bracketed() -> AbstractContextManager[None]:
    """Every message is bracketed."""
    return speaking(Brackets())


def without_brackets(text: str) -> str:
    return text.replace("⟦", "").replace("⟧", "")
