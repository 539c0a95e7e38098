"""The updates: a page for each, and the stream of all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from msgspec import Struct

from disclosure import quantity
from disclosure.catalog import address, data_folder
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.districts import District
from disclosure.catalog.entries import Commitment
from disclosure.catalog.followup import Observation, Update, UpdateEntry
from disclosure.grouping import grouped
from disclosure.pages import by_district, entities, paging, records, status, when
from disclosure.pages.document import Document, words_of
from disclosure.pages.page import Link, Page, article_meta, column, home_crumb, iso, minute
from disclosure.pages.paging import GroupLink, ListPosition
from disclosure.pages.result import answered
from disclosure.pages.status import EvidenceView
from disclosure.pages.update_lines import LINES, UpdateLine, about, newest, notes
from disclosure.translation import gettext as _


class StreamYear(Struct, frozen=True):
    """The updates of a year; ``id`` is an anchor."""

    id: str
    title: str
    lines: tuple[UpdateLine, ...]


class StreamView(Struct, frozen=True):
    """All updates, newest first, by year; those of no known time come last. ``elsewhere`` leads to years on other
    pages."""

    years: tuple[StreamYear, ...]
    ways: tuple[Link, ...]
    position: ListPosition
    elsewhere: tuple[GroupLink, ...]


class EntryView(Struct, frozen=True):
    """What an update says of one promise in particular: statuses, and values of another report's targets."""

    link: Link
    notes: tuple[str, ...]


class UpdateView(Struct, frozen=True, kw_only=True):
    """One update. ``values`` are target, value and how it is known; ``html`` is the narrative, made safe; ``unseen``
    says how its documents were seen, where not as published."""

    times: tuple[str, ...]
    scope: str
    notes: tuple[str, ...]
    commitments: tuple[Link, ...]
    entries: tuple[EntryView, ...]
    values: tuple[tuple[str, str, str], ...]
    html: str
    evidence: tuple[EvidenceView, ...]
    entities: tuple[Link, ...]
    unseen: tuple[str, ...]


def stream(
    catalog: Catalog,
    found: Iterable[UpdateLine],
    district: District | None = None,
) -> Iterator[Page]:
    """The list of all, or of those of a district; a long one on several pages."""
    ordered = newest(found)
    years = tuple(_year(year, of) for year, of in grouped((one.day[:4], one) for one in ordered).items())
    title, kind = _("跟踪更新"), "district-updates" if district else "updates"
    where = partial(address.further, list_of(district))
    sheets = paging.cut_lists(years, LINES, ["lines"])
    for shown, position in paging.paged(sheets, title, where):
        yield column(
            catalog,
            *by_district.way(district),
            type="数据发布",
            kind=paging.kind(kind, position.number),
            address=where(position.number),
            title=paging.title(title, position.number),
            description=_("报告作出以后公开的进展，共{n}条，每条写明出处").format(n=len(ordered)),
            view=StreamView(
                shown,
                tuple(_ways(catalog, district)),
                position,
                tuple(paging.elsewhere(sheets, position.number, where)),
            ),
            anchors=frozenset(year.id for year in years),
        )


def lately(catalog: Catalog, shown: Sequence[UpdateLine]) -> Iterator[Page]:
    """The newest of a site of many districts, each of which lists its own."""
    years = tuple(_year(year, of) for year, of in grouped((one.day[:4], one) for one in shown).items())
    if shown:
        yield column(
            catalog,
            type="数据发布",
            kind="updates",
            address=address.UPDATES,
            title=_("跟踪更新"),
            description=_("各区县最近公开的进展，最新的{n}条，每条写明出处；全部在各区县自己的页上").format(
                n=len(shown)
            ),
            view=StreamView(years, (Link(_("全部更新：选区县"), address.DISTRICTS), *_ways(catalog)), paging.ALONE, ()),
            anchors=frozenset(year.id for year in years),
        )


def list_of(district: District | None) -> str:
    """Where the updates of a report are listed."""
    return by_district.led(address.UPDATES, district)


def _ways(catalog: Catalog, district: District | None = None) -> Iterator[Link]:
    """What this site itself changed is told elsewhere."""
    if catalog.changes.known:
        yield Link(_("本站的改动记录"), address.CHANGES)
    yield Link(_("跟踪更新数据（JSON）"), data_folder.of_site(catalog, address.data("updates"), district))


def _year(year: str, lines: Iterable[UpdateLine]) -> StreamYear:
    if not year:
        return StreamYear("undated", _("时间不详"), tuple(lines))
    return StreamYear(f"y{year}", _("{year}年").format(year=year), tuple(lines))


def pages(catalog: Catalog, report: Report) -> Iterator[Page]:
    by_id = {one.id: one for one in report.register.commitments}
    stream_link = Link(_("跟踪更新"), list_of(report.district))
    for one in report.updates:
        here = address.update(report.key, one.id)
        yield Page(
            kind="update",
            record=f"updates/{report.key}/{one.id}",
            address=here,
            title=one.title,
            view=_view(catalog, report, one, by_id),
            description=_("{day}：{title}").format(day=when.brief(one), title=one.title),
            meta=article_meta(one.title, one.published, catalog.site.title),
            crumbs=(home_crumb(), stream_link, Link(one.title, here, True)),
            anchors=frozenset(one.rendered.ids),
            published=minute(one.published),
            updated=iso(catalog.updated(one.path)),
            source=one.path,
        )


def _view(catalog: Catalog, report: Report, one: Update, by_id: dict[str, Commitment]) -> UpdateView:
    measures = {target.id: target.measure for id in one.commitments for target in by_id[id].targets}
    scope = _("这是{context}的情况，只作背景，不算作{district}这些承诺的进展。").format(
        context=one.context, district=report.meta.district
    )
    return UpdateView(
        times=when.times(one),
        scope=scope if one.context else "",
        notes=notes(one),
        commitments=about(report, one),
        entries=tuple(_entry(report, each) for each in one.entries),
        values=tuple(_value(each, measures) for each in one.observations),
        html=one.html,
        evidence=tuple(status.evidence(each) for each in one.evidence),
        entities=entities.links(catalog, report.mentions.updates.get(one.id, ())),
        unseen=status.unseen(one.evidence),
    )


def _entry(report: Report, one: UpdateEntry) -> EntryView:
    known = records.links(report, (one.commitment,)) if one.report == report.key else ()
    values = () if one.report == report.key else one.values
    said = (_("目标{target}：{value}").format(target=target, value=value) for target, value in values)
    return EntryView(known[0] if known else answered(report, one.report, one.commitment), (*notes(one), *said))


def _value(one: Observation, measures: dict[str, str]) -> tuple[str, str, str]:
    seen = one.seen
    if seen.value is not None:
        value = quantity.spell(seen.value, seen.unit)
    elif seen.done is not None:
        value = _("{day}完成").format(day=iso(seen.done))
    elif seen.open:
        value = _("尚未完成")
    elif seen.started:
        value = _("已经启动")
    else:
        value = "、".join(str(times) for _n, times in seen.counts)
    known = [_("截至{day}").format(day=iso(seen.until))]
    known += [term.label for term in (one.vintage, one.basis) if term]
    return measures.get(one.target, one.target), value, "，".join(known)


def documents(page: Page) -> Iterator[Document]:
    """The update with its evidence: who published what."""
    view: UpdateView = page.view
    values = (
        _("{measure}：{value}（{known}）").format(measure=one, value=value, known=known)
        for one, value, known in view.values
    )
    entries = (f"{one.link.label} {' '.join(one.notes)}" for one in view.entries)
    said = (
        words_of(view.html),
        *view.times[1:],
        view.scope,
        *view.notes,
        *values,
        *entries,
        *view.unseen,
        *map(status.words, view.evidence),
    )
    yield Document(
        kind="update",
        address=page.address,
        title=page.title,
        text=" ".join(filter(None, said)),
        place=view.times[0] if view.times else page.title,
    )
