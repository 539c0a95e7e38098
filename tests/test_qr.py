"""Codes for cameras, read back by the library's reader (ZXing), which knows nothing of its writer (libzint)."""

from __future__ import annotations

import re

import pytest
import zxingcpp
from PIL import Image

from disclosure.theme import qr

SITE = "https://www.example.gov.cn/disclosure/"
STROKE = re.compile(r"([Mmh])(\d+)(?: ([\d.]+))?")


def address(length: int) -> str:
    """A text of so many characters that looks like an address, another for each length."""
    return (SITE + "".join(chr(97 + (n * 7 + length) % 26) for n in range(length)))[:length]


def picture(code: qr.Code, scale: int = 6) -> Image.Image:
    """A path drawn by its strokes."""
    image = Image.new("L", (code.side, code.side), 255)
    x = y = 0
    for sign, first, second in STROKE.findall(code.path):
        if sign == "h":
            image.paste(0, (x, y, x + int(first), y + 1))
        elif sign == "M":
            y = int(float(second))
        x = int(first) if sign == "M" else x + int(first)
    return image.resize((code.side * scale, code.side * scale), Image.Resampling.NEAREST)


def read(image: Image.Image) -> str:
    return "".join(one.text for one in zxingcpp.read_barcodes(image))


@pytest.mark.parametrize("text", [SITE, f"{SITE}reports/2024/commitments/c016.html", address(100), address(qr.LONGEST)])
def test_an_address_is_read_back(text: str) -> None:
    code = qr.code(text)
    assert code is not None
    assert read(picture(code)) == text


def test_an_address_in_chinese_is_read_back() -> None:
    text = "https://政务.例子/报告/"
    code = qr.code(text)
    assert code is not None
    assert read(picture(code)) == text


def test_a_stain_does_not_hide_the_address() -> None:
    text = f"{SITE}reports/2024/commitments/c016.html"
    code = qr.code(text)
    assert code is not None
    spoilt = picture(code)
    middle, half = spoilt.width // 2, spoilt.width // 12
    spoilt.paste(255, (middle - half, middle - half, middle + half, middle + half))
    assert read(spoilt) == text


def test_white_stands_around_a_code_as_wide_as_four_modules() -> None:
    code = qr.code(SITE)
    assert code is not None
    dark = picture(code, 1).point([255 - value for value in range(256)]).getbbox()
    assert dark == (4, 4, code.side - 4, code.side - 4)


def test_the_same_text_gives_the_same_code_and_what_is_too_long_has_none() -> None:
    assert qr.code(SITE) == qr.code(SITE)
    assert qr.code("a" * (qr.LONGEST + 1)) is None
