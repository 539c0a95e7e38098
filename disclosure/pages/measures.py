"""Measures: the districts of a site beside each other, on one measure, over the years and in each of them.

Values stand together where unit, year, basis and vintage are the same (``catalog.measures``); what differs has a table
of its own under its own words, and targets are in another than what came. The list of a year is in order of size and
has no places: who is first says nothing where districts differ in size.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from msgspec import Struct

from disclosure.catalog import address, measures
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.districts import District
from disclosure.catalog.entries import Indicator, Observed
from disclosure.catalog.measures import Alike, DistrictAim, DistrictValue, Measure, YearCompared
from disclosure.model.vocabulary import Term
from disclosure.pages import measure_picture, paging, verdicts
from disclosure.pages.document import Document, sentences
from disclosure.pages.page import Link, Page, column
from disclosure.pages.paging import ListPosition
from disclosure.pages.picture import Picture
from disclosure.translation import gettext as _

# So many years, the newest, have a column in the table of all: a phone has no room for more. Each has its own page
YEARS = 3
# Of so many districts names are said in a sentence
NAMED = 30


class MeasureLine(Struct, frozen=True):
    """A district and what it has of each year, as written and as it is known."""

    link: Link
    cells: tuple[tuple[tuple[str, str], ...], ...]


class MeasureView(Struct, frozen=True, kw_only=True):
    """A measure over the years: ``lines`` have a cell for each of ``years``, the newest first. ``all`` are the years
    with a page of their own; they stand on the first page, with all that is said."""

    unit: str
    years: tuple[str, ...]
    lines: tuple[MeasureLine, ...]
    all: tuple[Link, ...] = ()
    about: str = ""
    related: tuple[Link, ...] = ()
    data: tuple[Link, ...] = ()
    position: ListPosition = paging.ALONE


class ValueLine(Struct, frozen=True):
    """A district's value or target, and how it is to be read."""

    link: Link
    written: str
    remark: str = ""


class ValueGroup(Struct, frozen=True, kw_only=True):
    """Values that may be compared, and by what words they are."""

    id: str
    title: str
    about: str
    lines: tuple[ValueLine, ...]


class MeasureYearView(Struct, frozen=True, kw_only=True):
    """A measure in one year. ``years`` lead to the others, ``missing`` says of whom nothing is on file."""

    unit: str
    years: tuple[Link, ...]
    picture: Picture | None
    groups: tuple[ValueGroup, ...]
    missing: str = ""
    about: str = ""
    data: tuple[Link, ...] = ()
    position: ListPosition = paging.ALONE


def pages(catalog: Catalog, found: Sequence[Measure]) -> Iterator[Page]:
    """The page of each measure over the years, and where its table goes on."""
    rates = {one.record.rate_of: one for one in found if one.record.rate_of}
    by_id = {one.record.id: one for one in found}
    for one in found:
        other = by_id.get(one.record.rate_of or "") or rates.get(one.record.id)
        related = (Link(other.record.name, address.measure(other.record.id)),) if other else ()
        yield from _over_years(catalog, one, related)


def year_pages(catalog: Catalog, found: Sequence[Measure]) -> Iterator[Page]:
    """The page of each measure in each year."""
    for one in found:
        for year in one.years:
            yield from _in_year(catalog, one, year)


def links(found: Iterable[Measure]) -> tuple[Link, ...]:
    """The ways to all measures, each with how many districts it compares and since when."""
    return tuple(
        Link(
            one.record.name,
            address.measure(one.record.id),
            note=_("{n}个区县，{first}—{last}年").format(n=len(one.indicators), first=one.years[-1], last=one.years[0]),
        )
        for one in found
        if one.years
    )


def data(one: Measure) -> tuple[Link, ...]:
    id = one.record.id
    return (Link(_("这项指标的数据（CSV）"), address.measure_data(id, "csv")),
            Link(_("这项指标的数据（JSON）"), address.measure_data(id, "json")))  # fmt: skip


def known(vintage: Term | None, basis: Term | None) -> str:
    """How a value is known, in its words; what nobody wrote is said too."""
    return _("，").join(
        (vintage.label if vintage else _("没有写明初步或最终"), basis.label if basis else _("没有写明口径"))
    )


def _over_years(catalog: Catalog, one: Measure, related: tuple[Link, ...]) -> Iterator[Page]:
    first = address.measure(one.record.id)
    lines = tuple(_line(place, each, one.years[:YEARS]) for place, each in one.indicators)
    sheets = paging.cut(lines, paging.RECORDS, lambda _line: 1, lambda line, _start, _end: line)
    for shown, position in paging.paged(sheets, one.record.name, partial(_further, first)):
        more = MeasureView(unit=one.record.unit, years=one.years[:YEARS], lines=shown, position=position)
        view = more
        if position.number == 1:
            view = MeasureView(
                unit=one.record.unit,
                years=one.years[:YEARS],
                lines=shown,
                all=tuple(_year_links(one)),
                about=_about(one),
                related=related,
                data=data(one),
                position=position,
            )
        yield column(
            catalog,
            Link(_("指标"), address.INDICATORS),
            type="数据发布",
            kind=paging.kind("measure", position.number),
            record=f"measures/{one.record.id}" if position.number == 1 else "",
            address=_further(first, position.number),
            title=paging.title(_("各区县的{name}").format(name=one.record.name), position.number),
            description=_("{n}个区县的{name}，逐年，写明初步或最终、同口径或自然口径").format(
                n=len(one.indicators), name=one.record.name
            ),
            view=view,
        )


def _further(first: str, number: int) -> str:
    """Pages of years stand where numbers would: ``measures/gdp/page-2.html``."""
    return first if number == 1 else f"{first.removesuffix('.html')}/page-{number}.html"


def _year_links(one: Measure, current: str = "") -> Iterator[Link]:
    for year in one.years:
        yield Link(_("{year}年").format(year=year), address.measure(one.record.id, year), year == current)


def _about(one: Measure) -> str:
    note = one.record.note
    said = _(
        "每个数后面写明怎样知道的；口径、初步或最终不同的数不能直接比较，某一年的页面把它们分开列。“—”是本站没有收录到。"
    )
    return said + (_("注意：{note}").format(note=note) if note else "")


def _line(place: District, one: Indicator, years: Sequence[str]) -> MeasureLine:
    return MeasureLine(Link(place.name, address.indicator(one.id)), tuple(tuple(_cell(one, year)) for year in years))


def _cell(one: Indicator, year: str) -> Iterator[tuple[str, str]]:
    """What is known best, of each basis."""
    best: dict[Term | None, Observed] = {each.basis: each for each in one.observations if each.period == year}
    for each in best.values():
        yield each.written, _("，").join(term.label for term in (each.vintage, each.basis) if term)


def _in_year(catalog: Catalog, one: Measure, year: str) -> Iterator[Page]:
    compared = measures.in_year(one, year)
    groups = tuple(_groups(compared))
    drawn = measure_picture.of_year(catalog, one, compared, data(one))
    first = address.measure(one.record.id, year)
    sheets = paging.cut_lists(groups, LINES, ("lines",))
    title = _("{year}年各区县的{name}").format(year=year, name=one.record.name)
    years = tuple(_year_links(one, year))
    for shown, position in paging.paged(sheets, title, partial(address.further, first)):
        begins = position.number == 1
        view = MeasureYearView(
            unit=one.record.unit,
            years=years,
            picture=drawn if begins else None,
            groups=shown,
            missing=_missing(compared) if begins else "",
            about=one.record.note or "" if begins else "",
            data=data(one) if begins else (),
            position=position,
        )
        yield column(
            catalog,
            Link(_("指标"), address.INDICATORS),
            Link(one.record.name, address.measure(one.record.id)),
            type="数据发布",
            kind=paging.kind("measure-year", position.number),
            address=address.further(first, position.number),
            title=paging.title(title, position.number),
            description=_("{year}年{n}个区县的{name}，口径相同的列在一起").format(
                year=year, n=len(one.indicators), name=one.record.name
            ),
            view=view,
        )


# So many values and targets of a year stand on a page
LINES = 150


def _groups(compared: YearCompared) -> Iterator[ValueGroup]:
    for n, one in enumerate(compared.groups, 1):
        yield ValueGroup(id=f"values-{n}", title=_title(one), about=_caution(one), lines=tuple(map(_value, one.values)))
    if compared.aims:
        yield ValueGroup(
            id="targets",
            title=_("报告提出的目标"),
            about=_("按区县列出；目标不是实际值，写法（以上、左右）不同的也不能比大小。"),
            lines=tuple(map(_aim, compared.aims)),
        )


def _title(one: Alike) -> str:
    said = known(one.vintage, one.basis)
    return _("不能比大小的数：{said}").format(said=said) if one.loose else _("数值：{said}").format(said=said)


def _caution(one: Alike) -> str:
    if one.loose:
        return _("写法不是这个单位的一个确定的数（例如“突破”“以上”），按区县列出，不排大小。")
    if len(one.values) < 2:
        return _("只有一个区县有这样的数，没有可以同它比的。")
    if one.basis is None:
        return _("从大到小；材料没有写明口径，大小只供参考。")
    return _("从大到小；这些数口径相同。")


def _value(one: DistrictValue) -> ValueLine:
    return ValueLine(Link(one.district.name, address.indicator(one.indicator.id)), one.observed.written)


def _aim(one: DistrictAim) -> ValueLine:
    remark = verdicts.adjusted(one.aimed.adjusted) if one.aimed.adjusted else ""
    return ValueLine(Link(one.district.name, address.indicator(one.indicator.id)), one.aimed.target.written, remark)


def _missing(compared: YearCompared) -> str:
    names = [one.name for one in compared.missing]
    if not names:
        return ""
    said = _("、").join(names[:NAMED]) + (_("等{n}个区县").format(n=len(names)) if len(names) > NAMED else "")
    return _("本站没有收录到{year}年数值的：{names}。").format(year=compared.year, names=said)


def documents(page: Page) -> Iterator[Document]:
    """A measure by its name, and what of it stands on the first page."""
    view: MeasureView = page.view
    if view.position.number == 1:
        text = sentences(page.description, view.about, *(link.label for link in view.all))
        yield Document(kind="indicator", address=page.address, title=page.title, text=text, place=_("各区县比较"))
