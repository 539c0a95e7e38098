"""The three statuses as pages show them: each with its adjective, none standing for another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalog import address
from disclosure.catalog.evidence import Evidence, only_copies
from disclosure.catalog.followup import FollowUp
from disclosure.model.vocabulary import Term
from disclosure.pages.page import Link, iso
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

# Statuses that say that nothing is known
UNKNOWN = ("no-information", "not-looked", "none-public")
# What evidence supports where no record says it: nobody has looked, or nobody has said what the documents support
UNRATED = {"not-looked": N_("尚未检索"), "unrated": N_("有材料，没有评定")}


class StatusView(Struct, frozen=True):
    """One status: whose word it is (报告：, 证据：, 时序：), its id for shape and colour, its label, since when."""

    name: str
    id: str
    label: str
    note: str


class EvidenceView(Struct, frozen=True, kw_only=True):
    """A public document. ``link`` is empty where only the publisher's own number is known.

    ``cautions`` no view leaves out, the simple one neither.
    """

    publisher: str
    title: str
    link: str
    passage: Link | None
    facts: tuple[str, ...]
    cautions: tuple[str, ...]
    says: str
    does_not_say: str
    snapshot: Link | None
    dead: str


def telling(follow: FollowUp) -> tuple[StatusView, ...]:
    """For a line of a list: what says that something is known, without the days, which the record's own page says."""
    return tuple(replace(each, note="") for each in views(follow) if each.id not in UNKNOWN)


def views(follow: FollowUp) -> Iterator[StatusView]:
    reported, evidenced = follow.reported, follow.evidenced
    yield StatusView(_("报告："), reported.term.id, reported.term.label, iso(reported.since))
    term = evidence_term(follow)
    yield StatusView(_("证据："), term.id, term.label, _until(term.id, evidenced.since) if evidenced else "")
    schedule = follow.schedule
    yield StatusView(
        _("时序："), schedule.id if schedule else "no-day", schedule.label if schedule else _no_day(follow), ""
    )


def evidence_term(follow: FollowUp) -> Term:
    """What public evidence supports. Where nobody has said that, there may be some all the same."""
    if follow.evidenced is not None:
        return follow.evidenced.term
    id = "unrated" if follow.has_material else "not-looked"
    return Term(id, _(UNRATED[id]))


def _no_day(follow: FollowUp) -> str:
    if follow.judged:
        return _("没有期限")
    refused = follow.vote is not None and follow.vote.term.id == "no"
    return _("票决没有通过，不计期限") if refused else _("以票决结果为准")


def _until(id: str, day: date | None) -> str:
    """无公开证据 names the day until which was looked."""
    return _("检索截至{day}").format(day=iso(day)) if id == "none-public" and day else iso(day)


def _passage(reference: str) -> Link:
    key, _slash, id = reference.partition("/")
    return Link(_("本站全文：{report} {id}").format(report=key, id=id), address.passage(key, id))


def evidence(one: Evidence) -> EvidenceView:
    facts = (
        _("编号：{locator}").format(locator=one.locator) if one.locator else "",
        _("材料日期 {day}").format(day=iso(one.day)) if one.day else "",
        _("查阅日期 {day}").format(day=iso(one.retrieved)) if one.retrieved else "",
    )
    cautions = _seen(one), _("只读到摘录") if one.excerpt else ""
    return EvidenceView(
        publisher=one.publisher,
        title=one.title or (_("查看材料") if one.url else ""),
        link=one.url,
        passage=_passage(one.passage) if one.passage else None,
        facts=tuple(fact for fact in facts if fact),
        cautions=tuple(caution for caution in cautions if caution),
        says=one.says,
        does_not_say=one.does_not_say,
        snapshot=Link(_("本站存档"), one.snapshot, note=one.sha256) if one.snapshot else None,
        dead=iso(one.dead),
    )


def words(one: EvidenceView) -> str:
    """What is said of a document, as it can be found."""
    return " ".join(filter(None, (one.publisher, one.title, *one.facts, *one.cautions, one.says, one.does_not_say)))


def _seen(one: Evidence) -> str:
    """How it was seen, where that was not on its publisher's own page."""
    return _("从{seen}读到，没有见到原页面").format(seen=one.seen.label) if one.seen and one.is_copy else ""


def unseen(documents: tuple[Evidence, ...]) -> tuple[str, ...]:
    """What a reader must know who takes a statement from these documents."""
    return tuple(_unseen(documents))


def _unseen(documents: tuple[Evidence, ...]) -> Iterator[str]:
    look = _("请按发布者、标题、编号和日期查找。")
    if only_copies(documents):
        yield _("材料都从镜像或转载读到，没有见到原页面，所以不作链接；{look}").format(look=look)
    elif any(one.is_copy for one in documents):
        yield _("没有链接的材料从镜像或转载读到，没有见到原页面；{look}").format(look=look)
    if any(one.excerpt for one in documents):
        yield _("有材料只读到摘录，没有读到全文。")
