"""What the words of a quantity say to a verdict."""

from __future__ import annotations

import pytest

from disclosure import quantity
from disclosure.quantity import Quantity


def read(written: str) -> Quantity:
    found = quantity.parse(written)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("written", "says"), [("下降3%", True), ("降低1个百分点", True), ("增长3%", False), ("3%", False)]
)
def test_a_reduction_is_told_by_its_first_word(written: str, says: bool) -> None:
    assert quantity.reduces(read(written)) is says


@pytest.mark.parametrize(
    ("written", "says"), [("突破120家", True), ("达700亿元", True), ("20家", False), ("3个以上", False)]
)
def test_a_level_is_told_from_a_flow(written: str, says: bool) -> None:
    assert quantity.is_level(read(written)) is says


@pytest.mark.parametrize(
    ("written", "number"), [("每季度一次", 4), ("每年10场", 1), ("每月一次", 12), ("每周一次", None)]
)
def test_the_periods_of_a_year_are_counted_where_they_divide_it(written: str, number: int | None) -> None:
    assert quantity.periods(read(written)) == number


def test_some_are_observed_in_another_unit_than_their_own() -> None:
    found = [
        quantity.takes_any_unit(read(written)) for written in ("翻番", "提高1个百分点", "全覆盖", "100%", "20家", "7%")
    ]
    assert found == [True, True, True, True, False, False]


def test_words_that_soften_or_start_are_read_once() -> None:
    assert [quantity.is_rough(read(written)) for written in ("基本同步", "同步")] == [True, False]
    assert [quantity.admits_equal(read(written)) for written in ("不低于全省平均水平", "高于全省平均")] == [True, False]
    assert [quantity.starts(read(written)) for written in ("启动", "推进")] == [True, False]
