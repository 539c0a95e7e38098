"""What each report has of the departments that answer for its promises, before any page shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Commitment
from disclosure.catalog.outcome import worded
from disclosure.grouping import grouped
from disclosure.model import vocabulary
from disclosure.pages import (
    commitment_lines,
    over,
    progress,
    records,
    responsible,
    update_lines,
)
from disclosure.pages.commitment_lines import CommitmentLine
from disclosure.pages.once import once
from disclosure.pages.outcomes import OutcomeCount
from disclosure.pages.page import Link, iso
from disclosure.pages.progress import RateView
from disclosure.pages.share import ShareLink, share
from disclosure.pages.update_lines import UpdateLine
from disclosure.translation import gettext as _

# How many of the newest updates a department's page names, of each report
NEWEST = 10


class DepartmentCount(Struct, frozen=True):
    """How many promises of a report a department leads, and supports; by outcome those that it leads."""

    department: str
    lead: int
    supporting: int
    outcomes: tuple[tuple[str, int], ...]


class Responsible(Struct, frozen=True, kw_only=True):
    """What the departments' pages know of a report before it is asked for its records; ``assigned``: whether any
    document says who answers."""

    key: str
    title: str
    sentence: str
    tasks: Link | None
    assigned: bool
    counts: tuple[DepartmentCount, ...]


class PlannedView(Struct, frozen=True):
    """A day by which a department means to be done, and with what."""

    day: str
    link: Link


class DepartmentPart(Struct, frozen=True, kw_only=True):
    """What one report holds of a department: what it leads, what it supports, what it answered for before; ``counted``
    and ``reassigned`` say how much."""

    department: str
    report: str
    title: str
    counted: DepartmentCount
    reassigned: int
    outcomes: tuple[OutcomeCount, ...]
    lead: tuple[CommitmentLine, ...]
    supporting: tuple[CommitmentLine, ...]
    former: tuple[Link, ...]
    planned: tuple[PlannedView, ...]
    updates: tuple[UpdateLine, ...]
    rates: tuple[RateView, ...]
    register: Link
    share: ShareLink | None


# The parts of a report, by its key
DepartmentPartsOf = Callable[[str], tuple[DepartmentPart, ...]]


def summary(catalog: Catalog, report: Report) -> tuple[DepartmentPart, ...]:
    """What the departments' pages need of a report, in the order of the vocabulary."""
    leading, supporting, former = _by_department(report)
    order = catalog.words.order(vocabulary.DEPARTMENTS)
    ids = leading.keys() | supporting.keys() | former.keys()
    return tuple(
        _part(catalog, report, id, leading.get(id, []), supporting.get(id, []), former.get(id, []))
        for id in sorted(ids, key=lambda one: order.get(one, len(order)))
    )


Found = dict[str, list[Commitment]]


@once
def _by_department(report: Report) -> tuple[Found, Found, Found]:
    """By id: what each department leads, what it supports, what it answered for before and no longer does."""
    leading, supporting, former = [], [], []
    for one in report.register.commitments:
        held = report.responsibility[one.id]
        leading += [(held.lead.id, one)] if held.lead else []
        supporting += [(term.id, one) for term in held.supporting]
        present = {term.id for term in held.departments}
        before = dict.fromkeys(term.id for said in held.history for term in said.departments)
        former += [(id, one) for id in before if id not in present]
    return grouped(leading), grouped(supporting), grouped(former)


def _part(
    catalog: Catalog,
    report: Report,
    id: str,
    leading: list[Commitment],
    supporting: list[Commitment],
    former: list[Commitment],
) -> DepartmentPart:
    lines, links = commitment_lines.lines(report), records.linked(report)
    mine = {one.id for one in (*leading, *supporting)}
    filtered = f"{address.commitments(report.key)}?department={id}"
    planned = sorted(
        (iso(day), one.id) for one in leading if (day := report.responsibility[one.id].planned) is not None
    )
    return DepartmentPart(
        department=id,
        report=report.key,
        title=over.named(report.meta.title, report.meta.year, catalog.today),
        counted=_count(report, id, leading, supporting),
        reassigned=len(former),
        outcomes=tuple(outcomes(catalog, _counted(report, leading), filtered)),
        lead=tuple(lines[one.id] for one in leading),
        supporting=tuple(lines[one.id] for one in supporting),
        former=tuple(links[one.id] for one in former),
        planned=tuple(PlannedView(day, links[one]) for day, one in planned),
        updates=tuple(
            line
            for line, one in zip(_lines(report), report.updates, strict=True)
            if not one.context and mine & set(one.commitments)
        )[:NEWEST],
        rates=progress.rates_of(report, (one.id for one in leading)),
        register=Link(_("筛选这些承诺"), filtered),
        share=share(report),
    )


@once
def _lines(report: Report) -> tuple[UpdateLine, ...]:
    return update_lines.of_report(report).lines


def _count(report: Report, id: str, leading: list[Commitment], supporting: list[Commitment]) -> DepartmentCount:
    return DepartmentCount(id, len(leading), len(supporting), _counted(report, leading))


def _counted(report: Report, leading: Iterable[Commitment]) -> tuple[tuple[str, int], ...]:
    return tuple(Counter(report.outcomes[one.id].id for one in leading).items())


def outcomes(catalog: Catalog, counts: Iterable[tuple[str, int]], register: str) -> Iterator[OutcomeCount]:
    found: Counter[str] = Counter()
    for id, number in counts:
        found[id] += number
    for id in catalog.words.order(vocabulary.OUTCOMES):
        if found[id]:
            yield OutcomeCount(worded(catalog.words, id), found[id], f"{register}&outcome={id}" if register else "")


def card(catalog: Catalog, report: Report) -> Responsible:
    leading, supporting, former = _by_department(report)
    ids = dict.fromkeys([*leading, *supporting, *former])
    return Responsible(
        key=report.key,
        title=over.named(report.meta.title, report.meta.year, catalog.today),
        sentence=responsible.sentence(report) if report.register.commitments else "",
        tasks=Link(_("任务分解表"), address.tasks(report.key)) if report.register.commitments else None,
        assigned=any(one.history for one in report.responsibility.values()),
        counts=tuple(_count(report, id, leading.get(id, []), supporting.get(id, [])) for id in ids),
    )
