"""A page for each topic, across all reports: what a citizen looks for by subject and not by chapter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalog import address, tally
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.districts import District
from disclosure.grouping import grouped
from disclosure.model import vocabulary
from disclosure.pages import by_district, commitment_lines, extent, outcome_pictures, over, paging, progress, records
from disclosure.pages.by_district import ByDistrict, DistrictRow
from disclosure.pages.commitment_lines import LineGroup
from disclosure.pages.document import Document, whole
from disclosure.pages.outcome_pictures import PromiseCounts
from disclosure.pages.page import Link, Page, column
from disclosure.pages.paging import ListPosition
from disclosure.pages.picture import Picture
from disclosure.pages.progress import RateView
from disclosure.pages.share import ShareLink, share
from disclosure.translation import gettext as _


class TopicPart(Struct, frozen=True, kw_only=True):
    """What one report holds on a topic; ``register`` leads to its filtered register, where there are commitments."""

    topic: str
    report: str
    title: str
    promised: int
    reported: int
    outcomes: Mapping[str, int]
    groups: tuple[LineGroup, ...]
    results: tuple[Link, ...]
    register: Link | None
    rates: tuple[RateView, ...]
    share: ShareLink | None


class TopicCount(Struct, frozen=True, kw_only=True):
    """How much of a topic one report holds; ``outcomes`` are how many of the commitments have which, by its id."""

    topic: str
    commitments: int
    results: int
    outcomes: Mapping[str, int]

    @property
    def records(self) -> int:
        return self.commitments + self.results


class Holding(Struct, frozen=True):
    """What a topic's page knows of a report before it is asked for its records; ``known`` is the day of what is
    known of it."""

    key: str
    title: str
    counts: tuple[TopicCount, ...]
    known: date


class TopicView(Struct, frozen=True, kw_only=True):
    """``more`` are reports that are only counted, or there would be no end; ``others`` are the other topics,
    ``picture`` what became of its promises: they stand on the first page. Of several districts ``places`` leads to
    the page of each, and no records stand here."""

    parts: tuple[TopicPart, ...] = ()
    position: ListPosition = paging.ALONE
    more: tuple[Link, ...] = ()
    others: tuple[Link, ...] = ()
    picture: Picture | None = None
    places: ByDistrict | None = None


# The parts of a report, by its key
TopicPartsOf = Callable[[str], tuple[TopicPart, ...]]


def summary(catalog: Catalog, report: Report) -> tuple[TopicPart, ...]:
    """What the topics' pages need of a report, in the order of the vocabulary."""
    promised = grouped((topic.id, one) for one in report.register.commitments for topic in one.topics)
    reported = grouped((topic.id, one) for one in report.register.results for topic in one.topics)
    order = catalog.words.order(vocabulary.TOPICS)
    links = records.linked(report)
    return tuple(
        TopicPart(
            topic=id,
            report=report.key,
            title=over.named(report.meta.title, report.meta.year, catalog.today),
            promised=len(promised.get(id, ())),
            reported=len(reported.get(id, ())),
            outcomes=outcome_pictures.counts(report, (one.id for one in promised.get(id, ()))),
            groups=commitment_lines.groups(catalog, report, promised.get(id, ())),
            results=tuple(links[one.id] for one in reported.get(id, ())),
            register=Link(_("筛选这些承诺"), filtered(report.key, id)) if id in promised else None,
            rates=progress.rates_of(report, (one.id for one in promised.get(id, ()))),
            share=share(report),
        )
        for id in sorted(promised.keys() | reported.keys(), key=lambda one: order.get(one, len(order)))
    )


def holding(report: Report, parts: tuple[TopicPart, ...]) -> Holding:
    counts = tuple(
        TopicCount(topic=one.topic, commitments=one.promised, results=one.reported, outcomes=one.outcomes)
        for one in parts
    )
    return Holding(report.key, report.meta.title, counts, tally.known(report))


def links(catalog: Catalog, reports: Sequence[Holding], district: District | None = None) -> tuple[Link, ...]:
    """The topics that have a record, each with how many commitments it holds."""
    return tuple(link for _id, link in _links(catalog, reports, district))


def shown_at(topic: str, district: District | None) -> str:
    """Where a topic's records are listed: of several districts, those of the one."""
    return by_district.led(address.topic(topic), district)


def _links(catalog: Catalog, reports: Sequence[Holding], district: District | None) -> Iterator[tuple[str, Link]]:
    promised: dict[str, int] = {}
    for count in (count for one in reports for count in one.counts):
        promised[count.topic] = promised.get(count.topic, 0) + count.commitments
    order = catalog.words.order(vocabulary.TOPICS)
    for id in sorted(promised, key=lambda one: order.get(one, len(order))):
        yield id, Link(catalog.words.id(vocabulary.TOPICS, id).label, shown_at(id, district), note=str(promised[id]))


def by_districts(
    catalog: Catalog, reports: Sequence[Holding], places: Iterable[tuple[District, Sequence[Holding]]]
) -> Iterator[Page]:
    """A page for each topic that has a record, with what each district holds of it."""
    every, columns = tuple(_links(catalog, reports, None)), (_("承诺"), _("成果"))
    counted = grouped((count.topic, count) for one in reports for count in one.counts)
    held = ((place, one, count) for place, of in places for one in of for count in one.counts)
    found = grouped(((count.topic, place.id), (place, one, count)) for place, one, count in held)
    rows_of = grouped((topic, _row(of)) for (topic, _place), of in found.items())
    for id, link in every:
        rows = tuple(rows_of.get(id, ()))
        places_of = ByDistrict(title=_("各区县"), columns=columns, rows=rows, last=_("最近一年"))
        others = tuple(other for _id, other in every if other is not link)
        sheets, where = by_district.sheets(places_of), partial(address.further, link.address)
        for shown, position in paging.paged(sheets, link.label, where):
            more = others if position.number == 1 else ()
            view = TopicView(places=shown, others=more, position=position)
            yield _page(catalog, _TopicPlace(link), counted[id], view)


def _row(held: Sequence[tuple[District, Holding, TopicCount]]) -> DistrictRow:
    """What a district's reports, newest first, hold of a topic."""
    place, topic = held[0][0], held[0][2].topic
    newest = next(((one, count) for _place, one, count in held if count.commitments), None)
    numbers = (sum(count.commitments for *_one, count in held), sum(count.results for *_one, count in held))
    return DistrictRow(
        Link(place.name, shown_at(topic, place)),
        tuple(map(str, numbers)),
        Link(_("{n}条").format(n=newest[1].commitments), filtered(newest[0].key, topic)) if newest else None,
    )


class _TopicPlace(Struct, frozen=True):
    """A topic's page, and the district that it is of."""

    link: Link
    district: District | None = None


def pages(
    catalog: Catalog, reports: Sequence[Holding], parts: TopicPartsOf, district: District | None = None
) -> Iterator[Page]:
    """A page for each topic that has a record; ``reports`` stand newest first, and are all of ``district`` where one
    is given."""
    every = tuple(_links(catalog, reports, district))
    by_topic = grouped((count.topic, (one, count)) for one in reports for count in one.counts)
    for id, link in every:
        held = by_topic[id]
        first, later = extent.split(held, lambda pair: pair[1].records)
        full = tuple(part for one, count in first for part in parts(one.key) if part.topic == count.topic)
        more = tuple(_more(one, count) for one, count in later)
        others = tuple(one for _id, one in every if one is not link)
        drawn = outcome_pictures.by_report(
            catalog,
            held[0][1].topic,
            [PromiseCounts(one.title, count.outcomes) for one, count in held],
            [one.known for one, _count in held],
            page=link.address,
        )
        view = TopicView(parts=full, more=more, others=others, picture=drawn)
        yield from _pages(catalog, _TopicPlace(link, district), [count for _one, count in held], view)


def _more(one: Holding, count: TopicCount) -> Link:
    """The way to what is not shown."""
    if not count.commitments:
        return Link(one.title, address.results(one.key), note=_("{m}项成果和不足").format(m=count.results))
    note = _("{n}条承诺，{m}项成果和不足").format(n=count.commitments, m=count.results)
    return Link(one.title, filtered(one.key, count.topic), note=note)


def filtered(key: str, topic: str) -> str:
    """The register of a report, with the promises of a topic alone."""
    return f"{address.commitments(key)}?topic={topic}"


def _pages(catalog: Catalog, of: _TopicPlace, counts: Sequence[TopicCount], whole: TopicView) -> Iterator[Page]:
    link = of.link
    sheets, where = paging.cut(whole.parts, paging.RECORDS, _held, _between), partial(address.further, link.address)
    for shown, position in paging.paged(sheets, link.label, where):
        first = whole if position.number == 1 else TopicView()
        yield _page(catalog, of, counts, replace(first, parts=shown, position=position))


def _held(part: TopicPart) -> int:
    return part.promised + part.reported


def _between(part: TopicPart, start: int, end: int) -> TopicPart:
    """A part from one of its records to another, promises before results."""
    return replace(
        part,
        groups=tuple(commitment_lines.between(part.groups, start, end)),
        results=tuple(paging.within(part.results, start, end, part.promised)),
        rates=part.rates if start == 0 else (),
    )


def _page(catalog: Catalog, of: _TopicPlace, counts: Sequence[TopicCount], view: TopicView) -> Page:
    link, topic = of.link, counts[0].topic
    under: tuple[Link, ...] = ()
    kind, record = "topic", f"vocabulary/{vocabulary.TOPICS}/{topic}"
    if of.district is not None:
        kind, record = "district-topic", ""
        under = (*by_district.crumb(of.district), Link(link.label, address.topic(topic)))
    promised = sum(one.commitments for one in counts)
    reported = sum(one.results for one in counts)
    description = _("关于{topic}：{n}条承诺，{m}项上年成果和不足").format(topic=link.label, n=promised, m=reported)
    return column(
        catalog,
        *under,
        kind=paging.kind(kind, view.position.number),
        record=record if view.position.number == 1 else "",
        address=address.further(link.address, view.position.number),
        title=paging.title(_titled(of), view.position.number),
        description=description,
        view=view,
    )


def _titled(of: _TopicPlace) -> str:
    said = of.link.label
    return _("{district}：{topic}").format(district=of.district.name, topic=said) if of.district else said


def documents(page: Page) -> Iterator[Document]:
    """Each topic by its name."""
    if page.view.position.number == 1:
        yield whole("topic", page, place=_("主题"))
