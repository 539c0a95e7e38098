"""What an update names: promises and targets, of its own report or of another's, for themselves or in entries."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import asdict, replace

from disclosure import quantity
from disclosure.model.update import EntrySeenRecord, SeenRecord, UpdateMeta
from disclosure.source import cross_references
from disclosure.source.yaml import FieldPath
from disclosure.translation import gettext as _


class Reference(Struct, frozen=True):
    """A promise by report and id, and where it is named."""

    report: str
    id: str
    where: FieldPath


def named(meta: UpdateMeta, own: str) -> Iterator[Reference]:
    """The promises that an update of the report ``own`` speaks of."""
    for n, one in enumerate(meta.commitments):
        yield Reference(*cross_references.split(one, own), ("commitments", n))
    for n, entry in enumerate(meta.entries):
        yield Reference(*cross_references.split(entry.commitment, own), ("entries", n, "commitment"))
    for n, seen in enumerate(meta.observations):
        report, id = cross_references.split(seen.target, own)
        if report != own:
            yield Reference(report, id.partition("/")[0], ("observations", n, "target"))


def values(meta: UpdateMeta, own: str, report: str) -> Iterator[tuple[FieldPath, SeenRecord]]:
    """The values of targets of ``report``, each with its target as that report calls it, and where it stands."""
    for n, seen in enumerate(meta.observations):
        key, target = cross_references.split(seen.target, own)
        if key == report:
            yield ("observations", n), seen if target == seen.target else replace(seen, target=target)
    for n, entry in enumerate(meta.entries):
        key, id = cross_references.split(entry.commitment, own)
        for m, one in enumerate(entry.observations if key == report else ()):
            yield ("entries", n, "observations", m), _seen(one, id)


def _seen(one: EntrySeenRecord, id: str) -> SeenRecord:
    return SeenRecord(**(asdict(one) | {"target": f"{id}/{one.target}" if one.target else id}))


def spelt(seen: EntrySeenRecord) -> tuple[str, str]:
    """Which target, and the value in words."""
    words = (
        quantity.spell(seen.value, seen.unit or "") if seen.value is not None else "",
        _("{day}完成").format(day=seen.done) if seen.done else "",
        _("到{day}尚未完成").format(day=seen.open_on) if seen.open_on else "",
        _("已经启动") if seen.started else "",
        "、".join(map(str, seen.counts)),
    )
    return seen.target or "", _("，").join(filter(None, words))
