"""What the numbers look like that are given to one person: identity cards, bank cards, mobiles."""

from __future__ import annotations

import re
from datetime import date

MOBILE = re.compile(r"1[3-9]\d{9}")
# GB 11643—1999: weights and check characters of the citizen identity number
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"
# GB/T 2260: how the codes of provinces begin; 81 to 83 are residence permits of Hong Kong, Macao and Taiwan
PROVINCES = frozenset(
    f"{region}{one}"
    for region, last in zip("12345678", (5, 3, 7, 6, 4, 5, 1, 3), strict=True)
    for one in range(1, last + 1)
)
# ISO/IEC 7812, issuers in China and the cards of the large schemes; 955 are old cards of two Chinese banks
ISSUERS = re.compile(r"3528|35[3-8]|[456]|955[89]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720)|81")


def is_mobile(digits: str) -> bool:
    return MOBILE.fullmatch(digits) is not None


def is_identity(number: str) -> bool:
    """An identity number of 18 characters: a province, a day of birth and the right check character (GB 11643)."""
    if number[:2] not in PROVINCES or not number[:17].isdigit() or not _is_day(number[6:14]):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], WEIGHTS, strict=True))
    return CHECKS[total % 11] == number[17].upper()


def is_old_identity(number: str) -> bool:
    """One of 15 digits, as given until 1999: there is no check character, only a province and a day."""
    return number[:2] in PROVINCES and _is_day("19" + number[6:12])


def is_card(number: str) -> bool:
    """A bank card: an issuer, and the Luhn test (ISO/IEC 7812)."""
    if not ISSUERS.match(number):
        return False
    digits = [int(digit) for digit in reversed(number)]
    doubled = (sum(divmod(2 * digit, 10)) for digit in digits[1::2])
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


def _is_day(digits: str) -> bool:
    """A day on which somebody alive may be born."""
    try:
        return 1900 <= date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).year < 2100
    except ValueError:
        return False
