"""Codes for cameras: equal to those of a library, and read back by one that is not ours, whole and on paper."""

from __future__ import annotations

import re

import pytest
import segno
import zxingcpp
from PIL import Image

from disclosure.theme import qr

SITE = "https://www.example.gov.cn/disclosure/"
# How many bytes each version holds: there is nothing to fill up, which segno does otherwise (findings/segno-filling.sh)
FULL = {version: sum(sizes) - 2 for version, (_count, sizes) in qr.BLOCKS.items()}
LONGEST = max(FULL.values())


def address(length: int) -> str:
    """A text of so many bytes that looks like an address, another for each length."""
    return (SITE + "".join(chr(97 + (n * 7 + length) % 26) for n in range(length)))[:length]


def modules(code: qr.Code) -> list[list[int]]:
    """A path drawn by its strokes."""
    rows = [[0] * code.side for _n in range(code.side)]
    x = y = 0
    for sign, first, second in re.findall(r"([Mmh])(-?\d+)(?: ([\d.]+))?", code.path):
        if sign == "h":
            rows[y][x : x + int(first)] = [1] * int(first)
            x += int(first)
        else:
            x, y = (int(first), int(float(second))) if sign == "M" else (x + int(first), y + int(second))
    return rows


def picture(code: qr.Code, scale: int = 4) -> Image.Image:
    image = Image.new("L", (code.side, code.side), 255)
    image.putdata([0 if module else 255 for row in modules(code) for module in row])
    return image.resize((code.side * scale, code.side * scale), Image.Resampling.NEAREST)


def read(image: Image.Image) -> list[str]:
    return [one.text for one in zxingcpp.read_barcodes(image)]


@pytest.mark.parametrize("version", FULL)
def test_a_full_code_is_the_library_s_own(version: int) -> None:
    text = address(FULL[version])
    code = qr.code(text)
    assert code is not None
    assert code.side == 17 + 4 * version + 2 * qr.QUIET
    wanted = segno.make_qr(text, error="m", boost_error=False, mask=0, version=version, mode="byte")
    assert modules(code) == [list(row) for row in wanted.matrix_iter(border=qr.QUIET)]


def test_a_code_of_any_length_is_read_back() -> None:
    texts = [address(length) for length in range(8, LONGEST + 1)]
    assert [read(picture(code)) for code in map(qr.code, texts) if code] == [[text] for text in texts]


def test_a_fold_or_a_stain_does_not_hide_the_address() -> None:
    text = SITE + "reports/2024/commitments/c016.html"
    code = qr.code(text)
    assert code is not None
    spoilt = picture(code)
    side = spoilt.width // 5
    spoilt.paste(255, (spoilt.width - 20 - side, spoilt.height - 20 - side, spoilt.width - 20, spoilt.height - 20))
    assert read(spoilt) == [text]


def test_an_address_in_chinese_is_read_back() -> None:
    text = "https://政务.例子/报告/"
    code = qr.code(text)
    assert code is not None
    assert read(picture(code)) == [text]


def test_what_is_too_long_has_no_code() -> None:
    assert qr.code("a" * LONGEST) is not None
    assert qr.code("a" * (LONGEST + 1)) is None
