"""Every row of the table in docs/domain.md, Quantities, from written words to a whole quantity."""

from decimal import Decimal

import pytest

from disclosure.quantity import Operator, Quantity, parse


def read(written, **how):
    """The parts of a quantity that the table speaks about: operator, value, upper, unit, qualifier."""
    quantity = parse(written, **how)
    assert quantity is not None, written
    assert quantity.written == written
    return (
        quantity.operator.value,
        number(quantity.value),
        number(quantity.upper),
        quantity.unit,
        quantity.qualifier,
    )


def number(value):
    return None if value is None else f"{value:f}"


def test_a_quantity_says_everything_it_understood():
    assert parse("超7.5亿元") == Quantity(
        written="超7.5亿元",
        operator=Operator.GT,
        value=Decimal(750000000),
        upper=None,
        unit="元",
        qualifier="超",
        decimals=1,
        per=None,
        deadline=None,
        step=Decimal(10000000),
    )


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("7.5%以上", ("ge", "7.5", None, "%", "以上")),
        ("增长7.5%以上", ("ge", "7.5", None, "%", "以上")),
        ("20家以上", ("ge", "20", None, "家", "以上")),
        ("不低于95%", ("ge", "95", None, "%", "不低于")),
        ("不少于3场", ("ge", "3", None, "场", "不少于")),
        ("至少1个", ("ge", "1", None, "个", "至少")),
        ("新增不少于3家", ("ge", "3", None, "家", "不少于")),
    ],
)
def test_at_least_includes_the_number(written, expected):
    assert read(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("3.5%以下", ("le", "3.5", None, "%", "以下")),
        ("4.5%以内", ("le", "4.5", None, "%", "以内")),
        ("不超过1%", ("le", "1", None, "%", "不超过")),
        ("不高于3%", ("le", "3", None, "%", "不高于")),
        ("控制在3%以内", ("le", "3", None, "%", "控制在…以内")),
        ("控制在3.5%以下", ("le", "3.5", None, "%", "控制在…以下")),
        ("压缩至3小时", ("le", "3", None, "小时", "压缩至")),
        ("前10名", ("le", "10", None, "名", "前")),
    ],
)
def test_at_most_is_a_ceiling(written, expected):
    assert read(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("突破120家", ("gt", "120", None, "家", "突破")),
        ("超7亿元", ("gt", "700000000", None, "元", "超")),
        ("超过15亿元", ("gt", "1500000000", None, "元", "超过")),
        ("高于5%", ("gt", "5", None, "%", "高于")),
        ("低于4.6%", ("lt", "4.6", None, "%", "低于")),
        ("不满5户", ("lt", "5", None, "户", "不满")),
    ],
)
def test_more_than_and_less_than_exclude_the_number(written, expected):
    assert read(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("350亩", ("ge", "350", None, "亩", "")),
        ("达700亿元", ("ge", "70000000000", None, "元", "达")),
        ("达到102.6亿元", ("ge", "10260000000", None, "元", "达到")),
        ("实现12.3亿元", ("ge", "1230000000", None, "元", "实现")),
        ("完成12条", ("ge", "12", None, "条", "完成")),
        ("新增4家", ("ge", "4", None, "家", "新增")),
        ("建成5个", ("ge", "5", None, "个", "建成")),
        ("提高到65%", ("ge", "65", None, "%", "提高到")),
    ],
)
def test_a_bare_figure_is_a_floor_where_more_is_better(written, expected):
    assert read(written) == expected


def test_a_bare_figure_is_a_ceiling_where_less_is_better():
    assert read("3%", polarity="down") == ("le", "3", None, "%", "")


@pytest.mark.parametrize(
    ("written", "polarity", "operator"),
    [("5%左右", "up", "about_ge"), ("3%左右", "down", "about_le"), ("控制在3%左右", "up", "about_le")],
)
def test_around_is_a_floor_or_its_mirror_image(written, polarity, operator):
    assert parse(written, polarity=polarity).operator == operator


def test_about_in_a_target_lies_on_both_sides():
    assert read("约300家") == ("about", "300", None, "家", "约")


@pytest.mark.parametrize("dash", ["-", "—", "——", "－", "～", "至", "~", "–", "到"])
def test_a_range_may_be_written_with_any_dash(dash):
    assert read(f"6%{dash}6.5%") == ("range", "6", "6.5", "%", "")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("6-7%", ("range", "6", "7", "%", "")),
        ("百分之六至百分之七", ("range", "6", "7", "%", "")),
        ("1-2万人", ("range", "10000", "20000", "人", "")),
        ("5000-1万元", ("range", "5000", "10000", "元", "")),
        ("5-9年", ("range", "5", "9", "年", "")),
        ("1-2家", ("int_range", "1", "2", "家", "")),
        ("3个至5个", ("int_range", "3", "5", "个", "")),
        ("两三家", ("int_range", "2", "3", "家", "")),
        ("1-2", ("int_range", "1", "2", "", "")),
    ],
)
def test_things_counted_make_an_int_range_and_all_else_a_range(written, expected):
    assert read(written) == expected


@pytest.mark.parametrize("written", ["7-6%", "3公里至5家"])
def test_a_range_that_runs_down_or_mixes_units_is_none(written):
    assert parse(written) is None


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("持平", ("eq_base", None, None, "", "持平")),
        ("与上年持平", ("eq_base", None, None, "", "与上年持平")),
        ("持平或略高", ("ge_base", None, None, "", "持平或略高")),
        ("与省、市预期目标持平或略高", ("ge_base", None, None, "", "与省、市预期目标持平或略高")),
        ("不下降", ("ge_base", None, None, "", "不下降")),
        ("稳定在90%", ("ge_base", "90", None, "%", "稳定在")),
        ("稳定在5.5亿吨以上", ("ge", "550000000", None, "吨", "稳定在…以上")),
        ("正增长", ("gt", "0", None, "%", "正增长")),
    ],
)
def test_what_is_held_against_the_year_before_needs_a_baseline(written, expected):
    assert read(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("提高3个百分点", ("delta_pp", "3", None, "个百分点", "提高")),
        ("下降0.5个百分点", ("delta_pp", "0.5", None, "个百分点", "下降")),
        ("3个百分点以上", ("delta_pp", "3", None, "个百分点", "以上")),
        ("提高2百分点", ("delta_pp", "2", None, "个百分点", "提高")),
        ("不超过2个百分点", ("le", "2", None, "个百分点", "不超过")),
    ],
)
def test_percentage_points_are_never_percent(written, expected):
    assert read(written) == expected


@pytest.mark.parametrize("written", ["零突破", "实现零突破"])
def test_a_breakthrough_from_zero_is_the_first_one(written):
    assert read(written) == ("first", "1", None, "", written)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("100%", ("all", "100", None, "%", "")),
        ("达100%", ("all", "100", None, "%", "达")),
        ("100%以上", ("ge", "100", None, "%", "以上")),
        ("超过100%", ("gt", "100", None, "%", "超过")),
        ("增长100%", ("ge", "100", None, "%", "增长")),
    ],
)
def test_a_hundred_per_cent_is_all_unless_a_word_moves_it(written, expected):
    assert read(written) == expected


def test_what_is_only_started_keeps_its_number_and_is_process():
    assert read("启动3个") == ("process", "3", None, "个", "启动")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("46万余人次", ("interval", "460000", None, "人次", "余")),
        ("300余批次", ("interval", "300", None, "批次", "余")),
        ("40多万人", ("interval", "400000", None, "人", "多")),
        ("三年多", ("interval", "3", None, "年", "多")),
        ("近100家", ("interval", "100", None, "家", "近")),
        ("约3万人", ("interval", "30000", None, "人", "约")),
        ("390亿元左右", ("interval", "39000000000", None, "元", "左右")),
        ("12.3亿元", ("exact", "1230000000", None, "元", "")),
        ("达到102.6亿元", ("exact", "10260000000", None, "元", "达到")),
        ("100%", ("exact", "100", None, "%", "")),
        ("超15亿元", ("gt", "1500000000", None, "元", "超")),
    ],
)
def test_in_a_result_the_words_state_a_precision(written, expected):
    assert read(written, role="result") == expected
