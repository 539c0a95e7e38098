"""What holds of any target and any observation."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from disclosure import quantity, verdict
from disclosure.quantity import Polarity
from disclosure.verdict import Aim, Counted, Level, ObservedValue, Rubric, Tolerance, VerdictResult
from tests.verdict.test_verdict_vectors import RUBRIC

WRITTEN = (
    *("7%以上", "3%以内", "超7亿元", "低于3%", "20家", "8%左右", "约100家", "6%—6.5%", "1-3家", "与上年持平"),
    *(
        "持平或略高",
        "正增长",
        "翻番",
        "提高1.5个百分点",
        "下降3%",
        "下降3%左右",
        "高于全省平均2个百分点",
        "与经济增长同步",
        "高于全省平均",
        "零突破",
        "全覆盖",
    ),
    *("每季度一次", "年底前", "完成省下达目标", "量稳质升", "一批", "启动", "支持"),
)
numbers = st.decimals(-(10**12), 10**12, allow_nan=False, places=2)
days = st.dates(date(2022, 1, 1), date(2024, 12, 31))
levels = st.none() | st.builds(
    Level, numbers, st.sampled_from(["", "全省"]), st.sampled_from([Decimal(0), Decimal("0.1")])
)
observations = st.builds(
    ObservedValue,
    until=days,
    value=st.none() | numbers,
    unit=st.sampled_from(["%", "家", "元", "个百分点", ""]),
    vintage=st.sampled_from(["", "forecast", "preliminary", "final"]),
    basis=st.sampled_from(["", "same", "natural"]),
    base=levels,
    reference=levels,
    denominator=st.none() | numbers,
    counts=st.lists(st.tuples(st.integers(1, 4), st.integers(0, 3)), max_size=4).map(tuple),
    done=st.none() | days,
    open=st.booleans(),
    started=st.booleans(),
)


@st.composite
def aims(draw: st.DrawFn) -> Aim:
    polarity: Polarity = draw(st.sampled_from(["up", "down"]))
    read = quantity.parse(draw(st.sampled_from(WRITTEN)), polarity=polarity)
    assert read is not None
    strength = draw(st.sampled_from(["binding", "promised", "expected", "striving", "process"]))
    return Aim(
        quantity=read,
        due=date(2022, 12, 31),
        polarity=polarity,
        strength=strength,
        stock=draw(st.booleans()),
        by_basis=draw(st.booleans()),
    )


@given(aims(), st.lists(observations, max_size=4))
def test_there_is_no_silent_default(aim: Aim, seen: list[ObservedValue]) -> None:
    """No verdict names what it lacks, a verdict lacks nothing, and both say so in words."""
    settled = verdict.settle(aim, seen, RUBRIC)
    for one in (settled.verdict, *(said for _seen, said in settled.all)):
        assert (one.outcome is VerdictResult.NONE) == bool(one.lacks)
        assert one.working.endswith(tuple(verdict.lack(id) for id in one.lacks) or one.working[-1:])
        assert one.rubric == RUBRIC.version


@given(aims())
def test_no_information_is_never_a_miss(aim: Aim) -> None:
    """无公开信息 has no way to 未完成: whatever the target and its strength, nothing observed is nothing judged."""
    assert verdict.settle(aim, [], RUBRIC).verdict.outcome is VerdictResult.NONE


@given(aims(), numbers, numbers)
def test_more_of_what_is_better_never_makes_it_worse(aim: Aim, low: Decimal, high: Decimal) -> None:
    if aim.quantity.operator.value not in ("ge", "gt", "about_ge", "range", "int_range") or quantity.reduces(
        aim.quantity
    ):
        return
    turned = aim.polarity == "down" and aim.quantity.operator.value in ("range", "int_range")
    rank = [VerdictResult.NONE, VerdictResult.NOT_MET, VerdictResult.UNDECIDED, VerdictResult.JUST, VerdictResult.MET]
    less, more = (
        verdict.judge(
            aim, ObservedValue(until=aim.due, value=value, unit=aim.quantity.unit, basis="same"), RUBRIC
        ).outcome
        for value in sorted((low, high), reverse=turned)
    )
    assert rank.index(less) <= rank.index(more)


@given(
    st.lists(st.sampled_from(list(VerdictResult))),
    st.lists(st.sampled_from(["binding", "promised", "expected", "striving"])),
)
def test_a_rate_counts_everything_it_is_given(outcomes: list[VerdictResult], strengths: list[str]) -> None:
    """力争 stays in the denominator, no information is neither a success nor a failure nor gone."""
    counted = [Counted(strength, one) for strength, one in zip(strengths, outcomes, strict=False)]
    rate = verdict.rate(counted)
    assert rate.all == len(counted)
    assert rate.met == sum(one.outcome is VerdictResult.MET for one in counted)
    assert rate.decided == rate.met + sum(one.outcome is VerdictResult.NOT_MET for one in counted)
    assert (rate.percent is None) == (not rate.decided or rate.decided * 2 < rate.all)


@given(aims(), observations, st.decimals(0, 5, places=1), st.decimals(0, 5, places=1))
def test_a_wider_tolerance_never_makes_a_miss_of_what_was_met(
    aim: Aim, seen: ObservedValue, narrow: Decimal, wide: Decimal
) -> None:
    narrow, wide = sorted((narrow, wide))
    results = []
    for size in (narrow, wide):
        rubric = Rubric(
            version="x",
            rates=Tolerance(size, size + 5),
            amounts=Tolerance(size, size + 5),
            revision_rates=Decimal(0),
            revision_amounts=Decimal(0),
        )
        results.append(verdict.judge(aim, seen, rubric).outcome)
    assert not (results[0] is VerdictResult.MET and results[1] is not VerdictResult.MET)
