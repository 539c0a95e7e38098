"""Values of a report's targets that were typed elsewhere than in its updates: in indicators' own files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from disclosure import quantity
from disclosure.catalog import period
from disclosure.catalog.entries import Commitment, Observed, Target
from disclosure.catalog.followup import Observation, Origin
from disclosure.catalog.resolve import updates
from disclosure.catalog.resolve.indicator_files import Own
from disclosure.model.indicator import IndicatorRecord
from disclosure.source.register import Located
from disclosure.verdict import ObservedValue


def of_indicators(
    report: str,
    commitments: Mapping[str, Commitment],
    indicators: tuple[Located[IndicatorRecord], ...],
    own: Own,
) -> Iterator[Observation]:
    """What indicators' files say of the targets they name: of each, the values of its own year."""
    for located in indicators:
        for aimed in located.value.targets:
            target = _target(commitments, aimed.commitment) if aimed.report == report else None
            for n, one in own.get(located.value.id, ()) if target else ():
                if target and one.period[:4] == aimed.period and _is_comparable(one, target):
                    yield _observation(located, n, one, target)


def _target(commitments: Mapping[str, Commitment], reference: str) -> Target | None:
    """``c006`` is its first target."""
    id, _slash, nth = reference.partition("/")
    commitment = commitments.get(id)
    wanted = f"{id}/{nth or 1}"
    return next((one for one in commitment.targets if one.id == wanted), None) if commitment else None


def _is_comparable(one: Observed, target: Target) -> bool:
    return quantity.takes_any_unit(target.quantity) or one.quantity.unit == target.quantity.unit


def _observation(located: Located[IndicatorRecord], n: int, one: Observed, target: Target) -> Observation:
    days = [each.day for each in one.evidence if each.day]
    return Observation(
        target=target.id,
        seen=seen(one, target),
        vintage=one.vintage,
        basis=one.basis,
        origin=Origin(
            kind="indicator",
            report="",
            id=located.value.id,
            title=located.value.name,
            day=min(days, default=None),
            evidence=one.evidence,
            located=located,
            where=("observations", n),
        ),
    )


def seen(one: Observed, target: Target) -> ObservedValue:
    """A value as the verdict wants it."""
    return ObservedValue(
        until=period.last_day(one.period),
        value=one.value,
        unit=one.quantity.unit,
        vintage=one.vintage.id if one.vintage else "",
        basis=one.basis.id if one.basis else "",
        base=updates.baseline(one.quantity.unit, target),
    )
