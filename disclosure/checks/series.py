"""The values of one target beside one another: what is known better comes later, what was counted does not shrink."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Final

from msgspec import Struct

from disclosure import quantity
from disclosure.catalog.catalog import Catalog
from disclosure.checks.values import Doubt, SeenTarget, each, implausible
from disclosure.problem import Problem
from disclosure.quantity import FLOORS, Operator
from disclosure.translation import gettext as _
from disclosure.verdict import Aim, ObservedValue

FORECAST: Final = "forecast"
PROVISIONAL: Final = ("forecast", "preliminary")
FINAL: Final = "final"


class Known(Struct, frozen=True, kw_only=True):
    """A value, and what makes it known: ``day`` the update's day, ``source`` its name."""

    seen: ObservedValue
    day: date
    source: str


def check_series(catalog: Catalog) -> Iterator[Problem]:
    """two-values, vintage, shrinking: 同一目标的各个实际值彼此不矛盾。"""
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
    return Known(seen=one.seen, day=one.update.day, source=one.update.id)


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
            message = _("同一时期、同一口径已有另一个值 {value}（{source}），这里是 {mine}").format(
                value=other.seen.value, source=other.source, mine=one.seen.value
            )
            hint = _("核对两处；数字修订过就用 vintage 写明预计、初步、最终，口径不同就写 basis")
            return Doubt(rule="two-values", message=message, hint=hint)
        if other.source == one.source:
            message = _("同一时期、同一口径的值写了两次")
            return Doubt(rule="two-values", message=message, hint=_("删去一处，或改正其中一处的 basis、vintage"))
    return None


def _same(one: Known) -> tuple[object, ...]:
    return one.seen.until, one.seen.vintage, one.seen.basis, one.seen.unit


def _outdated(one: Known, known: Iterable[Known]) -> Doubt | None:
    """Nobody expects, or reckons first, what was found for good before."""
    if one.seen.vintage not in PROVISIONAL:
        return None
    for other in known:
        final = other.seen.vintage == FINAL and (other.seen.until, other.seen.basis) == (one.seen.until, one.seen.basis)
        if final and other.day < one.day:
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
