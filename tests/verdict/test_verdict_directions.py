"""A direction changes no rule: what is asked of a rise is asked of a fall, and the other way about."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure import verdict
from disclosure.verdict import Level, ObservedValue, Verdict, VerdictResult
from tests.verdict.test_verdict_vectors import RUBRIC, D, aim

END = date(2022, 12, 31)
# Every operator that a reduction can have
FORMS = (
    "{}3%",
    "{}3%以上",
    "{}3%左右",
    "{}约3%",
    "{}超3%",
    "{}超过3%",
    "{}不低于3%",
    "至少{}3%",
    "{}2%—3%",
    "{}2%至3%左右",
)
CEILINGS = ("{}3%以内", "{}不超过3%", "{}低于3%")
values = st.decimals(Decimal("0.01"), 20, places=2)


def judged(written: str, value: Decimal, unit: str = "%", **more: object) -> Verdict:
    return verdict.judge(aim(written), ObservedValue(until=END, value=value, unit=unit, **more), RUBRIC)  # type: ignore[arg-type]


@pytest.mark.parametrize("form", [*FORMS, *CEILINGS])
@given(value=values)
def test_mirroring_value_and_target_changes_no_verdict(form: str, value: Decimal) -> None:
    rise, fall = judged(form.format("增长"), value), judged(form.format("下降"), -value)
    assert rise.outcome is fall.outcome
    assert [one for one in rise.notes if one == "sign"] == [one for one in fall.notes if one == "sign"] == []


@pytest.mark.parametrize("form", [*FORMS, *CEILINGS])
@given(value=values)
def test_a_rise_satisfies_no_reduction_and_its_sign_is_asked_about(form: str, value: Decimal) -> None:
    found = judged(form.format("下降"), value)
    assert (found.outcome, "sign" in found.notes) == (VerdictResult.NOT_MET, True)


@pytest.mark.parametrize("form", FORMS)
@given(value=values)
def test_a_fall_satisfies_no_growth_and_its_sign_is_asked_about(form: str, value: Decimal) -> None:
    found = judged(form.format("增长"), -value)
    assert (found.outcome, "sign" in found.notes) == (VerdictResult.NOT_MET, True)


@pytest.mark.parametrize("form", ["{}2个百分点", "{}2个百分点左右", "{}超2个百分点", "{}1—2个百分点"])
@given(base=st.decimals(20, 80, places=1), change=st.decimals(-5, 5, places=1))
def test_points_are_the_difference_of_two_rates_under_every_operator(form: str, base: Decimal, change: Decimal) -> None:
    rise = judged(form.format("提高"), base + change, base=Level(base))
    fall = judged(form.format("下降"), base - change, base=Level(base))
    alone = judged(form.format("提高"), change, unit="个百分点")
    assert rise.outcome is fall.outcome is alone.outcome


@pytest.mark.parametrize("written", ["3—5%", "1-3家", "稳定在3%", "高于全省平均", "与经济增长同步", "完成省下达目标"])
@given(value=values, other=values)
def test_where_less_is_better_the_numbers_are_turned_round_with_the_value(
    written: str, value: Decimal, other: Decimal
) -> None:
    """A value and its mirror image between the mirror images of the range or the reference."""
    up, down = aim(written), aim(written, polarity="down")
    ends = (up.quantity.value or Decimal(0), up.quantity.upper or up.quantity.value or Decimal(0))
    mirrored = sum(ends) - value
    unit = up.quantity.unit or "%"
    level, image = Level(other, "全省"), Level(sum(ends) - other, "全省")
    rise = verdict.judge(up, ObservedValue(until=END, value=value, unit=unit, reference=level), RUBRIC)
    fall = verdict.judge(down, ObservedValue(until=END, value=mirrored, unit=unit, reference=image), RUBRIC)
    if up.quantity.operator.value == "compare":
        return
    assert rise.outcome is fall.outcome


@pytest.mark.parametrize("form", [*FORMS, *CEILINGS])
@given(value=st.decimals(-20, 20, places=4))
def test_rounding_never_crosses_the_border(form: str, value: Decimal) -> None:
    """What is printed of a share says 100% only where the number was reached, and never where it was missed."""
    for written in (form.format("增加").replace("%", "万户"), form.format("减少").replace("%", "万户")):
        found = judged(written, value * 10000, "户")
        if found.percent is not None and found.outcome is VerdictResult.NOT_MET:
            assert found.percent < 100
        if found.percent is not None and found.percent >= 100:
            assert found.outcome is not VerdictResult.NOT_MET


@pytest.mark.parametrize(
    ("written", "enough", "short"),
    [
        ("高于全省平均3个百分点以上", "8.5", "8.4"),
        ("高于全市1个百分点", "6.5", "6.4"),
        ("快于经济增长", "5.6", "5.4"),
        ("高于全省平均1个百分点左右", "6.4", "5.4"),
        ("低于全省2个百分点以上", "3.5", "3.6"),
        ("低于全省2个百分点以内", "3.5", "3.4"),
        ("低于全省平均", "5.4", "5.6"),
    ],
)
def test_a_margin_is_held_against_the_reference_of_the_same_period(written: str, enough: str, short: str) -> None:
    """Never against last year's level, which is on file too."""
    levels = {"reference": Level(D("5.5"), "全省"), "base": Level(D("1"))}
    found = [judged(written, D(value), **levels).outcome.value for value in (enough, short)]
    assert found == ["met", "not-met"]
    assert judged(written, D(enough), base=Level(D("1"))).lacks == ("reference",)


def test_the_level_to_fall_to_is_a_ceiling() -> None:
    found = [judged("下降到1.5%左右", D(value)).outcome.value for value in ("1.1", "1.6", "2", "2.6")]
    assert found == ["met", "met", "undecided", "not-met"]


def test_the_share_of_a_reduction_is_that_of_its_size() -> None:
    found = judged("减少30万户以上", D(-330000), "户")
    assert (found.percent, found.working) == (D("110.0"), "目标“减少30万户以上”，实际下降33万户，110%，达成")


def test_a_range_keeps_its_qualifier() -> None:
    found = [judged("增长3.5%-4.5%左右", D(value)).outcome.value for value in ("3.4", "3", "2.4")]
    assert found == ["met", "undecided", "not-met"]


@pytest.mark.parametrize(
    ("written", "unit", "met", "missed"),
    [
        ("＞76.5%", "%", "77", "76"),
        ("<20分钟", "分钟", "18", "20"),
        ("≥98%", "%", "98", "97.9"),
        ("零增长", "%", "-1.2", "0.1"),
        ("每人每年360元", "元", "360", "359"),
        ("每年安排9000万元以上", "元", "90000000", "89999999"),
        ("至少降低15%", "%", "-24", "-14"),
    ],
)
def test_other_ways_to_write_a_number(written: str, unit: str, met: str, missed: str) -> None:
    assert [judged(written, D(value), unit).outcome.value for value in (met, missed)] == ["met", "not-met"]


def test_doubling_may_have_a_qualifier() -> None:
    found = [judged("翻一番以上", D(value), "公里", base=Level(D(20))).outcome.value for value in ("42", "39")]
    assert found == ["met", "not-met"]
