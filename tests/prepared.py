"""A whole project in memory: its reports in one catalogue, all pages and files planned, nothing written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace

from disclosure.build import site_plan as site
from disclosure.build.build import Building
from disclosure.build.options import BuildOptions
from disclosure.cache import snapshot
from disclosure.catalog import address
from disclosure.catalog.book import AddressBook
from disclosure.catalog.catalog import Catalog
from disclosure.exports import files as exports
from disclosure.pages import plan
from disclosure.pages.page import Page
from disclosure.problem import Problem, errors
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
    building = Building(snapshot.look(project, today), BuildOptions(progress=lambda _stage, _done, _total: None))
    problems = building.prepare(render=False)
    return (None if errors(problems) else _prepared(building)), problems


def _prepared(building: Building) -> Prepared:
    plan_of_site, gathered = building.site, building.gathered
    made = building.made()
    joined = [building.read(card) for card in plan_of_site.cards]
    pages = [page for one in joined for page in plan.of_report(one, one.reports[0])]
    pieces: dict[str, list[bytes]] = {}
    counts = [card.counts for card in plan_of_site.cards]
    files: dict[str, bytes] = dict(exports.of_catalog(plan_of_site.catalog, counts))
    for one in joined:
        files |= exports.of_report(one.reports[0])
        for name, piece in exports.pieces(one, one.reports[0]).items():
            pieces.setdefault(name, []).append(piece)
    for composed in site.composed(made, lambda name: iter(pieces.get(name, ()))):
        files[composed.address] = b"".join(composed.chunks)
    files |= {address.attachment(file.name): file.data for file in plan_of_site.catalog.attachments}
    register = gathered.raw.register
    for one in joined:
        register.commitments += one.raw.commitments
        register.results += one.raw.results
        register.exemptions += one.raw.exemptions
    whole = replace(plan_of_site.catalog, reports=tuple(one.reports[0] for one in joined), raw=register)
    return Prepared(whole, (*pages, *plan_of_site.pages), files, plan_of_site.book)
