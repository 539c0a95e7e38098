"""Numbers as people write them, to one form: 1.4万户 = 14000户 = 一万四千户, 7.5% = 百分之七点五.

The same in ``templates/js/search/numbers.js``. What is found is ``=14000`` and, with what is counted, ``=14000户``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

DIGITS = {one: n for n, one in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
POWERS = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8, "百万": 6, "千万": 7, "百亿": 10, "千亿": 11, "万亿": 12, "": 0}
# 5.8个亿, but 2个亿元企业 are two
YI = "个多?亿(?![元级])"
LARGE = "万亿|[百千]?[万亿]"
# 5亿8千万, 1千2百万, 1万4千
MIXED = "[0-9]+亿(?:[0-9]+千(?:[0-9]+百)?|[0-9]+百|[0-9]+)万|[0-9]+万[0-9]+千(?:[0-9]+百)?|[0-9]+千[0-9]+百[万亿]?"
NUMBER = re.compile(
    rf"(?P<mixed>{MIXED})"
    r"|(?P<of>百分之)?(?P<arabic>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)"
    rf"(?P<power>[余多来几]?(?:{LARGE})|[百千]|{YI})?"
    r"|(?P<percent>百分之)?(?P<whole>[零〇一二三四五六七八九十百千万亿两]+)"
    rf"(?:点(?P<part>[零〇一二三四五六七八九]+)(?P<by>[万亿]|{YI})?|(?P<more>[余多来几](?:{LARGE})|{YI}))?"
)
# One character alone is a number only where something is counted: 三家, but not 八大山人
COUNTED = frozenset("个家条项处所名户亩座场次件台辆套张人米公年月天日岁期轮批种类级部位倍孩胎栋只")
ABOUT = "余多来几"
# What a number consists of where it is read
PART = re.compile("[0-9]+|[^0-9]")
LONGEST = 16


def numbers(folded: str) -> Iterator[str]:
    """The tokens of the numbers in a folded text."""
    for match in NUMBER.finditer(folded):
        value = _value(folded, match)
        if value:
            yield f"={value}"
            unit = "%" if match["percent"] or match["of"] else _unit(folded, match.end())
            if unit:
                yield f"={value}{unit}"


def _value(folded: str, found: re.Match[str]) -> str:
    return _chinese(folded, found) if found["whole"] else _arabic(folded, found)


def _unit(folded: str, at: int) -> str:
    if folded[at : at + 1] and folded[at] in ABOUT:
        at += 1
    unit = folded[at : at + 1]
    return unit if unit == "%" or "\u3400" <= unit <= "\u9fff" else ""


def _arabic(folded: str, found: re.Match[str]) -> str:
    """Not where it is a part of a name: PM2.5, 4A, 3.1.2."""
    before = folded[found.start() - 1] if found.start() else ""
    after = folded[found.end() : found.end() + 1]
    if (before.isascii() and (before.isalpha() or before == ".")) or (after.isascii() and after.isalpha()):
        return ""
    written = found["mixed"] or found["arabic"]
    if len(written) > LONGEST:
        return ""
    if found["mixed"]:
        return str(max(0, _read(written)) or "")
    return _shift(written.replace(",", ""), _power(found["power"]))


def _chinese(folded: str, found: re.Match[str]) -> str:
    whole, part, more = found["whole"], found["part"] or "", found["more"]
    before = folded[found.start() - 1] if found.start() else ""
    if "0" <= before <= "9" or len(whole) + len(part) > LONGEST:
        return ""
    if len(whole) == 1 and not part and not more and not found["percent"] and not _is_counted(folded, found):
        return ""
    value = _read(whole)
    if value < 0:
        return ""
    digits = "".join(str(DIGITS[one]) for one in part)
    return _shift(f"{value}.{digits}" if digits else str(value), _power(found["by"] or more))


def _power(written: str | None) -> int:
    """Of 万, 多万 or 个亿."""
    return POWERS[(written or "").lstrip("个余多来几")]


def _is_counted(folded: str, found: re.Match[str]) -> bool:
    return found["whole"] not in "百千万亿" and folded[found.end() : found.end() + 1] in COUNTED


def _read(words: str) -> int:
    """两千八百八十 -> 2880, 二〇二二 -> 2022, 一万五 -> 15000; -1 where it is too large to be meant."""
    if all(one in DIGITS for one in words):
        return int("".join(str(DIGITS[one]) for one in words))
    total = section = digit = 0
    for word in PART.findall(words):
        if word not in POWERS:
            digit = DIGITS[word] if word in DIGITS else int(word)
        elif POWERS[word] < 4:
            section += (digit or 1) * 10 ** POWERS[word]
            digit = 0
        else:
            section = section + digit or 1
            total = (total + section) * 10**8 if word == "亿" else total + section * 10**4
            section = digit = 0
    if len(words) > 1 and words[-1] in DIGITS and POWERS.get(words[-2], 0) > 1:
        digit *= 10 ** (POWERS[words[-2]] - 1)
    value = total + section + digit
    return value if value < 10**15 else -1


def _shift(number: str, power: int) -> str:
    """A decimal times ten to the power, in digits: never through binary fractions."""
    whole, _point, part = number.partition(".")
    part = part.ljust(power, "0")
    whole = (whole + part[:power]).lstrip("0") or "0"
    rest = part[power:].rstrip("0")
    return f"{whole}.{rest}" if rest else whole
