"""The desk finds personal numbers exactly where the check finds them: the same corpus through both."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.personal import numbers
from tests import test_privacy
from tests.desk.node import Node, asked, needs_node

pytestmark = needs_node

KINDS = {"身份证号": "identity", "手机号": "mobile", "银行卡号": "card"}
# What numbers are made of and what stands around them, in pieces that make and break them
PIECES = st.sampled_from(
    [
        *(
            "13800138000",
            "138",
            "0013",
            "8000",
            "1380013",
            "86",
            "0086",
            "+86 ",
            "11010519491231002X",
            "110105",
            "19491231",
            "002x",
        ),
        *(
            "4111111111111111",
            "4111",
            "1111",
            "110105491231002",
            "2024",
            "1949",
            "0",
            "6",
            "13800000000",
            "１３８",
            "Ｘ",
        ),
        *(
            " ",
            "-",
            "--",
            "、",
            ",",
            "，",
            ".",
            "*",
            "\n",
            "\t",
            "_",
            ":",
            "：",
            "(",
            ")",
            "/",
            "~",
            "—",
            "—",
            "a",
            "甲",
            "元",
            "万元",
            "m²",
            "km",
        ),
        *(
            "电话",
            "手机：",
            "tel",
            "tel:",
            " Tel ",
            "身份证",
            "卡号 ",
            "编号：",
            "合计",
            "No.",
            "ID",
            "¥",
            "value: ",
            "value:",
            "RMB",
            "第",
            "号",
        ),
        *("https://www.sample.test/", "?phone=", "mailto:", "files/", ".pdf", "www.", "wx", "0."),
    ]
)


desk = asked("personal.js")


def corpus() -> list[str]:
    """The texts with which the check is held to its rule."""
    marks = [mark for test in vars(test_privacy).values() for mark in getattr(test, "pytestmark", [])]
    cases = [mark.args[1] for mark in marks if mark.name == "parametrize" and "text" in mark.args[0]]
    texts = [case if isinstance(case, str) else case[0] for many in cases for case in many]
    return [one for one in texts if isinstance(one, str)]


def told(text: str) -> list[tuple[str, str]]:
    return [(KINDS[one.what], one.shown) for one in numbers(text)]


@pytest.mark.parametrize("text", corpus())
def test_the_corpus_of_the_check_has_the_same_numbers(desk: Node, text: str) -> None:
    assert [(one["what"], one["shown"]) for one in desk.ask("numbers", text)] == told(text)


def test_the_corpus_is_there() -> None:
    assert len(corpus()) > 70
    assert sum(map(bool, map(told, corpus()))) > 25


@given(text=st.lists(PIECES, min_size=1, max_size=12).map("".join))
def test_whatever_stands_around_digits_both_find_the_same(desk: Node, text: str) -> None:
    assert [(one["what"], one["shown"]) for one in desk.ask("numbers", text)] == told(text)
