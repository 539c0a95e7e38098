"""Indicators: the figures of results and the targets of commitments, over the years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from disclosure.catalog.entries import Aimed, Figure, Indicator, Observed, Register, Target
from disclosure.model.indicator import IndicatorRecord, IndicatorTargetRecord, ObservationRecord
from disclosure.problem import Problem
from disclosure.quantity import Polarity
from disclosure.source.register import Located, RawRegister
from disclosure.translation import gettext as _

HUNDRED = Decimal(100)


@dataclass(frozen=True)
class _Sources:
    """The registers by report, and which figures and targets their editors wrote, read or not, as (report, id)."""

    registers: Mapping[str, Register]
    written: frozenset[tuple[str, str]]
    problems: list[Problem]


def polarities(raw: RawRegister, report: str) -> dict[str, Polarity]:
    """Which way each target of ``report`` that an indicator names is better, by the target's id."""
    return {
        target.commitment if "/" in target.commitment else f"{target.commitment}/1": one.value.polarity
        for one in raw.indicators
        for target in one.value.targets
        if target.report == report
    }


def resolve(raw: RawRegister, registers: Mapping[str, Register]) -> tuple[tuple[Indicator, ...], list[Problem]]:
    """All indicators by id, implied absolute targets computed where level and rate are on file."""
    problems: list[Problem] = []
    sources = _Sources(registers, frozenset(_written(raw)), problems)
    found = {one.value.id: _indicator(one, sources) for one in raw.indicators}
    of_nothing = [one for one in raw.indicators if one.value.rate_of and one.value.rate_of not in found]
    problems += [_of_nothing(one, found) for one in of_nothing]
    return tuple(_with_implied(one, found) for _id, one in sorted(found.items())), problems


def _written(raw: RawRegister) -> Iterator[tuple[str, str]]:
    for result in raw.results:
        yield from ((result.report, f"{result.value.id}/{n + 1}") for n in range(len(result.value.figures)))
    for one in raw.commitments:
        if not one.value.superseded_by:
            yield from ((one.report, f"{one.value.id}/{n + 1}") for n in range(len(one.value.targets)))


def _indicator(one: Located[IndicatorRecord], sources: _Sources) -> Indicator:
    record = one.value
    observed = [_observed(one, n, given, sources) for n, given in enumerate(record.observations)]
    aimed = [_aimed(one, n, given, sources) for n, given in enumerate(record.targets)]
    return Indicator(
        record.id,
        record.name,
        record.unit,
        record.polarity,
        record.rate_of or "",
        tuple(value for value in observed if value),
        tuple(value for value in aimed if value),
        record.note or "",
        one,
    )


def _figure(register: Register, reference: str) -> Figure | None:
    """The figure of a reference; a result with several figures needs the number of one."""
    figures = [figure for result in register.results for figure in result.figures]
    if "/" in reference:
        return next((figure for figure in figures if figure.id == reference), None)
    own = [figure for figure in figures if figure.id.partition("/")[0] == reference]
    return own[0] if len(own) == 1 else None


def _observed(one: Located[IndicatorRecord], n: int, given: ObservationRecord, sources: _Sources) -> Observed | None:
    register = sources.registers.get(given.report, Register())
    wanted = given.result if "/" in given.result else f"{given.result}/1"
    figure = _figure(register, given.result)
    if figure is None:
        if (given.report, wanted) not in sources.written:
            sources.problems.append(_unknown(one, given.report, given.result, "observations", n, "result"))
        return None
    sources.problems.extend(_unit(one, figure.quantity.unit, given.result, "observations", n, "result"))
    return Observed(given.period, given.report, figure)


def _aimed(one: Located[IndicatorRecord], n: int, given: IndicatorTargetRecord, sources: _Sources) -> Aimed | None:
    register = sources.registers.get(given.report, Register())
    wanted = given.commitment if "/" in given.commitment else f"{given.commitment}/1"
    targets = {target.id: target for commitment in register.commitments for target in commitment.targets}
    target: Target | None = targets.get(wanted)
    if target is None:
        if (given.report, wanted) not in sources.written:
            sources.problems.append(_unknown(one, given.report, given.commitment, "targets", n, "commitment"))
        return None
    sources.problems.extend(_unit(one, target.quantity.unit, given.commitment, "targets", n, "commitment"))
    return Aimed(given.period, given.report, target, None, "")


def _unit(one: Located[IndicatorRecord], unit: str, id: str, *where: str | int) -> list[Problem]:
    if unit in ("", one.value.unit):
        return []
    message = _("指标 {id}：单位是 {wanted}，{record} 的单位是 {unit}").format(
        id=one.value.id, wanted=one.value.unit, record=id, unit=unit
    )
    return [Problem(one.place(*where), "unit", message, _("指标和记录要用同一个基本单位"))]


def _of_nothing(one: Located[IndicatorRecord], all: Mapping[str, Indicator]) -> Problem:
    message = _("指标 {name}：没有指标 {id}").format(name=one.value.id, id=one.value.rate_of)
    hint = _("指标有：{ids}").format(ids="、".join(sorted(all)))
    return Problem(one.place("rate_of"), "reference", message, hint)


def _unknown(one: Located[IndicatorRecord], report: str, id: str, *where: str | int) -> Problem:
    message = _("指标 {name}：报告 {report} 里没有 {id}").format(name=one.value.id, report=report, id=id)
    return Problem(one.place(*where), "reference", message, _("写现有的编号；有几个数字时写 r003/2 这样"))


def _with_implied(one: Indicator, all: Mapping[str, Indicator]) -> Indicator:
    level = all.get(one.rate_of)
    if level is None:
        return one
    return replace(one, targets=tuple(_implied(aimed, level) for aimed in one.targets))


def _implied(aimed: Aimed, level: Indicator) -> Aimed:
    """Last year's level times one plus the rate: 390亿元 and 7.5%以上 come to 419.25亿元以上 (推算)."""
    year_before = str(int(aimed.period) - 1)
    base = next((one.figure.quantity.value for one in level.observations if one.period == year_before), None)
    rate = aimed.target.quantity.value
    if base is None or rate is None or aimed.target.quantity.unit != "%":
        return aimed
    return replace(aimed, implied=base * (HUNDRED + rate) / HUNDRED, implied_unit=level.unit)
