"""What became of a promise's figure: drawn once, told by updates, by next year's report and by the official word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from benchmarks.densities import KEPT
from benchmarks.wording import Figure, tenths


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What is known of one figure, each stage as the fields of an observation, empty where nothing is known then.

    ``half`` is known in July, ``first`` in January, ``final`` in spring; ``value`` is the last number, ``said`` the
    outcome in words.
    """

    kept: bool
    value: Decimal
    said: str
    half: str = ""
    first: str = ""
    final: str = ""


Form = Callable[[Random, Figure, int, bool], Outcome]


def _count(random: Random, figure: Figure, year: int, kept: bool) -> Outcome:
    goal = int(figure.value)
    value = goal + random.randrange(goal // 4 + 1) if kept else random.randrange(goal)
    first, unit = max(0, value - random.randrange(2)), f"unit: {figure.unit}"
    return Outcome(
        kept=kept,
        value=Decimal(value),
        said=f"全年{value}{figure.unit}",
        half=f"period: {year}-06, value: {random.randrange(value // 2 + 1)}, {unit}",
        first=f"period: {year}, value: {first}, {unit}, vintage: 初步",
        final=f"period: {year}, value: {value}, {unit}, vintage: 最终",
    )


def _later(random: Random, figure: Figure, year: int, kept: bool) -> Outcome:
    """A number due at the end of the next year; the first year's is a stage."""
    whole = _count(random, figure, year + 1, kept)
    stage = int(whole.value) // 2
    first = f"period: {year}, value: {stage}, unit: {figure.unit}"
    return Outcome(kept=kept, value=Decimal(stage), said=f"当年累计{stage}{figure.unit}", half="", first=first)


def _percent(random: Random, figure: Figure, year: int, value: Decimal, kept: bool, more: str = "") -> Outcome:
    """A percentage in its vintages: the first figure is a little off the final one, at mid-year it is further off."""
    first = value + Decimal(random.randrange(-1, 2)) / 10
    half = value + Decimal(random.randrange(-9, 9)) / 10
    unit = f'unit: "{figure.unit}"{more}'
    return Outcome(
        kept=kept,
        value=value,
        said=f"全年{abs(value)}%",
        half=f"period: {year}-06, value: {half}, {unit}",
        first=f"period: {year}, value: {first}, {unit}, vintage: 初步",
        final=f"period: {year}, value: {value}, {unit}, vintage: 最终",
    )


def _share(random: Random, figure: Figure, year: int, kept: bool) -> Outcome:
    value = figure.value + random.randrange(2) if kept else figure.value - random.randrange(1, 9)
    fields = f'period: {year}, value: {value}, unit: "%"'
    return Outcome(kept=kept, value=value, said=f"满意率{value}%", half="", first=fields)


def _rate(random: Random, figure: Figure, year: int, kept: bool) -> Outcome:
    off = tenths(random, 0, 15)
    value = figure.value + off if kept else max(Decimal("0.3"), figure.value - off - Decimal("0.3"))
    return _percent(random, figure, year, value, kept)


def _bases(random: Random, figure: Figure, year: int, kept: bool) -> Outcome:
    """A rate that counts on one basis only."""
    rate = _rate(random, figure, year, kept)
    return _percent(random, figure, year, rate.value, kept, ", basis: 同口径")


def _step(random: Random, figure: Figure, year: int, kept: bool) -> Outcome:
    other = tenths(random, 50, 90)
    value = other + tenths(random, 0, 9) if kept else other - tenths(random, 11, 20)
    return _percent(random, figure, year, value, kept, f", reference: {{name: 经济增长, value: {other}}}")


def _ceiling(random: Random, figure: Figure, year: int, kept: bool) -> Outcome:
    value = figure.value - tenths(random, 1, 20) if kept else figure.value + tenths(random, 1, 9)
    return _percent(random, figure, year, value, kept)


def _cut(random: Random, figure: Figure, year: int, kept: bool) -> Outcome:
    """What falls is observed below 0."""
    value = figure.value + tenths(random, 0, 9) if kept else figure.value - tenths(random, 1, 15)
    return _percent(random, figure, year, -value, kept)


def _day(random: Random, figure: Figure, year: int, kept: bool) -> Outcome:
    """A deadline at the end of a month: done before it, or still open in January."""
    end = date(year, int(figure.value) + 1, 1) - timedelta(days=1)
    done = end - timedelta(days=random.randrange(40))
    if kept:
        return Outcome(
            kept=True, value=Decimal(0), said=f"{done.month}月{done.day}日完成", half="", first=f"done: {done}"
        )
    return Outcome(kept=False, value=Decimal(0), said="到年末还没有完成", half="", first=f"open_on: {year}-12-31")


def _all(random: Random, figure: Figure, year: int, kept: bool) -> Outcome:
    whole = int(figure.value)
    value = whole if kept else whole - random.randrange(1, 5)
    fields = f"period: {year}, value: {value}, unit: {figure.unit}, denominator: {whole}"
    return Outcome(
        kept=kept, value=Decimal(value), said=f"{whole}{figure.unit}里覆盖{value}{figure.unit}", half="", first=fields
    )


def _times(random: Random, _figure: Figure, year: int, kept: bool) -> Outcome:
    counts = [random.randrange(1, 3) for _quarter in range(4)]
    if not kept:
        counts[random.randrange(4)] = 0
    said = "四个季度分别举办" + "、".join(f"{n}次" for n in counts)
    return Outcome(kept=kept, value=Decimal(sum(counts)), said=said, half="", first=f"period: {year}, counts: {counts}")


FORMS: dict[str, Form] = {
    "count": _count,
    "later": _later,
    "share": _share,
    "rate": _rate,
    "bases": _bases,
    "step": _step,
    "ceiling": _ceiling,
    "cut": _cut,
    "day": _day,
    "all": _all,
    "times": _times,
}


def draw(random: Random, figure: Figure, year: int) -> Outcome | None:
    """What became of a figure; None where nothing can be observed of it (一批)."""
    form = FORMS.get(figure.form)
    return form(random, figure, year, KEPT.falls(random)) if form else None
