"""The rows of a department's workbook: a line for each target of each promise, with all that is on file.

Every row is complete in itself: nothing is merged, and what belongs to the promise stands in each row of its targets.
No program sorts a merged range, and a filter shows its first row alone; a row that carries its own id says what it is
about wherever it is moved.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from msgspec import Struct

from disclosure.catalog.catalog import Report
from disclosure.catalog.entries import Commitment, Target
from disclosure.catalog.followup import Observation
from disclosure.model.vocabulary import Term
from disclosure.tables import on_file
from disclosure.tables.columns import COLUMNS, OutColumn
from disclosure.tables.on_file import PromiseOnFile

# Of what was told of a promise, as much is shown
TOLD = 3
BETWEEN = "、"
# What is asked of a target alone
OF_TARGET = frozenset({"value", "unit", "period", "vintage", "basis", "done"})

OutValue = str | int | Decimal | date | None


class OutRow(Struct, frozen=True):
    """A row's values by the heads of columns, and the columns that nothing can be written into though they are asked
    for elsewhere: no number is held against a promise without a target."""

    values: Mapping[str, OutValue]
    closed: frozenset[str]


class OutWish(Struct, frozen=True, kw_only=True):
    """Which promises a workbook is about: of a department (None: of all), in some ``sections`` (none: in all).
    ``period`` is what values are asked of, empty where the newest that are on file are shown."""

    department: Term | None = None
    sections: frozenset[str] = frozenset()
    period: str = ""
    until: date | None = None


def chosen(report: Report, wish: OutWish) -> Iterator[PromiseOnFile]:
    """The promises that a workbook is about, in the order of the report."""
    for one in report.register.commitments:
        here = PromiseOnFile(report, one)
        if wish.department is not None and wish.department not in here.held.departments:
            continue
        if not wish.sections or wish.sections & _above(report, one):
            yield here


def _above(report: Report, one: Commitment) -> frozenset[str]:
    """Its section, and the part that this belongs to."""
    heading = report.sections.get(one.section)
    return frozenset({one.section, heading.parent if heading else ""})


def rows(promises: Iterable[PromiseOnFile], wish: OutWish) -> tuple[OutRow, ...]:
    every = [(one, target) for one in promises for target in (*one.commitment.targets,) or (None,)]
    return tuple(_row(n, one, target, wish) for n, (one, target) in enumerate(every, 1))


def _row(n: int, one: PromiseOnFile, target: Target | None, wish: OutWish) -> OutRow:
    values = {"": n, **_of_promise(one), **(_of_target(one, target, wish) if target else {})}
    closed = OF_TARGET - _open(target)
    by_head: dict[str, OutValue] = {}
    for column in COLUMNS:
        by_head[column.head] = _shown(column, one, values)
    return OutRow(by_head, frozenset(each.head for each in COLUMNS if each.field in closed))


def _shown(column: OutColumn, one: PromiseOnFile, values: Mapping[str, Any]) -> OutValue:
    if column.field:
        found: OutValue = values.get(column.field)
        return found
    return values[""] if column.kind == "number" else _told(one)


def _open(target: Target | None) -> frozenset[str]:
    """Which of a target's columns can be filled in."""
    if target is None:
        return frozenset()
    if on_file.is_by_day(target):
        return frozenset({"done"})
    return OF_TARGET - {"done"} if on_file.is_counted(target) else frozenset()


def _of_promise(one: PromiseOnFile) -> dict[str, OutValue]:
    held, reported = one.held, one.reported
    return {
        "id": one.name,
        "task": one.commitment.title,
        "quote": one.commitment.quote,
        "leader": held.leader or None,
        "lead": held.lead.label if held.lead else None,
        "supporting": BETWEEN.join(each.label for each in held.supporting) or None,
        "deadline": one.deadline,
        "reported": reported.label if reported else None,
    }


def _of_target(one: PromiseOnFile, target: Target, wish: OutWish) -> dict[str, OutValue]:
    name: dict[str, OutValue] = {
        "id": f"{one.report.key}/{target.id}",
        "measure": target.measure,
        "target": one.aim(target),
    }
    if on_file.is_by_day(target):
        return {**name, "done": one.done(target)}
    if not on_file.is_counted(target):
        return name
    seen = one.of_period(target, wish.until) if wish.until else one.newest(target)
    return {**name, "unit": on_file.unit(target), "period": wish.period or None, **(_seen(seen) if seen else {})}


def _seen(seen: Observation) -> dict[str, OutValue]:
    assert seen.seen.value is not None
    value, unit = on_file.amount(seen.seen.value, seen.seen.unit)
    return {
        "value": value,
        "unit": unit,
        "period": on_file.period_of(seen),
        "vintage": seen.vintage.label if seen.vintage else None,
        "basis": seen.basis.label if seen.basis else None,
    }


def _told(one: PromiseOnFile) -> str | None:
    """The newest of what was told of it, each with its day."""
    lines = (f"{each.day or each.recorded} {each.title}" for each in one.updates[:TOLD])
    return "\n".join(lines) or None
