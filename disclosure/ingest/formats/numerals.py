"""A number in the ways in which Word numbers lists."""

from __future__ import annotations

from collections.abc import Callable

DIGITS = "〇一二三四五六七八九"
LEGAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
TRADITIONAL_DIGITS = "零壹貳參肆伍陸柒捌玖"
STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def counted(n: int, digits: str = DIGITS, units: str = "十百千", *, bare: bool = True) -> str:
    """十一, 一百零三. ``bare``: no 一 before a leading 十."""
    if not 0 < n < 10_000:
        return positional(n, digits)
    written, places = "", len(str(n))
    for at, digit in enumerate(map(int, str(n))):
        place = places - at - 1
        if digit:
            written += digits[digit] + (units[place - 1] if place else "")
        elif written and not written.endswith("零") and n % 10 ** (place + 1):
            written += "零"
    return written[1:] if bare and 10 <= n < 20 else written


def positional(n: int, digits: str = DIGITS) -> str:
    return "".join(digits[int(one)] for one in str(abs(n)))


def _counted_to_99(n: int) -> str:
    # From a hundred on this one goes digit by digit
    return counted(n) if n < 100 else positional(n, "○一二三四五六七八九")


def _japanese(n: int) -> str:
    return counted(n).replace("零", "").replace("一百", "百").replace("一千", "千")


def _legal(n: int) -> str:
    return counted(n, LEGAL_DIGITS, "拾佰仟", bare=False)


def _legal_traditional(n: int) -> str:
    return counted(n, TRADITIONAL_DIGITS, "拾佰仟", bare=False)


def roman(n: int) -> str:
    written = ""
    for value, sign in ROMAN:
        written += sign * (n // value)
        n %= value
    return written


def letters(n: int) -> str:
    """A … Z, AA, BB …: Word repeats the letter."""
    return chr(ord("A") + (n - 1) % 26) * ((n - 1) // 26 + 1)


def _of(signs: str) -> Callable[[int], str]:
    """Signs of their own for the first numbers, digits after them."""
    return lambda n: signs[n - 1] if n <= len(signs) else str(n)


def _run(first: str, length: int) -> str:
    return "".join(map(chr, range(ord(first), ord(first) + length)))


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": "{:02}".format,
    "decimalFullWidth": lambda n: str(n).translate(FULL_WIDTH),
    "decimalFullWidth2": lambda n: str(n).translate(FULL_WIDTH),
    "decimalEnclosedCircle": _of(_run("①", 20)),
    "decimalEnclosedCircleChinese": _of(_run("①", 20)),
    "decimalEnclosedParen": _of(_run("⑴", 20)),
    "decimalEnclosedFullstop": _of(_run("⒈", 20)),
    "ideographEnclosedCircle": _of(_run("㊀", 10)),
    "chineseCounting": _counted_to_99,
    "chineseCountingThousand": counted,
    "taiwaneseCounting": _counted_to_99,
    "taiwaneseCountingThousand": counted,
    "taiwaneseDigital": lambda n: positional(n, "○一二三四五六七八九"),
    "ideographDigital": positional,
    "japaneseCounting": _japanese,
    "japaneseDigitalTenThousand": positional,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal_traditional,
    "japaneseLegal": _legal_traditional,
    "ideographTraditional": _of(STEMS),
    "ideographZodiac": _of(BRANCHES),
    "ideographZodiacTraditional": lambda n: STEMS[(n - 1) % 10] + BRANCHES[(n - 1) % 12],
    "upperRoman": roman,
    "lowerRoman": lambda n: roman(n).lower(),
    "upperLetter": letters,
    "lowerLetter": lambda n: letters(n).lower(),
    "none": lambda _n: "",
}


def numeral(n: int, format: str) -> str | None:
    """A number as a list of that format has it; nothing where the format is not known."""
    write = FORMATS.get(format)
    if write is None:
        return None
    return write(n) if n > 0 or format in ("decimal", "decimalZero", "none") else str(n)
