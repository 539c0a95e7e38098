"""Deadlines become days once the report's year is known."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.quantity import deadline_for, deadline_in, parse

WORDS = (
    *(
        "到",
        "在",
        "2025",
        "年",
        "底",
        "前",
        "内",
        "6",
        "月",
        "末",
        "上半年",
        "“十四五”",
        "期",
        "一",
        "季度",
        "三",
        "两",
    ),
    *("汛期", "春节", "，", "。", "；", "30处", "建成", "明", "今", "日", "31"),
)


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
        ("到2023年", date(2023, 12, 31)),
        ("2023年前", date(2022, 12, 31)),
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


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("汛期前", date(2022, 5, 31)),
        ("9月开学前", date(2022, 8, 31)),
        ("秋季开学前", date(2022, 8, 31)),
        ("供暖季来临前", date(2022, 11, 14)),
        ("春节前", date(2022, 1, 31)),
        ("明年春节前", date(2023, 1, 21)),
        ("2025年春节前", date(2025, 1, 28)),
        ("国庆节前", date(2022, 9, 30)),
        ("元旦前", date(2022, 12, 31)),
        ("明年元旦前", date(2022, 12, 31)),
        ("2022年元旦前", date(2021, 12, 31)),
        ("中秋节前", date(2022, 9, 9)),
        ("到2023年底", date(2023, 12, 31)),
        ("“十五五”末", date(2030, 12, 31)),
        ("到“十四五”期末", date(2025, 12, 31)),
        ("三年内", date(2024, 12, 31)),
    ],
)
def test_a_season_a_plan_and_a_number_of_years_have_a_last_day(written, day):
    assert deadline_for(parse(written), 2022) == day


@pytest.mark.parametrize(
    ("sentence", "figure", "day"),
    [
        ("到“十四五”末绿化率达48%", "48%", date(2025, 12, 31)),
        ("到“十五五”末，绿化率达50%", "50%", date(2030, 12, 31)),
        ("两年内改造楼院60处", "60处", date(2023, 12, 31)),
        ("用3年时间改造楼院60处", "60处", date(2024, 12, 31)),
        ("今后三年，安排资金6亿元", "6亿元", date(2024, 12, 31)),
        ("到2026年底建成公园30处", "30处", date(2026, 12, 31)),
        ("到2030年，绿化率达48%，建成公园30处", "30处", date(2030, 12, 31)),
        ("到2030年绿化率达48%；建成公园30处", "30处", None),
        ("10月底前建成公园30处", "30处", date(2022, 10, 31)),
        ("12月31日前建成公园30处", "30处", date(2022, 12, 31)),
        ("上半年改造楼院60处", "60处", date(2022, 6, 30)),
        ("新建公园30处年内全部开放", "30处", date(2022, 12, 31)),
        ("汛期前完成清淤12公里", "12公里", date(2022, 5, 31)),
        ("6月底前，开工10个", "10个", date(2022, 6, 30)),
        ("6月底前开工A，新建10个", "10个", None),
        ("2025年前建成30处", "30处", date(2024, 12, 31)),
        ("2022年1-11月新建30处", "30处", None),
        ("较去年上半年新增30处", "30处", None),
        ("自2021年底以来新建30处", "30处", None),
        ("尽快建成30处，早日开放", "30处", None),
        ("新建30处", "30处", None),
    ],
)
def test_the_sentence_sets_the_deadline_of_a_figure(sentence, figure, day):
    found = deadline_in(sentence, sentence.index(figure))
    assert (found and found.in_year(2022)) == day


@given(st.text(max_size=60) | st.lists(st.sampled_from(WORDS), max_size=12).map("".join), st.integers(0, 60))
def test_looking_for_a_deadline_never_raises(text, start):
    found = deadline_in(text, min(start, len(text)))
    assert found is None or found.in_year(2022)


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("将于5年内打造规模300亿元的集群", date(2028, 12, 31)),
        ("年内打造规模300亿元的集群", date(2024, 12, 31)),
        ("2025年内打造规模300亿元的集群", date(2025, 12, 31)),
        ("于9月底前入库300亿元", date(2024, 9, 30)),
        ("下半年入库300亿元", date(2024, 12, 31)),
        ("上半年入库300亿元", date(2024, 6, 30)),
        ("半年内入库300亿元", None),
        ("较“十三五”末翻番，达到300亿元", None),
        ("到“十五五”末翻番，达到300亿元", date(2030, 12, 31)),
        ("截至2025年底累计300亿元", None),
    ],
)
def test_what_a_sentence_names_is_a_deadline_or_only_a_time(sentence, day):
    found = deadline_in(sentence, sentence.index("300"))
    assert (found and found.in_year(2024)) == day


@pytest.mark.parametrize(("year", "passed"), [(2023, True), (2024, False), (2025, False)])
def test_a_day_of_an_earlier_year_has_passed(year, passed):
    found = deadline_in(f"{year}年底存栏300头", 7)
    assert found.has_passed(2024) == passed
    assert not deadline_in("年底存栏300头", 4).has_passed(2024)
