"""What was true when it was written and may have aged: documents nobody can open, searches and words of long ago.

Time alone makes these notices; each is answered by looking again and writing what was seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Commitment
from disclosure.catalog.evidence import Evidence
from disclosure.catalog.followup import FollowUp, Update
from disclosure.checks.statuses import NOTHING_PUBLIC, said_at
from disclosure.grouping import grouped
from disclosure.model.fields import day
from disclosure.model.vocabulary import Term
from disclosure.problem import Problem
from disclosure.translation import gettext as _

UNDER_WAY: Final = "under-way"
# A page may have been changed or taken down since it was read: governments' sites are rebuilt within such times
READ_AGAIN: Final = timedelta(days=365)
# What a body publishes once a year has been published since
SEARCH_AGAIN: Final = timedelta(days=365)
# Bodies report on a year in the weeks around the next congress: what is due in December is told of by March
TOLD_WITHIN: Final = timedelta(days=120)
# What takes several years is told of in each year's report
TOLD_AGAIN: Final = timedelta(days=400)
# Nobody asks about a promise for ever: after that, what is on file is what is known
ASKED_UNTIL: Final = timedelta(days=3 * 365)


def check_addresses(catalog: Catalog) -> Iterator[Problem]:
    """dead-evidence: 网址打不开的证据，凭存档、标题或编号还能去查；只提醒。"""
    for update, n, one in _documents(catalog):
        if one.dead and not (one.snapshot or one.locator or one.title):
            message = _("{id}：证据只写了网址，{day} 查时打不开，读者没有别的办法找到它").format(
                id=update.id, day=one.dead
            )
            hint = _("加上标题（title）或发布者的编号（locator）；留有原文的存一份档（snapshot）")
            yield Problem(update.head.place("evidence", n, "url"), "dead-evidence", message, hint, notice=True)


def check_retrieved(catalog: Catalog) -> Iterator[Problem]:
    """old-reading: 发布一条更新时，没有存档的网页一年以内看过；只提醒。"""
    for update, n, one in _documents(catalog):
        if one.url and not one.snapshot and one.retrieved and update.recorded - one.retrieved > READ_AGAIN:
            message = _("{id}：证据 {retrieved} 查阅，{published} 才发布，隔了{days}天").format(
                id=update.id,
                retrieved=one.retrieved,
                published=update.recorded,
                days=(update.recorded - one.retrieved).days,
            )
            hint = _("再打开看一次，把 retrieved 改成看的那一天；或者存一份档（snapshot）")
            yield Problem(update.head.place("evidence", n, "retrieved"), "old-reading", message, hint, notice=True)


def _documents(catalog: Catalog) -> Iterator[tuple[Update, int, Evidence]]:
    """The evidence of the reports' updates, with its number there."""
    for report in catalog.reports:
        for update in report.updates:
            yield from ((update, n, one) for n, one in enumerate(update.evidence))


def check_searched(catalog: Catalog) -> Iterator[Problem]:
    """old-search: 还没有公开信息的承诺，一年以内检索过；到期三年以后不再提醒。"""
    for report in catalog.reports:
        for ones in _by_update(_unsearched(report, catalog.today)):
            message = _("{id}：{commitments} 还写着“{label}”，{day} 检索以后过了一年").format(
                id=ones[0].update.id,
                commitments=_named(ones),
                label=ones[0].said.label,
                day=min(one.update.searched for one in ones if one.update.searched),
            )
            hint = _("再检索一次：找到的写成更新；没有找到的另写一条，searched 写检索的日期")
            place = said_at(report, ones[0].commitment, ones[0].update, "searched")
            yield Problem(place, "old-search", message, hint, notice=True)
        yield from _of_absences(catalog, report)


def _of_absences(catalog: Catalog, report: Report) -> Iterator[Problem]:
    """What was looked for without finding it, in a file of its own; where it names places, their looks have the day."""
    silent = {follow.absence.searched for _due, follow in _asked(report, catalog.today) if follow.absence}
    for rule in catalog.raw.absences:
        day = rule.value.searched
        if rule.report == report.key and day in silent and _is_old(report, day, catalog.today):
            message = _("写着没有找到公开信息，{day} 检索以后过了一年").format(day=day)
            hint = _("再检索一次：找到的写成更新；没有找到的，把 searched 改成检索的日期")
            yield Problem(rule.place("searched"), "old-search", message, hint, notice=True)


def check_under_way(catalog: Catalog) -> Iterator[Problem]:
    """old-status: 写着推进中的承诺，一年以内有过材料，到期四个月以后有到期以后的材料；到期三年以后不再提醒。"""
    for report in catalog.reports:
        for ones in _by_update(_unfinished(report, catalog.today)):
            message = _("{id}：{commitments} 还写着“{label}”，最新的材料是 {day} 的").format(
                id=ones[0].update.id,
                commitments=_named(ones),
                label=ones[0].said.label,
                day=max(one.told for one in ones),
            )
            hint = _("找后来的材料，写成更新；没有找到的，写一条“无公开证据”的更新和检索的日期")
            place = said_at(report, ones[0].commitment, ones[0].update, "reported")
            yield Problem(place, "old-status", message, hint, notice=True)


class LastWord(Struct, frozen=True):
    """What an update says of a promise, and none after it; ``told`` is when anything was told of the promise last."""

    commitment: str
    update: Update
    said: Term
    told: date


def _unsearched(report: Report, today: date) -> Iterator[LastWord]:
    """The promises of which the last word is that nothing is public, searched for long ago."""
    for _due, follow in _asked(report, today):
        last = _last(follow, lambda one: one.evidenced)
        if last and last.said.id == NOTHING_PUBLIC and _is_old(report, last.update.searched, today):
            yield last


def _unfinished(report: Report, today: date) -> Iterator[LastWord]:
    """The promises that are said to be under way, and of which nothing was told since they were due, or for a year."""
    for due, follow in _asked(report, today):
        last = _last(follow, lambda one: one.reported)
        if last and last.said.id == UNDER_WAY and _is_late(due, last.told, today):
            yield last


def _last(follow: FollowUp, said: Callable[[Update], Term | None]) -> LastWord | None:
    words = ((one, term) for one in follow.updates if (term := said(one)))
    return next((LastWord(follow.commitment, one, term, _newest(follow)) for one, term in words), None)


def _is_late(due: date, told: date, today: date) -> bool:
    return told < due < today - TOLD_WITHIN or (today <= due and told < today - TOLD_AGAIN)


def _is_old(report: Report, searched: date | None, today: date) -> bool:
    """Whether a search was long ago; one before the report is an error, and said as such."""
    return searched is not None and searched >= report.meta.delivered and today - searched > SEARCH_AGAIN


def _asked(report: Report, today: date) -> Iterator[tuple[date, FollowUp]]:
    """The promises that are not long over, each with its last day."""
    for one in report.register.commitments:
        follow = report.follow[one.id]
        due = _due(one, follow)
        if today - due <= ASKED_UNTIL:
            yield due, follow


def _due(one: Commitment, follow: FollowUp) -> date:
    """The last day of a promise, as it was put off."""
    put_off = [day(each.new) for each in follow.adjustments if each.holds and not each.target]
    return max((one.deadline, *(each.aim.due for each in follow.rulings), *(each for each in put_off if each)))


def _newest(follow: FollowUp) -> date:
    """The day of the newest that is told of a promise, by anyone, a search included."""
    days = [each for one in follow.updates for each in (one.known or one.recorded, one.searched) if each]
    days += [one.day for one in follow.answers]
    return max((*days, follow.official.day if follow.official else date.min))


def _by_update(words: Iterable[LastWord]) -> Iterable[Sequence[LastWord]]:
    """A file that says it of fifty promises asks once."""
    return grouped((one.update.path, one) for one in words).values()


def _named(ones: Iterable[LastWord]) -> str:
    return _("、").join(one.commitment for one in ones)
