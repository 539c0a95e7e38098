"""What an update says of a promise beside the values, the evidence and the updates that stand on file of it.

The responsible body may well claim what the evidence denies. That is said as 与报告不符, and then nothing is asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from msgspec.structs import replace

from disclosure import quantity, verdict
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.followup import FollowUp, Ruling, Update, UpdateEntry, entry_on
from disclosure.catalog.outcome.targets import DONE
from disclosure.checks.values import Doubt, SeenTarget, each
from disclosure.model.vocabulary import Term
from disclosure.problem import Place, Problem
from disclosure.quantity import FLOORS
from disclosure.source.yaml import FieldPath
from disclosure.translation import gettext as _
from disclosure.verdict import ObservedValue, VerdictResult

CONTRADICTED: Final = "contradicted"
NOTHING_PUBLIC: Final = "none-public"
# What comes after none of these can be
BEGUN: Final = ("under-way", "partly", *DONE)
SHORT: Final = ("under-way", "partly", "not-done")


def check_statuses(catalog: Catalog) -> Iterator[Problem]:
    """status: 报告状态和证据状态不与同一条更新里的实际值相反。"""
    for report in catalog.reports:
        for one in each(report):
            doubt = _against_value(one)
            if doubt is not None:
                yield one.problem(doubt)


def _against_value(one: SeenTarget) -> Doubt | None:
    if one.update is None:
        return None
    reported, evidenced = one.update.reported, one.update.evidenced
    if evidenced is not None and evidenced.id == NOTHING_PUBLIC:
        message = _("写了实际值，证据状态却是“{label}”").format(label=evidenced.label)
        return Doubt(rule="status", message=message, hint=_("有公开材料写明这个数，就不是无公开证据"))
    if reported is None or refutes(one.update):
        return None
    # Of one promise with one target, what the update says is said of it
    whole = len(one.update.commitments) == 1 and len(one.follow.rulings) == 1
    return _doubt(reported, one.ruling, one.seen, whole=whole)


def refutes(update: Update | None) -> bool:
    """Whether an update says that it contradicts what the body said: both are then on file."""
    return update is not None and update.evidenced is not None and update.evidenced.id == CONTRADICTED


def _doubt(reported: Term, ruling: Ruling, seen: ObservedValue, *, whole: bool) -> Doubt | None:
    # What was done late was done
    if reported.id in DONE and not (reported.id == "done" and seen.done):
        return _not_done(reported.label, ruling, seen)
    if reported.id == "not-started":
        return _begun(reported.label, ruling, seen)
    if reported.id == "no-information":
        message = _("报告状态是“{label}”，却写了实际值").format(label=reported.label)
        hint = _("责任单位公布的，写它怎么说；是别人公布的就不用改")
        return Doubt(rule="status", message=message, hint=hint, notice=True)
    return _in_part(reported, ruling, seen) if whole else None


def _in_part(reported: Term, ruling: Ruling, seen: ObservedValue) -> Doubt | None:
    """Said not to be done, or only in part, beside all of it; said to be done in part beside nothing of it."""
    if reported.id in ("not-done", "partly") and _outcome(ruling, seen) is VerdictResult.MET:
        message = _("报告状态是“{label}”，实际值却达到了目标“{written}”").format(
            label=reported.label, written=ruling.target.written
        )
        hint = _("核对数值和状态；责任单位确实这样说就不用改")
        return Doubt(rule="status", message=message, hint=hint, notice=True)
    if reported.id == "partly" and _is_none(ruling, seen):
        message = _("报告状态是“{label}”，实际值却是 0").format(label=reported.label)
        return Doubt(rule="status", message=message, hint=_("核对数值和状态"), notice=True)
    return None


def _begun(label: str, ruling: Ruling, seen: ObservedValue) -> Doubt | None:
    """Said not to have begun."""
    if seen.done or seen.started:
        message = _("报告状态是“{label}”，实际值却写着已经启动或完成").format(label=label)
        return Doubt(rule="status", message=message, hint=_("改正其中一处"), field="done" if seen.done else "started")
    counted = ruling.target.quantity.operator in FLOORS and not ruling.aim.stock and not quantity.is_rate(seen.unit)
    if counted and seen.value is not None and seen.value > 0:
        message = _("报告状态是“{label}”，实际值却是 {value}").format(label=label, value=seen.value)
        hint = _("核对数值和状态；数里含以前已有的就不用改")
        return Doubt(rule="status", message=message, hint=hint, notice=True)
    return None


def _not_done(label: str, ruling: Ruling, seen: ObservedValue) -> Doubt | None:
    """Claimed as done: what is still open or has come to nothing is an error, what falls short is asked about."""
    hint = _("责任单位这样说、材料却不是这样，evidenced 写“与报告不符”")
    if seen.open:
        message = _("报告状态是“{label}”，实际值却写着到 {day} 还没有完成").format(label=label, day=seen.until)
        return Doubt(rule="status", message=message, hint=hint, field="open_on")
    if _is_none(ruling, seen):
        message = _("报告状态是“{label}”，实际值却是 0").format(label=label)
        return Doubt(rule="status", message=message, hint=hint)
    if _outcome(ruling, seen) is VerdictResult.NOT_MET:
        message = _("报告状态是“{label}”，实际值却没有达到目标“{written}”").format(
            label=label, written=ruling.target.written
        )
        field = "counts" if seen.counts else "done" if seen.done else "value"
        return Doubt(rule="status", message=message, hint=hint, field=field, notice=True)
    return None


def _is_none(ruling: Ruling, seen: ObservedValue) -> bool:
    """Nothing of what is counted."""
    wanted = ruling.target.quantity
    return seen.value == 0 and wanted.operator in FLOORS and bool(wanted.value)


def _outcome(ruling: Ruling, seen: ObservedValue) -> VerdictResult:
    """The verdict as if the target were due on the last day that the observation covers."""
    due = ruling.aim.due if seen.done else min(ruling.aim.due, seen.until)
    return verdict.judge(replace(ruling.aim, due=due), seen, ruling.rubric).outcome


def check_order(catalog: Catalog) -> Iterator[Problem]:
    """status-back: 后来的更新不把完成了的说成没有完成，不把启动了的说成未启动；只提醒。"""
    for report in catalog.reports:
        for follow in report.follow.values():
            for before, after in pairwise(_dated(follow)):
                if _goes_back(before, after):
                    yield _back(report, follow, before, after)


def _dated(follow: FollowUp) -> list[Update]:
    """The updates that say how far a promise is, oldest first."""
    return [one for one in reversed(follow.updates) if one.reported and one.known]


def _goes_back(before: Update, after: Update) -> bool:
    was, now = (one.reported.id if one.reported else "" for one in (before, after))
    return not refutes(after) and ((now == "not-started" and was in BEGUN) or (was in DONE and now in SHORT))


def _back(report: Report, follow: FollowUp, before: Update, after: Update) -> Problem:
    was, now = (one.reported.label if one.reported else "" for one in (before, after))
    message = _("{id}：{commitment} 的报告状态是“{now}”，{before} 已经写过“{was}”").format(
        id=after.id, commitment=follow.commitment, now=now, before=before.id, was=was
    )
    hint = _("核对两条更新；说法确实变了就不用改，在正文里说明")
    place = said_at(report, follow.commitment, after, "reported")
    return Problem(place, "status-back", message, hint, notice=True)


def said_at(report: Report, commitment: str, update: Update, field: str) -> Place:
    """Where a field of an update says something of a promise."""
    entry = entry_on(update, report.key, commitment)
    return update.head.place(*(entry.where if entry else ()), field)


def check_silence(catalog: Catalog) -> Iterator[Problem]:
    """none-public: 写“无公开证据”的更新不列证据；检索的日期在报告以后、今天以前。"""
    for report in catalog.reports:
        for update in report.updates:
            yield from _searched(report, catalog, update, (), update)
            for one in update.entries:
                yield from _searched(report, catalog, update, one.where, one)
            nothing = update.evidenced is not None and update.evidenced.id == NOTHING_PUBLIC
            # What the body itself says has a source, too
            if nothing and update.evidence and update.evidenced and not update.reported:
                message = _("{id}：证据状态是“{label}”，却列出了证据").format(
                    id=update.id, label=update.evidenced.label
                )
                hint = _("材料能说明一部分就写“部分支持”；说明不了的，写在正文里")
                yield Problem(update.head.place("evidence"), "none-public", message, hint, notice=True)


def _searched(
    report: Report, catalog: Catalog, update: Update, where: FieldPath, said: Update | UpdateEntry
) -> Iterator[Problem]:
    if said.searched is not None and not report.meta.delivered <= said.searched <= catalog.today:
        message = _("{id}：检索日期 {day} 不在报告日期和今天之间").format(id=update.id, day=said.searched)
        yield Problem(update.head.place(*where, "searched"), "none-public", message, _("写实际检索的日期"))
