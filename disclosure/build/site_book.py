"""What can be linked to outside the reports, for the address book: the site's pages, and all files beside these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from disclosure.build import district_data
from disclosure.cache.state import DistrictFound, DistrictTold, LinkTargets, ReportSummary
from disclosure.catalog import address, data_folder
from disclosure.catalog.book import Anchors, Shelf
from disclosure.catalog.catalog import Catalog
from disclosure.discovery import sitemap as list_of_pages
from disclosure.exports import files as exports
from disclosure.exports.files import Composed, PieceName
from disclosure.output import sitemap
from disclosure.pages.page import Page
from disclosure.search import documents


def told(pages: tuple[Page, ...]) -> DistrictTold:
    """What the rest of the site asks of a district's pages."""
    anchors = {page.address: tuple(sorted(page.anchors)) for page in pages}
    return DistrictTold(anchors, len(list_of_pages.listed(pages)))


def found(catalog: Catalog, pages: tuple[Page, ...]) -> DistrictFound:
    """What leads to them."""
    lines = list_of_pages.own(catalog, pages) if catalog.site.address else b""
    return DistrictFound(lines, documents.of_pages(pages))


def shelf_of(report: LinkTargets) -> Shelf:
    """What a report adds."""
    return report.anchors, report.sources


def shelf(
    catalog: Catalog, pages: Sequence[Page], reports: Iterable[ReportSummary], districts: Sequence[DistrictTold]
) -> Shelf:
    """What the rest of the site adds."""
    all = tuple(reports)
    names = {file.path: file.name for file in catalog.files}
    anchors: dict[str, Anchors] = {page.address: page.anchors for page in pages}
    for one in districts:
        anchors |= {where: frozenset(ids) for where, ids in one.anchors.items()}
    anchors |= dict.fromkeys(file.name for file in catalog.attachments)
    anchors |= dict.fromkeys(one.address for one in composed(catalog, all, _nothing))
    anchors |= dict.fromkeys((address.MANIFEST, address.ROBOTS, address.LLMS, *([address.DCAT] if all else [])))
    listed = len(list_of_pages.listed(pages)) + sum(one.listed for one in districts)
    anchors |= dict.fromkeys(sitemap.addresses(catalog.site, all, listed))
    counts = data_folder.counts(catalog, [one.card.counts for one in all])
    anchors |= dict.fromkeys(exports.of_catalog(catalog, counts, data_folder.SITE))
    anchors |= dict.fromkeys(district_data.addresses(catalog, all))
    sources = {names[page.source]: page.address for page in pages if page.source}
    sources |= catalog.gone
    return anchors, sources | {file.name: address.attachment(file.name) for file in catalog.attachments}


def _nothing(_name: str) -> tuple[PieceName, ...]:
    return ()


def composed(catalog: Catalog, reports: Iterable[ReportSummary], find: exports.Find) -> Iterator[Composed]:
    """The data files of the whole site made of the pieces of all reports."""
    all = tuple(reports)
    names = {name for one in all for name in one.pieces}
    held = names & exports.SITE_PIECES if catalog.districts else names
    totals = exports.sum_of(one.totals for one in all)
    return exports.composed(data_folder.SITE, held, find, totals, exports.own(catalog))
