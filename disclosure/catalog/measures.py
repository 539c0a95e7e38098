"""Measures on which the districts of a site are compared: the values of one year that may stand beside each other.

Two values may be compared where their unit, their period, their basis (同口径, 自然口径) and their vintage (预计, 初步,
最终) are the same (statistics bulletins keep these apart for that reason). Which these are stands with each value, and
values that differ in one of them are in groups of their own: none is ranked among the others, and none is made up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from disclosure.catalog import period
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.districts import District
from disclosure.catalog.entries import Aimed, Indicator, Observed
from disclosure.catalog.resolve import indicators
from disclosure.grouping import grouped
from disclosure.model.measure import MeasureRecord
from disclosure.model.vocabulary import Term
from disclosure.quantity import Operator, Quantity, reduces
from disclosure.source.register import Located

# How a value is known, the best first; what a report says without a word for it stands between
VINTAGES = ("final", "preliminary", "", "forecast")
# A number that has one place on a scale
EXACT = {Operator.EXACT, Operator.ABOUT}


class Measure(Struct, frozen=True):
    """A measure with the indicator of each district that counts it, in the order of ``districts.yml``."""

    record: MeasureRecord
    indicators: tuple[tuple[District, Indicator], ...]

    @property
    def years(self) -> tuple[str, ...]:
        """Of which a district has a value or a target of the whole year, newest first."""
        found = {one.period for _district, each in self.indicators for one in each.observations}
        found |= {one.period for _district, each in self.indicators for one in each.targets}
        return tuple(sorted(filter(period.is_year, found), reverse=True))


class DistrictValue(Struct, frozen=True, kw_only=True):
    """What a district has of one year: a value of its indicator."""

    district: District
    indicator: Indicator
    observed: Observed


class Alike(Struct, frozen=True, kw_only=True):
    """Values that may be compared: of one vintage and basis, the largest first.

    ``vintage`` and ``basis`` are None where nobody wrote them. What is no number of the measure's unit is ``loose``:
    in no order but that of the districts.
    """

    vintage: Term | None
    basis: Term | None
    loose: bool
    values: tuple[DistrictValue, ...]


class DistrictAim(Struct, frozen=True, kw_only=True):
    """A district's target for a year."""

    district: District
    indicator: Indicator
    aimed: Aimed


class YearCompared(Struct, frozen=True, kw_only=True):
    """One year: the values in groups, the targets in the order of the districts, and who has no value of that year."""

    year: str
    groups: tuple[Alike, ...]
    aims: tuple[DistrictAim, ...]
    missing: tuple[District, ...]


def measures(catalog: Catalog) -> tuple[Measure, ...]:
    """Those that an indicator counts, in the order of their file."""
    held: dict[str, dict[str, Indicator]] = {}
    for one in catalog.indicators:
        record = one.located.value
        if record.measure and record.district:
            held.setdefault(record.measure, {}).setdefault(record.district, one)
    return tuple(Measure(each.value, _of_districts(catalog, held.get(each.value.id, {}))) for each in _known(catalog))


def _known(catalog: Catalog) -> Iterable[Located[MeasureRecord]]:
    """Each once."""
    found: dict[str, Located[MeasureRecord]] = {}
    for one in catalog.raw.measures if catalog.districts else ():
        found.setdefault(one.value.id, one)
    return found.values()


def _of_districts(catalog: Catalog, held: Mapping[str, Indicator]) -> tuple[tuple[District, Indicator], ...]:
    return tuple((one, held[one.id]) for one in catalog.districts if one.id in held)


def by_district(catalog: Catalog, named: Mapping[str, str]) -> Mapping[str, Sequence[Indicator]]:
    """The indicators of each district, by its id; those of none, or of several, where no id is. ``named`` is what each
    report calls its district, by the report's key."""
    ids = {one.name: one.id for one in catalog.districts}
    district_of = {key: ids[name] for key, name in named.items() if name in ids}
    return grouped((_district(one, district_of), one) for one in catalog.indicators)


def _district(one: Indicator, district_of: Mapping[str, str]) -> str:
    """As its file says, else that of the reports it takes values from."""
    record = one.located.value
    if record.district:
        return record.district
    found = {district_of.get(key, "") for key in indicators.reports(record)}
    return found.pop() if len(found) == 1 else ""


def in_year(measure: Measure, year: str) -> YearCompared:
    values = [each for place, one in measure.indicators for each in _values(place, one, year)]
    known = {each.district.id for each in values}
    return YearCompared(
        year=year,
        groups=tuple(_groups(values, measure.record.unit)),
        aims=tuple(
            DistrictAim(district=place, indicator=one, aimed=aimed)
            for place, one in measure.indicators
            for aimed in one.targets
            if aimed.period == year
        ),
        missing=tuple(place for place, _one in measure.indicators if place.id not in known),
    )


def _values(place: District, one: Indicator, year: str) -> Iterator[DistrictValue]:
    """Of each basis the value that is known best: a final one takes the place of what was said before it."""
    best: dict[str, Observed] = {}
    # They stand by time, the best known last
    for each in one.observations:
        if each.period == year:
            best[each.basis.id if each.basis else ""] = each
    for each in best.values():
        yield DistrictValue(district=place, indicator=one, observed=each)


def _groups(values: Sequence[DistrictValue], unit: str) -> Iterator[Alike]:
    found: dict[tuple[str, str, bool], list[DistrictValue]] = {}
    for each in values:
        seen = each.observed
        key = (seen.vintage.id if seen.vintage else "", seen.basis.id if seen.basis else "", not _placed(seen, unit))
        found.setdefault(key, []).append(each)
    for (_vintage, _basis, loose), alike in sorted(found.items(), key=lambda pair: _rank(*pair[0])):
        first = alike[0].observed
        ordered = alike if loose else sorted(alike, key=lambda each: size(each.observed), reverse=True)
        yield Alike(vintage=first.vintage, basis=first.basis, loose=loose, values=tuple(ordered))


def _rank(vintage: str, basis: str, loose: bool) -> tuple[bool, int, str, str]:
    return loose, VINTAGES.index(vintage) if vintage in VINTAGES else len(VINTAGES), vintage, basis


def size(one: Observed) -> Decimal:
    """Where a value stands among others."""
    return scale(one.quantity) or Decimal(0)


def scale(read: Quantity) -> Decimal | None:
    """A number's place on a scale: a fall is written as its size, 下降3% is -3."""
    return -read.value if read.value is not None and reduces(read) else read.value


def _placed(one: Observed, unit: str) -> bool:
    """Whether it has a place among others of a unit."""
    read = one.quantity
    return read.value is not None and read.upper is None and read.unit == unit and read.operator in EXACT
