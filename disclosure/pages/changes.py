"""What became of the records of this site, by day; and what the scripts load that filter it and say what is new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalog import address, data_folder
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.districts import District
from disclosure.grouping import grouped
from disclosure.history.record_change import Happening
from disclosure.pages import by_district, change_data, change_lines, paging
from disclosure.pages.card import Card
from disclosure.pages.change_lines import OUTCOME, ChangeLine, ReportChanges
from disclosure.pages.document import Document, sentences, whole
from disclosure.pages.facets import Facet, Option
from disclosure.pages.kind import PageData, SiteInputs
from disclosure.pages.page import Link, Page, column
from disclosure.pages.paging import GroupLink, ListPosition
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

# So many lines on a page, and so many outcomes on the home page
SIZE, NEWEST = 50, 3
INDEX, LATELY = "changes-index", "changes-recent"
# What a line can be filtered by, in the order in which it is offered
SORTS = {
    OUTCOME: N_("结论有变"),
    Happening.CHANGED: N_("内容有改"),
    Happening.CREATED: N_("新收录"),
    Happening.GONE: N_("撤下"),
    Happening.RETOUCHED: N_("只改标点、空格或写法"),
}
CORRECTED = "corrected"


class DayView(Struct, frozen=True, kw_only=True):
    """The lines of a day; ``id`` is its anchor. ``minor`` are changes of signs and blanks alone."""

    id: str
    day: str
    lines: tuple[ChangeLine, ...]
    minor: tuple[ChangeLine, ...]


class ChangesView(Struct, frozen=True, kw_only=True):
    """``said`` is how much it tells of, ``about`` what that is; ``rest`` says how many changes it does not hold.
    ``facets`` are what a script filters it by, out of files in ``folder``; without ``since`` it does not say what is
    new since a reader's last visit."""

    said: str
    about: str
    days: tuple[DayView, ...]
    number: int
    rest: str
    facets: tuple[Facet, ...]
    ways: tuple[Link, ...]
    position: ListPosition
    elsewhere: tuple[GroupLink, ...]
    folder: str = ""
    since: bool = True


class LatestView(Struct, frozen=True, kw_only=True):
    """What a home page says of changes: the newest outcomes that became others, and the way to all. ``folder`` has the
    file that says what is new since a reader's last visit; nothing is said of that without ``since``."""

    outcomes: tuple[ChangeLine, ...]
    all: Link
    folder: str = ""
    since: bool = True


def is_there(catalog: Catalog, reports: object) -> bool:
    """Whether there is a list of changes: where git answers, even if nothing changed yet."""
    return catalog.changes.known and bool(reports)


def latest(
    catalog: Catalog, cards: Sequence[Card], of: Callable[[str], ReportChanges], district: District | None = None
) -> LatestView | None:
    if not is_there(catalog, cards):
        return None
    if catalog.districts and district is None:
        return LatestView(outcomes=(), all=Link(_("各区县的改动"), address.CHANGES), since=False)
    found = [line for card in cards if card.changes for line in of(card.key).lines if line.sort == OUTCOME]
    names = _names(cards)
    newest = (_named(one, names) for one in sorted(found, key=lambda one: one.day, reverse=True)[:NEWEST])
    every = Link(_("全部改动"), list_of(district))
    return LatestView(outcomes=tuple(newest), all=every, folder=_folder(district))


def list_of(district: District | None) -> str:
    return by_district.led(address.CHANGES, district)


def _folder(district: District | None) -> str:
    """Where the files stand that scripts load beside the list of changes."""
    return address.district(district.id).removesuffix("index.html") if district else ""


class _Found(Struct, frozen=True):
    """The newest lines of all reports and of the site, and how many changes there are, of records and of outcomes."""

    lines: tuple[ChangeLine, ...]
    changes: int
    outcomes: int


def _found(site: SiteInputs, pages: Iterable[Page], district: District | None = None) -> _Found:
    """Where a site has many districts, each has a list of its own, and the whole site's holds what is of none."""
    pages = tuple(pages)
    mine = site.cards if district or not site.catalog.districts else ()
    parts = [site.changes(card.key) for card in mine if card.changes]
    parts += [] if district else [change_lines.of_site(site.catalog, pages)]
    lines = sorted((line for part in parts for line in part.lines), key=lambda one: one.day, reverse=True)
    ours = {one.address for one in pages}
    names = _names(site.cards)
    shown = (_named(_led(one, ours, district), names) for one in lines[: change_lines.LINES + len(lines) % SIZE])
    return _Found(tuple(shown), sum(one.changes for one in parts), sum(one.outcomes for one in parts))


def _led(line: ChangeLine, ours: Iterable[str], district: District | None) -> ChangeLine:
    """Lists of the whole site, or of the district, may be there or not, which no report knows."""
    if line.link.address not in change_lines.OF_SITE:
        return line
    where = by_district.led(line.link.address, district)
    return replace(line, link=Link(line.link.label, where if where in ours else ""))


def _names(cards: Sequence[Card]) -> Mapping[str, str]:
    """What lines call their reports, where there are several."""
    years = Counter(card.year for card in cards)
    short = {card.key: _("{year}年报告").format(year=card.year) for card in cards if years[card.year] == 1}
    return {card.key: card.title for card in cards} | short if len(cards) > 1 else {}


def _named(line: ChangeLine, names: Mapping[str, str]) -> ChangeLine:
    return replace(line, link=replace(line.link, note=names[line.report])) if line.report in names else line


def pages(site: SiteInputs, all: tuple[Page, ...]) -> Iterator[Page]:
    ways = Link(_("各区县记录的改动：选区县"), address.DISTRICTS) if site.catalog.districts else None
    return _pages(site, all, None, *filter(None, [ways]))


def of_district(site: SiteInputs, district: District, all: tuple[Page, ...]) -> Iterator[Page]:
    return _pages(site, all, district)


def _pages(site: SiteInputs, all: tuple[Page, ...], district: District | None, *more: Link) -> Iterator[Page]:
    catalog = site.catalog
    if not is_there(catalog, site.cards):
        return
    found = _found(site, all, district)
    titles = {card.key: card.title for card in site.cards}
    facets, said = tuple(_facets(found.lines, titles)), _said(catalog, found)
    sheets = paging.cut_lists(list(_days(found.lines)), SIZE, ["lines", "minor"], room=_room(len(found.lines)))
    title, where = _("改动记录"), partial(address.further, list_of(district))
    for shown, position in paging.paged(sheets, title, where):
        yield column(
            catalog,
            *by_district.way(district),
            type="数据发布",
            kind=paging.kind("district-changes" if district else "changes", position.number),
            address=where(position.number),
            title=paging.title(title, position.number),
            description=_("本站的记录改过什么，结论有什么变化，按日期列出"),
            view=ChangesView(
                said=said if position.number == 1 else "",
                about=_("这里说的是本站的记录哪天改了什么，从公开的提交历史逐项比对得出；事情哪天发生，看跟踪更新。"),
                days=shown,
                number=len(found.lines) if position.number == 1 else 0,
                rest=_rest(found) if position.number == 1 else "",
                facets=facets if found.lines and position.number == 1 else (),
                ways=(*more, *_ways(catalog, district, found)),
                position=position,
                elsewhere=(),
                folder=_folder(district),
                since=district is not None or not catalog.districts,
            ),
            anchors=frozenset(day.id for day in shown),
        )


def _room(lines: int) -> int:
    """How many lines stand on the first page: what is left over and one page more. So a further page, counted from the
    oldest line, stays what it is when something changes; 49 times of 50 none need be made again."""
    return SIZE + lines % SIZE if lines > SIZE else SIZE


def _days(lines: Iterable[ChangeLine]) -> Iterator[DayView]:
    for day, inside in grouped((one.day, one) for one in lines).items():
        minor = tuple(one for one in inside if one.sort == Happening.RETOUCHED)
        large = (one for one in inside if one.sort != Happening.RETOUCHED)
        yield DayView(id=f"d{day}", day=day, lines=tuple(sorted(large, key=_rank)), minor=minor)


def _rank(line: ChangeLine) -> int:
    return list(SORTS).index(line.sort)


def _said(catalog: Catalog, found: _Found) -> str:
    since = catalog.changes.since
    if found.outcomes:
        said = _("从{day}起，本站的记录改动{n}次，结论变化{m}次。")
        return said.format(day=since, n=found.changes, m=found.outcomes)
    if found.changes:
        return _("从{day}起，本站的记录改动{n}次，没有结论变化。").format(day=since, n=found.changes)
    if since:
        return _("公开记录从{day}起，还没有改动。").format(day=since)
    return _("公开记录还没有开始。开始以后，哪一天改了什么，都列在这里。")


def _rest(found: _Found) -> str:
    held = sum(one.number for one in found.lines)
    left = found.changes + found.outcomes - held
    return _("更早的{n}次在改动数据里，也在各条记录的页面上。").format(n=left) if left else ""


def _ways(catalog: Catalog, district: District | None, found: _Found) -> Iterator[Link]:
    if found.changes:
        yield Link(_("改动数据（CSV）"), data_folder.of_site(catalog, address.table("changes"), district))
        yield Link(_("改动数据（JSON）"), data_folder.of_site(catalog, address.data("changes"), district))
    if found.outcomes:
        yield Link(_("结论变化（CSV）"), data_folder.of_site(catalog, address.table("outcome-changes"), district))


def _facets(lines: Sequence[ChangeLine], titles: dict[str, str]) -> Iterator[Facet]:
    """What the lines differ in."""
    sorts = Counter(sort for one in lines for sort in _sorts(one))
    labels = {**SORTS, CORRECTED: N_("有更正")}
    yield Facet("what", _("改了什么"), tuple(Option(id, _(labels[id]), sorts[id]) for id in labels if sorts[id]))
    kinds = Counter(one.kind for one in lines)
    yield Facet("kind", _("哪类记录"), tuple(Option(id, change_lines.label_of(id), n) for id, n in kinds.most_common()))
    reports = Counter(one.report for one in lines if one.report)
    if len(titles) > 1:
        options = (Option(key, title, reports[key]) for key, title in titles.items() if reports[key])
        yield Facet("report", _("哪份报告"), tuple(options))


def _sorts(one: ChangeLine) -> tuple[str, ...]:
    return (one.sort, CORRECTED) if one.view.corrections else (one.sort,)


def data(site: SiteInputs, all: tuple[Page, ...]) -> Iterator[PageData]:
    """What the filter shows lines by, and what is new."""
    return _data(site, all, None)


def data_of_district(site: SiteInputs, district: District, all: tuple[Page, ...]) -> Iterator[PageData]:
    return _data(site, all, district)


def _data(site: SiteInputs, all: tuple[Page, ...], district: District | None) -> Iterator[PageData]:
    if is_there(site.catalog, site.cards):
        lines, folder = _found(site, all, district).lines, _folder(district)
        yield PageData(folder + address.page_data(INDEX), INDEX, change_data.index(lines))
        yield PageData(folder + address.page_data(LATELY), LATELY, change_data.recent(lines))


def documents(page: Page) -> Iterator[Document]:
    """How much there is, and each day with its lines."""
    if page.view.said:
        yield whole("change", page, page.view.said, page.view.about, place=page.title)
    for day in page.view.days:
        title = _("{day}的改动").format(day=day.day)
        text = sentences(*(line.words for line in (*day.lines, *day.minor)))
        yield Document(kind="change", address=f"{page.address}#{day.id}", title=title, text=text, place=page.title)
