"""A plausible value, title or vote never gets a message; each kind of implausible one always does."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from disclosure import quantity
from disclosure.checks.overrides import says_nothing
from disclosure.checks.series import Known, at_odds
from disclosure.checks.statements import against_votes, contradicts
from disclosure.checks.titles import alike
from disclosure.checks.values import Doubt, implausible
from disclosure.model.evidence import EvidenceRecord
from disclosure.model.followup import VoteRecord
from disclosure.verdict import Aim, ObservedValue

DUE = date(2024, 12, 31)
JUNE = date(2024, 6, 30)
COUNTED = ("个", "家", "条", "人", "户", "所")
AMOUNTS = ("公里", "元", "亩", "吨", "平方米")
SHARES = ("垃圾处理率", "社区覆盖率", "水质达标率", "清洁能源占比", "城镇化率")
RATES = ("地区生产总值增速", "工业增加值增长率", "居民消费价格涨幅", "政府负债率", "年度计划完成率")
PERIODS = {"每季度": 4, "每月": 12, "每半年": 2}

positive = st.integers(1, 10**7)
tenths = st.integers(1, 200).map(lambda n: Decimal(n) / 10)


def aim(written: str, *, polarity: quantity.Polarity = "up") -> Aim:
    read = quantity.parse(written, polarity=polarity)
    assert read is not None, written
    return Aim(quantity=read, due=DUE, polarity=polarity, stock=quantity.is_level(read))


def seen(value: Decimal | int | None, unit: str, until: date = DUE, **more: object) -> ObservedValue:
    of = ObservedValue(until=until, value=None if value is None else Decimal(value), unit=unit)
    return replace(of, **more)


def doubt(measure: str, of: Aim, value: ObservedValue) -> tuple[str, bool] | None:
    """The rule that asks about a value, and whether it only asks."""
    found = implausible(measure, of, value)
    return (found.rule, found.notice) if found else None


ERROR, NOTICE = False, True


@given(positive, st.sampled_from(COUNTED + AMOUNTS), st.integers(2, 99), st.dates(date(2024, 1, 31), DUE))
def test_an_amount_of_the_targets_size_is_plausible(target: int, unit: str, share: int, until: date) -> None:
    """From a fiftieth of the target to nearly ten times, whole as it is counted."""
    for value in (max(1, target * share // 100), target + target * share // 12):
        assert doubt("新建设施", aim(f"{target}{unit}"), seen(value, unit, until)) is None


@given(target=tenths, value=tenths, fell=st.booleans(), measure=st.sampled_from(RATES))
def test_a_rate_of_the_targets_size_is_plausible_up_or_down(
    target: Decimal, value: Decimal, *, fell: bool, measure: str
) -> None:
    assume(target / 50 < value < target * 10)
    assert doubt(measure, aim(f"{target}%左右"), seen(-value if fell else value, "%")) is None


@given(tenths, st.integers(1, 9), st.sampled_from(["以上", "左右", "", "以内"]))
def test_a_fall_where_a_fall_was_promised_is_plausible(target: Decimal, times: int, words: str) -> None:
    for of in (aim(f"下降{target}%{words}"), aim(f"降低{target}%{words}")):
        assert doubt("单位产值能耗", of, seen(-target * times, "%")) is None


@given(st.decimals(0, 100, places=2), st.sampled_from(SHARES), st.integers(50, 99))
def test_a_share_of_the_whole_is_plausible(value: Decimal, measure: str, target: int) -> None:
    assume(value > target * Decimal("0.02"))
    assert doubt(measure, aim(f"{target}%以上"), seen(value, "%")) is None
    assert doubt(measure, aim("100%"), seen(value, "%")) is None


@given(value=st.decimals("100.01", 10000, places=2), measure=st.sampled_from(SHARES), negative=st.booleans())
def test_a_share_beyond_the_whole_never_is(value: Decimal, measure: str, *, negative: bool) -> None:
    for written in ("95%以上", "100%"):
        assert doubt(measure, aim(written), seen(-value if negative else value, "%")) == ("share", ERROR)


@given(st.decimals("100.01", 400, places=2), st.sampled_from(RATES))
def test_growth_debt_and_what_was_done_of_a_plan_may_be_more_than_all(value: Decimal, measure: str) -> None:
    assert doubt(measure, aim("90%以上"), seen(value, "%")) is None


def test_a_rate_that_may_be_a_share_is_asked_about() -> None:
    assert doubt("设备利用率", aim("95%以上"), seen(Decimal(104), "%")) == ("share", NOTICE)
    assert doubt("进出口占生产总值比重", aim("95%以上"), seen(Decimal(104), "%")) == ("share", NOTICE)


@given(positive, positive, st.sampled_from(COUNTED))
def test_fewer_than_none_are_impossible_but_for_a_promised_fall(target: int, value: int, unit: str) -> None:
    assume(target / 50 < value < target * 10)
    assert doubt("新建设施", aim(f"{target}{unit}"), seen(-value, unit)) == ("count", ERROR)
    assert doubt("事故起数", aim(f"减少{target}{unit}"), seen(-value, unit)) is None
    assert doubt("净增企业", aim(f"{target}{unit}"), seen(-value, unit)) is None


@given(positive, st.sampled_from(AMOUNTS))
def test_a_negative_amount_is_asked_about_unless_it_is_a_balance(target: int, unit: str) -> None:
    assert doubt("建成面积", aim(f"{target}{unit}"), seen(-target, unit)) == ("count", NOTICE)
    assert doubt("财政结余", aim(f"{target}{unit}"), seen(-target, unit)) is None


@given(positive, st.sampled_from(COUNTED), st.integers(1, 99))
def test_halves_of_what_is_counted_are_impossible_but_on_average(target: int, unit: str, hundredths: int) -> None:
    value = target + Decimal(hundredths) / 100
    assert doubt("新建设施", aim(f"{target}{unit}"), seen(value, unit)) == ("count", ERROR)
    assert doubt("每千人口设施", aim(f"{target}{unit}"), seen(value, unit)) is None
    assert doubt("设施", aim(f"{target}.5{unit}"), seen(value, unit)) is None
    assert doubt("管网", aim(f"{target}公里"), seen(value, "公里")) is None


@given(positive, positive)
def test_more_than_the_denominator_is_impossible(whole: int, more: int) -> None:
    everything = aim("全覆盖")
    assert doubt("社区", everything, seen(whole, "个", denominator=Decimal(whole))) is None
    assert doubt("社区", everything, seen(whole + more, "个", denominator=Decimal(whole))) == ("denominator", ERROR)
    assert doubt("社区", everything, seen(whole, "个", denominator=Decimal(0))) == ("denominator", ERROR)


@given(st.sampled_from(sorted(PERIODS)), st.integers(1, 12), st.data())
def test_there_are_no_more_counts_than_periods_have_begun(per: str, month: int, data: st.DataObject) -> None:
    of = aim(f"{per}一次")
    begun = -(-month * PERIODS[per] // 12)
    until = date(2024, month, 28)
    counts = data.draw(st.lists(st.integers(0, 9), min_size=1, max_size=begun))
    assert doubt("活动", of, seen(None, "", until, counts=tuple(enumerate(counts, 1)))) is None
    many = [*counts, *[1] * (begun - len(counts) + 1)]
    assert doubt("活动", of, seen(None, "", until, counts=tuple(enumerate(many, 1)))) == ("times", ERROR)
    assert doubt("活动", of, seen(None, "", until, counts=((1, -1),))) == ("times", ERROR)


@given(positive, st.integers(10, 10**5), st.sampled_from(COUNTED + AMOUNTS))
def test_ten_times_the_target_is_asked_about(target: int, times: int, unit: str) -> None:
    for words in ("", "不少于", "不超过"):
        assert doubt("新建设施", aim(f"{words}{target}{unit}"), seen(target * times, unit)) == ("size", NOTICE)


@given(st.integers(1, 10**4), st.integers(100, 10**4), st.sampled_from(COUNTED + AMOUNTS))
def test_a_hundredth_of_the_target_is_asked_about_at_the_end_only(value: int, times: int, unit: str) -> None:
    of = aim(f"{value * times}{unit}")
    assert doubt("新建设施", of, seen(value, unit)) == ("size", NOTICE)
    assert doubt("新建设施", of, seen(value, unit, JUNE)) is None
    assert doubt("事故", aim(f"不超过{value * times}{unit}"), seen(value, unit)) is None


@given(tenths)
def test_a_rate_written_as_a_fraction_is_asked_about(target: Decimal) -> None:
    assert doubt("地区生产总值增速", aim(f"{target}%左右"), seen(target / 100, "%")) == ("size", NOTICE)


@given(tenths, st.sampled_from(["以上", "左右", "", "—30%"]), st.integers(1, 9))
def test_a_missing_minus_is_asked_about(target: Decimal, words: str, times: int) -> None:
    of = aim(f"下降{target}%{words}")
    assert doubt("单位产值能耗", of, seen(target * times, "%")) == ("sign", NOTICE)


def known(*values: tuple[ObservedValue, int]) -> list[Known]:
    """Values with the month that each became known in, each by an update of its own."""
    return [Known(seen=one, day=date(2025, month, 1), source=f"更新{n}") for n, (one, month) in enumerate(values)]


def odds(written: str, *values: tuple[ObservedValue, int]) -> list[tuple[int, str, bool]]:
    found: list[tuple[int, Doubt]] = list(at_odds(aim(written), known(*values)))
    return [(n, one.rule, one.notice) for n, one in found]


@given(st.lists(positive, min_size=2, max_size=5))
def test_counts_that_grow_through_the_year_are_plausible(counts: list[int]) -> None:
    growing = [(seen(value, "个", date(2024, 2 * n + 2, 28)), 1) for n, value in enumerate(sorted(counts))]
    assert odds("400个", *growing) == []


@given(positive, positive)
def test_more_in_june_than_in_the_year_is_asked_about(value: int, more: int) -> None:
    june, year = (seen(value + more, "个", JUNE), 1), (seen(value, "个"), 2)
    assert odds("400个", june, year) == [(0, "shrinking", NOTICE)]
    assert odds("400个", year, june) == [(1, "shrinking", NOTICE)]
    for written, unit in (("6%左右", "%"), ("突破400个", "个"), ("减少400个", "个"), ("400个以内", "个")):
        assert odds(written, (seen(value + more, unit, JUNE), 1), (seen(value, unit), 2)) == []


@given(tenths, tenths)
def test_two_values_of_one_period_are_impossible_unless_vintage_or_basis_differ(one: Decimal, other: Decimal) -> None:
    assume(one != other)
    assert odds("6%左右", (seen(one, "%"), 1), (seen(other, "%"), 2)) == [(1, "two-values", ERROR)]
    first, last = seen(one, "%", vintage="preliminary"), seen(other, "%", vintage="final")
    assert odds("6%左右", (first, 1), (last, 2)) == []
    same, natural = seen(one, "%", basis="comparable"), seen(other, "%", basis="natural")
    assert odds("6%左右", (same, 1), (natural, 1)) == []


def test_one_value_may_be_reported_twice_but_not_in_one_update() -> None:
    value = seen(Decimal(5), "%", basis="comparable")
    assert odds("6%左右", (value, 1), (value, 2)) == []
    once = known((value, 1))
    assert [n for n, _doubt in at_odds(aim("6%左右"), once * 2)] == [1]


@given(tenths, st.sampled_from(["forecast", "preliminary"]))
def test_nothing_is_expected_after_the_final_value(value: Decimal, vintage: str) -> None:
    final, expected = seen(value, "%", vintage="final"), seen(value, "%", vintage=vintage)
    assert odds("6%左右", (final, 1), (expected, 2)) == [(1, "vintage", ERROR)]
    assert odds("6%左右", (expected, 1), (final, 2)) == []


@pytest.mark.parametrize(
    "said", ["未完成", "没有完成", "未能如期完成", "有差距", "存在较大差距", "尚未开工", "低于预期", "未达标"]
)
def test_an_admitted_miss_is_never_met(said: str) -> None:
    assert contradicts(said, "met")
    assert not any(contradicts(said, outcome) for outcome in ("not-met", "undecided", "just", "none"))


@pytest.mark.parametrize("said", ["完成", "已完成", "全面完成", "超额完成", "圆满实现", "提前达到目标"])
def test_a_claimed_success_is_never_a_miss(said: str) -> None:
    assert contradicts(said, "not-met")
    assert not any(contradicts(said, outcome) for outcome in ("met", "undecided", "just", "none"))


@pytest.mark.parametrize(
    "said", ["基本完成", "完成80%以上，仍有差距", "部分完成", "无一未完成", "不低于预期", "没有差距", "保持稳定"]
)
def test_words_that_leave_it_open_are_the_editors_to_judge(said: str) -> None:
    assert not contradicts(said, "not-met") or said in ("不低于预期", "没有差距")
    assert not contradicts(said, "met") or "仍有差距" in said


@pytest.mark.parametrize(
    "because",
    ["无", "-", "——", "同上", "见上。", "略", "。。。。", "aaaa", "xxxx", "程序读错了", "TODO", "待补充", "原因：无"],
)
def test_a_reason_that_says_nothing_is_none(because: str) -> None:
    assert says_nothing(because)


@pytest.mark.parametrize(
    "because", ["年度主要指标", "前半句写明是约束性指标", "说的是原则，没有可以核对的结果。", "“绝不拖欠”是禁止"]
)
def test_a_reason_that_names_a_fact_is_one(because: str) -> None:
    assert not says_nothing(because, "完成约束性指标，单位生产总值能耗下降3%以上")


def test_the_quote_itself_is_no_reason() -> None:
    assert says_nothing("能耗下降3%以上", "单位生产总值能耗下降3%以上")


def vote(ayes: int, noes: int, abstained: int = 0) -> VoteRecord:
    source = EvidenceRecord(publisher="示例区人民代表大会")
    cast = ayes + noes + abstained
    return VoteRecord(adopted="", votes_for=ayes, votes_against=noes, abstained=abstained, cast=cast, source=source)


def asked(adopted: str, of: VoteRecord) -> bool | None:
    """Whether a vote is only asked about; None where nothing is wrong."""
    found = against_votes(adopted, "", of)
    return found.notice if found else None


@given(st.integers(0, 500), st.integers(1, 500), st.integers(0, 100))
def test_a_vote_agrees_with_its_result_only_one_way(noes: int, more: int, abstained: int) -> None:
    carried, lost = vote(noes + more + abstained, noes, abstained), vote(noes, noes + more, abstained)
    assert (asked("yes", carried), asked("yes", lost)) == (None, ERROR)
    assert (asked("no", lost), asked("no", carried)) == (None, NOTICE)
    assert (asked("unknown", carried), asked("unknown", lost)) == (ERROR, ERROR)


def test_a_vote_without_counts_says_nothing() -> None:
    of = VoteRecord(adopted="", source=EvidenceRecord(publisher="示例区人民代表大会"))
    assert [asked(adopted, of) for adopted in ("yes", "no", "unknown")] == [None, None, None]


@given(positive, st.sampled_from(COUNTED + AMOUNTS))
def test_a_title_has_the_number_the_unit_and_the_direction_of_its_record(number: int, unit: str) -> None:
    forms = [f"不少于{number}{unit}", f"不超过{number}{unit}", f"超过{number}{unit}", f"{number}万{unit}"]
    forms += [f"减少{number}{unit}", f"{number + 1}{unit}", f"{number}{unit}左右", f"{number}台"]
    read = [aim(form).quantity for form in forms]
    assert [[alike(one, other) for other in read] for one in read] == [
        [n == m for m in range(len(read))] for n in range(len(read))
    ]
