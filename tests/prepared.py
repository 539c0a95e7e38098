"""A whole project in memory: its reports in one catalogue, all pages and files planned, nothing written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace

from disclosure.build import build, site_book
from disclosure.build.inputs import scan
from disclosure.build.options import BuildOptions
from disclosure.build.reports import build_reports
from disclosure.build.site_plan import SitePlan, plan_site
from disclosure.cache import snapshot
from disclosure.catalog import address, data_folder
from disclosure.catalog.book import AddressBook
from disclosure.catalog.catalog import Catalog
from disclosure.exports import files as exports
from disclosure.pages import plan
from disclosure.pages.page import Page
from disclosure.problem import Problem
from disclosure.project import Project


@dataclass(frozen=True)
class Prepared:
    """The catalogue of all reports together, their pages, the data files by address, and the address book."""

    catalog: Catalog
    pages: tuple[Page, ...]
    files: Mapping[str, bytes]
    book: AddressBook

    def page(self, address: str) -> Page | None:
        return next((one for one in self.pages if one.address == address), None)


def prepare(project: Project, today: date) -> tuple[Prepared | None, tuple[Problem, ...]]:
    """Everything a build would plan, or ``None`` where an error stops it; and every problem."""
    options = BuildOptions(progress=lambda _stage, _done, _total: None)
    inputs = scan(snapshot.look(project, today), options)
    plan = plan_site(build_reports(inputs, render=False))
    catalogs, _problems = build.catalogs(inputs.snapshot, options)
    return (_prepared(plan, catalogs) if catalogs is not None else None), plan.problems


def _prepared(planned: SitePlan, catalogs: tuple[Catalog, ...]) -> Prepared:
    pages = [page for one in catalogs for page in plan.of_report(one, one.reports[0])]
    pieces: dict[str, list[bytes]] = {}
    counts = [card.counts for card in planned.cards]
    files: dict[str, bytes] = dict(exports.of_catalog(planned.catalog, counts, data_folder.SITE))
    for one in catalogs:
        files |= exports.of_report(one.reports[0])
        for name, piece in exports.pieces(one, one.reports[0]).items():
            pieces.setdefault(name, []).append(piece)
    summaries = planned.reports.summaries
    for composed in site_book.composed(planned.catalog, summaries, lambda name: iter(pieces.get(name, ()))):
        files[composed.address] = b"".join(composed.chunks)
    files |= {address.attachment(file.name): file.data for file in planned.catalog.attachments}
    register = planned.inputs.site.raw.register
    for one in catalogs:
        register.commitments += one.raw.commitments
        register.results += one.raw.results
        register.exemptions += one.raw.exemptions
    whole = replace(planned.catalog, reports=tuple(one.reports[0] for one in catalogs), raw=register)
    return Prepared(whole, (*pages, *planned.pages), files, planned.book)
