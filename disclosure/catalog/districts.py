"""The districts of a site that holds the reports of several, as ``districts.yml`` lists them."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from disclosure.model.district import DistrictRecord
from disclosure.source.register import Located


class District(Struct, frozen=True, kw_only=True):
    """``others`` are names that readers may search it by; ``region`` and ``note`` may be empty."""

    id: str
    name: str
    region: str
    others: tuple[str, ...]
    note: str


def of_name(all: Iterable[District], name: str) -> District | None:
    """The one that reports call so in their heads."""
    return next((one for one in all if one.name == name), None)


def districts(records: Iterable[Located[DistrictRecord]]) -> tuple[District, ...]:
    """In the order of their file, each name once."""
    found: dict[str, District] = {}
    for located in records:
        one = located.value
        found.setdefault(one.name, _district(one))
    return tuple(found.values())


def _district(one: DistrictRecord) -> District:
    return District(id=one.id, name=one.name, region=one.region, others=tuple(one.others), note=one.note or "")
