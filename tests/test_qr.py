"""Codes for cameras, read back by a program that is not the one that made them."""

from __future__ import annotations

import re
from typing import Any

import cv2
import numpy as np
import pytest

from disclosure.theme import qr

SITE = "https://www.example.gov.cn/disclosure/"
STROKE = re.compile(r"([Mmh])(\d+)(?: ([\d.]+))?")


def address(length: int) -> str:
    """A text of so many characters that looks like an address, another for each length."""
    return (SITE + "".join(chr(97 + (n * 7 + length) % 26) for n in range(length)))[:length]


def picture(code: qr.Code, scale: int = 6) -> Any:
    """A path drawn by its strokes."""
    image = np.full((code.side, code.side), 255, np.uint8)
    x = y = 0
    for sign, first, second in STROKE.findall(code.path):
        if sign == "h":
            image[y, x : x + int(first)] = 0
        elif sign == "M":
            y = int(float(second))
        x = int(first) if sign == "M" else x + int(first)
    return np.kron(image, np.ones((scale, scale), np.uint8))


def read(image: Any) -> str:
    return cv2.QRCodeDetector().detectAndDecode(image)[0]


@pytest.mark.parametrize("text", [SITE, f"{SITE}reports/2024/commitments/c016.html", address(qr.LONGEST)])
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
    middle, half = len(spoilt) // 2, len(spoilt) // 12
    spoilt[middle - half : middle + half, middle - half : middle + half] = 255
    assert read(spoilt) == text


def test_white_stands_around_a_code_as_wide_as_four_modules() -> None:
    code = qr.code(SITE)
    assert code is not None
    image = picture(code, 1)
    assert (image[4:-4, 4:-4] == 0).any(axis=0)[[0, -1]].all()
    assert (image == 0).sum() == (image[4:-4, 4:-4] == 0).sum()


def test_the_same_text_gives_the_same_code_and_what_is_too_long_has_none() -> None:
    assert qr.code(SITE) == qr.code(SITE)
    assert qr.code("a" * (qr.LONGEST + 1)) is None
