"""What is known of a report that was made: for the rest of the site, and for the next run."""

from __future__ import annotations

from msgspec import Struct, field
from msgspec.structs import astuple

from disclosure import audit
from disclosure.catalog.resolve.indicators import IndicatorPart
from disclosure.checks.links import Linked
from disclosure.exports.files import TotalCounts
from disclosure.pages.card import Card
from disclosure.problem import Problem
from disclosure.publishing.staging import PublishedFile
from disclosure.search.head import About


class ReportSummary(Struct, frozen=True, kw_only=True):
    """What the rest of the site is made of. ``pieces``: the names of the report's pieces of files about all reports."""

    key: str
    card: Card
    totals: TotalCounts
    parts: tuple[IndicatorPart, ...]
    pieces: tuple[str, ...]
    about: About
    notices: tuple[Problem, ...]
    pages: int
    files: int


class LinkTargets(Struct, frozen=True, kw_only=True):
    """Where links lead, into the report and out of it; only looked at where one changed.

    ``anchors``: of each page the fragments that others may link to, ``None`` for a file. ``sources``: the page that
    shows a content file. ``outside``: links that leave the report, each with a page that has it. ``linked``: its prose,
    whose links are followed when all is known. ``meant``: the words that the search's aliases lead to and that stand
    in it.
    """

    anchors: dict[str, tuple[str, ...] | None]
    sources: dict[str, str]
    outside: tuple[tuple[str, str, str], ...]
    linked: tuple[Linked, ...]
    meant: tuple[str, ...]


class PreviousFiles(Struct):
    """What the last run knew of the files it made: their records, and of pages what the audit saw in them."""

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
