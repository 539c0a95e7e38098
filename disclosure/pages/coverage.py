"""Nothing is left out, to be checked by anybody: the whole report with what accounts for each of its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Exemption
from disclosure.coverage import ClauseAccount, FigureAccount
from disclosure.grouping import grouped
from disclosure.model import vocabulary
from disclosure.model.text import Paragraph
from disclosure.pages import annotation, commitments, coverage_picture, records
from disclosure.pages.annotation import Cover
from disclosure.pages.page import Link, Page, column, iso
from disclosure.pages.picture import Picture
from disclosure.pages.share import ShareLink, share
from disclosure.pages.text import SentenceView, sentences
from disclosure.translation import gettext as _


class ExemptView(Struct, frozen=True, kw_only=True):
    """Why some words are no record; ``see`` are the records that realise a lead-in."""

    id: str
    quote: str
    reason: str
    about: str
    note: str
    see: tuple[Link, ...]


class CoveredParagraph(Struct, frozen=True):
    """A paragraph in pieces, without its notes' marks, and its exemptions."""

    id: str
    passage: Link
    sentences: tuple[SentenceView, ...]
    exempt: tuple[ExemptView, ...]


class CoveredSection(Struct, frozen=True):
    """A heading with its paragraphs."""

    id: str
    title: str
    paragraphs: tuple[CoveredParagraph, ...]


class SectionCounts(Struct, frozen=True, kw_only=True):
    """The clauses of a section: all, then by kind, as the picture has them; ``complete`` says whether it is declared
    so."""

    link: Link
    complete: str
    counts: tuple[int, ...]


class CoverageView(Struct, frozen=True, kw_only=True):
    """``totals`` are a label with all, in records, exempted and uncovered; ``demanded`` says of which sections
    everything is accounted for."""

    share: ShareLink | None
    demanded: str
    totals: tuple[tuple[str, tuple[int, int, int, int]], ...]
    picture: Picture | None
    kinds: tuple[str, ...]
    counted: tuple[SectionCounts, ...]
    opening: tuple[CoveredParagraph, ...]
    sections: tuple[CoveredSection, ...]


def page(catalog: Catalog, report: Report) -> Page:
    accounts = report.accounts
    description = _("{title}的{n}个语句、{m}个数字，每一个由哪条记录收录，或为什么免列").format(
        title=report.meta.title, n=len(accounts.clauses), m=len(accounts.figures)
    )
    view = _view(catalog, report)
    return column(
        catalog,
        commitments.overview_crumb(report),
        kind="coverage",
        address=address.coverage(report.key),
        title=_("逐句对照"),
        description=description,
        view=view,
        anchors=frozenset(_anchors(view)),
        updated=iso(report.updated),
    )


def _anchors(view: CoverageView) -> Iterator[str]:
    for one in (*view.opening, *(p for section in view.sections for p in section.paragraphs)):
        yield one.id
        yield from (each.id for each in one.exempt)
    yield from (section.id for section in view.sections)


def _view(catalog: Catalog, report: Report) -> CoverageView:
    exempt, missing = _exempt(catalog, report), _missing(report)
    shown = {one.id: _paragraph(report, one, exempt.get(one.id, []), missing) for one in report.text.passages}
    figures, clauses = report.accounts.figures, report.accounts.clauses
    return CoverageView(
        share=share(report),
        demanded=_demanded(report),
        totals=((_("语句"), _of_clauses(clauses)), (_("数字"), _of_figures(figures))),
        picture=coverage_picture.by_section(catalog, report),
        kinds=tuple(_(label) for _id, label in coverage_picture.KINDS),
        counted=tuple(_counted(report)),
        opening=tuple(shown[one.id] for one in report.text.opening),
        sections=tuple(_sections(report, shown)),
    )


def _demanded(report: Report) -> str:
    """What the build refuses, in words: nothing of a section that is not declared complete."""
    if len(report.complete) == len(report.text.passages):
        return _("只要有一处没有收录也没有写明免列的理由，网站就不会发布。")
    if report.complete:
        return _("标明“完整”的小节里，只要有一处没有收录也没有写明免列的理由，网站就不会发布；其余小节还在登记。")
    return _("还没有一个小节登记完整。")


def _of_figures(figures: Iterable[FigureAccount]) -> tuple[int, int, int, int]:
    """All, in records, exempted, uncovered."""
    kinds = [one.kind for one in figures]
    recorded = kinds.count("result") + kinds.count("commitment")
    return (len(kinds), recorded, kinds.count("incidental"), kinds.count("uncovered"))


def _of_clauses(clauses: Iterable[ClauseAccount]) -> tuple[int, int, int, int]:
    """All, in records, exempted, uncovered; as the published totals count them."""
    every = tuple(clauses)
    whole = [one for one in every if not one.missing]
    recorded = sum(bool(one.records) for one in whole)
    return (len(every), recorded, len(whole) - recorded, len(every) - len(whole))


Exempt = tuple[Cover, ExemptView]


def _exempt(catalog: Catalog, report: Report) -> dict[str, list[Exempt]]:
    """The exemptions of each paragraph, numbered through the report."""
    found: dict[str, list[Exempt]] = {}
    for n, one in enumerate(report.register.exemptions, 1):
        id = f"d-x{n:03}"
        link = Link(one.reason.label, f"{address.coverage(report.key)}#{id}")
        cover = Cover(one.span.start, one.span.end, "exempt", link)
        found.setdefault(one.span.passage, []).append((cover, _reason(catalog, report, one, id)))
    return found


def _reason(catalog: Catalog, report: Report, one: Exemption, id: str) -> ExemptView:
    word = catalog.words.word(vocabulary.REASONS, one.reason.id)
    about = word.description if word else ""
    return ExemptView(
        id=id, quote=one.quote, reason=one.reason.label, about=about, note=one.note, see=records.links(report, one.see)
    )


def _missing(report: Report) -> dict[str, list[Cover]]:
    """What nothing accounts for: none in a section that is complete, where the build stops at the first."""
    nowhere = Link(_("没有收录"), "")
    spans = [one.span for one in report.accounts.clauses if one.missing]
    spans += [one.span for one in report.accounts.figures if one.kind == "uncovered"]
    return grouped((span.passage, Cover(span.start, span.end, "uncovered", nowhere)) for span in spans)


def _paragraph(
    report: Report, one: Paragraph, exempt: list[Exempt], missing: dict[str, list[Cover]]
) -> CoveredParagraph:
    covers = (*(cover for cover, _view in exempt), *annotation.records(report, one), *missing.get(one.id, ()))
    views = tuple(view for _cover, view in exempt)
    shown = sentences(replace(one, marks=()), *covers)
    return CoveredParagraph(one.id, records.passage(report, one.id), shown, views)


def _sections(report: Report, shown: dict[str, CoveredParagraph]) -> Iterator[CoveredSection]:
    within = records.by_section(report, report.text.paragraphs)
    for heading in report.text.headings:
        yield CoveredSection(heading.id, heading.title, tuple(shown[one.id] for one in within.get(heading.id, ())))


def _counted(report: Report) -> Iterator[SectionCounts]:
    """The picture's table, with the way to each section."""
    parents = {one.id: one.parent for one in report.text.headings}
    declared = set(report.meta.complete)
    for one in coverage_picture.sections(report):
        is_complete = one.id in declared or parents.get(one.id) in declared
        to = one.id or report.text.opening[0].id
        yield SectionCounts(
            link=Link(one.title, f"#{to}"),
            complete=_("（登记完整）") if is_complete else "",
            counts=(one.clauses, *(one.kinds[id] for id, _label in coverage_picture.KINDS)),
        )
