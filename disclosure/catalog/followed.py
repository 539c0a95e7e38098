"""What was told of the records of a report, and where: a promise of which something was has a feed of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from disclosure.catalog import address, record_address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.followup import Update
from disclosure.grouping import grouped
from disclosure.history.record_change import Cause, Happening, RecordChange

# The ids of the records that something is about, by the address at which it is told
Places = Mapping[str, tuple[str, ...]]


def updates(report: Report) -> Iterator[tuple[Update, tuple[str, ...]]]:
    """The updates on the report's promises, its own and those of other reports, with the ids of the promises."""
    yield from ((one, one.commitments) for one in report.updates)
    told = ((one, id) for id, became in report.follow.items() for one in (*became.updates, *became.context))
    others = grouped(((one.report, one.id), (one, id)) for one, id in told if one.report != report.key)
    for found in others.values():
        yield found[0][0], tuple(id for _one, id in found)


def places(report: Report) -> dict[str, tuple[str, ...]]:
    """Of the pages, and parts of pages, of the report's records and updates."""
    found = {address.commitment(report.key, one.id): (one.id,) for one in report.register.commitments}
    found |= {address.result(report.key, one.id): (one.id,) for one in report.register.results}
    return found | {address.update(one.report, one.id): ids for one, ids in updates(report)}


def about(report_places: Places, record: str) -> tuple[str, ...]:
    """The ids of the records that a record (an update, an assignment, one of them itself) speaks of."""
    where = record_address.of_record(record)
    return report_places.get(where) or report_places.get(where.partition("#")[0], ())


def followed(catalog: Catalog, report: Report) -> frozenset[str]:
    """The promises that somebody did something about. A term that passes comes to all, and makes no feed."""
    promises = {one.id for one in report.register.commitments}
    return frozenset(id for id in _ids(catalog, report) if id in promises)


def _ids(catalog: Catalog, report: Report) -> Iterator[str]:
    known = places(report)
    for _update, ids in updates(report):
        yield from ids
    for change in report.changes.all:
        yield from about(known, change.record) if _is_more(change) else ()
    for outcome in report.changes.outcomes:
        yield from about(known, outcome.record) if outcome.was and outcome.cause is Cause.RECORD else ()
    for where, ids in known.items():
        yield from ids if where in catalog.corrected else ()


def _is_more(change: RecordChange) -> bool:
    """All records of a report were new once, and nobody waits for what only looks otherwise."""
    if change.happening is Happening.CREATED:
        return not change.record.startswith(f"{change.report}/")
    return change.happening is not Happening.RETOUCHED
