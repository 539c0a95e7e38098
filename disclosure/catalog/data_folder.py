"""Where the published data lie: in one folder, or of a site of several districts in one for each of them.

What belongs to no district alone then lies in the site's folder: what no report has a part of, and ``SITE_LISTS``.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalog import address, dataset_counts, dataset_list
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.datasets import Counts
from disclosure.catalog.districts import District
from disclosure.translation import gettext as _

# What lists the districts' data: a section of the data page, and two files
DISTRICTS = "districts"
# Lists that reports have a part of, and that the site has too where each district has its own
SITE_LISTS = ("reports",)
# ... with their tables
SITE_TABLES = frozenset({"reports", "left-out"})
# Lists and tables that reports have a part of, and that each district has then
OF_DISTRICTS = frozenset(
    name
    for one in dataset_list.SETS
    for name in (one.name, *(table.name for table in one.tables))
    if any(table.name in dataset_counts.OF_REPORT for table in one.tables)
) - {*SITE_LISTS, *SITE_TABLES}


class DataFolder(Struct, frozen=True):
    """A folder of published data: its address, and that of the page about it."""

    address: str
    page: str

    def json(self, name: str) -> str:
        return address.data(name, self.address)

    def csv(self, name: str) -> str:
        return address.table(name, self.address)

    @property
    def package(self) -> str:
        return f"{self.address}{address.PACKAGE.removeprefix(address.DATA_FILES)}"

    @property
    def catalogue(self) -> str:
        return f"{self.address}{address.DCAT.removeprefix(address.DATA_FILES)}"


SITE = DataFolder(address.DATA_FILES, address.DATA)


def of_district(one: District) -> DataFolder:
    return DataFolder(address.district_data(one.id), address.of_district("data", one.id))


def titled(title: str, *, alone: bool) -> str:
    """What files that hold all sets of a folder are called. ``alone`` where no other folder holds more: else those of
    the whole site would be taken for all there is."""
    return title if alone else _("{title}（只有属于全站的）").format(title=title)


def of_report(report: Report) -> DataFolder:
    """Where a report's records are: with those of its district."""
    return of_district(report.district) if report.district else SITE


def standing(site: Path) -> list[Path]:
    """The folders of a published site."""
    return [site / address.DATA_FILES, *sorted(site.glob(f"districts/*/{address.DATA_FILES}"))]


def is_of_district(data: Path) -> bool:
    """Whether a folder of a published site is a district's."""
    return data.parent.parent.name == "districts"


def of_site(catalog: Catalog, where: str, district: District | None = None) -> str:
    """A list or table of all reports, or of those of a district; where each district has its own, the list of these."""
    if district is not None:
        return of_district(district).address + where.removeprefix(address.DATA_FILES)
    name = where.removeprefix(address.DATA_FILES).rpartition(".")[0]
    return f"{address.DATA}#{DISTRICTS}" if catalog.districts and name in OF_DISTRICTS else where


def counts(catalog: Catalog, reports: Iterable[Counts]) -> list[Counts]:
    """How much of each report the site's own folder holds."""
    return [_held(one) if catalog.districts else one for one in reports]


def _held(one: Counts) -> Counts:
    return replace(one, rows=tuple(each for each in one.rows if each[0] in SITE_TABLES))
