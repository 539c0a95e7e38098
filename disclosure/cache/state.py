"""What a build remembers of each report and of the whole site: for the rest of the site, and for the next build."""

from __future__ import annotations

from msgspec import Struct, field
from msgspec.structs import astuple

from disclosure import audit
from disclosure.catalog.resolve.indicators import IndicatorPart
from disclosure.checks.cited import Cited
from disclosure.checks.links import Linked
from disclosure.exports.described import ReportFacts
from disclosure.exports.files import TotalCounts
from disclosure.pages.card import Card
from disclosure.problem import Problem
from disclosure.publishing.staging import PublishedFile
from disclosure.search.files import SearchContent
from disclosure.search.head import About
from disclosure.source.content import ParseCache
from disclosure.source.cross_references import CrossReferences


class ReportSummary(Struct, frozen=True, kw_only=True):
    """What the rest of the site is made of. ``data``: what the catalogue of the data says of it.

    ``pieces``: the names of the report's pieces of files about all reports.
    """

    key: str
    card: Card
    data: ReportFacts
    totals: TotalCounts
    parts: tuple[IndicatorPart, ...]
    pieces: tuple[str, ...]
    about: About
    notices: tuple[Problem, ...]
    pages: int
    files: int


class LinkTargets(Struct, frozen=True, kw_only=True):
    """Where what editors wrote leads, into a report and out of it; only looked at where one changed.

    ``anchors``: of each page the fragments that others may link to, ``None`` for a file. ``sources``: the page that
    shows a content file. ``linked``: its prose, whose links are followed when all is known. ``meant``: the words that
    the search's aliases lead to and that stand in it. ``cited``: what its records say of other reports.
    """

    anchors: dict[str, tuple[str, ...] | None]
    sources: dict[str, str]
    linked: tuple[Linked, ...]
    meant: tuple[str, ...]
    cited: tuple[Cited, ...]


class PageLinks(Struct, frozen=True, kw_only=True):
    """What the audit of the pages of a report, or of a district, leaves open until all pages are known; only looked at
    where one changed.

    ``outside``: links that lead to others, each with a page that has it. ``unreached``: pages to which none of the same
    report or district leads.
    """

    outside: tuple[tuple[str, str, str], ...]
    unreached: tuple[str, ...]


class PreviousFiles(Struct):
    """What the last build knew of the files it made: their records, and of pages what the audit saw in them."""

    files: dict[str, PublishedFile] = field(default_factory=dict)
    facts: dict[str, audit.Facts] = field(default_factory=dict)


class FileCounts(Struct, frozen=True):
    """How many pages, rendered pages, files and staged files."""

    pages: int = 0
    rendered: int = 0
    files: int = 0
    staged: int = 0

    def __add__(self, other: FileCounts) -> FileCounts:
        return FileCounts(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))


class InputDigests(Struct, frozen=True, kw_only=True):
    """What a report was built from, each as a digest.

    ``listed`` are its files as the folders list them, empty where one was too young for its time to prove anything;
    ``content`` the same files as read; ``surroundings`` all else that has a say in its content; ``theme`` templates
    and navigation, which have a say in the look of its pages only; ``output`` its published files as they stood.
    """

    listed: str
    content: str
    surroundings: str
    theme: str
    output: str


class ArtifactRefs(Struct, frozen=True, kw_only=True):
    """The names of a report's objects in the store.

    ``pieces`` are its parts of files about all reports, by name; ``files`` a ``PreviousFiles``, ``parse_cache`` a
    ``ParseCache``, ``links`` a ``LinkTargets``, ``page_links`` its ``PageLinks``, ``details`` a ``ReportDetails``,
    ``changes`` a ``ReportChanges``, ``updates`` a ``ReportUpdates``, ``views`` its pages in canonical form.
    """

    pieces: dict[str, str]
    files: str
    parse_cache: str
    links: str
    page_links: str
    details: str
    changes: str
    updates: str
    views: str

    @property
    def all(self) -> tuple[str, ...]:
        shown = (self.details, self.changes, self.updates, self.views)
        return (*self.pieces.values(), self.files, self.parse_cache, self.links, self.page_links, *shown)


class ReportState(Struct, frozen=True):
    """A report as the last build left it. ``cross_references``: its files that speak of other reports; ``None`` where
    nobody looked."""

    inputs: InputDigests
    summary: ReportSummary
    artifacts: ArtifactRefs
    cross_references: CrossReferences | None


class DownloadsState(Struct, frozen=True, kw_only=True):
    """The files made of the published data of one folder, as the last build left them.

    ``made_of`` is a digest of all that had a say in them, ``twins`` of what had in those beside pages; ``output`` has
    one of the files as they stood, for each whom they belong to. ``files``, a ``dict[str, PublishedFile]``, and
    ``lines``, theirs of the manifest, are names of objects in the store.
    """

    made_of: str = ""
    twins: str = ""
    output: dict[str, str] = field(default_factory=dict)
    files: str = ""
    lines: str = ""

    @property
    def objects(self) -> tuple[str, str]:
        return self.files, self.lines


class DistrictTold(Struct, frozen=True):
    """What the rest of the site asks of a district's pages again and again: the fragments that others may link to, and
    how many lines of the list of all pages are theirs."""

    anchors: dict[str, tuple[str, ...]]
    listed: int


class DistrictFound(Struct, frozen=True):
    """What leads to a district's pages: their ``lines`` in the list of all pages, and what the search finds on them.
    Read where that is made, one district after the other."""

    lines: bytes
    content: SearchContent


class DistrictState(Struct, frozen=True, kw_only=True):
    """A district's pages and the files ``beside`` them, by address, as the last build left them. ``planned`` is a
    digest of what they were made of (the details of the reports ``asked`` among it). ``told``, a ``DistrictTold``,
    ``found``, a ``DistrictFound``, ``page_links``, its ``PageLinks``, and ``facts``, a ``dict[str, audit.Facts]``, are
    names of objects in the store.
    """

    planned: str
    asked: tuple[str, ...]
    pages: tuple[str, ...]
    beside: tuple[str, ...]
    told: str
    found: str
    page_links: str
    facts: str

    @property
    def objects(self) -> tuple[str, ...]:
        return self.told, self.found, self.page_links, self.facts


class SiteState(Struct, frozen=True, kw_only=True):
    """What belongs to the whole site, as the last build left it: its files, and the reports there were, by key.

    The digests say of what inputs each result is still right: ``planned`` what its pages were made of (the details of
    the reports ``asked`` among it, and the updates of those ``streamed``), and the files ``beside`` them, ``found``
    what can be found on those of no district (``own``), ``linked`` what the check of links saw, ``audited`` what the
    audit saw, ``output`` its files as they stood; ``districts`` what the data of each district were made of, by id.
    ``downloads`` has those of each folder of data. ``places`` are the pages of each district, by its id.
    """

    files: PreviousFiles = field(default_factory=PreviousFiles)
    reports: tuple[str, ...] = ()
    planned: str = ""
    asked: tuple[str, ...] = ()
    streamed: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    found: str = ""
    linked: str = ""
    audited: str = ""
    output: str = ""
    own: tuple[str, ...] = ()
    places: dict[str, DistrictState] = field(default_factory=dict)
    downloads: dict[str, DownloadsState] = field(default_factory=dict)
    districts: dict[str, str] = field(default_factory=dict)


def parse_cache(found: ParseCache | None, program: str) -> ParseCache:
    """What ``program`` may take from what was found: parsed values do not depend on it, rendered Markdown does."""
    if found is None or found.program != program:
        return ParseCache(program, found.values if found else {})
    return found
