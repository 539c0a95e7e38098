"""Indicators: the figures of results, the targets of commitments and what became of them, over the years.

Each report gives its part; the parts of all reports, and the values in the indicator's own file, make the indicator.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from operator import itemgetter

from msgspec import Struct
from msgspec.structs import replace

from disclosure import quantity
from disclosure.catalog import period
from disclosure.catalog.entries import Aimed, ContextLevel, Indicator, Observed, Register, ResultFigure, Target
from disclosure.catalog.followup import FollowUp, Ruling
from disclosure.catalog.resolve.indicator_files import Levels, Numbered, Own, plain
from disclosure.grouping import grouped
from disclosure.model.indicator import IndicatorRecord, IndicatorTargetRecord, ObservationRecord
from disclosure.problem import Problem
from disclosure.quantity import Polarity
from disclosure.source.register import Located, RawRegister
from disclosure.translation import gettext as _
from disclosure.verdict.settle import RANK

HUNDRED = Decimal(100)


class IndicatorPart(Struct, frozen=True):
    """What one report says of an indicator: values and targets, each with its number in the indicator's file."""

    id: str
    observations: Numbered
    targets: tuple[tuple[int, Aimed], ...]


class _Source(Struct, frozen=True, kw_only=True):
    """A report, its register, what became of its promises, and the ids of the figures and targets that its editors
    wrote, read or not."""

    report: str
    delivered: date
    follow: Mapping[str, FollowUp]
    figures: Mapping[str, ResultFigure]
    targets: Mapping[str, Target]
    written: frozenset[str]
    problems: list[Problem]


def mentioning(indicators: Iterable[Located[IndicatorRecord]], report: str) -> list[Located[IndicatorRecord]]:
    """The indicators that take a value or a target from ``report``."""
    return [indicator for indicator in indicators if report in reports(indicator.value)]


def reports(record: IndicatorRecord) -> set[str]:
    """The reports that an indicator takes a value or a target from."""
    stating = {given.report for given in record.observations if given.report}
    return stating | {given.report for given in record.targets}


def polarities(indicators: Iterable[Located[IndicatorRecord]], report: str) -> dict[str, Polarity]:
    """Which way each target of ``report`` that an indicator names is better, by the target's id."""
    return {
        target.commitment if "/" in target.commitment else f"{target.commitment}/1": indicator.value.polarity
        for indicator in indicators
        for target in indicator.value.targets
        if target.report == report and indicator.value.polarity != "none"
    }


def resolve(
    indicators: Sequence[Located[IndicatorRecord]],
    raw: RawRegister,
    report: str,
    *,
    delivered: date,
    register: Register,
    follow: Mapping[str, FollowUp],
) -> tuple[tuple[IndicatorPart, ...], list[Problem]]:
    """What ``report`` says of each indicator that mentions it. Where it states last year's level itself, the absolute
    value of a growth target is computed (推算)."""
    problems: list[Problem] = []
    figures = {figure.id: figure for result in register.results for figure in result.figures}
    targets = {target.id: target for commitment in register.commitments for target in commitment.targets}
    written = frozenset(_written(raw))
    source = _Source(
        report=report, delivered=delivered, follow=follow,
        figures=figures, targets=targets, written=written, problems=problems,
    )  # fmt: skip
    parts = {indicator.value.id: _part(indicator, source) for indicator in indicators}
    units = {indicator.value.id: indicator.value.unit for indicator in indicators}
    rates = {indicator.value.id: indicator.value.rate_of or "" for indicator in indicators}
    implied = [_with_implied(part, parts.get(rates[id]), units.get(rates[id], "")) for id, part in parts.items()]
    return tuple(implied), problems


def merge(
    records: Iterable[Located[IndicatorRecord]], parts: Iterable[IndicatorPart], own: Own, levels: Levels
) -> tuple[Indicator, ...]:
    """Each indicator by id, with what its file and all reports say of it: values by time, the best known last."""
    of = grouped((part.id, part) for part in parts)
    ids = ((one.value.id, one) for one in records)
    found = {id: _merged(one, of.get(id, []), own.get(id, ()), levels.get(id, ())) for id, one in ids}
    return tuple(one for _id, one in sorted(found.items()))


def _merged(
    located: Located[IndicatorRecord], parts: list[IndicatorPart], own: Numbered, context: tuple[ContextLevel, ...]
) -> Indicator:
    record = located.value
    observations = sorted((*own, *(pair for part in parts for pair in part.observations)), key=itemgetter(0))
    targets = sorted((pair for part in parts for pair in part.targets), key=itemgetter(0))
    return Indicator(
        id=record.id,
        name=record.name,
        unit=record.unit,
        polarity=record.polarity,
        rate_of=record.rate_of or "",
        observations=_once(value for _n, value in observations),
        targets=tuple(value for _n, value in targets),
        context=context,
        note=record.note or "",
        located=located,
    )


def _once(values: Iterable[Observed]) -> tuple[Observed, ...]:
    """Without the figures that are named twice: in the indicator's file, and as the answer to a promise."""
    found: dict[object, Observed] = {}
    for n, one in enumerate(values):
        found.setdefault((one.report, one.figure) if one.figure else n, one)
    return tuple(sorted(found.values(), key=known_best))


def known_best(one: Observed) -> tuple[date, int]:
    """By time, then by how well a value is known."""
    return period.last_day(one.period), RANK.get(one.vintage.id if one.vintage else "", 0)


def check(records: Sequence[Located[IndicatorRecord]], reports: Collection[str]) -> Iterator[Problem]:
    """reference: what an indicator names and no report, or no indicator, answers to."""
    known = {one.value.id for one in records}
    for record in records:
        if record.value.rate_of and record.value.rate_of not in known:
            yield _of_nothing(record, known)
        for n, observed in enumerate(record.value.observations):
            if observed.report and observed.report not in reports:
                yield _unknown(record, observed.report, observed.result or "", "observations", n, "result")
        for n, aimed in enumerate(record.value.targets):
            if aimed.report not in reports:
                yield _unknown(record, aimed.report, aimed.commitment, "targets", n, "commitment")


def _written(raw: RawRegister) -> Iterator[str]:
    for result in raw.results:
        yield from (f"{result.value.id}/{n + 1}" for n in range(len(result.value.figures)))
    for commitment in raw.commitments:
        if not commitment.value.superseded_by:
            yield from (f"{commitment.value.id}/{n + 1}" for n in range(len(commitment.value.targets)))


def _part(located: Located[IndicatorRecord], source: _Source) -> IndicatorPart:
    observed = [
        (n, _observed(located, n, given, source))
        for n, given in enumerate(located.value.observations)
        if given.report == source.report and given.result
    ]
    aimed = [
        (n, _aimed(located, n, given, source))
        for n, given in enumerate(located.value.targets)
        if given.report == source.report
    ]
    became = [
        (len(located.value.observations), value)
        for _n, each in aimed
        if each is not None
        for value in _became(each.target, located.value.unit, source)
    ]
    return IndicatorPart(
        located.value.id,
        (*((n, value) for n, value in observed if value), *became),
        tuple((n, value) for n, value in aimed if value),
    )


def _became(target: Target, unit: str, source: _Source) -> Iterator[Observed]:
    """What updates, and results of later reports, say of a target. The indicator's own values it knows itself."""
    follow = source.follow.get(target.id.partition("/")[0])
    for one in follow.observations if follow else ():
        seen, origin = one.seen, one.origin
        if one.target != target.id or seen.value is None or seen.unit != unit or origin.kind == "indicator":
            continue
        answer = origin.kind == "answer"
        yield Observed(
            period=period.of_day(seen.until),
            written=quantity.spell(seen.value, seen.unit),
            quantity=plain(seen.value, seen.unit),
            vintage=one.vintage,
            basis=one.basis,
            report=origin.report,
            figure=origin.id if answer else "",
            update="" if answer else origin.id,
            title=origin.title,
            known=origin.day,
        )


def _figure(figures: Mapping[str, ResultFigure], reference: str) -> ResultFigure | None:
    """The figure of a reference; a result with several figures needs the number of one."""
    if "/" in reference:
        return figures.get(reference)
    return None if f"{reference}/2" in figures else figures.get(f"{reference}/1")


def _observed(located: Located[IndicatorRecord], n: int, given: ObservationRecord, source: _Source) -> Observed | None:
    result = given.result or ""
    wanted = result if "/" in result else f"{result}/1"
    figure = _figure(source.figures, result)
    if figure is None:
        if wanted not in source.written:
            source.problems.append(_unknown(located, source.report, result, "observations", n, "result"))
        return None
    source.problems.extend(_unit(located, figure.quantity.unit, result, "observations", n, "result"))
    return Observed(
        period=given.period,
        written=figure.written,
        quantity=figure.quantity,
        vintage=figure.vintage,
        report=source.report,
        figure=figure.id,
        known=source.delivered,
    )


def _aimed(located: Located[IndicatorRecord], n: int, given: IndicatorTargetRecord, source: _Source) -> Aimed | None:
    wanted = given.commitment if "/" in given.commitment else f"{given.commitment}/1"
    target = source.targets.get(wanted)
    if target is None:
        if wanted not in source.written:
            source.problems.append(_unknown(located, given.report, given.commitment, "targets", n, "commitment"))
        return None
    source.problems.extend(_unit(located, target.quantity.unit, given.commitment, "targets", n, "commitment"))
    ruling = _ruling(target, source)
    return Aimed(
        period=given.period,
        report=given.report,
        target=target,
        implied=None,
        implied_unit="",
        settled=ruling.settled if ruling and ruling.settled.all else None,
        adjusted=ruling.adjusted if ruling else None,
        known=source.delivered,
    )


def _ruling(target: Target, source: _Source) -> Ruling | None:
    follow = source.follow.get(target.id.partition("/")[0])
    return next((one for one in follow.rulings if one.target.id == target.id), None) if follow else None


def _unit(located: Located[IndicatorRecord], unit: str, id: str, *where: str | int) -> list[Problem]:
    if unit in ("", located.value.unit):
        return []
    message = _("指标 {id}：单位是 {wanted}，{record} 的单位是 {unit}").format(
        id=located.value.id, wanted=located.value.unit, record=id, unit=unit
    )
    return [Problem(located.place(*where), "unit", message, _("指标和记录要用同一个基本单位"))]


def _of_nothing(located: Located[IndicatorRecord], known: Iterable[str]) -> Problem:
    message = _("指标 {name}：没有指标 {id}").format(name=located.value.id, id=located.value.rate_of)
    hint = _("指标有：{ids}").format(ids="、".join(sorted(known)))
    return Problem(located.place("rate_of"), "reference", message, hint)


def _unknown(located: Located[IndicatorRecord], report: str, id: str, *where: str | int) -> Problem:
    message = _("指标 {name}：报告 {report} 里没有 {id}").format(name=located.value.id, report=report, id=id)
    return Problem(located.place(*where), "reference", message, _("写现有的编号；有几个数字时写 r003/2 这样"))


def _with_implied(part: IndicatorPart, level: IndicatorPart | None, unit: str) -> IndicatorPart:
    if level is None:
        return part
    return replace(part, targets=tuple((n, _implied(aimed, level, unit)) for n, aimed in part.targets))


def _implied(aimed: Aimed, level: IndicatorPart, unit: str) -> Aimed:
    """Last year's level times one plus the rate: 390亿元 and 7.5%以上 come to 419.25亿元以上 (推算)."""
    year_before = str(int(aimed.period) - 1)
    base = next((one.value for _n, one in level.observations if one.figure and one.period == year_before), None)
    rate = aimed.target.quantity.value
    if base is None or rate is None or aimed.target.quantity.unit != "%":
        return aimed
    return replace(aimed, implied=base * (HUNDRED + rate) / HUNDRED, implied_unit=unit)
