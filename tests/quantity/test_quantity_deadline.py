"""Deadlines become days once the report's year is known."""

from datetime import date

import pytest

from disclosure.quantity import deadline_for, parse


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("年底前", date(2022, 12, 31)),
        ("年底", date(2022, 12, 31)),
        ("年内", date(2022, 12, 31)),
        ("当年", date(2022, 12, 31)),
        ("上半年", date(2022, 6, 30)),
        ("前三季度", date(2022, 9, 30)),
        ("一季度", date(2022, 3, 31)),
        ("第1季度末", date(2022, 3, 31)),
        ("6月底前", date(2022, 6, 30)),
        ("２月底前", date(2022, 2, 28)),
        ("十二月底前", date(2022, 12, 31)),
        ("9月中旬", date(2022, 9, 20)),
        ("10月1日前", date(2022, 10, 1)),
        ("2022年12月底前", date(2022, 12, 31)),
        ("2025年底前", date(2025, 12, 31)),
        ("到2023年", None),
        ("2023年前", date(2023, 12, 31)),
        ("明年6月底前", date(2023, 6, 30)),
        ("年底前建成投用", date(2022, 12, 31)),
        ("6月30日前完成3个", date(2022, 6, 30)),
    ],
)
def test_a_deadline_is_the_last_day_of_what_it_names(written, day):
    quantity = parse(written)
    assert (quantity and deadline_for(quantity, 2022)) == day


def test_the_end_of_february_knows_leap_years():
    assert deadline_for(parse("2月底前"), 2024) == date(2024, 2, 29)


def test_a_figure_without_a_day_has_no_deadline():
    assert deadline_for(parse("3个以上"), 2022) is None


@pytest.mark.parametrize("written", ["13月底前", "6月45日前", "五季度", "年底前某某"])
def test_what_is_no_day_is_no_deadline(written):
    assert parse(written) is None
