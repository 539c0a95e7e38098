"""Updates say nothing that their evidence, their dates or their scope do not carry."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.followup import Update, UpdateEntry
from disclosure.catalog.outcome.targets import CLAIMS_DONE, CLAIMS_SEEN
from disclosure.model.update import UNKNOWN
from disclosure.problem import Problem
from disclosure.source import cross_references
from disclosure.source.yaml import FieldPath
from disclosure.translation import gettext as _


def _each(catalog: Catalog) -> Iterator[tuple[Report, Update]]:
    for report in catalog.reports:
        for update in report.updates:
            yield report, update


def check_days(catalog: Catalog) -> Iterator[Problem]:
    """update-date: 更新的日期等于文件名里的日期，不早于报告日期，不晚于今天，也不晚于发布时间。"""
    for report, one in _each(catalog):
        delivered, day = report.meta.delivered, one.day or one.recorded
        named = _("日期 {day} 与文件名不同") if one.day else _("没有写日期，文件名却不是收录的日期 {day}")
        reasons = (
            (not one.id.startswith(day.isoformat()), named, _("改日期，或改文件名")),
            (day < delivered, _("日期 {day} 早于报告日期 {delivered}"), _("更新只写报告以后的事")),
            (day > catalog.today, _("日期 {day} 在今天（{today}）之后"), _("写事情公开的实际日期")),
            (day > one.recorded, _("日期 {day} 晚于发布时间 {published}"), _("发布时间不能早于事情公开")),
        )
        found = next(((said, hint) for wrong, said, hint in reasons if wrong), None)
        if found is not None:
            said = found[0].format(day=day, delivered=delivered, today=catalog.today, published=one.recorded)
            field = "date" if one.day else "published"
            yield Problem(
                one.head.place(field), "update-date", _("{id}：{message}").format(id=one.id, message=said), found[1]
            )


def check_events(catalog: Catalog) -> Iterator[Problem]:
    """event: 事情发生的时间是真有的日期，不早于报告，不晚于公开；不知道的写不详，也不拿来对照。"""
    for report, one in _each(catalog):
        found = _of_event(one, report.meta.delivered)
        if found is not None:
            field, message, hint = found
            said = _("{id}：{message}").format(id=one.id, message=message)
            yield Problem(one.head.place(field), "event", said, hint)


def _of_event(one: Update, delivered: date) -> tuple[str, str, str] | None:
    """Field, message and hint of what is wrong with the time of an event."""
    event, latest = one.event, one.day or one.recorded
    if event is None:
        return _without_event(one)
    if event.first is None or event.last is None:
        return _unknown(one)
    if event.last < event.first:
        message = _("事情发生的时间“{time}”先后颠倒").format(time=event.written)
        return "event", message, _("早的写在前面，例如 2022-10/2022-12")
    if event.last < delivered:
        message = _("事情发生的时间“{time}”早于报告日期 {day}").format(time=event.written, day=delivered)
        return "event", message, _("更新只写报告以后的事；报告以前的，写在上年成果的 checks 里")
    if event.first > latest:
        message = _("事情发生的时间“{time}”在材料公开（{day}）之后").format(time=event.written, day=latest)
        return "event", message, _("计划和预计不是已经发生的事；核对两个时间")
    return None


def _without_event(one: Update) -> tuple[str, str, str] | None:
    if one.day is None:
        return "title", _("没有写日期，也没有写事情发生的时间"), _("加上 event，例如 2022；不知道写 event: 不详")
    if one.meta.inferred:
        return "inferred", _("写了推断的理由，却没有写推断出的时间"), _("加上 event，例如 2022-08-16")
    return None


def _unknown(one: Update) -> tuple[str, str, str] | None:
    """A time that nobody knows, or that is none: nothing is held against the calendar with it."""
    assert one.event is not None
    if one.event.written != UNKNOWN:
        message = _("事情发生的时间“{time}”不是真有的日期").format(time=one.event.written)
        return "event", message, _("写作 2022-08-16、2022-08、2022，或 2022-10/2022-12；不知道写 不详")
    if one.event.inferred:
        return "inferred", _("时间不详，却写了推断的理由"), _("写出推断的时间，或删去 inferred")
    if one.observations:
        return "observations", _("时间不详的事，不能写实际值"), _("对照和时序都看日期；查明时间再写")
    return None


def check_evidence(catalog: Catalog) -> Iterator[Problem]:
    """no-evidence: 说完成、说有证据、写实际值，都要有证据；写“无公开证据”要写检索到哪一天。"""
    for _report, one in _each(catalog):
        said = [*_claims(one, one, ()), *(each for entry in one.entries for each in _claims(one, entry, entry.where))]
        where = "observations" if one.meta.observations else "entries"
        observed = one.meta.observations or any(each.observations for each in one.meta.entries)
        if observed and not one.evidence:
            said.append(_no_evidence(one, (where,), _("写了实际值，却没有证据"), _("在 evidence 里写明数字出自哪里")))
        # Whatever claims it, the evidence is missing once
        yield from said if one.evidence else said[:1]


def _claims(one: Update, said: Update | UpdateEntry, where: FieldPath) -> Iterator[Problem]:
    """What the update as a whole, or one entry of it, says without showing it."""
    if said.evidenced is not None and said.evidenced.id == "none-public" and said.searched is None:
        message = _("证据状态是“{label}”，却没有写检索截至的日期").format(label=said.evidenced.label)
        yield _no_evidence(one, (*where, "evidenced"), message, _("加上 searched: 最后一次检索的日期"))
    if one.evidence:
        return
    if said.reported is not None and said.reported.id in CLAIMS_DONE:
        message = _("报告状态是“{label}”，却没有证据").format(label=said.reported.label)
        hint = _("加上 evidence；没有公开材料时不写 reported，页面显示“无公开信息”")
        yield _no_evidence(one, (*where, "reported"), message, hint)
    if said.evidenced is not None and said.evidenced.id in CLAIMS_SEEN:
        message = _("证据状态是“{label}”，却没有列出证据").format(label=said.evidenced.label)
        yield _no_evidence(one, (*where, "evidenced"), message, _("在 evidence 里写明是哪一份公开材料"))


def check_entries(catalog: Catalog) -> Iterator[Problem]:
    """entries: 更新至少说到一条承诺，实际值也只写它们的；逐条写的，同一条只写一次，不再写在 commitments 里。"""
    for report, one in _each(catalog):
        meta = one.meta
        if not (meta.commitments or meta.entries):
            hint = _("写 commitments，例如 [c098]；每条各有状态时写 entries")
            yield _entry_problem(one, ("commitments",), _("没有写说的是哪条承诺"), hint)
            continue
        seen: set[str] = set(meta.commitments)
        for n, entry in enumerate(meta.entries):
            if entry.commitment in seen:
                message = _("{commitment} 写了两次").format(commitment=entry.commitment)
                hint = _("逐条写的承诺只在 entries 里写一次")
                yield _entry_problem(one, ("entries", n, "commitment"), message, hint)
            seen.add(entry.commitment)
        yield from _of_others(report, one)


def _of_others(report: Report, one: Update) -> Iterator[Problem]:
    """Values of promises that the update does not name: no page would show them."""
    known = {commitment.id for commitment in report.register.commitments}
    named = [cross_references.split(each, report.key) for each in one.meta.commitments]
    # One of these may be what an unknown id was meant to be
    if any(key == report.key and id not in known for key, id in named):
        return
    for n, seen in enumerate(one.meta.observations):
        key, target = cross_references.split(seen.target, report.key)
        id = target.partition("/")[0]
        if key == report.key and id in known and id not in one.commitments:
            message = _("实际值是 {commitment} 的，这条更新却没有写它").format(commitment=id)
            hint = _("在 commitments 里加上 {commitment}；说的不是同一件事，另写一条更新").format(commitment=id)
            yield _entry_problem(one, ("observations", n, "target"), message, hint)


def _entry_problem(one: Update, where: FieldPath, message: str, hint: str) -> Problem:
    said = _("{id}：{message}").format(id=one.id, message=message)
    return Problem(one.head.place(*where), "entries", said, hint)


def _no_evidence(update: Update, where: FieldPath, message: str, hint: str) -> Problem:
    return Problem(
        update.head.place(*where), "no-evidence", _("{id}：{message}").format(id=update.id, message=message), hint
    )


def check_context(catalog: Catalog) -> Iterator[Problem]:
    """context: 上级、全市、全省的数字只是背景，不能带状态和实际值。"""
    for _report, one in _each(catalog):
        given = (
            *(("reported", one.reported), ("evidenced", one.evidenced), ("observations", one.meta.observations)),
            ("entries", one.entries),
        )
        for name, value in given if one.context else ():
            if value:
                message = _("{id}：这是{context}的背景，不能写 {name}").format(
                    id=one.id, context=one.context, name=name
                )
                hint = _("背景里的数字写在正文里；本区自己的进展另写一条更新，不写 context")
                yield Problem(one.head.place(name), "context", message, hint)


def check_rubric(catalog: Catalog) -> Iterator[Problem]:
    """rubric: 有实际值就要有对照尺度；尺度只有一份，待判断的范围不小于达成的范围。"""
    rubrics = catalog.raw.rubrics
    if not rubrics:
        judged = next((one for _report, one in _each(catalog) if one.observations), None)
        if judged is not None:
            message = _("{id}：有实际值，却没有对照尺度 rubric.yml").format(id=judged.id)
            yield Problem(judged.head.place("observations"), "rubric", message, _("写 content/rubric.yml，见编辑手册"))
    for extra in rubrics[1:]:
        message = _("对照尺度只能有一份，这是第二份")
        yield Problem(extra.place(), "rubric", message, _("旧的尺度在版本记录里；这里只留现在用的"))
    for rubric in rubrics[:1]:
        for name, tolerance in (("rates", rubric.value.rates), ("amounts", rubric.value.amounts)):
            if tolerance.t2 < tolerance.t1:
                message = _("{name}：t2（{t2}）小于 t1（{t1}）").format(name=name, t1=tolerance.t1, t2=tolerance.t2)
                yield Problem(rubric.place(name, "t2"), "rubric", message, _("差距在 t1 以内达成，在 t2 以内待判断"))
