"""What is missing, by the document that would settle it: the list of documents, and where one looks for them."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from disclosure.catalog import address, data_folder
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.followup import AwaitedDocument
from disclosure.catalog.places import SearchPlace
from disclosure.model.gaps import DocumentRecord
from disclosure.pages import asked, cautions, records
from disclosure.pages.asked import AskedLine
from disclosure.pages.once import once
from disclosure.pages.page import Link, Page, column, iso
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

WAYS = {"request": N_("可以申请公开"), "letter": N_("可以写信去要"), "none": N_("只能等它公布")}


class DocumentLine(Struct, frozen=True, kw_only=True):
    """A document in the list: ``count`` promises wait for it, ``only`` of them for nothing else."""

    link: Link
    holder: str
    expected: str
    count: str
    only: str
    way: str
    asked: tuple[AskedLine, ...]


class PlaceLine(Struct, frozen=True, kw_only=True):
    """A place to look: when that was done last (empty: never), what was ``found`` each time, when it is due; ``late``
    where it is overdue."""

    name: str
    holder: str
    url: str
    note: str
    looked: str
    found: tuple[str, ...]
    due: str
    late: bool


class GapsView(Struct, frozen=True, kw_only=True):
    """``words`` say how much is missing; ``orphans`` are the promises that no document on file would settle."""

    words: tuple[str, ...]
    documents: tuple[DocumentLine, ...]
    found: tuple[DocumentLine, ...]
    orphans: tuple[Link, ...]
    places: tuple[PlaceLine, ...]
    unlooked: tuple[PlaceLine, ...]
    requests: Link | None
    data: Link


def title(report: Report) -> str:
    return _("{year}年承诺还缺哪些文件").format(year=report.meta.year)


def page(catalog: Catalog, report: Report) -> Page | None:
    """The list of documents, or ``None`` where none is on file."""
    if not report.documents:
        return None
    return column(
        catalog,
        Link(report.meta.title, address.report(report.key)),
        kind="gaps",
        address=address.gaps(report.key),
        title=title(report),
        description=_("哪份文件公开了，就能知道{title}的哪些承诺后来怎样；每份附一封写好的信").format(
            title=report.meta.title
        ),
        view=_view(catalog, report),
        updated=iso(report.updated),
    )


@once
def missing(report: Report) -> dict[str, tuple[str, ...]]:
    """The promises that wait for each document, by its id."""
    return {one.id: report.missing(one) if one.found is None else () for one in report.documents}


def in_order(report: Report) -> list[AwaitedDocument]:
    """What would settle most comes first; what is public by now comes last."""
    return sorted(report.documents, key=lambda one: -len(missing(report)[one.id]))


def link(report: Report, one: AwaitedDocument) -> Link:
    return Link(one.name, address.awaited(report.key, one.id))


def _view(catalog: Catalog, report: Report) -> GapsView:
    waited = missing(report)
    waiting = Counter(id for ids in waited.values() for id in ids)
    absences = {id: became.absence for id, became in report.follow.items() if became.absence is not None}
    lines = {one.id: _line(catalog, report, one, waiting) for one in in_order(report)}
    named = {look.id for absence in absences.values() for look in absence.looks}
    places = tuple(_place(one, catalog.today) for one in catalog.places if one.id in named)
    return GapsView(
        words=tuple(_words(report, len(absences), sum(bool(ids) for ids in waited.values()))),
        documents=tuple(lines[one.id] for one in in_order(report) if one.found is None),
        found=tuple(lines[one.id] for one in in_order(report) if one.found is not None),
        orphans=records.links(report, tuple(id for id in absences if not waiting[id])),
        places=tuple(one for one in places if one.looked),
        unlooked=tuple(one for one in places if not one.looked),
        requests=Link(_("全部公开申请"), address.REQUESTS) if report.requests else None,
        data=Link(_("待公开文件数据（JSON）"), data_folder.of_report(report).json("documents")),
    )


def _words(report: Report, silent: int, wanted: int) -> Iterator[str]:
    all = len(report.follow)
    if not silent:
        yield _("{all}条承诺都已经有公开信息。").format(all=all)
        return
    yield _("{all}条承诺里，有{n}条还没有公开信息。{silence}").format(all=all, n=silent, silence=_(cautions.SILENCE))
    if wanted:
        yield _(
            "下面{n}份文件公开以后，可能说明它们后来怎样。任何人都可以去要：有机关可写的，信已经写好，"
            "填上自己的名字和联系方式就能寄出。"
        ).format(n=wanted)


def _line(catalog: Catalog, report: Report, one: AwaitedDocument, waiting: Counter[str]) -> DocumentLine:
    waited = missing(report)[one.id]
    only = sum(waiting[id] == 1 for id in waited)
    return DocumentLine(
        link=link(report, one),
        holder=one.holder,
        expected=expected(one.located.value, catalog.today) if one.found is None else "",
        count=_("可能说明{n}条").format(n=len(waited)) if waited else "",
        only=_("其中{n}条没有登记别的文件").format(n=only) if only and len(report.documents) > 1 else "",
        way=_(WAYS[one.located.value.way]) if one.found is None else "",
        asked=asked.of_document(report, one.id),
    )


def expected(record: DocumentRecord, today: date) -> str:
    if record.expected is None:
        return ""
    last = end_of(record.expected)
    words = {4: _("{d.year}年底"), 7: _("{d.year}年{d.month}月底"), 10: _("{d.year}年{d.month}月{d.day}日")}
    said = words[len(record.expected)].format(d=last)
    if today <= last:
        return _("按规定或惯例应在{said}以前公开").format(said=said)
    months = (today.year - last.year) * 12 + today.month - last.month - (today.day < last.day)
    since = _("{n}个月").format(n=months) if months else _("{n}天").format(n=(today - last).days)
    return _("按规定或惯例应在{said}以前公开，已过{since}").format(said=said, since=since)


def end_of(expected: str) -> date:
    """The last day of a year, a month or a day."""
    parts = [int(part) for part in expected.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return date(year, month, parts[2] if len(parts) > 2 else monthrange(year, month)[1])


def _place(one: SearchPlace, today: date) -> PlaceLine:
    late = one.days_late(today)
    if one.last is None or one.next is None:
        due = _("每{n}天看一次").format(n=one.every)
    elif late:
        due = _("应在{day}再看，已过{n}天").format(day=iso(one.next), n=late)
    else:
        due = _("下次不晚于{day}").format(day=iso(one.next))
    return PlaceLine(
        name=one.name,
        holder=one.holder,
        url=one.url,
        note=one.located.value.note or "",
        found=tuple(
            _("{day}看到：{found}").format(day=iso(look.date), found=look.found)
            for look in one.located.value.looks
            if look.found
        ),
        looked=_("{day}看过").format(day=iso(one.last)) if one.last else "",
        due=due,
        late=bool(late),
    )
