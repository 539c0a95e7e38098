"""A poster for each livelihood project, to be hung up: a sheet each, all of a report on one page.

What the deputies did not adopt has none: on a wall it would read as a promise. What was adopted has one, and so has a
candidate whose vote is not public, which says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Commitment
from disclosure.catalog.followup import Ruling, Vote
from disclosure.catalog.outcome import Outcome, of_target
from disclosure.catalog.tally import looked
from disclosure.model import vocabulary
from disclosure.pages import (
    commitments,
    entities,
    followup,
    paging,
    poster_fit,
    records,
    responsible,
    timeline,
    verdicts,
)
from disclosure.pages.followup import FollowUpView
from disclosure.pages.once import once
from disclosure.pages.page import Link, Page, chinese_date, column
from disclosure.pages.paging import ListPosition
from disclosure.pages.poster_fit import PosterWords
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

# Posters on a page: a sheet each
POSTERS = 30
# How a neighbour says what came of a target
CAME = {
    "met": N_("达到了"),
    "not-done": N_("没有完成"),
    "below-expected": N_("没有达到"),
    "striving-missed": N_("没有达到"),
}


class PosterView(Struct, frozen=True, kw_only=True):
    """What a sheet says. ``words`` are its texts at the step ``size`` of ``poster_fit``, ``outcome`` the word with its
    shape."""

    id: str
    size: int
    words: PosterWords
    outcome: Outcome
    page: Link


class PostersView(Struct, frozen=True, kw_only=True):
    """``about`` says what they are and how to print them, ``refused`` are the projects that have none, and
    ``without`` says why."""

    about: tuple[str, ...]
    without: str
    posters: tuple[PosterView, ...]
    refused: tuple[Link, ...]
    list: Link
    position: ListPosition


def pages(catalog: Catalog, report: Report) -> Iterator[Page]:
    """None where no project was adopted or may be yet."""
    found = [(n, one) for n, one in enumerate(records.candidates(report), 1) if has_poster(report, one)]
    title, where = _("{year}年民生实事海报").format(year=report.meta.year), partial(_page, report.key)
    sheets = [found[n : n + POSTERS] for n in range(0, len(found), POSTERS)]
    for shown, position in paging.paged(sheets, title, where):
        yield column(
            catalog,
            commitments.overview_crumb(report),
            kind=paging.kind("posters", position.number),
            address=where(position.number),
            title=paging.title(title, position.number),
            description=_("{title}的{n}件民生实事，每件一张A4海报，供打印张贴").format(
                title=report.meta.title, n=len(found)
            ),
            view=_view(catalog, report, shown, position),
        )


def _page(key: str, number: int = 1) -> str:
    return address.further(address.page("posters", key), number)


def has_poster(report: Report, one: Commitment) -> bool:
    """Whether a project was adopted, or may have been."""
    return vote_on(report, one) != "no"


def vote_on(report: Report, one: Commitment) -> str:
    """Whether the deputies adopted a project: yes, no or unknown."""
    vote = report.follow[one.id].vote
    return vote.term.id if vote else "unknown"


def all_of(report: Report) -> Link | None:
    """To all posters of a report; None where it has none."""
    has = any(has_poster(report, one) for one in records.candidates(report))
    return Link(_("打印海报"), _page(report.key)) if has else None


def link(report: Report, one: Commitment) -> Link | None:
    """To the poster of a promise; None where it has none."""
    if one.kind.id != records.LIVELIHOOD or not has_poster(report, one):
        return None
    return Link(_("打印这一件的海报"), f"{_page(report.key, _sheets(report)[one.id])}#{one.id}")


@once
def _sheets(report: Report) -> dict[str, int]:
    """The page on which each project's poster is, by its promise's id."""
    found = [one.id for one in records.candidates(report) if has_poster(report, one)]
    return {id: n // POSTERS + 1 for n, id in enumerate(found)}


def _view(
    catalog: Catalog, report: Report, shown: Sequence[tuple[int, Commitment]], position: ListPosition
) -> PostersView:
    refused = [one.id for one in records.candidates(report) if not has_poster(report, one)]
    return PostersView(
        about=(
            _("每件民生实事一张，用A4纸竖着打印，可以张贴在公告栏。颜色不承载意思，黑白打印机也行。"),
            _("打印本页就是全部海报；只要一张，按那一张下面的按钮。"),
        ),
        without=_("票决没有通过的不做海报："),
        posters=tuple(_poster(catalog, report, one, number) for number, one in shown),
        refused=records.links(report, tuple(refused)) if position.number == 1 else (),
        list=Link(_("回到项目列表"), address.projects(report.key)),
        position=position,
    )


def _poster(catalog: Catalog, report: Report, one: Commitment, number: int) -> PosterView:
    size, words = poster_fit.fitted(_words(catalog, report, one, number))
    return PosterView(
        id=one.id,
        size=size,
        words=words,
        outcome=report.outcomes[one.id],
        page=records.linked(report)[one.id],
    )


def _words(catalog: Catalog, report: Report, one: Commitment, number: int) -> PosterWords:
    became = followup.view(catalog, report, one)
    outcome = report.outcomes[one.id]
    said = catalog.words.word(vocabulary.OUTCOMES, outcome.id)
    notice = "" if catalog.site.identity.site_id_code else catalog.site.notice
    return PosterWords(
        head=_head(report, one, number),
        title=one.title,
        quote=one.quote if one.quote != one.title else "",
        facts=tuple(_facts(catalog, report, one, became)),
        word=f"{outcome.shape} {outcome.label}",
        about=_about(catalog, report, one) or (said.description if said else ""),
        beside=tuple(_beside(became)),
        foot=tuple(_foot(catalog, report, one)),
        address=_address(catalog, report, one),
        small=tuple(filter(None, (notice, catalog.site.sample or ""))),
    )


def _about(catalog: Catalog, report: Report, one: Commitment) -> str:
    """What neighbours see for themselves: the target, and what came of it; empty where no value is known.

    Nothing is said so of what may not have been adopted: no target stood then.
    """
    became = report.follow[one.id]
    counted = [each for each in became.rulings if each.settled.all and _value(each)] if became.judged else []
    said = [_came(catalog, each, named=len(counted) > 1) for each in counted]
    return _("；").join(filter(None, (report.outcomes[one.id].note, *said)))


def _came(catalog: Catalog, one: Ruling, *, named: bool) -> str:
    """目标20部，实际14部，没有完成; one of several bears its name."""
    outcome = of_target(catalog.words, one).id
    word = _(CAME[outcome]) if outcome in CAME else verdicts.label(catalog.words, one)
    said = _("{measure}目标{written}，{came}，{word}")
    measure = one.target.measure if named else ""
    return said.format(measure=measure, written=one.target.written, came=_value(one), word=word)


def _value(one: Ruling) -> str:
    """实际14部, of what is known best; empty where that is no number."""
    return verdicts.came(one.target.quantity, one.settled.all[0][0])


def _head(report: Report, one: Commitment, number: int) -> str:
    what = _("{year}年民生实事项目 第{n}件") if vote_on(report, one) == "yes" else _("{year}年民生实事候选项目 第{n}件")
    return what.format(year=report.meta.year, n=number)


def _facts(catalog: Catalog, report: Report, one: Commitment, became: FollowUpView) -> Iterator[tuple[str, str]]:
    """What a passer-by asks: is it settled, where, until when, who. What nobody said is said to be unsaid."""
    vote = report.follow[one.id].vote
    yield _("票决"), _voted(vote)
    named = entities.links(catalog, report.mentions.records.get(one.id, ()))
    yield _("地方和单位"), _("、").join(each.label for each in named) or _("以报告原文为准")
    yield _("什么时候"), _deadline(report, one)
    yield from _responsible(catalog, report, one)
    if became.newest:
        yield _("最近消息"), _("{title}（{day}）").format(title=became.newest.label, day=became.newest.note)
    yield from _answered(report, one)


def _answered(report: Report, one: Commitment) -> Iterator[tuple[str, str]]:
    """What the newest later report says of it."""
    for each in sorted(report.follow[one.id].answers, key=lambda answer: answer.day)[-1:]:
        said = _("{report}（{day}）写到：{title}")
        yield _("后来的报告"), said.format(report=each.report_title, day=each.day.isoformat(), title=each.title)


def _voted(vote: Vote | None) -> str:
    if vote is None or vote.term.id == "unknown":
        return _("结果没有公开，不知道是否列为当年的任务")
    votes = followup.votes(vote)
    return _("人大代表票决通过（{votes}）").format(votes=votes) if votes else _("人大代表票决通过")


def _deadline(report: Report, one: Commitment) -> str:
    day, moved = chinese_date(one.deadline), timeline.moved_deadline(report.follow[one.id])
    if one.deadline_stated:
        said = _("{day}以前").format(day=day)
    elif vote_on(report, one) == "yes":
        said = _("原文没有写明，本站按{day}计").format(day=day)
    else:
        said = _("原文没有写明；是否实施以票决结果为准")
    return _("{said}；后来调整为{moved}").format(said=said, moved=moved) if moved else said


def _responsible(catalog: Catalog, report: Report, one: Commitment) -> Iterator[tuple[str, str]]:
    held = responsible.view(catalog, report, one.id)
    if held.nobody:
        yield _("责任单位"), held.nobody
    for duty in held.duties:
        yield duty.label, duty.text or _("、").join(each.label for each in duty.links)


def _beside(became: FollowUpView) -> Iterator[str]:
    """The body's own conclusion and ours, where they differ."""
    official = became.official
    if official is not None and official.differs:
        yield _("官方结论：{said}（{day}）").format(said=official.said, day=official.day)
        for each in became.verdicts:
            if each.term.id != "none":
                yield _("本站对照：{label}。{working}").format(label=each.outcome.label, working=each.working)


def _foot(catalog: Catalog, report: Report, one: Commitment) -> Iterator[str]:
    day = looked(report)
    yield _("信息截至{day}").format(day=chinese_date(day)) if day else _("还没有核对过公开信息")
    yield _("写在《{title}》").format(title=report.meta.title)
    yield _("段落编号 {place}").format(place=records.quotes(report)[one.id].link.label)
    if catalog.site.address:
        yield _("扫码看经过和证据（{id}）").format(id=one.id)
    else:
        yield _("经过和证据：在“{site}”的“{year}年承诺”里找编号 {id}").format(
            site=catalog.site.title, year=report.meta.year, id=one.id
        )


def _address(catalog: Catalog, report: Report, one: Commitment) -> str:
    """Of the project's page in full; empty where the site does not know its own."""
    return f"{catalog.site.address}{address.commitment(report.key, one.id)}" if catalog.site.address else ""
