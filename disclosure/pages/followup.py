"""What became of one commitment, as its page shows it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from disclosure import quantity
from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Commitment
from disclosure.catalog.followup import (
    Absence,
    Adjustment,
    FollowUp,
    LaterAnswer,
    Observation,
    Official,
    Satisfaction,
    Update,
    Vote,
)
from disclosure.catalog.outcome import Outcome
from disclosure.pages import adjustments, asked, cautions, narrative, status, timeline, verdicts, when
from disclosure.pages.asked import AskedLine
from disclosure.pages.page import Link, chinese_date, iso
from disclosure.pages.status import StatusView
from disclosure.pages.timeline import Entry, TimelineView
from disclosure.pages.verdicts import VerdictView
from disclosure.translation import gettext as _


class OfficialView(Struct, frozen=True, kw_only=True):
    """The responsible body's own word; ``differs`` says so where others say something else."""

    said: str
    outcome: str
    day: str
    differs: str


class FollowUpView(Struct, frozen=True, kw_only=True):
    """``absence`` says in sentences why nothing is known and what would settle it; empty where something is.

    ``beside`` says what stands beside the statuses: how the deputies voted, how content they were, what was changed.
    """

    outcome: Outcome
    statuses: tuple[StatusView, ...]
    absence: tuple[str, ...]
    settled_by: tuple[Link, ...]
    asked: tuple[AskedLine, ...]
    newest: Link | None
    official: OfficialView | None
    verdicts: tuple[VerdictView, ...]
    beside: tuple[str, ...]
    timeline: tuple[Entry, ...]
    way: TimelineView | None
    context: tuple[Entry, ...]
    method: Link | None


def view(catalog: Catalog, report: Report, commitment: Commitment) -> FollowUpView:
    became = report.follow[commitment.id]
    told = tuple(_told(commitment, became))
    return FollowUpView(
        outcome=report.outcomes[commitment.id],
        statuses=tuple(status.views(became)),
        absence=tuple(_absence(became, became.absence)) if became.absence else (),
        settled_by=tuple(_settled_by(report, became.absence)) if became.absence else (),
        asked=asked.of_commitment(report, commitment.id),
        newest=_newest(became),
        official=_official(became.official, report.outcomes[commitment.id]) if became.official else None,
        verdicts=tuple(verdicts.view(catalog, each, has_day=became.schedule is not None) for each in became.rulings),
        beside=tuple(_beside(commitment, became)),
        timeline=tuple(sorted((_speech(report, commitment), *told), key=lambda entry: entry.day or LAST)),
        way=timeline.view(commitment, report.meta.delivered, became, told, today=catalog.today),
        context=tuple(_update(each) for each in reversed(became.context)),
        method=narrative.explained(catalog, _("这些状态怎样定"), STATUS_ANCHOR),
    )


# Behind every day
LAST = "9999"
# The heading of method.md that explains the statuses: `## 状态 {#status}`
STATUS_ANCHOR = "status"
# How many documents are named, the narrowest first, before the others are only counted
NAMED = 2


def _newest(became: FollowUp) -> Link | None:
    """The last update on this very promise, its day as the note."""
    if not became.updates:
        return None
    last = became.updates[0]
    return Link(last.title, address.update(last.report, last.id), note=when.brief(last))


def _beside(commitment: Commitment, became: FollowUp) -> Iterator[str]:
    if commitment.kind.id == "livelihood":
        yield _voted(became.vote)
    if became.satisfaction is not None:
        yield _("满意度测评：{counts}").format(counts=_content(became.satisfaction))
    yield from (_change(commitment, adjustment) for adjustment in became.adjustments)


def _voted(vote: Vote | None) -> str:
    """A candidate project stays one until a vote is on file."""
    if vote is None:
        return _("这是民生实事候选项目。本站没有收录到票决结果，不知道是否列为当年的任务。")
    if vote.term.id == "unknown":
        return _("这是民生实事候选项目。票决结果没有公开，不知道是否列为当年的任务。")
    if vote.term.id == "no":
        return _("代表票决没有通过，没有列为当年的民生实事项目。{counts}").format(counts=votes(vote))
    return _("代表票决通过，列为当年的民生实事项目。{counts}").format(counts=votes(vote))


def votes(vote: Vote) -> str:
    """How many voted for and against; empty where that was not published."""
    if not vote.counts:
        return ""
    counts = dict(zip(("yes", "no", "none", "all"), vote.counts, strict=True))
    return _("赞成{yes}票，反对{no}票，弃权{none}票，共{all}票").format(**counts)


def _content(satisfaction: Satisfaction) -> str:
    counts = dict(zip(("good", "fair", "bad", "all"), satisfaction.counts, strict=True))
    return _("满意{good}票，基本满意{fair}票，不满意{bad}票，共{all}票；满意度不计入完成情况").format(**counts)


def _absence(became: FollowUp, absence: Absence) -> Iterator[str]:
    """Three different states, each in its own words; none of them is a miss, and none denies what stands beside it."""
    # What was voted, changed or told stands on the page too
    known = became.vote or became.adjustments or became.satisfaction
    what = _("完成情况的公开信息") if known else _("公开信息")
    if absence.term.id == "nothing-public":
        day = chinese_date(absence.searched) if absence.searched else ""
        yield _("没有找到{what}（检索截至{day}）。{silence}").format(what=what, day=day, silence=_(cautions.SILENCE))
        yield from _looked(absence)
    elif became.updates:
        yield _("收录的更新没有写责任单位怎么说，也没有列出证据。{unrecorded}").format(
            unrecorded=_(cautions.UNRECORDED)
        )
    elif absence.term.id == "not-due":
        due = _("期限未到，还没有{what}。") if became.schedule else _("还没有收录到{what}。")
        yield due.format(what=what)
    else:
        yield _("本站还没有去查找这条承诺{of}的公开信息。{unrecorded}").format(
            of=_("完成情况") if known else "", unrecorded=_(cautions.UNRECORDED)
        )
    if absence.settles and not absence.documents:
        yield _("哪份文件可能说明结果：{settles}。").format(settles=absence.settles)


def _looked(absence: Absence) -> Iterator[str]:
    """Where it was looked for, each place with its own day; and where nobody has looked yet."""
    places = [_("{name}（{day}）").format(name=look.name, day=iso(look.day)) for look in absence.looks if look.day]
    said = [_("查过：{where}。").format(where=_("；").join(places) or absence.where)] if places or absence.where else []
    if places and absence.where:
        said.append(_("找的是：{where}。").format(where=absence.where))
    others = [look.name for look in absence.looks if look.day is None]
    if others:
        said.append(_("还没有去看：{places}。").format(places=_("、").join(others)))
    if said:
        yield "".join(said)


def _settled_by(report: Report, absence: Absence) -> Iterator[Link]:
    for one in absence.documents[:NAMED]:
        yield Link(one.name, address.awaited(report.key, one.id))
    if len(absence.documents) > NAMED:
        yield Link(_("全部{n}份").format(n=len(absence.documents)), address.gaps(report.key))


def _official(official: Official, outcome: Outcome) -> OfficialView:
    differs = _("与自动对照的结论不同，两个都列在这里，以官方结论为先。") if official.differs else ""
    if outcome.id == "disputed":
        differs = _("各方说法相反，都列在这里，哪一方也不采信，单独计数。")
    return OfficialView(said=official.said, outcome=official.term.label, day=iso(official.day), differs=differs)


def _change(commitment: Commitment, change: Adjustment) -> str:
    values = {
        "day": iso(change.day),
        "by": change.by,
        "what": adjustments.what(commitment, change),
        "old": change.old,
        "new": change.new,
        "votes": _("（{votes}）").format(votes=adjustments.votes(change.votes)) if change.votes else "",
    }
    if change.holds:
        said = _("{day} {by}决定{votes}：{what}由“{old}”调整为“{new}”。原来的目标仍列在前面，按原目标计入统计。")
    elif change.decision.id == "no":
        said = _("{day} {by}没有同意{votes}把{what}由“{old}”调整为“{new}”，目标不变。")
    else:
        said = _("{day} 有提请{by}把{what}由“{old}”调整为“{new}”的记录，结果没有公开，目标不变。")
    return said.format(**values)


def _speech(report: Report, commitment: Commitment) -> Entry:
    text = Link(_("原文"), address.passage(report.key, commitment.span.passage))
    return Entry(day=iso(report.meta.delivered), what=_("写入政府工作报告"), link=text)


def _told(commitment: Commitment, became: FollowUp) -> Iterator[Entry]:
    """After the speech: what was said and found, what was changed, how the deputies voted."""
    yield from (_update(update) for update in became.updates)
    yield from (_value(one) for one in became.observations if one.origin.kind == "indicator")
    yield from (_answer(one) for one in became.answers)
    for change in became.adjustments:
        yield Entry(
            day=iso(change.day),
            what=_("目标调整") if change.holds else _("提请调整目标"),
            notes=(_change(commitment, change), *_asked(change)),
            evidence=(status.evidence(change.document),),
        )
    if became.vote is not None:
        yield _vote(became.vote)
    if became.satisfaction is not None:
        yield _satisfaction(became.satisfaction)
    if became.official is not None:
        said = _("官方结论：{said}").format(said=became.official.said)
        yield Entry(day=iso(became.official.day), what=said, evidence=(status.evidence(became.official.source),))


def _asked(change: Adjustment) -> Iterator[str]:
    """Who asked for it, and why, as far as the document says so."""
    return (_("{label}：{value}").format(label=label, value=value) for label, value in adjustments.asked(change))


def _update(update: Update) -> Entry:
    notes = (
        _("材料公开：{day}").format(day=iso(update.day)) if _is_later_public(update) else "",
        _("{context}的情况，只作背景").format(context=update.context) if update.context else "",
        _("报告状态：{label}").format(label=update.reported.label) if update.reported else "",
        _("证据状态：{label}").format(label=update.evidenced.label) if update.evidenced else "",
        _("把握：{label}").format(label=update.confidence.label) if update.confidence else "",
    )
    return Entry(
        day=iso(update.happened),
        since=iso(update.event.first) if update.event else "",
        when=when.brief(update) if update.event or not update.day else "",
        link=Link(update.title, address.update(update.report, update.id)),
        notes=tuple(note for note in notes if note),
        evidence=tuple(status.evidence(evidence) for evidence in update.evidence),
    )


def _is_later_public(update: Update) -> bool:
    """Whether its material became public on another day than it happened."""
    return update.event is not None and update.day is not None and iso(update.day) != update.event.written


def _value(one: Observation) -> Entry:
    """A value in an indicator's own file."""
    seen, origin = one.seen, one.origin
    return Entry(
        day=iso(origin.day or seen.until),
        what=_("指标："),
        link=Link(origin.title, address.indicator(origin.id)),
        notes=(_spelt(one),),
        evidence=tuple(status.evidence(each) for each in origin.evidence),
    )


def _spelt(one: Observation) -> str:
    seen = one.seen
    value = quantity.spell(seen.value, seen.unit) if seen.value is not None else ""
    known = [_("截至{day}").format(day=iso(seen.until)), *(term.label for term in (one.vintage, one.basis) if term)]
    return _("{value}（{known}）").format(value=value, known=_("，").join(known))


def _answer(one: LaterAnswer) -> Entry:
    """What a later report says of it."""
    return Entry(
        day=iso(one.day),
        what=_("{report}：").format(report=one.report_title),
        link=Link(
            _("成果 {id} {title}").format(id=one.result, title=one.title), address.result(one.report, one.result)
        ),
        notes=tuple(_spelt(each) for each in one.observations),
        evidence=(),
    )


def _vote(vote: Vote) -> Entry:
    what = _("代表票决：{label}").format(label=vote.term.label)
    notes = (votes(vote),) if vote.counts else ()
    evidence = (status.evidence(vote.source),)
    return Entry(day=iso(vote.day), anchor=address.VOTE, what=what, notes=notes, evidence=evidence)


def _satisfaction(satisfaction: Satisfaction) -> Entry:
    return Entry(
        day=iso(satisfaction.day),
        what=_("满意度测评"),
        notes=(_content(satisfaction),),
        evidence=(status.evidence(satisfaction.source),),
    )
