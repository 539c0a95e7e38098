"""A report as it will be published, planned from its catalogue before anything is rendered: ``plan_report``."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec import Struct

from disclosure.build.context import ReportContext
from disclosure.cache.state import LinkTargets, ReportSummary
from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.checks import aliases, cited, links
from disclosure.desk import report as desk
from disclosure.discovery import sitemap
from disclosure.exports import described
from disclosure.exports import files as exports
from disclosure.exports.described import FileSum
from disclosure.feeds import of_report as feeds
from disclosure.feeds import pieces as feed_pieces
from disclosure.grouping import grouped
from disclosure.pages import card, change_lines, plan, registry, update_lines
from disclosure.pages import details as detailing
from disclosure.pages.change_lines import ReportChanges
from disclosure.pages.details import ReportDetails
from disclosure.pages.page import Page
from disclosure.pages.picture import Picture
from disclosure.pages.update_lines import ReportUpdates
from disclosure.problem import Problem
from disclosure.search import data_file, documents
from disclosure.search import files as search
from disclosure.search.head import about


class ReportPlan(Struct, frozen=True, kw_only=True):
    """What is published of a report, and what the rest of the site is made of; its pieces are made after its pages.

    ``files`` are its own files that are no pages, by address, but for its feeds and those of its ``pictures``, which
    are made after its pages.
    """

    summary: ReportSummary
    pages: tuple[Page, ...]
    details: ReportDetails
    changes: ReportChanges
    updates: ReportUpdates
    files: Mapping[str, bytes]
    pictures: tuple[Picture, ...]
    links: LinkTargets


def plan_report(catalog: Catalog, report: Report, problems: tuple[Problem, ...], context: ReportContext) -> ReportPlan:
    linked, meant = tuple(links.linked(catalog)), aliases.meant(catalog, context.common.aliases)
    said = tuple(cited.cited(catalog))
    pages, details = tuple(plan.of_report(catalog, report)), detailing.details(catalog, report)
    changes, streamed = change_lines.of_report(catalog, report, pages), update_lines.of_report(report)
    shown = card.card(catalog, report, registry.listed(pages), details)
    loaded = {one.address: data_file.encode(one.name, one.value) for one in plan.data_of_report(catalog, report, pages)}
    pictures = tuple(plan.pictures(pages))
    own, totals = exports.of_report(report), exports.totals(report)
    files = own | loaded
    names, told = exports.names(report), described.facts(report, _sums(own))
    later = (*feeds.addresses(catalog, report), *(where for one in pictures for where in (one.svg, one.csv)))
    return ReportPlan(
        summary=ReportSummary(
            key=report.key,
            card=shown,
            data=told,
            totals=totals,
            parts=catalog.parts,
            pieces=(
                *names,
                *search.names(large=context.large),
                *feed_pieces.NAMES,
                *sitemap.names(catalog.site, pages),
                *desk.names(catalog.site),
            ),
            about=about(catalog, report),
            notices=problems,
            pages=len(pages),
            files=len(pages) + len(files) + len(later),
        ),
        pages=pages,
        details=details,
        changes=changes,
        updates=streamed,
        files=files,
        pictures=pictures,
        links=LinkTargets(
            anchors=dict(_anchors(pages, (*files, *later))),
            sources=dict(_sources(catalog, report, pages)),
            linked=linked,
            meant=tuple(sorted(meant)),
            cited=said,
        ),
    )


def pieces(catalog: Catalog, report: Report, pages: tuple[Page, ...], *, large: bool) -> dict[str, bytes]:
    """The report's parts of files about all reports, by name: of the data, the search, the feeds, the list of pages."""
    found = exports.pieces(catalog, report) | search.pieces(documents.of_report(catalog, report, pages), large=large)
    found |= feed_pieces.pieces(catalog, report) | sitemap.pieces(catalog, report, pages)
    return found | desk.pieces(catalog, report)


def _sums(files: Mapping[str, bytes]) -> dict[str, FileSum]:
    return {where: FileSum(len(data), hashlib.sha256(data).hexdigest()) for where, data in files.items()}


def _anchors(pages: Collection[Page], files: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...] | None]]:
    for where in files:
        yield where, None
    led = (alias.partition("#") for page in pages for alias in page.aliases)
    aliases = grouped((where, id) for where, _hash, id in led)
    for page in pages:
        # What a script leads on from is there too
        yield page.address, tuple(sorted({*page.anchors, *aliases.get(page.address, ())}))


def _sources(catalog: Catalog, report: Report, pages: Iterable[Page]) -> Iterator[tuple[str, str]]:
    """The page or file that shows a content file.

    A report's file is shown whole by its full text; the overview only describes it. The archived source keeps its name.
    """
    names = {file.path: file.name for file in catalog.files}
    yield report.source.name, address.source(report.key, report.meta.source.file)
    yield from catalog.gone.items()
    for page in pages:
        if page.source and page.kind != "overview":
            yield names[page.source], page.address
