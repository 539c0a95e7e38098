"""The list of districts of a site that has several: every one of ``districts.yml``, also those without a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog
from disclosure.grouping import grouped
from disclosure.pages import paging
from disclosure.pages.card import Card
from disclosure.pages.page import Link, Page, column
from disclosure.pages.paging import ListPosition
from disclosure.translation import gettext as _

# So many on a page
LINES = 200


class ListedDistrict(Struct, frozen=True, kw_only=True):
    """A district: the way to it, what is ``known`` of its reports and their promises, and the ``newest`` report.

    ``found`` are the words that it is found by where somebody types.
    """

    link: Link
    known: str
    newest: Link | None
    found: str


class DistrictsView(Struct, frozen=True, kw_only=True):
    """``said`` is how many there are; ``lines`` stand in the order of the file."""

    said: str
    lines: tuple[ListedDistrict, ...]
    position: ListPosition
    ways: tuple[Link, ...]


def pages(catalog: Catalog, cards: Sequence[Card], ways: Iterable[Link]) -> Iterator[Page]:
    """The list, a long one on several pages."""
    every = tuple(lines(catalog, cards))
    sheets = paging.cut(
        [every] if every else [], LINES, len, lambda part, start, end: tuple(paging.within(part, start, end))
    )
    title, where, more = _("各区县"), partial(address.further, address.DISTRICTS), tuple(ways)
    for shown, position in paging.paged(sheets, title, where):
        yield column(
            catalog,
            kind=paging.kind("districts", position.number),
            address=where(position.number),
            title=paging.title(title, position.number),
            description=_("收录的全部区县，每个有哪几年的报告，承诺后来怎样"),
            view=DistrictsView(
                said=said(catalog, cards),
                lines=tuple(line for part in shown for line in part),
                position=position,
                ways=more,
            ),
        )


def lines(catalog: Catalog, cards: Iterable[Card]) -> Iterator[ListedDistrict]:
    by_name = grouped((one.district, one) for one in cards)
    for one in catalog.districts:
        mine = by_name.get(one.name, [])
        newest = Link(mine[0].title, address.report(mine[0].key)) if mine else None
        yield ListedDistrict(
            link=Link(one.name, address.district(one.id), note=one.region),
            known=known(mine),
            newest=newest,
            found=" ".join((one.name, *one.others, one.region, one.id)),
        )


def said(catalog: Catalog, cards: Sequence[Card]) -> str:
    """How many districts, and of how many there is a report: a district without one is not left out."""
    with_report = {one.district for one in cards}
    without = sum(one.name not in with_report for one in catalog.districts)
    found = _("{n}个区县，{m}份报告").format(n=len(catalog.districts), m=len(cards))
    return found + (_("；{n}个区县还没有收录报告").format(n=without) if without else "") + _("。")


def known(cards: Sequence[Card]) -> str:
    """The years on file, how many promises there are, and what became of them."""
    if not cards:
        return _("还没有收录报告")
    reports = _("{n}份报告（{years}）").format(n=len(cards), years=years([one.year for one in cards]))
    return _("{reports}；{promises}").format(reports=reports, promises=promises(cards))


def years(all: Iterable[int]) -> str:
    """2021—2024、2026年: those in a row together."""
    runs: list[list[int]] = []
    for year in sorted(set(all)):
        if runs and runs[-1][-1] == year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    told = (str(run[0]) if len(run) == 1 else _("{first}—{last}").format(first=run[0], last=run[-1]) for run in runs)
    return _("{years}年").format(years=_("、").join(told))


def promises(cards: Iterable[Card]) -> str:
    """What became of all promises of some reports, in a line: the sides that the words count for."""
    rows = [row for one in cards if one.progress for row in one.progress.outcomes.rows]
    sides: Counter[str] = Counter()
    for row in rows:
        sides[row.outcome.counts] += row.count
    number = sides.total()
    if not number:
        return _("没有登记承诺")
    if not (sides["kept"] or sides["missed"]):
        return _("承诺{n}条，还没有公开信息能说明做到了或没有做到").format(n=number)
    return _("承诺{n}条，{kept}条计作兑现，{missed}条计作没有兑现，{rest}条两样都不是").format(
        n=number, kept=sides["kept"], missed=sides["missed"], rest=sides["neither"]
    )
