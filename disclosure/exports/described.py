"""What the catalogue of a folder of data is made of: its sets, reports and files."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.data_folder import DataFolder
from disclosure.catalog.dataset import Dataset
from disclosure.catalog.districts import District
from disclosure.model.site import Site


class FileSum(Struct, frozen=True):
    """How large a published file is, and its SHA-256."""

    size: int
    sha256: str


class ReportFacts(Struct, frozen=True, kw_only=True):
    """What the catalogue says of a report: ``published`` here, ``updated`` in git (ISO, or empty), its data files."""

    key: str
    title: str
    place: str
    year: int
    published: str
    updated: str
    files: Mapping[str, FileSum]


class Described(Struct, frozen=True, kw_only=True):
    """What the catalogue of a folder is made of: the published sets, each with the key of its one report or an empty
    text; reports by key, newest first; the other data files by address; of the site's folder, the districts that have
    a catalogue of their own."""

    catalog: Catalog
    folder: DataFolder
    sets: tuple[tuple[Dataset, str], ...]
    reports: Mapping[str, ReportFacts]
    files: Mapping[str, FileSum]
    districts: tuple[District, ...] = ()

    @property
    def site(self) -> Site:
        return self.catalog.site

    def address(self, where: str) -> str:
        """An address of the site as it is written in the catalogue."""
        if self.site.address:
            return self.site.address + where
        inside = where.startswith(self.folder.address)
        return where.removeprefix(self.folder.address) if inside else address.root_of(self.folder.catalogue) + where

    def part(self, id: str) -> str:
        """What a thing that the catalogue describes is called."""
        return self.address(f"{self.folder.catalogue}#{id}")


def facts(report: Report, files: Mapping[str, FileSum]) -> ReportFacts:
    meta = report.meta
    return ReportFacts(
        key=report.key,
        title=meta.title,
        place=f"{meta.region}{meta.district}",
        year=meta.year,
        published=meta.published.date().isoformat(),
        updated=report.updated.isoformat() if report.updated else "",
        files=files,
    )
