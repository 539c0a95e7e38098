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
from disclosure.model.text import Heading, Paragraph
from disclosure.pages import annotation, commitments, records
from disclosure.pages.annotation import Cover
from disclosure.pages.page import Link, Page, column, iso
from disclosure.pages.share import ShareLink, share
from disclosure.pages.strip import Strip, strip, swatch
from disclosure.pages.text import SentenceView, sentences
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

# What the strip shows, highest bars first
LEGEND = (
    ("commitment", N_("通高：承诺")),
    ("result", N_("较矮：成果和不足")),
    ("exempt", N_("最矮：免列")),
    ("uncovered", N_("通高、最深：没有收录")),
)


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


class CoveredSection(Struct, frozen=True, kw_only=True):
    """A section with its clauses: all, in records, exempted, uncovered; ``complete`` says whether it is declared so."""

    id: str
    title: str
    counts: tuple[int, int, int, int]
    complete: str
    paragraphs: tuple[CoveredParagraph, ...]


class CoverageView(Struct, frozen=True, kw_only=True):
    """``totals`` are a label with all, in records, exempted and uncovered; ``legend`` is kind, label and swatch.

    ``demanded`` says of which sections everything is accounted for.
    """

    share: ShareLink | None
    demanded: str
    totals: tuple[tuple[str, tuple[int, int, int, int]], ...]
    strip: Strip
    legend: tuple[tuple[str, str, str], ...]
    opening: tuple[CoveredParagraph, ...]
    sections: tuple[CoveredSection, ...]
    data: tuple[Link, ...]


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
    whole = _strip(report, shown)
    return CoverageView(
        share=share(report),
        demanded=_demanded(report),
        totals=((_("语句"), _of_clauses(clauses)), (_("数字"), _of_figures(figures))),
        strip=whole,
        legend=tuple((kind, _(label), swatch(kind)) for kind, label in LEGEND if kind in dict(whole.paths)),
        opening=tuple(shown[one.id] for one in report.text.opening),
        sections=tuple(_sections(report, shown)),
        data=(
            Link(_("语句（CSV）"), address.table("coverage-clauses")),
            Link(_("数字（CSV）"), address.table("coverage-figures")),
            Link(_("全部（JSON）"), address.data("coverage")),
        ),
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
    clauses = grouped((report.by_id[each.span.passage].section, each) for each in report.accounts.clauses)
    declared = report.meta.complete
    for heading in report.text.headings:
        paragraphs = tuple(shown[one.id] for one in within.get(heading.id, ()))
        counts = _of_clauses(clauses.get(heading.id, ()))
        complete = _("完整") if heading.id in declared or heading.parent in declared else ""
        yield CoveredSection(
            id=heading.id, title=heading.title, counts=counts, complete=complete, paragraphs=paragraphs
        )


def _strip(report: Report, shown: dict[str, CoveredParagraph]) -> Strip:
    """Headings count with their words and belong to nobody."""
    at, begins, stretches = 0, [], []
    for line in report.text.lines:
        if isinstance(line, Heading):
            begins.append(at)
            at += len(line.title)
            continue
        for piece in (piece for sentence in shown[line.id].sentences for piece in sentence.pieces):
            stretches.append((piece.kind, at, at + len(piece.text)))
            at += len(piece.text)
    return strip(stretches, max(at, 1), begins)
