"""The register: all commitments of a report, section by section, with what they can be filtered and sorted by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Commitment
from disclosure.catalog.outcome import Outcome
from disclosure.model import vocabulary
from disclosure.model.vocabulary import Term
from disclosure.pages import facets, outcomes, records, silence, status
from disclosure.pages.facets import Facet
from disclosure.pages.once import once_in
from disclosure.pages.outcomes import OutcomesView
from disclosure.pages.page import Link, Page, column, iso
from disclosure.pages.share import share
from disclosure.pages.silence import Silence
from disclosure.pages.status import StatusView
from disclosure.translation import gettext as _


class CommitmentLine(Struct, frozen=True, kw_only=True):
    """A commitment in a list. ``quote`` is empty where the title says the same, ``tokens`` are its facets' values.

    ``written`` are the targets as measure and figure. Of a ``silent`` one nothing is known: its group says so, once.
    """

    id: str
    link: Link
    quote: str
    kind: str
    strength: Term
    written: tuple[tuple[str, str], ...]
    passage: Link
    deadline: str
    tokens: str
    outcome: Outcome
    silent: bool
    statuses: tuple[StatusView, ...]


class SectionPart(Struct, frozen=True):
    """The lines of a section, where a list has several; ``section`` leads to its own page.

    ``id`` is the section's, where it comes for the first time.
    """

    id: str
    section: Link | None
    lines: tuple[CommitmentLine, ...]


class LineGroup(Struct, frozen=True, kw_only=True):
    """Lines with one thing in common: of all nothing is known, or (``silence`` is none) of all something is.

    ``title`` is empty where there is only one group, and its lines say all.
    """

    id: str
    silence: Silence | None
    title: str
    parts: tuple[SectionPart, ...]


class CommitmentsView(Struct, frozen=True, kw_only=True):
    """``counts`` are label and number: all, then by kind, then how many name a number to reach."""

    report: str
    groups: tuple[LineGroup, ...]
    sections: tuple[Link, ...]
    facets: tuple[Facet, ...]
    counts: tuple[tuple[str, int], ...]
    outcomes: OutcomesView
    share: Link | None
    topics: tuple[Link, ...]
    superseded: tuple[Link, ...]
    ways: tuple[Link, ...]
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
        description=_("{title}里的{n}条承诺，每条照录原文").format(title=report.meta.title, n=number),
        view=view,
        anchors=frozenset(_ids(view.groups)),
        updated=iso(report.updated),
    )


def overview_crumb(report: Report) -> Link:
    return Link(report.meta.title, address.report(report.key))


def _view(catalog: Catalog, report: Report) -> CommitmentsView:
    offered = facets.facets(catalog, report)
    return CommitmentsView(
        report=report.key,
        groups=tuple(_in_sections(report, groups(catalog, report, report.register.commitments))),
        sections=tuple(_sections(report)),
        facets=offered,
        counts=tuple(_counts(catalog, report)),
        outcomes=outcomes.view(catalog, report),
        share=share(report),
        topics=tuple(_topics(offered)),
        superseded=tuple(_superseded_link(report, old, new) for old, new in report.register.superseded),
        ways=tuple(_ways(report)),
        json=address.data("commitments"),
        csv=address.table("commitments"),
    )


def _ways(report: Report) -> Iterator[Link]:
    yield Link(_("任务分解表"), address.tasks(report.key))
    yield Link(_("责任单位"), address.DEPARTMENTS)
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


# The anchor of what something is known of; others are called by their word
KNOWN = "known"


def groups(catalog: Catalog, report: Report, all: Iterable[Commitment]) -> tuple[LineGroup, ...]:
    """The lines of some of a report's commitments: those with news first, then each kind of silence, said once."""
    known, silent = silence.split(catalog, report, all)
    title = _("有公开信息或官方结论的 {n} 条").format(n=len(known)) if silent else ""
    found = [LineGroup(id=KNOWN, silence=None, title=title, parts=_parts(catalog, report, known))] if known else []
    for n, (one, inside) in enumerate(silent):
        # One word may stand with several notes
        again = any(each.outcome.id == one.outcome.id for each, _inside in silent[:n])
        id = f"{one.outcome.id}-{n}" if again else one.outcome.id
        found.append(LineGroup(id=id, silence=one, title="", parts=_parts(catalog, report, inside)))
    return tuple(found)


def anchors(found: Iterable[LineGroup]) -> Iterator[str]:
    """The ids of all lines."""
    return (line.id for group in found for part in group.parts for line in part.lines)


def _parts(catalog: Catalog, report: Report, all: tuple[Commitment, ...]) -> tuple[SectionPart, ...]:
    shown = lines(catalog, report)
    return (SectionPart("", None, tuple(shown[one.id] for one in all)),)


def _in_sections(report: Report, found: tuple[LineGroup, ...]) -> Iterator[LineGroup]:
    """The same groups with their lines by section: the register is long."""
    seen: set[str] = set()
    for group in found:
        parts = []
        inside = {line.id: line for part in group.parts for line in part.lines}
        of_group = (one for one in report.register.commitments if one.id in inside)
        for id, promised in records.by_section(report, of_group).items():
            section = _section(report, id, len(promised))
            parts.append(SectionPart("" if id in seen else id, section, tuple(inside[one.id] for one in promised)))
            seen.add(id)
        yield replace(group, parts=tuple(parts))


def _ids(found: Iterable[LineGroup]) -> Iterator[str]:
    for group in found:
        yield group.id
        yield from (part.id for part in group.parts if part.id)


def _sections(report: Report) -> Iterator[Link]:
    for id, inside in records.by_section(report, report.register.commitments).items():
        yield _section(report, id, len(inside))


def _section(report: Report, id: str, count: int) -> Link:
    return Link(report.sections[id].title, address.section(report.key, id), note=str(count))


@once_in
def lines(catalog: Catalog, report: Report) -> dict[str, CommitmentLine]:
    """Each commitment's line, by its id: it stands in the register, in its section and in its topics."""
    return {one.id: _line(catalog, report, one) for one in report.register.commitments}


def _line(catalog: Catalog, report: Report, one: Commitment) -> CommitmentLine:
    silent = silence.is_silent(report, one.id)
    return CommitmentLine(
        id=one.id,
        link=records.linked(report)[one.id],
        quote="" if one.quote == one.title else one.quote,
        kind=one.kind.label,
        strength=one.strength.term,
        written=tuple((target.measure, target.written) for target in one.targets),
        passage=records.quotes(report)[one.id].link,
        deadline=one.deadline.isoformat(),
        tokens=facets.tokens(catalog, report, one),
        outcome=report.outcomes[one.id],
        silent=silent,
        statuses=() if silent else status.telling(report.follow[one.id]),
    )


def _topics(offered: tuple[Facet, ...]) -> Iterator[Link]:
    """The topics' own pages, each with how many of this report's commitments it holds."""
    for option in (each for facet in offered if facet.id == "topic" for each in facet.options):
        yield Link(option.label, address.topic(option.id), note=str(option.count))


def _counts(catalog: Catalog, report: Report) -> Iterator[tuple[str, int]]:
    commitments = report.register.commitments
    yield _("全部"), len(commitments)
    for label in catalog.words.labels(vocabulary.KINDS):
        yield label, sum(one.kind.label == label for one in commitments)
    number = catalog.words.id(vocabulary.SPECIFICITY, "number")
    yield _("写明数量的"), sum(number in one.specificity for one in commitments)
