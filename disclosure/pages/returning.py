"""The same promise over the years: what a district promised, was answered and promised again (``answers`` of results,
and the promises that follow these on the same matter).

Each report says of its own promises which earlier ones they take up; the district's page joins them to chains.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.districts import District
from disclosure.catalog.entries import Commitment, Result
from disclosure.catalog.outcome import Outcome
from disclosure.pages import by_district, paging
from disclosure.pages.page import Link, Page, column
from disclosure.pages.paging import ListPosition
from disclosure.translation import gettext as _

# So many chains stand on a page, so many promises of one are shown: the newest
CHAINS, SHOWN = 20, 12
# A promise: its report, and its id there
PromiseName = tuple[str, str]


class TakenUp(Struct, frozen=True, kw_only=True):
    """A promise of a report, and the earlier ones that it takes up."""

    report: str
    id: str
    year: int
    title: str
    outcome: Outcome
    follows: tuple[PromiseName, ...]

    @property
    def name(self) -> PromiseName:
        return self.report, self.id


class ChainYear(Struct, frozen=True, kw_only=True):
    """A promise in its chain: of which year, the way to it, what became of it."""

    year: str
    link: Link
    outcome: Outcome


class PromiseChain(Struct, frozen=True, kw_only=True):
    """Promises on one matter, newest first; ``years`` says of how many, ``rest`` how many are not shown."""

    title: str
    years: str
    promises: tuple[ChainYear, ...]
    rest: str


class ReturningView(Struct, frozen=True, kw_only=True):
    """``about`` says how chains are found."""

    about: str
    chains: tuple[PromiseChain, ...]
    position: ListPosition


# The promises of a report, by its key
TakenUpOf = Callable[[str], tuple[TakenUp, ...]]


def taken_up(report: Report) -> tuple[TakenUp, ...]:
    """The promises of a report that take up earlier ones, or are taken up later."""
    register = report.register
    found = []
    for one in register.commitments:
        earlier = follows(report, one)
        if earlier or report.follow[one.id].answers:
            found.append(
                TakenUp(
                    report=report.key,
                    id=one.id,
                    year=report.meta.year,
                    title=one.title,
                    outcome=report.outcomes[one.id],
                    follows=earlier,
                )
            )
    return tuple(found)


def follows(report: Report, one: Commitment) -> tuple[PromiseName, ...]:
    """The promises of earlier reports that a promise takes up: those that the results answer which it follows."""
    results = (report.register.by_id.get(id) for id in one.results)
    return tuple(dict.fromkeys(name for each in results if isinstance(each, Result) for name in each.answers))


def way(report: Report, one: Commitment) -> tuple[Link, ...]:
    """From a promise that takes up earlier ones to these, and to what its district promises again and again."""
    earlier = follows(report, one) if report.district else ()
    if report.district is None or not earlier:
        return ()
    links = (
        Link(report.elsewhere.get(f"{key}/{id}", f"{key}/{id}"), address.commitment(key, id), note=_("以前的承诺"))
        for key, id in earlier
    )
    whole = address.of_district("returning", report.district.id)
    return (*links, Link(_("{district}年年都提的承诺").format(district=report.district.name), whole))


def chains(promises: Iterable[TakenUp]) -> list[tuple[TakenUp, ...]]:
    """Promises that are joined by taking up one another, each chain newest first; of several years alone, the longest
    first. A promise that takes up two joins both."""
    by_name = {one.name: one for one in promises}
    root = {name: name for name in by_name}
    for one in by_name.values():
        for name in one.follows:
            if name in root:
                root[_root(root, name)] = _root(root, one.name)
    found: dict[PromiseName, list[TakenUp]] = {}
    for name, one in by_name.items():
        found.setdefault(_root(root, name), []).append(one)
    several = [tuple(sorted(each, key=_newest, reverse=True)) for each in found.values() if _years(each) > 1]
    return sorted(several, key=lambda each: (-_years(each), -each[0].year, each[0].name))


def _root(root: dict[PromiseName, PromiseName], name: PromiseName) -> PromiseName:
    while root[name] != name:
        root[name] = name = root[root[name]]
    return name


def _newest(one: TakenUp) -> tuple[int, str, str]:
    return one.year, one.report, one.id


def _years(each: Sequence[TakenUp]) -> int:
    return len({one.year for one in each})


def pages(catalog: Catalog, district: District, keys: Collection[str], of: TakenUpOf) -> Iterator[Page]:
    """A district's chains, ``keys`` those of its reports; there is a page where a promise takes up an earlier one."""
    found = chains(one for key in keys for one in of(key))
    views = tuple(map(_chain, found))
    sheets = paging.cut(views, CHAINS, lambda _chain: 1, lambda chain, _start, _end: chain) if keys else []
    title = _("{district}年年都提的承诺").format(district=district.name)
    where = partial(address.of_district, "returning", district.id)
    for shown, position in paging.paged(sheets, title, where):
        yield column(
            catalog,
            *by_district.crumb(district),
            kind=paging.kind("returning", position.number),
            address=where(position.number),
            title=paging.title(title, position.number),
            description=_("{n}件事在几年的报告里接连承诺，逐年列出后来怎样").format(n=len(views)),
            view=ReturningView(about=_about(), chains=shown, position=position),
        )


def _about() -> str:
    return _(
        "下一年的报告在成果里回答了上一年的承诺、又就同一件事作出新的承诺，就连成一行；没有登记这种对应的，不在这里。"
    )


def _chain(promises: tuple[TakenUp, ...]) -> PromiseChain:
    rest = len(promises) - SHOWN
    return PromiseChain(
        title=promises[0].title,
        years=_("{first}—{last}年，{n}条承诺").format(first=promises[-1].year, last=promises[0].year, n=len(promises)),
        promises=tuple(_year(one) for one in promises[:SHOWN]),
        rest=_("更早的{n}条没有列出。").format(n=rest) if rest > 0 else "",
    )


def _year(one: TakenUp) -> ChainYear:
    return ChainYear(
        year=_("{year}年").format(year=one.year),
        link=Link(one.title, address.commitment(one.report, one.id)),
        outcome=one.outcome,
    )
