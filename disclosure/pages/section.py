"""A page for each section of a report that has a record: its commitments and its results, whole, without any filter."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.model.text import Heading
from disclosure.pages import commitments, progress, records, results
from disclosure.pages.commitments import LineGroup
from disclosure.pages.page import Link, Page, column, iso
from disclosure.pages.progress import RateView
from disclosure.pages.results import ResultView
from disclosure.pages.share import share
from disclosure.translation import gettext as _


class RecordsOfSection(Struct, frozen=True, kw_only=True):
    """What a section holds; ``ways`` lead to its text and to the register, ``rates`` are its own."""

    promised: int
    groups: tuple[LineGroup, ...]
    results: tuple[ResultView, ...]
    ways: tuple[Link, ...]
    rates: tuple[RateView, ...]
    share: Link | None
    previous: Link | None
    next: Link | None


def pages(catalog: Catalog, report: Report) -> Iterator[Page]:
    """The pages in the order of the report."""
    promised = records.by_section(report, report.register.commitments)
    reported = records.by_section(report, report.register.results)
    found = results.shown(catalog, report)
    present = [one for one in report.text.headings if one.id in promised or one.id in reported]
    links: list[Link | None] = [None, *(Link(one.title, address.section(report.key, one.id)) for one in present), None]
    for n, heading in enumerate(present):
        view = RecordsOfSection(
            promised=len(promised.get(heading.id, ())),
            groups=commitments.groups(catalog, report, promised.get(heading.id, ())),
            results=tuple(found[one.id] for one in reported.get(heading.id, ())),
            ways=tuple(_ways(report, heading, heading.id in promised)),
            rates=progress.rates_of(report, (one.id for one in promised.get(heading.id, ()))),
            share=share(report),
            previous=links[n],
            next=links[n + 2],
        )
        yield _page(catalog, report, heading, view)


def _ways(report: Report, heading: Heading, has_commitments: bool) -> Iterator[Link]:
    yield Link(_("本节全文"), address.passage(report.key, heading.id))
    if has_commitments:
        yield Link(_("筛选本节承诺"), f"{address.commitments(report.key)}?section={heading.id}")


def _page(catalog: Catalog, report: Report, heading: Heading, view: RecordsOfSection) -> Page:
    description = _("{report}“{title}”：{said}，每条照录原文").format(
        report=report.meta.title, title=heading.title, said=_("、").join(_extent(view))
    )
    return column(
        catalog,
        commitments.overview_crumb(report),
        kind="section",
        address=address.section(report.key, heading.id),
        title=heading.title,
        description=description,
        view=view,
        anchors=frozenset([*(one.id for one in view.results), *commitments.anchors(view.groups)]),
        updated=iso(report.updated),
    )


def _extent(view: RecordsOfSection) -> Iterator[str]:
    if view.promised:
        yield _("{n}条承诺").format(n=view.promised)
    if view.results:
        yield _("{n}项成果和不足").format(n=len(view.results))
