"""A report as it will be published, planned from its catalogue before anything is rendered: ``plan_report``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from disclosure.build.context import ReportContext
from disclosure.cache.state import ReportSummary
from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.checks import aliases, cited, links
from disclosure.checks.cited import Cited
from disclosure.checks.links import Linked
from disclosure.exports import files as exports
from disclosure.pages import card, plan, registry, topics
from disclosure.pages.page import Page
from disclosure.pages.topics import TopicPart
from disclosure.problem import Problem, errors
from disclosure.search import documents
from disclosure.search import files as search
from disclosure.search.head import about


class ReportPlan(Struct, frozen=True, kw_only=True):
    """What is published of a report, and what the rest of the site is made of.

    ``files`` are its own files that are no pages, by address; ``pieces`` its parts of files about all reports, by name,
    empty where nothing will be rendered. ``sources`` says which address shows a content file; ``linked`` is its prose,
    ``meant`` the words that the search's aliases lead to and that stand in it, ``cited`` what it says of other reports.
    """

    summary: ReportSummary
    pages: tuple[Page, ...]
    topics: tuple[TopicPart, ...]
    files: Mapping[str, bytes]
    pieces: Mapping[str, bytes]
    sources: dict[str, str]
    linked: tuple[Linked, ...]
    meant: tuple[str, ...]
    cited: tuple[Cited, ...]

    @property
    def anchors(self) -> dict[str, tuple[str, ...] | None]:
        """Of each page the fragments that others may link to, ``None`` for a file."""
        found: dict[str, tuple[str, ...] | None] = dict.fromkeys(self.files)
        return found | {page.address: tuple(sorted(page.anchors)) for page in self.pages}


def plan_report(catalog: Catalog, report: Report, problems: tuple[Problem, ...], context: ReportContext) -> ReportPlan:
    linked, meant = tuple(links.linked(catalog)), aliases.meant(catalog, context.common.aliases)
    said = tuple(cited.cited(catalog))
    pages, parts = tuple(plan.of_report(catalog, report)), topics.summary(catalog, report)
    shown = card.card(catalog, report, registry.listed(pages), parts)
    renders = context.theme is not None and not errors(problems)
    files, totals = exports.of_report(report), exports.totals(report)
    names, data = exports.names(catalog, report), exports.pieces(catalog, report) if renders else {}
    return ReportPlan(
        summary=ReportSummary(
            key=report.key,
            card=shown,
            totals=totals,
            parts=catalog.parts,
            pieces=(*names, *search.names(large=context.large)),
            about=about(report),
            notices=problems,
            pages=len(pages),
            files=len(pages) + len(files),
        ),
        pages=pages,
        topics=parts,
        files=files,
        pieces=data | (_searched(catalog, report, large=context.large) if renders else {}),
        sources=dict(_sources(catalog, report, pages)),
        linked=linked,
        meant=tuple(sorted(meant)),
        cited=said,
    )


def _searched(catalog: Catalog, report: Report, *, large: bool) -> dict[str, bytes]:
    """What the report gives to the search."""
    return search.pieces(documents.of_report(catalog, report), large=large)


def _sources(catalog: Catalog, report: Report, pages: Iterable[Page]) -> Iterator[tuple[str, str]]:
    """The page or file that shows a content file.

    A report's file is shown whole by its full text; the overview only describes it. The archived source keeps its name.
    """
    names = {file.path: file.name for file in catalog.files}
    yield report.source.name, address.source(report.key, report.meta.source.file)
    for page in pages:
        if page.source and page.kind != "overview":
            yield names[page.source], page.address
