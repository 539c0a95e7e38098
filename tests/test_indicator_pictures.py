"""What an indicator's picture finds and reads: of few years and many, falls, ranges, revised numbers, gaps."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from disclosure import quantity
from disclosure.catalog.entries import Aimed, ContextLevel, Indicator, Observed
from disclosure.catalog.resolve.indicators import known_best
from disclosure.model.vocabulary import Term
from disclosure.pages import indicator_picture, indicator_series
from disclosure.pages.indicator_finding import finding
from disclosure.pages.indicator_sentence import reading
from disclosure.pages.indicator_series import IndicatorSeries
from disclosure.verdict import Aim, ObservedValue, Rubric, Tolerance, settle

NOTHING: Any = None
LABELS = {"preliminary": "初步", "final": "最终", "forecast": "预计"}
RUBRIC = Rubric(
    version="1",
    rates=Tolerance(Decimal("0.1"), Decimal(1)),
    amounts=Tolerance(Decimal(2), Decimal(10)),
    revision_rates=Decimal("0.2"),
    revision_amounts=Decimal(2),
)


class WrittenStrength(Struct, frozen=True):
    term: Term = Term("expected", "预期")


class JudgedAim(Struct, frozen=True):
    """Of a target what pictures read."""

    written: str
    strength: WrittenStrength = WrittenStrength()

    @property
    def quantity(self) -> quantity.Quantity:
        return quantity.parse(self.written)


def observed(said: str) -> Observed:
    """``2021 9%``, ``2021-06 9%``, ``2021 8.8% preliminary``."""
    when, written, *vintage = said.split()
    term = Term(vintage[0], LABELS[vintage[0]]) if vintage else None
    return Observed(period=when, written=written, quantity=quantity.parse(written, role="result"), vintage=term)


def aimed(said: str, seen: tuple[Observed, ...]) -> Aimed:
    """With its verdict, where a value of its year is known."""
    when, written = said.split()
    target: Any = JudgedAim(written)
    came = [
        ObservedValue(
            until=date(int(when), 12, 31),
            value=one.value,
            unit=one.quantity.unit,
            vintage=one.vintage.id if one.vintage else "",
        )
        for one in seen
        if one.period == when
    ]
    settled = settle(Aim(quantity=target.quantity, due=date(int(when), 12, 31), strength="expected"), came, RUBRIC)
    return Aimed(
        period=when, report=when, target=target, implied=None, implied_unit="", settled=settled if came else None
    )


def level(said: str) -> ContextLevel:
    """``样例市 2021 target 7%以上``."""
    name, when, kind, written = said.split()
    role: Any = "result" if kind == "observation" else "target"
    read = quantity.parse(written, role=role)
    named: Any = kind
    return ContextLevel(name=name, period=when, kind=named, written=written, quantity=read, basis=None, evidence=())


def indicator(
    seen: str = "", aims: str = "", beside: str = "", unit: str = "%", implied: tuple[Aimed, ...] = ()
) -> Indicator:
    values = tuple(sorted(map(observed, filter(None, seen.split("；"))), key=known_best))
    return Indicator(
        id="growth",
        name="增速",
        unit=unit,
        polarity="up",
        rate_of="",
        observations=values,
        targets=tuple(aimed(one, values) for one in filter(None, aims.split("；"))),
        context=tuple(map(level, filter(None, beside.split("；")))),
        note="",
        located=NOTHING,
    )


def drawn(one: Indicator) -> IndicatorSeries:
    found = indicator_series.of_indicator(one, ())
    assert found is not None
    return found


def read(one: Indicator) -> str:
    return reading(one, drawn(one))


@pytest.mark.parametrize(
    ("seen", "aims", "said"),
    [
        ("2022 4.2%", "2022 8%以上", "2022年目标8%以上，实际4.2%，未达预期目标"),
        ("2022 8.2% preliminary", "2022 8%以上", "2022年目标8%以上，初步数8.2%，达成"),
        ("2022 8.2% forecast", "2022 8%以上", "2022年目标8%以上，预计8.2%，达成"),
        ("2022 5.8%", "2022 6%左右", "2022年目标6%左右，实际5.8%，待人工判断"),
        ("2022 120家", "2022 突破120家", "2022年目标突破120家，实际120家，刚好达到（待人工判断）"),
        ("2022 -3.2%", "2022 下降3%以上", "2022年目标下降3%以上，实际下降3.2%，达成"),
        ("2019 6%；2020 2%", "2019 5%；2020 6%", "2019—2020年有结果的目标2个，1个达成、1个没有达成"),
        ("2019 6%；2022 7%", "2019 5%；2022 6%", "2019—2022年有结果的目标2个，全部达成"),
        ("2021 3%；2022 4%", "2021 5%；2022 6%", "2021—2022年有结果的目标2个，都没有达成"),
        (
            "2021 6%；2022 7% preliminary",
            "2021 5%；2022 6%",
            "2021—2022年有结果的目标2个，全部达成（2022年按初步数）",
        ),
        (
            "2021 6% forecast；2022 7% preliminary",
            "2021 5%；2022 6%",
            "2021—2022年有结果的目标2个，全部达成（2个按初步数或预计数）",
        ),
        ("2022 7%", "2022 6%；2022 8%", "2022年有结果的目标2个，1个达成、1个没有达成"),
        ("2021 9%", "2022 7.5%以上", "2022年目标7.5%以上，比上年实际9%低；结果没有收录到"),
        ("2021 下降4%", "2022 下降3%以上", "2022年目标下降3%以上，降幅比上年实际下降4%小；结果没有收录到"),
        ("2021 4%", "2022 下降3%以上", "2022年目标下降3%以上；结果没有收录到"),
        ("", "2022 7.5%以上", "2022年目标7.5%以上；结果没有收录到"),
        ("2019 6%；2022 8%", "", "从2019年实际6%升到2022年实际8%"),
        ("2019 6%；2022 5% forecast", "", "从2019年实际6%降到2022年预计5%"),
        ("2019 6%；2022 6%", "", "2022年实际6%，与2019年实际6%相同"),
        ("2022 6%", "2022 量稳质升", "2022年实际6%"),
        ("2019 6家；2022 8家", "", "从2019年实际6家增加到2022年实际8家"),
        ("2021 9家", "2022 7家", "2022年目标7家，比上年实际9家少；结果没有收录到"),
    ],
)  # fmt: skip
def test_the_title_states_what_is_found(seen: str, aims: str, said: str) -> None:
    assert finding(indicator(seen, aims)) == said


def test_without_a_target_a_rate_makes_of_a_level_what_is_found() -> None:
    said = finding(indicator("2021 390亿元", unit="元"), [("2022年", "约419.25亿元")])
    assert said == "2021年实际390亿元，2022年按增速目标推算约419.25亿元"


@pytest.mark.parametrize(
    ("one", "part"),
    [
        (indicator("2019 6%；2020 2%", "2019 5%；2020 6%"), "；各年结果：2019年达成，2020年未达预期目标"),
        (indicator("2019 6%；2020 2%；2021 4%", "2021 3%"), "；收录的3年里2019年（6%）最高，2020年（2%）最低"),
        (indicator("2019 6%；2020 6%；2021 6%", "2021 3%"), "；收录的3年都相同"),
        (indicator("2019 6家；2020 7家；2021 8家"), "；收录的3年里2021年（8家）最多，2019年（6家）最少"),
        (indicator("2021 8.8% preliminary；2021 8.7% final", "2021 3%"), "；2021年先是初步数8.8%，后来是8.7%"),
        (indicator("2019 6%；2022 2%", "2022 3%"), "；2020年、2021年没有收录到全年的数，图上用框标出"),
        (indicator("2019 6%；2024 2%"), "；2020年至2023年没有收录到全年的数，图上用框标出"),
        (indicator("2021 6%", "2020 5%；2021 5%"), "；2020年没有收录到全年的数，图上用框标出"),
        (
            indicator("2022 6%；2022-06 2%；2021-06-18 3%", "2022 量稳质升；2022 3%"),
            "；另有3个数没有画（不是全年的、单位不同的，或不是数字），见表",
        ),
        (
            indicator("2022 6%", beside="甲市 2022 target 7%以上；甲市 2022 observation 4%；乙省 2022 observation 5%"),
            "；作对照：2022年甲市目标7%以上、实际4%，乙省实际5%",
        ),
        (
            indicator("2022 6%", "2022 3%", "样例市 2022 target 量稳质升；样例市 2019 observation 4.1%"),
            "；全市、全省的数有2个没有画，见表",
        ),
    ],
)  # fmt: skip
def test_the_sentence_reads_what_is_to_be_seen(one: Indicator, part: str) -> None:
    assert part in read(one)


def test_equal_vintages_are_no_revision() -> None:
    one = indicator("2021 8.7% preliminary；2021 8.7% final", "2021 3%")
    assert "后来" not in read(one)
    assert [mark.revised for mark in drawn(one).drawing.marks] == [False, False, False]


def test_what_is_said_twice_has_one_sign() -> None:
    one = indicator("2021 3600个；2021 3,600个", "2021 4000个", unit="个")
    assert [mark.kind for mark in drawn(one).drawing.marks] == ["actual", "aimed"]


def test_targets_keep_their_direction_and_their_range() -> None:
    one = indicator("2021 5%", "2021 6%—7%；2021 3%以内；2021 6%左右；2021 下降3%以上")
    marks = [(mark.kind, mark.value, mark.upper, mark.bound) for mark in drawn(one).drawing.marks[1:]]
    assert marks == [
        ("aimed", "6", "7", ""),
        ("aimed", "3", "", "down"),
        ("about", "6", "", "up"),
        ("aimed", "-3", "", "down"),
    ]


@pytest.mark.parametrize(
    ("beside", "count"),
    [
        ("样例市 2022 observation 4.1%", 1),
        ("样例市 2022 observation 30%", 1),
        ("样例市 2022 observation 31%", 0),
        ("样例市 2022 observation 4.1亿元", 0),
        ("样例市 2020 observation 4.1%", 0),
        ("样例市 2022 target 量稳质升", 0),
        ("甲市 2022 observation 1%；乙市 2022 observation 2%；丙市 2022 observation 3%；丁市 2022 observation 4%", 3),
    ],
)
def test_what_others_have_is_drawn_where_it_compares(beside: str, count: int) -> None:
    one = drawn(indicator("2021 6%；2022 5%", "", beside))
    assert sum(mark.whose > 0 for mark in one.drawing.marks) == count
    assert one.others == len(beside.split("；")) - count


@pytest.mark.parametrize("seen", ["", "2022 5%", "2022-06 5%；2021-06 4%", "2021 0%；2022 0%", "2022 若干家"])
def test_one_value_alone_or_nothing_but_zeros_is_no_picture(seen: str) -> None:
    assert indicator_series.of_indicator(indicator(seen), ()) is None


def test_only_the_latest_years_are_drawn_and_the_others_are_counted() -> None:
    one = indicator("；".join(f"{year} {year - 1980}%" for year in range(1985, 2025)))
    found = drawn(one)
    assert len(found.drawing.years) == indicator_series.YEARS
    assert (found.undrawn, found.earlier) == (0, 40 - indicator_series.YEARS)
    assert "更早的10个数没有画，见表" in reading(one, found)


SAID = st.lists(
    st.tuples(
        st.sampled_from(["2019", "2020", "2021", "2021-06", "2022", "2022-06-18"]),
        st.sampled_from(["3%", "-4.5%", "下降2%", "5亿元", "若干", "6%左右", "0%"]),
        st.sampled_from(["", " preliminary", " final", " forecast"]),
    ),
    max_size=8,
).map(lambda every: "；".join(f"{when} {written}{vintage}" for when, written, vintage in every))
AIMS = st.lists(
    st.tuples(
        st.sampled_from(["2020", "2021", "2023"]), st.sampled_from(["3%以上", "5%以内", "4%—6%", "下降2%", "量稳质升"])
    ),
    max_size=5,
).map(lambda every: "；".join(map(" ".join, every)))
BESIDE = st.lists(
    st.tuples(
        st.sampled_from(["样例市", "样例省"]),
        st.sampled_from(["2020", "2022", "2030"]),
        st.sampled_from(["observation", "target"]),
        st.sampled_from(["7%以上", "4.1%", "量稳质升", "300%", "9亿元"]),
    ),
    max_size=4,
).map(lambda every: "；".join(map(" ".join, every)))


@given(SAID, AIMS, BESIDE)
def test_nothing_known_is_left_out_of_the_table_and_all_that_is_not_drawn_is_counted(
    seen: str, aims: str, beside: str
) -> None:
    one = indicator(seen, aims, beside)
    rows = indicator_picture.table(one, ()).rows
    given = [*one.observations, *(each.target for each in one.targets), *one.context]
    assert sorted(row[3] for row in rows) == sorted(each.written for each in given)
    found = indicator_series.of_indicator(one, ())
    if found is None:
        return
    own = [mark for mark in found.drawing.marks if not mark.whose]
    assert len(own) <= len(one.observations) + len(one.targets) - found.undrawn
    assert sum(mark.whose > 0 for mark in found.drawing.marks) == len(one.context) - found.others
    said = reading(one, found)
    assert (f"另有{found.undrawn}个数没有画" in said) is (found.undrawn > 0)
    assert said.count("。") == 1
    assert finding(one)


@given(SAID, AIMS, BESIDE)
def test_a_frame_is_in_the_key_and_its_year_in_the_sentence_or_neither_is(seen: str, aims: str, beside: str) -> None:
    one = indicator(seen, aims, beside)
    found = indicator_series.of_indicator(one, ())
    if found is None:
        return
    said, framed = reading(one, found), [year.year for year in found.drawing.years if not year.known]
    assert ("没有收录到全年的数" in [sign.words for sign in found.drawing.signs]) is bool(framed)
    assert ("没有收录到" in said) or not framed
    unsaid = re.search(r"；([^；]*)没有收录到全年的数", said)
    spans = re.findall(r"(\d{4})年(?:至(\d{4})年)?", unsaid[1]) if unsaid else []
    named = {year for first, last in spans for year in range(int(first), int(last or first) + 1)}
    newest = re.search(r"(\d{4})年(?:全年)?的实际值没有收录到", said)
    assert set(framed) <= named | ({int(newest[1])} if newest else set())
    assert named <= set(framed)
