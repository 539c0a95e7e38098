"""The values of one target beside one another: what is known better comes later, what was counted does not shrink."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import combinations, groupby
from operator import itemgetter
from typing import Final

from msgspec import Struct

from disclosure import quantity
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.entries import Observed
from disclosure.catalog.resolve.indicator_files import Own
from disclosure.catalog.resolve.indicators import IndicatorPart
from disclosure.checks.statuses import refutes
from disclosure.checks.values import Doubt, SeenTarget, each, implausible
from disclosure.grouping import grouped
from disclosure.model.indicator import IndicatorRecord
from disclosure.problem import Problem
from disclosure.quantity import FLOORS, Operator
from disclosure.source.register import Located
from disclosure.translation import gettext as _
from disclosure.verdict import Aim, ObservedValue

FORECAST: Final = "forecast"
PROVISIONAL: Final = ("forecast", "preliminary")
FINAL: Final = "final"


class Known(Struct, frozen=True, kw_only=True):
    """A value, and what makes it known: ``day`` and ``source`` of the update or document, ``place`` its line.

    ``exact``: no rough figure (390亿元左右), which is no other value than 389.7亿元. ``refutes``: its update says that
    it contradicts what the body said (与报告不符), so that the other value is the very thing it is about.
    """

    seen: ObservedValue
    day: date | None
    source: str
    place: str = ""
    exact: bool = True
    refutes: bool = False


def check_series(catalog: Catalog) -> Iterator[Problem]:
    """two-values, vintage, shrinking: 同一目标的各个实际值彼此不矛盾，不论写在更新、指标文件还是后来的报告里。"""
    for report in catalog.reports:
        for _target, of_target in groupby(each(report), key=lambda one: one.ruling.target.id):
            ones = list(of_target)
            known = [_known(one) for one in ones]
            for n, doubt in at_odds(ones[0].ruling.aim, known):
                if doubt.rule != "shrinking" or not _has_its_message(ones[n]):
                    yield ones[n].problem(doubt)


def _has_its_message(one: SeenTarget) -> bool:
    """A value that is out of all size is of course more than what follows."""
    return implausible(one.ruling.target.measure, one.ruling.aim, one.seen) is not None


def _known(one: SeenTarget) -> Known:
    origin = one.origin
    return Known(
        seen=one.seen,
        day=origin.day,
        source=origin.id,
        place=str(origin.place),
        exact=one.observation.is_exact,
        refutes=refutes(one.update),
    )


def at_odds(aim: Aim, known: Sequence[Known]) -> Iterator[tuple[int, Doubt]]:
    """What cannot stand beside another value of the same target, by its number; ``known`` are oldest first."""
    for n, one in enumerate(known):
        for doubt in (_twice(one, known[:n]), _outdated(one, known), _shrunk(aim, one, known)):
            if doubt is not None:
                yield n, doubt


def _twice(one: Known, earlier: Iterable[Known]) -> Doubt | None:
    """Two values for one period, vintage and basis; or one value twice in one update."""
    for other in earlier:
        if one.seen.value is None or _same(one) != _same(other):
            continue
        if other.seen.value != one.seen.value:
            if not (one.exact and other.exact) or one.refutes or other.refutes:
                continue
            return _two_values(other.seen.value, other.place or other.source, one.seen.value)
        if other.source == one.source:
            message = _("同一时期、同一口径的值写了两次")
            return Doubt(rule="two-values", message=message, hint=_("删去一处，或改正其中一处的 basis、vintage"))
    return None


def _two_values(value: Decimal | None, where: str, mine: Decimal | None) -> Doubt:
    message = _("同一时期、同一口径已有另一个值 {value}（{where}），这里是 {mine}").format(
        value=value, where=where, mine=mine
    )
    hint = _("核对两处；数字修订过就用 vintage 写明预计、初步、最终，口径不同就写 basis")
    return Doubt(rule="two-values", message=message, hint=hint)


def check_lines(
    records: Iterable[Located[IndicatorRecord]], parts: Iterable[IndicatorPart], own: Own
) -> Iterator[Problem]:
    """two-values: 指标文件的各行，不论数在哪里，同一时期、同一口径只有一个值。

    Where a promise is held against both, ``check_series`` tells it.
    """
    of = grouped((part.id, numbered) for part in parts for numbered in part.observations)
    for located in records:
        record = located.value
        lines = [*own.get(record.id, ()), *of.get(record.id, ())]
        exact = [(n, one) for n, one in lines if n < len(record.observations) and _is_exact(one)]
        for (n, one), (m, other) in combinations(sorted(exact, key=itemgetter(0)), 2):
            if _when(one) == _when(other) and one.value != other.value and not _is_aimed_at(record, one, other):
                doubt = _two_values(one.value, str(located.place("observations", n)), other.value)
                message = _("指标 {id}：{message}").format(id=record.id, message=doubt.message)
                yield Problem(located.place("observations", m), doubt.rule, message, doubt.hint)


def _is_exact(one: Observed) -> bool:
    return one.value is not None and one.quantity.operator is Operator.EXACT


def _when(one: Observed) -> tuple[str, str, str]:
    return one.period, one.vintage.id if one.vintage else "", one.basis.id if one.basis else ""


def _is_aimed_at(record: IndicatorRecord, one: Observed, other: Observed) -> bool:
    """Whether both are held against a target of their year: a report is no witness of its own."""
    return any(
        aimed.period == one.period[:4] and aimed.report not in (one.report, other.report) for aimed in record.targets
    )


def _same(one: Known) -> tuple[object, ...]:
    return one.seen.until, one.seen.vintage, one.seen.basis, one.seen.unit


def _outdated(one: Known, known: Iterable[Known]) -> Doubt | None:
    """Nobody expects, or reckons first, what was found for good before."""
    if one.seen.vintage not in PROVISIONAL:
        return None
    for other in known:
        final = other.seen.vintage == FINAL and (other.seen.until, other.seen.basis) == (one.seen.until, one.seen.basis)
        if final and other.day and one.day and other.day < one.day:
            word = _("预计") if one.seen.vintage == FORECAST else _("初步")
            message = _("写的是{word}，而 {day} 已有最终值（{source}）").format(
                word=word, day=other.day, source=other.source
            )
            return Doubt(rule="vintage", message=message, hint=_("核对口径和更新的日期"), field="vintage")
    return None


def _shrunk(aim: Aim, one: Known, known: Iterable[Known]) -> Doubt | None:
    """What is counted as the year goes on is no more in June than in the whole year, unless it was revised."""
    value = one.seen.value
    if value is None or not _adds_up(aim, one.seen) or one.seen.vintage == FORECAST:
        return None
    for other in known:
        later = other.seen.until > one.seen.until and other.seen.until.year == one.seen.until.year
        if later and other.seen.value is not None and other.seen.value < value:
            message = _("到 {until} 是 {value}，到 {later} 反而减少到 {less}（{source}）").format(
                until=one.seen.until, value=value, later=other.seen.until, less=other.seen.value, source=other.source
            )
            hint = _("实际值从年初累计；核对两个数。后来核减的，在正文里说明")
            return Doubt(rule="shrinking", message=message, hint=hint, notice=True)
    return None


def _adds_up(aim: Aim, seen: ObservedValue) -> bool:
    operator = aim.quantity.operator
    if aim.stock or quantity.is_rate(seen.unit) or quantity.reduces(aim.quantity):
        return False
    return operator in FLOORS or operator is Operator.FIRST
