"""What stands in the printed report, from the pages that the site has of it: ``document``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.model.text import Heading
from disclosure.pages import plan, records, result
from disclosure.pages.chrome import SiteView
from disclosure.pages.coverage import CoverageView, CoveredParagraph, ExemptView
from disclosure.pages.narrative import RubricView
from disclosure.pages.page import Link, Page, chinese_date
from disclosure.pages.picture import Picture
from disclosure.pages.result import ResultView
from disclosure.pages.text import TextView
from disclosure.translation import gettext as _

# The parts, by the ids of their headings
TEXT, COMMITMENTS, RESULTS, EXEMPTIONS, METHOD = ("d-text", "d-commitments", "d-results", "d-exemptions", "d-method")
LEVELS = ("part", "section", "subsection")
Inside = TypeVar("Inside")


class PaperEntry(Struct, frozen=True):
    """A line of the contents: 1 for a part, 2 and 3 for what is in it; ``id`` is that of its heading."""

    level: int
    id: str
    title: str

    @property
    def word(self) -> str:
        return LEVELS[self.level - 1]


class PromisesOfSection(Struct, frozen=True):
    """The promises of a section (of its subsections, where it has none), each with the page that the site has of it."""

    entry: PaperEntry
    pages: tuple[Page, ...]


class ResultsOfSection(Struct, frozen=True):
    """The results of a section."""

    entry: PaperEntry
    results: tuple[ResultView, ...]


class ExemptOfSection(Struct, frozen=True):
    """What is exempted in a section, with the paragraph that it stands in."""

    entry: PaperEntry
    exempt: tuple[tuple[Link, ExemptView], ...]


class MethodText(Struct, frozen=True):
    """How all this was made: the site's page of methods as HTML, and the rubric."""

    html: str
    rubric: RubricView | None


class PaperView(Struct, frozen=True, kw_only=True):
    """The printed report. ``facts`` stand on the cover, with the site's ``address`` of it.

    ``page`` is one whose addresses begin at the site's root, as all here; ``strip`` is None where nothing is accounted
    for.
    """

    title: str
    site: SiteView
    page: Page
    address: str
    facts: tuple[tuple[str, str], ...]
    contents: tuple[PaperEntry, ...]
    text: TextView
    promises: tuple[PromisesOfSection, ...]
    results: tuple[ResultsOfSection, ...]
    strip: Picture | None
    exempt: tuple[ExemptOfSection, ...]
    method: MethodText | None


def document(catalog: Catalog, report: Report, site: SiteView, method: MethodText | None, today: date) -> PaperView:
    """``catalog`` is the report's own; ``method`` is None where the site has no page of methods."""
    pages = tuple(replace(page, base="") for page in plan.of_report(catalog, report))
    whole = next(page for page in pages if page.kind == "text")
    text = whole.view
    promises = tuple(_promises(report, pages))
    results = tuple(_results(report, result.shown(catalog, report)))
    covered = next((page.view for page in pages if page.kind == "coverage"), None)
    exempt = tuple(_exempt(report, covered)) if covered else ()
    return PaperView(
        title=report.meta.title,
        site=site,
        page=whole,
        address=f"{site.address}{address.report(report.key)}" if site.address else "",
        facts=tuple(_facts(report, site, today)),
        contents=tuple(
            _contents(text, [[one.entry for one in groups] for groups in (promises, results, exempt)], method)
        ),
        text=text,
        promises=promises,
        results=results,
        strip=covered.picture if covered and report.register.records else None,
        exempt=exempt,
        method=method,
    )


def _facts(report: Report, site: SiteView, today: date) -> Iterator[tuple[str, str]]:
    meta, register = report.meta, report.register
    yield _("题名"), meta.heading
    yield _("地区"), f"{meta.region}{meta.district}"
    yield _("报告日期"), chinese_date(meta.delivered)
    if meta.session:
        yield _("会议"), meta.session
    counts = _("承诺{n}条，成果和不足{m}项，免列{x}处，注释{k}条")
    yield (
        _("登记"),
        counts.format(
            n=len(register.commitments), m=len(register.results), x=len(register.exemptions), k=len(report.text.notes)
        ),
    )
    yield _("存档原文"), meta.source.file
    yield _("原文摘要（SHA-256）"), report.source.sha256
    yield _("生成日期"), chinese_date(today)
    yield _("网站"), site.title


def _promises(report: Report, pages: Iterable[Page]) -> Iterator[PromisesOfSection]:
    by_id = {page.view.id: page for page in pages if page.kind == "commitment"}
    found = records.by_section(report, report.register.commitments)
    for entry, inside in _under(report, COMMITMENTS, found):
        yield PromisesOfSection(entry, tuple(by_id[one.id] for one in inside))


def _results(report: Report, shown: Mapping[str, ResultView]) -> Iterator[ResultsOfSection]:
    for entry, inside in _under(report, RESULTS, records.by_section(report, report.register.results)):
        yield ResultsOfSection(entry, tuple(shown[one.id] for one in inside))


def _exempt(report: Report, covered: CoverageView) -> Iterator[ExemptOfSection]:
    named = {one.id: _exempted(one.paragraphs) for one in covered.sections}
    if opening := _exempted(covered.opening):
        yield ExemptOfSection(PaperEntry(2, f"{EXEMPTIONS}-p0", _("开头几行")), opening)
    for entry, inside in _under(report, EXEMPTIONS, {id: found for id, found in named.items() if found}):
        yield ExemptOfSection(entry, tuple(inside))


def _exempted(paragraphs: Iterable[CoveredParagraph]) -> tuple[tuple[Link, ExemptView], ...]:
    return tuple((p.passage, one) for p in paragraphs for one in p.exempt)


def _under(
    report: Report, part: str, found: Mapping[str, Sequence[Inside]]
) -> Iterator[tuple[PaperEntry, Sequence[Inside]]]:
    """What stands in each section, with its place in the contents, as deep as in the text: a section of which only
    subsections hold any stands before them, with nothing of its own."""
    above: Heading | None = None
    for heading in report.text.headings:
        if heading.level == 1:
            above = heading
        if heading.id not in found:
            continue
        if above is not None and above is not heading:
            yield _entry(part, above), ()
        above = None
        yield _entry(part, heading), found[heading.id]


def _entry(part: str, heading: Heading) -> PaperEntry:
    return PaperEntry(heading.level + 1, f"{part}-{heading.id}", heading.title)


def _contents(
    text: TextView,
    parts: Iterable[list[PaperEntry]],
    method: MethodText | None,
) -> Iterator[PaperEntry]:
    titles = ((COMMITMENTS, _("承诺")), (RESULTS, _("成果和不足")), (EXEMPTIONS, _("免列")))
    yield PaperEntry(1, TEXT, _("全文"))
    yield from (PaperEntry(one.level + 1, one.id, one.title) for one in text.sections)
    for (id, title), entries in zip(titles, parts, strict=True):
        if entries:
            yield PaperEntry(1, id, title)
            yield from entries
    if method:
        yield PaperEntry(1, METHOD, _("方法说明"))
