"""Who answers for what agrees with itself, and departments that were renamed or merged lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Commitment
from disclosure.catalog.resolve.responsibility import named
from disclosure.catalog.responsibility import Responsibility
from disclosure.model import vocabulary
from disclosure.model.responsibility import Duty, ResponsibilityRecord
from disclosure.model.vocabulary import WordRecord
from disclosure.problem import Problem
from disclosure.source.register import Located
from disclosure.source.yaml import FieldPath
from disclosure.translation import gettext as _

Wrong = tuple[FieldPath, str, str]


def check_assignments(catalog: Catalog) -> Iterator[Problem]:
    """responsibility: 责任分工写明了什么，日期不晚于今天；一条承诺一天一份，牵头的不再列为配合，不再有的先前写过。"""
    for report in catalog.reports:
        stated: dict[tuple[str, str], str] = {}
        for located in _in_order(catalog, report):
            for where, message, hint in _wrong(located.value, catalog.today):
                yield _problem(located, where, message, hint)
            yield from _against_earlier(located, stated)


def _in_order(catalog: Catalog, report: Report) -> list[Located[ResponsibilityRecord]]:
    mine = (one for one in catalog.raw.responsibilities if one.report == report.key)
    return sorted(mine, key=lambda one: one.value.date)


def _problem(located: Located[ResponsibilityRecord], where: FieldPath, message: str, hint: str) -> Problem:
    said = _("{name}：{message}").format(name=named(located), message=message)
    return Problem(located.place(*where), "responsibility", said, hint)


def _wrong(record: ResponsibilityRecord, today: date) -> Iterator[Wrong]:
    """What is wrong with one document's word alone."""
    stated = _stated(record)
    if not stated and not record.ends:
        yield (), _("没有写明任何责任"), _("写 lead、supporting、leader、deadline 中的至少一样")
    if record.date > today:
        yield ("date",), _("日期在今天（{today}）之后").format(today=today), _("写文件的日期，或开始负责的日期")
    for n, duty in enumerate(record.ends):
        if duty in stated:
            yield ("ends", n), _("{field} 写了，又写不再有").format(field=duty), _("换了的只写新的")
    for n, label in enumerate(record.supporting):
        if label == record.lead:
            yield ("supporting", n), _("“{label}”既牵头又配合").format(label=label), _("只留牵头")
        elif label in record.supporting[:n]:
            yield ("supporting", n), _("“{label}”写了两次").format(label=label), _("只写一次")
    for n, id in enumerate(record.commitments):
        if id in record.commitments[:n]:
            yield ("commitments", n), _("{id} 写了两次").format(id=id), _("只写一次")


def _stated(record: ResponsibilityRecord) -> set[str]:
    return {name for name in ("leader", "lead", "supporting", "deadline") if getattr(record, name)}


def _against_earlier(located: Located[ResponsibilityRecord], stated: dict[tuple[str, str], str]) -> Iterator[Problem]:
    """``stated``: the day on which each duty of each commitment was last stated, or the day itself; it grows."""
    record = located.value
    for n, id in enumerate(dict.fromkeys(record.commitments)):
        day = record.date.isoformat()
        if stated.get((id, "")) == day:
            message = _("{id} 在这一天已经有一份").format(id=id)
            yield _problem(located, ("commitments", n), message, _("合成一份；两份文件互相不同的，以哪份为准要先弄清"))
        for m, duty in enumerate(record.ends):
            if (id, duty) not in stated:
                message = _("{id} 先前没有写过 {field}").format(id=id, field=duty)
                yield _problem(located, ("ends", m), message, _("没有写过的，不用写不再有"))
        stated[id, ""] = day
        for name in _stated(record):
            stated[id, name] = day


def check_deadlines(catalog: Catalog) -> Iterator[Problem]:
    """early-date: 责任分工里的完成时限不早于写明它的文件；只提醒。"""
    for located in catalog.raw.responsibilities:
        due, day = located.value.deadline, located.value.date
        if due is not None and due < day:
            message = _("{name}：完成时限 {due} 早于文件的日期 {day}").format(name=named(located), due=due, day=day)
            hint = _("核对年份；补记以前的分工，date 写当时文件的日期")
            yield Problem(located.place("deadline"), "early-date", message, hint, notice=True)


def check_agreement(catalog: Catalog) -> Iterator[Problem]:
    """responsibility-conflict: 承诺文件自己写的牵头、配合单位和责任领导，与责任分工里现行的相同。"""
    for report, one in catalog.commitments:
        held = report.responsibility[one.id]
        for field, label, here, there in _differing(catalog, one, held):
            by = held.stated_by(field)
            message = _("{id}：这里写的{label}是“{here}”，responsibilities/{key}.yml 里 {day} 起{there}").format(
                id=one.id, label=label, here=here, key=report.key, day=by.day if by else "", there=there
            )
            hint = _("只在一处写：删去承诺文件里的 {field}，留下有依据、有日期的那一份").format(field=field)
            yield Problem(one.located.place(field), "responsibility-conflict", message, hint)


def _differing(catalog: Catalog, one: Commitment, held: Responsibility) -> Iterator[tuple[Duty, str, str, str]]:
    """Field, label, what the record itself says and what holds; only where a document says it too, and otherwise."""
    record = one.located.value
    duties: tuple[tuple[Duty, str, list[str], list[str]], ...] = (
        ("leader", _("责任领导"), [record.leader or ""], [held.leader]),
        ("lead", _("牵头单位"), [record.lead or ""], [held.lead.label if held.lead else ""]),
        ("supporting", _("配合单位"), record.supporting, [term.label for term in held.supporting]),
    )
    for field, label, here, there in duties:
        current = {_current(catalog, name) for name in here if name}
        if current and held.stated_by(field) and current != {name for name in there if name}:
            said = _("是“{there}”").format(there=_("、").join(there)) if any(there) else _("不再有")
            yield field, label, _("、").join(here), said


def _current(catalog: Catalog, label: str) -> str:
    """What a department is called today; other names stay as they are."""
    term = catalog.words.label(vocabulary.DEPARTMENTS, label)
    return term.label if term else label


def check_departments(catalog: Catalog) -> Iterator[Problem]:
    """department: 曾用名按先后写，用到的日期不晚于今天；并入的单位在词表里，不绕回自己；这几样只有责任单位写。"""
    words = [one for one in catalog.raw.words if one.folder == vocabulary.DEPARTMENTS]
    by_id = {one.value.id: one.value for one in words}
    for one in words:
        for where, message, hint in _of_department(one.value, by_id, catalog.today):
            said = _("{id}：{message}").format(id=one.value.id, message=message)
            yield Problem(one.place(*where), "department", said, hint)
    for one in catalog.raw.words:
        for field in ("names", "until", "into"):
            if one.folder != vocabulary.DEPARTMENTS and getattr(one.value, field):
                message = _("{id}：词表 {name} 不写 {field}").format(id=one.value.id, name=one.folder, field=field)
                yield Problem(one.place(field), "department", message, _("只用于责任单位（departments）"))


def _of_department(word: WordRecord, by_id: Mapping[str, WordRecord], today: date) -> Iterator[Wrong]:
    before = date.min
    for n, former in enumerate(word.names):
        since = former.since or former.until
        if not before < since <= former.until <= today:
            message = _("曾用名“{label}”的日期接不上").format(label=former.label)
            yield ("names", n), message, _("按先后写，since 不晚于 until，until 不晚于今天")
        before = former.until
    if word.until and word.until > today:
        message = _("撤销日期 {day} 在今天（{today}）之后").format(day=word.until, today=today)
        yield ("until",), message, _("写实际撤销的日期")
    if word.into and not word.until:
        yield ("into",), _("写了并入的单位，没有写撤销日期"), _("写 until: 并入的日期")
    if word.into and word.into not in by_id:
        hint = _("写词表里现有单位的编号：{ids}").format(ids="、".join(by_id))
        yield ("into",), _("词表里没有并入的单位 {into}").format(into=word.into), hint
    elif word.id in _successors(word, by_id):
        yield ("into",), _("并入的单位绕回了自己"), _("核对并入了哪个单位")


def _successors(word: WordRecord, by_id: Mapping[str, WordRecord]) -> list[str]:
    """The departments that one was merged into, one after the other."""
    found: list[str] = []
    while (into := word.into) and into in by_id and into not in found:
        found.append(into)
        word = by_id[into]
    return found
