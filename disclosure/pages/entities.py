"""Places and bodies: all of them by kind, and each on a page of its own with everything that is said about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalog import address, data_folder
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.districts import District
from disclosure.catalog.entities import Entity
from disclosure.catalog.mentions import Mention
from disclosure.grouping import grouped
from disclosure.model.text import Paragraph, Span
from disclosure.pages import by_district, commitment_lines, extent, over, paging, records
from disclosure.pages.by_district import ByDistrict, DistrictRow
from disclosure.pages.commitment_lines import CommitmentLine
from disclosure.pages.document import Document, labelled, whole
from disclosure.pages.page import Link, Page, column, iso
from disclosure.pages.paging import ListPosition
from disclosure.pages.records import QuoteView
from disclosure.translation import gettext as _

# What a part has, in the order in which it goes on from page to page
LISTS = ("commitments", "results", "updates", "quotes", "notes")
# Of so many of a kind each names the others; of more the list of all does
OTHERS = 150


class EntityCount(Struct, frozen=True, kw_only=True):
    """In how many sentences, notes, promises, results and updates one report names an entity."""

    entity: str
    sentences: int
    notes: int
    commitments: int
    results: int
    updates: int

    @property
    def said(self) -> int:
        return self.sentences + self.notes

    @property
    def all(self) -> int:
        return self.said + self.commitments + self.results + self.updates


class EntityPart(Struct, frozen=True, kw_only=True):
    """What one report says of an entity: ``quotes`` are sentences of its text, ``notes`` terms that it explains;
    ``counted`` says how many of each."""

    counted: EntityCount
    report: str
    title: str
    quotes: tuple[QuoteView, ...]
    notes: tuple[Link, ...]
    commitments: tuple[CommitmentLine, ...]
    results: tuple[Link, ...]
    updates: tuple[Link, ...]


class Naming(Struct, frozen=True, kw_only=True):
    """What the list of all, and the checks, know of a report; ``used`` are the names and excluded words in it."""

    key: str
    title: str
    counts: tuple[EntityCount, ...]
    used: tuple[str, ...]


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


# The parts of a report, by its key
EntityPartsOf = Callable[[str], tuple[EntityPart, ...]]


def summary(catalog: Catalog, report: Report) -> tuple[EntityPart, ...]:
    """What the entities' pages need of a report, in the order of the catalogue."""
    found = report.mentions
    sentences = grouped((one.entity, place) for place, one in _first_in_sentences(report))
    notes = grouped((one.entity, number) for number, inside in found.notes.items() for one in inside)
    named = grouped((id, record) for record in report.register.records for id in found.records.get(record.id, ()))
    told = grouped((id, update) for update in report.updates for id in found.updates.get(update.id, ()))
    lines, links = commitment_lines.lines(report), records.linked(report)
    terms = {note.number: note for note in report.text.notes}
    part = partial(_part, report.key, over.named(report.meta.title, report.meta.year, catalog.today))
    return tuple(
        part(
            entity.id,
            quotes=tuple(records.in_sentences(report, span) for span in sentences.get(entity.id, ())),
            notes=tuple(
                Link(terms[n].term, report.note_address(terms[n])) for n in dict.fromkeys(notes.get(entity.id, ()))
            ),
            commitments=tuple(lines[one.id] for one in named.get(entity.id, ()) if one.id in lines),
            results=tuple(links[one.id] for one in named.get(entity.id, ()) if one.id not in lines),
            updates=tuple(
                Link(one.title, address.update(report.key, one.id), note=iso(one.day))
                for one in told.get(entity.id, ())
            ),
        )
        for entity in catalog.entities
        if any(entity.id in by for by in (sentences, notes, named, told))
    )


def _part(
    key: str,
    title: str,
    entity: str,
    *,
    quotes: tuple[QuoteView, ...],
    notes: tuple[Link, ...],
    commitments: tuple[CommitmentLine, ...],
    results: tuple[Link, ...],
    updates: tuple[Link, ...],
) -> EntityPart:
    counted = EntityCount(
        entity=entity,
        sentences=len(quotes),
        notes=len(notes),
        commitments=len(commitments),
        results=len(results),
        updates=len(updates),
    )
    return EntityPart(
        counted=counted,
        report=key,
        title=title,
        quotes=quotes,
        notes=notes,
        commitments=commitments,
        results=results,
        updates=updates,
    )


def _first_in_sentences(report: Report) -> Iterator[tuple[Span, Mention]]:
    """Of the mentions of an entity in one sentence the first: the sentence is shown once."""
    seen: set[tuple[str, str]] = set()
    for paragraph in report.text.passages:
        for one in report.mentions.passages.get(paragraph.id, ()):
            key = (one.entity, _sentence(paragraph, one))
            if key not in seen:
                seen.add(key)
                yield Span(paragraph.id, one.start, one.end), one


def _sentence(paragraph: Paragraph, mention: Mention) -> str:
    return next((one.id for one in paragraph.sentences if mention.start < one.end), paragraph.id)


def naming(report: Report, parts: Iterable[EntityPart]) -> Naming:
    counts = tuple(one.counted for one in parts)
    return Naming(key=report.key, title=report.meta.title, counts=counts, used=tuple(sorted(report.mentions.used)))


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
        address=by_district.led("entities", address.ENTITIES, district),
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
