"""The vectors of docs/domain.md, 6: what official reports said of targets and outcomes, held against our rules."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from disclosure import quantity, verdict
from disclosure.quantity import Polarity
from disclosure.verdict import Aim, ObservedValue, Rubric, Tolerance, Verdict, VerdictResult

D = Decimal
RUBRIC = Rubric(
    version="1",
    rates=Tolerance(D("0.1"), D(1)),
    amounts=Tolerance(D(2), D(10)),
    revision_rates=D("0.2"),
    revision_amounts=D(2),
)


def aim(written: str, year: int = 2022, polarity: Polarity = "up", **more: object) -> Aim:
    read = quantity.parse(written, polarity=polarity)
    assert read is not None
    return Aim(quantity=read, due=quantity.deadline_for(read, year) or date(year, 12, 31), polarity=polarity, **more)  # type: ignore[arg-type]


def judged(written: str, value: str, year: int = 2022, polarity: Polarity = "up", **more: object) -> Verdict:
    one = aim(written, year, polarity)
    seen = ObservedValue(until=date(year, 12, 31), value=D(value), unit=one.quantity.unit, **more)  # type: ignore[arg-type]
    return verdict.judge(one, seen, RUBRIC)


@pytest.mark.parametrize(
    ("year", "target", "observed", "outcome", "working"),
    [
        (2013, "7.5%左右", "7.7", "met", "目标“7.5%左右”，实际7.7%，高0.2个百分点，达成"),
        (2014, "7.5%左右", "7.4", "met", "目标“7.5%左右”，实际7.4%，低0.1个百分点，达成"),
        (2015, "7%左右", "6.9", "met", "目标“7%左右”，实际6.9%，低0.1个百分点，达成"),
        (2016, "6.5%—7%", "6.7", "met", "目标≥6.5%，实际6.7%，高0.2个百分点，达成"),
        (2017, "6.5%左右", "6.9", "met", "目标“6.5%左右”，实际6.9%，高0.4个百分点，达成"),
        (2018, "6.5%左右", "6.6", "met", "目标“6.5%左右”，实际6.6%，高0.1个百分点，达成"),
        (2021, "6%以上", "8.1", "met", "目标≥6%，实际8.1%，高2.1个百分点，达成"),
        (2022, "5.5%左右", "3.0", "not-met", "目标“5.5%左右”，实际3%，低2.5个百分点，未完成"),
        (2023, "5%左右", "5.2", "met", "目标“5%左右”，实际5.2%，高0.2个百分点，达成"),
        (2024, "5%左右", "5.0", "met", "目标“5%左右”，实际5%，正好相等，达成"),
        (2022, "8.5%左右", "7.6", "undecided", "目标“8.5%左右”，实际7.6%，低0.9个百分点，待人工判断"),
        (2022, "8.5%左右", "6", "not-met", "目标“8.5%左右”，实际6%，低2.5个百分点，未完成"),
        (2022, "7%以上", "4.1", "not-met", "目标≥7%，实际4.1%，低2.9个百分点，未完成"),
        (2022, "10%以上", "4.6", "not-met", "目标≥10%，实际4.6%，低5.4个百分点，未完成"),
        (2022, "量稳质升", "6.7", "none", "目标“量稳质升”，实际6.7，定性要求，只列证据"),
    ],
)
def test_a_vector_gives_its_outcome(year: int, target: str, observed: str, outcome: str, working: str) -> None:
    found = judged(target, observed, year)
    assert (found.outcome, found.working) == (outcome, working)


def test_prices_of_2016_stayed_under_their_target() -> None:
    assert judged("3%左右", "2.0", 2016, "down").outcome is VerdictResult.MET


def test_registered_unemployment_of_2016_stayed_within() -> None:
    found = judged("4.5%以内", "4.02", 2016, "down")
    assert (found.outcome, found.working) == ("met", "目标≤4.5%，实际4.02%，低0.48个百分点，达成")


def test_new_urban_jobs_of_2016_are_a_share_of_their_target() -> None:
    found = judged("1000万人以上", "13140000", 2016)
    assert (found.outcome, found.percent, found.working) == (
        "met",
        D("131.4"),
        "目标≥1,000万人，实际1,314万人，131%，达成",
    )


def test_growth_of_2016_lay_inside_its_range() -> None:
    assert judged("6.5%—7%", "6.7", 2016).notes == ("inside",)


def test_growth_of_2019_is_met_at_both_vintages_with_a_note_of_the_margin() -> None:
    year_end = date(2019, 12, 31)
    observations = [
        ObservedValue(until=year_end, value=D("6.1"), unit="%", vintage="preliminary"),
        ObservedValue(until=year_end, value=D("6.0"), unit="%", vintage="final"),
    ]
    settled = verdict.settle(aim("6%—6.5%", 2019), observations, RUBRIC)
    assert [(seen.vintage, said.outcome) for seen, said in settled.all] == [("final", "met"), ("preliminary", "met")]
    assert settled.verdict.notes == ("inside", "revised-same", "margin")
    assert settled.all[1][1].notes == ("inside", "preliminary", "margin")


def test_the_budget_revenue_of_2022_needs_its_basis() -> None:
    """同口径 5.1 %, 自然口径 not public: without the basis no verdict."""
    one = aim("5%左右", by_basis=True)
    observed = ObservedValue(until=date(2022, 12, 31), value=D("5.1"), unit="%")
    assert verdict.judge(one, observed, RUBRIC).lacks == ("basis",)
    assert (
        verdict.judge(
            one, ObservedValue(until=date(2022, 12, 31), value=D("5.1"), unit="%", basis="same"), RUBRIC
        ).outcome
        is VerdictResult.MET
    )
