"""Pages for each section of a report that has a record: its commitments and its results, whole, without any filter.

A long section goes on on further pages, so that each opens at once on a slow phone.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from disclosure.catalog import address, section_pages
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Commitment, Result
from disclosure.model.text import Heading, Paragraph
from disclosure.pages import commitment_lines, commitments, digest, paging, progress, records, result
from disclosure.pages.commitment_lines import LineGroup, Under
from disclosure.pages.digest import DigestView
from disclosure.pages.page import Link, Page, column, iso
from disclosure.pages.progress import RateView
from disclosure.pages.result import ResultView
from disclosure.pages.share import ShareLink, share
from disclosure.translation import gettext as _


class RecordsOfSection(Struct, frozen=True, kw_only=True):
    """What a page of a section holds, and how much the section; ``pages`` are the section's, where it has several.

    ``digest`` stands on the first; ``ways`` lead to its text and to the register, ``rates`` are its own. ``overview``
    leads on to any result.
    """

    digest: DigestView | None
    promised: int
    reported: int
    groups: tuple[LineGroup, ...]
    results: tuple[ResultView, ...]
    overview: str
    ways: tuple[Link, ...]
    rates: tuple[RateView, ...]
    share: ShareLink | None
    pages: tuple[Link, ...]
    previous: Link | None
    next: Link | None


class _Section(Struct, frozen=True, kw_only=True):
    """A section with its records, and how many pages they take."""

    heading: Heading
    promised: list[Commitment]
    reported: list[Result]

    @property
    def pages(self) -> int:
        return paging.count(len(self.promised) + len(self.reported), section_pages.SIZE)


def pages(catalog: Catalog, report: Report) -> Iterator[Page]:
    """In the order of the report."""
    present = tuple(_sections(report))
    links = [_link(report, one.heading, n) for one in present for n in range(1, one.pages + 1)]
    around = paging.around(links)
    return (page for one in present for page in _pages(catalog, report, one, around))


def _sections(report: Report) -> Iterator[_Section]:
    promised = records.by_section(report, report.register.commitments)
    reported = records.by_section(report, report.register.results)
    for heading in report.text.headings:
        if heading.id in report.recorded:
            yield _Section(
                heading=heading, promised=promised.get(heading.id, []), reported=reported.get(heading.id, [])
            )


def _link(report: Report, heading: Heading, number: int) -> Link:
    return Link(paging.title(heading.title, number), address.section(report.key, heading.id, number))


def _pages(
    catalog: Catalog, report: Report, one: _Section, around: Iterator[tuple[Link | None, Link | None]]
) -> Iterator[Page]:
    found, where = result.shown(catalog, report), partial(address.section, report.key, one.heading.id)
    groups = commitment_lines.groups(catalog, report, one.promised, _heads(report, one))
    rates = progress.rates_of(report, (each.id for each in one.promised))
    for number in range(1, one.pages + 1):
        start, end = (number - 1) * section_pages.SIZE, number * section_pages.SIZE
        before = len(one.promised)
        previous, following = next(around)
        view = RecordsOfSection(
            digest=digest.digests(report).get(one.heading.id) if number == 1 else None,
            promised=before,
            reported=len(one.reported),
            groups=tuple(commitment_lines.between(groups, start, end)),
            results=tuple(found[each.id] for each in paging.within(one.reported, start, end, before)),
            overview=address.results(report.key) if one.reported else "",
            ways=tuple(_ways(report, one)),
            rates=rates if number == 1 else (),
            share=share(report),
            pages=tuple(paging.numbered(where, one.pages, number)),
            previous=previous,
            next=following,
        )
        yield _page(catalog, report, one.heading, number, view)


def _heads(report: Report, section: _Section) -> Under:
    """A promise stands under the run-in head of its paragraph; where no paragraph has one, nothing stands apart."""
    if not any(report.by_id[one.span.passage].head for one in section.promised):
        return lambda _one: None
    return lambda one: _head(report, report.by_id[one.span.passage])


def _head(report: Report, paragraph: Paragraph) -> Link:
    label = paragraph.text[: paragraph.head] or _("{id} 段").format(id=paragraph.id)
    return Link(label, address.passage(report.key, paragraph.id))


def _ways(report: Report, one: _Section) -> Iterator[Link]:
    yield Link(_("本节全文"), address.passage(report.key, one.heading.id))
    if one.promised:
        yield Link(_("筛选本节承诺"), f"{address.commitments(report.key)}?section={one.heading.id}")
    if one.reported:
        yield Link(_("全部成果和不足"), f"{address.results(report.key)}#{one.heading.id}")


def _page(catalog: Catalog, report: Report, heading: Heading, number: int, view: RecordsOfSection) -> Page:
    title = paging.title(heading.title, number)
    description = _("{report}“{title}”：{said}，每条照录原文").format(
        report=report.meta.title, title=heading.title, said=_("、").join(_extent(view))
    )
    return column(
        catalog,
        commitments.overview_crumb(report),
        kind=paging.kind("section", number),
        address=address.section(report.key, heading.id, number),
        title=title,
        description=paging.title(description, number),
        view=view,
        anchors=frozenset(
            [*(one.id for one in view.results), *commitment_lines.anchors(view.groups), *digest.anchors(view.digest)]
        ),
        aliases=tuple(address.result(report.key, one.id) for one in view.results),
        updated=iso(report.updated),
    )


def _extent(view: RecordsOfSection) -> Iterator[str]:
    if view.promised:
        yield _("{n}条承诺").format(n=view.promised)
    if view.reported:
        yield _("{n}项成果和不足").format(n=view.reported)
