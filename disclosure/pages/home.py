"""The home page: what the site is, the reports it holds, and the ways in."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.pages.page import Link, Page, chinese_date, column_meta, iso, minute
from disclosure.pages.progress import SummaryView
from disclosure.pages.share import share
from disclosure.translation import gettext as _


class ReportCard(Struct, frozen=True, kw_only=True):
    """A report on the home page: what it is, how much it holds, and its sections."""

    title: str
    spoken: str
    overview: Link
    text: Link
    records: tuple[Link, ...]
    share: Link | None
    counts: tuple[tuple[str, str], ...]
    parts: tuple[tuple[Link, tuple[Link, ...]], ...]


class HomeView(Struct, frozen=True, kw_only=True):
    """``topics`` lead to their pages, each with how many commitments it holds; ``questions`` to their answers."""

    reports: tuple[ReportCard, ...]
    topics: tuple[Link, ...]
    progress: tuple[SummaryView, ...]
    questions: tuple[Link, ...]


def page(
    catalog: Catalog,
    reports: tuple[ReportCard, ...],
    *,
    topics: tuple[Link, ...],
    progress: tuple[SummaryView, ...],
    questions: tuple[Link, ...],
) -> Page:
    one = catalog.narrative("index.md")
    title = one.meta.title if one else catalog.site.title
    description = one.meta.description if one else catalog.site.tagline
    return Page(
        kind="home",
        address=address.HOME,
        title=title,
        description=description,
        view=HomeView(reports=reports, topics=topics, progress=progress, questions=questions),
        meta=column_meta(title, description, catalog.site.keywords, "首页"),
        anchors=frozenset(one.rendered.ids) if one else frozenset(),
        published=minute(one.meta.published) if one else "",
        updated=iso(one.updated) if one else "",
        source=one.path if one else "",
    )


def card(report: Report) -> ReportCard:
    meta, text = report.meta, report.text
    spoken = _("{date}，{title}{name}在{session}上所作").format(
        date=chinese_date(meta.delivered), title=meta.speaker_title, name=meta.speaker, session=meta.session
    )
    counts = (
        (str(sum(h.level == 2 for h in text.headings)), _("个小节")),
        (str(len(text.paragraphs)), _("段正文")),
        (str(sum(len(p.sentences) for p in text.paragraphs)), _("个句子")),
        (str(len(text.notes)), _("条注释")),
    )
    return ReportCard(
        title=meta.title,
        spoken=spoken,
        overview=Link(_("报告概览"), address.report(report.key)),
        text=Link(_("阅读全文"), address.text(report.key)),
        records=tuple(_records(report)),
        share=share(report),
        counts=counts,
        parts=_parts(report),
    )


def _records(report: Report) -> Iterator[Link]:
    """The ways to the register, each with how much it holds."""
    register, year = report.register, report.meta.year
    if register.commitments:
        label = _("{year}年承诺 {n} 条").format(year=year, n=len(register.commitments))
        yield Link(label, address.commitments(report.key))
    if register.results:
        label = _("{year}年成果和不足 {n} 条").format(year=year - 1, n=len(register.results))
        yield Link(label, address.results(report.key))


def _parts(report: Report) -> tuple[tuple[Link, tuple[Link, ...]], ...]:
    def link(id: str, title: str) -> Link:
        return Link(title, address.passage(report.key, id))

    headings = report.text.headings
    return tuple(
        (link(part.id, part.title), tuple(link(one.id, one.title) for one in headings if one.parent == part.id))
        for part in headings
        if part.level == 1
    )
