"""What pages show that is no word of the program: every message is cut out, and what is put into messages is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from gettext import NullTranslations
from html.parser import HTMLParser

from disclosure.theme import theme
from tests.brackets import speaking

_PLACE = re.compile(r"\{[a-z_]*\}|%\([a-z_]+\)s")
_SAID = re.compile("⟦[^⟧]*⟧")
# Between two pieces of text that stand apart
_APART = "\0"
# What stands around every page, and what no reader sees
_AROUND = ("script", "style", "template", "header", "footer", "nav", "title", "svg")
_VOID = ("meta", "link", "img", "br", "hr", "input", "wbr", "col", "source")


class Hollow(NullTranslations):
    """Messages in brackets, what is put into them outside: ⟦共⟧{n}⟦条⟧."""

    def gettext(self, message: str) -> str:
        return "⟦" + _PLACE.sub(r"⟧\g<0>⟦", message) + "⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


@contextmanager
def hollow() -> Iterator[None]:
    """Whatever is built says nothing but values."""
    theme._theme.cache_clear()
    try:
        with speaking(Hollow()):
            yield
    finally:
        theme._theme.cache_clear()


def without_words(text: str) -> str:
    return text.replace("⟦", "").replace("⟧", "")


class _PageReader(HTMLParser):
    """``texts`` are those between tags, ``addresses`` where links lead to other sites, ``days`` of <time>."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: list[str] = []
        self.addresses: list[str] = []

    @property
    def is_around(self) -> bool:
        return any(tag in _AROUND for tag in self.open)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID:
            self.open.append(tag)
        self.texts.append(_APART)
        href = dict(attrs).get("href") or ""
        if href.startswith("http") and not self.is_around:
            self.addresses.append(href)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop() != tag:
            pass
        self.texts.append(_APART)

    def handle_data(self, data: str) -> None:
        if not self.is_around:
            self.texts.append(data)


def values(html: str) -> tuple[list[str], list[str]]:
    """The values that a page shows, and the addresses outside the site to which it leads."""
    reader = _PageReader()
    reader.feed(html)
    shown = _SAID.sub(_APART, "".join(reader.texts))
    pieces = (" ".join(piece.split()) for piece in shown.split(_APART))
    return [piece for piece in pieces if re.search(r"\w", piece)], reader.addresses
