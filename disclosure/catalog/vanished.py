"""Measures that were given for last year and are not given for this one: a figure that is no longer named is news too.

The rule, in the order in which it is tried. A measure of last year's results is carried on where a target starts from
one of its figures, bears its name, or belongs to the same indicator. Else it went, and how depends on the promises
that follow its result: they name other figures, or none, or there are no such promises.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from msgspec import Struct

from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Commitment, ResultFigure, Target
from disclosure.grouping import grouped

# Signs and blanks around the words of a measure's name
SIGNS = re.compile(r"[\s“”‘’「」（）()、，·]")


class Fate(StrEnum):
    """What became of a measure that is not carried on."""

    OTHER = "other"
    WORDS = "words"
    SILENT = "silent"


class GivenMeasure(Struct, frozen=True, kw_only=True):
    """A measure as one record gives it: ``record`` is its id, ``written`` its figures; ``indicators`` it belongs to."""

    measure: str
    record: str
    written: tuple[str, ...]
    indicators: tuple[str, ...]

    @property
    def keys(self) -> frozenset[str]:
        """What it is known by: its name without signs, and its indicators."""
        return frozenset((name_of(self.measure), *(f"indicator {id}" for id in self.indicators)))


class Gone(Struct, frozen=True):
    """A measure that is not carried on; ``followers`` are the promises that follow its result, by id."""

    given: GivenMeasure
    fate: Fate
    followers: tuple[str, ...]


def name_of(measure: str) -> str:
    return SIGNS.sub("", measure)


def reported(catalog: Catalog, report: Report) -> tuple[GivenMeasure, ...]:
    """The measures of the results, those of one name in one result together."""
    of = _of_figures(catalog, report)
    return tuple(one for result in report.register.results for one in _together(result.id, result.figures, of))


def aimed(catalog: Catalog, report: Report) -> tuple[GivenMeasure, ...]:
    """The measures of the targets."""
    of = _of_targets(catalog, report)
    return tuple(
        one for commitment in report.register.commitments for one in _together(commitment.id, commitment.targets, of)
    )


def owed(report: Report) -> frozenset[str]:
    """The promises on which the next report is to say something: due within their year, and not answered in words."""
    return frozenset(
        one.id
        for one in report.register.commitments
        if one.deadline.year <= report.meta.year and not report.follow[one.id].answers
    )


def _of_figures(catalog: Catalog, report: Report) -> Mapping[str, list[str]]:
    """Indicators by the figures that are values of them."""
    return grouped(
        (seen.figure, one.id)
        for one in catalog.indicators
        for seen in one.observations
        if seen.figure and seen.report == report.key
    )


def _of_targets(catalog: Catalog, report: Report) -> Mapping[str, list[str]]:
    return grouped(
        (aim.target.id, one.id) for one in catalog.indicators for aim in one.targets if aim.report == report.key
    )


def _together(
    record: str, parts: Iterable[ResultFigure | Target], indicators: Mapping[str, list[str]]
) -> Iterator[GivenMeasure]:
    for measure, members in grouped((part.measure, part) for part in parts).items():
        found = dict.fromkeys(id for part in members for id in indicators.get(part.id, ()))
        written = tuple(part.written for part in members)
        yield GivenMeasure(measure=measure, record=record, written=written, indicators=tuple(found))


def gone(catalog: Catalog, report: Report) -> tuple[Gone, ...]:
    """What the results of a report give and its targets do not, in the order of the report."""
    known = known_keys(aimed(catalog, report)) | _started_from(report)
    promised = {one.id: one for one in report.register.commitments}
    followers = {one.id: one.commitments for one in report.register.results}
    found = []
    for given in reported(catalog, report):
        if not given.keys & known:
            after = tuple(promised[id] for id in followers[given.record] if id in promised)
            found.append(Gone(given, _fate(after), tuple(one.id for one in after)))
    return tuple(found)


def known_keys(given: Iterable[GivenMeasure]) -> frozenset[str]:
    return frozenset(key for one in given for key in one.keys)


def _started_from(report: Report) -> frozenset[str]:
    """The names of the measures from whose figures targets start."""
    baselines = (target.baseline for one in report.register.commitments for target in one.targets)
    return frozenset(name_of(one.measure) for one in baselines if one)


def _fate(followers: tuple[Commitment, ...]) -> Fate:
    if not followers:
        return Fate.SILENT
    return Fate.OTHER if any(one.targets for one in followers) else Fate.WORDS
