"""Numbers, magnitudes and units as they are written, and what is no quantity at all."""

from decimal import Decimal

import pytest

from disclosure.quantity import parse


@pytest.mark.parametrize(
    ("written", "value", "unit"),
    [
        ("1.5万个", "15000", "个"),
        ("12.3亿元", "1230000000", "元"),
        ("21775万美元", "217750000", "美元"),
        ("300万平米", "3000000", "平米"),
        ("1.3万亿斤", "1300000000000", "斤"),
        ("3千万元", "30000000", "元"),
        ("60亿人民币", "6000000000", "元"),
        ("3千瓦", "3", "千瓦"),
        ("5000万千瓦", "50000000", "千瓦"),
        ("67,572条", "67572", "条"),
        ("两千八百八十个", "2880", "个"),
        ("十三亿五千万人", "1350000000", "人"),
        ("十个", "10", "个"),
        ("7.5%", "7.5", "%"),
        ("７．５％", "7.5", "%"),
        ("百分之七点五", "7.5", "%"),
        ("千分之3", "3", "‰"),
        ("3.5 %", "3.5", "%"),
        ("2000元/人", "2000", "元/人"),
    ],
)
def test_magnitudes_are_multiplied_out_and_units_keep_their_name(written, value, unit):
    quantity = parse(written)
    assert (quantity.value, quantity.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("written", "decimals", "step"),
    [("7%", 0, "1"), ("7.50%", 2, "0.01"), ("12.3亿元", 1, "10000000"), ("6%-6.5%", 1, "0.1")],
)
def test_a_quantity_remembers_its_printed_precision(written, decimals, step):
    quantity = parse(written)
    assert (quantity.decimals, quantity.step) == (decimals, Decimal(step))


NO_QUANTITIES = """
    老旧小区 12345 001318 4A级 5A级 4S店 PM2.5 PM10 12345热线 12345政府服务热线 3+5 人才10条 2.0版
    15分钟生活圈 15分钟中医药服务圈 1962文创园 12345N 10万人才来昌创业就业 2022年 完成2021年 第十七届 第二次
    第一 首届 亿元以上 一年 千家 20亿元以上项目3个以上
"""


@pytest.mark.parametrize("written", ["", *NO_QUANTITIES.split()])
def test_names_dates_ordinals_and_double_figures_are_no_quantity(written):
    assert parse(written) is None
