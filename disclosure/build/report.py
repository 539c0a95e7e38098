"""One report, from its files to its pages: read, joined, planned, checked, rendered, audited and staged.

It needs no other report, so that reports can be made side by side and one that did not change can be left alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial

from msgspec import Struct, field
from msgspec.structs import replace

from disclosure import audit
from disclosure import parallel as aside
from disclosure.build import readings as understood
from disclosure.build import share
from disclosure.cache.summary import LinkTargets, PreviousFiles, ReportSummary
from disclosure.catalog import address, join
from disclosure.catalog.catalog import Catalog, CommonContent, Report
from disclosure.checks import aliases, ids, links
from disclosure.checks import run as checks
from disclosure.exports import files as exports
from disclosure.memo import kept
from disclosure.output.page import PageContext, PageResult, paint
from disclosure.pages import card, plan, topics
from disclosure.pages import kept as pages_kept
from disclosure.pages.chrome import Frame
from disclosure.pages.page import Page
from disclosure.pages.topics import TopicPart
from disclosure.problem import Problem, errors
from disclosure.publishing import publish
from disclosure.publishing.staging import Staging
from disclosure.search import documents
from disclosure.search import files as search
from disclosure.search.head import about
from disclosure.source import content
from disclosure.source.content import ParseCache, RawContent
from disclosure.source.files import SourceFile
from disclosure.source.prose import Renderings
from disclosure.theme.theme import Theme

# So many records take longer than another process to start
WORTH_IT = 100


class ReportContext(Struct, frozen=True, kw_only=True):
    """What making reports needs besides their files. Without a theme, content is only checked.

    ``spare`` where no other process makes reports at the same time, so that one may help with a report's pages.
    ``rendered`` is Markdown that another process has made HTML of.
    """

    common: CommonContent
    frame: Frame
    theme: Theme | None
    basis: str
    desk: Staging
    earlier: ids.Earlier
    ever: ids.Ever
    large: bool
    spoilt: frozenset[str] = frozenset()
    targets: bool = False
    spare: bool = False
    rendered: Renderings = {}


class ReportResult(Struct, kw_only=True):
    """A report after work. ``made`` is missing where it could not be read, ``after`` empty where nothing was laid.

    ``views`` are its pages in their canonical form, ``pieces`` gives what the rest of the site is made of.
    """

    key: str
    problems: list[Problem]
    understood: list[str] = field(default_factory=list)
    made: ReportSummary | None = None
    reach: LinkTargets | None = None
    topics: tuple[TopicPart, ...] = ()
    after: PreviousFiles = field(default_factory=PreviousFiles)
    known: ParseCache = field(default_factory=ParseCache)
    pieces: share.Make = dict
    views: list[bytes] = field(default_factory=list)
    pages: int = 0
    rendered: int = 0
    staged: int = 0

    def add(self, where: str, canonical: bytes, painted: PageResult) -> None:
        self.views.append(canonical)
        self.after.files[where], self.after.facts[where] = painted.record, painted.facts
        self.rendered += painted.rendered
        self.staged += painted.staged


def make(
    key: str, files: Iterable[SourceFile], work: ReportContext, before: PreviousFiles, known: ParseCache
) -> ReportResult:
    """The report in the folder ``key``; ``before`` and ``known`` are what the last run made of it."""
    known.rendered |= work.rendered
    raw = content.read(files, known)
    joined, unresolved = join.join(raw, work.common)
    result = ReportResult(key=key, problems=[*raw.problems, *unresolved])
    result.known = known.of(raw)
    if errors(raw.problems) or work.spoilt:
        result.problems = [*raw.problems, *certain(raw, work.spoilt, joined, unresolved)]
        return result
    mine = {where: path for where, path in work.ever.items() if where[0] == key}
    result.problems += checks.whole(joined, work.earlier, mine)
    result.understood += understood.lines(joined, targets=work.targets)
    for report in joined.reports:
        # A record that could not be placed has no page yet: nothing can be said of links to it
        if not report.broken:
            _finish(result, joined, report, work, before)
    return result


def repaint(
    made: ReportSummary, reach: LinkTargets, views: list[bytes], work: ReportContext, before: PreviousFiles
) -> ReportResult:
    """The report whose content and surroundings are as they were, in other templates or another frame.

    Its files that are no pages stand, and so does what the rest of the site is made of.
    """
    result = ReportResult(key=made.key, problems=list(made.notices), made=made, pages=made.pages)
    result.after.files = {where: before.files[where] for where, anchors in reach.anchors.items() if anchors is None}
    easel = _easel(work, before)
    with publish.disk():
        for canonical in views:
            page = pages_kept.page(canonical)
            result.add(page.address, canonical, paint(easel, page, canonical))
    result.reach = replace(reach, outside=_outside(result.after.facts, reach.anchors, work.frame.site.address))
    return result


def certain(
    raw: RawContent, spoilt: frozenset[str], joined: Catalog, unresolved: Iterable[Problem]
) -> Iterator[Problem]:
    """What is wrong for certain where not everything could be read.

    Not what may only follow from a file that could not be read: a vocabulary, a report's text, a record. ``spoilt``
    are such files elsewhere.
    """
    unread = spoilt | {one.place.path for one in errors(raw.problems)}
    reports = tuple(path.removesuffix("report.md") for path in unread if path.endswith("/report.md"))
    unsure = {"reference"} | ({"unknown-word"} if any("/vocabulary/" in path for path in unread) else set())
    for one in (*unresolved, *checks.alone(joined)):
        if one.rule not in unsure and not (one.place.path.startswith(reports) and one.place.path.endswith(".yml")):
            yield one


def _finish(result: ReportResult, joined: Catalog, report: Report, work: ReportContext, before: PreviousFiles) -> None:
    pages, files = tuple(plan.of_report(joined, report)), exports.of_report(report)
    if work.theme is not None and not errors(result.problems):
        with publish.disk():
            _lay(result, joined, report, pages, files, work, before)
    names = {file.path: file.name for file in joined.files}
    anchors: dict[str, tuple[str, ...] | None] = dict.fromkeys(files)
    anchors |= {page.address: tuple(sorted(page.anchors)) for page in pages}
    result.topics = topics.summary(joined, report)
    result.made = ReportSummary(
        key=report.key,
        card=card.card(joined, report, pages, result.topics),
        totals=exports.totals(report),
        parts=joined.parts,
        pieces=(*exports.names(joined, report), *search.names(large=work.large)),
        about=about(report),
        notices=tuple(result.problems),
        pages=len(pages),
        files=len(anchors),
    )
    result.reach = LinkTargets(
        anchors=anchors,
        sources=dict(_sources(report, pages, names)),
        outside=_outside(result.after.facts, anchors, joined.site.address or ""),
        linked=tuple(links.linked(joined)),
        meant=tuple(sorted(aliases.meant(joined, work.common.aliases))),
    )


def _lay(
    result: ReportResult,
    joined: Catalog,
    report: Report,
    pages: tuple[Page, ...],
    files: Mapping[str, bytes],
    work: ReportContext,
    before: PreviousFiles,
) -> None:
    easel = _easel(work, before)
    pays = work.spare and aside.is_possible() and len(report.register.records) >= WORTH_IT
    paint_all = share.together if pays else share.alone
    views, result.pieces = paint_all(easel, pages, partial(_pieces, joined, report, work))
    for page, (canonical, painted) in zip(pages, views, strict=True):
        result.add(page.address, canonical, painted)
    for where, data in files.items():
        result.after.files[where], staged = work.desk.put(where, "", data, before.files.get(where))
        result.staged += staged
    result.pages = len(pages)


def _pieces(joined: Catalog, report: Report, work: ReportContext) -> dict[str, bytes]:
    """What the report gives to the data files and to the search."""
    found = search.pieces(documents.of_report(joined, report), large=work.large)
    return {**exports.pieces(joined, report), **found}


def _easel(work: ReportContext, before: PreviousFiles) -> PageContext:
    assert work.theme is not None
    return PageContext(theme=work.theme, frame=work.frame, basis=work.basis, desk=work.desk, before=before)


def _sources(report: Report, pages: Iterable[Page], names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The page or file that shows a content file.

    A report's file is shown whole by its full text; the overview only describes it. The archived source keeps its name.
    """
    yield report.source.name, address.source(report.key, report.meta.source.file)
    for page in pages:
        if page.source and page.kind != "overview":
            yield names[page.source], page.address


def _outside(
    facts: Mapping[str, audit.Facts], addresses: Collection[str], public: str
) -> tuple[tuple[str, str, str], ...]:
    """The links that leave the report with these addresses; those inside it are right, or it is our bug."""
    of = (_leaving, public, "\n".join(addresses), "\n".join(facts), *facts.values())
    return kept(of, lambda: tuple(_leaving(facts, addresses, public)))


def _leaving(
    facts: Mapping[str, audit.Facts], addresses: Collection[str], public: str
) -> Iterator[tuple[str, str, str]]:
    found = audit.targets(facts.items(), public)
    own = {where: frozenset(facts[where].all_ids) if where in facts else None for where in addresses}
    audit.expect(audit.astray({target: page for target, page in found.items() if target[0] in own}, own))
    return ((*target, page) for target, page in sorted(found.items()) if target[0] not in own)
