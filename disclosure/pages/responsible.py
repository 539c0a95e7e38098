"""Who answers for a promise, as pages show it; and, once a page, how many of a report's promises name anybody."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Commitment, Result
from disclosure.catalog.responsibility import Assignment, Responsibility
from disclosure.model import vocabulary
from disclosure.model.responsibility import Duty
from disclosure.model.vocabulary import Term
from disclosure.pages import status
from disclosure.pages.once import once
from disclosure.pages.page import Link, iso
from disclosure.pages.status import EvidenceView
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_


class DutyView(Struct, frozen=True, kw_only=True):
    """A line of who answers: ``links`` are departments, ``text`` a name or a day; ``since`` when that began."""

    label: str
    links: tuple[Link, ...]
    text: str
    since: str


class AssignmentView(Struct, frozen=True, kw_only=True):
    """What one document said, in a sentence; ``replaced`` where a later one says otherwise."""

    anchor: str
    day: str
    words: str
    replaced: str
    evidence: EvidenceView


class ResponsibleView(Struct, frozen=True, kw_only=True):
    """``nobody`` is said where nobody is named, and is empty otherwise; ``history`` is oldest first."""

    duties: tuple[DutyView, ...]
    nobody: str
    history: tuple[AssignmentView, ...]


@once
def named(report: Report) -> int:
    """Of how many promises it is known who answers for them."""
    return sum(one.is_named for one in report.responsibility.values())


@once
def sentence(report: Report) -> str:
    """Whether anybody is named: said once on each page where a reader looks for it."""
    all, found = len(report.responsibility), named(report)
    if not found and any(one.history for one in report.responsibility.values()):
        return _("登记的{n}条承诺，收录的文件没有写明现在由谁负责。").format(n=all)
    if not found:
        return _(
            "报告没有写明由谁负责：登记的{n}条承诺，没有一条写明牵头单位、配合单位或责任领导，"
            "也没有收录到写明责任分工的公开文件。"
        ).format(n=all)
    if found == all:
        return _("{n}条承诺都写明由谁负责。").format(n=all)
    return _("{all}条承诺里，{n}条写明由谁负责，{rest}条没有收录到写明由谁负责的文件。").format(
        all=all, n=found, rest=all - found
    )


def view(catalog: Catalog, report: Report, id: str) -> ResponsibleView:
    held = report.responsibility[id]
    return ResponsibleView(
        duties=tuple(_duties(catalog, held, report.register.find(id))),
        nobody="" if held.is_named else _no_longer() if held.history else _nobody(report),
        history=tuple(_history(catalog, held)),
    )


def _no_longer() -> str:
    return _("收录的文件没有写明现在由谁负责。")


@once
def _nobody(report: Report) -> str:
    if named(report) or any(one.history for one in report.responsibility.values()):
        return _("没有收录到写明这一条由谁负责的文件。")
    return _("报告没有写明，也没有收录到写明责任分工的公开文件。")


def _duties(catalog: Catalog, held: Responsibility, one: Commitment | Result | None) -> Iterator[DutyView]:
    """1+1+N: one leader, one lead department, supporting ones."""
    leads = (held.lead,) if held.lead else ()
    lines: tuple[tuple[Duty, str, tuple[Term, ...], str], ...] = (
        ("leader", _("责任领导"), (), held.leader),
        ("lead", _("牵头单位"), leads, ""),
        ("supporting", _("配合单位"), held.supporting, ""),
        ("deadline", _("计划时限"), (), _planned(held, one)),
    )
    for duty, label, departments, text in lines:
        by = held.stated_by(duty)
        if departments or text:
            links = tuple(link(catalog, one) for one in departments)
            yield DutyView(label=label, links=links, text=text, since=_since(by) if by else "")


def _planned(held: Responsibility, one: Commitment | Result | None) -> str:
    """A plan changes no deadline: where it goes beyond, that is said."""
    if held.planned and isinstance(one, Commitment) and held.planned > one.deadline:
        return _("{day}，晚于期限 {due}").format(day=iso(held.planned), due=iso(one.deadline))
    return iso(held.planned)


def _since(by: Assignment) -> str:
    return _("{day} 起").format(day=iso(by.day))


def link(catalog: Catalog, one: Term) -> Link:
    """A department, and where it went if it is no more."""
    word = catalog.words.word(vocabulary.DEPARTMENTS, one.id)
    if word is None or not word.until:
        return Link(one.label, address.department(one.id))
    into = catalog.words.id(vocabulary.DEPARTMENTS, word.into).label if word.into else ""
    gone = (
        _("{day} 并入{into}").format(day=iso(word.until), into=into)
        if into
        else _("{day} 撤销").format(day=iso(word.until))
    )
    return Link(one.label, address.department(one.id), note=gone)


def _history(catalog: Catalog, held: Responsibility) -> Iterator[AssignmentView]:
    for n, one in enumerate(held.history):
        later = held.history[n + 1 :]
        yield AssignmentView(
            anchor=address.responsible_since(iso(one.day)),
            day=iso(one.day),
            words=_("；").join(_said(catalog, one)),
            replaced=_replaced(one, later),
            evidence=status.evidence(one.source),
        )


def _said(catalog: Catalog, one: Assignment) -> Iterator[str]:
    """Each thing that the document says; departments as they were called then."""
    if one.lead:
        yield _("由{name}牵头").format(name=_called(catalog, one.lead, one))
    if one.supporting:
        yield _("{names}配合").format(names=_("、").join(_called(catalog, each, one) for each in one.supporting))
    if one.leader:
        yield _("责任领导{name}").format(name=one.leader)
    if one.planned:
        yield _("计划{day}以前完成").format(day=iso(one.planned))
    if one.ends:
        yield _("不再有{what}").format(what=_("、").join(_(ENDED[duty]) for duty in one.ends))


ENDED: dict[Duty, str] = {
    "leader": N_("责任领导"),
    "lead": N_("牵头单位"),
    "supporting": N_("配合单位"),
    "deadline": N_("计划时限"),
}


def _called(catalog: Catalog, term: Term, one: Assignment) -> str:
    word = catalog.words.word(vocabulary.DEPARTMENTS, term.id)
    then = next((each.label for each in word.names if one.day <= each.until), "") if word else ""
    return _("{then}（现{now}）").format(then=then, now=term.label) if then else term.label


def _replaced(one: Assignment, later: tuple[Assignment, ...]) -> str:
    """From when on none of it holds any more, or part of it."""
    said: list[Duty] = [duty for duty in ENDED if one.says(duty)]
    after = {duty: next((each.day for each in later if each.says(duty)), None) for duty in said}
    days = [day for day in after.values() if day]
    if not days:
        return ""
    if len(days) == len(said):
        return _("{day} 起被后来的文件替换").format(day=iso(max(days)))
    parts = (_("{what}（{day} 起）").format(what=_(ENDED[duty]), day=iso(day)) for duty, day in after.items() if day)
    return _("其中{parts}被后来的文件替换").format(parts=_("、").join(parts))
