"""Personal numbers are found however they are written, and ordinary figures are not taken for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.checks import privacy
from disclosure.source.files import SourceFile

MOBILE, IDENTITY, CARD = "手机号：138****8000", "身份证号：110****002X", "银行卡号：411****1111"


def said(text: str | bytes, name: str = "files/list.txt") -> list[str]:
    data = text if isinstance(text, bytes) else text.encode()
    return [one.message.removeprefix("疑似") for one in privacy.problems_of(SourceFile(f"content/{name}", name, data))]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("电话13800138000。", MOBILE),
        ("138 0013 8000", MOBILE),
        ("138-0013-8000 or later", MOBILE),
        ("１３８００１３８０００", MOBILE),
        ("+8613800138000", MOBILE),
        ("+86 138 0013 8000", MOBILE),
        ("11010519491231002X", IDENTITY),
        ("110105 19491231 002x", IDENTITY.replace("X", "x")),
        ("110105-1949-1231-002X", IDENTITY),
        ("4111111111111111", CARD),
        ("卡号 4111 1111 1111 1111", CARD),
        ("4111-1111-1111-1111", CARD),
        ("4111\u00a01111\u00a01111\u00a01111", CARD),
    ],
)
def test_a_personal_number_is_found_however_it_is_written(text: str, what: str) -> None:
    assert said(text) == [what]


@pytest.mark.parametrize(
    "text",
    [
        "2022-01-13 2022-01-14",
        "2019 2020 2021 2022 2023",
        "4111 1111 1111 1111 1111 1111",
        "138 2020 2021",
        "1,380,013,800",
        "1 380 013 800",
        "13800-13900",
        "138-150-160",
        "110105 19491231 0021",
        "c138-0013-8000",
        "138****8000",
        "a1b2c3138001380004d5e6",
    ],
)
def test_dates_ranges_figures_and_ids_are_no_personal_numbers(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_table_is_searched_in_whatever_encoding_it_was_saved(encoding: str) -> None:
    assert said("姓名,电话\r\n张三,13800138000\r\n".encode(encoding), "files/LIST.CSV") == [MOBILE]


@given(st.lists(st.sampled_from([*"0189３８X -－\u00a0\u2010", "138", "0013", "1990", "411111", "+86"]), max_size=24))
def test_a_text_that_holds_any_number_of_the_kind_holds_a_long_stretch_of_digits(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = privacy.NUMBER.search(text.translate(privacy.PLAIN))
    assert found is None or privacy.LONG.search(text) is not None
