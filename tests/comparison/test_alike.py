"""Which values of a year may stand beside each other: a property of whatever values there are."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from disclosure.catalog import measures
from disclosure.catalog.districts import District
from disclosure.catalog.entries import Indicator, Observed
from disclosure.catalog.measures import Measure
from disclosure.model.indicator import IndicatorRecord
from disclosure.model.measure import MeasureRecord
from disclosure.model.vocabulary import Term
from disclosure.quantity import Operator, Quantity
from disclosure.source.register import Located
from disclosure.source.yaml import Written

UNIT, YEAR = "元", "2024"
TERMS = st.sampled_from([None, Term("final", "最终"), Term("preliminary", "初步"), Term("forecast", "预计")])
BASES = st.sampled_from([None, Term("same", "同口径"), Term("natural", "自然口径")])


@st.composite
def seen(draw: st.DrawFn) -> Observed:
    value = Decimal(draw(st.integers(-99, 99)))
    operator = draw(st.sampled_from([Operator.EXACT, Operator.ABOUT, Operator.GE]))
    unit = draw(st.sampled_from([UNIT, UNIT, "%"]))
    read = Quantity(written=str(value), operator=operator, value=value, unit=unit)
    period = draw(st.sampled_from([YEAR, YEAR, "2024-06", "2023"]))
    return Observed(period=period, written=str(value), quantity=read, vintage=draw(TERMS), basis=draw(BASES))


def measure(values: list[list[Observed]]) -> Measure:
    record = MeasureRecord(id="m", name="产值", unit=UNIT, rate_of=None, note=None)
    pairs = [(_district(n), _indicator(n, each)) for n, each in enumerate(values)]
    return Measure(record, tuple(pairs))


def _district(n: int) -> District:
    return District(id=f"d{n}", name=f"第{n}区", region="", others=(), note="")


def _indicator(n: int, values: list[Observed]) -> Indicator:
    record = IndicatorRecord(
        id=f"i{n}", name="", unit=UNIT, polarity="up", rate_of=None, district=None, measure=None, observations=[],
        targets=[], context=[], note=None,
    )  # fmt: skip
    written = Written("i.yml", "")
    located = Located(value=record, report="", folder="", stem="", written=written, at=())
    return Indicator(
        id=f"i{n}", name="", unit=UNIT, polarity="up", rate_of="", observations=tuple(values), targets=(), context=(),
        note="", located=located,
    )  # fmt: skip


DISTRICTS = st.lists(st.lists(seen(), max_size=4), max_size=6)


@given(DISTRICTS)
def test_values_in_one_group_are_of_one_year_unit_basis_and_vintage(values: list[list[Observed]]) -> None:
    for group in measures.in_year(measure(values), YEAR).groups:
        for one in group.values:
            assert (one.observed.period, one.observed.vintage, one.observed.basis) == (YEAR, group.vintage, group.basis)
            if not group.loose:
                assert (one.observed.quantity.unit, one.observed.quantity.operator in measures.EXACT) == (UNIT, True)


@given(DISTRICTS)
def test_what_is_comparable_stands_from_the_largest_to_the_smallest(values: list[list[Observed]]) -> None:
    for group in measures.in_year(measure(values), YEAR).groups:
        sizes = [measures.size(one.observed) for one in group.values]
        assert group.loose or sizes == sorted(sizes, reverse=True)


@given(DISTRICTS)
def test_of_each_district_and_basis_the_best_known_value_is_there_and_nothing_is_made_up(
    values: list[list[Observed]],
) -> None:
    found = measures.in_year(measure(values), YEAR)
    shown = sorted((one.district.id, id(one.observed)) for group in found.groups for one in group.values)
    best = {(f"d{n}", one.basis): id(one) for n, each in enumerate(values) for one in each if one.period == YEAR}
    assert shown == sorted((place, one) for (place, _basis), one in best.items())
    assert [one.id for one in found.missing] == [
        f"d{n}" for n, each in enumerate(values) if not any(one.period == YEAR for one in each)
    ]
