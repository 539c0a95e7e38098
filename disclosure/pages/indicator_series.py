"""What can be drawn of an indicator: whole years' values in its unit, its targets, and what city and province have.

A value of half a year would look like a fall beside whole years', one in another unit has no place on the scale: they
stand in the table, and the sentence says how many they are.
"""

from __future__ import annotations

import decimal
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from disclosure import quantity
from disclosure.catalog import period
from disclosure.catalog.baselines import AROUND
from disclosure.catalog.entries import Aimed, ContextLevel, Indicator, Observed
from disclosure.pages import picture
from disclosure.pages.drawings.series import Series, SeriesMark, SeriesSign, SeriesYear
from disclosure.pages.picture import spelt
from disclosure.quantity import Quantity
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

# How many years are drawn, the latest
YEARS = 30
# An implied value is shown with five digits; the data carry it whole
SHOWN = decimal.Context(prec=5)
# How many others have a sign of their own, and how many times larger than the district's largest value theirs may be
OTHERS = 3
LARGER = 5
SIGNS = {
    **picture.OBSERVED,
    "revised": N_("后来改了的数"),
    "aimed": N_("目标"),
    "about": N_("“左右”的目标"),
    "adjusted": N_("调整后的目标"),
    "implied": N_("按增速目标推算"),
    "gap": N_("没有收录到全年的数"),
}
# What a number is called beside its sign, where the year has others
CALLED = {
    "actual": N_("实际{written}"),
    "preliminary": N_("初步数{written}"),
    "forecast": N_("预计{written}"),
    "aimed": N_("目标{written}"),
    "about": N_("目标{written}"),
    "adjusted": N_("调整为{written}"),
}
BOUND = N_("{target}（箭头指向符合的一边）")


class IndicatorSeries(Struct, frozen=True, kw_only=True):
    """The drawing, and how many values it leaves to the table: ``undrawn`` of the indicator's own, besides the
    ``earlier`` ones, ``others`` of city and province. ``beside`` are those of others that are drawn."""

    drawing: Series
    undrawn: int
    earlier: int
    others: int
    beside: tuple[ContextLevel, ...]

    @property
    def gaps(self) -> tuple[str, ...]:
        """The years that have a frame: nothing is known of them as a whole."""
        return tuple(str(one.year) for one in self.drawing.years if not one.known)


def of_indicator(one: Indicator, implied: Sequence[Aimed]) -> IndicatorSeries | None:
    """``implied`` are the targets for its rate that come to a value. One value alone, or nothing but zeros, is no
    picture."""
    unit = unit_of(one)
    given = [*_observed(one.observations, unit), *(_aimed(each, unit) for each in one.targets)]
    given += [_adjusted(each, unit) for each in one.targets if each.adjusted and each.adjusted.written]
    given += [_implied(each, unit) for each in implied]
    first = max((mark.year for mark in given if mark), default=0) - YEARS + 1
    own = [mark for mark in given if mark and mark.year >= first]
    beside = tuple(_comparable(one.context, own, unit))
    marks = [*{_place(mark): mark for mark in own}.values(), *_beside(beside)]
    if not own or len(marks) < 2 or {each.value for each in marks} == {"0"}:
        return None
    # A number of another unit is no gap
    known = {int(each.period) for each in one.observations if period.is_year(each.period)}
    marks.sort(key=lambda each: (each.year, each.whose > 0, each.is_aim, each.whose))
    drawing = _series(marks, names(beside), unit, known)
    earlier = sum(mark is not None and mark.year < first for mark in given)
    return IndicatorSeries(
        drawing=drawing,
        undrawn=len(given) - len(own) - earlier,
        earlier=earlier,
        others=len(one.context) - len(beside),
        beside=beside,
    )


def _place(one: SeriesMark) -> object:
    """What is said twice (3600个, 3,600个) has one sign."""
    return one.year, one.kind, one.value, one.upper, one.bound, one.basis


def unit_of(one: Indicator) -> str:
    """What its values are counted in (元 where the file says 亿元)."""
    quantities = [*(each.quantity for each in one.observations), *(each.target.quantity for each in one.targets)]
    return next((each.unit for each in quantities if each.value is not None), one.unit)


def names(beside: Iterable[ContextLevel]) -> tuple[str, ...]:
    """Whose values stand beside the district's, in the order of their signs."""
    return tuple(dict.fromkeys(each.name for each in beside))


def _observed(seen: Sequence[Observed], unit: str) -> Iterator[SeriesMark | None]:
    """Each value's mark; None where it is of part of a year, or of another unit."""
    for one in seen:
        value = picture.level(one.quantity).value
        if value is None or not period.is_year(one.period) or one.quantity.unit != unit:
            yield None
            continue
        yield SeriesMark(
            year=int(one.period),
            kind=picture.vintage(one),
            value=spelt(value),
            written=one.written,
            revised=is_revised(one, seen),
            basis=one.basis.label if one.basis else "",
        )


def is_revised(one: Observed, seen: Iterable[Observed]) -> bool:
    """Whether of its time and basis another number is better known. A forecast is followed, and not revised."""
    same = [each for each in seen if (each.period, each.basis) == (one.period, one.basis) and not each.is_forecast]
    return one in same and same[-1].value != one.value


def _aimed(one: Aimed, unit: str) -> SeriesMark | None:
    aim = one.target.quantity
    return _aim(aim, one.period, one.target.written) if aim.unit == unit else None


def _aim(written: Quantity, when: str, words: str, whose: int = 0) -> SeriesMark | None:
    """None where it is no level (增加1个百分点, 增收)."""
    aim = picture.level(written)
    if aim.value is None or not picture.aims(aim) or not period.is_year(when):
        return None
    return SeriesMark(
        year=int(when),
        kind="about" if aim.operator in AROUND else "aimed",
        value=spelt(aim.value),
        upper="" if aim.upper is None else spelt(aim.upper),
        bound="" if aim.upper is not None else picture.bound(aim),
        written=words,
        whose=whose,
    )


def _adjusted(one: Aimed, unit: str) -> SeriesMark | None:
    """What a target was changed to stands beside it."""
    assert one.adjusted is not None
    aim = one.adjusted.quantity
    mark = _aim(aim, one.period, one.adjusted.written) if aim.unit == unit else None
    return None if mark is None else replace(mark, kind="adjusted")


def _implied(one: Aimed, unit: str) -> SeriesMark | None:
    if one.implied is None or one.implied_unit != unit or not period.is_year(one.period):
        return None
    return SeriesMark(year=int(one.period), kind="implied", value=spelt(one.implied), written=about(one))


def about(one: Aimed) -> str:
    """What a rate makes of a level, as it is shown."""
    spelt_out = quantity.spell(SHOWN.create_decimal(one.implied or 0), one.implied_unit)
    return _("约{value}").format(value=spelt_out)


def _comparable(context: Iterable[ContextLevel], own: Sequence[SeriesMark], unit: str) -> Iterator[ContextLevel]:
    """Of the years that the indicator itself is drawn for, in its unit, and not so large that it would lie flat."""
    years = {str(year) for year in range(min(_years(own)), max(_years(own)) + 1)} if own else set()
    most = max((abs(Decimal(each.value)) for each in own), default=Decimal(0))
    found = [one for one in context if one.period in years and _fits(one, unit, most)]
    known = names(found)[:OTHERS]
    yield from (one for one in found if one.name in known)


def _years(marks: Iterable[SeriesMark]) -> list[int]:
    return [each.year for each in marks]


def _fits(one: ContextLevel, unit: str, most: Decimal) -> bool:
    """Whether it can stand on the scale of values up to ``most``."""
    read = one.quantity
    if read is None or read.value is None or read.unit != unit:
        return False
    is_level = one.kind == "observation" or bool(picture.aims(read))
    return is_level and (not most or abs(read.value) <= LARGER * most)


def _beside(beside: Sequence[ContextLevel]) -> Iterator[SeriesMark]:
    known = names(beside)
    for one in beside:
        assert one.quantity is not None
        whose, read = known.index(one.name) + 1, picture.level(one.quantity)
        if one.kind == "observation":
            assert read.value is not None
            basis = one.basis.label if one.basis else ""
            yield SeriesMark(
                year=int(one.period),
                kind="actual",
                value=spelt(read.value),
                written=one.written,
                whose=whose,
                basis=basis,
            )
        elif aim := _aim(read, one.period, one.written, whose):
            yield aim


def _series(marks: Sequence[SeriesMark], others: Sequence[str], unit: str, known: set[int]) -> Series:
    """``known`` are the years of which there is a number."""
    all = range(min(_years(marks)), max(_years(marks)) + 1)
    years = tuple(SeriesYear(year, _("{year}年").format(year=year), year in known) for year in all)
    several = Counter((each.year, each.whose) for each in marks)
    called = tuple(_called(each) if several[each.year, each.whose] > 1 else each for each in marks)
    return Series(years=years, marks=called, signs=tuple(_signs(marks, others, years)), unit=unit)


def _called(one: SeriesMark) -> SeriesMark:
    words = CALLED.get(one.kind)
    return replace(one, called=_(words).format(written=one.written)) if words else one


def _signs(marks: Sequence[SeriesMark], others: Sequence[str], years: Sequence[SeriesYear]) -> Iterator[SeriesSign]:
    """Of the kinds that are there, each once."""
    own = [each for each in marks if not each.whose]
    for kind in ("actual", "preliminary", "forecast", "aimed", "about", "adjusted", "implied"):
        bounds = [each.bound or ("up" if each.upper else "") for each in own if each.kind == kind]
        if bounds:
            bound = next(filter(None, bounds), "")
            words = _(BOUND).format(target=_(SIGNS[kind])) if bound else _(SIGNS[kind])
            yield SeriesSign(kind=kind, words=words, bound=bound)
    if any(each.revised for each in own):
        yield SeriesSign(kind="revised", words=_(SIGNS["revised"]))
    if not all(each.known for each in years):
        yield SeriesSign(kind="gap", words=_(SIGNS["gap"]))
    yield from _other_signs(marks, others)


def _other_signs(marks: Sequence[SeriesMark], others: Sequence[str]) -> Iterator[SeriesSign]:
    for whose, name in enumerate(others, 1):
        mine = [each for each in marks if each.whose == whose]
        if any(not each.is_aim for each in mine):
            yield SeriesSign(kind="actual", words=_("{name}实际（对照）").format(name=name), whose=whose)
        aim = next((each for each in mine if each.is_aim), None)
        if aim:
            words = _("{name}目标（对照）").format(name=name)
            yield SeriesSign(kind=aim.kind, words=words, bound=aim.bound, whose=whose)
