"""Every row of docs/domain.md, 3: how the words are read, and what is met, missed, left to a person or not judged."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from disclosure import quantity, verdict
from disclosure.quantity import Operator
from disclosure.verdict import Level, ObservedValue, VerdictResult
from disclosure.verdict.judge import RULES
from tests.verdict.test_verdict_vectors import RUBRIC, D, aim, judged

END = date(2022, 12, 31)


def outcome(written: str, value: str, unit: str = "", polarity: str = "up", **more: object) -> str:
    one = aim(written, polarity=polarity)  # type: ignore[arg-type]
    seen = ObservedValue(until=END, value=D(value), unit=unit or one.quantity.unit, **more)  # type: ignore[arg-type]
    return verdict.judge(one, seen, RUBRIC).outcome.value


def level(value: str, name: str = "", step: str = "0") -> Level:
    return Level(D(value), name, D(step))


def test_every_operator_has_a_rule() -> None:
    assert RULES.keys() == set(Operator)


@pytest.mark.parametrize("written", ["7%以上", "不低于7%", "不少于7%", "至少7%"])
def test_at_least_includes_its_number(written: str) -> None:
    assert [outcome(written, value) for value in ("7.1", "7", "6.9")] == ["met", "met", "not-met"]


@pytest.mark.parametrize("written", ["3%以下", "3%以内", "不超过3%", "不高于3%", "控制在3%以内"])
def test_at_most_includes_its_number(written: str) -> None:
    assert [outcome(written, value) for value in ("2.9", "3", "3.1")] == ["met", "met", "not-met"]


@pytest.mark.parametrize("written", ["超7亿元", "超过7亿元", "突破7亿元", "高于7亿元"])
def test_more_than_leaves_its_very_number_to_a_person(written: str) -> None:
    assert [outcome(written, value) for value in ("700000001", "700000000", "699999999")] == ["met", "just", "not-met"]


@pytest.mark.parametrize("written", ["低于3%", "不满3%"])
def test_less_than_excludes_its_number(written: str) -> None:
    assert [outcome(written, value) for value in ("2.9", "3", "3.1")] == ["met", "not-met", "not-met"]


@pytest.mark.parametrize("written", ["20家", "达20家", "达到20家", "实现20家", "完成20家", "新增20家", "建成20家"])
def test_a_bare_number_is_reached_by_itself_and_more(written: str) -> None:
    assert [outcome(written, value) for value in ("21", "20", "19")] == ["met", "met", "not-met"]


def test_around_forgives_a_little_leaves_some_to_a_person_and_no_more() -> None:
    assert [outcome("8%左右", value) for value in ("9", "7.9", "7.89", "7", "6.9")] == [
        *("met", "met", "undecided", "undecided", "not-met")
    ]


def test_around_of_an_amount_goes_by_its_share() -> None:
    assert [outcome("100家左右", value) for value in ("98", "97", "90", "89")] == [
        *("met", "undecided", "undecided", "not-met")
    ]


@pytest.mark.parametrize("polarity", ["up", "down"])
def test_around_as_a_ceiling_is_the_mirror_image(polarity: str) -> None:
    assert [outcome("控制在3%左右", value, polarity=polarity) for value in ("2", "3.1", "4", "4.1")] == [
        *("met", "met", "undecided", "not-met")
    ]


def test_about_counts_both_ways() -> None:
    assert [outcome("约100家", value) for value in ("102", "103", "98", "110", "111", "89")] == [
        *("met", "undecided", "met", "undecided", "not-met", "not-met")
    ]


def test_a_range_is_met_from_its_lower_end() -> None:
    found = [judged("6%—6.5%", value) for value in ("5.9", "6", "6.5", "6.6")]
    assert [(one.outcome, one.notes) for one in found] == [
        ("not-met", ("below",)),
        ("met", ("inside",)),
        ("met", ("inside",)),
        ("met", ("above",)),
    ]


def test_a_few_are_met_from_the_lower_end_and_the_upper_is_noted() -> None:
    found = [judged("1-3家", value) for value in ("0", "1", "3")]
    assert [(one.outcome, one.notes) for one in found] == [("not-met", ()), ("met", ()), ("met", ("upper",))]


def test_level_with_last_year_is_half_of_its_last_printed_digit() -> None:
    base = level("5.2", step="0.1")
    assert [outcome("与上年持平", value, "%", base=base) for value in ("5.25", "5.15", "5.26")] == [
        *("met", "met", "not-met")
    ]


@pytest.mark.parametrize("written", ["持平或略高", "不下降"])
def test_no_worse_needs_last_years_level(written: str) -> None:
    assert [outcome(written, value, "%", base=level("5.2")) for value in ("5.2", "5.1")] == ["met", "not-met"]
    assert outcome(written, "5.2", "%") == "none"


def test_steady_at_a_number_is_held_against_that_number() -> None:
    assert [outcome("稳定在95%", value) for value in ("95", "94")] == ["met", "not-met"]


def test_positive_growth_is_more_than_nothing() -> None:
    assert [outcome("正增长", value) for value in ("0.1", "0", "-0.1")] == ["met", "not-met", "not-met"]


@pytest.mark.parametrize(
    ("written", "enough", "short"), [("翻番", "20", "19"), ("翻两番", "40", "39"), ("增长2倍", "30", "29")]
)
def test_a_multiple_is_of_last_years_level(written: str, enough: str, short: str) -> None:
    assert [outcome(written, value, "家", base=level("10")) for value in (enough, short)] == ["met", "not-met"]
    assert outcome(written, enough, "家") == "none"


def test_percentage_points_are_the_difference_of_two_rates() -> None:
    base = level("60.5")
    assert [outcome("提高1.5个百分点", value, "%", base=base) for value in ("62", "61.9")] == ["met", "not-met"]
    assert [outcome("降低1个百分点", value, "%", base=base) for value in ("59.5", "59.6")] == ["met", "not-met"]
    assert [outcome("提高1.5个百分点", value, "个百分点") for value in ("1.5", "1.4")] == ["met", "not-met"]


def test_percentage_points_are_never_mixed_with_per_cent() -> None:
    """A growth of 1.5% is no rise of 1.5 points: without last year's rate nothing is said."""
    assert outcome("提高1.5个百分点", "1.5", "%") == "none"


def test_a_reduction_is_reached_by_a_fall_at_least_as_large() -> None:
    assert [outcome("下降3%", value) for value in ("-3", "-3.5", "-2.9", "3")] == ["met", "met", "not-met", "not-met"]


def test_in_step_needs_the_other_rate_and_its_name() -> None:
    other = level("4.3", "经济增长")
    assert [outcome("与经济增长同步", value, "%", reference=other) for value in ("4.3", "4.2", "3.2")] == [
        *("met", "undecided", "not-met")
    ]
    assert outcome("基本同步", "4.2", "%", reference=other) == "met"
    assert [outcome("同步", "4.2", "%"), outcome("同步", "4.2", "%", reference=level("4.3"))] == ["none", "none"]


def test_above_the_average_needs_the_average() -> None:
    other = level("4.7", "全省")
    assert [outcome("高于全省平均", value, "%", reference=other) for value in ("4.8", "4.7", "4.6")] == [
        *("met", "just", "not-met")
    ]
    assert outcome("不低于全省平均水平", "4.7", "%", reference=other) == "met"
    assert outcome("高于全省平均", "4.8", "%") == "none"


def test_a_split_target_shares_its_qualifier() -> None:
    pairs = quantity.split_respective("城镇、农村居民收入分别增长8%、9%左右")
    assert [outcome(written, value) for (_measure, written), value in zip(pairs, ("7.9", "8.5"), strict=True)] == [
        *("met", "undecided")
    ]


def test_a_breakthrough_is_one_where_there_was_none() -> None:
    assert [outcome("零突破", value, "个", base=level("0")) for value in ("1", "0")] == ["met", "not-met"]
    assert verdict.judge(
        aim("零突破"), ObservedValue(until=END, value=D(2), unit="个", base=level("1")), RUBRIC
    ).lacks == ("zero-base",)
    assert verdict.judge(aim("零突破"), ObservedValue(until=END, value=D(2), unit="个"), RUBRIC).lacks == ("base",)


@pytest.mark.parametrize("written", ["全覆盖", "100%", "清零"])
def test_everything_is_the_whole_of_a_known_number(written: str) -> None:
    assert [outcome(written, value, "个", denominator=D(48)) for value in ("48", "47")] == ["met", "not-met"]
    assert verdict.judge(aim(written), ObservedValue(until=END, value=D(48), unit="个"), RUBRIC).lacks == (
        "denominator",
    )


@pytest.mark.parametrize("written", ["全覆盖", "100%"])
def test_a_share_of_a_known_number_is_held_against_all_of_it(written: str) -> None:
    for whole in (D(50), D(200)):
        assert [outcome(written, value, "%", denominator=whole) for value in ("100", "98")] == ["met", "not-met"]


def times(*counts: int, until: date = END) -> verdict.Verdict:
    return verdict.judge(aim("每季度一次"), ObservedValue(until=until, counts=tuple(enumerate(counts, 1))), RUBRIC)


def test_every_period_has_its_times() -> None:
    assert times(1, 2, 1, 1).outcome is VerdictResult.MET


def test_a_missed_period_cannot_be_made_up() -> None:
    assert times(1, 0, until=date(2022, 6, 30)).outcome is VerdictResult.NOT_MET
    assert times(1, 0, 5, 5).outcome is VerdictResult.NOT_MET


def test_a_period_without_a_number_is_lacking_and_a_later_one_not_due() -> None:
    assert times(1, 1).lacks == ("periods",)
    assert times(1, 1, until=date(2022, 6, 30)).lacks == ("whole",)


@pytest.mark.parametrize(("written", "day"), [("年底前", (12, 31)), ("上半年", (6, 30)), ("6月底前", (6, 30))])
def test_a_deadline_is_kept_on_its_day_and_missed_after_it(written: str, day: tuple[int, int]) -> None:
    one = aim(written)
    last = date(2022, *day)
    late = date.fromordinal(last.toordinal() + 1)
    seen = [
        ObservedValue(until=last, done=last),
        ObservedValue(until=late, done=late),
        ObservedValue(until=late, open=True),
        ObservedValue(until=last, open=True),
        ObservedValue(until=late),
    ]
    assert [verdict.judge(one, each, RUBRIC).outcome for each in seen] == [
        *("met", "not-met", "not-met", "none", "none")
    ]


def test_a_provisional_day_of_completion_has_no_value_to_be_revised() -> None:
    found = verdict.judge(aim("年底前"), ObservedValue(until=END, vintage="forecast", done=END), RUBRIC)
    assert (found.outcome, found.notes) == ("met", ("forecast",))


def test_what_was_handed_down_is_unknown_until_it_is_on_file() -> None:
    assert verdict.judge(aim("完成省下达目标"), ObservedValue(until=END, value=D(5), unit="%"), RUBRIC).lacks == (
        "assigned",
    )
    assert [outcome("完成省下达目标", value, "%", reference=level("5", "省下达")) for value in ("5", "4.9")] == [
        *("met", "not-met")
    ]


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("量稳质升", "qualitative"),
        ("稳步提高", "qualitative"),
        ("一批", "vague"),
        ("若干", "vague"),
        ("支持", "process"),
    ],
)
def test_what_names_no_number_gets_no_verdict(written: str, why: str) -> None:
    found = verdict.judge(aim(written), ObservedValue(until=END, value=D(5), unit="家"), RUBRIC)
    assert (found.outcome, found.lacks) == ("none", (why,))


def test_starting_is_kept_by_having_started_and_never_missed() -> None:
    assert verdict.judge(aim("启动"), ObservedValue(until=END, started=True), RUBRIC).outcome is VerdictResult.MET
    assert verdict.judge(aim("启动"), ObservedValue(until=END), RUBRIC).outcome is VerdictResult.NONE


def test_a_stated_precision_is_no_target() -> None:
    read = quantity.parse("300余批次", role="result")
    assert read is not None
    assert verdict.judge(
        verdict.Aim(quantity=read, due=END), ObservedValue(until=END, value=D(300), unit="批次"), RUBRIC
    ).lacks == ("no-target",)


def test_a_provisional_number_says_so_and_a_final_one_follows_it() -> None:
    observations = [
        ObservedValue(until=END, value=D("7.1"), unit="%", vintage="forecast"),
        ObservedValue(until=END, value=D("6.8"), unit="%", vintage="final"),
    ]
    settled = verdict.settle(aim("7%以上"), observations, RUBRIC)
    assert [(said.outcome, said.notes) for _seen, said in settled.all] == [
        ("not-met", ()),
        ("met", ("forecast", "margin")),
    ]
    assert settled.verdict.notes == ("revised-other", "margin")


def test_two_bases_that_disagree_leave_it_undecided() -> None:
    observations = [
        ObservedValue(until=END, value=D("5.1"), unit="%", basis="same"),
        ObservedValue(until=END, value=D("-4.2"), unit="%", basis="natural"),
    ]
    settled = verdict.settle(aim("5%左右", by_basis=True), observations, RUBRIC)
    assert (settled.verdict.outcome, settled.verdict.notes) == ("undecided", ("bases-differ",))
    assert settled.verdict.working.endswith("同口径和自然口径结论不同")


def test_part_of_the_year_says_nothing_unless_it_is_enough_already() -> None:
    june = date(2022, 6, 30)
    assert verdict.judge(aim("20家"), ObservedValue(until=june, value=D(19), unit="家"), RUBRIC).lacks == ("whole",)
    assert (
        verdict.judge(aim("20家"), ObservedValue(until=june, value=D(20), unit="家"), RUBRIC).outcome
        is VerdictResult.MET
    )
    assert verdict.judge(
        aim("突破20家", stock=True), ObservedValue(until=june, value=D(21), unit="家"), RUBRIC
    ).lacks == ("whole",)
    assert verdict.judge(aim("7%以上"), ObservedValue(until=june, value=D(9), unit="%"), RUBRIC).lacks == ("whole",)


def test_a_value_in_another_unit_is_never_compared() -> None:
    assert verdict.judge(aim("20家"), ObservedValue(until=END, value=D(30), unit="个"), RUBRIC).lacks == ("unit",)


def test_the_sum_is_said_in_words() -> None:
    assert judged("4000张", "4385").working == "目标≥4,000张，实际4,385张，110%，达成"


def test_a_miss_is_never_rounded_up_to_the_whole() -> None:
    found = judged("1000张", "999")
    assert (found.percent, found.working) == (D("99.9"), "目标≥1,000张，实际999张，99.9%，未完成")


@pytest.mark.parametrize(
    ("strength", "words"),
    [
        ("binding", "未完成"),
        ("promised", "未完成"),
        ("expected", "未达预期目标"),
        ("striving", "力争目标未实现（已计入统计）"),
    ],
)
def test_a_miss_is_worded_by_the_strength_of_the_promise(strength: str, words: str) -> None:
    found = verdict.judge(aim("20家", strength=strength), ObservedValue(until=END, value=D(3), unit="家"), RUBRIC)
    assert found.working == f"目标≥20家，实际3家，15%，{words}"


def test_no_observation_lacks_its_value() -> None:
    assert verdict.settle(aim("20家"), [], RUBRIC).verdict.lacks == ("value",)
    assert isinstance(RUBRIC.rates.t1, Decimal)
