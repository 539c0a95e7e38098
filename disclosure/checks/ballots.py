"""What the files of votes say agrees with itself, and with what promises' own files say."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.catalog.catalog import Catalog
from disclosure.catalog.resolve import ballots
from disclosure.model.followup import VoteRecord
from disclosure.problem import Problem
from disclosure.translation import gettext as _


def check_projects(catalog: Catalog) -> Iterator[Problem]:
    """reference: 票决说的是这份报告现有的承诺。"""
    written = {(one.report, one.value.id): one.value for one in catalog.raw.commitments}
    there = {report.key for report in catalog.reports}
    for located, n, id in ballots.projects(catalog.raw):
        found = written.get((located.report, id))
        if found is None and located.report in there:
            message, hint = _("票决：没有承诺 {id}").format(id=id), _("写这份报告现有承诺的编号，例如 c016")
            yield Problem(located.place("projects", n, "commitment"), "reference", message, hint)
        elif found is not None and found.superseded_by:
            message = _("票决：承诺 {id} 已经停用").format(id=id)
            hint = _("改写承接它的 {id}").format(id=found.superseded_by)
            yield Problem(located.place("projects", n, "commitment"), "reference", message, hint)


def check_once(catalog: Catalog) -> Iterator[Problem]:
    """vote: 一个候选项目的票决在 votes/<报告>.yml 里只写一次。"""
    seen: set[tuple[str, str]] = set()
    for located, n, id in ballots.projects(catalog.raw):
        if (located.report, id) in seen:
            message = _("票决：{id} 写了两次").format(id=id)
            yield Problem(located.place("projects", n), "vote", message, _("只留一处；两处不同的，照公布的文件核对"))
        seen.add((located.report, id))


def check_days(catalog: Catalog) -> Iterator[Problem]:
    """vote-date: 票决在报告以后、今天以前；满意度测评在票决以后、今天以前。"""
    delivered = {report.key: report.meta.delivered for report in catalog.reports}
    for located in catalog.raw.ballots:
        day, earliest = located.value.date, delivered.get(located.report)
        if day is not None and earliest is not None and not earliest <= day <= catalog.today:
            message = _("票决的日期 {day} 不在 {earliest} 和今天之间").format(day=day, earliest=earliest)
            yield Problem(located.place("date"), "vote-date", message, _("照公布的文件核对日期"))


def check_agreement(catalog: Catalog) -> Iterator[Problem]:
    """vote-conflict: 承诺文件里和 votes/<报告>.yml 里都写的票决，结果、日期、票数相同。"""
    own = {(one.report, one.value.id): one for one in catalog.raw.commitments if one.value.vote is not None}
    for located, n, id in ballots.projects(catalog.raw):
        here = own.get((located.report, id))
        vote = here.value.vote if here else None
        if here is None or vote is None:
            continue
        for field, mine, other in _differing(vote, located.value.vote(n)):
            message = _("{id}：这里写的{label}是“{here}”，votes/{key}.yml 里是“{there}”").format(
                id=id, label=_(VoteRecord.declared[field].label), here=mine, key=located.report, there=other
            )
            hint = _("照公布的文件改成一样，或删去一处（发布过的要写更正）")
            yield Problem(here.place("vote", field), "vote-conflict", message, hint)


def _differing(one: VoteRecord, other: VoteRecord) -> Iterator[tuple[str, object, object]]:
    """What both say, and say otherwise."""
    for field in ("adopted", "date", "votes_for", "votes_against", "abstained", "cast"):
        mine, there = getattr(one, field), getattr(other, field)
        if None not in (mine, there) and mine != there:
            yield field, mine, there
