"""Words of others beside figures: what was decided does not contradict the votes, nor a conclusion its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from disclosure.catalog.catalog import Catalog
from disclosure.checks.statuses import said_at
from disclosure.checks.values import Doubt
from disclosure.model.followup import AdjustmentRecord, VoteRecord
from disclosure.problem import Problem
from disclosure.translation import gettext as _
from disclosure.verdict import VerdictResult

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
                    place = said_at(report, follow.commitment, update, "reported")
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
