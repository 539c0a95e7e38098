"""What holds for any text."""

import re
import time
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from disclosure.quantity import deadline_for, find, parse, spell, split_respective, strength
from disclosure.quantity.units import COUNTERS, MEASURES, TIMES, normal_unit

PIECES = """
    0 1 9 10 12345 2022 7.5 1,314 ５ ％ % 个 家 年 月 日 万 亿 千 一 两 十 百 零 点 分之 至 - — 、 ， 。 ；
    “ ” 《 》 （ ） 以上 左右 突破 超 达 近 约 余 多 控制在 第 届 每季度 底前 季度 元 人 百分之 个百分点 倍
    增长 下降 新增 力争 确保 分别 A S店 PM + . : / 圈 分钟 人才 热线 号 版 翻番 为 负
"""
PROSE = st.lists(st.sampled_from(["\n", *PIECES.split()]), max_size=24).map("".join)
ANY_TEXT = st.text(max_size=60) | st.text(alphabet=st.characters(), max_size=60) | PROSE
# 5日 alone is a day of the month.
UNITS = sorted({normal_unit(unit) for unit in COUNTERS | MEASURES | TIMES} - {"日"} | {""})
VALUES = st.decimals(-(10**10), 10**10, places=4, allow_nan=False) | st.integers(0, 10**13).map(Decimal)
MODERATE = settings(max_examples=max(100, settings.default.max_examples), deadline=None)


@MODERATE
@given(ANY_TEXT)
@example("\ud800\x00" + "1")
def test_found_figures_are_substrings_in_order_and_disjoint(text):
    end = 0
    for found in find(text):
        assert text[found.start : found.end] == found.text
        assert found.start >= end
        assert found.end > found.start
        assert (found.name is None) != (found.quantity is None)
        end = found.end


@MODERATE
@given(ANY_TEXT)
def test_every_run_of_digits_lies_inside_one_figure(text):
    founds = find(text)
    for run in re.finditer("[0-9０-９]+", text):
        assert sum(found.start <= run.start() and run.end() <= found.end for found in founds) == 1


@MODERATE
@given(ANY_TEXT, st.integers(-5, 100))
def test_no_text_makes_anything_raise(text, place):
    for role in ("target", "result"):
        quantity = parse(text, role=role, polarity="down")
        assert quantity is None or quantity.written == text
        assert quantity is None or deadline_for(quantity, 2022) is None or quantity.deadline
    assert strength(text, place) is None or strength(text, place).word
    assert all(len(pair) == 2 for pair in split_respective(text))


@MODERATE
@given(ANY_TEXT)
def test_a_found_quantity_is_what_its_text_parses_to(text):
    for found in find(text):
        if found.quantity:
            reads = [parse(found.text, polarity=polarity) for polarity in ("up", "down")]
            assert any(is_same(read, found.quantity) for read in reads)


def is_same(read, found):
    """But for a unit that the next number lends it: 4.2和0.7个百分点."""
    lent = found.unit if read and not read.unit else None
    operator = found.operator if lent == "个百分点" else read and read.operator
    return read and replace(read, unit=lent or read.unit, operator=operator) == replace(found, unknown_unit=False)


@MODERATE
@given(VALUES, st.sampled_from(UNITS))
@example(Decimal(12345), "")
@example(Decimal(2022), "年")
def test_what_is_spelled_parses_back(value, unit):
    quantity = parse(spell(value, unit))
    assert quantity is not None
    assert (quantity.value, quantity.unit) == (value, unit)


@MODERATE
@given(st.decimals(0, 10**6, places=2), st.sampled_from(["%以上", "亿元左右", "万个", "家", "-9999999.5%"]))
def test_full_width_and_half_width_parse_equal(value, rest):
    written = f"{value}{rest}"
    wide = written.translate({ord("%"): "％", ord("."): "．", **{ord(str(d)): chr(0xFF10 + d) for d in range(10)}})
    narrow = parse(written)
    assert parse(wide) == (narrow and replace(narrow, written=wide))


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "一",
        "1,",
        "1.",
        "A",
        "A1",
        "“",
        "“1",
        "《",
        "第",
        "每年",
        "控制在",
        "1-",
        "1+",
        "分别1、",
        "，力争",
        "\ud800",
    ],
)
def test_ten_thousand_characters_are_read_in_linear_time(piece):
    text = piece * (10000 // len(piece))
    start = time.perf_counter()
    find(text), parse(text), strength(text, 9000), split_respective(text)
    assert time.perf_counter() - start < 5
