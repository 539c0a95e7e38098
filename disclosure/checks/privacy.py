"""Personal numbers never enter the public record: identity cards, mobile phones, bank cards."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.catalog.catalog import Catalog
from disclosure.problem import Problem
from disclosure.source.files import SourceFile, decode, place_at
from disclosure.translation import gettext as _

TEXT_FILES = (".md", ".yml", ".txt", ".csv", ".json")
NUMBER = re.compile(r"(?<![0-9A-Za-z])(?:\d{17}[\dXx]|\d{16,19}|1[3-9]\d{9})(?![0-9A-Za-z])")
# GB 11643—1999: weights and check characters of the citizen identity number
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"


def check_personal_numbers(catalog: Catalog) -> Iterator[Problem]:
    """privacy: 内容里不能有身份证号、手机号、银行卡号；需要时写成 138****1234。"""
    for file in catalog.files:
        if file.name.endswith(TEXT_FILES):
            yield from _check(file)


def _check(file: SourceFile) -> Iterator[Problem]:
    text, _problems = decode(file)
    for found in NUMBER.finditer(text):
        what = _what(found[0])
        if what:
            shown = found[0][:3] + "****" + found[0][-4:]
            message = _("疑似{what}：{number}").format(what=what, number=shown)
            yield Problem(
                place_at(file.path, text, found.start()), "privacy", message, _("删去，或打码写成 138****1234")
            )


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
