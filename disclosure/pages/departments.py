"""The departments that answer for promises: all of them, and a page for each, across all reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.districts import District
from disclosure.grouping import grouped
from disclosure.model import vocabulary
from disclosure.model.vocabulary import WordRecord
from disclosure.pages import (
    by_district,
    extent,
    paging,
    responsible,
)
from disclosure.pages.by_district import ByDistrict, DistrictRow
from disclosure.pages.department_parts import DepartmentCount, DepartmentPart, DepartmentPartsOf, Responsible
from disclosure.pages.document import Document
from disclosure.pages.page import Link, Page, column, iso
from disclosure.pages.paging import ListPosition
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

# What a part has, in the order in which it goes on from page to page; what stands where it begins
LISTS = ("planned", "lead", "supporting", "former", "updates")
FIRST = ("outcomes", "rates")
# What is counted of a department, or of a district
COUNTED = (N_("牵头"), N_("配合"))


class DepartmentView(Struct, frozen=True, kw_only=True):
    """``facts`` are former names and what it was merged into or took in; ``nothing`` where it answers for nothing;
    ``more`` are reports that are only counted. All but ``parts`` stand on the first page. Of a department that is of
    several districts ``places`` says what it has in each, and no records stand here."""

    facts: tuple[tuple[str, tuple[Link, ...], str], ...] = ()
    parts: tuple[DepartmentPart, ...] = ()
    position: ListPosition = paging.ALONE
    more: tuple[Link, ...] = ()
    nothing: str = ""
    others: tuple[Link, ...] = ()
    places: ByDistrict | None = None


def of_no_district(catalog: Catalog) -> list[WordRecord]:
    """Those that are not of one district alone: where there are no districts, all."""
    return [one for one in words(catalog) if not catalog.districts or not one.district]


def words(catalog: Catalog) -> tuple[WordRecord, ...]:
    return catalog.words.sorted(vocabulary.DEPARTMENTS)


def history(catalog: Catalog, word: WordRecord) -> Iterator[str]:
    """What it was called, and where it went."""
    if word.names:
        yield _("曾用名{names}").format(names=_("、").join(_former(word)))
    if word.until:
        yield responsible.link(catalog, catalog.words.id(vocabulary.DEPARTMENTS, word.id)).note


def _former(word: WordRecord) -> Iterator[str]:
    for one in word.names:
        since = _("{day}起").format(day=iso(one.since)) if one.since else ""
        yield _("{label}（{since}用到{until}）").format(
            label=one.label, since=_("{since}，").format(since=since) if since else "", until=iso(one.until)
        )


def by_districts(catalog: Catalog, places: Iterable[tuple[District, Sequence[Responsible]]]) -> Iterator[Page]:
    """A page for each department that is of no one district, with what it answers for in each."""
    every = of_no_district(catalog)
    counted = ((place, count) for place, held in places for one in held for count in one.counts)
    found = grouped((count.department, (place, count)) for place, count in counted)
    for word in every:
        held = grouped((place.id, (place, count)) for place, count in found.get(word.id, ()))
        rows = tuple(
            district_row(pairs[0][0], [count for _place, count in pairs], f"departments/{word.id}")
            for pairs in held.values()
        )
        view = DepartmentView(
            facts=tuple(_facts(catalog, word)),
            nothing="" if rows else _("没有收录到写明由它负责的承诺。"),
            others=_others(every, word, None),
            places=ByDistrict(title=_("各区县"), columns=tuple(map(_, COUNTED)), rows=rows) if rows else None,
        )
        yield _page(catalog, _DepartmentPlace(word), [count for _place, count in found.get(word.id, ())], view)


class _DepartmentPlace(Struct, frozen=True):
    """A department's page, and the district whose it is: one of several may have a page in each."""

    word: WordRecord
    district: District | None = None

    @property
    def is_part(self) -> bool:
        """Whether it is what a district has of a department that others have too."""
        return self.district is not None and self.word.district is None

    @property
    def address(self) -> str:
        return by_district.led(address.department(self.word.id), self.district if self.is_part else None)


def shown_at(word: WordRecord, district: District | None) -> str:
    """Where a department is shown, as a list of all or of a district leads to it."""
    return _DepartmentPlace(word, district).address


def _others(every: Iterable[WordRecord], word: WordRecord, district: District | None) -> tuple[Link, ...]:
    return tuple(Link(one.label, shown_at(one, district)) for one in every if one.id != word.id)


def district_row(place: District, counts: Sequence[DepartmentCount], name: str) -> DistrictRow:
    """How many promises are led, and supported, in a district; ``name`` is that of its page."""
    numbers = (sum(one.lead for one in counts), sum(one.supporting for one in counts))
    return DistrictRow(Link(place.name, address.of_district(name, place.id)), tuple(map(str, numbers)))


def pages(
    catalog: Catalog,
    reports: Sequence[Responsible],
    parts: DepartmentPartsOf,
    district: District | None = None,
    *,
    shared: bool = False,
) -> Iterator[Page]:
    """A page for each department of the vocabulary; ``reports`` stand newest first. Of a site of several districts for
    each that is of one ``district``, whose reports these are; or, ``shared``, for what others have in it."""
    by_word = grouped((count.department, (one, count)) for one in reports for count in one.counts)
    every = listed(catalog, reports, district)
    places = (_DepartmentPlace(word, district) for word in every)
    for of in (one for one in places if one.is_part is shared):
        word, held = of.word, by_word.get(of.word.id, [])
        first, later = extent.split(held, lambda pair: pair[1].lead + pair[1].supporting)
        full = tuple(part for one, count in first for part in parts(one.key) if part.department == word.id)
        view = DepartmentView(
            facts=() if of.is_part else tuple(_facts(catalog, word)),
            parts=full,
            more=tuple(_more(one, count) for one, count in later),
            nothing="" if held else _("没有收录到写明由它负责的承诺。"),
            others=_others(every, word, district),
        )
        yield from _pages(catalog, of, [count for _one, count in held], view)


def listed(catalog: Catalog, reports: Iterable[Responsible], district: District | None) -> list[WordRecord]:
    """The departments that a list names: all, or those of a ``district`` and the shared ones that answer there."""
    if district is None:
        return of_no_district(catalog)
    there = {count.department for one in reports for count in one.counts}
    return [one for one in words(catalog) if one.district == district.id or (not one.district and one.id in there)]


def _pages(
    catalog: Catalog, of: _DepartmentPlace, counts: Sequence[DepartmentCount], whole: DepartmentView
) -> Iterator[Page]:
    sheets = paging.cut_lists(whole.parts, paging.RECORDS, LISTS, FIRST)
    where = partial(address.further, of.address)
    for shown, position in paging.paged(sheets, of.word.label, where):
        first = whole if position.number == 1 else DepartmentView()
        yield _page(catalog, of, counts, replace(first, parts=shown, position=position))


def _more(one: Responsible, count: DepartmentCount) -> Link:
    """The way to what is not shown."""
    note = _("牵头{n}条，配合{m}条").format(n=count.lead, m=count.supporting)
    return Link(one.title, f"{address.commitments(one.key)}?department={count.department}", note=note)


def _page(catalog: Catalog, of: _DepartmentPlace, counts: Sequence[DepartmentCount], view: DepartmentView) -> Page:
    lead, supporting = (sum(getattr(one, name) for one in counts) for name in ("lead", "supporting"))
    number, label = view.position.number, _titled(of)
    return column(
        catalog,
        *by_district.crumb(of.district),
        Link(_("责任单位"), by_district.led(address.DEPARTMENTS, of.district)),
        kind=paging.kind("district-department" if of.is_part else "department", number),
        record=f"vocabulary/{vocabulary.DEPARTMENTS}/{of.word.id}" if number == 1 and not of.is_part else "",
        address=address.further(of.address, number),
        title=paging.title(label, number),
        description=_("{name}负责的承诺：牵头{n}条，配合{m}条").format(name=label, n=lead, m=supporting),
        view=view,
    )


def _titled(of: _DepartmentPlace) -> str:
    if of.district is None or not of.is_part:
        return of.word.label
    return _("{district}：{department}").format(district=of.district.name, department=of.word.label)


def _facts(catalog: Catalog, word: WordRecord) -> Iterator[tuple[str, tuple[Link, ...], str]]:
    """Label, links and text."""
    for text in _former(word):
        yield _("曾用名"), (), text
    if word.until:
        into = catalog.words.id(vocabulary.DEPARTMENTS, word.into) if word.into else None
        links = (Link(into.label, address.department(into.id)),) if into else ()
        yield (_("并入") if into else _("撤销")), links, iso(word.until)
    for one in words(catalog):
        if one.into == word.id:
            yield _("并入的单位"), (Link(one.label, address.department(one.id)),), iso(one.until)


def documents(catalog: Catalog) -> Iterator[Document]:
    """Each department by its names."""
    for word in words(catalog):
        yield Document(
            kind="department",
            address=address.department(word.id),
            title=word.label,
            text=_("；").join((word.description, *history(catalog, word))),
            place=_("责任单位"),
        )
