"""The lists of each district's data, on a site of several districts: of those that changed put together again.

A list of a district is small, so that all of it comes from the cache; what describes the files is made with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import TypeVar

from msgspec import Struct, field

from disclosure.cache.state import FileCounts, ReportState, ReportSummary
from disclosure.cache.store import Store
from disclosure.catalog import data_folder, district_catalog
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.datasets import Counts
from disclosure.catalog.districts import District
from disclosure.exports import districts as district_list
from disclosure.exports import files as exports
from disclosure.exports.described import Described, FileSum
from disclosure.grouping import grouped
from disclosure.output import combined
from disclosure.output.combined import Composing
from disclosure.publishing.staging import PublishedFile, Staging
from disclosure.publishing.standing import parted
from disclosure.theme import theme as theming

T = TypeVar("T")
DistrictFile = tuple[str, PublishedFile, FileCounts]


class DistrictData(Struct, frozen=True, dict=True, kw_only=True):
    """What the districts' data are made of: the site's ``catalog``, its reports newest first, the files that stand.

    ``made_of`` fills with a digest for each district; those of the last build are ``last``. ``stands``: nobody has
    touched a file of the whole site since.
    """

    catalog: Catalog
    own: str
    reports: tuple[ReportState, ...]
    staging: Staging
    store: Store
    previous: Mapping[str, PublishedFile]
    last: Mapping[str, str]
    stands: bool
    made_of: dict[str, str] = field(default_factory=dict)

    @cached_property
    def standing(self) -> Mapping[str, list[str]]:
        """The files that stand, by folder of data."""
        return grouped((parted(where)[0], where) for where in self.previous)


def stage(given: DistrictData) -> Iterator[DistrictFile]:
    """The files of all districts that have a report, and the lists of their data sets."""
    held = by_district(given.catalog, given.reports)
    for district, states in held:
        made_of = given.made_of[district.id] = _made_of(given, district, states)
        folder = data_folder.of_district(district)
        if given.stands and given.last.get(district.id) == made_of:
            for where in given.standing.get(folder.address, ()):
                yield where, given.previous[where], FileCounts(files=1)
        else:
            yield from _stage(given, district, states)
    for where, data in district_list.files([(one, _counts(states)) for one, states in held]).items():
        yield _put(given, where, data)


def by_district(catalog: Catalog, reports: Iterable[ReportState]) -> list[tuple[District, list[ReportState]]]:
    """The districts with a report, each with its reports in their order."""
    return _held(catalog, ((one.summary.card.district, one) for one in reports))


def _held(catalog: Catalog, by_name: Iterable[tuple[str, T]]) -> list[tuple[District, list[T]]]:
    """The districts of which there is anything, each with that."""
    found = grouped(by_name)
    return [(one, found[one.name]) for one in catalog.districts if one.name in found]


def addresses(catalog: Catalog, reports: Iterable[ReportSummary]) -> Iterator[str]:
    """The files of districts that are made of reports' pieces, and what describes them."""
    held = _held(catalog, ((one.card.district, one.pieces) for one in reports))
    for district, pieces in held:
        folder = data_folder.of_district(district)
        yield from (folder.package, folder.catalogue)
        for one in exports.composed(folder, {*chain.from_iterable(pieces)}, lambda _name: (), {}, {}):
            yield one.address
    if held:
        yield from district_list.ADDRESSES


def _made_of(given: DistrictData, district: District, states: Sequence[ReportState]) -> str:
    """A digest of all that has a say in its lists."""
    facts = [(one.summary.data, one.summary.card.counts, one.artifacts.pieces) for one in states]
    days = [given.catalog.newest.get(one.summary.key) for one in states]
    return theming.digest(theming.program_digest(), given.own, district, facts, days)


def _stage(given: DistrictData, district: District, states: Sequence[ReportState]) -> Iterator[DistrictFile]:
    composing = Composing(tuple(states), given.staging, given.store, given.previous)
    folder, summaries = data_folder.of_district(district), [one.summary for one in states]
    counts = _counts(states)
    own = district_catalog.catalog(given.catalog, district, counts)
    names = {name for one in summaries for name in one.pieces}
    totals = exports.sum_of(one.totals for one in summaries)
    lists = exports.composed(folder, names, composing.find, totals, exports.own(own))
    made = list(combined.compose(composing, lists, remembered=False))
    made += [_put(given, where, data) for where, data in exports.of_catalog(own, counts, folder).items()]
    described = Described(
        catalog=own,
        folder=folder,
        sets=exports.sets(counts, own),
        reports={one.key: one.data for one in summaries},
        files={where: FileSum(record.size, record.sha256) for where, record, _counts in made},
    )
    return iter([*made, _put(given, folder.catalogue, exports.catalogue(described))])


def _counts(states: Sequence[ReportState]) -> list[Counts]:
    return [one.summary.card.counts for one in states]


def _put(given: DistrictData, where: str, data: bytes) -> DistrictFile:
    record, staged = given.staging.put(where, "", data, given.previous.get(where))
    return where, record, FileCounts(files=1, staged=staged)
