"""What stands on a commitment after the speech agrees with itself: changes, plans, votes, the official word."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from decimal import Decimal

from disclosure import quantity
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Commitment, Target
from disclosure.catalog.words import unknown as unknown_word
from disclosure.model import vocabulary
from disclosure.model.fields import day
from disclosure.model.followup import AbsenceRecord, AdjustmentRecord
from disclosure.problem import Problem
from disclosure.translation import gettext as _

LIVELIHOOD = "livelihood"
QUARTERS = 4


def check_adjustments(catalog: Catalog) -> Iterator[Problem]:
    """adjustment: 调整的是这条承诺现有的目标或时限，原来的照录，新的单位相同，日期在报告以后、今天以前。"""
    for report, one in catalog.commitments:
        standing = {target.id: target.written for target in one.targets} | {"": one.deadline.isoformat()}
        for n, each in enumerate(one.located.value.adjustments):
            found = _bad_adjustment(report, catalog, each, standing)
            if found is not None:
                field, message, hint = found
                said = _("{id}：{message}").format(id=one.id, message=message)
                yield Problem(one.located.place("adjustments", n, field), "adjustment", said, hint)
            if _holds(catalog, each):
                standing[each.target or ""] = each.new


def _holds(catalog: Catalog, record: AdjustmentRecord) -> bool:
    """What was refused changes nothing that stands."""
    found = catalog.words.label(vocabulary.ADOPTED, record.decision) if record.decision else None
    return record.decision is None or (found is not None and found.id == "yes")


def _bad_adjustment(
    report: Report, catalog: Catalog, record: AdjustmentRecord, standing: dict[str, str]
) -> tuple[str, str, str] | None:
    """Field, message and hint of what is wrong with an adjustment of what stands so far."""
    target = record.target or ""
    if target not in standing:
        return "target", _("没有目标 {target}").format(target=target), _("写这条承诺自己的目标编号，例如 c016/1")
    if record.old != standing[target]:
        message = _("原来的是“{standing}”，这里写的是“{old}”").format(standing=standing[target], old=record.old)
        return "old", message, _("照录原来的目标或时限；调整过几次的，写上一次调整后的")
    readable = quantity.parse(record.new) if target else day(record.new)
    if not readable:
        return "new", _("读不懂“{new}”").format(new=record.new), _("目标照原文的写法，时限写日期，例如 2023-06-30")
    if not report.meta.delivered <= record.date <= catalog.today:
        message = _("调整的日期 {day} 不在报告日期和今天之间").format(day=record.date)
        return "date", message, _("写决定调整的实际日期")
    if record.asked and record.asked > record.date:
        message = _("提请的日期 {asked} 晚于决定的日期 {day}").format(asked=record.asked, day=record.date)
        return "asked", message, _("核对两个日期")
    found = _bad_change(record)
    return ("new", *found) if found else None


def _bad_change(record: AdjustmentRecord) -> tuple[str, str] | None:
    """Why the new target or deadline cannot stand for the old one, and what to do."""
    if record.old == record.new:
        return _("调整前后都是“{new}”").format(new=record.new), _("写调整后的；没有调整就删去这条")
    if record.target:
        before, after = quantity.parse(record.old), quantity.parse(record.new)
        if before and after and before.unit and after.unit and before.unit != after.unit:
            message = _("“{old}”的单位是“{before}”，“{new}”的单位是“{after}”").format(
                old=record.old, before=before.unit, new=record.new, after=after.unit
            )
            return message, _("调整后的目标用原来的单位；换了一个指标的，不是这个目标的调整")
    elif (due := day(record.new)) is not None and due < record.date:
        message = _("新的时限 {due} 早于决定调整的日期 {day}").format(due=due, day=record.date)
        return message, _("核对两个日期")
    return None


def check_plans(catalog: Catalog) -> Iterator[Problem]:
    """plan: 季度计划是四个逐季不减的累计数，最后一个等于目标。"""
    for _report, one in catalog.commitments:
        for n, target in enumerate(one.targets):
            plan = one.located.value.targets[n].plan if len(one.targets) == len(one.located.value.targets) else []
            why = _bad_plan(target, plan) if plan else ""
            if why:
                message = _("{id}：{message}").format(id=target.id, message=why)
                hint = _("写四个季度末的累计数，例如目标4个写 [1, 2, 3, 4]")
                yield Problem(one.located.place("targets", n, "plan"), "plan", message, hint)


def _bad_plan(target: Target, plan: list[Decimal]) -> str:
    if len(plan) != QUARTERS:
        return _("季度计划有 {n} 个数，应当是四个").format(n=len(plan))
    if plan != sorted(plan):
        return _("季度计划后面的数比前面小")
    if plan[-1] != target.quantity.value:
        value = target.quantity.value
        return _("季度计划最后一个数是 {last}，目标是 {value}").format(last=plan[-1], value=value)
    return ""


def check_votes(catalog: Catalog) -> Iterator[Problem]:
    """vote: 票决和满意度只用于民生实事，各项之和等于总票数；没有通过的不测评。"""
    for report, one in catalog.commitments:
        vote, said = one.located.value.vote, one.located.value.satisfaction
        for name, given in (("vote", vote), ("satisfaction", said)):
            if given is not None and one.kind.id != LIVELIHOOD:
                message = _("{id}：类别是“{kind}”，不能写 {name}").format(id=one.id, kind=one.kind.label, name=name)
                yield Problem(one.located.place(name), "vote", message, _("只有民生实事候选由代表票决和测评"))
        if vote is not None:
            parts = (vote.votes_for, vote.votes_against, vote.abstained)
            yield from _sum(one, "vote", parts, vote.cast)
        became = report.follow[one.id].vote
        if said is not None and became is not None and became.term.id == "no":
            message = _("{id}：票决结果是“{label}”，却有满意度测评").format(id=one.id, label=became.term.label)
            hint = _("没有列为民生实事的项目不测评；核对票决结果")
            yield Problem(one.located.place("satisfaction"), "vote", message, hint)
        if said is not None:
            yield from _sum(one, "satisfaction", (said.satisfied, said.basically, said.dissatisfied), said.cast)


def check_votes_on_adjustments(catalog: Catalog) -> Iterator[Problem]:
    """adjustment-vote: 调整的票数，知道几项写几项；写全的，各项之和等于总票数。"""
    for _report, one in catalog.commitments:
        for n, each in enumerate(one.located.value.adjustments):
            parts = (each.votes_for, each.votes_against, each.abstained)
            known = [part for part in parts if part is not None]
            wrong = sum(known) != each.cast if len(known) == len(parts) else sum(known) > (each.cast or sum(known))
            if each.cast is not None and wrong:
                message = _("{id}：调整的票数合起来是 {sum}，总票数却是 {cast}").format(
                    id=one.id, sum=sum(known), cast=each.cast
                )
                place = one.located.place("adjustments", n, "cast")
                yield Problem(place, "adjustment-vote", message, _("照公布的文件核对各项和总数"))


def check_days_of_votes(catalog: Catalog) -> Iterator[Problem]:
    """vote-date: 票决在报告以后、今天以前；满意度测评在票决以后、今天以前。"""
    for report, one in catalog.commitments:
        vote, said = one.located.value.vote, one.located.value.satisfaction
        voted = vote.date if vote and vote.date else report.meta.delivered
        # What one document says of all projects is asked about once (ballots)
        day = vote.date if vote and "vote" not in one.located.elsewhere else None
        for name, label, given, earliest in (
            ("vote", _("票决"), day, report.meta.delivered),
            ("satisfaction", _("满意度测评"), said.date if said else None, max(voted, report.meta.delivered)),
        ):
            if given is not None and not earliest <= given <= catalog.today:
                message = _("{id}：{label}的日期 {day} 不在 {earliest} 和今天之间").format(
                    id=one.id, label=label, day=given, earliest=earliest
                )
                yield Problem(one.located.place(name, "date"), "vote-date", message, _("照公布的文件核对日期"))


def _sum(commitment: Commitment, name: str, parts: tuple[int | None, ...], cast: int | None) -> Iterator[Problem]:
    known = [part for part in parts if part is not None]
    if cast is None and not known:
        return
    if cast is None or len(known) < len(parts):
        message = _("{id}：{name} 的票数没有写全").format(id=commitment.id, name=name)
        yield Problem(commitment.located.place(name), "vote", message, _("各项票数和总票数都写，或都不写"))
    elif sum(known) != cast:
        words = " + ".join(map(str, known))
        message = _("{id}：{name} 的票数 {parts} = {sum}，总票数却是 {cast}").format(
            id=commitment.id, name=name, parts=words, sum=sum(known), cast=cast
        )
        yield Problem(commitment.located.place(name, "cast"), "vote", message, _("照公布的文件核对各项和总数"))


def check_official(catalog: Catalog) -> Iterator[Problem]:
    """official: 官方结论说的是这条承诺自己的目标，日期在报告以后、今天以前。"""
    for report, one in catalog.commitments:
        given = one.located.value.official_verdict
        if given is None:
            continue
        if given.target and given.target not in {target.id for target in one.targets}:
            message = _("{id}：官方结论说的目标 {target} 不是它的").format(id=one.id, target=given.target)
            place = one.located.place("official_verdict", "target")
            yield Problem(place, "official", message, _("写这条承诺自己的目标编号，或不写"))
        if not report.meta.delivered <= given.date <= catalog.today:
            message = _("{id}：官方结论的日期 {day} 不在报告日期和今天之间").format(id=one.id, day=given.date)
            yield Problem(one.located.place("official_verdict", "date"), "official", message, _("核对日期"))


def check_absences(catalog: Catalog) -> Iterator[Problem]:
    """absence: 检索的说明指向现有的承诺和地方，写了日期就写查过哪里，写了地方就不写日期；同样的范围只写一次。"""
    known = {(commitment.report, commitment.value.id) for commitment in catalog.raw.commitments}
    places = {place.id for place in catalog.places}
    seen: set[tuple[str, ...]] = set()
    for rule in catalog.raw.absences:
        record = rule.value
        scope = (rule.report, *(record.commitments or [record.kind or ""]))
        if scope in seen:
            yield Problem(rule.place(), "absence", _("同样的范围写了两次"), _("合成一条"))
        seen.add(scope)
        if record.kind and catalog.words.label(vocabulary.KINDS, record.kind) is None:
            yield unknown_word(rule, "absences", vocabulary.KINDS, record.kind, ("kind",), catalog.words)
        unknown = [id for id in record.commitments if (rule.report, id) not in known]
        delivered = next((report.meta.delivered for report in catalog.reports if report.key == rule.report), date.min)
        found = (*_scope(record, unknown), *_search(record, places, delivered, catalog.today))
        for wrong, message, hint in found:
            if wrong:
                yield Problem(rule.place(), "absence", message, hint)


def _scope(record: AbsenceRecord, unknown: list[str]) -> tuple[tuple[bool, str, str], ...]:
    """What can be wrong with what a rule is about: whether it is, the message, the hint."""
    return (
        (bool(unknown), _("没有承诺 {ids}").format(ids="、".join(unknown)), _("写现有承诺的编号")),
        (bool(record.commitments and record.kind), _("commitments 和 kind 只能写一样"), _("删去一样")),
    )


def check_absences_in_use(catalog: Catalog) -> Iterator[Problem]:
    """absence: 有了公开信息的承诺，检索的说明里不再写没有找到；只提醒。"""
    for report in catalog.reports:
        told = {id for id, became in report.follow.items() if became.absence is None and became.has_material}
        for rule in (each for each in catalog.raw.absences if each.report == report.key):
            for n, id in enumerate(rule.value.commitments):
                if id in told:
                    message = _("{id} 已经有公开材料，这里还写着没有找到").format(id=id)
                    hint = _("从 commitments 里删去，只有它就删去这一条；还缺什么，写在更新的正文里")
                    yield Problem(rule.place("commitments", n), "absence", message, hint, notice=True)
            kind = catalog.words.label(vocabulary.KINDS, rule.value.kind) if rule.value.kind else None
            if kind and not rule.value.commitments and not _is_of_use(report, kind.label, told):
                message = _("“{kind}”没有一条还缺公开信息，这里还写着没有找到").format(kind=kind.label)
                yield Problem(rule.place("kind"), "absence", message, _("删去这一条"), notice=True)


def _is_of_use(report: Report, kind: str, told: Collection[str]) -> bool:
    return any(one.kind.label == kind and one.id not in told for one in report.register.commitments)


def _search(
    record: AbsenceRecord, places: Collection[str], delivered: date, today: date
) -> tuple[tuple[bool, str, str], ...]:
    """What can be wrong with what a rule says of the search."""
    unknown = [id for id in record.places if id not in places]
    return (
        (bool(unknown), _("没有查找的地方 {ids}").format(ids="、".join(unknown)), _("写 places.yml 里的编号")),
        (
            bool(record.places and record.searched),
            _("写了 places，又写了 searched"),
            _("删去 searched：检索到哪一天由 places.yml 的查看记录得出"),
        ),
        (
            not record.places and bool(record.searched) != bool(record.where),
            _("searched 和 where 要一起写"),
            _("写检索到哪一天、查过哪里；没有检索过就都不写"),
        ),
        (
            record.searched is not None and record.searched > today,
            _("检索日期 {day} 在今天（{today}）之后").format(day=record.searched, today=today),
            _("写实际检索的日期"),
        ),
        (
            record.searched is not None and record.searched < delivered,
            _("检索日期 {day} 早于报告日期 {delivered}").format(day=record.searched, delivered=delivered),
            _("报告以前查的，说明不了后来怎样；写报告以后检索的日期"),
        ),
    )
