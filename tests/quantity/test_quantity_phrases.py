"""Rows of docs/domain.md, Quantities in which words, not a number, carry the rule."""

from decimal import Decimal

import pytest

from disclosure.quantity import Deadline, Operator, Quantity, parse


@pytest.mark.parametrize(
    ("written", "times"),
    [("翻番", "2"), ("翻一番", "2"), ("翻两番", "4"), ("增长2倍", "3"), ("增长0.5倍", "1.5")],
)
def test_doubling_and_growth_in_times_are_multiples_of_the_baseline(written, times):
    quantity = parse(written)
    assert (quantity.operator, quantity.value, quantity.unit) == ("ge", Decimal(times), "倍")


@pytest.mark.parametrize(
    ("written", "polarity", "operator", "qualifier"),
    [
        ("降低3%", "up", "ge", "降低"),
        ("降低3%", "down", "ge", "降低"),
        ("下降3.4%以上", "down", "ge", "下降…以上"),
        ("降低3%左右", "up", "about_ge", "降低…左右"),
    ],
)
def test_a_reduction_is_at_least_as_large_as_written(written, polarity, operator, qualifier):
    quantity = parse(written, polarity=polarity)
    assert (quantity.operator, quantity.qualifier) == (operator, qualifier)


@pytest.mark.parametrize(
    ("written", "operator"),
    [
        ("同步", "compare"),
        ("基本同步", "compare"),
        ("与经济增长同步", "compare"),
        ("高于全国平均", "gt_ref"),
        ("高于全省平均水平", "gt_ref"),
        ("全覆盖", "all"),
        ("全部", "all"),
        ("清零", "all"),
        ("应接尽接", "all"),
        ("完成国家下达目标", "external"),
        ("完成省下达任务", "external"),
        ("量稳质升", "qualitative"),
        ("稳步提高", "qualitative"),
        ("持续改善", "qualitative"),
        ("一批", "vague"),
        ("若干", "vague"),
        ("启动", "process"),
        ("加快", "process"),
        ("鼓励", "process"),
        ("积极配合", "process"),
        ("谋划", "process"),
    ],
)
def test_words_without_a_number_have_an_operator_and_no_value(written, operator):
    assert parse(written) == Quantity(written=written, operator=Operator(operator), qualifier=written)


@pytest.mark.parametrize(
    ("written", "count", "unit", "per", "qualifier"),
    [
        ("每季度一次", "1", "次", "每季度", "每季度"),
        ("每季度开展一次", "1", "次", "每季度", "每季度"),
        ("每年3场", "3", "场", "每年", "每年"),
        ("每年举办不少于3场", "3", "场", "每年", "每年…不少于"),
        ("每个月2次", "2", "次", "每月", "每月"),
    ],
)
def test_a_frequency_counts_in_every_period(written, count, unit, per, qualifier):
    quantity = parse(written)
    assert quantity == Quantity(
        written=written,
        operator=Operator.FREQUENCY,
        value=Decimal(count),
        unit=unit,
        qualifier=qualifier,
        per=per,
        step=Decimal(1),
    )


def test_a_day_before_a_figure_belongs_to_it():
    quantity = parse("6月底前达到100家")
    assert (quantity.operator, quantity.value, quantity.deadline) == ("ge", Decimal(100), Deadline(month=6))
