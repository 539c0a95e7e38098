"""Where the published data lie: in one folder, or of a site of several districts in one for each of them.

What belongs to no district alone then lies in the site's folder: what no report has a part of, and ``SITE_LISTS``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.dataset import Dataset
from disclosure.catalog.dataset_list import TABLES
from disclosure.catalog.datasets import Counts
from disclosure.catalog.districts import District

# Lists that reports have a part of, and that the site has too where each district has its own
SITE_LISTS = ("reports",)
# ... with their tables
SITE_TABLES = frozenset({"reports", "left-out"})


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
    return DataFolder(address.district_data(one.id), address.district_data_page(one.id))


def of_report(catalog: Catalog, report: Report) -> DataFolder:
    """Where a report's records are: with those of its district."""
    found = (of_district(one) for one in catalog.districts if one.name == report.meta.district)
    return next(found, SITE)
