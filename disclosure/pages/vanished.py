"""Figures that are no longer given: measures of last year's results, or of the last report's targets, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalog import address, vanished
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.districts import District
from disclosure.catalog.vanished import Fate, GivenMeasure
from disclosure.pages import by_district, over, paging, records
from disclosure.pages.document import PAGE, Document, labelled, sentences, whole
from disclosure.pages.once import once_in
from disclosure.pages.page import Link, Page, column
from disclosure.pages.paging import GroupLink, ListPosition
from disclosure.translation import gettext as _


class GoneLine(Struct, frozen=True, kw_only=True):
    """A measure with its figures; ``link`` leads to the record that gave it, ``followers`` to promises after it."""

    measure: str
    written: str
    link: Link
    followers: tuple[Link, ...]


class Measures(Struct, frozen=True, kw_only=True):
    """What the page needs of a report: what its targets left out, by fate, and by what its measures are known.

    ``aims`` are the measures of its targets on which the next report is to say something, each with what it is known
    by, ``keys`` of its results and targets together.
    """

    key: str
    title: str
    district: str
    year: int
    gone: tuple[tuple[Fate, GoneLine], ...]
    aims: tuple[tuple[tuple[str, ...], GoneLine], ...]
    keys: tuple[str, ...]


class GoneGroup(Struct, frozen=True):
    """Measures of one fate; ``id`` is an anchor, ``number`` says how many they are on all pages."""

    id: str
    title: str
    number: int
    lines: tuple[GoneLine, ...]


class VanishedPart(Struct, frozen=True, kw_only=True):
    key: str
    title: str
    groups: tuple[GoneGroup, ...]


class VanishedView(Struct, frozen=True, kw_only=True):
    """``meant`` says what is listed, by ``rules``; ``elsewhere`` leads to the groups that stand on other pages."""

    meant: str
    rules: tuple[str, ...]
    parts: tuple[VanishedPart, ...]
    position: ListPosition
    elsewhere: tuple[GroupLink, ...]


# So many reports are shown, the newest first, and so many measures on a page
SHOWN = 10
MEASURES = 200
MeasuresOf = Callable[[str], Measures]


def measures(catalog: Catalog, report: Report) -> Measures:
    aims, owed = vanished.aimed(catalog, report), vanished.owed(report)
    keys = vanished.known_keys((*aims, *vanished.reported(catalog, report)))
    return Measures(
        key=report.key,
        title=over.named(report.meta.title, report.meta.year, catalog.today),
        district=report.meta.district,
        year=report.meta.year,
        gone=lines(catalog, report),
        aims=tuple((tuple(sorted(one.keys)), _line(report, one, ())) for one in aims if one.record in owed),
        keys=tuple(sorted(keys)),
    )


@once_in
def lines(catalog: Catalog, report: Report) -> tuple[tuple[Fate, GoneLine], ...]:
    """What the report's targets left out of its results; nothing where its promises are not registered."""
    found = vanished.gone(catalog, report) if report.register.commitments else ()
    return tuple((one.fate, _line(report, one.given, one.followers)) for one in found)


def _line(report: Report, given: GivenMeasure, followers: tuple[str, ...]) -> GoneLine:
    return GoneLine(
        measure=given.measure,
        written=_("、").join(given.written),
        link=records.linked(report)[given.record],
        followers=records.links(report, followers),
    )


def pages(catalog: Catalog, keys: Sequence[str], of: MeasuresOf, district: District | None = None) -> Iterator[Page]:
    """For reports by key, newest first, many measures on several pages; none where nothing is left out. Of a site of
    several districts for each ``district``, whose reports these are."""
    known = [of(key) for key in keys[: SHOWN + 1]]
    parts = [_part(one, _before(one, known)) for one in known[:SHOWN]]
    number = sum(map(_held, parts))
    sheets = paging.cut(parts, MEASURES, _held, _between) if number else []
    groups = [tuple(_named(sheet, len(parts) > 1)) for sheet in sheets]
    title, where = (
        _("没有再写的数字"),
        partial(address.further, by_district.led(address.VANISHED, district)),
    )
    for shown, position in paging.paged(sheets, title, where):
        yield column(
            catalog,
            *by_district.crumb(district),
            type="数据发布",
            kind=paging.kind("district-vanished" if district else "vanished", position.number),
            address=where(position.number),
            title=paging.title(title, position.number),
            description=_("上年写了、今年的目标没有再写的{n}个指标，逐个列出").format(n=number),
            view=VanishedView(
                meant=_meant(),
                rules=_rules(),
                parts=shown,
                position=position,
                elsewhere=tuple(paging.elsewhere(groups, position.number, where)),
            ),
            anchors=frozenset(group.id for sheet in groups for group in sheet),
        )


def _meant() -> str:
    return _("没有再写不等于没有做，也不一定需要每年写；这里只列出名字，供读者追问。")


def _rules() -> tuple[str, ...]:
    return (
        _("今年的目标以这个数字为上年基数，或者指标同名（不计标点），或者同属一个连年可比的指标，就算写了，不列。"),
        _("其余的分三种：没有登记与这项成果对应（同一件事）的承诺；对应的承诺没有写数字；对应的承诺写的是别的数字。"),
        _(
            "上一年的报告也收录时，它定的目标按同样的办法与今年的成果和目标对照；期限还没有到的、今年的成果已经回答的，不列。"
        ),
    )


def _held(part: VanishedPart) -> int:
    return sum(len(group.lines) for group in part.groups)


def _between(part: VanishedPart, start: int, end: int) -> VanishedPart:
    found, at = [], 0
    for group in part.groups:
        inside = paging.within(group.lines, start, end, at)
        found += [replace(group, lines=tuple(inside))] if inside else []
        at += len(group.lines)
    return replace(part, groups=tuple(found))


def _named(sheet: Sequence[VanishedPart], apart: bool) -> Iterator[GoneGroup]:
    """As they are called on other pages."""
    for part in sheet:
        for group in part.groups:
            counted = _("{title}（{n}）").format(title=group.title, n=group.number)
            title = _("{report}：{title}").format(report=part.title, title=counted) if apart else counted
            yield replace(group, title=title)


def _before(one: Measures, known: Sequence[Measures]) -> Measures | None:
    """The same district's report of the year before."""
    return next((other for other in known if (other.district, other.year) == (one.district, one.year - 1)), None)


def _part(one: Measures, before: Measures | None) -> VanishedPart:
    return VanishedPart(key=one.key, title=one.title, groups=tuple(_groups(one, before)))


def _groups(one: Measures, before: Measures | None) -> Iterator[GoneGroup]:
    year, last = one.year, one.year - 1
    titles = (
        (Fate.SILENT, _("{last}年成果里的数字，{year}年没有对应的承诺")),
        (Fate.WORDS, _("{last}年成果里的数字，{year}年对应的承诺没有写数字")),
        (Fate.OTHER, _("{last}年成果里的数字，{year}年对应的承诺写的是别的数字")),
    )
    for fate, title in titles:
        found = tuple(line for its, line in one.gone if its == fate)
        if found:
            yield GoneGroup(f"{one.key}-{fate.value}", title.format(last=last, year=year), len(found), found)
    if before is not None:
        found = tuple(line for keys, line in before.aims if not set(keys) & set(one.keys))
        if found:
            title = _("{last}年报告定的目标，{year}年报告没有写结果，也没有再定")
            yield GoneGroup(f"{one.key}-unanswered", title.format(last=last, year=year), len(found), found)


def documents(page: Page) -> Iterator[Document]:
    """What is listed, and each group with its measures."""
    if page.view.position.number == 1:
        yield whole(PAGE, page, page.view.meant, *page.view.rules, place=page.title)
    for group in (one for part in page.view.parts for one in part.groups):
        text = sentences(*labelled((line.measure, line.written) for line in group.lines))
        yield Document(kind=PAGE, address=f"{page.address}#{group.id}", title=group.title, text=text, place=page.title)
