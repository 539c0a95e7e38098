"""The departments that answer for promises: all of them, and a page for each, across all reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.districts import District
from disclosure.catalog.entries import Commitment
from disclosure.catalog.outcome import worded
from disclosure.grouping import grouped
from disclosure.model import vocabulary
from disclosure.model.vocabulary import WordRecord
from disclosure.pages import (
    by_district,
    commitment_lines,
    extent,
    over,
    paging,
    progress,
    records,
    responsible,
    updates,
)
from disclosure.pages.by_district import ByDistrict, DistrictRow
from disclosure.pages.commitment_lines import CommitmentLine
from disclosure.pages.document import Document
from disclosure.pages.once import once
from disclosure.pages.outcomes import OutcomeCount
from disclosure.pages.page import Link, Page, column, iso
from disclosure.pages.paging import ListPosition
from disclosure.pages.progress import RateView
from disclosure.pages.share import ShareLink, share
from disclosure.pages.updates import UpdateLine
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

# What a part has, in the order in which it goes on from page to page; what stands where it begins
LISTS = ("planned", "lead", "supporting", "former", "updates")
FIRST = ("outcomes", "rates")
# What is counted of a department, or of a district
COUNTED = (N_("牵头"), N_("配合"))
# How many of the newest updates a department's page names, of each report
NEWEST = 10


class DepartmentCount(Struct, frozen=True):
    """How many promises of a report a department leads, and supports; by outcome those that it leads."""

    department: str
    lead: int
    supporting: int
    outcomes: tuple[tuple[str, int], ...]


class Responsible(Struct, frozen=True, kw_only=True):
    """What the departments' pages know of a report before it is asked for its records; ``assigned``: whether any
    document says who answers."""

    key: str
    title: str
    sentence: str
    tasks: Link | None
    assigned: bool
    counts: tuple[DepartmentCount, ...]


class PlannedView(Struct, frozen=True):
    """A day by which a department means to be done, and with what."""

    day: str
    link: Link


class DepartmentPart(Struct, frozen=True, kw_only=True):
    """What one report holds of a department: what it leads, what it supports, what it answered for before; ``counted``
    and ``reassigned`` say how much."""

    department: str
    report: str
    title: str
    counted: DepartmentCount
    reassigned: int
    outcomes: tuple[OutcomeCount, ...]
    lead: tuple[CommitmentLine, ...]
    supporting: tuple[CommitmentLine, ...]
    former: tuple[Link, ...]
    planned: tuple[PlannedView, ...]
    updates: tuple[UpdateLine, ...]
    rates: tuple[RateView, ...]
    register: Link
    share: ShareLink | None


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


# The parts of a report, by its key
DepartmentPartsOf = Callable[[str], tuple[DepartmentPart, ...]]


def summary(catalog: Catalog, report: Report) -> tuple[DepartmentPart, ...]:
    """What the departments' pages need of a report, in the order of the vocabulary."""
    leading, supporting, former = _by_department(report)
    order = catalog.words.order(vocabulary.DEPARTMENTS)
    ids = leading.keys() | supporting.keys() | former.keys()
    return tuple(
        _part(catalog, report, id, leading.get(id, []), supporting.get(id, []), former.get(id, []))
        for id in sorted(ids, key=lambda one: order.get(one, len(order)))
    )


Found = dict[str, list[Commitment]]


@once
def _by_department(report: Report) -> tuple[Found, Found, Found]:
    """By id: what each department leads, what it supports, what it answered for before and no longer does."""
    leading, supporting, former = [], [], []
    for one in report.register.commitments:
        held = report.responsibility[one.id]
        leading += [(held.lead.id, one)] if held.lead else []
        supporting += [(term.id, one) for term in held.supporting]
        present = {term.id for term in held.departments}
        before = dict.fromkeys(term.id for said in held.history for term in said.departments)
        former += [(id, one) for id in before if id not in present]
    return grouped(leading), grouped(supporting), grouped(former)


def _part(
    catalog: Catalog,
    report: Report,
    id: str,
    leading: list[Commitment],
    supporting: list[Commitment],
    former: list[Commitment],
) -> DepartmentPart:
    lines, links = commitment_lines.lines(report), records.linked(report)
    mine = {one.id for one in (*leading, *supporting)}
    filtered = f"{address.commitments(report.key)}?department={id}"
    planned = sorted(
        (iso(day), one.id) for one in leading if (day := report.responsibility[one.id].planned) is not None
    )
    return DepartmentPart(
        department=id,
        report=report.key,
        title=over.named(report.meta.title, report.meta.year, catalog.today),
        counted=_count(report, id, leading, supporting),
        reassigned=len(former),
        outcomes=tuple(outcomes(catalog, _counted(report, leading), filtered)),
        lead=tuple(lines[one.id] for one in leading),
        supporting=tuple(lines[one.id] for one in supporting),
        former=tuple(links[one.id] for one in former),
        planned=tuple(PlannedView(day, links[one]) for day, one in planned),
        updates=tuple(
            line
            for line, one in zip(_lines(report), report.updates, strict=True)
            if not one.context and mine & set(one.commitments)
        )[:NEWEST],
        rates=progress.rates_of(report, (one.id for one in leading)),
        register=Link(_("筛选这些承诺"), filtered),
        share=share(report),
    )


@once
def _lines(report: Report) -> tuple[UpdateLine, ...]:
    return updates.lines(report)


def _count(report: Report, id: str, leading: list[Commitment], supporting: list[Commitment]) -> DepartmentCount:
    return DepartmentCount(id, len(leading), len(supporting), _counted(report, leading))


def _counted(report: Report, leading: Iterable[Commitment]) -> tuple[tuple[str, int], ...]:
    return tuple(Counter(report.outcomes[one.id].id for one in leading).items())


def outcomes(catalog: Catalog, counts: Iterable[tuple[str, int]], register: str) -> Iterator[OutcomeCount]:
    found: Counter[str] = Counter()
    for id, number in counts:
        found[id] += number
    for id in catalog.words.order(vocabulary.OUTCOMES):
        if found[id]:
            yield OutcomeCount(worded(catalog.words, id), found[id], f"{register}&outcome={id}" if register else "")


def card(catalog: Catalog, report: Report) -> Responsible:
    leading, supporting, former = _by_department(report)
    ids = dict.fromkeys([*leading, *supporting, *former])
    return Responsible(
        key=report.key,
        title=over.named(report.meta.title, report.meta.year, catalog.today),
        sentence=responsible.sentence(report) if report.register.commitments else "",
        tasks=Link(_("任务分解表"), address.tasks(report.key)) if report.register.commitments else None,
        assigned=any(one.history for one in report.responsibility.values()),
        counts=tuple(_count(report, id, leading.get(id, []), supporting.get(id, [])) for id in ids),
    )


def words_of(catalog: Catalog, district: District | None) -> list[WordRecord]:
    """Those that say that they are of a district; or those that say nothing of one, where no district is meant."""
    mine = district.id if district else None
    return [one for one in words(catalog) if not catalog.districts or one.district == mine]


def words(catalog: Catalog) -> list[WordRecord]:
    found = (one.value for one in catalog.words.records.get(vocabulary.DEPARTMENTS, ()))
    order = catalog.words.order(vocabulary.DEPARTMENTS)
    return sorted(found, key=lambda one: order[one.id])


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
    every = words_of(catalog, None)
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
            others=_others(every, word),
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
        if self.district is not None and self.word.district is None:
            return address.of_district(f"departments/{self.word.id}", self.district.id)
        return address.department(self.word.id)


def shown_at(word: WordRecord, district: District | None) -> str:
    """Where a department is shown, as a list of all or of a district leads to it."""
    return _DepartmentPlace(word, district).address


def _others(every: Iterable[WordRecord], word: WordRecord) -> tuple[Link, ...]:
    return tuple(Link(one.label, address.department(one.id)) for one in every if one.id != word.id)


def district_row(place: District, counts: Sequence[DepartmentCount], name: str) -> DistrictRow:
    """How many promises are led, and supported, in a district; ``name`` is that of its page."""
    numbers = (sum(one.lead for one in counts), sum(one.supporting for one in counts))
    return DistrictRow(Link(place.name, address.of_district(name, place.id)), tuple(map(str, numbers)))


def pages(
    catalog: Catalog, reports: Sequence[Responsible], parts: DepartmentPartsOf, district: District | None = None
) -> Iterator[Page]:
    """A page for each department of the vocabulary; ``reports`` stand newest first. Of a site of several districts for
    each of one ``district``, whose reports these are, and for what others have in it."""
    by_word = grouped((count.department, (one, count)) for one in reports for count in one.counts)
    every = listed(catalog, reports, district)
    for word in every:
        of, held = _DepartmentPlace(word, district), by_word.get(word.id, [])
        first, later = extent.split(held, lambda pair: pair[1].lead + pair[1].supporting)
        full = tuple(part for one, _count in first for part in parts(one.key) if part.department == word.id)
        view = DepartmentView(
            facts=() if of.is_part else tuple(_facts(catalog, word)),
            parts=full,
            more=tuple(_more(one, count) for one, count in later),
            nothing="" if held else _("没有收录到写明由它负责的承诺。"),
            others=tuple(
                Link(one.label, _DepartmentPlace(one, district).address) for one in every if one.id != word.id
            ),
        )
        yield from _pages(catalog, of, [count for _one, count in held], view)


def listed(catalog: Catalog, reports: Iterable[Responsible], district: District | None) -> list[WordRecord]:
    """The departments that a list names: all, or those of a ``district`` and the shared ones that answer there."""
    if district is None:
        return words_of(catalog, None)
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
        Link(_("责任单位"), by_district.led("departments", address.DEPARTMENTS, of.district)),
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
