"""What making the files of the whole site takes, and what it has made so far."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from disclosure.build import district_data
from disclosure.build.site_plan import SitePlan
from disclosure.cache.state import DistrictState, DownloadsState, FileCounts, PreviousFiles, ReportState
from disclosure.catalog import data_folder, downloads
from disclosure.publishing.staging import PublishedFile, Staging
from disclosure.theme.fragments import RenderedPage


class Narratives(Struct, frozen=True):
    """Narratives as the host made them: HTML by path, and whole pages by address where it rendered them."""

    html: Mapping[str, str]
    pages: Mapping[str, RenderedPage] = field(default_factory=dict)


class SiteContext(Struct, frozen=True, kw_only=True):
    """What making the site's files takes: the plan, the reports' states newest first, where files are staged.

    ``downloads`` are those that stand: they are made of what this makes.
    """

    plan: SitePlan
    narratives: Narratives
    reports: tuple[ReportState, ...]
    staging: Staging
    downloads: Mapping[str, DownloadsState]

    @property
    def previous(self) -> PreviousFiles:
        return self.plan.inputs.previous.site.files

    @property
    def stands(self) -> bool:
        """Whether the files of the whole site are as the last build left them."""
        return self.plan.inputs.site_stands


class SiteFiles(Struct):
    """The files of the whole site as this build leaves them.

    ``planned`` is a digest of what its pages are made of, and the files ``beside`` them (those that their scripts load,
    those of their pictures), the reports ``asked`` for more than their cards among it and those whose updates are
    ``streamed``, ``found`` of what can be found on those of no district (``own``), ``audited`` of what the audit found
    right; ``districts`` has one of what the data of each district are made of. ``places`` are the pages of districts.
    """

    files: PreviousFiles = field(default_factory=PreviousFiles)
    counts: FileCounts = field(default_factory=FileCounts)
    planned: str = ""
    asked: tuple[str, ...] = ()
    streamed: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    found: str = ""
    audited: str = ""
    districts: dict[str, str] = field(default_factory=dict)
    own: tuple[str, ...] = ()
    places: dict[str, DistrictState] = field(default_factory=dict)

    @property
    def leading(self) -> list[str]:
        """What leads to the pages of districts, as objects in the store."""
        return [one.found for one in self.places.values()]

    def add(self, where: str, record: PublishedFile, counts: FileCounts) -> None:
        self.files.files[where] = record
        self.counts += counts


def offered(context: SiteContext) -> list[str]:
    """The downloads that the next stage makes."""
    held = district_data.by_district(context.plan.catalog, context.reports)
    folders = (data_folder.SITE, *(data_folder.of_district(one) for one, _states in held))
    return [f"{folder.address}{one.name}" for folder in folders for one in downloads.available()]
