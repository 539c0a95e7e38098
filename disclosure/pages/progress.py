"""What became of a report's promises, as a whole: counts with denominators, two rates, what is due, year by year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from disclosure.catalog import address, data_folder, due, tally
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.tally import Excluded, Item, Overdue
from disclosure.grouping import grouped
from disclosure.model import vocabulary
from disclosure.pages import (
    chain,
    deadlines,
    freshness,
    outcome_pictures,
    outcomes,
    pictogram,
    reached,
    records,
    status,
    update_lines,
    updates,
)
from disclosure.pages.chain import ChainView
from disclosure.pages.freshness import FreshnessView
from disclosure.pages.once import once, once_in
from disclosure.pages.outcomes import OutcomesView
from disclosure.pages.page import Link, Page, column
from disclosure.pages.pictogram import PictogramRow
from disclosure.pages.picture import Picture
from disclosure.pages.share import ShareLink, share
from disclosure.pages.update_lines import UpdateLine
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_
from disclosure.verdict import Rate

# How many of the newest updates the home page names, and of what is past its day its own page
NEWEST = 3
OPEN = 30
NO_PERCENT = "—"
NO_DAY = {"no-day": N_("没有期限或以票决结果为准")}


class RateView(Struct, frozen=True, kw_only=True):
    """达成 a / 可判定 b / 全部 c; ``percent`` is a dash while less than half can be judged."""

    label: str
    met: int
    decided: int
    all: int
    percent: str
    note: str


class CountsView(Struct, frozen=True):
    """How many commitments have each status of one kind: label and number; the numbers add up to ``all``."""

    title: str
    all: int
    rows: tuple[tuple[str, str, int], ...]


class SummaryView(Struct, frozen=True, kw_only=True):
    """What the home page shows of a report's follow-up, ``picture`` its outcomes. ``no_rates`` says why there are no
    rates, if there are none."""

    title: str
    link: Link
    outcomes: OutcomesView
    picture: Picture | None
    counts: tuple[CountsView, ...]
    rates: tuple[RateView, ...]
    no_rates: str
    overdue: tuple[str, ...]
    newest: tuple[UpdateLine, ...]
    freshness: FreshnessView


class ProgressView(Struct, frozen=True, kw_only=True):
    """The whole: the summary's parts, rates by strength and section, what is excluded, the chain over the years.

    The table of what was ``reached`` stands in a file alone (``reached_apart``) where it is long.
    ``pictogram`` are the rows of the outcomes' picture, which lead to the promises.
    Where there are more ``open`` ones than the page names, ``more_open`` leads to the sections of the others.
    """

    summary: SummaryView
    pictogram: tuple[PictogramRow, ...]
    by_strength: tuple[RateView, ...]
    by_section: tuple[RateView, ...]
    excluded: tuple[str, ...]
    reached: Picture | None
    reached_apart: bool
    open: tuple[Link, ...]
    more_open: tuple[Link, ...]
    chain: ChainView
    deadlines: Picture | None
    stream: Link | None
    share: ShareLink | None


def page(catalog: Catalog, report: Report) -> Page:
    view = _view(catalog, report)
    return column(
        catalog,
        Link(report.meta.title, address.report(report.key)),
        type="数据发布",
        kind="progress",
        address=address.progress(report.key),
        title=view.summary.title,
        description=_("{title}的承诺兑现情况：有公开信息的写明出处，没有的写明没有").format(title=report.meta.title),
        view=view,
    )


@once_in
def summary(catalog: Catalog, report: Report) -> SummaryView:
    """One report's part of the home page; its own page about progress begins with it."""
    found = tally.items(report)
    return SummaryView(
        title=_("{year}年承诺后来怎样").format(year=report.meta.year),
        link=Link(_("看全部：分小节、分强度、哪些到期"), address.progress(report.key)),
        outcomes=outcomes.view(catalog, report),
        picture=outcome_pictures.by_word(catalog, report),
        counts=tuple(_counts(catalog, report)),
        rates=two_rates(found) if _is_any_decided(found) else (),
        no_rates="" if _is_any_decided(found) else _undecided(found),
        overdue=tuple(_overdue(tally.overdue(report))),
        newest=tuple(sorted(update_lines.of_report(report).lines, key=lambda line: bool(line.scope))[:NEWEST]),
        freshness=freshness.view(tally.looked(report), catalog.site.cycle_days, catalog.today),
    )


def _view(catalog: Catalog, report: Report) -> ProgressView:
    found, open = tally.items(report), tally.overdue(report).open
    came = reached.view(catalog, report)
    whole = summary(catalog, report)
    return ProgressView(
        summary=whole,
        pictogram=pictogram.rows(whole.outcomes.rows) if whole.picture else (),
        by_strength=tuple(_by_strength(catalog, found)) if _is_any_decided(found) else (),
        by_section=tuple(by_section(report, found)) if _is_any_decided(found) else (),
        excluded=tuple(_excluded(tally.excluded(report))),
        reached=came,
        reached_apart=came is not None and len(came.table.rows) > reached.LISTED,
        open=records.links(report, open[:OPEN]),
        more_open=tuple(_by_section(report, open[OPEN:])),
        chain=chain.view(catalog, report),
        deadlines=_deadlines(catalog, report),
        stream=Link(_("全部跟踪更新"), updates.list_of(report.district)) if report.updates else None,
        share=share(report),
    )


def _deadlines(catalog: Catalog, report: Report) -> Picture | None:
    return deadlines.view(
        catalog,
        due.added((*due.counts(report), *due.requested(report.requests))),
        page=address.progress(report.key),
        of=report.meta.title,
        undated=due.undated(report),
        data=(
            Link(_("日历（ICS）"), address.calendar(report.key)),
            Link(_("承诺（JSON）"), data_folder.of_report(report).json("commitments")),
        ),
    )


def _by_section(report: Report, ids: Sequence[str]) -> Iterator[Link]:
    """The pages where these commitments stand, each with how many."""
    missing = frozenset(ids)
    for id, inside in records.by_section(
        report, (one for one in report.register.commitments if one.id in missing)
    ).items():
        link = address.section(report.key, id)
        yield Link(report.sections[id].title, link, note=_("{n}条").format(n=len(inside)))


def rates_of(report: Report, commitments: Iterable[str]) -> tuple[RateView, ...]:
    """The two rates of some of a report's commitments; nothing where none of them can be judged yet."""
    counted = _counted(report)
    found = tuple(item for one in commitments for item in counted.get(one, ()))
    return two_rates(found) if _is_any_decided(found) else ()


def _is_any_decided(found: tuple[Item, ...]) -> bool:
    """A rate over nothing is a table of zeros, and none is printed."""
    return tally.all_rate(found).decided > 0


def _undecided(found: tuple[Item, ...]) -> str:
    if not found:
        return _("没有可以对照的目标，所以不列完成率。")
    return _("{n}个可以对照的目标，还没有一个有公开的实际值可以对照，所以不列完成率。").format(n=len(found))


@once
def _counted(report: Report) -> dict[str, list[Item]]:
    """By commitment, what counts in a rate."""
    return grouped((one.commitment, one) for one in tally.items(report))


def two_rates(found: tuple[Item, ...]) -> tuple[RateView, ...]:
    """Never one blended score."""
    return (
        rate(_("承诺类完成率"), tally.promised_rate(found), _("约束性和承诺")),
        rate(_("全部目标完成率"), tally.all_rate(found), _("有数字的全部目标，含力争")),
    )


def rate(label: str, one: Rate, note: str = "") -> RateView:
    percent = NO_PERCENT if one.percent is None else _("{n}%").format(n=one.percent)
    return RateView(label=label, met=one.met, decided=one.decided, all=one.all, percent=percent, note=note)


def _by_strength(catalog: Catalog, found: tuple[Item, ...]) -> Iterator[RateView]:
    for id in catalog.words.order(vocabulary.STRENGTHS):
        mine = [one for one in found if one.strength == id]
        if mine:
            yield rate(catalog.words.id(vocabulary.STRENGTHS, id).label, tally.all_rate(mine))


def by_section(report: Report, found: Iterable[Item]) -> Iterator[RateView]:
    """A rate for each section that has a target with a number."""
    for id, items in records.by_section(report, found).items():
        yield rate(report.sections[id].title, tally.all_rate(items))


def _counts(catalog: Catalog, report: Report) -> Iterator[CountsView]:
    kinds: tuple[tuple[str, str, Counter[str], Mapping[str, str]], ...] = (
        (_("责任单位怎么说（报告状态）"), vocabulary.REPORTED, tally.reported(report), {}),
        (_("公开证据支持到什么程度（证据状态）"), vocabulary.EVIDENCED, tally.evidenced(report), status.UNRATED),
        (_("按日历算到哪里了（时序）"), vocabulary.SCHEDULE, tally.schedules(report), NO_DAY),
    )
    for title, name, counted, without in kinds:
        yield CountsView(title, len(report.follow), tuple(_rows(catalog, name, counted, without)))


def _rows(
    catalog: Catalog, name: str, counted: Counter[str], without: Mapping[str, str]
) -> Iterator[tuple[str, str, int]]:
    """The words of a vocabulary, then those for promises that have none of them."""
    for id in catalog.words.order(name):
        if counted[id]:
            yield id, catalog.words.id(name, id).label, counted[id]
    for id, label in without.items():
        if counted[id]:
            yield id, _(label), counted[id]


def _overdue(one: Overdue) -> Iterator[str]:
    """What is past its day; no information is no failure and is said apart."""
    rows = (
        (one.done, _("{n}条已到期，公开信息表明已经完成")),
        (len(one.open), _("{n}条已到期，公开信息表明没有完成")),
        (one.disputed, _("{n}条已到期，公开的说法互相不一致")),
        (one.other, _("{n}条已到期，有公开材料，但没有说明是否完成")),
        (one.unknown, _("{n}条已到期，没有公开信息（不等于没有完成）")),
        (one.directions, _("{n}条已到期，没有可以对照的结果（不作对照）")),
    )
    return (words.format(n=number) for number, words in rows if number)


def _excluded(one: Excluded) -> Iterator[str]:
    rows = (
        (one.without_target, _("{n}条承诺没有写明可以衡量的目标")),
        (one.unjudged, _("{n}个目标是定性、概数，或原文只说去做（过程），只列证据")),
        (one.candidates, _("{n}条民生实事候选没有票决通过的公开结果")),
    )
    return (words.format(n=number) for number, words in rows if number)
