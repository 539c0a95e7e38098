"""The promises in the order and the columns of official tables of tasks (任务分解表)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Commitment
from disclosure.catalog.followup import FollowUp
from disclosure.catalog.outcome import Outcome
from disclosure.pages import paging, records, responsible, silence, when
from disclosure.pages.commitments import SectionLink, overview_crumb
from disclosure.pages.once import once_in
from disclosure.pages.page import Link, Page, column, iso
from disclosure.pages.share import ShareLink, share
from disclosure.translation import gettext as _


class TaskLine(Struct, frozen=True, kw_only=True):
    """A promise. ``progress`` is its newest update, ``deadline`` the report's, ``planned`` that of who answers.

    Of one of which nothing is known there is no ``outcome``: the view says it, once for all.
    """

    number: int
    id: str
    link: Link
    lead: str
    supporting: str
    deadline: str
    planned: str
    progress: Link | None
    outcome: Outcome | None


class TaskGroup(Struct, frozen=True):
    """The tasks of a section."""

    id: str
    title: str
    lines: tuple[TaskLine, ...]


FIRST, FURTHER = "tasks", "tasks-further"
# Tasks on a page
TASKS = 80


class TasksView(Struct, frozen=True, kw_only=True):
    """``responsible`` says of how many it is known who answers; ``progressing`` of how many there is news.

    ``silent`` says what an empty status means, and of how many; ``within`` what a deadline is that no text states.
    ``pages`` are those of the table, where it has several; ``elsewhere`` leads to the sections on others.
    """

    groups: tuple[TaskGroup, ...]
    responsible: str
    departments: Link
    progressing: str
    silent: str
    within: str
    share: ShareLink | None
    data: tuple[Link, ...]
    pages: tuple[Link, ...]
    elsewhere: tuple[SectionLink, ...]
    previous: Link | None
    next: Link | None


def pages(catalog: Catalog, report: Report) -> Iterator[Page]:
    """The first page of the table."""
    return (page for page in _all(catalog, report) if page.kind == FIRST)


def further(catalog: Catalog, report: Report) -> Iterator[Page]:
    """The pages on which a long table goes on."""
    return (page for page in _all(catalog, report) if page.kind == FURTHER)


@once_in
def _all(catalog: Catalog, report: Report) -> tuple[Page, ...]:
    groups, all = tuple(_groups(report)), len(report.register.commitments)
    count, where = paging.count(all, TASKS), partial(address.tasks, report.key)
    sheets = [tuple(_between(groups, n * TASKS, (n + 1) * TASKS)) for n in range(count)]
    links = [Link(paging.title(_title(report), n), where(n)) for n in range(1, count + 1)]
    return tuple(
        _page(
            catalog,
            report,
            number,
            TasksView(
                groups=shown,
                responsible=responsible.sentence(report),
                departments=Link(_("责任单位"), address.DEPARTMENTS),
                progressing=_progressing(report),
                silent=_silent(catalog, report),
                within=_within(groups, report),
                share=share(report),
                data=(
                    Link(_("这张表（CSV）"), address.table("tasks")),
                    Link(_("全部承诺（JSON）"), address.data("commitments")),
                ),
                pages=tuple(paging.numbered(where, count, number)),
                elsewhere=tuple(_elsewhere(sheets, number, where)),
                previous=previous,
                next=following,
            ),
        )
        for number, (shown, (previous, following)) in enumerate(zip(sheets, paging.around(links), strict=True), 1)
    )


def _title(report: Report) -> str:
    return _("{year}年任务分解表").format(year=report.meta.year)


def _page(catalog: Catalog, report: Report, number: int, view: TasksView) -> Page:
    return column(
        catalog,
        overview_crumb(report),
        kind=FIRST if number == 1 else FURTHER,
        address=address.tasks(report.key, number),
        title=paging.title(_title(report), number),
        description=_("{title}的{n}条承诺，按报告的次序列出谁牵头、谁配合、什么时限、进展和状态").format(
            title=report.meta.title, n=len(report.register.commitments)
        ),
        view=view,
        anchors=frozenset([*(group.id for group in view.groups), *(one.id for one in view.elsewhere)]),
        updated=iso(report.updated),
    )


def _between(groups: Iterable[TaskGroup], start: int, end: int) -> Iterator[TaskGroup]:
    """The tasks with these numbers, counted from 0, with the sections they stand in."""
    for group in groups:
        lines = tuple(line for line in group.lines if start < line.number <= end)
        if lines:
            yield replace(group, lines=lines)


def _elsewhere(sheets: Sequence[Iterable[TaskGroup]], number: int, where: paging.AddressOf) -> Iterator[SectionLink]:
    """The sections that begin on other pages."""
    here = {group.id for group in sheets[number - 1]}
    first = {group.id: (n, group) for n, shown in reversed([*enumerate(sheets, 1)]) for group in shown}
    for id, (n, group) in sorted(first.items(), key=lambda each: each[1][1].lines[0].number):
        if id not in here:
            yield SectionLink(id, Link(group.title, f"{where(n)}#{id}"))


def _progressing(report: Report) -> str:
    """How many have news: an empty cell is said once, above the table."""
    all, found = len(report.follow), sum(bool(one.updates) for one in report.follow.values())
    if found == all:
        return ""
    if any(one.absence is None for one in report.follow.values() if not one.updates):
        said = _(
            "{n}条有跟踪更新；其余{rest}条“进展”一栏空着，其中有的另有公开信息，见“状态”一栏。没有更新不等于没有完成。"
        )
    else:
        said = _("{n}条有公开的进展；其余{rest}条“进展”一栏空着，没有公开信息不等于没有完成。")
    return said.format(n=found, rest=all - found)


def _silent(catalog: Catalog, report: Report) -> str:
    _known, silent = silence.split(catalog, report, report.register.commitments)
    if not silent:
        return ""
    said = _("、").join(f"“{one.outcome.label}”{one.count}" for one, _commitments in silent)
    return _("“状态”一栏空着的是{said}。").format(said=said)


def _within(groups: tuple[TaskGroup, ...], report: Report) -> str:
    year = _in_year(report.meta.year)
    if not any(one.deadline == year for group in groups for one in group.lines):
        return ""
    return _("“时限”写“{year}”的，报告没有写明期限，按当年的任务计。").format(year=year)


def _groups(report: Report) -> Iterator[TaskGroup]:
    numbers = {one.id: n for n, one in enumerate(report.register.commitments, 1)}
    for id, commitments in records.by_section(report, report.register.commitments).items():
        lines = tuple(_line(report, one, numbers[one.id]) for one in commitments)
        yield TaskGroup(id, report.sections[id].title, lines)


def _line(report: Report, one: Commitment, number: int) -> TaskLine:
    held, became = report.responsibility[one.id], report.follow[one.id]
    return TaskLine(
        number=number,
        id=one.id,
        link=records.linked(report)[one.id],
        lead=held.lead.label if held.lead else "",
        supporting=_("、").join(term.label for term in held.supporting),
        deadline=deadline(one),
        planned=iso(held.planned),
        progress=progress(became),
        outcome=None if silence.is_silent(report, one.id) else report.outcomes[one.id],
    )


def deadline(one: Commitment) -> str:
    """The report's own day; what the text does not state is not said to be stated."""
    if one.deadline_stated:
        return iso(one.deadline)
    return "" if one.kind.id in ("orientation", "livelihood") else _in_year(one.deadline.year)


def _in_year(year: int) -> str:
    return _("{year}年内").format(year=year)


def progress(became: FollowUp) -> Link | None:
    """The newest update's own short sentence, its day as the note."""
    if not became.updates:
        return None
    last = became.updates[0]
    return Link(last.title, address.update(last.report, last.id), note=when.brief(last))
