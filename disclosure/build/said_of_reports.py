"""What the files of the whole site say of reports: indicators, grounds of answers, corrections, requests."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from disclosure.catalog import address, grounds, record_address
from disclosure.catalog.common_content import CommonContent
from disclosure.catalog.resolve import indicators
from disclosure.grouping import grouped
from disclosure.model.indicator import IndicatorRecord

# A report with a target, another with the figure of that year, and the result that holds it
StatedFigure = tuple[str, str, str]


def digests(common: CommonContent) -> dict[str, str]:
    """By report that something speaks of, a digest of what that says."""
    found = grouped(_said(common))
    return {report: hashlib.sha256("\n".join(texts).encode()).hexdigest() for report, texts in found.items()}


def _said(common: CommonContent) -> Iterator[tuple[str, str]]:
    for one in common.indicators:
        yield from ((report, repr(one.value)) for report in indicators.reports(one.value))
    for located in common.questions:
        for n, ground in enumerate(located.value.grounds):
            yield grounds.report_of(ground), f"{located.value.id} {n} {ground!r}"
    for where, notes in common.corrected.items():
        yield address.owner(where), f"{where} {notes}"
    for report, listed in common.corrects.items():
        yield from ((report, f"{one.record} {one.field} {one.now}") for one in listed)
    for gone in common.retired:
        yield address.owner(record_address.of_record(gone.value.record)), repr(gone.value)
    for request in common.requests:
        yield from ((report, f"{request.id} {request.meta!r}") for report in request.reports)


def stated(records: Iterable[IndicatorRecord]) -> tuple[StatedFigure, ...]:
    """Where an indicator has a target of one report, and of its year the figure of another."""
    return tuple(dict.fromkeys(figure for one in records for figure in _stated(one)))


def _stated(one: IndicatorRecord) -> Iterator[StatedFigure]:
    observed = grouped((seen.period, (seen.report or "", seen.result or "")) for seen in one.observations)
    for aimed in one.targets:
        for key, figure in observed.get(aimed.period, ()):
            if key != aimed.report:
                yield aimed.report or "", key, figure.partition("/")[0]
