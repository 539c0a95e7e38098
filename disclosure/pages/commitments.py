"""The register: a few promises of each group, and the ways to all: an index to filter by, a page for each section."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalog import address, data_folder
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Commitment
from disclosure.model import vocabulary
from disclosure.pages import by_district, commitment_lines, facets, outcomes, records, register_index, topics
from disclosure.pages.commitment_lines import KNOWN, LineGroup
from disclosure.pages.facets import Facet
from disclosure.pages.outcomes import OutcomesView
from disclosure.pages.page import Link, Page, column, iso
from disclosure.pages.share import ShareLink, share
from disclosure.translation import gettext as _

# Lines of a group that are shown before anything is chosen: of those with news, and of those without
SHOWN_KNOWN, SHOWN_SILENT = 20, 5
# So many promises have their numbers on the page, where older links lead to them; beyond, a script finds them
NUMBERED = 400


class SectionLink(Struct, frozen=True):
    """The way to a section's page; ``id`` is the section's."""

    id: str
    link: Link


class CommitmentsView(Struct, frozen=True, kw_only=True):
    """``counts`` are label and number: all, then by kind, then how many name a number to reach.

    ``numbers`` lead to single promises, by their ids. ``index`` is what the script finds them by; in ``record`` and
    ``passage``, where it leads, ``{id}`` stands for one.
    """

    report: str
    groups: tuple[LineGroup, ...]
    sections: tuple[SectionLink, ...]
    numbers: tuple[Link, ...]
    facets: tuple[Facet, ...]
    counts: tuple[tuple[str, int], ...]
    outcomes: OutcomesView
    share: ShareLink | None
    topics: tuple[Link, ...]
    superseded: tuple[Link, ...]
    ways: tuple[Link, ...]
    index: str
    record: str
    passage: str
    json: str
    csv: str


def page(catalog: Catalog, report: Report) -> Page:
    view, number = _view(catalog, report), len(report.register.commitments)
    return column(
        catalog,
        overview_crumb(report),
        kind="commitments",
        address=address.commitments(report.key),
        title=_("{year}年承诺").format(year=report.meta.year),
        description=_("{title}里的{n}条承诺").format(title=report.meta.title, n=number),
        view=view,
        anchors=frozenset(_ids(view)),
        updated=iso(report.updated),
    )


def overview_crumb(report: Report) -> Link:
    return Link(report.meta.title, address.report(report.key))


def _view(catalog: Catalog, report: Report) -> CommitmentsView:
    offered, groups = facets.facets(catalog, report), tuple(_groups(catalog, report))
    return CommitmentsView(
        report=report.key,
        groups=groups,
        sections=tuple(_sections(report)),
        numbers=tuple(_numbers(report, groups)),
        facets=offered,
        counts=tuple(_counts(catalog, report)),
        outcomes=outcomes.view(catalog, report),
        share=share(report),
        topics=tuple(_topics(report, offered)),
        superseded=tuple(_superseded_link(report, old, new) for old, new in report.register.superseded),
        ways=tuple(_ways(report)),
        index=address.page_data(register_index.INDEX, report.key),
        record=address.commitment(report.key, "{id}"),
        passage=address.passage(report.key, "{id}"),
        json=data_folder.of_report(report).json("commitments"),
        csv=data_folder.of_report(report).csv("commitments"),
    )


def _groups(catalog: Catalog, report: Report) -> Iterator[LineGroup]:
    """The first lines of each group by section, and the way to all of it."""

    def under(one: Commitment) -> Link:
        return Link(report.sections[one.section].title, address.section(report.key, one.section))

    found = commitment_lines.groups(catalog, report, report.register.commitments, under)
    for group in found:
        number = SHOWN_KNOWN if group.id == KNOWN else SHOWN_SILENT
        where = f"{address.commitments(report.key)}?{_chosen(found, group)}"
        way = Link(_("全部 {n} 条").format(n=group.number), where) if group.number > number else None
        yield from (replace(shown, rest=way) for shown in commitment_lines.between([group], 0, number))


def _chosen(found: tuple[LineGroup, ...], group: LineGroup) -> str:
    """The choice that shows a group; what all have in common is none."""
    if len(found) == 1:
        return "sort=deadline"
    return f"outcome={group.silence.outcome.id}" if group.silence else "known=yes"


def _sections(report: Report) -> Iterator[SectionLink]:
    for id, inside in records.by_section(report, report.register.commitments).items():
        link = Link(report.sections[id].title, address.section(report.key, id), note=str(len(inside)))
        yield SectionLink(id, link)


def _numbers(report: Report, groups: tuple[LineGroup, ...]) -> Iterator[Link]:
    """Those of which no line is shown."""
    commitments, shown = report.register.commitments, frozenset(commitment_lines.anchors(groups))
    if len(commitments) <= NUMBERED:
        yield from (Link(one.id, address.commitment(report.key, one.id)) for one in commitments if one.id not in shown)


def _ids(view: CommitmentsView) -> Iterator[str]:
    yield from (group.id for group in view.groups)
    yield from (section.id for section in view.sections)
    yield from (link.label for link in view.numbers)


def _ways(report: Report) -> Iterator[Link]:
    yield Link(_("任务分解表"), address.tasks(report.key))
    yield Link(_("责任单位"), by_district.led(address.DEPARTMENTS, report.district))
    if any(became.adjustments for became in report.follow.values()):
        yield Link(_("目标和时限的调整"), address.adjustments(report.key))
    if records.candidates(report):
        yield Link(_("民生实事候选"), address.projects(report.key))
    if report.register.results:
        yield Link(_("上年成果"), address.results(report.key))
    if report.accounts.clauses:
        yield Link(_("逐句对照"), address.coverage(report.key))


def _superseded_link(report: Report, old: str, new: str) -> Link:
    return Link(_("{old} 已由 {new} 承接").format(old=old, new=new), address.commitment(report.key, new))


def _topics(report: Report, offered: tuple[Facet, ...]) -> Iterator[Link]:
    """The topics' own pages, each with how many of this report's commitments it holds."""
    for option in (each for facet in offered if facet.id == "topic" for each in facet.options):
        yield Link(option.label, topics.shown_at(option.id, report.district), note=str(option.count))


def _counts(catalog: Catalog, report: Report) -> Iterator[tuple[str, int]]:
    commitments = report.register.commitments
    yield _("全部"), len(commitments)
    for label in catalog.words.labels(vocabulary.KINDS):
        yield label, sum(one.kind.label == label for one in commitments)
    number = catalog.words.id(vocabulary.SPECIFICITY, "number")
    yield _("写明数量的"), sum(number in one.specificity for one in commitments)
