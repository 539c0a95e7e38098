"""What the home page shows of a report: what it is, its promises in figures, the headline targets, what is missing."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.outcome import is_checkable
from disclosure.model.report import ReportMeta
from disclosure.pages import chain, gaps, headline, over
from disclosure.pages.chain import ChainView
from disclosure.pages.page import Link, chinese_date
from disclosure.pages.picture import Picture
from disclosure.pages.share import ShareLink, share
from disclosure.pages.silence import SILENT
from disclosure.translation import gettext as _

# How many missing documents are named
MISSING = 3


class LeadFigure(Struct, frozen=True):
    """A number and what it counts; ``address`` leads to what is counted, or is empty."""

    number: int
    label: str
    address: str = ""


class ReportCard(Struct, frozen=True, kw_only=True):
    """A report on the home page. ``over`` says that its year is over, or nothing; ``targets`` are its main targets to
    be looked at, ``headline`` their table.

    ``figures`` count its promises, or of a report without any its text; ``counts`` say how long the text is.
    """

    title: str
    year: int
    over: str
    spoken: str
    overview: Link
    text: Link
    records: tuple[Link, ...]
    share: ShareLink | None
    figures: tuple[LeadFigure, ...]
    counts: tuple[tuple[str, str], ...]
    parts: tuple[tuple[Link, tuple[Link, ...]], ...]
    targets: Picture | None
    headline: ChainView | None
    missing: tuple[Link, ...]
    gaps: Link | None


def card(catalog: Catalog, report: Report) -> ReportCard:
    meta = report.meta
    missing = tuple(_missing(report))
    return ReportCard(
        title=meta.title,
        year=meta.year,
        over=over.said(meta.year, catalog.today),
        spoken=_spoken(meta),
        overview=Link(_("报告概览"), address.report(report.key)),
        text=Link(_("阅读全文"), address.text(report.key)),
        records=tuple(_records(report)),
        share=share(report),
        figures=_figures(report),
        counts=_counts(report),
        parts=_parts(report),
        targets=headline.view(catalog, report),
        headline=chain.headline(catalog, report),
        missing=missing[:MISSING],
        gaps=Link(_("全部{n}份，附写好的信").format(n=len(missing)), address.gaps(report.key)) if missing else None,
    )


def _spoken(meta: ReportMeta) -> str:
    """When the report was delivered; by whom and where, as far as that is known."""
    day, title, name = chinese_date(meta.delivered), meta.speaker_title, meta.speaker
    if not (title or name or meta.session):
        return _("{date}作出").format(date=day)
    said = _("{date}，{title}{name}在{session}上所作") if meta.session else _("{date}，{title}{name}所作")
    return said.format(date=day, title=title, name=name, session=meta.session)


def _figures(report: Report) -> tuple[LeadFigure, ...]:
    """How much was promised, how much of it can be checked at all, and of how much anything is known."""
    commitments = report.register.commitments
    if not commitments:
        return ()
    checkable = sum(is_checkable(one) for one in commitments)
    known = sum(one.id not in SILENT for one in report.outcomes.values())
    return (
        LeadFigure(len(commitments), _("条承诺"), address.commitments(report.key)),
        LeadFigure(checkable, _("条能核对")),
        LeadFigure(len(commitments) - checkable, _("条是方向")),
        LeadFigure(known, _("条有公开信息"), address.progress(report.key)),
    )


def _counts(report: Report) -> tuple[tuple[str, str], ...]:
    text = report.text
    return (
        (str(sum(h.level == 2 for h in text.headings)), _("个小节")),
        (str(len(text.paragraphs)), _("段正文")),
        (str(sum(len(p.sentences) for p in text.paragraphs)), _("个句子")),
        (str(len(text.notes)), _("条注释")),
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


def _missing(report: Report) -> Iterator[Link]:
    """The documents that are not public, those first that would settle most."""
    for one in gaps.in_order(report):
        waited = gaps.missing(report)[one.id]
        if waited:
            there = gaps.link(report, one)
            yield Link(there.label, there.address, note=_("可能说明{n}条").format(n=len(waited)))
