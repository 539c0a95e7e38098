"""Personal numbers never enter the public record: identity cards, mobile phones, bank cards."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from disclosure.catalog.catalog import Catalog
from disclosure.problem import Problem
from disclosure.source.files import SourceFile, decode, place_at
from disclosure.translation import gettext as _

TEXT_FILES = (".md", ".yml", ".yaml", ".txt", ".csv", ".tsv", ".json", ".html", ".htm")
# Digits and separators as input methods write them, each for the plain one: places stay the same
PLAIN = str.maketrans("０１２３４５６７８９Ｘ\u00a0\u3000\u2010\u2011\u2013－", "0123456789X  ----")
WHOLE = r"(?<![0-9A-Za-z])(?:\d{17}[\dXx]|\d{16,19}|1[3-9]\d{9})(?![0-9A-Za-z])"
# In the groups people write them in, with one separator throughout. Columns of years, dates, ranges and figures are
# no such groups: nothing of the kind stands before or after, a card begins with 3 to 6, a birth year with 19 or 20
GROUPED = r"""
    (?<![0-9A-Za-z])(?:(?<!\d[ -])|(?<=\+86[ -]))
    (?: 1[3-9]\d(?P<mobile>[ -])(?!(?:19|20)\d\d[ -](?:19|20)\d\d)\d{4}(?P=mobile)\d{4}
      | \d{6}(?P<identity>[ -])(?:19|20)\d\d(?P=identity)?\d{4}(?P=identity)\d{3}[\dXx]
      | [3-6]\d{3}(?P<card>[ -])\d{4}(?:(?P=card)\d{4}){2}(?:(?P=card)\d{1,3})?
    )
    (?![0-9A-Za-z])(?![ -]\d)
"""
# Whatever they are, and however they are written: a stretch that holds enough digits. Few files have one
LONG = re.compile(r"\d(?:[-\ \u00a0\u3000\u2010\u2011\u2013－]?\d){10}")
ABROAD = r"(?<=\+86)1[3-9]\d{9}(?![0-9A-Za-z])"
NUMBER = re.compile(rf"{WHOLE}|{ABROAD}|{GROUPED}".replace("[ -]", r"[\ -]"), re.X)
# GB 11643—1999: weights and check characters of the citizen identity number
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"


def check_personal_numbers(catalog: Catalog) -> Iterator[Problem]:
    """privacy: 内容里不能有身份证号、手机号、银行卡号；需要时写成 138****1234。"""
    for file in catalog.files:
        if file.name.lower().endswith(TEXT_FILES):
            yield from problems_of(file)


def problems_of(file: SourceFile) -> Iterator[Problem]:
    """Each personal number in one file, masked."""
    text = _text(file)
    if not LONG.search(text):
        return
    for match in NUMBER.finditer(text.translate(PLAIN)):
        number = match[0].replace(" ", "").replace("-", "")
        what = _what(number)
        if what:
            shown = number[:3] + "****" + number[-4:]
            message = _("疑似{what}：{number}").format(what=what, number=shown)
            yield Problem(
                place_at(file.path, text, match.start()), "privacy", message, _("删去，或打码写成 138****1234")
            )


def _text(file: SourceFile) -> str:
    """The file's text; an attachment may be in the encodings that Excel and Notepad write."""
    text, problems = decode(file)
    if not any(problem.rule == "not-utf8" for problem in problems):
        return text
    wide = file.data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return file.data.decode("utf-16" if wide else "gb18030", "replace")


def _what(number: str) -> str:
    if len(number) == 11:
        return _("手机号")
    if len(number) == 18 and is_identity_number(number):
        return _("身份证号")
    return _("银行卡号") if number.isdigit() and is_card_number(number) else ""


def is_identity_number(number: str) -> bool:
    """Whether the check character of an 18-digit citizen identity number is right (GB 11643)."""
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], WEIGHTS, strict=True))
    return CHECKS[total % 11] == number[17].upper()


def is_card_number(number: str) -> bool:
    """Whether a digit string passes the Luhn test (ISO/IEC 7812)."""
    digits = [int(digit) for digit in reversed(number)]
    doubled = (sum(divmod(2 * digit, 10)) for digit in digits[1::2])
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0
