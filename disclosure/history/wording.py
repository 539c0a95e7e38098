"""Texts as the rule compares them: by their words, and by their sentences."""

from __future__ import annotations

import re
import unicodedata

SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]*")
# A link's target inside the site may move with the page
INNER_LINK = re.compile(r"\]\((?!https?:)[^)]*\)")
NUMERIC = ".%‰+-~:/<>=≤≥±≈$¥€"
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")


def sentences(text: str) -> list[str]:
    found = (one[0].strip() for one in SENTENCE.finditer(INNER_LINK.sub("]", text)))
    return [one for one in found if words_of(one)]


def words_of(text: str) -> str:
    """A text without signs and blanks, but for those that belong to a number; two numbers stay two."""
    text = THOUSANDS.sub("", unicodedata.normalize("NFKC", text))
    found, parted = "", False
    for n, one in enumerate(text):
        if not _counts(text, n, one):
            parted = True
            continue
        found += " " + one if parted and one.isdigit() and found[-1:].isdigit() else one
        parted = False
    return found


def _counts(text: str, n: int, one: str) -> bool:
    if unicodedata.category(one)[0] not in "PSZC":
        return True
    return one in NUMERIC and (text[n - 1 : n].isdigit() or text[n + 1 : n + 2].isdigit())
