"""Quantities written for people, and overrides held against what was parsed."""

from decimal import Decimal

import pytest

from disclosure.quantity import contradicts, parse, spell


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        ("1230000000", "元", "12.3亿元"),
        ("15000", "个", "1.5万个"),
        ("4385", "张", "4,385张"),
        ("67572", "条", "67,572条"),
        ("217750000", "美元", "2.1775亿美元"),
        ("63600000000000", "元", "63.6万亿元"),
        ("7.50", "%", "7.5%"),
        ("20000", "%", "20,000%"),
        ("0", "家", "0家"),
        ("-0.4", "个百分点", "-0.4个百分点"),
    ],
)
def test_a_value_is_spelled_the_customary_way(value, unit, written):
    assert spell(Decimal(value), unit) == written


def test_equal_quantities_do_not_contradict_each_other():
    assert contradicts(parse("1.5万个"), parse("15000个")) == ()


@pytest.mark.parametrize(
    ("a", "b", "fields"),
    [
        ("3个以上", "3个", ()),
        ("3个以上", "突破3个", ("operator",)),
        ("1-2家", "1-3家", ("upper",)),
        ("3%", "4个百分点", ("operator", "value", "unit")),
    ],
)
def test_a_contradiction_names_its_fields(a, b, fields):
    assert contradicts(parse(a), parse(b)) == fields
