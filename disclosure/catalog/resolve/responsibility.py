"""Who answers for each commitment: the documents' words in the order of their days, over the record's own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec.structs import replace

from disclosure.catalog.entries import Commitment, Register
from disclosure.catalog.evidence import evidence as document
from disclosure.catalog.resolve.resolver import Resolver
from disclosure.catalog.responsibility import NOBODY, Assignment, Responsibility
from disclosure.model import vocabulary
from disclosure.model.responsibility import ResponsibilityRecord
from disclosure.problem import Place, Problem
from disclosure.source.register import Located
from disclosure.translation import gettext as _


def resolve(
    resolver: Resolver,
    register: Register,
    raw: Iterable[Located[ResponsibilityRecord]],
    written: Collection[str],
) -> dict[str, Responsibility]:
    """By id, of every commitment in force. ``written`` are the ids that editors wrote, readable or not."""
    stated: dict[str, list[Assignment]] = {}
    superseded = dict(register.superseded)
    for located in sorted(raw, key=lambda one: one.value.date):
        said = _assignment(resolver, located)
        for n, id in enumerate(located.value.commitments):
            if not _unknown(resolver, located, n, written, superseded) and register.find(id) is not None:
                stated.setdefault(id, []).append(said)
    return {one.id: _in_force(resolver, one, stated.get(one.id, ())) for one in register.commitments}


def _assignment(resolver: Resolver, located: Located[ResponsibilityRecord]) -> Assignment:
    record, name, words = located.value, named(located), vocabulary.DEPARTMENTS
    return Assignment(
        day=record.date,
        leader=record.leader or "",
        lead=resolver.term(located, name, words, record.lead, "lead") if record.lead else None,
        supporting=resolver.terms(located, name, words, record.supporting, "supporting"),
        planned=record.deadline,
        ends=tuple(record.ends),
        source=document(record.source, resolver.words, resolver.dead),
    )


def named(located: Located[ResponsibilityRecord]) -> str:
    """What messages call an entry."""
    return _("{day} 的责任分工").format(day=located.value.date)


def _unknown(
    resolver: Resolver,
    located: Located[ResponsibilityRecord],
    n: int,
    written: Collection[str],
    superseded: Mapping[str, str],
) -> bool:
    """Whether its ``n``th commitment is none in force, which is a problem; of one that could not be read enough is said
    elsewhere."""
    id = located.value.commitments[n]
    if id in superseded:
        message, hint = _("{name}：承诺 {id} 已经停用"), _("改写承接它的 {id}").format(id=superseded[id])
    elif id not in written:
        message, hint = _("{name}：没有承诺 {id}"), _("写这份报告现有承诺的编号，例如 c016")
    else:
        return False
    said = message.format(name=named(located), id=id)
    resolver.wrong(located, ("commitments", n), "reference", said, hint)
    return True


def _in_force(resolver: Resolver, commitment: Commitment, stated: Iterable[Assignment]) -> Responsibility:
    """What the record itself says, and over it each document in turn."""
    record, words = commitment.located.value, vocabulary.DEPARTMENTS
    here = commitment.located
    own = replace(
        NOBODY,
        leader=record.leader or "",
        lead=resolver.term(here, record.id, words, record.lead, "lead") if record.lead else None,
        supporting=resolver.terms(here, record.id, words, record.supporting, "supporting"),
    )
    held = own
    for one in stated:
        held = after(held, one)
    return held


def after(held: Responsibility, one: Assignment) -> Responsibility:
    """What holds once this document does."""
    return Responsibility(
        leader=one.leader if one.says("leader") else held.leader,
        lead=one.lead if one.says("lead") else held.lead,
        supporting=one.supporting if one.says("supporting") else held.supporting,
        planned=one.planned if one.says("deadline") else held.planned,
        history=(*held.history, one),
    )


def strays(listed: Iterable[tuple[str, str]], reports: Collection[str]) -> Iterator[Problem]:
    """Files for a report that is not there; each is its report and its path."""
    for report, path in listed:
        if report not in reports:
            message = _("没有报告 {key}").format(key=report)
            hint = _("文件名是报告的编号：{keys}").format(keys="、".join(sorted(reports)))
            yield Problem(Place(path), "reference", message, hint)
