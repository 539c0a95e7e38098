"""Places and bodies: all of them by kind, and each on a page of its own with everything that is said about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalog import address, data_folder
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.districts import District
from disclosure.catalog.entities import Entity
from disclosure.grouping import grouped
from disclosure.pages import by_district, extent, paging
from disclosure.pages.by_district import ByDistrict, DistrictRow
from disclosure.pages.document import Document, labelled, whole
from disclosure.pages.entity_parts import EntityCount, EntityPart, EntityPartsOf, Naming
from disclosure.pages.page import Link, Page, column, iso
from disclosure.pages.paging import ListPosition
from disclosure.translation import gettext as _

# What a part has, in the order in which it goes on from page to page
LISTS = ("commitments", "results", "updates", "quotes", "notes")
# Of so many of a kind each names the others; of more the list of all does
OTHERS = 150


class EntitiesView(Struct, frozen=True):
    """All entities by kind: its id, its label and theirs, each with how often it is named. Of several districts
    ``places`` leads to the list of each instead."""

    groups: tuple[tuple[str, str, tuple[Link, ...]], ...]
    data: tuple[Link, ...]
    places: ByDistrict | None = None


class EntityView(Struct, frozen=True, kw_only=True):
    """One entity. ``facts`` are label and value, ``more`` reports that are only counted, ``others`` of its kind.

    All but ``parts`` stand on the first page.
    """

    facts: tuple[tuple[str, str], ...] = ()
    parts: tuple[EntityPart, ...] = ()
    position: ListPosition = paging.ALONE
    more: tuple[Link, ...] = ()
    kind: str = ""
    others: tuple[Link, ...] = ()


def links(catalog: Catalog, ids: Iterable[str]) -> tuple[Link, ...]:
    """The ways to entities' pages."""
    return tuple(link(catalog.entity_by_id[id]) for id in ids)


def link(one: Entity) -> Link:
    return Link(one.name, address.entity(one.id))


def table(catalog: Catalog, all: Sequence[Entity], reports: Sequence[Naming], district: District | None = None) -> Page:
    """All of them, or those that a ``district``'s reports name, by kind."""
    by_entity = grouped((count.entity, count) for one in reports for count in one.counts)
    lines = grouped(
        (entity.kind, Link(entity.name, address.entity(entity.id), note=_counted(by_entity.get(entity.id, ()))))
        for entity in all
    )
    view = EntitiesView(
        tuple((kind.id, kind.label, tuple(inside)) for kind, inside in lines.items()), _data(catalog, district)
    )
    return _table(catalog, view, len(all), district)


def by_districts(catalog: Catalog, places: Iterable[tuple[District, Sequence[Naming]]]) -> Page:
    """The districts, each with how many its reports name."""
    named = [(place, {count.entity for one in of for count in one.counts}) for place, of in places]
    rows = tuple(
        DistrictRow(Link(place.name, address.of_district("entities", place.id)), (str(len(ids)),))
        for place, ids in named
        if ids
    )
    found = ByDistrict(title=_("各区县"), columns=(_("地方和单位"),), rows=rows) if rows else None
    return _table(catalog, EntitiesView((), _data(catalog), found), len(catalog.entities))


def _table(catalog: Catalog, view: EntitiesView, number: int, district: District | None = None) -> Page:
    return column(
        catalog,
        *by_district.crumb(district),
        kind="district-entities" if district else "entities",
        address=by_district.led(address.ENTITIES, district),
        title=_("{district}的地方和单位").format(district=district.name) if district else _("地方和单位"),
        description=_("报告写出名字的{n}个道路、学校、企业等，各有一页，汇集各年说到它的话").format(n=number),
        view=view,
        anchors=frozenset(id for id, _label, _inside in view.groups),
    )


def _data(catalog: Catalog, district: District | None = None) -> tuple[Link, ...]:
    csv = Link(_("出处数据（CSV）"), data_folder.of_site(catalog, address.table("mentions"), district))
    return (csv, Link(_("名称数据（JSON）"), address.data("entities")))


def _counted(counts: Sequence[EntityCount]) -> str:
    """How often it is named: what there is none of is left out."""
    sums = (
        (_("{n}句"), sum(one.said for one in counts)),
        (_("承诺{n}条"), sum(one.commitments for one in counts)),
        (_("成果{n}项"), sum(one.results for one in counts)),
        (_("更新{n}条"), sum(one.updates for one in counts)),
    )
    return _("，").join(label.format(n=number) for label, number in sums if number)


def pages(
    catalog: Catalog, reports: Sequence[Naming], parts: EntityPartsOf, place_of: Mapping[str, District]
) -> Iterator[Page]:
    """A page for each; ``reports`` stand newest first, and each is of the district that ``place_of`` knows by key."""
    alike = grouped((one.kind, one) for one in catalog.entities)
    held = grouped((count.entity, (one, count)) for one in reports for count in one.counts)
    for entity in catalog.entities:
        naming = held.get(entity.id, [])
        first, later = extent.split(naming, lambda pair: pair[1].all)
        full = tuple(part for one, _count in first for part in parts(one.key) if part.counted.entity == entity.id)
        more = tuple(_more(later, place_of))
        same = alike[entity.kind]
        others = tuple(link(one) for one in same if one is not entity) if len(same) <= OTHERS else ()
        view = EntityView(facts=tuple(_facts(entity)), parts=full, more=more, kind=entity.kind.label, others=others)
        yield from _pages(catalog, entity, [count for _one, count in naming], view)


def _more(later: Iterable[tuple[Naming, EntityCount]], place_of: Mapping[str, District]) -> Iterator[Link]:
    """What is only counted: report by report, or district by district where there are several."""
    places: dict[str, list[EntityCount]] = {}
    names = {one.id: one.name for one in place_of.values()}
    for one, count in later:
        if one.key in place_of:
            places.setdefault(place_of[one.key].id, []).append(count)
        else:
            yield Link(one.title, address.text(one.key), note=_counted([count]))
    for id, counts in places.items():
        yield Link(names[id], address.of_district("entities", id), note=_counted(counts))


def _pages(catalog: Catalog, entity: Entity, counts: Sequence[EntityCount], whole: EntityView) -> Iterator[Page]:
    sheets = paging.cut_lists(whole.parts, paging.RECORDS, LISTS)
    where = partial(address.further, address.entity(entity.id))
    for shown, position in paging.paged(sheets, entity.name, where):
        first = whole if position.number == 1 else EntityView()
        yield _page(catalog, entity, counts, replace(first, parts=shown, position=position))


def _facts(entity: Entity) -> Iterator[tuple[str, str]]:
    yield _("类别"), entity.kind.label
    if entity.others:
        yield _("又写作"), _("、").join(entity.others)
    if entity.note:
        yield _("说明"), entity.note
    if entity.source:
        yield _("出处"), entity.source


def _page(catalog: Catalog, entity: Entity, counts: Sequence[EntityCount], view: EntityView) -> Page:
    description = _("各年报告和跟踪更新里说到{name}的地方：{counts}").format(name=entity.name, counts=_counted(counts))
    return column(
        catalog,
        Link(_("地方和单位"), address.ENTITIES),
        kind=paging.kind("entity", view.position.number),
        record=f"entities/{entity.id}" if view.position.number == 1 else "",
        address=address.further(address.entity(entity.id), view.position.number),
        title=paging.title(entity.name, view.position.number),
        description=description,
        view=view,
        updated=iso(catalog.updated(entity.located.written.path)),
    )


def documents(page: Page) -> Iterator[Document]:
    """Each entity by its names, and what is known of it; what is said of it are documents of their own."""
    if page.view.position.number == 1:
        yield whole("entity", page, *labelled(page.view.facts), place=_("地方和单位"))
