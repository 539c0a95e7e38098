"""What an indicator's picture shows, in one sentence: the latest target beside the year before and what came of it.

It compares numbers and judges nothing: whether a target was met is said by its verdict.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from disclosure.catalog import period
from disclosure.catalog.entries import Aimed, Indicator, Observed
from disclosure.pages import picture
from disclosure.translation import gettext as _


def sentence(one: Indicator, implied: Iterable[tuple[str, str]] = ()) -> str:
    """``implied`` are periods with what a rate makes of them, as written (约53.75亿元)."""
    aims = [each for each in one.targets if period.is_year(each.period) and picture.aims(each.target.quantity)]
    newest = max(aims, key=lambda each: each.period, default=None)
    parts = tuple(_of_target(one, newest) if newest else _of_values(one))
    derived = (_("；{when}推算{written}").format(when=when, written=written) for when, written in implied)
    return _("{sentence}。").format(sentence="".join((*parts, *derived)))


def _of_target(one: Indicator, aimed: Aimed) -> Iterator[str]:
    year, aim = aimed.period, aimed.target.quantity
    yield _("{year}年目标{written}").format(year=year, written=aimed.target.written)
    before = year_before(one, aimed)
    if before and before.value is not None and aim.value is not None and before.quantity.unit == aim.unit:
        than = _("上年{kind}{written}").format(kind=kind(before), written=before.written)
        inside = aim.upper is not None and aim.value <= before.value <= aim.upper
        said = _("{than}在这个范围内").format(than=than) if inside else compared(aim.value, before.value, than)
        yield _("，{said}").format(said=said)
    came = of_year(one, year)
    if came:
        yield _("；{year}年{kind}{written}").format(year=year, kind=kind(came), written=came.written)
    if came is None or came.is_forecast:
        known = [each.period for each in one.observations if not each.is_forecast]
        words = _("；{year}年全年的实际值没有收录到") if is_begun(year, known) else _("；{year}年的实际值没有收录到")
        yield words.format(year=year)


def _of_values(one: Indicator) -> Iterator[str]:
    """Without a target, or with one that is no number (增收): the latest year beside the one before it on file."""
    years = sorted({each.period for each in one.observations if period.is_year(each.period)})
    values = [seen for year in years if (seen := of_year(one, year))]
    if not values:
        return
    last, *_earlier = reversed(values)
    yield _("{year}年{kind}{written}").format(year=last.period, kind=kind(last), written=last.written)
    before = values[-2] if len(values) > 1 else None
    if before and before.value is not None and last.value is not None and before.quantity.unit == last.quantity.unit:
        than = _("{year}年{kind}{written}").format(year=before.period, kind=kind(before), written=before.written)
        yield _("，{compared}").format(compared=compared(last.value, before.value, than))


def is_begun(year: str, known: Iterable[str]) -> bool:
    """Whether there is a value of a part of the year: nothing may then be said as if there were none."""
    return any(each.startswith(f"{year}-") for each in known)


def year_before(one: Indicator, aimed: Aimed) -> Observed | None:
    """What was observed of the year before a target's."""
    return of_year(one, str(int(aimed.period) - 1))


def of_year(one: Indicator, year: str) -> Observed | None:
    """The year's value: the last one said of it that is more than a forecast, else the forecast."""
    found = [each for each in one.observations if each.period == year]
    return next((each for each in reversed(found) if not each.is_forecast), found[-1] if found else None)


def kind(one: Observed) -> str:
    """What to call it: 预计 is never called 实际."""
    if one.is_forecast:
        return _("预计")
    return _("初步数") if one.vintage and one.vintage.id == "preliminary" else _("实际")


def compared(value: Decimal, other: Decimal, than: str) -> str:
    if value == other:
        return _("与{than}相同").format(than=than)
    words = _("比{than}高") if value > other else _("比{than}低")
    return words.format(than=than)
