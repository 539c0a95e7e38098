"""What is missing, by the document that would settle it: the list of documents, and a page with a letter for each."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.followup import AwaitedDocument
from disclosure.catalog.places import SearchPlace
from disclosure.model.gaps import DocumentRecord
from disclosure.pages import asked, letter, records, status
from disclosure.pages.asked import AskedLine
from disclosure.pages.document import Document
from disclosure.pages.once import once
from disclosure.pages.page import Link, Page, column, iso
from disclosure.pages.status import EvidenceView
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

# A page that lists more promises than this has no end; it counts them by section instead
MOST = 400
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
    """A place to look: when that was done last (empty: never), when it is due; ``late`` where it is overdue."""

    name: str
    holder: str
    url: str
    note: str
    looked: str
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


class PromiseGroup(Struct, frozen=True):
    """The promises of a section that wait for a document; where there are too many for a page, only their number."""

    section: Link
    count: str
    promises: tuple[Link, ...]


class AwaitedView(Struct, frozen=True, kw_only=True):
    """One document. ``facts`` are label and value; ``letter`` is empty where there is nobody to write to."""

    facts: tuple[tuple[str, str], ...]
    words: tuple[str, ...]
    groups: tuple[PromiseGroup, ...]
    letter_title: str
    letter: str
    explained: tuple[str, ...]
    asked: tuple[AskedLine, ...]
    found: EvidenceView | None
    previous: Link | None
    next: Link | None


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


def pages(catalog: Catalog, report: Report) -> Iterator[Page]:
    """A page for each document, in the order of the list."""
    every = _in_order(report)
    links: list[Link | None] = [None, *(_link(report, one) for one in every), None]
    for n, one in enumerate(every):
        here = address.awaited(report.key, one.id)
        view = _awaited(catalog, report, one, (links[n], links[n + 2]))
        yield column(
            catalog,
            Link(report.meta.title, address.report(report.key)),
            Link(title(report), address.gaps(report.key)),
            kind="awaited",
            address=here,
            title=one.name,
            description=_("{holder}的{name}：能说明哪些承诺，怎样要").format(holder=one.holder, name=one.name),
            view=view,
            updated=iso(catalog.updated(one.located.written.path)),
        )


def documents(_catalog: Catalog, report: Report) -> Iterator[Document]:
    """Each document, found by its name, its holder and what it should hold."""
    for one in report.documents:
        text = _("{holder}　{contents}").format(holder=one.holder, contents=one.located.value.contents)
        yield Document(
            kind="awaited",
            address=address.awaited(report.key, one.id),
            title=one.name,
            text=text,
            place=title(report),
        )


@once
def _missing(report: Report) -> dict[str, tuple[str, ...]]:
    """The promises that wait for each document, by its id."""
    return {one.id: report.missing(one) if one.found is None else () for one in report.documents}


def _in_order(report: Report) -> list[AwaitedDocument]:
    """What would settle most comes first; what is public by now comes last."""
    return sorted(report.documents, key=lambda one: -len(_missing(report)[one.id]))


def _link(report: Report, one: AwaitedDocument) -> Link:
    return Link(one.name, address.awaited(report.key, one.id))


def _view(catalog: Catalog, report: Report) -> GapsView:
    missing = _missing(report)
    waiting = Counter(id for ids in missing.values() for id in ids)
    absences = {id: became.absence for id, became in report.follow.items() if became.absence is not None}
    lines = {one.id: _line(catalog, report, one, waiting) for one in _in_order(report)}
    named = {look.id for absence in absences.values() for look in absence.looks}
    places = tuple(_place(one, catalog.today) for one in catalog.places if one.id in named)
    return GapsView(
        words=tuple(_words(report, len(absences), sum(bool(ids) for ids in missing.values()))),
        documents=tuple(lines[one.id] for one in _in_order(report) if one.found is None),
        found=tuple(lines[one.id] for one in _in_order(report) if one.found is not None),
        orphans=records.links(report, tuple(id for id in absences if not waiting[id])),
        places=tuple(one for one in places if one.looked),
        unlooked=tuple(one for one in places if not one.looked),
        requests=Link(_("全部公开申请"), address.REQUESTS) if report.requests else None,
        data=Link(_("待公开文件数据（JSON）"), address.data("documents")),
    )


def _words(report: Report, silent: int, wanted: int) -> Iterator[str]:
    all = len(report.follow)
    if not silent:
        yield _("{all}条承诺都已经有公开信息。").format(all=all)
        return
    yield _("{all}条承诺里，有{n}条还没有公开信息。没有公开信息不等于没有完成。").format(all=all, n=silent)
    if wanted:
        yield _(
            "下面{n}份文件公开以后，就能知道其中哪些完成了。任何人都可以去要：有机关可写的，信已经写好，"
            "填上自己的名字和联系方式就能寄出。"
        ).format(n=wanted)


def _line(catalog: Catalog, report: Report, one: AwaitedDocument, waiting: Counter[str]) -> DocumentLine:
    missing = _missing(report)[one.id]
    only = sum(waiting[id] == 1 for id in missing)
    return DocumentLine(
        link=_link(report, one),
        holder=one.holder,
        expected=_expected(one.located.value, catalog.today) if one.found is None else "",
        count=_("能说明{n}条").format(n=len(missing)) if missing else "",
        only=_("其中{n}条只有它能说明").format(n=only) if only and len(report.documents) > 1 else "",
        way=_(WAYS[one.located.value.way]) if one.found is None else "",
        asked=asked.of_document(report, one.id),
    )


def _expected(record: DocumentRecord, today: date) -> str:
    if record.expected is None:
        return ""
    last = end_of(record.expected)
    words = {4: _("{d.year}年"), 7: _("{d.year}年{d.month}月"), 10: _("{d.year}年{d.month}月{d.day}日")}
    said = words[len(record.expected)].format(d=last)
    if today <= last:
        return _("应在{said}以前公开").format(said=said)
    months = (today.year - last.year) * 12 + today.month - last.month - (today.day < last.day)
    since = _("{n}个月").format(n=months) if months else _("{n}天").format(n=(today - last).days)
    return _("应在{said}以前公开，已过{since}").format(said=said, since=since)


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
        looked=_("{day}看过").format(day=iso(one.last)) if one.last else "",
        due=due,
        late=bool(late),
    )


def _awaited(
    catalog: Catalog, report: Report, one: AwaitedDocument, around: tuple[Link | None, Link | None]
) -> AwaitedView:
    record = one.located.value
    missing = records.links(report, _missing(report)[one.id])
    writes = record.way != "none" and one.found is None
    return AwaitedView(
        facts=tuple(_facts(catalog, one)),
        words=tuple(_scope(one, len(missing))),
        groups=tuple(_groups(report, _missing(report)[one.id])),
        letter_title=letter.title(record) if writes else "",
        letter=letter.text(record, missing) if writes else "",
        explained=tuple(_explained(record)) if writes else (),
        asked=asked.of_document(report, one.id),
        found=status.evidence(one.found) if one.found else None,
        previous=around[0],
        next=around[1],
    )


def _facts(catalog: Catalog, one: AwaitedDocument) -> Iterator[tuple[str, str]]:
    record = one.located.value
    yield _("谁掌握"), one.holder
    yield _("应有的内容"), record.contents
    if record.expected and one.found is None:
        yield _("公开期限"), _expected(record, catalog.today)
        yield _("期限的依据"), record.because or ""
    if record.basis:
        yield _("公开依据"), record.basis


def _scope(one: AwaitedDocument, missing: int) -> Iterator[str]:
    if one.found is not None:
        yield _("这份文件已经公开，出处在下面。")
        return
    yield (
        _("公开以后，能说明下面{n}条还没有公开信息的承诺后来怎样。").format(n=missing)
        if missing
        else _("它能说明的承诺都已经有公开信息。")
    )
    if one.located.value.way == "none":
        yield _("它由公布的单位自己发布，没有可以申请的机关，只能等它公布或到公布的地方去查。")


def _groups(report: Report, ids: tuple[str, ...]) -> Iterator[PromiseGroup]:
    waiting = frozenset(ids)
    found = (one for one in report.register.commitments if one.id in waiting)
    for id, inside in records.by_section(report, found).items():
        section = Link(report.sections[id].title, address.section(report.key, id))
        links = () if len(ids) > MOST else records.links(report, tuple(one.id for one in inside))
        yield PromiseGroup(section, _("{n}条").format(n=len(inside)), links)


def _explained(record: DocumentRecord) -> Iterator[str]:
    if record.way == "request":
        yield _("公民、法人和其他组织都可以申请，依据是{law}第二十七条。").format(law=_(letter.REGULATION))
        yield _(
            "第二十九条：申请写明申请人的姓名或者名称、身份证明、联系方式，要的信息的名称或者便于查询的描述，以及形式要求。"
            "第三十三条：能当场答复的当场答复，否则自收到之日起20个工作日内答复，延长不超过20个工作日。"
        )
        yield _("寄出以后，把日期和回执告诉本站，本站登记、计算期限、公布答复；申请人的信息不登记、不公布。")
    else:
        yield _("{holder}不是行政机关，不适用《政府信息公开条例》：这是一封普通来信，没有法定的答复期限。").format(
            holder=record.holder
        )
