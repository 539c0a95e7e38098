"""Words beside figures: what is said of a promise does not contradict what stands beside it.

The responsible body may well claim what the evidence denies. That is said as 与报告不符, and then nothing is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from disclosure import verdict
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.followup import Ruling, entry_on
from disclosure.catalog.outcome.targets import DONE
from disclosure.checks.values import Doubt, SeenTarget, each
from disclosure.model.followup import AdjustmentRecord, VoteRecord
from disclosure.problem import Problem
from disclosure.quantity import FLOORS
from disclosure.translation import gettext as _
from disclosure.verdict import ObservedValue, VerdictResult

CONTRADICTED: Final = "contradicted"
NOTHING_PUBLIC: Final = "none-public"
# What a word of completion means is turned round by these, in the official's own sentence
DENIED: Final = re.compile(
    r"(?:未|没有|没|尚未)(?:能|有|得|够|按期|如期|按时|全部|全面|完全|顺利){0,2}"
    r"(?:完成|达到|达成|达标|实现|建成|开工|落实|兑现|启动|竣工|投用)"
    r"|(?<!没)(?<!没有)(?<!无)(?:有|存在)(?:较大|一定)?差距|未达|(?<!不)低于(?:目标|预期|计划)|不及(?:目标|预期|计划)|滞后|落空"
)
TWICE_DENIED: Final = re.compile("无一|没有一|并非|不是")
CLAIMED: Final = re.compile("完成|达成|实现|达到|达标|兑现|建成|超额")
# With these beside it, a word of completion may stand for less
QUALIFIED: Final = re.compile("基本|部分|大体|大致|接近|左右|正在|推进|有望|预计|力争|将|除|但|仅|只|差距|待|尚")


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
    if reported is None or (evidenced is not None and evidenced.id == CONTRADICTED):
        return None
    return _doubt(reported.id, reported.label, one.ruling, one.seen, alone=len(one.update.commitments) == 1)


def _doubt(reported: str, label: str, ruling: Ruling, seen: ObservedValue, *, alone: bool) -> Doubt | None:
    """``alone``: the update is about this promise only, so that what it says is said of it."""
    # What was done late was done
    if reported in DONE and not (reported == "done" and seen.done):
        return _not_done(label, ruling, seen)
    if reported == "not-started" and (seen.done or seen.started):
        message = _("报告状态是“{label}”，实际值却写着已经启动或完成").format(label=label)
        return Doubt(rule="status", message=message, hint=_("改正其中一处"), field="done" if seen.done else "started")
    if reported == "not-done" and alone and _outcome(ruling, seen) is VerdictResult.MET:
        message = _("报告状态是“{label}”，实际值却达到了目标“{written}”").format(
            label=label, written=ruling.target.written
        )
        return Doubt(rule="status", message=message, hint=_("核对数值和状态；责任单位确实这样说就不用改"), notice=True)
    return None


def _not_done(label: str, ruling: Ruling, seen: ObservedValue) -> Doubt | None:
    """Claimed as done: what is still open or has come to nothing is an error, what falls short is asked about."""
    hint = _("责任单位这样说、材料却不是这样，evidenced 写“与报告不符”")
    if seen.open:
        message = _("报告状态是“{label}”，实际值却写着到 {day} 还没有完成").format(label=label, day=seen.until)
        return Doubt(rule="status", message=message, hint=hint, field="open_on")
    wanted = ruling.target.quantity
    if seen.value == 0 and wanted.operator in FLOORS and wanted.value:
        message = _("报告状态是“{label}”，实际值却是 0").format(label=label)
        return Doubt(rule="status", message=message, hint=hint)
    if _outcome(ruling, seen) is VerdictResult.NOT_MET:
        message = _("报告状态是“{label}”，实际值却没有达到目标“{written}”").format(
            label=label, written=ruling.target.written
        )
        field = "counts" if seen.counts else "done" if seen.done else "value"
        return Doubt(rule="status", message=message, hint=hint, field=field, notice=True)
    return None


def _outcome(ruling: Ruling, seen: ObservedValue) -> VerdictResult:
    """The verdict as if the target were due on the last day that the observation covers."""
    due = ruling.aim.due if seen.done else min(ruling.aim.due, seen.until)
    return verdict.judge(replace(ruling.aim, due=due), seen, ruling.rubric).outcome


def check_adjusted(catalog: Catalog) -> Iterator[Problem]:
    """not-adjusted: 报告状态写“已调整”的承诺，有写明调整的文件。"""
    for report in catalog.reports:
        for follow in report.follow.values():
            for update in () if any(one.holds for one in follow.adjustments) else follow.updates:
                if update.reported and update.reported.id == "adjusted":
                    message = _("{id}：{commitment} 的报告状态是“{label}”，承诺里却没有登记调整").format(
                        id=update.id, commitment=follow.commitment, label=update.reported.label
                    )
                    hint = _("在承诺的 adjustments 里写原来的、改成的和文件；文件没有公开，就在正文里说明")
                    entry = entry_on(update, report.key, follow.commitment)
                    place = update.head.place(*(entry.where if entry else ()), "reported")
                    yield Problem(place, "not-adjusted", message, hint, notice=True)


def check_official(catalog: Catalog) -> Iterator[Problem]:
    """said: 官方结论归入的结论不与照录的官方用语相反。"""
    for report, one in catalog.commitments:
        official = report.follow[one.id].official
        if official is not None and contradicts(official.said, official.term.id):
            message = _("{id}：官方用语“{said}”，却归入“{outcome}”").format(
                id=one.id, said=official.said, outcome=official.term.label
            )
            hint = _("照官方用语归入：说完成的是达成，说没有完成、有差距的是未达成，拿不准的是待人工判断")
            yield Problem(one.located.place("official_verdict", "outcome"), "said", message, hint)


def contradicts(said: str, outcome: str) -> bool:
    """Whether the official's own words say plainly the opposite of what they were taken for."""
    if TWICE_DENIED.search(said):
        return False
    if DENIED.search(said):
        return outcome == VerdictResult.MET
    return outcome == VerdictResult.NOT_MET and bool(CLAIMED.search(said)) and not QUALIFIED.search(said)


def check_results_of_votes(catalog: Catalog) -> Iterator[Problem]:
    """vote-result: 票决结果不与票数相反：通过的赞成多于反对，结果未公开的没有票数。"""
    for report, one in catalog.commitments:
        vote, found = one.located.value.vote, report.follow[one.id].vote
        doubt = against_votes(found.term.id, found.term.label, vote) if vote and found else None
        if doubt is not None:
            message = _("{id}：{message}").format(id=one.id, message=doubt.message)
            place = one.located.place("vote", doubt.field)
            yield Problem(place, doubt.rule, message, doubt.hint, notice=doubt.notice)


def check_results_of_adjustments(catalog: Catalog) -> Iterator[Problem]:
    """vote-result: 票决结果不与票数相反：通过的赞成多于反对，结果未公开的没有票数。"""
    for report, one in catalog.commitments:
        written = one.located.value.adjustments
        decided = {
            (change.day, change.target, change.new): change.decision for change in report.follow[one.id].adjustments
        }
        for n, record in enumerate(written):
            term = decided[record.date, record.target or "", record.new]
            doubt = against_votes(term.id, term.label, record)
            if doubt is not None:
                message = _("{id}：调整的{message}").format(id=one.id, message=doubt.message)
                place = one.located.place("adjustments", n, "decision")
                yield Problem(place, doubt.rule, message, _("照公布的文件核对票数和决定"), notice=doubt.notice)


def against_votes(adopted: str, label: str, vote: VoteRecord | AdjustmentRecord) -> Doubt | None:
    ayes, noes = vote.votes_for, vote.votes_against
    if ayes is None or noes is None:
        return None
    votes = _("赞成{ayes}票，反对{noes}票").format(ayes=ayes, noes=noes)
    if adopted == "unknown":
        message = _("票决结果写“{label}”，却写了票数：{votes}").format(label=label, votes=votes)
        return Doubt(rule="vote-result", message=message, hint=_("照公布的结果写通过或未通过"), field="adopted")
    half = vote.cast / 2 if vote.cast else ayes
    if adopted == "yes" and (ayes <= noes or ayes <= half):
        message = _("票决结果写“{label}”，{votes}").format(label=label, votes=votes)
        hint = _("核对票数和结果，赞成和反对是不是写反了")
        # Fewer than half of those cast may do where the projects with most votes are taken
        return Doubt(rule="vote-result", message=message, hint=hint, field="adopted", notice=ayes > noes)
    if adopted == "no" and ayes > half:
        message = _("票决结果写“{label}”，{votes}，赞成过半").format(label=label, votes=votes)
        hint = _("核对票数和结果；差额票决只取得票多的几项，核对无误就不用改")
        return Doubt(rule="vote-result", message=message, hint=hint, field="adopted", notice=True)
    return None
