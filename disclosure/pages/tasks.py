"""The promises in the order and the columns of official tables of tasks (任务分解表)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from disclosure.catalog import address, data_folder
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Commitment
from disclosure.catalog.followup import FollowUp
from disclosure.catalog.outcome import Outcome
from disclosure.pages import by_district, cautions, paging, records, responsible, silence, when
from disclosure.pages.commitments import overview_crumb
from disclosure.pages.page import Link, Page, column, iso
from disclosure.pages.paging import GroupLink, ListPosition
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


# Tasks on a page
TASKS = 80


class TasksView(Struct, frozen=True, kw_only=True):
    """``responsible`` says of how many it is known who answers; ``progressing`` of how many there is news.

    ``silent`` says what an empty status means, and of how many; ``within`` what a deadline is that no text states.
    ``elsewhere`` leads to the sections on other pages of the table.
    """

    groups: tuple[TaskGroup, ...]
    responsible: str
    departments: Link
    progressing: str
    silent: str
    within: str
    share: ShareLink | None
    data: tuple[Link, ...]
    position: ListPosition
    elsewhere: tuple[GroupLink, ...]


def pages(catalog: Catalog, report: Report) -> Iterator[Page]:
    """The table, a long one on several pages."""
    groups, where = tuple(_groups(report)), partial(address.tasks, report.key)
    sheets = paging.cut_lists(groups, TASKS, ["lines"])
    for shown, position in paging.paged(sheets, _title(report), where):
        view = TasksView(
            groups=shown,
            responsible=responsible.sentence(report),
            departments=Link(_("责任单位"), by_district.led(address.DEPARTMENTS, report.district)),
            progressing=_progressing(report),
            silent=_silent(catalog, report),
            within=_within(groups, report),
            share=share(report),
            data=(
                Link(_("这张表（CSV）"), data_folder.of_report(report).csv("tasks")),
                Link(_("全部承诺（JSON）"), data_folder.of_report(report).json("commitments")),
            ),
            position=position,
            elsewhere=tuple(paging.elsewhere(sheets, position.number, where)),
        )
        yield _page(catalog, report, view)


def _title(report: Report) -> str:
    return _("{year}年任务分解表").format(year=report.meta.year)


def _page(catalog: Catalog, report: Report, view: TasksView) -> Page:
    return column(
        catalog,
        overview_crumb(report),
        kind=paging.kind("tasks", view.position.number),
        address=address.tasks(report.key, view.position.number),
        title=paging.title(_title(report), view.position.number),
        description=_("{title}的{n}条承诺，按报告的次序列出谁牵头、谁配合、什么时限、进展和状态").format(
            title=report.meta.title, n=len(report.register.commitments)
        ),
        view=view,
        anchors=frozenset([*(group.id for group in view.groups), *(one.id for one in view.elsewhere)]),
        updated=iso(report.updated),
    )


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
        said = _("{n}条有公开的进展；其余{rest}条“进展”一栏空着，{silence}")
    return said.format(n=found, rest=all - found, silence=_(cautions.SILENCE))


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
