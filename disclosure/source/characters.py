"""Characters that are not what they seem: those that nobody sees, and those that look like others.

The ONE place that says which characters content may hold. Almost all text is of usual characters, which one pattern
passes over; only of the others is asked what they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from msgspec import Struct

from disclosure.problem import Place, Problem
from disclosure.source.character_tables import (
    ALIKE,
    BESIDE_KANA,
    ELSEWHERE,
    KANA,
    LIGATURES,
    RADICALS,
    RADICALS_FROM,
    USUAL,
)
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

# No text has these, the archived source neither: templates and files rely on it
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
UNUSUAL = re.compile(f"[^{USUAL}]|[{''.join(KANA)}]")
LETTERS = re.compile(r"[A-Za-z\u0370-\u03ff\u0400-\u052f]+")
# Invisible though no category says so: grapheme joiner, fillers, variation selectors, blank braille pattern
BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\ufffc\ufffd\U000e0100-\U000e01ef]"
)
HIDDEN = "□"
UNSEEN, UNASSIGNED = N_("看不见的字符"), N_("没有公认字形的字符（私用、未分配或乱码）")
LOOK_ALIKE, WIDE_BLANK = N_("与常用字相似的另一个字符"), N_("不是普通空格的空白字符")


class Strange(Struct, frozen=True):
    """A character that is not what it seems, where it stands, and what was meant, if that is known."""

    offset: int
    character: str
    kind: str
    meant: str | None

    @property
    def message(self) -> str:
        shown = f"“{self.character}”" if self.kind == LOOK_ALIKE else ""
        return _("{kind} U+{code:04X}{shown}").format(kind=_(self.kind), code=ord(self.character), shown=shown)

    @property
    def hint(self) -> str:
        if self.kind == UNASSIGNED:
            return _("换成原来的字；没有这个字时用文字说明")
        if self.meant is None:
            return _("换成常用的字")
        return _("换成“{meant}”").format(meant=self.meant) if self.meant.strip() else _blank(self.meant)


def problem(place: Place, strange: Strange) -> Problem:
    if unicodedata.category(strange.character) == "Cc":
        return Problem(place, "control", strange.message, strange.hint)
    return Problem(place, "character", strange.message, strange.hint)


def _blank(meant: str) -> str:
    return _("换成普通的空格，或删去") if meant else _("删去这个字符")


def find(text: str) -> Iterator[Strange]:
    """Every strange character of a text, in its order."""
    for found in UNUSUAL.finditer(text):
        kind, meant = _judged(text, found.start())
        # A run of one character is told once
        if kind and text[found.start() - 1 : found.start()] != found[0]:
            yield Strange(found.start(), found[0], kind, meant)


def legible(text: str) -> str:
    """A text with a square for each character that content may not hold."""
    while strange := {one.character for one in find(text)}:
        text = "".join(HIDDEN if sign in strange else sign for sign in text)
    return text


def _judged(text: str, at: int) -> tuple[str, str | None]:
    """What is wrong with a character, and what was meant; an empty kind where nothing is."""
    character = text[at]
    if character in KANA:
        beside = text[max(at - 1, 0) : at] + text[at + 1 : at + 2]
        return ("", None) if BESIDE_KANA.search(beside) else (LOOK_ALIKE, KANA[character])
    category = unicodedata.category(character)
    if category in ("Cf", "Cc", "Zl", "Zp") or BLANK.match(character):
        return UNSEEN, ""
    if category == "Zs":
        return WIDE_BLANK, " "
    if category in ("Co", "Cn", "Cs"):
        return UNASSIGNED, None
    return _look_alike(text, at)


def _look_alike(text: str, at: int) -> tuple[str, str | None]:
    character = text[at]
    plain = unicodedata.normalize("NFC", character)
    if plain != character:
        return LOOK_ALIKE, plain
    if "\u0300" <= character <= "\u036f":
        joined = unicodedata.normalize("NFC", text[max(at - 1, 0) : at + 1])
        return LOOK_ALIKE, joined if len(joined) == 1 else None
    if "\u2e80" <= character <= "\u2fd5" or "\u31c0" <= character <= "\u31e3":
        return LOOK_ALIKE, radical(character)
    if unicodedata.category(character) == "Nd" or "\U0001d400" <= character <= "\U0001d7ff" or character in LIGATURES:
        return LOOK_ALIKE, _plain(character)
    return _foreign(text, at)


def radical(character: str) -> str | None:
    """The character that a radical is taken for; ``None`` where it is taken for none."""
    at = ord(character) - RADICALS_FROM
    if 0 <= at < len(RADICALS) and RADICALS[at] != " ":
        return RADICALS[at]
    plain = ELSEWHERE.get(character) or unicodedata.normalize("NFKC", character)
    return plain if plain != character else None


def _plain(character: str) -> str:
    """The digit or letter that a character stands for."""
    digit = unicodedata.decimal(character, None)
    return str(digit) if digit is not None else unicodedata.normalize("NFKC", character)


def _foreign(text: str, at: int) -> tuple[str, str | None]:
    """Of a word that mixes scripts, or that looks Latin throughout, the letters that are not."""
    latin = text[at].translate(ALIKE)
    if latin == text[at]:
        return "", None
    start = at
    while start and LETTERS.match(text[start - 1]):
        start -= 1
    word = LETTERS.match(text, start)
    assert word is not None
    others = [letter for letter in word[0].translate(ALIKE) if not letter.isascii()]
    return ("", None) if others and not re.search("[A-Za-z]", word[0]) else (LOOK_ALIKE, latin)
