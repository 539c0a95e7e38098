"""What an indicator's picture shows, in one sentence: the latest target beside the year before and what came of it.

It compares numbers and judges nothing: whether a target was met is said by its verdict.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from disclosure.catalog import period
from disclosure.catalog.entries import Aimed, ContextLevel, Indicator, Observed
from disclosure.grouping import grouped
from disclosure.pages import levels, picture, verdicts
from disclosure.pages.indicator_series import IndicatorSeries, is_revised
from disclosure.quantity import Quantity, is_rate, reduces
from disclosure.translation import gettext as _
from disclosure.verdict import VerdictResult, miss
from disclosure.verdict.words import ADJUSTED, outcome_word

# Of how many years on the highest and the lowest are named, of how many targets on which came out how
MANY = 3
SEVERAL = 2


def sentence(one: Indicator, implied: Iterable[tuple[str, str]] = ()) -> str:
    """``implied`` are periods with what a rate makes of them, as written (约53.75亿元)."""
    return _("{sentence}。").format(sentence="".join(_parts(one, implied)))


def reading(one: Indicator, drawn: IndicatorSeries, implied: Iterable[tuple[str, str]] = ()) -> str:
    """The same with what else is to be seen in the drawing, and what is not in it."""
    more = (
        *_verdicts(one),
        *_extremes(one),
        *_revisions(one),
        *_beside(drawn.beside),
        *_gaps(one, drawn.gaps),
        *_undrawn(drawn),
    )
    return _("{sentence}。").format(sentence=_("；").join(("".join(_parts(one, implied)), *more)))


def _parts(one: Indicator, implied: Iterable[tuple[str, str]]) -> Iterator[str]:
    aimed = newest(one)
    yield from _of_target(one, aimed) if aimed else _of_values(one)
    for when, written in implied:
        yield _("；{when}推算{written}").format(when=when, written=written)


def newest(one: Indicator) -> Aimed | None:
    """The latest target that is a number to be compared."""
    aims = [each for each in one.targets if period.is_year(each.period) and picture.aims(each.target.quantity)]
    return max(aims, key=lambda each: each.period, default=None)


def _of_target(one: Indicator, aimed: Aimed) -> Iterator[str]:
    year = aimed.period
    yield aim(aimed)
    said = beside_year_before(one, aimed)
    if said:
        yield _("，{said}").format(said=said)
    came = of_year(one, year)
    if came:
        yield _("；{year}年{kind}{written}").format(year=year, kind=kind(came), written=said_as(came))
    if came is None or came.is_forecast:
        known = [each.period for each in one.observations if not each.is_forecast]
        words = _("；{year}年全年的实际值没有收录到") if is_begun(year, known) else _("；{year}年的实际值没有收录到")
        yield words.format(year=year)


def aim(one: Aimed) -> str:
    """The target as promised, and what it was changed to."""
    if one.adjusted is None:
        return _("{year}年目标{written}").format(year=one.period, written=one.target.written)
    said = _("{year}年原目标{written}（{adjusted}）")
    return said.format(year=one.period, written=one.target.written, adjusted=verdicts.adjusted(one.adjusted))


def is_reached_later(one: Aimed) -> bool:
    """Whether what was promised was not reached, and what it was changed to was."""
    return verdicts.is_reached_later(outcome(one), one.adjusted)


def beside_year_before(one: Indicator, aimed: Aimed) -> str:
    """How the target stands to what is known of the year before; nothing where that is another unit, or not known."""
    before, level = year_before(one, aimed), picture.level(aimed.target.quantity)
    value = None if before is None else picture.level(before.quantity).value
    if before is None or value is None or level.value is None or before.quantity.unit != level.unit:
        return ""
    than = _("上年{kind}{written}").format(kind=kind(before), written=said_as(before))
    if reduces(aimed.target.quantity):
        return _fallen(level, value, than)
    inside = level.upper is not None and level.value <= value <= level.upper
    return _("{than}在这个范围内").format(than=than) if inside else compared(level.value, value, than, level.unit)


def _fallen(aim: Quantity, before: Decimal, than: str) -> str:
    """Two falls by their sizes; nothing beside a rise, or of a range."""
    if before >= 0 or aim.value is None or aim.upper is not None:
        return ""
    if aim.value == before:
        return _("降幅与{than}相同").format(than=than)
    words = _("降幅比{than}大") if aim.value < before else _("降幅比{than}小")
    return words.format(than=than)


def _of_values(one: Indicator) -> Iterator[str]:
    """Without a target, or with one that is no number (增收): the latest year beside the one before it on file."""
    values = by_year(one)
    if not values:
        return
    last, *_earlier = reversed(values)
    yield _("{year}年{kind}{written}").format(year=last.period, kind=kind(last), written=said_as(last))
    before = values[-2] if len(values) > 1 else None
    if before and before.value is not None and last.value is not None and before.quantity.unit == last.quantity.unit:
        than = _("{year}年{kind}{written}").format(year=before.period, kind=kind(before), written=said_as(before))
        yield _("，{compared}").format(compared=compared(value_of(last), value_of(before), than, last.quantity.unit))


def decided(one: Indicator) -> list[Aimed]:
    """The whole years' targets of which there is a verdict."""
    return [each for each in one.targets if period.is_year(each.period) and outcome(each) is not VerdictResult.NONE]


def outcome(one: Aimed) -> VerdictResult:
    return one.settled.verdict.outcome if one.settled else VerdictResult.NONE


def word(one: Aimed) -> str:
    """A miss by the strength of the promise; what its word has in brackets belongs to the rates."""
    if outcome(one) is VerdictResult.JUST:
        return _("刚好达到（待人工判断）")
    if is_reached_later(one):
        return _(ADJUSTED)
    if outcome(one) is VerdictResult.NOT_MET:
        return miss(one.target.strength.term.id).partition("（")[0]
    return outcome_word(outcome(one))


def _verdicts(one: Indicator) -> Iterator[str]:
    """Of several targets, which came out how."""
    all = sorted(decided(one), key=lambda each: each.period)
    if len(all) < SEVERAL:
        return
    of = grouped((word(each), each.period) for each in all)
    said = (_("{years}{word}").format(years=_listed(dict.fromkeys(which)), word=found) for found, which in of.items())
    yield _("各年结果：{said}").format(said=_("，").join(said))


def _listed(years: Iterable[str]) -> str:
    return _("、").join(_("{year}年").format(year=year) for year in years)


def _extremes(one: Indicator) -> Iterator[str]:
    """Of many years, the highest and the lowest."""
    values = [each for each in by_year(one) if each.value is not None]
    if len(values) < MANY or len({each.quantity.unit for each in values}) > 1:
        return
    most, least = max(map(value_of, values)), min(map(value_of, values))
    if most == least:
        yield _("收录的{n}年都相同").format(n=len(values))
        return
    rates, amounts = _("收录的{n}年里{most}最高，{least}最低"), _("收录的{n}年里{most}最多，{least}最少")
    said = rates if is_proportion(values[0].quantity.unit) else amounts
    yield said.format(n=len(values), most=_of(values, most), least=_of(values, least))


def value_of(one: Observed) -> Decimal:
    value = picture.level(one.quantity).value
    assert value is not None
    return value


def _of(values: Iterable[Observed], value: Decimal) -> str:
    """2019年、2021年（6%）."""
    found = [each for each in values if value_of(each) == value]
    years = _listed(each.period for each in found)
    return _("{years}（{written}）").format(years=years, written=said_as(found[0]))


def _revisions(one: Indicator) -> Iterator[str]:
    """A number that another one took the place of, each year once."""
    said: dict[str, list[Observed]] = {}
    for each in one.observations:
        if period.is_year(each.period) and each.value is not None and is_revised(each, one.observations):
            said.setdefault(each.period, []).append(each)
    for year, earlier in said.items():
        now = of_year(one, year)
        if now and now.value != earlier[-1].value:
            was = _("、").join(
                dict.fromkeys(_("{kind}{written}").format(kind=kind(each), written=said_as(each)) for each in earlier)
            )
            yield _("{year}年先是{was}，后来是{now}").format(year=year, was=was, now=said_as(now))


def _beside(beside: Sequence[ContextLevel]) -> Iterator[str]:
    """The latest year in which others stand beside it."""
    year = max((each.period for each in beside), default="")
    of = grouped((one.name, levels.level_kind(one.kind) + one.written) for one in beside if one.period == year)
    said = _("，").join(name + _("、").join(values) for name, values in of.items())
    if said:
        yield _("作对照：{year}年{said}").format(year=year, said=said)


def _gaps(one: Indicator, years: Sequence[str]) -> Iterator[str]:
    """But for the year of the latest target, of which that is said."""
    aimed = newest(one)
    others = [year for year in years if aimed is None or year != aimed.period]
    if others:
        yield _("{years}没有收录到全年的数，图上用框标出").format(years=_("、").join(_runs(list(map(int, others)))))


def _runs(years: Sequence[int]) -> Iterator[str]:
    """Years one by one; more than two in a row as one span."""
    for _apart, found in groupby(enumerate(years), lambda one: one[1] - one[0]):
        run = [year for _n, year in found]
        if len(run) > SEVERAL:
            yield _("{first}年至{last}年").format(first=run[0], last=run[-1])
        else:
            yield from (_("{year}年").format(year=year) for year in run)


def _undrawn(drawn: IndicatorSeries) -> Iterator[str]:
    if drawn.undrawn:
        yield _("另有{n}个数没有画（不是全年的、单位不同的，或不是数字），见表").format(n=drawn.undrawn)
    if drawn.earlier:
        yield _("更早的{n}个数没有画，见表").format(n=drawn.earlier)
    if drawn.others:
        yield _("全市、全省的数有{n}个没有画，见表").format(n=drawn.others)


def spoken(when: str) -> str:
    """2022年; 2022年1—6月; 2022年截至6月18日."""
    year, *rest = when.split("-")
    words = (_("{year}年"), _("{year}年1—{month}月"), _("{year}年截至{month}月{day}日"))
    return words[len(rest)].format(year=year, **dict(zip(("month", "day"), map(int, rest), strict=False)))


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


def by_year(one: Indicator) -> list[Observed]:
    """Of each year on file the value that is known best, in their order."""
    years = sorted({each.period for each in one.observations if period.is_year(each.period)})
    return [seen for year in years if (seen := of_year(one, year))]


def kind(one: Observed) -> str:
    """What to call it."""
    return _(picture.OBSERVED[picture.vintage(one)])


def said_as(one: Observed) -> str:
    """下降1.2% of -1.2%: as written, but that a rate's fall is no minus."""
    value = one.value
    fell = value is not None and value < 0 and is_rate(one.quantity.unit)
    return _("下降{written}").format(written=one.written.lstrip("-－−")) if fell else one.written


def compared(value: Decimal, other: Decimal, than: str, unit: str) -> str:
    """Rates (微克/立方米 too) are higher and lower, amounts more and less."""
    if value == other:
        return _("与{than}相同").format(than=than)
    higher, lower = (_("比{than}高"), _("比{than}低")) if is_proportion(unit) else (_("比{than}多"), _("比{than}少"))
    return (higher if value > other else lower).format(than=than)


def is_proportion(unit: str) -> bool:
    return is_rate(unit) or "/" in unit
